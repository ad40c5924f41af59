//! Stories of the form of a profile: who sees a field stands there as a sentence, and one choice is for all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn one_choice_of_who_sees_it_is_for_every_field(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let path = format!("/people/{}", mina.id());
    let form = mina.get(&format!("{path}/profile")).await;
    form.shows("Seen by colleagues of the district").shows("One choice for everything").hides("(filled in)");
    assert_eq!((form.count("details.who"), form.count("details.who[open]")), (13, 0));
    let said = [("skills", "Felting"), ("shares", "Kits"), ("pronouns", "she/her"), ("audience_all", "me")];
    form.fill("Save", &said).await.shows("Saved");
    sam.get(&path).await.hides("Felting").hides("Kits").hides("she/her");
    let form = mina.get(&format!("{path}/profile")).await;
    form.shows("Seen by only me").shows("(filled in)");
    assert_eq!((form.value("audience_skills"), form.value("audience_all")), ("me".to_owned(), String::new()));
    // Where nothing is said for all, each keeps its own.
    form.fill("Save", &[("audience_skills", "district")]).await.shows("Saved");
    sam.get(&path).await.shows("Felting").hides("Kits");
    // What is wrong in a part that is folded is unfolded.
    let form = mina.get(&format!("{path}/profile")).await;
    assert_eq!(form.count("details.profile-fold[open]"), 0);
    let wrong = form.fill("Save", &[("links", "my blog")]).await;
    assert_eq!(wrong.is(422).count("details.profile-fold[open] textarea[name=links]"), 1);
    mina.post(&format!("{path}/profile"), &[("version", "1"), ("audience_all", "king")]).await.is(422);
    let french = mina.clone().in_french().get(&format!("{path}/profile")).await;
    french.shows("Visible pour :").shows("Un seul choix pour tout");
}
