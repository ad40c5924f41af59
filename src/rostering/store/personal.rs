//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::files;
use crate::ids::{FileId, PersonId, SchoolId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Said {
    sourced_id: String,
    name: String,
    email: String,
    school_id: Option<SchoolId>,
    held: String,
    given: String,
    gone_at: Option<When>,
}

/// What is kept about a person: what the district's systems said of them last.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let said = rows!(
        db,
        Said,
        "select sourced_id, name, email, school_id, held, given, gone_at
         from roster_people where person_id = $1 order by sourced_id",
        person
    );
    Ok(vec![Section::of("roster_people", said.await?)?])
}

#[derive(sqlx::FromRow)]
struct Sent {
    file_id: Option<FileId>,
}

/// Forgets a person. A set that still names them brings them again, as somebody new.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let said = run!(db, "delete from roster_people where person_id = $1", who.person).await?;
    let name = who.name_in_json()?;
    // Also where others sent it, a set that is not taken yet names whom it is about.
    let sent = rows!(
        db,
        Sent,
        "delete from roster_imports where person_id = $1 or replace(report, $2, '') <> report returning file_id",
        who.person,
        name
    )
    .await?;
    // The set itself, too, which names more people than the report does.
    for file in sent.iter().filter_map(|sent| sent.file_id) {
        files::forget(db, file).await?;
    }
    let sent = u64::try_from(sent.len())?;
    Ok(vec![Deed::deleted("roster_people", said), Deed::deleted("roster_imports", sent)])
}
