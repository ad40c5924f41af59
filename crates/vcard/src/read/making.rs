//! A card under way.

use crate::card::{Card, Kind, Parts, Way};
use crate::fault::Reason;
use crate::property::Property;
use crate::value::{Cut, cut, length, line, one_line, text};
use crate::{LONGEST, MOST_VALUES};

/// A card under way.
#[derive(Default)]
pub struct Making {
    card: Card,
    role: String,
    /// Of which notes one language was taken already (RFC 6350, 5.4).
    notes: Vec<String>,
}

impl Making {
    /// Takes a property that is wanted.
    pub fn take(&mut self, property: Property) -> Result<(), Reason> {
        let most = if property.name == "NOTE" || property.name.starts_with("X-") { LONGEST.0 } else { LONGEST.1 };
        if length(&property.value) > most {
            return Err(Reason::TooLong { property: property.name, most });
        }
        let card = &mut self.card;
        let value = property.value.as_str();
        match property.name.as_str() {
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
                card.kind = match line(value).to_ascii_lowercase().as_str() {
                    "org" => Kind::Organisation,
                    "group" => Kind::Group,
                    _ => card.kind,
                }
            }
            "X-ABSHOWAS" => {
                if line(value).eq_ignore_ascii_case("company") && card.kind == Kind::Person {
                    card.kind = Kind::Organisation;
                }
            }
            // The first one counts where there are several, as in several languages.
            "UID" => first(&mut card.uid, line(value)),
            "FN" => first(&mut card.name, line(value)),
            "TITLE" => first(&mut card.title, line(value)),
            "ROLE" => first(&mut self.role, line(value)),
            "N" if card.parts.is_empty() => card.parts = parts(value),
            "N" => {}
            "ORG" if card.organisation.is_empty() => {
                let mut parts = cut(value, Cut::Components).into_iter().map(|part| one_line(&part));
                card.organisation = parts.next().unwrap_or_default();
                card.units = parts.filter(|part| !part.is_empty()).collect();
            }
            "ORG" => {}
            "EMAIL" => way(&mut card.emails, &property, "mailto:", line(value))?,
            "TEL" => way(&mut card.phones, &property, "tel:", line(value))?,
            "URL" => way(&mut card.links, &property, "", link(value))?,
            "IMPP" | "SOCIALPROFILE" | "X-SOCIALPROFILE" => way(&mut card.handles, &property, "x-apple:", line(value))?,
            "CATEGORIES" => {
                let more = cut(value, Cut::List).into_iter().map(|part| one_line(&part));
                for category in more.filter(|part| !part.is_empty()) {
                    if card.categories.len() >= MOST_VALUES {
                        return Err(Reason::TooManyValues(property.name));
                    }
                    if !card.categories.contains(&category) {
                        card.categories.push(category);
                    }
                }
            }
            "NOTE" => {
                if let Some(same) = property.parameter("ALTID") {
                    if self.notes.iter().any(|known| known == same) {
                        return Ok(());
                    }
                    self.notes.push(same.to_owned());
                }
                let note = text(value);
                if !card.note.is_empty() && !note.is_empty() {
                    card.note.push_str("\n\n");
                }
                card.note.push_str(&note);
                if card.note.chars().count() > LONGEST.0 {
                    return Err(Reason::TooLong { property: property.name, most: LONGEST.0 });
                }
            }
            name => {
                let told = text(value);
                if let Some(own) = name.strip_prefix("X-KLATSCH-")
                    && !told.is_empty()
                    && !own.is_empty()
                {
                    if card.own.len() >= MOST_VALUES {
                        return Err(Reason::TooManyValues(property.name));
                    }
                    card.own.entry(own.to_owned()).or_insert(told);
                }
            }
        }
        Ok(())
    }

    /// The card, when it can be called anything.
    pub fn done(self) -> Option<Card> {
        let Making { mut card, role, .. } = self;
        if card.title.is_empty() {
            card.title = role;
        }
        if card.name.is_empty() {
            card.name = card.parts.spoken();
        }
        if card.name.is_empty() && !card.organisation.is_empty() {
            card.name.clone_from(&card.organisation);
            if card.kind == Kind::Person {
                card.kind = Kind::Organisation;
            }
        }
        if card.name.is_empty() {
            card.name = card.emails.first().map(|way| way.value.clone()).unwrap_or_default();
        }
        if card.organisation.is_empty() {
            card.units.clear();
        }
        (!card.name.is_empty()).then_some(card)
    }
}

fn first(field: &mut String, value: String) {
    if field.is_empty() {
        *field = value;
    }
}

/// Each part of a name may be several, with commas between.
fn parts(value: &str) -> Parts {
    let mut parts = cut(value, Cut::Components).into_iter().map(|part| one_line(&part));
    let mut next = || parts.next().unwrap_or_default();
    Parts { family: next(), given: next(), additional: next(), before: next(), after: next() }
}

/// A link; `\:` and `\,` stand in those of some programs, though nothing need be escaped there.
fn link(value: &str) -> String {
    let link = value.trim().replace("\\:", ":").replace("\\,", ",").replace("\\;", ";");
    link.chars().filter(|letter| !letter.is_control()).collect::<String>().trim().to_owned()
}

fn way(ways: &mut Vec<Way>, property: &Property, scheme: &str, value: String) -> Result<(), Reason> {
    let starts = value.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let value = if starts { value.get(scheme.len()..).unwrap_or_default().trim().to_owned() } else { value };
    if value.is_empty() {
        return Ok(());
    }
    if ways.len() >= MOST_VALUES {
        return Err(Reason::TooManyValues(property.name.clone()));
    }
    let mut types: Vec<String> = Vec::new();
    let mut preferred = property.parameter("PREF").is_some_and(|preference| preference == "1");
    for word in property.all("TYPE").map(str::to_ascii_lowercase) {
        let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        match word.as_str() {
            "pref" => preferred = true,
            // Every address is one of the Internet.
            "internet" => {}
            _ if plain && !types.contains(&word) && types.len() < MOST_VALUES => types.push(word),
            _ => {}
        }
    }
    ways.push(Way { value, types, preferred });
    Ok(())
}
