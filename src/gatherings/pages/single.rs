//! One gathering made, moved, called off.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use calendar::times::time_text;

use super::offered::Offered;
use super::several::{self, filled};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::alone::{alter, gather, set_state};
use crate::gatherings::around::{Around, Typed};
use crate::gatherings::meanwhile::{meanwhile, told};
use crate::gatherings::reach::Reach;
use crate::gatherings::reading::{self, CLOSE, WELCOME};
use crate::gatherings::whole::WholeGathering;
use crate::gatherings::{Gathering, Made, State as GatheringState, belonging, rights, store};
use crate::ids::GatheringId;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Query, Say, Visit, go, html_with};

#[derive(Template)]
#[template(path = "gatherings/pages/gathering.html")]
struct GatheringPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    /// The gathering, where it exists already.
    existing: Option<Gathering>,
    /// Whether it stands alone.
    alone: bool,
    /// Whether other dates of its series can change with it.
    several: bool,
    /// Whether it is over, so that nobody is told any more.
    over: bool,
    /// When it is, in words.
    when: String,
    offered: Offered,
    changes: Vec<(String, String, String)>,
}

impl GatheringPage {
    fn hosts_hint(&self) -> Say {
        self.page.say(if self.existing.is_some() { "plan-hosts-edit-hint" } else { "plan-hosts-hint" })
    }
}

/// `GET /gatherings/new`
pub async fn new(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let mut around = Around::showing(&mut db, &app, &[]).await?;
    around.networks = belonging::offered(&mut db, &visit, query.typed("network")).await?;
    let (network, audience) = around.wanted(query.typed("network"));
    let form = Input::filled([
        ("network", network),
        ("school", me.school.map(|id| id.to_string()).unwrap_or_default()),
        ("zone", around.zone.name().to_owned()),
        ("audience", audience.word().to_owned()),
        ("welcome_minutes", WELCOME.to_string()),
        ("close_minutes", CLOSE.to_string()),
    ]);
    show(&visit, &around, None, (form, Problems::new()), Vec::new())
}

/// `POST /gatherings`
pub async fn make(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let mut around = Around::read(&mut db, &app).await?;
    around.networks = belonging::offered(&mut db, &visit, input.typed("network")).await?;
    let sent = belonging::read(&mut db, &visit, &input).await?;
    drop(db);
    let mut new = match sent.and(reading::gathering(&sent.rest, &around)) {
        Ok(new) => new,
        Err(problems) => return show(&visit, &around, None, (input, problems), Vec::new()),
    };
    if !new.hosts.contains(&me.id) {
        new.hosts.push(me.id);
    }
    let mut db = app.write().await?;
    let id = gather(&mut db, &app, me.id, &new).await?;
    sent.belong(&mut db, &app, Made::Gathering(id), me.id).await?;
    db.commit().await?;
    let done = Message::new("plan-gathering-made").with("title", new.title);
    Ok(go(format!("/gatherings/{id}")).done(visit.language, done).into_response())
}

/// `GET /gatherings/{gathering}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let gathering = store::gathering(&mut db, id).await?;
    let (whole, around) = hosted(&mut db, &app, &visit, gathering, Typed::No).await?;
    let form = filled(&mut db, &around, &whole).await?;
    show(&visit, &around, Some(&whole), (form, Problems::new()), Vec::new())
}

/// `POST /gatherings/{gathering}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, mut input: Input) -> Answer {
    visit.me()?;
    let mut problems = Problems::new();
    let reach = input.choice("scope", &mut problems).unwrap_or(Reach::One);
    if reach != Reach::One {
        return several::save(&visit, &app, id, input, reach).await;
    }
    let mut db = app.write().await?;
    let gathering = store::lock(&mut db, id).await?;
    let (whole, around) = hosted(&mut db, &app, &visit, gathering, Typed::Yes).await?;
    let version = input.needed_number("version", 1..=i64::MAX, &mut problems);
    if problems.is_empty() && version != whole.gathering.version {
        drop(db);
        let changes = meanwhile(&mut input, &whole.values(&around), &[]);
        input.set("version", whole.gathering.version.to_string());
        let changes = told(&Page::new(&visit, "", ""), &around, &changes);
        return show(&visit, &around, Some(&whole), (input, Problems::one("", "plan-meanwhile")), changes);
    }
    let altered = match reading::changed_gathering(input.clone(), &around, &whole) {
        Ok(new) if problems.is_empty() => alter(&mut db, &app, &whole.gathering, &new).await,
        Ok(_) => Err(problems.into()),
        Err(others) => Err(others.into()),
    };
    let altered = match altered {
        Ok(altered) => altered,
        Err(Failure::Invalid(problems)) => {
            return show(&visit, &around, Some(&whole), (input, problems), Vec::new());
        }
        Err(failure) => return Err(failure),
    };
    db.commit().await?;
    let path = format!("/gatherings/{id}");
    if !altered.is_elsewhere(&whole.gathering) {
        return Ok(go(path).done(visit.language, "plan-gathering-saved").into_response());
    }
    let when = visit.language.words().date_and_range(*altered.date, *altered.starts, *altered.ends, visit.today);
    let told = !altered.is_over(visit.now) && !altered.is_cancelled();
    let key = if told { "plan-moved" } else { "plan-moved-quietly" };
    let before = &whole.gathering;
    let undo = [
        ("date", before.date.to_string()),
        ("starts", time_text(*before.starts)),
        ("ends", time_text(*before.ends)),
        ("school", before.school_id.map(|id| id.to_string()).unwrap_or_default()),
        ("place", before.place.clone()),
        ("link", before.link.clone().unwrap_or_default()),
        ("version", altered.version.to_string()),
    ];
    let undo: Vec<(&str, &str)> = undo.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = Message::new(key).with("when", when);
    Ok(go(&path).done(visit.language, done).undo(visit.language, format!("{path}/edit"), &undo).into_response())
}

/// `POST /gatherings/{gathering}/cancel`
pub async fn cancel(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    turn(&visit, &app, id, &input, GatheringState::Cancelled).await
}

/// `POST /gatherings/{gathering}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    turn(&visit, &app, id, &input, GatheringState::Planned).await
}

async fn turn(visit: &Visit, app: &App, id: GatheringId, input: &Input, state: GatheringState) -> Answer {
    visit.me()?;
    let mut db = app.write().await?;
    let gathering = store::lock(&mut db, id).await?;
    let (whole, around) = hosted(&mut db, app, visit, gathering, Typed::No).await?;
    let mut problems = Problems::new();
    let note = input.text("note", 0..=300, &mut problems);
    if !problems.is_empty() {
        let mut form = filled(&mut db, &around, &whole).await?;
        form.set("note", input.typed("note"));
        return show(visit, &around, Some(&whole), (form, problems), Vec::new());
    }
    let note = (!note.is_empty()).then_some(note);
    set_state(&mut db, app, &whole.gathering, state, note).await?;
    db.commit().await?;
    let path = format!("/gatherings/{id}");
    let (key, way_back) = match state {
        GatheringState::Cancelled if whole.gathering.is_over(visit.now) => ("plan-cancelled-quietly", "restore"),
        GatheringState::Cancelled => ("plan-cancelled", "restore"),
        GatheringState::Planned => ("plan-restored", "cancel"),
    };
    let before = whole.gathering.note.as_deref().unwrap_or_default();
    Ok(go(&path)
        .done(visit.language, key)
        .undo(visit.language, format!("{path}/{way_back}"), &[("note", before)])
        .into_response())
}

/// All of a gathering, for those who host it.
async fn hosted(
    db: &mut Connection,
    app: &App,
    visit: &Visit,
    gathering: Option<Gathering>,
    typed: Typed,
) -> Result<(WholeGathering, Around), Failure> {
    let gathering = gathering.ok_or(Failure::NotFound)?;
    rights(db, &gathering, visit.me.as_ref()).await?.may_host()?;
    let whole = WholeGathering::of(db, gathering).await?;
    let around = match typed {
        Typed::Yes => Around::read(db, app).await?,
        Typed::No => Around::showing(db, app, &[&*whole.hosts, &*whole.invited].concat()).await?,
    };
    Ok((whole, around))
}

/// The form; its status follows from what is wrong with it.
pub fn show(
    visit: &Visit,
    around: &Around,
    whole: Option<&WholeGathering>,
    (input, problems): (Input, Problems),
    changes: Vec<(String, String, String)>,
) -> Answer {
    let status = match problems.about("") {
        Some(_) => StatusCode::CONFLICT,
        None if problems.is_empty() => StatusCode::OK,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let gathering = whole.map(|whole| &whole.gathering);
    let title = visit.language.say(match gathering {
        None => "plan-new-gathering",
        Some(gathering) if gathering.series_id.is_none() => "plan-edit-gathering",
        Some(_) => "plan-edit-date",
    });
    let page = Page::new(visit, "gatherings", title.to_string());
    let offered = Offered::of(&page, around, input.typed("zone"));
    let back = gathering.map_or_else(|| offered.back(&input), |gathering| format!("/gatherings/{}", gathering.id));
    let when = gathering.map(|one| page.words().date_and_range(*one.date, *one.starts, *one.ends, visit.today));
    html_with(
        status,
        &GatheringPage {
            action: if gathering.is_some() { format!("{back}/edit") } else { "/gatherings".to_owned() },
            back,
            existing: gathering.cloned(),
            over: gathering.is_some_and(|gathering| gathering.is_over(visit.now)),
            several: gathering.is_some_and(|gathering| gathering.series_id.is_some() && !gathering.is_over(visit.now)),
            alone: gathering.is_none_or(|gathering| gathering.series_id.is_none()),
            when: when.unwrap_or_default(),
            offered,
            form: Form::wrong(visit.language, input, problems),
            changes,
            page,
        },
    )
}
