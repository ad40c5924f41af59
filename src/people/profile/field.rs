//! The fields of a profile.

use std::str::FromStr;

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What to ask about, in a line or two.
    Ask,
    /// What they can do.
    Skills,
    /// What they teach.
    Subjects,
    /// Whom they teach.
    Grades,
    /// What they work with.
    Tools,
    /// What they share: lessons, kits, speakers they know.
    Shares,
    /// What they want to learn.
    Learns,
    /// What they speak.
    Languages,
    /// A few words about themselves.
    About,
    /// How to speak of them.
    Pronouns,
    /// Where else they are found.
    Links,
    /// Their photo.
    Photo,
}

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words of at most so many characters.
    Words(usize),
    /// Free tags.
    Tags,
    /// Some of a fixed list.
    List,
    /// A picture.
    Picture,
}

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Field; 12] = [
        Field::Ask,
        Field::Skills,
        Field::Subjects,
        Field::Grades,
        Field::Tools,
        Field::Shares,
        Field::Learns,
        Field::Languages,
        Field::About,
        Field::Pronouns,
        Field::Links,
        Field::Photo,
    ];

    /// What “ask me about” is made of, besides its words.
    pub const ABOUT: [Field; 4] = [Field::Skills, Field::Subjects, Field::Grades, Field::Tools];

    /// The word in the database, in forms and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Field::Ask => "ask",
            Field::Skills => "skills",
            Field::Subjects => "subjects",
            Field::Grades => "grades",
            Field::Tools => "tools",
            Field::Shares => "shares",
            Field::Learns => "learns",
            Field::Languages => "languages",
            Field::About => "about",
            Field::Pronouns => "pronouns",
            Field::Links => "links",
            Field::Photo => "photo",
        }
    }

    /// What its audience is called in forms and in the API.
    pub fn audience(self) -> &'static str {
        match self {
            Field::Ask => "audience_ask",
            Field::Skills => "audience_skills",
            Field::Subjects => "audience_subjects",
            Field::Grades => "audience_grades",
            Field::Tools => "audience_tools",
            Field::Shares => "audience_shares",
            Field::Learns => "audience_learns",
            Field::Languages => "audience_languages",
            Field::About => "audience_about",
            Field::Pronouns => "audience_pronouns",
            Field::Links => "audience_links",
            Field::Photo => "audience_photo",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Field::Ask => "person-ask-me-about",
            Field::Skills => "profile-skills",
            Field::Subjects => "profile-subjects",
            Field::Grades => "profile-grades",
            Field::Tools => "profile-tools",
            Field::Shares => "profile-shares",
            Field::Learns => "profile-learns",
            Field::Languages => "profile-languages",
            Field::About => "profile-about",
            Field::Pronouns => "profile-pronouns",
            Field::Links => "profile-links",
            Field::Photo => "profile-photo",
        }
    }

    /// How it is written.
    pub fn kind(self) -> Kind {
        match self {
            Field::Ask | Field::About => Kind::Words(600),
            Field::Pronouns => Kind::Words(40),
            Field::Links => Kind::Words(1_000),
            Field::Skills | Field::Subjects | Field::Tools | Field::Shares | Field::Learns => Kind::Tags,
            Field::Grades | Field::Languages => Kind::List,
            Field::Photo => Kind::Picture,
        }
    }

    /// The fields that are free tags.
    pub fn tagged() -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(|field| field.kind() == Kind::Tags)
    }
}

impl FromStr for Field {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Field::ALL.into_iter().find(|field| field.word() == word).ok_or(())
    }
}
