//! A day off added, changed, removed; for those who look after Klatsch.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::{Day, Kind, NewDay, add as add_days, school_year, store, tell};
use crate::app::App;
use crate::ids::DayId;
use crate::schools::{self, School};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "district_calendar/pages/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    action: String,
    /// Where to go without saving.
    back: String,
    existing: bool,
    /// Where its removal is posted to.
    remove: String,
    kinds: Vec<(&'static str, String)>,
    schools: Vec<(String, String)>,
}

/// `GET /calendar/new`
pub async fn new(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    let schools = schools::all(&mut *app.read().await?).await?;
    show(&visit, &schools, None, (Input::filled([("kind", "holiday".to_owned())]), Problems::new()))
}

/// `POST /calendar/new`
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let schools = schools::all(&mut db).await?;
    let day = match NewDay::read(&input, &schools) {
        Ok(day) => day,
        Err(problems) => return show(&visit, &schools, None, (input, problems)),
    };
    let known = store::all(&mut db).await?;
    if known.iter().any(|known| day.is(known)) {
        return show(&visit, &schools, None, (input, Problems::one("name", "calendar-problem-there")));
    }
    add_days(&mut db, &app, std::slice::from_ref(&day)).await?;
    db.commit().await?;
    let done = Message::new("calendar-added").with("name", day.name.as_str());
    Ok(go(list_of(&day)).done(visit.language, done).into_response())
}

/// `GET /calendar/{day}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<DayId>) -> Answer {
    visit.steward()?;
    let mut db = app.read().await?;
    let day = store::day(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let schools = schools::all(&mut db).await?;
    let form = Input::filled(fields(&day));
    show(&visit, &schools, Some(&day), (form, Problems::new()))
}

/// `POST /calendar/{day}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<DayId>, input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let day = store::day(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let schools = schools::all(&mut db).await?;
    let mut problems = Problems::new();
    let version = input.needed_number("version", 1..=i64::MAX, &mut problems);
    let new = match NewDay::read(&input, &schools) {
        Ok(new) if problems.is_empty() => new,
        Ok(_) => return show(&visit, &schools, Some(&day), (input, problems)),
        Err(problems) => return show(&visit, &schools, Some(&day), (input, problems)),
    };
    if !store::update(&mut db, &new.over(&day, app.now()), version).await? {
        let form = input.with("version", day.version.to_string());
        return show(&visit, &schools, Some(&day), (form, Problems::one("", "plan-meanwhile")));
    }
    tell(&mut db, &app).await?;
    db.commit().await?;
    Ok(go(list_of(&new)).done(visit.language, "calendar-saved").into_response())
}

/// `POST /calendar/{day}/remove`
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<DayId>) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let day = store::day(&mut db, id).await?.ok_or(Failure::NotFound)?;
    store::delete(&mut db, id).await?;
    tell(&mut db, &app).await?;
    db.commit().await?;
    let fields = fields(&day);
    let undo: Vec<(&str, &str)> =
        fields.iter().filter(|(name, _)| *name != "version").map(|(name, value)| (*name, value.as_str())).collect();
    let done = Message::new("calendar-removed").with("name", day.name.as_str());
    let list = format!("/calendar?year={}", school_year(*day.first_date));
    Ok(go(list).done(visit.language, done).undo(visit.language, "/calendar/new", &undo).into_response())
}

fn fields(day: &Day) -> [(&'static str, String); 6] {
    [
        ("first_date", day.first_date.to_string()),
        ("last_date", if day.first_date == day.last_date { String::new() } else { day.last_date.to_string() }),
        ("name", day.name.clone()),
        ("kind", day.kind.word().to_owned()),
        ("school", day.school_id.map(|id| id.to_string()).unwrap_or_default()),
        ("version", day.version.to_string()),
    ]
}

fn list_of(day: &NewDay) -> String {
    format!("/calendar?year={}", school_year(day.first))
}

/// Schools to choose from, after one for the whole district.
pub fn school_choices(page: &Page, schools: &[School]) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), page.say("calendar-whole-district").to_string())];
    choices.extend(schools.iter().map(|school| (school.id.to_string(), school.name.clone())));
    choices
}

fn show(visit: &Visit, schools: &[School], day: Option<&Day>, (input, problems): (Input, Problems)) -> Answer {
    let status = match problems.about("") {
        Some(_) => StatusCode::CONFLICT,
        None if problems.is_empty() => StatusCode::OK,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let title = visit.language.say(if day.is_some() { "calendar-edit" } else { "calendar-new" }).to_string();
    let page = Page::new(visit, "month", title);
    let kinds = Kind::ALL.map(|kind| (kind.word(), page.say(kind.key()).to_string())).to_vec();
    html_with(
        status,
        &EditPage {
            action: day.map_or_else(|| "/calendar/new".to_owned(), |day| format!("/calendar/{}/edit", day.id)),
            back: day.map_or_else(
                || "/calendar".to_owned(),
                |day| format!("/calendar?year={}", school_year(*day.first_date)),
            ),
            existing: day.is_some(),
            remove: day.map(|day| format!("/calendar/{}/remove", day.id)).unwrap_or_default(),
            kinds,
            schools: school_choices(&page, schools),
            form: Form::wrong(visit.language, input, problems),
            page,
        },
    )
}
