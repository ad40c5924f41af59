//! One gathering: made alone, moved, called off; and in people's calendars.

use each_engine::each_engine;

use super::host;
use crate::gatherings::{self, Audience, NewSeries};
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn a_gathering_stands_alone(app: TestApp) {
    let host = host(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let form = host.get("/gatherings/new").await;
    let fields = [
        ("title", "An author visits"),
        ("date", "2026-02-03"),
        ("starts", "15:30"),
        ("ends", "17 h"),
        ("audience", "invited"),
        ("invited", "Mina Member"),
    ];
    let page = form.fill("Make the gathering", &fields).await;
    page.is(200).shows("An author visits is made").shows("Tuesday 3 February, 15:30 to 17:00");
    mina.get(&page.path).await.shows("An author visits");
    app.member("Sam Stranger", &[]).await.try_get(&page.path).await.is(404);
    // Its title, hosts and audience are its own.
    let form = host.get(&format!("{}/edit", page.path)).await;
    form.fill("Save", &[("hosts", "")]).await.is(422).shows("Somebody has to host it.");
    form.fill("Save", &[("title", "An author"), ("hosts", "Hana Host\nMina Member"), ("invited", "")])
        .await
        .shows("Saved.");
    mina.get(&format!("{}/edit", page.path)).await.shows("Change the gathering");
    for (field, typed, says) in [
        ("date", "2026-01-13", "That is over already."),
        ("date", "tomorrow", "Please type a date"),
        ("ends", "15:30", "It has to end after it starts"),
    ] {
        let page = form.fill("Save", &[(field, typed), ("version", "2")]).await;
        page.is(422);
        assert!(page.text_of(&format!("#{field}-problem")).contains(says), "{}", page.text());
        assert_eq!(page.value(field), typed);
    }
}

#[each_engine]
async fn a_time_that_the_clocks_jump_over_is_no_time(app: TestApp) {
    let host = host(&app).await;
    let fields =
        [("title", "Early"), ("zone", "America/Toronto"), ("date", "2026-03-08"), ("starts", "2:30"), ("ends", "4:00")];
    let page = host.get("/gatherings/new").await.fill("Make the gathering", &fields).await;
    page.is(422).shows("On 2026-03-08 the clocks jump over 02:30.");
}

#[each_engine]
async fn a_moved_date_stays_the_same_gathering_and_can_be_moved_back(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let path = format!("/gatherings/{}", gathering.id);
    let form = host.get(&format!("{path}/edit")).await;
    form.shows("Now on Wednesday 21 January, 12:05 to 12:45").shows("Which dates do you want to change?");
    // What is said of the series is not said here.
    assert_eq!(form.count("[name=title], [name=audience], [name=hosts]"), 0);
    let change = [
        ("date", "2026-01-22"),
        ("ends", "13:00"),
        ("place", "Gym"),
        ("note", "Use the side door"),
        ("title", "Mine!"),
    ];
    let page = form.fill("Save", &change).await;
    page.is(200).shows("It is now on Thursday 22 January, 12:05 to 13:00.");
    let moved = app.gathering_on(series, "2026-01-22").await;
    assert_eq!((moved.id, moved.rule_date, moved.moved), (gathering.id, gathering.rule_date, true));
    assert_eq!((moved.title.as_str(), moved.note.as_deref()), (gathering.title.as_str(), Some("Use the side door")));
    page.submit("Undo").await.shows("It is now on Wednesday 21 January, 12:05 to 12:45.");
    let back = app.gathering_on(series, "2026-01-21").await;
    assert_eq!((back.id, back.moved, back.place.as_str()), (gathering.id, false, gathering.place.as_str()));
    assert_eq!(back.note.as_deref(), Some("Use the side door"), "the undo takes back the move only");
    let stale = form.fill("Save", &[("note", "Bring a cup")]).await;
    stale.is(409).shows("Use the side door");
    assert_eq!(stale.value("note"), "Bring a cup");
    app.letters().await;
}

#[each_engine]
async fn what_is_over_may_be_corrected_but_not_made_to_come(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let form = host.get(&format!("/gatherings/{}/edit", app.gathering_on(series, "2026-01-07").await.id)).await;
    form.fill("Save", &[("date", "2026-01-20")]).await.is(422).shows("it can no longer move to a day to come");
    form.fill("Save", &[("date", "2026-01-08")]).await.shows("It is now noted on Thursday 8 January");
    let page = form.fill("Call it off", &[("note", "Nobody was there")]).await;
    page.shows("It is noted that it did not take place.").hides("are told");
    assert!(crate::jobs::left_over(&app).await.unwrap().is_empty(), "nobody is told of what is over");
}

#[each_engine]
async fn a_date_is_called_off_with_a_reason_and_takes_place_after_all(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let path = format!("/gatherings/{}", gathering.id);
    let page = host.get(&format!("{path}/edit")).await;
    let page = page.fill("Call it off", &[("note", "Snow day")]).await;
    page.is(200).shows("It is called off.").shows("Snow day");
    let off = app.gathering_on(series, "2026-01-21").await;
    assert_eq!((off.is_cancelled(), off.note.as_deref(), off.version), (true, Some("Snow day"), 2));
    let jobs = crate::jobs::left_over(&app).await.unwrap();
    let told: serde_json::Value = serde_json::from_str(&jobs[0].payload).unwrap();
    assert_eq!(told, serde_json::json!({"gathering": gathering.id, "change": "cancelled", "before": null}));
    let page = page.submit("Undo").await;
    page.shows("It takes place after all.").hides("Snow day");
    let on = app.gathering_on(series, "2026-01-21").await;
    assert_eq!((on.is_cancelled(), on.note), (false, None));
    host.get(&format!("{path}/edit")).await.fill("Call it off", &[("note", &"x".repeat(301))]).await.is(422);
    app.letters().await;
}

#[each_engine]
async fn calendars_get_each_date_with_a_name_that_stays(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(NewSeries { audience: Audience::Public, ..app.new_series(host.id()) }).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let feed = format!("/series/{series}/calendar.ics");
    let before = app.visitor().get(&feed).await;
    assert_eq!(before.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(before.html.matches("BEGIN:VEVENT").count(), 10);
    assert!(!before.html.contains("Hana"), "no people in a public feed");
    host.post(&format!("/gatherings/{}/cancel", gathering.id), &[("note", "Snow day")]).await.is(200);
    let one = app.visitor().get(&format!("/gatherings/{}/calendar.ics", gathering.id)).await.html;
    for line in [
        &format!("UID:{}@klatsch", gathering.id),
        "SEQUENCE:2",
        "STATUS:CANCELLED",
        "DTSTART;TZID=America/Vancouver:20260121T120500",
        "LOCATION:Library learning commons",
    ] {
        assert!(one.contains(line), "no {line} in {one}");
    }
    app.letters().await;
}

#[each_engine]
async fn the_people_of_an_invited_gathering_are_the_invited_and_the_hosts(app: TestApp) {
    let host = host(&app).await;
    let mina = app.person("Mina Member", &[]).await;
    let new = NewSeries { audience: Audience::Invited, invited: vec![mina], ..app.new_series(host.id()) };
    let series = app.found(new).await;
    let mut db = app.read().await.unwrap();
    let whole = gatherings::series(&mut db, series).await.unwrap().unwrap();
    let mut wanted = vec![host.id(), mina];
    wanted.sort();
    let sorted = |people: Option<Vec<_>>| {
        let mut people: Vec<crate::ids::PersonId> = people.unwrap();
        people.sort();
        people
    };
    assert_eq!(sorted(gatherings::invited_people(&mut db, &whole).await.unwrap()), wanted);
    let upcoming = gatherings::upcoming_of(&mut db, series, app.now()).await.unwrap();
    assert_eq!(upcoming[0].date.to_string(), "2026-01-14", "the one of today is not over yet");
    assert_eq!(sorted(gatherings::people_of_gathering(&mut db, &upcoming[0]).await.unwrap()), wanted);
}
