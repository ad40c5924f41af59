//! Values: a call, a question that a page asks its visitor, and what they said to it.

use super::beside::Beside;
use super::notice::{Notice, hue};
use crate::answers::{self, Counts, Wish};
use crate::gatherings::{Gathering, Series};
use crate::web::Language;

/// Three buttons: are you coming?
#[derive(Debug, Clone)]
pub struct Call {
    /// Where the answer goes.
    pub action: String,
    /// The question.
    pub question: String,
    /// The present answer: `yes`, `maybe`, `no`, or nothing.
    pub current: &'static str,
    /// What a yes does.
    pub yes_does: String,
    /// What a maybe does.
    pub maybe_does: String,
    /// What a no does.
    pub no_does: String,
    /// What follows from the present answer.
    pub note: String,
    /// The page for a no with a reason.
    pub excuse: Option<String>,
    /// Whether the answer is of this date alone and can follow the series again.
    pub differs: bool,
}

impl Call {
    /// The question about one gathering.
    pub fn of_gathering(beside: &Beside, gathering: &Gathering, counts: &Counts, series: Option<Wish>) -> Call {
        let language = beside.language;
        let mine = beside.mine(gathering.id);
        let date = language.words().date(*gathering.date, beside.today);
        let note = answers::note(gathering, mine, counts, beside.now);
        Call {
            action: format!("/gatherings/{}/answer", gathering.id),
            question: language.say("call-date").with("date", date).to_string(),
            current: mine.map_or("", |mine| mine.answer.wish().word()),
            yes_does: language.say("call-yes").to_string(),
            maybe_does: language.say("call-maybe").to_string(),
            no_does: language.say("call-no").to_string(),
            note: note.map(|note| language.tell(&note)).unwrap_or_default(),
            excuse: mine.map(|_| format!("/gatherings/{}/excuse", gathering.id)),
            differs: series.is_some() && mine.is_some_and(|mine| mine.own),
        }
    }

    /// The question about a series with so many dates to come.
    pub fn of_series(language: Language, series: &Series, answer: Option<Wish>, dates: usize) -> Call {
        let note = match answer {
            None => "",
            Some(Wish::Yes) => "call-series-said-yes",
            Some(Wish::Maybe) => "call-series-said-maybe",
            Some(Wish::No) => "call-series-said-no",
        };
        Call {
            action: format!("/series/{}/answer", series.id),
            question: language.say("call-series").to_string(),
            current: answer.map_or("", Wish::word),
            yes_does: language.say("call-series-yes").with("count", dates).to_string(),
            // Of one date there is nothing to choose from.
            maybe_does: language.say(if dates > 1 { "call-series-maybe" } else { "call-maybe" }).to_string(),
            no_does: language.say("call-series-no").to_string(),
            note: if note.is_empty() { String::new() } else { language.say(note).to_string() },
            excuse: None,
            differs: false,
        }
    }
}

/// A series as lists and calls show it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Where its page is.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its tone, 1 to 6.
    pub hue: u8,
    /// Its rule in words: `Every Wednesday …`.
    pub rule: String,
    /// Room and school.
    pub place: String,
    /// Whether its last date is over.
    pub over: bool,
    /// Its next date.
    pub next: Option<Notice>,
    /// What the visitor said of it: `yes`, `maybe`, `no` or `open`, and in words.
    pub said: (&'static str, String),
    /// The question, to those who may answer.
    pub call: Option<Call>,
}

impl Card {
    /// The card of a series; `coming` are its gatherings that are neither over nor called off.
    pub fn new(beside: &Beside, series: &Series, coming: &[&Gathering], answer: Option<Wish>) -> Card {
        let words = beside.language.words();
        let rule = words.rule(&series.rule(Vec::new()), *series.starts, *series.ends, beside.today);
        let said = match answer {
            Some(Wish::Yes) => "series-mine-yes",
            Some(Wish::Maybe) => "series-mine-maybe",
            Some(Wish::No) => "series-mine-no",
            None => "series-mine-open",
        };
        let call = beside.signed_in && !coming.is_empty() && (!beside.hosting || answer.is_some());
        Card {
            href: format!("/series/{}", series.id),
            title: series.title.clone(),
            hue: hue(Some(series.id)),
            rule: calendar::words::capitalised(&rule),
            place: beside.place(&series.place, series.school_id),
            over: *series.last_date < beside.today,
            next: coming.first().map(|next| beside.notice(next)),
            said: (answer.map_or("open", Wish::word), beside.language.say(said).to_string()),
            call: call.then(|| Call::of_series(beside.language, series, answer, coming.len())),
        }
    }
}
