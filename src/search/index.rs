//! Keeping the index: documents come and go in the transaction of what they tell of.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::document::{NEARBY, beginning};
use super::store;
use super::{Audience, Document, Kind, Standing};
use crate::database::{Error, Result, Writing};

/// Two documents seldom want the same number; many of a name do. Then each tries others ([`Document::place`]).
const TRIES: i64 = 100_000;

/// How many numbers are asked for at once.
const NUMBERS_AT_ONCE: usize = 1_000;

/// Lets a thing be found, or found as it is now.
pub async fn put(db: &mut Writing, document: &Document) -> Result<()> {
    store::share(db).await?;
    put_held(db, document).await.map(|_| ())
}

/// Lets things be found that were just made. A list of twenty thousand people is put by the hundred.
pub async fn put_new(db: &mut Writing, documents: &[Document]) -> Result<()> {
    store::share(db).await?;
    put_new_held(db, &documents.iter().collect::<Vec<_>>()).await
}

/// Marks are not kept beside the words: a document of a gathering or series, which is put again when those change
/// (`stand`, `set_audience`), would lose them and fall out of its list. None has any; the first that does is told here.
fn whole(document: &Document) -> Result<()> {
    let moves = document.standing.gathering.is_some() || document.standing.series.is_some();
    if moves && !document.marks.is_empty() {
        return Err(Error::given_up("a document of a gathering or series has marks, which are not kept"));
    }
    Ok(())
}

/// Puts documents of which none is there, while the index is held.
pub(super) async fn put_new_held(db: &mut Writing, documents: &[&Document]) -> Result<()> {
    documents.iter().try_for_each(|document| whole(document))?;
    let placed = places(db, documents).await?;
    store::insert_all(db, &placed).await?;
    let words: Vec<(i64, String)> = placed.iter().map(|(number, document)| (*number, document.words())).collect();
    store::put_all_words(db, &words).await
}

/// A number for each, which no other has, in their order.
async fn places<'a>(db: &mut Writing, documents: &[&'a Document]) -> Result<Vec<(i64, &'a Document)>> {
    let mut placed: BTreeMap<i64, &Document> = BTreeMap::new();
    let mut waiting: Vec<(i64, &Document)> = documents.iter().map(|document| (0, *document)).collect();
    while !waiting.is_empty() {
        let mut numbers: Vec<i64> = waiting.iter().map(|(turn, document)| document.place(*turn)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut taken = BTreeSet::new();
        for some in numbers.chunks(NUMBERS_AT_ONCE) {
            taken.extend(store::taken(db, some).await?);
        }
        let mut later = Vec::new();
        let mut tries: BTreeMap<i64, (usize, usize)> = BTreeMap::new();
        for (turn, document) in waiting {
            let number = document.place(turn);
            let (all, failed) = tries.entry(beginning(document.number())).or_default();
            *all += 1;
            // The first that wants a free number has it; whoever comes later has another turn.
            if taken.contains(&number) || placed.contains_key(&number) {
                *failed += 1;
                later.push((turn + 1, document));
            } else {
                placed.insert(number, document);
            }
        }
        // Where nearly all names that begin alike find no room, the next tries nearby would find none either.
        for (turn, document) in &mut later {
            if tries
                .get(&beginning(document.number()))
                .is_some_and(|(all, failed)| *failed >= 32 && failed * 8 > all * 7)
            {
                *turn = (*turn).max(NEARBY);
            }
        }
        later.retain(|(turn, _)| *turn < TRIES);
        waiting = later;
    }
    Ok(placed.into_iter().collect())
}

/// Puts a document while the index is held; whether it changed.
pub(super) async fn put_held(db: &mut Writing, document: &Document) -> Result<bool> {
    whole(document)?;
    let before = store::version(db, document.id).await?;
    if let Some(before) = before {
        if before.digest == document.digest() {
            return Ok(false);
        }
        store::drop_words(db, before.number).await?;
        store::delete(db, document.id).await?;
    }
    for number in (0..TRIES).map(|turn| document.place(turn)) {
        if store::insert(db, number, document).await? == 1 {
            store::put_words(db, number, &document.words()).await?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Lets a thing no longer be found.
pub async fn remove(db: &mut Writing, id: Uuid) -> Result<()> {
    store::share(db).await?;
    remove_held(db, id).await
}

/// Removes a document while the index is held.
pub(super) async fn remove_held(db: &mut Writing, id: Uuid) -> Result<()> {
    if let Some(before) = store::version(db, id).await? {
        store::drop_words(db, before.number).await?;
        store::delete(db, id).await?;
    }
    Ok(())
}

/// Lets whatever belongs to a gathering stand where the gathering stands now; without a standing the
/// gathering is gone, and what belongs to it is found no more.
pub async fn stand(db: &mut Writing, gathering: Uuid, standing: Option<Standing>) -> Result<()> {
    store::share(db).await?;
    for kept in store::of_gathering(db, gathering).await? {
        let mut document = Document::from(kept);
        match standing {
            None => remove_held(db, document.id).await?,
            Some(_) if document.kind == Kind::Gathering => {}
            Some(standing) => {
                document.standing = standing;
                put_held(db, &document).await?;
            }
        }
    }
    Ok(())
}

/// Lets whatever belongs to a series be found by another audience.
pub async fn set_audience(db: &mut Writing, series: Uuid, audience: Audience) -> Result<()> {
    store::share(db).await?;
    for kept in store::of_series(db, series).await? {
        let mut document = Document::from(kept);
        document.standing.audience = audience;
        put_held(db, &document).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_whose_marks_would_be_lost_is_refused() {
        let mut document = Document {
            id: Uuid::from_u128(7),
            kind: Kind::Person,
            href: "/people/7".to_owned(),
            title: "Zoé".to_owned(),
            body: String::new(),
            standing: Standing::IN_THE_DISTRICT,
            marks: vec!["t_scratch".to_owned()],
        };
        assert!(whole(&document).is_ok());
        document.standing.series = Some(Uuid::from_u128(1));
        assert!(whole(&document).is_err());
        document.marks.clear();
        assert!(whole(&document).is_ok());
    }
}
