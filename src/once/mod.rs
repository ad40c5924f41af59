//! Once: what is posted twice counts once.
//!
//! A phone on a bad network posts, hears nothing, and posts again. Whoever posts gives a key (a UUID):
//! a form in its hidden field `once` (one with a file in its address, `?once=`), a program in the header `Idempotency-Key` (the name of
//! draft-ietf-httpapi-idempotency-key-header). The layer here remembers the key in the *same
//! transaction* as what was done, so that neither is there without the other, and answers the second
//! post as it did the first: same status, same place to go, same words, same JSON. The same key with
//! other words, or by another person, is refused (422); a form sent again with other words, after a
//! press of "back", is another post.
//!
//! No handler has to know: [`App::write`](crate::app::App::write) claims the key of the request under
//! way in every transaction it opens. Rejected: a call in each verb, which the next verb forgets; a
//! key written before or after the effect, which a crash between the two makes a lie.
//!
//! A handler that opens two transactions is done once in its first; let it have one.

mod kept;
mod layer;
mod seal;
mod store;
#[cfg(test)]
mod tests;

use std::cell::Cell;

use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::app::{App, Domain};
use crate::clock::Instant;
use crate::database::{self, Writing};
use crate::ids::PersonId;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use layer::once;
use seal::Seal;

/// This room.
pub const DOMAIN: Domain = Domain {
    name: "once",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: "",
    jobs: || {
        vec![jobs::Kind {
            name: "forget-keys",
            title: "job-forget-keys",
            daily: true,
            run: |app, _| Box::pin(forget(app)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};

/// How long a key is remembered: a phone may lie in a drawer over a weekend and a fortnight's break.
pub const DAYS: i64 = 21;

/// A post that has a key.
#[derive(Debug, Clone)]
struct Post {
    /// The key.
    id: Uuid,
    /// This attempt: a transaction that was given up may be begun again, another attempt may not.
    request: Uuid,
    /// By whom; nobody when not signed in.
    person_id: Option<PersonId>,
    /// Method and path; of a form their digest, since an address may hold a secret.
    path: String,
    /// SHA-256 of what was posted.
    digest: Vec<u8>,
    /// What the answer to a form is kept under; none of a program's, which has no secret.
    seal: Option<Seal>,
}

/// The post under way, and whether another attempt was found to have done it.
#[derive(Debug)]
struct Claim {
    post: Post,
    state: Cell<State>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing was written.
    Idle,
    /// A transaction holds the key.
    Claimed,
    /// Another attempt holds it.
    Repeated,
}

tokio::task_local! {
    static CLAIM: Claim;
}

/// Writes the key of the request under way, if it has one, into a transaction that begins.
///
/// # Errors
/// When another attempt did it already; the layer then answers as that one did.
pub async fn claim(db: &mut Writing, now: Instant) -> database::Result<()> {
    let Ok(post) = CLAIM.try_with(|claim| claim.post.clone()) else { return Ok(()) };
    // On PostgreSQL this waits for a transaction that holds the key, and on SQLite there is one
    // writer: of two that come together, one is first.
    let ours = store::claim(db, &post, now).await?;
    let state = if ours { State::Claimed } else { State::Repeated };
    let _ = CLAIM.try_with(|claim| claim.state.set(state));
    if ours { Ok(()) } else { Err(database::Error::given_up("this was posted before")) }
}

/// Forgets the keys whose time is over.
async fn forget(app: App) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    store::forget(&mut db, app.now().plus_days(-DAYS)).await?;
    db.commit().await?;
    Ok(())
}
