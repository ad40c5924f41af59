//! Stories of the noticeboard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use calendar::rule::Rule;
use each_engine::each_engine;
use jiff::civil::date;

use crate::app::App;
use crate::clock::{Clock, Instant};
use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;
use crate::testing::TestApp;
use crate::topics;

const COFFEE: &str = "Coffee, Curriculum & Conversation";

#[each_engine]
async fn nobody_sees_what_is_public_and_no_more(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    app.found(NewSeries { title: "Closed circle".to_owned(), ..app.new_series(host) }).await;
    let visitor = app.visitor();
    visitor.get("/").await.shows("The next gatherings are for people with an account").hides("Closed circle");
    let new = NewSeries { title: "Open door".to_owned(), audience: Audience::Public, ..app.new_series(host) };
    let open = app.found(new).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    let front = visitor.get("/").await;
    front.shows("share what works, over coffee").shows("Open door").shows("12:05 to 12:45").hides("Closed circle");
    let page = front.click("Open door").await;
    page.shows("Wednesday 14 January, 12:05 to 12:45").shows("Hana Host").shows("Open to everyone");
    page.shows("Nobody has said yes yet").hides("Are you coming");
    let sign_in = page.click("Sign in to answer").await;
    assert!(sign_in.value("next").starts_with("/gatherings/"), "it comes back here afterwards");
    // Who comes is counted, not named, to those who are not signed in.
    nora.get(&page.path).await.submit("Yes").await.shows("One is coming NN Nora Newcomer");
    visitor.get(&page.path).await.shows("1 coming").hides("Nora Newcomer");
    visitor.get("/gatherings").await.shows("Open door").hides("Closed circle");
    visitor.get("/gatherings?show=series").await.shows("Open door").hides("Closed circle");
    visitor.get("/month").await.shows("January 2026").shows("Open door").hides("Closed circle");
    let series = visitor.get(&format!("/series/{open}")).await;
    series.shows("Every Wednesday from 7 January to 18 March, 12:05 to 12:45");
    series.shows("Not on 18 February (Reading week)").shows("Library learning commons");
}

#[each_engine]
async fn a_newcomer_sees_the_season_and_answers_with_one_button(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    app.found(app.new_series(host)).await;
    let nora = app.member("Nora Newcomer", &[Role::Teacher]).await;
    let front = nora.get("/").await;
    front.shows("Hello Nora").shows("You are invited").shows(COFFEE).shows("to all 9 dates").shows("date by date");
    let front = front.submit("Yes").await;
    assert_eq!(front.path, "/", "one stays where one answered");
    front.shows("Good, you are coming to every date").hides("You are invited");
    // Now the next one stands first.
    front.shows("Next").shows("Today , 12:05 to 12:45").shows("You are coming, as you said for the whole series");
    front.shows("The coming two weeks").shows("Wed 21 Jan").hides("Wed 4 Feb");
    let front = front.submit("No").await;
    front.shows("You cannot come on Wednesday 14 January");
    assert_eq!(front.text_of(".board-first .stamp"), "Wed 21 Jan", "the next one that I come to");
}

#[each_engine]
async fn one_date_differs_and_follows_the_series_again(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host)).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let page = mina.get(&format!("/series/{series}")).await;
    let page = page.submit("Yes").await;
    page.shows("You said yes once, for all of it");
    assert_eq!(page.count(".state-yes"), 9, "every date to come");
    let page = page.submit("Not this time Wednesday 21 January").await;
    assert_eq!(page.path, format!("/series/{series}"));
    assert_eq!((page.count(".state-yes"), page.count(".state-no")), (8, 1));
    let date = page.click("Wednesday 21 January").await;
    date.shows("You said no to this date alone");
    date.submit("As I said for the series").await.shows("You are coming, as you said for the whole series");
    mina.get(&format!("/series/{series}")).await.hides("Not coming");
    let excuse = mina.get(&date.path).await.click("Say why you cannot come").await;
    excuse.shows("Only the hosts and you see it");
}

#[each_engine]
async fn a_full_gathering_shows_the_queue(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(NewSeries { capacity: Some(1), ..app.new_series(host) }).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let path = format!("/gatherings/{}", gathering.id);
    let mina = app.member("Mina Member", &[]).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    mina.get(&path).await.shows("one place").submit("Yes").await.shows("all places are taken");
    let page = nora.get(&path).await.submit("Yes").await;
    page.shows("One is waiting for a place NN Nora Newcomer").shows("You are number 1 on the waiting list");
    nora.get(&format!("/series/{series}")).await.shows("Waiting, number 1").shows("Leave the list");
    nora.get("/month").await.shows("(Waiting, number 1)");
}

#[each_engine]
async fn a_moved_and_a_cancelled_date_say_so(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let edit = host.get(&format!("/gatherings/{}/edit", gathering.id)).await;
    edit.fill("Call it off", &[("note", "The library is a polling station.")]).await;
    let moved = app.gathering_on(series, "2026-01-28").await;
    let edit = host.get(&format!("/gatherings/{}/edit", moved.id)).await;
    edit.fill("Save", &[("date", "2026-01-29"), ("note", "The choir rehearses.")]).await;
    app.letters().await;
    let mina = app.member("Mina Member", &[]).await;
    let page = mina.get(&format!("/gatherings/{}", gathering.id)).await;
    page.shows("This gathering is cancelled The library is a polling station.").hides("Are you coming");
    let page = mina.get(&format!("/gatherings/{}", moved.id)).await;
    page.shows("Thursday 29 January").shows("Moved from Wednesday 28 January The choir rehearses.");
    let month = mina.get("/month?m=2026-01").await;
    assert_eq!(month.count(".month-event-off"), 1);
    month.shows("(cancelled)");
    mina.get(&format!("/series/{series}")).await.shows("moved from Wednesday 28 January").shows("cancelled");
}

#[each_engine]
async fn topics_are_on_the_table_and_the_agenda_with_its_clock(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(NewSeries { audience: Audience::Public, ..app.new_series(host.id()) }).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let path = format!("/gatherings/{}", gathering.id);
    let mina = app.member("Mina Member", &[]).await;
    let page = mina.get(&path).await;
    page.shows("Nothing yet. What have you tried lately");
    let page = page.fill("Put it on the table", &[("title", "Digital portfolios"), ("minutes", "10")]).await;
    page.shows("Digital portfolios").shows("Mina Member, 10 minutes").shows("Your topic");
    let nora = app.member("Nora Newcomer", &[]).await;
    let page = nora.get(&path).await.submit("Keen to hear").await;
    assert_eq!(page.path, path, "one stays where one was");
    assert_eq!(page.attributes(".keen button[name=hear]", "aria-pressed"), ["true"]);
    // The hosts are told what is theirs to do, a week ahead.
    app.at("2026-01-15T08:00");
    let front = host.get("/").await;
    front
        .shows("You host")
        .shows("On the table Digital portfolios")
        .shows("Publish the agenda for Wednesday 21 January");
    front.click("Publish the agenda").await.submit("Publish").await;
    app.letters().await;
    host.get("/").await.hides("Publish the agenda");
    let page = nora.get(&path).await;
    page.shows("Agenda 12:05 Welcome 12:08 10 min Digital portfolios Mina Member 12:43 Close");
    let page = app.visitor().get(&path).await;
    page.shows("12:08 10 min Digital portfolios").hides("Mina Member");
    app.at("2026-01-21T14:00");
    crate::jobs::run_due(&app).await.unwrap();
    nora.get(&path).await.hides("12:08").hides("Propose a topic");
}

#[each_engine]
async fn a_host_is_asked_who_came_and_everyone_sees_their_own_season(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    let mina = app.member("Mina Member", &[]).await;
    mina.post(&format!("/series/{series}/answer"), &[("answer", "yes")]).await;
    app.at("2026-01-14T12:10");
    host.get("/").await.click("Who is here? Take attendance now").await.is(200);
    app.at("2026-01-14T13:00");
    let front = host.get("/").await;
    front.shows("Who came on Wednesday 7 January?").shows("Who came on Wednesday 14 January?");
    mina.get("/").await.hides("Who came");
    let page = front.click("Who came on Wednesday 14 January?").await;
    let person = mina.id().to_string();
    host.post(&page.path, &[("person", &person), ("mark", "came")]).await.is(200);
    host.get("/").await.hides("Who came on Wednesday 14 January?").shows("Who came on Wednesday 7 January?");
    let page = mina.get(&format!("/series/{series}")).await;
    page.shows("Your season 7 Jan , Nothing recorded of you 14 Jan , You came 21 Jan , You are coming");
    assert_eq!(page.attributes(".cup[aria-current]", "href").len(), 1, "the next one");
    page.hides("1 came").click("Does it get used?").await.is(200);
    host.get(&format!("/series/{series}")).await.shows("1 came").hides("Your season");
    mina.get(&format!("/gatherings/{}", gathering.id)).await.shows("You came").hides("Who answered what");
    host.get(&format!("/gatherings/{}", gathering.id)).await.click("Who came").await.is(200);
}

#[each_engine]
async fn the_past_is_listed_backwards_and_keeps_its_place(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    let daily = |title: &str| NewSeries {
        title: title.to_owned(),
        rule: Rule {
            weekdays: "mon,tue,wed,thu,fri".parse().unwrap(),
            every_weeks: 1,
            from: date(2026, 1, 5),
            to: date(2026, 2, 13),
            except: Vec::new(),
        },
        ..app.new_series(host)
    };
    app.found(daily("Morning coffee")).await;
    app.found(daily("Afternoon tea")).await;
    app.at("2026-02-20T12:00");
    let mina = app.member("Mina Member", &[]).await;
    let rows = |page: &crate::testing::Page| page.attributes(".row time", "datetime");
    let first = mina.get("/gatherings?show=past").await;
    assert_eq!(rows(&first).len(), 20);
    assert_eq!(rows(&first)[0], "2026-02-13");
    let second = first.click("Next").await;
    let third = second.click("Next").await;
    assert_eq!((rows(&second).len(), rows(&third).len()), (20, 20));
    assert_eq!(rows(&third)[19], "2026-01-05");
    assert!(!third.text().contains("Next"), "nothing is after the last page");
    let titles = |page: &crate::testing::Page| page.attributes(".row-title", "href");
    let mut all: Vec<_> = [&first, &second, &third].into_iter().flat_map(titles).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60, "each stands once, though two start together");
    let back = third.click("Previous").await;
    assert_eq!(titles(&back), titles(&second));
    let back = back.click("Previous").await;
    assert_eq!(titles(&back), titles(&first));
    assert!(!back.text().contains("Previous"));
    mina.get("/gatherings").await.shows("Nothing is on yet").click("Make a series").await.is(200);
    mina.get("/gatherings?show=past&mine=yes").await.shows("Nothing here matches").click("Show everything").await;
}

#[each_engine]
async fn only_mine_are_those_i_host_or_come_to(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    app.found(NewSeries { title: "Makers".to_owned(), ..app.new_series(app.person("Else Host", &[]).await) }).await;
    let page = host.get("/gatherings").await;
    page.shows("Makers").shows(COFFEE);
    host.get("/gatherings?mine=yes").await.shows(COFFEE).hides("Makers");
    let mina = app.member("Mina Member", &[]).await;
    mina.get("/gatherings?mine=yes").await.shows("Nothing here matches");
    mina.post(&format!("/series/{series}/answer"), &[("answer", "yes")]).await;
    mina.get("/gatherings?mine=yes").await.shows(COFFEE).hides("Makers");
}

#[each_engine]
async fn the_pages_speak_french(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host)).await;
    let elodie = app.member("Élodie Enseignante", &[Role::Teacher]).await;
    let front = elodie.get("/language/fr?back=/").await;
    front.shows("Bonjour Élodie").shows("Tous les mercredis du 7 janvier au 18 mars, de 12 h 05 à 12 h 45");
    front.submit("Oui").await.shows("La prochaine").shows("Aujourd’hui , de 12 h 05 à 12 h 45");
    elodie.get("/month").await.shows("Janvier 2026").shows("Février 2026");
    let page = elodie.get(&format!("/series/{series}")).await;
    page.shows("Pas de rencontre le 18 février (Reading week)")
        .click("Mercredi 21 janvier")
        .await
        .shows("Une personne vient");
}

#[each_engine]
async fn an_empty_district_teaches_how_to_begin(app: TestApp) {
    let nora = app.member("Nora Newcomer", &[]).await;
    let page = nora.get("/").await;
    page.shows("Nothing is on yet").shows("A series is a rule that makes gatherings");
    page.click("Make a series").await.is(200);
    nora.get("/gatherings?show=series").await.shows("No series yet");
    nora.get("/gatherings?show=past").await.shows("Nothing has been yet");
    nora.get("/month").await.shows("Nothing this month");
    app.visitor().get("/gatherings").await.shows("Nothing is open to everyone yet");
}

#[each_engine]
async fn before_there_is_a_district_the_front_page_says_how_to_start(app: TestApp) {
    let folder = tempfile::tempdir().unwrap();
    let place = crate::database::Where::File(folder.path().join("new.sqlite"));
    let database = crate::database::Database::open(&place).await.unwrap();
    crate::database::migrate(&database).await.unwrap();
    let clock = Clock::standing_at(Instant(app.now().0));
    let fresh = App::new(app.config.clone(), database, app.files.clone(), clock, false);
    let request = axum::http::Request::get("/").header("host", "klatsch.example").body(axum::body::Body::empty());
    let answer = tower::ServiceExt::oneshot(fresh.router(), request.unwrap()).await.unwrap();
    assert_eq!(answer.status(), 200);
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    let text = String::from_utf8_lossy(&body).into_owned();
    assert!(text.contains("klatsch init") && text.contains("nobody has moved in yet"), "{text}");
    fresh.database.close().await;
}

#[each_engine]
async fn odd_queries_are_an_ordinary_page(app: TestApp) {
    let nora = app.member("Nora Newcomer", &[]).await;
    for path in ["/month?m=2026-13", "/month?m=", "/gatherings?after=x.y&before=1.z&school=7", "/gatherings?show=odd"] {
        nora.get(path).await.is(200);
    }
    nora.get("/month?m=2199-12").await.shows("November 2199");
    nora.get("/month?m=1900-01").await.shows("February 1900");
}

#[each_engine]
async fn a_season_is_one_page(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    let proposal = topics::Proposal {
        title: "Digital portfolios".to_owned(),
        about: String::new(),
        tags: topics::Tags::default(),
        minutes: 10,
    };
    let mut db = app.write().await.unwrap();
    let topic = topics::propose(&mut db, &app, &gathering, mina.id(), &proposal).await.unwrap();
    topics::publish_fitted(&mut db, &app, &gathering, host.id()).await.unwrap();
    db.commit().await.unwrap();
    mina.post(&format!("/topics/{topic}/note"), &[("text", "Three **ways**")]).await.is(200);
    mina.post(&format!("/topics/{topic}/links"), &[("address", "https://guide.example"), ("title", "A guide")])
        .await
        .is(200);
    host.post(&format!("/gatherings/{}/note", gathering.id), &[("text", "All were there")]).await.is(200);
    app.letters().await;
    app.at("2026-01-15T09:00");
    let mut db = app.write().await.unwrap();
    topics::settle(&mut db, &app, &gathering, &std::collections::HashMap::new()).await.unwrap();
    db.commit().await.unwrap();
    let page = mina.get(&format!("/series/{series}")).await.click("The season on one page").await;
    page.shows("Digital portfolios")
        .shows("Mina Member")
        .shows("10 minutes")
        .shows("Three ways")
        .shows("All were there");
    page.shows("Nothing was written down.").shows("Still to come.");
    assert_eq!(page.count(".season-day"), 10);
    let text = mina.get(&format!("/series/{series}/season.md")).await;
    assert_eq!(text.headers["content-type"], "text/markdown; charset=utf-8");
    assert!(text.html.contains("### Digital portfolios\n\nMina Member, 10 minutes\n\nThree **ways**\n\n- [A guide](<https://guide.example>)"), "{}", text.html);
    let program = app.program(mina.id()).await;
    let season = program.get(&format!("/api/v1/series/{series}/season")).await;
    assert_eq!(
        (season.at("/dates/1/topics/0/who"), season.at("/dates/1/note")),
        (&"Mina Member".into(), &"All were there".into())
    );
}
