//! Stories of the report of a year.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use crate::gatherings::Audience;
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::Role;
use crate::testing::TestApp;
use crate::years;

#[each_engine]
async fn a_year_says_what_was_held_and_whom_it_reached_and_hides_small_groups(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let new = NewNetwork {
        name: "Sample Network".to_owned(),
        about: "What we **do**.".to_owned(),
        joining: Joining::Open,
        audience: networks::Audience::District,
        leading: Leading::Leads,
    };
    let (first_date, last_date) = years::school_year(jiff::civil::date(2026, 1, 14));
    let milestones = vec![("Expo".to_owned(), None)];
    let year = years::NewYear { title: "2025–26".to_owned(), first_date, last_date, milestones };
    let mut new_series = app.new_series(lena.id());
    new_series.audience = Audience::Invited;
    let series = app.found(new_series).await;
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, &app, lena.id(), new).await.unwrap();
    let year = years::insert(&mut db, &app, (id, lena.id()), year).await.unwrap();
    db.commit().await.unwrap();
    let mut members = Vec::new();
    for number in 0..12 {
        let role = if number < 9 { Role::Teacher } else { Role::Administrator };
        let member = app.member(&format!("Member{number} Sample"), &[role]).await;
        let mut db = app.write().await.unwrap();
        networks::put(&mut db, &app, id, member.id(), networks::Role::Member).await.unwrap();
        db.commit().await.unwrap();
        members.push(member);
    }
    lena.post(&format!("/networks/{id}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    let path = format!("/years/{year}/report");
    lena.get(&path).await.shows("Sample Network, 2025–26").shows("too few people or gatherings");
    let held: Vec<_> = ["2026-01-14", "2026-01-21", "2026-01-28"].into_iter().collect();
    let fields = [("title", "A talk about kits"), ("minutes", "10")];
    let first = app.gathering_on(series, held[0]).await.id;
    members[0].post(&format!("/gatherings/{first}/topics"), &fields).await;
    app.at("2026-02-01T10:00");
    for date in &held {
        let gathering = app.gathering_on(series, date).await.id;
        for member in members.iter().take(8) {
            let mark = [("person", &*member.id().to_string()), ("mark", "came")];
            lena.post(&format!("/gatherings/{gathering}/attendance"), &mark).await;
        }
    }
    let report = lena.get(&path).await;
    report.shows("gatherings held").shows("A talk about kits").shows("Expo").shows("of 13");
    // On two pages: not week by week, and what is hidden in one line where it is much.
    report.hides("By week").shows("By month");
    // Months are said in words to whoever reads, and as numbers in a file.
    report.shows("January 2026").hides("2026-01");
    // One teacher-librarian and three administrators are too few to say anything of.
    let csv = lena.get(&format!("{path}.csv")).await.html;
    assert!(csv.contains("of those invited\",8,13") && csv.contains("2026-01-14"), "{csv}");
    assert!(csv.contains("teacher-librarian,hidden,hidden") && csv.contains("administrator,hidden,hidden"), "{csv}");
    lena.get(&format!("{path}.xlsx")).await;
    let program = app.program(lena.id()).await;
    let json = program.get(&format!("/api/v1{path}")).await;
    assert_eq!(json.is(200).at("/figures/held"), 4);
    let stranger = app.member("Sam Stranger", &[Role::Teacher]).await;
    stranger.try_get(&path).await.is(403);
    crate::jobs::run_due(&app).await.unwrap();
}
