//! `GET /gatherings/{gathering}`: a gathering at a glance: when, where, who, what is on the table,
//! my answer. Printed, it is the notice for the door.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;

use super::beside::{Beside, chosen, faces};
use super::call::Call;
use super::notice::{Face, Notice};
use super::series::audience;
use super::table::Table;
use crate::answers::{self, Counts, Said};
use crate::app::App;
use crate::gatherings::{self, Gathering, Series};
use crate::ids::{GatheringId, PersonId};
use crate::text::Html;
use crate::web::{Answer, Failure, Form, Language, Page, Path, Visit, html, public};
use crate::{attendance, newcomers, projector, resources, topics, treats};

#[derive(Template)]
#[template(path = "noticeboard/pages/gathering.html")]
struct GatheringPage {
    page: Page,
    gathering: Gathering,
    notice: Notice,
    series: Option<Series>,
    school: Option<String>,
    hosts: Vec<Face>,
    audience: String,
    counts: Counts,
    /// Places left, where they are limited.
    free: Option<i64>,
    /// Who is coming, may come and waits; nobody to those who are not signed in.
    people: Vec<People>,
    table: Table,
    /// Notes, links and files.
    kept: Html,
    /// Who brings what.
    new_faces: Html,
    treats: Html,
    /// The form to propose a topic, while that is possible.
    propose: Option<Form>,
    /// The minutes that topics may take.
    room: u32,
    call: Option<Call>,
    /// What was recorded of the visitor, as `season.css` names it, and in words.
    mark: Option<(&'static str, String)>,
    /// Whether attendance may be taken.
    roll: bool,
    /// Whether it may be shown on the projector and moved along.
    run: bool,
    before: Option<Notice>,
    after: Option<Notice>,
    signed_in: bool,
    host: bool,
    /// The address of the page, for paper.
    address: String,
}

/// People who said the same.
struct People {
    /// `12 are coming`.
    title: String,
    faces: Vec<Face>,
    /// Whether their order matters.
    queue: bool,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let (gathering, rights) =
        gatherings::gathering_for(&mut db, id, visit.me.as_ref()).await?.ok_or(Failure::NotFound)?;
    rights.may_see()?;
    let (series, siblings) = match gathering.series_id {
        Some(series) => (gatherings::series(&mut db, series).await?, gatherings::gatherings_of(&mut db, series).await?),
        None => (None, Vec::new()),
    };
    let hosts = gatherings::gathering_hosts(&mut db, &gathering).await?;
    let at = siblings.iter().map(|sibling| sibling.school_id).chain([gathering.school_id]);
    let beside = Beside::load(&mut db, &visit).await?.at(&mut db, at).await?;
    let mark = match visit.person().filter(|_| gathering.is_over(visit.now)) {
        Some(me) => attendance::marks_of(&mut db, id).await?.into_iter().find(|mark| mark.person_id == me),
        None => None,
    };
    let counts = answers::counts(&mut db, id).await?;
    let viewer = gatherings::Viewer::of(&visit);
    let on_table = topics::of_gathering(&mut db, id, viewer.person).await?;
    let kept = resources::beside_gathering(&mut db, &visit, &gathering, rights, &on_table).await?;
    let treats = treats::beside_gathering(&mut db, &visit, &gathering, rights, None).await?;
    let new_faces = newcomers::beside_gathering(&mut db, &visit, &gathering, rights).await?;
    let agenda = topics::published(&mut db, &gathering).await?;
    let (said, wish) = match (visit.person(), gathering.series_id) {
        (Some(me), Some(series)) => {
            (answers::said(&mut db, id).await?, answers::series_answer(&mut db, series, me).await?)
        }
        (Some(_), None) => (answers::said(&mut db, id).await?, None),
        (None, _) => (Vec::new(), None),
    };
    let mut known: Vec<PersonId> = hosts.clone();
    known.extend(said.iter().map(|said| said.person_id));
    known.extend(on_table.iter().map(|on| on.topic.person_id));
    known.sort_unstable();
    known.dedup();
    let faces = faces(&mut db, &known).await?;
    let notice = beside.notice(&gathering);
    let place = siblings.iter().position(|sibling| sibling.id == id);
    let neighbour = |place: Option<usize>| place.and_then(|place| siblings.get(place)).map(|one| beside.notice(one));
    let may_propose = visit.me.is_some() && topics::may_propose(&gathering, visit.now).is_ok();
    let page = GatheringPage {
        page: Page::new(&visit, "gatherings", format!("{}, {}", gathering.title, notice.date)),
        school: beside.school(gathering.school_id).map(ToOwned::to_owned),
        hosts: chosen(&faces, &hosts),
        audience: visit.language.say(audience(gathering.audience)).to_string(),
        free: gathering.capacity.map(|capacity| (capacity - counts.yes).max(0)),
        call: (notice.open && (!rights.host || beside.mine(id).is_some()))
            .then(|| Call::of_gathering(&beside, &gathering, &counts, wish)),
        mark: mark.map(|mark| marked(visit.language, mark.state)),
        roll: rights.is_host() && attendance::is_open(&gathering, visit.now).is_ok(),
        run: rights.is_host() && projector::may_run(&gathering, visit.now).is_ok(),
        counts,
        kept,
        new_faces,
        treats,
        people: people(visit.language, &said, &faces),
        table: Table::lay(&beside, &gathering, on_table, agenda, &faces),
        propose: may_propose.then(|| topics::form(visit.language)),
        room: gathering.box_minutes(),
        before: neighbour(place.and_then(|place| place.checked_sub(1))),
        after: neighbour(place.map(|place| place + 1)),
        signed_in: visit.me.is_some(),
        host: rights.is_host(),
        address: format!("{}/gatherings/{id}", app.url()),
        notice,
        gathering,
        series,
    };
    public(&visit, html(&page))
}

/// Who is coming, may come and waits, for those who are signed in. Who cannot come is the hosts' to know.
fn people(language: Language, said: &[Said], faces: &HashMap<PersonId, Face>) -> Vec<People> {
    let mut people = Vec::new();
    for (answer, title) in [
        (answers::Answer::Yes, "people-yes"),
        (answers::Answer::Maybe, "people-maybe"),
        (answers::Answer::Waiting, "people-waiting"),
    ] {
        let who: Vec<PersonId> = said.iter().filter(|said| said.answer == answer).map(|said| said.person_id).collect();
        if !who.is_empty() {
            let title = language.say(title).with("count", who.len()).to_string();
            people.push(People { title, faces: chosen(faces, &who), queue: answer == answers::Answer::Waiting });
        }
    }
    people
}

/// What was recorded of someone, for themselves.
fn marked(language: Language, state: attendance::State) -> (&'static str, String) {
    let (kind, key) = match state {
        attendance::State::Came => ("yes", "mark-came"),
        attendance::State::Excused => ("no", "mark-excused"),
        attendance::State::Absent => ("no", "mark-absent"),
    };
    (kind, language.say(key).to_string())
}
