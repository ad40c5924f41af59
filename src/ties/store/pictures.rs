//! SQL of the drawn map.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::PersonId;
use crate::{row, rows, run};

/// A school year, drawn.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Picture {
    /// The school year.
    pub year: i64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The strongest ties: JSON, a list of `[one, other]`, places among the points.
    pub lines: String,
    /// Who stands where: JSON, a list of `[person, x, y]`.
    pub points: String,
    /// What may be told: JSON of [`crate::ties::figures::Figures`] and the schools that are numbered in it.
    pub figures: String,
    /// When it was drawn.
    pub made_at: Instant,
}

/// The picture of a year.
pub async fn picture(db: &mut Connection, year: i64) -> Result<Option<Picture>> {
    row!(
        db,
        Picture,
        "select year, width, height, lines, points, figures, made_at from tie_pictures where year = $1",
        year
    )
    .await
}

/// When the picture of a year was drawn, and when a pair changed last.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Age {
    /// When it was drawn; never is none.
    pub made_at: Option<Instant>,
    /// When a pair changed.
    pub changed_at: Instant,
}

/// How old the picture of a year is; none where there never was a tie.
pub async fn age(db: &mut Connection, year: i64) -> Result<Option<Age>> {
    row!(
        db,
        Age,
        "select (select made_at from tie_pictures where year = $1) as made_at, changed_at from tie_state where id = 1",
        year
    )
    .await
}

/// Keeps a picture.
pub async fn set_picture(db: &mut Writing, picture: &Picture) -> Result<()> {
    run!(
        db,
        "insert into tie_pictures (year, width, height, lines, points, figures, made_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (year) do update set width = excluded.width, height = excluded.height, lines = excluded.lines,
             points = excluded.points, figures = excluded.figures, made_at = excluded.made_at",
        picture.year,
        picture.width,
        picture.height,
        &picture.lines,
        &picture.points,
        &picture.figures,
        picture.made_at
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Who {
    person_id: PersonId,
}

/// Everyone who came to a gathering or was in a team in a year, by identifier.
pub async fn people_in(db: &mut Connection, year: i64) -> Result<Vec<PersonId>> {
    let people = rows!(db, Who, "select distinct person_id from tie_parts where year = $1 order by person_id", year);
    Ok(people.await?.into_iter().map(|row| row.person_id).collect())
}

/// The pairs of a year of which both are shown.
pub async fn shown_pairs(db: &mut Connection, year: i64) -> Result<Vec<(PersonId, PersonId)>> {
    #[derive(sqlx::FromRow)]
    struct Pair {
        one: PersonId,
        other: PersonId,
    }
    let pairs = rows!(
        db,
        Pair,
        "select distinct pair.one, pair.other from tie_wishes low
         join tie_pairs pair on pair.one = low.person_id and pair.year = $1
         join tie_wishes high on high.person_id = pair.other and high.shown
         where low.shown order by pair.one, pair.other limit 20000",
        year
    );
    Ok(pairs.await?.into_iter().map(|pair| (pair.one, pair.other)).collect())
}

/// Says that those on the edge are invited, unless they were since a time; of two who invite at once, one is first.
pub async fn call(db: &mut Writing, since: Instant, now: Instant) -> Result<bool> {
    let called = run!(
        db,
        "insert into tie_state (id, whole_at, changed_at, called_at) values (1, null, $1, $1)
         on conflict (id) do update set called_at = excluded.called_at
         where tie_state.called_at is null or tie_state.called_at <= $2",
        now,
        since
    );
    Ok(called.await? == 1)
}
