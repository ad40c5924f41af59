//! Who said what of a gathering, for its hosts.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::extract::State;

use super::answer::{Answer as Stands, Counts, Said};
use super::{pages, store};
use crate::app::App;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId, SchoolId};
use crate::web::{Answer, Failure, Page, Path, Visit, html};
use crate::{people, schools};

/// What hosts see of a gathering's answers.
pub struct Table {
    /// Of what.
    pub gathering: Gathering,
    /// How many said what.
    pub counts: Counts,
    /// Who said what.
    pub rows: Vec<Row>,
    /// Those invited by name who said nothing.
    pub silent: Vec<String>,
}

/// One person's answer.
pub struct Row {
    /// What they said.
    pub said: Said,
    /// Their name; of someone who left the district only that they did.
    pub name: String,
    /// Their school.
    pub school: Option<String>,
    /// Their place in the queue.
    pub position: Option<i64>,
}

/// Who said what of a gathering, if the visitor hosts it.
pub async fn table(visit: &Visit, app: &App, id: GatheringId) -> Result<Table, Failure> {
    let mut db = app.read().await?;
    let gathering = gatherings::gathering(&mut db, id).await?.ok_or(Failure::NotFound)?;
    gatherings::rights(&mut db, &gathering, visit.me.as_ref()).await?.may_host()?;
    let said = store::said(&mut db, id).await?;
    let counts = store::counts(&mut db, id).await?;
    let invited = gatherings::people_of_gathering(&mut db, &gathering).await?.unwrap_or_default();
    let named: BTreeSet<PersonId> = said.iter().map(|said| said.person_id).chain(invited.iter().copied()).collect();
    let people = people::some(&mut db, &named.into_iter().collect::<Vec<_>>()).await?;
    let people: HashMap<_, _> = people.into_iter().map(|person| (person.id, (person.name, person.school_id))).collect();
    let at: BTreeSet<SchoolId> = people.values().filter_map(|(_, school)| *school).collect();
    let schools = schools::names_of(&mut db, &at.into_iter().collect::<Vec<_>>()).await?;
    let schools: HashMap<_, _> = schools.into_iter().map(|school| (school.id, school.name)).collect();
    let mut silent: Vec<_> = invited
        .iter()
        .filter(|person| !said.iter().any(|said| said.person_id == **person))
        .filter_map(|person| people.get(person).map(|(name, _)| name.clone()))
        .collect();
    silent.sort();
    let mut queue = 0;
    let rows = said.into_iter().map(|said| {
        let person = people.get(&said.person_id);
        queue += i64::from(said.answer == Stands::Waiting);
        Row {
            name: person.map_or_else(|| visit.language.say("answers-left").to_string(), |(name, _)| name.clone()),
            school: person.and_then(|(_, school)| schools.get(school.as_ref()?).cloned()),
            position: (said.answer == Stands::Waiting).then_some(queue),
            said,
        }
    });
    let rows = rows.collect();
    Ok(Table { gathering, counts, rows, silent })
}

/// One part of the list: those who said the same.
struct Part {
    title: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "answers/pages/list.html")]
struct List {
    page: Page,
    place: Vec<(String, String)>,
    gathering: Gathering,
    when: String,
    parts: Vec<Part>,
    silent: Vec<String>,
}

/// `GET /gatherings/{gathering}/answers`: who said what, for hosts.
pub async fn list(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let Table { gathering, counts, rows, silent } = table(&visit, &app, id).await?;
    let words = visit.language.words();
    let mut rows_of: HashMap<Stands, Vec<Row>> = HashMap::new();
    for row in rows {
        rows_of.entry(row.said.answer).or_default().push(row);
    }
    let say = |key: &'static str, count: i64| visit.language.say(key).with("count", count);
    let mut parts = Vec::new();
    for (answer, title) in [
        (
            Stands::Yes,
            match gathering.capacity {
                Some(capacity) => say("answers-list-yes-of", counts.yes).with("capacity", capacity),
                None => say("answers-list-yes", counts.yes),
            },
        ),
        (Stands::Waiting, say("answers-list-waiting", counts.waiting)),
        (Stands::Maybe, say("answers-list-maybe", counts.maybe)),
        (Stands::No, say("answers-list-no", counts.no)),
    ] {
        if let Some(rows) = rows_of.remove(&answer) {
            parts.push(Part { title: title.to_string(), rows });
        }
    }
    let title = visit.language.say("answers-list-title").to_string();
    let when = words.date_and_range(*gathering.date, *gathering.starts, *gathering.ends, visit.today);
    let place = pages::place(&visit, &gathering);
    html(&List { page: Page::new(&visit, "gatherings", title), place, gathering, when, parts, silent })
}
