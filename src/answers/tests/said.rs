//! Stories of what is said, and who sees it.

use each_engine::each_engine;
use serde_json::json;

use super::{next, say_series, season, set_state, stands};
use crate::answers::{self, Answer, Wish, store};
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn one_answer_to_the_series_holds_for_every_date_to_come(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let nora = app.member("Nora Newcomer", &[Role::Teacher]).await;
    let page = nora.post(&format!("/series/{series}/answer"), &[("answer", "yes")]).await;
    page.shows("you are coming to every date");
    let mut db = app.read().await.unwrap();
    let mine = store::mine_in_series(&mut db, series, nora.id()).await.unwrap();
    let past = app.gathering_on(series, "2026-01-07").await;
    assert!(!mine.contains_key(&past.id), "nobody can come to what is over");
    assert_eq!(mine.len(), 9, "the dates to come");
    assert!(mine.values().all(|mine| mine.answer == Answer::Yes && !mine.own));
    let counts = answers::counts_in_series(&mut db, series).await.unwrap();
    assert_eq!(counts[&next(&app, series).await.id].yes, 1);
    assert_eq!(answers::mine_all(&mut db, nora.id()).await.unwrap(), mine);
    assert_eq!(answers::series_answers_of(&mut db, nora.id()).await.unwrap()[&series], Wish::Yes);
    drop(db);
    // Undo takes the whole answer back.
    page.submit("Undo").await.shows("taken back");
    let mut db = app.read().await.unwrap();
    assert_eq!(store::mine_in_series(&mut db, series, nora.id()).await.unwrap().len(), 0);
    assert_eq!(answers::series_answer(&mut db, series, nora.id()).await.unwrap(), None);
}

#[each_engine]
async fn a_single_date_wins_over_the_series_until_it_is_taken_back(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    say_series(&app, series, nora.id(), Wish::Yes).await;
    let id = next(&app, series).await.id;
    let answer = format!("/gatherings/{id}/answer");
    let page = nora.post(&answer, &[("answer", "no")]).await;
    page.shows("You cannot come on Wednesday 14 January. The hosts know.");
    for wish in [Wish::Maybe, Wish::Yes] {
        say_series(&app, series, nora.id(), wish).await;
        assert_eq!(stands(&app, id, nora.id()).await, Some((Answer::No, None)), "the series does not change it");
    }
    page.submit("Undo").await.shows("your answer to the series holds again: you are coming");
    assert_eq!(stands(&app, id, nora.id()).await, Some((Answer::Yes, None)));
    let page = nora.post(&answer, &[("answer", "maybe")]).await;
    page.shows("You may come on Wednesday 14 January");
    let page = nora.post(&answer, &[("answer", "yes")]).await;
    page.shows("you are coming").submit("Undo").await.shows("You may come");
}

#[each_engine]
async fn without_an_answer_to_the_series_nothing_stands_after_taking_back(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    let id = next(&app, series).await.id;
    let page = nora.post(&format!("/gatherings/{id}/answer"), &[("answer", "yes")]).await;
    page.submit("Undo").await.shows("You have not answered for Wednesday 14 January any more");
    assert_eq!(stands(&app, id, nora.id()).await, None);
    // Whether a gathering may vanish depends on who comes, not on who does not.
    for (wish, any) in [("no", false), ("maybe", true)] {
        nora.post(&format!("/gatherings/{id}/answer"), &[("answer", wish)]).await;
        let hands = answers::hands(&mut app.read().await.unwrap(), series).await.unwrap();
        assert_eq!((hands.len(), hands[0].holds), (1, any));
    }
}

#[each_engine]
async fn only_hosts_and_the_person_see_a_reason(app: TestApp) {
    let (host, series) = season(&app, None).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    let other = app.member("Omar Other", &[]).await;
    say_series(&app, series, nora.id(), Wish::Yes).await;
    say_series(&app, series, other.id(), Wish::No).await;
    let id = next(&app, series).await.id;
    let excuse = format!("/gatherings/{id}/excuse");
    let page = nora.get(&excuse).await;
    page.shows("You cannot come on Wednesday 14 January?").shows("Only the hosts and you see it");
    page.fill("I cannot come", &[("excuse", "Field trip")]).await.shows("You cannot come");
    assert_eq!(nora.get(&excuse).await.text_of("textarea"), "Field trip");
    assert_eq!(other.get(&excuse).await.text_of("textarea"), "");
    other.try_get(&format!("/gatherings/{id}/answers")).await.is(403).hides("Field trip");
    let list = host.get(&format!("/gatherings/{id}/answers")).await;
    list.shows("Not coming: 2").shows("Nora Newcomer").shows("Field trip").shows("excused");
    assert_eq!(list.count(".state-no"), 1, "who said no to the series needs no excuse");
    // Saying no again keeps the reason; coming after all forgets it.
    nora.post(&format!("/gatherings/{id}/answer"), &[("answer", "no")]).await;
    assert_eq!(nora.get(&excuse).await.text_of("textarea"), "Field trip");
    nora.post(&format!("/gatherings/{id}/answer"), &[("answer", "yes")]).await;
    nora.post(&format!("/gatherings/{id}/answer"), &[("answer", "no")]).await;
    assert_eq!(nora.get(&excuse).await.text_of("textarea"), "");
    let french = host.in_french().get(&format!("/gatherings/{id}/answers")).await;
    french.shows("Qui vient").shows("Ne viennent pas : 2").shows("absence excusée");
}

#[each_engine]
async fn hosts_see_who_said_what_with_schools_and_who_is_silent(app: TestApp) {
    let host = app.member("Hana Host", &[]).await;
    let (nora, silas) = (app.person("Nora Newcomer", &[]).await, app.person("Silas Silent", &[]).await);
    let mut new = app.new_series(host.id());
    new.audience = crate::gatherings::Audience::Invited;
    new.invited = vec![nora, silas];
    let series = app.found(new).await;
    let id = next(&app, series).await.id;
    let list = format!("/gatherings/{id}/answers");
    host.get(&list).await.shows("Nobody has answered yet").shows("Invited, no answer yet: 3");
    say_series(&app, series, nora, Wish::Maybe).await;
    let page = host.get(&list).await;
    page.shows("Maybe: 1").shows("Invited, no answer yet: 2 Hana Host and Silas Silent");
    let program = app.program(host.id()).await;
    let answer = program.get(&format!("/api/v1{list}")).await;
    answer.is(200);
    assert_eq!(answer.at("/counts"), &json!({ "yes": 0, "maybe": 1, "no": 0, "waiting": 0 }));
    assert_eq!(answer.at("/answers/0/name"), "Nora Newcomer");
    assert_eq!(answer.at("/answers/0/own"), false);
}

#[each_engine]
async fn what_was_called_off_or_is_over_refuses_answers_and_says_why(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    let id = next(&app, series).await.id;
    let answer = format!("/gatherings/{id}/answer");
    set_state(&app, id, "cancelled", None).await;
    nora.post(&answer, &[("answer", "yes")]).await.shows("This gathering was called off");
    nora.get(&format!("/gatherings/{id}/excuse")).await.shows("This gathering was called off");
    let program = app.program(nora.id()).await;
    let api = format!("/api/v1{answer}");
    program.send("PUT", &api, Some(json!({ "answer": "yes" }))).await.is(409);
    program.send("DELETE", &api, None).await.is(409);
    set_state(&app, id, "planned", None).await;
    app.at("2026-01-14T12:44");
    nora.post(&answer, &[("answer", "yes")]).await.shows("you are coming");
    app.at("2026-01-14T12:45");
    nora.post(&answer, &[("answer", "no")]).await.shows("This gathering is over");
    assert_eq!(stands(&app, id, nora.id()).await, Some((Answer::Yes, None)));
    app.at("2026-03-19T08:00");
    let nora = app.sign_in(nora.id()).await;
    let page = nora.post(&format!("/series/{series}/answer"), &[("answer", "yes")]).await;
    page.shows("All dates of this series are over");
    let program = app.program(nora.id()).await;
    let series = format!("/api/v1/series/{series}/answer");
    program.send("PUT", &series, Some(json!({ "answer": "yes" }))).await.is(409);
}

#[each_engine]
async fn a_program_answers_too(app: TestApp) {
    let (_, series) = season(&app, Some(1)).await;
    let (nora, omar) = (app.person("Nora Newcomer", &[]).await, app.person("Omar Other", &[]).await);
    let (nora, omar) = (app.program(nora).await, app.program(omar).await);
    let id = next(&app, series).await.id;
    let (of_series, of_date) = (format!("/api/v1/series/{series}/answer"), format!("/api/v1/gatherings/{id}/answer"));
    let said = nora.send("PUT", &of_series, Some(json!({ "answer": "yes" }))).await;
    assert_eq!(said.is(200).at("/answer"), "yes");
    assert_eq!(said.at("/gatherings").as_array().unwrap().len(), 9);
    let said = omar.send("PUT", &of_date, Some(json!({ "answer": "yes" }))).await;
    assert_eq!(
        (said.is(200).at("/answer"), said.at("/own"), said.at("/position")),
        (&json!("waiting"), &json!(true), &json!(1))
    );
    let said = nora.send("PUT", &of_date, Some(json!({ "answer": "no", "excuse": "Field trip" }))).await;
    assert_eq!((said.is(200).at("/answer"), said.at("/excuse")), (&json!("no"), &json!("Field trip")));
    let said = nora.send("DELETE", &of_date, None).await;
    assert_eq!((said.is(200).at("/answer"), said.at("/own")), (&json!("waiting"), &json!(false)));
    nora.send("DELETE", &of_series, None).await.is(204);
    assert_eq!(app.letters().await.len(), 1, "Omar has the place");

    for wrong in [json!({}), json!({ "answer": "perhaps" }), json!({ "answer": "waiting" }), json!({ "answer": 1 })] {
        let answer = nora.send("PUT", &of_date, Some(wrong.clone())).await;
        assert_eq!((answer.status, answer.wrong_fields()), (422, vec!["/answer".to_owned()]), "{wrong}");
        let answer = nora.send("PUT", &of_series, Some(wrong)).await;
        assert_eq!((answer.status, answer.wrong_fields()), (422, vec!["/answer".to_owned()]));
    }
    let answer = nora.send("PUT", &of_series, Some(json!({ "answer": "no", "excuse": "Away" }))).await;
    assert_eq!(answer.is(422).wrong_fields(), ["/excuse"]);
    nora.send_text("PUT", &of_date, Some("{".to_owned())).await.is(400);
    nora.send("PUT", "/api/v1/gatherings/not-an-id/answer", Some(json!({ "answer": "no" }))).await.is(404);
}

#[each_engine]
async fn a_reason_that_is_too_long_stays_to_be_shortened(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let nora = app.member("Nora Newcomer", &[]).await;
    let id = next(&app, series).await.id;
    let long = "because ".repeat(50);
    let page = nora.get(&format!("/gatherings/{id}/excuse?back=/month")).await;
    let page = page.fill("I cannot come", &[("excuse", &long)]).await;
    page.is(422).shows("At most 300 characters");
    assert_eq!((page.value("excuse").trim(), page.value("back").as_str()), (long.trim(), "/month"));
    nora.post(&format!("/gatherings/{id}/answer"), &[("answer", "perhaps")]).await.is(422);
    nora.post(&format!("/series/{series}/answer"), &[("answer", "perhaps")]).await.is(422);
    assert_eq!(stands(&app, id, nora.id()).await, None);
    let body = "answer=yes&back=//evil.example/".to_owned();
    let page = nora.once("POST", &format!("/gatherings/{id}/answer"), Some(body)).await;
    assert_eq!(page.location(), Some(format!("/gatherings/{id}")), "nobody is sent to another site");
}
