//! The page of treats, and what it does.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::treat::{MOST, NewTreat, Treat, is_open};
use super::{part, store};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::{self, Gathering, Rights};
use crate::ids::{GatheringId, TreatId};
use crate::text::Html;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "treats/pages/show.html")]
struct Show {
    page: Page,
    place: Vec<(String, String)>,
    gathering: Gathering,
    problems: Form,
    part: Html,
}

/// A gathering the visitor may see.
pub async fn open(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<(Gathering, Rights), Failure> {
    let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
    let rights = gatherings::rights(db, &gathering, visit.me.as_ref()).await?;
    rights.may_see()?;
    Ok((gathering, rights))
}

/// A gathering for which the visitor may promise something.
pub async fn to_promise(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<(Gathering, Rights), Failure> {
    let (gathering, rights) = open(db, visit, id).await?;
    rights.may_take_part()?;
    is_open(&gathering, visit.now)?;
    Ok((gathering, rights))
}

/// A treat with its gathering, for promising.
pub async fn one(db: &mut Connection, visit: &Visit, id: TreatId) -> Result<(Treat, Gathering, Rights), Failure> {
    let treat = store::treat(db, id).await?.ok_or(Failure::NotFound)?;
    let (gathering, rights) = to_promise(db, visit, treat.gathering_id).await?;
    Ok((treat, gathering, rights))
}

/// `GET /gatherings/{gathering}/treats`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let (gathering, rights) = open(&mut db, &visit, id).await?;
    shown(&mut db, &visit, (gathering, rights), StatusCode::OK, None).await
}

async fn shown(
    db: &mut Connection,
    visit: &Visit,
    (gathering, rights): (Gathering, Rights),
    status: StatusCode,
    form: Option<Form>,
) -> Answer {
    let part = part::beside_gathering(db, visit, &gathering, rights, form.clone()).await?;
    let date = visit.language.words().date(*gathering.date, visit.today);
    let page = Show {
        page: Page::new(visit, "gatherings", visit.language.say("treats-title").to_string()),
        place: vec![
            ("/gatherings".to_owned(), visit.language.say("nav-gatherings").to_string()),
            (format!("/gatherings/{}", gathering.id), calendar::words::capitalised(&date)),
        ],
        gathering,
        problems: form.unwrap_or_else(|| Form::new(visit.language, Input::default())),
        part,
    };
    html_with(status, &page)
}

/// `POST /gatherings/{gathering}/treats`: the host wishes for something, others add what they bring.
pub async fn add(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    match add_treat(&visit, &app, id, &input).await {
        Ok(treat) => {
            let go = go(format!("/gatherings/{id}")).done(visit.language, "treats-added");
            Ok(go.undo(visit.language, format!("/treats/{treat}/remove"), &[]).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let mut db = app.read().await?;
            let (gathering, rights) = open(&mut db, &visit, id).await?;
            let form = Form::wrong(visit.language, input, problems);
            shown(&mut db, &visit, (gathering, rights), StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await
        }
        Err(failure) => Err(failure),
    }
}

/// Puts a treat on the list.
pub async fn add_treat(visit: &Visit, app: &App, id: GatheringId, input: &Input) -> Result<TreatId, Failure> {
    let mut db = app.read().await?;
    let (gathering, rights) = to_promise(&mut db, visit, id).await?;
    let me = visit.me()?;
    let mut problems = Problems::new();
    let new = NewTreat::read(input, rights.is_host(), &mut problems);
    let new = problems.or(new)?;
    if store::of_gathering(&mut db, id).await?.len() >= MOST {
        return Err(Message::new("treats-many").with("most", i64::try_from(MOST).unwrap_or(0)).into());
    }
    drop(db);
    let mut db = app.write().await?;
    let treat = super::offer(&mut db, app, &gathering, me.id, &new).await?;
    db.commit().await?;
    Ok(treat)
}

/// `POST /treats/{treat}/claim`
pub async fn claim(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    let (treat, _, _) = one(&mut *app.read().await?, &visit, id).await?;
    let go = go(format!("/gatherings/{}", treat.gathering_id));
    match promise(&visit, &app, id).await {
        Ok(()) => {
            let message = Message::new("treats-claimed").with("treat", treat.title);
            let go = go.done(visit.language, message);
            Ok(go.undo(visit.language, format!("/treats/{id}/unclaim"), &[]).into_response())
        }
        Err(Failure::Stale(message)) => Ok(go.problem(visit.language, message).into_response()),
        Err(failure) => Err(failure),
    }
}

/// Promises one.
pub async fn promise(visit: &Visit, app: &App, id: TreatId) -> Result<(), Failure> {
    one(&mut *app.read().await?, visit, id).await?;
    let me = visit.me()?;
    let mut db = app.write().await?;
    super::claim(&mut db, app, id, me.id).await?;
    db.commit().await?;
    Ok(())
}

/// `POST /treats/{treat}/unclaim`
pub async fn unclaim(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    let treat = take_back(&visit, &app, id).await?;
    let message = Message::new("treats-unclaimed").with("treat", treat.title);
    Ok(go(format!("/gatherings/{}", treat.gathering_id)).done(visit.language, message).into_response())
}

/// Takes a promise back.
pub async fn take_back(visit: &Visit, app: &App, id: TreatId) -> Result<Treat, Failure> {
    let (treat, _, _) = one(&mut *app.read().await?, visit, id).await?;
    let me = visit.me()?;
    let mut db = app.write().await?;
    store::remove_claim(&mut db, id, me.id).await?;
    db.commit().await?;
    Ok(treat)
}

/// `POST /treats/{treat}/remove`
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    let treat = put_away(&visit, &app, id, true).await?;
    let go = go(format!("/gatherings/{}", treat.gathering_id)).done(visit.language, "treats-removed");
    Ok(go.undo(visit.language, format!("/treats/{id}/restore"), &[]).into_response())
}

/// `POST /treats/{treat}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    let treat = put_away(&visit, &app, id, false).await?;
    Ok(go(format!("/gatherings/{}", treat.gathering_id)).done(visit.language, "treats-restored").into_response())
}

/// Takes a treat off the list, or puts it back: a host, or who added it while nobody else brings it.
pub async fn put_away(visit: &Visit, app: &App, id: TreatId, away: bool) -> Result<Treat, Failure> {
    let mut db = app.read().await?;
    let (treat, _, rights) = one(&mut db, visit, id).await?;
    let me = visit.me()?;
    let shown = part::list(&mut db, visit, treat.gathering_id, rights.is_host()).await?;
    let mine = treat.added_by == me.id && shown.iter().all(|one| one.treat.id != id || one.may_remove);
    if !rights.is_host() && !mine {
        return Err(Failure::refused("treats-refused-remove"));
    }
    drop(db);
    let mut db = app.write().await?;
    store::set_removed(&mut db, id, away.then_some(visit.now)).await?;
    db.commit().await?;
    Ok(treat)
}
