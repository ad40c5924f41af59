//! Networks and their members as tables.

use std::collections::HashMap;

use jiff::civil::Date;

use super::members::{Search, found};
use super::pages::names;
use super::{Network, store};
use crate::clock::Instant;
use crate::database::Connection;
use crate::ids::{NetworkId, PersonId};
use crate::web::{Cell, Failure, Sheet, SheetKind, Visit};

/// How many networks are read at once.
const TOGETHER: i64 = 200;

/// All networks with how one joins them, who leads them and how many are in them, in the language of a visit;
/// also those that were closed.
pub async fn sheet(db: &mut Connection, visit: &Visit, kind: SheetKind) -> Result<Sheet, Failure> {
    let say = |key: &'static str| visit.language.say(key).to_string();
    let columns = [
        "field-name",
        "networks-how",
        "networks-column-audience",
        "networks-led",
        "networks-column-members",
        "networks-column-since",
        "networks-column-closed",
    ]
    .map(say);
    let mut sheet = Sheet::begin(kind, &say("networks-title"), &columns)?;
    let mut leads: HashMap<NetworkId, Vec<PersonId>> = HashMap::new();
    for (network, person) in store::members::all_leads(db).await? {
        leads.entry(network).or_default().push(person);
    }
    let names = names(db, leads.values().flatten().copied()).await?;
    let day = |at: Instant| -> Date { at.timestamp().to_zoned_datetime(visit.zone.clone()).date() };
    let mut after = NetworkId(uuid::Uuid::nil());
    loop {
        let networks = store::after(db, after, TOGETHER).await?;
        let Some(last) = networks.last() else { break };
        after = last.id;
        for network in networks {
            let led = leads.get(&network.id).map(Vec::as_slice).unwrap_or_default().iter();
            let led: Vec<&str> = led.filter_map(|person| Some(names.get(person)?.name.as_str())).collect();
            sheet.row([
                Cell::from(network.name.clone()),
                Cell::from(say(network.joining.key())),
                Cell::from(say(network.audience.key())),
                Cell::from(led.join(", ")),
                Cell::from(network.members),
                Cell::from(day(network.created_at)),
                Cell::from(network.closed_at.map(day)),
            ])?;
        }
    }
    Ok(sheet)
}

/// The members of a network as a table, in the language of a visit.
pub async fn members_sheet(
    db: &mut Connection,
    visit: &Visit,
    network: &Network,
    kind: SheetKind,
) -> Result<Sheet, Failure> {
    let say = |key: &'static str| visit.language.say(key).to_string();
    let columns =
        ["field-name", "field-email", "person-school", "person-roles", "networks-in-network", "networks-joined-at"]
            .map(say);
    let mut sheet = Sheet::begin(kind, &network.name, &columns)?;
    for (member, card) in found(db, network.id, &Search::default()).await? {
        let roles: Vec<String> = card.roles.iter().map(|role| say(role.key())).collect();
        let joined: Date = member.joined_at.timestamp().to_zoned_datetime(visit.zone.clone()).date();
        sheet.row([
            Cell::from(card.name),
            Cell::from(card.email),
            Cell::from(card.school.map(|school| school.name)),
            Cell::from(roles.join(", ")),
            Cell::from(say(member.role.key(network.leading))),
            Cell::from(joined),
        ])?;
    }
    Ok(sheet)
}

/// All networks, by identifier; also those that were closed.
pub async fn all(db: &mut Connection) -> crate::database::Result<Vec<Network>> {
    let mut all = Vec::new();
    let mut after = NetworkId(uuid::Uuid::nil());
    loop {
        let some = store::after(db, after, TOGETHER).await?;
        let Some(last) = some.last() else { return Ok(all) };
        after = last.id;
        all.extend(some);
    }
}
