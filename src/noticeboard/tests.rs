//! Stories of the noticeboard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn nobody_sees_what_is_public_and_no_more(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    app.found(NewSeries { title: "Closed circle".to_owned(), ..app.new_series(host) }).await;
    let visitor = app.visitor();
    visitor.get("/").await.shows("The next gatherings are for people with an account").hides("Closed circle");
    let new = NewSeries { title: "Open door".to_owned(), audience: Audience::Public, ..app.new_series(host) };
    let open = app.found(new).await;
    let front = visitor.get("/").await;
    front.shows("Open door").shows("12:05 to 12:45").hides("Closed circle");
    front.click("Open door").await.shows("Wednesday 14 January, 12:05 to 12:45").shows("Hana Host");
    visitor.get("/gatherings").await.shows("Open door").hides("Closed circle");
    visitor.get("/month").await.shows("January 2026").shows("Open door").hides("Closed circle");
    let series = visitor.get(&format!("/series/{open}")).await;
    series.shows("Every Wednesday from 7 January to 18 March, 12:05 to 12:45");
    series.shows("Not on 18 February (Reading week)");
}
