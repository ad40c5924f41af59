//! What somebody looks for in the directory.

use super::Role;
use super::found;
use super::profile::{Field, Tag};
use crate::ids::{NetworkId, SchoolId};
use crate::schools::Level;
use crate::search::{Among, Pick};
use crate::web::{Input, Problems, address};

/// What to find people by; an empty search finds everyone who has not left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name, or of what they say of themselves.
    pub words: String,
    /// Their school.
    pub school: Option<SchoolId>,
    /// The level of their school.
    pub level: Option<Level>,
    /// One of their roles.
    pub role: Option<Role>,
    /// What they can be asked about: a skill, a subject, a grade or a tool.
    pub about: String,
    /// Whom they teach.
    pub grade: String,
    /// What they speak.
    pub language: String,
    /// What they share.
    pub shares: String,
    /// What they want to learn.
    pub learns: String,
}

/// One of a fixed list, as it is kept.
fn listed(query: &Input, name: &str, list: impl Fn(&str) -> bool, problems: &mut Problems) -> String {
    let chosen = query.line(name, 0..=20, problems);
    if !chosen.is_empty() && !list(&chosen) {
        problems.add(name, "problem-choice");
    }
    chosen
}

impl Search {
    /// Reads a query.
    pub fn read(query: &Input, problems: &mut Problems) -> Search {
        Search {
            words: query.line("q", 0..=200, problems),
            school: query.choice("school", problems),
            level: query.choice("level", problems),
            role: query.choice("role", problems),
            about: query.line("about", 0..=80, problems),
            grade: listed(query, "grade", |word| super::profile::GRADES.contains(&word), problems),
            language: listed(
                query,
                "language",
                |word| super::profile::TONGUES.iter().any(|(code, _)| *code == word),
                problems,
            ),
            shares: query.line("shares", 0..=80, problems),
            learns: query.line("learns", 0..=80, problems),
        }
    }

    /// Whether it looks for anything.
    pub fn is_empty(&self) -> bool {
        *self == Search::default()
    }

    /// Whether it looks for more than most do, so that what it looks for must be seen.
    pub fn is_special(&self) -> bool {
        let rare = [&self.grade, &self.language, &self.shares, &self.learns];
        self.level.is_some() || rare.iter().any(|word| !word.is_empty())
    }

    /// Whether it looks for what people say of themselves in a list.
    pub fn says_something(&self) -> bool {
        [&self.about, &self.grade, &self.language, &self.shares, &self.learns].iter().any(|word| !word.is_empty())
    }

    /// The marks it asks for, as somebody who is in these networks: what is said to their members counts as well.
    pub fn pick(&self, networks: &[NetworkId]) -> Pick {
        let tag = |field: Field, typed: &str| {
            let tag = Tag::of(typed)?;
            let within = networks.iter().map(|network| found::says_in(field, &tag.key, *network));
            Some(std::iter::once(found::says(field, &tag.key)).chain(within).collect())
        };
        let about = Tag::of(&self.about).map(|tag| {
            let within = networks.iter().map(|network| found::asked_about_in(&tag.key, *network));
            std::iter::once(found::asked_about(&tag.key)).chain(within).collect()
        });
        let mut marks: Vec<Vec<String>> = Vec::new();
        marks.extend(self.school.map(|school| vec![found::at_school(school)]));
        marks.extend(self.level.map(|level| vec![found::at_level(level)]));
        marks.extend(self.role.map(|role| vec![found::in_role(role)]));
        marks.extend(about);
        marks.extend(tag(Field::Grades, &self.grade));
        marks.extend(tag(Field::Languages, &self.language));
        marks.extend(tag(Field::Shares, &self.shares));
        marks.extend(tag(Field::Learns, &self.learns));
        Pick { among: Among::People, typed: self.words.clone(), marks }
    }

    /// The address of what it finds below `path`, from a place on.
    pub fn address(&self, path: &str, after: &str) -> String {
        let school = self.school.map(|id| id.to_string()).unwrap_or_default();
        address(
            path,
            &[
                ("q", &self.words),
                ("about", &self.about),
                ("school", &school),
                ("level", self.level.map_or("", Level::word)),
                ("role", self.role.map_or("", Role::word)),
                ("grade", &self.grade),
                ("language", &self.language),
                ("shares", &self.shares),
                ("learns", &self.learns),
                ("after", after),
            ],
        )
    }
}
