//! Who may do what with a network: one function per right, answering with a reason.

use super::member::{Call, Kind, Member, Role};
use super::{Audience, Joining, Network, store};
use crate::database::{Connection, Result};
use crate::ids::NetworkId;
use crate::web::{Failure, Me};

/// What ties a person to a network.
#[derive(Debug, Clone)]
pub struct Rights {
    audience: Audience,
    joining: Joining,
    closed: bool,
    signed_in: bool,
    steward: bool,
    /// Their place in it, also a former one.
    pub member: Option<Member>,
    /// What waits between them and the network.
    pub calls: Vec<Call>,
}

/// How somebody gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// At once: it is open, or they were invited.
    Open,
    /// By asking.
    Ask,
}

/// The rights of a person (or nobody) in a network.
pub async fn rights(db: &mut Connection, network: &Network, me: Option<&Me>) -> Result<Rights> {
    let (member, calls) = match me {
        Some(me) => {
            (store::members::member(db, network.id, me.id).await?, store::calls::between(db, network.id, me.id).await?)
        }
        None => (None, Vec::new()),
    };
    Ok(Rights {
        audience: network.audience,
        joining: network.joining,
        closed: network.closed_at.is_some(),
        signed_in: me.is_some(),
        steward: me.is_some_and(|me| me.steward),
        member,
        calls,
    })
}

/// A network with the rights of whoever looks, if they may know of it.
pub async fn seen(
    db: &mut Connection,
    me: Option<&Me>,
    id: NetworkId,
) -> std::result::Result<(Network, Rights), Failure> {
    let network = store::network(db, id).await?.ok_or(Failure::NotFound)?;
    let rights = rights(db, &network, me).await?;
    rights.may_see()?;
    Ok((network, rights))
}

impl Rights {
    /// What they do in it.
    pub fn role(&self) -> Option<Role> {
        self.member.filter(Member::is_in).map(|member| member.role)
    }

    /// What waits between them and the network, of a kind.
    pub fn call(&self, kind: Kind) -> Option<&Call> {
        self.calls.iter().find(|call| call.kind == kind)
    }

    fn is_tied(&self) -> bool {
        self.role().is_some()
            || self.steward
            || self.call(Kind::Invitation).is_some()
            || self.call(Kind::Handover).is_some()
    }

    /// May they know of it? What someone may not see is not there, rather than forbidden. A closed one is
    /// there for its members.
    pub fn may_see(&self) -> std::result::Result<(), Failure> {
        match self.audience {
            Audience::Public if !self.closed => Ok(()),
            _ if !self.signed_in => Err(Failure::SignIn),
            Audience::District if !self.closed => Ok(()),
            _ if self.is_tied() => Ok(()),
            _ => Err(Failure::NotFound),
        }
    }

    /// May they see who is in it? Its members may.
    pub fn may_see_members(&self) -> std::result::Result<(), Failure> {
        self.may_see()?;
        match (self.signed_in, self.role().is_some() || self.steward) {
            (false, _) => Err(Failure::SignIn),
            (true, false) => Err(Failure::refused("networks-refused-members")),
            (true, true) => Ok(()),
        }
    }

    /// May they see its links and files? Its members may; everyone in the district where anybody may join.
    pub fn may_see_shelf(&self) -> std::result::Result<(), Failure> {
        self.may_see()?;
        if self.signed_in && !self.closed && self.audience != Audience::Network && self.joining == Joining::Open {
            return Ok(());
        }
        match self.may_see_members() {
            Err(Failure::Refused(_)) => Err(Failure::refused("networks-refused-shelf")),
            other => other,
        }
    }

    /// May they add links and files? Its members may, while it is not closed.
    pub fn may_add(&self) -> std::result::Result<(), Failure> {
        self.may_see()?;
        if !self.signed_in {
            Err(Failure::SignIn)
        } else if self.closed {
            Err(Failure::refused("networks-refused-closed"))
        } else if self.role().is_some() || self.steward {
            Ok(())
        } else {
            Err(Failure::refused("networks-refused-add"))
        }
    }

    /// May they join, and how?
    pub fn may_join(&self) -> std::result::Result<Door, Failure> {
        self.may_see()?;
        if !self.signed_in {
            Err(Failure::SignIn)
        } else if self.closed {
            Err(Failure::refused("networks-refused-closed"))
        } else if self.call(Kind::Invitation).is_some() {
            Ok(Door::Open)
        } else {
            match self.joining {
                Joining::Open => Ok(Door::Open),
                Joining::Request => Ok(Door::Ask),
                Joining::Invitation => Err(Failure::refused("networks-refused-invitation")),
            }
        }
    }

    /// May they run it? Who leads it, and stewards.
    pub fn may_lead(&self) -> std::result::Result<(), Failure> {
        self.may_see()?;
        match (self.signed_in, self.role() == Some(Role::Lead) || self.steward) {
            (false, _) => Err(Failure::SignIn),
            (true, false) => Err(Failure::refused("networks-refused-lead")),
            (true, true) => Ok(()),
        }
    }

    /// May they invite people and answer those who ask? Who leads it, the committee, and stewards; into a
    /// closed network nobody comes.
    pub fn may_admit(&self) -> std::result::Result<(), Failure> {
        self.may_see()?;
        let helps = matches!(self.role(), Some(Role::Lead | Role::Committee)) || self.steward;
        match (self.signed_in, helps) {
            (false, _) => Err(Failure::SignIn),
            (true, false) => Err(Failure::refused("networks-refused-admit")),
            (true, true) if self.closed => Err(Failure::refused("networks-refused-closed")),
            (true, true) => Ok(()),
        }
    }
}
