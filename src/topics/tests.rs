//! Stories of topics and agendas.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use super::carry::carry_over;
use super::{Proposal, State, Tags, ledger, of_gathering, propose, publish_fitted, published, say_keen};
use crate::app::App;
use crate::gatherings::Gathering;
use crate::ids::{PersonId, SeriesId, TopicId};
use crate::people::Role;
use crate::testing::{Page, TestApp, Visitor};

async fn put(app: &TestApp, gathering: &Gathering, by: PersonId, title: &str, minutes: i64) -> TopicId {
    let proposal = Proposal { title: title.to_owned(), about: String::new(), tags: Tags::default(), minutes };
    // The clock of a story stands still; topics are told apart by when they were proposed.
    app.clock.set(app.now().plus_seconds(1));
    let mut db = app.write().await.unwrap();
    let topic = propose(&mut db, app, gathering, by, &proposal).await.unwrap();
    db.commit().await.unwrap();
    topic
}

async fn keen(app: &TestApp, topic: TopicId, person: PersonId, hear: Option<bool>, share: Option<bool>) {
    let mut db = app.write().await.unwrap();
    say_keen(&mut db, topic, person, hear, share, app.now()).await.unwrap();
    db.commit().await.unwrap();
}

#[each_engine]
async fn other_rooms_read_what_is_on_the_table(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    let tomas = app.person("Tomas Teacher", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host)).await;
    let lunch = app.gathering_on(series, "2026-01-14").await;
    let portfolios = put(&app, &lunch, tomas, "Digital portfolios", 10).await;
    let robots = put(&app, &lunch, host, "Robots", 30).await;
    keen(&app, portfolios, host, Some(true), None).await;
    keen(&app, portfolios, host, None, Some(true)).await;
    keen(&app, robots, tomas, Some(true), None).await;
    keen(&app, robots, tomas, Some(false), None).await;
    let mut db = app.read().await.unwrap();
    let table = of_gathering(&mut db, lunch.id, host).await.unwrap();
    assert_eq!(table.len(), 2);
    let (first, second) = (&table[0], &table[1]);
    assert_eq!(
        (first.topic.id, first.hear, first.share, first.my_hear, first.my_share),
        (portfolios, 1, 1, true, true)
    );
    assert_eq!((second.topic.id, second.hear, second.share, second.my_hear), (robots, 0, 0, false));
    assert_eq!(published(&mut db, &lunch).await.unwrap(), None);
    drop(db);
    let mut db = app.write().await.unwrap();
    publish_fitted(&mut db, &app, &lunch, host).await.unwrap();
    db.commit().await.unwrap();
    let mut db = app.read().await.unwrap();
    let agenda = published(&mut db, &lunch).await.unwrap().unwrap();
    // 35 minutes hold one of the two; the one that somebody is keen on wins. It begins after the welcome.
    assert_eq!(agenda.len(), 1);
    assert_eq!((agenda[0].topic, agenda[0].proposer, agenda[0].minutes), (portfolios, tomas, 10));
    assert_eq!(agenda[0].starts_at, lunch.starts_at.plus_seconds(3 * 60));
    let entries = ledger(&mut db, series).await.unwrap();
    assert_eq!(entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [portfolios, robots]);
    assert_eq!((entries[0].state, entries[0].proposed_for, entries[0].carried), (State::Proposed, lunch.id, 0));
    drop(db);
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].email, "tomas@sample.example");
    assert!(letters[0].text.contains("12:08  Digital portfolios (10 minutes)"), "{}", letters[0].text);
}

/// A season with a host and two members, and its second lunch.
struct Season {
    host: Visitor,
    tomas: Visitor,
    lena: Visitor,
    series: SeriesId,
    lunch: Gathering,
}

async fn season(app: &TestApp) -> Season {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let tomas = app.member("Tomas Teacher", &[Role::Teacher]).await;
    let lena = app.member("Lena Brook", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let lunch = app.gathering_on(series, "2026-01-14").await;
    Season { host, tomas, lena, series, lunch }
}

impl Season {
    fn agenda(&self) -> String {
        format!("/gatherings/{}/agenda", self.lunch.id)
    }

    /// The topics on the agenda as its host sees it, by their titles.
    async fn order(&self) -> Vec<String> {
        titles(&self.host.get(&self.agenda()).await)
    }

    /// Presses a button of the agenda: the order as it stands, and one deed.
    async fn press(&self, page: &Page, deed: (&str, &str)) -> Page {
        let order = page.attributes("[data-topic] input[name=topic]", "value");
        let version = page.value("version");
        let mut fields: Vec<(&str, &str)> = order.iter().map(|id| ("topic", id.as_str())).collect();
        fields.push(("version", &version));
        fields.push(deed);
        self.host.post(&self.agenda(), &fields).await
    }
}

fn titles(page: &Page) -> Vec<String> {
    (1..=page.count("[data-topic]"))
        .map(|place| page.text_of(&format!(".agenda-item[data-topic]:nth-child({}) h3", place + 1)))
        .collect()
}

#[each_engine]
async fn a_topic_is_proposed_wanted_edited_and_taken_back(app: TestApp) {
    let season = season(&app).await;
    let new = format!("/gatherings/{}/topics/new", season.lunch.id);
    let page = season.tomas.get(&new).await;
    page.shows("There are 35 minutes in all");
    assert_eq!(page.value("minutes"), "10");
    let wrong = [("title", ""), ("minutes", "241"), ("tags", "a,b,c,d,e,f,g,h,i"), ("about", "Kept.")];
    let page = page.fill("Put it on the table", &wrong).await;
    page.is(422).shows("Please fill this in").shows("A whole number from 1 to 240").shows("At most 8 tags");
    assert_eq!(page.value("about"), "Kept.", "what was typed stays");
    let right = [("title", "Digital portfolios"), ("minutes", "15"), ("tags", "#Assessment, portfolios,assessment")];
    page.fill("Put it on the table", &right).await.shows("Your topic is on the table");
    let topic =
        of_gathering(&mut app.read().await.unwrap(), season.lunch.id, season.lena.id()).await.unwrap()[0].topic.id;
    let path = format!("/topics/{topic}");
    let page = season.tomas.get(&path).await;
    page.shows("Tomas Teacher, 15 minutes").shows("Kept.").shows("assessment portfolios").hides("I can share too");
    season.tomas.post(&format!("{path}/keen"), &[("hear", "yes")]).await.is(403).shows("This is your own topic");

    let page = season.lena.get(&path).await;
    assert!(page.count("form[action$='/withdraw']") == 0, "only its proposer and the hosts change it");
    let page = page.submit("Keen to hear").await;
    page.shows("you are keen to hear it").shows("Keen to hear 1").shows("I can share too 0");
    let page = page.submit("I can share too").await;
    page.shows("you can share too").shows("Keen to hear 1").shows("They can share too LB Lena Brook");
    let page = page.submit("Keen to hear").await;
    page.shows("Keen to hear 0").shows("I can share too 1");
    let back = format!("{path}/keen?back=/gatherings/{}", season.lunch.id);
    assert_eq!(season.lena.post(&back, &[("hear", "yes")]).await.path, format!("/gatherings/{}", season.lunch.id));
    season.lena.post(&format!("{path}/keen"), &[("hear", "maybe")]).await.is(422);
    season.lena.try_get(&format!("{path}/edit")).await.is(403).shows("Only the person who proposed this topic");

    // Two windows: the host shortens it while Tomas is typing.
    let typing = season.tomas.get(&path).await.click("Edit").await;
    let page = season.host.get(&format!("{path}/edit")).await;
    page.fill("Save", &[("minutes", "5")]).await.shows("The topic is changed");
    let page = typing.fill("Save", &[("title", "Portfolios, honestly")]).await;
    page.is(409)
        .shows("Someone changed this topic meanwhile")
        .shows("How many minutes would you like? Now 5 You typed 15");
    assert_eq!(page.value("title"), "Portfolios, honestly");
    page.submit("Save").await.shows("The topic is changed").shows("Portfolios, honestly").shows("15 minutes");

    let page = season.tomas.get(&path).await.submit("Take it off the table").await;
    page.shows("The topic is off the table");
    season.lena.try_get(&path).await.is(404);
    season.lena.post(&format!("{path}/keen"), &[("hear", "yes")]).await.is(404);
    page.submit("Undo").await.shows("The topic is on the table again");
    season.lena.get(&path).await.shows("Keen to hear 1");
    season.tomas.in_french().get(&path).await.shows("Ce sujet intéresse une personne");
}

#[each_engine]
async fn a_host_declines_with_a_reason_that_its_proposer_is_told(app: TestApp) {
    let season = season(&app).await;
    let topic = put(&app, &season.lunch, season.tomas.id(), "Vendor pitch", 10).await;
    let page = season.host.get(&format!("/topics/{topic}")).await;
    page.fill("Decline and say why", &[("why", " ")]).await.is(422).shows("Please fill this in");
    let page = page.fill("Decline and say why", &[("why", "We keep this hour for what we do ourselves.")]).await;
    page.shows("The topic is declined").shows("declined");
    let letters = app.letters().await;
    assert_eq!((letters.len(), letters[0].email.as_str()), (1, "tomas@sample.example"));
    assert!(letters[0].text.contains("Hana Host has declined your topic “Vendor pitch”"), "{}", letters[0].text);
    assert!(letters[0].text.contains("We keep this hour for what we do ourselves."));
    season.lena.try_get(&format!("/topics/{topic}")).await.is(404);
    season.tomas.get(&format!("/topics/{topic}")).await.shows("Why the host declined it").shows("what we do ourselves");
    season.tomas.post(&format!("/topics/{topic}/restore"), &[]).await.is(403).shows("Only a host can put it back");
    let page = season.host.get(&season.agenda()).await;
    page.shows("Declined and withdrawn Vendor pitch");
    page.submit("Put it back on the table").await.shows("on the table again");
    season.lena.get(&format!("/topics/{topic}")).await.shows("Vendor pitch").hides("Why the host declined it");
    // A host who takes it off without a reason does not do so silently either.
    season.host.post(&format!("/topics/{topic}/withdraw"), &[]).await;
    let letters = app.letters().await;
    assert!(letters.iter().any(|letter| letter.text.contains("off the table. You can put it back here")));
}

#[each_engine]
async fn a_table_closes_when_the_gathering_is_over(app: TestApp) {
    let season = season(&app).await;
    app.at("2026-01-14T12:46");
    let new = format!("/gatherings/{}/topics/new", season.lunch.id);
    season.tomas.try_get(&new).await.is(403).shows("Propose your topic for the next one");
}

#[each_engine]
async fn the_host_fits_pins_moves_and_sees_what_it_costs(app: TestApp) {
    let season = season(&app).await;
    let (tomas, lena, host) = (season.tomas.id(), season.lena.id(), season.host.id());
    season.host.get(&season.agenda()).await.shows("Nothing is on the table yet");
    let portfolios = put(&app, &season.lunch, tomas, "Portfolios", 10).await;
    let outdoor = put(&app, &season.lunch, lena, "Outdoor classroom", 15).await;
    let quiz = put(&app, &season.lunch, tomas, "Quiz tools", 10).await;
    let film = put(&app, &season.lunch, host, "A whole film", 50).await;
    for (topic, hears, shares) in [(portfolios, true, true), (outdoor, true, false), (quiz, true, false)] {
        keen(&app, topic, host, Some(hears), Some(shares)).await;
    }
    let page = season.host.get(&season.agenda()).await;
    // Values 3, 1, 1: twice 3, twice 1, and 1 for Tomas's second.
    page.shows("Fitted from 4 topics: 9 points, and no other choice earns more");
    page.shows("All 35 minutes are used").shows("12:05 Welcome").shows("12:43 Close");
    page.shows("12:08 10 min Portfolios Tomas Teacher 1 is keen to hear, 1 can share too: 6 points.");
    page.shows("counted once since another topic of this person counts double");
    page.shows("It is 15 minutes longer than all the time there is.");
    assert_eq!(titles(&page), ["Portfolios", "Outdoor classroom", "Quiz tools"]);

    // Pinned in and out.
    let refused = season.press(&page, ("pin", &format!("in:{film}"))).await;
    refused.is(422).shows("“A whole film” takes 50 minutes, and there are 35. Nothing was changed.");
    assert_eq!(season.order().await, ["Portfolios", "Outdoor classroom", "Quiz tools"]);
    let page = season.press(&page, ("pin", &format!("out:{outdoor}"))).await;
    page.shows("It is off the agenda, and waits").shows("Taken out by a host.");
    page.shows("Fitted around your pins, which cost 2 points: 7 of 9.");
    let page = season.press(&page, ("pin", &format!("none:{outdoor}"))).await;
    page.shows("no other choice earns more");

    // Moved: it costs nothing, but it is the host's order from now on.
    let page = season.press(&page, ("move", &format!("up:{quiz}"))).await;
    page.shows("The order is yours now").shows("in your order: that costs nothing");
    assert_eq!(titles(&page), ["Portfolios", "Quiz tools", "Outdoor classroom"]);
    let late = put(&app, &season.lunch, lena, "Field trip form", 10).await;
    keen(&app, late, host, Some(true), Some(true)).await;
    let page = season.host.get(&season.agenda()).await;
    assert_eq!(titles(&page).len(), 3, "the host's order stands");
    page.shows("Your agenda earns 9 of 13 points: what you changed costs 4 points");
    page.shows("Field trip form Lena Brook The best fit would have it.");
    let over = season.press(&page, ("add", &late.to_string())).await;
    over.shows("Your agenda is 10 minutes longer than there is time")
        .shows("45 minutes, 10 more than the 35 there are");
    // Dragged: the list in another order, and no move.
    let ids = over.attributes("[data-topic] input[name=topic]", "value");
    let version = over.value("version");
    let dragged = [("topic", ids[3].as_str()), ("topic", ids[0].as_str()), ("topic", "junk"), ("version", &version)];
    season.host.post(&season.agenda(), &dragged).await.is(422);
    let dragged =
        [("topic", ids[3].as_str()), ("topic", ids[0].as_str()), ("topic", ids[0].as_str()), ("version", &version)];
    let page = season.host.post(&season.agenda(), &dragged).await;
    assert_eq!(titles(&page), ["Field trip form", "Portfolios"]);
    page.shows("There is room for it: 15 minutes are free");
    let again = [("topic", ids[3].as_str()), ("topic", ids[0].as_str()), ("version", &page.value("version"))];
    let page = season.host.post(&format!("{}/fit", season.agenda()), &again).await;
    page.shows("Fitted again").shows("no other choice earns more");
    // What was there before can be had back.
    assert_eq!(titles(&page.submit("Undo").await), ["Field trip form", "Portfolios"]);
}

#[each_engine]
async fn pins_that_no_longer_fit_are_named_and_lose_nothing(app: TestApp) {
    let season = season(&app).await;
    let portfolios = put(&app, &season.lunch, season.tomas.id(), "Portfolios", 10).await;
    let outdoor = put(&app, &season.lunch, season.lena.id(), "Outdoor classroom", 20).await;
    let page = season.host.get(&season.agenda()).await;
    let page = season.press(&page, ("pin", &format!("in:{portfolios}"))).await;
    season.press(&page, ("pin", &format!("in:{outdoor}"))).await.shows("Pinned: it stays on the agenda");
    // Lena needs more time after all, which nobody can forbid her.
    let page = season.lena.get(&format!("/topics/{outdoor}/edit")).await;
    page.fill("Save", &[("minutes", "30")]).await.shows("The topic is changed");
    let page = season.host.get(&season.agenda()).await;
    page.shows("“Portfolios” and “Outdoor classroom” together take 40 minutes, and there are 35. Take a pin out");
    assert_eq!(titles(&page), ["Portfolios", "Outdoor classroom"]);
    let agenda = format!("/api/v1/gatherings/{}/agenda", season.lunch.id);
    let answer = app.program(season.host.id()).await.get(&agenda).await;
    assert!(answer.is(409).at("/title").as_str().unwrap().contains("together, “Portfolios” and “Outdoor classroom”"));
    let page = season.press(&page, ("pin", &format!("none:{outdoor}"))).await;
    page.shows("The pin is out").shows("Beside what is pinned (“Portfolios”) it is 5 minutes too long.");
}

#[each_engine]
async fn two_hosts_do_not_overwrite_each_other(app: TestApp) {
    let season = season(&app).await;
    let steward = app.steward().await;
    let portfolios = put(&app, &season.lunch, season.tomas.id(), "Portfolios", 10).await;
    put(&app, &season.lunch, season.lena.id(), "Outdoor classroom", 15).await;
    let page = season.host.get(&season.agenda()).await;
    steward.post(&season.agenda(), &[("version", "0"), ("pin", &format!("out:{portfolios}"))]).await.is(200);
    let stale = season.press(&page, ("move", &format!("down:{portfolios}"))).await;
    stale.is(409).shows("Stella Steward changed this agenda meanwhile").shows("Taken out by a host");
    let page = season.press(&stale, ("pin", &format!("none:{portfolios}"))).await;
    assert_eq!(season.order().await, ["Portfolios", "Outdoor classroom"]);
    // A host's own quick taps are not stale: each posts the whole order it leads to.
    season.press(&page, ("move", &format!("down:{portfolios}"))).await.is(200);
    season.press(&page, ("move", &format!("up:{portfolios}"))).await.is(200);
    assert_eq!(season.order().await, ["Portfolios", "Outdoor classroom"]);
    steward.post(&season.agenda(), &[("version", "2"), ("pin", &format!("out:{portfolios}"))]).await.is(409);
}

#[each_engine]
async fn a_published_agenda_is_seen_by_members_and_told_to_those_on_it_once(app: TestApp) {
    let season = season(&app).await;
    let portfolios = put(&app, &season.lunch, season.tomas.id(), "Portfolios", 10).await;
    put(&app, &season.lunch, season.host.id(), "Opening hours", 5).await;
    keen(&app, portfolios, season.lena.id(), Some(true), Some(true)).await;
    let page = season.host.get(&season.agenda()).await;
    page.shows("Only hosts see this");
    season.lena.get(&format!("/topics/{portfolios}")).await.hides("On the agenda at");
    let page = page.submit("Publish the agenda").await;
    page.shows("those who speak are told").shows("Members see this agenda");
    season.lena.get(&format!("/topics/{portfolios}")).await.shows("On the agenda at 12:08");
    let letters = app.letters().await;
    assert_eq!(letters.iter().map(|letter| letter.email.as_str()).collect::<Vec<_>>(), ["tomas@sample.example"]);
    assert_eq!(
        letters[0].subject,
        "Your topic is on the agenda: Coffee, Curriculum & Conversation, Wednesday 14 January"
    );

    // Keenness that comes later does not move what was published; the host's moves wait for a second word.
    let page = season.press(&page, ("move", &format!("down:{portfolios}"))).await;
    page.shows("Changed since published");
    season.lena.get(&format!("/topics/{portfolios}")).await.shows("On the agenda at 12:08");
    let page = page.submit("Publish the changes").await;
    page.shows("Members see this agenda");
    season.lena.get(&format!("/topics/{portfolios}")).await.shows("On the agenda at 12:13");
    assert_eq!(app.letters().await.len(), 1, "told once");
    let page = page.submit("Take it back").await;
    page.shows("The agenda is yours alone again").shows("Only hosts see this");
    assert_eq!(published(&mut app.read().await.unwrap(), &season.lunch).await.unwrap(), None);
    page.submit("Undo").await.shows("Members see this agenda");
    // Whoever withdraws is off the agenda at once.
    season.tomas.post(&format!("/topics/{portfolios}/withdraw"), &[]).await;
    let agenda = published(&mut app.read().await.unwrap(), &season.lunch).await.unwrap().unwrap();
    assert_eq!(agenda.iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>(), ["Opening hours"]);
}

#[each_engine]
async fn what_was_not_reached_is_carried_over_and_comes_first(app: TestApp) {
    let season = season(&app).await;
    let reached = put(&app, &season.lunch, season.tomas.id(), "Portfolios", 10).await;
    let waits = put(&app, &season.lunch, season.lena.id(), "Outdoor classroom", 15).await;
    let dropped = put(&app, &season.lunch, season.tomas.id(), "Quiz tools", 10).await;
    season.host.get(&season.agenda()).await.submit("Publish the agenda").await;
    app.letters().await;
    let settle = format!("{}/settle", season.agenda());
    season.host.post(&settle, &[]).await.is(403).shows("once the gathering has begun");
    app.at("2026-01-14T12:50");
    let page = season.host.get(&season.agenda()).await;
    page.shows("What was not reached goes to Wednesday 21 January");
    let (waits_field, dropped_field) = (format!("fate-{waits}"), format!("fate-{dropped}"));
    let said = [(waits_field.as_str(), "carry"), (dropped_field.as_str(), "leave")];
    let done = page.fill("That is how it was", &said).await;
    done.shows("Shared: 1. Carried over: 1. Let go: 1.").shows("Nothing is on the table any more");
    let entries = ledger(&mut app.read().await.unwrap(), season.series).await.unwrap();
    let next = app.gathering_on(season.series, "2026-01-21").await;
    let by_id = |id: TopicId| entries.iter().find(|entry| entry.id == id).unwrap();
    assert_eq!((by_id(reached).state, by_id(dropped).state), (State::Shared, State::Left));
    let entry = by_id(waits);
    assert_eq!(
        (entry.state, entry.gathering, entry.proposed_for, entry.carried),
        (State::Proposed, next.id, season.lunch.id, 1)
    );
    let agenda = app.program(season.lena.id()).await.get(&format!("/api/v1{}", season.agenda())).await;
    assert_eq!(*agenda.is(200).at("/chosen"), json!([reached]), "what was spoken of stays on the agenda");
    season.tomas.post(&format!("/topics/{reached}/withdraw"), &[]).await.is(403).shows("shared already");
    season
        .lena
        .post(&format!("/topics/{dropped}/keen"), &[("hear", "yes")])
        .await
        .is(403)
        .shows("no longer on the table");
    season.lena.get(&format!("/topics/{waits}")).await.shows("carried over once").shows("21 January");
    // It has a better chance there.
    let page = season.host.get(&format!("/gatherings/{}/agenda", next.id)).await;
    page.shows("Carried over once: 6 points");
    // The host knows better and takes it all back.
    done.submit("Undo").await.shows("Everything is back on the table");
    let table = of_gathering(&mut app.read().await.unwrap(), season.lunch.id, season.lena.id()).await.unwrap();
    assert!(table.iter().all(|on| on.topic.state == State::Proposed && on.topic.carried == 0));
    assert_eq!(table.len(), 3);
}

#[each_engine]
async fn topics_are_carried_by_themselves_half_a_day_after(app: TestApp) {
    let season = season(&app).await;
    let shared = put(&app, &season.lunch, season.tomas.id(), "Portfolios", 10).await;
    season.host.get(&season.agenda()).await.submit("Publish the agenda").await;
    let waits = put(&app, &season.lunch, season.lena.id(), "Outdoor classroom", 15).await;
    app.letters().await;
    let state = async |app: &TestApp| {
        let entries = ledger(&mut app.read().await.unwrap(), season.series).await.unwrap();
        entries.iter().map(|entry| (entry.id, entry.state, entry.carried)).collect::<Vec<_>>()
    };
    app.at("2026-01-15T00:40");
    carry_over(App::clone(&app)).await.unwrap();
    assert_eq!(state(&app).await, [(shared, State::Proposed, 0), (waits, State::Proposed, 0)], "not yet");
    app.at("2026-01-15T01:00");
    for _ in 0..2 {
        carry_over(App::clone(&app)).await.unwrap();
        assert_eq!(state(&app).await, [(shared, State::Shared, 0), (waits, State::Proposed, 1)], "once, however often");
    }
    // After the last gathering there is nowhere to go.
    for day in ["2026-01-22T03:00", "2026-03-19T03:00", "2026-03-20T03:00"] {
        app.at(day);
        carry_over(App::clone(&app)).await.unwrap();
    }
    assert_eq!(state(&app).await[1].1, State::Left);
}

#[each_engine]
async fn a_program_proposes_says_how_keen_it_is_and_reads_the_agenda(app: TestApp) {
    let season = season(&app).await;
    let (host, tomas) = (app.program(season.host.id()).await, app.program(season.tomas.id()).await);
    let topics = format!("/api/v1/gatherings/{}/topics", season.lunch.id);
    let agenda = format!("/api/v1/gatherings/{}/agenda", season.lunch.id);
    let wrong = json!({"title": 3, "minutes": 0, "tags": [{}], "colour": "red"});
    let answer = tomas.send("POST", &topics, Some(wrong)).await;
    let mut fields = answer.is(422).wrong_fields();
    fields.sort();
    fields.dedup();
    assert_eq!(fields, ["/colour", "/minutes", "/tags", "/title"]);
    let made = tomas.send("POST", &topics, Some(json!({"title": "Portfolios", "tags": ["A", "#b"]}))).await;
    assert_eq!(*made.is(201).at("/minutes"), 10);
    assert_eq!(*made.at("/tags"), json!(["a", "b"]));
    let topic = format!("/api/v1/topics/{}", made.at("/id").as_str().unwrap());
    let keen = json!({"hear": true, "share": false});
    tomas.send("PUT", &format!("{topic}/keen"), Some(keen.clone())).await.is(403);
    let said = host.send("PUT", &format!("{topic}/keen"), Some(keen)).await;
    assert_eq!(
        (said.is(200).at("/hear"), said.at("/my_hear"), said.at("/share")),
        (&json!(1), &json!(true), &json!(0))
    );
    host.send("PUT", &format!("{topic}/keen"), Some(json!({"hear": "yes"}))).await.is(422);
    let changed = tomas.send("PATCH", &topic, Some(json!({"minutes": 20, "version": 1}))).await;
    assert_eq!((changed.is(200).at("/minutes"), changed.at("/title")), (&json!(20), &json!("Portfolios")));
    tomas.send("PATCH", &topic, Some(json!({"minutes": 30, "version": 1}))).await.is(409);
    let fitted = host.get(&agenda).await;
    assert_eq!(*fitted.is(200).at("/chosen"), json!([made.at("/id")]));
    assert_eq!(
        (fitted.at("/points"), fitted.at("/minutes"), fitted.at("/published")),
        (&json!(2), &json!(20), &json!(false))
    );
    assert_eq!(*tomas.get(&agenda).await.at("/chosen"), json!([]), "members see what is published");
    season.host.get(&season.agenda()).await.submit("Publish the agenda").await;
    app.letters().await;
    assert_eq!(*tomas.get(&agenda).await.at("/chosen"), json!([made.at("/id")]));
    let long = tomas.send("POST", &topics, Some(json!({"title": "A whole film", "minutes": 60}))).await;
    let fitted = host.get(&agenda).await;
    assert_eq!(
        *fitted.at("/left_out"),
        json!([{"id": long.at("/id"), "why": "It is 25 minutes longer than all the time there is."}])
    );
    assert_eq!(tomas.get(&topics).await.body.as_array().unwrap().len(), 2);
    tomas.send("DELETE", &topic, None).await.is(204);
    assert_eq!(tomas.get(&topics).await.body.as_array().unwrap().len(), 1);
    for odd in ["", "[]", "{\"title\":", "null", "{\"title\":[\"a\"]}", "{\"minutes\":1e99}"] {
        let status = tomas.send_text("POST", &topics, Some(odd.to_owned())).await.status;
        assert!((400..500).contains(&status), "{odd}: {status}");
    }
}
