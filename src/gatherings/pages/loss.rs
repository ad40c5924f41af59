//! The question before a changed rule takes dates away: what exactly would go, and whose it is.

use std::collections::HashMap;

use askama::Template;

use super::offered::Shown;
use crate::gatherings::Gathering;
use crate::gatherings::around::Around;
use crate::gatherings::weigh::{Stake, Turn};
use crate::gatherings::whole::WholeSeries;
use crate::ids::PersonId;
use crate::web::{Answer, Input, Page, Visit, html};

/// The most names that stand beside a number.
const MOST_NAMES: usize = 12;

#[derive(Template)]
#[template(path = "gatherings/pages/loss.html")]
struct LossPage {
    page: Page,
    lead: String,
    /// Whether there is a form to go back to.
    form: bool,
    /// The series.
    back: String,
    title: String,
    /// Where the answer is posted to.
    action: String,
    /// What was typed, to be sent again with the answer.
    typed: Vec<(String, String)>,
    /// What the host says yes to.
    confirm: String,
    removed: Vec<Lost>,
    cancelled: Vec<Lost>,
    shifted: Vec<(Shown, Shown)>,
    added: Vec<Shown>,
}

/// A date that would go, and what people have in it.
struct Lost {
    date: Shown,
    held: Vec<Held>,
}

/// `3 said yes`, and who.
struct Held {
    words: String,
    names: String,
}

/// Why a host is asked.
pub enum Asked<'a> {
    /// They typed a change: what was typed is sent again with the answer, to this address.
    Typed(String, &'a Input),
    /// The calendar that the series follows has changed.
    Calendar,
}

/// Asks.
pub fn ask(visit: &Visit, around: &Around, whole: &WholeSeries, asked: Asked<'_>, turn: &Turn) -> Answer {
    let back = format!("/series/{}", whole.series.id);
    let (action, pairs, title, lead) = match asked {
        Asked::Typed(action, input) => (action, input.pairs(), "plan-loss-title", "plan-loss-lead"),
        Asked::Calendar => (format!("{back}/calendar"), Vec::new(), "plan-calendar-title", "plan-calendar-lead"),
    };
    let names: HashMap<PersonId, &str> = around.people.iter().map(|person| (person.id, person.name.as_str())).collect();
    let lost = |gatherings: &[Gathering]| -> Vec<Lost> {
        let one = |gathering: &Gathering| Lost {
            date: Shown::of(visit, *gathering.date, ""),
            held: turn
                .stakes
                .get(&gathering.id)
                .map(Vec::as_slice)
                .unwrap_or_default()
                .iter()
                .map(|stake| held(visit, stake, &names))
                .collect(),
        };
        gatherings.iter().map(one).collect()
    };
    let typed = pairs.into_iter().filter(|(name, _)| !["confirm", "back", "preview"].contains(name));
    html(&LossPage {
        page: Page::new(visit, "gatherings", visit.language.say(title).to_string()),
        lead: visit.language.say(lead).to_string(),
        form: lead == "plan-loss-lead",
        back,
        title: whole.series.title.clone(),
        action,
        typed: typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        confirm: turn.loss(),
        removed: lost(&turn.removed),
        cancelled: lost(&turn.cancelled),
        shifted: turn
            .shifted
            .iter()
            .map(|(gathering, to)| (Shown::of(visit, *gathering.date, ""), Shown::of(visit, *to, "")))
            .collect(),
        added: {
            let back = turn.restored.iter().map(|gathering| *gathering.date);
            back.chain(turn.added.iter().copied()).map(|date| Shown::of(visit, date, "")).collect()
        },
    })
}

/// Titles where there are some, else the names of those whose it is.
fn held(visit: &Visit, stake: &Stake, names: &HashMap<PersonId, &str>) -> Held {
    let known = |person: &PersonId| names.get(person).map(|name| (*name).to_owned());
    let of_people = || stake.people.iter().filter_map(known).collect::<Vec<_>>();
    let mut words = if stake.titles.is_empty() { of_people() } else { stake.titles.clone() };
    let more = words.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        words.truncate(MOST_NAMES);
        words.push(visit.language.say("plan-loss-more").with("count", more).to_string());
    }
    Held { words: visit.language.tell(&stake.words), names: words.join(", ") }
}
