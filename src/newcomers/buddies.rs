//! Buddies: somebody who goes along the first few times. Nobody becomes one who has not offered, or takes it on
//! themselves; both are told, and either may end it.

use std::collections::HashSet;

use axum::extract::State;
use axum::response::IntoResponse;

use super::newcomer::Newcomer;
use super::{hosts, letters, store};
use crate::app::App;
use crate::attendance;
use crate::database::{Connection, Result};
use crate::ids::{NewcomerId, PersonId};
use crate::people;
use crate::web::{Answer, Failure, Input, Message, Path, Problems, Visit, go};

/// How many who offer themselves are shown to choose from.
const MOST: i64 = 30;

/// Which of these newcomers came to a circle they were told of, after they had answered.
pub async fn came(db: &mut Connection, newcomers: &[Newcomer]) -> Result<HashSet<NewcomerId>> {
    let people: Vec<PersonId> = newcomers.iter().filter_map(|newcomer| newcomer.person_id).collect();
    let marks = attendance::came_last(db, &people).await?;
    let ids: Vec<NewcomerId> = newcomers.iter().map(|newcomer| newcomer.id).collect();
    let circles = store::circles_of(db, &ids).await?;
    let came = newcomers.iter().filter(|newcomer| {
        marks.iter().any(|mark| {
            Some(mark.person_id) == newcomer.person_id
                && mark.recorded_at > newcomer.answered_at
                && circles.iter().any(|named| named.0 == newcomer.id && named.1 == mark.series_id.0)
        })
    });
    Ok(came.map(|newcomer| newcomer.id).collect())
}

/// Who may be the buddy of a newcomer: whoever chooses, first, and those who offer themselves.
pub async fn candidates(db: &mut Connection, visit: &Visit, newcomer: &Newcomer) -> Result<Vec<(String, String)>> {
    let mut ids = store::offering(db, MOST).await?;
    ids.retain(|id| Some(*id) != newcomer.person_id && visit.person() != Some(*id));
    let mut all: Vec<(String, String)> = Vec::new();
    if let Some(me) = visit.me.as_ref().filter(|me| Some(me.id) != newcomer.person_id) {
        all.push((me.id.to_string(), visit.language.say("newcomers-buddy-me").to_string()));
    }
    all.extend(people::some(db, &ids).await?.into_iter().map(|person| (person.id.to_string(), person.name)));
    Ok(all)
}

/// `POST /newcomers/buddy`: the visitor offers to be a buddy, or does not any more.
pub async fn offer(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let offers = input.ticked("offers", &mut problems);
    problems.or(())?;
    let mut db = app.write().await?;
    store::set_offer(&mut db, me.id, offers.then_some(visit.now)).await?;
    db.commit().await?;
    let done = if offers { "newcomers-offered" } else { "newcomers-offer-ended" };
    Ok(go("/newcomers").done(visit.language, done).into_response())
}

/// `POST /newcomers/{newcomer}/buddy`
pub async fn assign(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>, input: Input) -> Answer {
    let name = give(&visit, &app, id, &input).await?;
    let done = Message::new("newcomers-buddy-given").with("name", name);
    Ok(go(format!("/newcomers/{id}")).done(visit.language, done).into_response())
}

/// A host or a steward gives a newcomer a buddy; says who it is.
pub async fn give(visit: &Visit, app: &App, id: NewcomerId, input: &Input) -> std::result::Result<String, Failure> {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let (newcomer, tie) = hosts::open(&mut db, visit, id).await?;
    if !tie.host && !tie.steward {
        return Err(Failure::refused("newcomers-refused-buddy"));
    }
    let mut problems = Problems::new();
    input.only(&["person"], &mut problems);
    let person = input.needed_choice::<PersonId>("person", &mut problems);
    let Some(buddy) = problems.or(person)? else { return Ok(String::new()) };
    let willing = buddy == me.id || store::offers(&mut db, buddy).await?;
    let standing = people::standing(&mut db, buddy).await?.filter(|_| willing && Some(buddy) != newcomer.person_id);
    let Some(standing) = standing else { return Err(Problems::one("person", "newcomers-buddy-unwilling").into()) };
    if newcomer.buddy_id.is_some() {
        return Err(Failure::Stale(Message::new("newcomers-buddy-already")));
    }
    drop(db);
    let mut db = app.write().await?;
    if !store::give_buddy(&mut db, id, buddy, visit.now).await? {
        return Err(Failure::Stale(Message::new("newcomers-buddy-already")));
    }
    letters::buddies(&mut db, app, &newcomer, buddy, true).await?;
    db.commit().await?;
    Ok(standing.name)
}

/// `POST /newcomers/{newcomer}/buddy/end`
pub async fn end(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>) -> Answer {
    let newcomer = part(&visit, &app, id).await?;
    let back =
        if newcomer.person_id == visit.person() { "/welcome/answer".to_owned() } else { "/newcomers".to_owned() };
    Ok(go(back).done(visit.language, "newcomers-buddy-ended").into_response())
}

/// Ends it: the newcomer, the buddy, a host of theirs or a steward.
pub async fn part(visit: &Visit, app: &App, id: NewcomerId) -> std::result::Result<Newcomer, Failure> {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let newcomer = store::newcomer(&mut db, id).await?.ok_or(Failure::NotFound)?;
    if newcomer.person_id != Some(me.id) {
        hosts::open(&mut db, visit, id).await?;
    }
    drop(db);
    let Some(buddy) = newcomer.buddy_id else {
        return Err(Failure::Stale(Message::new("newcomers-buddy-none")));
    };
    let mut db = app.write().await?;
    if !store::end_buddy(&mut db, id, buddy, visit.now).await? {
        return Err(Failure::Stale(Message::new("newcomers-buddy-none")));
    }
    letters::buddies(&mut db, app, &newcomer, buddy, false).await?;
    db.commit().await?;
    Ok(newcomer)
}
