//! Comparing a set with what is kept, and taking it over.

use std::collections::HashMap;

use anyhow::{anyhow, ensure};
use oneroster::Set;

use super::difference::{self, Difference, Kept, Manner};
use super::{Report, becomes, store};
use crate::app::{App, LEAVING, SCHOOL_CHANGED};
use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::people::{self, Role};
use crate::schools;
use crate::web::Language;

/// How many people are added at once: what they are found by takes more room than they do.
const AT_ONCE: usize = 5_000;

/// Somebody saved between the comparing and the taking: what would be noted as said would not have been done, and
/// would count as undone by hand from then on. Nothing is kept; whoever tries again compares anew.
const OVERTAKEN: &str = "somebody changed meanwhile; nothing was taken over, and may be tried again";

/// What is wished for.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// Only the difference, and nothing is changed.
    pub dry_run: bool,
    /// Of a hundred people that sets brought, how many may leave by this one.
    pub leave_share: u64,
}

/// Takes over a set, all of it or nothing.
///
/// # Errors
/// When the database fails; then nothing is changed.
pub async fn import(app: &App, set: Set, wish: Wish) -> anyhow::Result<Report> {
    let report = Report::of(&set);
    if !report.is_right() {
        return Ok(report);
    }
    if wish.dry_run {
        let mut db = app.read().await?;
        return Ok(report.with(&find(&mut db, app, &set, wish).await?));
    }
    let mut db = app.write().await?;
    // Who is the last who looks after Klatsch must not change while it is found out.
    people::hold_stewards(&mut db).await?;
    let difference = find(&mut db, app, &set, wish).await?;
    // What was read is no longer needed, and there may be much of it.
    drop(set);
    let report = report.with(&difference);
    if report.is_right() {
        db.make_room().await?;
        take(&mut db, app, difference).await?;
        db.commit().await?;
    }
    Ok(report)
}

/// The difference, and nothing is changed.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &mut Connection, app: &App, set: &Set, wish: Wish) -> anyhow::Result<Difference> {
    let kept = kept(db).await?;
    let manner = Manner { leave_share: wish.leave_share, now: app.now() };
    Ok(difference::find(set, &kept, manner, &mut || app.new_id())?)
}

async fn kept(db: &mut Connection) -> anyhow::Result<Kept> {
    let mut roles: HashMap<PersonId, Vec<Role>> = HashMap::new();
    for (person, role) in people::all_roles(db).await? {
        roles.entry(person).or_default().push(role);
    }
    Ok(Kept {
        schools: schools::all(db).await?,
        people: people::everyone(db).await?,
        roles,
        said_schools: store::said_schools(db).await?,
        said_people: store::said_people(db).await?,
        becomes: becomes::becomes(db).await?.into_iter().map(|becomes| (becomes.source, becomes.role)).collect(),
    })
}

/// Takes a difference over. Nothing is kept until the caller commits.
///
/// # Errors
/// When the database fails, or somebody changed since the difference was found.
pub async fn take(db: &mut Writing, app: &App, difference: Difference) -> anyhow::Result<()> {
    schools::insert_all(db, &difference.new_schools).await?;
    for (school, version) in &difference.changed_schools {
        ensure!(schools::update(db, school, *version).await?, OVERTAKEN);
        for tell in SCHOOL_CHANGED {
            tell(db, school.id).await?;
        }
    }
    store::say_schools(db, &difference.said_schools).await?;
    let mut roles = difference.new_roles;
    roles.sort_by_key(|(person, _)| *person);
    for some in difference.new_people.chunks(AT_ONCE) {
        // The roles of people go in with them: they are found by both.
        let held: Vec<_> = some
            .iter()
            .flat_map(|person| {
                let from = roles.partition_point(|(of, _)| *of < person.id);
                roles.iter().skip(from).take_while(|(of, _)| *of == person.id).copied()
            })
            .collect();
        people::insert_with_roles(db, some, &held).await?;
    }
    for changed in &difference.changed_people {
        ensure!(people::update(db, &changed.person, changed.version).await?, OVERTAKEN);
        if let Some(roles) = &changed.roles {
            people::set_roles(db, changed.person.id, roles).await?;
        }
        if let Some(gone) = changed.gone {
            for follow in LEAVING {
                let followed = follow(db, app, changed.person.id, gone).await;
                followed.map_err(|failure| anyhow!(failure.sentence(Language::English)))?;
            }
        }
    }
    store::say_people(db, &difference.said_people).await?;
    Ok(())
}
