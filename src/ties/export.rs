//! The ties of a school year as a file, from which anybody recomputes every measure (docs/ties.md). Who is not
//! shown has a number instead of a name, and so has their school; numbers are dealt anew for every file.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::store;
use super::{picture, tie::Tie};
use crate::database::Connection;
use crate::ids::{PersonId, SchoolId};
use crate::people::Card;

/// The columns.
pub const COLUMNS: [&str; 11] =
    ["row", "id", "name", "school", "level", "role", "other", "kind", "times", "first", "last"];

/// The order in which numbers are dealt: by lot, so that a number says nothing.
fn dealt<T: Copy + Ord>(
    ids: impl Iterator<Item = T>,
    salt: &uuid::Uuid,
    bytes: fn(T) -> uuid::Uuid,
) -> BTreeMap<T, usize> {
    let mut all: Vec<(Vec<u8>, T)> = ids
        .map(|id| {
            let mut digest = Sha256::new();
            digest.update(salt.as_bytes());
            digest.update(bytes(id).as_bytes());
            (digest.finalize().to_vec(), id)
        })
        .collect();
    all.sort_unstable();
    all.into_iter().enumerate().map(|(place, (_, id))| (id, place + 1)).collect()
}

/// The file: a row for each person who came or is in a team, then a row for each tie and kind.
///
/// # Errors
/// When the database does not answer.
pub async fn export(db: &mut Connection, year: i64, salt: uuid::Uuid) -> anyhow::Result<Vec<u8>> {
    let (cards, _) = picture::net_of(db, year).await?;
    let shown: BTreeSet<PersonId> = store::shown(db).await?.into_iter().collect();
    let people = dealt(cards.iter().map(|card| card.id), &salt, |id: PersonId| id.0);
    let schools = dealt(picture::schools_of(&cards).into_iter(), &salt, |id: SchoolId| id.0);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS)?;
    let mut rows: Vec<(usize, &Card)> =
        cards.iter().filter_map(|card| Some((people.get(&card.id).copied()?, card))).collect();
    rows.sort_by_key(|row| row.0);
    for (number, card) in rows {
        let told = shown.contains(&card.id);
        let school = card.school.as_ref().map(|school| {
            let number = schools.get(&school.id).copied().unwrap_or(0);
            // The same for all of a school: who is shown may not name it for who is not.
            format!("s{number}")
        });
        let level = card.school.as_ref().and_then(|school| school.level).map_or("", |level| level.word());
        let role = card.roles.iter().find(|role| **role != crate::people::Role::Steward).map_or("", |role| role.word());
        let name = if told { ledger::safe(&card.name) } else { String::new() };
        let first = [String::from("person"), format!("p{number}"), name, school.unwrap_or_default()];
        out.write_record(first.iter().map(String::as_str).chain([level, role, "", "", "", "", ""]))?;
    }
    let mut ties: Vec<(usize, usize, Tie)> = Vec::new();
    for tie in store::in_year(db, year).await? {
        if let (Some(one), Some(other)) = (people.get(&tie.one), people.get(&tie.other)) {
            ties.push((*one.min(other), *one.max(other), tie));
        }
    }
    ties.sort_by_key(|(one, other, tie)| (*one, *other, tie.kind));
    let day = |at: crate::clock::Instant| at.to_rfc3339().chars().take(10).collect::<String>();
    for (one, other, tie) in ties {
        let row = [
            "tie".to_owned(),
            format!("p{one}"),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            format!("p{other}"),
            tie.kind.word().to_owned(),
            tie.times.to_string(),
            day(tie.first_at),
            day(tie.last_at),
        ];
        out.write_record(row)?;
    }
    out.into_inner().map_err(|error| anyhow::anyhow!("{error}"))
}
