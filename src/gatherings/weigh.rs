//! What becomes of the dates of a series when its rule changes, worked out before anything is done.
//!
//! A date that the new rule keeps stays the same gathering; one that moves to another day of its week
//! goes on there. What has begun is never touched, nor what comes before the day from which a change
//! holds. A coming date that the rule no longer gives is taken away if nobody has a hand in it, and called
//! off with a word to those who said yes if somebody has: it may not vanish from under them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::future::Future;
use std::pin::Pin;

use calendar::rule::{Except, MOST_DATES};
use jiff::civil::Date;

use super::parts::{self, Part};
use super::whole::WholeSeries;
use super::{Gathering, NewSeries, following, plan, store};
use crate::app::{App, HANDS};
use crate::database::{self, Connection, Text};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Failure, Message, Problems};

/// What people have in one gathering of a series: answers, topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stake {
    /// In which gathering.
    pub gathering: GatheringId,
    /// What, as a program reads it: `yes`, `topic`.
    pub kind: &'static str,
    /// How many of it.
    pub count: i64,
    /// `12 said yes`, for a person.
    pub words: Message,
    /// Whose it is.
    pub people: Vec<PersonId>,
    /// What it is called, as topics are.
    pub titles: Vec<String>,
    /// Whether the gathering may not vanish because of it, but is called off.
    pub holds: bool,
}

/// Says what people have in the gatherings of a series. The domains that know build on this one, so the app
/// hands their answers in (`app::HANDS`).
pub type Hand =
    for<'a> fn(&'a mut Connection, SeriesId) -> Pin<Box<dyn Future<Output = database::Result<Vec<Stake>>> + Send + 'a>>;

/// What a host wants of a series.
#[derive(Debug, Clone)]
pub struct Edit {
    /// From which date on; `None` is all that is to come.
    pub from: Option<Date>,
    /// The part whose values the host saw, with the first and last day of the whole series: what `new`
    /// says otherwise is to be changed.
    pub base: Part,
    /// What is said now.
    pub new: NewSeries,
}

/// What becomes of the coming dates of a series.
#[derive(Debug, Default)]
pub struct Turn {
    /// The parts of the series as they will be, in time; never none.
    pub parts: Vec<Part>,
    /// Its own days off as they will be.
    pub days_off: Vec<Except>,
    /// The days off of the district's calendar as it will have taken them over.
    pub calendar: Vec<Except>,
    /// They stay, perhaps at another time or place.
    pub kept: Vec<Gathering>,
    /// They go on, on another day of their week.
    pub shifted: Vec<(Gathering, Date)>,
    /// They were called off because an earlier rule left them out, and are back.
    pub restored: Vec<Gathering>,
    /// Nobody has a hand in them; they go.
    pub removed: Vec<Gathering>,
    /// Somebody has; they are called off.
    pub cancelled: Vec<Gathering>,
    /// They are new.
    pub added: Vec<Date>,
    /// What people have in those that go or are called off.
    pub stakes: HashMap<GatheringId, Vec<Stake>>,
}

impl Turn {
    /// Everyone who has a hand in what would be lost.
    pub fn people(&self) -> Vec<PersonId> {
        self.stakes.values().flatten().flat_map(|stake| stake.people.iter().copied()).collect()
    }

    /// Names what would be lost, and how much of it; the host says yes to exactly this.
    pub fn loss(&self) -> String {
        let said = |gathering: &Gathering| {
            let stakes = self.stakes.get(&gathering.id).map(Vec::as_slice).unwrap_or_default();
            let counted: Vec<String> = stakes.iter().map(|stake| format!(":{}{}", stake.kind, stake.count)).collect();
            format!("{}{}", gathering.date.0, counted.concat())
        };
        self.removed.iter().chain(&self.cancelled).map(said).collect::<Vec<_>>().join(",")
    }

    /// All its days off as they will be.
    pub fn all_off(&self) -> impl Iterator<Item = &Except> {
        self.days_off.iter().chain(&self.calendar)
    }

    /// How many dates stay, move, come back or are new.
    pub fn dates(&self) -> usize {
        self.kept.len() + self.shifted.len() + self.restored.len() + self.added.len()
    }
}

/// Works out what a change does, without doing it.
///
/// # Errors
/// When the series would have too many dates.
pub async fn weigh(db: &mut Connection, app: &App, now: &WholeSeries, edit: &Edit) -> Result<Turn, Failure> {
    let parts_now = now.parts();
    let after_part = Part::asked(&edit.new);
    let parts = parts::changed(&parts_now, edit.from, &edit.base, &after_part);
    let days_off = days_off(now, edit);
    let series = super::Series { follows_calendar: edit.new.follows_calendar, ..now.series.clone() };
    let calendar = following::days_off(db, &series, &parts, &days_off).await?;
    let before = dates(&parts_now, &[now.days_off.as_slice(), &now.calendar].concat());
    let after = dates(&parts, &[days_off.as_slice(), &calendar].concat());
    if after.len() > MOST_DATES {
        let many = i64::try_from(after.len()).unwrap_or(i64::MAX);
        return Err(Problems::one("last_date", Message::new("plan-problem-many-dates").with("dates", many)).into());
    }
    // Where a new part begins, what was before it is not meant.
    let begins = edit.from.map(|from| parts::part_on(&parts, from).map_or(from, |part| from.min(*part.first_date)));
    let mut turn = Turn { parts, days_off, calendar, ..Turn::default() };
    let mut there = BTreeSet::new();
    let mut gone: BTreeMap<Date, Gathering> = BTreeMap::new();
    for gathering in store::gatherings_of(db, now.series.id).await? {
        let Some(Text(rule_date)) = gathering.rule_date else {
            continue;
        };
        there.insert(rule_date);
        if gathering.starts_at <= app.now() || begins.is_some_and(|begins| rule_date < begins) {
            continue;
        }
        match (after.contains(&rule_date), gathering.is_cancelled()) {
            (true, true) if !before.contains(&rule_date) => turn.restored.push(gathering),
            (true, _) => turn.kept.push(gathering),
            (false, _) => {
                gone.insert(rule_date, gathering);
            }
        }
    }
    for date in after.difference(&there).filter(|date| begins.is_none_or(|begins| **date >= begins)) {
        if let Some(part) = parts::part_on(&turn.parts, *date) {
            let coming = plan::on(app, &part.of(&now.series), *date, app.now())?;
            if coming.is_some_and(|gathering| gathering.starts_at > app.now()) {
                turn.added.push(*date);
            }
        }
    }
    // A day off takes a date away; it does not move it to another day.
    let off: BTreeSet<Date> = turn.all_off().map(|day| day.date).collect();
    let movable = gone.iter().filter(|(date, one)| !one.is_cancelled() && !off.contains(date)).map(|(date, _)| *date);
    for (from, to) in parts::pair(&movable.collect::<Vec<_>>(), &turn.added) {
        turn.added.retain(|date| *date != to);
        turn.shifted.extend(gone.remove(&from).map(|gathering| (gathering, to)));
    }
    if !gone.is_empty() {
        part_with(db, now.series.id, gone, &mut turn).await?;
    }
    Ok(turn)
}

/// Decides which dates that go are called off. Asked only when some do.
async fn part_with(
    db: &mut Connection,
    series: SeriesId,
    gone: BTreeMap<Date, Gathering>,
    turn: &mut Turn,
) -> database::Result<()> {
    let mut stakes: HashMap<GatheringId, Vec<Stake>> = HashMap::new();
    for hand in HANDS {
        for stake in hand(db, series).await? {
            stakes.entry(stake.gathering).or_default().push(stake);
        }
    }
    for gathering in gone.into_values() {
        let mut held = stakes.remove(&gathering.id).unwrap_or_default();
        let called_off = gathering.is_cancelled();
        let holds = held.iter().any(|stake| stake.holds);
        if holds && called_off {
            continue;
        }
        held.extend(words_of(&gathering));
        turn.stakes.insert(gathering.id, held);
        if holds { turn.cancelled.push(gathering) } else { turn.removed.push(gathering) }
    }
    Ok(())
}

/// What the hosts wrote of one date themselves.
fn words_of(gathering: &Gathering) -> Option<Stake> {
    let note = gathering.note.as_deref().unwrap_or_default();
    let words: Vec<String> =
        [note, &gathering.about].into_iter().filter(|words| !words.is_empty()).map(ToOwned::to_owned).collect();
    let count = i64::try_from(words.len()).unwrap_or_default();
    (count > 0).then(|| Stake {
        gathering: gathering.id,
        kind: "note",
        count,
        words: Message::new("plan-stake-note").with("count", count),
        people: Vec::new(),
        titles: words,
        holds: false,
    })
}

/// The days off as they will be: of days before the change holds, those there were.
fn days_off(now: &WholeSeries, edit: &Edit) -> Vec<Except> {
    let Some(from) = edit.from else {
        return edit.new.rule.except.clone();
    };
    let before = now.days_off.iter().filter(|day| day.date < from);
    before.chain(edit.new.rule.except.iter().filter(|day| day.date >= from)).cloned().collect()
}

/// All dates of all parts.
fn dates(parts: &[Part], days_off: &[Except]) -> BTreeSet<Date> {
    parts.iter().flat_map(|part| part.rule(days_off.to_vec()).dates()).collect()
}
