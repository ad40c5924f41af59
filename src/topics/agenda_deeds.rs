//! What hosts do to the agenda of a gathering: move, pin, fit again, publish, and say afterwards what
//! became of each topic.

use std::collections::HashMap;

use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::agenda::Pin;
use super::agenda_page::{Desk, draft, may_settle, page};
use super::carry::{self, Fate};
use super::hand::{Deed, Hand};
use super::words::Reasons;
use super::{door, publish, store};
use crate::app::App;
use crate::gatherings;
use crate::ids::{GatheringId, TopicId};
use crate::web::{Answer, Go, Input, Message, Path, Problems, Visit, go};

async fn wrong(visit: &Visit, app: &App, desk: Desk, problems: Problems) -> Answer {
    page(visit, app, desk, StatusCode::UNPROCESSABLE_ENTITY, problems).await
}

/// Someone else changed the agenda: it is shown as it is now, with who did it.
async fn stale(visit: &Visit, app: &App, desk: Desk) -> Answer {
    let id = desk.gathering.id;
    let fresh = Desk::open(visit, app, id).await?;
    let mut db = app.read().await?;
    let by = match fresh.table.agenda {
        Some(agenda) => door::names(&mut db, &[agenda.updated_by]).await?.remove(&agenda.updated_by),
        None => None,
    };
    drop(db);
    let message = Message::new("agenda-stale").with("name", by.unwrap_or_default());
    page(visit, app, fresh, StatusCode::CONFLICT, Problems::one("", message)).await
}

/// What was read of a host's form; with problems, the page to answer with.
macro_rules! read {
    ($visit:expr, $app:expr, $desk:expr, $input:expr) => {
        match Hand::read(&$input) {
            Ok(hand) if $desk.table.agenda.is_some_and(|agenda| agenda.is_stale(hand.version, $desk.me)) => {
                return stale(&$visit, &$app, $desk).await;
            }
            Ok(hand) => hand,
            Err(problems) => return wrong(&$visit, &$app, $desk, problems).await,
        }
    };
}

/// `POST /gatherings/{gathering}/agenda`: moves, adds or pins.
pub async fn arrange(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let desk = Desk::arrange(&visit, &app, id).await?;
    let hand = read!(visit, app, desk, input);
    let order = hand.order(&desk.table);
    let mut keep = desk.table.is_kept() || !matches!(hand.deed, Deed::Pin(..));
    if let Deed::Pin(topic, pin) = hand.deed {
        if desk.table.topic(topic).is_none() {
            return wrong(&visit, &app, desk, Problems::one("", "agenda-no-such-topic")).await;
        }
        let pinned = desk.table.pinned(topic, pin);
        if let Some(problem) = draft(&pinned).await?.problem.filter(|_| pin == Some(Pin::In)) {
            let problem = Reasons::new(visit.language, &pinned).refusal(&problem);
            return wrong(&visit, &app, desk, Problems::one("", problem)).await;
        }
    } else if !desk.table.is_kept() {
        // A press that changes nothing leaves the agenda to be fitted.
        let shown: Vec<TopicId> = draft(&desk.table).await?.chosen.iter().map(|chosen| chosen.id).collect();
        keep = order != shown;
    }
    let mut db = app.write().await?;
    if store::touch(&mut db, id, desk.me, hand.version, visit.now).await? == 0 {
        drop(db);
        return stale(&visit, &app, desk).await;
    }
    if let Deed::Pin(topic, pin) = hand.deed {
        store::pin(&mut db, id, topic, pin).await?;
    }
    if keep {
        store::keep(&mut db, id, Some(&order)).await?;
    }
    db.commit().await?;
    Ok(go(desk.path()).done(visit.language, done(hand.deed)).into_response())
}

/// The key of what a deed did.
fn done(deed: Deed) -> &'static str {
    match deed {
        Deed::Order | Deed::Up(_) | Deed::Down(_) => "agenda-moved",
        Deed::Add(_) => "agenda-added",
        Deed::Pin(_, Some(Pin::In)) => "agenda-pinned",
        Deed::Pin(_, Some(Pin::Out)) => "agenda-taken-out",
        Deed::Pin(_, None) => "agenda-unpinned",
    }
}

/// `POST /gatherings/{gathering}/agenda/fit`: the best agenda again; pins stay.
pub async fn fit(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let desk = Desk::arrange(&visit, &app, id).await?;
    let hand = read!(visit, app, desk, input);
    let mut db = app.write().await?;
    if store::touch(&mut db, id, desk.me, hand.version, visit.now).await? == 0 {
        drop(db);
        return stale(&visit, &app, desk).await;
    }
    store::keep(&mut db, id, None).await?;
    db.commit().await?;
    let go = go(desk.path()).done(visit.language, "agenda-fitted");
    Ok(with_order(go, &visit, desk.path(), &hand).into_response())
}

/// Offers to go back to the order that was posted.
fn with_order(go: Go, visit: &Visit, action: String, hand: &Hand) -> Go {
    let version = (hand.version + 1).to_string();
    let order: Vec<String> = hand.order.iter().map(ToString::to_string).collect();
    let mut fields = vec![("version", version.as_str())];
    fields.extend(order.iter().map(|id| ("topic", id.as_str())));
    go.undo(visit.language, action, &fields)
}

/// `POST /gatherings/{gathering}/agenda/publish`: members see the order the host saw.
pub async fn publish(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let desk = Desk::arrange(&visit, &app, id).await?;
    let hand = read!(visit, app, desk, input);
    let order = hand.order(&desk.table);
    if order.is_empty() {
        return wrong(&visit, &app, desk, Problems::one("", "agenda-publish-empty")).await;
    }
    let mut db = app.write().await?;
    if store::touch(&mut db, id, desk.me, hand.version, visit.now).await? == 0 {
        drop(db);
        return stale(&visit, &app, desk).await;
    }
    publish::publish(&mut db, &app, &desk.gathering, desk.me, &order).await?;
    db.commit().await?;
    Ok(go(desk.path()).done(visit.language, "agenda-published-done").into_response())
}

/// `POST /gatherings/{gathering}/agenda/unpublish`: the agenda is the hosts' own again.
pub async fn unpublish(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let desk = Desk::arrange(&visit, &app, id).await?;
    let hand = read!(visit, app, desk, input);
    let shown = Hand { order: desk.table.published(), ..hand.clone() };
    let mut db = app.write().await?;
    if store::touch(&mut db, id, desk.me, hand.version, visit.now).await? == 0 {
        drop(db);
        return stale(&visit, &app, desk).await;
    }
    store::unpublish(&mut db, id).await?;
    db.commit().await?;
    let go = go(desk.path()).done(visit.language, "agenda-unpublished");
    Ok(with_order(go, &visit, format!("{}/publish", desk.path()), &shown).into_response())
}

/// `POST /gatherings/{gathering}/agenda/settle`: what became of each topic, as `fate-{topic}`.
pub async fn settle(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let desk = Desk::open(&visit, &app, id).await?;
    may_settle(&desk.gathering, visit.now)?;
    let mut problems = Problems::new();
    let mut said = HashMap::new();
    for on in &desk.table.topics {
        if let Some(fate) = input.choice::<Fate>(&format!("fate-{}", on.topic.id), &mut problems) {
            said.insert(on.topic.id, fate);
        }
    }
    if !problems.is_empty() {
        return wrong(&visit, &app, desk, problems).await;
    }
    let mut db = app.write().await?;
    let settled = carry::settle(&mut db, &app, &desk.gathering, &said).await?;
    db.commit().await?;
    let message = Message::new("agenda-settled")
        .with("shared", settled.shared)
        .with("carried", settled.carried)
        .with("left", settled.left);
    let go = go(desk.path()).done(visit.language, message);
    Ok(go.undo(visit.language, format!("{}/reopen", desk.path()), &[]).into_response())
}

/// `POST /gatherings/{gathering}/agenda/reopen`: everything goes back on the table, to be decided anew.
pub async fn reopen(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let desk = Desk::open(&visit, &app, id).await?;
    may_settle(&desk.gathering, visit.now)?;
    let mut db = app.write().await?;
    store::reopen(&mut db, id, visit.now).await?;
    gatherings::tell_changed(&mut db, &app, id).await?;
    db.commit().await?;
    Ok(go(desk.path()).done(visit.language, "agenda-reopened").into_response())
}
