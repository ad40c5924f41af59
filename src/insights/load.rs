//! Loading a series into the ledger: a handful of queries, whatever its size.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::answers::{self, Answer};
use crate::attendance::{self, State};
use crate::clock::Instant;
use crate::database::{self, Connection};
use crate::gatherings::{self, Series};
use crate::people;
use crate::topics;

/// A series as the ledger knows it, and the names behind it.
#[derive(Debug)]
pub struct Loaded {
    /// The rows.
    pub season: ledger::Season,
    /// Names by identifier, for the export alone.
    pub names: BTreeMap<String, String>,
}

impl Loaded {
    /// Without the absences that have faded: they count, but with a name they are nobody's to see.
    #[must_use]
    pub fn without_faded(mut self, today: Date) -> Loaded {
        let gatherings = self.season.gatherings.iter();
        let faded: BTreeSet<String> = gatherings
            .filter(|gathering| attendance::is_faded(gathering.date, today))
            .map(|gathering| gathering.id.clone())
            .collect();
        let marks = &mut self.season.attendances;
        marks.retain(|mark| mark.state != ledger::State::Absent || !faded.contains(&mark.gathering));
        self
    }
}

/// Loads a series and the period asked about.
pub async fn load(
    db: &mut Connection,
    series: &Series,
    period: (Option<Date>, Option<Date>),
    now: Instant,
) -> database::Result<Loaded> {
    let gatherings = gatherings::gatherings_of(db, series.id).await?;
    let invited = gatherings::invited_people(db, series).await?;
    let marks = attendance::marks_in_series(db, series.id).await?;
    let guests = attendance::guests_in_series(db, series.id).await?;
    let answers = answers::said_in_series(db, series.id).await?;
    let topics = topics::ledger(db, series.id).await?;
    // A series for everyone is counted against everyone; any other against those it is for, and its guests.
    let cards = match &invited {
        None => people::cards(db).await?,
        Some(invited) => {
            let mut ids = invited.clone();
            ids.extend(marks.iter().map(|mark| mark.person_id));
            ids.extend(answers.iter().map(|(_, person, _)| *person));
            ids.extend(topics.iter().map(|topic| topic.proposer));
            ids.sort_unstable();
            ids.dedup();
            people::cards_of(db, &ids).await?
        }
    };
    let names = cards.iter().map(|card| (card.id.to_string(), card.name.clone())).collect();
    let is_invited = |card: &people::Card| invited.as_ref().is_none_or(|invited| invited.contains(&card.id));
    let season = ledger::Season {
        gatherings: gatherings
            .iter()
            .map(|gathering| ledger::Gathering {
                id: gathering.id.to_string(),
                date: *gathering.date,
                held: gathering.is_held(now),
                cancelled: gathering.is_cancelled(),
            })
            .collect(),
        people: cards.iter().filter(|card| is_invited(card)).map(person).collect(),
        attendances: marks
            .iter()
            .map(|mark| ledger::Attendance {
                gathering: mark.gathering_id.to_string(),
                person: mark.person_id.to_string(),
                state: state(mark.state),
                walk_in: mark.walk_in,
                by: mark.said_by.word().to_owned(),
            })
            .collect(),
        guests: guests
            .iter()
            .map(|count| ledger::Guests {
                gathering: count.gathering_id.to_string(),
                count: u32::try_from(count.guests).unwrap_or(0),
            })
            .collect(),
        answers: answers
            .iter()
            .map(|(gathering, person, answer)| ledger::Answered {
                gathering: gathering.to_string(),
                person: person.to_string(),
                answer: said(*answer),
            })
            .collect(),
        topics: topics.iter().map(topic).collect(),
        earlier: Vec::new(),
        from: period.0,
        to: period.1,
    };
    Ok(Loaded { season, names })
}

/// A person as the ledger counts them.
pub fn person(card: &people::Card) -> ledger::Person {
    ledger::Person {
        id: card.id.to_string(),
        school: card.school.as_ref().map(|school| school.name.clone()),
        level: card.school.as_ref().and_then(|school| school.level).map(|level| level.word().to_owned()),
        roles: card.roles.iter().map(|role| role.word().to_owned()).collect(),
    }
}

/// What stands of somebody's coming, as the ledger says it.
pub fn state(state: State) -> ledger::State {
    match state {
        State::Came => ledger::State::Came,
        State::Excused => ledger::State::Excused,
        State::Absent => ledger::State::Absent,
    }
}

/// An answer, as the ledger says it.
pub fn said(answer: Answer) -> ledger::Answer {
    match answer {
        Answer::Yes => ledger::Answer::Yes,
        Answer::No => ledger::Answer::No,
        Answer::Maybe => ledger::Answer::Maybe,
        Answer::Waiting => ledger::Answer::Waiting,
    }
}

/// How far a topic is, as the ledger says it.
pub fn topic_state(state: topics::State) -> ledger::TopicState {
    match state {
        topics::State::Proposed => ledger::TopicState::Proposed,
        topics::State::Shared => ledger::TopicState::Shared,
        topics::State::Left => ledger::TopicState::Left,
        topics::State::Declined => ledger::TopicState::Declined,
        topics::State::Withdrawn => ledger::TopicState::Withdrawn,
    }
}

fn topic(topic: &topics::Entry) -> ledger::Topic {
    ledger::Topic {
        id: topic.id.to_string(),
        proposer: topic.proposer.to_string(),
        state: topic_state(topic.state),
        gathering: Some(topic.gathering.to_string()),
        carried: u32::try_from(topic.carried).unwrap_or(0),
    }
}
