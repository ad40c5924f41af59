//! Teams as a list shows them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::deeds::present;
use super::store;
use super::team::{Seat, State, Team, missing};
use crate::answers::{self, Answer as Said};
use crate::database::Connection;
use crate::ids::{GatheringId, NetworkId, PersonId, SchoolId, TeamId};
use crate::people::{self, Role};
use crate::web::{Failure, Page, Stretch};
use crate::{schools, years};

/// A team in the list.
pub struct Row {
    /// Which.
    pub id: TeamId,
    /// Its school.
    pub school: String,
    /// Who is in it, in words.
    pub within: String,
    /// Who was asked, in words.
    pub asked: String,
    /// Who is missing, as roles.
    pub missing: Vec<Role>,
    /// The same in words.
    pub missing_words: String,
    /// Whether the school said that it is in this year too.
    pub confirmed: bool,
    /// When somebody was last reminded, in words.
    pub reminded: String,
    /// Of the gathering that was chosen: how many of those in it come, and how many answered no.
    pub coming: Option<(usize, usize)>,
}

/// What the page of a network tells of its teams.
pub struct Counted {
    /// How many there are.
    pub teams: usize,
    /// How many of them are complete.
    pub complete: usize,
    /// Those the visitor sits in or is asked to.
    pub mine: Vec<Row>,
}

/// Counts the teams of a year, and shows the visitor's own.
pub async fn counted(
    db: &mut Connection,
    page: &Page,
    (network, year): (NetworkId, &years::Year),
    me: PersonId,
) -> Result<Counted, Failure> {
    let seats = store::seats(db, network).await?;
    let teams = store::of_year(db, year.id).await?;
    let taken = store::taken_in_year(db, year.id).await?;
    let of = by_team(present(db, network, taken).await?);
    let taken = |team: &Team| of.get(&team.id).map(Vec::as_slice).unwrap_or_default();
    let complete = teams.iter().filter(|team| missing(&seats, taken(team)).is_empty()).count();
    let count = teams.len();
    let mine: Vec<Team> =
        teams.into_iter().filter(|team| taken(team).iter().any(|seat| seat.person_id == me)).collect();
    let taken = mine.iter().flat_map(|team| taken(team).to_vec()).collect();
    let mine = told(db, page, (&seats, mine, taken), None).await?;
    Ok(Counted { teams: count, complete, mine })
}

/// A page of the list of teams, and what is told of all of them.
#[derive(Default)]
pub struct Listed {
    /// The teams of the page.
    pub rows: Vec<Row>,
    /// How many there are in all.
    pub total: i64,
    /// How many of all are complete.
    pub complete: usize,
    /// The schools that have one.
    pub schools: HashSet<SchoolId>,
}

/// The teams of a year: those somebody is missing in first, each by school. A handful of queries; words are found
/// for one page.
pub async fn listed(
    db: &mut Connection,
    page: &Page,
    (network, year): (NetworkId, &years::Year),
    gathering: Option<GatheringId>,
    stretch: Stretch,
) -> Result<Listed, Failure> {
    let seats = store::seats(db, network).await?;
    let teams = store::of_year(db, year.id).await?;
    let taken = store::taken_in_year(db, year.id).await?;
    let mut of = by_team(present(db, network, taken).await?);
    let schools: HashSet<SchoolId> = teams.iter().map(|team| team.school_id).collect();
    let names = names(db, &teams).await?;
    let mut teams: Vec<(bool, Team)> = teams
        .into_iter()
        .map(|team| (missing(&seats, of.get(&team.id).map(Vec::as_slice).unwrap_or_default()).is_empty(), team))
        .collect();
    let (total, complete) = (teams.len(), teams.iter().filter(|(complete, _)| *complete).count());
    teams.sort_by_cached_key(|(complete, team)| {
        (*complete, names.get(&team.school_id).map(|name| roster::fold(name)), team.id)
    });
    let count = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let shown: Vec<Team> =
        teams.into_iter().map(|(_, team)| team).skip(count(stretch.offset())).take(count(stretch.size)).collect();
    let taken = shown.iter().flat_map(|team| of.remove(&team.id).unwrap_or_default()).collect();
    let rows = told(db, page, (&seats, shown, taken), gathering).await?;
    Ok(Listed { rows, total: i64::try_from(total).unwrap_or_default(), complete, schools })
}

/// Who sits where, team by team.
pub fn by_team(seats: Vec<Seat>) -> HashMap<TeamId, Vec<Seat>> {
    let mut of: HashMap<TeamId, Vec<Seat>> = HashMap::new();
    for seat in seats {
        of.entry(seat.team_id).or_default().push(seat);
    }
    of
}

/// What the schools of teams are called.
async fn names(db: &mut Connection, teams: &[Team]) -> Result<HashMap<SchoolId, String>, Failure> {
    let ids: Vec<SchoolId> = teams.iter().map(|team| team.school_id).collect::<BTreeSet<_>>().into_iter().collect();
    Ok(schools::names_of(db, &ids).await?.into_iter().map(|school| (school.id, school.name)).collect())
}

/// Some teams in words, in their order, with who sits in them.
async fn told(
    db: &mut Connection,
    page: &Page,
    (seats, teams, taken): (&[Role], Vec<Team>, Vec<Seat>),
    gathering: Option<GatheringId>,
) -> Result<Vec<Row>, Failure> {
    let names = names(db, &teams).await?;
    let people: Vec<PersonId> = taken.iter().map(|seat| seat.person_id).collect::<BTreeSet<_>>().into_iter().collect();
    let cards: HashMap<PersonId, String> =
        people::cards_of(db, &people).await?.into_iter().map(|card| (card.id, card.name)).collect();
    let said: Option<HashMap<PersonId, Said>> = match gathering {
        Some(id) => Some(answers::said(db, id).await?.into_iter().map(|said| (said.person_id, said.answer)).collect()),
        None => None,
    };
    let of_team = by_team(taken);
    Ok(teams
        .into_iter()
        .map(|team| {
            let of = of_team.get(&team.id).map(Vec::as_slice).unwrap_or_default();
            let listed = |state: State| {
                let named = of.iter().filter(|seat| seat.state == state && seats.contains(&seat.role));
                let words = named.filter_map(|seat| {
                    Some(format!("{} ({})", cards.get(&seat.person_id)?, page.say(seat.role.key())))
                });
                page.words().list(&words.collect::<Vec<_>>())
            };
            let missing = missing(seats, of);
            let missing_words: Vec<String> = missing.iter().map(|role| page.say(role.key()).to_string()).collect();
            let coming = said.as_ref().map(|said| {
                let within: Vec<&Seat> = of.iter().filter(|seat| seat.state == State::In).collect();
                let count =
                    |answer: Said| within.iter().filter(|seat| said.get(&seat.person_id) == Some(&answer)).count();
                (count(Said::Yes), count(Said::No))
            });
            Row {
                id: team.id,
                school: names.get(&team.school_id).cloned().unwrap_or_default(),
                within: listed(State::In),
                asked: listed(State::Asked),
                missing_words: page.words().list(&missing_words),
                missing,
                confirmed: team.confirmed,
                reminded: team.reminded_at.map(|at| page.day(&at)).unwrap_or_default(),
                coming,
            }
        })
        .collect())
}
