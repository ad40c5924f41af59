//! What stands on the page of a network: the year it is in, what is to come, what its members are told.

use askama::Template;
use futures_util::future::BoxFuture;

use super::news::{self, Item};
use super::year::{Milestone, Year};
use super::{links, store};
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::ids::NetworkId;
use crate::networks::{Network, Rights};
use crate::text::Html;
use crate::web::{Failure, Page, Stretch, Visit};

/// How many gatherings to come the page of a network shows.
const COMING: usize = 6;

/// A milestone as people see it.
pub struct Step {
    /// The milestone.
    pub milestone: Milestone,
    /// Its day in words; empty where it has none.
    pub day: String,
    /// Whether it is behind us.
    pub done: bool,
    /// Whether it is the one to come.
    pub next: bool,
}

impl Step {
    /// Whether it is the gathering of this identifier; with an empty one, whether it is none.
    pub fn is(&self, gathering: &str) -> bool {
        self.milestone.gathering_id.map(|id| id.to_string()).unwrap_or_default() == gathering
    }
}

/// The milestones of a year, as of a day: those with a day that is over are done.
pub fn steps(page: &Page, milestones: Vec<Milestone>, gatherings: &[Gathering]) -> Vec<Step> {
    let mut found = false;
    let mut steps: Vec<Step> = milestones
        .into_iter()
        .map(|milestone| {
            // A milestone that is a gathering is when that is.
            let gathering = gatherings.iter().find(|one| Some(one.id) == milestone.gathering_id);
            let date = gathering.map(|one| *one.date).or(milestone.date.map(|date| *date));
            Step {
                day: date.map(|date| page.words().date(date, page.today)).unwrap_or_default(),
                done: date.is_some_and(|date| date < page.today),
                next: false,
                milestone,
            }
        })
        .collect();
    for step in &mut steps {
        step.next = !found && !step.done;
        found |= step.next;
    }
    steps
}

/// A gathering in a list.
pub struct Row {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// When and where, in words.
    pub when: String,
    /// Its day, as a program reads it, and as a library stamps it.
    pub date: String,
    /// Weekday, day and month.
    pub stamp: (String, String, String),
    /// Whether it was called off.
    pub cancelled: bool,
    /// What was or will be spoken of.
    pub topics: Vec<String>,
}

impl Row {
    /// In the words of a page.
    pub fn of(page: &Page, gathering: &Gathering) -> Row {
        let when = page.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, page.today);
        let place = Some(gathering.place.as_str()).filter(|place| !place.is_empty());
        Row {
            href: format!("/gatherings/{}", gathering.id),
            title: gathering.title.clone(),
            when: [Some(calendar::words::capitalised(&when)).as_deref(), place]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
            date: gathering.date.to_string(),
            stamp: (
                page.words().weekday_short(gathering.date.weekday()).to_owned(),
                gathering.date.day().to_string(),
                page.words().month_short(*gathering.date).to_owned(),
            ),
            cancelled: gathering.is_cancelled(),
            topics: Vec::new(),
        }
    }
}

#[derive(Template)]
#[template(path = "years/pages/beside.html")]
struct Beside {
    page: Page,
    base: String,
    network: NetworkId,
    year: Option<Year>,
    steps: Vec<Step>,
    coming: Vec<Row>,
    more: bool,
    news: Vec<Item>,
    may_lead: bool,
    inside: bool,
}

/// Beside a network.
pub fn beside_network<'a>(
    db: &'a mut Connection,
    visit: &'a Visit,
    network: &'a Network,
    rights: &'a Rights,
) -> BoxFuture<'a, Result<Html, Failure>> {
    Box::pin(async move {
        let page = Page::new(visit, "networks", network.name.clone());
        let (may_lead, inside) = (rights.may_lead().is_ok(), rights.may_see_members().is_ok());
        let year = store::of_network(db, network.id).await?.into_iter().find(|year| year.archived_at.is_none());
        let steps = match &year {
            Some(year) if inside => {
                let milestones = store::milestones(db, year.id).await?;
                steps(&page, milestones, &links::in_year(db, visit, year).await?)
            }
            _ => Vec::new(),
        };
        let coming = links::coming(db, visit, network.id).await?;
        let rows: Vec<Row> = coming.iter().take(COMING).map(|gathering| Row::of(&page, gathering)).collect();
        let news = if inside { news::items(db, visit, network.id, rights, 3).await? } else { Vec::new() };
        let last = Stretch { number: 1, size: 1 };
        let more = coming.len() > rows.len() || !links::past(db, visit, network.id, last).await?.0.is_empty();
        let part = Beside {
            base: format!("/networks/{}", network.id),
            network: network.id,
            year,
            steps,
            coming: rows,
            more,
            news,
            may_lead,
            inside,
            page,
        };
        Ok(Html::of(&part)?)
    })
}
