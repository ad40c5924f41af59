//! Putting the ledger of a network's year together.

use std::collections::BTreeSet;

use ledger::{Season, Use};

use crate::answers;
use crate::attendance;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::{self, Gathering};
use crate::ids::PersonId;
use crate::networks;
use crate::people;
use crate::topics;
use crate::web::Failure;
use crate::{insights, years};

/// What a year was, as the ledger knows it: its people are the members of the network.
pub async fn load(db: &mut Connection, year: &years::Year, now: Instant) -> Result<Use, Failure> {
    let network = year.network_id;
    let (from, to) = (Some(*year.first_date), Some(*year.last_date));
    let mut season = Season { from, to, ..Season::default() };
    // What a reader may see of each series, as a whole and in the year.
    let mut beside = Vec::new();
    // A network has a series or two.
    for id in years::series(db, network).await? {
        let Some(series) = gatherings::series(db, id).await? else { continue };
        let mut of = insights::load(db, &series, (None, None), now).await?.season;
        beside.push(ledger::use_of(&of));
        (of.from, of.to) = (from, to);
        beside.push(ledger::use_of(&of));
        season.gatherings.extend(of.gatherings);
        season.attendances.extend(of.attendances);
        season.guests.extend(of.guests);
        season.answers.extend(of.answers);
        season.topics.extend(of.topics);
    }
    let known: BTreeSet<String> = season.gatherings.iter().map(|gathering| gathering.id.clone()).collect();
    let single = years::single(db, network).await?;
    for gathering in gatherings::some(db, &single).await? {
        if !known.contains(&gathering.id.to_string()) {
            alone(db, &mut season, &gathering, now).await?;
        }
    }
    let members = networks::member_ids(db, network).await?;
    season.people = people::cards_of(db, &members).await?.iter().map(insights::person).collect();
    Ok(ledger::beside(ledger::use_of(&season), &beside))
}

/// A gathering that is of no series.
async fn alone(db: &mut Connection, season: &mut Season, gathering: &Gathering, now: Instant) -> Result<(), Failure> {
    let id = gathering.id.to_string();
    season.gatherings.push(ledger::Gathering {
        id: id.clone(),
        date: *gathering.date,
        held: gathering.is_held(now),
        cancelled: gathering.is_cancelled(),
    });
    for mark in attendance::marks_of(db, gathering.id).await? {
        season.attendances.push(ledger::Attendance {
            gathering: id.clone(),
            person: mark.person_id.to_string(),
            state: insights::state(mark.state),
            walk_in: mark.walk_in,
            by: mark.said_by.word().to_owned(),
        });
    }
    let guests = attendance::guests_of(db, gathering.id).await?;
    season.guests.push(ledger::Guests { gathering: id.clone(), count: u32::try_from(guests).unwrap_or(0) });
    for said in answers::said(db, gathering.id).await? {
        season.answers.push(ledger::Answered {
            gathering: id.clone(),
            person: said.person_id.to_string(),
            answer: insights::said(said.answer),
        });
    }
    let nobody = PersonId(uuid::Uuid::nil());
    for one in topics::of_gathering(db, gathering.id, nobody).await? {
        season.topics.push(ledger::Topic {
            id: one.topic.id.to_string(),
            proposer: one.topic.person_id.to_string(),
            state: insights::topic_state(one.topic.state),
            gathering: Some(id.clone()),
            carried: 0,
        });
    }
    Ok(())
}
