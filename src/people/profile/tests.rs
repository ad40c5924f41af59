//! Stories of profiles: who writes them, and who sees what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use serde_json::json;

use crate::people::Role;
use crate::schools::Level;
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
        // What was looked for stands there again, and so do all grades and languages to choose from.
        let said = seen(&text).into_iter().filter(|field| !["ask", "grades", "languages"].contains(field));
        let said: Vec<_> = said.collect();
        assert!(said.iter().all(|field| district.contains(field)), "{place}: {said:?}");
        assert!(!text.contains("zqask kits"), "{place}");
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

#[each_engine]
async fn people_are_found_by_what_they_let_others_see(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::TeacherLibrarian]).await;
    let stella = app.steward().await;
    let school = app.school("Sample Middle", Some(Level::Middle)).await;
    mina.get(&format!("/people/{}/edit", mina.id())).await.fill("Save", &[("school", &school.to_string())]).await;
    written(&mina).await;
    let found = async |who: &Visitor, query: &str| {
        let page = who.get(&format!("/people?{query}")).await;
        page.attributes(".rows a.row-title", "href") == [format!("/people/{}", mina.id())]
    };
    let program = app.program(sam.id()).await;
    let hidden =
        ["about=zqtool", "q=zqtool", "learns=zqlearn", "q=zqlearn", "grade=k", "about=k", "q=zqask", "q=zqlabel"];
    for query in hidden {
        for who in [&sam, &stella, &mina] {
            assert!(!found(who, query).await, "{query}");
        }
        assert_eq!(program.get(&format!("/api/v1/people?{query}")).await.at("/items"), &json!([]), "{query}");
        if query.starts_with("q=") {
            assert_eq!(program.get(&format!("/api/v1/search?{query}")).await.at("/items"), &json!([]), "{query}");
        }
        stella.get(&format!("/people.csv?{query}")).await.hides("Mina");
    }
    for query in [
        "about=zqskill",
        "about=%23ZQSkill",
        "about=zqsubject",
        "shares=zqshare",
        "language=uk",
        "q=zqskills",
        "q=zqabout+mina",
        "q=zqsubject&level=middle&role=teacher&language=uk",
        &format!("about=zqskill&school={school}"),
    ] {
        assert!(found(&sam, query).await, "{query}");
        assert_eq!(program.get(&format!("/api/v1/people?{query}")).await.at("/items/0/name"), "Mina Member");
    }
    for query in
        ["about=zqshare", "shares=zqskill", "language=fr", "about=zqskill&role=administrator", "level=secondary"]
    {
        assert!(!found(&sam, query).await, "{query}");
    }
    // A tag leads to who else says so, and a filter that is no choice says it.
    sam.get(&format!("/people/{}", mina.id())).await.click("zqshare").await.shows("1 person");
    sam.try_get("/people?grade=13&language=tlh").await.is(422);
    // What changes is found so at once: roles, the level of the school, an audience.
    let roles = [("roles", "administrator")];
    stella.get(&format!("/people/{}/edit", mina.id())).await.fill("Save", &roles).await.shows("Saved");
    assert!(found(&sam, "about=zqskill&role=administrator").await);
    stella.get(&format!("/schools/{school}/edit")).await.fill("Save", &[("level", "secondary")]).await;
    assert!(found(&sam, "level=secondary&about=zqskill").await && !found(&sam, "level=middle&about=zqskill").await);
    let form = mina.get(&format!("/people/{}/profile", mina.id())).await;
    form.fill("Save", &[("audience_skills", "me"), ("audience_tools", "district")]).await;
    assert!(!found(&sam, "about=zqskill").await && found(&sam, "about=zqtool").await);
    stella.get(&format!("/people/{}", mina.id())).await.submit("Mark as having left").await;
    assert!(!found(&sam, "about=zqtool").await);
}

#[each_engine]
async fn a_program_sees_and_changes_what_its_person_may(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.person("Sam Stranger", &[Role::Teacher]).await;
    let (own, other) = (app.program(mina.id()).await, app.program(sam).await);
    let path = format!("/api/v1/people/{}", mina.id());
    let body = json!({"skills": ["Felting", "felting, Looms"], "audience_skills": "public", "ask": "Kits",
        "grades": ["k", "7"], "languages": ["uk"], "audience_languages": "me", "links": "wren.example/blog Blog"});
    let said = own.send("PATCH", &format!("{path}/profile"), Some(body)).await;
    assert_eq!(said.is(200).at("/skills"), &json!(["Felting", "Looms"]));
    assert_eq!((said.at("/audiences/languages"), said.at("/audiences/about")), (&json!("me"), &json!("district")));
    other.send("PATCH", &format!("{path}/profile"), Some(json!({"ask": "x"}))).await.is(403);
    let seen = other.get(&path).await;
    assert_eq!((seen.at("/profile/ask"), seen.at("/profile/grades")), (&json!("Kits"), &json!(["k", "7"])));
    assert_eq!(seen.at("/profile/links/0"), &json!({"address": "https://wren.example/blog", "title": "Blog"}));
    assert_eq!(seen.body.pointer("/profile/languages"), None);
    assert_eq!(own.get(&path).await.at("/profile/languages"), &json!(["uk"]));
    app.stranger_program().get(&path).await.is(401);
    own.send("PATCH", &format!("{path}/profile"), Some(json!({"audience_ask": "me", "links": null}))).await.is(200);
    let seen = other.get(&path).await;
    assert_eq!((seen.body.pointer("/profile/ask"), seen.body.pointer("/profile/links")), (None, None));
    assert_eq!((seen.at("/ask_me_about"), seen.at("/profile/skills/0")), (&json!(""), &json!("Felting")));
    assert_eq!(own.get(&path).await.at("/profile/ask"), "Kits");
    let wrong = json!({"grades": ["13"], "links": "no", "colour": "red", "audience_ask": "king"});
    let wrong = own.send("PATCH", &format!("{path}/profile"), Some(wrong)).await;
    assert_eq!(wrong.is(422).wrong_fields().len(), 4);
}

#[each_engine]
async fn a_colleague_goes_into_the_address_book_with_what_may_be_seen(app: TestApp) {
    let mina = app.member("Mina van Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let school = app.school("Sample Middle", Some(Level::Middle)).await;
    mina.get(&format!("/people/{}/edit", mina.id())).await.fill("Save", &[("school", &school.to_string())]).await;
    let path = format!("/people/{}/card", mina.id());
    app.visitor().get(&path).await.shows("Mail me a link");
    written(&mina).await;
    mina.get(&format!("/people/{}/profile", mina.id())).await.fill("Save", &[("audience_links", "district")]).await;
    let read = |text: &str| vcard::read(text.as_bytes()).unwrap().cards.remove(0).1;
    sam.get(&format!("/people/{}", mina.id())).await.shows("Save as a contact card");
    let text = sam.get(&path).await.html;
    let card = read(&text);
    assert!(text.contains("VERSION:3.0"), "{text}");
    assert_eq!((card.name.as_str(), card.parts.family.as_str()), ("Mina van Member", "Member"));
    assert_eq!((card.organisation.as_str(), card.title.as_str()), ("Sample Middle", "classroom teacher"));
    assert_eq!(card.emails[0].value, "mina@sample.example");
    assert_eq!(card.links[0].value, "https://zqlink.example/");
    assert_eq!((card.categories.join(" ").as_str(), card.note.as_str()), ("zqskill zqsubject", ""));
    // One's own is what all colleagues see, since cards are handed on; in French, and as version 4.
    let own = read(&app.sign_in(mina.id()).await.in_french().get(&format!("{path}?version=4")).await.html);
    assert_eq!((own.title.as_str(), own.categories.len()), ("titulaire de classe", 2));
    // Without an account it has what is public, and nothing the district says.
    let text = app.visitor().get(&path).await.html;
    let card = read(&text);
    assert_eq!((card.name.as_str(), card.organisation.as_str(), card.title.as_str()), ("Mina van Member", "", ""));
    assert_eq!((card.emails.len(), card.categories.join(" ").as_str()), (0, "zqskill"));
    assert!(!text.contains("zqlink") && !text.contains("zqsubject"), "{text}");
    // Of who has left there is none.
    stella.get(&format!("/people/{}", mina.id())).await.submit("Mark as having left").await;
    sam.try_get(&path).await.is(404);
    app.visitor().get(&path).await.shows("Mail me a link");
}

#[each_engine]
async fn the_directory_comes_out_as_a_file_for_who_looks_after_it(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let school = app.school("Sample Middle", Some(Level::Middle)).await;
    written(&mina).await;
    mina.try_get("/people.csv").await.is(403);
    let file = stella.get("/people.csv?about=zqskill").await;
    assert_eq!(seen(&file.html), of(&["district", "public"]), "{}", file.html);
    assert!(file.html.contains("mina@sample.example") && !file.html.contains("stella@"));
    assert!(stella.get("/people.xlsx").await.bytes.starts_with(b"PK"));
    stella.try_get("/people.csv?role=king").await.is(422);
    stella
        .get(&format!("/schools/{school}/commons"))
        .await
        .fill("Save", &[("place", "Up the stairs"), ("offers", "=cmd")])
        .await;
    let file = mina.get("/schools.csv?level=middle").await;
    assert!(file.html.contains("Up the stairs") && file.html.contains("'=cmd"), "{}", file.html);
    assert!(mina.get("/schools.xlsx").await.bytes.starts_with(b"PK"));
}

#[each_engine]
async fn those_of_a_school_tell_of_its_learning_commons(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let school = app.school("Sample Middle", Some(Level::Middle)).await;
    mina.get(&format!("/people/{}/edit", mina.id())).await.fill("Save", &[("school", &school.to_string())]).await;
    let path = format!("/schools/{school}");
    sam.get(&path).await.hides("Learning commons").shows("Gatherings here").shows("None are coming");
    sam.try_get(&format!("{path}/commons")).await.is(403).shows("Only people of this school");
    let form = mina.get(&path).await.click("Describe the learning commons").await;
    let other = mina.get(&format!("{path}/commons")).await;
    form.fill("Save", &[("place", "Up the stairs"), ("hours", "8:00 to 15:30")]).await.shows("Up the stairs");
    let page = other.fill("Save", &[("place", "Down")]).await;
    page.is(409).shows("Somebody saved this meanwhile");
    assert_eq!(page.value("place"), "Down");
    other.fill("Save", &[("place", &"x".repeat(201))]).await.is(422).shows("this is 1 over");
    sam.get(&path).await.shows("8:00 to 15:30").shows("Mina Member");
    let (own, stranger) = (app.program(mina.id()).await, app.program(sam.id()).await);
    let api = format!("/api/v1/schools/{school}");
    own.send("PATCH", &format!("{api}/commons"), Some(json!({"offers": "A green screen"}))).await.is(200);
    stranger.send("PATCH", &format!("{api}/commons"), Some(json!({"offers": "x"}))).await.is(403);
    let seen = stranger.get(&api).await;
    assert_eq!(
        (seen.at("/commons/place"), seen.at("/commons/offers")),
        (&json!("Up the stairs"), &json!("A green screen"))
    );
    assert_eq!(seen.at("/people"), 1);
    // What gathers there stands there, for whoever may see it.
    let mut new = app.new_series(mina.id());
    new.place.school = Some(school);
    let series = app.found(new).await;
    sam.get(&path).await.shows("Gatherings here").click("All that are coming").await;
    let _ = series;
    mina.in_french().get(&path).await.shows("Carrefour d’apprentissage").shows("Rencontres ici");
}
