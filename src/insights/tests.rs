//! Stories of the question "does it get used?".
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::ops::Range;

use each_engine::each_engine;
use serde_json::json;

use crate::attendance::{self, State};
use crate::ids::{PersonId, SeriesId};
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

struct Season {
    host: Visitor,
    series: SeriesId,
    teachers: Vec<PersonId>,
}

/// Thirty teachers and a host; which of the teachers came to the gathering of each date.
async fn season(app: &TestApp, lunches: &[(&str, Range<usize>)]) -> Season {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mut teachers = Vec::new();
    for number in 0..30 {
        teachers.push(app.person(&format!("Teacher{number} Sample"), &[Role::Teacher]).await);
    }
    let series = app.found(app.new_series(host.id())).await;
    for (date, came) in lunches {
        let gathering = app.gathering_on(series, date).await;
        app.at(&format!("{date}T12:45"));
        let mut db = app.write().await.unwrap();
        for teacher in &teachers[came.clone()] {
            attendance::record(&mut db, app, &gathering, *teacher, Some(State::Came), host.id()).await.unwrap();
        }
        db.commit().await.unwrap();
    }
    Season { host, series, teachers }
}

#[each_engine]
async fn the_page_says_how_many_of_how_many(app: TestApp) {
    let lunches = [("2026-01-07", 0..10), ("2026-01-14", 5..15), ("2026-01-21", 8..20)];
    let season = season(&app, &lunches).await;
    let page = season.host.get(&format!("/series/{}/use", season.series)).await;
    page.shows("3 gatherings held")
        .shows("20 of 31")
        .shows("32 times someone came")
        .shows("10 people at a usual gathering");
    // The other languages and the files say the same.
    let csv = season.host.get(&format!("/series/{}/use.csv", season.series)).await;
    assert!(csv.html.contains("\"came at least once, of those invited\",20,31"), "{}", csv.html);
    let xlsx = season.host.get(&format!("/series/{}/use.xlsx", season.series)).await;
    assert!(xlsx.html.starts_with("PK"));
    season.host.clone().in_french().get(&format!("/series/{}/use", season.series)).await.shows("20 sur 31");
}

#[each_engine]
async fn two_gatherings_are_too_few_to_tell(app: TestApp) {
    let season = season(&app, &[("2026-01-07", 0..10), ("2026-01-14", 5..15)]).await;
    let page = season.host.get(&format!("/series/{}/use", season.series)).await;
    page.shows("Too few to tell").hides("15 of 31");
    let answer = app.program(season.host.id()).await.get(&format!("/api/v1/series/{}/use", season.series)).await;
    assert_eq!(answer.is(200).at("/answer"), "too_few_to_tell");
}

#[each_engine]
async fn a_group_of_under_five_is_hidden(app: TestApp) {
    let season = season(&app, &[("2026-01-07", 0..10), ("2026-01-14", 5..8), ("2026-01-21", 8..20)]).await;
    let answer = app.program(season.host.id()).await.get(&format!("/api/v1/series/{}/use", season.series)).await;
    let rows = answer.is(200).at("/by_gathering").as_array().unwrap().clone();
    assert_eq!(rows[1]["came"], json!({"value": null, "hidden": true}));
    let hidden = rows.iter().filter(|row| row["came"]["hidden"] == true).count();
    assert!(hidden >= 2, "one hidden row could be subtracted from the total: {rows:?}");
}

#[each_engine]
async fn a_wrong_period_says_so_and_keeps_what_was_typed(app: TestApp) {
    let season = season(&app, &[("2026-01-07", 0..8)]).await;
    let path = format!("/series/{}/use?from=14+January&to=2026-02-01", season.series);
    let page = season.host.try_get(&path).await;
    page.is(422).shows("A date as 2026-01-14");
    assert_eq!(page.value("from"), "14 January");
    let program = app.program(season.host.id()).await;
    let answer = program.get(&format!("/api/v1/series/{}/use?from=x", season.series)).await;
    assert_eq!(answer.is(422).wrong_fields(), ["/from"]);
}

#[each_engine]
async fn the_ledger_with_names_is_for_hosts(app: TestApp) {
    let season = season(&app, &[("2026-01-07", 0..8)]).await;
    let path = format!("/series/{}/attendance.csv", season.series);
    let file = season.host.get(&path).await;
    assert!(file.html.contains("Teacher3 Sample"));
    let teacher = app.sign_in(season.teachers[0]).await;
    teacher.try_get(&path).await.is(403);
    teacher.get(&format!("/series/{}/use", season.series)).await.hides("The ledger, with names");
}
