//! Values: a member and their role, and what waits for somebody's word.

use std::str::FromStr;

use super::{Leading, Network};
use crate::clock::Instant;
use crate::ids::{NetworkId, PersonId};
use crate::web::Message;

/// How long somebody who left by a slip may come back by themselves, in seconds.
const WAY_BACK: i64 = 3_600;

/// What a member does in a network; it says nothing about any other network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = NetworkRole)]
pub enum Role {
    /// Leads it, or chairs it.
    Lead,
    /// Helps to run it.
    Committee,
    /// Is in it.
    Member,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 3] = [Role::Lead, Role::Committee, Role::Member];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Role::Lead => "lead",
            Role::Committee => "committee",
            Role::Member => "member",
        }
    }

    /// The key of its word for people: who leads alone is a chair.
    pub fn key(self, leading: Leading) -> &'static str {
        match (self, leading) {
            (Role::Lead, Leading::Leads) => "networks-role-lead",
            (Role::Lead, Leading::Chair) => "networks-role-chair",
            (Role::Committee, _) => "networks-role-committee",
            (Role::Member, _) => "networks-role-member",
        }
    }
}

impl FromStr for Role {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Role::ALL.into_iter().find(|role| role.word() == word).ok_or(())
    }
}

/// Somebody's place in a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Member {
    /// The network.
    pub network_id: NetworkId,
    /// Who.
    pub person_id: PersonId,
    /// What they do.
    pub role: Role,
    /// Since when.
    pub joined_at: Instant,
    /// Until when; a member has none.
    pub left_at: Option<Instant>,
    /// Who took them out, if they did not leave themselves.
    pub removed_by: Option<PersonId>,
}

impl Member {
    /// Whether they are in it now.
    pub fn is_in(&self) -> bool {
        self.left_at.is_none()
    }

    /// Whether they left by themselves a moment ago, and may undo that.
    pub fn may_return(&self, now: Instant) -> bool {
        self.removed_by.is_none() && self.left_at.is_some_and(|left| left.plus_seconds(WAY_BACK) >= now)
    }
}

/// What waits for somebody's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// A person asks to join; who leads answers.
    Request,
    /// A person is invited, and answers.
    Invitation,
    /// A person is asked to take over a lead, and answers.
    Handover,
}

/// Something that waits for somebody's word.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Call {
    /// The network.
    pub network_id: NetworkId,
    /// Who asks, is invited, or is to lead.
    pub person_id: PersonId,
    /// What it is.
    pub kind: Kind,
    /// What was written with it.
    pub word: String,
    /// Of a lead that is handed over, what the giver becomes; nothing when they leave.
    pub role: Option<Role>,
    /// Who asked, invited or gives.
    pub made_by: PersonId,
    /// When.
    pub made_at: Instant,
}

/// May a member of this role be in the network no more, or lead it no more? A network is never without
/// anybody who leads it.
///
/// # Errors
/// Why not.
pub fn may_go(role: Role, leads: usize) -> Result<(), Message> {
    if role == Role::Lead && leads <= 1 { Err(Message::new("networks-refused-last")) } else { Ok(()) }
}

/// May one more person lead it? A chair leads alone.
///
/// # Errors
/// Why not.
pub fn may_lead_too(network: &Network, leads: usize) -> Result<(), Message> {
    match network.leading {
        Leading::Chair if leads > 0 => Err(Message::new("networks-refused-second-chair")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_network_is_never_without_a_lead() {
        assert_eq!(may_go(Role::Lead, 1).unwrap_err().key, "networks-refused-last");
        assert!(may_go(Role::Lead, 2).is_ok());
        assert!(may_go(Role::Member, 1).is_ok());
    }

    #[test]
    fn who_left_by_a_slip_comes_back_and_who_was_taken_out_does_not() {
        let at = |seconds: i64| Instant(seconds * 1_000_000);
        let one = PersonId(uuid::Uuid::from_u128(1));
        let mut member = Member {
            network_id: NetworkId(uuid::Uuid::from_u128(2)),
            person_id: one,
            role: Role::Member,
            joined_at: at(0),
            left_at: Some(at(10)),
            removed_by: None,
        };
        assert!(member.may_return(at(60)) && !member.may_return(at(4_000)));
        member.removed_by = Some(one);
        assert!(!member.may_return(at(60)));
    }
}
