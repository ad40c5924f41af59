//! A year of a network: looked at, put away, followed by the next.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::beside::{Row, Step, steps};
use super::year::{self, Year};
use super::{editing, links, store};
use crate::app::App;

use crate::database::Connection;
use crate::ids::{GatheringId, MilestoneId, NetworkId, PersonId, YearId};
use crate::networks::{self, Network, Rights, seen};
use crate::topics;
use crate::web::{Answer, Failure, Input, Message, Page, Path, Problems, Visit, go, html};

/// A year with its network and the visitor's rights there. Only members look into a year.
pub async fn one(db: &mut Connection, visit: &Visit, id: YearId) -> Result<(Year, Network, Rights), Failure> {
    let me = visit.me()?;
    let year = store::year(db, id).await?.ok_or(Failure::NotFound)?;
    let (network, rights) = seen(db, Some(me), year.network_id).await?;
    rights.may_see_members()?;
    Ok((year, network, rights))
}

#[derive(Template)]
#[template(path = "years/pages/show.html")]
struct Show {
    page: Page,
    place: Vec<(String, String)>,
    year: Year,
    base: String,
    dates: String,
    steps: Vec<Step>,
    /// What a milestone may be.
    choices: Vec<(String, String)>,
    coming: Vec<Row>,
    past: Vec<Row>,
    others: Vec<Year>,
    may_lead: bool,
    /// Whether the visitor may change it.
    may_change: bool,
    /// Whether the visitor may begin the year after it.
    may_follow: bool,
    /// Whether its end is near, or past.
    ending: bool,
}

/// `GET /years/{year}`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    let mut db = app.read().await?;
    let (year, network, rights) = one(&mut db, &visit, id).await?;
    let page = Page::new(&visit, "networks", visit.language.say("years-title").with("title", &year.title).to_string());
    let gatherings = links::in_year(&mut db, &visit, &year).await?;
    let steps = steps(&page, store::milestones(&mut db, id).await?, &gatherings);
    let (mut coming, mut past) = (Vec::new(), Vec::new());
    let titles = topics_of(&mut db, network.id).await?;
    for gathering in &gatherings {
        let mut row = Row::of(&page, gathering);
        row.topics = titles.iter().filter(|topic| topic.0 == gathering.id).map(|topic| topic.1.clone()).collect();
        if gathering.is_over(visit.now) { past.push(row) } else { coming.push(row) }
    }
    let mut choices = vec![(String::new(), page.say("years-no-gathering").to_string())];
    choices.extend(gatherings.iter().map(|gathering| {
        let day = page.words().date(*gathering.date, page.today);
        (gathering.id.to_string(), format!("{}, {day}", gathering.title))
    }));
    let others: Vec<Year> =
        store::of_network(&mut db, network.id).await?.into_iter().filter(|other| other.id != id).collect();
    let may_lead = rights.may_lead().is_ok();
    let follows = year::next(&year, &[]).first_date;
    let words = page.words();
    html(&Show {
        place: networks::place(&page, &network),
        base: format!("/networks/{}", network.id),
        dates: format!("{} – {}", words.date(*year.first_date, page.today), words.date(*year.last_date, page.today)),
        steps,
        choices,
        coming,
        past,
        may_follow: may_lead && others.iter().all(|other| *other.first_date != follows),
        may_change: may_lead && year.may_change().is_ok(),
        ending: year.is_ending(page.today),
        others,
        may_lead,
        year,
        page,
    })
}

/// What is or was on the table of the gatherings of a network's series, in speaking order.
async fn topics_of(db: &mut Connection, network: NetworkId) -> Result<Vec<(GatheringId, String)>, Failure> {
    let mut titles = Vec::new();
    for series in store::links::series(db, network).await? {
        titles.extend(topics::of_series(db, series).await?.into_iter().map(|topic| (topic.gathering_id, topic.title)));
    }
    for gathering in store::links::gatherings(db, network).await? {
        let nobody = PersonId(uuid::Uuid::nil());
        let on = topics::of_gathering(db, gathering, nobody).await?;
        for one in on {
            if !titles.iter().any(|known| *known == (gathering, one.topic.title.clone())) {
                titles.push((gathering, one.topic.title));
            }
        }
    }
    Ok(titles)
}

/// The milestones of a year, and what was or is on the table of its gatherings that the visitor may see.
pub async fn lived(
    db: &mut Connection,
    visit: &Visit,
    page: &Page,
    year: &Year,
) -> Result<(Vec<Step>, Vec<String>), Failure> {
    let (network, _) = seen(db, visit.me.as_ref(), year.network_id).await?;
    let gatherings = links::in_year(db, visit, year).await?;
    let steps = steps(page, store::milestones(db, year.id).await?, &gatherings);
    let titles = topics_of(db, network.id).await?.into_iter();
    let titles = titles.filter(|topic| gatherings.iter().any(|one| one.id == topic.0)).map(|topic| topic.1);
    Ok((steps, titles.collect()))
}

/// `POST /milestones/{milestone}` with `gathering`, which may be empty.
pub async fn link(visit: Visit, State(app): State<App>, Path(id): Path<MilestoneId>, input: Input) -> Answer {
    let year = link_one(&visit, &app, id, |problems| input.choice("gathering", problems)).await?;
    Ok(go(format!("/years/{year}")).done(visit.language, "years-saved").into_response())
}

/// Says which gathering of the network a milestone is, or that it is none; the year it is in.
pub async fn link_one(
    visit: &Visit,
    app: &App,
    id: MilestoneId,
    which: impl FnOnce(&mut Problems) -> Option<GatheringId> + Send,
) -> Result<YearId, Failure> {
    visit.me()?;
    let mut db = app.read().await?;
    let milestone = store::milestone(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let (year, network, rights) = one(&mut db, visit, milestone.year_id).await?;
    rights.may_lead()?;
    year.may_change()?;
    let mut problems = Problems::new();
    let gathering = which(&mut problems);
    let known = links::every(&mut db, network.id).await?;
    if gathering.is_some_and(|id| known.iter().all(|one| one.id != id)) {
        problems.add("gathering", "problem-choice");
    }
    problems.or(())?;
    drop(db);
    let mut db = app.write().await?;
    store::set_gathering(&mut db, id, gathering).await?;
    db.commit().await?;
    Ok(year.id)
}

/// `POST /years/{year}/archive`
pub async fn archive(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    let year = set_archived(&visit, &app, id, true).await?;
    let go = go(format!("/years/{id}")).done(visit.language, Message::new("years-archived").with("title", year.title));
    Ok(go.undo(visit.language, format!("/years/{id}/restore"), &[]).into_response())
}

/// `POST /years/{year}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    let year = set_archived(&visit, &app, id, false).await?;
    let done = Message::new("years-restored").with("title", year.title);
    Ok(go(format!("/years/{id}")).done(visit.language, done).into_response())
}

/// Puts a year away, or takes it out again.
pub async fn set_archived(visit: &Visit, app: &App, id: YearId, away: bool) -> Result<Year, Failure> {
    let (year, _, rights) = one(&mut *app.read().await?, visit, id).await?;
    rights.may_lead()?;
    let mut db = app.write().await?;
    store::set_archived(&mut db, id, away.then_some(visit.now)).await?;
    db.commit().await?;
    Ok(year)
}

/// `POST /years/{year}/next`: puts the year away and begins the one after it, with the same milestones.
pub async fn next(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    Ok(match next_one(&visit, &app, id).await? {
        Ok(next) => go(format!("/years/{next}")).done(visit.language, "years-next-made"),
        Err(there) => go(format!("/years/{there}")).problem(visit.language, "years-next-there"),
    }
    .into_response())
}

/// Begins the year after one: which it is, or which was there before.
pub async fn next_one(visit: &Visit, app: &App, id: YearId) -> Result<Result<YearId, YearId>, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let (year, network, rights) = one(&mut db, visit, id).await?;
    rights.may_lead()?;
    // Of two who begin it at once, the second finds the year of the first.
    networks::hold(&mut db, network.id).await?;
    let new = year::next(&year, &store::milestones(&mut db, id).await?);
    let there = store::of_network(&mut db, network.id).await?.into_iter().find(|other| new.meets(other));
    if let Some(there) = there {
        return Ok(Err(there.id));
    }
    store::set_archived(&mut db, id, Some(visit.now)).await?;
    let next = editing::insert(&mut db, app, (network.id, me.id), new).await?;
    for follow in crate::app::NEXT_YEAR {
        follow(&mut db, app, (id, next), me.id).await?;
    }
    db.commit().await?;
    Ok(Ok(next))
}
