//! A program that closes a network, answers what waits, and takes things back.

use each_engine::each_engine;
use serde_json::{Value, json};

use crate::people::Role;
use crate::testing::{Program, TestApp};

/// Begins a network; its address.
async fn begun(program: &Program, joining: &str) -> String {
    let new = json!({"name": format!("By {joining}"), "joining": joining, "audience": "district"});
    let made = program.send("POST", "/api/v1/networks", Some(new)).await;
    format!("/api/v1/networks/{}", made.is(201).at("/id").as_str().unwrap())
}

#[each_engine]
async fn a_program_takes_back_and_comes_back(app: TestApp) {
    let lena = app.person("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let (program, other) = (app.program(lena).await, app.program(mina).await);
    let path = begun(&program, "request").await;

    // Who asked takes it back.
    other.send("PUT", &format!("{path}/membership"), None).await.is(202);
    other.send("DELETE", &format!("{path}/request"), None).await.is(204);
    assert_eq!(program.get(&format!("{path}/requests")).await.body, json!([]));

    // Who was invited declines, or it is taken back.
    let invite = Some(json!({"people": [mina], "word": "Come along."}));
    let invitations = format!("{path}/invitations");
    program.send("POST", &invitations, invite.clone()).await.is(200);
    let waiting = program.get(&invitations).await;
    assert_eq!(
        (waiting.at("/0/person"), waiting.at("/0/by"), waiting.at("/0/word")),
        (&json!(mina), &json!(lena), &json!("Come along."))
    );
    other.get(&invitations).await.is(403);
    other.send("DELETE", &format!("{path}/invitation"), None).await.is(204);
    assert_eq!(program.get(&invitations).await.body, json!([]));
    program.send("POST", &invitations, invite.clone()).await.is(200);
    other.send("DELETE", &format!("{invitations}/{mina}"), None).await.is(403);
    program.send("DELETE", &format!("{invitations}/{mina}"), None).await.is(204);
    assert_eq!(program.get(&invitations).await.body, json!([]));
    other.send("PUT", &format!("{path}/membership"), None).await.is(202);

    // Who left a moment ago comes back; who was taken out is put back by who leads.
    program.send("POST", &invitations, invite).await.is(200);
    let back = format!("{path}/membership/return");
    other.send("POST", &back, None).await.is(409);
    other.send("DELETE", &format!("{path}/membership"), None).await.is(204);
    other.send("POST", &back, None).await.is(204);
    assert_eq!(other.get(&path).await.at("/role"), "member");
    let restore = format!("{path}/members/{mina}/restore");
    program.send("DELETE", &format!("{path}/members/{mina}"), None).await.is(204);
    other.send("POST", &back, None).await.is(409);
    other.send("POST", &restore, None).await.is(403);
    program.send("POST", &restore, None).await.is(204);
    assert_eq!(other.get(&path).await.at("/role"), "member");
    other.send("DELETE", &format!("{path}/membership"), None).await.is(204);
    program.send("POST", &restore, None).await.is(403);
    app.at("2026-01-14T12:00");
    other.send("POST", &back, None).await.is(409);

    // A closed one is there for its members.
    other.send("PUT", &format!("{path}/closed"), None).await.is(403);
    program.send("PUT", &format!("{path}/closed"), None).await.is(204);
    assert_eq!(program.get(&path).await.at("/closed"), &json!(true));
    other.get(&path).await.is(404);
    app.stranger_program().send("DELETE", &format!("{path}/closed"), None).await.is(401);
    program.send("DELETE", &format!("{path}/closed"), None).await.is(204);
    assert_eq!(other.get(&path).await.at("/closed"), &json!(false));
    app.letters().await;
}

#[each_engine]
async fn a_program_hands_a_lead_over(app: TestApp) {
    let lena = app.person("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let (program, other) = (app.program(lena).await, app.program(mina).await);
    let path = begun(&program, "open").await;
    other.send("PUT", &format!("{path}/membership"), None).await.is(204);
    let handover = format!("{path}/handover");
    let answer = format!("{handover}/answer");
    let offer = Some(json!({"to": "Mina Member", "then": "committee", "word": "It is in good shape."}));
    other.get(&handover).await.is(403);
    other.send("PUT", &handover, offer.clone()).await.is(403);
    let wrong = program.send("PUT", &handover, Some(json!({"then": "king", "colour": "red"}))).await;
    assert_eq!(wrong.is(422).wrong_fields(), ["/colour", "/to", "/then"]);
    program.send("PUT", &handover, Some(json!({"to": lena, "then": "member"}))).await.is(422);
    program.send("PUT", &handover, offer.clone()).await.is(204);
    let waiting = program.get(&handover).await;
    assert_eq!((waiting.at("/offered/to"), waiting.at("/asked")), (&json!(mina), &Value::Null));

    // It is kept after all, offered again, refused, and offered once more.
    program.send("DELETE", &handover, None).await.is(204);
    other.send("PUT", &answer, Some(json!({"answer": "accept"}))).await.is(403);
    program.send("PUT", &handover, offer.clone()).await.is(204);
    other.send("PUT", &answer, Some(json!({"answer": "perhaps"}))).await.is(422);
    other.send("PUT", &answer, Some(json!({"answer": "decline"}))).await.is(204);
    assert_eq!(program.get(&handover).await.at("/offered"), &Value::Null);
    program.send("PUT", &handover, offer).await.is(204);
    let asked = other.get(&handover).await;
    assert_eq!(
        (asked.at("/asked/by"), asked.at("/asked/then"), asked.at("/asked/word")),
        (&json!(lena), &json!("committee"), &json!("It is in good shape."))
    );
    other.send("PUT", &answer, Some(json!({"answer": "accept"}))).await.is(204);
    assert_eq!(program.get(&path).await.at("/role"), "committee");
    assert_eq!(other.get(&path).await.at("/role"), "lead");
    program.send("DELETE", &handover, None).await.is(403);
    app.letters().await;
}
