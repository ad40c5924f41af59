//! Values: what is on the table of a gathering, and the agenda its hosts have published.

use std::collections::{HashMap, HashSet};

use super::beside::Beside;
use super::notice::Face;
use crate::gatherings::Gathering;
use crate::ids::{PersonId, TopicId};
use crate::topics::{AgendaEntry, OnTable, State};

/// A topic as the page of its gathering shows it.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Which.
    pub id: TopicId,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub about: String,
    /// Its labels.
    pub tags: Vec<String>,
    /// `Piper Cedar, 10 minutes`; to those who are not signed in without the name.
    pub line: String,
    /// How often it was carried over, in words.
    pub carried: Option<String>,
    /// How many are keen to hear it, and whether the visitor is.
    pub hear: (i64, bool),
    /// How many can share on it too, and whether the visitor can.
    pub share: (i64, bool),
    /// Whether the visitor may say so.
    pub open: bool,
    /// Whether it is the visitor's own.
    pub mine: bool,
}

/// A line of the published agenda.
#[derive(Debug, Clone)]
pub struct Line {
    /// Which topic.
    pub topic: TopicId,
    /// `12:08`.
    pub time: String,
    /// `10 min`.
    pub minutes: String,
    /// What it is called.
    pub title: String,
    /// Who proposed it; nobody to those who are not signed in.
    pub who: Option<String>,
}

/// What is spoken of at a gathering.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The published agenda; empty until there is one.
    pub agenda: Vec<Line>,
    /// When the gathering starts: `12:05`.
    pub welcome: String,
    /// When it ends, and with it the agenda: `12:43`.
    pub close: String,
    /// Topics that wait and are not on the published agenda.
    pub waiting: Vec<Topic>,
    /// Topics that were spoken of.
    pub shared: Vec<Topic>,
    /// Topics that were not reached.
    pub left: Vec<Topic>,
}

impl Table {
    /// Lays the table of a gathering.
    pub fn lay(
        beside: &Beside,
        gathering: &Gathering,
        topics: Vec<OnTable>,
        agenda: Option<Vec<AgendaEntry>>,
        names: &HashMap<PersonId, Face>,
    ) -> Table {
        let words = beside.language.words();
        let clock = |at: crate::clock::Instant| words.time(gathering.zone.local(at.timestamp()).time());
        // Afterwards the question is what was shared, not what had been planned.
        let agenda = agenda.filter(|_| !gathering.is_over(beside.now)).unwrap_or_default();
        let on: HashSet<TopicId> = agenda.iter().map(|entry| entry.topic).collect();
        let mut table = Table {
            welcome: clock(gathering.starts_at),
            close: clock(gathering.ends_at.plus_seconds(-gathering.close_minutes * 60)),
            ..Table::default()
        };
        for entry in agenda {
            table.agenda.push(Line {
                topic: entry.topic,
                time: clock(entry.starts_at),
                minutes: words.duration_short(u32::try_from(entry.minutes).unwrap_or(0)),
                title: entry.title,
                who: names.get(&entry.proposer).filter(|_| beside.signed_in).map(|face| face.name.clone()),
            });
        }
        let open = beside.signed_in && !gathering.is_over(beside.now) && !gathering.is_cancelled();
        for on_table in topics {
            let state = on_table.topic.state;
            let listed = on.contains(&on_table.topic.id);
            let topic = Topic::new(beside, on_table, open, names);
            match state {
                State::Proposed if !listed => table.waiting.push(topic),
                State::Shared => table.shared.push(topic),
                State::Left => table.left.push(topic),
                _ => {}
            }
        }
        table.waiting.sort_by_key(|topic| std::cmp::Reverse(topic.hear.0 + 2 * topic.share.0));
        table
    }

    /// Whether there is nothing on it.
    pub fn is_empty(&self) -> bool {
        self.agenda.is_empty() && self.waiting.is_empty() && self.shared.is_empty() && self.left.is_empty()
    }
}

impl Topic {
    /// Where keenness is posted to, coming back to a page.
    pub fn keen(&self, back: &str) -> String {
        format!("/topics/{}/keen?back={back}", self.id)
    }

    fn new(beside: &Beside, on: OnTable, open: bool, names: &HashMap<PersonId, Face>) -> Topic {
        let language = beside.language;
        let minutes = language.words().duration(u32::try_from(on.topic.minutes).unwrap_or(0));
        let line = match names.get(&on.topic.person_id).filter(|_| beside.signed_in) {
            Some(face) => format!("{}, {minutes}", face.name),
            None => minutes,
        };
        let carried = on.topic.carried;
        Topic {
            id: on.topic.id,
            tags: on.topic.tags.iter().map(ToOwned::to_owned).collect(),
            line,
            carried: (carried > 0).then(|| language.say("table-carried").with("count", carried).to_string()),
            hear: (on.hear, on.my_hear),
            share: (on.share, on.my_share),
            mine: Some(on.topic.person_id) == beside.person,
            open: open && Some(on.topic.person_id) != beside.person,
            title: on.topic.title,
            about: on.topic.about,
        }
    }
}

/// What is on the table, in one line of titles: the agenda where there is one, else what most are keen on.
pub fn titles(topics: &[OnTable], agenda: Option<&[AgendaEntry]>) -> Vec<String> {
    if let Some(agenda) = agenda.filter(|agenda| !agenda.is_empty()) {
        return agenda.iter().map(|entry| entry.title.clone()).collect();
    }
    let mut waiting: Vec<&OnTable> = topics.iter().filter(|on| on.topic.state == State::Proposed).collect();
    waiting.sort_by_key(|on| std::cmp::Reverse(on.hear + 2 * on.share));
    waiting.into_iter().map(|on| on.topic.title.clone()).collect()
}
