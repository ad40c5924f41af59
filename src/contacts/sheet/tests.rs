//! Tables of what people's address books look like.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;

fn wrong(text: &str) -> Vec<&'static str> {
    read(text.as_bytes()).unwrap_err().iter().map(|message| message.key).collect()
}

#[test]
fn tables_of_other_address_books_in_both_languages() {
    let text = "First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Value,Labels,Birthday\n\
                Ondine,Maybury,Fjords,O@Fjords.example ::: o@b.example,'+1 250 555 0142,* myContacts ::: Speakers,\n";
    let table = read(text.as_bytes()).unwrap();
    let draft = &table.rows[0].1;
    assert_eq!((&*draft.name, &*draft.organisation), ("Ondine Maybury", "Fjords"));
    assert_eq!(draft.emails, ["o@fjords.example", "o@b.example"]);
    assert_eq!(draft.phones, ["+1 250 555 0142"]);
    assert_eq!(draft.categories, ["speakers".parse().unwrap()]);
    assert_eq!((table.read.len(), &*table.unread), (6, &["Birthday".to_owned()][..]));
    let text = "\u{feff}Prénom;Nom de famille;Courriel;Dernier contact;Rencontre\nZoé;Silva;z@a.example;2026-01-14;Au salon\n\n";
    let table = read(text.as_bytes()).unwrap();
    assert_eq!((table.rows.len(), table.rows[0].0, &*table.rows[0].1.name), (1, 2, "Zoé Silva"));
    assert_eq!(table.rows[0].1.touched, Some(jiff::civil::date(2026, 1, 14)));
    let organisations = read(b"Company,Notes\nFjord Association,\"two\nlines\"\nLater,x\n").unwrap();
    let kinds: Vec<(usize, Kind)> = organisations.rows.iter().map(|(row, draft)| (*row, draft.kind)).collect();
    assert_eq!(kinds, [(2, Kind::Organisation), (3, Kind::Organisation)]);
}

#[test]
fn what_is_wrong_is_told_by_row() {
    assert_eq!(wrong(""), ["contacts-file-no-name"]);
    assert_eq!(wrong("Colour,Size\nred,1\n"), ["contacts-file-no-name"]);
    assert_eq!(wrong("Name\n"), ["contacts-file-empty"]);
    let text = "Name,E-mail,Next date\n,a@b.example,\nAsh,nobody,\nBo,,31/31/2026\nCy,x\n";
    assert_eq!(wrong(text), ["contacts-row-no-name", "contacts-row-email", "contacts-row-date", "contacts-row-fields"]);
    assert_eq!(wrong("PK\u{3}\u{4}"), ["contacts-file-unknown"]);
    assert_eq!(wrong(&format!("Name\n{}\n", "x".repeat(201))), ["contacts-row-long"]);
}
