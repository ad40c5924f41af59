//! The schools of the district where they stand, and the ties between them as lines. Places are projected
//! plainly (equirectangular, at the middle latitude): a district is small, and no tile is asked of anybody.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;

use super::labels::{self, Label, Side};
use super::map::{Pages, leads, tabs, year_words};
use super::picture;
use super::store;
use super::tie::school_year;
use crate::app::App;
use crate::database::Connection;
use crate::ids::SchoolId;
use crate::schools::{self, School};
use crate::web::{Answer, Failure, Page, Query, Visit, html};

/// How wide the drawing is, in its own units.
const WIDTH: f64 = 100.0;
/// Room around it for names.
const EDGE: f64 = 8.0;

/// A school on the map.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Which.
    pub id: SchoolId,
    /// Its name.
    pub name: String,
    /// Across.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// Where its name stands.
    pub side: Side,
}

/// A line between two schools: places in the list, and how many pairs are tied.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// One school.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// How many pairs.
    pub pairs: u64,
}

/// The schools and their ties.
#[derive(Debug)]
pub struct Places {
    /// Schools whose place is known, by name.
    pub schools: Vec<Placed>,
    /// How many schools have no place.
    pub elsewhere: usize,
    /// Lines between schools of which at least five people are tied.
    pub lines: Vec<Line>,
    /// How high the drawing is.
    pub height: f64,
}

/// Where schools stand in a drawing: the west on the left, the north above; and how high it is.
pub fn project(places: &[(f64, f64)]) -> (Vec<(f64, f64)>, f64) {
    let least = |of: fn(&(f64, f64)) -> f64| places.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&(f64, f64)) -> f64| places.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    if places.is_empty() {
        return (Vec::new(), 0.0);
    }
    let (south, north) = (least(|place| place.0), most(|place| place.0));
    let (west, east) = (least(|place| place.1), most(|place| place.1));
    // A degree of longitude is shorter the farther north.
    let shorter = ((south + north) / 2.0).to_radians().cos().max(0.01);
    let (wide, high) = ((east - west) * shorter, north - south);
    let scale = (WIDTH - 2.0 * EDGE) / wide.max(high).max(1e-6);
    let cents = |number: f64| (number * 100.0).round() / 100.0;
    let left = (WIDTH - wide * scale) / 2.0;
    let place = |&(latitude, longitude): &(f64, f64)| {
        (cents(left + (longitude - west) * shorter * scale), cents(EDGE + (north - latitude) * scale))
    };
    (places.iter().map(place).collect(), cents(high * scale + 2.0 * EDGE))
}

/// The schools and the ties between them this year.
pub async fn places(db: &mut Connection, visit: &Visit) -> Result<Places, Failure> {
    let all = schools::all(db).await?;
    let many = all.len();
    let located: Vec<(School, (f64, f64))> = all
        .into_iter()
        .filter_map(|school| {
            let place = (school.latitude?, school.longitude?);
            Some((school, place))
        })
        .collect();
    let (points, height) = project(&located.iter().map(|one| one.1).collect::<Vec<_>>());
    let schools: Vec<Placed> = located
        .into_iter()
        .zip(points)
        .map(|((school, _), (x, y))| Placed { id: school.id, name: school.name, x, y, side: Side::Waits })
        .collect();
    let at: BTreeMap<SchoolId, usize> = schools.iter().enumerate().map(|(place, school)| (school.id, place)).collect();
    let told =
        store::picture(db, school_year(visit.today)).await?.map(|picture| picture::told(&picture)).unwrap_or_default();
    let line = |&(one, other, pairs): &(u32, u32, u64)| {
        let place = |number: u32| at.get(told.schools.get(number as usize)?).copied();
        Some(Line { one: place(one)?, other: place(other)?, pairs })
    };
    let lines = told.figures.schools.iter().filter_map(line).collect();
    let mut places = Places { elsewhere: many - schools.len(), schools, lines, height };
    places.make_room();
    Ok(places)
}

/// How many lines are drawn at most, those of most pairs first.
const LINES: usize = 5_000;

/// A line as it is drawn.
struct Drawn {
    from: (f64, f64),
    to: (f64, f64),
    /// How thick it is: 1 to 4, by how many pairs there are.
    weight: u32,
}

#[derive(Template)]
#[template(path = "ties/pages/schools.html")]
struct SchoolsPage {
    page: Page,
    tabs: Vec<(String, String, bool)>,
    year: String,
    lines: Vec<Drawn>,
    /// Schools of a page of the table, each with the names of those it is tied to and how many pairs.
    rows: Vec<(SchoolId, String, String)>,
    /// How many schools are tied to no other, and have no row.
    alone: usize,
    pages: Pages,
    places: Places,
}

fn weight(pairs: u64) -> u32 {
    match pairs {
        0..=4 => 1,
        5..=14 => 2,
        15..=49 => 3,
        _ => 4,
    }
}

impl Places {
    /// Gives the names their places: those of schools with more lines choose first.
    fn make_room(&mut self) {
        let beside = self.beside();
        let weighed = self.schools.iter().zip(beside.iter().map(Vec::len));
        let labels: Vec<_> =
            weighed.map(|(school, weight)| Label { name: &school.name, x: school.x, y: school.y, weight }).collect();
        let sides = labels::sides(&labels, WIDTH, self.height);
        self.schools.iter_mut().zip(sides).for_each(|(school, side)| school.side = side);
    }

    /// The lines that are drawn.
    fn drawn(&self) -> Vec<Drawn> {
        let at = |place: usize| self.schools.get(place).map(|school| (school.x, school.y));
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by_key(|line| (std::cmp::Reverse(line.pairs), line.one, line.other));
        lines.truncate(LINES);
        let drawn = |line: &Line| Some(Drawn { from: at(line.one)?, to: at(line.other)?, weight: weight(line.pairs) });
        lines.into_iter().filter_map(drawn).collect()
    }

    /// The schools each school is tied to, with how many pairs: one look at each line.
    fn beside(&self) -> Vec<Vec<(usize, u64)>> {
        let mut beside = vec![Vec::new(); self.schools.len()];
        for line in &self.lines {
            for (one, other) in [(line.one, line.other), (line.other, line.one)] {
                if let Some(of) = beside.get_mut(one) {
                    of.push((other, line.pairs));
                }
            }
        }
        beside
    }

    /// The schools that are tied to others: what there is to read in the table.
    fn tied(&self) -> Vec<(&Placed, Vec<(usize, u64)>)> {
        self.schools.iter().zip(self.beside()).filter(|(_, beside)| !beside.is_empty()).collect()
    }

    /// The rows of a page of the table.
    fn rows(
        &self,
        tied: Vec<(&Placed, Vec<(usize, u64)>)>,
        pages: &Pages,
        words: &calendar::words::Words,
    ) -> Vec<(SchoolId, String, String)> {
        let with = |beside: &[(usize, u64)]| {
            let name = |(place, pairs): &(usize, u64)| Some(format!("{} ({pairs})", self.schools.get(*place)?.name));
            let mut with: Vec<String> = beside.iter().filter_map(name).collect();
            with.sort_by_cached_key(|name| roster::fold(name));
            words.list(&with)
        };
        let rows = pages.rows(tied.into_iter());
        rows.into_iter().map(|(school, beside)| (school.id, school.name.clone(), with(&beside))).collect()
    }
}

/// `GET /map/schools?page=`: the page of its table.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let places = places(&mut db, &visit).await?;
    let leads = leads(&mut db, &visit).await?;
    let page = Page::new(&visit, "people", visit.language.say("map-schools-title").to_string());
    let tied = places.tied();
    let alone = places.schools.len() - tied.len();
    let pages = Pages::of(&visit, &query, ("/map/schools", tied.len()))?;
    let rows = places.rows(tied, &pages, &page.words());
    let page = SchoolsPage {
        tabs: tabs(&visit, leads, "/map/schools"),
        year: year_words(school_year(visit.today)),
        lines: places.drawn(),
        rows,
        alone,
        pages,
        places,
        page,
    };
    html(&page)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn each_school_knows_those_it_is_tied_to_and_the_strongest_lines_are_drawn() {
        let school = |number: u128| Placed {
            id: SchoolId(uuid::Uuid::from_u128(number)),
            name: format!("School {number}"),
            x: 1.0,
            y: 2.0,
            side: Side::Waits,
        };
        let line = |one, other, pairs| Line { one, other, pairs };
        let mut places = Places {
            schools: (0..4).map(school).collect(),
            elsewhere: 0,
            lines: vec![line(0, 1, 5), line(2, 0, 60), line(0, 9, 5)],
            height: 10.0,
        };
        assert_eq!(places.beside(), [vec![(1, 5), (2, 60), (9, 5)], vec![(0, 5)], vec![(0, 60)], vec![]]);
        let weights: Vec<u32> = places.drawn().iter().map(|line| line.weight).collect();
        assert_eq!(weights, [4, 2], "a line that leads nowhere is none");
        places.lines = (0..60_000).map(|pairs| line(0, 1, pairs)).collect();
        let drawn = places.drawn();
        assert_eq!((drawn.len(), drawn[0].weight, drawn[LINES - 1].weight), (LINES, 4, 4));
    }

    #[test]
    fn the_west_is_left_and_the_north_is_above() {
        let (points, height) = project(&[(49.2, -123.0), (49.3, -122.8), (49.25, -122.9)]);
        assert_eq!((points[0].0, points[1].0), (8.0, 92.0));
        assert!(points[0].1 > points[1].1 && (points[2].0 - 50.0).abs() < 0.1);
        assert!(height < 100.0, "a fifth of a degree across is longer than a tenth down");
        assert_eq!(project(&[]), (Vec::new(), 0.0));
        assert_eq!(project(&[(49.0, -123.0)]).0, [(50.0, 8.0)]);
    }
}
