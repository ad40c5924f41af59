//! The teams of networks as a table: a row for each seat.

use std::collections::{BTreeSet, HashMap};

use axum::extract::State as With;

use super::store;
use super::team::State;
use crate::app::App;
use crate::database::Connection;
use crate::ids::{NetworkId, PersonId, SchoolId};
use crate::networks::{Network, seen};
use crate::people::{self, Card};
use crate::schools;
use crate::web::{Answer, Cell, Failure, Page, Path, Sheet, SheetKind, Visit};
use crate::years::Year;

/// `GET /networks/{network}/teams.csv`
pub async fn csv(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>) -> Answer {
    of_network(&visit, &app, id, SheetKind::Csv).await
}

/// `GET /networks/{network}/teams.xlsx`
pub async fn xlsx(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>) -> Answer {
    of_network(&visit, &app, id, SheetKind::Xlsx).await
}

/// The teams of the year under way, for those who lead.
async fn of_network(visit: &Visit, app: &App, id: NetworkId, kind: SheetKind) -> Answer {
    let mut db = app.read().await?;
    let (network, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_lead()?;
    let page = Page::new(visit, "networks", "");
    let mut sheet = begin(&page, kind)?;
    if let Some(year) = super::deeds::year_of(&mut db, id).await? {
        write(&mut db, &page, &mut sheet, (&network, &year)).await?;
    }
    drop(db);
    sheet.give().await
}

/// Begins a table of teams, in the language of a page.
///
/// # Errors
/// When it cannot be written.
pub fn begin(page: &Page, kind: SheetKind) -> anyhow::Result<Sheet> {
    let columns = [
        "teams-column-network",
        "teams-column-year",
        "person-school",
        "teams-column-seat",
        "field-name",
        "field-email",
        "teams-column-state",
    ]
    .map(|key| page.say(key).to_string());
    Sheet::begin(kind, &page.say("teams-title").to_string(), &columns)
}

/// Writes the teams of a year of a network, by school.
pub async fn write(
    db: &mut Connection,
    page: &Page,
    sheet: &mut Sheet,
    (network, year): (&Network, &Year),
) -> Result<(), Failure> {
    let seats = store::seats(db, network.id).await?;
    let teams = store::of_year(db, year.id).await?;
    let taken = store::taken_in_year(db, year.id).await?;
    let taken = super::deeds::present(db, network.id, taken).await?;
    let ids: Vec<SchoolId> = teams.iter().map(|team| team.school_id).collect::<BTreeSet<_>>().into_iter().collect();
    let names: HashMap<SchoolId, String> =
        schools::names_of(db, &ids).await?.into_iter().map(|school| (school.id, school.name)).collect();
    let people: Vec<PersonId> = taken.iter().map(|seat| seat.person_id).collect::<BTreeSet<_>>().into_iter().collect();
    let cards: HashMap<PersonId, Card> =
        people::cards_of(db, &people).await?.into_iter().map(|card| (card.id, card)).collect();
    let mut named: Vec<_> =
        teams.iter().map(|team| (names.get(&team.school_id).cloned().unwrap_or_default(), team.id)).collect();
    named.sort_by_cached_key(|team| roster::fold(&team.0));
    for (school, team) in named {
        for role in &seats {
            let seat = taken.iter().find(|seat| seat.team_id == team && seat.role == *role);
            let card = seat.and_then(|seat| cards.get(&seat.person_id));
            let state = match seat.map(|seat| seat.state) {
                Some(State::In) => "teams-state-in",
                Some(State::Asked) => "teams-state-asked",
                None => "teams-state-missing",
            };
            sheet.row([
                Cell::from(network.name.clone()),
                Cell::from(year.title.clone()),
                Cell::from(school.clone()),
                Cell::from(page.say(role.key()).to_string()),
                Cell::from(card.map(|card| card.name.clone())),
                Cell::from(card.map(|card| card.email.clone())),
                Cell::from(page.say(state).to_string()),
            ])?;
        }
    }
    Ok(())
}
