//! A program that does a next step, takes back, and brings a file in.

use each_engine::each_engine;
use serde_json::{Value, json};

use super::book;
use crate::people::Role;
use crate::testing::{Page, TestApp};

/// What an answer holds.
fn body(page: &Page) -> Value {
    serde_json::from_str(&page.html).unwrap()
}

#[each_engine]
async fn a_program_does_the_next_step_and_takes_back(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let cora = app.member("Cora Colleague", &[Role::Teacher]).await;
    let (program, other) = (app.program(mina.id()).await, app.program(cora.id()).await);
    let sent = json!({"name": "Zoé Silva", "next_step": "Send the map", "next_date": "2030-01-01"});
    let made = program.send("POST", "/api/v1/contacts", Some(sent)).await;
    let path = format!("/api/v1/contacts/{}", made.is(201).at("/id").as_str().unwrap());
    let done = program.send("POST", &format!("{path}/done"), None).await;
    assert_eq!(
        (done.is(200).at("/next_step"), done.at("/next_date"), done.at("/version")),
        (&json!(""), &Value::Null, &json!(2))
    );
    assert!(done.at("/touched").is_string());
    let undo = format!("{path}/undo");
    program.send("POST", &undo, Some(json!({"version": 1}))).await.is(409);
    assert_eq!(
        program.send("POST", &undo, Some(json!({"colour": "red"}))).await.is(422).wrong_fields(),
        ["/colour", "/version"]
    );
    let back = program.send("POST", &undo, Some(json!({"version": 2}))).await;
    assert_eq!(
        (back.is(200).at("/next_step"), back.at("/next_date"), back.at("/touched")),
        (&json!("Send the map"), &json!("2030-01-01"), made.at("/touched"))
    );
    // What is taken back is taken back once.
    program.send("POST", &undo, Some(json!({"version": 3}))).await.is(409);

    // A book is its owner's: for everybody else there is nothing.
    for deed in ["done", "undo", "restore"] {
        other.send("POST", &format!("{path}/{deed}"), Some(json!({"version": 3}))).await.is(404);
        app.stranger_program().send("POST", &format!("{path}/{deed}"), Some(json!({"version": 3}))).await.is(401);
    }
    program.send("DELETE", &path, None).await.is(204);
    program.send("POST", &format!("{path}/done"), None).await.is(404);
    program.send("POST", &format!("{path}/restore"), None).await.is(204);
    assert_eq!(program.get(&path).await.at("/name"), "Zoé Silva");
    app.at("2030-01-01T08:00");
    crate::jobs::run_due(&app).await.unwrap();
    app.letters().await;
}

#[each_engine]
async fn a_program_looks_at_a_file_takes_it_over_and_takes_it_back(app: TestApp) {
    let (mina, id) = book(&app).await;
    let program = app.program(mina.id()).await;
    let table = "Nom;Courriel;Couleur\nOndine Maybury;other@fjordwick.example;bleu\nMuseum of Tea;tea@a.example;\n\
                 Ondine M.;ondine@fjordwick.example;\n";
    let imports = "/api/v1/contacts/imports";
    let wrong = mina.upload(imports, &[], ("book.csv", b"Name,E-mail\nAsh,\n,x@y.example\nBo,nobody\n")).await;
    let wrong = body(wrong.is(422));
    let fields: Vec<_> = wrong["errors"].as_array().unwrap().iter().map(|one| one["pointer"].clone()).collect();
    assert_eq!(fields, [json!("/file"), json!("/file")], "{wrong}");
    app.stranger_program().send("POST", imports, None).await.is(401);
    assert_eq!(program.send("POST", imports, Some(json!({}))).await.is(422).wrong_fields(), ["/file"]);

    let sent = mina.upload(imports, &[], ("carnet.csv", table.as_bytes())).await;
    let sent = body(sent.is(201));
    let path = format!("{imports}/{}", sent["id"].as_str().unwrap());
    let look = program.get(&path).await;
    assert_eq!(look.is(200).body, sent);
    assert_eq!((look.at("/contacts/1/name"), look.at("/taken")), (&json!("Museum of Tea"), &json!(false)));
    assert_eq!((look.at("/columns"), look.at("/left_out")), (&json!(["Nom", "Courriel"]), &json!({"Couleur": 1})));
    let double = |place: usize, same: bool, proposed: &str| {
        let name = "Ondine Maybury";
        json!({"place": place, "contact": id, "name": name, "same_email": same, "proposed": proposed})
    };
    assert_eq!(look.at("/doubles"), &json!([double(0, false, "add"), double(2, true, "merge")]));

    let steward = app.steward().await;
    let other = app.program(steward.id()).await;
    for (method, address) in [("GET", path.clone()), ("POST", format!("{path}/take")), ("POST", format!("{path}/undo"))]
    {
        other.send(method, &address, None).await.is(404);
    }
    let take = format!("{path}/take");
    for wrong in [json!({"doubles": ["0:burn"]}), json!({"doubles": [0]}), json!({"doubles": ["leave"]})] {
        assert_eq!(program.send("POST", &take, Some(wrong)).await.is(422).wrong_fields(), ["/doubles"]);
    }
    let taken = program.send("POST", &take, Some(json!({"doubles": ["0:leave", "2:add"]}))).await;
    assert_eq!(taken.is(200).body, json!({"added": 2, "merged": 0}));
    program.send("POST", &take, None).await.is(409);
    let seen = program.get(&path).await;
    assert_eq!((seen.at("/taken"), seen.at("/doubles")), (&json!(true), &json!([])));
    let names = async || {
        let all = program.get("/api/v1/contacts").await;
        let items = all.at("/items").as_array().unwrap().clone();
        items.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names().await, ["Museum of Tea", "Ondine M.", "Ondine Maybury"]);
    program.send("POST", &format!("{path}/undo"), None).await.is(204);
    assert_eq!(names().await, ["Ondine Maybury"]);

    // Where nothing is said, what is proposed is done.
    let again = mina.upload(imports, &[], ("carnet.csv", table.as_bytes())).await;
    let again = body(again.is(201));
    let take = format!("{imports}/{}/take", again["id"].as_str().unwrap());
    assert_eq!(program.send("POST", &take, None).await.is(200).body, json!({"added": 2, "merged": 0}));
}
