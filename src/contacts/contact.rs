//! Values: a contact, and what is written of one.

use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::category::Category;
use crate::clock::Instant;
use crate::ids::ContactId;

/// The most contacts of a book.
pub const MOST: i64 = 10_000;

/// Whether it is a person or an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sqlx::Type, Serialize, Deserialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ContactKind)]
pub enum Kind {
    /// A person.
    #[default]
    Person,
    /// An organisation.
    Organisation,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Person, Kind::Organisation];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Person => "contact-kind-person",
            Kind::Organisation => "contact-kind-organisation",
        }
    }
}

impl FromStr for Kind {
    type Err = ();
    fn from_str(word: &str) -> Result<Kind, ()> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(())
    }
}

/// What is written of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// A person or an organisation.
    pub kind: Kind,
    /// Their name; 1 to 200 characters.
    pub name: String,
    /// Where they belong.
    pub organisation: String,
    /// What they do there.
    pub title: String,
    /// E-mail addresses, in lower case.
    pub emails: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Links, and handles on networks.
    pub links: Vec<String>,
    /// Categories, each once, the given ones first.
    pub categories: Vec<Category>,
    /// How we met.
    pub met: String,
    /// What about.
    pub about: String,
    /// Notes, in Markdown.
    pub notes: String,
    /// What to do next.
    pub next_step: String,
    /// When.
    pub next_date: Option<Date>,
    /// When last in touch.
    pub touched: Option<Date>,
}

/// Somebody in a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its identifier.
    pub id: ContactId,
    /// What is written.
    pub draft: Draft,
    /// What was written before the last change.
    pub before: Option<Draft>,
    /// When it was added.
    pub created_at: Instant,
    /// When it was changed last.
    pub updated_at: Instant,
    /// When it was removed.
    pub removed_at: Option<Instant>,
    /// Counts changes.
    pub version: i64,
}

impl Draft {
    /// Puts what `other` says into what is empty here, and adds what is more there: lists grow, and notes that
    /// say something else follow. The dates are the later ones.
    #[must_use]
    pub fn merged(&self, other: &Draft) -> Draft {
        let mut made = self.clone();
        let fill = |mine: &mut String, theirs: &String| {
            if mine.is_empty() {
                mine.clone_from(theirs);
            }
        };
        fill(&mut made.organisation, &other.organisation);
        fill(&mut made.title, &other.title);
        fill(&mut made.met, &other.met);
        fill(&mut made.about, &other.about);
        fill(&mut made.next_step, &other.next_step);
        let add = |mine: &mut Vec<String>, theirs: &[String], same: fn(&str) -> String| {
            for one in theirs {
                if mine.len() < MOST_WAYS && !mine.iter().any(|known| same(known) == same(one)) {
                    mine.push(one.clone());
                }
            }
        };
        add(&mut made.emails, &other.emails, |email| email.to_lowercase());
        add(&mut made.phones, &other.phones, |phone| phone.chars().filter(char::is_ascii_digit).collect());
        add(&mut made.links, &other.links, |link| link.trim_end_matches('/').to_lowercase());
        for category in &other.categories {
            if made.categories.len() < MOST_CATEGORIES && !made.categories.contains(category) {
                made.categories.push(category.clone());
            }
        }
        made.categories.sort();
        if !other.notes.is_empty() && !made.notes.contains(&other.notes) {
            let joined = [made.notes.as_str(), &other.notes].join("\n\n");
            let joined = joined.trim();
            if joined.chars().count() <= LONGEST_NOTES {
                made.notes = joined.to_owned();
            }
        }
        made.next_date = made.next_date.or(other.next_date);
        made.touched = made.touched.max(other.touched);
        made
    }

    /// Everything it is found by, and its e-mail addresses behind `e:`.
    pub fn words(&self) -> Vec<String> {
        let labels: Vec<String> = self.categories.iter().flat_map(Category::names).collect();
        let mut texts: Vec<&str> = vec![&self.name, &self.organisation, &self.title];
        texts.extend(self.emails.iter().chain(&self.links).chain(&labels).map(String::as_str));
        // What may be long comes last: of words there is an end.
        texts.extend([&self.next_step, &self.about, &self.met, &self.notes].map(String::as_str));
        let mut words = folded(&texts.join(" \n "));
        words.truncate(MOST_WORDS);
        words.extend(self.emails.iter().map(|email| format!("e:{email}")));
        words.sort();
        words.dedup();
        words
    }

    /// By what it stands in a list: its name without case and accents.
    pub fn sorted(&self) -> String {
        roster::fold(&self.name)
    }
}

/// The folded words of a text, in their order.
pub fn folded(text: &str) -> Vec<String> {
    let plain = finding::plain(&[finding::Field::Body(text)]);
    plain.split_whitespace().filter(|word| *word != "|").map(ToOwned::to_owned).collect()
}

/// The most words a contact is found by.
const MOST_WORDS: usize = 600;
/// The most addresses, numbers or links of one kind.
pub const MOST_WAYS: usize = 20;
/// The most categories of a contact.
pub const MOST_CATEGORIES: usize = 20;
/// The longest notes, in characters.
pub const LONGEST_NOTES: usize = 20_000;

/// The address that a link or handle leads to, if it leads anywhere: a page, or a profile on the fediverse.
pub fn leads_to(link: &str) -> Option<String> {
    let lower = link.to_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return url::Url::parse(link).ok().map(String::from);
    }
    let (user, host) = link.strip_prefix('@')?.split_once('@')?;
    let plain = |text: &str, more: &[char]| {
        !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || more.contains(&letter))
    };
    (plain(user, &['_', '.', '-']) && plain(host, &['.', '-']) && host.contains('.'))
        .then(|| format!("https://{}/@{user}", host.to_lowercase()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn links_and_handles_lead_to_pages_and_nowhere_else() {
        assert_eq!(leads_to("https://a.example/x").as_deref(), Some("https://a.example/x"));
        assert_eq!(leads_to("@ondine@Social.example").as_deref(), Some("https://social.example/@ondine"));
        for nowhere in
            ["javascript:alert(1)", "data:text/html,x", "@ondine", "@a@b", "@a@b.example/x", "mailto:a@b.c", ""]
        {
            assert_eq!(leads_to(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn who_is_there_twice_keeps_what_either_says() {
        let one = Draft {
            name: "Ondine Maybury".into(),
            emails: vec!["o@a.example".into()],
            phones: vec!["250 555 0142".into()],
            notes: "Tea".into(),
            touched: Some(jiff::civil::date(2026, 1, 1)),
            ..Draft::default()
        };
        let other = Draft {
            name: "O. Maybury".into(),
            title: "Professor".into(),
            emails: vec!["O@a.example".into(), "o@b.example".into()],
            phones: vec!["(250) 555-0142".into()],
            notes: "Maps".into(),
            touched: Some(jiff::civil::date(2026, 1, 9)),
            ..Draft::default()
        };
        let made = one.merged(&other);
        assert_eq!((&*made.name, &*made.title, &*made.notes), ("Ondine Maybury", "Professor", "Tea\n\nMaps"));
        assert_eq!((made.emails.len(), made.phones.len()), (2, 1));
        assert_eq!(made.touched, other.touched);
        assert_eq!(made.merged(&other), made, "twice is once");
    }

    #[test]
    fn words_are_folded_and_addresses_whole() {
        let draft = Draft { name: "Zoé O’Brien".into(), emails: vec!["zoe@a.example".into()], ..Draft::default() };
        let words = draft.words();
        assert!(words.contains(&"zoe".to_owned()) && words.contains(&"e:zoe@a.example".to_owned()), "{words:?}");
        assert_eq!(draft.sorted(), roster::fold("zoe o’brien"));
    }

    #[test]
    fn whoever_has_long_notes_is_found_by_category_address_and_link_all_the_same() {
        let draft = Draft {
            name: "Zoé O’Brien".into(),
            emails: vec!["zoe@fjordwick.example".into()],
            links: vec!["https://fjordberry.example/zoe".into()],
            categories: vec!["Museum people".parse().unwrap()],
            notes: (0..2_000).map(|number| format!("note{number} ")).collect(),
            ..Draft::default()
        };
        let words = draft.words();
        assert!(words.len() <= MOST_WORDS + 1);
        for word in ["zoe", "fjordwick", "fjordberry", "museum", "note0"] {
            assert!(words.iter().any(|known| known == word), "{word}");
        }
    }
}
