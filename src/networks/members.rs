//! Who is in a network: the list, and what those who lead it do with a member.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::member::{Member, Role};
use super::table::members_sheet;
use super::{Network, deeds, pages, seen, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{NetworkId, PersonId};
use crate::people::{self, Card};
use crate::web::{
    Answer, Failure, Form, Input, Message, Page, Path, Problems, Query, SheetKind, Stretch, Visit, address, go,
    html_with,
};

/// How many members a page has.
const PAGE: i64 = 50;

/// What to find members by.
#[derive(Debug, Default)]
pub struct Search {
    words: String,
    role: Option<Role>,
    /// Whether who leads is about to change roles.
    changing: bool,
}

impl Search {
    /// Reads `q`, `role` and `change`.
    pub fn read(query: &Input, problems: &mut Problems) -> Search {
        Search {
            words: query.line("q", 0..=200, problems),
            role: query.choice("role", problems),
            changing: query.typed("change") == "yes",
        }
    }

    fn finds(&self, member: &Member, card: &Card) -> bool {
        let school = card.school.as_ref().map_or("", |school| school.name.as_str());
        let text = roster::fold(&format!("{} {school}", card.name));
        self.role.is_none_or(|role| role == member.role)
            && roster::fold(&self.words).split(' ').all(|word| text.contains(word))
    }

    /// The address of a page of what it finds below `path`.
    pub fn address(&self, path: &str, page: i64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let change = if self.changing { "yes" } else { "" };
        let role = self.role.map_or("", Role::word);
        address(path, &[("q", &self.words), ("role", role), ("change", change), ("page", &page)])
    }
}

/// The members that a search finds: who leads first, then by name.
pub async fn found(db: &mut Connection, network: NetworkId, search: &Search) -> Result<Vec<(Member, Card)>, Failure> {
    let members = store::members::of_network(db, network).await?;
    let ids: Vec<PersonId> = members.iter().map(|member| member.person_id).collect();
    let members: HashMap<PersonId, Member> = members.into_iter().map(|member| (member.person_id, member)).collect();
    let cards = people::cards_of(db, &ids).await?;
    let mut found: Vec<(Member, Card)> = cards
        .into_iter()
        .filter_map(|card| members.get(&card.id).map(|member| (*member, card)))
        .filter(|(member, card)| search.finds(member, card))
        .collect();
    found.sort_by_key(|(member, _)| member.role);
    Ok(found)
}

/// A member in the list.
struct Row {
    id: PersonId,
    name: String,
    initials: String,
    hue: u8,
    note: String,
    role: Role,
    role_word: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "networks/pages/members.html")]
struct Members {
    page: Page,
    place_in_house: Vec<(String, String)>,
    form: Form,
    network: Network,
    roles: Vec<(String, String)>,
    rows: Vec<Row>,
    count: String,
    place: String,
    before: String,
    after: String,
    may_lead: bool,
    may_admit: bool,
    filtered: bool,
    /// Whether each row has what changes it.
    changing: bool,
    /// The same page the other way.
    mode: String,
}

/// `GET /networks/{network}/members?q=&role=&change=&page=`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, Query(query): Query) -> Answer {
    let mut db = app.read().await?;
    let (network, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_see_members()?;
    let page = Page::new(&visit, "networks", visit.language.say("networks-members").to_string());
    let mut problems = Problems::new();
    let mut search = Search::read(&query, &mut problems);
    search.changing &= rights.may_lead().is_ok();
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let found = if problems.is_empty() { found(&mut db, id, &search).await? } else { Vec::new() };
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let shown =
        found.into_iter().skip(usize::try_from(stretch.offset()).unwrap_or(0)).take(usize::try_from(PAGE).unwrap_or(0));
    let word = |role: Role| page.say(role.key(network.leading)).to_string();
    let rows: Vec<Row> = shown
        .map(|(member, card)| {
            let roles: Vec<String> = card.roles.iter().map(|role| page.say(role.key()).to_string()).collect();
            let school = card.school.as_ref().map(|school| school.name.clone());
            let note: Vec<String> =
                [page.words().list(&roles)].into_iter().chain(school).filter(|part| !part.is_empty()).collect();
            Row {
                id: card.id,
                initials: card.initials(),
                hue: card.hue(),
                note: note.join(" · "),
                role: member.role,
                role_word: calendar::words::capitalised(&word(member.role)),
                mine: visit.person() == Some(card.id),
                name: card.name,
            }
        })
        .collect();
    let base = format!("/networks/{id}/members");
    let link = |number: Option<i64>| number.map_or_else(String::new, |number| search.address(&base, number));
    let place = page
        .say("networks-members-where")
        .with("first", stretch.first(rows.len()))
        .with("last", stretch.last(rows.len()));
    let mut roles = vec![(String::new(), page.say("people-any-role").to_string())];
    roles.extend(Role::ALL.map(|role| (role.word().to_owned(), word(role))));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html_with(
        status,
        &Members {
            filtered: !search.words.is_empty() || search.role.is_some(),
            changing: search.changing,
            mode: Search { changing: !search.changing, words: search.words.clone(), ..search }
                .address(&base, stretch.number),
            before: link(stretch.before()),
            after: link(stretch.after(total)),
            place: place.with("total", total).to_string(),
            count: page.say("networks-members-count").with("count", total).to_string(),
            form: Form::wrong(visit.language, query, problems),
            may_lead: rights.may_lead().is_ok(),
            may_admit: rights.may_admit().is_ok(),
            place_in_house: pages::place(&page, &network),
            roles,
            rows,
            network,
            page,
        },
    )
}

/// `GET /networks/{network}/members.csv`
pub async fn csv(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    sheet(&visit, &app, id, SheetKind::Csv).await
}

/// `GET /networks/{network}/members.xlsx`
pub async fn xlsx(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    sheet(&visit, &app, id, SheetKind::Xlsx).await
}

/// The list as a table, for those who lead.
async fn sheet(visit: &Visit, app: &App, id: NetworkId, kind: SheetKind) -> Answer {
    let mut db = app.read().await?;
    let (network, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_lead()?;
    let sheet = members_sheet(&mut db, visit, &network, kind).await?;
    drop(db);
    sheet.give().await
}

/// `POST /networks/{network}/members/{person}` with `role`.
pub async fn role(
    visit: Visit,
    State(app): State<App>,
    Path((id, person)): Path<(NetworkId, PersonId)>,
    input: Input,
) -> Answer {
    let (network, before, role) = set_role(&visit, &app, (id, person), &input).await?;
    let name = people::person(&mut *app.read().await?, person).await?.map_or_else(String::new, |person| person.name);
    let word = visit.language.say(role.key(network.leading)).to_string();
    let done = Message::new("networks-role-set").with("name", name).with("role", word);
    let go = go(format!("/networks/{id}/members?change=yes")).done(visit.language, done);
    Ok(go.undo(visit.language, format!("/networks/{id}/members/{person}"), &[("role", before.word())]).into_response())
}

/// Gives a member a role; says which they had and have.
pub async fn set_role(
    visit: &Visit,
    app: &App,
    (id, person): (NetworkId, PersonId),
    input: &Input,
) -> Result<(Network, Role, Role), Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_lead()?;
    let mut problems = Problems::new();
    input.only(&["role"], &mut problems);
    let role = input.needed_choice::<Role>("role", &mut problems);
    let role = problems.or(role)?.unwrap_or(Role::Member);
    let mut db = app.write().await?;
    let (network, before) = deeds::set_role(&mut db, me, (id, person), role).await?;
    db.commit().await?;
    Ok((network, before, role))
}

/// `POST /networks/{network}/members/{person}/remove`
pub async fn remove(visit: Visit, State(app): State<App>, Path((id, person)): Path<(NetworkId, PersonId)>) -> Answer {
    let name = put(&visit, &app, (id, person), true).await?;
    let go = go(format!("/networks/{id}/members?change=yes"))
        .done(visit.language, Message::new("networks-removed").with("name", name));
    Ok(go.undo(visit.language, format!("/networks/{id}/members/{person}/restore"), &[]).into_response())
}

/// `POST /networks/{network}/members/{person}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path((id, person)): Path<(NetworkId, PersonId)>) -> Answer {
    let name = put(&visit, &app, (id, person), false).await?;
    let done = Message::new("networks-restored").with("name", name);
    Ok(go(format!("/networks/{id}/members?change=yes")).done(visit.language, done).into_response())
}

/// Takes somebody out or puts them back; says their name.
pub async fn put(visit: &Visit, app: &App, (id, person): (NetworkId, PersonId), out: bool) -> Result<String, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    deeds::remove(&mut db, app, me, (id, person), out).await?;
    let name = people::person(&mut db, person).await?.map_or_else(String::new, |person| person.name);
    db.commit().await?;
    Ok(name)
}
