//! Saying and taking back, and what follows from it for those who wait.

use super::answer::{Answer, Mine, Wish, may_answer, standing};
use super::letters;
use super::places::{fill, free, settle, settled};
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
    Ok(say_anew(db, app, gathering, person, (wish, excuse)).await?.now)
}

/// What somebody said, and what stood before.
#[derive(Debug)]
pub struct Anew {
    /// What stood.
    pub before: Option<Standing>,
    /// What stands.
    pub now: Mine,
}

/// [`say`], which says also what stood before.
///
/// # Errors
/// As [`say`].
pub async fn say_anew(
    db: &mut Writing,
    app: &App,
    gathering: GatheringId,
    person: PersonId,
    (wish, excuse): (Wish, Option<&str>),
) -> std::result::Result<Anew, Failure> {
    let gathering = hold_to_answer(db, app, gathering).await?;
    let known = store::known(db, gathering.id, gathering.series_id, person).await?;
    let mut promoted = if known.unsettled { settle(db, &gathering).await? } else { Vec::new() };
    // Who waited may have been given a place just now.
    let before = if known.unsettled { store::stand(db, gathering.id, person).await? } else { known.before };
    let (answer, waiting_since) =
        standing(before.as_ref().map(|before| (before.answer, before.waiting_since)), wish, app.now());
    let told = before.as_ref().and_then(|before| before.excuse.clone());
    let excuse = match (wish, excuse) {
        (Wish::No, None) => told,
        (Wish::No, Some(excuse)) => Some(excuse.to_owned()).filter(|excuse| !excuse.is_empty()),
        _ => None,
    };
    let mut said = Standing {
        gathering_id: gathering.id,
        series_id: gathering.series_id,
        person_id: person,
        answer,
        own: true,
        excuse,
        answered_at: app.now(),
        waiting_since,
    };
    // Nobody waits, and there is room: the queue would be joined and left again at once.
    let alone = !known.queue && !known.unsettled;
    if alone && answer == Answer::Waiting && free(db, &gathering).await? > 0 {
        (said.answer, said.waiting_since) = (Answer::Yes, None);
    }
    store::put(db, &said).await?;
    if alone && said.answer != Answer::Waiting {
        return Ok(Anew { before, now: said.into() });
    }
    promoted.extend(fill(db, &gathering).await?);
    promoted.retain(|promoted| *promoted != person);
    letters::promoted(db, app, promoted.into_iter().map(|person| (&gathering, person))).await?;
    let now = store::mine(db, gathering.id, person).await?.ok_or(Failure::NotFound)?;
    Ok(Anew { before, now })
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

/// The gathering, held by this transaction, if it can be answered.
async fn hold(db: &mut Writing, app: &App, id: GatheringId) -> std::result::Result<Gathering, Failure> {
    let gathering = gatherings::lock(db, id).await?.ok_or(Failure::NotFound)?;
    may_answer(&gathering, app.now()).map_err(Failure::Stale)?;
    Ok(gathering)
}

/// The same for who only answers: where there is room for everyone, together with others who do.
async fn hold_to_answer(db: &mut Writing, app: &App, id: GatheringId) -> std::result::Result<Gathering, Failure> {
    let Some(gathering) = gatherings::share_roomy(db, id).await? else {
        return hold(db, app, id).await;
    };
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
