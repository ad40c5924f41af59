//! A team confirmed for a year, reminded, taken out and put back.

use axum::extract::State as With;
use axum::response::IntoResponse;

use super::deeds::{self, open};
use super::store;
use crate::app::App;
use crate::ids::{NetworkId, PersonId, TeamId};
use crate::people;
use crate::web::{Answer, Failure, Message, Path, Visit, go};

/// `POST /teams/{team}/confirm`: the school is in this year too.
pub async fn confirm(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    confirm_one(&visit, &app, id).await?;
    Ok(go(format!("/teams/{id}")).done(visit.language, "teams-confirmed").into_response())
}

/// Confirms a team for its year.
pub async fn confirm_one(visit: &Visit, app: &App, id: TeamId) -> Result<(), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let whole = open(&mut db, visit, id).await?;
    whole.may_complete(me.id)?;
    store::confirm(&mut db, id).await?;
    whole.tell(&mut db, app).await?;
    db.commit().await?;
    Ok(())
}

/// `POST /teams/{team}/remind`: by hand, of whoever leads the network.
pub async fn remind(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    let (network, told) = remind_one(&visit, &app, id).await?;
    let name = match told {
        Some(person) => {
            people::person(&mut *app.read().await?, person).await?.map_or_else(String::new, |person| person.name)
        }
        None => String::new(),
    };
    let go = go(format!("/networks/{network}/teams"));
    Ok(match told {
        Some(_) => go.done(visit.language, Message::new("teams-reminded").with("name", name)),
        None => go.problem(visit.language, "teams-complete-already"),
    }
    .into_response())
}

/// Reminds who can complete a team: its network, and who that is where somebody is missing.
pub async fn remind_one(visit: &Visit, app: &App, id: TeamId) -> Result<(NetworkId, Option<PersonId>), Failure> {
    let mut db = app.write().await?;
    let whole = open(&mut db, visit, id).await?;
    whole.rights.may_lead()?;
    whole.may_change()?;
    let told = deeds::remind(&mut db, app, &whole).await?;
    db.commit().await?;
    Ok((whole.network.id, told))
}

/// `POST /teams/{team}/remove`
pub async fn remove(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    let network = set_removed(&visit, &app, id, true).await?;
    let go = go(format!("/networks/{network}/teams")).done(visit.language, "teams-removed");
    Ok(go.undo(visit.language, format!("/teams/{id}/restore"), &[]).into_response())
}

/// `POST /teams/{team}/restore`
pub async fn restore(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    set_removed(&visit, &app, id, false).await?;
    Ok(go(format!("/teams/{id}")).done(visit.language, "teams-restored").into_response())
}

/// Takes a team out, or puts it back; its network.
pub async fn set_removed(visit: &Visit, app: &App, id: TeamId, out: bool) -> Result<NetworkId, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let whole = open(&mut db, visit, id).await?;
    // Who begins a team by a slip takes it back.
    let own = whole.team.created_by == me.id && whole.rights.role().is_some();
    if whole.rights.may_lead().is_err() && !own {
        return Err(Failure::refused("networks-refused-lead"));
    }
    whole.may_change()?;
    store::set_removed(&mut db, id, out.then_some(visit.now)).await?;
    whole.tell(&mut db, app).await?;
    db.commit().await?;
    Ok(whole.network.id)
}
