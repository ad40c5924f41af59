//! A profile as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::ids::PersonId;
use crate::people::profile::{self, Audience, Field, Profile};

/// What somebody says of themselves, as far as the asker may see it: what they may not see is not in it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Profile)]
pub struct Said {
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skills: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<String>,
    /// `k`, `1` to `12`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grades: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tools: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shares: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    learns: Vec<String>,
    /// Codes of ISO 639.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    languages: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pronouns: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkOfPerson>,
    /// The address of their photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
}

/// A link of a profile.
#[derive(Debug, Serialize, ToSchema)]
struct LinkOfPerson {
    address: String,
    title: String,
}

/// One's own profile, with who may see each field.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnProfile {
    #[serde(flatten)]
    pub said: Said,
    /// By field.
    pub audiences: BTreeMap<&'static str, Audience>,
}

/// What to change of a profile; what is not sent stays, null takes away.
#[derive(ToSchema)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct ChangedProfile {
    ask: Option<String>,
    skills: Option<Vec<String>>,
    subjects: Option<Vec<String>>,
    /// `k`, `1` to `12`.
    grades: Option<Vec<String>>,
    tools: Option<Vec<String>>,
    shares: Option<Vec<String>>,
    learns: Option<Vec<String>>,
    /// Codes of ISO 639.
    languages: Option<Vec<String>>,
    about: Option<String>,
    pronouns: Option<String>,
    /// One a line: an address, and perhaps what it is called.
    links: Option<String>,
    audience_ask: Option<Audience>,
    audience_skills: Option<Audience>,
    audience_subjects: Option<Audience>,
    audience_grades: Option<Audience>,
    audience_tools: Option<Audience>,
    audience_shares: Option<Audience>,
    audience_learns: Option<Audience>,
    audience_languages: Option<Audience>,
    audience_about: Option<Audience>,
    audience_pronouns: Option<Audience>,
    audience_links: Option<Audience>,
    audience_photo: Option<Audience>,
}

impl Said {
    /// Of what the asker may see.
    pub fn of(seen: &Profile, person: PersonId, app: &App) -> Said {
        let words = |field| Some(seen.words(field)).filter(|words| !words.is_empty()).map(ToOwned::to_owned);
        let labels = |field| seen.tags(field).iter().map(|tag| tag.label.clone()).collect();
        let keys = |field| seen.tags(field).iter().map(|tag| tag.key.clone()).collect();
        let links = profile::links(seen.words(Field::Links)).into_iter();
        Said {
            ask: words(Field::Ask),
            skills: labels(Field::Skills),
            subjects: labels(Field::Subjects),
            grades: keys(Field::Grades),
            tools: labels(Field::Tools),
            shares: labels(Field::Shares),
            learns: labels(Field::Learns),
            languages: keys(Field::Languages),
            about: words(Field::About),
            pronouns: words(Field::Pronouns),
            links: links.map(|(address, title)| LinkOfPerson { address, title }).collect(),
            photo: seen.photo.map(|_| format!("{}/people/{person}/photo", app.url())),
        }
    }
}

/// Who may see each field.
pub fn audiences(profile: &Profile) -> BTreeMap<&'static str, Audience> {
    Field::ALL.into_iter().map(|field| (field.word(), profile.audience(field))).collect()
}
