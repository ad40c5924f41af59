//! The directory.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::store::directory;
use super::{Card, Role, Search, card};
use crate::app::App;
use crate::ids::SchoolId;
use crate::schools;
use crate::web::{Answer, Form, Page, Problems, Query, Stretch, Visit, html_with};

/// How many people a page of the directory has.
const PAGE: i64 = 50;

/// How far people are counted: beyond that, that there are more is all anyone wants to know, and counting a
/// province takes longer than the rest of the page.
const COUNTED: i64 = 1_000;

/// A person in a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// Their page.
    pub href: String,
    /// Their name.
    pub name: String,
    /// The letters for it.
    pub initials: String,
    /// The tone of the letters.
    pub hue: u8,
    /// Their roles, in words.
    pub roles: String,
    /// The name of their school; empty when they have none.
    pub school: String,
    /// What to ask them about.
    pub ask_me_about: String,
}

impl Row {
    /// A card in the words of a page.
    pub fn of(page: &Page, card: Card) -> Row {
        Row {
            href: format!("/people/{}", card.id),
            initials: card.initials(),
            hue: card.hue(),
            roles: roles_in_words(page, &card.roles),
            school: card.school.map(|school| school.name).unwrap_or_default(),
            name: card.name,
            ask_me_about: card.ask_me_about,
        }
    }
}

/// “teacher-librarian and classroom teacher”.
pub fn roles_in_words(page: &Page, roles: &[Role]) -> String {
    let words: Vec<String> = roles.iter().map(|role| page.say(role.key()).to_string()).collect();
    page.words().list(&words)
}

/// Roles to choose from, with their words.
pub fn role_choices(page: &Page) -> impl Iterator<Item = (String, String)> {
    Role::ALL.into_iter().map(|role| (role.word().to_owned(), page.say(role.key()).to_string()))
}

#[derive(Template)]
#[template(path = "people/pages/directory.html")]
struct Directory {
    page: Page,
    form: Form,
    schools: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    rows: Vec<Row>,
    /// How many there are, in words.
    count: String,
    /// Which of them are shown, in words.
    place: String,
    before: String,
    after: String,
    /// Nobody was imported yet: there is only whoever began.
    alone: bool,
}

/// `GET /people?q=&school=&role=&page=`
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.me()?;
    let page = Page::new(&visit, "people", visit.language.say("people-title").to_string());
    let mut problems = Problems::new();
    let search = Search::read(&query, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let mut db = app.read().await?;
    let (total, cards) = if problems.is_empty() {
        let total = directory::count_found(&mut db, &search, (stretch.offset() + PAGE).max(COUNTED) + 1).await?;
        (total, card::found(&mut db, &search, PAGE, stretch.offset()).await?)
    } else {
        (0, Vec::new())
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let any = |key: &'static str| (String::new(), page.say(key).to_string());
    let mut schools = vec![any("people-any-school")];
    schools.extend(staffed(&mut db, search.school).await?);
    let mut roles = vec![any("people-any-role")];
    roles.extend(role_choices(&page));
    let link = |number: Option<i64>| number.map_or_else(String::new, |number| search.address("/people", number));
    let shown = |key: &'static str| {
        let place = page.say(key).with("first", stretch.first(cards.len())).with("last", stretch.last(cards.len()));
        place.with("total", total.min(COUNTED)).to_string()
    };
    let (count, place) = if total > COUNTED {
        (page.say("people-many").with("count", COUNTED), shown("people-where-many"))
    } else {
        (page.say("people-count").with("count", total), shown("people-where"))
    };
    html_with(
        status,
        &Directory {
            form: Form::wrong(visit.language, query, problems),
            schools,
            roles,
            rows: cards.into_iter().map(|card| Row::of(&page, card)).collect(),
            before: link(stretch.before()),
            after: link(stretch.after(total)),
            count: count.to_string(),
            place,
            alone: search.is_empty() && total <= 1,
            page,
        },
    )
}

/// The schools that have people, and the one that is looked at, to choose from.
async fn staffed(
    db: &mut crate::database::Connection,
    also: Option<SchoolId>,
) -> crate::database::Result<Vec<(String, String)>> {
    let names = schools::offered(db, also).await?;
    let at = directory::numbers(db, &names.iter().map(|school| school.id).collect::<Vec<_>>()).await?;
    let staffed: std::collections::HashSet<SchoolId> = at.into_iter().map(|at| at.school_id).chain(also).collect();
    Ok(names
        .into_iter()
        .filter(|school| staffed.contains(&school.id))
        .map(|school| (school.id.to_string(), school.name))
        .collect())
}
