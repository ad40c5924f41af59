//! Stories of speakers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use crate::networks;
use crate::people::Role;
use crate::testing::TestApp;

const CONTACT: [(&str, &str); 7] = [
    ("name", "Ondine Maybury"),
    ("organisation", "University of the Fjords"),
    ("emails", "ondine@fjordwick.example"),
    ("phones", "+1 250 555 0142"),
    ("links", "@ondine@fjordsocial.example"),
    ("notes", "Noteberry"),
    ("met", "Metberry"),
];

#[each_engine]
async fn a_contact_is_offered_with_what_is_public_and_nothing_else(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let cora = app.member("Cora Colleague", &[Role::TeacherLibrarian]).await;
    mina.get("/contacts/new").await.fill("Add to my book", &CONTACT).await.shows("in your book");
    let contact = mina.get("/contacts").await.click("Ondine Maybury").await;
    let form = contact.click("Offer as a speaker").await;
    assert_eq!(
        (form.value("name"), form.value("link")),
        ("Ondine Maybury".to_owned(), "@ondine@fjordsocial.example".to_owned())
    );
    assert!(!form.html.contains("Noteberry") && !form.html.contains("fjordwick") && !form.html.contains("0142"));
    // Another's contact leads to nothing.
    cora.try_get(&form.path).await.is(404);
    form.fill("See how it looks", &[("topics", ""), ("link", "nowhere")]).await.is(422).shows("leads nowhere");
    let said = [("topics", "Maps, storytelling"), ("fee", "$400 and travel"), ("note", "Great with grade 6.")];
    let preview = form.fill("See how it looks", &said).await;
    preview
        .shows("Everybody of the district would read this")
        .shows("Fee: $400 and travel")
        .shows("Heard by Mina Member");
    cora.get("/speakers").await.shows("No speakers yet");
    let back = preview.fill("Change something", &[]).await;
    assert_eq!(back.value("topics"), "Maps, storytelling");
    preview.submit("Offer to the district").await.shows("Ondine Maybury is offered as a speaker.");
    let seen = cora.get("/speakers").await;
    seen.shows("Ondine Maybury").shows("Offered by Mina Member.").shows("Great with grade 6.").hides("Withdraw");
    for word in ["Noteberry", "Metberry", "fjordwick.example", "0142", "/contacts/"] {
        assert!(!seen.text_of("main").contains(word), "{word}");
        assert!(!seen.attributes("main a", "href").iter().any(|href| href.contains(word)), "{word}");
    }
    seen.submit("I heard them too").await.shows("I did not hear them").submit("Undo").await;
    cora.get("/speakers?q=STORY").await.shows("Ondine Maybury").submit("I heard them too").await;
    cora.get("/speakers?q=robots").await.shows("Nobody speaks about this yet");
    let french = app.visitor();
    french.take(&cora);
    let french = french.in_french();
    french.get("/speakers").await.shows("Proposition de Mina Member.").shows("1 personne à inviter");
    // Who offered may change and withdraw it; so may who looks after Klatsch withdraw it.
    let edit = mina.get("/speakers").await.click("Change").await;
    let preview = edit.fill("See how it looks", &[("fee", "none")]).await;
    preview.submit("Save").await.shows("Fee: none");
    preview.submit("Save").await.is(409).shows("What you typed is still here");
    mina.get("/speakers").await.submit("Withdraw").await.shows("no longer offered").submit("Undo").await.shows("Maps");
    app.steward().await.get("/speakers").await.submit("Withdraw").await.shows("no longer offered");
    cora.get("/speakers").await.hides("Ondine");
}

#[each_engine]
async fn programs_offer_and_hear_speakers(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let cora = app.member("Cora Colleague", &[Role::Teacher]).await;
    let (program, other) = (app.program(mina.id()).await, app.program(cora.id()).await);
    let sent = json!({"name": "Zoé Silva", "topics": "Tea", "email": "z@a.example"});
    assert_eq!(program.send("POST", "/api/v1/speakers", Some(sent)).await.is(422).wrong_fields(), ["/email"]);
    let made = program.send("POST", "/api/v1/speakers", Some(json!({"name": "Zoé Silva", "topics": "Tea"}))).await;
    let path = format!("/api/v1/speakers/{}", made.is(201).at("/id").as_str().unwrap());
    other.send("PUT", &format!("{path}/heard"), None).await.is(204);
    other.send("PUT", &format!("{path}/heard"), None).await.is(204);
    let list = other.get("/api/v1/speakers?q=zoe").await;
    let heard: Vec<&str> =
        ["/0/heard_by/0/name", "/0/heard_by/1/name"].map(|at| list.at(at).as_str().unwrap()).to_vec();
    assert!(heard.contains(&"Cora Colleague") && heard.contains(&"Mina Member"), "{heard:?}");
    assert_eq!(list.at("/0/offered_by"), &json!("Mina Member"));
    other.send("DELETE", &format!("{path}/heard"), None).await.is(204);
    assert_eq!(other.get("/api/v1/speakers").await.at("/0/heard_by").as_array().unwrap().len(), 1);
    other.send("DELETE", &path, None).await.is(403);
    program.send("DELETE", &path, None).await.is(204);
    assert_eq!(other.get("/api/v1/speakers").await.body, json!([]));
    app.stranger_program().get("/api/v1/speakers").await.is(401);
}

#[each_engine]
async fn a_program_changes_an_offer_and_makes_it_again(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let cora = app.member("Cora Colleague", &[Role::Teacher]).await;
    let (program, other) = (app.program(mina.id()).await, app.program(cora.id()).await);
    let new = json!({"name": "Zoé Silva", "topics": "Tea", "fee": "$400"});
    let made = program.send("POST", "/api/v1/speakers", Some(new)).await;
    let path = format!("/api/v1/speakers/{}", made.is(201).at("/id").as_str().unwrap());
    let change = json!({"topics": "Tea, maps", "fee": null, "version": made.at("/version")});
    other.send("PATCH", &path, Some(change.clone())).await.is(403);
    app.stranger_program().send("PATCH", &path, Some(change.clone())).await.is(401);
    let changed = program.send("PATCH", &path, Some(change.clone())).await;
    assert_eq!(
        (changed.is(200).at("/name"), changed.at("/topics"), changed.at("/fee"), changed.at("/heard")),
        (&json!("Zoé Silva"), &json!("Tea, maps"), &json!(""), &json!(1))
    );
    program.send("PATCH", &path, Some(change)).await.is(409);
    let wrong = json!({"name": null, "link": "nowhere", "email": "z@a.example"});
    let wrong = program.send("PATCH", &path, Some(wrong)).await;
    assert_eq!(wrong.is(422).wrong_fields(), ["/email", "/link", "/name"]);
    assert_eq!(other.get("/api/v1/speakers").await.at("/0/topics"), "Tea, maps");

    program.send("DELETE", &path, None).await.is(204);
    program.send("PATCH", &path, Some(json!({"fee": "none"}))).await.is(404);
    other.send("POST", &format!("{path}/restore"), None).await.is(403);
    assert_eq!(other.get("/api/v1/speakers").await.body, json!([]));
    program.send("POST", &format!("{path}/restore"), None).await.is(204);
    assert_eq!(other.get("/api/v1/speakers").await.at("/0/name"), "Zoé Silva");
}

#[each_engine]
async fn an_offer_to_a_network_is_for_those_in_it(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let cora = app.member("Cora Colleague", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let steward = app.steward().await;
    let mut db = app.write().await.unwrap();
    let network = networks::NewNetwork {
        name: "Design Thinking Network".to_owned(),
        about: String::new(),
        joining: networks::Joining::Open,
        audience: networks::Audience::District,
        leading: networks::Leading::Leads,
    };
    let network = networks::make(&mut db, &app, mina.id(), network).await.unwrap();
    networks::put(&mut db, &app, network, cora.id(), networks::Role::Member).await.unwrap();
    db.commit().await.unwrap();
    let id = network.to_string();
    let said = [("name", "Zoé Silva"), ("topics", "Tea"), ("network", &*id)];
    // Who is in no network is not asked, and cannot send one.
    sam.get("/speakers/new").await.hides("For whom");
    sam.post("/speakers/new", &said).await.is(422);
    let preview = mina.get("/speakers/new").await.fill("See how it looks", &said).await;
    preview.shows("Everybody in Design Thinking Network would read this");
    preview.submit("Offer to the network").await.shows("Design Thinking Network · Offered by Mina Member.");
    cora.get("/speakers").await.shows("Zoé Silva").submit("I heard them too").await.shows("You heard Zoé Silva.");
    let program = app.program(cora.id()).await;
    let seen = program.get("/api/v1/speakers").await;
    assert_eq!(seen.at("/0/network"), &json!(id));
    let path = seen.at("/0/id").as_str().unwrap().to_owned();
    sam.get("/speakers").await.hides("Zoé");
    sam.post(&format!("/speakers/{path}/heard"), &[]).await.is(404);
    sam.post(&format!("/speakers/{path}/withdraw"), &[]).await.is(404);
    let program = app.program(sam.id()).await;
    assert_eq!(program.get("/api/v1/speakers?q=zoe").await.body, json!([]));
    program.send("PUT", &format!("/api/v1/speakers/{path}/heard"), None).await.is(404);
    cora.post(&format!("/speakers/{path}/withdraw"), &[]).await.is(403);
    // Who looks after Klatsch sees it, as they see networks, and may withdraw it.
    let page = steward.get("/speakers").await;
    page.shows("Design Thinking Network · Offered by Mina Member.").hides("Change");
    let gone = page.submit("Withdraw").await;
    gone.shows("no longer offered").submit("Undo").await.shows("Zoé Silva");
    mina.get("/speakers").await.submit("Withdraw").await.shows("no longer offered");
}

#[each_engine]
async fn of_many_who_heard_somebody_five_are_named_and_the_rest_counted(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let program = app.program(mina.id()).await;
    let made = program.send("POST", "/api/v1/speakers", Some(json!({"name": "Zoé Silva", "topics": "Tea"}))).await;
    let path = format!("/api/v1/speakers/{}/heard", made.is(201).at("/id").as_str().unwrap());
    program.send("POST", "/api/v1/speakers", Some(json!({"name": "Ida Lone", "topics": "Tea"}))).await.is(201);
    let mut last = mina.clone();
    for name in ["Ada A", "Bo B", "Cy C", "Di D", "Ed E", "Fay F"] {
        app.clock.set(app.now().plus_seconds(60));
        last = app.member(name, &[Role::Teacher]).await;
        app.program(last.id()).await.send("PUT", &path, None).await.is(204);
    }
    // Who heard them sees so, also beyond the five.
    let page = last.get("/speakers?q=zoe").await;
    page.shows("Mina Member").shows("Di D and 2 more").hides("Ed E").shows("I did not hear them");
    let list = program.get("/api/v1/speakers").await;
    assert_eq!((list.at("/1/heard"), list.at("/1/heard_by/4/name")), (&json!(7), &json!("Di D")));
    assert_eq!((list.at("/0/heard"), list.body[1]["heard_by"].as_array().unwrap().len()), (&json!(1), 5));
}
