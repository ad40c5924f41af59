//! Stories of networks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod many;
mod programs;

use each_engine::each_engine;
use serde_json::json;

use super::{names_of, offered, shared, ties};
use crate::people::Role;
use crate::testing::{Page, TestApp, Visitor};

/// Begins a network by its form; gives its page.
async fn begun(who: &Visitor, name: &str, more: &[(&str, &str)]) -> Page {
    let form = who.get("/networks").await.click("Begin a network").await;
    let mut fields = vec![("name", name), ("about", "We try **design thinking** with our classes.")];
    fields.extend(more);
    form.fill("Begin it", &fields).await
}

#[each_engine]
async fn somebody_begins_a_network_and_a_colleague_joins_by_choice(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    lena.get("/networks").await.shows("There is no network yet");
    let form = lena.get("/networks/new").await;
    let wrong = form.fill("Begin it", &[("name", "!!!"), ("about", "Ideas")]).await;
    wrong.is(422).shows("A name needs at least one letter or number");
    assert_eq!(wrong.value("about"), "Ideas");
    let page = begun(&lena, "Design Thinking Network", &[]).await;
    page.shows("The network is here").shows("1 member").shows("You are in it: lead");
    assert!(page.html.contains("<strong>design thinking</strong>"));
    // No two are called alike, however they are written.
    begun(&mina, "design THINKING network", &[]).await.is(422).shows("There is a network of this name already");

    mina.get("/networks").await.shows("1 member · led by Lena Lead · Open to everyone in the district");
    let network = mina.get("/networks").await.click("Design Thinking Network").await;
    let offers = offered(&mut *app.read().await.unwrap(), Some(mina.id())).await.unwrap();
    assert_eq!((&*offers[0].network.name, &offers[0].leads), ("Design Thinking Network", &vec![lena.id()]));
    network.shows("Lena Lead").shows("You join at once").hides("See who is in it");
    let joined = network.submit("Join").await;
    joined.shows("Welcome to Design Thinking Network").shows("2 members").shows("You are in it: member");
    joined.click("See who is in it").await.shows("2 members").shows("Lena Lead").shows("Mina Member");
    let (one, other) = (lena.id(), mina.id());
    let both = async || shared(&mut *app.read().await.unwrap(), one, &[other, one]).await.unwrap();
    assert_eq!(both().await.iter().map(|row| row.0).collect::<std::collections::BTreeSet<_>>(), [one, other].into());
    let named = async || names_of(&mut *app.read().await.unwrap(), other).await.unwrap();
    assert_eq!(named().await[0].1, "Design Thinking Network");
    // Leaving can be undone, and everything is as before.
    let left = mina.get(&network.path).await.submit("Leave the network").await;
    left.shows("You have left Design Thinking Network").shows("1 member");
    assert_eq!(both().await.iter().map(|row| row.0).collect::<Vec<_>>(), [one]);
    assert_eq!(named().await, []);
    left.submit("Undo").await.shows("You are in Design Thinking Network again").shows("2 members");
    mina.get(&network.path).await.submit("Leave the network").await;
    app.at("2026-01-14T12:00");
    mina.post(&format!("{}/return", network.path), &[]).await.is(409).shows("That was a while ago");
    // The last who leads it does not leave.
    lena.post(&format!("{}/leave", network.path), &[]).await.is(403).shows("Hand it over first");
}

#[each_engine]
async fn who_leaves_the_district_is_in_no_network_until_they_return(app: TestApp) {
    let steward = app.steward().await;
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Second", &[Role::Teacher]).await;
    let page = begun(&lena, "Library Network", &[("leading", "chair")]).await;
    for who in [&mina, &sam] {
        who.get(&page.path).await.submit("Join").await;
    }
    sam.get(&page.path).await.submit("Leave the network").await.shows("2 members");
    steward.post(&format!("/people/{}/part", lena.id()), &[]).await;
    // The chair is gone: nobody leads it, and a steward finds somebody who does.
    steward.get(&page.path).await.shows("1 member").hides("Lena Lead");
    let members = format!("{}/members", page.path);
    steward.get(&members).await.hides("Lena Lead").shows("Mina Member");
    let role = format!("{}/members/{}", page.path, mina.id());
    steward.post(&role, &[("role", "lead")]).await;
    mina.get(&page.path).await.shows("You are in it: chair");
    // Back again, they are in it, as a member: there is a chair. Who had left the network before stays out.
    steward.post(&format!("/people/{}/return", lena.id()), &[]).await;
    mina.get(&members).await.shows("2 members").shows("Lena Lead").hides("Sam Second");
    let back = app.sign_in(lena.id()).await;
    back.get(&page.path).await.shows("You are in it: member");
    // Twice is no more than once.
    steward.post(&format!("/people/{}/return", lena.id()), &[]).await;
    steward.get(&page.path).await.shows("2 members");
}

#[each_engine]
async fn who_asks_is_answered(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Second", &[Role::Teacher]).await;
    let page = begun(&lena, "Library Network", &[("joining", "request")]).await;
    // Too long a word is said beside it, and stays.
    let long = "word ".repeat(130);
    let wrong = mina.get(&page.path).await.fill("Ask to join", &[("word", &long)]).await;
    wrong.is(422).shows("600");
    assert_eq!(wrong.value("word").trim(), long.trim());
    for (who, word) in [(&mina, "I have ideas."), (&sam, "")] {
        let asked = who.get(&page.path).await.fill("Ask to join", &[("word", word)]).await;
        asked.shows("Those who lead it were told").shows("You asked to join");
        who.get("/networks").await.shows("You asked to join");
    }
    let letters = app.letters().await;
    assert!(letters.len() == 2 && letters.iter().all(|letter| letter.email == "lena@sample.example"), "{letters:?}");
    assert!(letters.iter().any(|letter| letter.text.contains("“I have ideas.”") && letter.text.contains("#asked")));
    assert!(letters.iter().all(|letter| !letter.text.contains("\n\n\n")), "{letters:?}");
    let waiting = lena.get(&page.path).await;
    let done = waiting.shows("I have ideas.").submit("Take in Mina Member").await;
    done.shows("Mina Member is in, and was told").shows("2 members");
    done.submit("Not now Sam Second").await.shows("Sam Second was told").shows("2 members");
    let path = format!("{}/requests/{}", page.path, sam.id());
    lena.post(&path, &[("answer", "accept")]).await.is(409).shows("answered already");
    let letters = app.letters().await;
    let told = |subject: &str| letters.iter().filter(|letter| letter.subject == subject).count();
    assert_eq!((told("Welcome to Library Network"), told("About joining Library Network")), (1, 1));
    // Who takes it back asks no more.
    let asked = sam.get(&page.path).await.submit("Ask to join").await;
    asked.submit("Undo").await.shows("You no longer ask to join");
    lena.get(&page.path).await.hides("Sam Second");
    app.letters().await;
}

#[each_engine]
async fn a_network_by_invitation_is_known_to_nobody_else(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let page = begun(&lena, "Quiet Network", &[("joining", "invitation"), ("audience", "network")]).await;
    for who in [&mina, &sam] {
        who.get("/networks").await.hides("Quiet Network");
        who.try_get(&page.path).await.is(404);
        who.get("/search?q=quiet").await.hides("Quiet Network");
        assert!(ties(&mut *app.read().await.unwrap(), who.id()).await.unwrap().is_empty());
    }
    lena.get("/search?q=quiet&among=networks").await.shows("Quiet Network");
    let form = page.click("Invite people").await;
    form.fill("Invite", &[("people", "")]).await.is(422).shows("Please fill this in");
    form.fill("Invite", &[("people", "Mina Membr")]).await.is(422).shows("Did you mean Mina Member?");
    let done = form.fill("Invite", &[("people", "Mina Member\nlena@sample.example"), ("word", "Come along.")]).await;
    done.shows("One person is invited").shows("Mina Member");
    let letters = app.letters().await;
    assert_eq!((letters.len(), letters[0].subject.as_str()), (1, "Lena Lead invites you: Quiet Network"));
    mina.get("/networks").await.shows("Quiet Network").shows("You are invited");
    mina.get("/search?q=quiet").await.shows("Quiet Network");
    let asked = mina.get(&page.path).await;
    asked.shows("Lena Lead invites you").shows("Come along.");
    asked.submit("Not now").await.shows("You can be invited again");
    mina.try_get(&page.path).await.is(404);
    form.fill("Invite", &[("people", "Mina Member")]).await;
    mina.get(&page.path).await.submit("Accept").await.shows("Welcome to Quiet Network");
    form.fill("Invite", &[("people", "Sam Stranger")])
        .await
        .submit("Take it back Sam Stranger")
        .await
        .hides("Sam Stranger");
    sam.try_get(&page.path).await.is(404);
    // Where only members know of it, leaving leads to the list, and the way back is there.
    let left = mina.get(&page.path).await.submit("Leave the network").await;
    left.shows("Begin a network").submit("Undo").await.shows("You are in Quiet Network again");
    app.letters().await;
}

#[each_engine]
async fn roles_are_of_the_network_and_a_lead_is_handed_over(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let page = begun(&lena, "Sample Network", &[("leading", "chair")]).await;
    mina.get(&page.path).await.submit("Join").await;
    let members = lena.get(&format!("{}/members", page.path)).await;
    let members = members.hides("Give this role").click("Change roles").await;
    members.click("Done").await.hides("Give this role");
    mina.get(&format!("{}/members?change=yes", page.path)).await.hides("Give this role").hides("Change roles");
    members.fill("Give this role Mina Member", &[("role", "lead")]).await.is(403).shows("This network has a chair");
    let done = members.fill("Give this role Mina Member", &[("role", "committee")]).await;
    done.shows("Mina Member is now: committee");
    done.submit("Undo").await.shows("Mina Member is now: member");
    lena.get(&format!("{}/members?role=committee", page.path)).await.shows("Nobody like that");
    // A committee member may invite, but not change what is said of it.
    members.fill("Give this role Mina Member", &[("role", "committee")]).await;
    mina.get(&format!("{}/invite", page.path)).await;
    mina.try_get(&format!("{}/edit", page.path)).await.is(403);
    // Out and back in again.
    let out = members.submit("Take out of the network Mina Member").await;
    out.shows("no longer in the network").shows("1 member");
    mina.post(&format!("{}/return", page.path), &[]).await.is(409);
    out.submit("Undo").await.shows("in the network again").shows("2 members");

    let form = lena.get(&page.path).await.click("Hand over").await;
    form.fill("Ask them", &[("to", "Lena Lead")]).await.is(422).shows("Somebody else, please");
    let waits =
        form.fill("Ask them", &[("to", "Mina Member"), ("then", "member"), ("word", "It is in good shape.")]).await;
    waits.shows("Mina Member is asked to take over");
    waits.submit("I keep it after all").await.shows("You go on leading");
    form.fill("Ask them", &[("to", "Mina Member"), ("then", "member")]).await;
    let asked = mina.get(&page.path).await.shows("You are asked to lead").click("See what it means").await;
    asked.submit("I cannot").await.shows("Whoever asked you is told");
    let form = lena.get(&page.path).await.click("Hand over").await;
    form.fill("Ask them", &[("to", "Mina Member"), ("then", "member")]).await;
    mina.get("/networks").await.shows("You are asked to lead");
    let taken = mina.get(&format!("{}/handover", page.path)).await.submit("I take it over").await;
    taken.shows("You now lead Sample Network").shows("You are in it: chair");
    lena.get(&page.path).await.shows("You are in it: member").hides("Hand over");
    let letters = app.letters().await;
    let mut subjects: Vec<String> =
        letters.into_iter().map(|letter| format!("{} {}", letter.email, letter.subject)).collect();
    subjects.sort();
    assert_eq!(
        subjects,
        [
            "lena@sample.example Mina Member cannot lead Sample Network",
            "lena@sample.example Mina Member now leads Sample Network",
            "mina@sample.example Would you lead Sample Network?",
            "mina@sample.example Would you lead Sample Network?",
            "mina@sample.example Would you lead Sample Network?",
            "mina@sample.example You now lead Sample Network",
        ]
    );
}

#[each_engine]
async fn who_leads_no_more_has_nothing_to_hand_over(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let ivy = app.member("Ivy Second", &[Role::Teacher]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let page = begun(&lena, "Sample Network", &[]).await;
    ivy.get(&page.path).await.submit("Join").await;
    let members = format!("{}/members/{}", page.path, ivy.id());
    lena.post(&members, &[("role", "lead")]).await.is(200);
    let form = ivy.get(&format!("{}/handover", page.path)).await;
    form.fill("Ask them", &[("to", "Mina Member"), ("then", "member")]).await.is(200);
    mina.get("/networks").await.shows("You are asked to lead");
    lena.post(&members, &[("role", "member")]).await.is(200);
    // It does not stand there for good, to be refused each time.
    mina.get("/networks").await.hides("You are asked to lead");
    app.letters().await;
}

#[each_engine]
async fn it_is_changed_closed_and_taken_out_as_a_table(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let page = begun(&lena, "Sample Network", &[("audience", "public")]).await;
    app.visitor().get(&page.path).await.shows("Sample Network").hides("Lena Lead").shows("Sign in to join");
    app.visitor().in_french().get("/networks").await.shows("1 membre · Ouvert à tout le district");
    let form = page.click("Change the description").await;
    form.fill("Save", &[("name", "Sample Network"), ("about", "New words.")]).await.shows("Saved").shows("New words.");
    // The form that was opened first is stale now.
    let stale = form.fill("Save", &[("about", "Mine.")]).await;
    stale.is(409).shows("Somebody saved this before you").shows("New words.");
    assert_eq!(stale.value("about"), "Mine.");
    stale.submit("Save").await.shows("Saved").shows("Mine.");
    form.fill("Save", &[("name", "No")]).await.is(422).shows("At least 3 characters");
    let members = lena.get(&format!("{}/members", page.path)).await;
    members.shows("CSV");
    lena.get(&format!("{}/members?q=lena", page.path)).await.shows("Lena Lead");
    let csv = lena.get(&format!("{}/members.csv", page.path)).await;
    assert!(csv.html.contains("Lena Lead,lena@sample.example,,teacher-librarian,lead,2026-01-14"), "{}", csv.html);
    lena.get(&format!("{}/members.xlsx", page.path)).await;
    let closed = lena.get(&format!("{}/edit", page.path)).await.submit("Close it").await;
    closed.shows("Sample Network is closed").shows("Only its members still see it");
    app.visitor().get("/networks").await.hides("Sample Network");
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.try_get(&page.path).await.is(404);
    closed.submit("Open it again").await.shows("is open again");
    mina.get(&page.path).await.submit("Join").await.shows("Welcome");
}

#[each_engine]
async fn a_program_does_the_same(app: TestApp) {
    let lena = app.person("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let (program, other) = (app.program(lena).await, app.program(mina).await);
    let new = json!({"name": "By a program", "about": "", "joining": "request", "audience": "district"});
    let made = program.send("POST", "/api/v1/networks", Some(new)).await;
    let path = format!("/api/v1/networks/{}", made.is(201).at("/id").as_str().unwrap());
    assert_eq!((made.at("/role"), made.at("/members")), (&json!("lead"), &json!(1)));
    let wrong = program.send("POST", "/api/v1/networks", Some(json!({"name": 3, "colour": "red"}))).await;
    assert_eq!(wrong.is(422).wrong_fields(), ["/colour", "/name", "/joining", "/audience"]);
    other.send("PUT", &format!("{path}/membership"), Some(json!({"word": "Please"}))).await.is(202);
    assert_eq!(program.get(&format!("{path}/requests")).await.at("/0/word"), "Please");
    let answer = format!("{path}/requests/{mina}");
    program.send("PUT", &answer, Some(json!({"answer": "perhaps"}))).await.is(422);
    program.send("PUT", &answer, Some(json!({"answer": "accept"}))).await.is(204);
    program.send("PUT", &answer, Some(json!({"answer": "accept"}))).await.is(409);
    let members = other.get(&format!("{path}/members")).await;
    assert_eq!((members.at("/items/0/role"), members.at("/items/1/name")), (&json!("lead"), &json!("Mina Member")));
    assert_eq!(other.get(&format!("{path}/members?role=lead")).await.at("/items").as_array().unwrap().len(), 1);
    other.send("PATCH", &path, Some(json!({"about": "x"}))).await.is(403);
    let changed = program.send("PATCH", &path, Some(json!({"about": "What we do", "joining": "open"}))).await;
    assert_eq!((changed.at("/about"), changed.at("/name")), (&json!("What we do"), &json!("By a program")));
    program.send("PUT", &format!("{path}/members/{mina}"), Some(json!({"role": "lead"}))).await.is(204);
    program.send("PATCH", &path, Some(json!({"leading": "chair"}))).await.is(422);
    other.send("DELETE", &format!("{path}/membership"), None).await.is(204);
    program.send("DELETE", &format!("{path}/membership"), None).await.is(403);
    let invited = program.send("POST", &format!("{path}/invitations"), Some(json!({"people": [mina]}))).await;
    assert_eq!(invited.is(200).at("/invited"), 1);
    other.send("PUT", &format!("{path}/membership"), None).await.is(204);
    program.send("DELETE", &format!("{path}/members/{mina}"), None).await.is(204);
    assert_eq!(other.get("/api/v1/networks").await.at("/items/0/role"), &json!(null));
    app.letters().await;
}
