//! Looking for something, with the eyes of whoever asks.

use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;

use finding::{Asked, Wish};
use uuid::Uuid;

use super::document::{Among, Document, UNDATED, at, tie};
use super::store::{self, Wanted};
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
    now: Instant,
    wish: usize,
    stretch: usize,
    number: i64,
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

/// A stretch of time to go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    /// What is coming, the next first.
    Coming,
    /// What has no time, by name.
    Undated,
    /// What is over, the latest first.
    Past,
}

impl Stretch {
    fn all(time: Option<Time>, among: Option<Among>) -> &'static [Stretch] {
        match (time, among) {
            (Some(Time::Coming), _) => &[Stretch::Coming],
            (Some(Time::Past), _) => &[Stretch::Past],
            (None, Some(Among::People)) => &[Stretch::Undated],
            (None, None | Some(_)) => &[Stretch::Coming, Stretch::Undated, Stretch::Past],
        }
    }

    /// After which number, and before which.
    fn span(self, now: Instant) -> (i64, i64) {
        // A number holds whole seconds: what ends in this one is over.
        let now = at(now.plus_seconds(1));
        match self {
            Stretch::Coming => (now - 1, UNDATED),
            Stretch::Undated => (UNDATED - 1, i64::MAX),
            Stretch::Past => (0, now),
        }
    }
}

/// Looks for something: titles before texts, whole words before beginnings, what is coming before what
/// is over, the nearest first.
///
/// Each step reads the index in the order that is wanted and stops when there is enough, so that a word
/// that is everywhere is found as quickly as one that is rare.
pub async fn look(db: &mut Connection, app: &App, eyes: &Eyes, request: &Request) -> Result<Found> {
    let asked = Asked::read(&request.typed);
    let wishes = asked.wishes();
    let now = request.after.map_or(app.now(), |place| place.now);
    let stretches = Stretch::all(request.time, request.among);
    let mut found = Found { documents: Vec::new(), next: None, asked };
    let first = request.after.map_or((0, 0), |place| (place.wish, place.stretch));
    let mut last = None;
    for (wish, has) in wishes.iter().enumerate() {
        let mut all = vec![has.clone()];
        all.extend(request.among.map(|among| Wish::whole(format!("k_{}", among.word()))));
        all.extend(eyes.0.clone());
        let has = Wish::All(all);
        let not = but_not(&wishes, wish, found.asked.without());
        for (stretch, in_time) in stretches.iter().enumerate().filter(|(stretch, _)| (wish, *stretch) >= first) {
            let (mut after, mut before) = in_time.span(now);
            let descending = *in_time == Stretch::Past;
            if let Some(place) = request.after.filter(|place| (place.wish, place.stretch) == (wish, stretch)) {
                if descending { before = before.min(place.number) } else { after = after.max(place.number) }
            }
            let wanted = Wanted {
                has: &has,
                not: not.as_ref(),
                phrases: found.asked.phrases(),
                without_phrases: found.asked.without_phrases(),
                after,
                before,
                descending,
            };
            let left = request.most - found.documents.len();
            let most = i64::try_from(left).unwrap_or_default() + 1;
            for kept in store::found(db, &wanted, most).await? {
                if found.documents.len() == request.most {
                    found.next = last;
                    return Ok(found);
                }
                last = Some(Place { now, wish, stretch, number: kept.number });
                found.documents.push(kept.into());
            }
        }
    }
    Ok(found)
}

/// What fitted an earlier wish was found there already; and what may not be is not found at all.
fn but_not(wishes: &[Wish], wish: usize, without: Option<Wish>) -> Option<Wish> {
    let mut not: Vec<Wish> = wishes.iter().take(wish).cloned().collect();
    not.extend(without);
    (!not.is_empty()).then_some(Wish::Any(not))
}
