//! Values: what ties two people, and when.

use std::collections::BTreeSet;

use jiff::civil::Date;
use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::{GatheringId, PersonId, TeamId};

/// Where people are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A gathering to which they came.
    Gathering(GatheringId),
    /// A school team in which they are.
    Team(TeamId),
}

impl Source {
    /// As it is kept: an identifier, and whether it is a team's.
    pub fn kept(self) -> (Uuid, bool) {
        match self {
            Source::Gathering(id) => (id.0, false),
            Source::Team(id) => (id.0, true),
        }
    }

    /// From what is kept.
    pub fn of_kept(id: Uuid, team: bool) -> Source {
        if team { Source::Team(TeamId(id)) } else { Source::Gathering(GatheringId(id)) }
    }
}

/// The most who come to a gathering at which everybody meets everybody. Of forty in a hall one has not met
/// thirty-nine; there, those who hosted or shared a topic have met each other, and nobody else has.
pub const SMALL: usize = 30;

/// What two people did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = TieKind)]
pub enum Kind {
    /// Both came to the same gathering.
    Met,
    /// One of them hosted it, or shared a topic that the other heard.
    Shared,
    /// Both were in the same school team.
    Team,
}

impl Kind {
    /// The word in the export.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Met => "met",
            Kind::Shared => "shared",
            Kind::Team => "team",
        }
    }
}

/// The school year of a day, as it is kept: the calendar year it begins in.
pub fn school_year(day: Date) -> i64 {
    i64::from(calendar::school::school_year(day))
}

/// Somebody who came to a gathering, or who is in a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Part {
    /// Who.
    pub person_id: PersonId,
    /// Whether they hosted it or shared a topic there.
    pub led: bool,
    /// Whether so few came that all met.
    pub small: bool,
    /// In which school year.
    pub year: i64,
    /// When it began.
    pub met_at: Instant,
    /// Whether it is a team; then nobody led, and it is not asked how many came.
    pub team: bool,
}

/// Two people in a year and what they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The lower identifier.
    pub one: PersonId,
    /// The higher one.
    pub other: PersonId,
    /// The school year.
    pub year: i64,
    /// What they did.
    pub kind: Kind,
}

/// A tie as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Tie {
    /// The lower identifier.
    pub one: PersonId,
    /// The higher one.
    pub other: PersonId,
    /// The school year.
    pub year: i64,
    /// What they did.
    pub kind: Kind,
    /// How often.
    pub times: i64,
    /// When first.
    pub first_at: Instant,
    /// When last.
    pub last_at: Instant,
}

impl Tie {
    /// The other end.
    pub fn beside(&self, person: PersonId) -> PersonId {
        if self.one == person { self.other } else { self.one }
    }
}

/// How strong a tie is by what two did: to speak and to listen counts as much again as to be in one room, and to
/// be in one team for a year as much as three lunches.
pub fn strength(met: i64, shared: i64, teams: i64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "people meet less than 2^53 times")]
    let strength = (met + shared + 3 * teams) as f64;
    strength
}

/// The pairs that a gathering makes of those who came, or a team of those who are in it.
pub fn pairs(parts: &[Part]) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for (at, one) in parts.iter().enumerate() {
        for other in parts.get(at + 1..).unwrap_or_default() {
            let (low, high) = (one.person_id.min(other.person_id), one.person_id.max(other.person_id));
            let key = |kind| Key { one: low, other: high, year: one.year, kind };
            if one.team {
                keys.insert(key(Kind::Team));
                continue;
            }
            if one.small {
                keys.insert(key(Kind::Met));
            }
            if (one.small && (one.led || other.led)) || (one.led && other.led) {
                keys.insert(key(Kind::Shared));
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use jiff::civil::date;

    use super::*;

    fn parts(many: u128, led: &[u128]) -> Vec<Part> {
        let part = |person: u128| Part {
            person_id: PersonId(uuid::Uuid::from_u128(person)),
            led: led.contains(&person),
            small: many <= 30,
            year: 2025,
            met_at: Instant(1),
            team: false,
        };
        (1..=many).map(part).collect()
    }

    #[test]
    fn a_year_begins_in_august() {
        assert_eq!(school_year(date(2026, 1, 14)), 2025);
        assert_eq!((school_year(date(2026, 7, 31)), school_year(date(2026, 8, 1))), (2025, 2026));
    }

    #[test]
    fn at_a_table_all_meet_and_in_a_hall_those_who_lead() {
        let table = pairs(&parts(4, &[2]));
        assert_eq!(table.iter().filter(|key| key.kind == Kind::Met).count(), 6);
        assert_eq!(table.iter().filter(|key| key.kind == Kind::Shared).count(), 3, "who shared, and each who heard");
        let hall = pairs(&parts(40, &[2, 3, 9]));
        assert_eq!(hall.len(), 3);
        assert!(hall.iter().all(|key| key.kind == Kind::Shared));
        assert!(pairs(&parts(1, &[1])).is_empty());
    }

    #[test]
    fn in_a_team_all_are_tied_and_nobody_met_by_that() {
        let seat = |part: Part| Part { led: false, small: false, team: true, ..part };
        let team = pairs(&parts(3, &[]).into_iter().map(seat).collect::<Vec<_>>());
        assert_eq!(team.len(), 3);
        assert!(team.iter().all(|key| key.kind == Kind::Team));
    }
}
