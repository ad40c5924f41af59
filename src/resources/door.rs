//! Coming in: a topic, a gathering or a network of which something is kept, with the rights of whoever asks.

use super::{Of, Resource, Shelf, board, store};
use crate::database::Connection;
use crate::gatherings::{self, Gathering, Rights};
use crate::ids::{PersonId, ResourceId, SeriesId};
use crate::networks::{self, Network};
use crate::topics::{self, OnTable};
use crate::web::{Failure, Message, Page, Visit};

/// Where something is kept.
#[derive(Debug)]
pub enum Room {
    /// A gathering, or the one a topic is on now.
    Gathering {
        /// The gathering.
        gathering: Box<Gathering>,
        /// The visitor's rights there.
        rights: Rights,
        /// The topic.
        topic: Option<Box<OnTable>>,
    },
    /// A network.
    Network(Box<Network>, Box<networks::Rights>),
}

/// A topic, a gathering or a network that the visitor may see.
#[derive(Debug)]
pub struct Desk {
    /// What is kept is of this.
    pub of: Of,
    /// Where that is.
    pub room: Room,
    me: Option<PersonId>,
    /// Whether the visitor writes here.
    writes: bool,
}

impl Desk {
    /// May the visitor write and add? Hosts; of a topic also who shares it; in a network its members.
    ///
    /// # Errors
    /// Why not.
    pub fn may_write(&self) -> Result<(), Failure> {
        match &self.room {
            Room::Gathering { rights, .. } => rights.may_take_part()?,
            Room::Network(_, rights) => return rights.may_add(),
        }
        if self.writes { Ok(()) } else { Err(Failure::Refused(Message::new("resources-refused-write"))) }
    }

    /// May the visitor change and remove this? Whoever writes here; in a network who added it, and who leads.
    ///
    /// # Errors
    /// Why not.
    pub fn may_change(&self, resource: &Resource) -> Result<(), Failure> {
        self.may_write()?;
        match &self.room {
            Room::Network(_, rights) if Some(resource.added_by) != self.me && rights.may_lead().is_err() => {
                Err(Failure::Refused(Message::new("resources-refused-other")))
            }
            _ => Ok(()),
        }
    }

    /// May the visitor say in which order things stand? Whoever writes here; in a network who leads.
    ///
    /// # Errors
    /// Why not.
    pub fn may_order(&self) -> Result<(), Failure> {
        self.may_write()?;
        match &self.room {
            Room::Network(_, rights) => rights.may_lead(),
            Room::Gathering { .. } => Ok(()),
        }
    }

    /// The series of the gathering.
    pub fn series(&self) -> Option<SeriesId> {
        match &self.room {
            Room::Gathering { gathering, .. } => gathering.series_id,
            Room::Network(..) => None,
        }
    }

    /// The part of the house.
    pub fn section(&self) -> &'static str {
        match &self.room {
            Room::Gathering { .. } => "gatherings",
            Room::Network(..) => "networks",
        }
    }

    /// What is above the page of it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn place(&self, db: &mut Connection, visit: &Visit) -> Result<Vec<(String, String)>, Failure> {
        Ok(match &self.room {
            Room::Gathering { gathering, .. } => topics::place(db, visit, gathering).await?,
            Room::Network(network, _) => networks::place(&Page::new(visit, "networks", ""), network),
        })
    }

    /// What is kept.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shelf(&self, db: &mut Connection) -> Result<Shelf, Failure> {
        Ok(match self.of {
            Of::Gathering(id) => board::of_gathering(db, id, &[]).await?.of(self.of),
            Of::Topic(id) => board::of_topic(db, id).await?,
            Of::Network(id) => board::of_network(db, id).await?,
        })
    }
}

/// Who writes: hosts, and of a topic who proposed it or can share on it too.
pub fn writes(rights: Rights, me: Option<PersonId>, proposer: Option<PersonId>, sharers: &[PersonId]) -> bool {
    let shares = me.is_some_and(|me| proposer == Some(me) || sharers.contains(&me));
    rights.is_host() || (shares && rights.may_take_part().is_ok())
}

/// Opens what the visitor may see.
///
/// # Errors
/// [`Failure::NotFound`] where there is nothing, or nothing for them; [`Failure::SignIn`].
pub async fn open(db: &mut Connection, visit: &Visit, of: Of) -> Result<Desk, Failure> {
    let me = visit.person();
    let (room, writes) = match of {
        Of::Gathering(id) => {
            let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
            let rights = gatherings::rights(db, &gathering, visit.me.as_ref()).await?;
            rights.may_see()?;
            let writes = writes(rights, None, None, &[]);
            (Room::Gathering { gathering: Box::new(gathering), rights, topic: None }, writes)
        }
        Of::Topic(id) => {
            let (on, gathering, rights) = topics::visible(db, visit, id).await?;
            let sharers = topics::sharers(db, id).await?;
            let writes = writes(rights, me, Some(on.topic.person_id), &sharers);
            (Room::Gathering { gathering: Box::new(gathering), rights, topic: Some(Box::new(on)) }, writes)
        }
        Of::Network(id) => {
            let (network, rights) = networks::seen(db, visit.me.as_ref(), id).await?;
            rights.may_see_shelf()?;
            let writes = rights.may_add().is_ok();
            (Room::Network(Box::new(network), Box::new(rights)), writes)
        }
    };
    Ok(Desk { of, room, me, writes })
}

/// Opens for writing.
///
/// # Errors
/// As [`open`], or a refusal with its reason.
pub async fn to_write(db: &mut Connection, visit: &Visit, of: Of) -> Result<Desk, Failure> {
    let desk = open(db, visit, of).await?;
    desk.may_write()?;
    Ok(desk)
}

/// A link or file the visitor may see; one that was removed is there only for who may take that back.
///
/// # Errors
/// As [`open`].
pub async fn resource(db: &mut Connection, visit: &Visit, id: ResourceId) -> Result<(Resource, Desk), Failure> {
    let resource = store::resource(db, id).await?.ok_or(Failure::NotFound)?;
    let desk = match open(db, visit, resource.of().ok_or(Failure::NotFound)?).await {
        // A file is there or not; that it is there is nobody's else.
        Err(Failure::Refused(_)) => return Err(Failure::NotFound),
        opened => opened?,
    };
    if resource.removed_at.is_some() && desk.may_change(&resource).is_err() {
        return Err(Failure::NotFound);
    }
    Ok((resource, desk))
}

/// A link or file that the visitor may change.
///
/// # Errors
/// As [`to_write`].
pub async fn to_change(db: &mut Connection, visit: &Visit, id: ResourceId) -> Result<(Resource, Desk), Failure> {
    let (resource, desk) = resource(db, visit, id).await?;
    desk.may_change(&resource)?;
    Ok((resource, desk))
}
