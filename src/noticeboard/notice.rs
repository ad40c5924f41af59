//! Values: a notice, a gathering as pages show it: everything said, nothing left to look up.

use calendar::month::Month;
use calendar::words::capitalised;

use super::beside::Beside;
use crate::answers::{Answer, Counts, Mine};
use crate::attendance::State;
use crate::gatherings::Gathering;
use crate::ids::SeriesId;
use crate::people;
use crate::web::Language;

/// A date as a library stamps it.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// `2026-01-14`.
    pub iso: String,
    /// `Wed`.
    pub weekday: &'static str,
    /// Day of the month.
    pub day: i8,
    /// `Jan`.
    pub month: &'static str,
    /// The tone of its series, 1 to 6.
    pub hue: u8,
}

/// A gathering as pages show it.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Where its page is.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub stamp: Stamp,
    /// `Wednesday 14 January`.
    pub date: String,
    /// `January 2026`, as a heading.
    pub month: String,
    /// `12:05`.
    pub starts: String,
    /// `12:05 to 12:45`.
    pub time: String,
    /// `today`, `in 3 days`; none when it is too far to count.
    pub relative: Option<String>,
    /// Room and school; empty when neither is known.
    pub place: String,
    /// Whether it is over.
    pub over: bool,
    /// Whether it was called off.
    pub cancelled: bool,
    /// The date its rule gave, when it was moved to another.
    pub moved_from: Option<String>,
    /// What the visitor answered; none while they have not.
    pub mine: Option<Standing>,
    /// Whether they can answer now.
    pub open: bool,
    /// The answers that would change something, each with its word; none when it is not open.
    pub offers: Vec<(&'static str, String)>,
    /// How many said what.
    pub counts: Option<Counts>,
    /// How many topics wait on its table.
    pub topics: usize,
    /// How many came, for hosts.
    pub came: Option<usize>,
    /// How the season shows it; `data-state` of a cup.
    pub cup: &'static str,
    /// The same in words.
    pub cup_words: String,
}

/// What a visitor answered, in words.
#[derive(Debug, Clone)]
pub struct Standing {
    /// `yes`, `maybe`, `no`; who waits for a place is `maybe`.
    pub kind: &'static str,
    /// The name of an icon that says the same.
    pub icon: &'static str,
    /// `You are coming`.
    pub words: String,
}

impl Standing {
    fn new(language: Language, mine: &Mine) -> Standing {
        let (kind, icon, key) = match mine.answer {
            Answer::Yes => ("yes", "tick", "mine-yes"),
            Answer::Maybe => ("maybe", "maybe", "mine-maybe"),
            Answer::No => ("no", "cross", "mine-no"),
            Answer::Waiting => ("maybe", "when", "mine-waiting"),
        };
        Standing { kind, icon, words: language.say(key).with("position", mine.position.unwrap_or(1)).to_string() }
    }
}

impl Notice {
    /// The notice of a gathering.
    pub fn new(beside: &Beside, gathering: &Gathering) -> Notice {
        let words = beside.language.words();
        let date = *gathering.date;
        let moved_from = gathering.rule_date.filter(|rule| **rule != date).map(|rule| words.date(*rule, beside.today));
        let over = gathering.is_over(beside.now);
        let mine = beside.mine(gathering.id);
        let (cup, cup_key) = cup(beside, gathering);
        let open = beside.signed_in && !over && !gathering.is_cancelled();
        Notice {
            href: format!("/gatherings/{}", gathering.id),
            title: gathering.title.clone(),
            stamp: Stamp {
                iso: date.to_string(),
                weekday: words.weekday_short(date.weekday()),
                day: date.day(),
                month: words.month_short(date),
                hue: hue(gathering.series_id),
            },
            date: capitalised(&words.date(date, beside.today)),
            month: capitalised(&words.month(Month::of(date))),
            starts: words.time(*gathering.starts),
            time: words.range(*gathering.starts, *gathering.ends),
            relative: Some(words.relative(date, beside.today)).filter(|said| *said != words.date(date, beside.today)),
            place: beside.place(&gathering.place, gathering.school_id),
            over,
            cancelled: gathering.is_cancelled(),
            moved_from,
            mine: mine.map(|mine| Standing::new(beside.language, mine)),
            open,
            offers: if open && (!beside.hosting || mine.is_some()) {
                offers(beside.language, mine)
            } else {
                Vec::new()
            },
            counts: beside.counts(gathering.id),
            topics: beside.topics(gathering.id),
            came: beside.came(gathering.id),
            cup,
            cup_words: beside.language.say(cup_key).to_string(),
        }
    }

    /// `Tomorrow`, or the date when it is further away; to begin a line with.
    pub fn day(&self) -> String {
        self.relative.as_deref().map_or_else(|| self.date.clone(), capitalised)
    }

    /// How its date is stamped: fainter when it is over.
    pub fn stamp_kind(&self) -> &'static str {
        if self.over || self.cancelled { "stamp-past" } else { "" }
    }
}

/// How the season shows a gathering (season.css), and the key of its words.
fn cup(beside: &Beside, gathering: &Gathering) -> (&'static str, &'static str) {
    if gathering.is_cancelled() {
        return ("off", "notice-cancelled");
    }
    match (beside.mark(gathering.id), beside.mine(gathering.id).map(|mine| mine.answer)) {
        (Some(State::Came), _) => ("came", "mark-came"),
        (Some(State::Excused), _) => ("no", "mark-excused"),
        (Some(State::Absent), _) => ("missed", "mark-absent"),
        (None, _) if gathering.is_over(beside.now) => ("open", "mark-none"),
        (None, Some(Answer::Yes)) => ("yes", "mine-yes"),
        (None, Some(Answer::Maybe)) => ("maybe", "mine-maybe"),
        (None, Some(Answer::Waiting)) => ("maybe", "mine-waits"),
        (None, Some(Answer::No)) => ("no", "mine-no"),
        (None, None) => ("open", "mine-open"),
    }
}

/// The answers offered in a row, each with its word: only what would change something.
fn offers(language: Language, mine: Option<&Mine>) -> Vec<(&'static str, String)> {
    let offered: &[(&str, &str)] = match mine.map(|mine| mine.answer) {
        Some(Answer::Yes) => &[("no", "offer-not-this-time")],
        Some(Answer::No) => &[("yes", "offer-come-after-all")],
        Some(Answer::Waiting) => &[("no", "offer-leave-the-list")],
        Some(Answer::Maybe) | None => &[("yes", "offer-come"), ("no", "offer-not-this-time")],
    };
    offered.iter().map(|(value, key)| (*value, language.say(*key).to_string())).collect()
}

/// The tone of a series, 1 to 6; what stands alone has the first.
pub fn hue(series: Option<SeriesId>) -> u8 {
    series.and_then(|series| series.0.as_bytes().last().map(|byte| byte % 6 + 1)).unwrap_or(1)
}

/// A person as pages show them.
#[derive(Debug, Clone)]
pub struct Face {
    /// Initials, `MR`.
    pub initials: String,
    /// The name.
    pub name: String,
    /// The tone, 1 to 6.
    pub hue: u8,
}

impl From<&people::Card> for Face {
    fn from(card: &people::Card) -> Face {
        Face { initials: card.initials(), name: card.name.clone(), hue: card.hue() }
    }
}
