//! The form of one date of a series, when it is to be changed from there on, or all of it.

use axum::response::IntoResponse;

use super::loss::{Asked, ask};
use super::{series, single};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::alone::alter;
use crate::gatherings::around::{Around, Typed};
use crate::gatherings::change::change;
use crate::gatherings::meanwhile::{carry, meanwhile, told};
use crate::gatherings::reach::{DateOfSeries, Reach, SEVERAL};
use crate::gatherings::weigh::weigh;
use crate::gatherings::whole::{WholeGathering, WholeSeries};
use crate::gatherings::{Gathering, Series, store};
use crate::ids::GatheringId;
use crate::web::{Answer, Failure, Input, Message, Page, Problems, Visit, go};

/// The most bytes of fields that an undo may carry: it travels in a cookie.
const UNDO: usize = 1_800;

/// The form of a gathering as it is: with what its series says, where it is of one.
pub async fn filled(db: &mut Connection, around: &Around, whole: &WholeGathering) -> Result<Input, Failure> {
    let series = match whole.gathering.series_id {
        Some(id) => store::series(db, id).await?,
        None => None,
    };
    let (values, series_version) = match series {
        Some(series) => {
            let date = DateOfSeries::new(whole.clone(), WholeSeries::of(db, series).await?);
            (date.values(around), Some(date.series.series.version))
        }
        None => (whole.values(around), None),
    };
    let mut form = Input::of_values(&values, SEVERAL);
    form.set("version", whole.gathering.version.to_string());
    if let Some(version) = series_version {
        form.set("series_version", version.to_string());
        form.set("scope", "one");
    }
    carry(&mut form, &values);
    Ok(form)
}

/// Changes the series of a date.
pub async fn save(visit: &Visit, app: &App, id: GatheringId, mut input: Input, reach: Reach) -> Answer {
    let mut db = app.write().await?;
    let of = store::gathering(&mut db, id).await?.and_then(|gathering| gathering.series_id);
    // The series before its gatherings, as every transaction holds them.
    let series = store::lock_series(&mut db, of.ok_or(Failure::NotFound)?).await?;
    let gathering = store::lock(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let (whole, around) = series::hosted(&mut db, app, visit, series, Typed::Yes).await?;
    let date = DateOfSeries::new(WholeGathering::of(&mut db, gathering).await?, whole);
    let mut problems = Problems::new();
    let version = input.needed_number("series_version", 1..=i64::MAX, &mut problems);
    let again = |input: Input, problems: Problems, changes| {
        single::show(visit, &around, Some(&date.one), (input, problems), changes)
    };
    if problems.is_empty() && version != date.series.series.version {
        drop(db);
        let changes = meanwhile(&mut input, &date.values(&around), SEVERAL);
        input.set("version", date.one.gathering.version.to_string());
        input.set("series_version", date.series.series.version.to_string());
        let changes = told(&Page::new(visit, "", ""), &around, &changes);
        return again(input, Problems::one("", "plan-meanwhile"), changes);
    }
    if !input.typed("back").is_empty() {
        return again(input, Problems::new(), Vec::new());
    }
    let weighed = match date.read(&input, reach, &around) {
        Ok(edit) if problems.is_empty() => weigh(&mut db, app, &date.series, &edit).await.map(|turn| (edit, turn)),
        Ok(_) => Err(problems.into()),
        Err(others) => Err(others.into()),
    };
    let (edit, turn) = match weighed {
        Ok(weighed) => weighed,
        Err(Failure::Invalid(problems)) => return again(input, problems, Vec::new()),
        Err(failure) => return Err(failure),
    };
    if !turn.loss().is_empty() && input.typed("confirm") != turn.loss() {
        return ask(visit, &around, &date.series, Asked::Typed(format!("/gatherings/{id}/edit"), &input), &turn);
    }
    let changed = change(&mut db, app, &date.series, &edit, &turn).await?;
    let mut now = store::gathering(&mut db, id).await?;
    if let Some(gathering) = now.take() {
        let whole = WholeGathering::of(&mut db, gathering).await?;
        now = Some(match date.alone(&input, &whole, &around) {
            Ok(Some(new)) => alter(&mut db, app, &whole.gathering, &new).await?,
            Ok(None) => whole.gathering,
            Err(problems) => return again(input, problems, Vec::new()),
        });
    }
    db.commit().await?;
    let done = match reach {
        Reach::FromHere => Message::new("plan-from-saved")
            .with("when", visit.language.words().date(*date.one.gathering.date, visit.today)),
        Reach::One | Reach::All => Message::new("plan-series-saved"),
    }
    .with("count", i64::try_from(turn.dates()).unwrap_or_default());
    let Some(now) = now else {
        return Ok(go(format!("/series/{}", changed.id)).done(visit.language, done).into_response());
    };
    let undo = undo(&date, &around, input.typed("scope"), (&now, &changed));
    let undo: Vec<(&str, &str)> = undo.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let path = format!("/gatherings/{id}");
    let gone = go(&path).done(visit.language, done);
    if undo.is_empty() {
        return Ok(gone.into_response());
    }
    Ok(gone.undo(visit.language, format!("{path}/edit"), &undo).into_response())
}

/// The form as it was before, for the dates it was sent for. Dates that came with the change would go with
/// it again, which is then asked.
fn undo(
    date: &DateOfSeries,
    around: &Around,
    scope: &str,
    (now, changed): (&Gathering, &Series),
) -> Vec<(String, String)> {
    let mut before = Input::of_values(&date.values(around), SEVERAL);
    before.set("scope", scope);
    before.set("version", now.version.to_string());
    before.set("series_version", changed.version.to_string());
    let kept = |name: &str| !["hosts", "invited", "title", "zone", "audience"].contains(&name);
    let pairs = before.pairs();
    let fields: Vec<(String, String)> = pairs
        .into_iter()
        .filter(|(name, _)| kept(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let size: usize = fields.iter().map(|(name, value)| name.len() + value.len() + 6).sum();
    if size > UNDO { Vec::new() } else { fields }
}
