//! The report of a year, to read, to print on two pages and to take out.

use askama::Template;
use axum::extract::State;
use ledger::Use;

use super::load::load;
use crate::app::App;
use crate::ids::YearId;
use crate::insights::{self, Row};
use crate::networks;
use crate::text::{self, Html};
use crate::web::{Answer, Cell, Failure, Language, Page, Path, Sheet, SheetKind, Visit, html};
use crate::years::{self, Step};

/// What, how many (or the word for a hidden number), and of how many.
type Line = (String, String, String);

/// A table of the report: its title and its lines.
struct Table {
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "reports/pages/show.html")]
struct Show {
    page: Page,
    place: Vec<(String, String)>,
    lead: String,
    about: Html,
    id: YearId,
    told: bool,
    tables: Vec<Table>,
    steps: Vec<Step>,
    topics: Vec<String>,
}

/// The figures of a year, for its members.
pub async fn figures(visit: &Visit, app: &App, id: YearId) -> Result<(years::Year, networks::Network, Use), Failure> {
    let mut db = app.read().await?;
    let (year, network, _) = years::one(&mut db, visit, id).await?;
    let figures = load(&mut db, &year, visit.now).await?;
    Ok((year, network, figures))
}

/// `GET /years/{year}/report`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    let (year, network, figures) = figures(&visit, &app, id).await?;
    let mut db = app.read().await?;
    let title = visit.language.say("reports-title").with("network", &network.name).with("title", &year.title);
    let page = Page::new(&visit, "networks", title.to_string());
    let (steps, topics) = years::lived(&mut db, &visit, &page, &year).await?;
    let mut place = networks::place(&page, &network);
    place.push((format!("/years/{id}"), page.say("years-title").with("title", &year.title).to_string()));
    let words = page.words();
    html(&Show {
        lead: format!("{} – {}", words.date(*year.first_date, page.today), words.date(*year.last_date, page.today)),
        about: text::markdown(&network.about),
        id,
        told: matches!(figures, Use::Told(_)),
        tables: tables(insights::rows_to_read(&figures, visit.language, visit.today), visit.language),
        steps,
        topics,
        place,
        page,
    })
}

/// How many hidden lines of a table are said one by one; more are counted.
const HIDDEN: usize = 3;

/// The rows by the table they are of, without the one by week, which would fill a page by itself, and with what is
/// hidden in one line where it is much: a report has two pages.
fn tables(rows: Vec<Row>, language: Language) -> Vec<Table> {
    let weeks = language.say("use-by-week").to_string();
    let mut tables: Vec<(Table, Vec<Line>)> = Vec::new();
    for row in rows.into_iter().filter(|row| row.table != weeks) {
        let hidden = matches!(row.number, Cell::Text(_));
        let of = if hidden { String::new() } else { shown(&row.of, language) };
        let line = (row.line, shown(&row.number, language), of);
        if tables.last().is_none_or(|(table, _)| table.title != row.table) {
            tables.push((Table { title: row.table, lines: Vec::new() }, Vec::new()));
        }
        let Some((table, apart)) = tables.last_mut() else { continue };
        if hidden { apart.push(line) } else { table.lines.push(line) }
    }
    let whole = |(mut table, apart): (Table, Vec<Line>)| {
        if apart.len() > HIDDEN {
            let key = if table.lines.is_empty() { "reports-all-hidden" } else { "reports-more-hidden" };
            let hidden = apart.first().map(|line| line.1.clone()).unwrap_or_default();
            table.lines.push((language.say(key).with("count", apart.len()).to_string(), hidden, String::new()));
        } else {
            table.lines.extend(apart);
        }
        table
    };
    tables.into_iter().map(whole).collect()
}

fn shown(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => insights::decimal(*number, language),
        _ => String::new(),
    }
}

/// `GET /years/{year}/report.csv`
pub async fn csv(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    sheet(&visit, &app, id, SheetKind::Csv).await
}

/// `GET /years/{year}/report.xlsx`
pub async fn xlsx(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    sheet(&visit, &app, id, SheetKind::Xlsx).await
}

async fn sheet(visit: &Visit, app: &App, id: YearId, kind: SheetKind) -> Answer {
    let (year, network, figures) = figures(visit, app, id).await?;
    let columns = ["use-table", "use-line", "use-number", "use-of"].map(|key| visit.language.say(key).to_string());
    let mut sheet = Sheet::begin(kind, &format!("{} {}", network.name, year.title), &columns)?;
    for row in insights::rows(&figures, visit.language) {
        sheet.row([Cell::from(row.table), Cell::from(row.line), row.number, row.of])?;
    }
    sheet.give().await
}
