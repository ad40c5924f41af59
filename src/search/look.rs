//! Looking for something, with the eyes of whoever asks.

use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;

use finding::{Asked, Wish};
use uuid::Uuid;

use super::document::{Among, Document, tie};
use super::steps::{Steps, Stretch, Ways};
use crate::app::{App, TIES};
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::ids::PersonId;
use crate::web::Visit;

/// Says to what gatherings and series a person is tied besides the audience. The domains that know build on
/// this one, so the app hands their answers in (`app::TIES`).
pub type Ties =
    for<'a> fn(&'a mut Connection, PersonId) -> Pin<Box<dyn Future<Output = Result<Vec<Uuid>>> + Send + 'a>>;

/// What an asker may find: the marks of which a document must have one; `None` is everything.
#[derive(Debug, Clone)]
pub struct Eyes(Option<Wish>);

impl Eyes {
    /// Those of the visitor of a request: everyone sees what is public, whoever is signed in what is for
    /// the district and what they are tied to, and stewards see all.
    pub async fn of(db: &mut Connection, visit: &Visit) -> Result<Eyes> {
        let public = Wish::whole("s_public");
        let Some(me) = &visit.me else { return Ok(Eyes(Some(public))) };
        if me.steward {
            return Ok(Eyes(None));
        }
        let mut seen = vec![public, Wish::whole("s_district")];
        for ties in TIES {
            seen.extend(ties(db, me.id).await?.into_iter().map(|id| Wish::whole(tie(id))));
        }
        Ok(Eyes(Some(Wish::Any(seen))))
    }
}

#[cfg(test)]
impl Eyes {
    /// Those that see everything.
    pub fn everything() -> Eyes {
        Eyes(None)
    }

    /// Those that see what is for everyone.
    pub fn public() -> Eyes {
        Eyes(Some(Wish::whole("s_public")))
    }
}

/// When it is that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// What is not over.
    Coming,
    /// What is over.
    Past,
}

impl Time {
    /// The word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Time::Coming => "coming",
            Time::Past => "past",
        }
    }
}

impl FromStr for Time {
    type Err = ();
    fn from_str(word: &str) -> std::result::Result<Time, ()> {
        [Time::Coming, Time::Past].into_iter().find(|time| time.word() == word).ok_or(())
    }
}

/// A place in what was found, just behind a document: the moment of the first look, which wish and which
/// stretch of time it was found in, and its number. It stays where it is when others are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub(super) now: Instant,
    pub(super) wish: usize,
    pub(super) stretch: usize,
    pub(super) number: i64,
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}.{}.{}", self.now.0, self.wish, self.stretch, self.number)
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<Place, ()> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(());
        let place = Place {
            now: Instant(part()?.parse().map_err(|_| ())?),
            wish: part()?.parse().map_err(|_| ())?,
            stretch: part()?.parse().map_err(|_| ())?,
            number: part()?.parse().map_err(|_| ())?,
        };
        if parts.next().is_none() { Ok(place) } else { Err(()) }
    }
}

/// What somebody looks for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// As typed.
    pub typed: String,
    /// Only among these.
    pub among: Option<Among>,
    /// Only in this time.
    pub time: Option<Time>,
    /// Behind this place; from the first when `None`.
    pub after: Option<Place>,
    /// At most so many.
    pub most: usize,
}

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// The documents, the best first.
    pub documents: Vec<Document>,
    /// Where to go on, if there is more.
    pub next: Option<Place>,
    /// What was understood of the request.
    pub asked: Asked,
}

/// Looks for something: titles before texts, whole words before beginnings, what is coming before what
/// is over, the nearest first.
pub async fn look(db: &mut Connection, app: &App, eyes: &Eyes, request: &Request) -> Result<Found> {
    look_so(db, app, eyes, request, Ways::default()).await
}

/// The same, gone about in a certain way.
pub async fn look_so(db: &mut Connection, app: &App, eyes: &Eyes, request: &Request, ways: Ways) -> Result<Found> {
    let asked = Asked::read(&request.typed);
    let mut narrowed: Vec<Wish> =
        request.among.map(|among| Wish::whole(format!("k_{}", among.word()))).into_iter().collect();
    narrowed.extend(eyes.0.clone());
    let steps = Steps {
        wishes: asked.wishes(),
        narrowed,
        without: asked.without(),
        phrases: asked.phrases(),
        without_phrases: asked.without_phrases(),
        stretches: Stretch::all(request.time, request.among),
        from: request.after,
        now: request.after.map_or(app.now(), |place| place.now),
        most: request.most,
        ways,
    };
    let (documents, next) = steps.walk(db).await?;
    Ok(Found { documents, next, asked })
}
