//! Values: a school team, who sits in it, and who is missing.

use crate::clock::Instant;
use crate::ids::{PersonId, SchoolId, TeamId, YearId};
use crate::people::Role;

/// Who makes up a team where a network says nothing else.
pub const USUAL: [Role; 3] = [Role::TeacherLibrarian, Role::Teacher, Role::Administrator];

/// The roles that may have a seat.
pub const POSSIBLE: [Role; 6] = [
    Role::TeacherLibrarian,
    Role::Teacher,
    Role::TeacherOnCall,
    Role::Administrator,
    Role::SupportStaff,
    Role::DistrictStaff,
];

/// After how many days an incomplete team is reminded by itself, once.
pub const REMINDED_AFTER_DAYS: i64 = 14;

/// A school in a year of a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Team {
    /// Its identifier.
    pub id: TeamId,
    /// In which year.
    pub year_id: YearId,
    /// Of which school.
    pub school_id: SchoolId,
    /// Whether the school said that it is in this year too; one taken over from the year before was not asked yet.
    pub confirmed: bool,
    /// Who began it.
    pub created_by: PersonId,
    /// When.
    pub created_at: Instant,
    /// When somebody was last reminded to complete it.
    pub reminded_at: Option<Instant>,
    /// When it was taken out.
    pub removed_at: Option<Instant>,
}

/// Whether somebody said yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = SeatState)]
pub enum State {
    /// They were asked.
    Asked,
    /// They are in the team.
    In,
}

/// Who sits where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Seat {
    /// In which team.
    pub team_id: TeamId,
    /// On which seat.
    pub role: Role,
    /// Who.
    pub person_id: PersonId,
    /// Whether they said yes.
    pub state: State,
    /// Who named them.
    pub set_by: PersonId,
    /// When.
    pub set_at: Instant,
}

/// The seats of a team that nobody is in; who was only asked is not in it yet.
pub fn missing(seats: &[Role], taken: &[Seat]) -> Vec<Role> {
    let is_in = |role: &Role| taken.iter().any(|seat| seat.role == *role && seat.state == State::In);
    seats.iter().filter(|role| !is_in(role)).copied().collect()
}

/// Who can complete a team: the first who is in it, else whoever began it.
pub fn completer(team: &Team, taken: &[Seat]) -> PersonId {
    let mut within: Vec<&Seat> = taken.iter().filter(|seat| seat.state == State::In).collect();
    within.sort_by_key(|seat| (seat.set_at, seat.role));
    within.first().map_or(team.created_by, |seat| seat.person_id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(number: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(number))
    }

    fn seat(role: Role, person: u128, state: State, at: i64) -> Seat {
        let team_id = TeamId(uuid::Uuid::from_u128(9));
        Seat { team_id, role, person_id: id(person), state, set_by: id(1), set_at: Instant(at) }
    }

    #[test]
    fn who_was_only_asked_is_still_missing() {
        let taken = [seat(Role::Teacher, 2, State::Asked, 1), seat(Role::Administrator, 3, State::In, 2)];
        assert_eq!(missing(&USUAL, &taken), [Role::TeacherLibrarian, Role::Teacher]);
    }

    #[test]
    fn the_first_in_the_team_completes_it_or_whoever_began_it() {
        let team = Team {
            id: TeamId(uuid::Uuid::from_u128(9)),
            year_id: YearId(uuid::Uuid::from_u128(8)),
            school_id: SchoolId(uuid::Uuid::from_u128(7)),
            confirmed: true,
            created_by: id(1),
            created_at: Instant(0),
            reminded_at: None,
            removed_at: None,
        };
        assert_eq!(completer(&team, &[seat(Role::Teacher, 2, State::Asked, 1)]), id(1));
        let taken = [seat(Role::Teacher, 2, State::In, 5), seat(Role::Administrator, 3, State::In, 4)];
        assert_eq!(completer(&team, &taken), id(3));
    }
}
