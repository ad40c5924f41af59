//! Stories of profiles: who writes them, and who sees what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use crate::people::Role;
use crate::testing::{TestApp, Visitor, photo};

/// A word in each field that stands nowhere else, with the audience of the field.
const SAID: [(&str, &str, &str); 11] = [
    ("ask", "zqask kits", "me"),
    ("skills", "zqskill", "public"),
    ("subjects", "zqsubject", "district"),
    ("tools", "zqtool", "me"),
    ("shares", "zqshare", "public"),
    ("learns", "zqlearn", "me"),
    ("about", "zqabout", "district"),
    ("pronouns", "zqpronoun", "district"),
    ("links", "https://zqlink.example/ zqlabel", "me"),
    ("grades", "k", "me"),
    ("languages", "uk", "district"),
];

/// Writes a profile in which every audience has fields.
async fn written(mina: &Visitor) {
    let form = mina.get(&format!("/people/{}/profile", mina.id())).await;
    let audiences: Vec<(String, &str)> =
        SAID.iter().map(|(field, _, audience)| (format!("audience_{field}"), *audience)).collect();
    let mut values: Vec<(&str, &str)> = SAID.iter().map(|(field, words, _)| (*field, *words)).collect();
    values.extend(audiences.iter().map(|(name, audience)| (name.as_str(), *audience)));
    form.fill("Save", &values).await.is(200).shows("Saved");
}

/// What is seen of [`SAID`] on a page.
fn seen(text: &str) -> Vec<&'static str> {
    let word = |field: &str, words: &'static str| match field {
        "grades" => "Kindergarten",
        "languages" => "Ukrainian",
        "ask" => "zqask",
        "links" => "zqlabel",
        _ => words,
    };
    SAID.iter().filter(|(field, words, _)| text.contains(word(field, words))).map(|(field, _, _)| *field).collect()
}

/// The fields of these audiences.
fn of(audiences: &[&str]) -> Vec<&'static str> {
    SAID.iter().filter(|(_, _, audience)| audiences.contains(audience)).map(|(field, _, _)| *field).collect()
}

#[each_engine]
async fn everyone_sees_of_a_person_what_the_audiences_say(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let path = format!("/people/{}", mina.id());
    app.visitor().get(&path).await.shows("Mail me a link");
    mina.get(&format!("{path}?as=anyone")).await.shows("not even that this page is here");
    written(&mina).await;
    let (all, district, public) = (of(&["me", "district", "public"]), of(&["district", "public"]), of(&["public"]));
    assert_eq!(seen(&mina.get(&path).await.text()), all);
    for colleague in [&sam, &stella] {
        let page = colleague.get(&path).await;
        assert_eq!(seen(&page.text()), district);
        page.shows("mina@sample.example").hides("As a colleague").hides("only me");
    }
    let page = app.visitor().get(&path).await;
    assert_eq!(seen(&page.text()), public);
    page.shows("Mina Member").hides("mina@sample.example").hides("Classroom teacher");
    // One's own page as others see it is what they see.
    assert_eq!(seen(&mina.get(&format!("{path}?as=colleague")).await.text()), district);
    let page = mina.get(&path).await.click("Without an account").await;
    assert_eq!(seen(&page.text()), public);
    page.hides("mina@sample.example");
    assert_eq!(seen(&sam.get(&format!("{path}?as=me")).await.text()), district, "nobody borrows other eyes");
    // Lists and what is found know no more.
    for place in ["/people", "/people?q=mina", "/search?q=mina", "/search?q=zqask", "/people?q=zqask"] {
        let text = sam.try_get(place).await.text();
        assert!(!seen(&text).iter().any(|field| *field != "ask" && !district.contains(field)), "{place}: {text}");
        assert!(!text.contains("kits"), "{place}");
    }
    // Who has left shows nothing of it, and has it again when back.
    stella.get(&path).await.submit("Mark as having left").await;
    assert_eq!(seen(&sam.get(&path).await.text()), [""; 0]);
    app.visitor().get(&path).await.shows("Mail me a link");
    stella.get(&path).await.submit("Mark as back").await;
    assert_eq!(seen(&sam.get(&path).await.text()), district);
}

#[each_engine]
async fn nobody_else_writes_what_somebody_says(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let path = format!("/people/{}/profile", mina.id());
    stella.try_get(&path).await.is(403).shows("theirs to write");
    stella.post(&path, &[("about", "x"), ("version", "1")]).await.is(403);
    let form = mina.get(&format!("/people/{}", mina.id())).await.click("Write my profile").await;
    form.shows("Colleagues of the district see what you write, unless you choose otherwise");
    let other = mina.get(&path).await;
    form.fill(
        "Save",
        &[("skills", "Stop motion, #Stop Motion, podcasts"), ("grades", "5"), ("grades", "6"), ("grades", "7")],
    )
    .await
    .shows("Stop motion")
    .shows("grades 5 to 7")
    .shows("colleagues of the district")
    .hides("#Stop");
    // The other window is told, and keeps what was typed.
    let page = other.fill("Save", &[("about", "typed before")]).await;
    page.is(409).shows("Somebody saved your page meanwhile");
    assert_eq!(page.value("about").trim(), "typed before");
    page.submit("Save").await.shows("typed before");
    let wrong = mina.get(&path).await;
    let page = wrong.fill("Save", &[("links", "my blog"), ("skills", &"x".repeat(50)), ("languages", "tlh")]).await;
    page.is(422).shows("3 things need another look").shows("no address of a website in “my blog”");
    assert_eq!(page.value("links").trim(), "my blog");
    // What colleagues say is suggested; what somebody keeps to themselves is not.
    mina.get(&path).await.fill("Save", &[("skills", "Felting"), ("tools", "Loom"), ("audience_tools", "me")]).await;
    let form = stella.get(&format!("/people/{}/profile", stella.id())).await;
    form.shows("Others write: Felting").hides("Loom").hides("podcasts");
    mina.get(&path).await.fill("Save", &[("skills", "")]).await;
    stella.get(&format!("/people/{}/profile", stella.id())).await.hides("Felting");
    let page = mina.clone().in_french().get(&path).await;
    page.shows("Qui le voit").shows("maternelle").shows("ukrainien");
}

#[each_engine]
async fn a_photo_is_shown_to_whom_it_may_and_says_nothing_else(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let (page, path) = (format!("/people/{}", mina.id()), format!("/people/{}/photo", mina.id()));
    sam.upload(&path, &[], ("me.jpg", &photo(60, 40))).await.is(403);
    mina.upload(&path, &[], ("plan.pdf", b"%PDF-1.7 no picture")).await.shows("no picture that can be shown");
    mina.upload(&path, &[], ("me.png", b"\x89PNG\r\n\x1a\nbroken")).await.is(200);
    sam.try_get(&path).await.is(404);
    mina.upload(&path, &[], ("me.jpg", &photo(60, 40))).await.shows("Your photo is here");
    for who in [&mina, &sam] {
        let shown = who.once("GET", &path, None).await;
        assert_eq!(shown.status, 200);
        assert!(!shown.bytes.windows(4).any(|word| word == b"Exif"), "told where it was taken");
        assert_eq!(who.get(&page).await.count("img.photo"), 1);
    }
    app.visitor().get(&path).await.shows("Mail me a link");
    let form = mina.get(&format!("{page}/profile")).await;
    let form = form.fill("Save", &[("audience_photo", "me")]).await.click("Write my profile").await;
    sam.try_get(&path).await.is(404);
    assert_eq!(sam.get(&page).await.count("img.photo"), 0);
    form.fill("Save", &[("audience_photo", "public")]).await;
    assert_eq!(app.visitor().once("GET", &path, None).await.status, 200);
    assert_eq!(app.visitor().get(&page).await.count("img.photo"), 1);
    // Another in its place, and none: the files of the first go.
    let files = async || crate::files::all(&mut app.read().await.unwrap()).await.unwrap().len();
    assert_eq!(files().await, 2);
    mina.upload(&path, &[], ("me.jpg", &photo(50, 50))).await.is(200);
    assert_eq!(files().await, 2);
    mina.get(&format!("{page}/profile")).await.submit("Remove my photo").await.shows("Your photo is gone");
    assert_eq!((files().await, mina.try_get(&path).await.status), (0, 404));
    sam.post(&format!("{path}/remove"), &[]).await.is(403);
}
