//! What is made for a network by who leads it, and the lists that show only what is of one.

use each_engine::each_engine;
use serde_json::json;

use super::network;
use crate::gatherings::Audience;
use crate::people::Role;
use crate::testing::TestApp;

const SERIES: [(&str, &str); 7] = [
    ("title", "Kit Tuesdays"),
    ("weekdays", "tue"),
    ("first_date", "2026-01-20"),
    ("last_date", "2026-02-10"),
    ("starts", "15:00"),
    ("ends", "16:00"),
    ("audience", "invited"),
];

#[each_engine]
async fn who_leads_a_network_makes_a_series_and_a_gathering_for_it(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}");
    // Who leads none is not asked.
    assert_eq!(mina.get("/series/new").await.count("[name=network]"), 0);
    mina.get(&base).await.hides("Plan a series");
    let form = lena.get(&base).await.click("Plan a series").await;
    assert_eq!(form.value("network"), id.to_string());
    form.shows("Sample Network");
    // What was chosen stays where something else is wrong.
    let wrong = form.fill("Make the series", &[("title", "")]).await;
    wrong.is(422);
    assert_eq!(wrong.value("network"), id.to_string());
    let made = form.fill("Make the series", &SERIES).await;
    made.shows("Kit Tuesdays");
    let page = mina.get(&base).await.click("Kit Tuesdays").await;
    page.shows("Tuesday 20 January");
    let alone = lena.get(&format!("{base}/gatherings")).await.click("Plan one gathering").await;
    let fields = [
        ("title", "An author visits"),
        ("date", "2026-02-03"),
        ("starts", "15:30"),
        ("ends", "17:00"),
        ("audience", "invited"),
    ];
    alone.fill("Make the gathering", &fields).await.shows("An author visits is made");
    mina.get(&format!("{base}/gatherings")).await.shows("An author visits").shows("Kit Tuesdays");
    // A member who does not lead it cannot make anything its own.
    let own = id.to_string();
    let foreign = [&SERIES[..], &[("network", own.as_str()), ("every_weeks", "1")]].concat();
    mina.post("/series", &foreign).await.is(422).shows("Choose a network that you lead");
    // A steward comes from the network.
    let steward = app.steward().await;
    let form = steward.get(&format!("/gatherings/new?network={id}")).await;
    assert_eq!(form.value("network"), id.to_string());
    assert_eq!(steward.get("/gatherings/new").await.count("[name=network]"), 0);
    app.letters().await;
}

#[each_engine]
async fn a_program_makes_one_for_a_network(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let (lead, member) = (app.program(lena.id()).await, app.program(mina.id()).await);
    let gathering = json!({"title": "Kit day", "date": "2026-02-03", "starts": "15:30", "ends": "17:00",
                           "audience": "invited", "network": id.to_string()});
    let refused = member.send("POST", "/api/v1/gatherings", Some(gathering.clone())).await;
    assert_eq!(refused.is(422).wrong_fields(), ["/network"]);
    let made = lead.send("POST", "/api/v1/gatherings", Some(gathering)).await;
    let path = format!("/api/v1/gatherings/{}", made.is(201).at("/id").as_str().unwrap());
    member.get(&path).await.is(200);
    // It is said once: a change knows no network.
    let change = lead.send("PATCH", &path, Some(json!({"network": id.to_string()}))).await;
    assert_eq!(change.is(422).wrong_fields(), ["/network"]);
    let series = json!({"title": "Kit Tuesdays", "weekdays": ["tue"], "first_date": "2026-01-20", "last_date": "2026-02-10",
                        "starts": "15:00", "ends": "16:00", "network": id.to_string()});
    lead.send("POST", "/api/v1/series", Some(series)).await.is(201);
    let all = member.get(&format!("/api/v1/networks/{id}/gatherings")).await;
    assert_eq!((all.at("/0/title"), all.at("/3/title")), (&json!("Kit Tuesdays"), &json!("Kit day")));
    app.letters().await;
}

#[each_engine]
async fn lists_and_the_month_show_what_is_of_one_network(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let mut new = app.new_series(lena.id());
    new.title = "Elsewhere".to_owned();
    app.found(new).await;
    let mut new = app.new_series(lena.id());
    (new.title, new.audience) = ("Closed circle".to_owned(), Audience::Invited);
    let circle = app.found(new).await;
    lena.post(&format!("/networks/{id}/gatherings"), &[("what", &format!("series:{circle}"))]).await;
    let month = mina.get("/month").await;
    month.shows("Elsewhere").shows("Closed circle");
    assert_eq!(month.count(&format!("select[name=network] option[value='{id}']")), 1);
    let month = mina.get(&format!("/month?network={id}")).await;
    month.hides("Elsewhere").shows("Closed circle");
    assert_eq!(month.attributes("select[name=network] option[selected]", "value"), [id.to_string()]);
    // The next month is of the same network.
    month.click("February 2026").await.hides("Elsewhere").shows("Closed circle");
    for list in ["/gatherings?show=", "/gatherings?show=past", "/gatherings?show=series"] {
        mina.get(list).await.shows("Elsewhere");
        mina.get(&format!("{list}&network={id}")).await.hides("Elsewhere").shows("Closed circle");
    }
    mina.get(&format!("/gatherings?network={id}&mine=yes")).await.shows("Nothing here matches");
    lena.get(&format!("/gatherings?network={id}&mine=yes")).await.shows("Closed circle").hides("Elsewhere");
    // What somebody may not see is not there for them, whatever they choose.
    let stranger = app.member("Sam Stranger", &[Role::Teacher]).await;
    for path in ["/month?m=2026-02", "/gatherings?show=", "/gatherings?show=series"] {
        let path = format!("{path}&network={id}");
        stranger.get(&path).await.hides("Closed circle").hides("Elsewhere");
        app.visitor().get(&path).await.hides("Closed circle").hides("Elsewhere");
    }
    // Nor who is in the network, and is not invited any more.
    let edit = lena.get(&format!("/series/{circle}/edit")).await;
    edit.fill("Save", &[("invited", "")]).await;
    mina.get(&format!("/networks/{id}/gatherings")).await.hides("Closed circle");
    mina.get(&format!("/gatherings?network={id}")).await.hides("Closed circle");
    app.letters().await;
}

#[each_engine]
async fn what_becomes_for_invited_people_stays_for_the_members(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let stranger = app.member("Sam Stranger", &[Role::Teacher]).await;
    let series = app.found(app.new_series(lena.id())).await;
    lena.post(&format!("/networks/{id}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    stranger.get(&format!("/series/{series}")).await;
    lena.get(&format!("/series/{series}/edit")).await.fill("Save", &[("audience", "invited")]).await.is(200);
    stranger.try_get(&format!("/series/{series}")).await.is(404);
    mina.get(&format!("/series/{series}")).await;
    let form = lena.get(&format!("/gatherings/new?network={id}")).await;
    let fields = [("title", "An author visits"), ("date", "2026-02-03"), ("starts", "15:30"), ("ends", "17:00")];
    let made = form.fill("Make the gathering", &fields).await;
    stranger.get(&made.path).await;
    lena.get(&format!("{}/edit", made.path)).await.fill("Save", &[("audience", "invited")]).await.is(200);
    stranger.try_get(&made.path).await.is(404);
    mina.get(&made.path).await.shows("An author visits");
    app.letters().await;
}

#[each_engine]
async fn what_a_host_gave_by_name_stays_when_somebody_leaves_the_network(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let nora = app.member("Nora Newly", &[Role::Teacher]).await;
    let base = format!("/networks/{id}");
    let mut new = app.new_series(lena.id());
    (new.audience, new.invited) = (Audience::Invited, vec![mina.id()]);
    let series = app.found(new).await;
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    let fields = [("title", "Kit day"), ("date", "2026-02-10"), ("starts", "15:00"), ("ends", "16:00")];
    let form = lena.get("/gatherings/new").await;
    let more = [("audience", "invited"), ("invited", "Mina Member")];
    let alone = form.fill("Make the gathering", &[&fields[..], &more[..]].concat()).await.path;
    let what = format!("gathering:{}", alone.rsplit('/').next().unwrap());
    lena.post(&format!("{base}/gatherings"), &[("what", &what)]).await;
    let paths = [format!("/series/{series}"), alone];
    nora.get(&base).await.submit("Join").await;
    for path in &paths {
        nora.get(path).await;
    }
    for who in [&mina, &nora] {
        who.get(&base).await.submit("Leave the network").await;
    }
    for path in &paths {
        // Mina was invited by Lena, Nora by the network alone.
        mina.get(path).await;
        nora.try_get(path).await.is(404);
    }
    // Whom the host names afterwards stays, too.
    nora.get(&base).await.submit("Join").await;
    let mut db = app.write().await.unwrap();
    crate::gatherings::invite_to_series(&mut db, series, nora.id(), app.now()).await.unwrap();
    db.commit().await.unwrap();
    nora.get(&base).await.submit("Leave the network").await;
    nora.get(&paths[0]).await;
    app.letters().await;
}

#[each_engine]
async fn a_lead_chooses_their_own_series_however_many_others_there_are(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let mine = app.found(app.new_series(lena.id())).await;
    let mut db = app.write().await.unwrap();
    for number in 0..101 {
        let mut new = app.new_series(mina.id());
        new.title = format!("Another {number}");
        (new.rule.from, new.rule.to) = (jiff::civil::date(2026, 5, 6), jiff::civil::date(2026, 5, 6));
        crate::gatherings::found(&mut db, &app, mina.id(), &new).await.unwrap();
    }
    db.commit().await.unwrap();
    let page = lena.get(&format!("/networks/{id}/gatherings")).await;
    assert_eq!(page.attributes("select[name=what] option[value^='series:']", "value"), [format!("series:{mine}")]);
}

#[each_engine]
async fn what_was_held_is_told_in_pages(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}");
    let mut new = app.new_series(lena.id());
    new.rule.weekdays = "mon,tue,wed,thu,fri".parse().unwrap();
    let series = app.found(new).await;
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    app.at("2026-03-10T12:00");
    let mina = app.sign_in(mina.id()).await;
    let page = mina.get(&format!("{base}/gatherings")).await;
    page.shows("To come").shows("Wednesday 18 March").shows("Monday 9 March").hides("Later ones");
    assert_eq!(page.count("#past .row"), 30);
    let page = page.click("Earlier ones").await;
    page.shows("Later ones").shows("Wednesday 7 January").hides("9 March").hides("Earlier ones").hides("To come");
    mina.try_get(&format!("{base}/gatherings?page=nought")).await.is(422);
    mina.get(&base).await.shows("Tuesday 10 March").hides("Monday 9 March");
    app.letters().await;
}
