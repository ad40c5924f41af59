//! `GET /series/{series}`: a series: when, where, who, its gatherings, my answer.

use askama::Template;
use axum::extract::State;
use calendar::rule::{Except, Rule};
use calendar::words::capitalised;
use jiff::civil::Time;

use super::beside::{Beside, chosen, faces};
use super::call::Card;
use super::notice::{Face, Notice};
use super::table::titles;
use crate::answers;
use crate::app::App;
use crate::gatherings::{self, Audience, Gathering, Series};
use crate::ids::{PersonId, SeriesId};
use crate::topics;
use crate::web::{Answer, Failure, Page, Path, Visit, html, public};

#[derive(Template)]
#[template(path = "noticeboard/pages/series.html")]
struct SeriesPage {
    page: Page,
    series: Series,
    card: Card,
    rule: String,
    days_off: Vec<String>,
    school: Option<String>,
    hosts: Vec<Face>,
    audience: String,
    coming: Vec<Notice>,
    past: Vec<Notice>,
    /// All of it as cups, for who said yes to some of it or came.
    season: Vec<Cup>,
    /// The titles of the topics of the next gathering.
    on_table: Vec<String>,
    signed_in: bool,
    host: bool,
    /// For hosts: how many coming dates the district's calendar, as it is now, would take or give.
    pending: usize,
}

/// One date of the season, as `season::cups` takes it.
struct Cup {
    href: String,
    iso: String,
    label: String,
    state: &'static str,
    words: String,
    next: bool,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let mut db = app.read().await?;
    let (series, rights) = gatherings::series_for(&mut db, id, visit.me.as_ref()).await?.ok_or(Failure::NotFound)?;
    rights.may_see()?;
    let days_off = gatherings::days_off(&mut db, id).await?;
    let all = gatherings::gatherings_of(&mut db, id).await?;
    let hosts = gatherings::series_hosts(&mut db, id).await?;
    let hosts = chosen(&faces(&mut db, &hosts).await?, &hosts);
    let answer = match visit.person() {
        Some(me) => answers::series_answer(&mut db, id, me).await?,
        None => None,
    };
    let mut beside = Beside::load(&mut db, &visit).await?;
    beside.hosting = rights.host;
    let at = all.iter().map(|gathering| gathering.school_id).chain([series.school_id]);
    let beside = beside.with_series(&mut db, id).await?.at(&mut db, at).await?;
    let rules = gatherings::rules(&mut db, &series, days_off).await?;
    let nobody = PersonId(uuid::Uuid::nil());
    let ahead: Vec<&Gathering> = all.iter().filter(|gathering| !gathering.is_over(visit.now)).collect();
    let planned: Vec<&Gathering> = ahead.iter().copied().filter(|gathering| !gathering.is_cancelled()).collect();
    let on_table = match planned.first() {
        Some(next) => {
            let topics = topics::of_gathering(&mut db, next.id, visit.person().unwrap_or(nobody)).await?;
            // An agenda has what is on the table.
            let agenda = if topics.is_empty() { None } else { topics::published(&mut db, next).await? };
            titles(&topics, agenda.as_deref())
        }
        None => Vec::new(),
    };
    let drinks = |notice: &Notice| matches!(notice.cup, "yes" | "maybe" | "came");
    let pending = if rights.is_host() { gatherings::pending_dates(&mut db, &app, &series).await? } else { 0 };
    let all_notices = beside.notices(&all);
    let next = planned.first().map(|next| format!("/gatherings/{}", next.id));
    let season = if all_notices.iter().any(drinks) { all_notices } else { Vec::new() };
    let season = season.into_iter().map(|notice| Cup {
        next: next.as_ref() == Some(&notice.href),
        label: format!("{} {}", notice.stamp.day, notice.stamp.month),
        iso: notice.stamp.iso,
        href: notice.href,
        state: notice.cup,
        words: notice.cup_words,
    });
    let page = SeriesPage {
        season: season.collect(),
        on_table,
        page: Page::new(&visit, "gatherings", series.title.clone()),
        card: Card::new(&beside, &series, &planned, answer),
        rule: capitalised(&said(&rules, &visit)),
        days_off: rules.iter().flat_map(|(rule, ..)| rule.days_off_hit()).map(|off| day_off(&visit, off)).collect(),
        school: beside.school(series.school_id).map(ToOwned::to_owned),
        hosts,
        audience: visit.language.say(audience(series.audience)).to_string(),
        coming: beside.notices(ahead),
        past: beside.notices(all.iter().rev().filter(|gathering| gathering.is_over(visit.now))),
        signed_in: visit.me.is_some(),
        host: rights.is_host(),
        pending,
        series,
    };
    public(&visit, html(&page))
}

/// The rules that are not over, or the last: one of them until some day, another from then on.
pub fn said(rules: &[(Rule, Time, Time)], visit: &Visit) -> String {
    let last = rules.len().saturating_sub(1);
    let current = rules.iter().enumerate().filter(|(place, (rule, ..))| *place == last || rule.to >= visit.today);
    let words = visit.language.words();
    let said: Vec<String> = current.map(|(_, (rule, from, to))| words.rule(rule, *from, *to, visit.today)).collect();
    said.join("; ")
}

/// `18 February (Reading week)`.
fn day_off(visit: &Visit, off: &Except) -> String {
    let day = visit.language.words().day(off.date, visit.today);
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
