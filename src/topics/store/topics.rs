//! SQL of topics and of who is keen.

use super::super::{State, Tags, Topic, found};
use crate::clock::Instant;
use crate::database::{Connection, Result, Text, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId, TopicId};
use crate::{row, rows, rows_of, run, twenty};

/// A topic with what people say of it, and what one person says.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OnTable {
    /// The topic.
    #[sqlx(flatten)]
    pub topic: Topic,
    /// How many are keen to hear it.
    pub hear: i64,
    /// How many can share on it too.
    pub share: i64,
    /// Whether the one who looks is keen to hear it.
    pub my_hear: bool,
    /// Whether the one who looks can share too.
    pub my_share: bool,
}

/// The topics of a gathering as `person` sees them (the nil id for nobody), the oldest first: those
/// that wait, were spoken of or were left; not those declined or withdrawn. One query.
pub async fn of_gathering(db: &mut Connection, gathering: GatheringId, person: PersonId) -> Result<Vec<OnTable>> {
    rows!(
        db,
        OnTable,
        "select id, gathering_id, series_id, person_id, title, about, tags, minutes, state, declined_why, carried,
                created_at, updated_at, version,
                (select count(*) from keen where topic_id = topics.id and hear) as hear,
                (select count(*) from keen where topic_id = topics.id and share) as share,
                exists (select 1 from keen where topic_id = topics.id and keen.person_id = $2 and hear) as my_hear,
                exists (select 1 from keen where topic_id = topics.id and keen.person_id = $2 and share) as my_share
         from topics where gathering_id = $1 and state in ('proposed', 'shared', 'left')
         order by created_at, id",
        gathering,
        person
    )
    .await
}

/// The topics of a whole series that wait, were spoken of or were left, in speaking order where an agenda
/// was published.
pub async fn of_series(db: &mut Connection, series: SeriesId) -> Result<Vec<Topic>> {
    rows!(
        db,
        Topic,
        "select topics.id, topics.gathering_id, topics.series_id, topics.person_id, topics.title, topics.about, topics.tags,
                topics.minutes, topics.state, topics.declined_why, topics.carried, topics.created_at, topics.updated_at,
                topics.version
         from topics
         where topics.series_id = $1 and topics.state in ('proposed', 'shared', 'left')
         order by coalesce((select line.published from agenda_topics line
                            where line.topic_id = topics.id and line.gathering_id = topics.gathering_id), 1000),
                  topics.created_at, topics.id",
        series
    )
    .await
}

/// The topics of a gathering that were declined or withdrawn, for its hosts.
pub async fn put_away(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Topic>> {
    rows!(
        db,
        Topic,
        "select id, gathering_id, series_id, person_id, title, about, tags, minutes, state, declined_why, carried,
                created_at, updated_at, version
         from topics where gathering_id = $1 and state in ('declined', 'withdrawn') order by created_at, id",
        gathering
    )
    .await
}

/// One topic as `person` sees it (the nil id for nobody), in whatever state.
pub async fn topic(db: &mut Connection, id: TopicId, person: PersonId) -> Result<Option<OnTable>> {
    row!(
        db,
        OnTable,
        "select id, gathering_id, series_id, person_id, title, about, tags, minutes, state, declined_why, carried,
                created_at, updated_at, version,
                (select count(*) from keen where topic_id = topics.id and hear) as hear,
                (select count(*) from keen where topic_id = topics.id and share) as share,
                exists (select 1 from keen where topic_id = topics.id and keen.person_id = $2 and hear) as my_hear,
                exists (select 1 from keen where topic_id = topics.id and keen.person_id = $2 and share) as my_share
         from topics where id = $1",
        id,
        person
    )
    .await
}

/// Who can share on a topic too, those who said so first first.
pub async fn sharers(db: &mut Connection, topic: TopicId) -> Result<Vec<PersonId>> {
    #[derive(sqlx::FromRow)]
    struct Who {
        person_id: PersonId,
    }
    let who =
        rows!(db, Who, "select person_id from keen where topic_id = $1 and share order by said_at, person_id", topic);
    Ok(who.await?.into_iter().map(|who| who.person_id).collect())
}

/// The next topics after an identifier, in whatever state.
pub async fn after(db: &mut Connection, after: TopicId, most: i64) -> Result<Vec<Topic>> {
    rows!(
        db,
        Topic,
        "select id, gathering_id, series_id, person_id, title, about, tags, minutes, state, declined_why, carried,
                created_at, updated_at, version
         from topics where id > $1 order by id limit $2",
        after,
        most
    )
    .await
}

/// Adds a topic.
pub async fn insert(db: &mut Writing, topic: &Topic) -> Result<()> {
    run!(
        db,
        "insert into topics (id, gathering_id, series_id, person_id, title, about, tags, minutes, state, declined_why, carried,
                             created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        topic.id,
        topic.gathering_id,
        topic.series_id,
        topic.person_id,
        &topic.title,
        &topic.about,
        &topic.tags,
        topic.minutes,
        topic.state,
        &topic.declined_why,
        topic.carried,
        topic.created_at,
        topic.updated_at,
        topic.version
    )
    .await?;
    found::put(db, topic.id).await
}

/// What an edit changes.
#[derive(Debug)]
pub struct Edit<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it is.
    pub about: &'a str,
    /// Its labels.
    pub tags: &'a Tags,
    /// Minutes wanted.
    pub minutes: i64,
}

/// Changes a topic of a version; 0 when it has another by now.
pub async fn edit(db: &mut Writing, id: TopicId, version: i64, edit: Edit<'_>, now: Instant) -> Result<u64> {
    let changed = run!(
        db,
        "update topics set title = $3, about = $4, tags = $5, minutes = $6, updated_at = $7, version = version + 1
         where id = $1 and version = $2",
        id,
        version,
        edit.title,
        edit.about,
        Text(edit.tags),
        edit.minutes,
        now
    )
    .await?;
    found::put(db, id).await?;
    Ok(changed)
}

/// Says what became of a topic, if it is still in one of the states that may lead there.
pub async fn set_state(db: &mut Writing, id: TopicId, state: State, why: Option<&str>, now: Instant) -> Result<u64> {
    let changed = run!(
        db,
        "update topics set state = $2, declined_why = $3, updated_at = $4, version = version + 1
         where id = $1 and state <> $2 and state in ('proposed', 'declined', 'withdrawn')",
        id,
        state,
        why,
        now
    )
    .await?;
    found::put(db, id).await?;
    Ok(changed)
}

/// Says that a person is keen to hear a topic, or can share too; what is not said stays.
pub async fn say_keen(
    db: &mut Writing,
    topic: TopicId,
    person: PersonId,
    hear: Option<bool>,
    share: Option<bool>,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into keen (topic_id, person_id, hear, share, said_at)
         values ($1, $2, coalesce($3, false), coalesce($4, false), $5)
         on conflict (topic_id, person_id) do update
            set hear = coalesce($3, keen.hear), share = coalesce($4, keen.share), said_at = $5",
        topic,
        person,
        hear,
        share,
        now
    )
    .await?;
    run!(db, "delete from keen where topic_id = $1 and person_id = $2 and not hear and not share", topic, person)
        .await?;
    Ok(())
}

/// A topic of a series in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Entry {
    /// The topic.
    pub id: TopicId,
    /// Who proposed it.
    pub proposer: PersonId,
    /// What became of it.
    pub state: State,
    /// The gathering it waits for, or where it was spoken of.
    pub gathering: GatheringId,
    /// The gathering it was first proposed for.
    pub proposed_for: GatheringId,
    /// How often it was carried over.
    pub carried: i64,
}

/// Every topic ever proposed in a series, declined and withdrawn ones too, the oldest first.
pub async fn ledger(db: &mut Connection, series: SeriesId) -> Result<Vec<Entry>> {
    rows!(
        db,
        Entry,
        "select id, person_id as proposer, state, gathering_id as gathering, carried,
                coalesce((select from_gathering from topic_carries where topic_id = topics.id
                          order by carried_at, from_gathering limit 1), gathering_id) as proposed_for
         from topics where series_id = $1 order by created_at, id",
        series
    )
    .await
}

/// How many topics wait for each gathering of a series, or were shared there; where there are none it is left out.
pub async fn counts_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<(GatheringId, i64)>> {
    rows!(
        db,
        (GatheringId, i64),
        "select gathering_id, count(*) from topics where series_id = $1 and state in ('proposed', 'shared')
         group by gathering_id",
        series
    )
    .await
}

/// A topic that hangs on a gathering.
#[derive(Debug, sqlx::FromRow)]
pub struct Hanging {
    /// The gathering.
    pub gathering_id: GatheringId,
    /// Who proposed it.
    pub person_id: PersonId,
    /// What it is called.
    pub title: String,
}

/// Every topic that was ever proposed for a gathering of a series, or carried there, by gathering.
pub async fn hanging(db: &mut Connection, series: SeriesId) -> Result<Vec<Hanging>> {
    rows!(
        db,
        Hanging,
        "select gathering_id, person_id, title from topics where series_id = $1 order by gathering_id, created_at, id",
        series
    )
    .await
}

/// Which gatherings topics have rows of, and of which series those say they are.
pub async fn pairs(db: &mut Connection) -> Result<Vec<(GatheringId, Option<SeriesId>)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        gathering_id: GatheringId,
        series_id: Option<SeriesId>,
    }
    let rows = rows!(db, Row, "select distinct gathering_id, series_id from topics").await?;
    Ok(rows.into_iter().map(|row| (row.gathering_id, row.series_id)).collect())
}

/// How many topics [`spoken_in`] reads of twenty series.
const SPOKEN: i64 = 400;

/// What these series speak of: for each topic that waits or was shared, its series and its words. The latest first,
/// and of very many only these.
pub async fn spoken_in(db: &mut Connection, series: &[SeriesId]) -> Result<Vec<(SeriesId, String)>> {
    #[derive(sqlx::FromRow)]
    struct Spoken {
        series_id: SeriesId,
        title: String,
        tags: String,
    }
    let spoken = rows_of!(
        db,
        Spoken,
        concat!(
            "select series_id, title, tags from topics where series_id in ",
            twenty!(),
            " and state in ('proposed', 'shared', 'left') order by created_at desc, id limit $21"
        ),
        series,
        SPOKEN
    );
    Ok(spoken.await?.into_iter().map(|row| (row.series_id, format!("{} {}", row.title, row.tags))).collect())
}
