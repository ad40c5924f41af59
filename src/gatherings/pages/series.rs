//! A series made and changed by hand.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use calendar::words::capitalised;

use super::loss::{Asked, ask};
use super::offered::{Offered, Shown};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::around::{Around, Typed};
use crate::gatherings::change::change;
use crate::gatherings::meanwhile::{carry, meanwhile, told};
use crate::gatherings::reading::{self, CLOSE, WELCOME};
use crate::gatherings::weigh::{Edit, weigh};
use crate::gatherings::whole::WholeSeries;
use crate::gatherings::{Made, NewSeries, Series, belonging, found, series_rights, store};
use crate::ids::SeriesId;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Query, Say, Visit, go, html_with};

/// Fields of which a form sends several values.
const SEVERAL: &[&str] = &["weekdays"];

#[derive(Template)]
#[template(path = "gatherings/pages/series.html")]
struct SeriesPage {
    page: Page,
    form: Form,
    action: String,
    /// Where to go without saving.
    back: String,
    /// The title it has, where it exists already.
    existing: Option<String>,
    offered: Offered,
    preview: Option<Preview>,
    changes: Vec<(String, String, String)>,
}

impl SeriesPage {
    fn hosts_hint(&self) -> Say {
        self.page.say(if self.existing.is_some() { "plan-hosts-edit-hint" } else { "plan-hosts-hint" })
    }
}

/// The dates before they are made.
struct Preview {
    rule: String,
    dates: Vec<Shown>,
    off: Vec<Shown>,
}

/// What a form shows beside its fields.
#[derive(Default)]
struct Beside {
    problems: Problems,
    preview: Option<Preview>,
    changes: Vec<(String, String, String)>,
}

/// `GET /series/new`
pub async fn new(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let mut around = Around::showing(&mut db, &app, &[]).await?;
    around.networks = belonging::offered(&mut db, &visit, query.typed("network")).await?;
    let (network, audience) = around.wanted(query.typed("network"));
    let form = Input::filled([
        ("network", network),
        ("school", me.school.map(|id| id.to_string()).unwrap_or_default()),
        ("every_weeks", "1".to_owned()),
        ("follows_calendar", "yes".to_owned()),
        ("zone", around.zone.name().to_owned()),
        ("audience", audience.word().to_owned()),
        ("welcome_minutes", WELCOME.to_string()),
        ("close_minutes", CLOSE.to_string()),
    ]);
    show(&visit, &around, None, form, StatusCode::OK, Beside::default())
}

/// `POST /series`: shows the dates first when asked to.
pub async fn make(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let mut around = Around::read(&mut db, &app).await?;
    around.networks = belonging::offered(&mut db, &visit, input.typed("network")).await?;
    let sent = belonging::read(&mut db, &visit, &input).await?;
    drop(db);
    let mut new = match sent.and(reading::series(&sent.rest, &around)) {
        Ok(new) => new,
        Err(problems) => {
            let beside = Beside { problems, ..Beside::default() };
            return show(&visit, &around, None, input, StatusCode::UNPROCESSABLE_ENTITY, beside);
        }
    };
    if !input.typed("preview").is_empty() {
        let beside = Beside { preview: Some(preview(&visit, &new)), ..Beside::default() };
        return show(&visit, &around, None, input, StatusCode::OK, beside);
    }
    if !new.hosts.contains(&me.id) {
        new.hosts.push(me.id);
    }
    let mut db = app.write().await?;
    let id = found(&mut db, &app, me.id, &new).await?;
    sent.belong(&mut db, &app, Made::Series(id), me.id).await?;
    db.commit().await?;
    let dates = i64::try_from(new.rule.dates().len()).unwrap_or_default();
    let done = Message::new("plan-series-made").with("title", new.title).with("dates", dates);
    Ok(go(format!("/series/{id}")).done(visit.language, done).into_response())
}

/// `GET /series/{series}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let mut db = app.read().await?;
    let series = store::series(&mut db, id).await?;
    let (whole, around) = hosted(&mut db, &app, &visit, series, Typed::No).await?;
    let values = whole.values(&around);
    let mut form = Input::of_values(&values, SEVERAL);
    form.set("version", whole.series.version.to_string());
    carry(&mut form, &values);
    show(&visit, &around, Some(&whole), form, StatusCode::OK, Beside::default())
}

/// `POST /series/{series}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, mut input: Input) -> Answer {
    visit.me()?;
    let mut db = app.write().await?;
    let series = store::lock_series(&mut db, id).await?;
    let (whole, around) = hosted(&mut db, &app, &visit, series, Typed::Yes).await?;
    let (version, new) = match read(&input, &around, &whole) {
        Ok(read) => read,
        Err(problems) => {
            let beside = Beside { problems, ..Beside::default() };
            return show(&visit, &around, Some(&whole), input, StatusCode::UNPROCESSABLE_ENTITY, beside);
        }
    };
    if version != whole.series.version {
        drop(db);
        let changes = meanwhile(&mut input, &whole.values(&around), SEVERAL);
        input.set("version", whole.series.version.to_string());
        let page = Page::new(&visit, "", "");
        let problems = Problems::one("", "plan-meanwhile");
        let beside = Beside { problems, changes: told(&page, &around, &changes), ..Beside::default() };
        return show(&visit, &around, Some(&whole), input, StatusCode::CONFLICT, beside);
    }
    if !input.typed("back").is_empty() {
        return show(&visit, &around, Some(&whole), input, StatusCode::OK, Beside::default());
    }
    if !input.typed("preview").is_empty() {
        let beside = Beside { preview: Some(preview(&visit, &new)), ..Beside::default() };
        return show(&visit, &around, Some(&whole), input, StatusCode::OK, beside);
    }
    let edit = Edit { from: None, base: whole.base(None), new };
    let turn = match weigh(&mut db, &app, &whole, &edit).await {
        Ok(turn) => turn,
        Err(Failure::Invalid(problems)) => {
            let beside = Beside { problems, ..Beside::default() };
            return show(&visit, &around, Some(&whole), input, StatusCode::UNPROCESSABLE_ENTITY, beside);
        }
        Err(failure) => return Err(failure),
    };
    if !turn.loss().is_empty() && input.typed("confirm") != turn.loss() {
        return ask(&visit, &around, &whole, Asked::Typed(format!("/series/{id}/edit"), &input), &turn);
    }
    change(&mut db, &app, &whole, &edit, &turn).await?;
    db.commit().await?;
    Ok(go(format!("/series/{id}")).done(visit.language, "plan-series-saved").into_response())
}

/// All of a series, for those who host it.
pub async fn hosted(
    db: &mut Connection,
    app: &App,
    visit: &Visit,
    series: Option<Series>,
    typed: Typed,
) -> Result<(WholeSeries, Around), Failure> {
    visit.me()?;
    let series = series.ok_or(Failure::NotFound)?;
    series_rights(db, &series, visit.me.as_ref()).await?.may_host()?;
    let whole = WholeSeries::of(db, series).await?;
    let around = match typed {
        Typed::Yes => Around::read(db, app).await?,
        Typed::No => Around::showing(db, app, &[&*whole.hosts, &*whole.invited].concat()).await?,
    };
    Ok((whole, around))
}

fn read(input: &Input, around: &Around, whole: &WholeSeries) -> Result<(i64, NewSeries), Problems> {
    let mut problems = Problems::new();
    let version = input.needed_number("version", 1..=i64::MAX, &mut problems);
    match reading::changed_series(input, around, whole) {
        Ok(new) => problems.or((version, new)),
        Err(mut others) => {
            problems.iter().for_each(|(field, message)| others.add(field, message.clone()));
            Err(others)
        }
    }
}

fn preview(visit: &Visit, new: &NewSeries) -> Preview {
    let rule = visit.language.words().rule(&new.rule, new.starts, new.ends, visit.today);
    Preview {
        rule: capitalised(&rule),
        dates: new.rule.dates().into_iter().map(|date| Shown::of(visit, date, "")).collect(),
        off: new.rule.days_off_hit().into_iter().map(|off| Shown::of(visit, off.date, &off.reason)).collect(),
    }
}

fn show(
    visit: &Visit,
    around: &Around,
    whole: Option<&WholeSeries>,
    input: Input,
    status: StatusCode,
    beside: Beside,
) -> Answer {
    let title = visit.language.say(if whole.is_some() { "plan-edit-series" } else { "plan-new-series" });
    let page = Page::new(visit, "gatherings", title.to_string());
    let offered = Offered::of(&page, around, input.typed("zone"));
    let back = whole.map_or_else(|| offered.back(&input), |whole| format!("/series/{}", whole.series.id));
    html_with(
        status,
        &SeriesPage {
            action: if whole.is_some() { format!("{back}/edit") } else { "/series".to_owned() },
            back,
            existing: whole.map(|whole| whole.series.title.clone()),
            offered,
            form: Form::wrong(visit.language, input, beside.problems),
            preview: beside.preview,
            changes: beside.changes,
            page,
        },
    )
}
