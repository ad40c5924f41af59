//! Changing a series.

use each_engine::each_engine;

use super::{all_of, dates, email_of, host, proposes};
use crate::gatherings::{Audience, series_hosts};
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn a_new_rule_keeps_its_dates_and_shows_what_would_be_lost(app: TestApp) {
    let host = host(&app).await;
    let mut new = app.new_series(host.id());
    new.rule.to = jiff::civil::date(2026, 2, 4);
    let series = app.found(new).await;
    app.at("2026-01-15T08:00");
    let before = all_of(&app, series).await;
    proposes(&app, &host, &before[3]).await;
    let form = host.get(&format!("/series/{series}/edit")).await;
    assert_eq!(form.value("days_off"), "2026-02-18 Reading week");
    let change =
        [("weekdays", "wed"), ("every_weeks", "2"), ("last_date", "2026-02-18"), ("days_off", "2026-02-04 Assembly")];
    let ask = form.fill("Save", &change).await;
    ask.is(200).shows("Some dates would go");
    assert!(ask.text_of("#cancelled").contains("Wednesday 28 January"), "{}", ask.text());
    ask.hides("Wednesday 14 January");
    // Coming back to the form keeps what was typed; nothing has happened.
    let form = ask.submit("Back to the form").await;
    assert_eq!((form.value("every_weeks").as_str(), form.value("days_off").as_str()), ("2", "2026-02-04 Assembly"));
    assert_eq!(dates(&app, series).await, ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28", "2026-02-04"]);
    form.fill("Save", &change).await.submit("Change the series").await.is(200).shows("The series is changed.");
    assert_eq!(
        dates(&app, series).await,
        ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28x", "2026-02-18"],
        "what is over stays, what nobody spoke for goes, what somebody spoke for is called off"
    );
    let after = all_of(&app, series).await;
    assert_eq!(after[2], before[2], "a kept date is the same gathering, untouched");
    app.letters().await;
}

#[each_engine]
async fn a_date_that_comes_back_into_the_rule_takes_place_again(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    proposes(&app, &host, &app.gathering_on(series, "2026-02-04").await).await;
    let path = format!("/series/{series}/edit");
    let off = [("days_off", "2026-02-04 Assembly")];
    let asked = host.get(&path).await.fill("Save", &off).await;
    asked.submit("Change the series").await.shows("The series is changed.");
    let gathering = app.gathering_on(series, "2026-02-04").await;
    assert!(gathering.is_cancelled());
    assert_eq!(gathering.note.as_deref(), Some("Assembly"), "the day off says why");
    host.get(&path).await.fill("Save", &[("days_off", "")]).await.shows("The series is changed.");
    let again = app.gathering_on(series, "2026-02-04").await;
    assert_eq!((again.id, again.is_cancelled()), (gathering.id, false));
    app.gathering_on(series, "2026-02-18").await;
    app.letters().await;
}

#[each_engine]
async fn coming_dates_follow_the_series_but_not_where_they_were_moved(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let moved = app.gathering_on(series, "2026-01-28").await;
    let one = host.get(&format!("/gatherings/{}/edit", moved.id)).await;
    one.fill("Save", &[("date", "2026-01-29"), ("place", "Gym")]).await.is(200);
    app.at("2026-01-15T08:00");
    let form = host.get(&format!("/series/{series}/edit")).await;
    let change = [("title", "Coffee"), ("starts", "12:10"), ("place", "Room 4"), ("capacity", "12")];
    form.fill("Save", &change).await.shows("The series is changed.");
    let (past, next, apart) = (
        app.gathering_on(series, "2026-01-14").await,
        app.gathering_on(series, "2026-01-21").await,
        app.gathering_on(series, "2026-01-29").await,
    );
    assert_eq!(
        (past.title.as_str(), past.place.as_str()),
        ("Coffee, Curriculum & Conversation", "Library learning commons")
    );
    assert_eq!((next.title.as_str(), next.place.as_str(), next.capacity), ("Coffee", "Room 4", Some(12)));
    assert_eq!(next.starts_at.to_rfc3339(), "2026-01-21T20:10:00Z");
    assert_eq!((apart.id, apart.place.as_str(), apart.capacity), (moved.id, "Gym", Some(12)));
    assert_eq!(apart.starts_at.to_rfc3339(), "2026-01-29T20:05:00Z");
    app.letters().await;
}

#[each_engine]
async fn a_stale_form_says_what_changed_meanwhile_and_keeps_what_was_typed(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let path = format!("/series/{series}/edit");
    let (mine, theirs) = (host.get(&path).await, host.get(&path).await);
    theirs
        .fill("Save", &[("place", "Gym"), ("about", "Theirs"), ("weekdays", "wed")])
        .await
        .shows("The series is changed.");
    let page = mine.fill("Save", &[("title", "Mine"), ("about", "Also mine")]).await;
    page.is(409).shows("Somebody else changed this while you were at it");
    let changed = page.text_of("#meanwhile");
    assert!(changed.contains("Room before Library learning commons now Gym"), "{changed}");
    assert!(changed.contains("now Theirs"), "{changed}");
    let held = [page.value("title"), page.value("about"), page.value("place")];
    assert_eq!(held, ["Mine", "Also mine", "Gym"], "what I typed stays, what I left alone is as it is now");
    page.submit("Save").await.is(200).shows("The series is changed.");
    let series = crate::gatherings::series(&mut app.read().await.unwrap(), series).await.unwrap().unwrap();
    assert_eq!([series.title, series.about, series.place], ["Mine", "Also mine", "Gym"]);
    app.letters().await;
}

#[each_engine]
async fn hosts_take_others_in_and_one_stays(app: TestApp) {
    let host = host(&app).await;
    let other = app.member("Omar Other", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let path = format!("/series/{series}/edit");
    other.try_get(&path).await.is(403).shows("This is for the hosts of the gathering.");
    let form = host.get(&path).await;
    form.fill("Save", &[("hosts", "")]).await.is(422).shows("Somebody has to host it.");
    let both = format!("{}\n{}", form.value("hosts"), email_of(&app, &other).await);
    form.fill("Save", &[("hosts", &both)]).await.shows("The series is changed.");
    other.get(&path).await.fill("Save", &[("hosts", "Omar Other")]).await.is(200);
    assert_eq!(series_hosts(&mut app.read().await.unwrap(), series).await.unwrap(), [other.id()]);
    host.try_get(&path).await.is(403);
}

#[each_engine]
async fn an_audience_made_smaller_holds_for_dates_that_are_over_too(app: TestApp) {
    let host = host(&app).await;
    let series =
        app.found(crate::gatherings::NewSeries { audience: Audience::Public, ..app.new_series(host.id()) }).await;
    let past = format!("/gatherings/{}", app.gathering_on(series, "2026-01-07").await.id);
    app.visitor().get(&past).await.shows("Coffee, Curriculum");
    let form = host.get(&format!("/series/{series}/edit")).await;
    form.fill("Save", &[("audience", "invited")]).await.shows("The series is changed.");
    app.visitor().get(&past).await.shows("Mail me a link");
    app.member("Sam Stranger", &[]).await.try_get(&past).await.is(404);
}
