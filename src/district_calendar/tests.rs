//! Stories of the district's calendar.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use jiff::civil::date;
use serde_json::json;

use super::import::{Difference, read};
use super::{Kind, NewDay, between};
use crate::answers::{self, Wish};
use crate::gatherings::{self, NewSeries};
use crate::ids::SeriesId;
use crate::people::Role;
use crate::schools::Level;
use crate::testing::TestApp;

async fn dates(app: &TestApp, series: SeriesId) -> Vec<String> {
    let all = gatherings::gatherings_of(&mut app.read().await.unwrap(), series).await.unwrap();
    all.iter().map(|one| format!("{}{}", one.date.0, if one.is_cancelled() { "x" } else { "" })).collect()
}

#[test]
fn a_kind_is_guessed_from_the_name() {
    let day = date(2026, 10, 23);
    for (name, kind) in [
        ("Pro-D Day", Kind::ProfessionalDay),
        ("Journée pédagogique", Kind::ProfessionalDay),
        ("Non-instructional day", Kind::ProfessionalDay),
        ("Relâche", Kind::Break),
        ("Spring Break", Kind::Break),
        ("Thanksgiving", Kind::Holiday),
        ("Fête du Travail", Kind::Holiday),
    ] {
        assert_eq!(Kind::guess(name, day, day), kind, "{name}");
    }
    assert_eq!(Kind::guess("Winter", day, date(2026, 10, 25)), Kind::Break, "several days in a row");
}

#[test]
fn a_batch_is_known_again() {
    let text = "2026-09-07 Labour Day\n\nDec 21 – Jan 1, Winter break\n2026-09-07 labour day";
    let batch = read(text, 2026, None).unwrap();
    assert_eq!(batch.days.len(), 2, "the same twice is one");
    let made = |day: &NewDay| day.made(uuid::Uuid::nil().into(), crate::clock::Instant(0));
    let there: Vec<_> = batch.days.iter().map(made).collect();
    let again = read("2026-09-07 Labour Day\n2026-12-21 to 2027-01-04 Winter break\nFeb 15 Family Day", 2026, None);
    let difference = Difference::of(&there, &again.unwrap().days);
    assert_eq!((difference.new.len(), difference.changed.len(), difference.same.len()), (1, 1, 1));
    assert_eq!(difference.changed[0].1.last, date(2027, 1, 4));
    let wrong = read("2026-09-07 Labour Day\nsomeday\n2026-02-30 Never", 2026, None).unwrap_err();
    assert_eq!(wrong.len(), 2, "every line that is wrong");
}

#[each_engine]
async fn a_steward_types_changes_and_removes_a_day(app: TestApp) {
    let steward = app.steward().await;
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    steward.get("/calendar").await.shows("No days off are known").click("Add a day").await.is(200);
    let form = steward.get("/calendar/new").await;
    form.submit("Add it").await.is(422);
    let backwards = [("name", "Odd"), ("first_date", "2026-02-17"), ("last_date", "2026-02-16")];
    form.fill("Add it", &backwards).await.is(422).shows("The last day is before the first.");
    let family = [("name", "Family Day"), ("first_date", "2026-02-16")];
    let page = form.fill("Add it", &family).await;
    page.is(200).shows("Family Day is in the calendar.").shows("Monday 16 February").shows("holiday");
    // The same form sent again is the same day; another form is not.
    form.fill("Add it", &family).await.is(200).shows("Family Day is in the calendar.");
    let again = steward.get("/calendar/new").await.fill("Add it", &family).await;
    again.is(422).shows("This day is in the calendar already.");
    let edit = page.click("Family Day").await;
    let stale = steward.get(&edit.path).await;
    edit.fill("Save", &[("kind", "professional_day"), ("school", &school.to_string())])
        .await
        .shows("professional day")
        .shows("Sample Elementary");
    stale.fill("Save", &[("name", "Mine")]).await.is(409);
    let page = stale.submit("Remove the day").await;
    page.shows("Family Day is no longer in the calendar.").shows("No days off are known");
    page.submit("Undo").await.shows("Family Day").shows("Sample Elementary");
    // Everyone may see it; nobody else may keep it.
    app.visitor().get("/calendar?year=2025").await.shows("Family Day").hides("Add a day");
    app.member("Mina Member", &[Role::Teacher]).await.try_get("/calendar/new").await.is(403);
    app.visitor().get("/month?m=2026-02").await.shows("Family Day (Sample Elementary)");
    let ics = app.visitor().get(&format!("/calendar.ics?school={school}")).await.html;
    assert!(ics.contains("DTSTART;VALUE=DATE:20260216\r\nDTEND;VALUE=DATE:20260217"), "{ics}");
    assert!(!app.visitor().get("/calendar.ics").await.html.contains("VEVENT"), "a school's day is the school's");
}

#[each_engine]
async fn a_steward_pastes_and_imports_a_calendar(app: TestApp) {
    let steward = app.steward().await;
    let form = steward.get("/calendar/import").await;
    let wrong = form.fill("Show what it does", &[("days", "Feb 16 Family Day\nsomeday\n2026-02-30 Never")]).await;
    wrong.is(422).shows("Line 2: no date in “someday”.").shows("Line 3: there is no such day");
    form.submit("Show what it does").await.is(422).shows("Paste some lines, or choose a file.");
    let lines = "Feb 16 Family Day\nMarch 16-27: Spring break\nFri. Jan 30, 2026 – Pro-D day";
    let seen = form.fill("Show what it does", &[("days", lines), ("year", "2025")]).await;
    seen.is(200).shows("3 new, nothing changed").shows("From 16 March to 27 March").shows("Nothing is saved yet.");
    steward.get("/calendar").await.shows("No days off are known");
    seen.submit("Keep it").await.is(200).shows("3 new, 0 changed").shows("Spring break").shows("professional day");
    // A file: one is there, one has other dates, one is new, one has a time of day.
    let event = |lines: &str| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n");
    let file = [
        "BEGIN:VCALENDAR\r\n".to_owned(),
        event("SUMMARY:Family Day\r\nDTSTART;VALUE=DATE:20260216\r\nDTEND;VALUE=DATE:20260217"),
        event("SUMMARY:Spring break\r\nDTSTART;VALUE=DATE:20260316\r\nDTEND;VALUE=DATE:20260331"),
        event("SUMMARY:Good Friday\r\nDTSTART;VALUE=DATE:20260403"),
        event("SUMMARY:Board meeting\r\nDTSTART:20260410T190000"),
        "END:VCALENDAR\r\n".to_owned(),
    ]
    .concat();
    let seen = form.fill("Show what it does", &[("file", &file)]).await;
    seen.is(200).shows("One new, one changed").shows("From 16 March to 30 March").shows("One event with a time of day");
    assert!(seen.value("days").contains("2026-04-03 Good Friday"), "a file becomes lines that can be taken out");
    let lines = seen.value("days").replace("2026-04-03 Good Friday", "");
    let fewer = seen.fill("Show what it does", &[("days", &lines)]).await;
    fewer.shows("Nothing new, one changed").submit("Keep it").await.shows("0 new, 1 changed").hides("Good Friday");
    let repeats = file.replace("SUMMARY:Good Friday", "RRULE:FREQ=YEARLY\r\nSUMMARY:Good Friday");
    form.fill("Show what it does", &[("file", &repeats)]).await.is(422).shows("a day that repeats");
}

#[each_engine]
async fn a_series_follows_the_calendar_and_its_hosts_decide(app: TestApp) {
    let steward = app.steward().await;
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.person("Mina Member", &[]).await;
    let add = |name: &'static str, first: &'static str| {
        let steward = steward.clone();
        async move {
            steward.post("/calendar/new", &[("name", name), ("first_date", first)]).await.is(200);
        }
    };
    add("A storm day", "2026-01-28").await;
    let follows = app.found(app.new_series(host.id())).await;
    let other = app.found(NewSeries { follows_calendar: false, ..app.new_series(host.id()) }).await;
    assert!(!dates(&app, follows).await.contains(&"2026-01-28".to_owned()));
    assert!(dates(&app, other).await.contains(&"2026-01-28".to_owned()));
    let page = host.get(&format!("/series/{follows}")).await;
    page.shows("28 January (A storm day)").hides("The district’s calendar has changed");
    // Somebody comes to one of the dates that become days off.
    let lost = app.gathering_on(follows, "2026-02-11").await;
    let mut db = app.write().await.unwrap();
    answers::say(&mut db, &app, lost.id, mina, Wish::Yes, None).await.unwrap();
    db.commit().await.unwrap();
    add("Learning day", "2026-02-11").await;
    add("Another", "2026-03-04").await;
    let there = dates(&app, follows).await;
    assert!(there.contains(&"2026-03-04".to_owned()), "nothing goes by itself");
    // Ten minutes later the hosts have one letter.
    app.at("2026-01-14T10:11");
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1, "{letters:#?}");
    assert_eq!(
        (letters[0].name.as_str(), letters[0].subject.as_str()),
        ("Hana Host", "The district’s calendar has changed: Coffee, Curriculum & Conversation")
    );
    assert!(letters[0].text.contains("Now a day off: Wednesday 11 February"), "{}", letters[0].text);
    let page = host.get(&format!("/series/{follows}")).await;
    let asked = page.shows("that concerns 2 dates").click("See what would change").await;
    asked.is(200).shows("Wednesday 11 February").shows("One person said yes Mina Member").shows("Wednesday 4 March");
    asked.submit("Follow the calendar").await.shows("The series follows the calendar as it is now.");
    let now = dates(&app, follows).await;
    assert!(now.contains(&"2026-02-11x".to_owned()) && !now.contains(&"2026-03-04".to_owned()), "{now:?}");
    assert_eq!(app.gathering_on(follows, "2026-02-11").await.note.as_deref(), Some("Learning day"));
    host.get(&format!("/series/{follows}/calendar")).await.shows("there is nothing to change");
    host.post(&format!("/series/{follows}/calendar"), &[]).await.shows("there is nothing to change");
    let told = app.letters().await;
    assert_eq!(told.iter().filter(|letter| letter.name == "Mina Member").count(), 1, "who said yes is told");
    // A day that is none after all gives the dates back, the same gathering.
    for day in between(&mut app.read().await.unwrap(), date(2026, 2, 1), date(2026, 4, 1)).await.unwrap() {
        steward.post(&format!("/calendar/{}/remove", day.id), &[]).await.is(200);
    }
    host.get(&format!("/series/{follows}/calendar")).await.submit("Follow the calendar").await.is(200);
    let again = app.gathering_on(follows, "2026-02-11").await;
    assert_eq!((again.id, again.is_cancelled()), (lost.id, false));
    assert!(dates(&app, follows).await.contains(&"2026-03-04".to_owned()));
    // Not to follow it any more gives the rest back.
    let form = host.get(&format!("/series/{follows}/edit")).await;
    assert_eq!(form.attributes("[name=follows_calendar][checked]", "value"), ["yes"]);
    let program = app.program(host.id()).await;
    let path = format!("/api/v1/series/{follows}");
    let told = program.send("PATCH", &path, Some(json!({"follows_calendar": false}))).await;
    assert_eq!((told.is(200).at("/follows_calendar"), told.at("/calendar_days_off")), (&json!(false), &json!([])));
    assert!(dates(&app, follows).await.contains(&"2026-01-28".to_owned()));
    app.at("2026-01-14T10:30");
    app.letters().await;
}

#[each_engine]
async fn a_program_keeps_the_calendar(app: TestApp) {
    let steward = app.steward().await;
    let program = app.program(steward.id()).await;
    let path = "/api/v1/calendar";
    let made = program.send("POST", path, Some(json!({"first_date": "2026-02-16", "name": "Family Day"}))).await;
    assert_eq!((made.is(201).at("/kind"), made.at("/last_date")), (&json!("holiday"), &json!("2026-02-16")));
    for (body, pointer) in [
        (json!({"first_date": "2026-02-16", "name": "family day"}), "/name"),
        (json!({"first_date": "soon", "name": "A"}), "/first_date"),
        (json!({"first_date": "2026-02-16", "name": "A", "kind": "party"}), "/kind"),
        (json!({"first_date": "2026-02-16", "last_date": "2027-02-16", "name": "A"}), "/last_date"),
        (json!({"first_date": "2026-02-16", "name": "A", "colour": "red"}), "/colour"),
    ] {
        let answer = program.send("POST", path, Some(body.clone())).await;
        assert_eq!(answer.is(422).wrong_fields(), [pointer], "{body}");
    }
    let batch = json!({"days": "Feb 16 Family Day\nMarch 16-27 Spring break", "year": 2025});
    let import = format!("{path}/import");
    let told = program.send("POST", &import, Some(batch.clone())).await;
    assert_eq!((told.is(200).at("/same"), told.at("/kept")), (&json!(1), &json!(false)));
    assert_eq!(told.at("/new/0/kind"), &json!("break"));
    let mut kept = batch;
    kept["confirm"] = json!(true);
    assert_eq!(program.send("POST", &import, Some(kept)).await.is(200).at("/kept"), &json!(true));
    program.send("POST", &import, Some(json!({"days": "someday"}))).await.is(422);
    let list = app.stranger_program().get(&format!("{path}?year=2025")).await;
    assert_eq!(list.is(200).at("/items").as_array().unwrap().len(), 2);
    let id = list.at("/items/0/id").as_str().unwrap().to_owned();
    app.program(app.person("Sam", &[]).await).await.send("DELETE", &format!("{path}/{id}"), None).await.is(403);
    program.send("DELETE", &format!("{path}/{id}"), None).await.is(204);
    program.send("DELETE", &format!("{path}/{id}"), None).await.is(404);
}
