//! Many days at once: pasted lines or an `.ics` file, all or nothing, shown as a difference first.
//!
//! A file becomes lines, so that whoever imports it can take one out before anything is kept.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use calendar::days::{LONGEST_STRETCH, LineProblem, read_line};
use calendar::ics::reading::{self, FileProblem};
use jiff::civil::Date;

use super::day::{LONGEST_NAME, school};
use super::listed::{kind, when, years};
use super::pages::school_choices;
use super::{Day, Kind, NewDay, school_year, store, tell};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::ids::SchoolId;
use crate::schools::{self, School};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Problems, Visit, go, html_with};

/// The most lines at once.
const MOST_LINES: usize = 1_000;

/// What was pasted, read.
#[derive(Debug, Default)]
pub struct Batch {
    /// The days, in their order, each once.
    pub days: Vec<NewDay>,
    /// Events of a file that have a time of day, and were left out.
    pub timed: usize,
}

/// What a batch does to the calendar.
#[derive(Debug, Default)]
pub struct Difference {
    /// They are new.
    pub new: Vec<NewDay>,
    /// They are there with another date or name.
    pub changed: Vec<(Day, NewDay)>,
    /// They are there.
    pub same: Vec<NewDay>,
}

impl Difference {
    /// Compares. A day is known again by its dates and name, by its name within a school year, or by its
    /// dates. Days that a batch does not name stay: nobody removes a holiday by not pasting it.
    pub fn of(there: &[Day], batch: &[NewDay]) -> Difference {
        let mut difference = Difference::default();
        let mut free: Vec<&Day> = there.iter().collect();
        let mut take = |fits: &dyn Fn(&Day) -> bool| {
            let place = free.iter().position(|day| fits(day))?;
            Some(free.remove(place).clone())
        };
        let mut left = Vec::new();
        for day in batch {
            match take(&|there| day.is(there)) {
                Some(_) => difference.same.push(day.clone()),
                None => left.push(day),
            }
        }
        for day in left {
            let known = take(&|there| day.is_called_as(there)).or_else(|| take(&|there| day.is_on(there)));
            match known {
                Some(known) => difference.changed.push((known, day.clone())),
                None => difference.new.push(day.clone()),
            }
        }
        difference
    }

    /// Names it, so that what is kept is what was seen.
    pub fn name(&self) -> String {
        let changed: i64 = self.changed.iter().map(|(day, _)| day.version).sum();
        format!("{}.{}.{changed}.{}", self.new.len(), self.changed.len(), self.same.len())
    }

    /// Keeps it.
    pub async fn keep(&self, db: &mut Writing, app: &App) -> anyhow::Result<()> {
        let mut made = Vec::with_capacity(self.new.len());
        for day in &self.new {
            made.push(day.made(app.new_id()?, app.now()));
        }
        store::insert(db, &made).await?;
        for (day, new) in &self.changed {
            store::update(db, &new.over(day, app.now()), day.version).await?;
        }
        if !self.new.is_empty() || !self.changed.is_empty() {
            tell(db, app).await?;
        }
        Ok(())
    }
}

/// Reads lines or an iCalendar text; every line that is wrong, among the problems of `days`.
///
/// # Errors
/// When any line is.
pub fn read(text: &str, year: i16, school: Option<SchoolId>) -> Result<Batch, Problems> {
    let mut problems = Problems::new();
    let mut batch = Batch::default();
    let add = |days: &mut Vec<NewDay>, line: i64, first: Date, last: Date, name: &str| {
        if name.chars().count() > LONGEST_NAME {
            return Some(Message::new("calendar-line-long-name").with("line", line));
        }
        let day = NewDay { school, kind: Kind::guess(name, first, last), first, last, name: name.to_owned() };
        let twice = |other: &NewDay| {
            (other.first, other.last) == (first, last) && roster::fold(&other.name) == roster::fold(name)
        };
        if !days.iter().any(twice) {
            days.push(day);
        }
        None
    };
    if reading::is_calendar(text) {
        match reading::read(text) {
            Ok(contents) => {
                batch.timed = contents.timed;
                for day in contents.days {
                    let line = i64::try_from(day.line).unwrap_or_default();
                    if let Some(problem) = add(&mut batch.days, line, day.first, day.last, &day.name) {
                        problems.add("days", problem);
                    }
                }
            }
            Err(wrong) => wrong.into_iter().for_each(|(line, problem)| problems.add("days", of_file(line, problem))),
        }
    } else {
        for (number, line) in (1_i64..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            match read_line(line, year) {
                Ok(days) => {
                    if let Some(problem) = add(&mut batch.days, number, days.first, days.last, &days.name) {
                        problems.add("days", problem);
                    }
                }
                Err(problem) => problems.add("days", of_line(number, line, problem)),
            }
        }
    }
    if batch.days.len() > MOST_LINES {
        problems.add("days", "calendar-problem-many");
    } else if batch.days.is_empty() && problems.is_empty() {
        problems.add("days", "calendar-problem-none");
    }
    problems.or(batch)
}

fn of_line(number: i64, line: &str, problem: LineProblem) -> Message {
    let key = match problem {
        LineProblem::NoDate => "calendar-line-no-date",
        LineProblem::NoName => "calendar-line-no-name",
        LineProblem::NoSuchDay { .. } => "calendar-line-no-such-day",
        LineProblem::Backwards => "calendar-line-backwards",
        LineProblem::TooLong => "calendar-line-long",
        LineProblem::LongLine => "calendar-line-long-name",
    };
    let given: String = line.trim().chars().take(60).collect();
    Message::new(key).with("line", number).with("given", given).with("most", i64::from(LONGEST_STRETCH))
}

fn of_file(line: usize, problem: FileProblem) -> Message {
    let key = match problem {
        FileProblem::NoCalendar | FileProblem::CutOff => "calendar-file-broken",
        FileProblem::NoStart | FileProblem::BadDate => "calendar-file-date",
        FileProblem::NoName => "calendar-file-name",
        FileProblem::Backwards => "calendar-file-backwards",
        FileProblem::Repeats => "calendar-file-repeats",
        FileProblem::TooMany => "calendar-problem-many",
    };
    Message::new(key).with("line", i64::try_from(line).unwrap_or_default())
}

/// What a form or a program sends to import: text, school year and school.
///
/// # Errors
/// What is wrong, by field.
pub fn read_input(input: &Input, schools: &[School], today: Date) -> Result<Batch, Problems> {
    let mut problems = Problems::new();
    let year = input.number("year", 1901..=2197, &mut problems).and_then(|year| i16::try_from(year).ok());
    let school = school(input, schools, &mut problems);
    let file = input.typed("file");
    let text = if file.trim().is_empty() { input.typed("days") } else { file };
    match read(text, year.unwrap_or_else(|| school_year(today)), school) {
        Ok(batch) => problems.or(batch),
        Err(mut others) => {
            problems.iter().for_each(|(field, message)| others.add(field, message.clone()));
            Err(others)
        }
    }
}

#[derive(Template)]
#[template(path = "district_calendar/pages/import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    years: Vec<(String, String)>,
    schools: Vec<(String, String)>,
    /// Every line that is wrong.
    wrong: Vec<String>,
    preview: Option<Preview>,
    /// What would change: name, before, after.
    changed: Vec<(String, String, String)>,
}

/// What would be kept.
struct Preview {
    name: String,
    new: Vec<(String, String, String)>,
    same: usize,
    timed: usize,
}

/// `GET /calendar/import`
pub async fn form(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    let schools = schools::all(&mut *app.read().await?).await?;
    // From April on the next school year is what people plan.
    let ahead = i16::from((4..8).contains(&visit.today.month()));
    let form = Input::filled([("year", (school_year(visit.today) + ahead).to_string())]);
    show(&visit, &schools, (form, Problems::new()), None)
}

/// `POST /calendar/import`: shows the difference, and keeps it once it was seen.
pub async fn take(visit: Visit, State(app): State<App>, mut input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let schools = schools::all(&mut db).await?;
    let batch = match read_input(&input, &schools, visit.today) {
        Ok(batch) => batch,
        Err(problems) => return show(&visit, &schools, (input, problems), None),
    };
    let difference = compared(&mut db, &batch).await?;
    if input.typed("confirm") != difference.name() {
        drop(db);
        input.set("days", batch.days.iter().map(line).collect::<Vec<_>>().join("\n"));
        let seen = preview(&visit, &difference, batch.timed);
        return show(&visit, &schools, (input, Problems::new()), Some(seen));
    }
    difference.keep(&mut db, &app).await?;
    db.commit().await?;
    let count = |many: usize| i64::try_from(many).unwrap_or_default();
    let done = Message::new("calendar-imported")
        .with("new", count(difference.new.len()))
        .with("changed", count(difference.changed.len()));
    let year = batch.days.first().map_or_else(|| school_year(visit.today), |day| school_year(day.first));
    Ok(go(format!("/calendar?year={year}")).done(visit.language, done).into_response())
}

/// What a batch does to the calendar as it is.
pub async fn compared(db: &mut Connection, batch: &Batch) -> Result<Difference, Failure> {
    Ok(Difference::of(&store::all(db).await?, &batch.days))
}

/// `2026-12-21 to 2027-01-01 Winter break`: a line that is read back as it is, in any language.
fn line(day: &NewDay) -> String {
    if day.first == day.last {
        format!("{} {}", day.first, day.name)
    } else {
        format!("{} – {} {}", day.first, day.last, day.name)
    }
}

type Changes = Vec<(String, String, String)>;

fn preview(visit: &Visit, difference: &Difference, timed: usize) -> (Preview, Changes) {
    let said = |first: Date, last: Date, name: &str| format!("{}, {name}", when(visit, first, last));
    let new = |day: &NewDay| (when(visit, day.first, day.last), day.name.clone(), kind(visit, day.kind));
    let changed = |(was, day): &(Day, NewDay)| {
        let before = said(*was.first_date, *was.last_date, &was.name);
        (day.name.clone(), before, said(day.first, day.last, &day.name))
    };
    let preview = Preview {
        name: difference.name(),
        new: difference.new.iter().map(new).collect(),
        same: difference.same.len(),
        timed,
    };
    (preview, difference.changed.iter().map(changed).collect())
}

fn show(
    visit: &Visit,
    schools: &[School],
    (input, problems): (Input, Problems),
    seen: Option<(Preview, Changes)>,
) -> Answer {
    let (preview, changed) = seen.map_or((None, Vec::new()), |(preview, changed)| (Some(preview), changed));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page::new(visit, "month", visit.language.say("calendar-import").to_string());
    let this = school_year(visit.today);
    let wrong = problems.iter().filter(|(field, _)| *field == "days").map(|(_, why)| visit.language.tell(why));
    html_with(
        status,
        &ImportPage {
            wrong: wrong.skip(1).collect(),
            years: (this - 1..=this + 2).map(|year| (year.to_string(), years(year))).collect(),
            schools: school_choices(&page, schools),
            form: Form::wrong(visit.language, input, problems),
            preview,
            changed,
            page,
        },
    )
}
