//! SQL of speakers.

pub mod personal;

use super::speaker::{NewSpeaker, Speaker};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{PersonId, SpeakerId};
use crate::{row, rows, rows_of, run, twenty};

/// The most speakers of a list: a district knows some dozens.
pub const LISTED: i64 = 500;

/// By what a speaker stands in a list.
pub fn sorted(name: &str) -> String {
    roster::fold(name)
}

/// The speakers who are offered, by name, behind one of them; only those whose name, organisation or topics have the
/// words.
pub async fn listed(
    db: &mut Connection,
    [a, b, c]: &[String; 3],
    (sorted, after): (&str, SpeakerId),
) -> Result<Vec<Speaker>> {
    rows!(
        db,
        Speaker,
        "select id, offered_by, network_id, name, organisation, link, topics, fee, note, offered_at, withdrawn_at, version
         from speakers where withdrawn_at is null
         and sought like $1 and sought like $2 and sought like $3 and (sorted, id) > ($4, $5)
         order by sorted, id limit $6",
        a,
        b,
        c,
        sorted,
        after,
        LISTED
    )
    .await
}

/// One speaker, also one that was withdrawn.
pub async fn speaker(db: &mut Connection, id: SpeakerId) -> Result<Option<Speaker>> {
    row!(
        db,
        Speaker,
        "select id, offered_by, network_id, name, organisation, link, topics, fee, note, offered_at, withdrawn_at, version
         from speakers where id = $1",
        id
    )
    .await
}

/// What a speaker is found by: names and topics without case and accents.
fn sought(said: &NewSpeaker) -> String {
    roster::fold(&[said.name.as_str(), &said.organisation, &said.topics].join(" \n "))
}

/// Offers a speaker.
pub async fn insert(db: &mut Writing, id: SpeakerId, by: PersonId, said: &NewSpeaker, now: Instant) -> Result<u64> {
    run!(
        db,
        "insert into speakers (id, offered_by, name, sorted, sought, organisation, link, topics, fee, note, offered_at,
            updated_at, version, network_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, 1, $12)",
        id,
        by,
        &said.name,
        sorted(&said.name),
        sought(said),
        &said.organisation,
        &said.link,
        &said.topics,
        &said.fee,
        &said.note,
        now,
        said.network
    )
    .await
}

/// Says something else of a speaker; false when somebody did meanwhile.
pub async fn update(db: &mut Writing, id: SpeakerId, said: &NewSpeaker, version: i64, now: Instant) -> Result<bool> {
    let changed = run!(
        db,
        "update speakers set name = $3, sorted = $4, sought = $5, organisation = $6, link = $7, topics = $8, fee = $9,
            note = $10, updated_at = $11, network_id = $12, version = version + 1
         where id = $1 and version = $2 and withdrawn_at is null",
        id,
        version,
        &said.name,
        sorted(&said.name),
        sought(said),
        &said.organisation,
        &said.link,
        &said.topics,
        &said.fee,
        &said.note,
        now,
        said.network
    )
    .await?;
    Ok(changed > 0)
}

/// Withdraws an offer, or makes it again.
pub async fn set_withdrawn(db: &mut Writing, id: SpeakerId, at: Option<Instant>) -> Result<u64> {
    run!(db, "update speakers set withdrawn_at = $2, version = version + 1 where id = $1", id, at).await
}

/// Somebody heard a speaker.
pub async fn add_hearer(db: &mut Writing, id: SpeakerId, person: PersonId, now: Instant) -> Result<u64> {
    run!(
        db,
        "insert into speaker_hearers (speaker_id, person_id, heard_at) values ($1, $2, $3)
         on conflict (speaker_id, person_id) do nothing",
        id,
        person,
        now
    )
    .await
}

/// Somebody did not hear a speaker after all.
pub async fn remove_hearer(db: &mut Writing, id: SpeakerId, person: PersonId) -> Result<u64> {
    run!(db, "delete from speaker_hearers where speaker_id = $1 and person_id = $2", id, person).await
}

/// Who heard whom.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Hearer {
    /// Whom.
    pub speaker_id: SpeakerId,
    /// Who.
    pub person_id: PersonId,
    /// How many heard them in all.
    pub many: i64,
    /// How many of those are the asker: one or none.
    pub mine: i64,
}

/// The first `most` who heard each of these speakers, with how many did in all and whether `me` is one of them.
pub async fn hearers(db: &mut Connection, speakers: &[SpeakerId], me: PersonId, most: i64) -> Result<Vec<Hearer>> {
    rows_of!(
        db,
        Hearer,
        concat!(
            "select speaker_id, person_id, many, mine from (
                 select speaker_id, person_id,
                        row_number() over (partition by speaker_id order by heard_at, person_id) as place,
                        count(*) over (partition by speaker_id) as many,
                        sum(case when person_id = $22 then 1 else 0 end) over (partition by speaker_id) as mine
                 from speaker_hearers where speaker_id in ",
            twenty!(),
            ") as heard where place <= $21 order by speaker_id, place"
        ),
        speakers,
        most,
        me
    )
    .await
}
