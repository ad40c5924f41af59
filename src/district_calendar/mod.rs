//! The district's calendar: the days on which there is no school, or no lunch to hold.
//!
//! A day off is a holiday, a professional day or a break, of the whole district or of one school, from a
//! first to a last day. Everyone may see it and subscribe to it; stewards keep it, one by one, pasted or
//! from an `.ics` file. A series may follow it. What the calendar must never do: call a gathering off by
//! itself. It tells ([`CHANGED`]); the hosts decide.

mod api;
mod day;
mod feed;
mod import;
mod listed;
mod pages;
mod store;
#[cfg(test)]
mod tests;

use calendar::rule::Except;
use jiff::ToSpan;
use jiff::civil::Date;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::{App, Domain};
use crate::database::{Connection, Result, Writing};
use crate::ids::SchoolId;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use day::{Day, Kind, NewDay, school_year};
pub use store::between;
#[cfg(test)]
pub use store::insert;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "district_calendar",
    pages: || {
        Routes::new()
            .get("/calendar", listed::show)
            .get("/calendar.ics", feed::show)
            .get("/calendar/new", pages::new)
            .post("/calendar/new", pages::add)
            .get("/calendar/import", import::form)
            .post("/calendar/import", import::take)
            .get("/calendar/{day}/edit", pages::edit)
            .post("/calendar/{day}/edit", pages::save)
            .post("/calendar/{day}/remove", pages::remove)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::add))
            .routes(routes!(api::remove))
            .routes(routes!(api::import))
    },
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};

/// The job that is wanted when the calendar has changed; the gatherings do it.
pub const CHANGED: &str = "calendar-changed";

/// How long after a change it is told, in seconds: whoever types ten days should not have ten letters sent.
const PATIENCE: i64 = 600;

/// The days off at a school (or, without one, in the district) from one day to another, each by itself.
pub async fn days_off(db: &mut Connection, school: Option<SchoolId>, from: Date, to: Date) -> Result<Vec<Except>> {
    let mut off: Vec<Except> = Vec::new();
    for day in store::between(db, from, to).await? {
        if day.school_id.is_some() && day.school_id != school {
            continue;
        }
        let first = from.max(*day.first_date);
        let last = to.min(*day.last_date);
        for date in first.series(1.day()).take_while(|date| *date <= last) {
            if !off.iter().any(|known| known.date == date) {
                off.push(Except { date, reason: day.name.clone() });
            }
        }
    }
    off.sort_by_key(|day| day.date);
    Ok(off)
}

/// Adds days, and has it told.
pub async fn add(db: &mut Writing, app: &App, days: &[NewDay]) -> anyhow::Result<()> {
    let mut made = Vec::with_capacity(days.len());
    for day in days {
        made.push(day.made(app.new_id()?, app.now()));
    }
    store::insert(db, &made).await?;
    tell(db, app).await
}

/// Has it told that the calendar has changed, once for all that changes within some minutes.
async fn tell(db: &mut Writing, app: &App) -> anyhow::Result<()> {
    jobs::enqueue(db, app, CHANGED, &(), app.now().plus_seconds(PATIENCE), Some(CHANGED)).await
}
