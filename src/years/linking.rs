//! All gatherings of a network, and which series and gatherings are its own.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use askama::Template;

use super::beside::Row;
use super::{links, store};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings;
use crate::ids::{GatheringId, NetworkId, SeriesId};
use crate::networks::{self, Network, Rights, seen};
use crate::web::{Answer, Failure, Form, Input, Page, Path, Problems, Query, Stretch, Visit, address, go, html_with};

/// How many of what somebody hosts they may choose from.
const MOST: i64 = 500;
/// How many gatherings that were stand on a page.
const PAST: i64 = 30;

/// A series or gathering: which, and what it is called.
struct Linked {
    value: String,
    href: String,
    title: String,
}

#[derive(Template)]
#[template(path = "years/pages/gatherings.html")]
struct Gatherings {
    page: Page,
    place: Vec<(String, String)>,
    base: String,
    network: NetworkId,
    form: Form,
    coming: Vec<Row>,
    past: Vec<Row>,
    /// The page of those that were before this one, and after; empty where there is none.
    later: String,
    earlier: String,
    linked: Vec<Linked>,
    /// What the visitor hosts and could make the network's.
    choices: Vec<(String, String)>,
    may_lead: bool,
}

/// `GET /networks/{network}/gatherings?page=`: of those that were, in pages.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, Query(query): Query) -> Answer {
    let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, PAST, &mut problems);
    let stretch = problems.or(stretch)?;
    page(&visit, &app, (StatusCode::OK, stretch), Form::new(visit.language, Input::default()), seen).await
}

async fn page(
    visit: &Visit,
    app: &App,
    (status, stretch): (StatusCode, Stretch),
    form: Form,
    (network, rights): (Network, Rights),
) -> Answer {
    let mut db = app.read().await?;
    let page = Page::new(visit, "networks", visit.language.say("years-gatherings").to_string());
    let base = format!("/networks/{}", network.id);
    let link = |number: Option<i64>| {
        let path = format!("{base}/gatherings");
        number.map_or_else(String::new, |number| format!("{}#past", address(&path, &[("page", &number.to_string())])))
    };
    let coming = if stretch.number == 1 { links::coming(&mut db, visit, network.id).await? } else { Vec::new() };
    let (past, more) = links::past(&mut db, visit, network.id, stretch).await?;
    let may_lead = rights.may_lead().is_ok();
    let (linked, choices) =
        if may_lead { linked(&mut db, visit, &page, network.id).await? } else { (Vec::new(), Vec::new()) };
    html_with(
        status,
        &Gatherings {
            place: networks::place(&page, &network),
            later: link(stretch.before()),
            earlier: link(more.then_some(stretch.number + 1)),
            base,
            network: network.id,
            form,
            coming: coming.iter().map(|one| Row::of(&page, one)).collect(),
            past: past.iter().map(|one| Row::of(&page, one)).collect(),
            linked,
            choices,
            may_lead,
            page,
        },
    )
}

async fn linked(
    db: &mut Connection,
    visit: &Visit,
    page: &Page,
    network: NetworkId,
) -> Result<(Vec<Linked>, Vec<(String, String)>), Failure> {
    let me = visit.me()?;
    let (series, single) = (store::links::series(db, network).await?, store::links::gatherings(db, network).await?);
    let mut linked = Vec::new();
    // What they are not asked to is not told to those who lead, either.
    for id in &series {
        let Some(one) = gatherings::series(db, *id).await? else { continue };
        if gatherings::series_rights(db, &one, Some(me)).await?.may_see().is_err() {
            continue;
        }
        linked.push(Linked { value: format!("series:{id}"), href: format!("/series/{id}"), title: one.title });
    }
    for one in gatherings::some(db, &single).await? {
        if gatherings::rights(db, &one, Some(me)).await?.may_see().is_err() {
            continue;
        }
        linked.push(Linked {
            value: format!("gathering:{}", one.id),
            href: format!("/gatherings/{}", one.id),
            title: format!("{}, {}", one.title, page.words().date(*one.date, page.today)),
        });
    }
    let mut choices = vec![(String::new(), page.say("years-choose").to_string())];
    for one in gatherings::series_hosted_by(db, me.id, MOST).await? {
        if !series.contains(&one.id) {
            choices.push((
                format!("series:{}", one.id),
                page.say("years-choose-series").with("title", one.title).to_string(),
            ));
        }
    }
    for one in gatherings::hosted_by(db, me.id, visit.now, MOST).await? {
        if one.series_id.is_none() && !single.contains(&one.id) {
            let day = page.words().date(*one.date, page.today);
            choices.push((format!("gathering:{}", one.id), format!("{}, {day}", one.title)));
        }
    }
    Ok((linked, choices))
}

/// A series or a gathering, as `series:…` or `gathering:…`.
#[derive(Debug, Clone, Copy)]
pub enum What {
    /// A series.
    Series(SeriesId),
    /// A gathering.
    Gathering(GatheringId),
}

impl std::str::FromStr for What {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once(':') {
            Some(("series", id)) => id.parse().map(What::Series).map_err(|_| ()),
            Some(("gathering", id)) => id.parse().map(What::Gathering).map_err(|_| ()),
            _ => Err(()),
        }
    }
}

/// `POST /networks/{network}/gatherings` with `what`: a series or gathering the visitor hosts becomes the network's.
pub async fn add(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match add_one(&visit, &app, id, &input).await {
        Ok(what) => {
            let go = go(format!("/networks/{id}/gatherings")).done(visit.language, "years-linked");
            Ok(go.undo(visit.language, format!("/networks/{id}/gatherings/remove"), &[("what", &what)]).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            let first = (StatusCode::UNPROCESSABLE_ENTITY, Stretch { number: 1, size: PAST });
            page(&visit, &app, first, Form::wrong(visit.language, input, problems), seen).await
        }
        Err(failure) => Err(failure),
    }
}

/// Makes what was named the network's.
pub async fn add_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<String, Failure> {
    let me = visit.me()?;
    let mut db = app.read().await?;
    seen(&mut db, Some(me), id).await?.1.may_lead()?;
    let mut problems = Problems::new();
    input.only(&["what"], &mut problems);
    let what = input.needed_choice::<What>("what", &mut problems);
    let what = problems.or(what)?;
    let hosts = match what {
        Some(What::Series(series)) => match gatherings::series(&mut db, series).await? {
            Some(series) => gatherings::series_rights(&mut db, &series, Some(me)).await?.is_host(),
            None => false,
        },
        Some(What::Gathering(gathering)) => match gatherings::gathering(&mut db, gathering).await? {
            Some(gathering) => gatherings::rights(&mut db, &gathering, Some(me)).await?.is_host(),
            None => false,
        },
        None => false,
    };
    if !hosts {
        return Err(Problems::one("what", "years-problem-host").into());
    }
    drop(db);
    let mut db = app.write().await?;
    match what {
        Some(What::Series(series)) => links::add_series(&mut db, app, id, series, me.id).await?,
        Some(What::Gathering(gathering)) => links::add_gathering(&mut db, app, id, gathering, me.id).await?,
        None => {}
    }
    db.commit().await?;
    Ok(input.typed("what").to_owned())
}

/// `POST /networks/{network}/gatherings/remove` with `what`. Who was invited stays invited.
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_lead()?;
    let mut problems = Problems::new();
    let what = input.needed_choice::<What>("what", &mut problems);
    if let Some(what) = problems.or(what)? {
        remove_one(&visit, &app, id, what).await?;
    }
    let go = go(format!("/networks/{id}/gatherings")).done(visit.language, "years-unlinked");
    Ok(go.undo(visit.language, format!("/networks/{id}/gatherings"), &[("what", input.typed("what"))]).into_response())
}

/// What is named is the network's no more.
pub async fn remove_one(visit: &Visit, app: &App, id: NetworkId, what: What) -> Result<(), Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_lead()?;
    let mut db = app.write().await?;
    match what {
        What::Series(series) => store::links::remove_series(&mut db, id, series).await?,
        What::Gathering(gathering) => store::links::remove_gathering(&mut db, id, gathering).await?,
    }
    db.commit().await?;
    Ok(())
}

/// `GET /networks/{network}/calendar.ics`
pub async fn calendar(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let mut db = app.read().await?;
    let (network, _) = seen(&mut db, visit.me.as_ref(), id).await?;
    let all = links::gatherings(&mut db, &visit, id).await?;
    gatherings::calendar(&mut db, &app, &network.name, &all).await
}
