//! SQL of what is made from the ledger.

use uuid::Uuid;

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::PersonId;
use crate::ties::tie::{Key, Part, Source, Tie};
use crate::{insert_all, row, rows, run};

/// Notes that something of a gathering or team changed. A row each time and none twice: whoever notes waits for nobody.
pub async fn note(db: &mut Writing, id: Uuid, source: Source) -> Result<()> {
    let (source, team) = source.kept();
    run!(db, "insert into tie_changes (id, gathering_id, team) values ($1, $2, $3)", id, source, team).await?;
    Ok(())
}

/// Notes it of everywhere a person was when last looked.
pub async fn note_all_of(db: &mut Writing, ids: &[(Uuid, Source)]) -> Result<()> {
    insert_all!(
        db,
        "insert into tie_changes (id, gathering_id, team) values ($1, $2, $3)",
        ids,
        |one| one.0,
        one.1.kept().0,
        one.1.kept().1
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Where {
    /// Of a team where `team` says so.
    gathering_id: Uuid,
    team: bool,
}

impl Where {
    fn source(&self) -> Source {
        Source::of_kept(self.gathering_id, self.team)
    }
}

/// Whether anything waits to be looked at.
pub async fn is_behind(db: &mut Connection) -> Result<bool> {
    Ok(row!(db, Where, "select gathering_id, team from tie_changes limit 1").await?.is_some())
}

/// Takes some of what was noted.
pub async fn take_noted(db: &mut Writing, most: i64) -> Result<Vec<Source>> {
    let taken = rows!(
        db,
        Where,
        "delete from tie_changes where id in (select id from tie_changes order by id limit $1) returning gathering_id, team",
        most
    );
    let mut taken: Vec<Source> = taken.await?.iter().map(Where::source).collect();
    taken.sort_unstable();
    taken.dedup();
    Ok(taken)
}

/// Holds the ties until this transaction ends: what is read of the ledger and written here belongs together.
pub async fn hold(db: &mut Writing, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into tie_state (id, whole_at, changed_at) values (1, null, $1)
         on conflict (id) do update set changed_at = tie_state.changed_at",
        now
    )
    .await?;
    Ok(())
}

/// Says when a pair changed last.
pub async fn set_changed(db: &mut Writing, now: Instant) -> Result<()> {
    run!(db, "update tie_state set changed_at = $1 where id = 1", now).await?;
    Ok(())
}

/// Says that all of the ledger was looked at.
pub async fn set_whole(db: &mut Writing, now: Instant) -> Result<()> {
    run!(db, "update tie_state set whole_at = $1 where id = 1", now).await?;
    Ok(())
}

/// Whether all of the ledger was ever looked at.
pub async fn is_whole(db: &mut Connection) -> Result<bool> {
    #[derive(sqlx::FromRow)]
    struct State {
        whole_at: Option<Instant>,
    }
    Ok(row!(db, State, "select whole_at from tie_state where id = 1")
        .await?
        .is_some_and(|state| state.whole_at.is_some()))
}

/// Who was at a gathering or in a team when last looked.
pub async fn parts_of(db: &mut Connection, source: Source) -> Result<Vec<Part>> {
    rows!(
        db,
        Part,
        "select person_id, led, small, year, met_at, team from tie_parts where gathering_id = $1 order by person_id",
        source.kept().0
    )
    .await
}

/// The gatherings or teams looked at, after one identifier and up to another.
pub async fn seen_between(db: &mut Connection, team: bool, after: Uuid, upto: Uuid) -> Result<Vec<Source>> {
    let seen = rows!(
        db,
        Where,
        "select distinct gathering_id, team from tie_parts where team = $3 and gathering_id > $1 and gathering_id <= $2
         order by gathering_id",
        after,
        upto,
        team
    );
    Ok(seen.await?.iter().map(Where::source).collect())
}

/// Where a person was when last looked.
pub async fn seen_with(db: &mut Connection, person: PersonId) -> Result<Vec<Source>> {
    let seen =
        rows!(db, Where, "select gathering_id, team from tie_parts where person_id = $1 order by gathering_id", person);
    Ok(seen.await?.iter().map(Where::source).collect())
}

/// Says who is at a gathering or in a team now.
pub async fn set_parts(db: &mut Writing, source: Source, parts: &[Part]) -> Result<()> {
    let (source, team) = source.kept();
    run!(db, "delete from tie_parts where gathering_id = $1", source).await?;
    insert_all!(
        db,
        "insert into tie_parts (gathering_id, team, person_id, led, small, year, met_at) values ($1, $2, $3, $4, $5, $6, $7)",
        parts,
        |part| source,
        team,
        part.person_id,
        part.led,
        part.small,
        part.year,
        part.met_at
    )
    .await
}

/// Two people did it once more.
pub async fn add(db: &mut Writing, keys: &[Key], at: Instant) -> Result<()> {
    insert_all!(
        db,
        "insert into tie_pairs (one, other, year, kind, times, first_at, last_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (one, other, year, kind) do update set times = tie_pairs.times + 1,
             first_at = case when excluded.first_at < tie_pairs.first_at then excluded.first_at else tie_pairs.first_at end,
             last_at = case when excluded.last_at > tie_pairs.last_at then excluded.last_at else tie_pairs.last_at end",
        keys,
        |key| key.one,
        key.other,
        key.year,
        key.kind,
        1_i64,
        at,
        at
    )
    .await
}

/// Counts anew what two people did in a year, from where they were.
pub async fn recount(db: &mut Writing, key: &Key) -> Result<()> {
    run!(
        db,
        "delete from tie_pairs where one = $1 and other = $2 and year = $3 and kind = $4",
        key.one,
        key.other,
        key.year,
        key.kind
    )
    .await?;
    run!(
        db,
        "insert into tie_pairs (one, other, year, kind, times, first_at, last_at)
         select a.person_id, b.person_id, a.year, cast($4 as text), count(*), min(a.met_at), max(a.met_at)
         from tie_parts a join tie_parts b on b.gathering_id = a.gathering_id and b.person_id = $2
         where a.person_id = $1 and a.year = $3
           and (case when $4 = 'met' then a.small when $4 = 'team' then a.team
                     else (a.small and (a.led or b.led)) or (a.led and b.led) end)
         group by a.person_id, b.person_id, a.year",
        key.one,
        key.other,
        key.year,
        key.kind
    )
    .await?;
    Ok(())
}

/// All of a person's ties.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<Tie>> {
    rows!(
        db,
        Tie,
        "select one, other, year, kind, times, first_at, last_at from tie_pairs where one = $1
         union all select one, other, year, kind, times, first_at, last_at from tie_pairs where other = $1
         order by one, other, year, kind",
        person
    )
    .await
}

/// The ties of a year.
pub async fn in_year(db: &mut Connection, year: i64) -> Result<Vec<Tie>> {
    rows!(
        db,
        Tie,
        "select one, other, year, kind, times, first_at, last_at from tie_pairs where year = $1 order by one, other, kind",
        year
    )
    .await
}

/// Which pairs are tied: those of a person since a year, and those of the people they are tied with to people who
/// are shown. Those of the person come first: where there are more than are looked at, they are there.
pub async fn two_steps(db: &mut Connection, person: PersonId, since: i64) -> Result<Vec<(PersonId, PersonId)>> {
    #[derive(sqlx::FromRow)]
    struct Pair {
        near: PersonId,
        far: PersonId,
    }
    let pairs = rows!(
        db,
        Pair,
        "with near as (select id from (select other as id from tie_pairs where one = $1 and year >= $2
                                       union select one from tie_pairs where other = $1 and year >= $2) as met
                       order by id limit 2000)
         select near, far from (
             select near.id as near, pair.other as far from near join tie_pairs pair on pair.one = near.id
             join tie_wishes wish on wish.person_id = pair.other and wish.shown
             where pair.year >= $2
             union select near.id, pair.one from near join tie_pairs pair on pair.other = near.id
             join tie_wishes wish on wish.person_id = pair.one and wish.shown
             where pair.year >= $2
             union select near.id, $1 from near) as pairs
         order by far <> $1, near, far limit 50000",
        person,
        since
    );
    Ok(pairs.await?.into_iter().map(|pair| (pair.near, pair.far)).collect())
}

/// Those a person is tied with since a year who let themselves be shown.
pub async fn shown_around(db: &mut Connection, person: PersonId, since: i64) -> Result<Vec<PersonId>> {
    let shown = rows!(
        db,
        (PersonId,),
        "select person_id from tie_wishes where shown and person_id in (
             select other from tie_pairs where one = $1 and year >= $2
             union select one from tie_pairs where other = $1 and year >= $2) order by person_id",
        person,
        since
    );
    Ok(shown.await?.into_iter().map(|row| row.0).collect())
}

/// Forgets everything that is made from the ledger.
pub async fn clear(db: &mut Writing) -> Result<()> {
    run!(db, "delete from tie_pairs").await?;
    run!(db, "delete from tie_parts").await?;
    Ok(())
}

/// Forgets the pairs of a person and where they were; they are made anew from what the ledger says then.
pub async fn forget(db: &mut Writing, person: PersonId) -> Result<(u64, u64)> {
    let parts = run!(db, "delete from tie_parts where person_id = $1", person).await?;
    let pairs = run!(db, "delete from tie_pairs where one = $1 or other = $1", person).await?;
    Ok((parts, pairs))
}
