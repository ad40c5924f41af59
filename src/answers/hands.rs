//! What people said of the gatherings of a series, before some of them go.

use std::collections::BTreeMap;

use super::{Answer, store};
use crate::database::{Connection, Result};
use crate::gatherings::Stake;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::Message;

/// Who comes, may come, waits and cannot come. A no does not keep a gathering from vanishing: whoever
/// cannot come misses nothing.
pub async fn hands(db: &mut Connection, series: SeriesId) -> Result<Vec<Stake>> {
    // Those who come first, as lists have them everywhere.
    const ORDER: [Answer; 4] = [Answer::Yes, Answer::Maybe, Answer::Waiting, Answer::No];
    let mut said: BTreeMap<(GatheringId, usize), (Answer, Vec<PersonId>)> = BTreeMap::new();
    for (gathering, person, answer) in store::said_in_series(db, series).await? {
        let place = ORDER.iter().position(|other| *other == answer).unwrap_or_default();
        said.entry((gathering, place)).or_insert_with(|| (answer, Vec::new())).1.push(person);
    }
    let stake = |((gathering, _), (answer, people)): ((GatheringId, usize), (Answer, Vec<PersonId>))| {
        let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
        let key = match answer {
            Answer::Yes => "answers-stake-yes",
            Answer::Maybe => "answers-stake-maybe",
            Answer::Waiting => "answers-stake-waiting",
            Answer::No => "answers-stake-no",
        };
        let words = Message::new(key).with("count", count);
        let kind = answer.word();
        Stake { gathering, kind, count, words, people, titles: Vec::new(), holds: answer != Answer::No }
    };
    Ok(said.into_iter().map(stake).collect())
}
