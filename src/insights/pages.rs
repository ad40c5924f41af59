//! The page that answers a colleague's question, and the same as files.

use std::str::FromStr;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use calendar::times::parse_date;
use jiff::civil::Date;
use ledger::{Count, Figures, Share, Use};

use super::{load, sheet};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::{self, Rights, Series};
use crate::ids::SeriesId;
use crate::people::Role;
use crate::schools::Level;
use crate::web::chart::Columns;
use crate::web::{
    Answer, Failure, Form, Input, Language, Page, Path, Problems, Query, SheetKind, Visit, download, html_with,
};

#[derive(Template)]
#[template(path = "insights/pages/show.html")]
struct UsePage {
    page: Page,
    series: Series,
    form: Form,
    host: bool,
    /// The figures; none when too few gatherings were held to tell.
    figures: Option<Told>,
    held: u32,
    cancelled: u32,
    /// The query of the period, for the links to the files.
    period: String,
}

/// The figures as the page says them.
struct Told {
    figures: Box<Figures>,
    weeks: Columns,
    months: Columns,
    tallies: Vec<Tally>,
    schools: Table,
    levels: Table,
    roles: Table,
}

/// A table of reach: the rows that may be shown, and how many may not.
struct Table {
    rows: Vec<Reached>,
    hidden: usize,
}

/// A number, of how many, and what it counts.
struct Tally {
    number: String,
    of: String,
    words: String,
}

/// A row of a table of reach.
struct Reached {
    name: String,
    came: u32,
    of: u32,
}

/// The rows of a table that may be shown. Thirty rows that all say "hidden" tell nothing.
fn table(all: impl Iterator<Item = (String, Share)>) -> Table {
    let mut table = Table { rows: Vec::new(), hidden: 0 };
    for (name, share) in all {
        match share.numerator.zip(share.denominator) {
            Some((came, of)) => table.rows.push(Reached { name, came, of }),
            None => table.hidden += 1,
        }
    }
    table
}

/// The word for a level as the ledger knows it.
pub fn level(language: Language, word: Option<&str>) -> String {
    match word.and_then(|word| Level::from_str(word).ok()) {
        Some(level) => language.say(level.key()).to_string(),
        None => language.say("use-no-level").to_string(),
    }
}

/// The word for a role as the ledger knows it.
pub fn role(language: Language, word: &str) -> String {
    Role::from_str(word).map_or_else(|()| word.to_owned(), |role| language.say(role.key()).to_string())
}

/// Reads the period of a query: `from` and `to`, dates or nothing.
pub fn period(query: &Input, problems: &mut Problems) -> (Option<Date>, Option<Date>) {
    let mut date = |name: &str| {
        let typed = query.typed(name).trim();
        if typed.is_empty() {
            return None;
        }
        let date = parse_date(typed).ok();
        if date.is_none() {
            problems.add(name, "use-wrong-date");
        }
        date
    };
    let (from, to) = (date("from"), date("to"));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        problems.add("to", "use-to-before-from");
    }
    (from, to)
}

/// The series, if the visitor takes part in it.
pub async fn seen(db: &mut Connection, visit: &Visit, id: SeriesId) -> Result<(Series, Rights), Failure> {
    let series = gatherings::series(db, id).await?.ok_or(Failure::NotFound)?;
    let rights = gatherings::series_rights(db, &series, visit.me.as_ref()).await?;
    rights.may_take_part()?;
    Ok((series, rights))
}

/// `GET /series/{series}/use?from=&to=`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, Query(query): Query) -> Answer {
    let mut db = app.read().await?;
    let (series, rights) = seen(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let asked = period(&query, &mut problems);
    // With a wrong period the whole series is shown beside the problem.
    let asked = if problems.is_empty() { asked } else { (None, None) };
    let loaded = load(&mut db, &series, asked, visit.now).await?;
    let answer = ledger::use_of(&loaded.season);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (held, cancelled) = match &answer {
        Use::TooFewToTell { held, cancelled, .. } => (*held, *cancelled),
        Use::Told(figures) => (figures.held, figures.cancelled),
    };
    let page = UsePage {
        page: Page::new(&visit, "gatherings", visit.language.say("use-title").to_string()),
        period: link(&query, &problems),
        form: Form::wrong(visit.language, query, problems),
        host: rights.is_host(),
        figures: match answer {
            Use::TooFewToTell { .. } => None,
            Use::Told(figures) => Some(tell(figures, visit.language, visit.today)),
        },
        series,
        held,
        cancelled,
    };
    html_with(status, &page)
}

fn link(query: &Input, problems: &Problems) -> String {
    if !problems.is_empty() || (query.typed("from").is_empty() && query.typed("to").is_empty()) {
        return String::new();
    }
    let pairs = [("from", query.typed("from")), ("to", query.typed("to"))];
    format!("?{}", url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish())
}

fn tell(figures: Box<Figures>, language: Language, today: Date) -> Told {
    let hidden = language.say("use-hidden").to_string();
    let words = language.words();
    let count = |count: Count| count.value.map_or_else(|| hidden.clone(), |value| value.to_string());
    let half = |value: Option<f64>| value.map_or_else(|| hidden.clone(), |value| decimal(value, language));
    let of = |share: Share| {
        share.denominator.map_or_else(String::new, |of| language.say("use-out-of").with("of", of).to_string())
    };
    let share = |share: Share| count(Count { value: share.numerator, hidden: share.hidden });
    let tally =
        |number: String, of: String, key: &'static str| Tally { number, of, words: language.say(key).to_string() };
    let mut tallies = vec![
        tally(share(figures.reach), of(figures.reach), "use-say-reach"),
        tally(count(figures.attendances), String::new(), "use-say-attendances"),
        tally(half(figures.median.value), String::new(), "use-say-median"),
    ];
    if figures.whole {
        let first = figures.first_timers;
        tallies.extend([
            tally(half(first.value), String::new(), "use-say-first-timers"),
            tally(share(figures.returners), of(figures.returners), "use-say-returners"),
            tally(share(figures.said_yes_and_came), of(figures.said_yes_and_came), "use-say-said-yes"),
            tally(count(figures.walk_ins), String::new(), "use-say-walk-ins"),
            tally(count(figures.guests), String::new(), "use-say-guests"),
        ]);
    }
    let column = |label: String, count: Count| (label, count.value.map(|value| vec![value]));
    let weeks: Vec<_> =
        figures.by_gathering.iter().map(|row| column(words.date_short(row.date, today), row.came)).collect();
    let months: Vec<_> =
        figures.by_month.iter().map(|row| column(month(&row.month, language), row.attendances)).collect();
    let school =
        |row: &ledger::SchoolRow| row.school.clone().unwrap_or_else(|| language.say("use-no-school").to_string());
    let schools = table(figures.by_school.iter().map(|row| (school(row), row.reach)));
    let levels = table(figures.by_level.iter().map(|row| (level(language, row.level.as_deref()), row.reach)));
    let roles = table(figures.by_role.iter().map(|row| (role(language, &row.role), row.reach)));
    Told {
        weeks: Columns::draw(&weeks, &hidden),
        months: Columns::draw(&months, &hidden),
        figures,
        tallies,
        schools,
        levels,
        roles,
    }
}

/// `2026-01` as "January 2026".
pub fn month(text: &str, language: Language) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |month| language.words().month(month))
}

/// One decimal at most, with the language's comma.
pub fn decimal(value: f64, language: Language) -> String {
    let text = format!("{value:.1}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if language == Language::French { text.replace('.', ",") } else { text.to_owned() }
}

async fn rows(visit: &Visit, app: &App, id: SeriesId, query: &Input) -> Result<Vec<sheet::Row>, Failure> {
    let mut db = app.read().await?;
    let (series, _) = seen(&mut db, visit, id).await?;
    let mut problems = Problems::new();
    let asked = period(query, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let loaded = load(&mut db, &series, asked, visit.now).await?;
    Ok(sheet::rows(&ledger::use_of(&loaded.season), visit.language))
}

/// `GET /series/{series}/use.csv`
pub async fn csv(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, Query(query): Query) -> Answer {
    let rows = rows(&visit, &app, id, &query).await?;
    sheet::sheet(SheetKind::Csv, rows, visit.language)?.give().await
}

/// `GET /series/{series}/use.xlsx`
pub async fn xlsx(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, Query(query): Query) -> Answer {
    let rows = rows(&visit, &app, id, &query).await?;
    sheet::sheet(SheetKind::Xlsx, rows, visit.language)?.give().await
}

/// `GET /series/{series}/attendance.csv`: the ledger itself, with names, for the hosts.
pub async fn export(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let mut db = app.read().await?;
    let (series, rights) = seen(&mut db, &visit, id).await?;
    rights.may_host()?;
    let loaded = load(&mut db, &series, (None, None), visit.now).await?.without_faded(visit.today);
    let file = ledger::export(&loaded.season, &loaded.names).map_err(anyhow::Error::from)?;
    download("klatsch-attendance.csv", "text/csv; charset=utf-8", file)
}
