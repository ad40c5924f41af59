//! Saying and taking back, and what follows from it for those who wait.

use super::answer::{Mine, Wish, may_answer, standing};
use super::letters;
use super::store::{self, Standing};
use crate::app::App;
use crate::database::{Result, Writing};
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Failure, Message};

/// A person answers one gathering; it wins over what they said of the series. Of a reason, `None`
/// leaves what they told before.
///
/// # Errors
/// [`Failure::NotFound`]; [`Failure::Stale`] with a reason when it was called off or is over.
pub async fn say(
    db: &mut Writing,
    app: &App,
    gathering: GatheringId,
    person: PersonId,
    wish: Wish,
    excuse: Option<&str>,
) -> std::result::Result<Mine, Failure> {
    let gathering = hold(db, app, gathering).await?;
    let mut promoted = settled(db, &gathering).await?;
    let before = store::stand(db, gathering.id, person).await?;
    let (answer, waiting_since) =
        standing(before.as_ref().map(|before| (before.answer, before.waiting_since)), wish, app.now());
    let excuse = match (wish, excuse) {
        (Wish::No, None) => before.and_then(|before| before.excuse),
        (Wish::No, Some(excuse)) => Some(excuse.to_owned()).filter(|excuse| !excuse.is_empty()),
        _ => None,
    };
    let said = Standing {
        gathering_id: gathering.id,
        series_id: gathering.series_id,
        person_id: person,
        answer,
        own: true,
        excuse,
        answered_at: app.now(),
        waiting_since,
    };
    store::put(db, &said).await?;
    promoted.extend(fill(db, &gathering).await?);
    promoted.retain(|promoted| *promoted != person);
    letters::promoted(db, app, promoted.into_iter().map(|person| (&gathering, person))).await?;
    store::mine(db, gathering.id, person).await?.ok_or(Failure::NotFound)
}

/// A person takes back what they said of one gathering: it follows the series again, or nothing stands.
///
/// # Errors
/// As [`say`].
pub async fn take_back(
    db: &mut Writing,
    app: &App,
    gathering: GatheringId,
    person: PersonId,
) -> std::result::Result<Option<Mine>, Failure> {
    let gathering = hold(db, app, gathering).await?;
    let mut promoted = settled(db, &gathering).await?;
    let wish = match gathering.series_id {
        Some(series) => store::series_answer(db, series, person).await?,
        None => None,
    };
    match wish {
        Some(wish) => follow_one(db, app, &gathering, person, wish, true).await?,
        None => store::remove(db, gathering.id, person).await?,
    }
    promoted.extend(fill(db, &gathering).await?);
    promoted.retain(|promoted| *promoted != person);
    letters::promoted(db, app, promoted.into_iter().map(|person| (&gathering, person))).await?;
    Ok(store::mine(db, gathering.id, person).await?)
}

/// A person answers a whole series: every gathering to come follows, but those of which they said
/// something of their own.
///
/// # Errors
/// [`Failure::NotFound`]; [`Failure::Stale`] with a reason when none of its gatherings is to come.
pub async fn say_series(
    db: &mut Writing,
    app: &App,
    series: SeriesId,
    person: PersonId,
    wish: Wish,
) -> std::result::Result<(), Failure> {
    let (roomy, limited) = to_come(db, app, series).await?;
    store::put_series(db, series, person, wish, app.now()).await?;
    store::follow(db, series, person, wish, app.now(), &roomy).await?;
    let mut promoted = Vec::new();
    for id in limited {
        // Read again while it is held: the host may just have changed it.
        let Some(gathering) = gatherings::lock(db, id).await? else { continue };
        if may_answer(&gathering, app.now()).is_ok() {
            follow_one(db, app, &gathering, person, wish, false).await?;
            let filled = fill(db, &gathering).await?;
            promoted.extend(filled.into_iter().filter(|filled| *filled != person).map(|who| (gathering.clone(), who)));
        }
    }
    letters::promoted(db, app, promoted.iter().map(|(gathering, person)| (gathering, *person))).await?;
    Ok(())
}

/// A person takes back their answer to a series; what they said of single gatherings stays.
///
/// # Errors
/// As [`say_series`].
pub async fn take_back_series(
    db: &mut Writing,
    app: &App,
    series: SeriesId,
    person: PersonId,
) -> std::result::Result<(), Failure> {
    let (roomy, limited) = to_come(db, app, series).await?;
    store::remove_series(db, series, person).await?;
    store::unfollow(db, series, person, &roomy).await?;
    let mut promoted = Vec::new();
    for id in limited {
        let Some(gathering) = gatherings::lock(db, id).await? else { continue };
        if may_answer(&gathering, app.now()).is_ok() {
            store::unfollow(db, series, person, &[id]).await?;
            promoted.extend(fill(db, &gathering).await?.into_iter().map(|who| (gathering.clone(), who)));
        }
    }
    letters::promoted(db, app, promoted.iter().map(|(gathering, person)| (gathering, *person))).await?;
    Ok(())
}

/// Brings the answers of a gathering up to date that this transaction holds and that can be answered:
/// answers to the series that have not reached it (it was added or restored) do now, and free places are
/// given to those who wait. Says who was given one and must be told.
pub async fn settle_held(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    let mut promoted = settled(db, gathering).await?;
    promoted.extend(fill(db, gathering).await?);
    Ok(promoted)
}

/// The gathering, held by this transaction, if it can be answered.
async fn hold(db: &mut Writing, app: &App, id: GatheringId) -> std::result::Result<Gathering, Failure> {
    let gathering = gatherings::lock(db, id).await?.ok_or(Failure::NotFound)?;
    may_answer(&gathering, app.now()).map_err(Failure::Stale)?;
    Ok(gathering)
}

/// The gatherings of a series that can still be answered: those with room for everyone, and those with
/// a capacity in the order in which every transaction holds them, so that no two wait for each other.
/// The series is held first, so that no date is added or moved meanwhile.
async fn to_come(
    db: &mut Writing,
    app: &App,
    series: SeriesId,
) -> std::result::Result<(Vec<GatheringId>, Vec<GatheringId>), Failure> {
    gatherings::lock_series(db, series).await?.ok_or(Failure::NotFound)?;
    let upcoming = gatherings::upcoming_of(db, series, app.now()).await?;
    if upcoming.is_empty() {
        return Err(Failure::Stale(Message::new("answers-refused-series-over")));
    }
    let (mut limited, mut roomy) = (Vec::new(), Vec::new());
    for gathering in upcoming.iter().filter(|gathering| !gathering.is_cancelled()) {
        if gathering.capacity.is_some() { limited.push(gathering.id) } else { roomy.push(gathering.id) }
    }
    limited.sort_unstable();
    Ok((roomy, limited))
}

/// Lets the answer to the series stand at one gathering, which this transaction holds; what was said of
/// the gathering itself stays, unless it is taken back.
async fn follow_one(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    person: PersonId,
    wish: Wish,
    take_back: bool,
) -> Result<()> {
    let before = store::stand(db, gathering.id, person).await?;
    if before.as_ref().is_some_and(|before| before.own && !take_back) {
        return Ok(());
    }
    let (answer, waiting_since) = standing(before.map(|before| (before.answer, before.waiting_since)), wish, app.now());
    let said = Standing {
        gathering_id: gathering.id,
        series_id: gathering.series_id,
        person_id: person,
        answer,
        own: false,
        excuse: None,
        answered_at: app.now(),
        waiting_since,
    };
    store::put(db, &said).await
}

/// Lets answers to the series that have not reached a held gathering stand there. Those who waited
/// already are given places first; they are the answer.
async fn settled(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    let Some(series) = gathering.series_id else { return Ok(Vec::new()) };
    if !store::unsettled(db, gathering.id, series).await? {
        return Ok(Vec::new());
    }
    store::remove_stale(db, gathering.id, series).await?;
    let promoted = fill(db, gathering).await?;
    let places = free(db, gathering).await?;
    store::insert_missing(db, gathering.id, series, places).await?;
    Ok(promoted)
}

/// Gives the free places of a held gathering to those who have waited longest, and says to whom.
async fn fill(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    match free(db, gathering).await? {
        0 => Ok(Vec::new()),
        places => store::promote(db, gathering.id, places).await,
    }
}

/// How many places are free; never below none, also when the capacity was lowered under those who come.
async fn free(db: &mut Writing, gathering: &Gathering) -> Result<i64> {
    match gathering.capacity {
        Some(capacity) => Ok((capacity - store::counts(db, gathering.id).await?.yes).max(0)),
        None => Ok(i64::MAX),
    }
}
