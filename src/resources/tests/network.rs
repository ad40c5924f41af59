//! The links and files of a network.

use each_engine::each_engine;
use serde_json::json;

use crate::ids::NetworkId;
use crate::networks::{self, Audience, Joining, Leading, NewNetwork};
use crate::people::Role;
use crate::testing::{TestApp, Visitor, picture};

/// A network led by Lena, in which Mina and Nora are.
struct Circle {
    id: NetworkId,
    base: String,
    lena: Visitor,
    mina: Visitor,
    nora: Visitor,
}

async fn circle(app: &TestApp, joining: Joining, audience: Audience) -> Circle {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let nora = app.member("Nora Neighbour", &[Role::Teacher]).await;
    let new = NewNetwork {
        name: "Sample Network".to_owned(),
        about: String::new(),
        joining,
        audience,
        leading: Leading::Leads,
    };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
    for person in [mina.id(), nora.id()] {
        networks::put(&mut db, app, id, person, networks::Role::Member).await.unwrap();
    }
    db.commit().await.unwrap();
    Circle { id, base: format!("/networks/{id}"), lena, mina, nora }
}

#[each_engine]
async fn members_put_links_and_files_on_the_shelf_of_their_network(app: TestApp) {
    let Circle { id, base, lena, mina, nora } = circle(&app, Joining::Request, Audience::District).await;
    let shelf = mina.get(&base).await.shows("Nothing yet. What all of you need").click("Add a link or a file").await;
    shelf.shows("Its members see them");
    assert_eq!(shelf.count("[name=text]"), 0, "there is no note of a network");
    let wrong = shelf.fill("Add the link", &[("address", "javascript:alert(1)"), ("title", "A guide")]).await;
    wrong.is(422);
    assert_eq!(wrong.value("title"), "A guide");
    let added = shelf.fill("Add the link", &[("address", "guide.example/kits"), ("title", "A guide to kits")]).await;
    added.shows("A guide to kits").shows("guide.example");
    let page = nora.upload(&format!("{base}/files"), &[("caption", "The wall")], ("wall.png", &picture())).await;
    page.is(200).shows("The wall");
    let href = page.attributes(".kept-picture", "href")[0].clone();
    mina.get(&base).await.shows("A guide to kits").shows("The wall");
    assert_eq!(mina.get(&format!("{href}/small")).await.headers["content-type"], "image/jpeg");
    nora.upload(&format!("{base}/files"), &[], ("run.exe", b"MZ")).await.is(422);

    // Who added it and who leads the network change and remove it, and nobody else does.
    let seen = mina.get(&format!("{base}/resources")).await;
    assert_eq!((seen.count("form[action$='/remove']"), seen.count("form[action$='/move']")), (1, 0));
    mina.post(&format!("{href}/remove"), &[]).await.is(403);
    mina.post(&format!("{href}/edit"), &[("title", "Mine"), ("version", "1")]).await.is(403);
    let gone = nora.get(&format!("{base}/resources")).await.submit("Remove The wall").await;
    assert_eq!(gone.count(".kept-picture"), 0);
    mina.try_get(&href).await.is(404);
    gone.submit("Undo").await.shows("The wall");
    let led = lena.get(&format!("{base}/resources")).await;
    assert_eq!((led.count("form[action$='/remove']"), led.count("form[action$='/move']")), (2, 2));
    led.click("Change The wall").await.fill("Save", &[("title", "The wall in June")]).await.shows("The wall in June");
    lena.post(&format!("{href}/move"), &[("move", "up")]).await;
    mina.post(&format!("{href}/move"), &[("move", "up")]).await.is(403);
    lena.get(&format!("{base}/resources"))
        .await
        .submit("Remove A guide to kits")
        .await
        .submit("Undo")
        .await
        .shows("A guide");

    // Whoever is not in it does not see, find or get any of that, and neither does who is only invited.
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    lena.post(&format!("{base}/invite"), &[("people", "Sam Stranger"), ("word", "")]).await;
    sam.get(&base).await.hides("A guide to kits").hides("The wall");
    sam.try_get(&format!("{base}/resources")).await.is(403);
    for path in [href.clone(), format!("{href}/small"), format!("{href}/edit")] {
        sam.try_get(&path).await.is(404);
    }
    mina.get("/search?q=kits").await.shows("A guide to kits");
    sam.get("/search?q=kits").await.hides("A guide to kits");
    app.visitor().get("/search?q=kits").await.hides("A guide to kits");
    let program = app.program(sam.id()).await;
    program.get(&format!("/api/v1/networks/{id}/resources")).await.is(403);
    program.get(&format!("/api/v1{href}/content")).await.is(404);
    // In it they are.
    sam.get(&base).await.submit("Accept").await.shows("A guide to kits");
    sam.get("/search?q=kits").await.shows("A guide to kits");
    app.letters().await;
}

#[each_engine]
async fn the_shelf_of_an_open_network_is_for_the_district(app: TestApp) {
    let Circle { id, base, lena, mina, .. } = circle(&app, Joining::Open, Audience::Public).await;
    let program = app.program(mina.id()).await;
    let path = format!("/api/v1/networks/{id}");
    program.send("POST", &format!("{path}/links"), Some(json!({"address": "nowhere"}))).await.is(422);
    let link = json!({"address": "https://guide.example/robots", "title": "Robots at school"});
    let added = program.send("POST", &format!("{path}/links"), Some(link.clone())).await;
    let one = format!("/api/v1/resources/{}", added.is(201).at("/id").as_str().unwrap());
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let other = app.program(sam.id()).await;
    assert_eq!(other.get(&format!("{path}/resources")).await.at("/0/title"), "Robots at school");
    other.send("POST", &format!("{path}/links"), Some(link)).await.is(403);
    other.send("DELETE", &one, None).await.is(403);
    sam.get(&format!("{base}/resources")).await.shows("Everyone in the district sees them").hides("Add a link");
    sam.get("/search?q=robots").await.shows("Robots at school");
    app.visitor().get(&base).await.hides("Robots at school");
    app.visitor().get("/search?q=robots").await.hides("Robots at school");
    // When one has to ask to come in, the shelf is its members' again, in search too.
    let edit = lena.get(&format!("{base}/edit")).await;
    edit.fill("Save", &[("joining", "request")]).await;
    sam.get("/search?q=robots").await.hides("Robots at school");
    mina.get("/search?q=robots").await.shows("Robots at school");
    sam.try_get(&format!("{base}/resources")).await.is(403);
    // Into a closed network nobody puts anything more.
    lena.post(&format!("{base}/close"), &[]).await;
    mina.get(&format!("{base}/resources")).await.shows("Robots at school").hides("Add a link");
    program.send("POST", &format!("{path}/links"), Some(json!({"address": "https://late.example"}))).await.is(403);
    app.letters().await;
}
