//! The projector: a gathering under way.
//!
//! One screen for everybody, with what is on, the time it has left, what is next, and how to check in;
//! one page for the host's phone, which moves it along. A *run* is where a gathering stands: the welcome,
//! a topic, the close; the *steps* behind it are a pile whose top can be taken off again. When a topic
//! runs over, the others give way, and what no longer fits may carry over. Screens are told by
//! server-sent events within a second, whichever process they are connected to, and ask again by
//! themselves where no script runs. A *screen* is a computer that shows it without anyone signed in.
//! What the projector must never do: move twice for one press, or show a name to who may not see it.

mod api;
mod events;
mod look;
mod moves;
mod phone;
mod plan;
mod qr;
mod run;
mod screen;
mod screens;
mod store;
#[cfg(test)]
mod tests;
mod watch;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::{App, Domain};
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use run::may_run;
pub use watch::Watch;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "projector",
    pages: || {
        Routes::new()
            .get("/gatherings/{gathering}/run", phone::show)
            .post("/gatherings/{gathering}/run", phone::go_on)
            .get("/gatherings/{gathering}/projector", screen::show)
            .get("/gatherings/{gathering}/events", events::of_gathering)
            .post("/gatherings/{gathering}/screens", screens::make)
            .post("/gatherings/{gathering}/screens/{screen}/end", screens::end)
            .get("/screen", screens::show)
            .post("/screen", screens::pair)
            .get("/screen/events", events::of_screen)
    },
    api: || OpenApiRouter::new().routes(routes!(api::state, api::go_on)),
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind { name: "screens", title: "job-screens", daily: true, run: |app, _| Box::pin(sweep(app)) }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};

/// Forgets screens whose time is over.
async fn sweep(app: App) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    store::sweep(&mut db, app.now().plus_days(-1)).await?;
    db.commit().await?;
    Ok(())
}
