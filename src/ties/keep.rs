//! Keeping ties up: whatever changes in the ledger of a gathering or in a school team is noted in the same
//! transaction, and the pairs of that gathering or team are looked at again in the background ([`catch_up`]). The
//! difference between who was there when last looked and who is there now makes the pairs that are added or counted
//! anew; nothing else is touched. [`renew`] looks at every gathering and team, once a day and after a restore, to
//! mend what went astray.

use std::collections::{BTreeMap, BTreeSet};

use super::store;
use super::tie::{Key, Part, SMALL, Source, pairs, school_year};
use crate::app::App;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId, TeamId};
use crate::{attendance, jobs, teams, topics};

/// The name of the job that looks at everything.
pub const JOB: &str = "ties-renew";

/// How many changes are taken in one transaction.
const TAKE: i64 = 60;

/// How many gatherings or teams are looked at in one transaction.
const STEP: i64 = 100;

/// Notes that something changed in the ledger of a gathering (`app::CHANGED`) or in a team (`app::TEAM_CHANGED`).
pub async fn changed(db: &mut Writing, app: &App, source: Source) -> anyhow::Result<()> {
    store::note(db, app.new_id()?, source).await?;
    Ok(())
}

/// Looks at what was noted; the worker does so whenever it has nothing else to do.
pub async fn catch_up(app: &App) -> anyhow::Result<()> {
    // An app without a district has no tables, perhaps; a look that finds nothing writes nothing.
    while store::is_behind(&mut *app.read().await?).await? {
        let mut db = app.write().await?;
        store::hold(&mut db, app.now()).await?;
        let taken = store::take_noted(&mut db, TAKE).await?;
        let mut touched = false;
        for source in taken {
            let found = match source {
                Source::Gathering(id) => match gatherings::gathering(&mut db, id).await? {
                    Some(gathering) => there(&mut db, &[gathering]).await?.into_values().next(),
                    None => None,
                },
                Source::Team(id) => seated(&mut db, id, id).await?.into_values().next(),
            };
            touched |= look(&mut db, source, &found.unwrap_or_default()).await?;
        }
        if touched {
            store::set_changed(&mut db, app.now()).await?;
        }
        db.commit().await?;
    }
    Ok(())
}

/// Who came to each of some gatherings, which are all there are between the first and the last of them.
async fn there(db: &mut Connection, gatherings: &[Gathering]) -> Result<BTreeMap<Source, Vec<Part>>> {
    let (Some(first), Some(last)) = (gatherings.first(), gatherings.last()) else { return Ok(BTreeMap::new()) };
    let mut led: BTreeSet<(GatheringId, PersonId)> =
        gatherings::hosts_between(db, first.id, last.id).await?.into_iter().collect();
    led.extend(topics::sharers_between(db, first.id, last.id).await?);
    let mut came: BTreeMap<GatheringId, Vec<PersonId>> = BTreeMap::new();
    for (gathering, person) in attendance::came_between(db, first.id, last.id).await? {
        came.entry(gathering).or_default().push(person);
    }
    let parts = |gathering: &Gathering| {
        let came = came.get(&gathering.id).filter(|_| !gathering.is_cancelled()).map_or(&[] as &[_], Vec::as_slice);
        let part = |person: &PersonId| Part {
            person_id: *person,
            led: led.contains(&(gathering.id, *person)),
            small: came.len() <= SMALL,
            year: school_year(*gathering.date),
            met_at: gathering.starts_at,
            team: false,
        };
        (Source::Gathering(gathering.id), came.iter().map(part).collect())
    };
    Ok(gatherings.iter().map(parts).collect())
}

/// Who is in each of the teams from one identifier to another.
async fn seated(db: &mut Connection, from: TeamId, to: TeamId) -> Result<BTreeMap<Source, Vec<Part>>> {
    let teams = teams::within(db, from, to).await?;
    let parts = |team: teams::Within| {
        let year = school_year(team.first_date);
        let part = |person_id| Part { person_id, led: false, small: false, year, met_at: team.begun, team: true };
        team.people.into_iter().map(part).collect()
    };
    Ok(teams.into_iter().map(|(id, team)| (Source::Team(id), parts(team))).collect())
}

/// Brings the pairs of a gathering or team up to who was there; whether anything changed.
async fn look(db: &mut Writing, source: Source, now: &[Part]) -> Result<bool> {
    let before = store::parts_of(db, source).await?;
    if before == now {
        return Ok(false);
    }
    store::set_parts(db, source, now).await?;
    let moment = |parts: &[Part]| parts.first().map(|part| part.met_at);
    let (old, new) = (pairs(&before), pairs(now));
    // What was moved to another time has nothing in common with what it was.
    let moved = moment(&before) != moment(now);
    let again: BTreeSet<&Key> = if moved { old.iter().collect() } else { old.difference(&new).collect() };
    for key in &again {
        store::recount(db, key).await?;
    }
    if let Some(at) = moment(now) {
        let more: Vec<Key> = new.iter().filter(|key| !again.contains(key) && !old.contains(key)).copied().collect();
        store::add(db, &more, at).await?;
    }
    Ok(true)
}

/// Looks at every gathering and every team; how many were not as the ledger says.
pub async fn renew(app: &App) -> anyhow::Result<u64> {
    let mended = renew_kind(app, false).await? + renew_kind(app, true).await?;
    let mut db = app.write().await?;
    store::set_whole(&mut db, app.now()).await?;
    db.commit().await?;
    Ok(mended)
}

/// Looks at every gathering, or every team.
async fn renew_kind(app: &App, team: bool) -> anyhow::Result<u64> {
    let mut mended = 0;
    let mut after = uuid::Uuid::nil();
    loop {
        let mut db = app.write().await?;
        store::hold(&mut db, app.now()).await?;
        let (mut parts, last) = if team {
            let some = teams::after(&mut db, TeamId(after), STEP).await?;
            let last = some.last().filter(|_| is_full(some.len())).copied();
            let upto = last.unwrap_or(TeamId(uuid::Uuid::max()));
            // The last of the step before is looked at once more, and is as it should be.
            (seated(&mut db, TeamId(after), upto).await?, last.map(|id| id.0))
        } else {
            let some = gatherings::after(&mut db, GatheringId(after), STEP).await?;
            let last = some.last().filter(|_| is_full(some.len())).map(|gathering| gathering.id.0);
            (there(&mut db, &some).await?, last)
        };
        let upto = last.unwrap_or(uuid::Uuid::max());
        // Of those that are gone nobody was there.
        for seen in store::seen_between(&mut db, team, after, upto).await? {
            parts.entry(seen).or_default();
        }
        let mut touched = 0;
        for (source, now) in &parts {
            touched += u64::from(look(&mut db, *source, now).await?);
        }
        if touched > 0 {
            store::set_changed(&mut db, app.now()).await?;
        }
        db.commit().await?;
        mended += touched;
        match last {
            Some(last) => after = last,
            None => return Ok(mended),
        }
    }
}

fn is_full(many: usize) -> bool {
    i64::try_from(many).is_ok_and(|many| many >= STEP)
}

/// Makes all ties anew from the ledger alone.
pub async fn rebuild(app: &App) -> anyhow::Result<u64> {
    let mut db = app.write().await?;
    store::hold(&mut db, app.now()).await?;
    store::clear(&mut db).await?;
    db.commit().await?;
    renew(app).await
}

/// The job.
pub async fn job(app: App) -> anyhow::Result<()> {
    let mended = renew(&app).await?;
    if mended > 0 {
        tracing::info!(sources = mended, "brought ties up to the ledger");
    }
    Ok(())
}

/// Has all of the ledger looked at in the background if it never was; asked at each start.
pub async fn begin(app: &App) -> anyhow::Result<()> {
    if !store::is_whole(&mut *app.read().await?).await? {
        let mut db = app.write().await?;
        jobs::enqueue(&mut db, app, JOB, &(), app.now(), Some(JOB)).await?;
        db.commit().await?;
    }
    Ok(())
}
