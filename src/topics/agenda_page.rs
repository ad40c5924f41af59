//! The page on which hosts work on the agenda of a gathering.

use askama::Template;
use axum::extract::State as Of;
use axum::http::StatusCode;

use super::agenda::{Draft, Pin, Standing, Table};
use super::carry::{self, Fate};
use super::words::{self, Reasons};
use super::{OnTable, Topic, door, publish, store};
use crate::app::App;
use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, html_with};

/// A topic as the page shows it.
struct Row {
    id: TopicId,
    title: String,
    proposer: String,
    time: String,
    minutes: String,
    why: String,
    by_hand: bool,
    /// `in`, `out` or nothing.
    pin: &'static str,
}

/// A topic whose fate the host says.
struct Fated {
    id: TopicId,
    title: String,
    proposer: String,
    fate: Fate,
}

#[derive(Template)]
#[template(path = "topics/pages/agenda.html")]
struct AgendaPage {
    page: Page,
    place: Vec<(String, String)>,
    gathering: Gathering,
    form: Form,
    problem: Option<String>,
    judgement: String,
    costs: bool,
    time: String,
    minutes: u32,
    room: u32,
    starts: String,
    closes: String,
    chosen: Vec<Row>,
    left_out: Vec<Row>,
    version: i64,
    published: bool,
    changed: bool,
    may_fit_again: bool,
    may_arrange: bool,
    may_settle: bool,
    may_reopen: bool,
    next: Option<String>,
    fates: Vec<Fated>,
    put_away: Vec<(Topic, String)>,
}

/// What a host's request is about.
#[derive(Debug)]
pub struct Desk {
    /// The gathering.
    pub gathering: Gathering,
    /// What its agenda is made from.
    pub table: Table,
    /// The host.
    pub me: PersonId,
}

impl Desk {
    /// For a host who looks.
    pub async fn open(visit: &Visit, app: &App, id: GatheringId) -> Result<Desk, Failure> {
        let me = visit.me()?.id;
        let mut db = app.read().await?;
        let (gathering, rights) = door::gathering(&mut db, visit, id).await?;
        rights.may_host()?;
        let table = publish::table(&mut db, &gathering, me).await?;
        Ok(Desk { gathering, table, me })
    }

    /// As [`Desk::open`], for who wants to change the agenda.
    pub async fn arrange(visit: &Visit, app: &App, id: GatheringId) -> Result<Desk, Failure> {
        let desk = Desk::open(visit, app, id).await?;
        super::may_propose(&desk.gathering, visit.now)?;
        Ok(desk)
    }

    /// The address of the page.
    pub fn path(&self) -> String {
        format!("/gatherings/{}/agenda", self.gathering.id)
    }
}

/// The agenda to show. Fitting is a search, so it is done beside the async threads.
pub async fn draft(table: &Table) -> Result<Draft, Failure> {
    let table = table.clone();
    let draft = tokio::task::spawn_blocking(move || table.draft()).await;
    Ok(draft.map_err(anyhow::Error::from)?)
}

/// May hosts say what became of the topics? Once it has begun, or was called off.
pub fn may_settle(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() || gathering.starts_at <= now {
        Ok(())
    } else {
        Err(Message::new("agenda-settle-early"))
    }
}

/// `GET /gatherings/{gathering}/agenda`
pub async fn show(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let desk = Desk::open(&visit, &app, id).await?;
    page(&visit, &app, desk, StatusCode::OK, Problems::new()).await
}

/// The page, perhaps with what was not done.
pub async fn page(visit: &Visit, app: &App, desk: Desk, status: StatusCode, problems: Problems) -> Answer {
    let draft = draft(&desk.table).await?;
    let Desk { gathering, table, .. } = desk;
    let language = visit.language;
    let mut db = app.read().await?;
    let put_away = store::put_away(&mut db, gathering.id).await?;
    let mut people: Vec<PersonId> = table.topics.iter().map(|on| on.topic.person_id).collect();
    people.extend(put_away.iter().map(|topic| topic.person_id));
    let names = door::names(&mut db, &people).await?;
    let name = |topic: &Topic| names.get(&topic.person_id).cloned().unwrap_or_default();
    let reasons = Reasons::new(language, &table);
    let duration = |minutes: i64| language.words().duration_short(u32::try_from(minutes).unwrap_or(0));
    let row = |on: &OnTable, why: String| Row {
        id: on.topic.id,
        title: on.topic.title.clone(),
        proposer: name(&on.topic),
        time: String::new(),
        minutes: duration(on.topic.minutes),
        why,
        by_hand: false,
        pin: match table.pin(on.topic.id) {
            Some(Pin::In) => "in",
            Some(Pin::Out) => "out",
            None => "",
        },
    };
    let mut at = gathering.starts_at.plus_seconds(gathering.welcome_minutes * 60);
    let mut chosen = Vec::new();
    for one in &draft.chosen {
        let Some(on) = table.topic(one.id) else { continue };
        let time = words::clock(language, &gathering, at);
        let by_hand = one.standing == Standing::ByHand;
        chosen.push(Row { time, by_hand, ..row(on, reasons.inside(one, on)) });
        at = at.plus_seconds(on.topic.minutes * 60);
    }
    let left_out = draft.left_out.iter().filter_map(|(id, out)| Some(row(table.topic(*id)?, reasons.outside(out))));
    let open = store::open(&mut db, gathering.id).await?;
    let may_settle = may_settle(&gathering, visit.now).is_ok();
    let fated = |on: &OnTable| {
        let published = open.iter().any(|open| open.id == on.topic.id && open.published);
        let fate = carry::default_fate(&gathering, published);
        Fated { id: on.topic.id, title: on.topic.title.clone(), proposer: name(&on.topic), fate }
    };
    let next = carry::next(&mut db, &gathering, visit.now).await?;
    let order: Vec<TopicId> = draft.chosen.iter().map(|chosen| chosen.id).collect();
    let title = language.say("agenda-title").to_string();
    let page = AgendaPage {
        page: Page::new(visit, "gatherings", title),
        place: door::place(&mut db, visit, &gathering).await?,
        problem: draft.problem.as_ref().map(|problem| reasons.problem(problem)),
        judgement: reasons.judgement(&draft),
        costs: draft.cost > 0 || draft.over > 0,
        time: words::used(language, &draft, table.minutes),
        minutes: draft.minutes,
        room: table.minutes,
        starts: words::clock(language, &gathering, gathering.starts_at),
        closes: words::clock(language, &gathering, gathering.ends_at.plus_seconds(-60 * gathering.close_minutes)),
        version: table.version(),
        published: table.is_published(),
        changed: table.is_published() && order != table.published(),
        may_fit_again: table.is_kept() && !draft.is_best,
        may_arrange: super::may_propose(&gathering, visit.now).is_ok(),
        may_reopen: may_settle && store::settled(&mut db, gathering.id).await? > 0,
        may_settle,
        next: next.map(|next| language.words().date(*next.date, visit.today)),
        fates: if may_settle { table.topics.iter().map(fated).collect() } else { Vec::new() },
        left_out: left_out.collect(),
        put_away: put_away
            .into_iter()
            .map(|topic| {
                let name = name(&topic);
                (topic, name)
            })
            .collect(),
        chosen,
        form: Form::wrong(language, Input::default(), problems),
        gathering,
    };
    html_with(status, &page)
}
