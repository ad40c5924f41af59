//! Reading a proposal from a form or from JSON.

use super::topic::{LONGEST_TAG, MOST_TAGS};
use super::{Tags, Topic, store};
use crate::web::{Form, Input, Language, Message, Problems};

/// What someone proposes, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it is called; 1 to 120 characters.
    pub title: String,
    /// What it is; at most 2000 characters.
    pub about: String,
    /// Its labels; at most 8.
    pub tags: Tags,
    /// Minutes wanted, 1 to 240.
    pub minutes: i64,
}

/// The minutes a topic gets when nobody says how many.
pub const MINUTES: i64 = 10;

/// The fields of a proposal.
pub const FIELDS: &[&str] = &["title", "about", "tags", "minutes"];

/// A form to propose with.
pub fn form(language: Language) -> Form {
    Form::new(language, Input::filled([("minutes", MINUTES.to_string())]))
}

impl Proposal {
    /// Reads it; what is wrong goes to `problems`.
    pub fn read(input: &Input, problems: &mut Problems) -> Proposal {
        let title = input.line("title", 1..=120, problems);
        let about = input.text("about", 0..=2000, problems);
        let tags = Tags::of(&input.choices::<String>("tags", problems));
        if tags.len() > MOST_TAGS {
            problems.add("tags", Message::new("topic-problem-many-tags").with("most", MOST_TAGS as i64));
        } else if let Some(long) = tags.iter().find(|tag| tag.chars().count() > LONGEST_TAG) {
            problems
                .add("tags", Message::new("topic-problem-long-tag").with("tag", long).with("most", LONGEST_TAG as i64));
        }
        let minutes = input.number("minutes", 1..=240, problems).unwrap_or(MINUTES);
        Proposal { title, about, tags, minutes }
    }

    /// As [`Proposal::read`], but what was not sent stays as it is (PATCH).
    pub fn read_over(topic: &Topic, input: &Input, problems: &mut Problems) -> Proposal {
        let mut wrong = Problems::new();
        let read = Proposal::read(input, &mut wrong);
        for (field, message) in wrong.iter().filter(|(field, _)| input.sent(field)) {
            problems.add(field, message.clone());
        }
        Proposal {
            title: if input.sent("title") { read.title } else { topic.title.clone() },
            about: if input.sent("about") { read.about } else { topic.about.clone() },
            tags: if input.sent("tags") { read.tags } else { topic.tags.0.clone() },
            minutes: if input.sent("minutes") { read.minutes } else { topic.minutes },
        }
    }

    /// As the store takes it.
    pub fn as_edit(&self) -> store::Edit<'_> {
        store::Edit { title: &self.title, about: &self.about, tags: &self.tags, minutes: self.minutes }
    }

    /// A topic as the fields of its form.
    pub fn filled(topic: &Topic) -> Input {
        Input::filled([
            ("title", topic.title.clone()),
            ("about", topic.about.clone()),
            ("tags", topic.tags.0.to_string()),
            ("minutes", topic.minutes.to_string()),
            ("version", topic.version.to_string()),
        ])
    }
}
