//! The host's phone: what is on, and one big button for what comes.

use askama::Template;
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::look::Look;
use super::moves;
use super::run::{Decided, Move, On, may_run};
use super::screens::{self, Shown};
use super::store;
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, TopicId};
use crate::topics;
use crate::web::{Answer, Entered, Failure, Input, Me, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "projector/pages/phone.html")]
struct Phone {
    page: Page,
    look: Look,
    /// Why it cannot be moved now.
    closed: Option<String>,
    problem: Option<String>,
    /// The big button: what it posts, and its words.
    ahead: Option<(String, String)>,
    may_go_back: bool,
    screens: Vec<Shown>,
    /// Once it is over: what is proposed to be recorded of each topic that still waits.
    reached: Vec<(TopicId, String)>,
    not_reached: Vec<(TopicId, String)>,
}

impl Phone {
    fn action(&self) -> String {
        format!("/gatherings/{}/run", self.look.gathering.id)
    }
}

/// A gathering that the visitor hosts.
pub async fn hosted(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<(Gathering, Me), Failure> {
    let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
    gatherings::rights(db, &gathering, visit.me.as_ref()).await?.may_host()?;
    Ok((gathering, visit.me()?.clone()))
}

/// `GET /gatherings/{gathering}/run`
pub async fn show(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let (gathering, me) = hosted(&mut db, &visit, id).await?;
    drop(db);
    page(&visit, &app, gathering, &me, None).await
}

async fn page(visit: &Visit, app: &App, gathering: Gathering, me: &Me, problem: Option<Message>) -> Answer {
    let language = visit.language;
    let id = gathering.id;
    let look = Look::at(app, visit, gathering).await?;
    let mut db = app.read().await?;
    let may_go_back = store::steps(&mut db, id).await?.last().is_some();
    let screens = screens::of_gathering(&mut db, visit, id).await?;
    let (mut reached, mut not_reached) = (Vec::new(), Vec::new());
    if look.is_over() {
        for on in topics::of_gathering(&mut db, id, me.id).await? {
            if on.topic.state == topics::State::Proposed {
                let spoken = look.plan.spoken.iter().any(|spoken| spoken.topic == on.topic.id);
                let list = if spoken { &mut reached } else { &mut not_reached };
                list.push((on.topic.id, on.topic.title));
            }
        }
    }
    drop(db);
    let say = |key: &'static str| language.say(key).to_string();
    let ahead = match (look.plan.on, look.next()) {
        _ if look.is_over() => None,
        (None, _) => (!look.coming.is_empty()).then(|| ("begin".to_owned(), say("projector-begin"))),
        (Some(On::Close), _) => Some(("end".to_owned(), say("projector-finish"))),
        (Some(_), Some(line)) => {
            let words = language.say("projector-next-is").with("title", &line.title).to_string();
            Some((format!("topic:{}", line.id), words))
        }
        (Some(_), None) => Some(("close".to_owned(), say("projector-to-close"))),
    };
    let status = if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let phone = Phone {
        page: Page::new(visit, "gatherings", say("projector-run")),
        closed: may_run(&look.gathering, visit.now).err().map(|why| language.tell(&why)),
        problem: problem.map(|problem| language.tell(&problem)),
        ahead,
        may_go_back,
        screens,
        reached,
        not_reached,
        look,
    };
    html_with(status, &phone)
}

/// `POST /gatherings/{gathering}/run`: `move` (begin, topic:…, close, end, more, skip:…, back), the
/// version `seen`, and what was `on` then.
pub async fn go_on(
    visit: Visit,
    Of(app): Of<App>,
    Path(id): Path<GatheringId>,
    Entered(at): Entered,
    input: Input,
) -> Answer {
    let mut db = app.write().await?;
    let (gathering, me) = hosted(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let to = input.needed_choice::<Move>("move", &mut problems);
    let Some(decided) = decided(&input, to, at, &mut problems) else { return Err(problems.into()) };
    match moves::go_on(&mut db, &app, &gathering, me.id, &decided).await {
        Ok(_) => {
            db.commit().await?;
            app.watch.nudge(id);
            Ok(go(format!("/gatherings/{id}/run")).into_response())
        }
        Err(Failure::Stale(why)) => {
            drop(db);
            page(&visit, &app, gathering, &me, Some(why)).await
        }
        Err(failure) => Err(failure),
    }
}

/// A move as it was posted; `None` where something is wrong with it.
pub fn decided(input: &Input, to: Option<Move>, at: Instant, problems: &mut Problems) -> Option<Decided> {
    let seen = input.number("seen", 0..=i64::MAX, problems).unwrap_or(0);
    let on = input.line("on", 0..=60, problems);
    let on = (!on.is_empty()).then_some(on);
    to.filter(|_| problems.is_empty()).map(|to| Decided { seen, on, to, at })
}
