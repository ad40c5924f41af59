//! Values: a gathering under way, as it looks from now to its end.

use planner::reflow::{Waiting, reflow};

use super::run::{On, Run, Step};
use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::ids::{PersonId, TopicId};
use crate::topics::AgendaEntry;
use crate::web::Message;

/// A topic whose turn has not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// The topic.
    pub topic: TopicId,
    /// What it is called.
    pub title: String,
    /// Who proposed it.
    pub proposer: PersonId,
    /// Minutes it asked for.
    pub wanted: i64,
    /// Minutes it has, and when its turn comes; none where it may carry over.
    pub turn: Option<(i64, Instant)>,
}

/// A topic that had its turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The topic.
    pub topic: TopicId,
    /// What it is called.
    pub title: String,
    /// Since when.
    pub began_at: Instant,
    /// Until when.
    pub ended_at: Instant,
}

impl Spoken {
    /// Whole minutes it took, rounded up.
    pub fn took(&self) -> i64 {
        let took = (self.ended_at.0 - self.began_at.0).max(0);
        took.div_euclid(60_000_000) + i64::from(took % 60_000_000 > 0)
    }
}

/// What is on, what comes, what was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is on; none before it began and after it ended.
    pub on: Option<On>,
    /// The topic that is on, with the minutes it asked for.
    pub topic: Option<AgendaEntry>,
    /// The minutes that what is on has.
    pub minutes: i64,
    /// When its time is up; before it began, when the gathering starts.
    pub until: Instant,
    /// Topics to come, in speaking order; those that may carry over among them.
    pub coming: Vec<Coming>,
    /// Topics put off.
    pub put_off: Vec<(TopicId, String)>,
    /// Topics that were spoken of, the first first.
    pub spoken: Vec<Spoken>,
    /// When the close begins.
    pub closes_at: Instant,
    /// The minutes of the close.
    pub close_minutes: i64,
    /// Whether it was begun.
    pub begun: bool,
    /// When it was over.
    pub ended_at: Option<Instant>,
}

impl Plan {
    /// Of a gathering, its published agenda, and where it stands.
    pub fn new(gathering: &Gathering, agenda: &[AgendaEntry], run: Option<&Run>, steps: &[Step], now: Instant) -> Plan {
        let closes_at = gathering.ends_at.plus_seconds(-60 * gathering.close_minutes);
        let put_off = |topic| steps.iter().rev().find(|step| step.topic_id == Some(topic)).is_some_and(|on| on.skipped);
        let spoken = |topic| steps.iter().any(|step| step.topic_id == Some(topic) && !step.skipped);
        let current = run.filter(|run| run.ended_at.is_none());
        let is_on = |topic| current.is_some_and(|run| run.topic_id == Some(topic));
        let (on, minutes, until) = match current {
            Some(run) => (Some(run.now_on), run.minutes, run.until()),
            None => (None, gathering.welcome_minutes, gathering.starts_at),
        };
        // Before it began the welcome is still to come; after that, topics begin when what is on ends,
        // or now where it has run over.
        let from = match current {
            Some(_) => until.max(now),
            None => gathering.starts_at.max(now).plus_seconds(gathering.welcome_minutes * 60),
        };
        let waiting: Vec<&AgendaEntry> =
            agenda.iter().filter(|on| !is_on(on.topic) && !put_off(on.topic) && !spoken(on.topic)).collect();
        Plan {
            on,
            topic: agenda.iter().find(|entry| is_on(entry.topic)).cloned(),
            minutes,
            until,
            coming: coming(&waiting, from, closes_at),
            put_off: agenda
                .iter()
                .filter(|on| put_off(on.topic) && !is_on(on.topic))
                .map(|on| (on.topic, on.title.clone()))
                .collect(),
            spoken: steps
                .iter()
                .filter(|step| !step.skipped)
                .filter_map(|step| {
                    let entry = agenda.iter().find(|on| Some(on.topic) == step.topic_id)?;
                    let (began_at, ended_at) = (step.began_at, step.ended_at);
                    Some(Spoken { topic: entry.topic, title: entry.title.clone(), began_at, ended_at })
                })
                .collect(),
            closes_at,
            close_minutes: gathering.close_minutes,
            begun: run.is_some(),
            ended_at: run.and_then(|run| run.ended_at),
        }
    }

    /// What comes next and has time.
    pub fn next(&self) -> Option<&Coming> {
        self.coming.iter().find(|coming| coming.turn.is_some())
    }

    /// The minutes a topic gets when its turn is now.
    pub fn minutes_of(&self, topic: TopicId) -> Result<i64, Message> {
        if let Some(coming) = self.coming.iter().find(|coming| coming.topic == topic) {
            // Whoever is called up though there is no time gets the least that makes sense.
            let least = || i64::from(planner::reflow::least(minutes(coming.wanted)));
            return Ok(coming.turn.map_or_else(least, |(minutes, _)| minutes));
        }
        let known =
            self.put_off.iter().any(|(id, _)| *id == topic) || self.spoken.iter().any(|spoken| spoken.topic == topic);
        if known { Ok(5) } else { Err(Message::new("projector-no-topic")) }
    }

    /// Seconds until the time of what is on is up; negative when it has run over.
    pub fn left(&self, now: Instant) -> i64 {
        (self.until.0 - now.0).div_euclid(1_000_000)
    }
}

fn minutes(minutes: i64) -> u32 {
    u32::try_from(minutes).unwrap_or(0)
}

/// The topics that wait, with the minutes that are left for each.
fn coming(waiting: &[&AgendaEntry], from: Instant, closes_at: Instant) -> Vec<Coming> {
    let left = u32::try_from((closes_at.0 - from.0).max(0) / 60_000_000).unwrap_or(0);
    let wants: Vec<Waiting> =
        waiting.iter().map(|on| Waiting { minutes: minutes(on.minutes), pinned: on.pinned }).collect();
    let mut at = from;
    waiting
        .iter()
        .zip(reflow(left, &wants))
        .map(|(on, given)| {
            let turn = given.map(|minutes| {
                let turn = (i64::from(minutes), at);
                at = at.plus_seconds(i64::from(minutes) * 60);
                turn
            });
            Coming { topic: on.topic, title: on.title.clone(), proposer: on.proposer, wanted: on.minutes, turn }
        })
        .collect()
}
