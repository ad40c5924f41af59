//! SQL of what search asks for.

use uuid::Uuid;

use crate::database::{Connection, Result};
use crate::gatherings::{Gathering, Series};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::rows;

/// The series and gatherings for invited people that a person hosts or was invited to.
pub async fn ties(db: &mut Connection, person: PersonId) -> Result<Vec<Uuid>> {
    #[derive(sqlx::FromRow)]
    struct Tied {
        id: Uuid,
    }
    let tied = rows!(
        db,
        Tied,
        "select series.id from series_hosts tie join series on series.id = tie.series_id
         where tie.person_id = $1 and series.audience = 'invited'
         union select series.id from series_invited tie join series on series.id = tie.series_id
         where tie.person_id = $1 and series.audience = 'invited'
         union select gatherings.id from gathering_hosts tie join gatherings on gatherings.id = tie.gathering_id
         where tie.person_id = $1 and gatherings.audience = 'invited'
         union select gatherings.id from gathering_invited tie join gatherings on gatherings.id = tie.gathering_id
         where tie.person_id = $1 and gatherings.audience = 'invited'",
        person
    );
    Ok(tied.await?.into_iter().map(|tied| tied.id).collect())
}

/// The next series after an identifier.
pub async fn series_after(db: &mut Connection, after: SeriesId, most: i64) -> Result<Vec<Series>> {
    rows!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
         from series where id > $1 order by id limit $2",
        after,
        most
    )
    .await
}

/// The next gatherings after an identifier.
pub async fn gatherings_after(db: &mut Connection, after: GatheringId, most: i64) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where id > $1 order by id limit $2",
        after,
        most
    )
    .await
}
