//! A request's visitor: who, in which language, when. Made once per request, handed to handlers.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::Date;

use super::{Failure, Flash, Language};
use crate::clock::{Chance, Instant};
use crate::ids::{PersonId, SchoolId, SessionId};

/// The person behind a request.
#[derive(Debug, Clone)]
pub struct Me {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their school, if they have one.
    pub school: Option<SchoolId>,
    /// Whether they look after Klatsch for the district (the role `steward`).
    pub steward: bool,
    /// How they proved who they are.
    pub by: SignedBy,
}

/// How a person proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedBy {
    /// A browser's session.
    Session(SessionId),
    /// An API token.
    Token,
}

/// The request's visitor.
#[derive(Debug, Clone)]
pub struct Visit(Arc<About>);

/// What is known about a visit.
#[derive(Debug, Clone)]
pub struct About {
    /// The language of the answer.
    pub language: Language,
    /// Who it is; nobody when not signed in.
    pub me: Option<Me>,
    /// Path and query, to come back to.
    pub path: String,
    /// When.
    pub now: Instant,
    /// The district's time zone.
    pub zone: jiff::tz::TimeZone,
    /// The day it is in the district.
    pub today: Date,
    /// What to tell on the next page.
    pub flash: Option<Flash>,
    /// Whether this is the demo.
    pub demo: bool,
    /// The district's name.
    pub district: Arc<str>,
    /// Where the request came from, for limits.
    pub origin: String,
    /// Where the keys of its forms come from.
    pub chance: Chance,
}

impl std::ops::Deref for Visit {
    type Target = About;
    fn deref(&self) -> &About {
        &self.0
    }
}

impl Visit {
    /// Of what is known.
    pub fn new(about: About) -> Visit {
        Visit(Arc::new(about))
    }

    /// The person, who must be signed in.
    ///
    /// # Errors
    /// [`Failure::SignIn`].
    pub fn me(&self) -> Result<&Me, Failure> {
        self.0.me.as_ref().ok_or(Failure::SignIn)
    }

    /// The person's id, if someone is signed in.
    pub fn person(&self) -> Option<PersonId> {
        self.0.me.as_ref().map(|me| me.id)
    }

    /// The person, who must look after Klatsch for the district.
    ///
    /// # Errors
    /// [`Failure::SignIn`], or a refusal that says so.
    pub fn steward(&self) -> Result<&Me, Failure> {
        let me = self.me()?;
        if me.steward { Ok(me) } else { Err(Failure::refused("refused-steward")) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Visit>()
            .cloned()
            .ok_or_else(|| anyhow::anyhow!("no visit was made of the request").into())
    }
}

/// When what is posted was entered on the device: now, or as many seconds ago as the header
/// `entered-ago` says when the network was away meanwhile. An age and not a time, since the clock of
/// a phone may be wrong; a week at most.
#[derive(Debug, Clone, Copy)]
pub struct Entered(pub Instant);

impl Entered {
    const LONGEST: i64 = 7 * 86_400;
}

impl<S: Send + Sync> FromRequestParts<S> for Entered {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let ago = parts.headers.get("entered-ago").and_then(|value| value.to_str().ok()?.trim().parse::<i64>().ok());
        Ok(Entered(visit.now.plus_seconds(-ago.unwrap_or(0).clamp(0, Entered::LONGEST))))
    }
}

/// A value from the path, `/series/{id}`; what does not parse is simply not there (404).
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: serde::de::DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Path(value)),
            Err(_) => Err(Failure::NotFound),
        }
    }
}
