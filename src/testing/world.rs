//! A small world for the access table: one of everything, and every kind of visitor.

use std::collections::BTreeMap;

use super::{TestApp, Visitor};
use crate::people::Role;

/// One of everything.
#[derive(Debug)]
pub struct World {
    /// Nobody.
    pub anonymous: Visitor,
    /// Signed in, but not invited.
    pub stranger: Visitor,
    /// Invited.
    pub member: Visitor,
    /// Who hosts.
    pub host: Visitor,
    /// Who looks after Klatsch.
    pub administrator: Visitor,
    /// What the placeholders of the access table stand for.
    pub names: BTreeMap<&'static str, String>,
}

impl World {
    /// Makes it.
    pub async fn make(app: &TestApp) -> World {
        let nothing = uuid::Uuid::nil().to_string();
        let mut names = BTreeMap::new();
        for name in ["job", "session", "token", "letter", "secret"] {
            names.insert(name, nothing.clone());
        }
        names.insert("*name", "app.css".to_owned());
        names.insert("tag", "fr".to_owned());
        World {
            anonymous: app.visitor(),
            stranger: app.member("Sam Stranger", &[Role::Teacher]).await,
            member: app.member("Mina Member", &[Role::Teacher]).await,
            host: app.member("Hana Host", &[Role::TeacherLibrarian]).await,
            administrator: app.steward().await,
            names,
        }
    }
}
