//! SQL of who hosts and who is invited.

use std::collections::HashMap;

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::{Audience, Gathering, Series};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{row, rows, rows_of, run, twenty};

/// How a person is tied to a gathering or series.
#[derive(Debug, Clone, Copy, Default, sqlx::FromRow)]
pub struct Tie {
    /// Whether they host it.
    pub host: bool,
    /// Whether they were invited by name.
    pub invited: bool,
}

/// How a person is tied to a gathering, by itself or through its series.
pub async fn gathering_tie(
    db: &mut Connection,
    gathering: GatheringId,
    series: Option<SeriesId>,
    person: PersonId,
) -> Result<Tie> {
    let tie = row!(
        db,
        Tie,
        "select exists (select 1 from gathering_hosts where gathering_id = $1 and person_id = $3)
                or exists (select 1 from series_hosts where series_id = $2 and person_id = $3) as host,
                exists (select 1 from gathering_invited where gathering_id = $1 and person_id = $3)
                or exists (select 1 from series_invited where series_id = $2 and person_id = $3) as invited",
        gathering,
        series,
        person
    );
    Ok(tie.await?.unwrap_or_default())
}

/// How a person is tied to a series.
pub async fn series_tie(db: &mut Connection, series: SeriesId, person: PersonId) -> Result<Tie> {
    let tie = row!(
        db,
        Tie,
        "select exists (select 1 from series_hosts where series_id = $1 and person_id = $2) as host,
                exists (select 1 from series_invited where series_id = $1 and person_id = $2) as invited",
        series,
        person
    );
    Ok(tie.await?.unwrap_or_default())
}

#[derive(sqlx::FromRow)]
struct Who {
    person_id: PersonId,
}

fn ids(rows: Vec<Who>) -> Vec<PersonId> {
    rows.into_iter().map(|row| row.person_id).collect()
}

/// Who hosts a series.
pub async fn series_hosts(db: &mut Connection, series: SeriesId) -> Result<Vec<PersonId>> {
    rows!(db, Who, "select person_id from series_hosts where series_id = $1 order by person_id", series).await.map(ids)
}

/// Who hosts a gathering, by itself or through its series.
pub async fn gathering_hosts(db: &mut Connection, gathering: &Gathering) -> Result<Vec<PersonId>> {
    rows!(
        db,
        Who,
        "select person_id from gathering_hosts where gathering_id = $1
         union select person_id from series_hosts where series_id = $2 order by person_id",
        gathering.id,
        gathering.series_id
    )
    .await
    .map(ids)
}

/// Who was invited to a series by name.
pub async fn invited_to_series(db: &mut Connection, series: SeriesId) -> Result<Vec<PersonId>> {
    rows!(db, Who, "select person_id from series_invited where series_id = $1 order by person_id", series)
        .await
        .map(ids)
}

/// The people a series is for: those invited by name and its hosts; `None` is everyone.
pub async fn invited_people(db: &mut Connection, series: &Series) -> Result<Option<Vec<PersonId>>> {
    if series.audience != Audience::Invited {
        return Ok(None);
    }
    rows!(
        db,
        Who,
        "select person_id from series_invited where series_id = $1
         union select person_id from series_hosts where series_id = $1 order by person_id",
        series.id
    )
    .await
    .map(|rows| Some(ids(rows)))
}

/// The people a gathering is for: those invited by name and its hosts, by itself or through its
/// series; `None` is everyone.
pub async fn people_of_gathering(db: &mut Connection, gathering: &Gathering) -> Result<Option<Vec<PersonId>>> {
    if gathering.audience != Audience::Invited {
        return Ok(None);
    }
    rows!(
        db,
        Who,
        "select person_id from gathering_invited where gathering_id = $1
         union select person_id from gathering_hosts where gathering_id = $1
         union select person_id from series_invited where series_id = $2
         union select person_id from series_hosts where series_id = $2 order by person_id",
        gathering.id,
        gathering.series_id
    )
    .await
    .map(|rows| Some(ids(rows)))
}

/// Adds a host to a series.
pub async fn add_series_host(db: &mut Writing, series: SeriesId, person: PersonId) -> Result<()> {
    run!(db, "insert into series_hosts (series_id, person_id) values ($1, $2) on conflict do nothing", series, person)
        .await?;
    Ok(())
}

/// Invites a person to a series, by name: also one who was invited with a network, and stays so without it.
pub async fn invite_to_series(db: &mut Writing, series: SeriesId, person: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into series_invited (series_id, person_id, invited_at, with_network) values ($1, $2, $3, false)
         on conflict (series_id, person_id) do update set with_network = false",
        series,
        person,
        now
    )
    .await?;
    Ok(())
}

/// Takes a host away from a series.
pub async fn remove_series_host(db: &mut Writing, series: SeriesId, person: PersonId) -> Result<()> {
    run!(db, "delete from series_hosts where series_id = $1 and person_id = $2", series, person).await?;
    Ok(())
}

/// Takes an invitation to a series back.
pub async fn uninvite_from_series(db: &mut Writing, series: SeriesId, person: PersonId) -> Result<()> {
    run!(db, "delete from series_invited where series_id = $1 and person_id = $2", series, person).await?;
    Ok(())
}

/// Who was invited by name to a gathering itself.
pub async fn invited_to_gathering(db: &mut Connection, gathering: GatheringId) -> Result<Vec<PersonId>> {
    rows!(db, Who, "select person_id from gathering_invited where gathering_id = $1 order by person_id", gathering)
        .await
        .map(ids)
}

/// Adds a host to a gathering that stands alone.
pub async fn add_gathering_host(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<()> {
    run!(
        db,
        "insert into gathering_hosts (gathering_id, person_id) values ($1, $2) on conflict do nothing",
        gathering,
        person
    )
    .await?;
    Ok(())
}

/// Takes a host away from a gathering that stands alone.
pub async fn remove_gathering_host(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<()> {
    run!(db, "delete from gathering_hosts where gathering_id = $1 and person_id = $2", gathering, person).await?;
    Ok(())
}

/// Invites a person to a gathering that stands alone, by name: also one who was invited with a network, and stays so
/// without it.
pub async fn invite_to_gathering(
    db: &mut Writing,
    gathering: GatheringId,
    person: PersonId,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into gathering_invited (gathering_id, person_id, invited_at, with_network) values ($1, $2, $3, false)
         on conflict (gathering_id, person_id) do update set with_network = false",
        gathering,
        person,
        now
    )
    .await?;
    Ok(())
}

/// Takes an invitation to a gathering back.
pub async fn uninvite_from_gathering(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<()> {
    run!(db, "delete from gathering_invited where gathering_id = $1 and person_id = $2", gathering, person).await?;
    Ok(())
}

/// How many of these pairs, kept beside a gathering's rows, do not name the series that it is of.
pub async fn misplaced(db: &mut Connection, pairs: &[(GatheringId, Option<SeriesId>)]) -> Result<usize> {
    #[derive(sqlx::FromRow)]
    struct Row {
        id: GatheringId,
        series_id: Option<SeriesId>,
    }
    let rows = rows!(db, Row, "select id, series_id from gatherings").await?;
    let of: HashMap<GatheringId, Option<SeriesId>> = rows.into_iter().map(|row| (row.id, row.series_id)).collect();
    Ok(pairs.iter().filter(|(gathering, series)| of.get(gathering) != Some(series)).count())
}

/// Who hosts each of these series: series and host, in order.
pub async fn hosts_of_several(db: &mut Connection, series: &[SeriesId]) -> Result<Vec<(SeriesId, PersonId)>> {
    #[derive(sqlx::FromRow)]
    struct Hosts {
        series_id: SeriesId,
        person_id: PersonId,
    }
    let hosts = rows_of!(
        db,
        Hosts,
        concat!(
            "select series_id, person_id from series_hosts where series_id in ",
            twenty!(),
            " order by series_id, person_id"
        ),
        series
    );
    Ok(hosts.await?.into_iter().map(|row| (row.series_id, row.person_id)).collect())
}

/// Who hosts each gathering from one identifier to another, by itself or through its series.
pub async fn hosts_between(
    db: &mut Connection,
    from: GatheringId,
    to: GatheringId,
) -> Result<Vec<(GatheringId, PersonId)>> {
    #[derive(sqlx::FromRow)]
    struct Hosts {
        gathering_id: GatheringId,
        person_id: PersonId,
    }
    let hosts = rows!(
        db,
        Hosts,
        "select gathering_id, person_id from gathering_hosts where gathering_id >= $1 and gathering_id <= $2
         union select gatherings.id, tie.person_id from gatherings
         join series_hosts tie on tie.series_id = gatherings.series_id
         where gatherings.id >= $1 and gatherings.id <= $2",
        from,
        to
    );
    Ok(hosts.await?.into_iter().map(|row| (row.gathering_id, row.person_id)).collect())
}

/// Whether a person hosts any series.
pub async fn hosts_series(db: &mut Connection, person: PersonId) -> Result<bool> {
    #[derive(sqlx::FromRow)]
    struct Hosts {
        hosts: bool,
    }
    let hosts = row!(db, Hosts, "select exists (select 1 from series_hosts where person_id = $1) as hosts", person);
    Ok(hosts.await?.is_some_and(|row| row.hosts))
}
