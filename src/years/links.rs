//! The series and gatherings of a network: what is to come, what was, and who is invited to it.

use std::collections::BTreeSet;

use futures_util::future::BoxFuture;

use super::store::links;
use super::year::Year;
use crate::app::App;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::{self, Audience, Gathering, Made, Viewer};
use crate::ids::{GatheringId, NetworkId, PersonId, SeriesId};
use crate::networks;
use crate::web::{Stretch, Visit};

/// The gatherings of a network that a visitor may see, in time. Its members are invited to each.
pub async fn gatherings(db: &mut Connection, visit: &Visit, network: NetworkId) -> Result<Vec<Gathering>> {
    let all = every(db, network).await?;
    gatherings::visible(db, Viewer::of(visit), all).await
}

/// All gatherings of a network, in time.
pub async fn every(db: &mut Connection, network: NetworkId) -> Result<Vec<Gathering>> {
    let mut all = alone(db, network).await?;
    // A network has a series or two.
    for series in links::series(db, network).await? {
        all.extend(gatherings::gatherings_of(db, series).await?);
    }
    Ok(in_time(all))
}

/// The gatherings of a network that are not over and that a visitor may see, in time.
pub async fn coming(db: &mut Connection, visit: &Visit, network: NetworkId) -> Result<Vec<Gathering>> {
    let mut all = alone(db, network).await?;
    all.retain(|gathering| !gathering.is_over(visit.now));
    for series in links::series(db, network).await? {
        all.extend(gatherings::upcoming_of(db, series, visit.now).await?);
    }
    gatherings::visible(db, Viewer::of(visit), in_time(all)).await
}

/// The gatherings of a network that are over and that a visitor may see, the last first: those of a page, and whether
/// there are more.
pub async fn past(
    db: &mut Connection,
    visit: &Visit,
    network: NetworkId,
    page: Stretch,
) -> Result<(Vec<Gathering>, bool)> {
    let mut all = alone(db, network).await?;
    all.retain(|gathering| gathering.is_over(visit.now));
    // Of each as many as there may be up to this page, and one more.
    let most = page.offset() + page.size + 1;
    for series in links::series(db, network).await? {
        all.extend(gatherings::latest_of(db, series, visit.now, most).await?);
    }
    let mut seen = gatherings::visible(db, Viewer::of(visit), in_time(all)).await?;
    seen.reverse();
    let (skipped, size) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.size).unwrap_or(0));
    let more = seen.len() > skipped + size;
    Ok((seen.into_iter().skip(skipped).take(size).collect(), more))
}

/// The gatherings of a network's year that a visitor may see, in time.
pub async fn in_year(db: &mut Connection, visit: &Visit, year: &Year) -> Result<Vec<Gathering>> {
    let mut all = alone(db, year.network_id).await?;
    all.retain(|gathering| year.holds(*gathering.date));
    for series in links::series(db, year.network_id).await? {
        all.extend(gatherings::dated_of(db, series, (*year.first_date, *year.last_date)).await?);
    }
    gatherings::visible(db, Viewer::of(visit), in_time(all)).await
}

/// The gatherings that are a network's by themselves, not by their series: a few in a year.
async fn alone(db: &mut Connection, network: NetworkId) -> Result<Vec<Gathering>> {
    let single = links::gatherings(db, network).await?;
    gatherings::some(db, &single).await
}

/// Each once, in time.
fn in_time(mut all: Vec<Gathering>) -> Vec<Gathering> {
    all.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
    all.dedup_by_key(|gathering| gathering.id);
    all
}

/// A series becomes a network's: where it is for invited people, every member is.
pub async fn add_series(db: &mut Writing, app: &App, network: NetworkId, series: SeriesId, by: PersonId) -> Result<()> {
    links::add_series(db, (network, series), by, app.now()).await?;
    if gatherings::series(db, series).await?.is_some_and(|series| series.audience == Audience::Invited) {
        for member in networks::member_ids(db, network).await? {
            gatherings::invite_member_to_series(db, series, member, app.now()).await?;
        }
    }
    Ok(())
}

/// A gathering becomes a network's: where it is for invited people, every member is.
pub async fn add_gathering(
    db: &mut Writing,
    app: &App,
    network: NetworkId,
    id: GatheringId,
    by: PersonId,
) -> Result<()> {
    links::add_gathering(db, (network, id), by, app.now()).await?;
    if gatherings::gathering(db, id).await?.is_some_and(|gathering| gathering.audience == Audience::Invited) {
        for member in networks::member_ids(db, network).await? {
            gatherings::invite_member_to_gathering(db, id, member, app.now()).await?;
        }
    }
    Ok(())
}

/// What somebody who leads a network makes for it is the network's at once.
pub fn belong<'a>(
    db: &'a mut Writing,
    app: &'a App,
    (network, made): (NetworkId, Made),
    by: PersonId,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        match made {
            Made::Series(id) => add_series(db, app, network, id, by).await,
            Made::Gathering(id) => add_gathering(db, app, network, id, by).await,
        }
    })
}

/// What is for invited people from now on is for the members of its networks.
pub fn narrowed<'a>(db: &'a mut Writing, app: &'a App, what: Made) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let nothing = GatheringId(uuid::Uuid::nil());
        let networks = match what {
            Made::Series(id) => links::networks_of(db, nothing, Some(id)).await?,
            Made::Gathering(id) => links::networks_of(db, id, None).await?,
        };
        for network in networks {
            for member in networks::member_ids(db, network).await? {
                match what {
                    Made::Series(id) => gatherings::invite_member_to_series(db, id, member, app.now()).await?,
                    Made::Gathering(id) => gatherings::invite_member_to_gathering(db, id, member, app.now()).await?,
                }
            }
        }
        Ok(())
    })
}

/// Who comes into a network is invited to what it does; who leaves it, no more, unless a host invited them by name
/// or they are in another network that does it.
pub fn follow<'a>(
    db: &'a mut Writing,
    app: &'a App,
    network: NetworkId,
    person: PersonId,
    inside: bool,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let elsewhere: BTreeSet<NetworkId> =
            networks::of_person(db, person).await?.into_iter().map(|held| held.0).filter(|id| *id != network).collect();
        for id in links::series(db, network).await? {
            let Some(series) = gatherings::series(db, id).await? else { continue };
            if series.audience != Audience::Invited {
                continue;
            }
            if inside {
                gatherings::invite_member_to_series(db, id, person, app.now()).await?;
            } else if !links::networks_of(db, GatheringId(uuid::Uuid::nil()), Some(id))
                .await?
                .iter()
                .any(|of| elsewhere.contains(of))
            {
                gatherings::uninvite_member_from_series(db, id, person).await?;
            }
        }
        let single = links::gatherings(db, network).await?;
        for gathering in gatherings::some(db, &single).await? {
            if gathering.audience != Audience::Invited || gathering.is_over(app.now()) {
                continue;
            }
            if inside {
                gatherings::invite_member_to_gathering(db, gathering.id, person, app.now()).await?;
            } else if !links::networks_of(db, gathering.id, gathering.series_id)
                .await?
                .iter()
                .any(|of| elsewhere.contains(of))
            {
                gatherings::uninvite_member_from_gathering(db, gathering.id, person).await?;
            }
        }
        Ok(())
    })
}
