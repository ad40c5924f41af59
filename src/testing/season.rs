//! A season of *Coffee, Curriculum & Conversation* for stories.

use calendar::rule::{Except, Rule};
use jiff::civil::{date, time};

use super::TestApp;
use crate::gatherings::{self, Audience, Gathering, NewSeries, Place};
use crate::ids::{PersonId, SeriesId};

impl TestApp {
    /// Ten lunches: Wednesdays 12:05 to 12:45 from 7 January to 18 March 2026 but 18 February; for the
    /// district, without a limit. Change what the story is about, then [`TestApp::found`] it.
    pub fn new_series(&self, host: PersonId) -> NewSeries {
        NewSeries {
            title: "Coffee, Curriculum & Conversation".to_owned(),
            about: "Bring your lunch; the coffee is on.".to_owned(),
            rule: Rule {
                weekdays: "wed".parse().unwrap(),
                every_weeks: 1,
                from: date(2026, 1, 7),
                to: date(2026, 3, 18),
                except: vec![Except { date: date(2026, 2, 18), reason: "Reading week".to_owned() }],
            },
            follows_calendar: true,
            starts: time(12, 5, 0, 0),
            ends: time(12, 45, 0, 0),
            zone: "America/Vancouver".parse().unwrap(),
            place: Place { school: None, room: "Library learning commons".to_owned(), link: None },
            audience: Audience::District,
            capacity: None,
            welcome_minutes: 3,
            close_minutes: 2,
            hosts: vec![host],
            invited: Vec::new(),
        }
    }

    /// Makes a series; its first host makes it.
    pub async fn found(&self, new: NewSeries) -> SeriesId {
        let mut db = self.write().await.unwrap();
        let id = gatherings::found(&mut db, self, new.hosts[0], &new).await.unwrap();
        db.commit().await.unwrap();
        id
    }

    /// The gathering of a series on a date, as `2026-01-14`.
    pub async fn gathering_on(&self, series: SeriesId, date: &str) -> Gathering {
        let mut db = self.read().await.unwrap();
        let found = gatherings::gatherings_of(&mut db, series).await.unwrap();
        found
            .into_iter()
            .find(|gathering| gathering.date.to_string() == date)
            .unwrap_or_else(|| panic!("no gathering on {date}"))
    }
}
