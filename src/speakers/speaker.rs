//! Values: somebody who may be asked to speak.

use crate::clock::Instant;
use crate::contacts;
use crate::ids::{NetworkId, PersonId, SpeakerId};
use crate::web::{Input, Problems, Values};

/// How long things may be, in characters.
const LINE: usize = 200;
const TOPICS: usize = 500;
const NOTE: usize = 1_000;

/// What is said of a speaker; everybody of the district reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewSpeaker {
    /// The name under which they are known.
    pub name: String,
    /// Where they belong.
    pub organisation: String,
    /// Where to read about them: a page, or a handle on the fediverse.
    pub link: String,
    /// What they speak about, with commas between.
    pub topics: String,
    /// What they ask for.
    pub fee: String,
    /// A word for colleagues.
    pub note: String,
    /// For which network; without one, for the district.
    pub network: Option<NetworkId>,
}

/// The fields of it.
pub const FIELDS: [&str; 7] = ["name", "organisation", "link", "topics", "fee", "note", "network"];

impl NewSpeaker {
    /// Reads it; `mine` are the networks it may be for.
    pub fn read(input: &Input, mine: &[NetworkId], problems: &mut Problems) -> NewSpeaker {
        let link = input.line("link", 0..=LINE, problems);
        let link = if link.starts_with("www.") { format!("https://{link}") } else { link };
        if !link.is_empty() && contacts::leads_to(&link).is_none() {
            problems.add("link", "speaker-problem-link");
        }
        let network = input.choice("network", problems);
        if network.is_some_and(|network| !mine.contains(&network)) {
            problems.add("network", "problem-choice");
        }
        NewSpeaker {
            network,
            name: input.line("name", 1..=LINE, problems),
            organisation: input.line("organisation", 0..=LINE, problems),
            link,
            topics: input.line("topics", 1..=TOPICS, problems),
            fee: input.line("fee", 0..=LINE, problems),
            note: input.text("note", 0..=NOTE, problems),
        }
    }

    /// A form filled with it.
    pub fn filled(&self) -> Input {
        Input::of_values(&self.values(), &[])
    }

    /// What each field holds.
    pub fn values(&self) -> Values {
        [
            ("name", self.name.clone()),
            ("organisation", self.organisation.clone()),
            ("link", self.link.clone()),
            ("topics", self.topics.clone()),
            ("fee", self.fee.clone()),
            ("note", self.note.clone()),
            ("network", self.network.map(|id| id.to_string()).unwrap_or_default()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect()
    }
}

/// A speaker that was offered.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Speaker {
    /// Its identifier.
    pub id: SpeakerId,
    /// Who offered them.
    pub offered_by: PersonId,
    /// See [`NewSpeaker`].
    pub network_id: Option<NetworkId>,
    /// See [`NewSpeaker`].
    pub name: String,
    /// See [`NewSpeaker`].
    pub organisation: String,
    /// See [`NewSpeaker`].
    pub link: String,
    /// See [`NewSpeaker`].
    pub topics: String,
    /// See [`NewSpeaker`].
    pub fee: String,
    /// See [`NewSpeaker`].
    pub note: String,
    /// When they were offered.
    pub offered_at: Instant,
    /// When the offer was withdrawn.
    pub withdrawn_at: Option<Instant>,
    /// Counts changes.
    pub version: i64,
}

impl Speaker {
    /// What is said of them.
    pub fn said(&self) -> NewSpeaker {
        NewSpeaker {
            name: self.name.clone(),
            organisation: self.organisation.clone(),
            link: self.link.clone(),
            topics: self.topics.clone(),
            fee: self.fee.clone(),
            note: self.note.clone(),
            network: self.network_id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_one_that_can_be_followed() {
        for (link, fine) in [
            ("", true),
            ("www.fjords.example", true),
            ("https://fjords.example", true),
            ("@o@social.example", true),
            ("javascript:alert(1)", false),
            ("the web", false),
        ] {
            let input =
                Input::filled([("name", "O".to_owned()), ("topics", "x".to_owned()), ("link", link.to_owned())]);
            let mut problems = Problems::new();
            NewSpeaker::read(&input, &[], &mut problems);
            assert_eq!(problems.is_empty(), fine, "{link}");
        }
    }
}
