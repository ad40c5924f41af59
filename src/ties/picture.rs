//! Drawing the map of a school year, in the background and kept until ties change: laying five thousand people
//! out takes a second, and a page has none.

use std::collections::HashSet;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::figures::{Figures, Net, figures};
use super::store::{self, Picture};
use super::tie::{Kind, Tie, school_year, strength};
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::ids::{PersonId, SchoolId};
use crate::people::{self, Card, Role};
use crate::schools::Level;

/// How long a picture stands though ties change, in seconds: at a lunch somebody comes every minute.
const STANDS: i64 = 600;
/// After how long it is drawn anew in any case, since people leave and schools get levels.
const OLDEST: i64 = 86_400;
/// The most ties that are drawn, the strongest first: more are grey.
const LINES: usize = 20_000;

/// The figures of a picture, and the schools that are numbered in them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Told {
    /// What may be told.
    pub figures: Figures,
    /// The schools, by number.
    pub schools: Vec<SchoolId>,
}

/// Draws the map anew if it is old (`app::CATCH_UP`).
pub async fn draw(app: &App) -> anyhow::Result<()> {
    let now = app.now();
    let district = app.district().await?;
    let zone = jiff::tz::TimeZone::get(&district.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let year = school_year(now.timestamp().to_zoned_datetime(zone).date());
    let mut db = app.read().await?;
    let Some(age) = store::age(&mut db, year).await? else { return Ok(()) };
    if !is_old(age.made_at, age.changed_at, now) {
        return Ok(());
    }
    let (people, net) = net_of(&mut db, year).await?;
    let (earlier, before) = net_of(&mut db, year - 1).await?;
    drop(db);
    let picture = tokio::task::spawn_blocking(move || made(year, &people, &net, &earlier, &before, now)).await??;
    let mut db = app.write().await?;
    store::set_picture(&mut db, &picture).await?;
    db.commit().await?;
    Ok(())
}

fn is_old(made: Option<Instant>, changed: Instant, now: Instant) -> bool {
    made.is_none_or(|made| (changed >= made && now >= made.plus_seconds(STANDS)) || now >= made.plus_seconds(OLDEST))
}

/// Who came or was in a team in a year and has not left, by identifier.
async fn members(db: &mut Connection, year: i64) -> anyhow::Result<Vec<Card>> {
    let came = store::people_in(db, year).await?;
    let there = people::some(db, &came).await?;
    let mut ids: Vec<PersonId> = there.into_iter().map(|person| person.id).collect();
    ids.sort_unstable();
    let mut cards = people::cards_of(db, &ids).await?;
    cards.sort_by_key(|card| card.id);
    Ok(cards)
}

/// The ties of a year among some people, as numbered.
fn graph(ties: &[Tie], people: &[PersonId]) -> ties::Graph {
    let number = |id: PersonId| people.binary_search(&id).ok().and_then(|place| u32::try_from(place).ok());
    let pair = |tie: &Tie| {
        let strength = match tie.kind {
            Kind::Met => strength(tie.times, 0, 0),
            Kind::Shared => strength(0, tie.times, 0),
            Kind::Team => strength(0, 0, tie.times),
        };
        Some((number(tie.one)?, number(tie.other)?, strength))
    };
    ties::Graph::new(u32::try_from(people.len()).unwrap_or(u32::MAX), ties.iter().filter_map(pair))
}

/// People of a year, by identifier, with what groups them, and their ties.
pub async fn net_of(db: &mut Connection, year: i64) -> anyhow::Result<(Vec<Card>, Net)> {
    let cards = members(db, year).await?;
    let ids: Vec<PersonId> = cards.iter().map(|card| card.id).collect();
    let ties = store::in_year(db, year).await?;
    let graph = graph(&ties, &ids);
    let schools = schools_of(&cards);
    let place =
        |card: &Card| schools.binary_search(&card.school.as_ref()?.id).ok().and_then(|place| u32::try_from(place).ok());
    let level = |card: &Card| {
        let level = card.school.as_ref()?.level?;
        Level::ALL.iter().position(|one| *one == level).and_then(|place| u32::try_from(place).ok())
    };
    let role = |card: &Card| {
        let role = card.roles.iter().find(|role| **role != Role::Steward)?;
        Role::ALL.iter().position(|one| one == role).and_then(|place| u32::try_from(place).ok())
    };
    let net = Net {
        graph,
        levels: cards.iter().map(level).collect(),
        schools: cards.iter().map(place).collect(),
        many_schools: u32::try_from(schools.len()).unwrap_or(u32::MAX),
        roles: cards.iter().map(role).collect(),
    };
    Ok((cards, net))
}

/// The schools of some people, by identifier.
pub fn schools_of(cards: &[Card]) -> Vec<SchoolId> {
    let mut schools: Vec<SchoolId> =
        cards.iter().filter_map(|card| card.school.as_ref()).map(|school| school.id).collect();
    schools.sort_unstable();
    schools.dedup();
    schools
}

fn made(year: i64, cards: &[Card], net: &Net, earlier: &[Card], before: &Net, now: Instant) -> anyhow::Result<Picture> {
    // Both years over the people of either, so that their pairs are of the same numbers.
    let mut both: Vec<PersonId> = cards.iter().chain(earlier).map(|card| card.id).collect();
    both.sort_unstable();
    both.dedup();
    let over = |cards: &[Card], net: &Net| {
        let number = |place: u32| {
            let card = cards.get(place as usize)?;
            both.binary_search(&card.id).ok().and_then(|place| u32::try_from(place).ok())
        };
        let pairs: Vec<_> = net.graph.each_pair().filter_map(|(a, b, s)| Some((number(a)?, number(b)?, s))).collect();
        ties::Graph::new(u32::try_from(both.len()).unwrap_or(u32::MAX), pairs)
    };
    let change = ties::change(&over(earlier, before), &over(cards, net));
    let layout = ties::layout(&net.graph, year.unsigned_abs());
    let told = Told { figures: figures(net, before, change), schools: schools_of(cards) };
    let points: Vec<(PersonId, f64, f64)> =
        cards.iter().zip(&layout.points).map(|(card, point)| (card.id, cents(point.x), cents(point.y))).collect();
    Ok(Picture {
        year,
        width: cents(layout.width),
        height: cents(layout.height),
        lines: serde_json::to_string(&lines(net))?,
        points: serde_json::to_string(&points)?,
        figures: serde_json::to_string(&told)?,
        made_at: now,
    })
}

/// The strongest ties, each by the places of its ends among the points.
fn lines(net: &Net) -> Vec<(u32, u32)> {
    let mut pairs: Vec<(u32, u32, f64)> = net.graph.each_pair().collect();
    pairs.sort_by(|one, other| other.2.total_cmp(&one.2).then((one.0, one.1).cmp(&(other.0, other.1))));
    pairs.into_iter().take(LINES).map(|(one, other, _)| (one, other)).collect()
}

/// Those ties of a picture as one path whose ends are both named to who looks, or both not. A line between a name and a
/// dot without one would tell whose dot it is: whoever knows one of their colleagues could follow it.
pub fn path(picture: &Picture, points: &[(PersonId, f64, f64)], named: &HashSet<PersonId>) -> anyhow::Result<String> {
    let lines: Vec<(u32, u32)> = serde_json::from_str(&picture.lines)?;
    let mut path = String::new();
    let at = |place: u32| points.get(place as usize);
    for (one, other) in lines {
        if let (Some(from), Some(to)) = (at(one), at(other))
            && named.contains(&from.0) == named.contains(&to.0)
        {
            let _ = write!(path, "M{} {}L{} {}", from.1, from.2, to.1, to.2);
        }
    }
    Ok(path)
}

fn cents(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// Where people stand in a picture.
pub fn points(picture: &Picture) -> anyhow::Result<Vec<(PersonId, f64, f64)>> {
    Ok(serde_json::from_str(&picture.points)?)
}

/// What may be told of a picture.
pub fn told(picture: &Picture) -> Told {
    serde_json::from_str(&picture.figures).unwrap_or_default()
}
