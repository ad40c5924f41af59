//! The pages of schools. They stand here because they show who works there, and the schools themselves
//! know nothing of people.

use std::collections::HashMap;
use std::pin::Pin;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use calendar::words::capitalised;

use super::directory::Row;
use super::store::directory;
use super::{Search, card, commons, rights};
use crate::app::{AT_SCHOOL, App};
use crate::database::Connection;
use crate::ids::SchoolId;
use crate::schools::{self, Level, School};
use crate::text::Html;
use crate::web::{Answer, Failure, Form, Page, Path, Problems, Query, Stretch, Visit, html, html_with};

/// How many schools a page of the list has: those of most districts.
const PAGE: i64 = 100;

/// What else stands on the page of a school. The domains that know it build on this one, so the app hands it in
/// (`app::AT_SCHOOL`).
pub type AtSchool = for<'a> fn(
    &'a mut Connection,
    &'a Visit,
    &'a School,
) -> Pin<Box<dyn Future<Output = Result<Html, Failure>> + Send + 'a>>;

/// How many people the page of a school shows before it leads to the directory.
const SHOWN: i64 = 50;

/// The schools of a level.
#[derive(Debug)]
struct Group {
    title: String,
    schools: Vec<SchoolRow>,
}

/// A school in the list.
#[derive(Debug)]
struct SchoolRow {
    href: String,
    name: String,
    address: String,
    people: i64,
}

/// “1 Sample Road, Sample City, V1V 1V1”, without saying anything twice: the addresses of some lists have
/// city and postal code in them already.
pub fn address(school: &School) -> String {
    let mut address = school.address.clone().unwrap_or_default();
    for part in [&school.city, &school.postal_code].into_iter().flatten() {
        let folded = |text: &str| roster::fold(text).replace(' ', "");
        if !folded(&address).contains(&folded(part)) {
            if !address.is_empty() {
                address.push_str(", ");
            }
            address.push_str(part);
        }
    }
    address
}

#[derive(Template)]
#[template(path = "people/pages/schools.html")]
struct List {
    page: Page,
    form: Form,
    levels: Vec<(String, String)>,
    groups: Vec<Group>,
    shown: usize,
    stretch: Stretch,
    total: i64,
    before: String,
    after: String,
    csv: String,
    xlsx: String,
    /// There is not a single school yet.
    bare: bool,
}

/// `GET /schools?q=&level=&page=`
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.me()?;
    let page = Page::new(&visit, "schools", visit.language.say("schools-title").to_string());
    let mut problems = Problems::new();
    let search = schools::Search::read(&query, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let mut db = app.read().await?;
    let (total, schools) = if problems.is_empty() {
        let total = schools::count_found(&mut db, &search).await?;
        (total, schools::search(&mut db, &search, PAGE, stretch.offset()).await?)
    } else {
        (0, Vec::new())
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let at = directory::numbers(&mut db, &schools.iter().map(|school| school.id).collect::<Vec<_>>()).await?;
    let people: HashMap<SchoolId, i64> = at.into_iter().map(|at| (at.school_id, at.number)).collect();
    let mut levels = vec![(String::new(), page.say("schools-any-level").to_string())];
    levels.extend(Level::ALL.map(|level| (level.word().to_owned(), page.say(level.key()).to_string())));
    let link = |number: Option<i64>| number.map_or_else(String::new, |number| search.address("/schools", number));
    html_with(
        status,
        &List {
            form: Form::wrong(visit.language, query, problems),
            levels,
            shown: schools.len(),
            groups: groups(&page, schools, &people),
            total,
            before: link(stretch.before()),
            after: link(stretch.after(total)),
            stretch,
            csv: search.address("/schools.csv", 1),
            xlsx: search.address("/schools.xlsx", 1),
            bare: search.is_empty() && total == 0 && status == StatusCode::OK,
            page,
        },
    )
}

/// Schools come sorted by level.
fn groups(page: &Page, schools: Vec<School>, people: &HashMap<SchoolId, i64>) -> Vec<Group> {
    let mut groups: Vec<(Option<Level>, Group)> = Vec::new();
    for school in schools {
        let row = SchoolRow {
            href: format!("/schools/{}", school.id),
            address: address(&school),
            people: people.get(&school.id).copied().unwrap_or_default(),
            name: school.name,
        };
        match groups.last_mut() {
            Some((level, group)) if *level == school.level => group.schools.push(row),
            _ => {
                let title = page.say(school.level.map_or("schools-no-level", Level::plural_key)).to_string();
                groups.push((school.level, Group { title, schools: vec![row] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[derive(Template)]
#[template(path = "people/pages/school.html")]
struct One {
    page: Page,
    school: School,
    address: String,
    level: String,
    commons: commons::Commons,
    may_tell: bool,
    /// What other domains know of it.
    beside: Vec<Html>,
    rows: Vec<Row>,
    total: i64,
    all: String,
}

/// `GET /schools/{school}`
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let school = schools::school(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let search = Search { school: Some(id), ..Search::default() };
    let total = directory::numbers(&mut db, &[id]).await?.first().map_or(0, |at| at.number);
    let cards = card::at_school(&mut db, id, SHOWN).await?;
    let page = Page::new(&visit, "schools", school.name.clone());
    let rows = Row::all(&mut db, &page, me.id, cards).await?;
    let commons = commons::of(&mut db, id).await?;
    let mut beside = Vec::new();
    for part in AT_SCHOOL {
        beside.push(part(&mut db, &visit, &school).await?);
    }
    html(&One {
        address: address(&school),
        level: school.level.map(|level| capitalised(&page.say(level.key()).to_string())).unwrap_or_default(),
        may_tell: rights::may_tell_of(me, id).is_ok(),
        commons,
        beside,
        school,
        rows: rows.into_iter().map(|row| Row { school: String::new(), ..row }).collect(),
        total,
        all: search.address("/people", ""),
        page,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Instant;

    #[test]
    fn an_address_says_nothing_twice() {
        let mut school = School {
            id: SchoolId(uuid::Uuid::nil()),
            source_key: None,
            name: "Sample".to_owned(),
            level: None,
            district: None,
            address: Some("1 Sample Rd Sample City V1V 1V1".to_owned()),
            city: Some("Sample City".to_owned()),
            postal_code: Some("V1V1V1".to_owned()),
            latitude: None,
            longitude: None,
            created_at: Instant(0),
            updated_at: Instant(0),
        };
        assert_eq!(address(&school), "1 Sample Rd Sample City V1V 1V1");
        school.address = Some("1 Sample Rd".to_owned());
        assert_eq!(address(&school), "1 Sample Rd, Sample City, V1V1V1");
        (school.address, school.postal_code) = (None, None);
        assert_eq!(address(&school), "Sample City");
    }
}
