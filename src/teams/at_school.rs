//! The teams of a school, in every network it takes part in this year: for whoever may see the network. Who is in
//! a team is for the members of the network, and for whoever sits in it.

use std::collections::HashMap;

use askama::Template;

use super::deeds::present;
use super::store;
use super::team::{Seat, State, Team, missing};
use crate::database::Connection;
use crate::ids::PersonId;
use crate::networks::{self, Network};
use crate::people::{self, Role};
use crate::schools::School;
use crate::text::Html;
use crate::web::{Failure, Page, Visit};
use crate::years;

/// A team of a school as a visitor may see it.
#[derive(Debug)]
pub struct Seen {
    /// The team.
    pub team: Team,
    /// Its network.
    pub network: Network,
    /// What its year is called.
    pub year: String,
    /// The roles nobody is in.
    pub missing: Vec<Role>,
    /// Who is in it or was asked; none for whoever may not know.
    pub taken: Option<Vec<Seat>>,
}

/// The teams of a school in the years that are under way, of the networks a visitor may see.
pub async fn seen(db: &mut Connection, visit: &Visit, school: &School) -> Result<Vec<Seen>, Failure> {
    let mut all = Vec::new();
    // A school takes part in a handful of networks.
    for team in store::of_the_school(db, school.id).await? {
        let Some(year) = years::year(db, team.year_id).await?.filter(|year| year.archived_at.is_none()) else {
            continue;
        };
        let Some(network) = networks::network(db, year.network_id).await?.filter(|one| one.closed_at.is_none()) else {
            continue;
        };
        let rights = networks::rights(db, &network, visit.me.as_ref()).await?;
        let taken = store::taken(db, team.id).await?;
        let taken = present(db, network.id, taken).await?;
        let sits = taken.iter().any(|seat| Some(seat.person_id) == visit.person());
        if rights.may_see().is_err() && !sits {
            continue;
        }
        let missing = missing(&store::seats(db, network.id).await?, &taken);
        let taken = (sits || rights.may_see_members().is_ok()).then_some(taken);
        all.push(Seen { team, network, year: year.title, missing, taken });
    }
    all.sort_by_cached_key(|seen| roster::fold(&seen.network.name));
    Ok(all)
}

/// A team in a row.
struct Row {
    /// The team, or the network for whoever may not see who is in it.
    href: String,
    network: String,
    year: String,
    within: String,
    missing: String,
    complete: bool,
    confirmed: bool,
}

#[derive(Template)]
#[template(path = "teams/pages/at_school.html")]
struct AtSchool {
    page: Page,
    rows: Vec<Row>,
}

/// What stands of teams on the page of a school (`app::AT_SCHOOL`).
pub async fn at_school(db: &mut Connection, visit: &Visit, school: &School) -> Result<Html, Failure> {
    let seen = seen(db, visit, school).await?;
    if seen.is_empty() {
        return Ok(Html::default());
    }
    let page = Page::new(visit, "schools", "");
    let ids: Vec<PersonId> =
        seen.iter().flat_map(|one| one.taken.iter().flatten()).map(|seat| seat.person_id).collect();
    let names: HashMap<PersonId, String> =
        people::cards_of(db, &ids).await?.into_iter().map(|card| (card.id, card.name)).collect();
    let word = |role: &Role| page.say(role.key()).to_string();
    let row = |one: Seen| {
        let within = one.taken.iter().flatten().filter(|seat| seat.state == State::In);
        let within: Vec<String> =
            within.filter_map(|seat| Some(format!("{} ({})", names.get(&seat.person_id)?, word(&seat.role)))).collect();
        Row {
            href: match one.taken {
                Some(_) => format!("/teams/{}", one.team.id),
                None => format!("/networks/{}", one.network.id),
            },
            network: one.network.name,
            year: one.year,
            within: page.words().list(&within),
            missing: page.words().list(&one.missing.iter().map(word).collect::<Vec<_>>()),
            complete: one.missing.is_empty(),
            confirmed: one.team.confirmed,
        }
    };
    let rows = seen.into_iter().map(row).collect();
    Ok(Html::of(&AtSchool { rows, page })?)
}
