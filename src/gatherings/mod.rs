//! Gatherings: a time, a place and people; and series, the rules that make them.
//!
//! A series has weekdays, a spacing in weeks, term dates and days off; all its dates are made when it
//! is saved, so that people can answer, be counted and be told about each. One date can be moved or
//! cancelled; it stays the date of its rule (`rule_date`). A rule may change from a date on; the series
//! then has parts (`parts.rs`). A gathering also stands alone. What a
//! gathering must never do: change its identity when it moves, or vanish without a word to those who
//! said yes.

mod alone;
mod api;
mod around;
mod belonging;
mod change;
mod following;
mod found;
mod gathering;
mod meanwhile;
mod news;
mod pages;
mod parts;
mod plan;
mod reach;
mod reading;
mod rights;
mod series;
mod store;
#[cfg(test)]
mod tests;
mod told;
mod weigh;
mod whole;

use crate::app::Domain;
use crate::personal::Personal;
use crate::{district_calendar, jobs};

pub use alone::NewGathering;
pub use belonging::{Belonging, Made, Narrowed};
pub use following::pending_dates;
pub use found::{FOUND, FOUND_SERIES, standing};
pub use gathering::{Gathering, State};
pub use pages::calendar;
pub use plan::{NewSeries, Place, found};
pub use rights::{Rights, Viewer, gathering_for, rights, series_for, series_rights, visible};
pub use series::{Audience, Series};
pub use store::{
    ahead_of_invited, between, dated_of, days_off, gathering, gathering_hosts, gatherings_of, hosted_by,
    hosts_of_several, invite_member_to_gathering, invite_member_to_series, invite_to_gathering, invite_to_series,
    invited_people, latest_of, lock, lock_series, misplaced, people_of_gathering, series, series_hosted_by,
    series_hosts, series_page, share_roomy, some, ties, timeline, uninvite_member_from_gathering,
    uninvite_member_from_series, upcoming_of,
};
pub use store::{gatherings_after as after, hosts_between, hosts_series};
#[cfg(test)]
pub use store::{invited_to_series, uninvite_from_gathering, uninvite_from_series};
pub use told::{Changed, tell_changed};
pub use weigh::{Hand, Stake};
pub use whole::rules;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "gatherings",
    pages: pages::routes,
    api: api::routes,
    access: include_str!("access.txt"),
    jobs: || {
        let kind = district_calendar::CHANGED;
        vec![jobs::Kind {
            name: kind,
            title: "job-days-changed",
            daily: false,
            run: |app, _| Box::pin(following::tell_hosts(app)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
