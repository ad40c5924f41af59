//! The network of a season: its people, a year with milestones, news, and school teams.

use jiff::civil::Date;

use super::chance::Dice;
use crate::clock::Instant;
use crate::ids::{AnnouncementId, MilestoneId, NetworkId, PersonId, SchoolId, SeriesId, TeamId, YearId};
use crate::people::Role;

const NEWS: [&str; 6] = [
    "Bring a book to give away",
    "The visit is on a Thursday",
    "Who drives to the expo?",
    "Notes of the last lunch",
    "A speaker was found",
    "See you in the fall",
];

const MILESTONES: [&str; 4] = ["First lunch", "Visit day", "Third lunch", "Expo"];

/// Who sits in a team.
pub const SEATS: [Role; 3] = [Role::TeacherLibrarian, Role::Teacher, Role::Administrator];

/// A network, with its one year.
#[derive(Debug)]
pub struct Network {
    pub id: NetworkId,
    pub name: String,
    pub sought: String,
    pub public: bool,
    pub lead: PersonId,
    /// Who is in it, the lead first.
    pub people: Vec<PersonId>,
    pub series: SeriesId,
    pub year: YearId,
    pub first: Date,
    pub last: Date,
    pub milestones: Vec<(MilestoneId, &'static str)>,
    pub news: Vec<(AnnouncementId, &'static str)>,
    pub teams: Vec<Team>,
    pub made: Instant,
}

/// A team: who is in it, in the order of [`SEATS`]; the last seat is free.
#[derive(Debug)]
pub struct Team {
    pub id: TeamId,
    pub school: SchoolId,
    pub people: Vec<PersonId>,
}

/// What a network is made of.
#[derive(Debug)]
pub struct Season<'a> {
    pub number: usize,
    pub people: &'a [PersonId],
    pub series: SeriesId,
    pub days: (Date, Date),
    /// The schools that have a team, each once.
    pub schools: Vec<SchoolId>,
}

/// Makes the network of a season, if anybody is in it.
pub fn make(dice: &mut Dice, season: &Season<'_>, now: Instant) -> Option<Network> {
    let made = now.plus_days(-240);
    let name = format!("Reading circle {}", season.number + 1);
    let pairs = season.people.get(1..).unwrap_or_default().chunks(SEATS.len() - 1);
    Some(Network {
        id: dice.id(made),
        sought: roster::fold(&name),
        name,
        public: season.number.is_multiple_of(2),
        lead: *season.people.first()?,
        people: season.people.to_vec(),
        series: season.series,
        year: dice.id(made),
        first: season.days.0,
        last: season.days.1,
        milestones: MILESTONES.map(|title| (dice.id(made), title)).to_vec(),
        news: NEWS.map(|title| (dice.id(made), title)).to_vec(),
        teams: season
            .schools
            .iter()
            .zip(pairs)
            .map(|(school, pair)| Team { id: dice.id(made), school: *school, people: pair.to_vec() })
            .collect(),
        made,
    })
}
