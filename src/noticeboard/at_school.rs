//! What the page of a school shows of gatherings: what is coming there, and where the rest is.

use askama::Template;
use calendar::words::capitalised;

use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::{self, Viewer};
use crate::schools::School;
use crate::text::Html;
use crate::web::{Failure, Language, Visit};

/// How many are shown before the page leads to the list.
const SHOWN: i64 = 5;

#[derive(Template)]
#[template(path = "noticeboard/pages/at_school.html")]
struct AtSchool {
    language: Language,
    /// Address, title, when.
    rows: Vec<(String, String, String)>,
    coming: String,
    past: String,
}

/// The gatherings of a school that the visitor may see.
pub async fn at_school(db: &mut Connection, visit: &Visit, school: &School) -> Result<Html, Failure> {
    let window =
        gatherings::timeline::Window { ends_after: visit.now, ends_by: Instant(i64::MAX), school: Some(school.id) };
    let beginning = gatherings::timeline::At::BEGINNING;
    let found = gatherings::timeline::after(db, Viewer::of(visit), window, beginning, SHOWN).await?;
    let words = visit.language.words();
    let row = |one: gatherings::Gathering| {
        let when = capitalised(&words.date(*one.date, visit.today));
        (format!("/gatherings/{}", one.id), one.title, when)
    };
    Ok(Html::of(&AtSchool {
        language: visit.language,
        rows: found.into_iter().map(row).collect(),
        coming: format!("/gatherings?school={}", school.id),
        past: format!("/gatherings?show=past&school={}", school.id),
    })?)
}
