//! Values: a network, and how it is joined.

use std::str::FromStr;

use crate::clock::Instant;
use crate::ids::{NetworkId, PersonId};
use crate::web::{Input, Message, Problems};

/// How somebody becomes a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = NetworkJoining)]
pub enum Joining {
    /// By choice.
    Open,
    /// By asking who leads.
    Request,
    /// By being invited.
    Invitation,
}

impl Joining {
    /// All ways, the easiest first.
    pub const ALL: [Joining; 3] = [Joining::Open, Joining::Request, Joining::Invitation];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Joining::Open => "open",
            Joining::Request => "request",
            Joining::Invitation => "invitation",
        }
    }

    /// The key of its words for people.
    pub fn key(self) -> &'static str {
        match self {
            Joining::Open => "networks-joining-open",
            Joining::Request => "networks-joining-request",
            Joining::Invitation => "networks-joining-invitation",
        }
    }
}

impl FromStr for Joining {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Joining::ALL.into_iter().find(|joining| joining.word() == word).ok_or(())
    }
}

/// Who may see what the network is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = NetworkAudience)]
pub enum Audience {
    /// Everyone, also without an account.
    Public,
    /// Everyone with an account.
    District,
    /// Its members, and who is invited to it.
    Network,
}

impl Audience {
    /// All of them, widest first.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::District, Audience::Network];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::District => "district",
            Audience::Network => "network",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Audience::Public => "networks-audience-public",
            Audience::District => "networks-audience-district",
            Audience::Network => "networks-audience-network",
        }
    }
}

impl FromStr for Audience {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Audience::ALL.into_iter().find(|audience| audience.word() == word).ok_or(())
    }
}

/// Who runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = NetworkLeading)]
pub enum Leading {
    /// One lead or several, with the same rights.
    Leads,
    /// One chair.
    Chair,
}

impl Leading {
    /// Both.
    pub const ALL: [Leading; 2] = [Leading::Leads, Leading::Chair];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Leading::Leads => "leads",
            Leading::Chair => "chair",
        }
    }

    /// The key of its words for people.
    pub fn key(self) -> &'static str {
        match self {
            Leading::Leads => "networks-leading-leads",
            Leading::Chair => "networks-leading-chair",
        }
    }
}

impl FromStr for Leading {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Leading::ALL.into_iter().find(|leading| leading.word() == word).ok_or(())
    }
}

/// People with a purpose.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Network {
    /// Its identifier.
    pub id: NetworkId,
    /// What it is called; no two are called alike.
    pub name: String,
    /// What it is for, in Markdown.
    pub about: String,
    /// How somebody becomes a member.
    pub joining: Joining,
    /// Who may see what it is about.
    pub audience: Audience,
    /// Who runs it.
    #[sqlx(rename = "led_by")]
    pub leading: Leading,
    /// How many members it has.
    pub members: i64,
    /// Who made it.
    pub created_by: PersonId,
    /// When it was made.
    pub created_at: Instant,
    /// When what is said of it last changed; a form that knows an older time is stale.
    pub updated_at: Instant,
    /// When it was closed: it stays for those who were in it, and nobody joins.
    pub closed_at: Option<Instant>,
}

impl Network {
    /// Whether everyone in the district may see what is on its shelf: when it is no secret and anybody may join.
    pub fn shelf_is_open(&self) -> bool {
        self.closed_at.is_none() && self.audience != Audience::Network && self.joining == Joining::Open
    }

    /// What it is sorted by and known by: the name without case and accents.
    pub fn sought(&self) -> String {
        roster::fold(&self.name)
    }
}

/// A network as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNetwork {
    /// What it is called; 3 to 100 characters.
    pub name: String,
    /// What it is for; up to 4,000 characters of Markdown.
    pub about: String,
    /// How somebody becomes a member.
    pub joining: Joining,
    /// Who may see what it is about.
    pub audience: Audience,
    /// Who runs it.
    pub leading: Leading,
}

impl NewNetwork {
    /// Reads a new one.
    pub fn read(input: &Input, problems: &mut Problems) -> NewNetwork {
        input.only(&["name", "about", "joining", "audience", "leading"], problems);
        let name = name(input, problems);
        let about = about(input, problems);
        NewNetwork {
            name,
            about,
            joining: input.needed_choice("joining", problems).unwrap_or(Joining::Open),
            audience: input.needed_choice("audience", problems).unwrap_or(Audience::District),
            leading: input.choice("leading", problems).unwrap_or(Leading::Leads),
        }
    }

    /// Reads what is to be changed of one: a field that was not sent stays.
    pub fn changed(kept: &Network, input: &Input, problems: &mut Problems) -> NewNetwork {
        input.only(&["name", "about", "joining", "audience", "leading", "version"], problems);
        NewNetwork {
            name: if input.sent("name") { name(input, problems) } else { kept.name.clone() },
            about: if input.sent("about") { about(input, problems) } else { kept.about.clone() },
            joining: kept_or(input, "joining", kept.joining, problems),
            audience: kept_or(input, "audience", kept.audience, problems),
            leading: kept_or(input, "leading", kept.leading, problems),
        }
    }

    /// As it is kept.
    pub fn of(self, kept: &Network, now: Instant) -> Network {
        Network {
            name: self.name,
            about: self.about,
            joining: self.joining,
            audience: self.audience,
            leading: self.leading,
            updated_at: now.after(kept.updated_at),
            ..kept.clone()
        }
    }
}

fn name(input: &Input, problems: &mut Problems) -> String {
    let name = input.line("name", 3..=100, problems);
    if problems.about("name").is_none() && roster::fold(&name).is_empty() {
        problems.add("name", Message::new("networks-problem-name"));
    }
    name
}

fn about(input: &Input, problems: &mut Problems) -> String {
    input.text("about", 0..=4_000, problems)
}

fn kept_or<T: FromStr>(input: &Input, field: &str, kept: T, problems: &mut Problems) -> T {
    if input.sent(field) { input.needed_choice(field, problems).unwrap_or(kept) } else { kept }
}
