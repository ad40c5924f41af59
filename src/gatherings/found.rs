//! What search finds of series and gatherings.
//!
//! A series is found once, not by each of its dates: a gathering of a series is found by itself only if it
//! says something of its own. What belongs to a gathering (topics, notes) is found where it stands.

use std::collections::HashMap;

use uuid::Uuid;

use super::store;
use super::{Audience, Gathering, Series};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::SeriesId;
use crate::search::{self, Document, Kind, Source, Standing};

/// The series.
pub const FOUND_SERIES: Source =
    Source { kind: Kind::Series, after: |db, after, most| Box::pin(series_after(db, after, most)) };

/// The gatherings.
pub const FOUND: Source =
    Source { kind: Kind::Gathering, after: |db, after, most| Box::pin(gatherings_after(db, after, most)) };

impl From<Audience> for search::Audience {
    fn from(audience: Audience) -> search::Audience {
        match audience {
            Audience::Public => search::Audience::Public,
            Audience::District => search::Audience::District,
            Audience::Invited => search::Audience::Invited,
        }
    }
}

/// Where a gathering stands, and with it whatever belongs to it.
pub fn standing(gathering: &Gathering) -> Standing {
    Standing {
        audience: gathering.audience.into(),
        gathering: Some(gathering.id.0),
        series: gathering.series_id.map(|id| id.0),
        starts_at: Some(gathering.starts_at),
        ends_at: Some(gathering.ends_at),
        cancelled: gathering.is_cancelled(),
    }
}

fn of_series(series: &Series) -> Document {
    let moment = |date: jiff::civil::Date, time: jiff::civil::Time| {
        calendar::zone::resolve_generated(date, time, &series.zone).map(Instant::from)
    };
    // A series whose zone skips its last minute still has a last day.
    let ends_at = moment(*series.last_date, *series.ends).or_else(|| moment(*series.last_date, *series.starts));
    Document {
        id: series.id.0,
        kind: Kind::Series,
        href: format!("/series/{}", series.id),
        title: series.title.clone(),
        body: text([&series.about, &series.place]),
        standing: Standing {
            audience: series.audience.into(),
            gathering: None,
            series: Some(series.id.0),
            starts_at: moment(*series.first_date, *series.starts),
            ends_at,
            cancelled: false,
        },
        marks: Vec::new(),
    }
}

/// A gathering by itself, if it stands alone or says something that its series (`title`) does not.
fn of_gathering(gathering: &Gathering, title: Option<&str>) -> Option<Document> {
    let note = gathering.note.as_deref().unwrap_or_default();
    let own = gathering.about.is_empty() && note.is_empty() && title == Some(gathering.title.as_str());
    (!own).then(|| Document {
        id: gathering.id.0,
        kind: Kind::Gathering,
        href: format!("/gatherings/{}", gathering.id),
        title: gathering.title.clone(),
        body: text([note, &gathering.about, &gathering.place]),
        standing: standing(gathering),
        marks: Vec::new(),
    })
}

fn text<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Lets a series be found as it is now.
pub async fn put_series(db: &mut Writing, series: &Series) -> Result<()> {
    search::put(db, &of_series(series)).await
}

/// Lets a gathering be found as it is now, and what belongs to it where it stands now.
pub async fn put_gathering(db: &mut Writing, gathering: &Gathering) -> Result<()> {
    let title = match gathering.series_id {
        Some(id) => store::series(db, id).await?.map(|series| series.title),
        None => None,
    };
    match of_gathering(gathering, title.as_deref()) {
        Some(document) => search::put(db, &document).await?,
        None => search::remove(db, gathering.id.0).await?,
    }
    search::stand(db, gathering.id.0, Some(standing(gathering))).await
}

/// Lets a gathering be found that was just made; those of a series say nothing of their own yet.
pub async fn put_new(db: &mut Writing, gathering: &Gathering) -> Result<()> {
    if gathering.series_id.is_some() && gathering.about.is_empty() && gathering.note.is_none() {
        return Ok(());
    }
    put_gathering(db, gathering).await
}

async fn series_after(db: &mut Connection, after: Uuid, most: i64) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let series = store::series_after(db, SeriesId(after), most).await?;
    Ok(series.iter().map(|series| (series.id.0, Some(of_series(series)))).collect())
}

async fn gatherings_after(
    db: &mut Connection,
    after: Uuid,
    most: i64,
) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let gatherings = store::gatherings_after(db, after.into(), most).await?;
    // The dates of a series were made together, so that a step meets few series.
    let mut titles: HashMap<SeriesId, String> = HashMap::new();
    for id in gatherings.iter().filter_map(|gathering| gathering.series_id) {
        if !titles.contains_key(&id)
            && let Some(series) = store::series(db, id).await?
        {
            titles.insert(id, series.title);
        }
    }
    let title = |gathering: &Gathering| gathering.series_id.and_then(|id| titles.get(&id)).map(String::as_str);
    Ok(gatherings.iter().map(|one| (one.id.0, of_gathering(one, title(one)))).collect())
}
