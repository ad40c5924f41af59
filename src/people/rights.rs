//! Who may do what to whom.

use super::{Person, Role};
use crate::ids::{PersonId, SchoolId};
use crate::web::{Me, Message};

/// Whether somebody may change what is said of a person: themselves, or a steward.
///
/// # Errors
/// Why not.
pub fn may_edit(me: &Me, person: PersonId) -> Result<(), Message> {
    if me.id == person || me.steward { Ok(()) } else { Err(Message::new("refused-profile")) }
}

/// Whether somebody may write what a person says of themselves: nobody else.
///
/// # Errors
/// Why not.
pub fn may_write_profile(me: &Me, person: PersonId) -> Result<(), Message> {
    if me.id == person { Ok(()) } else { Err(Message::new("refused-own-profile")) }
}

/// Whether somebody may tell of the learning commons of a school: those who work there, and a steward.
///
/// # Errors
/// Why not.
pub fn may_tell_of(me: &Me, school: SchoolId) -> Result<(), Message> {
    if me.school == Some(school) || me.steward { Ok(()) } else { Err(Message::new("refused-commons")) }
}

/// Whether somebody may say that a person has left, or is back: a steward, but not of themselves, so
/// that a district is never without one.
///
/// # Errors
/// Why not.
pub fn may_part(me: &Me, person: PersonId) -> Result<(), Message> {
    if !me.steward {
        Err(Message::new("refused-steward"))
    } else if me.id == person {
        Err(Message::new("refused-part-self"))
    } else {
        Ok(())
    }
}

/// Whether a steward may give a person these roles: nobody puts down their own stewardship, for the
/// same reason.
///
/// # Errors
/// Why not.
pub fn may_hold(me: &Me, person: &Person, roles: &[Role]) -> Result<(), Message> {
    if me.steward && me.id == person.id && !roles.contains(&Role::Steward) {
        Err(Message::new("person-keep-steward"))
    } else {
        Ok(())
    }
}

/// Whether whoever acts as a steward is one at the moment of the deed, which may have changed since the request
/// came: of two who would put each other down at once, one stays.
///
/// # Errors
/// That they are none any more.
pub fn is_still_steward(me: &Me, stewards: &[Person]) -> Result<(), Message> {
    if stewards.iter().any(|steward| steward.id == me.id) { Ok(()) } else { Err(Message::new("refused-steward")) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::web::SignedBy;

    fn me(steward: bool) -> Me {
        Me {
            id: PersonId(uuid::Uuid::from_u128(1)),
            name: "Mina Member".to_owned(),
            school: None,
            steward,
            by: SignedBy::Token,
        }
    }

    #[test]
    fn people_look_after_themselves_and_stewards_after_everyone() {
        let other = PersonId(uuid::Uuid::from_u128(2));
        assert!(may_edit(&me(false), me(false).id).is_ok());
        assert_eq!(may_edit(&me(false), other).unwrap_err().key, "refused-profile");
        assert!(may_edit(&me(true), other).is_ok());
        assert!(may_part(&me(true), other).is_ok());
        assert_eq!(may_part(&me(false), other).unwrap_err().key, "refused-steward");
        assert_eq!(may_part(&me(true), me(true).id).unwrap_err().key, "refused-part-self");
    }
}
