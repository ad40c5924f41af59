//! Stories of what somebody shows to the members of a network, and to nobody else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use crate::ids::NetworkId;
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// A network that Lena leads, with these members.
async fn network(app: &TestApp, lena: &Visitor, members: &[&Visitor]) -> NetworkId {
    let new = NewNetwork {
        name: "Library Network".to_owned(),
        about: String::new(),
        joining: Joining::Open,
        audience: networks::Audience::District,
        leading: Leading::Leads,
    };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
    for member in members {
        networks::put(&mut db, app, id, member.id(), networks::Role::Member).await.unwrap();
    }
    db.commit().await.unwrap();
    id
}

/// Mina, who shows some of what she says to the network alone; Lena, who leads it; Otto, who is in it.
async fn told(app: &TestApp) -> (NetworkId, [Visitor; 3]) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let otto = app.member("Otto Other", &[Role::Teacher]).await;
    let id = network(app, &lena, &[&mina, &otto]).await;
    let form = mina.get(&format!("/people/{}/profile", mina.id())).await;
    form.shows("members of Library Network").shows("seen by its members alone");
    let audience = format!("network:{id}");
    let said = [
        ("ask", "zqask kits"),
        ("audience_ask", audience.as_str()),
        ("skills", "zqskill"),
        ("audience_skills", audience.as_str()),
        ("grades", "4"),
        ("audience_grades", audience.as_str()),
        ("about", "zqabout"),
        ("audience_about", audience.as_str()),
        ("tools", "zqtool"),
    ];
    form.fill("Save", &said).await.is(200).shows("Saved");
    (id, [lena, mina, otto])
}

/// Whether somebody sees what is for the network: on the page, in lists, in filters, and as a program. All or nothing.
async fn sees(app: &TestApp, who: &Visitor, mina: &Visitor) -> bool {
    let path = format!("/people/{}", mina.id());
    let page = who.get(&path).await.text();
    let sees = page.contains("zqskill");
    for word in ["zqask", "zqabout", "grade 4"] {
        assert_eq!(page.to_lowercase().contains(word), sees, "{word}: {page}");
    }
    assert!(page.contains("zqtool"), "{page}");
    let list = who.get("/people?q=mina").await.text();
    assert_eq!((list.contains("zqask"), list.contains("zqskill")), (sees, sees), "{list}");
    let program = app.program(who.id()).await;
    for query in ["about=zqskill", "about=4", "grade=4", "about=zqskill&grade=4&q=mina"] {
        let found = who.get(&format!("/people?{query}")).await;
        let found = found.attributes(".rows a.row-title", "href");
        assert_eq!(found, if sees { vec![path.clone()] } else { Vec::new() }, "{query}");
        let items = program.get(&format!("/api/v1/people?{query}")).await;
        assert_eq!(items.at("/items").as_array().unwrap().len(), usize::from(sees), "{query}");
    }
    let one = program.get(&format!("/api/v1{path}")).await;
    assert_eq!(one.body.pointer("/profile/skills").is_some(), sees);
    assert_eq!(one.body.pointer("/profile/ask").is_some(), sees);
    let card = who.get(&format!("{path}/card")).await.html;
    assert!(card.contains("zqtool") && card.contains("mina@sample.example"), "{card}");
    assert_eq!((card.contains("zqskill"), card.contains("zqask"), card.contains("zqabout")), (sees, sees, false));
    let all = program.get("/api/v1/people?q=mina").await;
    assert_eq!(all.body.to_string().contains("zqabout"), sees);
    // Words for a network are in no index, whoever looks.
    for query in ["zqask", "zqabout", "zqskill"] {
        assert_eq!(program.get(&format!("/api/v1/search?q={query}")).await.at("/items"), &json!([]), "{query}");
    }
    sees
}

#[each_engine]
async fn what_is_for_a_network_its_members_see_and_find_and_nobody_else(app: TestApp) {
    let (id, [lena, mina, otto]) = told(&app).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let stella = app.steward().await;
    for (who, expected) in [(&lena, true), (&otto, true), (&sam, false), (&stella, false)] {
        assert_eq!(sees(&app, who, &mina).await, expected, "{}", who.id());
    }
    app.visitor().get(&format!("/people/{}", mina.id())).await.shows("Mail me a link");
    // The file is of what the steward may see, who is no member until she is one.
    stella.get("/people.csv").await.shows("Mina Member").hides("zqskill").hides("zqask");
    stella.post(&format!("/networks/{id}/join"), &[]).await;
    assert!(sees(&app, &stella, &mina).await);
    stella.get("/people.csv?about=zqskill").await.shows("Mina Member").shows("zqask");
    // Nobody is told by suggestions what is for a network alone.
    sam.get(&format!("/people/{}/profile", sam.id())).await.hides("zqskill").hides("members of Library Network");
    // Her own page says who sees what, and shows it with their eyes.
    let path = format!("/people/{}", mina.id());
    mina.get(&path).await.shows("members of Library Network").shows("zqskill");
    mina.get(&format!("{path}?as=colleague")).await.hides("zqskill").shows("zqtool");
    mina.get(&path).await.click("As a member of Library Network").await.shows("zqskill").shows("like you");
    sam.get(&format!("{path}?as=network:{id}")).await.hides("zqskill");
    app.sign_in(mina.id()).await.in_french().get(&path).await.shows("les membres de Library Network");
    // What is kept about her says it.
    let kept = (crate::people::DOMAIN.personal.export)(&mut *app.read().await.unwrap(), mina.id()).await.unwrap();
    assert!(format!("{kept:?}").contains(&format!("network:{id}")), "{kept:?}");
}

#[each_engine]
async fn who_leaves_hides_and_sees_no_more_at_once(app: TestApp) {
    let (id, [lena, mina, otto]) = told(&app).await;
    otto.post(&format!("/networks/{id}/leave"), &[]).await;
    assert!(!sees(&app, &otto, &mina).await, "a former member is a stranger");
    assert!(sees(&app, &lena, &mina).await);
    mina.post(&format!("/networks/{id}/leave"), &[]).await;
    assert!(!sees(&app, &lena, &mina).await, "what was for the network is for nobody");
    let path = format!("/people/{}", mina.id());
    mina.get(&path).await.shows("zqskill").shows("only me, as long as I am not in that network again");
    // What is left as it is stays; it cannot be chosen anew, nor by anybody who is not in it.
    mina.get(&format!("{path}/profile")).await.fill("Save", &[("tools", "zqtool, zqloom")]).await.shows("Saved");
    let audience = format!("network:{id}");
    let wrong = [("skills", "x"), ("audience_skills", audience.as_str()), ("version", "1")];
    let wrong = otto.post(&format!("/people/{}/profile", otto.id()), &wrong).await;
    wrong.is(422).shows("Choose a network that you are in");
    let program = app.program(otto.id()).await;
    let change = json!({ "audience_skills": audience });
    program.send("PATCH", &format!("/api/v1/people/{}/profile", otto.id()), Some(change)).await.is(422);
    // Back in it, everything is as before; a network that is closed shows nothing.
    mina.post(&format!("/networks/{id}/join"), &[]).await;
    assert!(sees(&app, &lena, &mina).await);
    lena.post(&format!("/networks/{id}/close"), &[]).await;
    assert!(!sees(&app, &lena, &mina).await);
    lena.post(&format!("/networks/{id}/reopen"), &[]).await;
    assert!(sees(&app, &lena, &mina).await);
    // A program chooses it, too.
    let program = app.program(mina.id()).await;
    let change = json!({ "learns": ["zqlearn"], "audience_learns": audience });
    let said = program.send("PATCH", &format!("/api/v1{path}/profile"), Some(change)).await;
    assert_eq!(said.is(200).at("/audiences/learns"), &json!(audience));
    let found = app.program(lena.id()).await.get("/api/v1/people?learns=zqlearn").await;
    assert_eq!(found.at("/items/0/profile/learns"), &json!(["zqlearn"]));
    assert_eq!(app.program(otto.id()).await.get("/api/v1/people?learns=zqlearn").await.at("/items"), &json!([]));
}
