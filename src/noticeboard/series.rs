//! `GET /series/{series}`: a series: when, where, who, its gatherings, my answer.

use askama::Template;
use axum::extract::State;
use calendar::words::capitalised;

use super::notice::{Beside, Face, Notice, faces, hue};
use crate::app::App;
use crate::gatherings::{self, Audience, Gathering, Rights, Series};
use crate::ids::SeriesId;
use crate::web::{Answer, Failure, Language, Page, Path, Visit, html};

#[derive(Template)]
#[template(path = "noticeboard/pages/series.html")]
struct SeriesPage {
    page: Page,
    series: Series,
    hue: u8,
    rule: String,
    days_off: Vec<String>,
    school: Option<String>,
    hosts: Vec<Face>,
    audience: &'static str,
    next: Option<Notice>,
    coming: Vec<Notice>,
    past: Vec<Notice>,
    rights: Rights,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let mut db = app.read().await?;
    let series = gatherings::series(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = gatherings::series_rights(&mut db, &series, visit.me.as_ref()).await?;
    rights.may_see()?;
    let days_off = gatherings::days_off(&mut db, id).await?;
    let all = gatherings::gatherings_of(&mut db, id).await?;
    let hosts = gatherings::series_hosts(&mut db, id).await?;
    let hosts = faces(&mut db, &hosts).await?;
    let beside = Beside::load(&mut db, &visit).await?;
    let words = visit.language.words();
    let rule = series.rule(days_off);
    let off = rule.days_off_hit().into_iter().map(|off| day_off(visit.language, off, &visit)).collect();
    let coming: Vec<&Gathering> = all.iter().filter(|gathering| !gathering.is_over(visit.now)).collect();
    let next = coming.iter().find(|gathering| !gathering.is_cancelled()).map(|next| beside.notice(next));
    html(&SeriesPage {
        page: Page::new(&visit, "gatherings", series.title.clone()),
        hue: hue(Some(series.id)),
        rule: capitalised(&words.rule(&rule, *series.starts, *series.ends, visit.today)),
        days_off: off,
        school: beside.school(series.school_id).map(ToOwned::to_owned),
        hosts,
        audience: audience(series.audience),
        next,
        coming: beside.notices(coming),
        past: beside.notices(all.iter().rev().filter(|gathering| gathering.is_over(visit.now))),
        series,
        rights,
    })
}

/// `18 February (Reading week)`.
fn day_off(language: Language, off: &calendar::rule::Except, visit: &Visit) -> String {
    let day = language.words().day(off.date, visit.today);
    if off.reason.is_empty() { day } else { format!("{day} ({})", off.reason) }
}

/// The key of a sentence that says who a thing is for.
pub fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "for-public",
        Audience::District => "for-district",
        Audience::Invited => "for-invited",
    }
}
