//! A lead handed over, in one transaction that holds the network.

use super::deeds::{held, moved, put};
use super::member::{Call, Kind, Member, Role};
use super::store::{calls, members};
use super::{Network, Rights, letters};
use crate::app::App;
use crate::database::Writing;
use crate::ids::{NetworkId, PersonId};
use crate::web::{Failure, Me, Message, Problems};

/// Somebody who leads asks another person to take over.
pub async fn offer(
    db: &mut Writing,
    app: &App,
    me: &Me,
    id: NetworkId,
    (to, then, word): (PersonId, Option<Role>, &str),
) -> Result<Network, Failure> {
    let (network, rights) = held(db, me, id).await?;
    may_hand_over(&rights)?;
    if to == me.id || members::leads(db, id).await?.contains(&to) {
        return Err(Problems::one("to", "networks-problem-successor").into());
    }
    calls::delete_handovers(db, id, me.id).await?;
    calls::delete(db, id, to, Kind::Handover).await?;
    let call = Call {
        network_id: id,
        person_id: to,
        kind: Kind::Handover,
        word: word.to_owned(),
        role: then,
        made_by: me.id,
        made_at: app.now(),
    };
    calls::insert(db, &call).await?;
    letters::write(db, app, &network, (to, me.id), (letters::OFFERED, word, "/handover")).await?;
    Ok(network)
}

/// Only who leads has something to hand over.
pub fn may_hand_over(rights: &Rights) -> Result<(), Failure> {
    rights.may_see()?;
    if rights.role() == Some(Role::Lead) { Ok(()) } else { Err(Failure::refused("networks-refused-handover")) }
}

/// The person who was asked takes over, or does not. Both are told.
pub async fn take_over(db: &mut Writing, app: &App, me: &Me, id: NetworkId, yes: bool) -> Result<Network, Failure> {
    let (network, rights) = held(db, me, id).await?;
    let Some(call) = rights.call(Kind::Handover).cloned() else {
        return Err(Failure::Stale(Message::new("networks-answered")));
    };
    calls::delete(db, id, me.id, Kind::Handover).await?;
    if !yes {
        letters::write(db, app, &network, (call.made_by, me.id), (letters::NOT_TAKEN, "", "/handover")).await?;
        return Ok(network);
    }
    let giver = members::member(db, id, call.made_by).await?.filter(Member::is_in);
    // Who gave it may lead no more meanwhile: then there is nothing to take from them.
    let gives = giver.is_some_and(|giver| giver.role == Role::Lead);
    if !gives {
        return Err(Failure::Stale(Message::new("networks-handover-gone")));
    }
    match call.role {
        Some(role) => members::set_role(db, id, call.made_by, role).await?,
        None => {
            members::set_left(db, (id, call.made_by), Some(app.now()), None).await?;
            moved(db, app, id, call.made_by, false).await?;
        }
    }
    put(db, app, id, me.id, Role::Member).await?;
    members::set_role(db, id, me.id, Role::Lead).await?;
    letters::write(db, app, &network, (call.made_by, me.id), (letters::GIVEN, "", "")).await?;
    letters::write(db, app, &network, (me.id, call.made_by), (letters::TAKEN, "", "")).await?;
    Ok(network)
}
