//! The pages of topics: proposing, one topic, keenness, and what the host does with them.

use askama::Template;
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::keen::Keen;
use super::proposal::{self, Proposal};
use super::{OnTable, State, Topic, door, may_propose, publish, store, words};
use crate::app::{App, BESIDE_TOPIC};
use crate::database::Connection;
use crate::gatherings::{Gathering, Rights};
use crate::ids::{GatheringId, TopicId};
use crate::people;
use crate::text::Html;
use crate::web::{Answer, Failure, Form, Input, Me, Page, Path, Problems, Query, Visit, go, html_with};

#[derive(Template)]
#[template(path = "topics/pages/form.html")]
struct Proposing {
    page: Page,
    place: Vec<(String, String)>,
    form: Form,
    action: String,
    minutes: u32,
    editing: bool,
    /// What someone else changed meanwhile: what, theirs, yours.
    meanwhile: Vec<(String, String, String)>,
}

/// `GET /gatherings/{gathering}/topics/new`
pub async fn new(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let gathering = open(&mut db, &visit, id).await?;
    proposing(&mut db, &visit, &gathering, StatusCode::OK, proposal::form(visit.language)).await
}

/// A gathering on whose table the visitor may put something.
pub async fn open(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<Gathering, Failure> {
    let (gathering, rights) = door::gathering(db, visit, id).await?;
    rights.may_take_part()?;
    may_propose(&gathering, visit.now)?;
    Ok(gathering)
}

async fn proposing(
    db: &mut Connection,
    visit: &Visit,
    gathering: &Gathering,
    status: StatusCode,
    form: Form,
) -> Answer {
    let page = Proposing {
        page: Page::new(visit, "gatherings", visit.language.say("topic-new-title").to_string()),
        place: door::place(db, visit, gathering).await?,
        form,
        action: format!("/gatherings/{}/topics", gathering.id),
        minutes: gathering.box_minutes(),
        editing: false,
        meanwhile: Vec::new(),
    };
    html_with(status, &page)
}

/// `POST /gatherings/{gathering}/topics`
pub async fn propose(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let gathering = open(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let proposal = Proposal::read(&input, &mut problems);
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return proposing(&mut db, &visit, &gathering, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    drop(db);
    let mut db = app.write().await?;
    let topic = super::propose(&mut db, &app, &gathering, me.id, &proposal).await?;
    db.commit().await?;
    let go = go(format!("/gatherings/{id}")).done(visit.language, "topic-proposed");
    Ok(go.undo(visit.language, format!("/topics/{topic}/withdraw"), &[]).into_response())
}

#[derive(Template)]
#[template(path = "topics/pages/topic.html")]
struct OneTopic {
    page: Page,
    place: Vec<(String, String)>,
    on: OnTable,
    /// How its state is marked.
    mark: &'static str,
    paragraphs: Vec<String>,
    proposer: String,
    /// Where keenness is posted to.
    keen: String,
    lead: String,
    carried: Option<String>,
    turn: Option<String>,
    /// Letters, name and tone of those who can share too.
    sharers: Vec<(String, String, u8)>,
    may_be_keen: bool,
    may_change: bool,
    is_host: bool,
    mine: bool,
    /// What others keep beside it: notes, links and files.
    beside: Html,
    form: Form,
}

/// `GET /topics/{topic}`
pub async fn show(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>) -> Answer {
    let mut db = app.read().await?;
    let form = Form::new(visit.language, Input::default());
    one(&mut db, &visit, id, StatusCode::OK, form).await
}

async fn one(db: &mut Connection, visit: &Visit, id: TopicId, status: StatusCode, form: Form) -> Answer {
    let (on, gathering, rights) = door::topic(db, visit, id).await?;
    let sharers = store::sharers(db, id).await?;
    let names = door::names(db, &[&sharers[..], &[on.topic.person_id]].concat()).await?;
    let published = super::published(db, &gathering).await?.unwrap_or_default();
    let turn = published.into_iter().find(|entry| entry.topic == id);
    let me = visit.person();
    let beside = BESIDE_TOPIC(db, visit, &on, rights).await?;
    let page = OneTopic {
        beside,
        page: Page::new(visit, "gatherings", on.topic.title.clone()),
        place: door::place(db, visit, &gathering).await?,
        lead: words::lead(visit, &on.topic, names.get(&on.topic.person_id)),
        carried: words::carried(visit.language, on.topic.carried),
        turn: turn.map(|entry| words::clock(visit.language, &gathering, entry.starts_at)),
        sharers: sharers
            .iter()
            .filter_map(|person| Some((*person, names.get(person)?)))
            .map(|(person, name)| (people::initials(name), name.clone(), people::hue(person)))
            .collect(),
        may_be_keen: me.is_some_and(|me| on.topic.may_be_keen(me).is_ok()),
        may_change: me.is_some_and(|me| on.topic.may_be_changed(me, rights).is_ok()),
        is_host: rights.is_host(),
        mine: me == Some(on.topic.person_id),
        mark: match on.topic.state {
            State::Proposed => "here",
            State::Shared => "yes",
            State::Left | State::Declined | State::Withdrawn => "off",
        },
        paragraphs: on
            .topic
            .about
            .split("\n\n")
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect(),
        proposer: names.get(&on.topic.person_id).cloned().unwrap_or_default(),
        keen: format!("/topics/{id}/keen"),
        on,
        form,
    };
    html_with(status, &page)
}

/// `POST /topics/{topic}/keen?back=…`: goes back to the page of this site that `back` names, or to the
/// topic.
pub async fn keen(
    visit: Visit,
    Of(app): Of<App>,
    Path(id): Path<TopicId>,
    Query(query): Query,
    input: Input,
) -> Answer {
    let keen = say_keen(&visit, &app, id, &input).await?;
    let back = match query.typed("back") {
        "" => format!("/topics/{id}"),
        back => back.to_owned(),
    };
    Ok(go(back).done(visit.language, keen.done()).into_response())
}

/// Says how keen the visitor is on a topic.
pub async fn say_keen(visit: &Visit, app: &App, id: TopicId, input: &Input) -> Result<Keen, Failure> {
    let me = visit.me()?;
    let (on, _, rights) = door::topic(&mut *app.read().await?, visit, id).await?;
    rights.may_take_part()?;
    on.topic.may_be_keen(me.id)?;
    let keen = Keen::read(input)?;
    let mut db = app.write().await?;
    store::say_keen(&mut db, id, me.id, keen.hear, keen.share, visit.now).await?;
    db.commit().await?;
    Ok(keen)
}

/// A topic that the visitor may change.
pub async fn changeable(
    db: &mut Connection,
    visit: &Visit,
    id: TopicId,
) -> Result<(OnTable, Gathering, Rights), Failure> {
    let me = visit.me()?;
    let (on, gathering, rights) = door::topic(db, visit, id).await?;
    on.topic.may_be_changed(me.id, rights)?;
    Ok((on, gathering, rights))
}

/// `GET /topics/{topic}/edit`
pub async fn edit_form(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>) -> Answer {
    let mut db = app.read().await?;
    let (on, gathering, _) = changeable(&mut db, &visit, id).await?;
    let form = Form::new(visit.language, Proposal::filled(&on.topic));
    editing(&mut db, &visit, (&on.topic, &gathering), StatusCode::OK, form).await
}

async fn editing(
    db: &mut Connection,
    visit: &Visit,
    (topic, gathering): (&Topic, &Gathering),
    status: StatusCode,
    form: Form,
) -> Answer {
    let kept = Form::new(visit.language, Proposal::filled(topic));
    let differs = |&(field, _): &(&str, &'static str)| kept.value(field) != form.value(field);
    let fields = [
        ("title", "topic-field-title"),
        ("about", "topic-field-about"),
        ("minutes", "topic-field-minutes"),
        ("tags", "topic-field-tags"),
    ];
    let meanwhile =
        fields.iter().filter(|_| status == StatusCode::CONFLICT).filter(|field| differs(field)).map(|(field, key)| {
            let what = visit.language.say(*key).to_string();
            (what, kept.value(field).to_owned(), form.value(field).to_owned())
        });
    let mut place = door::place(db, visit, gathering).await?;
    place.push((format!("/topics/{}", topic.id), topic.title.clone()));
    let page = Proposing {
        page: Page::new(visit, "gatherings", visit.language.say("topic-edit-title").to_string()),
        place,
        meanwhile: meanwhile.collect(),
        form,
        action: format!("/topics/{}/edit", topic.id),
        minutes: gathering.box_minutes(),
        editing: true,
    };
    html_with(status, &page)
}

/// `POST /topics/{topic}/edit`
pub async fn edit(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    let (on, gathering, _) = changeable(&mut *app.read().await?, &visit, id).await?;
    let mut problems = Problems::new();
    let proposal = Proposal::read(&input, &mut problems);
    let version = input.needed_number("version", 0..=i64::MAX, &mut problems);
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        let mut db = app.read().await?;
        return editing(&mut db, &visit, (&on.topic, &gathering), StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    let mut db = app.write().await?;
    let changed = store::edit(&mut db, id, version, proposal.as_edit(), visit.now).await?;
    db.commit().await?;
    if changed == 0 {
        return stale(&visit, &app, id, &input).await;
    }
    Ok(go(format!("/topics/{id}")).done(visit.language, "topic-edited").into_response())
}

/// Tells what changed meanwhile; what was typed stays, and sending it again keeps it.
async fn stale(visit: &Visit, app: &App, id: TopicId, input: &Input) -> Answer {
    let mut db = app.read().await?;
    let (on, gathering, _) = changeable(&mut db, visit, id).await?;
    let typed = |name: &'static str| (name, input.typed(name).to_owned());
    let fields = [typed("title"), typed("about"), typed("minutes"), typed("tags")];
    let kept = Input::filled(fields.into_iter().chain([("version", on.topic.version.to_string())]));
    let form = Form::wrong(visit.language, kept, Problems::one("", "topic-stale"));
    editing(&mut db, visit, (&on.topic, &gathering), StatusCode::CONFLICT, form).await
}

/// `POST /topics/{topic}/withdraw`
pub async fn withdraw(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>) -> Answer {
    let topic = take_back(&visit, &app, id).await?;
    let go = go(format!("/gatherings/{}", topic.gathering_id)).done(visit.language, "topic-withdrawn");
    Ok(go.undo(visit.language, format!("/topics/{id}/restore"), &[]).into_response())
}

/// Takes a topic off the table, for its proposer or a host.
pub async fn take_back(visit: &Visit, app: &App, id: TopicId) -> Result<Topic, Failure> {
    let me = visit.me()?;
    let (on, _, _) = changeable(&mut *app.read().await?, visit, id).await?;
    let mut db = app.write().await?;
    let changed = store::set_state(&mut db, id, State::Withdrawn, None, visit.now).await?;
    if changed > 0 && me.id != on.topic.person_id {
        publish::tell_put_away(&mut db, app, &on.topic, &me.name, None).await?;
    }
    db.commit().await?;
    Ok(on.topic)
}

/// `POST /topics/{topic}/restore`
pub async fn restore(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>) -> Answer {
    changeable(&mut *app.read().await?, &visit, id).await?;
    let mut db = app.write().await?;
    store::set_state(&mut db, id, State::Proposed, None, visit.now).await?;
    db.commit().await?;
    Ok(go(format!("/topics/{id}")).done(visit.language, "topic-restored").into_response())
}

/// `POST /topics/{topic}/decline`: a host says no, and why; the proposer is told.
pub async fn decline(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    let me: &Me = visit.me()?;
    let mut db = app.read().await?;
    let (on, _, rights) = door::topic(&mut db, &visit, id).await?;
    rights.may_host()?;
    on.topic.may_be_changed(me.id, rights)?;
    let mut problems = Problems::new();
    let why = input.text("why", 1..=600, &mut problems);
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return one(&mut db, &visit, id, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    drop(db);
    let mut db = app.write().await?;
    let changed = store::set_state(&mut db, id, State::Declined, Some(&why), visit.now).await?;
    if changed > 0 && on.topic.person_id != me.id {
        publish::tell_put_away(&mut db, &app, &on.topic, &me.name, Some(&why)).await?;
    }
    db.commit().await?;
    let go = go(format!("/topics/{id}")).done(visit.language, "topic-declined");
    Ok(go.undo(visit.language, format!("/topics/{id}/restore"), &[]).into_response())
}
