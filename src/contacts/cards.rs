//! Contacts as vCards, and vCards as contacts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use vcard::{Card, Parts, Way};

use super::category::{Category, tidy};
use super::contact::{Draft, Kind, MOST_CATEGORIES, MOST_WAYS};
use super::draft::whole;
use crate::web::Language;

/// A contact as a card. What is for the owner only goes along when they ask for it: cards are handed on.
pub fn card(draft: &Draft, uid: &str, whole: bool, language: Language) -> Card {
    let ways = |values: &[String]| values.iter().map(Way::plain).collect();
    let (handles, links): (Vec<String>, Vec<String>) =
        draft.links.iter().cloned().partition(|link| !link.contains("://"));
    let mut own = BTreeMap::new();
    if whole {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        for (name, text) in [
            ("MET", draft.met.clone()),
            ("ABOUT", draft.about.clone()),
            ("NEXT", draft.next_step.clone()),
            ("NEXT-DATE", date(draft.next_date)),
            ("TOUCHED", date(draft.touched)),
        ] {
            if !text.is_empty() {
                own.insert(name.to_owned(), text);
            }
        }
    }
    Card {
        kind: match draft.kind {
            Kind::Person => vcard::Kind::Person,
            Kind::Organisation => vcard::Kind::Organisation,
        },
        uid: format!("urn:uuid:{uid}"),
        name: draft.name.clone(),
        parts: if draft.kind == Kind::Person { Parts::of(&draft.name) } else { Parts::default() },
        organisation: draft.organisation.clone(),
        units: Vec::new(),
        title: draft.title.clone(),
        emails: ways(&draft.emails),
        phones: ways(&draft.phones),
        links: ways(&links),
        handles: ways(&handles),
        categories: if whole { draft.categories.iter().map(|one| one.name(language)).collect() } else { Vec::new() },
        note: if whole { draft.notes.clone() } else { String::new() },
        own,
    }
}

/// What a card says, as a contact, and how many addresses, numbers, links and categories are beyond those a contact
/// has room for; what is too long for a contact is told as its field.
pub fn draft(card: Card) -> Result<(Draft, usize), &'static str> {
    let categories =
        card.categories.iter().filter_map(|name| name.replace(',', " ").parse::<Category>().ok()).collect();
    let mut categories = tidy(categories);
    let mut beyond = within(&mut categories, MOST_CATEGORIES);
    let mut values = |ways: Vec<Way>, marks: &[char]| {
        let mut ways = ways;
        // Who has several has said which one is preferred.
        ways.sort_by_key(|way| !way.preferred);
        let mut values: Vec<String> = Vec::new();
        for way in ways {
            let value = way.value.replace(marks, " ").split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
        beyond += within(&mut values, MOST_WAYS);
        values
    };
    let mut emails = Vec::new();
    for email in values(card.emails, &[]) {
        let email = email.to_lowercase();
        if roster::people::email_fault(&email).is_some() {
            return Err("emails");
        }
        emails.push(email);
    }
    let phones = values(card.phones, &[',', ';']);
    let mut links: Vec<String> = Vec::new();
    for link in card.links.into_iter().chain(card.handles).map(|way| whole(&way.value)) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    beyond += within(&mut links, MOST_WAYS);
    let own = |name: &str| card.own.get(name).cloned().unwrap_or_default();
    let organisation = std::iter::once(card.organisation).chain(card.units).filter(|part| !part.is_empty());
    let organisation = organisation.collect::<Vec<_>>().join(", ");
    let kind = if card.kind == vcard::Kind::Person { Kind::Person } else { Kind::Organisation };
    let draft = Draft {
        kind,
        // An organisation that belongs to itself needs not say so.
        organisation: if kind == Kind::Organisation && organisation == card.name {
            String::new()
        } else {
            organisation
        },
        name: card.name,
        title: card.title,
        emails,
        phones,
        links,
        categories,
        met: own("MET"),
        about: own("ABOUT"),
        notes: card.note,
        next_step: own("NEXT").split_whitespace().collect::<Vec<_>>().join(" "),
        next_date: own("NEXT-DATE").parse().ok(),
        touched: own("TOUCHED").parse().ok(),
    };
    fits(&draft).map_or(Ok((draft, beyond)), Err)
}

/// Keeps the first so many, and says how many were more.
pub fn within<T>(values: &mut Vec<T>, most: usize) -> usize {
    let beyond = values.len().saturating_sub(most);
    values.truncate(most);
    beyond
}

/// The field of a draft that is longer than a form would let it be.
pub fn fits(draft: &Draft) -> Option<&'static str> {
    let long = |text: &str, most: usize| text.chars().count() > most;
    let texts: [(&'static str, &str, usize); 7] = [
        ("name", &draft.name, 200),
        ("organisation", &draft.organisation, 200),
        ("title", &draft.title, 200),
        ("met", &draft.met, 2_000),
        ("about", &draft.about, 2_000),
        ("notes", &draft.notes, 20_000),
        ("next_step", &draft.next_step, 500),
    ];
    if let Some((field, ..)) = texts.into_iter().find(|(_, text, most)| long(text, *most)) {
        return Some(field);
    }
    let ways: [(&'static str, &[String]); 3] =
        [("emails", &draft.emails), ("phones", &draft.phones), ("links", &draft.links)];
    ways.into_iter().find(|(_, ways)| ways.iter().any(|way| long(way, 500))).map(|(field, _)| field)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_card_with_everything_comes_back_as_it_went() {
        let draft = Draft {
            kind: Kind::Person,
            name: "Ondine Maybury".into(),
            organisation: "University of the Fjords".into(),
            title: "Professor".into(),
            emails: vec!["ondine@fjords.example".into()],
            phones: vec!["+1 250 555 0142".into()],
            links: vec!["https://fjords.example/ondine".into(), "@ondine@social.example".into()],
            categories: vec!["professors".parse().unwrap(), "Museum people".parse().unwrap()],
            met: "At the fair.\nBy the door.".into(),
            about: "Maps".into(),
            notes: "* tea\n* maps; more".into(),
            next_step: "Write".into(),
            next_date: Some(jiff::civil::date(2026, 3, 2)),
            touched: Some(jiff::civil::date(2026, 1, 14)),
        };
        for (version, language) in
            [(vcard::Version::Three, Language::French), (vcard::Version::Four, Language::English)]
        {
            let text = vcard::write(&[card(&draft, "x", true, language)], version);
            let mut file = vcard::read(text.as_bytes()).unwrap();
            assert_eq!(super::draft(file.cards.remove(0).1).unwrap(), (draft.clone(), 0));
            let public = vcard::write(&[card(&draft, "x", false, language)], version);
            for private in ["fair", "Maps", "tea", "Write", "2026", "Museum", "KLATSCH-"] {
                assert!(!public.contains(private), "{public}");
            }
        }
    }
}
