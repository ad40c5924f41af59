//! What every page carries: language, navigation, flash. A template extends `web/layout.html` and
//! has a field `page: Page`.

use std::borrow::Cow;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::clock::{Chance, Instant};
use crate::ids::PersonId;

use super::{Answer, Flash, Language, Say, Visit, assets};

/// The frame of a page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The language tag.
    pub language: &'static str,
    /// What the browser's tab says, without the district.
    pub title: String,
    /// The district's name.
    pub district: String,
    /// Path and query of this page, for the language switch.
    pub path: String,
    /// The signed-in person's name.
    pub person_name: Option<String>,
    /// The signed-in person, so that what a browser keeps for one is not shown to another.
    pub person: Option<PersonId>,
    /// Whether the person looks after Klatsch.
    pub steward: bool,
    /// The word about what the last page did.
    pub flash: Option<Flash>,
    /// Whether this is the demo.
    pub demo: bool,
    /// Main navigation.
    pub nav: Vec<Entry>,
    /// The day it is in the district.
    pub today: Date,
    zone: TimeZone,
    tongue: Language,
    now: Instant,
    chance: Chance,
}

/// An entry of the navigation.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Which part of the house.
    pub section: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Its word.
    pub label: String,
    /// Whether the page is in that part.
    pub current: bool,
}

/// The parts of the house in the navigation: section, address, key of the word, members only.
const PARTS: &[(&str, &str, &str, bool)] = &[
    ("home", "/", "nav-home", false),
    ("gatherings", "/gatherings", "nav-gatherings", false),
    ("month", "/month", "nav-month", false),
    ("networks", "/networks", "nav-networks", false),
    ("people", "/people", "nav-people", true),
    ("schools", "/schools", "nav-schools", true),
];

impl Page {
    /// The frame of a page in a part of the house.
    pub fn new(visit: &Visit, section: &'static str, title: impl Into<String>) -> Page {
        let entry = |&(name, href, label, _): &(&'static str, &'static str, &'static str, bool)| Entry {
            section: name,
            href,
            label: visit.language.say(label).to_string(),
            current: name == section,
        };
        Page {
            language: visit.language.tag(),
            title: title.into(),
            district: visit.district.to_string(),
            path: visit.path.clone(),
            person: visit.person(),
            person_name: visit.me.as_ref().map(|me| me.name.clone()),
            steward: visit.me.as_ref().is_some_and(|me| me.steward),
            flash: visit.flash.clone(),
            demo: visit.demo,
            nav: PARTS.iter().filter(|part| visit.me.is_some() || !part.3).map(entry).collect(),
            zone: visit.zone.clone(),
            today: visit.today,
            tongue: visit.language,
            now: visit.now,
            chance: visit.chance,
        }
    }

    /// The page's language.
    pub fn tongue(&self) -> Language {
        self.tongue
    }

    /// A text in the page's language.
    pub fn say(&self, key: impl Into<Cow<'static, str>>) -> Say {
        self.tongue.say(key)
    }

    /// A key for a form, so that it counts once however often it is sent: `field::once(page)`. Empty
    /// when the operating system gives no randomness, and the form is then as one without a key.
    pub fn once(&self) -> String {
        self.chance.uuid(self.now).map(|key| key.to_string()).unwrap_or_default()
    }

    /// The day of an instant in the district, as people say it.
    pub fn day(&self, at: &Instant) -> String {
        self.words().date(at.timestamp().to_zoned_datetime(self.zone.clone()).date(), self.today)
    }

    /// Dates and times in the page's language.
    pub fn words(&self) -> calendar::words::Words {
        self.tongue.words()
    }

    /// The address of an asset, with its content in it.
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }
}

/// A page.
pub fn html(template: &impl Template) -> Answer {
    html_with(StatusCode::OK, template)
}

/// A page with another status, as a form with problems (422).
pub fn html_with(status: StatusCode, template: &impl Template) -> Answer {
    let text = template.render().map_err(anyhow::Error::from)?;
    Ok(html_text(status, text))
}

/// A page from its text.
pub fn html_text(status: StatusCode, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ];
    (status, headers, text).into_response()
}

/// JSON.
pub fn json(value: &impl serde::Serialize) -> Answer {
    json_with(StatusCode::OK, value)
}

/// JSON with another status, as 201.
pub fn json_with(status: StatusCode, value: &impl serde::Serialize) -> Answer {
    let text = serde_json::to_string(value).map_err(anyhow::Error::from)?;
    Ok((status, [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response())
}
