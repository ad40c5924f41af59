//! Values: a note, a link or a file, and what it is of.

use crate::clock::Instant;
use crate::ids::{FileId, GatheringId, NetworkId, NoteId, PersonId, ResourceId, SeriesId, TopicId};
use crate::text::{self, Html};
use crate::web::{Input, Message, Problems};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;

/// The longest address, in characters.
pub const LONGEST_ADDRESS: usize = 1_000;

/// The most links and files of one topic, gathering or network.
pub const MOST: usize = 60;

/// What a note or a resource is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// Of a gathering itself.
    Gathering(GatheringId),
    /// Of a topic, wherever it is carried.
    Topic(TopicId),
    /// Of a network.
    Network(NetworkId),
}

impl Of {
    /// The gathering, if it is of one.
    pub fn gathering(self) -> Option<GatheringId> {
        match self {
            Of::Gathering(id) => Some(id),
            Of::Topic(_) | Of::Network(_) => None,
        }
    }

    /// The topic, if it is of one.
    pub fn topic(self) -> Option<TopicId> {
        match self {
            Of::Topic(id) => Some(id),
            Of::Gathering(_) | Of::Network(_) => None,
        }
    }

    /// The network, if it is of one.
    pub fn network(self) -> Option<NetworkId> {
        match self {
            Of::Network(id) => Some(id),
            Of::Gathering(_) | Of::Topic(_) => None,
        }
    }

    /// The address of what it is of.
    pub fn href(self) -> String {
        match self {
            Of::Gathering(id) => format!("/gatherings/{id}"),
            Of::Topic(id) => format!("/topics/{id}"),
            Of::Network(id) => format!("/networks/{id}"),
        }
    }

    /// The address of the page to write on.
    pub fn page(self) -> String {
        format!("{}/resources", self.href())
    }

    fn new(gathering: Option<GatheringId>, topic: Option<TopicId>) -> Option<Of> {
        gathering.map(Of::Gathering).or(topic.map(Of::Topic))
    }
}

/// What was written down.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Note {
    /// Its identifier.
    pub id: NoteId,
    /// The gathering it is of, if not of a topic.
    pub gathering_id: Option<GatheringId>,
    /// The topic it is of.
    pub topic_id: Option<TopicId>,
    /// The series of either.
    pub series_id: Option<SeriesId>,
    /// Markdown, at most [`LONGEST_NOTE`] characters; empty where it was cleared.
    pub text: String,
    /// Who wrote last.
    pub updated_by: PersonId,
    /// When.
    pub updated_at: Instant,
    /// Rises with each change.
    pub version: i64,
}

impl Note {
    /// What it is of.
    pub fn of(&self) -> Option<Of> {
        Of::new(self.gathering_id, self.topic_id)
    }

    /// As it is shown.
    pub fn html(&self) -> Html {
        text::markdown(&self.text)
    }
}

/// A link or a file.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Resource {
    /// Its identifier.
    pub id: ResourceId,
    /// The gathering it is of, if not of a topic.
    pub gathering_id: Option<GatheringId>,
    /// The topic it is of.
    pub topic_id: Option<TopicId>,
    /// The network it is of.
    pub network_id: Option<NetworkId>,
    /// The series of the gathering or topic.
    pub series_id: Option<SeriesId>,
    /// What it is called.
    pub title: String,
    /// Where a link leads: http or https.
    pub address: Option<String>,
    /// The object of a file.
    pub file_id: Option<FileId>,
    /// The object of a picture's small one.
    pub small_id: Option<FileId>,
    /// What a file is called where it is saved.
    pub name: Option<String>,
    /// A file's media type, found by its content.
    pub media: Option<String>,
    /// A file's length in bytes.
    pub length: Option<i64>,
    /// A picture's width in pixels.
    pub width: Option<i64>,
    /// A picture's height in pixels.
    pub height: Option<i64>,
    /// Its place among those of the same topic or gathering.
    pub position: i64,
    /// Who added it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Instant,
    /// When it was removed; it can be taken back for a while.
    pub removed_at: Option<Instant>,
    /// Rises with each change.
    pub version: i64,
}

impl Resource {
    /// What it is of.
    pub fn of(&self) -> Option<Of> {
        Of::new(self.gathering_id, self.topic_id).or(self.network_id.map(Of::Network))
    }

    /// Where it leads: away, or to the file.
    pub fn href(&self) -> String {
        self.address.clone().unwrap_or_else(|| format!("/resources/{}", self.id))
    }

    /// Whether it is a picture.
    pub fn is_picture(&self) -> bool {
        self.small_id.is_some()
    }

    /// Width and height of the small picture, in pixels.
    pub fn small_size(&self) -> (i64, i64) {
        let (width, height) = (self.width.unwrap_or(1).max(1), self.height.unwrap_or(1).max(1));
        let longest = width.max(height);
        if longest <= 480 { (width, height) } else { ((width * 480 / longest).max(1), (height * 480 / longest).max(1)) }
    }

    /// Where a link leads, or what a file is: `guide.example`, `PDF`.
    pub fn about(&self) -> String {
        match (&self.address, &self.name) {
            (Some(address), _) => url::Url::parse(address)
                .ok()
                .and_then(|url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()))
                .unwrap_or_default(),
            (None, Some(name)) => crate::files::kind::ending(name).unwrap_or_default().to_uppercase(),
            (None, None) => String::new(),
        }
    }
}

/// A link as someone typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLink {
    /// What it is called; the address where nothing was typed.
    pub title: String,
    /// Where it leads.
    pub address: String,
}

impl NewLink {
    /// Reads it; what is wrong goes to `problems`. An address without a scheme gets https.
    pub fn read(input: &Input, problems: &mut Problems) -> NewLink {
        let address = address(input, problems);
        let title = input.line("title", 0..=LONGEST_TITLE, problems);
        let title = if title.is_empty() { bare(&address) } else { title };
        NewLink { title, address }
    }
}

/// Reads an address.
pub fn address(input: &Input, problems: &mut Problems) -> String {
    let before = problems.len();
    let mut address = input.line("address", 1..=LONGEST_ADDRESS, problems);
    if !address.is_empty() && !address.contains("://") && address.contains('.') && !address.contains(':') {
        address.insert_str(0, "https://");
    }
    let fine = url::Url::parse(&address).is_ok_and(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    if problems.len() == before && !fine {
        problems.add("address", Message::new("resources-problem-address"));
    }
    address
}

/// An address as a title: without its scheme, at most [`LONGEST_TITLE`] characters.
fn bare(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/');
    bare.chars().take(LONGEST_TITLE).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_link_is_read_as_people_type_it() {
        let mut problems = Problems::new();
        let link = NewLink::read(&Input::of_form(b"address=guide.example/portfolios/"), &mut problems);
        assert_eq!((&*link.address, &*link.title), ("https://guide.example/portfolios/", "guide.example/portfolios"));
        assert!(problems.is_empty());
        for wrong in ["", "javascript:alert(1)", "mailto:a@b.example", "a b", "ftp://a.example", "https://"] {
            let mut problems = Problems::new();
            NewLink::read(&Input::filled([("address", wrong.to_owned())]), &mut problems);
            assert!(problems.about("address").is_some(), "{wrong}");
        }
    }
}
