//! Whether the uploads are there that the rows name, for `klatsch check`.

use std::collections::HashMap;

use super::make::read;
use crate::app::App;
use crate::files;

/// What was found.
#[derive(Debug, Default)]
pub struct Uploads {
    /// How many rows name one.
    pub named: usize,
    /// How many objects no row names; they are swept when they are a day old.
    pub unnamed: usize,
    /// What is wrong, a sentence each.
    pub problems: Vec<String>,
}

/// Compares rows and objects; `deep` reads every object and compares its SHA-256.
pub async fn missing(app: &App, deep: bool) -> anyhow::Result<Uploads> {
    // The rows first: whoever uploads meanwhile stores the object before the row.
    let rows = files::all(&mut *app.read().await?).await?;
    let objects: HashMap<_, _> = app.files.list().await?.into_iter().map(|object| (object.id, object.length)).collect();
    let mut found = Uploads { named: rows.len(), ..Uploads::default() };
    let mut there = 0;
    for file in &rows {
        match objects.get(&file.id) {
            Some(length) => {
                there += 1;
                if i64::try_from(*length) != Ok(file.length) {
                    found.problems.push(format!("the file {} is not as long as it was uploaded", file.id));
                } else if deep && let Err(why) = read(app, file).await? {
                    found.problems.push(why);
                }
            }
            // Removed meanwhile, or lost.
            None if files::file(&mut *app.read().await?, file.id).await?.is_none() => {}
            None => found.problems.push(format!("the file {} is not in the store", file.id)),
        }
    }
    found.unnamed = objects.len() - there;
    Ok(found)
}
