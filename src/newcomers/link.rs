//! Values: a link by which somebody new answers.

use crate::clock::Instant;
use crate::ids::{LinkId, PersonId};

/// A link that a colleague shares.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Link {
    /// Its identifier.
    pub id: LinkId,
    /// Who made it.
    pub made_by: PersonId,
    /// How many answered by it.
    pub answers: i64,
    /// When it was made.
    pub created_at: Instant,
    /// Until when it works.
    pub expires_at: Instant,
    /// When it was taken back.
    pub revoked_at: Option<Instant>,
}

/// How many days a link works.
pub const LINK_DAYS: i64 = 30;
/// How many may answer by one link: a staff room, not a mailing list.
pub const LINK_ANSWERS: i64 = 60;
/// How many links somebody may have that work.
pub const MOST_LINKS: usize = 5;

impl Link {
    /// Whether it works.
    pub fn works(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && self.expires_at > now && self.answers < LINK_ANSWERS
    }
}
