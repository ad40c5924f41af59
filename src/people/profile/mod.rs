//! What a person says of themselves, and who may see it: they own it, field by field.
//!
//! Whoever shows, finds or gives out a profile first asks for what an onlooker may see of it
//! ([`Profile::seen_by`]); nothing else of it leaves this folder.

mod audience;
mod draft;
mod edit;
mod field;
#[cfg(test)]
#[path = "tests/folded.rs"]
mod folded;
mod grade;
#[cfg(test)]
#[path = "tests/kept.rs"]
mod kept;
mod photo;
mod shown;
#[cfg(test)]
#[path = "tests.rs"]
mod stories;
mod suggest;
mod tag;
mod tongue;

use std::collections::{BTreeMap, BTreeSet};

pub use audience::{Audience, Onlooker};
pub use draft::{Draft, filled};
pub use edit::{form, keep, networks, own, save, say};
pub use field::{Field, Kind};
pub use grade::{GRADES, choices as grade_choices};
pub use photo::{add as add_photo, forget as forget_photo, photo, remove as remove_photo};
pub use shown::{Part, eyes, for_asker, fresh, in_words, links, moved, of, shown};
pub use suggest::{labels, recount};
pub use tag::Tag;
pub use tongue::{TONGUES, choices as tongue_choices};

use crate::ids::{FileId, NetworkId};

/// What somebody says of themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// By field; what was never said is not in it.
    pub fields: BTreeMap<Field, Entry>,
    /// Their photo.
    pub photo: Option<Photo>,
}

/// One field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Who may see it.
    pub audience: Audience,
    /// What was written; empty of a list.
    pub words: String,
    /// The entries of a list, as they were written.
    pub tags: Vec<Tag>,
}

/// A photo: the picture, and a small one for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Photo {
    /// As large as it is kept.
    pub file: FileId,
    /// For lists.
    pub small: FileId,
}

impl Entry {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.tags.is_empty()
    }
}

impl Profile {
    /// Who may see a field, also one that says nothing yet.
    pub fn audience(&self, field: Field) -> Audience {
        self.fields.get(&field).map(|entry| entry.audience).unwrap_or_default()
    }

    /// What was written into a field.
    pub fn words(&self, field: Field) -> &str {
        self.fields.get(&field).map_or("", |entry| entry.words.as_str())
    }

    /// The entries of a list.
    pub fn tags(&self, field: Field) -> &[Tag] {
        self.fields.get(&field).map_or(&[], |entry| entry.tags.as_slice())
    }

    /// What an onlooker may see of it, without what says nothing.
    #[must_use]
    pub fn seen_by(&self, onlooker: &Onlooker) -> Profile {
        let photo = self.photo.filter(|_| self.audience(Field::Photo).reaches(onlooker));
        let seen = |field: &Field, entry: &Entry| {
            *field != Field::Photo && !entry.is_empty() && entry.audience.reaches(onlooker)
        };
        let fields = self.fields.iter().filter(|(field, entry)| seen(field, entry));
        Profile { fields: fields.map(|(field, entry)| (*field, entry.clone())).collect(), photo }
    }

    /// The networks to whose members a field is shown.
    pub fn networks(&self) -> BTreeSet<NetworkId> {
        let of = |entry: &Entry| match entry.audience {
            Audience::Network(id) => Some(id),
            _ => None,
        };
        self.fields.values().filter_map(of).collect()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.photo.is_none() && self.fields.values().all(Entry::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_onlooker_sees_what_reaches_them_and_nothing_else() {
        let entry = |audience, words: &str| Entry { audience, words: words.to_owned(), tags: Vec::new() };
        let profile = Profile {
            fields: [
                (Field::About, entry(Audience::Public, "everyone")),
                (Field::Pronouns, entry(Audience::District, "colleagues")),
                (Field::Links, entry(Audience::Me, "nobody")),
                (Field::Photo, entry(Audience::District, "")),
            ]
            .into(),
            photo: Some(Photo { file: FileId(uuid::Uuid::nil()), small: FileId(uuid::Uuid::nil()) }),
        };
        let seen = |onlooker| {
            let seen = profile.seen_by(&onlooker);
            (seen.fields.values().map(|entry| entry.words.clone()).collect::<Vec<_>>().join(" "), seen.photo.is_some())
        };
        assert_eq!(seen(Onlooker::Anyone), ("everyone".to_owned(), false));
        assert_eq!(seen(Onlooker::COLLEAGUE), ("everyone colleagues".to_owned(), true));
        assert_eq!(seen(Onlooker::Oneself), ("everyone colleagues nobody".to_owned(), true));
    }
}
