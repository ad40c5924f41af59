//! SQL of school teams.

pub mod personal;

use super::team::{Seat, State, Team};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId, SchoolId, TeamId, YearId};
use crate::people::Role;
use crate::{row, rows, run};

/// The seats of the teams of a network, in the order of roles; none where it has no teams.
pub async fn seats(db: &mut Connection, network: NetworkId) -> Result<Vec<Role>> {
    let seats = rows!(db, (Role,), "select role from team_seats where network_id = $1", network);
    let mut seats: Vec<Role> = seats.await?.into_iter().map(|row| row.0).collect();
    seats.sort_unstable();
    Ok(seats)
}

/// Says which seats the teams of a network have.
pub async fn set_seats(db: &mut Writing, network: NetworkId, seats: &[Role]) -> Result<()> {
    run!(db, "delete from team_seats where network_id = $1", network).await?;
    for role in seats {
        run!(db, "insert into team_seats (network_id, role) values ($1, $2)", network, *role).await?;
    }
    Ok(())
}

/// One team, also one that was taken out.
pub async fn team(db: &mut Connection, id: TeamId) -> Result<Option<Team>> {
    row!(
        db,
        Team,
        "select id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at from teams where id = $1",
        id
    )
    .await
}

/// The teams of a year.
pub async fn of_year(db: &mut Connection, year: YearId) -> Result<Vec<Team>> {
    rows!(
        db,
        Team,
        "select id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at
         from teams where year_id = $1 and removed_at is null order by created_at, id",
        year
    )
    .await
}

/// Who sits in the teams of a year.
pub async fn taken_in_year(db: &mut Connection, year: YearId) -> Result<Vec<Seat>> {
    rows!(
        db,
        Seat,
        "select team_id, role, person_id, state, set_by, set_at from team_members
         where team_id in (select id from teams where year_id = $1 and removed_at is null) order by team_id, role",
        year
    )
    .await
}

/// Who sits in a team.
pub async fn taken(db: &mut Connection, team: TeamId) -> Result<Vec<Seat>> {
    rows!(
        db,
        Seat,
        "select team_id, role, person_id, state, set_by, set_at from team_members where team_id = $1 order by role",
        team
    )
    .await
}

/// The next teams that nobody was reminded of and that were begun before a moment, complete or not, after one.
pub async fn unreminded(
    db: &mut Connection,
    before: Instant,
    after: Option<(Instant, TeamId)>,
    most: i64,
) -> Result<Vec<Team>> {
    let (at, id) = after.unwrap_or((Instant(i64::MIN), TeamId(uuid::Uuid::nil())));
    rows!(
        db,
        Team,
        "select id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at from teams
         where reminded_at is null and removed_at is null and created_at <= $1 and (created_at, id) > ($2, $3)
         order by created_at, id limit $4",
        before,
        at,
        id,
        most
    )
    .await
}

/// Somebody who is in a team.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Seated {
    /// The team.
    pub team_id: TeamId,
    /// Its year.
    pub year_id: YearId,
    /// When it was begun.
    pub created_at: Instant,
    /// Who.
    pub person_id: PersonId,
}

/// Everyone in the teams from one identifier to another that were confirmed and not taken out.
pub async fn seated(db: &mut Connection, from: TeamId, to: TeamId) -> Result<Vec<Seated>> {
    rows!(
        db,
        Seated,
        "select distinct seats.team_id, teams.year_id, teams.created_at, seats.person_id
         from teams join team_members seats on seats.team_id = teams.id and seats.state = 'in'
         where teams.id >= $1 and teams.id <= $2 and teams.confirmed and teams.removed_at is null
         order by seats.team_id, seats.person_id",
        from,
        to
    )
    .await
}

/// Teams after an identifier, at most so many.
pub async fn after(db: &mut Connection, after: TeamId, most: i64) -> Result<Vec<TeamId>> {
    let teams = rows!(db, (TeamId,), "select id from teams where id > $1 order by id limit $2", after, most);
    Ok(teams.await?.into_iter().map(|row| row.0).collect())
}

/// The teams that a person is in, of those that were confirmed and not taken out.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<Team>> {
    rows!(
        db,
        Team,
        "select id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at from teams
         where confirmed and removed_at is null
           and id in (select team_id from team_members where person_id = $1 and state = 'in')
         order by created_at, id",
        person
    )
    .await
}

/// Keeps a new team; whether the school had none in that year. One that was taken out is in again.
pub async fn insert(db: &mut Writing, team: &Team) -> Result<bool> {
    let added = run!(
        db,
        "insert into teams (id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (year_id, school_id) do update set removed_at = null where teams.removed_at is not null",
        team.id,
        team.year_id,
        team.school_id,
        team.confirmed,
        team.created_by,
        team.created_at,
        team.reminded_at,
        team.removed_at
    );
    Ok(added.await? == 1)
}

/// The team of a school in a year.
pub async fn of_school(db: &mut Connection, year: YearId, school: SchoolId) -> Result<Option<Team>> {
    row!(
        db,
        Team,
        "select id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at
         from teams where year_id = $1 and school_id = $2",
        year,
        school
    )
    .await
}

/// The teams of a school, of all years.
pub async fn of_the_school(db: &mut Connection, school: SchoolId) -> Result<Vec<Team>> {
    rows!(
        db,
        Team,
        "select id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at
         from teams where school_id = $1 and removed_at is null order by created_at, id",
        school
    )
    .await
}

/// The school said that it is in this year too.
pub async fn confirm(db: &mut Writing, id: TeamId) -> Result<()> {
    run!(db, "update teams set confirmed = true where id = $1", id).await?;
    Ok(())
}

/// Somebody was reminded to complete it.
pub async fn reminded(db: &mut Writing, id: TeamId, now: Instant) -> Result<()> {
    run!(db, "update teams set reminded_at = $2 where id = $1", id, now).await?;
    Ok(())
}

/// Takes a team out, or puts it back.
pub async fn set_removed(db: &mut Writing, id: TeamId, at: Option<Instant>) -> Result<()> {
    run!(db, "update teams set removed_at = $2 where id = $1", id, at).await?;
    Ok(())
}

/// Somebody sits on a seat now; whoever sat there does no more.
pub async fn sit(db: &mut Writing, seat: &Seat) -> Result<()> {
    run!(
        db,
        "insert into team_members (team_id, role, person_id, state, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (team_id, role) do update set person_id = $3, state = $4, set_by = $5, set_at = $6",
        seat.team_id,
        seat.role,
        seat.person_id,
        seat.state,
        seat.set_by,
        seat.set_at
    )
    .await?;
    Ok(())
}

/// Somebody who was asked said yes.
pub async fn accept(db: &mut Writing, team: TeamId, person: PersonId, now: Instant) -> Result<u64> {
    run!(
        db,
        "update team_members set state = $3, set_at = $4 where team_id = $1 and person_id = $2 and state = 'asked'",
        team,
        person,
        State::In,
        now
    )
    .await
}

/// Somebody sits there no more.
pub async fn stand_up(db: &mut Writing, team: TeamId, role: Role) -> Result<()> {
    run!(db, "delete from team_members where team_id = $1 and role = $2", team, role).await?;
    Ok(())
}
