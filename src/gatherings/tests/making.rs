//! Making a series.

use each_engine::each_engine;

use super::{belongs_to, dates, host, id_in, season};
use crate::gatherings::{self, Audience, series_hosts};
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn a_person_makes_a_series_and_hosts_it(app: TestApp) {
    let host = host(&app).await;
    let page = host.get("/series/new").await;
    assert_eq!(page.value("zone"), "America/Vancouver", "the district's zone is offered first");
    let page = page.fill("Make the series", &season(&[])).await;
    page.is(200).shows("is made: 8 dates").shows("Every Wednesday from 21 January to 18 March, 12:05 to 12:45");
    let series = id_in(&page.path);
    assert_eq!(
        dates(&app, series).await,
        [
            "2026-01-21",
            "2026-01-28",
            "2026-02-04",
            "2026-02-11",
            "2026-02-25",
            "2026-03-04",
            "2026-03-11",
            "2026-03-18"
        ]
    );
    assert_eq!(series_hosts(&mut app.read().await.unwrap(), series).await.unwrap(), [host.id()]);
}

#[each_engine]
async fn the_dates_are_shown_in_words_before_anything_is_saved(app: TestApp) {
    let host = host(&app).await;
    let page = host.get("/series/new").await.fill("Show me the dates", &season(&[])).await;
    page.is(200).shows("8 gatherings").shows("Every Wednesday from 21 January to 18 March, 12:05 to 12:45");
    page.shows("Wednesday 4 March").shows("Nothing is saved yet");
    let preview = page.text_of("#preview");
    assert!(preview.contains("Left out, because of days off Wednesday 18 February Reading week"), "{preview}");
    assert!(!preview.contains("25 December"), "a day off that hits no date is not spoken of: {preview}");
    assert_eq!(page.value("title"), "Coffee, Curriculum & Conversation");
    host.get("/gatherings").await.hides("Coffee, Curriculum");
    page.submit("Make the series").await.is(200).shows("is made: 8 dates");
}

#[each_engine]
async fn in_december_2026_british_columbia_keeps_its_summer_clock(app: TestApp) {
    let host = host(&app).await;
    let late = season(&[
        ("weekdays", "tue"),
        ("first_date", "2026-12-01"),
        ("last_date", "2026-12-01"),
        ("starts", "9:00"),
        ("ends", "10:00"),
    ]);
    let page = host.get("/series/new").await.fill("Make the series", &late).await;
    let gathering = app.gathering_on(id_in(&page.path), "2026-12-01").await;
    assert_eq!(gathering.starts_at.to_rfc3339(), "2026-12-01T16:00:00Z");
}

#[each_engine]
async fn what_is_wrong_stands_beside_its_field_and_the_rest_stays(app: TestApp) {
    let host = host(&app).await;
    app.person("Mina Member", &[]).await;
    let form = host.get("/series/new").await;
    for (field, typed, says) in [
        ("title", "", "Please fill this in."),
        ("first_date", "14 January", "Please type a date as 2026-01-14"),
        ("first_date", "2026-02-30", "no such day in the calendar: 2026-02-30"),
        ("last_date", "2026-01-01", "The last day is before the first."),
        ("last_date", "2029-01-01", "until 2028-01-21"),
        ("every_weeks", "9", "A whole number from 1 to 8."),
        ("starts", "25:00", "There is no hour 25"),
        ("ends", "12:00", "It has to end after it starts"),
        ("ends", "soon", "Please type a time as 12:05."),
        ("zone", "America/Atlantis", "Please choose one of those offered."),
        ("days_off", "2026-02-18 Reading week\nFamily Day", "Line 2: “Family Day” does not begin with a date"),
        ("days_off", "2026-02-30 Family Day", "Line 1: there is no such day"),
        ("days_off", "2026-02-18\n2026-02-18", "2026-02-18 stands there twice."),
        ("link", "javascript:alert(1)", "A link begins with https://"),
        ("school", "018f0000-0000-7000-8000-000000000000", "Please choose one of those offered."),
        ("capacity", "0", "A whole number from 1 to 10000."),
        ("welcome_minutes", "40", "Welcome and close take up all the time there is."),
        ("hosts", "nobody@sample.example", "Line 1: nobody here is called “nobody@sample.example”."),
        (
            "invited",
            "hana@sample.example\nmona@sample.example",
            "Line 2: nobody here is called “mona@sample.example”. Did you mean mina@sample.example?",
        ),
        ("audience", "friends", "Please choose one of those offered."),
    ] {
        let page = form.fill("Make the series", &season(&[(field, typed)])).await;
        page.is(422);
        let beside = page.text_of(&format!("#{field}-problem"));
        assert!(beside.contains(says), "{field} = {typed}: {beside}");
        if !["zone", "school", "audience"].contains(&field) {
            assert_eq!(page.value(field).replace("\r\n", "\n"), typed, "what was typed stays");
        }
        if field != "title" {
            assert_eq!(page.value("title"), "Coffee, Curriculum & Conversation");
        }
        assert!(page.html.contains("value=\"wed\" aria-label=\"Wednesday\" checked"), "the days stay chosen");
    }
    let page = form.fill("Make the series", &season(&[("weekdays", "sun"), ("last_date", "2026-01-22")])).await;
    page.is(422).shows("None of these weekdays comes between");
    let page = form.fill("Make the series", &season(&[("weekdays", "")])).await;
    page.is(422).shows("Choose at least one day of the week.");
    host.get("/gatherings").await.hides("Coffee, Curriculum");
}

#[each_engine]
async fn in_french_the_form_and_its_mistakes_are_french(app: TestApp) {
    let host = host(&app).await.in_french();
    let page = host.get("/series/new").await.fill("Créer la série", &season(&[("days_off", "Fête")])).await;
    page.is(422).shows("Ligne 1 : « Fête » ne commence pas par une date");
    let page = page.fill("Voir les dates", &[("days_off", "")]).await;
    page.is(200).shows("Tous les mercredis du 21 janvier au 18 mars, de 12 h 05 à 12 h 45");
}

#[each_engine]
async fn people_are_invited_by_address_name_or_school(app: TestApp) {
    let host = host(&app).await;
    let (mina, noor) = (app.person("Mina Member", &[]).await, app.person("Noor Newcomer", &[]).await);
    let stranger = app.member("Sam Stranger", &[Role::Teacher]).await;
    let invited = "Mina Member <MINA@sample.example>; noor newcomer\nmina@sample.example";
    let form = host.get("/series/new").await;
    let page = form.fill("Make the series", &season(&[("audience", "invited"), ("invited", invited)])).await;
    let series = id_in(&page.path);
    let mut found = gatherings::invited_to_series(&mut app.read().await.unwrap(), series).await.unwrap();
    found.sort();
    let mut wanted = vec![mina, noor];
    wanted.sort();
    assert_eq!(found, wanted);
    stranger.try_get(&format!("/series/{series}")).await.is(404);
    stranger.try_get(&format!("/series/{series}/calendar.ics")).await.is(404);
    app.visitor().get(&format!("/series/{series}")).await.shows("Sign in");
    app.sign_in(noor).await.get(&format!("/series/{series}")).await.shows("Coffee, Curriculum");
}

#[each_engine]
async fn the_name_of_a_school_invites_everyone_there(app: TestApp) {
    let host = host(&app).await;
    let (knox, bear) = (app.school("Dr. Knox Middle School", None).await, app.school("Bear Creek", None).await);
    let mut wanted = Vec::new();
    for (name, school) in [("Élodie Un", knox), ("Odin Two", knox), ("Thea Three", bear)] {
        let id = app.person(name, &[]).await;
        belongs_to(&app, id, school).await;
        wanted.push(id);
    }
    belongs_to(&app, host.id(), bear).await;
    let form = host.get("/series/new").await;
    assert_eq!(form.value("school"), bear.to_string(), "a host's own school is offered first");
    let series = |page: &crate::testing::Page| id_in(&page.path);
    let page = form.fill("Make the series", &season(&[("invited", "Dr Knox Middle\nthea three\nelodie un")])).await;
    let mut found = gatherings::invited_to_series(&mut app.read().await.unwrap(), series(&page)).await.unwrap();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted, "names without case and accents, and nobody twice");
    app.school("Empty Lake", None).await;
    let page = form.fill("Make the series", &season(&[("invited", "Empty Lake")])).await;
    page.is(422).shows("Line 1: nobody has an account at “Empty Lake” yet.");
    let page = form.fill("Make the series", &season(&[("invited", "Thea Tree")])).await;
    page.is(422).shows("Did you mean Thea Three?");
    app.person("Odin Two", &[]).await;
    let page = form.fill("Make the series", &season(&[("invited", "Odin Two")])).await;
    page.is(422).shows("several people are called “Odin Two”. Please give the e-mail address.");
}

#[each_engine]
async fn who_is_no_longer_invited_no_longer_sees_it(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let mut new = app.new_series(host.id());
    new.audience = Audience::Invited;
    new.invited = vec![mina.id()];
    let series = app.found(new).await;
    mina.get(&format!("/series/{series}")).await;
    sam.try_get(&format!("/series/{series}")).await.is(404);
    let program = app.program(host.id()).await;
    let change = serde_json::json!({"invited": ["sam@sample.example"]});
    program.send("PATCH", &format!("/api/v1/series/{series}"), Some(change)).await.is(200);
    sam.get(&format!("/series/{series}")).await;
    mina.try_get(&format!("/series/{series}")).await.is(404);
    app.letters().await;
}
