//! What a form may name: the district's schools, people and zone.

use std::collections::BTreeSet;

use calendar::zone::Zone;

use super::Audience;
use crate::app::App;
use crate::database::Connection;
use crate::ids::{PersonId, SchoolId};
use crate::networks::{self, Network};
use crate::people::{self, Person};
use crate::schools::{self, School};
use crate::web::{Input, Problems};

/// Whether people are named by what somebody typed, and so may be anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// A form that was sent.
    Yes,
    /// A form that is shown.
    No,
}

/// The district's schools, people and zone.
#[derive(Debug)]
pub struct Around {
    /// The schools, by name.
    pub schools: Vec<School>,
    /// People who have not left, by name: everyone, or those who are named.
    pub people: Vec<Person>,
    /// The zone of the district.
    pub zone: Zone,
    /// The networks that whoever makes something may make it for, by name.
    pub networks: Vec<Network>,
}

impl Around {
    /// Reads it with everyone, for a form that was sent: people are named in it as they are typed.
    pub async fn read(db: &mut Connection, app: &App) -> anyhow::Result<Around> {
        Ok(Around { people: people::all(db).await?, ..Around::showing(db, app, &[]).await? })
    }

    /// Reads it with these people alone, for a form that is shown.
    pub async fn showing(db: &mut Connection, app: &App, named: &[PersonId]) -> anyhow::Result<Around> {
        let zone = app.district().await?.zone.parse().unwrap_or_else(|_| Zone::utc());
        Ok(Around {
            schools: schools::all(db).await?,
            people: people::some(db, named).await?,
            zone,
            networks: Vec::new(),
        })
    }

    /// Of the network somebody comes from, if it is among those here: its identifier, and whom something made
    /// for it is for at first.
    pub fn wanted(&self, network: &str) -> (String, Audience) {
        match self.networks.iter().find(|known| known.id.to_string() == network) {
            Some(known) if known.audience == networks::Audience::Network => (known.id.to_string(), Audience::Invited),
            Some(known) => (known.id.to_string(), Audience::District),
            None => (String::new(), Audience::District),
        }
    }

    /// Whether a person is here.
    pub fn knows(&self, person: PersonId) -> bool {
        self.people.iter().any(|known| known.id == person)
    }

    /// The name of a school; empty for none.
    pub fn school_name(&self, id: Option<SchoolId>) -> &str {
        self.schools.iter().find(|school| Some(school.id) == id).map_or("", |school| &school.name)
    }

    /// People as a form names them, one `Name <address>` a line; who has left is not among them.
    pub fn written(&self, people: &[PersonId]) -> Vec<String> {
        let chosen: BTreeSet<_> = people.iter().collect();
        let here = self.people.iter().filter(|person| chosen.contains(&person.id));
        here.map(|person| format!("{} <{}>", person.name, person.email)).collect()
    }

    /// Reads people from a field, as `people::named`.
    pub fn read_people(&self, input: &Input, field: &str, problems: &mut Problems) -> Vec<PersonId> {
        people::named((&self.people, &self.schools), input, field, problems)
    }
}
