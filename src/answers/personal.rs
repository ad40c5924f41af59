//! What is kept about a person, and how they are forgotten: what they said of gatherings that are over is
//! counted on without a name and without their reasons; what they said of those to come is taken back, and
//! their place is given to whoever has waited longest.

use super::{letters, places, store};
use crate::database::Writing;
use crate::gatherings;
use crate::personal::{Deed, Erasing};

pub use store::personal::export;

/// Forgets a person.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let of_series = store::personal::delete_of_series(db, who.person).await?;
    let answered = store::personal::answered(db, who.person).await?;
    let coming = gatherings::some(db, &answered).await?.into_iter().filter(|gathering| !gathering.is_over(who.at));
    let mut coming: Vec<_> = coming.collect();
    // Held in the order in which every transaction holds them, series before gatherings.
    let mut series: Vec<_> = coming.iter().filter_map(|gathering| gathering.series_id).collect();
    series.sort_unstable();
    series.dedup();
    for series in series {
        gatherings::lock_series(db, series).await?;
    }
    coming.sort_by_key(|gathering| gathering.id);
    let mut taken_back = 0;
    let mut promoted = Vec::new();
    for gathering in coming {
        let Some(gathering) = gatherings::lock(db, gathering.id).await? else { continue };
        store::remove(db, gathering.id, who.person).await?;
        taken_back += 1;
        if !gathering.is_cancelled() {
            let people = places::settle_held(db, &gathering).await?;
            promoted.extend(people.into_iter().map(|person| (gathering.clone(), person)));
        }
    }
    letters::promoted(db, &who.app, promoted.iter().map(|(gathering, person)| (gathering, *person))).await?;
    let kept = store::personal::hand_over(db, who.person, who.stand_in).await?;
    Ok(vec![
        Deed::deleted("series_answers", of_series),
        Deed::deleted("answers", taken_back),
        Deed::anonymised("answers", kept),
    ])
}
