//! SQL of the timeline: gatherings in time, a page at a time, from a place that is kept.

use super::could_start;
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::gatherings::{Gathering, Viewer};
use crate::ids::{GatheringId, SchoolId};
use crate::rows;

/// A place on the timeline: just before or after this gathering. A place is kept while others are
/// added, and does not skip gatherings that start together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// When the gathering starts.
    pub starts_at: Instant,
    /// Which it is.
    pub id: GatheringId,
}

impl At {
    /// Before everything.
    pub const BEGINNING: At = At { starts_at: Instant(i64::MIN), id: GatheringId(uuid::Uuid::nil()) };
    /// After everything.
    pub const END: At = At { starts_at: Instant(i64::MAX), id: GatheringId(uuid::Uuid::max()) };

    /// The place of a gathering.
    pub fn of(gathering: &Gathering) -> At {
        At { starts_at: gathering.starts_at, id: gathering.id }
    }

    fn later(self, other: At) -> At {
        if other.starts_at > self.starts_at { other } else { self }
    }

    fn earlier(self, other: At) -> At {
        if other.starts_at < self.starts_at { other } else { self }
    }
}

impl std::fmt::Display for At {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}", self.starts_at.0, self.id)
    }
}

impl std::str::FromStr for At {
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<At, ()> {
        let (starts_at, id) = text.split_once('.').ok_or(())?;
        Ok(At { starts_at: Instant(starts_at.parse().map_err(|_| ())?), id: id.parse().map_err(|_| ())? })
    }
}

/// Which gatherings of the timeline are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// Those that end after this.
    pub ends_after: Instant,
    /// Those that end at this or before.
    pub ends_by: Instant,
    /// Those at this school.
    pub school: Option<SchoolId>,
}

/// The gatherings a person may see after a place, in time; at most `most`.
pub async fn after(
    db: &mut Connection,
    viewer: Viewer,
    window: Window,
    place: At,
    most: i64,
) -> Result<Vec<Gathering>> {
    // One bound for the index of starts, the nearer one: of two, SQLite takes either.
    let place = place.later(At { starts_at: could_start(window.ends_after), id: At::BEGINNING.id });
    if let Some(school) = window.school {
        return after_at_school(db, viewer, window, school, place, most).await;
    }
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings
         where ends_at > $4 and ends_at <= $5 and starts_at >= $6 and (starts_at > $6 or id > $7)
           and (gatherings.audience = 'public' or ($2 and (gatherings.audience = 'district' or $3
                or exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $1)
                or exists (select 1 from series_invited i where i.series_id = gatherings.series_id and i.person_id = $1)
                or exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $1)
                or exists (select 1 from gathering_invited i where i.gathering_id = gatherings.id and i.person_id = $1))))
         order by starts_at, id limit $8",
        viewer.person,
        viewer.signed_in,
        viewer.steward,
        window.ends_after,
        window.ends_by,
        place.starts_at,
        place.id,
        most
    )
    .await
}

async fn after_at_school(
    db: &mut Connection,
    viewer: Viewer,
    window: Window,
    school: SchoolId,
    place: At,
    most: i64,
) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings
         where ends_at > $4 and ends_at <= $5 and starts_at >= $6 and (starts_at > $6 or id > $7)
           and school_id = $9
           and (gatherings.audience = 'public' or ($2 and (gatherings.audience = 'district' or $3
                or exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $1)
                or exists (select 1 from series_invited i where i.series_id = gatherings.series_id and i.person_id = $1)
                or exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $1)
                or exists (select 1 from gathering_invited i where i.gathering_id = gatherings.id and i.person_id = $1))))
         order by starts_at, id limit $8",
        viewer.person,
        viewer.signed_in,
        viewer.steward,
        window.ends_after,
        window.ends_by,
        place.starts_at,
        place.id,
        most,
        school
    )
    .await
}

/// The gatherings a person may see before a place, the latest first; at most `most`.
pub async fn before(
    db: &mut Connection,
    viewer: Viewer,
    window: Window,
    place: At,
    most: i64,
) -> Result<Vec<Gathering>> {
    let place = place.earlier(At { starts_at: window.ends_by, id: At::END.id });
    if let Some(school) = window.school {
        return before_at_school(db, viewer, window, school, place, most).await;
    }
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings
         where ends_at > $4 and ends_at <= $5 and starts_at <= $6 and (starts_at < $6 or id < $7)
           and (gatherings.audience = 'public' or ($2 and (gatherings.audience = 'district' or $3
                or exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $1)
                or exists (select 1 from series_invited i where i.series_id = gatherings.series_id and i.person_id = $1)
                or exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $1)
                or exists (select 1 from gathering_invited i where i.gathering_id = gatherings.id and i.person_id = $1))))
         order by starts_at desc, id desc limit $8",
        viewer.person,
        viewer.signed_in,
        viewer.steward,
        window.ends_after,
        window.ends_by,
        place.starts_at,
        place.id,
        most
    )
    .await
}

async fn before_at_school(
    db: &mut Connection,
    viewer: Viewer,
    window: Window,
    school: SchoolId,
    place: At,
    most: i64,
) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings
         where ends_at > $4 and ends_at <= $5 and starts_at <= $6 and (starts_at < $6 or id < $7)
           and school_id = $9
           and (gatherings.audience = 'public' or ($2 and (gatherings.audience = 'district' or $3
                or exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $1)
                or exists (select 1 from series_invited i where i.series_id = gatherings.series_id and i.person_id = $1)
                or exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $1)
                or exists (select 1 from gathering_invited i where i.gathering_id = gatherings.id and i.person_id = $1))))
         order by starts_at desc, id desc limit $8",
        viewer.person,
        viewer.signed_in,
        viewer.steward,
        window.ends_after,
        window.ends_by,
        place.starts_at,
        place.id,
        most,
        school
    )
    .await
}
