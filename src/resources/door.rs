//! Coming in: a topic or a gathering on which something is kept, with the rights of whoever asks.

use super::{Of, Resource, Shelf, board, store};
use crate::database::Connection;
use crate::gatherings::{self, Gathering, Rights};
use crate::ids::{PersonId, ResourceId, SeriesId};
use crate::topics::{self, OnTable};
use crate::web::{Failure, Message, Visit};

/// A topic or a gathering that the visitor may see.
#[derive(Debug)]
pub struct Desk {
    /// What is kept is of this.
    pub of: Of,
    /// The gathering, or the one the topic is on now.
    pub gathering: Gathering,
    /// The visitor's rights there.
    pub rights: Rights,
    /// The topic.
    pub topic: Option<OnTable>,
    /// Whether the visitor writes here.
    pub writes: bool,
}

impl Desk {
    /// May the visitor write, add and remove? Hosts; of a topic also who shares it.
    ///
    /// # Errors
    /// Why not.
    pub fn may_write(&self) -> Result<(), Failure> {
        self.rights.may_take_part()?;
        if self.writes { Ok(()) } else { Err(Failure::Refused(Message::new("resources-refused-write"))) }
    }

    /// The series of the gathering.
    pub fn series(&self) -> Option<SeriesId> {
        self.gathering.series_id
    }

    /// What is kept.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shelf(&self, db: &mut Connection) -> Result<Shelf, Failure> {
        Ok(match self.of {
            Of::Gathering(id) => board::of_gathering(db, id, &[]).await?.of(self.of),
            Of::Topic(id) => board::of_topic(db, id).await?,
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
    match of {
        Of::Gathering(id) => {
            let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
            let rights = gatherings::rights(db, &gathering, visit.me.as_ref()).await?;
            rights.may_see()?;
            Ok(Desk { of, gathering, rights, topic: None, writes: writes(rights, None, None, &[]) })
        }
        Of::Topic(id) => {
            let (on, gathering, rights) = topics::visible(db, visit, id).await?;
            let sharers = topics::sharers(db, id).await?;
            let writes = writes(rights, visit.person(), Some(on.topic.person_id), &sharers);
            Ok(Desk { of, gathering, rights, topic: Some(on), writes })
        }
    }
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
    let desk = open(db, visit, resource.of().ok_or(Failure::NotFound)?).await?;
    if resource.removed_at.is_some() && !desk.writes {
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
    desk.may_write()?;
    Ok((resource, desk))
}
