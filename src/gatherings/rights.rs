//! Who may do what with a gathering or a series: one function per right, answering with a reason.

use super::{Audience, Gathering, Series, store};
use crate::database::{Connection, Result};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Failure, Me, Visit};

/// Who looks; for queries that show only what a person may see.
#[derive(Debug, Clone, Copy)]
pub struct Viewer {
    /// The person; the nil id for nobody.
    pub person: PersonId,
    /// Whether someone is signed in.
    pub signed_in: bool,
    /// Whether they look after Klatsch.
    pub steward: bool,
}

impl Viewer {
    /// The visitor of a request.
    pub fn of(visit: &Visit) -> Viewer {
        Viewer {
            person: visit.person().unwrap_or(PersonId(uuid::Uuid::nil())),
            signed_in: visit.me.is_some(),
            steward: visit.me.as_ref().is_some_and(|me| me.steward),
        }
    }
}

/// What ties a person to a gathering or series.
#[derive(Debug, Clone, Copy)]
pub struct Rights {
    /// Who may see it.
    pub audience: Audience,
    /// Whether someone is signed in.
    pub signed_in: bool,
    /// Whether they host it.
    pub host: bool,
    /// Whether they were invited by name.
    pub invited: bool,
    /// Whether they look after Klatsch.
    pub steward: bool,
}

/// The rights of a person (or nobody) in a gathering.
pub async fn rights(db: &mut Connection, gathering: &Gathering, me: Option<&Me>) -> Result<Rights> {
    let tie = match me {
        Some(me) => store::gathering_tie(db, gathering.id, gathering.series_id, me.id).await?,
        None => store::Tie::default(),
    };
    Ok(Rights::new(gathering.audience, tie, me))
}

/// A gathering, and the rights of a person (or nobody) in it.
pub async fn gathering_for(
    db: &mut Connection,
    id: GatheringId,
    me: Option<&Me>,
) -> Result<Option<(Gathering, Rights)>> {
    let found = match me {
        Some(me) => store::tied_gathering(db, id, me.id).await?,
        None => store::gathering(db, id).await?.map(|found| (found, store::Tie::default())),
    };
    Ok(found.map(|(found, tie)| {
        let rights = Rights::new(found.audience, tie, me);
        (found, rights)
    }))
}

/// A series, and the rights of a person (or nobody) in it.
pub async fn series_for(db: &mut Connection, id: SeriesId, me: Option<&Me>) -> Result<Option<(Series, Rights)>> {
    let found = match me {
        Some(me) => store::tied_series(db, id, me.id).await?,
        None => store::series(db, id).await?.map(|found| (found, store::Tie::default())),
    };
    Ok(found.map(|(found, tie)| {
        let rights = Rights::new(found.audience, tie, me);
        (found, rights)
    }))
}

/// The rights of a person (or nobody) in a series.
pub async fn series_rights(db: &mut Connection, series: &Series, me: Option<&Me>) -> Result<Rights> {
    let tie = match me {
        Some(me) => store::series_tie(db, series.id, me.id).await?,
        None => store::Tie::default(),
    };
    Ok(Rights::new(series.audience, tie, me))
}

/// Of these gatherings those that somebody may see, in their order.
pub async fn visible(db: &mut Connection, viewer: Viewer, mut gatherings: Vec<Gathering>) -> Result<Vec<Gathering>> {
    let some_invited = gatherings.iter().any(|gathering| gathering.audience == Audience::Invited);
    let ties = if some_invited && viewer.signed_in && !viewer.steward {
        store::ties(db, viewer.person).await?
    } else {
        Vec::new()
    };
    gatherings.retain(|gathering| match gathering.audience {
        Audience::Public => true,
        Audience::District => viewer.signed_in,
        Audience::Invited => {
            viewer.steward
                || ties.contains(&gathering.id.0)
                || gathering.series_id.is_some_and(|series| ties.contains(&series.0))
        }
    });
    Ok(gatherings)
}

impl Rights {
    fn new(audience: Audience, tie: store::Tie, me: Option<&Me>) -> Rights {
        Rights {
            audience,
            signed_in: me.is_some(),
            host: tie.host,
            invited: tie.invited,
            steward: me.is_some_and(|me| me.steward),
        }
    }

    /// May they know of it? What someone may not see is not there, rather than forbidden.
    pub fn may_see(self) -> std::result::Result<(), Failure> {
        match self.audience {
            Audience::Public => Ok(()),
            _ if !self.signed_in => Err(Failure::SignIn),
            Audience::District => Ok(()),
            Audience::Invited if self.host || self.invited || self.steward => Ok(()),
            Audience::Invited => Err(Failure::NotFound),
        }
    }

    /// May they answer, propose topics and say that they are keen? Whoever may see it and is signed in.
    pub fn may_take_part(self) -> std::result::Result<(), Failure> {
        self.may_see()?;
        if self.signed_in { Ok(()) } else { Err(Failure::SignIn) }
    }

    /// May they change it, fit the agenda, take attendance? Its hosts, and stewards.
    pub fn may_host(self) -> std::result::Result<(), Failure> {
        self.may_take_part()?;
        if self.host || self.steward { Ok(()) } else { Err(Failure::refused("refused-host")) }
    }

    /// Whether [`Rights::may_host`] says yes; for pages that show hosts more.
    pub fn is_host(self) -> bool {
        self.may_host().is_ok()
    }
}
