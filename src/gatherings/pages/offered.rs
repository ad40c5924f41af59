//! What the forms offer to choose from, and dates as their previews show them.

use calendar::rule::Weekdays;
use calendar::words::capitalised;
use jiff::civil::Date;

use crate::gatherings::Audience;
use crate::gatherings::around::Around;
use crate::web::{Input, Page, Visit};

/// Choices, each with its value first.
pub struct Offered {
    /// Schools by name, after one for none.
    pub schools: Vec<(String, String)>,
    /// The zones people here know by name, and the one in use.
    pub zones: Vec<(String, String)>,
    /// Audiences, widest first.
    pub audiences: Vec<(&'static str, String)>,
    /// Which dates a change is for.
    pub scopes: Vec<(&'static str, String)>,
    /// Networks to make it for, after one for none; empty where there is none.
    pub networks: Vec<(String, String)>,
    /// Weekdays: value, short, long.
    pub days: Vec<(&'static str, &'static str, &'static str)>,
}

impl Offered {
    /// In the language of a page; `zone` is in use.
    pub fn of(page: &Page, around: &Around, zone: &str) -> Offered {
        let words = page.words();
        let mut schools = vec![(String::new(), page.say("plan-school-none").to_string())];
        schools.extend(around.schools.iter().map(|school| (school.id.to_string(), school.name.clone())));
        let tongue = match page.language {
            "fr" => calendar::words::Language::French,
            _ => calendar::words::Language::English,
        };
        let mut zones: Vec<_> =
            calendar::zone::choices(tongue).near.into_iter().map(|choice| (choice.name, choice.label)).collect();
        for used in [zone, around.zone.name()] {
            if !used.is_empty() && !zones.iter().any(|(name, _)| name == used) {
                zones.insert(0, (used.to_owned(), used.to_owned()));
            }
        }
        let mut networks: Vec<_> =
            around.networks.iter().map(|network| (network.id.to_string(), network.name.clone())).collect();
        if !networks.is_empty() {
            networks.insert(0, (String::new(), page.say("plan-network-none").to_string()));
        }
        Offered {
            schools,
            networks,
            zones,
            audiences: Audience::ALL.map(|one| (one.word(), capitalised(&page.say(one.key()).to_string()))).to_vec(),
            scopes: vec![
                ("one", page.say("plan-scope-one").to_string()),
                ("from", page.say("plan-scope-from").to_string()),
                ("all", page.say("plan-scope-all").to_string()),
            ],
            days: Weekdays::ALL
                .iter()
                .map(|day| (Weekdays::code(day), words.weekday_short(day), words.weekday(day)))
                .collect(),
        }
    }
}

impl Offered {
    /// Where to go without making anything: to the network it would be for.
    pub fn back(&self, input: &Input) -> String {
        let network = input.typed("network");
        if self.networks.iter().any(|(id, _)| !id.is_empty() && id == network) {
            format!("/networks/{network}/gatherings")
        } else {
            "/gatherings".to_owned()
        }
    }
}

/// A date in words, with its exact value.
pub struct Shown {
    /// `2026-01-14`
    pub iso: String,
    /// `Wednesday 14 January`
    pub words: String,
    /// Why it is named, as for a day off; may be empty.
    pub reason: String,
}

impl Shown {
    /// A date and why it is named.
    pub fn of(visit: &Visit, date: Date, reason: &str) -> Shown {
        let words = capitalised(&visit.language.words().date(date, visit.today));
        Shown { iso: date.to_string(), words, reason: reason.to_owned() }
    }
}
