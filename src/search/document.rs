//! Values: what can be found.

use uuid::Uuid;

use crate::clock::Instant;

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = FoundKind)]
pub enum Kind {
    /// A series of gatherings.
    Series,
    /// One gathering.
    Gathering,
    /// A topic.
    Topic,
    /// Notes of a gathering or a topic.
    Note,
    /// A link by a topic.
    Link,
    /// A file by a topic.
    File,
    /// A person.
    Person,
    /// A network.
    Network,
}

impl Kind {
    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Series => "series",
            Kind::Gathering => "gathering",
            Kind::Topic => "topic",
            Kind::Note => "note",
            Kind::Link => "link",
            Kind::File => "file",
            Kind::Person => "person",
            Kind::Network => "network",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Series => "search-kind-series",
            Kind::Gathering => "search-kind-gathering",
            Kind::Topic => "search-kind-topic",
            Kind::Note => "search-kind-note",
            Kind::Link => "search-kind-link",
            Kind::File => "search-kind-file",
            Kind::Person => "search-kind-person",
            Kind::Network => "search-kind-network",
        }
    }

    /// Which choice it falls under.
    pub fn among(self) -> Among {
        match self {
            Kind::Series | Kind::Gathering => Among::Gatherings,
            Kind::Topic => Among::Topics,
            Kind::Note | Kind::Link | Kind::File => Among::Notes,
            Kind::Person => Among::People,
            Kind::Network => Among::Networks,
        }
    }
}

/// What somebody wants to look among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Series and gatherings.
    Gatherings,
    /// Topics.
    Topics,
    /// Notes, links and files.
    Notes,
    /// People.
    People,
    /// Networks.
    Networks,
}

impl Among {
    /// Every choice.
    pub const ALL: [Among; 5] = [Among::Gatherings, Among::Topics, Among::Notes, Among::People, Among::Networks];

    /// The word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Among::Gatherings => "gatherings",
            Among::Topics => "topics",
            Among::Notes => "notes",
            Among::People => "people",
            Among::Networks => "networks",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Among::Gatherings => "search-among-gatherings",
            Among::Topics => "search-among-topics",
            Among::Notes => "search-among-notes",
            Among::People => "search-among-people",
            Among::Networks => "search-among-networks",
        }
    }
}

impl std::str::FromStr for Among {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Among::ALL.into_iter().find(|among| among.word() == word).ok_or(())
    }
}

/// Who may find it, besides those who are tied to its gathering or series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Audience {
    /// Everyone.
    Public,
    /// Whoever is signed in.
    District,
    /// Nobody else.
    Invited,
}

/// Where a thing stands: who may find it, and when it is. Whatever belongs to a gathering stands where
/// the gathering does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Who may find it.
    pub audience: Audience,
    /// The gathering it belongs to; whoever is tied to it may find it.
    pub gathering: Option<Uuid>,
    /// The series it belongs to; whoever is tied to it may find it.
    pub series: Option<Uuid>,
    /// When it begins; `None` for what has no time, as people.
    pub starts_at: Option<Instant>,
    /// When it is over.
    pub ends_at: Option<Instant>,
    /// Whether it was called off.
    pub cancelled: bool,
}

impl Standing {
    /// Of what everyone in the district may find, and has no time.
    pub const IN_THE_DISTRICT: Standing = Standing {
        audience: Audience::District,
        gathering: None,
        series: None,
        starts_at: None,
        ends_at: None,
        cancelled: false,
    };
}

/// A thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The identifier of the thing.
    pub id: Uuid,
    /// What it is.
    pub kind: Kind,
    /// Where it leads, as `/topics/…`.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// What it says, as plain text. Everything in it is shown to whoever finds it.
    pub body: String,
    /// Where it stands.
    pub standing: Standing,
    /// What else it is picked by in a list with filters ([`mark`](super::mark)).
    pub marks: Vec<String>,
}

/// The first number of what has no time.
pub const UNDATED: i64 = 1 << 62;

/// How often a name tries the numbers of names that begin as it does.
pub const NEARBY: i64 = 16;

/// How many bits of a number without a time are left to chance.
pub const CHANCE: u32 = 12;

/// Those bits; of names that begin alike there are never more than so many and one.
pub const ALIKE: i64 = (1 << CHANCE) - 1;

/// What the numbers of names that begin alike have in common.
pub fn beginning(number: i64) -> i64 {
    number >> CHANCE
}

/// The number just before all of names that begin as the one of this number does.
pub fn before_beginning(number: i64) -> i64 {
    (number.max(UNDATED) & !ALIKE) - 1
}

/// The last number of names that begin as the one of this number does.
pub fn end_of_beginning(number: i64) -> i64 {
    number.max(UNDATED) | ALIKE
}

/// How many seconds of time fit into a number before [`UNDATED`] (until the year 2514).
const LAST_SECOND: i64 = (1 << 34) - 1;

impl Document {
    /// The number it would like in the order of all: by its end; without a time by its name.
    pub fn number(&self) -> i64 {
        let chance = i64::try_from(self.id.as_u128() & 0xff_ffff).unwrap_or_default();
        match self.standing.ends_at {
            Some(ends_at) => at(ends_at) + chance,
            None => UNDATED + (alphabetical(&self.title) << CHANCE) + (chance & ALIKE),
        }
    }

    /// The number it tries at a turn, when others have those of the turns before: spread over all numbers of the
    /// same second, or of names that begin alike, at a distance of its own. Were it the next free one, thousands
    /// of names alike on one list would each walk past all the others. A name stays where it stands in the
    /// alphabet as long as there is likely room.
    pub fn place(&self, turn: i64) -> i64 {
        const NEAR: i64 = 0xff_ffff;
        let number = self.number();
        let distance = i64::try_from((self.id.as_u128() >> 24) & 0xff_ffff).unwrap_or_default() | 1;
        let alike = if number >= UNDATED && turn < NEARBY { ALIKE } else { NEAR };
        (number & !alike) | (number.wrapping_add(turn.wrapping_mul(distance)) & alike)
    }

    /// What it is sorted by among those whose numbers begin alike; empty where the time sorts.
    pub fn sorted(&self) -> String {
        if self.standing.ends_at.is_none() { roster::fold(&self.title) } else { String::new() }
    }

    /// The marks it is found by.
    pub fn words(&self) -> String {
        let mut marks = finding::marks(&self.fields());
        marks.insert(format!("k_{}", self.kind.among().word()));
        match self.standing.audience {
            Audience::Public => marks.insert("s_public".to_owned()),
            Audience::District => marks.insert("s_district".to_owned()),
            Audience::Invited => false,
        };
        if self.standing.ends_at.is_none() {
            marks.insert(TIMELESS.to_owned());
        }
        marks.extend(self.marks.iter().cloned());
        marks.extend([self.standing.gathering, self.standing.series].into_iter().flatten().map(tie));
        marks.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// Its title and body as parts of a document.
    pub fn fields(&self) -> [finding::Field<'_>; 2] {
        [finding::Field::Title(&self.title), finding::Field::Body(&self.body)]
    }

    /// Says of two versions of a document whether they are the same, also in what words are made of it.
    pub fn digest(&self) -> i64 {
        use sha2::{Digest, Sha256};
        let digest = Sha256::digest(format!("{VERSION} {self:?}"));
        digest.iter().take(8).fold(0, |number, byte| (number << 8) | i64::from(*byte))
    }
}

/// Raised whenever other words are made of a text; an index of another version is made anew.
pub const VERSION: u32 = 4;

/// The mark of what has no time.
pub const TIMELESS: &str = "n_";

/// The mark of what belongs to a gathering or series.
pub fn tie(id: Uuid) -> String {
    format!("p_{}", id.simple())
}

/// The first number of an instant.
pub fn at(instant: Instant) -> i64 {
    (instant.0 / 1_000_000).clamp(0, LAST_SECOND) << 24
}

/// The first ten letters of a name as a number, so that numbers sort as the folded names do byte by byte.
fn alphabetical(name: &str) -> i64 {
    let folded = roster::fold(name);
    let mut letters = folded.bytes().map(|byte| match byte {
        b'a'..=b'z' => i64::from(byte - b'a') + 2,
        ..=b' ' => 0,
        b'!'..=b'@' => 1,
        _ => 31,
    });
    (0..10).fold(0, |number, _| (number << 5) | letters.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn person(name: &str) -> Document {
        Document {
            id: Uuid::from_u128(7),
            kind: Kind::Person,
            href: "/people/7".to_owned(),
            title: name.to_owned(),
            body: String::new(),
            standing: Standing::IN_THE_DISTRICT,
            marks: Vec::new(),
        }
    }

    #[test]
    fn numbers_sort_by_time_and_names_behind() {
        let mut gathering = person("Zoé");
        gathering.standing.ends_at = Some(Instant(1_800_000_000_000_000));
        let late = gathering.number();
        gathering.standing.ends_at = Some(Instant(1_700_000_000_000_000));
        assert!(gathering.number() < late);
        gathering.standing.ends_at = Some(Instant(i64::MAX));
        assert!(gathering.number() < UNDATED);
        assert!(UNDATED <= person("Ada").number() && person("Ada").number() < person("Édith").number());
        assert!(person("Édith").number() < person("Zoé").number());
    }

    #[test]
    fn whoever_finds_a_number_taken_tries_others_among_names_alike() {
        let sample = Document { id: Uuid::from_u128(0x0123_4567_89ab_cdef), ..person("Sample Sample") };
        let places: std::collections::BTreeSet<i64> = (0..10_000).map(|turn| sample.place(turn)).collect();
        assert!(places.len() > 9_990 && sample.place(0) == sample.number(), "{}", places.len());
        assert!(places.iter().all(|place| (person("Samo").number()..person("Samz").number()).contains(place)));
        let last = Document { title: "語".repeat(12), ..sample };
        assert!((0..10_000).all(|turn| last.place(turn) >= UNDATED));
    }

    #[test]
    fn an_invited_document_has_no_mark_that_others_hold() {
        let mut document = person("Zoé");
        document.standing.audience = Audience::Invited;
        document.standing.series = Some(Uuid::from_u128(1));
        let words = document.words();
        assert!(!words.contains("s_"), "{words}");
        assert!(words.contains("p_00000000000000000000000000000001"), "{words}");
    }
}
