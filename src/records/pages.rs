//! The pages: a record, a contest.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use calendar::words::capitalised;

use super::contest::{self, Claim, Contest, LONGEST, Outcome};
use super::line::{Kind, Line};
use super::read::{self, Record};
use super::{deeds, store};
use crate::app::App;
use crate::attendance::{self, SaidBy};
use crate::database::Connection;
use crate::gatherings::{self, Gathering, Rights};
use crate::ids::{ContestId, GatheringId, PersonId};
use crate::people;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "records/pages/record.html")]
struct RecordPage {
    page: Page,
    person: String,
    path: String,
    lead: String,
    why_none: String,
    rows: Vec<Row>,
    most: usize,
}

/// A line in words.
struct Row {
    id: GatheringId,
    title: String,
    date: String,
    iso: String,
    /// How `list::state` colours it.
    kind: &'static str,
    says: String,
    /// Who noted it.
    by: String,
    faded: bool,
    /// What was said to it, the latest first: address and words.
    contests: Vec<(String, String)>,
    /// What the person may say instead; none when they may not contest it.
    claims: Vec<(&'static str, String)>,
    form: Form,
}

/// `GET /people/{person}/record`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let mut db = app.read().await?;
    shown(&mut db, &visit, id, None).await
}

async fn shown(db: &mut Connection, visit: &Visit, id: PersonId, wrong: Option<(GatheringId, Form)>) -> Answer {
    let record = read::record(db, visit, id).await?;
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (title, lead, none) = if record.mine {
        ("record-mine", "record-mine-lead", "record-none-mine")
    } else {
        ("record-of", "record-of-lead", "record-none-of")
    };
    let title = visit.language.say(title).with("name", &record.person.name).to_string();
    let mut wrong = wrong;
    let rows = record.lines.iter().map(|line| {
        let form = wrong.take_if(|(gathering, _)| *gathering == line.gathering.id).map(|(_, form)| form);
        row(visit, &record, line, form)
    });
    let page = RecordPage {
        rows: rows.collect(),
        page: Page::new(visit, "people", title),
        person: record.person.name.clone(),
        path: format!("/people/{id}"),
        lead: visit.language.say(lead).to_string(),
        why_none: visit.language.say(none).to_string(),
        most: LONGEST,
    };
    html_with(status, &page)
}

fn row(visit: &Visit, record: &Record, line: &Line, form: Option<Form>) -> Row {
    let say = |key: &'static str| visit.language.say(key).to_string();
    let name = |person: PersonId| record.names.get(&person).cloned().unwrap_or_default();
    let words = visit.language.words();
    let pick = |mine: &'static str, theirs: &'static str| say(if record.mine { mine } else { theirs });
    let (kind, says) = match line.kind {
        Kind::Came => ("yes", pick("record-came", "record-came-of")),
        Kind::Excused => ("off", say("record-excused")),
        Kind::NoShow => ("open", pick("record-no-show", "record-no-show-of")),
        Kind::Absent => ("off", pick("record-absent", "record-absent-of")),
        Kind::Nothing => ("off", pick("record-nothing", "record-nothing-of")),
    };
    let by = match &line.mark {
        None => String::new(),
        Some(mark) if mark.said_by == SaidBy::Oneself => pick("record-by-self", "record-by-self-of"),
        Some(mark) => visit.language.say("record-by-host").with("name", name(mark.recorded_by)).to_string(),
    };
    let may = record.mine && contest::may_contest(&line.contests).is_ok();
    let claims = line.claims().iter().filter(|_| may).map(|claim| (claim.word(), say(claims(*claim))));
    Row {
        id: line.gathering.id,
        title: line.gathering.title.clone(),
        date: capitalised(&words.date(*line.gathering.date, visit.today)),
        iso: line.gathering.date.to_string(),
        kind,
        says,
        by,
        faded: line.faded,
        contests: line
            .contests
            .iter()
            .map(|contest| (format!("/contests/{}", contest.id), say(standing(contest, record.mine))))
            .collect(),
        claims: claims.collect(),
        form: form.unwrap_or_else(|| Form::new(visit.language, Input::default())),
    }
}

fn claims(claim: Claim) -> &'static str {
    match claim {
        Claim::Came => "contest-claim-came",
        Claim::Excused => "contest-claim-excused",
    }
}

fn standing(contest: &Contest, mine: bool) -> &'static str {
    match contest.outcome {
        None if mine => "contest-waits",
        None => "contest-waits-of",
        Some(Outcome::Corrected) => "contest-corrected",
        Some(Outcome::Kept) => "contest-kept",
        Some(Outcome::Withdrawn) => "contest-withdrawn",
    }
}

/// `POST /gatherings/{gathering}/contests`: `claim` (came, excused) and `why`, of one's own line.
pub async fn contest(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let gathering = concerned(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let read = contest::read(&input, &mut problems);
    let Some((claim, why)) = read.filter(|_| problems.is_empty()) else {
        let form = Form::wrong(visit.language, input, problems);
        return shown(&mut db, &visit, me, Some((id, form))).await;
    };
    let contest = deeds::contest(&mut db, &app, &gathering, me, (claim, &why)).await?;
    db.commit().await?;
    Ok(go(format!("/people/{me}/record"))
        .done(visit.language, "contest-sent")
        .undo(visit.language, format!("/contests/{contest}/withdraw"), &[])
        .into_response())
}

/// A gathering the visitor has to do with: they may see it, or something is noted of them there.
pub async fn concerned(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<Gathering, Failure> {
    let me = visit.me()?;
    let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
    if attendance::mark(db, id, me.id).await?.is_none() {
        gatherings::rights(db, &gathering, Some(me)).await?.may_see()?;
    }
    Ok(gathering)
}

#[derive(Template)]
#[template(path = "records/pages/contest.html")]
struct ContestPage {
    page: Page,
    place: Vec<(String, String)>,
    contest: Contest,
    when: String,
    person: String,
    gathering: Gathering,
    line: String,
    claim: String,
    outcome: String,
    decider: String,
    may_decide: bool,
    mine: bool,
    form: Form,
}

/// A contest that the visitor may see: their own, or of a gathering they host, or as a steward.
pub async fn seen(db: &mut Connection, visit: &Visit, id: ContestId) -> Result<(Contest, Gathering, Rights), Failure> {
    let me = visit.me()?;
    let contest = store::contest(db, id).await?.ok_or(Failure::NotFound)?;
    let gathering = gatherings::gathering(db, contest.gathering_id).await?.ok_or(Failure::NotFound)?;
    let rights = gatherings::rights(db, &gathering, Some(me)).await?;
    if contest.person_id == me.id || rights.is_host() {
        Ok((contest, gathering, rights))
    } else {
        Err(Failure::NotFound)
    }
}

/// `GET /contests/{contest}`
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<ContestId>) -> Answer {
    let mut db = app.read().await?;
    let form = Form::new(visit.language, Input::default());
    asked(&mut db, &visit, id, StatusCode::OK, form).await
}

async fn asked(db: &mut Connection, visit: &Visit, id: ContestId, status: StatusCode, form: Form) -> Answer {
    let (contest, gathering, rights) = seen(db, visit, id).await?;
    let me = visit.me()?;
    let mut people = vec![contest.person_id];
    people.extend(contest.decided_by);
    let cards = people::cards_of(db, &people).await?;
    let name = |id: PersonId| cards.iter().find(|card| card.id == id).map(|card| card.name.clone()).unwrap_or_default();
    let line = match contest.mark.as_str() {
        "came" => "contest-line-came",
        "excused" => "contest-line-excused",
        "absent" => "contest-line-absent",
        _ => "contest-line-none",
    };
    let mine = contest.person_id == me.id;
    let page = ContestPage {
        page: Page::new(visit, "people", visit.language.say("contest-title").to_string()),
        place: vec![(format!("/gatherings/{}", gathering.id), gathering.title.clone())],
        when: visit.language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, visit.today),
        person: name(contest.person_id),
        line: visit.language.say(line).to_string(),
        claim: visit.language.say(claims(contest.claim)).to_string(),
        outcome: visit.language.say(standing(&contest, mine)).to_string(),
        decider: contest.decided_by.map(name).unwrap_or_default(),
        may_decide: rights.is_host() && !mine && contest.is_open(),
        mine,
        gathering,
        contest,
        form,
    };
    html_with(status, &page)
}

/// `POST /contests/{contest}/withdraw`
pub async fn withdraw(visit: Visit, State(app): State<App>, Path(id): Path<ContestId>) -> Answer {
    let mut db = app.write().await?;
    let (contest, _, _) = seen(&mut db, &visit, id).await?;
    let me = visit.me()?.id;
    if contest.person_id != me {
        return Err(Failure::refused("refused-contest"));
    }
    deeds::withdraw(&mut db, &app, &contest).await?;
    db.commit().await?;
    Ok(go(format!("/people/{me}/record")).done(visit.language, "contest-taken-back").into_response())
}

/// `POST /contests/{contest}/decide`: `outcome` (corrected, kept) and `answer`.
pub async fn decide(visit: Visit, State(app): State<App>, Path(id): Path<ContestId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let (contest, gathering, rights) = seen(&mut db, &visit, id).await?;
    rights.may_host()?;
    let mut problems = Problems::new();
    let read = contest::read_decision(&input, &mut problems);
    let Some((outcome, answer)) = read.filter(|_| problems.is_empty()) else {
        let form = Form::wrong(visit.language, input, problems);
        return asked(&mut db, &visit, id, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    };
    deeds::decide(&mut db, &app, (&contest, &gathering), visit.me()?.id, (outcome, &answer)).await?;
    db.commit().await?;
    Ok(go(format!("/contests/{id}")).done(visit.language, Message::new("contest-decided")).into_response())
}
