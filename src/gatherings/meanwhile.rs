//! Two people change the same thing: the later one is told what the earlier one changed, and keeps
//! what they typed themselves.
//!
//! A form carries what it was filled with (`was`). Where the thing has changed since, each field is
//! looked at three ways: as it was, as it is, as it was typed.

use super::around::Around;
use crate::ids::SchoolId;
use crate::web::{Input, Page, Values};

/// A field that somebody else changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: String,
    /// What it held when the form was shown.
    pub before: String,
    /// What it holds now.
    pub now: String,
}

/// What was changed since the form was filled. The input becomes the form to send next: what was typed
/// stays, and fields that were left alone take what they hold now.
pub fn meanwhile(input: &mut Input, now: &Values, several: &[&str]) -> Vec<Change> {
    let now_input = Input::of_values(now, several);
    let was = serde_json::from_str::<Values>(input.typed("was")).unwrap_or_default();
    let was_input = Input::of_values(&was, several);
    let mut changes = Vec::new();
    for field in now.keys() {
        if was_input.same(field, &now_input) || !was.contains_key(field) {
            continue;
        }
        changes.push(Change { field: field.clone(), before: said(&was_input, field), now: said(&now_input, field) });
        if input.same(field, &was_input) {
            input.take(field, &now_input);
        }
    }
    carry(input, now);
    changes
}

/// Gives a form what it was filled with.
pub fn carry(input: &mut Input, now: &Values) {
    input.set("was", serde_json::to_string(now).unwrap_or_default());
}

fn said(input: &Input, field: &str) -> String {
    input.list(field).join(", ")
}

/// Changes as a person reads them: the field, before, now.
pub fn told(page: &Page, around: &Around, changes: &[Change]) -> Vec<(String, String, String)> {
    let value = |field: &str, text: &str| match field {
        "" => String::new(),
        _ if text.is_empty() => page.say("plan-nothing").to_string(),
        "follows_calendar" => page.say("plan-follows-yes").to_string(),
        "school" => around.school_name(text.parse::<SchoolId>().ok()).to_owned(),
        "audience" => {
            text.parse::<super::Audience>().map_or_else(|()| text.to_owned(), |one| page.say(one.key()).to_string())
        }
        "weekdays" => {
            let days = text.parse::<calendar::rule::Weekdays>().unwrap_or_default();
            let names: Vec<_> = days.iter().map(|day| page.words().weekday(day)).collect();
            page.words().list(&names)
        }
        _ => text.to_owned(),
    };
    let line = |change: &Change| {
        let name = page.say(label(&change.field)).to_string();
        (name, value(&change.field, &change.before), value(&change.field, &change.now))
    };
    changes.iter().map(line).collect()
}

/// The key of a field's word.
fn label(field: &str) -> &'static str {
    match field {
        "title" => "plan-title",
        "about" => "plan-about",
        "weekdays" => "plan-weekdays",
        "every_weeks" => "plan-every-weeks",
        "first_date" => "plan-first-date",
        "last_date" => "plan-last-date",
        "date" => "plan-date",
        "starts" => "plan-starts",
        "ends" => "plan-ends",
        "zone" => "plan-zone",
        "days_off" => "plan-days-off",
        "follows_calendar" => "plan-follows",
        "school" => "plan-school",
        "place" => "plan-place",
        "link" => "plan-link",
        "audience" => "plan-audience",
        "capacity" => "plan-capacity",
        "welcome_minutes" => "plan-welcome",
        "close_minutes" => "plan-close",
        "hosts" => "plan-hosts",
        "invited" => "plan-invited",
        _ => "plan-note",
    }
}
