//! Values: the agenda of a gathering while a host works on it.
//!
//! Until a host moves or publishes something the agenda is fitted anew each time it is looked at, so
//! that it follows what people say they are keen on. From then on the host's order stands (`kept`)
//! and is compared with the best one, so that the page can say what it costs.

use std::collections::{BTreeMap, BTreeSet};

use planner::agenda::{FitError, Request, Why, cost_of, fit};

use super::{OnTable, State};
use crate::clock::Instant;
use crate::ids::{PersonId, TopicId};

/// A host's word about a topic, which the fitted agenda obeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Pin {
    /// It is on the agenda, whatever it costs.
    In,
    /// It is not.
    Out,
}

/// What a host made of an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Agenda {
    /// When it was first shown to members; none while it is the hosts' own.
    pub published_at: Option<Instant>,
    /// Whether the host's order stands.
    pub kept: bool,
    /// Which host changed it last.
    pub updated_by: PersonId,
    /// The version before the run of changes that host made last.
    pub since: i64,
    /// Rises with each change; 0 is an agenda nobody touched yet.
    pub version: i64,
}

impl Agenda {
    /// Whether someone else changed it since `version`. One's own quick taps are never stale: each
    /// posts the whole order.
    pub fn is_stale(&self, version: i64, person: PersonId) -> bool {
        version != self.version && !(person == self.updated_by && version >= self.since)
    }
}

/// What is kept of one topic on an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Line {
    /// The topic.
    pub topic_id: TopicId,
    /// The host's word.
    pub pin: Option<Pin>,
    /// Its place in the host's order.
    pub position: Option<i64>,
    /// Its place in what members see.
    pub published: Option<i64>,
    /// When its proposer was told.
    pub told_at: Option<Instant>,
}

/// Everything an agenda is made from.
#[derive(Debug, Clone)]
pub struct Table {
    /// The minutes there are.
    pub minutes: u32,
    /// The topics that wait.
    pub topics: Vec<OnTable>,
    /// What a host made of it; none when nobody touched it.
    pub agenda: Option<Agenda>,
    /// What is kept of its topics, by their place.
    pub lines: Vec<Line>,
}

impl Table {
    /// A table from what the store knows of a gathering: its topics in these states.
    pub fn new(
        minutes: u32,
        mut topics: Vec<OnTable>,
        states: &[State],
        agenda: Option<Agenda>,
        mut lines: Vec<Line>,
    ) -> Table {
        topics.retain(|on| states.contains(&on.topic.state));
        let open: BTreeSet<TopicId> = topics.iter().map(|on| on.topic.id).collect();
        lines.retain(|line| open.contains(&line.topic_id));
        Table { minutes, topics, agenda, lines }
    }

    /// Its version; 0 when nobody touched it.
    pub fn version(&self) -> i64 {
        self.agenda.map_or(0, |agenda| agenda.version)
    }

    /// Whether members see an agenda.
    pub fn is_published(&self) -> bool {
        self.agenda.is_some_and(|agenda| agenda.published_at.is_some())
    }

    /// Whether the host's order stands.
    pub fn is_kept(&self) -> bool {
        self.agenda.is_some_and(|agenda| agenda.kept)
    }

    /// A topic on the table.
    pub fn topic(&self, id: TopicId) -> Option<&OnTable> {
        self.topics.iter().find(|on| on.topic.id == id)
    }

    /// What the host said of a topic beforehand.
    pub fn pin(&self, id: TopicId) -> Option<Pin> {
        self.lines.iter().find(|line| line.topic_id == id).and_then(|line| line.pin)
    }

    /// The same table with another pin.
    pub fn pinned(&self, id: TopicId, pin: Option<Pin>) -> Table {
        let mut table = self.clone();
        match table.lines.iter_mut().find(|line| line.topic_id == id) {
            Some(line) => line.pin = pin,
            None => table.lines.push(Line { topic_id: id, pin, position: None, published: None, told_at: None }),
        }
        table
    }

    /// The same table as members see it: the published order stands, pins are the hosts' own.
    pub fn as_published(&self) -> Table {
        let mut table = self.clone();
        for line in &mut table.lines {
            (line.position, line.pin) = (line.published, None);
        }
        let nothing =
            Agenda { published_at: None, kept: true, updated_by: PersonId(uuid::Uuid::nil()), since: 0, version: 0 };
        table.agenda = Some(Agenda { kept: true, ..table.agenda.unwrap_or(nothing) });
        table
    }

    /// The host's order.
    pub fn kept(&self) -> Vec<TopicId> {
        self.placed(|line| line.position)
    }

    /// The order members see.
    pub fn published(&self) -> Vec<TopicId> {
        self.placed(|line| line.published)
    }

    fn placed(&self, place: impl Fn(&Line) -> Option<i64>) -> Vec<TopicId> {
        let mut placed: Vec<_> = self.lines.iter().filter_map(|line| Some((place(line)?, line.topic_id))).collect();
        placed.sort_unstable();
        placed.into_iter().map(|(_, topic)| topic).collect()
    }

    fn request(&self, with_pins: bool) -> Request {
        let count = |number: i64| u32::try_from(number).unwrap_or(0);
        let topics = self.topics.iter().map(|on| planner::agenda::Topic {
            id: on.topic.id.to_string(),
            minutes: count(on.topic.minutes),
            hear: count(on.hear),
            share: count(on.share),
            carried: count(on.topic.carried),
            by: on.topic.person_id.to_string(),
            pin: self.pin(on.topic.id).filter(|_| with_pins).map(|pin| match pin {
                Pin::In => planner::agenda::Pin::In,
                Pin::Out => planner::agenda::Pin::Out,
            }),
        });
        Request { minutes: self.minutes, topics: topics.collect() }
    }

    /// The agenda to show: the host's order where it stands, else the fitted one. Computes; call it
    /// off the async threads.
    pub fn draft(&self) -> Draft {
        let fitted = fit(&self.request(true));
        let problem = fitted.as_ref().err().cloned();
        let (order, left_out) = match &fitted {
            _ if self.is_kept() => (self.kept(), None),
            Ok(agenda) => (ids(&agenda.chosen), Some(&agenda.left_out)),
            Err(_) => {
                (self.topics.iter().map(|on| on.topic.id).filter(|id| self.pin(*id) == Some(Pin::In)).collect(), None)
            }
        };
        let best = fitted.as_ref().map(|agenda| ids(&agenda.chosen)).unwrap_or_default();
        // What pins and moves cost is measured against what would be best without any of them.
        let names: Vec<String> = order.iter().map(ToString::to_string).collect();
        let judged = cost_of(&self.request(false), &names).ok();
        let earned: BTreeMap<TopicId, (u64, u64)> = judged
            .iter()
            .flat_map(|judged| &judged.earned)
            .filter_map(|earned| Some((earned.id.parse().ok()?, (earned.value, earned.points))))
            .collect();
        let chosen: Vec<Chosen> = order
            .iter()
            .map(|id| {
                let (value, points) = earned.get(id).copied().unwrap_or_default();
                let standing = match self.pin(*id) {
                    Some(Pin::In) => Standing::Pinned,
                    _ if problem.is_none() && !best.contains(id) => Standing::ByHand,
                    _ => Standing::Fitted,
                };
                Chosen { id: *id, points, is_second: points == value, standing }
            })
            .collect();
        let minutes: u32 = order
            .iter()
            .filter_map(|id| self.topic(*id))
            .map(|on| u32::try_from(on.topic.minutes).unwrap_or(0))
            .fold(0, u32::saturating_add);
        let free = self.minutes.saturating_sub(minutes);
        let left_out = self
            .topics
            .iter()
            .filter(|on| !order.contains(&on.topic.id))
            .map(|on| {
                let id = on.topic.id;
                let why = left_out.and_then(|all| all.iter().find(|out| out.id == id.to_string()));
                (id, why.map_or_else(|| self.why_not(on, &best, free), |out| Out::Fit(out.why.clone())))
            })
            .collect();
        Draft {
            same_topics: same(&order, &best),
            is_best: problem.is_none() && order == best,
            points: judged.as_ref().map_or(0, |judged| judged.points),
            cost: judged.as_ref().map_or(0, |judged| judged.cost),
            over: minutes.saturating_sub(self.minutes),
            minutes,
            chosen,
            left_out,
            problem,
        }
    }

    /// Why a topic is not in an order that a host set by hand.
    fn why_not(&self, on: &OnTable, best: &[TopicId], free: u32) -> Out {
        let minutes = u32::try_from(on.topic.minutes).unwrap_or(0);
        if self.pin(on.topic.id) == Some(Pin::Out) {
            Out::Fit(Why::PinnedOut)
        } else if minutes > self.minutes {
            Out::Fit(Why::TooLong { over: minutes - self.minutes })
        } else if best.contains(&on.topic.id) {
            Out::InBest
        } else if minutes <= free {
            Out::ThereIsRoom { free }
        } else {
            Out::NeedsMore { free, minutes }
        }
    }
}

fn ids(names: &[String]) -> Vec<TopicId> {
    names.iter().filter_map(|name| name.parse().ok()).collect()
}

fn same(order: &[TopicId], other: &[TopicId]) -> bool {
    order.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
}

/// An agenda, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The topics on it, in speaking order.
    pub chosen: Vec<Chosen>,
    /// The others, with the reason.
    pub left_out: Vec<(TopicId, Out)>,
    /// What it earns.
    pub points: u64,
    /// The minutes it takes.
    pub minutes: u32,
    /// By how many minutes it is longer than the box.
    pub over: u32,
    /// The points it earns fewer than the best agenda without any pin or move; negative when it earns
    /// more by not fitting.
    pub cost: i64,
    /// Whether it has exactly the topics of the fitted agenda.
    pub same_topics: bool,
    /// Whether it is the fitted agenda, order and all.
    pub is_best: bool,
    /// Why no agenda can be fitted.
    pub problem: Option<FitError>,
}

/// A topic on an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The topic.
    pub id: TopicId,
    /// What it earns.
    pub points: u64,
    /// Whether it counts once only, because another of its proposer counts double.
    pub is_second: bool,
    /// How it came in.
    pub standing: Standing,
}

/// How a topic came onto an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The best agenda has it.
    Fitted,
    /// A host pinned it.
    Pinned,
    /// A host put it there, and the best agenda does not have it.
    ByHand,
}

/// Why a topic is not on an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// As the fitting says.
    Fit(Why),
    /// The fitted agenda would have it; the host's has not.
    InBest,
    /// There is room for it, and the host did not take it.
    ThereIsRoom {
        /// The minutes that are free.
        free: u32,
    },
    /// It needs more minutes than are free.
    NeedsMore {
        /// The minutes that are free.
        free: u32,
        /// The minutes it needs.
        minutes: u32,
    },
}
