//! The map: everybody who came to a gathering of the school year and who is tied to whom, drawn. Others see a
//! person's name only if that person said so; everybody else is a dot that says nothing of whose it is.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;

use super::picture;
use super::store::{self, Picture};
use super::tie::school_year;
use crate::app::App;
use crate::database::Connection;
use crate::gatherings;
use crate::ids::PersonId;
use crate::networks;
use crate::people::{self, Card};
use crate::web::{Answer, Failure, Input, Page, Problems, Query, Stretch, Visit, address, html};

/// How many are drawn without a name at most: more of them are one grey.
const DOTS: usize = 10_000;
/// How many are drawn with their name at most. Of more none could be read; the table has them all.
const NAMES: usize = 1_000;
/// How many stand on a page of the table.
pub const SIZE: i64 = 100;

/// Somebody who is named on the map: who is shown, and the visitor to themselves.
#[derive(Debug)]
pub struct Named {
    /// Who.
    pub card: Card,
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// Whether it is the visitor.
    pub me: bool,
    /// The names of those they are tied with who are shown as well, by name.
    pub with: Vec<String>,
}

/// The map as one person may see it.
#[derive(Debug)]
pub struct Seen {
    /// The picture.
    pub picture: Picture,
    /// The ties whose ends are both named, or both not, as the data of an SVG path.
    pub lines: String,
    /// Those with a name, by name.
    pub named: Vec<Named>,
    /// Where all others stand.
    pub nameless: Vec<(f64, f64)>,
    /// Whether the visitor is shown to others.
    pub shown: bool,
}

/// The map of this school year as the visitor may see it; none when it was not drawn yet.
pub async fn seen(db: &mut Connection, visit: &Visit) -> Result<Option<Seen>, Failure> {
    let me = visit.me()?.id;
    let year = school_year(visit.today);
    let Some(picture) = store::picture(db, year).await? else { return Ok(None) };
    let shown: BTreeSet<PersonId> = store::shown(db).await?.into_iter().collect();
    let mut named = Vec::new();
    let mut nameless = Vec::new();
    let points = picture::points(&picture)?;
    for &(person, x, y) in &points {
        if person == me || shown.contains(&person) {
            named.push((person, x, y));
        } else {
            nameless.push((x, y));
        }
    }
    let ids: Vec<PersonId> = named.iter().map(|one| one.0).collect();
    let there: BTreeSet<PersonId> = people::some(db, &ids).await?.into_iter().map(|person| person.id).collect();
    let cards = people::cards_of(db, &ids).await?;
    let names: BTreeMap<PersonId, &Card> = cards.iter().map(|card| (card.id, card)).collect();
    let mut with: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for (one, other) in store::shown_pairs(db, year).await? {
        if let (Some(low), Some(high)) = (names.get(&one), names.get(&other)) {
            with.entry(one).or_default().push(high.name.clone());
            with.entry(other).or_default().push(low.name.clone());
        }
    }
    let places: BTreeMap<PersonId, (f64, f64)> = named.into_iter().map(|(id, x, y)| (id, (x, y))).collect();
    let mut told = Vec::new();
    // By name, as cards are: never by how many somebody knows.
    for card in &cards {
        let Some((x, y)) = places.get(&card.id).copied() else { continue };
        if !there.contains(&card.id) {
            nameless.push((x, y));
            continue;
        }
        let mut with = with.remove(&card.id).unwrap_or_default();
        with.sort_by_cached_key(|name| roster::fold(name));
        told.push(Named { card: card.clone(), x, y, me: card.id == me, with });
    }
    let with_names = told.iter().map(|named| named.card.id).collect();
    let lines = picture::path(&picture, &points, &with_names)?;
    Ok(Some(Seen { picture, lines, named: told, nameless, shown: shown.contains(&me) }))
}

/// Whether somebody leads: who leads a network or hosts a series, and who looks after Klatsch.
pub async fn leads(db: &mut Connection, visit: &Visit) -> Result<bool, Failure> {
    let me = visit.me()?;
    if me.steward || gatherings::hosts_series(db, me.id).await? {
        return Ok(true);
    }
    Ok(networks::of_person(db, me.id).await?.iter().any(|(_, role)| *role == networks::Role::Lead))
}

/// The tabs of the map.
pub fn tabs(visit: &Visit, leads: bool, current: &str) -> Vec<(String, String, bool)> {
    let tab = |href: &str, key: &'static str| (href.to_owned(), visit.language.say(key).to_string(), href == current);
    let mut tabs = vec![tab("/map", "map-people"), tab("/map/schools", "map-schools")];
    if leads {
        tabs.push(tab("/map/figures", "map-figures"));
    }
    tabs
}

/// A school year as people write it.
pub fn year_words(year: i64) -> String {
    i16::try_from(year).map_or_else(|_| year.to_string(), calendar::school::words)
}

/// At most so many of all, from everywhere in it.
fn spread<T: Copy>(all: &[T], most: usize) -> Vec<T> {
    all.iter().copied().step_by(all.len().div_ceil(most).max(1)).collect()
}

impl Seen {
    /// Those who are drawn with their name: the first, and oneself.
    fn drawn(&self) -> Vec<&Named> {
        self.named.iter().enumerate().filter(|(place, one)| *place < NAMES || one.me).map(|(_, one)| one).collect()
    }

    /// Where dots without a name are drawn.
    fn dots(&self) -> Vec<(f64, f64)> {
        let more = self.named.iter().skip(NAMES).filter(|one| !one.me).map(|one| (one.x, one.y));
        let all: Vec<(f64, f64)> = self.nameless.iter().copied().chain(more).collect();
        spread(&all, DOTS)
    }
}

/// A page of a table below a map.
#[derive(Debug)]
pub struct Pages {
    /// Which.
    pub stretch: Stretch,
    /// The address of the page before; empty on the first.
    pub before: String,
    /// The address of the page after; empty on the last.
    pub after: String,
    /// Where one is, in words.
    pub place: String,
}

impl Pages {
    /// The page that is asked for, of a table of so many rows.
    ///
    /// # Errors
    /// That it is no number of a page.
    pub fn of(visit: &Visit, query: &Input, (path, many): (&str, usize)) -> Result<Pages, Failure> {
        let mut problems = Problems::new();
        let stretch = Stretch::read(query, SIZE, &mut problems);
        problems.or(())?;
        let total = i64::try_from(many).unwrap_or(i64::MAX);
        let shown = total.saturating_sub(stretch.offset()).clamp(0, SIZE);
        let shown = usize::try_from(shown).unwrap_or(0);
        let link = |number: Option<i64>| {
            number
                .map_or_else(String::new, |number| format!("{}#table", address(path, &[("page", &number.to_string())])))
        };
        let place = visit.language.say("map-table-where").with("first", stretch.first(shown));
        Ok(Pages {
            before: link(stretch.before()),
            after: link(stretch.after(total)),
            place: place.with("last", stretch.last(shown)).with("total", total).to_string(),
            stretch,
        })
    }

    /// The rows of it.
    pub fn rows<T>(&self, all: impl Iterator<Item = T>) -> Vec<T> {
        let size = |number: i64| usize::try_from(number).unwrap_or(0);
        all.skip(size(self.stretch.offset())).take(size(self.stretch.size)).collect()
    }

    /// Whether there is more than one.
    pub fn several(&self) -> bool {
        !self.before.is_empty() || !self.after.is_empty()
    }
}

#[derive(Template)]
#[template(path = "ties/pages/map.html")]
struct MapPage {
    page: Page,
    tabs: Vec<(String, String, bool)>,
    year: String,
    seen: Option<Seen>,
    pages: Pages,
}

impl MapPage {
    fn rows(&self) -> Vec<&Named> {
        self.pages.rows(self.seen.iter().flat_map(|seen| &seen.named))
    }

    fn about(&self, card: &Card) -> String {
        card.school.as_ref().map(|school| school.name.clone()).unwrap_or_default()
    }

    /// How wide the drawing is at most, in pixels: somebody is about 40 wide.
    fn pixels(&self, width: &f64) -> i64 {
        #[allow(clippy::cast_possible_truncation, reason = "a picture is some hundreds wide")]
        let pixels = (width * 40.0).min(1200.0) as i64;
        pixels.max(240)
    }
}

/// `GET /map?page=`: the page of its table.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut db = app.read().await?;
    let seen = seen(&mut db, &visit).await?.filter(|seen| seen.named.len() + seen.nameless.len() > 0);
    let leads = leads(&mut db, &visit).await?;
    let many = seen.as_ref().map_or(0, |seen| seen.named.len());
    let page = MapPage {
        pages: Pages::of(&visit, &query, ("/map", many))?,
        page: Page::new(&visit, "people", visit.language.say("map-title").to_string()),
        tabs: tabs(&visit, leads, "/map"),
        year: year_words(school_year(visit.today)),
        seen,
    };
    html(&page)
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn of_very_many_dots_some_are_drawn_from_everywhere() {
        let all: Vec<usize> = (0..60_000).collect();
        let drawn = spread(&all, 10_000);
        assert_eq!((drawn.len(), drawn.first(), drawn.last()), (10_000, Some(&0), Some(&59_994)));
        assert_eq!(spread(&all, 50_000).len(), 30_000);
        assert_eq!(spread(&[1, 2, 3], 10), [1, 2, 3]);
        assert!(spread::<u8>(&[], 10).is_empty());
    }
}
