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
use crate::web::{Answer, Cell, Failure, Page, Path, Sheet, SheetKind, Visit, html};
use crate::years::{self, Step};

/// A table of the report: its title and its lines.
struct Table {
    title: String,
    /// What, how many, and of how many.
    lines: Vec<(String, String, String)>,
    /// How many lines have a number that stays hidden.
    hidden: usize,
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
        tables: tables(&page, insights::rows(&figures, visit.language)),
        steps,
        topics,
        place,
        page,
    })
}

/// The rows by the table they are of, without the one by week, which would fill a page by itself. Of those that
/// are hidden only how many: three dozen schools with nothing beside them are a page of nothing.
fn tables(page: &Page, rows: Vec<Row>) -> Vec<Table> {
    let (week, hidden) = (page.say("use-by-week").to_string(), page.say("use-hidden").to_string());
    let mut tables: Vec<Table> = Vec::new();
    for row in rows.into_iter().filter(|row| row.table != week) {
        if tables.last().is_none_or(|table| table.title != row.table) {
            tables.push(Table { title: row.table, lines: Vec::new(), hidden: 0 });
        }
        let Some(table) = tables.last_mut() else { continue };
        let number = shown(&row.number);
        if number == hidden {
            table.hidden += 1;
        } else {
            table.lines.push((said(page, row.line), number, shown(&row.of)));
        }
    }
    tables
}

/// A line as people say it: days and months are written for programs in the file.
fn said(page: &Page, line: String) -> String {
    if let Ok(date) = calendar::times::parse_date(&line) {
        return page.words().date(date, page.today);
    }
    match calendar::times::parse_date(&format!("{line}-01")) {
        Ok(month) => format!("{} {}", page.words().month_name(month), month.year()),
        Err(_) => line,
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
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
