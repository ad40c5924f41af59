//! One page for the host's phone: tap a name when they come in.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::State as Shared;
use axum::response::IntoResponse;

use super::record::MOST_GUESTS;
use super::{SaidBy, State, count_guests, is_open, record_entered, record_guests, store};
use crate::answers::{self, Answer as Said};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId};
use crate::people;
use crate::web::{Answer, Entered, Failure, Form, Input, Me, Message, Page, Path, Problems, Query, Visit, go, html};

/// How many names a search shows; whoever is not among them types more of the name.
const MOST_FOUND: i64 = 20;

#[derive(Template)]
#[template(path = "attendance/pages/show.html")]
struct Attendance {
    page: Page,
    gathering: Gathering,
    when: String,
    closed: Option<String>,
    form: Form,
    /// Those who said yes or maybe, and those who are marked.
    expected: Vec<Row>,
    /// Those a search found who are not among them.
    found: Vec<Row>,
    searched: bool,
    came: usize,
    guests: i64,
}

struct Row {
    id: PersonId,
    name: String,
    about: String,
    marked: &'static str,
}

impl Attendance {
    fn action(&self) -> String {
        format!("/gatherings/{}/attendance", self.gathering.id)
    }
}

async fn hosted(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<(Gathering, Me), Failure> {
    let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
    gatherings::rights(db, &gathering, visit.me.as_ref()).await?.may_host()?;
    Ok((gathering, visit.me()?.clone()))
}

/// `GET /gatherings/{gathering}/attendance?q=name`
pub async fn show(visit: Visit, Shared(app): Shared<App>, Path(id): Path<GatheringId>, Query(query): Query) -> Answer {
    let mut db = app.read().await?;
    let (gathering, _) = hosted(&mut db, &visit, id).await?;
    let mut ignored = Problems::new();
    let search = query.line("q", 0..=100, &mut ignored);
    let language = visit.language;
    let marks: HashMap<_, _> =
        store::marks_of(&mut db, id).await?.into_iter().map(|mark| (mark.person_id, mark)).collect();
    let said: HashMap<_, _> =
        answers::said(&mut db, id).await?.into_iter().map(|said| (said.person_id, said.answer)).collect();
    let expecting: HashSet<PersonId> = said
        .iter()
        .filter(|(_, answer)| **answer != Said::No)
        .map(|(person, _)| *person)
        .chain(marks.keys().copied())
        .collect();
    let row = |card: people::Card| {
        let mark = marks.get(&card.id);
        let about = match (mark.is_some_and(|mark| mark.walk_in), said.get(&card.id)) {
            (true, _) => "attendance-walk-in",
            (_, Some(Said::Yes)) => "attendance-said-yes",
            (_, Some(Said::Maybe)) => "attendance-said-maybe",
            (_, Some(Said::Waiting)) => "attendance-waiting",
            (_, Some(Said::No)) => "attendance-said-no",
            (_, None) => "attendance-said-nothing",
        };
        let marked = mark.map_or("", |mark| mark.state.word());
        let mut about = language.say(about).to_string();
        if mark.is_some_and(|mark| mark.said_by == SaidBy::Oneself) {
            about = format!("{about}, {}", language.say("attendance-by-self"));
        }
        Row { id: card.id, name: card.name, about, marked }
    };
    let ids: Vec<_> = expecting.iter().copied().collect();
    let expected = people::cards_of(&mut db, &ids).await?.into_iter().map(row).collect();
    let found = if search.is_empty() { Vec::new() } else { people::search(&mut db, &search, MOST_FOUND).await? };
    let found = found.into_iter().filter(|card| !expecting.contains(&card.id)).map(row).collect();
    let words = language.words();
    html(&Attendance {
        page: Page::new(&visit, "gatherings", language.say("attendance-title").to_string()),
        when: words.date_and_range(*gathering.date, *gathering.starts, *gathering.ends, visit.today),
        closed: is_open(&gathering, visit.now).err().map(|why| language.tell(&why)),
        came: marks.values().filter(|mark| mark.state == State::Came).count(),
        guests: store::guests_of(&mut db, id).await?,
        form: Form::new(language, query),
        searched: !search.is_empty(),
        gathering,
        expected,
        found,
    })
}

/// `POST /gatherings/{gathering}/attendance`: `person`, `mark` (came, excused, absent, none).
pub async fn mark(
    visit: Visit,
    Shared(app): Shared<App>,
    Path(id): Path<GatheringId>,
    Entered(entered): Entered,
    input: Input,
) -> Answer {
    let mut db = app.write().await?;
    let (gathering, me) = hosted(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let person = input.needed_choice::<PersonId>("person", &mut problems);
    let state = match input.typed("mark") {
        "none" => None,
        _ => input.needed_choice::<State>("mark", &mut problems),
    };
    let Some(person) = person.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    let person = people::person(&mut db, person).await?.ok_or(Failure::NotFound)?;
    let before = record_entered(&mut db, &app, &gathering, (person.id, state), me.id, entered).await?;
    db.commit().await?;
    let done = match state {
        Some(State::Came) => "attendance-marked-came",
        Some(State::Excused) => "attendance-marked-excused",
        Some(State::Absent) => "attendance-marked-absent",
        None => "attendance-unmarked",
    };
    let undo = before.map_or("none", State::word);
    let path = format!("/gatherings/{id}/attendance");
    Ok(go(path.clone())
        .done(visit.language, Message::new(done).with("name", person.name))
        .undo(visit.language, path, &[("person", &person.id.to_string()), ("mark", undo)])
        .into_response())
}

/// `POST /gatherings/{gathering}/headcount`: `guests`, or `step` to count one up or down from what is
/// counted by then; `was` is the number the page showed, so that a number typed before the step holds.
pub async fn headcount(visit: Visit, Shared(app): Shared<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let (gathering, me) = hosted(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let step = input.number("step", -1..=1, &mut problems).unwrap_or(0);
    let guests = input.needed_number("guests", 0..=MOST_GUESTS, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let typed = input.typed("was") != input.typed("guests");
    let (guests, before) = if step == 0 || typed {
        let guests = (guests + step).clamp(0, MOST_GUESTS);
        (guests, record_guests(&mut db, &app, &gathering, guests, me.id).await?)
    } else {
        let guests = count_guests(&mut db, &app, &gathering, step, me.id).await?;
        (guests, guests - step)
    };
    db.commit().await?;
    Ok(go(format!("/gatherings/{id}/attendance"))
        .done(visit.language, Message::new("attendance-guests-counted").with("count", guests))
        .undo(visit.language, format!("/gatherings/{id}/headcount"), &[("guests", &before.to_string())])
        .into_response())
}
