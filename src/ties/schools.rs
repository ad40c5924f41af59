//! The schools of the district where they stand, and the ties between them as lines. Places are projected
//! plainly (equirectangular, at the middle latitude): a district is small, and no tile is asked of anybody.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;

use super::map::{leads, tabs, year_words};
use super::picture;
use super::store;
use super::tie::school_year;
use crate::app::App;
use crate::database::Connection;
use crate::ids::SchoolId;
use crate::schools::{self, School};
use crate::web::{Answer, Failure, Page, Visit, html};

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
        .map(|((school, _), (x, y))| Placed { id: school.id, name: school.name, x, y })
        .collect();
    let at: BTreeMap<SchoolId, usize> = schools.iter().enumerate().map(|(place, school)| (school.id, place)).collect();
    let told =
        store::picture(db, school_year(visit.today)).await?.map(|picture| picture::told(&picture)).unwrap_or_default();
    let line = |&(one, other, pairs): &(u32, u32, u64)| {
        let place = |number: u32| at.get(told.schools.get(number as usize)?).copied();
        Some(Line { one: place(one)?, other: place(other)?, pairs })
    };
    let lines = told.figures.schools.iter().filter_map(line).collect();
    Ok(Places { elsewhere: many - schools.len(), schools, lines, height })
}

#[derive(Template)]
#[template(path = "ties/pages/schools.html")]
struct SchoolsPage {
    page: Page,
    tabs: Vec<(String, String, bool)>,
    year: String,
    places: Places,
}

impl SchoolsPage {
    fn school(&self, place: &usize) -> Placed {
        let nowhere = || Placed { id: SchoolId(uuid::Uuid::nil()), name: String::new(), x: 0.0, y: 0.0 };
        self.places.schools.get(*place).cloned().unwrap_or_else(nowhere)
    }

    /// How thick a line is: 1 to 4, by how many pairs there are.
    fn weight(&self, pairs: &u64) -> u32 {
        match pairs {
            0..=4 => 1,
            5..=14 => 2,
            15..=49 => 3,
            _ => 4,
        }
    }

    /// The names of the schools a school is tied to, with how many pairs.
    fn with(&self, place: &usize) -> String {
        let mut with: Vec<String> = Vec::new();
        for line in &self.places.lines {
            let other = if line.one == *place {
                line.other
            } else if line.other == *place {
                line.one
            } else {
                continue;
            };
            with.push(format!("{} ({})", self.school(&other).name, line.pairs));
        }
        with.sort_by_cached_key(|name| roster::fold(name));
        self.page.words().list(&with)
    }
}

/// `GET /map/schools`
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let places = places(&mut db, &visit).await?;
    let leads = leads(&mut db, &visit).await?;
    let page = SchoolsPage {
        page: Page::new(&visit, "people", visit.language.say("map-schools-title").to_string()),
        tabs: tabs(&visit, leads, "/map/schools"),
        year: year_words(school_year(visit.today)),
        places,
    };
    html(&page)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

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
