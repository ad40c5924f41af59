//! Coming in: a gathering or a topic, with the rights of whoever asks.

use std::collections::HashMap;

use super::{OnTable, store};
use crate::database::Connection;
use crate::gatherings::{self, Gathering, Rights};
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::people;
use crate::web::{Failure, Visit};

/// A gathering that the visitor may see.
pub async fn gathering(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<(Gathering, Rights), Failure> {
    let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
    let rights = gatherings::rights(db, &gathering, visit.me.as_ref()).await?;
    rights.may_see()?;
    Ok((gathering, rights))
}

/// A topic that the visitor may see, with its gathering.
pub async fn topic(db: &mut Connection, visit: &Visit, id: TopicId) -> Result<(OnTable, Gathering, Rights), Failure> {
    let on = store::topic(db, id, nobody(visit)).await?.ok_or(Failure::NotFound)?;
    let (gathering, rights) = gathering(db, visit, on.topic.gathering_id).await?;
    if !on.topic.may_be_seen(visit.person(), rights) {
        return Err(Failure::NotFound);
    }
    Ok((on, gathering, rights))
}

/// The visitor, or the nil id for nobody.
pub fn nobody(visit: &Visit) -> PersonId {
    visit.person().unwrap_or(PersonId(uuid::Uuid::nil()))
}

/// The names of people, also of those who left.
pub async fn names(db: &mut Connection, people: &[PersonId]) -> Result<HashMap<PersonId, String>, Failure> {
    let cards = people::cards_of(db, people).await?;
    Ok(cards.into_iter().map(|card| (card.id, card.name)).collect())
}

/// Where a page about a gathering stands in the house: addresses and words.
pub async fn place(
    db: &mut Connection,
    visit: &Visit,
    gathering: &Gathering,
) -> Result<Vec<(String, String)>, Failure> {
    let mut place = vec![("/gatherings".to_owned(), visit.language.say("nav-gatherings").to_string())];
    if let Some(id) = gathering.series_id
        && let Some(series) = gatherings::series(db, id).await?
    {
        place.push((format!("/series/{id}"), series.title));
    }
    let date = visit.language.words().date(*gathering.date, visit.today);
    place.push((format!("/gatherings/{}", gathering.id), calendar::words::capitalised(&date)));
    Ok(place)
}
