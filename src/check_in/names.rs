//! "I am here": one button for who is signed in, names to choose from for everyone else, guests.

use std::collections::HashSet;

use askama::Template;
use axum::extract::State as Of;
use axum::response::IntoResponse;

use super::come::{self, Regret};
use super::store::Key;
use super::{code, enter, is_open};
use crate::answers::{self, Answer as Said};
use crate::app::App;
use crate::attendance::{self, State};
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId};
use crate::people;
use crate::web::{Answer, Entered, Failure, Form, Go, Input, Message, Page, Path, Problems, Visit, go, html};

/// How many names a search shows; whoever is not among them types more of the name.
const MOST_FOUND: usize = 12;

/// The fewest letters of a name one searches by: the list of a district is not for reading.
const FEWEST_LETTERS: usize = 2;

/// The most guests one form counts.
const MOST_GUESTS: i64 = 20;

#[derive(Template)]
#[template(path = "check_in/pages/names.html")]
struct Names {
    page: Page,
    form: Form,
    gathering: Gathering,
    when: String,
    pass: String,
    once: String,
    /// Who is signed in, and whether they are here already.
    me: Option<(PersonId, String, bool)>,
    expected: Vec<Name>,
    searched: bool,
    found: Vec<Name>,
}

struct Name {
    id: PersonId,
    name: String,
    school: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "check_in/pages/welcome.html")]
struct Welcome {
    page: Page,
    gathering: Option<Gathering>,
}

/// `GET /check-in/{gathering}/{code}`
pub async fn show(visit: Visit, Of(app): Of<App>, Path((id, typed)): Path<(GatheringId, String)>) -> Answer {
    let Some(digits) = code::read(&typed) else {
        return enter::wrong(&visit, "check-in-six-digits");
    };
    let Some((gathering, key)) = come::try_code(&app, &visit, &digits, Some(id)).await? else {
        return enter::wrong(&visit, "check-in-wrong");
    };
    names(&visit, &app, gathering, &key, Input::default()).await
}

async fn names(visit: &Visit, app: &App, gathering: Gathering, key: &Key, input: Input) -> Answer {
    is_open(&gathering, visit.now)?;
    let mut problems = Problems::new();
    let search = input.line("q", 0..=100, &mut problems);
    if input.sent("q") && search.chars().count() < FEWEST_LETTERS {
        problems.add("q", "check-in-more-letters");
    }
    let mut db = app.read().await?;
    let marks = attendance::marks_of(&mut db, gathering.id).await?;
    let here: HashSet<PersonId> =
        marks.iter().filter(|mark| mark.state == State::Came).map(|mark| mark.person_id).collect();
    let said = answers::said(&mut db, gathering.id).await?;
    let coming: Vec<PersonId> = said.iter().filter(|said| said.answer != Said::No).map(|said| said.person_id).collect();
    let name = |card: people::Card| Name {
        id: card.id,
        name: card.name,
        school: card.school.map(|school| school.name).unwrap_or_default(),
        here: here.contains(&card.id),
    };
    let expected: Vec<Name> = people::cards_of(&mut db, &coming).await?.into_iter().map(name).collect();
    let searched = problems.is_empty() && !search.is_empty();
    let found = if searched { look_for(&mut db, &gathering, &search).await? } else { Vec::new() };
    let words = visit.language.words();
    html(&Names {
        page: Page::new(visit, "gatherings", visit.language.say("check-in-title").to_string()),
        when: words.date_and_range(*gathering.date, *gathering.starts, *gathering.ends, visit.today),
        pass: come::pass(key),
        once: app.new_id::<uuid::Uuid>()?.to_string(),
        me: visit.me.as_ref().map(|me| (me.id, me.name.clone(), here.contains(&me.id))),
        form: Form::wrong(visit.language, input, problems),
        found: found.into_iter().map(name).collect(),
        gathering,
        expected,
        searched,
    })
}

/// People of whose name each word begins a word: for a gathering of invited people only those.
async fn look_for(db: &mut Connection, gathering: &Gathering, search: &str) -> Result<Vec<people::Card>, Failure> {
    let invited: Option<HashSet<PersonId>> =
        gatherings::people_of_gathering(db, gathering).await?.map(|people| people.into_iter().collect());
    let wanted = roster::fold(search);
    // The search of the directory also finds what people may be asked about; here a name is meant.
    let named = |card: &people::Card| {
        let name = roster::fold(&card.name);
        wanted.split_whitespace().all(|word| name.split_whitespace().any(|part| part.starts_with(word)))
    };
    let cards = people::search(db, search, 200).await?.into_iter();
    let may = |card: &people::Card| invited.as_ref().is_none_or(|invited| invited.contains(&card.id));
    Ok(cards.filter(named).filter(may).take(MOST_FOUND).collect())
}

/// `POST /check-in/{gathering}`: `pass`, and `person`, or `guests` with `once`, or a search `q`.
pub async fn come(
    visit: Visit,
    Of(app): Of<App>,
    Path(id): Path<GatheringId>,
    Entered(entered): Entered,
    input: Input,
) -> Answer {
    let mut db = app.write().await?;
    let Some((gathering, key)) = come::with_pass(&mut db, id, input.typed("pass")).await? else {
        return enter::wrong(&visit, "check-in-wrong");
    };
    let mut problems = Problems::new();
    if let Some(person) = input.choice::<PersonId>("person", &mut problems) {
        let person = allowed(&mut db, &visit, &gathering, person).await?;
        let (before, at) = come::come(&mut db, &app, &gathering, person.id, entered).await?;
        db.commit().await?;
        let done = welcome_to(&visit, id, Message::new("check-in-done").with("name", person.name));
        if before == Some(State::Came) {
            return Ok(done.into_response());
        }
        let regret = Regret { person: person.id, at, before };
        return Ok(with_regret(done, &visit, &gathering, &key, &regret).into_response());
    }
    if input.sent("guests") {
        let guests = input.needed_number("guests", 1..=MOST_GUESTS, &mut problems);
        let once = input.needed_choice::<uuid::Uuid>("once", &mut problems);
        if let Some(once) = once.filter(|_| problems.is_empty()) {
            come::come_as_guests(&mut db, &app, &gathering, once, guests).await?;
            db.commit().await?;
            let done = welcome_to(&visit, id, Message::new("check-in-guests-done").with("count", guests));
            let fields = [("counted", once.to_string()), ("pass", come::pass(&key))];
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            return Ok(done.undo(visit.language, undo_path(id), &fields).into_response());
        }
        return Err(problems.into());
    }
    drop(db);
    names(&visit, &app, gathering, &key, input).await
}

/// Whom a name in the list may stand for: oneself if one may take part, or who a search would find.
async fn allowed(
    db: &mut Connection,
    visit: &Visit,
    gathering: &Gathering,
    person: PersonId,
) -> Result<people::Person, Failure> {
    let found = people::person(db, person).await?.filter(|person| person.left_at.is_none()).ok_or(Failure::NotFound)?;
    if visit.person() == Some(person) {
        let rights = gatherings::rights(db, gathering, visit.me.as_ref()).await?;
        return match rights.may_take_part() {
            Ok(()) => Ok(found),
            Err(_) => Err(Failure::refused("check-in-not-invited")),
        };
    }
    match gatherings::people_of_gathering(db, gathering).await? {
        Some(invited) if !invited.contains(&person) => Err(Failure::refused("check-in-not-invited")),
        _ => Ok(found),
    }
}

fn undo_path(id: GatheringId) -> String {
    format!("/check-in/{id}/undo")
}

fn welcome_to(visit: &Visit, id: GatheringId, message: Message) -> Go {
    go(format!("/check-in/{id}/welcome")).done(visit.language, message)
}

/// Offers to take a chosen name back.
fn with_regret(go: Go, visit: &Visit, gathering: &Gathering, key: &Key, regret: &Regret) -> Go {
    let fields = [
        ("person", regret.person.to_string()),
        ("at", regret.at.0.to_string()),
        ("before", regret.before.map_or("", State::word).to_owned()),
        ("seal", regret.seal(key)),
        ("pass", come::pass(key)),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    go.undo(visit.language, undo_path(gathering.id), &fields)
}

/// `POST /check-in/{gathering}/undo`: what was said by mistake, within ten minutes.
pub async fn undo(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let Some((gathering, key)) = come::with_pass(&mut db, id, input.typed("pass")).await? else {
        return Err(Failure::refused("check-in-undo-late"));
    };
    let mut problems = Problems::new();
    let person = input.choice::<PersonId>("person", &mut problems);
    let counted = input.choice::<uuid::Uuid>("counted", &mut problems);
    let before = input.choice::<State>("before", &mut problems);
    let at = input.number("at", 0..=i64::MAX, &mut problems);
    match (person, at, counted) {
        _ if !problems.is_empty() => return Err(problems.into()),
        (Some(person), Some(at), _) => {
            let regret = Regret { person, at: Instant(at), before };
            regret.take_back(&mut db, &app, &gathering, &key, input.typed("seal")).await?;
        }
        (_, _, Some(counted)) => come::not_guests(&mut db, &app, &gathering, counted).await?,
        _ => return Err(Failure::refused("check-in-undo-late")),
    }
    db.commit().await?;
    let to = match super::code(&app, &gathering).await? {
        // Who took it back still stands before the screen: the names again, under the code of now.
        Some(code) => format!("/check-in/{id}/{}", code.digits),
        None => "/check-in".to_owned(),
    };
    Ok(go(to).done(visit.language, "check-in-undone").into_response())
}

/// `GET /check-in/{gathering}/welcome`: says no more of the gathering than the visitor may see anyway.
pub async fn welcome(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let gathering = match gatherings::gathering(&mut db, id).await? {
        Some(gathering) => {
            let rights = gatherings::rights(&mut db, &gathering, visit.me.as_ref()).await?;
            rights.may_see().is_ok().then_some(gathering)
        }
        None => None,
    };
    html(&Welcome {
        page: Page::new(&visit, "gatherings", visit.language.say("check-in-welcome").to_string()),
        gathering,
    })
}
