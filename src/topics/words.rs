//! The agenda in the words of a page: why a topic is in or out, with titles and numbers, never ids.

use planner::agenda::{FitError, Tie, Why};

use super::agenda::{Chosen, Draft, Out, Standing, Table};
use super::{OnTable, Topic};
use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::web::{Language, Message, Visit};

/// A moment of a gathering as its own clock shows it.
pub fn clock(language: Language, gathering: &Gathering, at: Instant) -> String {
    language.words().time(gathering.zone.local(at.timestamp()).time())
}

/// A topic in a line: who, how long.
pub fn lead(visit: &Visit, topic: &Topic, proposer: Option<&String>) -> String {
    let minutes = visit.language.words().duration(u32::try_from(topic.minutes).unwrap_or(0));
    match proposer {
        Some(name) => visit.language.say("topic-lead").with("name", name).with("minutes", minutes).to_string(),
        None => minutes,
    }
}

/// How often a topic was carried over, if it was.
pub fn carried(language: Language, times: i64) -> Option<String> {
    (times > 0).then(|| language.say("topic-carried").with("count", times).to_string())
}

/// How much of the time is used.
pub fn used(language: Language, draft: &Draft, room: u32) -> String {
    let key = if draft.over > 0 { "agenda-used-over" } else { "agenda-used" };
    let say = language.say(key).with("used", draft.minutes).with("room", room).with("over", draft.over);
    say.with("free", room.saturating_sub(draft.minutes)).to_string()
}

/// Says why in one language, with the titles of a table.
#[derive(Debug, Clone, Copy)]
pub struct Reasons<'a> {
    language: Language,
    table: &'a Table,
}

impl<'a> Reasons<'a> {
    /// Of a table.
    pub fn new(language: Language, table: &'a Table) -> Reasons<'a> {
        Reasons { language, table }
    }

    fn titles(&self, ids: &[String]) -> String {
        let title = |id: &String| {
            let on = id.parse().ok().and_then(|id| self.table.topic(id))?;
            Some(self.language.say("topic-quoted").with("title", &on.topic.title).to_string())
        };
        let titles: Vec<String> = ids.iter().filter_map(title).collect();
        self.language.words().list(&titles)
    }

    /// Why a topic is on the agenda.
    pub fn inside(&self, chosen: &Chosen, on: &OnTable) -> String {
        let say = |key: &'static str| self.language.say(key);
        let mut wanted = Vec::new();
        if on.hear > 0 {
            wanted.push(say("agenda-keen-hear").with("count", on.hear).to_string());
        }
        if on.share > 0 {
            wanted.push(say("agenda-keen-share").with("count", on.share).to_string());
        }
        wanted.extend(carried(self.language, on.topic.carried));
        if wanted.is_empty() {
            wanted.push(say("agenda-keen-none").to_string());
        }
        let wanted = calendar::words::capitalised(&wanted.join(", "));
        let key = if chosen.is_second { "agenda-in-second" } else { "agenda-in" };
        let wanted = say(key).with("wanted", wanted).with("points", i64::try_from(chosen.points).unwrap_or(i64::MAX));
        match chosen.standing {
            Standing::Fitted => wanted.to_string(),
            Standing::Pinned => format!("{} {wanted}", say("agenda-in-pinned")),
            Standing::ByHand => format!("{} {wanted}", say("agenda-in-by-hand")),
        }
    }

    /// Why a topic is not on the agenda.
    pub fn outside(&self, out: &Out) -> String {
        let say = |key: &'static str| self.language.say(key);
        match out {
            Out::InBest => say("agenda-out-in-best").to_string(),
            Out::ThereIsRoom { free } => say("agenda-out-room").with("free", *free).to_string(),
            Out::NeedsMore { free, minutes } => {
                say("agenda-out-needs").with("free", *free).with("minutes", *minutes).to_string()
            }
            Out::Fit(Why::PinnedOut) => say("agenda-out-pinned").to_string(),
            Out::Fit(Why::TooLong { over }) => say("agenda-out-too-long").with("over", *over).to_string(),
            Out::Fit(Why::PinsLeaveNoRoom { over, beside }) => {
                say("agenda-out-pins").with("topics", self.titles(beside)).with("over", *over).to_string()
            }
            Out::Fit(Why::WouldCost { points, instead_of, along_with }) => {
                let points = say("agenda-cost-points").with("count", *points);
                self.instead(instead_of, along_with, points.to_string())
            }
            Out::Fit(Why::Tied { by, instead_of, along_with }) => {
                let cost = match by {
                    Tie::FewerProposers(count) => say("agenda-cost-people").with("count", *count),
                    Tie::MoreMinutes(count) => say("agenda-cost-minutes").with("count", *count),
                    Tie::LaterIds => say("agenda-cost-later"),
                };
                self.instead(instead_of, along_with, cost.to_string())
            }
            Out::Fit(Why::NoRoom) => say("agenda-out-no-room").to_string(),
        }
    }

    fn instead(&self, instead_of: &[String], along_with: &[String], cost: String) -> String {
        let topics = self.titles(instead_of);
        if along_with.is_empty() {
            return self.language.say("agenda-out-instead").with("topics", topics).with("cost", cost).to_string();
        }
        let along = self.titles(along_with);
        let say = self.language.say("agenda-out-instead-along");
        say.with("topics", topics).with("along", along).with("cost", cost).to_string()
    }

    /// Why a pin is refused; nothing was changed.
    pub fn refusal(&self, problem: &FitError) -> Message {
        match problem {
            FitError::PinsDoNotFit { ids, minutes, room } => Message::new("agenda-pin-refused")
                .with("count", i64::try_from(ids.len()).unwrap_or(i64::MAX))
                .with("topics", self.titles(ids))
                .with("minutes", i64::try_from(*minutes).unwrap_or(i64::MAX))
                .with("room", i64::from(*room)),
            _ => Message::new("agenda-problem-hard"),
        }
    }

    /// Why no agenda can be fitted.
    pub fn problem(&self, problem: &FitError) -> String {
        let say = |key: &'static str| self.language.say(key);
        match problem {
            FitError::PinsDoNotFit { ids, minutes, room } => say("agenda-problem-pins")
                .with("count", ids.len())
                .with("topics", self.titles(ids))
                .with("minutes", *minutes)
                .with("room", *room)
                .to_string(),
            FitError::TooManyTopics { given } => {
                let most = planner::agenda::MOST_TOPICS;
                say("agenda-problem-many").with("given", *given).with("most", most).to_string()
            }
            _ => say("agenda-problem-hard").to_string(),
        }
    }

    /// What the agenda is, in a sentence: fitted or by hand, and what that costs.
    pub fn judgement(&self, draft: &Draft) -> String {
        let points = i64::try_from(draft.points).unwrap_or(i64::MAX);
        let key = match (draft.over, draft.cost) {
            (1.., cost) if cost > 0 => "agenda-judged-over-and-cost",
            (1.., _) => "agenda-judged-over",
            (_, cost) if cost > 0 && self.table.is_kept() => "agenda-judged-cost",
            (_, cost) if cost > 0 => "agenda-judged-pins-cost",
            _ if draft.problem.is_some() => "agenda-judged-plain",
            _ if draft.is_best => "agenda-judged-best",
            _ if draft.same_topics => "agenda-judged-order",
            _ => "agenda-judged-equal",
        };
        self.language
            .say(key)
            .with("topics", self.table.topics.len())
            .with("points", points)
            .with("cost", draft.cost)
            .with("best", points.saturating_add(draft.cost))
            .with("over", draft.over)
            .to_string()
    }
}
