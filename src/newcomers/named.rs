//! Values: a circle that a newcomer was told of.

use circles::Reason;

use crate::clock::Instant;
use crate::ids::{GatheringId, NewcomerId, PersonId};

/// What a circle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = CircleKind)]
pub enum Kind {
    /// A series of gatherings.
    Series,
    /// A network.
    Network,
}

/// A circle that a newcomer was told of.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    /// Whom it was named to.
    pub newcomer_id: NewcomerId,
    /// The first or the second.
    pub place: i64,
    /// What it is.
    pub kind: Kind,
    /// Which series or network.
    pub circle_id: uuid::Uuid,
    /// The next date that fits.
    pub gathering_id: Option<GatheringId>,
    /// Who greets.
    pub host_id: Option<PersonId>,
    /// Why, as JSON.
    pub reasons: String,
    /// When the host was told.
    pub told_at: Option<Instant>,
    /// When they greeted.
    pub greeted_at: Option<Instant>,
    /// Whether the newcomer has looked again since, and was named others.
    pub former: bool,
}

impl Named {
    /// Whether it is the same circle with the same host.
    pub fn is_of_same(&self, other: &Named) -> bool {
        (self.circle_id, self.host_id) == (other.circle_id, other.host_id)
    }

    /// Why.
    pub fn why(&self) -> Vec<Reason> {
        serde_json::from_str(&self.reasons).unwrap_or_default()
    }
}
