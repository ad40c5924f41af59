//! The map as JSON.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::figures::{Changed, Grouped, Measures};
use super::{lead, map, schools};
use crate::app::App;
use crate::ids::{PersonId, SchoolId};
use crate::people::Role;
use crate::schools::Level;
use crate::web::{Answer, Visit, json};

/// Somebody on the map. Who is not shown has a place and nothing else.
#[derive(Debug, Serialize, ToSchema)]
struct MapPoint {
    x: f64,
    y: f64,
    person: Option<PersonId>,
    name: Option<String>,
    /// The names of those they are tied with who are shown as well.
    with: Vec<String>,
}

/// The map of a school year.
#[derive(Debug, Serialize, ToSchema)]
struct Map {
    /// The school year, by the autumn it begins in.
    year: i64,
    width: f64,
    height: f64,
    /// When it was drawn (RFC 3339).
    drawn_at: String,
    points: Vec<MapPoint>,
    /// The ties between two who are shown, and between two who are not, as the data of an SVG path.
    lines: String,
}

/// A school on the map.
#[derive(Debug, Serialize, ToSchema)]
struct MapSchool {
    school: SchoolId,
    name: String,
    x: f64,
    y: f64,
}

/// Two schools that are tied.
#[derive(Debug, Serialize, ToSchema)]
struct MapLine {
    one: SchoolId,
    other: SchoolId,
    /// How many pairs of people.
    pairs: u64,
}

/// The schools and the ties between them.
#[derive(Debug, Serialize, ToSchema)]
struct MapSchools {
    schools: Vec<MapSchool>,
    /// Of ties with fewer than five people behind them there is no line.
    lines: Vec<MapLine>,
}

/// Ties between two groups, or within one.
#[derive(Debug, Serialize, ToSchema)]
struct TiesBetween {
    one: String,
    other: String,
    /// How many pairs; null when hidden.
    pairs: Option<u64>,
    hidden: bool,
}

/// The figures of the map.
#[derive(Debug, Serialize, ToSchema)]
struct MapFigures {
    /// This school year; null when too few came to tell.
    now: Option<Measures>,
    /// The year before.
    before: Option<Measures>,
    change: Option<Changed>,
    /// Ties by level of the school.
    levels: Vec<TiesBetween>,
    /// Ties by role; of several roles the first counts.
    roles: Vec<TiesBetween>,
    /// The E-I index: -1 when all ties are within groups, 1 when all are between them.
    ei_levels: Option<f64>,
    ei_schools: Option<f64>,
    ei_roles: Option<f64>,
}

/// The map of this school year as the asker may see it; null when it was not drawn yet.
#[utoipa::path(get, path = "/api/v1/map", operation_id = "map", responses((status = 200, body = Option<Map>)))]
pub async fn people(visit: Visit, State(app): State<App>) -> Answer {
    let seen = map::seen(&mut *app.read().await?, &visit).await?;
    let map = seen.map(|seen| {
        let nameless =
            seen.nameless.iter().map(|&(x, y)| MapPoint { x, y, person: None, name: None, with: Vec::new() });
        let named = seen.named.into_iter().map(|one| MapPoint {
            x: one.x,
            y: one.y,
            person: Some(one.card.id),
            name: Some(one.card.name),
            with: one.with,
        });
        Map {
            year: seen.picture.year,
            width: seen.picture.width,
            height: seen.picture.height,
            drawn_at: seen.picture.made_at.to_rfc3339(),
            points: named.chain(nameless).collect(),
            lines: seen.lines,
        }
    });
    json(&map)
}

/// The schools where they stand, and the ties between them.
#[utoipa::path(get, path = "/api/v1/map/schools", operation_id = "map_of_schools", responses((status = 200, body = MapSchools)))]
pub async fn places(visit: Visit, State(app): State<App>) -> Answer {
    visit.me()?;
    let places = schools::places(&mut *app.read().await?, &visit).await?;
    let id = |place: usize| places.schools.get(place).map(|school| school.id);
    let lines = places
        .lines
        .iter()
        .filter_map(|line| Some(MapLine { one: id(line.one)?, other: id(line.other)?, pairs: line.pairs }));
    let lines = lines.collect();
    let school = |school: schools::Placed| MapSchool { school: school.id, name: school.name, x: school.x, y: school.y };
    json(&MapSchools { lines, schools: places.schools.into_iter().map(school).collect() })
}

fn between(grouped: &Grouped, word: impl Fn(u32) -> String) -> Vec<TiesBetween> {
    let row = |cell: &super::figures::Between| TiesBetween {
        one: word(cell.one),
        other: word(cell.other),
        pairs: cell.pairs,
        hidden: cell.pairs.is_none(),
    };
    grouped.between.iter().map(row).collect()
}

/// How the network holds together, for those who lead: whoever leads a network or hosts a series, and whoever looks
/// after Klatsch.
///
/// Numbers that would show a group of under five people are null with `"hidden": true`. Definitions are in
/// docs/ties.md.
#[utoipa::path(get, path = "/api/v1/map/figures", operation_id = "map_figures",
    responses((status = 200, body = MapFigures), (status = 403)))]
pub async fn figures(visit: Visit, State(app): State<App>) -> Answer {
    let figures = lead::told(&mut *app.read().await?, &visit).await?;
    let level = |number: u32| Level::ALL.get(number as usize).map_or_else(String::new, |level| level.word().to_owned());
    let role = |number: u32| Role::ALL.get(number as usize).map_or_else(String::new, |role| role.word().to_owned());
    json(&MapFigures {
        levels: between(&figures.levels, level),
        roles: between(&figures.roles, role),
        ei_levels: figures.levels.ei,
        ei_schools: figures.ei_schools,
        ei_roles: figures.roles.ei,
        now: figures.now,
        before: figures.before,
        change: figures.change,
    })
}
