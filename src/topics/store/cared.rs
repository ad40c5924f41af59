//! SQL of who shared what, and of what people care about.

use crate::database::{Connection, Result, Text};
use crate::ids::{GatheringId, PersonId};
use crate::topics::Tags;
use crate::{rows, rows_of, twenty};

#[derive(sqlx::FromRow)]
struct Sharer {
    gathering_id: GatheringId,
    person_id: PersonId,
}

/// Who shared a topic at each gathering from one identifier to another.
pub async fn sharers_between(
    db: &mut Connection,
    from: GatheringId,
    to: GatheringId,
) -> Result<Vec<(GatheringId, PersonId)>> {
    let sharers = rows!(
        db,
        Sharer,
        "select gathering_id, person_id from topics
         where gathering_id >= $1 and gathering_id <= $2 and state = 'shared'",
        from,
        to
    );
    Ok(sharers.await?.into_iter().map(|row| (row.gathering_id, row.person_id)).collect())
}

#[derive(sqlx::FromRow)]
struct Tagged {
    tags: Text<Tags>,
}

/// The tags of what a person proposed or is keen on, each once, in order.
pub async fn tags_cared(db: &mut Connection, person: PersonId) -> Result<Vec<String>> {
    let tagged = rows!(
        db,
        Tagged,
        "select tags from topics where person_id = $1 and state in ('proposed', 'shared', 'left')
         union all
         select topics.tags from keen join topics on topics.id = keen.topic_id
         where keen.person_id = $1 and (keen.hear or keen.share) and topics.state in ('proposed', 'shared', 'left')",
        person
    );
    let mut tags: Vec<String> =
        tagged.await?.iter().flat_map(|row| row.tags.iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    tags.sort_unstable();
    tags.dedup();
    Ok(tags)
}

/// What some people proposed: who, for which gathering, with which tags.
pub async fn tagged_by(db: &mut Connection, people: &[PersonId]) -> Result<Vec<(PersonId, GatheringId, Text<Tags>)>> {
    #[derive(sqlx::FromRow)]
    struct Tagged {
        person_id: PersonId,
        gathering_id: GatheringId,
        tags: Text<Tags>,
    }
    let tagged = rows_of!(
        db,
        Tagged,
        concat!(
            "select person_id, gathering_id, tags from topics where person_id in ",
            twenty!(),
            " and state in ('proposed', 'shared', 'left')"
        ),
        people
    );
    Ok(tagged.await?.into_iter().map(|row| (row.person_id, row.gathering_id, row.tags)).collect())
}
