//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct OfSeries {
    series_id: SeriesId,
    title: String,
    first_date: String,
    last_date: String,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct MadeSeries {
    id: SeriesId,
    title: String,
    about: String,
    place: String,
    link: Option<String>,
    first_date: String,
    last_date: String,
    created_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Made {
    id: GatheringId,
    title: String,
    about: String,
    date: String,
    place: String,
    link: Option<String>,
    note: Option<String>,
    created_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct OfGathering {
    gathering_id: GatheringId,
    title: String,
    date: String,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct InvitedToSeries {
    series_id: SeriesId,
    title: String,
    invited_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Invited {
    gathering_id: GatheringId,
    title: String,
    date: String,
    invited_at: When,
}

/// What is kept about a person: what they made, host, and are invited to.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let series = rows!(
        db,
        MadeSeries,
        "select id, title, about, place, link, first_date, last_date, created_at from series
         where created_by = $1 order by first_date, id",
        person
    )
    .await?;
    let made = rows!(
        db,
        Made,
        "select id, title, about, date, place, link, note, created_at from gatherings
         where created_by = $1 order by starts_at, id",
        person
    )
    .await?;
    let series_hosts = rows!(
        db,
        OfSeries,
        "select series_id, title, first_date, last_date from series_hosts join series on series.id = series_id
         where person_id = $1 order by first_date, series_id",
        person
    )
    .await?;
    let hosts = rows!(
        db,
        OfGathering,
        "select gathering_id, title, date from gathering_hosts join gatherings on gatherings.id = gathering_id
         where person_id = $1 order by starts_at, gathering_id",
        person
    )
    .await?;
    let series_invited = rows!(
        db,
        InvitedToSeries,
        "select series_id, title, invited_at from series_invited join series on series.id = series_id
         where person_id = $1 order by invited_at, series_id",
        person
    )
    .await?;
    let invited = rows!(
        db,
        Invited,
        "select gathering_id, title, date, invited_at from gathering_invited
         join gatherings on gatherings.id = gathering_id
         where person_id = $1 order by invited_at, gathering_id",
        person
    )
    .await?;
    Ok(vec![
        Section::of("series", series)?,
        Section::of("gatherings", made)?,
        Section::of("series_hosts", series_hosts)?,
        Section::of("gathering_hosts", hosts)?,
        Section::of("series_invited", series_invited)?,
        Section::of("gathering_invited", invited)?,
    ])
}

/// Forgets a person. Who was invited stays a number, since people reached are counted of people invited.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let (old, new) = (who.person, who.stand_in);
    let series = run!(db, "update series set created_by = $2 where created_by = $1", old, new).await?;
    let gatherings = run!(db, "update gatherings set created_by = $2 where created_by = $1", old, new).await?;
    let series_hosts = run!(db, "update series_hosts set person_id = $2 where person_id = $1", old, new).await?;
    let hosts = run!(db, "update gathering_hosts set person_id = $2 where person_id = $1", old, new).await?;
    let series_invited = run!(db, "update series_invited set person_id = $2 where person_id = $1", old, new).await?;
    let invited = run!(db, "update gathering_invited set person_id = $2 where person_id = $1", old, new).await?;
    Ok(vec![
        Deed::anonymised("series", series),
        Deed::anonymised("gatherings", gatherings),
        Deed::anonymised("series_hosts", series_hosts),
        Deed::anonymised("gathering_hosts", hosts),
        Deed::anonymised("series_invited", series_invited),
        Deed::anonymised("gathering_invited", invited),
    ])
}
