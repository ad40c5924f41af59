//! A small world for the access table: one of everything, and every kind of visitor. `series` and
//! `gathering` are for invited people, `public-series` and `public-gathering` for everyone.

use std::collections::BTreeMap;

use super::{TestApp, Visitor};
use crate::district_calendar::{self, Kind, NewDay};
use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;
use crate::schools::Level;
use crate::{contacts, networks, newcomers, records, resources, speakers, teams, topics, treats, years};

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
        for name in ["job", "session", "token", "letter", "secret", "screen", "link", "roster-import"] {
            names.insert(name, nothing.clone());
        }
        names.insert("*name", "app.css".to_owned());
        names.insert("tag", "fr".to_owned());
        let named = |name: &str| {
            let first = jiff::civil::date(2026, 5, 18);
            NewDay { school: None, kind: Kind::Holiday, first, last: first, name: name.to_owned() }
        };
        let days = ["Victoria Day", "A day to remove"].map(named);
        let mut db = app.write().await.unwrap();
        // Not by the verb, which would have a letter written in ten minutes.
        let all = days.map(|day| day.made(app.new_id().unwrap(), app.now()));
        district_calendar::insert(&mut db, &all).await.unwrap();
        db.commit().await.unwrap();
        for (name, day) in ["day", "removed-day"].into_iter().zip(all) {
            names.insert(name, day.id.to_string());
        }
        names.insert("unknown-day", nothing.clone());
        names.insert("code", "000000".to_owned());
        names.insert("book", "vcard4".to_owned());
        names.insert("role", "teacher".to_owned());
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
        member.upload(&format!("/topics/{topic}/files"), &[], ("wall.png", &super::picture())).await.is(200);
        let mut db = app.read().await.unwrap();
        let kept = resources::in_series(&mut db, series).await.unwrap().of(resources::Of::Topic(topic));
        drop(db);
        let mut db = app.write().await.unwrap();
        let wished = treats::NewTreat { title: "Cookies".to_owned(), wanted: 1, mine: false };
        let treat = treats::offer(&mut db, app, &gathering, host.id(), &wished).await.unwrap();
        db.commit().await.unwrap();
        names.insert("treat", treat.to_string());
        names.insert("resource", kept.resources[0].id.to_string());
        let past = app.gathering_on(series, "2026-01-07").await;
        let mut db = app.write().await.unwrap();
        let claim = (records::Claim::Came, "I sat at the back.");
        let contest = records::contest(&mut db, app, &past, member.id(), claim).await.unwrap();
        db.commit().await.unwrap();
        names.insert("contest", contest.to_string());
        crate::jobs::run_due(app).await.unwrap();
        let public = app.found(NewSeries { audience: Audience::Public, ..app.new_series(host.id()) }).await;
        names.insert("public-series", public.to_string());
        names.insert("public-gathering", app.gathering_on(public, "2026-01-14").await.id.to_string());
        let school = app.school("Team Elementary", Some(Level::Elementary)).await;
        for (name, joining, audience) in [
            ("network", networks::Joining::Request, networks::Audience::Network),
            ("public-network", networks::Joining::Open, networks::Audience::Public),
        ] {
            // No two networks are called alike, and a world is made for every row.
            let called = format!("Sample {}", app.new_id::<uuid::Uuid>().unwrap());
            let leading = networks::Leading::Leads;
            let new = networks::NewNetwork { name: called, about: String::new(), joining, audience, leading };
            let mut db = app.write().await.unwrap();
            let id = networks::make(&mut db, app, host.id(), new).await.unwrap();
            if name == "network" {
                networks::put(&mut db, app, id, member.id(), networks::Role::Member).await.unwrap();
                let (first_date, last_date) = years::school_year(jiff::civil::date(2026, 1, 14));
                let milestones = vec![("First gathering".to_owned(), None)];
                let new = years::NewYear { title: "2025".to_owned(), first_date, last_date, milestones };
                let year = years::insert(&mut db, app, (id, host.id()), new).await.unwrap();
                teams::set_seats(&mut db, id, &teams::USUAL).await.unwrap();
                let team = teams::begin(&mut db, app, (year, school), host.id()).await.unwrap();
                let milestone = years::milestones(&mut db, year).await.unwrap()[0].id;
                let told = years::announce(&mut db, app, (id, host.id()), ("Hello", "All of you")).await.unwrap();
                names.insert("year", year.to_string());
                names.insert("milestone", milestone.to_string());
                names.insert("announcement", told.to_string());
                names.insert("team", team.to_string());
            }
            db.commit().await.unwrap();
            names.insert(name, id.to_string());
        }
        let five = newcomers::Five { interests: "Digital portfolios".to_owned(), ..newcomers::Five::default() };
        let mut db = app.write().await.unwrap();
        let newcomer = newcomers::answer(&mut db, app, member.id(), &five).await.unwrap();
        db.commit().await.unwrap();
        crate::jobs::run_due(app).await.unwrap();
        names.insert("newcomer", newcomer.id.to_string());
        names.insert("person", member.id().to_string());
        names.insert("school", app.school("Sample Elementary", Some(Level::Elementary)).await.to_string());
        let mut db = app.write().await.unwrap();
        let draft = contacts::Draft { name: "Ondine Maybury".to_owned(), ..contacts::Draft::default() };
        let contact = contacts::add(&mut db, app, member.id(), draft).await.unwrap();
        let said = speakers::NewSpeaker {
            name: "Ondine Maybury".to_owned(),
            topics: "Maps".to_owned(),
            ..speakers::NewSpeaker::default()
        };
        let speaker = speakers::put(&mut db, app, member.id(), &said).await.unwrap();
        db.commit().await.unwrap();
        names.insert("contact", contact.to_string());
        names.insert("speaker", speaker.to_string());
        let look = member.upload("/contacts/import", &[], ("book.csv", b"Name\nFern Hill\n")).await;
        names.insert("contact_import", look.path.rsplit('/').next().unwrap().to_owned());
        World { anonymous: app.visitor(), stranger, member, host, administrator: app.steward().await, names }
    }
}
