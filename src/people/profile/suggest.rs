//! What is suggested to whoever writes a tag, or looks for one: what others say where colleagues see it.

use std::collections::BTreeMap;

use super::{Field, Kind, Onlooker, Profile};
use crate::database::{Connection, Result, Writing};
use crate::people::store::profile::{self as store, Use};

/// How many are suggested to whoever writes.
const SUGGESTED: i64 = 8;

/// The labels most people use in a field.
pub async fn labels(db: &mut Connection, field: Field) -> Result<Vec<String>> {
    Ok(store::most_used(db, field.word(), SUGGESTED).await?.into_iter().map(|one| one.label).collect())
}

/// Counts what colleagues see differently now. In the order of the tags, so that two people who write the
/// same ones at the same time never wait for each other.
pub async fn recount(db: &mut Writing, before: &Profile, after: &Profile) -> Result<()> {
    let mut changes: BTreeMap<(Field, String), (i32, String)> = BTreeMap::new();
    for (profile, step) in [(before, -1), (after, 1)] {
        for (field, entry) in profile.seen_by(&Onlooker::COLLEAGUE).fields {
            for tag in entry.tags.into_iter().filter(|_| field.kind() == Kind::Tags) {
                let change = changes.entry((field, tag.key)).or_insert((0, tag.label));
                change.0 += step;
            }
        }
    }
    for ((field, tag), (step, label)) in changes {
        let one = Use { field: field.word().to_owned(), tag, label };
        match step {
            1 => store::add_use(db, &one).await?,
            -1 => store::remove_use(db, &one).await?,
            _ => {}
        }
    }
    Ok(())
}
