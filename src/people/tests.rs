//! Stories of people: the directory, one's own page, those who look after it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod within;

use each_engine::each_engine;

use super::card::Leaf;
use super::{Card, Person, Role, Search, card, cards, cards_of, import, store};
use crate::ids::{PersonId, SchoolId};
use crate::schools::Level;
use crate::testing::TestApp;

/// Adds many people at once: `Sample 000`, `Sample 001`, …
async fn crowd(app: &TestApp, number: usize, school: Option<SchoolId>) -> Vec<PersonId> {
    let people: Vec<Person> = (0..number)
        .map(|number| Person {
            id: app.new_id().unwrap(),
            name: format!("Sample {number:03}"),
            email: format!("sample{number}@sample.example"),
            school_id: school,
            language: None,
            ask_me_about: String::new(),
            created_at: app.now(),
            updated_at: app.now(),
            left_at: None,
        })
        .collect();
    let mut db = app.write().await.unwrap();
    store::insert_all(&mut db, &people).await.unwrap();
    db.commit().await.unwrap();
    people.into_iter().map(|person| person.id).collect()
}

async fn card_of(app: &TestApp, id: PersonId) -> Card {
    cards_of(&mut app.read().await.unwrap(), &[id]).await.unwrap().remove(0)
}

#[each_engine]
async fn somebody_alone_is_told_how_others_come(app: TestApp) {
    let stella = app.steward().await;
    stella.get("/people").await.shows("Nobody else is here yet").shows("klatsch import people staff.csv");
    app.person("Mina Member", &[Role::Teacher]).await;
    stella.get("/people").await.shows("2 people").shows("Mina Member").hides("Nobody else");
    stella.get("/people?q=zzz").await.shows("Nobody like that").click("Show everyone").await.shows("2 people");
}

#[each_engine]
async fn people_are_found_by_name_topic_school_and_role(app: TestApp) {
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    app.school("Empty Secondary", None).await;
    let mina = app.member("Mina Élan", &[Role::Teacher, Role::Administrator]).await;
    app.person("Ash Linden", &[Role::TeacherLibrarian]).await;
    let form = mina.get(&format!("/people/{}/edit", mina.id())).await;
    form.fill("Save", &[("school", &school.to_string())]).await.shows("Saved").shows("Sample Elementary");
    let form = mina.get(&format!("/people/{}/profile", mina.id())).await;
    form.fill("Save", &[("ask", "digital portfolios")]).await.shows("Saved").shows("digital portfolios");

    let page = mina.get("/people").await;
    page.shows("2 people").shows("classroom teacher and administrator · Sample Elementary").hides("Empty Secondary");
    for (query, found) in [
        ("q=elan", true),
        ("q=%C3%89LAN+mina", true),
        ("q=portfolio", true),
        ("q=mina+linden", false),
        ("q=100%25", false),
        ("role=administrator", true),
        ("role=teacher_librarian", false),
        (&format!("school={school}"), true),
        (&format!("school={school}&role=teacher&q=mi"), true),
        (&format!("school={school}&level=elementary"), true),
        ("level=middle", false),
    ] {
        let page = mina.get(&format!("/people?{query}")).await;
        assert_eq!(page.attributes(".rows a", "href") == [format!("/people/{}", mina.id())], found, "{query}");
    }
    mina.try_get("/people?role=king&school=nowhere&page=0").await.is(422).shows("Please choose one of those offered");
}

#[each_engine]
async fn a_long_directory_is_read_page_by_page(app: TestApp) {
    let mina = app.member("Zoe Last", &[Role::Teacher]).await;
    let school = app.school("Sample Elementary", None).await;
    crowd(&app, 120, Some(school)).await;
    let page = mina.get("/people?q=&school=&role=").await;
    page.shows("121 people").shows("Sample 049").hides("Sample 050").hides("From the beginning");
    let page = page.click("Next").await.click("Next").await;
    page.shows("121 people").shows("Sample 119").shows("Zoe Last");
    assert_eq!(page.count("a[rel=next]"), 0);
    page.click("From the beginning").await.shows("Sample 000");
    // By a filter too: everyone once.
    let mut page = mina.get(&format!("/people?school={school}&q=sample")).await;
    let mut seen = std::collections::BTreeSet::new();
    loop {
        page.shows("120 people");
        for href in page.attributes(".rows a.row-title", "href") {
            assert!(seen.insert(href), "somebody stands there twice");
        }
        if page.count("a[rel=next]") == 0 {
            break;
        }
        page = page.click("Next").await;
    }
    assert_eq!(seen.len(), 120);
    mina.try_get("/people?after=nowhere").await.is(422);
    mina.get(&format!("/people?school={school}&after={}", i64::MAX)).await.shows("Nobody like that");
}

#[each_engine]
async fn a_page_shows_a_colleague_and_only_they_or_a_steward_change_it(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::TeacherOnCall]).await;
    let path = format!("/people/{}", mina.id());
    let page = sam.get(&path).await;
    page.shows("Mina Member").shows("Classroom teacher").shows("mina@sample.example").hides("Edit my page");
    sam.try_get(&format!("{path}/edit")).await.is(403).shows("Only they, and the people who look after Klatsch");
    app.visitor().get(&path).await.shows("Mail me a link");
    mina.get(&path).await.shows("What can colleagues ask you about?").click("Write a line").await;

    // Roles and address are not hers to say, whatever she sends.
    let form = mina.get(&path).await.click("Edit my page").await;
    assert_eq!(form.count("input[name=language][value=''][checked]"), 1, "no language chosen is a choice that shows");
    form.shows("Your e-mail address and roles come from the district");
    form.fill("Save", &[("name", "Mina Mellow"), ("roles", "steward"), ("email", "x@sample.example")]).await.is(200);
    let card = card_of(&app, mina.id()).await;
    assert_eq!((card.name.as_str(), card.email.as_str()), ("Mina Mellow", "mina@sample.example"));
    assert_eq!(card.roles, [Role::Teacher]);
}

#[each_engine]
async fn what_is_wrong_is_said_beside_its_field_and_stays(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let form = mina.get(&format!("/people/{}/edit", mina.id())).await;
    let long = "x".repeat(601);
    let page = form.fill("Save", &[("name", &long), ("language", "tlh")]).await;
    page.is(422).shows("2 things need another look").shows("this is 401 over");
    assert_eq!(page.value("name").trim(), long);
    let nowhere = uuid::Uuid::nil().to_string();
    form.fill("Save", &[("school", &nowhere)]).await.is(422).shows("Please choose one of those offered");

    let form = stella.get("/people").await.click("Add a person").await;
    let page = form.fill("Add", &[("name", "Mina Twin"), ("email", "MINA@sample.example")]).await;
    page.is(422).shows("Somebody here has this address already");
    assert_eq!(page.value("name"), "Mina Twin");
    form.fill("Add", &[("name", "Mina Twin"), ("email", "mina at sample")]).await.is(422).shows("cannot be an e-mail");
    let page = form
        .fill(
            "Add",
            &[("name", "Tina Twin"), ("email", "Tina@sample.example"), ("roles", "teacher"), ("roles", "other")],
        )
        .await;
    page.shows("Tina Twin is here now").shows("Classroom teacher and other").shows("tina@sample.example");
}

#[each_engine]
async fn a_stale_form_says_what_changed_and_keeps_what_was_typed(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let path = format!("/people/{}/edit", mina.id());
    let mine = mina.get(&path).await;
    stella.get(&path).await.fill("Save", &[("name", "Mina Moon"), ("roles", "administrator")]).await.shows("Saved");
    let page = mine.fill("Save", &[("name", "Mina Star")]).await;
    page.is(409).shows("Somebody saved this before you").shows("Mina Moon").shows("Mina Star");
    assert_eq!(page.value("name").trim(), "Mina Star");
    page.fill("Save", &[("language", "fr")]).await;
    mina.get(&path.replace("/edit", "")).await.shows("Mina Star");
    assert_eq!(card_of(&app, mina.id()).await.roles, [Role::Administrator], "roles stay as the steward said");
}

#[each_engine]
async fn who_has_left_cannot_come_in_until_they_are_back(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let program = app.program(mina.id()).await;
    let stella = app.steward().await;
    let path = format!("/people/{}", mina.id());
    mina.post(&format!("{path}/part"), &[]).await.is(403);
    let page = stella.get(&path).await.submit("Mark as having left").await;
    page.shows("Mina Member has left").shows("Left the district on Wednesday 14 January").hides("mina@sample.example");
    stella.get("/people").await.hides("Mina Member");
    mina.get(&path).await.shows("Mail me a link");
    program.get("/api/v1/people").await.is(401);
    assert!(app.letters().await.is_empty());
    page.submit("Undo").await.shows("Mina Member is back").hides("Left the district");
    mina.get("/people").await.shows("Mail me a link");
    program.get("/api/v1/people").await.is(401);
    app.sign_in(mina.id()).await.get("/people").await.shows("Mina Member");

    let me = format!("/people/{}", stella.id());
    stella.get(&me).await.hides("Mark as having left");
    stella.post(&format!("{me}/part"), &[]).await.is(403).shows("You cannot say this of yourself");
}

#[each_engine]
async fn a_district_is_never_without_a_steward(app: TestApp) {
    let stella = app.steward().await;
    let form = stella.get(&format!("/people/{}/edit", stella.id())).await;
    let page = stella
        .post(
            &format!("/people/{}/edit", stella.id()),
            &[
                ("name", "Stella"),
                ("email", "stella@sample.example"),
                ("roles", "teacher"),
                ("version", &form.value("version")),
            ],
        )
        .await;
    page.is(422).shows("Ask somebody else who does");
    form.fill("Save", &[("name", "Stella Sun")]).await.shows("Saved");
    stella.get("/people/new").await.is(200);
}

#[each_engine]
async fn schools_are_listed_by_level_with_their_people(app: TestApp) {
    let stella = app.steward().await;
    stella.get("/schools").await.shows("No schools yet").shows("klatsch import schools schools.csv");
    let school = app.school("École Sample", Some(Level::Elementary)).await;
    app.school("Sample Secondary", Some(Level::Secondary)).await;
    app.school("Sample Nursery", None).await;
    crowd(&app, 60, Some(school)).await;
    let page = stella.get("/schools").await;
    page.shows("3 schools")
        .shows("École Sample Sample City 60 people")
        .shows("Sample Secondary Sample City nobody yet");
    let text = page.text();
    let place = |word: &str| text.find(word).unwrap_or_else(|| panic!("no {word}"));
    assert!(place("École Sample") < place("Sample Secondary") && place("Sample Secondary") < place("Sample Nursery"));
    stella.get("/schools?q=ecole").await.shows("1 school").hides("Secondary Sample City");
    stella.get("/schools?level=secondary").await.shows("1 school").shows("Sample Secondary");
    stella.get("/schools?level=middle").await.shows("No school like that");
    stella.try_get("/schools?level=high").await.is(422).shows("Please choose one of those offered");

    let page = page.click("École Sample").await;
    page.shows("Elementary").shows("60 people").shows("Sample 049").hides("Sample 050");
    page.click("Search among them").await.shows("60 people").shows("Sample 049");
    stella.get("/schools").await.click("Sample Nursery").await.shows("Nobody is listed here yet");
}

#[each_engine]
async fn a_program_reads_the_directory_page_by_page(app: TestApp) {
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    crowd(&app, 130, Some(school)).await;
    let mina = app.person("Mina Member", &[Role::Teacher, Role::TeacherLibrarian]).await;
    let program = app.program(mina).await;
    let first = program.get("/api/v1/people").await;
    assert_eq!(first.is(200).at("/items/0/name"), "Mina Member");
    assert_eq!(first.at("/items/0/roles"), &serde_json::json!(["teacher_librarian", "teacher"]));
    assert_eq!(first.at("/items/0/school"), &serde_json::Value::Null);
    assert_eq!(first.at("/items/1/school/level"), "elementary");
    assert_eq!(first.at("/items").as_array().unwrap().len(), 100);
    let next = first.at("/next").as_str().unwrap();
    assert!(next.starts_with("http://klatsch.example/api/v1/people?after="), "{next}");
    let second = program.get(next.strip_prefix("http://klatsch.example").unwrap()).await;
    assert_eq!(second.at("/items").as_array().unwrap().len(), 31);
    assert!(second.at("/next").is_null());
    let mut next = format!("http://klatsch.example/api/v1/people?q=sample&school={school}");
    let mut names = Vec::new();
    while let Some(path) = next.strip_prefix("http://klatsch.example") {
        let some = program.get(path).await;
        let items = some.at("/items").as_array().unwrap().clone();
        names.extend(items.into_iter().map(|item| item["name"].as_str().unwrap().to_owned()));
        next = some.at("/next").as_str().unwrap_or_default().to_owned();
    }
    assert!(names.len() == 130 && names.is_sorted(), "by name across pages: {names:?}");
    let found = program.get(&format!("/api/v1/people?q=sample+127&school={school}")).await;
    assert_eq!(found.at("/items").as_array().unwrap().len(), 1);
    let wrong = program.get("/api/v1/people?role=king&after=x&school=1").await;
    assert_eq!((wrong.is(422).kind.as_str(), wrong.wrong_fields().len()), ("application/problem+json", 3));
    app.stranger_program().get("/api/v1/people").await.is(401);
}

#[each_engine]
async fn cards_tell_of_everyone_in_few_queries(app: TestApp) {
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let crowd = crowd(&app, 45, Some(school)).await;
    let mina = app.person("Mina Member", &[Role::Teacher, Role::Steward]).await;
    let mut db = app.read().await.unwrap();
    let all = cards(&mut db).await.unwrap();
    assert_eq!(all.len(), 46);
    assert_eq!((all[0].name.as_str(), &all[0].roles[..]), ("Mina Member", &[Role::Teacher, Role::Steward][..]));
    assert_eq!(all[1].school.as_ref().map(|school| school.level), Some(Some(Level::Elementary)));
    let mut asked = crowd.clone();
    asked.extend([mina, mina]);
    assert_eq!(cards_of(&mut db, &asked).await.unwrap(), all);
    let many: Vec<_> = asked.iter().copied().cycle().take(1_200).collect();
    assert_eq!(cards_of(&mut db, &many).await.unwrap(), all);
    assert!(cards_of(&mut db, &[]).await.unwrap().is_empty());
    let few = card::search(&mut db, "sample 01", 4).await.unwrap();
    assert_eq!(
        few.iter().map(|card| card.name.as_str()).collect::<Vec<_>>(),
        ["Sample 001", "Sample 010", "Sample 011", "Sample 012"]
    );
}

#[each_engine]
async fn the_pages_speak_french(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::TeacherLibrarian]).await.in_french();
    app.school("École Sample", Some(Level::Middle)).await;
    mina.get("/people").await.shows("Il n’y a encore personne d’autre");
    mina.get("/schools").await.shows("Intermédiaire").shows("personne encore");
    mina.get(&format!("/people/{}/edit", mina.id())).await.shows("Modifier ma page").submit("Enregistrer").await;
}

#[each_engine]
async fn very_many_are_asked_for_at_once_and_come_as_few_do(app: TestApp) {
    let mut ids = crowd(&app, 1_005, None).await;
    let stella = app.steward().await;
    stella.post(&format!("/people/{}/part", ids[0]), &[]).await.is(200);
    app.person("Ash Linden", &[Role::Teacher]).await;
    let mut db = app.read().await.unwrap();
    let some = store::some(&mut db, &ids).await.unwrap();
    let names: Vec<&str> = some.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names.len(), names[0]), (1_004, "Sample 001"));
    assert!(names.is_sorted());
    ids.truncate(30);
    let few: Vec<PersonId> = store::some(&mut db, &ids).await.unwrap().into_iter().map(|person| person.id).collect();
    assert_eq!(few, ids[1..], "who left is in neither");
    assert_eq!(cards_of(&mut db, &ids).await.unwrap().len(), 30, "cards are of those who left, too");
}

#[each_engine]
async fn very_many_are_leafed_through_by_name(app: TestApp) {
    let asker = app.person("Aspen Sample", &[Role::Teacher]).await;
    app.person("Zoé Sample", &[Role::Teacher]).await;
    crowd(&app, 1_005, None).await;
    let mut db = app.read().await.unwrap();
    let search = Search { words: "sample".to_owned(), ..Search::default() };
    for (most, counted) in [(300, 1_001), (90, 0)] {
        let (mut after, mut names) = (None, Vec::new());
        loop {
            let found = card::found(&mut db, asker, &search, Leaf { after, most, counted }).await.unwrap();
            assert_eq!(found.number, counted, "more than are counted");
            names.extend(found.cards.into_iter().map(|card| roster::fold(&card.name)));
            let Ok(next) = found.next.parse() else { break };
            after = Some(next);
        }
        assert!(names.len() == 1_007 && names.is_sorted(), "{} names", names.len());
        assert_eq!((names[0].as_str(), names[1_006].as_str()), ("aspen sample", "zoe sample"));
    }
}

#[each_engine]
async fn whoever_saves_while_a_list_is_taken_is_not_told_as_changed(app: TestApp) {
    let id = app.person("Mina Member", &[Role::Teacher]).await;
    let person = async || store::person(&mut app.read().await.unwrap(), id).await.unwrap().unwrap();
    let mina = person().await;
    let list = roster::people::read(b"name,email\nMina Elan,mina@sample.example\n").unwrap();
    let saved = Person { ask_me_about: "maps".to_owned(), updated_at: mina.updated_at.plus_days(1), ..mina.clone() };
    let mut saving = app.write().await.unwrap();
    assert!(store::update(&mut saving, &saved, mina.updated_at).await.unwrap());
    let mut taking = Box::pin(async {
        let mut db = app.write().await?;
        import(&mut db, &app, &list).await?;
        db.commit().await?;
        anyhow::Ok(())
    });
    // It waits for her: on SQLite for its turn, on PostgreSQL at her row, which it has compared already.
    assert!(tokio::time::timeout(std::time::Duration::from_millis(400), &mut taking).await.is_err());
    let (saved, taken) = tokio::join!(saving.commit(), taking);
    saved.unwrap();
    let kept = person().await;
    assert_eq!(kept.ask_me_about, "maps", "what she saved stays");
    assert_eq!(kept.name == "Mina Elan", taken.is_ok(), "what is told as changed is changed");
}
