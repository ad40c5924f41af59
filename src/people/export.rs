//! The directory and the schools as a file. People as a file are for whoever looks after Klatsch: a list of all
//! addresses is what a thief of a colleague's session would want. It holds what
//! whoever asks may see as a colleague, and no more.

use axum::extract::State;

use super::card::{self, After, Leaf};
use super::directory::roles_in_words;
use super::profile::{self, Field, Kind, Profile};
use super::schools::address;
use super::store::{commons, directory};
use super::{Card, Search};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{PersonId, SchoolId};
use crate::schools;
use crate::web::{Answer, Failure, Page, Problems, Query, Sheet, SheetKind, Visit};

/// How many rows are read at once.
const TOGETHER: usize = 500;

/// The fields of a profile that are columns.
fn columns() -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(|field| field.kind() != Kind::Picture)
}

/// `GET /people.csv`, with the filters of the directory.
pub async fn people_csv(visit: Visit, app: State<App>, query: Query) -> Answer {
    people(visit, app, query, SheetKind::Csv).await
}

/// `GET /people.xlsx`
pub async fn people_xlsx(visit: Visit, app: State<App>, query: Query) -> Answer {
    people(visit, app, query, SheetKind::Xlsx).await
}

async fn people(visit: Visit, State(app): State<App>, Query(query): Query, kind: SheetKind) -> Answer {
    let me = visit.steward()?.id;
    let page = Page::new(&visit, "people", "");
    let mut problems = Problems::new();
    let search = Search::read(&query, &mut problems);
    let search = problems.or(search)?;
    people_sheet(&mut *app.read().await?, (&page, me), &search, kind).await?.give().await
}

/// The directory as a table, in the language of a page.
pub async fn people_sheet(
    db: &mut Connection,
    (page, asker): (&Page, PersonId),
    search: &Search,
    kind: SheetKind,
) -> Result<Sheet, Failure> {
    let titles = ["field-name", "field-email", "person-school", "school-level", "person-roles"];
    let mut titles: Vec<String> = titles.iter().map(|key| page.say(*key).to_string()).collect();
    titles.extend(columns().map(|field| page.say(field.key()).to_string()));
    let mut sheet = Sheet::begin(kind, &page.say("people-title").to_string(), &titles)?;
    let mut after: Option<After> = None;
    loop {
        let found = card::found(db, asker, search, Leaf { after, most: TOGETHER, counted: 0 }).await?;
        write(db, (page, asker), &mut sheet, found.cards).await?;
        match found.next.parse() {
            Ok(next) => after = Some(next),
            Err(()) => break,
        }
    }
    Ok(sheet)
}

/// Writes the rows of some people.
async fn write(
    db: &mut Connection,
    (page, asker): (&Page, PersonId),
    sheet: &mut Sheet,
    cards: Vec<Card>,
) -> Result<(), Failure> {
    let profiles = profile::for_asker(db, asker, &cards).await?;
    let nothing = Profile::default();
    for card in cards {
        let seen = profiles.get(&card.id).unwrap_or(&nothing);
        let level = card.school.as_ref().and_then(|school| school.level);
        let mut cells = vec![
            card.name.clone(),
            card.email.clone(),
            card.school.as_ref().map(|school| school.name.clone()).unwrap_or_default(),
            level.map(|level| page.say(level.key()).to_string()).unwrap_or_default(),
            roles_in_words(page, &card.roles),
        ];
        cells.extend(columns().map(|field| match field.kind() {
            Kind::Words(_) => seen.words(field).to_owned(),
            _ => profile::in_words(page.tongue(), field, seen.tags(field)).join(", "),
        }));
        sheet.row(cells.into_iter().map(Into::into))?;
    }
    Ok(())
}

/// `GET /schools.csv`, with the filters of the list.
pub async fn schools_csv(visit: Visit, app: State<App>, query: Query) -> Answer {
    all_schools(visit, app, query, SheetKind::Csv).await
}

/// `GET /schools.xlsx`
pub async fn schools_xlsx(visit: Visit, app: State<App>, query: Query) -> Answer {
    all_schools(visit, app, query, SheetKind::Xlsx).await
}

async fn all_schools(visit: Visit, State(app): State<App>, Query(query): Query, kind: SheetKind) -> Answer {
    visit.me()?;
    let page = Page::new(&visit, "schools", "");
    let mut problems = Problems::new();
    let search = schools::Search::read(&query, &mut problems);
    let search = problems.or(search)?;
    schools_sheet(&mut *app.read().await?, &page, &search, kind).await?.give().await
}

/// The schools as a table, in the language of a page.
pub async fn schools_sheet(
    db: &mut Connection,
    page: &Page,
    search: &schools::Search,
    kind: SheetKind,
) -> Result<Sheet, Failure> {
    let titles = [
        "field-name",
        "school-level",
        "school-address",
        "school-district",
        "schools-number",
        "commons-place",
        "commons-hours",
        "commons-offers",
    ];
    let titles: Vec<String> = titles.iter().map(|key| page.say(*key).to_string()).collect();
    let mut sheet = Sheet::begin(kind, &page.say("schools-title").to_string(), &titles)?;
    let many = i64::try_from(TOGETHER).unwrap_or(i64::MAX);
    let mut read = 0;
    loop {
        let found = schools::search(db, search, many, read).await?;
        let ids: Vec<SchoolId> = found.iter().map(|school| school.id).collect();
        let numbers = directory::numbers(db, &ids).await?;
        let commons = commons::of(db, &ids).await?;
        for school in &found {
            let number = numbers.iter().find(|at| at.school_id == school.id).map_or(0, |at| at.number);
            let of = commons.iter().find(|commons| commons.school_id == school.id);
            let text = |text: Option<&String>| text.cloned().unwrap_or_default();
            sheet.row([
                school.name.clone().into(),
                school.level.map(|level| page.say(level.key()).to_string()).into(),
                address(school).into(),
                school.district.clone().into(),
                number.into(),
                text(of.map(|commons| &commons.place)).into(),
                text(of.map(|commons| &commons.hours)).into(),
                text(of.map(|commons| &commons.offers)).into(),
            ])?;
        }
        read += many;
        if found.len() < TOGETHER {
            break;
        }
    }
    Ok(sheet)
}
