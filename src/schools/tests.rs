//! Stories of schools: those who look after Klatsch add and change them, programs read them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use super::Level;
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn a_steward_adds_and_changes_a_school(app: TestApp) {
    let stella = app.steward().await;
    let form = stella.get("/schools").await.click("Add a school").await;
    form.fill("Add", &[("name", ""), ("level", "high")]).await.is(422).shows("2 things need another look");
    let page = form.fill("Add", &[("name", "Sample Elementary"), ("level", "elementary"), ("city", "Here")]).await;
    page.shows("Sample Elementary is here now").shows("Elementary").shows("Here");
    let form = page.click("Change").await;
    assert_eq!(form.value("city"), "Here");
    form.fill("Save", &[("level", "middle"), ("postal_code", "V1V 1V1")]).await.shows("Saved").shows("Middle");
    stella.get("/schools?q=here").await.shows("Here, V1V 1V1");

    // The form that was opened first is stale now.
    let page = form.fill("Save", &[("city", "There")]).await;
    page.is(409).shows("Somebody saved this before you").shows("middle").shows("V1V 1V1");
    assert_eq!(page.value("city"), "There");
    page.submit("Save").await.shows("Saved").shows("There");
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.try_get("/schools/new").await.is(403).shows("people who look after Klatsch");
}

#[each_engine]
async fn a_program_reads_the_schools(app: TestApp) {
    for number in 0..101 {
        app.school(&format!("Sample {number:03}"), Some(Level::Secondary)).await;
    }
    app.school("École Sample", Some(Level::Elementary)).await;
    let mina = app.person("Mina Member", &[]).await;
    let program = app.program(mina).await;
    let first = program.get("/api/v1/schools").await;
    assert_eq!(first.is(200).at("/items/0/name"), "École Sample");
    assert_eq!(first.at("/items/0/level"), "elementary");
    assert_eq!(first.at("/items").as_array().unwrap().len(), 100);
    let next = first.at("/next").as_str().unwrap().to_owned();
    assert_eq!(next, "http://klatsch.example/api/v1/schools?page=2");
    let second = program.get("/api/v1/schools?page=2").await;
    assert_eq!((second.at("/items").as_array().unwrap().len(), second.at("/next").is_null()), (2, true));
    let found = program.get("/api/v1/schools?q=ECOLE&level=elementary").await;
    assert_eq!(found.at("/items").as_array().unwrap().len(), 1);
    assert_eq!(program.get("/api/v1/schools?level=high").await.is(422).wrong_fields(), ["/level"]);
    app.stranger_program().get("/api/v1/schools").await.is(401);
}
