//! The demonstration district: real schools, invented people, and half a season that they really
//! lived through: the clock is set back, and week by week they propose, answer, come and carry over,
//! by the same verbs that the pages use.

mod days_off;
mod keep;
mod life;
mod networks;
mod newcomers;
mod outside;
mod profiles;
mod season;
mod staff;
#[cfg(test)]
mod tests;
mod today;
mod topics;

use anyhow::Context;

use crate::app::App;
use crate::clock::Clock;
use crate::ids::{PersonId, SchoolId};
use crate::people::{self, Person};
use crate::{identity, jobs, schools, ties};

/// The schools of the demo; their source and licence are in `data/schools/SOURCES.md`.
const SCHOOLS: &[u8] = include_bytes!("../../data/schools/central-okanagan-schools.csv");

/// The district's name and zone.
const DISTRICT: (&str, &str) = ("Central Okanagan", "America/Vancouver");

/// Someone to look at the demo as.
#[derive(Debug, Clone)]
pub struct Persona {
    /// What they are in the demo: host, teacher, newcomer, administrator.
    pub role: &'static str,
    /// A link that signs in at once.
    pub link: String,
}

/// Makes the demo district, unless the database holds it already, and gives a link per persona.
pub async fn prepare(app: &App) -> anyhow::Result<Vec<Persona>> {
    if schools::district(&mut *app.read().await?).await?.is_none() {
        let started = app.now();
        make(app).await?;
        tracing::info!(milliseconds = (app.now().0 - started.0) / 1000, "made the demo district");
    }
    let mut personas = Vec::new();
    for (role, email) in [
        ("host", staff::HOST),
        ("teacher", staff::TEACHER),
        ("newcomer", staff::NEWCOMER),
        ("administrator", staff::ADMINISTRATOR),
    ] {
        let person = people::by_email(&mut *app.read().await?, email).await?;
        let person =
            person.context("this database holds a district that is not the demo's; name another with --data")?;
        personas.push(Persona { role, link: identity::persona_link(app, person.id).await? });
    }
    Ok(personas)
}

/// Everyone of the demo, as the season needs them.
#[derive(Debug)]
pub struct Cast {
    /// Identifiers, in the order of [`staff::colleagues`].
    pub ids: Vec<PersonId>,
    /// Who they are.
    pub staff: Vec<staff::Colleague>,
    /// The schools, in the order of the file.
    pub schools: Vec<SchoolId>,
}

async fn make(app: &App) -> anyhow::Result<()> {
    let now = app.now();
    // The same program with a clock that can be set; it shares the database and the mailbox.
    let then = App::new(
        app.config.clone(),
        app.database.clone(),
        app.files.clone(),
        Clock::standing_at(now.plus_days(-60)),
        true,
    );
    let cast = people_and_schools(&then).await?;
    let zone: calendar::zone::Zone = DISTRICT.1.parse()?;
    let library = networks::make(&then, &cast).await?;
    profiles::say(&then, &cast, library).await?;
    days_off::add(&then, zone.today(now.timestamp())).await?;
    season::live(&then, &cast, now).await?;
    networks::gather(&then, &cast, library).await?;
    newcomers::arrive(&then, &cast).await?;
    // Three in four let themselves be shown on the map.
    let mut db = then.write().await?;
    for (_, person) in cast.ids.iter().enumerate().filter(|(place, _)| place % 4 != 3) {
        ties::set_shown(&mut db, *person, true, then.now()).await?;
    }
    db.commit().await?;
    outside::add(&then, &cast, zone.today(now.timestamp())).await?;
    // What is still to be done was wanted in the past, so it is due; letters land in the mailbox.
    jobs::run_due(&then).await?;
    Ok(())
}

async fn people_and_schools(app: &App) -> anyhow::Result<Cast> {
    let now = app.now();
    let list = roster::schools::read(SCHOOLS)?;
    let mut db = app.write().await?;
    schools::found(&mut db, DISTRICT.0, "en", DISTRICT.1, now).await?;
    schools::import(&mut db, app, &list).await?;
    let by_name = schools::names(&mut db).await?;
    let schools: Vec<SchoolId> = list
        .rows
        .iter()
        .filter_map(|row| by_name.iter().find(|school| school.name == row.name).map(|school| school.id))
        .collect();
    let staff = staff::colleagues(schools.len());
    let mut ids = Vec::with_capacity(staff.len());
    for colleague in &staff {
        let person = Person {
            id: app.new_id()?,
            name: colleague.name.clone(),
            email: colleague.email.clone(),
            school_id: colleague.school.and_then(|index| schools.get(index).copied()),
            language: None,
            ask_me_about: colleague.ask.to_owned(),
            created_at: now,
            updated_at: now,
            left_at: None,
        };
        people::insert(&mut db, &person).await?;
        people::set_roles(&mut db, person.id, &colleague.roles).await?;
        ids.push(person.id);
    }
    db.commit().await?;
    Ok(Cast { ids, staff, schools })
}
