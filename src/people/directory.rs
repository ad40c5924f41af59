//! The directory.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::card::{After, Leaf};
use super::profile::{self, Field, Profile};
use super::store::directory;
use super::{Card, Role, Search, card};
use crate::app::App;
use crate::database::{self, Connection};
use crate::ids::{PersonId, SchoolId};
use crate::schools::{self, Level};
use crate::web::{Answer, Form, Page, Problems, Query, Visit, html_with};

/// How many people a page of the directory has.
const PAGE: usize = 50;

/// How many tags of a person a list shows.
const TAGS: usize = 4;

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
    /// What to ask them about, in their words.
    pub ask_me_about: String,
    /// What to ask them about: the first few of their skills, subjects and tools.
    pub tags: Vec<String>,
    /// Where their photo is; empty when it may not be seen.
    pub photo: String,
}

impl Row {
    /// Cards in the words of a page, with what the asker may see of their profiles.
    pub async fn all(
        db: &mut Connection,
        page: &Page,
        asker: PersonId,
        cards: Vec<Card>,
    ) -> database::Result<Vec<Row>> {
        let profiles = profile::for_asker(db, asker, &cards).await?;
        let none = Profile::default();
        Ok(cards.into_iter().map(|card| Row::of(page, profiles.get(&card.id).unwrap_or(&none), card)).collect())
    }

    fn of(page: &Page, seen: &Profile, card: Card) -> Row {
        let tags = [Field::Skills, Field::Subjects, Field::Tools].into_iter().flat_map(|field| seen.tags(field));
        Row {
            tags: tags.take(TAGS).map(|tag| tag.label.clone()).collect(),
            photo: seen.photo.map(|_| format!("/people/{}/photo", card.id)).unwrap_or_default(),
            href: format!("/people/{}", card.id),
            initials: card.initials(),
            hue: card.hue(),
            roles: roles_in_words(page, &card.roles),
            school: card.school.map(|school| school.name).unwrap_or_default(),
            name: card.name,
            ask_me_about: seen.words(Field::Ask).to_owned(),
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

/// What can be chosen in a filter: values with their words.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "people/pages/directory.html")]
struct Directory {
    page: Page,
    form: Form,
    schools: Choices,
    levels: Choices,
    roles: Choices,
    grades: Choices,
    languages: Choices,
    /// What most can be asked about.
    known: Vec<String>,
    /// Whether it looks for what most do not.
    special: bool,
    rows: Vec<Row>,
    /// How many there are, in words.
    count: String,
    /// Where the list begins, and goes on; empty where it does not.
    first: String,
    next: String,
    /// What is listed, as a file.
    csv: String,
    xlsx: String,
    /// Nobody was imported yet: there is only whoever began.
    alone: bool,
}

/// `GET /people?q=&about=&school=&level=&role=&grade=&language=&shares=&learns=&after=`
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let page = Page::new(&visit, "people", visit.language.say("people-title").to_string());
    let mut problems = Problems::new();
    let search = Search::read(&query, &mut problems);
    let after: Option<After> = query.choice("after", &mut problems);
    let mut db = app.read().await?;
    let mut found = card::Found::default();
    if problems.is_empty() {
        found = card::found(&mut db, me, &search, Leaf { after, most: PAGE, counted: COUNTED + 1 }).await?;
    }
    let total = found.number;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let any = |key: &'static str| vec![(String::new(), page.say(key).to_string())];
    let mut schools = any("people-any-school");
    schools.extend(staffed(&mut db, search.school).await?);
    let mut levels = any("schools-any-level");
    levels.extend(Level::ALL.map(|level| (level.word().to_owned(), page.say(level.key()).to_string())));
    let mut roles = any("people-any-role");
    roles.extend(role_choices(&page));
    let mut grades = any("people-any-grade");
    grades.extend(profile::grade_choices(visit.language));
    let mut languages = any("people-any-language");
    languages.extend(profile::tongue_choices(visit.language));
    let mut known = Vec::new();
    for field in [Field::Skills, Field::Subjects, Field::Tools] {
        known.extend(profile::labels(&mut db, field).await?);
    }
    let count = match total {
        total if total > COUNTED => page.say("people-many").with("count", COUNTED),
        total => page.say("people-count").with("count", total),
    };
    let rows = Row::all(&mut db, &page, me, found.cards).await?;
    html_with(
        status,
        &Directory {
            form: Form::wrong(visit.language, query, problems),
            schools,
            levels,
            roles,
            grades,
            languages,
            known,
            special: search.is_special(),
            rows,
            first: after.map(|_| search.address("/people", "")).unwrap_or_default(),
            next: if found.next.is_empty() { String::new() } else { search.address("/people", &found.next) },
            csv: search.address("/people.csv", ""),
            xlsx: search.address("/people.xlsx", ""),
            count: count.to_string(),
            alone: search.is_empty() && total <= 1,
            page,
        },
    )
}

/// The schools that have people, and the one that is looked at, to choose from.
async fn staffed(db: &mut Connection, also: Option<SchoolId>) -> database::Result<Choices> {
    let names = schools::offered(db, also).await?;
    let at = directory::numbers(db, &names.iter().map(|school| school.id).collect::<Vec<_>>()).await?;
    let staffed: std::collections::HashSet<SchoolId> = at.into_iter().map(|at| at.school_id).chain(also).collect();
    Ok(names
        .into_iter()
        .filter(|school| staffed.contains(&school.id))
        .map(|school| (school.id.to_string(), school.name))
        .collect())
}
