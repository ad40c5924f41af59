//! The teams of a network: who is missing where, and which come to a gathering.

use askama::Template;
use axum::extract::State as With;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use futures_util::future::BoxFuture;

use super::deeds::{self, year_of};
use super::rows::{Counted, Listed, Row, counted, listed};
use super::store;
use super::team::{POSSIBLE, USUAL};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{GatheringId, NetworkId, SchoolId, TeamId};
use crate::networks::{self, Network, Rights, seen};
use crate::people::Role;
use crate::text::Html;
use crate::web::{Answer, Failure, Form, Input, Page, Path, Problems, Query, Stretch, Visit, address, go, html_with};
use crate::{schools, years};

#[derive(Template)]
#[template(path = "teams/pages/list.html")]
struct List {
    page: Page,
    place: Vec<(String, String)>,
    base: String,
    form: Form,
    seats_form: Form,
    seats: String,
    has_seats: bool,
    possible: Vec<(&'static str, String)>,
    year: Option<years::Year>,
    listed: Listed,
    before: String,
    after: String,
    place_in_list: String,
    gatherings: Vec<(String, String)>,
    schools: Vec<(String, String)>,
    may_lead: bool,
    /// The school of the visitor, where it has no team yet.
    own: Option<(SchoolId, String)>,
}

/// How many teams stand on a page: those of a district of its size.
const PAGE: i64 = 100;

/// `GET /networks/{network}/teams?gathering=&page=`
pub async fn list(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>, Query(query): Query) -> Answer {
    let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    seen.1.may_see_members()?;
    page(&visit, &app, StatusCode::OK, (query, Problems::new()), seen).await
}

async fn page(
    visit: &Visit,
    app: &App,
    status: StatusCode,
    (input, problems): (Input, Problems),
    (network, rights): (Network, Rights),
) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let page = Page::new(visit, "networks", visit.language.say("teams-title").to_string());
    let year = year_of(&mut db, network.id).await?;
    let seats = store::seats(&mut db, network.id).await?;
    let chosen = input.typed("gathering").parse::<GatheringId>().ok();
    let may_lead = rights.may_lead().is_ok();
    // Who said no is not for everyone to know, and in a team of one a number is an answer.
    let all = if may_lead { years::coming(&mut db, visit, network.id).await? } else { Vec::new() };
    let chosen = chosen.filter(|id| all.iter().any(|one| one.id == *id));
    let stretch = Stretch::read(&input, PAGE, &mut Problems::new());
    let listed = match &year {
        Some(year) if !seats.is_empty() => listed(&mut db, &page, (network.id, year), chosen, stretch).await?,
        _ => Listed::default(),
    };
    let base = format!("/networks/{}", network.id);
    let link = |number: Option<i64>| {
        let chosen = chosen.map(|id| id.to_string()).unwrap_or_default();
        let address = |number: i64| {
            let number = if number == 1 { String::new() } else { number.to_string() };
            address(&format!("{base}/teams"), &[("gathering", &chosen), ("page", &number)])
        };
        number.map(address).unwrap_or_default()
    };
    let (first, last) = (stretch.first(listed.rows.len()), stretch.last(listed.rows.len()));
    let place_in_list = page.say("teams-where").with("first", first).with("last", last).with("total", listed.total);
    let mut choices = vec![(String::new(), page.say("teams-no-gathering").to_string())];
    choices.extend(
        all.iter()
            .map(|one| (one.id.to_string(), format!("{}, {}", one.title, page.words().date(*one.date, page.today)))),
    );
    let names = schools::offered(&mut db, me.school).await?;
    let free = |school: SchoolId| !listed.schools.contains(&school);
    let own = names.iter().find(|school| Some(school.id) == me.school && free(school.id));
    let own = own.map(|school| (school.id, school.name.clone()));
    let mut offered = vec![(String::new(), page.say("teams-choose-school").to_string())];
    offered
        .extend(names.into_iter().filter(|school| free(school.id)).map(|school| (school.id.to_string(), school.name)));
    let held = if seats.is_empty() { USUAL.to_vec() } else { seats.clone() };
    let mut ticked = Input::default();
    held.iter().for_each(|role| ticked.add("roles", role.word()));
    let words: Vec<String> = seats.iter().map(|role| page.say(role.key()).to_string()).collect();
    let (form, seats_form) = if problems.about("roles").is_some() {
        (Form::new(visit.language, Input::default()), Form::wrong(visit.language, input, problems))
    } else {
        (Form::wrong(visit.language, input, problems), Form::new(visit.language, ticked))
    };
    html_with(
        status,
        &List {
            place: networks::place(&page, &network),
            before: link(stretch.before()),
            after: link(stretch.after(listed.total)),
            place_in_list: place_in_list.to_string(),
            base,
            form,
            seats_form,
            seats: page.words().list(&words),
            has_seats: !seats.is_empty(),
            possible: POSSIBLE.map(|role| (role.word(), page.say(role.key()).to_string())).to_vec(),
            year,
            listed,
            gatherings: choices,
            schools: offered,
            may_lead,
            own,
            page,
        },
    )
}

/// `POST /networks/{network}/seats` with `roles`: who makes up a team.
pub async fn set_seats(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match set_seats_one(&visit, &app, id, &input).await {
        Ok(()) => Ok(go(format!("/networks/{id}/teams")).done(visit.language, "teams-seats-set").into_response()),
        Err(Failure::Invalid(problems)) => {
            let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, (input, problems), seen).await
        }
        Err(failure) => Err(failure),
    }
}

/// Says who makes up a team of a network.
pub async fn set_seats_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<(), Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_lead()?;
    let mut problems = Problems::new();
    input.only(&["roles"], &mut problems);
    let mut roles: Vec<Role> = input.choices("roles", &mut problems);
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() && problems.is_empty() {
        problems.add("roles", "teams-problem-seats");
    } else if roles.iter().any(|role| !POSSIBLE.contains(role)) {
        problems.add("roles", "problem-choice");
    }
    problems.or(())?;
    let mut db = app.write().await?;
    store::set_seats(&mut db, id, &roles).await?;
    db.commit().await?;
    Ok(())
}

/// `POST /networks/{network}/teams` with `school`.
pub async fn begin(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match begin_one(&visit, &app, id, &input).await {
        Ok(team) => {
            let go = go(format!("/teams/{team}")).done(visit.language, "teams-begun");
            Ok(go.undo(visit.language, format!("/teams/{team}/remove"), &[]).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, (input, problems), seen).await
        }
        Err(failure) => Err(failure),
    }
}

/// Begins the team of a school: whoever leads the network for any, a member for their own.
pub async fn begin_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<TeamId, Failure> {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let (_, rights) = seen(&mut db, Some(me), id).await?;
    rights.may_see_members()?;
    let mut problems = Problems::new();
    input.only(&["school"], &mut problems);
    let school = input.needed_choice::<SchoolId>("school", &mut problems);
    if let Some(school) = school
        && schools::school(&mut db, school).await?.is_none()
    {
        problems.add("school", "problem-choice");
    }
    let school = problems.or(school)?.ok_or(Failure::NotFound)?;
    if rights.may_lead().is_err() && me.school != Some(school) {
        return Err(Failure::refused("teams-refused-school"));
    }
    let Some(year) = year_of(&mut db, id).await? else {
        return Err(Problems::one("school", "teams-problem-year").into());
    };
    if store::seats(&mut db, id).await?.is_empty() {
        return Err(Problems::one("school", "teams-problem-none").into());
    }
    drop(db);
    let mut db = app.write().await?;
    let team = deeds::begin(&mut db, app, (year.id, school), me.id).await?;
    db.commit().await?;
    Ok(team)
}

#[derive(Template)]
#[template(path = "teams/pages/beside.html")]
struct Beside {
    page: Page,
    base: String,
    mine: Vec<Row>,
    teams: usize,
    complete: usize,
    has_seats: bool,
}

/// Beside a network: the visitor's own team, and how many are complete.
pub fn beside_network<'a>(
    db: &'a mut Connection,
    visit: &'a Visit,
    network: &'a Network,
    rights: &'a Rights,
) -> BoxFuture<'a, Result<Html, Failure>> {
    Box::pin(async move {
        let (Some(me), true) = (visit.person(), rights.may_see_members().is_ok()) else { return Ok(Html::default()) };
        let Some(year) = year_of(db, network.id).await? else { return Ok(Html::default()) };
        let has_seats = !store::seats(db, network.id).await?.is_empty();
        let may_lead = rights.may_lead().is_ok();
        if !has_seats && !may_lead {
            return Ok(Html::default());
        }
        let page = Page::new(visit, "networks", "");
        let Counted { teams, complete, mine } = counted(db, &page, (network.id, &year), me).await?;
        let base = format!("/networks/{}/teams", network.id);
        Ok(Html::of(&Beside { page, base, mine, teams, complete, has_seats })?)
    })
}
