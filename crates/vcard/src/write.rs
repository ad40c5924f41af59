//! Writing cards.

use crate::card::{Card, Kind, Parts, Version, Way};
use crate::value::escaped;

/// The most bytes of a line, without its end (RFC 6350, 3.2).
const LINE: usize = 75;

/// The cards as a file.
pub fn write(cards: &[Card], version: Version) -> String {
    let mut file = String::new();
    for card in cards {
        one(&mut file, card, version);
    }
    file
}

fn one(file: &mut String, card: &Card, version: Version) {
    let four = version == Version::Four;
    put(file, "BEGIN:VCARD");
    put(file, &format!("VERSION:{}", version.number()));
    put(file, "PRODID:-//Klatsch//Contacts//EN");
    let said = |file: &mut String, name: &str, text: &str| {
        if !text.is_empty() {
            put(file, &format!("{name}:{}", escaped(text)));
        }
    };
    match (card.kind, four) {
        (Kind::Person, true) => put(file, "KIND:individual"),
        (Kind::Organisation, true) => put(file, "KIND:org"),
        (Kind::Group, true) => put(file, "KIND:group"),
        // What the address books of telephones ask for in 3.0, which has no word for it.
        (Kind::Organisation, false) => put(file, "X-ABSHOWAS:COMPANY"),
        (Kind::Group, false) => put(file, "X-ADDRESSBOOKSERVER-KIND:group"),
        (Kind::Person, false) => {}
    }
    said(file, "UID", &card.uid);
    put(file, &format!("FN:{}", escaped(&card.name)));
    // RFC 2426 asks for N always.
    if !card.parts.is_empty() || !four {
        let Parts { family, given, additional, before, after } = &card.parts;
        let parts = [family, given, additional, before, after].map(|part| escaped(part));
        put(file, &format!("N:{}", parts.join(";")));
    }
    if !card.organisation.is_empty() || !card.units.is_empty() {
        let parts: Vec<String> = std::iter::once(&card.organisation).chain(&card.units).map(|p| escaped(p)).collect();
        put(file, &format!("ORG:{}", parts.join(";")));
    }
    said(file, "TITLE", &card.title);
    for way in &card.emails {
        put(file, &format!("EMAIL{}:{}", types(way, version), escaped(&way.value)));
    }
    for way in &card.phones {
        put(file, &format!("TEL{}:{}", types(way, version), escaped(&way.value)));
    }
    for way in &card.links {
        // A link is a URI: nothing in it is escaped.
        put(file, &format!("URL{}:{}", types(way, version), address(&way.value)));
    }
    for way in &card.handles {
        let name = if four { "SOCIALPROFILE;VALUE=text" } else { "X-SOCIALPROFILE" };
        put(file, &format!("{name}{}:{}", types(way, version), escaped(&way.value)));
    }
    if !card.categories.is_empty() {
        let categories: Vec<String> = card.categories.iter().map(|category| escaped(category)).collect();
        put(file, &format!("CATEGORIES:{}", categories.join(",")));
    }
    said(file, "NOTE", &card.note);
    for (name, text) in &card.own {
        said(file, &format!("X-KLATSCH-{name}"), text);
    }
    put(file, "END:VCARD");
}

/// `;TYPE=work,cell` and what is preferred.
fn types(way: &Way, version: Version) -> String {
    let mut types = way.types.clone();
    let mut parameters = String::new();
    match (way.preferred, version) {
        (true, Version::Three) => types.push("pref".to_owned()),
        (true, Version::Four) => parameters.push_str(";PREF=1"),
        (false, _) => {}
    }
    if !types.is_empty() {
        parameters.push_str(";TYPE=");
        parameters.push_str(&types.join(","));
    }
    parameters
}

/// A link on one line.
fn address(link: &str) -> String {
    link.chars().filter(|letter| !letter.is_control()).collect()
}

/// A line, folded between letters.
fn put(file: &mut String, line: &str) {
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            // The space counts.
            room = LINE - 1;
        }
        file.push(letter);
        room -= letter.len_utf8();
    }
    file.push_str("\r\n");
}
