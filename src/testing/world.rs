//! A small world for the access table: one of everything, and every kind of visitor. `series` and
//! `gathering` are for invited people, `public-series` and `public-gathering` for everyone.

use std::collections::BTreeMap;

use super::{TestApp, Visitor};
use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;
use crate::schools::Level;
use crate::{records, topics};

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
        let stranger = app.member("Sam Stranger", &[Role::Teacher]).await;
        let member = app.member("Mina Member", &[Role::Teacher]).await;
        let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
        let mut new = app.new_series(host.id());
        new.audience = Audience::Invited;
        new.invited = vec![member.id()];
        let series = app.found(new).await;
        names.insert("series", series.to_string());
        let gathering = app.gathering_on(series, "2026-01-14").await;
        names.insert("gathering", gathering.id.to_string());
        let proposal = topics::Proposal {
            title: "Digital portfolios".to_owned(),
            about: String::new(),
            tags: topics::Tags::default(),
            minutes: 10,
        };
        let mut db = app.write().await.unwrap();
        let topic = topics::propose(&mut db, app, &gathering, member.id(), &proposal).await.unwrap();
        db.commit().await.unwrap();
        names.insert("topic", topic.to_string());
        let past = app.gathering_on(series, "2026-01-07").await;
        let mut db = app.write().await.unwrap();
        let claim = (records::Claim::Came, "I sat at the back.");
        let contest = records::contest(&mut db, app, &past, member.id(), claim).await.unwrap();
        db.commit().await.unwrap();
        names.insert("contest", contest.to_string());
        let public = app.found(NewSeries { audience: Audience::Public, ..app.new_series(host.id()) }).await;
        names.insert("public-series", public.to_string());
        names.insert("public-gathering", app.gathering_on(public, "2026-01-14").await.id.to_string());
        names.insert("person", member.id().to_string());
        names.insert("school", app.school("Sample Elementary", Some(Level::Elementary)).await.to_string());
        World { anonymous: app.visitor(), stranger, member, host, administrator: app.steward().await, names }
    }
}
