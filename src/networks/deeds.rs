//! What is done to a network, each in one transaction that holds it.

use super::member::{Call, Kind, Member, Role, may_go, may_lead_too};
use super::rights::Door;
use super::store::{self, calls, members};
use super::{Network, NewNetwork, Rights, found, letters, rights};
use crate::app::{App, WITH_MEMBERS};
use crate::clock::Instant;
use crate::database::{self, Writing};
use crate::identity;
use crate::ids::{NetworkId, PersonId};
use crate::people;
use crate::web::{Failure, Me, Message, Problems, Visit};

/// How many people somebody may invite in a day, into whichever networks: anybody may begin one and lead it.
pub const INVITED_A_DAY: i64 = 500;

/// Makes a network, led by whoever makes it.
pub async fn make(db: &mut Writing, app: &App, by: PersonId, new: NewNetwork) -> Result<NetworkId, Failure> {
    let now = app.now();
    let network = Network {
        id: app.new_id()?,
        name: new.name,
        about: new.about,
        joining: new.joining,
        audience: new.audience,
        leading: new.leading,
        members: 0,
        created_by: by,
        created_at: now,
        updated_at: now,
        closed_at: None,
    };
    store::insert(db, &network).await.map_err(field_of)?;
    members::put(db, network.id, by, Role::Lead, now).await?;
    found::put(db, &network).await?;
    Ok(network.id)
}

fn field_of(error: database::Error) -> Failure {
    if error.violates("networks_sought_key") {
        Problems::one("name", "networks-problem-name-taken").into()
    } else {
        error.into()
    }
}

/// A network held by this transaction, with the rights of the visitor.
pub async fn held(db: &mut Writing, me: &Me, id: NetworkId) -> Result<(Network, Rights), Failure> {
    let network = store::hold(db, id).await?.ok_or(Failure::NotFound)?;
    let rights = rights(db, &network, Some(me)).await?;
    rights.may_see()?;
    Ok((network, rights))
}

/// Changes what is said of a network, if it is still of the version somebody looked at; without one, as it is.
pub async fn change(
    db: &mut Writing,
    app: &App,
    kept: &Network,
    new: NewNetwork,
    version: Option<Instant>,
) -> Result<(), Failure> {
    if version.is_some_and(|version| version != kept.updated_at) {
        return Err(Failure::Stale(Message::new("networks-stale")));
    }
    let leads = members::leads(db, kept.id).await?.len();
    let network = new.of(kept, app.now());
    if leads > 1 && may_lead_too(&network, 1).is_err() {
        return Err(Problems::one("leading", "networks-problem-leading").into());
    }
    store::update(db, &network).await.map_err(field_of)?;
    found::put(db, &network).await?;
    Ok(())
}

/// Closes a network, or opens it again.
pub async fn close(db: &mut Writing, network: Network, at: Option<Instant>) -> Result<(), Failure> {
    store::set_closed(db, network.id, at).await?;
    found::put(db, &Network { closed_at: at, ..network }).await?;
    Ok(())
}

/// What came of wanting to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// They are in.
    In,
    /// They asked, and who leads will answer.
    Asked,
}

/// Somebody joins, accepts an invitation, or asks.
pub async fn join(
    db: &mut Writing,
    app: &App,
    me: &Me,
    id: NetworkId,
    word: &str,
) -> Result<(Network, Joined), Failure> {
    let (network, rights) = held(db, me, id).await?;
    if rights.role().is_some() {
        return Ok((network, Joined::In));
    }
    match rights.may_join()? {
        Door::Open => {
            put(db, app, id, me.id, Role::Member).await?;
            Ok((network, Joined::In))
        }
        Door::Ask => {
            let call = Call {
                network_id: id,
                person_id: me.id,
                kind: Kind::Request,
                word: word.to_owned(),
                role: None,
                made_by: me.id,
                made_at: app.now(),
            };
            if calls::insert(db, &call).await? {
                for lead in members::leads(db, id).await? {
                    letters::write(db, app, &network, (lead, me.id), (letters::ASKED, word, "#asked")).await?;
                }
            }
            Ok((network, Joined::Asked))
        }
    }
}

/// Puts somebody into a network, and lets whatever follows its members follow them.
pub async fn put(db: &mut Writing, app: &App, network: NetworkId, person: PersonId, role: Role) -> Result<(), Failure> {
    members::put(db, network, person, role, app.now()).await?;
    calls::delete(db, network, person, Kind::Request).await?;
    calls::delete(db, network, person, Kind::Invitation).await?;
    moved(db, app, network, person, true).await
}

/// Somebody has left the district, or is back: they are in no network meanwhile, and then in those they were in.
///
/// # Errors
/// When it cannot be written.
pub async fn parted(db: &mut Writing, app: &App, person: PersonId, gone: bool) -> Result<(), Failure> {
    let networks =
        if gone { members::set_away(db, person, app.now()).await? } else { members::set_back(db, person).await? };
    for network in networks {
        moved(db, app, network, person, !gone).await?;
    }
    Ok(())
}

/// Lets whatever follows the members of a network know that somebody came or left.
pub async fn moved(
    db: &mut Writing,
    app: &App,
    network: NetworkId,
    person: PersonId,
    inside: bool,
) -> Result<(), Failure> {
    for follow in WITH_MEMBERS {
        follow(db, app, network, person, inside).await?;
    }
    Ok(())
}

/// Somebody leaves. What they offered to hand over is off the table.
pub async fn leave(db: &mut Writing, app: &App, me: &Me, id: NetworkId) -> Result<Network, Failure> {
    let (network, rights) = held(db, me, id).await?;
    let Some(role) = rights.role() else { return Ok(network) };
    may_go(role, members::leads(db, id).await?.len())?;
    members::set_left(db, (id, me.id), Some(app.now()), None).await?;
    calls::delete_handovers(db, id, me.id).await?;
    moved(db, app, id, me.id, false).await?;
    Ok(network)
}

/// Somebody who left a moment ago is in it again, as they were. Where only members know of a network, this is all
/// that one who left may still do there.
pub async fn come_back(db: &mut Writing, app: &App, me: &Me, id: NetworkId) -> Result<Network, Failure> {
    let network = store::hold(db, id).await?.ok_or(Failure::NotFound)?;
    let rights = rights(db, &network, Some(me)).await?;
    match rights.member {
        Some(member) if member.may_return(app.now()) && network.closed_at.is_none() => {
            restored(db, app, &network, member).await?;
        }
        _ => {
            rights.may_see()?;
            return Err(Failure::Stale(Message::new("networks-too-late")));
        }
    }
    Ok(network)
}

async fn restored(db: &mut Writing, app: &App, network: &Network, member: Member) -> Result<(), Failure> {
    let leads = members::leads(db, network.id).await?.len();
    members::set_left(db, (network.id, member.person_id), None, None).await?;
    if member.role == Role::Lead && may_lead_too(network, leads).is_err() {
        members::set_role(db, network.id, member.person_id, Role::Member).await?;
    }
    moved(db, app, network.id, member.person_id, true).await
}

/// Whoever leads or helps answers somebody who asked.
pub async fn answer(
    db: &mut Writing,
    app: &App,
    me: &Me,
    (id, person): (NetworkId, PersonId),
    (yes, word): (bool, &str),
) -> Result<Network, Failure> {
    let (network, rights) = held(db, me, id).await?;
    rights.may_admit()?;
    if !calls::delete(db, id, person, Kind::Request).await? {
        return Err(Failure::Stale(Message::new("networks-answered")));
    }
    let keys = if yes { letters::ADMITTED } else { letters::REFUSED };
    if yes {
        put(db, app, id, person, Role::Member).await?;
    }
    letters::write(db, app, &network, (person, me.id), (keys, word, "")).await?;
    Ok(network)
}

/// Invites people; who asked is taken in, who is in it or was invited is left alone. Says how many were invited.
pub async fn invite(
    db: &mut Writing,
    app: &App,
    me: &Me,
    id: NetworkId,
    (people, word): (&[PersonId], &str),
) -> Result<usize, Failure> {
    let (network, rights) = held(db, me, id).await?;
    rights.may_admit()?;
    let within: Vec<PersonId> = members::of_network(db, id).await?.into_iter().map(|member| member.person_id).collect();
    let mut invited = 0;
    for person in people.iter().copied().filter(|person| !within.contains(person)) {
        if calls::delete(db, id, person, Kind::Request).await? {
            put(db, app, id, person, Role::Member).await?;
            letters::write(db, app, &network, (person, me.id), (letters::ADMITTED, word, "")).await?;
            invited += 1;
            continue;
        }
        let call = Call {
            network_id: id,
            person_id: person,
            kind: Kind::Invitation,
            word: word.to_owned(),
            role: None,
            made_by: me.id,
            made_at: app.now(),
        };
        if calls::insert(db, &call).await? {
            letters::write(db, app, &network, (person, me.id), (letters::INVITED, word, "")).await?;
            invited += 1;
        }
    }
    // Who looks after Klatsch may invite the district.
    if !me.steward {
        let subject = format!("invites {}", me.id);
        if let Err(left) = identity::may_do_more(db, &subject, (invited, INVITED_A_DAY), app.now()).await? {
            let many = Message::new("networks-problem-invites").with("most", INVITED_A_DAY).with("left", left);
            return Err(Problems::one("people", many).into());
        }
    }
    Ok(invited)
}

/// Gives a member another role; says which they had.
pub async fn set_role(
    db: &mut Writing,
    me: &Me,
    (id, person): (NetworkId, PersonId),
    role: Role,
) -> Result<(Network, Role), Failure> {
    let (network, rights) = held(db, me, id).await?;
    rights.may_lead()?;
    let member = members::member(db, id, person).await?.filter(Member::is_in).ok_or(Failure::NotFound)?;
    let leads = members::leads(db, id).await?.len();
    if role != member.role {
        may_go(member.role, leads)?;
        if role == Role::Lead {
            may_lead_too(&network, leads)?;
        }
        members::set_role(db, id, person, role).await?;
        // Who leads it no more has nothing to hand over.
        calls::delete_handovers(db, id, person).await?;
    }
    Ok((network, member.role))
}

/// Takes a member out, or puts them back as they were.
pub async fn remove(
    db: &mut Writing,
    app: &App,
    me: &Me,
    (id, person): (NetworkId, PersonId),
    out: bool,
) -> Result<Network, Failure> {
    let (network, rights) = held(db, me, id).await?;
    rights.may_lead()?;
    let member = members::member(db, id, person).await?.ok_or(Failure::NotFound)?;
    if out && member.is_in() {
        may_go(member.role, members::leads(db, id).await?.len())?;
        members::set_left(db, (id, person), Some(app.now()), Some(me.id)).await?;
        calls::delete_handovers(db, id, person).await?;
        moved(db, app, id, person, false).await?;
    } else if !out && !member.is_in() {
        // Who left by themselves is not put back by others.
        if member.removed_by.is_none() {
            return Err(Failure::refused("networks-refused-restore"));
        }
        restored(db, app, &network, member).await?;
    }
    Ok(network)
}

/// People as a form names them, of everyone in the district who has not left.
pub async fn named(
    visit: &Visit,
    app: &App,
    input: &crate::web::Input,
    field: &str,
    problems: &mut Problems,
) -> Result<Vec<PersonId>, Failure> {
    visit.me()?;
    let mut db = app.read().await?;
    let (people, schools) = (people::all(&mut db).await?, crate::schools::all(&mut db).await?);
    drop(db);
    let before = problems.len();
    let (input, name) = (input.clone(), field.to_owned());
    // What is not found is compared with everybody: on a thread where that disturbs nobody.
    let reading = tokio::task::spawn_blocking(move || {
        let mut wrong = Problems::new();
        (people::named((&people, &schools), &input, &name, &mut wrong), wrong)
    });
    let (found, wrong) = reading.await.map_err(anyhow::Error::from)?;
    wrong.iter().for_each(|(field, message)| problems.add(field, message.clone()));
    if found.is_empty() && problems.len() == before {
        problems.add(field, "problem-required");
    }
    Ok(found)
}
