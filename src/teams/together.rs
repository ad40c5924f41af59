//! Who is in a team with whom, for the ties between people.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use jiff::civil::Date;

use super::deeds::{Whole, present};
use super::store;
use super::team::State;
use crate::app::{App, TEAM_CHANGED};
use crate::clock::Instant;
use crate::database::{self, Connection, Writing};
use crate::ids::{PersonId, TeamId, YearId};
use crate::web::Failure;
use crate::{networks, schools, years};

/// Is told, in the transaction of the change, that others are in a team than before. Who wants to know builds on
/// teams, so the app hands this in (`app::TEAM_CHANGED`).
pub type Changed = for<'a> fn(&'a mut Writing, &'a App, TeamId) -> BoxFuture<'a, anyhow::Result<()>>;

/// Tells that others are in a team than before.
pub async fn tell(db: &mut Writing, app: &App, team: TeamId) -> anyhow::Result<()> {
    for changed in TEAM_CHANGED {
        changed(db, app, team).await?;
    }
    Ok(())
}

/// Who is in a team that its school confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// The first day of the year it is in.
    pub first_date: Date,
    /// When it was begun.
    pub begun: Instant,
    /// Who said yes, by identifier.
    pub people: Vec<PersonId>,
}

/// The teams from one identifier to another that were confirmed and not taken out, with everyone in them.
pub async fn within(db: &mut Connection, from: TeamId, to: TeamId) -> database::Result<BTreeMap<TeamId, Within>> {
    let mut years: BTreeMap<YearId, Option<Date>> = BTreeMap::new();
    let mut teams: BTreeMap<TeamId, Within> = BTreeMap::new();
    for seat in store::seated(db, from, to).await? {
        let first_date = match years.get(&seat.year_id) {
            Some(known) => *known,
            None => {
                let date = years::year(db, seat.year_id).await?.map(|year| *year.first_date);
                years.insert(seat.year_id, date);
                date
            }
        };
        let Some(first_date) = first_date else { continue };
        let empty = Within { first_date, begun: seat.created_at, people: Vec::new() };
        teams.entry(seat.team_id).or_insert(empty).people.push(seat.person_id);
    }
    Ok(teams)
}

/// Somebody who is in a team with a person, this year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mate {
    /// Who.
    pub person: PersonId,
    /// The team.
    pub team: TeamId,
    /// The name of its school.
    pub school: String,
    /// The name of its network.
    pub network: String,
}

/// Everyone who is in a team with a person, in the years that are under way; by team, as they sit. Who has left the
/// network sits in no team of it, and learns no more who does.
pub async fn mates(db: &mut Connection, person: PersonId) -> Result<Vec<Mate>, Failure> {
    let mut mates = Vec::new();
    // A person is in a team or two.
    for team in store::of_person(db, person).await? {
        let Some(year) = years::year(db, team.year_id).await?.filter(|year| year.archived_at.is_none()) else {
            continue;
        };
        let Some(network) = networks::network(db, year.network_id).await?.filter(|one| one.closed_at.is_none()) else {
            continue;
        };
        let school = schools::school(db, team.school_id).await?.map_or_else(String::new, |school| school.name);
        let taken = store::taken(db, team.id).await?;
        let taken = present(db, network.id, taken).await?;
        if taken.iter().all(|seat| seat.person_id != person) {
            continue;
        }
        for seat in taken {
            if seat.person_id != person && seat.state == State::In {
                let (school, network) = (school.clone(), network.name.clone());
                mates.push(Mate { person: seat.person_id, team: team.id, school, network });
            }
        }
    }
    Ok(mates)
}

impl Whole {
    /// Tells that others are in it than before.
    pub async fn tell(&self, db: &mut Writing, app: &App) -> anyhow::Result<()> {
        tell(db, app, self.team.id).await
    }
}
