//! The teams of a year that follows another.

use super::deeds::present;
use super::store;
use super::team::{Seat, State, Team};
use crate::app::App;
use crate::database::Writing;
use crate::ids::{PersonId, YearId};
use crate::web::Failure;
use crate::years;

/// The teams of a year are those of the year before, until their schools confirm it.
pub async fn take_over(db: &mut Writing, app: &App, (from, to): (YearId, YearId), by: PersonId) -> Result<(), Failure> {
    let taken = store::taken_in_year(db, from).await?;
    let taken = match years::year(db, from).await? {
        Some(year) => present(db, year.network_id, taken).await?,
        None => taken,
    };
    for before in store::of_year(db, from).await? {
        let team = Team {
            id: app.new_id()?,
            year_id: to,
            confirmed: false,
            created_by: by,
            created_at: app.now(),
            reminded_at: None,
            ..before
        };
        store::insert(db, &team).await?;
        for seat in taken.iter().filter(|seat| seat.team_id == before.id && seat.state == State::In) {
            // The school has not confirmed it yet, so that it ties nobody.
            store::sit(db, &Seat { team_id: team.id, set_at: app.now(), ..*seat }).await?;
        }
    }
    Ok(())
}
