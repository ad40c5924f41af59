//! `GET /gatherings/{gathering}`: a gathering at a glance: when, where, who, what is on the table,
//! my answer. Printed, it is the notice for the door.

use askama::Template;
use axum::extract::State;

use super::notice::{Beside, Face, Notice, faces};
use super::series::audience;
use crate::app::App;
use crate::gatherings::{self, Gathering, Rights, Series};
use crate::ids::GatheringId;
use crate::web::{Answer, Failure, Page, Path, Visit, html};

#[derive(Template)]
#[template(path = "noticeboard/pages/gathering.html")]
struct GatheringPage {
    page: Page,
    gathering: Gathering,
    notice: Notice,
    series: Option<Series>,
    school: Option<String>,
    hosts: Vec<Face>,
    audience: &'static str,
    before: Option<Notice>,
    after: Option<Notice>,
    rights: Rights,
    /// The address of the page, for paper.
    address: String,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let gathering = gatherings::gathering(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = gatherings::rights(&mut db, &gathering, visit.me.as_ref()).await?;
    rights.may_see()?;
    let (series, siblings) = match gathering.series_id {
        Some(series) => (gatherings::series(&mut db, series).await?, gatherings::gatherings_of(&mut db, series).await?),
        None => (None, Vec::new()),
    };
    let hosts = gatherings::gathering_hosts(&mut db, &gathering).await?;
    let hosts = faces(&mut db, &hosts).await?;
    let beside = Beside::load(&mut db, &visit).await?;
    let notice = beside.notice(&gathering);
    let place = siblings.iter().position(|sibling| sibling.id == id);
    let neighbour = |place: Option<usize>| place.and_then(|place| siblings.get(place)).map(|one| beside.notice(one));
    html(&GatheringPage {
        page: Page::new(&visit, "gatherings", format!("{}, {}", gathering.title, notice.date)),
        school: beside.school(gathering.school_id).map(ToOwned::to_owned),
        hosts,
        audience: audience(gathering.audience),
        before: neighbour(place.and_then(|place| place.checked_sub(1))),
        after: neighbour(place.map(|place| place + 1)),
        address: format!("{}/gatherings/{id}", app.url()),
        notice,
        gathering,
        series,
        rights,
    })
}
