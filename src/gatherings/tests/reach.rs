//! "This one, from here on, all": a date of a series, and what changes with it.

use each_engine::each_engine;

use super::{all_of, comes, dates, host, proposes};
use crate::answers::{self, Wish};
use crate::gatherings::{Gathering, days_off, rules};
use crate::ids::{PersonId, SeriesId};
use crate::people::Role;
use crate::testing::{Page, TestApp, Visitor};

async fn edit(visitor: &Visitor, gathering: &Gathering) -> Page {
    visitor.get(&format!("/gatherings/{}/edit", gathering.id)).await
}

async fn comes_to_all(app: &TestApp, person: PersonId, series: SeriesId) {
    let mut db = app.write().await.unwrap();
    answers::say_series(&mut db, app, series, person, Wish::Yes).await.unwrap();
    db.commit().await.unwrap();
}

#[each_engine]
async fn from_here_on_another_day_of_the_week_keeps_each_gathering(app: TestApp) {
    let host = host(&app).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    comes_to_all(&app, mina, series).await;
    let before = all_of(&app, series).await;
    let here = app.gathering_on(series, "2026-02-04").await;
    proposes(&app, &host, &app.gathering_on(series, "2026-02-11").await).await;
    let form = edit(&host, &here).await;
    form.shows("Which dates do you want to change?").shows("This one and all after it");
    assert_eq!(form.attributes("[name=scope][checked]", "value"), ["one"]);
    let page = form
        .fill("Save", &[("scope", "from"), ("weekdays", "thu"), ("last_date", "2026-03-19"), ("place", "Room 4")])
        .await;
    page.is(200).shows("Changed from Wednesday 4 February on.").shows("Thursday 5 February").shows("Room 4");
    let after = all_of(&app, series).await;
    assert_eq!(
        dates(&app, series).await,
        [
            "2026-01-07",
            "2026-01-14",
            "2026-01-21",
            "2026-01-28",
            "2026-02-05",
            "2026-02-12",
            "2026-02-19",
            "2026-02-26",
            "2026-03-05",
            "2026-03-12",
            "2026-03-19"
        ],
        "18 February was a day off, the 19th is none"
    );
    let ids = |gatherings: &[Gathering]| gatherings.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(&before)[..6], ids(&after)[..6], "a Wednesday that becomes a Thursday is the same gathering");
    assert_eq!(before[..4], after[..4], "what comes before is untouched");
    assert_eq!((after[4].moved, after[4].rule_date, after[4].version), (false, Some(after[4].date), 2));
    // Who said yes to the series comes to all of it, and is told once.
    let letters = app.letters().await;
    let mine: Vec<_> = letters.iter().filter(|letter| letter.email.starts_with("mina")).collect();
    assert_eq!(mine.len(), 1, "{letters:#?}");
    assert!(mine[0].text.contains("Moved to Thursday 5 February"), "{}", mine[0].text);
    let mut db = app.read().await.unwrap();
    let counts = answers::counts_in_series(&mut db, series).await.unwrap();
    assert_eq!(counts.values().map(|counts| counts.yes).sum::<i64>(), 10, "all that are not over");
    // The series says both, is one calendar and one season.
    let page = host.get(&format!("/series/{series}")).await;
    page.shows("Every Wednesday from 7 January to 28 January").shows("every Thursday from 5 February");
    let ics = host.get(&format!("/series/{series}/calendar.ics")).await.html;
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 11);
    assert!(ics.contains(&format!("UID:{}@klatsch\r\nSEQUENCE:2", after[4].id)), "{ics}");
    host.get(&format!("/series/{series}/use")).await.is(200);
}

#[each_engine]
async fn what_would_be_lost_is_shown_with_numbers_and_names_first(app: TestApp) {
    let host = host(&app).await;
    let mina = app.person("Mina Member", &[]).await;
    let series = app.found(app.new_series(host.id())).await;
    let lost = app.gathering_on(series, "2026-03-11").await;
    comes(&app, mina, &lost).await;
    proposes(&app, &host, &lost).await;
    let words = app.gathering_on(series, "2026-03-04").await;
    edit(&host, &words).await.fill("Save", &[("note", "Bring a cup")]).await.is(200);
    let here = app.gathering_on(series, "2026-02-25").await;
    let form = edit(&host, &here).await;
    let asked = form.fill("Save", &[("scope", "from"), ("last_date", "2026-02-28")]).await;
    asked.is(200).shows("Some dates would go");
    let off = asked.text_of("#cancelled");
    for words in ["Wednesday 11 March", "One person said yes Mina Member", "One topic Portfolios"] {
        assert!(off.contains(words), "{off}");
    }
    let gone = asked.text_of("#removed");
    assert!(gone.contains("Wednesday 4 March A word from the hosts Bring a cup"), "{gone}");
    assert!(gone.contains("Wednesday 18 March"), "{gone}");
    // Somebody answers meanwhile: the host is asked again, since it is more than they saw.
    comes(&app, app.person("Nell Newcomer", &[]).await, &lost).await;
    let again = asked.submit("Change the series").await;
    again.shows("Some dates would go").shows("2 said yes");
    let back = again.submit("Back to the form").await;
    assert_eq!(back.value("last_date"), "2026-02-28");
    assert_eq!(back.attributes("[name=scope][checked]", "value"), ["from"]);
    again.submit("Change the series").await.is(200).shows("Changed from Wednesday 25 February on.");
    assert_eq!(dates(&app, series).await[6..], ["2026-02-25", "2026-03-11x"]);
    let letters = app.letters().await;
    let mut told: Vec<_> = letters.iter().map(|letter| letter.name.as_str()).collect();
    told.sort_unstable();
    assert_eq!(told, ["Mina Member", "Nell Newcomer"]);
    // The way back: the dates come again, the same gatherings where people had a hand in them.
    let form = edit(&host, &here).await;
    form.fill("Save", &[("scope", "from"), ("last_date", "2026-03-18")]).await.shows("Changed from");
    let again = app.gathering_on(series, "2026-03-11").await;
    assert_eq!((again.id, again.is_cancelled()), (lost.id, false));
    app.letters().await;
}

#[each_engine]
async fn all_changes_only_what_was_typed_in_every_part(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let here = app.gathering_on(series, "2026-02-04").await;
    edit(&host, &here)
        .await
        .fill("Save", &[("scope", "from"), ("weekdays", "thu"), ("last_date", "2026-03-19")])
        .await
        .is(200);
    // One date was moved to the gym; that is its own, also when all change from it.
    let moved = app.gathering_on(series, "2026-01-28").await;
    edit(&host, &moved).await.fill("Save", &[("date", "2026-01-29"), ("place", "Gym")]).await.is(200);
    let form = edit(&host, &app.gathering_on(series, "2026-01-29").await).await;
    form.fill("Save", &[("scope", "all"), ("starts", "12:10"), ("capacity", "9")])
        .await
        .shows("The series is changed.");
    let times = |gathering: &Gathering| {
        (gathering.date.to_string(), calendar::times::time_text(*gathering.starts), gathering.place.clone())
    };
    let said = |date: &str, starts: &str, place: &str| (date.to_owned(), starts.to_owned(), place.to_owned());
    let all: Vec<_> = all_of(&app, series).await.iter().map(times).collect();
    assert_eq!(all[0], said("2026-01-07", "12:05", "Library learning commons"), "what is over stays");
    assert_eq!(all[2], said("2026-01-21", "12:10", "Library learning commons"));
    assert_eq!(all[3], said("2026-01-29", "12:10", "Gym"), "moved, and changed here");
    assert_eq!(all[4], said("2026-02-05", "12:10", "Library learning commons"), "Thursdays stay Thursdays");
    let mut db = app.read().await.unwrap();
    let whole = crate::gatherings::series(&mut db, series).await.unwrap().unwrap();
    let off = days_off(&mut db, series).await.unwrap();
    assert_eq!(rules(&mut db, &whole, off).await.unwrap().len(), 2);
    drop(db);
    // The form of the whole series does the same.
    let form = host.get(&format!("/series/{series}/edit")).await;
    assert_eq!((form.value("first_date").as_str(), form.value("last_date").as_str()), ("2026-01-07", "2026-03-19"));
    form.fill("Save", &[("title", "Coffee")]).await.shows("The series is changed.");
    let all: Vec<_> = all_of(&app, series).await;
    assert_eq!((all[2].date.to_string().as_str(), all[2].title.as_str()), ("2026-01-21", "Coffee"));
    assert_eq!((all[4].date.to_string().as_str(), all[4].title.as_str()), ("2026-02-05", "Coffee"));
    app.letters().await;
}

#[each_engine]
async fn a_day_moved_from_here_on_moves_the_weekday_and_is_undone(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let before = dates(&app, series).await;
    let here = app.gathering_on(series, "2026-02-25").await;
    let form = edit(&host, &here).await;
    // Another week is no day of the week.
    let wrong = form.fill("Save", &[("scope", "from"), ("date", "2026-03-05")]).await;
    wrong.is(422).shows("For several dates, choose the days of the week below.");
    let page = form.fill("Save", &[("scope", "from"), ("date", "2026-02-24"), ("about", "Guests today")]).await;
    page.is(200).shows("Guests today");
    assert_eq!(
        dates(&app, series).await[6..],
        ["2026-02-24", "2026-03-03", "2026-03-10", "2026-03-17"],
        "from here on, Tuesdays"
    );
    page.submit("Undo").await.is(200).hides("Guests today");
    assert_eq!(dates(&app, series).await, before);
    assert_eq!(app.gathering_on(series, "2026-02-25").await.id, here.id);
    let mut db = app.read().await.unwrap();
    let whole = crate::gatherings::series(&mut db, series).await.unwrap().unwrap();
    assert_eq!(rules(&mut db, &whole, Vec::new()).await.unwrap().len(), 1, "the two parts are one again");
    drop(db);
    app.letters().await;
}

#[each_engine]
async fn a_stale_form_of_several_dates_keeps_what_was_typed(app: TestApp) {
    let host = host(&app).await;
    let series = app.found(app.new_series(host.id())).await;
    let form = edit(&host, &app.gathering_on(series, "2026-02-04").await).await;
    let other = host.get(&format!("/series/{series}/edit")).await;
    other.fill("Save", &[("last_date", "2026-03-25")]).await.is(200);
    let page = form.fill("Save", &[("scope", "from"), ("place", "Room 4")]).await;
    page.is(409).shows("Somebody else changed this while you were at it");
    assert_eq!((page.value("place").as_str(), page.value("last_date").as_str()), ("Room 4", "2026-03-25"));
    page.submit("Save").await.is(200).shows("Changed from Wednesday 4 February on.");
    // A stranger may not.
    let sam = app.member("Sam Stranger", &[]).await;
    let path = format!("/gatherings/{}/edit", app.gathering_on(series, "2026-02-04").await.id);
    sam.post(&path, &[("scope", "all"), ("series_version", "1")]).await.is(403);
    host.post(&path, &[("scope", "some")]).await.is(422);
    app.letters().await;
}
