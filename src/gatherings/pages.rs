//! Pages that make and change series and gatherings. Those that read them are on the noticeboard.

mod calendars;
mod follow;
mod loss;
mod offered;
mod series;
mod several;
mod single;

use crate::web::Routes;

pub use calendars::answer as calendar;

/// Their routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/series/new", series::new)
        .post("/series", series::make)
        .get("/series/{series}/edit", series::edit)
        .post("/series/{series}/edit", series::save)
        .get("/series/{series}/calendar", follow::show)
        .post("/series/{series}/calendar", follow::apply)
        .get("/series/{series}/calendar.ics", calendars::series)
        .get("/gatherings/new", single::new)
        .post("/gatherings", single::make)
        .get("/gatherings/{gathering}/edit", single::edit)
        .post("/gatherings/{gathering}/edit", single::save)
        .post("/gatherings/{gathering}/cancel", single::cancel)
        .post("/gatherings/{gathering}/restore", single::restore)
        .get("/gatherings/{gathering}/calendar.ics", calendars::gathering)
}
