//! What search finds of networks: their name and what they are about, for whoever may know of them.

use uuid::Uuid;

use super::{Audience, Network, store};
use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::search::{self, Document, Kind, Source, Standing};
use crate::text;

/// The networks.
pub const FOUND: Source = Source { kind: Kind::Network, after: |db, after, most| Box::pin(after_id(db, after, most)) };

fn of_network(network: &Network) -> Document {
    let audience = match network.audience {
        // A closed one is there for its members.
        _ if network.closed_at.is_some() => search::Audience::Invited,
        Audience::Public => search::Audience::Public,
        Audience::District => search::Audience::District,
        Audience::Network => search::Audience::Invited,
    };
    Document {
        id: network.id.0,
        kind: Kind::Network,
        href: format!("/networks/{}", network.id),
        title: network.name.clone(),
        body: text::plain(&network.about),
        standing: Standing { audience, series: Some(network.id.0), ..Standing::IN_THE_DISTRICT },
        marks: Vec::new(),
    }
}

/// Where what is kept on a network's own shelf stands: whoever may see the shelf may find it
/// ([`Rights::may_see_shelf`](super::Rights::may_see_shelf)).
pub fn shelf_standing(network: &Network) -> Standing {
    let audience = if network.shelf_is_open() { search::Audience::District } else { search::Audience::Invited };
    Standing { audience, series: Some(shelf(network.id)), ..Standing::IN_THE_DISTRICT }
}

/// The tie of those who are in a network, which who is invited to it has not: its identifier with another last
/// bit, since a thing stands with one identifier and is found by whoever is tied to that.
fn shelf(network: NetworkId) -> Uuid {
    Uuid::from_u128(network.0.as_u128() ^ 1)
}

/// Lets a network, and what is on its shelf, be found as it is now.
pub async fn put(db: &mut Writing, network: &Network) -> Result<()> {
    search::put(db, &of_network(network)).await?;
    search::set_audience(db, shelf(network.id), shelf_standing(network).audience).await
}

async fn after_id(db: &mut Connection, after: Uuid, most: i64) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let networks = store::after(db, NetworkId(after), most).await?;
    Ok(networks.iter().map(|network| (network.id.0, Some(of_network(network)))).collect())
}

/// The networks a person is tied to, and whose things they may find.
pub async fn ties(db: &mut Connection, person: PersonId) -> Result<Vec<Uuid>> {
    let inside = store::members::of_person(db, person).await?.into_iter();
    let mut tied: Vec<Uuid> = inside.flat_map(|row| [row.0.0, shelf(row.0)]).collect();
    let calls = store::calls::of_person(db, person).await?.into_iter();
    tied.extend(calls.filter(|call| call.kind != super::member::Kind::Request).map(|call| call.network_id.0));
    Ok(tied)
}
