//! Values: where a gathering stands, and how it moves along.

use std::str::FromStr;

use super::plan::Plan;
use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::web::Message;

/// What is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// The welcome.
    Welcome,
    /// A topic.
    Topic,
    /// The close.
    Close,
}

/// A gathering under way.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Run {
    /// Which gathering.
    pub gathering_id: GatheringId,
    /// What is on.
    pub now_on: On,
    /// The topic that is on.
    pub topic_id: Option<TopicId>,
    /// The minutes it has.
    pub minutes: i64,
    /// Since when it is on.
    pub since: Instant,
    /// When all was over.
    pub ended_at: Option<Instant>,
    /// Who moved it last.
    pub updated_by: PersonId,
    /// Rises with each move.
    pub version: i64,
}

/// What was on before, or was put off.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Step {
    /// Its place on the pile, from 1.
    pub place: i64,
    /// What was on.
    pub now_on: On,
    /// Which topic.
    pub topic_id: Option<TopicId>,
    /// The minutes it had.
    pub minutes: i64,
    /// Since when.
    pub began_at: Instant,
    /// Until when.
    pub ended_at: Instant,
    /// Whether it was put off without having been on.
    pub skipped: bool,
}

/// What a host does. Each names where it leads, so that one that comes twice changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Begins with the welcome.
    Begin,
    /// This topic is on.
    Topic(TopicId),
    /// The close is on.
    Close,
    /// It is over.
    End,
    /// What is on gets two minutes more.
    More,
    /// A topic is put off, to be carried over.
    Skip(TopicId),
    /// Takes the last step back.
    Back,
}

/// A move, and what the host saw who decided on it.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The version they saw. A phone without a network counts on from the one it had, by one for each move
    /// that waits.
    pub seen: i64,
    /// What was on then, in the word of [`Run::word`], where the page said so: another host may have made
    /// as many moves as wait here, and others.
    pub on: Option<String>,
    /// The move.
    pub to: Move,
    /// When it was decided, by the phone.
    pub at: Instant,
}

impl Decided {
    /// Whether it was decided on a gathering that stood as this run stands.
    pub fn is_of(&self, run: &Run) -> bool {
        self.seen == run.version && self.on.as_ref().is_none_or(|on| *on == run.word())
    }
}

/// The minutes of [`Move::More`].
pub const MORE: i64 = 2;

/// The most minutes that what is on may have.
const MOST: i64 = 1440;

impl FromStr for Move {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word.split_once(':') {
            None => match word {
                "begin" => Ok(Move::Begin),
                "close" => Ok(Move::Close),
                "end" => Ok(Move::End),
                "more" => Ok(Move::More),
                "back" => Ok(Move::Back),
                _ => Err(()),
            },
            Some(("topic", topic)) => topic.parse().map(Move::Topic).map_err(|_| ()),
            Some(("skip", topic)) => topic.parse().map(Move::Skip).map_err(|_| ()),
            Some(_) => Err(()),
        }
    }
}

/// How long before its start a gathering may be begun, and how long after its end it may be moved, in
/// seconds.
const EARLY: i64 = 3600;
const LATE: i64 = 12 * 3600;

/// From when on a gathering may be begun.
pub fn earliest(gathering: &Gathering) -> Instant {
    gathering.starts_at.plus_seconds(-EARLY)
}

/// Whether a gathering may be run now, or why not.
pub fn may_run(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("projector-cancelled"))
    } else if now < earliest(gathering) {
        Err(Message::new("projector-early"))
    } else if now > gathering.ends_at.plus_seconds(LATE) {
        Err(Message::new("projector-late"))
    } else {
        Ok(())
    }
}

/// What a move changes: the run as it is then, and the pile of steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The run.
    pub run: Run,
    /// A step that goes on the pile.
    pub push: Option<Step>,
    /// The place of the step that is taken off.
    pub pop: Option<i64>,
}

impl Run {
    /// A run at its beginning.
    pub fn begin(gathering: &Gathering, by: PersonId, now: Instant) -> Run {
        Run {
            gathering_id: gathering.id,
            now_on: On::Welcome,
            topic_id: None,
            minutes: gathering.welcome_minutes,
            since: now,
            ended_at: None,
            updated_by: by,
            version: 1,
        }
    }

    /// What is on, in a word: `welcome`, `topic:ID`, `close`, `over`.
    pub fn word(&self) -> String {
        match (self.ended_at, self.now_on, self.topic_id) {
            (Some(_), _, _) => "over".to_owned(),
            (None, On::Welcome, _) => "welcome".to_owned(),
            (None, On::Topic, topic) => topic.map_or("topic".to_owned(), |topic| format!("topic:{topic}")),
            (None, On::Close, _) => "close".to_owned(),
        }
    }

    /// Whether it stands already where a move leads: the move came twice.
    pub fn is_there(&self, to: Move, steps: &[Step]) -> bool {
        match to {
            Move::Begin => true,
            Move::Topic(topic) => self.ended_at.is_none() && self.topic_id == Some(topic),
            Move::Close => self.ended_at.is_none() && self.now_on == On::Close,
            Move::End => self.ended_at.is_some(),
            Move::Skip(topic) => steps.iter().any(|step| step.skipped && step.topic_id == Some(topic)),
            Move::More | Move::Back => false,
        }
    }

    /// When its time is up.
    pub fn until(&self) -> Instant {
        self.since.plus_seconds(self.minutes * 60)
    }

    /// The change that a move makes, given the steps so far and the plan of now.
    pub fn go(&self, to: Move, steps: &[Step], plan: &Plan, by: PersonId, now: Instant) -> Result<Change, Message> {
        let ended = self.ended_at.is_some();
        let next = Run { updated_by: by, version: self.version + 1, ..self.clone() };
        let on = |now_on, topic_id, minutes| Run { now_on, topic_id, minutes, since: now, ..next.clone() };
        let close = plan.close_minutes;
        let goes = |run| Ok(Change { run, push: Some(self.left(steps, now)), pop: None });
        match to {
            Move::Back => self.back(next, steps),
            _ if ended => Err(Message::new("projector-is-over")),
            Move::Begin => Err(Message::new("projector-begun")),
            Move::Topic(topic) => goes(on(On::Topic, Some(topic), plan.minutes_of(topic)?)),
            Move::Close => goes(on(On::Close, None, close)),
            Move::End => goes(Run { ended_at: Some(now), ..on(On::Close, None, close) }),
            Move::More => {
                Ok(Change { run: Run { minutes: (self.minutes + MORE).min(MOST), ..next }, push: None, pop: None })
            }
            // Who puts off what is on goes on to what comes then.
            Move::Skip(topic) if self.topic_id == Some(topic) => {
                let step = Step { skipped: true, ..self.left(steps, now) };
                let run = match plan.next() {
                    Some(coming) => on(On::Topic, Some(coming.topic), plan.minutes_of(coming.topic)?),
                    None => on(On::Close, None, close),
                };
                Ok(Change { run, push: Some(step), pop: None })
            }
            Move::Skip(topic) => {
                let minutes = plan.minutes_of(topic)?;
                let step = Step {
                    place: top(steps) + 1,
                    now_on: On::Topic,
                    topic_id: Some(topic),
                    minutes,
                    began_at: now,
                    ended_at: now,
                    skipped: true,
                };
                Ok(Change { run: next, push: Some(step), pop: None })
            }
        }
    }

    /// What is on, as a step.
    fn left(&self, steps: &[Step], now: Instant) -> Step {
        Step {
            place: top(steps) + 1,
            now_on: self.now_on,
            topic_id: self.topic_id,
            minutes: self.minutes,
            began_at: self.since,
            ended_at: now,
            skipped: false,
        }
    }

    /// The last step is taken off the pile: what was on is on again, and its time has gone on.
    fn back(&self, next: Run, steps: &[Step]) -> Result<Change, Message> {
        let Some(last) = steps.last() else {
            return Err(Message::new("projector-nothing-before"));
        };
        // A topic put off before its turn: nothing was on, nothing changes but that.
        let waited = last.skipped && last.began_at == last.ended_at;
        let run = if waited {
            next
        } else {
            let Step { now_on, topic_id, minutes, began_at, .. } = last.clone();
            Run { now_on, topic_id, minutes, since: began_at, ended_at: None, ..next }
        };
        Ok(Change { run, push: None, pop: Some(last.place) })
    }
}

fn top(steps: &[Step]) -> i64 {
    steps.last().map_or(0, |step| step.place)
}
