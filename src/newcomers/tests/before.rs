//! Before there is an account.

use each_engine::each_engine;

use super::{circles, tuesdays};
use crate::gatherings::{Audience, NewSeries};
use crate::newcomers::{deeds, letters, store};
use crate::people::{self, Role};
use crate::testing::{Page, TestApp, Visitor};

/// The address of a link that somebody just made.
fn address(page: &Page) -> String {
    let link = page.attributes("input.token", "value").remove(0);
    link.get(link.find("/welcome/from/").unwrap()..).unwrap().to_owned()
}

/// A public series, and a colleague who shares a link.
async fn shared(app: &TestApp) -> (Visitor, String) {
    let (hana, _) = circles(app).await;
    let open = NewSeries { audience: Audience::Public, title: "Open robots".to_owned(), ..tuesdays(app, hana.id()) };
    app.found(open).await;
    let made = hana.get("/welcome/links").await.submit("Make a link").await;
    made.shows("It is shown this once.").shows("nobody has answered yet");
    let address = address(&made);
    (hana, address)
}

#[each_engine]
async fn somebody_without_an_account_answers_by_a_link_and_asks_for_one(app: TestApp) {
    let (hana, address) = shared(&app).await;
    let steward = app.steward().await;
    let guest = app.visitor();
    let form = guest.get(&address).await;
    form.shows("Hana Host shares this with you.");
    form.fill("Show me where I fit in", &[("school", "Nowhere")]).await.is(422);
    let said = [("interests", "robots and portfolios"), ("teaches", "Grade 5"), ("tells", "interests")];
    let kept = form.fill("Show me where I fit in", &said).await;
    // What is public, and no more.
    kept.shows("Open robots").shows("Hana Host will say hello.").hides("Coffee, Curriculum").hides("Makers after");
    kept.hides("The host can be asked about");
    assert!(kept.path.starts_with("/welcome/kept/"));
    assert!(app.letters().await.is_empty(), "nobody is told before there is a name");
    hana.get("/welcome/links").await.shows("one answered");
    // The address opens the answers, and nothing else.
    guest.once("GET", "/newcomers", None).await.is(303);
    kept.fill("Ask for an account", &[("name", "Ivy New"), ("email", "no address")]).await.is(422);
    let asked = kept.fill("Ask for an account", &[("name", "Ivy New"), ("email", "Ivy@sample.example")]).await;
    asked.shows("We told the people who look after Klatsch.");
    let letters = app.letters().await;
    assert_eq!((&*letters[0].name, &*letters[0].subject), ("Stella Steward", "Ivy New asks for an account"));
    hana.once("GET", "/newcomers/all", None).await.is(403);
    let all = steward.get("/newcomers/all").await;
    all.shows("Ivy New").shows("ivy@sample.example").shows("Asks for an account");
    all.submit("Add Ivy New").await.shows("Ivy New has an account now, and a letter.");
    // Now the hosts are told; the address opens nothing any more; and she signs in by a mailed link only.
    let letters = app.letters().await;
    assert!(letters.iter().any(|letter| letter.name == "Ivy New" && letter.subject == "You have an account"));
    assert!(letters.iter().any(|letter| letter.name == "Hana Host" && letter.subject == "Ivy New is new and may come"));
    guest.once("GET", &kept.path, None).await.is(404);
    let ivy = people::by_email(&mut app.read().await.unwrap(), "ivy@sample.example").await.unwrap().unwrap();
    let ivy = app.sign_in(ivy.id).await;
    ivy.get("/welcome/answer").await.shows("Your circles").shows("robots");
}

#[each_engine]
async fn nobody_is_admitted_with_an_address_that_nobody_read(app: TestApp) {
    let (_, address) = shared(&app).await;
    let steward = app.steward().await;
    let guest = app.visitor();
    let kept = guest.get(&address).await.fill("Show me where I fit in", &[("interests", "robots")]).await.path;
    let (read, unread) = ("ivy@sample.example", "ivy@elsewhere.example");
    guest.post(&kept, &[("name", "Ivy New"), ("email", read)]).await.is(200);
    // She reads one address, and another takes its place before she presses.
    let all = steward.get("/newcomers/all").await;
    all.shows(read);
    guest.post(&kept, &[("name", "Ivy New"), ("email", unread)]).await.is(200);
    all.submit("Add Ivy New").await.is(409).shows("another name or address");
    for email in [read, unread] {
        assert!(people::by_email(&mut app.read().await.unwrap(), email).await.unwrap().is_none(), "{email}");
    }
    steward.get("/newcomers/all").await.shows(unread);
    // Nor does wishing go on without end.
    for _ in 0..40 {
        guest.post(&kept, &[("name", "Ivy New"), ("email", read)]).await;
    }
    guest.post(&kept, &[("name", "Ivy New"), ("email", read)]).await.is(429);
    assert_eq!(app.letters().await.len(), 1, "the wish is told once");
}

#[each_engine]
async fn who_has_an_account_already_takes_over_what_they_answered(app: TestApp) {
    let (_, address) = shared(&app).await;
    let steward = app.steward().await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let kept = app.visitor().get(&address).await.fill("Show me where I fit in", &[("interests", "robots")]).await;
    kept.fill("Ask for an account", &[("name", "Somebody"), ("email", "mina@sample.example")]).await;
    let all = steward.get("/newcomers/all").await;
    all.submit("Add Somebody").await.is(409).shows("mina@sample.example has an account already.");
    let form = mina.get("/welcome").await;
    form.shows("Were it you?").submit("Yes, use those answers").await.shows("Those answers are yours now.");
    mina.get("/welcome").await.hides("Were it you?");
    app.letters().await;
}

#[each_engine]
async fn of_two_presses_the_second_does_not_forget_what_the_first_took_over(app: TestApp) {
    let (_, address) = shared(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.post("/welcome", &[("interests", "portfolios"), ("days", "wed")]).await.is(200);
    let page = app.visitor().get(&address).await.fill("Show me where I fit in", &[("interests", "robots")]).await;
    page.fill("Ask for an account", &[("name", "Somebody"), ("email", "mina@sample.example")]).await;
    let mut db = app.read().await.unwrap();
    let kept = store::of_email(&mut db, "mina@sample.example", app.now()).await.unwrap().unwrap();
    let advice = deeds::advise(&mut db, &app, Some(mina.id()), &kept.five()).await.unwrap();
    drop(db);
    // The first press is not kept yet when the second comes.
    let mut first = app.write().await.unwrap();
    assert!(deeds::take_over(&mut first, &app, &kept, (mina.id(), &advice)).await.is_ok());
    let mut second = Box::pin(mina.post("/welcome/take", &[]));
    assert!(tokio::time::timeout(std::time::Duration::from_millis(400), &mut second).await.is_err());
    let (done, second) = tokio::join!(first.commit(), second);
    done.unwrap();
    second.is(409).shows("taken over already");
    let hers = store::of_person(&mut app.read().await.unwrap(), mina.id()).await.unwrap().unwrap();
    assert_eq!(hers.id, kept.id);
    mina.get("/welcome/answer").await.shows("robots");
    app.letters().await;
}

#[each_engine]
async fn links_end_and_answers_are_forgotten(app: TestApp) {
    let (hana, address) = shared(&app).await;
    let guest = app.visitor();
    let form = guest.get(&address).await;
    let taken_back = hana.get("/welcome/links").await.submit("Take back").await;
    guest.once("GET", &address, None).await.is(404);
    form.fill("Show me where I fit in", &[("interests", "robots")]).await.is(404);
    taken_back.shows("The link does not work any more.").submit("Undo").await.shows("The link works again.");
    let kept = form.fill("Show me where I fit in", &[("interests", "robots")]).await;
    let second = form.fill("Show me where I fit in", &[("interests", "cardboard")]).await;
    second.submit("Forget my answers now").await.shows("Your answers are forgotten.");
    guest.once("GET", &second.path, None).await.is(404);
    // A person is sent to their own questions.
    hana.get(&address).await.shows("Five questions, two minutes.").hides("shares this with you");
    // Kept for two weeks.
    app.at("2026-01-27T10:00");
    guest.get(&kept.path).await.shows("Open robots");
    app.at("2026-01-29T10:00");
    guest.once("GET", &kept.path, None).await.is(404);
    letters::ask_whether_it_helped((*app).clone()).await.unwrap();
    assert_eq!(store::count(&mut app.read().await.unwrap(), 10).await.unwrap(), 0);
    app.at("2026-02-14T10:00");
    guest.once("GET", &address, None).await.is(404);
    // No more than five at a time.
    let hana = app.sign_in(hana.id()).await;
    for _ in 0..5 {
        hana.post("/welcome/links", &[]).await.is(200);
    }
    hana.post("/welcome/links", &[]).await.is(403).shows("You have 5 links that work.");
}

#[each_engine]
async fn a_link_is_not_for_a_flood(app: TestApp) {
    let (_, address) = shared(&app).await;
    let guest = app.visitor();
    for turn in 0..41 {
        let page = guest.post(&address, &[("interests", "robots")]).await;
        page.is(if turn < 40 { 200 } else { 429 });
    }
}
