//! Stories of a private book.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod programs;

use each_engine::each_engine;
use serde_json::json;

use super::{DOMAIN, Draft, add, reminder, store};
use crate::ids::ContactId;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// What Mina wrote: a word for each field, which stands nowhere else.
const WRITTEN: [(&str, &str); 9] = [
    ("name", "Ondine Maybury"),
    ("organisation", "Fjordwick University"),
    ("title", "Professor"),
    ("emails", "ondine@fjordwick.example"),
    ("phones", "+1 250 555 0142"),
    ("links", "@ondine@fjordsocial.example"),
    ("met", "Metberry at the fair"),
    ("about", "Aboutberry maps"),
    ("notes", "Noteberry *tea*"),
];

async fn book(app: &TestApp) -> (Visitor, ContactId) {
    app.at("2026-01-14T10:00");
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let page = mina.get("/contacts/new").await.fill("Add to my book", &WRITTEN).await;
    page.shows("Ondine Maybury is in your book.");
    let id = mina.get("/contacts").await.link("Ondine Maybury").rsplit('/').next().unwrap().parse().unwrap();
    (mina, id)
}

#[each_engine]
async fn a_contact_is_written_down_changed_and_taken_back(app: TestApp) {
    let (mina, id) = book(&app).await;
    let page = mina.get(&format!("/contacts/{id}")).await;
    for (_, words) in WRITTEN.iter().filter(|(field, _)| *field != "notes") {
        page.shows(words);
    }
    page.shows("In touch today");
    assert_eq!(page.attributes(".facts a[href^=https]", "href"), ["https://fjordsocial.example/@ondine"]);
    assert_eq!(page.text_of(".prose em"), "tea");
    let edit = page.click("Change").await;
    let wrong = [("name", ""), ("next_date", "2026-01-02"), ("touched", "2027-01-01"), ("emails", "nobody")];
    let wrong = edit.fill("Save", &wrong).await;
    wrong.is(422).shows("This day has passed").shows("still to come").shows("“nobody” is not an e-mail address.");
    assert_eq!(wrong.value("emails"), "nobody");
    let changes = [("name", "Ondine M."), ("own", "Museum people, Speakers"), ("next_step", "Send the slides")];
    let saved = edit.fill("Save", &changes).await;
    saved.shows("Saved.").shows("Ondine M.").shows("Museum people").shows("Send the slides");
    // Somebody who looked before the change does not overwrite it.
    let stale = edit.fill("Save", &[("name", "Other")]).await;
    stale.is(409).shows("What you typed is still here");
    assert_eq!(stale.value("name"), "Other");
    saved.submit("Undo").await.shows("As it was before.").shows("Ondine Maybury").hides("Send the slides");
    let page = mina.get(&format!("/contacts/{id}")).await;
    page.submit("Remove").await.shows("no longer in your book").submit("Undo").await.shows("is in your book again");
    mina.get(&format!("/contacts/{id}")).await.submit("Remove").await;
    mina.try_get(&format!("/contacts/{id}")).await.is(404);
    // After thirty days it is gone.
    app.at("2026-02-20T10:00");
    reminder::sweep((*app).clone()).await.unwrap();
    let mut db = app.read().await.unwrap();
    assert!(store::contact(&mut db, mina.id(), id).await.unwrap().is_none());
}

#[each_engine]
async fn nobody_else_sees_a_word_of_it(app: TestApp) {
    let (mina, id) = book(&app).await;
    let colleague = app.member("Cora Colleague", &[Role::TeacherLibrarian]).await;
    let steward = app.steward().await;
    let (program, other) = (app.program(steward.id()).await, app.program(colleague.id()).await);
    let private = ["Ondine", "Maybury", "Fjordwick", "0142", "fjordsocial", "Metberry", "Aboutberry", "Noteberry"];
    for visitor in [&colleague, &steward] {
        for page in ["", "/edit", "/card", "/card?notes=yes"] {
            visitor.try_get(&format!("/contacts/{id}{page}")).await.is(404);
        }
        for deed in ["edit", "undo", "remove", "restore", "touch", "done"] {
            visitor.post(&format!("/contacts/{id}/{deed}"), &[("name", "x"), ("version", "1")]).await.is(404);
        }
        for page in [
            "/contacts",
            "/contacts?q=ondine",
            "/contacts/export/csv",
            "/contacts/export/vcard4?notes=yes",
            "/search?q=Ondine",
            "/search?q=Noteberry",
            "/people?q=Ondine",
            "/people",
        ] {
            let shown = visitor.try_get(page).await;
            for word in private {
                // What was typed into the search stands in its box.
                let asked = page.split("q=").nth(1).is_some_and(|asked| asked.eq_ignore_ascii_case(word));
                assert!(asked || !shown.html.contains(word), "{page} shows {word}");
            }
        }
    }
    for program in [&program, &other] {
        let path = format!("/api/v1/contacts/{id}");
        program.get(&path).await.is(404);
        program.send("PATCH", &path, Some(json!({"name": "x"}))).await.is(404);
        program.send("DELETE", &path, None).await.is(404);
        program.send("POST", &format!("{path}/touch"), None).await.is(404);
        assert_eq!(program.get("/api/v1/contacts?q=ondine").await.at("/items"), &json!([]));
        assert_eq!(program.get("/api/v1/search?q=Noteberry").await.at("/items"), &json!([]));
    }
    app.stranger_program().get(&format!("/api/v1/contacts/{id}")).await.is(401);
    app.visitor().try_get(&format!("/contacts/{id}")).await.hides("Ondine");
    // It is still there for who wrote it.
    mina.get(&format!("/contacts/{id}")).await.shows("Noteberry");
    // Her own export holds all of it, nobody else's any.
    let mut db = app.read().await.unwrap();
    let told =
        |sections: Vec<crate::personal::Section>| format!("{:?}", sections.iter().map(|s| &s.rows).collect::<Vec<_>>());
    let mine = told((DOMAIN.personal.export)(&mut db, mina.id()).await.unwrap());
    let theirs = told((DOMAIN.personal.export)(&mut db, steward.id()).await.unwrap());
    for word in private {
        assert!(mine.contains(word) && !theirs.contains(word), "{word}");
    }
}

#[each_engine]
async fn a_book_is_searched_by_words_category_and_silence(app: TestApp) {
    let (mina, _) = book(&app).await;
    let mut db = app.write().await.unwrap();
    for (name, category, touched) in [
        ("Zoé Silva", "speakers", "2025-06-01"),
        ("Fern Hill", "Museum people", "2026-01-10"),
        ("Ash Lee", "speakers", ""),
    ] {
        let draft = Draft {
            name: name.into(),
            categories: vec![category.parse().unwrap()],
            touched: touched.parse().ok(),
            notes: "Knows about marmalade".into(),
            ..Draft::default()
        };
        add(&mut db, &app, mina.id(), draft).await.unwrap();
    }
    db.commit().await.unwrap();
    let names = |page: crate::testing::Page| {
        let document = scraper::Html::parse_document(&page.html);
        let titles = scraper::Selector::parse(".row-title").unwrap();
        document.select(&titles).map(|title| title.text().collect::<String>()).collect::<Vec<_>>().join(", ")
    };
    let all = "Ash Lee, Fern Hill, Ondine Maybury, Zoé Silva";
    for (query, found) in [
        ("", all),
        ("?q=zoe", "Zoé Silva"),
        ("?q=MARMA+zo", "Zoé Silva"),
        ("?q=ond+fjordwick", "Ondine Maybury"),
        ("?q=marmaladen", ""),
        ("?q=conf%C3%A9renci%C3%A8res", "Ash Lee, Zoé Silva"),
        ("?category=speakers", "Ash Lee, Zoé Silva"),
        ("?category=Museum+people&q=fern", "Fern Hill"),
        ("?quiet=3", "Ash Lee, Zoé Silva"),
        ("?quiet=1&category=Museum+people", ""),
        ("?order=longest", "Ash Lee, Zoé Silva, Fern Hill, Ondine Maybury"),
        ("?order=latest", "Ondine Maybury, Fern Hill, Zoé Silva, Ash Lee"),
        ("?order=next", all),
    ] {
        assert_eq!(names(mina.get(&format!("/contacts{query}")).await), found, "{query}");
    }
    mina.try_get("/contacts?quiet=x&order=y").await.is(422);
    let french = app.visitor();
    french.take(&mina);
    let french = french.in_french();
    french.get("/contacts?category=speakers").await.shows("Conférencières et conférenciers").shows("2 contacts");
}

#[each_engine]
async fn the_owner_is_reminded_in_the_morning_and_the_subject_says_nothing(app: TestApp) {
    let (mina, id) = book(&app).await;
    let edit = mina.get(&format!("/contacts/{id}/edit")).await;
    edit.fill("Save", &[("next_step", "Stepberry slides"), ("next_date", "2026-01-16")]).await.shows("Saved.");
    let edit = mina.get(&format!("/contacts/{id}/edit")).await;
    edit.fill("Save", &[("next_date", "2026-01-20")]).await;
    app.at("2026-01-16T08:00");
    crate::jobs::run_due(&app).await.unwrap();
    assert!(app.letters().await.is_empty(), "the day was moved");
    mina.get("/contacts").await.hides("Due now");
    app.at("2026-01-20T06:59");
    crate::jobs::run_due(&app).await.unwrap();
    assert!(app.letters().await.is_empty());
    app.at("2026-01-20T07:01");
    crate::jobs::run_due(&app).await.unwrap();
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!(letter.subject, "A reminder from your book of contacts");
    assert!(letter.text.contains("Ondine Maybury") && letter.text.contains("Stepberry"), "{}", letter.text);
    for word in ["Noteberry", "Metberry", "Aboutberry", "fjordwick"] {
        assert!(!letter.text.contains(word), "{}", letter.text);
    }
    assert!(letter.text.contains(&format!("/contacts/{id}")));
    let due = mina.get("/contacts").await;
    due.shows("Due now").shows("Stepberry");
    due.submit("Done Ondine Maybury")
        .await
        .shows("Done. You and Ondine Maybury")
        .hides("Stepberry")
        .submit("Undo")
        .await;
    // Back to the same day: no second letter.
    crate::jobs::run_due(&app).await.unwrap();
    assert_eq!(app.letters().await.len(), 1);
    mina.get(&format!("/contacts/{id}")).await.submit("We were in touch today").await.shows("In touch today");
    mina.get(&format!("/contacts/{id}")).await.submit("Done").await;
}

#[each_engine]
async fn an_address_book_is_looked_at_and_taken_over_or_not_at_all(app: TestApp) {
    let (mina, id) = book(&app).await;
    let file = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ondine Maybury\r\nEMAIL:ondine@fjordwick.example\r\n\
        TITLE:Dean\r\nTEL:+1 250 555 0199\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Museum of Tea\r\nCATEGORIES:Associations\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Everyone\r\nEND:VCARD\r\n";
    let broken = file.replacen("VERSION:4.0", "VERSION:2.1", 1);
    let refused = mina.upload("/contacts/import", &[], ("book.vcf", broken.as_bytes())).await;
    refused.is(422).shows("Nothing was taken over").shows("Line 10: this card is of version 2.1");
    mina.upload("/contacts/import", &[], ("book.vcf", b"")).await.is(422);
    mina.get("/contacts").await.shows("1 contact").hides("Museum");
    let look = mina.upload("/contacts/import", &[], ("book.vcf", file.as_bytes())).await;
    look.is(200)
        .shows("2 contacts would come")
        .shows("Museum of Tea")
        .shows("PHOTO (1)")
        .shows("One list of addresses");
    look.shows("Ondine Maybury in your book has the same e-mail address.");
    let steward = app.steward().await;
    steward.try_get(&look.path).await.is(404);
    let taken = look.submit("Take over").await;
    taken.shows("One new contact, and one that says more now.").shows("Museum of Tea");
    let page = mina.get(&format!("/contacts/{id}")).await;
    page.shows("Professor").shows("+1 250 555 0199").shows("Noteberry");
    mina.post(&look.path, &[]).await.shows("taken over already");
    mina.get(&look.path).await.shows("2 contacts");
    taken.submit("Undo").await.shows("taken back").hides("Museum of Tea");
    mina.get(&format!("/contacts/{id}")).await.hides("+1 250 555 0199");
    // The same name with another address is asked; left out, nothing comes.
    let table = "Nom;Courriel;Couleur\nOndine Maybury;other@fjordwick.example;bleu\n";
    let look = mina.upload("/contacts/import", &[], ("carnet.csv", table.as_bytes())).await;
    look.shows("same name").shows("Columns that were read: Nom, Courriel").shows("Couleur");
    look.fill("Take over", &[("do-0", "leave")]).await.shows("Nobody new.");
    let look = mina.upload("/contacts/import", &[], ("carnet.csv", table.as_bytes())).await;
    look.submit("Take over").await.shows("One new contact.").shows("2 contacts");
    let wrong = "Name,E-mail\nAsh,\n,x@y.example\nBo,nobody\n";
    let wrong = mina.upload("/contacts/import", &[], ("book.csv", wrong.as_bytes())).await;
    wrong.is(422).shows("Row 3 has no name.").shows("Row 4: “nobody”");
    mina.get("/contacts").await.shows("2 contacts").hides("Ash");
}

#[each_engine]
async fn a_book_goes_out_and_comes_back_as_it_was(app: TestApp) {
    let (mina, id) = book(&app).await;
    let changes = [("next_step", "=Send"), ("own", "Museum people"), ("touched", "2026-01-12")];
    mina.get(&format!("/contacts/{id}/edit")).await.fill("Save", &changes).await.shows("Saved.");
    let before = store::contact(&mut *app.read().await.unwrap(), mina.id(), id).await.unwrap().unwrap().draft;
    let cora = app.member("Cora Colleague", &[Role::Teacher]).await;
    let french = app.visitor();
    french.take(&mina);
    let french = french.in_french();
    for (visitor, form, name) in [
        (&mina, "csv", "a.csv"),
        (&french, "csv", "a.csv"),
        (&mina, "vcard3?notes=yes", "a.vcf"),
        (&french, "vcard4?notes=yes", "a.vcf"),
    ] {
        let file = visitor.get(&format!("/contacts/export/{form}")).await.html;
        let look = cora.upload("/contacts/import", &[], (name, file.as_bytes())).await;
        let taken = look.is(200).submit("Take over").await;
        let mut db = app.read().await.unwrap();
        let all = store::find::all(&mut db, cora.id()).await.unwrap();
        assert_eq!(all.iter().map(|contact| &contact.draft).collect::<Vec<_>>(), [&before], "{form}");
        drop(db);
        taken.submit("Undo").await.shows("Your book is empty");
    }
    // What one hands on holds nothing private.
    for address in
        [format!("/contacts/{id}/card"), format!("/contacts/{id}/card?version=4"), "/contacts/export/vcard3".into()]
    {
        let card = mina.get(&address).await;
        assert!(card.html.contains("ondine@fjordwick.example"), "{}", card.html);
        for word in ["Noteberry", "Metberry", "Aboutberry", "Send", "Museum", "2026-01-12"] {
            assert!(!card.html.contains(word), "{address} holds {word}");
        }
    }
    let book = mina.once("GET", "/contacts/export/xlsx", None).await;
    assert_eq!(book.status, 200);
    mina.try_get("/contacts/export/pdf").await.is(404);
}

#[each_engine]
async fn a_program_keeps_its_owners_book(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let program = app.program(mina.id()).await;
    let sent = json!({"name": "Zoé Silva", "emails": ["zoe@a.example"], "categories": ["speakers", "Museum people"],
        "next_date": "2030-01-01", "notes": "Tea"});
    let made = program.send("POST", "/api/v1/contacts", Some(sent)).await;
    let path = format!("/api/v1/contacts/{}", made.is(201).at("/id").as_str().unwrap());
    assert_eq!(made.at("/categories"), &json!(["speakers", "Museum people"]));
    let wrong = json!({"name": 1, "emails": ["x"], "kind": "thing", "colour": "red"});
    let wrong = program.send("POST", "/api/v1/contacts", Some(wrong)).await;
    wrong.is(422);
    let changed = program.send("PATCH", &path, Some(json!({"notes": null, "next_date": null, "version": 1}))).await;
    assert_eq!(
        (changed.is(200).at("/notes"), changed.at("/next_date"), changed.at("/version")),
        (&json!(""), &json!(null), &json!(2))
    );
    program.send("PATCH", &path, Some(json!({"notes": "x", "version": 1}))).await.is(409);
    let touched = program.send("POST", &format!("{path}/touch"), None).await;
    assert!(touched.is(200).at("/touched").is_string());
    assert_eq!(program.get("/api/v1/contacts?q=zo&not_since=2000-01-01").await.at("/items"), &json!([]));
    assert_eq!(program.get("/api/v1/contacts?q=zo&category=speakers").await.at("/items/0/name"), &json!("Zoé Silva"));
    program.get("/api/v1/contacts?not_since=soon").await.is(422);
    let file = program.get("/api/v1/contacts/export/vcard4").await;
    file.is(200);
    program.send("DELETE", &path, None).await.is(204);
    program.get(&path).await.is(404);
    app.at("2030-01-01T08:00");
    crate::jobs::run_due(&app).await.unwrap();
    assert!(app.letters().await.is_empty());
}

#[each_engine]
async fn of_two_cards_that_go_into_one_contact_an_undo_takes_both_back(app: TestApp) {
    let (mina, id) = book(&app).await;
    let card = |name: &str, phone: &str| {
        let lines = format!("FN:{name}\r\nEMAIL:ondine@fjordwick.example\r\nTEL:{phone}");
        format!("BEGIN:VCARD\r\nVERSION:4.0\r\n{lines}\r\nEND:VCARD\r\n")
    };
    let file = card("Ondine M.", "+1 250 555 0177") + &card("O. Maybury", "+1 250 555 0188");
    let look = mina.upload("/contacts/import", &[], ("book.vcf", file.as_bytes())).await;
    let taken = look.submit("Take over").await;
    mina.get(&format!("/contacts/{id}")).await.shows("0142").shows("0177").shows("0188");
    taken.submit("Undo").await;
    mina.get(&format!("/contacts/{id}")).await.shows("0142").hides("0177").hides("0188");
}

#[each_engine]
async fn what_a_contact_has_no_room_for_is_told(app: TestApp) {
    let (mina, _) = book(&app).await;
    let phones: String = (0..22).map(|number| format!("TEL:+1 250 555 {:04}\r\n", 1000 + number)).collect();
    let card = format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Many Numbers\r\n{phones}END:VCARD\r\n");
    let look = mina.upload("/contacts/import", &[], ("book.vcf", card.as_bytes())).await;
    look.shows("2 addresses, numbers, links or categories were left out");
    let links: Vec<String> = (0..21).map(|number| format!("https://a.example/{number}")).collect();
    let table = format!("Name,Links\nMany Links,{}\n", links.join("; "));
    let look = mina.upload("/contacts/import", &[], ("book.csv", table.as_bytes())).await;
    look.shows("One address, number, link or category was left out");
    mina.in_french().get(&look.path).await.shows("a été laissé de côté");
}
