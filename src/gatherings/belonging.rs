//! The network for which somebody who leads it makes a series or a gathering.
//!
//! Which series and gatherings are a network's is known by a domain that builds on gatherings, so the app
//! hands in what makes one a network's (`app::BELONGING`).

use futures_util::future::BoxFuture;

use super::Audience;
use crate::app::{App, BELONGING, NARROWED};
use crate::database::{self, Connection, Writing};
use crate::ids::{GatheringId, NetworkId, PersonId, SeriesId};
use crate::networks::{self, Network};
use crate::web::{Failure, Input, Problems, Visit};

/// What was made.
#[derive(Debug, Clone, Copy)]
pub enum Made {
    /// A series.
    Series(SeriesId),
    /// A gathering that stands alone.
    Gathering(GatheringId),
}

/// Makes what was made a network's, in the transaction that made it; by whom.
pub type Belonging =
    for<'a> fn(&'a mut Writing, &'a App, (NetworkId, Made), PersonId) -> BoxFuture<'a, database::Result<()>>;

/// Is told that something is for invited people now and was not before: whoever is in its networks is invited.
pub type Narrowed = for<'a> fn(&'a mut Writing, &'a App, Made) -> BoxFuture<'a, database::Result<()>>;

/// What was sent to make something: for which network, the fields without that, and what is wrong with it.
#[derive(Debug)]
pub struct Sent {
    network: Option<NetworkId>,
    /// All other fields.
    pub rest: Input,
    problems: Problems,
}

/// The networks a visitor may make something for: those they lead. Who looks after Klatsch may for any, and
/// is offered the one they came from.
pub async fn offered(db: &mut Connection, visit: &Visit, chosen: &str) -> Result<Vec<Network>, Failure> {
    let me = visit.me()?;
    let mut offered = networks::led(db, me.id).await?;
    if let Ok(id) = chosen.parse::<NetworkId>()
        && offered.iter().all(|network| network.id != id)
        && let Some(network) = networks::network(db, id).await?
        && network.closed_at.is_none()
        && networks::rights(db, &network, Some(me)).await?.may_lead().is_ok()
    {
        offered.push(network);
    }
    Ok(offered)
}

/// Reads what was sent.
pub async fn read(db: &mut Connection, visit: &Visit, input: &Input) -> Result<Sent, Failure> {
    let mut problems = Problems::new();
    let network = input.choice::<NetworkId>("network", &mut problems);
    if let Some(id) = network
        && offered(db, visit, &id.to_string()).await?.iter().all(|network| network.id != id)
    {
        problems.add("network", "plan-problem-network");
    }
    let mut rest = input.clone();
    rest.take("network", &Input::default());
    Ok(Sent { network, rest, problems })
}

/// Tells that something has another audience now.
pub async fn heard(
    db: &mut Writing,
    app: &App,
    made: Made,
    (before, now): (Audience, Audience),
) -> database::Result<()> {
    if before != now && now == Audience::Invited { NARROWED(db, app, made).await } else { Ok(()) }
}

impl Sent {
    /// What was read of the other fields, if nothing is wrong with any; every problem at once.
    pub fn and<T>(&self, read: Result<T, Problems>) -> Result<T, Problems> {
        match read {
            Ok(value) => self.problems.clone().or(value),
            Err(mut problems) => {
                self.problems.iter().for_each(|(field, message)| problems.add(field, message.clone()));
                Err(problems)
            }
        }
    }

    /// Makes what was made the network's, if it is for one.
    pub async fn belong(&self, db: &mut Writing, app: &App, made: Made, by: PersonId) -> database::Result<()> {
        match self.network {
            Some(network) => BELONGING(db, app, (network, made), by).await,
            None => Ok(()),
        }
    }
}
