//! A year of a network made and changed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::pages::one;
use super::year::{self, Milestone, NewYear, Year};
use super::{links, store};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Text, Writing};
use crate::ids::{NetworkId, PersonId, YearId};
use crate::networks::{self, Network, seen};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "years/pages/edit.html")]
struct Edit {
    page: Page,
    place: Vec<(String, String)>,
    form: Form,
    action: String,
    back: String,
    exists: bool,
}

fn edit_page(visit: &Visit, status: StatusCode, form: Form, (network, year): (Network, Option<Year>)) -> Answer {
    let title = match &year {
        Some(year) => visit.language.say("years-edit").with("title", &year.title).to_string(),
        None => visit.language.say("years-new").to_string(),
    };
    let page = Page::new(visit, "networks", title);
    let base = format!("/networks/{}", network.id);
    let back = year.as_ref().map_or_else(|| base.clone(), |year| format!("/years/{}", year.id));
    html_with(
        status,
        &Edit {
            place: networks::place(&page, &network),
            action: if year.is_some() { format!("{back}/edit") } else { format!("{base}/years") },
            exists: year.is_some(),
            form,
            back,
            page,
        },
    )
}

/// `GET /networks/{network}/years/new`
pub async fn new(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let (network, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_lead()?;
    let (first, last) = year::to_plan(visit.today, &store::of_network(&mut db, id).await?);
    let say = |key: &'static str| visit.language.say(key).to_string();
    let milestones =
        ["years-example-first", "years-example-second", "years-example-third", "years-example-expo"].map(say);
    let form = Input::filled([
        ("title", year::title_of(first, last)),
        ("first_date", first.to_string()),
        ("last_date", last.to_string()),
        ("milestones", milestones.join("\n")),
    ]);
    edit_page(&visit, StatusCode::OK, Form::new(visit.language, form), (network, None))
}

/// `POST /networks/{network}/years`
pub async fn make(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match make_one(&visit, &app, id, &input).await {
        Ok(year) => Ok(go(format!("/years/{year}")).done(visit.language, "years-made").into_response()),
        Err(Failure::Invalid(problems)) => {
            let (network, _) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            let form = Form::wrong(visit.language, input, problems);
            edit_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, (network, None))
        }
        Err(failure) => Err(failure),
    }
}

/// Makes a year of what was typed.
pub async fn make_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<YearId, Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_lead()?;
    let new = NewYear::read(input)?;
    let mut db = app.write().await?;
    // Two who plan at once take turns.
    networks::hold(&mut db, id).await?;
    apart(&store::of_network(&mut db, id).await?, &new)?;
    let year = insert(&mut db, app, (id, me.id), new).await?;
    db.commit().await?;
    Ok(year)
}

/// Two years of a network have no day in common: what is held in one is counted there, and nowhere else.
fn apart(others: &[Year], new: &NewYear) -> Result<(), Problems> {
    match others.iter().find(|other| new.meets(other)) {
        Some(other) => {
            let field = if new.first_date < *other.first_date { "last_date" } else { "first_date" };
            Err(Problems::one(field, Message::new("years-problem-meets").with("title", other.title.as_str())))
        }
        None => Ok(()),
    }
}

/// What was held in a year stays in it: a report with it and one without it would tell who came to it.
async fn stays(db: &mut Connection, app: &App, year: &Year, new: &NewYear) -> Result<(), Failure> {
    let all = links::every(db, year.network_id).await?;
    let mut held = all.iter().filter(|one| one.is_held(app.now()) && year.holds(*one.date));
    match held.find(|one| !new.holds(*one.date)) {
        Some(lost) => {
            let field = if *lost.date < new.first_date { "first_date" } else { "last_date" };
            let date = lost.date.to_string();
            let word = Message::new("years-problem-held").with("what", lost.title.as_str()).with("date", date);
            Err(Problems::one(field, word).into())
        }
        None => Ok(()),
    }
}

/// Keeps a new year with its milestones.
pub async fn insert(
    db: &mut Writing,
    app: &App,
    (network, by): (NetworkId, PersonId),
    new: NewYear,
) -> anyhow::Result<YearId> {
    let now = app.now();
    let year = Year {
        id: app.new_id()?,
        network_id: network,
        title: new.title.clone(),
        first_date: Text(new.first_date),
        last_date: Text(new.last_date),
        created_by: by,
        created_at: now,
        updated_at: now,
        archived_at: None,
    };
    store::insert(db, &year).await?;
    let milestones = milestones_of(app, year.id, &new, &[])?;
    store::set_milestones(db, year.id, &milestones).await?;
    Ok(year.id)
}

/// The milestones that were typed; one that was there before stays the gathering it is.
fn milestones_of(app: &App, year: YearId, new: &NewYear, before: &[Milestone]) -> anyhow::Result<Vec<Milestone>> {
    let mut milestones = Vec::new();
    let former = year::former(&new.milestones, before);
    for (position, ((title, date), former)) in (1..).zip(new.milestones.iter().zip(former)) {
        milestones.push(Milestone {
            id: former.map_or_else(|| app.new_id(), |one| Ok(one.id))?,
            year_id: year,
            position,
            title: title.clone(),
            date: date.map(Text),
            gathering_id: former.and_then(|one| one.gathering_id),
        });
    }
    Ok(milestones)
}

/// `GET /years/{year}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    let mut db = app.read().await?;
    let (year, network, rights) = one(&mut db, &visit, id).await?;
    rights.may_lead()?;
    year.may_change()?;
    let values = year::values(&year, &store::milestones(&mut db, id).await?);
    let form = Input::of_values(&values, &[]).with("version", year.updated_at.0.to_string());
    edit_page(&visit, StatusCode::OK, Form::new(visit.language, form), (network, Some(year)))
}

/// `POST /years/{year}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<YearId>, input: Input) -> Answer {
    let (year, network, rights) = one(&mut *app.read().await?, &visit, id).await?;
    rights.may_lead()?;
    year.may_change()?;
    let mut problems = Problems::new();
    let version = Instant(input.needed_number("version", 0..=i64::MAX, &mut problems));
    let saved = match (NewYear::read(&input), problems.or(())) {
        (Ok(new), Ok(())) => save_one(&app, &year, new, version).await,
        (Err(problems), _) | (_, Err(problems)) => Err(problems.into()),
    };
    match saved {
        Ok(()) => Ok(go(format!("/years/{id}")).done(visit.language, "years-saved").into_response()),
        Err(Failure::Stale(_)) => {
            // What was typed, to be saved over what there is now by somebody who has been told.
            let input = input.with("version", year.updated_at.0.to_string());
            let form = Form::wrong(visit.language, input, Problems::one("", "years-stale"));
            edit_page(&visit, StatusCode::CONFLICT, form, (network, Some(year)))
        }
        Err(Failure::Invalid(problems)) => {
            let form = Form::wrong(visit.language, input, problems);
            edit_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, (network, Some(year)))
        }
        Err(failure) => Err(failure),
    }
}

/// Changes what was sent of a year, perhaps only of one version.
pub async fn change_one(visit: &Visit, app: &App, id: YearId, input: Input) -> Result<(), Failure> {
    let mut db = app.read().await?;
    let (year, _, rights) = one(&mut db, visit, id).await?;
    rights.may_lead()?;
    year.may_change()?;
    let values = year::values(&year, &store::milestones(&mut db, id).await?);
    drop(db);
    let mut problems = Problems::new();
    let version = input.number("version", 0..=i64::MAX, &mut problems).map_or(year.updated_at, Instant);
    let new = NewYear::read(&input.over(&values));
    problems.or(())?;
    save_one(app, &year, new?, version).await
}

async fn save_one(app: &App, year: &Year, new: NewYear, version: Instant) -> Result<(), Failure> {
    let mut db = app.write().await?;
    networks::hold(&mut db, year.network_id).await?;
    let mut others = store::of_network(&mut db, year.network_id).await?;
    others.retain(|other| other.id != year.id);
    apart(&others, &new)?;
    stays(&mut db, app, year, &new).await?;
    let before = store::milestones(&mut db, year.id).await?;
    let milestones = milestones_of(app, year.id, &new, &before)?;
    let fresh = Year {
        title: new.title,
        first_date: Text(new.first_date),
        last_date: Text(new.last_date),
        updated_at: app.now().after(year.updated_at),
        ..year.clone()
    };
    if !store::update(&mut db, &fresh, version).await? {
        return Err(Failure::Stale(Message::new("years-stale")));
    }
    store::set_milestones(&mut db, year.id, &milestones).await?;
    db.commit().await?;
    Ok(())
}
