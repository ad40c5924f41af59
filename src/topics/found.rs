//! What search finds of topics: those that wait, were spoken of or were left. Declined and withdrawn ones
//! are found no more.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use uuid::Uuid;

use super::{State, Topic, store};
use crate::app::WITH_TOPICS;
use crate::database::{Connection, Result, Writing};
use crate::gatherings;
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::search::{self, Document, Kind, Source, Standing};

/// The topics.
pub const FOUND: Source = Source { kind: Kind::Topic, after: |db, after, most| Box::pin(after_id(db, after, most)) };

fn of_topic(topic: &Topic, standing: Standing) -> Option<Document> {
    let there = matches!(topic.state, State::Proposed | State::Shared | State::Left);
    there.then(|| Document {
        id: topic.id.0,
        kind: Kind::Topic,
        href: format!("/topics/{}", topic.id),
        title: topic.title.clone(),
        body: [topic.about.as_str(), &topic.tags.to_string()].join("\n").trim().to_owned(),
        standing,
        marks: Vec::new(),
    })
}

/// Lets a topic be found as it is now.
pub async fn put(db: &mut Writing, id: TopicId) -> Result<()> {
    let Some(on) = store::topic(db, id, PersonId(Uuid::nil())).await? else {
        return search::remove(db, id.0).await;
    };
    put_topics(db, on.topic.gathering_id, &[on.topic]).await
}

/// Lets the topics of a gathering be found as they are now, after many were moved there.
pub async fn put_all(db: &mut Writing, gathering: GatheringId) -> Result<()> {
    let topics: Vec<Topic> =
        store::of_gathering(db, gathering, PersonId(Uuid::nil())).await?.into_iter().map(|on| on.topic).collect();
    put_topics(db, gathering, &topics).await
}

async fn put_topics(db: &mut Writing, gathering: GatheringId, topics: &[Topic]) -> Result<()> {
    let Some(gathering) = gatherings::gathering(db, gathering).await? else { return Ok(()) };
    for topic in topics {
        match of_topic(topic, gatherings::standing(&gathering)) {
            Some(document) => {
                search::put(db, &document).await?;
                follow(db, topic.id, Some(&document)).await?;
            }
            None => {
                search::remove(db, topic.id.0).await?;
                follow(db, topic.id, None).await?;
            }
        }
    }
    Ok(())
}

/// Lets whatever belongs to topics stand where the topic is found; with none it is found no more. Who keeps
/// such things builds on this domain, so the app hands them in (`app::WITH_TOPICS`).
pub type Follow =
    for<'a> fn(&'a mut Writing, TopicId, Option<&'a Document>) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

async fn follow(db: &mut Writing, topic: TopicId, found: Option<&Document>) -> Result<()> {
    for follow in WITH_TOPICS {
        follow(db, topic, found).await?;
    }
    Ok(())
}

/// What is found of a topic, if it can be found.
pub async fn found(db: &mut Connection, id: TopicId) -> Result<Option<Document>> {
    let Some(on) = store::topic(db, id, PersonId(Uuid::nil())).await? else { return Ok(None) };
    let gathering = gatherings::gathering(db, on.topic.gathering_id).await?;
    Ok(gathering.and_then(|gathering| of_topic(&on.topic, gatherings::standing(&gathering))))
}

async fn after_id(db: &mut Connection, after: Uuid, most: i64) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let topics = store::after(db, TopicId(after), most).await?;
    // Topics of one gathering were mostly proposed together, so that a step meets few gatherings.
    let mut standings: HashMap<GatheringId, Standing> = HashMap::new();
    for id in topics.iter().map(|topic| topic.gathering_id) {
        if !standings.contains_key(&id)
            && let Some(gathering) = gatherings::gathering(db, id).await?
        {
            standings.insert(id, gatherings::standing(&gathering));
        }
    }
    let found = |topic: &Topic| standings.get(&topic.gathering_id).and_then(|standing| of_topic(topic, *standing));
    Ok(topics.iter().map(|topic| (topic.id.0, found(topic))).collect())
}
