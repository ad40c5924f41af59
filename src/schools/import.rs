//! Taking over the schools of a list.
//!
//! A school is known again by its `source_key`. What the list says replaces what is kept; what it does
//! not say (a column that is missing, an empty cell) is left alone, and so is a school it does not name:
//! a school closes by somebody's decision, not by being absent from a file.

use std::collections::HashMap;

use serde::Serialize;

use super::{School, store};
use crate::app::App;
use crate::database::Writing;

/// What came of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Rows of the file below its header that have something in them.
    pub read: u64,
    /// How many are new.
    pub added: u64,
    /// How many were there and are different now.
    pub changed: u64,
    /// How many were there as the list says.
    pub unchanged: u64,
    /// The rows that could not be used.
    pub left_out: Vec<LeftOut>,
}

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Its number as a spreadsheet shows it: the header is row 1.
    pub row: u64,
    /// Why, in words for whoever made the file.
    pub reason: String,
}

impl From<&roster::LeftOut> for LeftOut {
    fn from(left: &roster::LeftOut) -> LeftOut {
        LeftOut { row: left.row, reason: left.reason.clone() }
    }
}

impl Imported {
    /// Of a file of which nothing was taken yet.
    pub fn of(read: u64, left_out: &[roster::LeftOut]) -> Imported {
        Imported { read, added: 0, changed: 0, unchanged: 0, left_out: left_out.iter().map(LeftOut::from).collect() }
    }

    /// Leaves a row out.
    pub fn leave_out(&mut self, row: u64, reason: String) {
        self.left_out.push(LeftOut { row, reason });
    }
}

/// Takes over the schools of a list. Nothing is kept until the caller commits.
///
/// # Errors
/// When the database fails; `schools_source_key_key` is broken by a second import at the same time.
pub async fn import(db: &mut Writing, app: &App, list: &roster::schools::Schools) -> anyhow::Result<Imported> {
    let kept: HashMap<String, School> =
        store::all(db).await?.into_iter().filter_map(|school| Some((school.source_key.clone()?, school))).collect();
    let now = app.now();
    let mut imported = Imported::of(list.read, &list.left_out);
    let mut added = Vec::new();
    for listed in &list.rows {
        let Some(school) = kept.get(&listed.key) else {
            added.push(School {
                id: app.new_id()?,
                source_key: Some(listed.key.clone()),
                name: listed.name.clone(),
                level: listed.level.map(Into::into),
                district: listed.district.clone(),
                address: listed.address.clone(),
                city: listed.city.clone(),
                postal_code: listed.postal_code.clone(),
                latitude: listed.latitude,
                longitude: listed.longitude,
                created_at: now,
                updated_at: now,
            });
            continue;
        };
        let mut fresh = as_listed(school, listed);
        if fresh == *school {
            imported.unchanged += 1;
        } else {
            fresh.updated_at = now.after(school.updated_at);
            let name = &school.name;
            anyhow::ensure!(
                store::update(db, &fresh, school.updated_at).await?,
                "“{name}” changed meanwhile; try again"
            );
            imported.changed += 1;
        }
    }
    store::insert_all(db, &added).await?;
    imported.added = added.len() as u64;
    Ok(imported)
}

/// The school with what the list says of it.
fn as_listed(school: &School, listed: &roster::schools::School) -> School {
    let text = |said: &Option<String>, kept: &Option<String>| said.clone().or_else(|| kept.clone());
    School {
        name: listed.name.clone(),
        level: listed.level.map(Into::into).or(school.level),
        district: text(&listed.district, &school.district),
        address: text(&listed.address, &school.address),
        city: text(&listed.city, &school.city),
        postal_code: text(&listed.postal_code, &school.postal_code),
        latitude: listed.latitude.or(school.latitude),
        longitude: listed.longitude.or(school.longitude),
        ..school.clone()
    }
}
