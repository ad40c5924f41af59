//! A set that was sent from the web, and the jobs that look at it and take it over.
//!
//! Somebody sends it, sees the difference, and says whether it is taken. Between the two it is kept as a file,
//! which has students in it and is forgotten at the first occasion.

use serde::{Deserialize, Serialize};

use super::report::Shown;
use super::{Wish, import, store};
use crate::app::App;
use crate::clock::Instant;
use crate::files::{self, File, Spool};
use crate::ids::{FileId, PersonId, RosterImportId};
use crate::jobs::{self, Kind};
use crate::web::Received;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = RosterImportState)]
pub enum State {
    /// It is being read and compared.
    Waiting,
    /// The difference is there; somebody has to say whether it is taken.
    Looked,
    /// It is being taken over.
    Taking,
    /// It was taken over.
    Done,
    /// It was refused, and nothing was changed.
    Refused,
    /// Nobody took it in time, or somebody dropped it.
    Dropped,
}

impl State {
    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            State::Waiting => "roster-state-waiting",
            State::Looked => "roster-state-looked",
            State::Taking => "roster-state-taking",
            State::Done => "roster-state-done",
            State::Refused => "roster-state-refused",
            State::Dropped => "roster-state-dropped",
        }
    }

    /// Whether something is under way.
    pub fn is_busy(self) -> bool {
        matches!(self, State::Waiting | State::Taking)
    }
}

/// A set that was sent.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Import {
    /// Its identifier.
    pub id: RosterImportId,
    /// Who sent it.
    pub person_id: PersonId,
    /// The set, as long as it is kept.
    pub file_id: Option<FileId>,
    /// What its file was called.
    pub name: String,
    /// How far it is.
    pub state: State,
    /// What came of it, as JSON; empty before.
    pub report: String,
    /// How many of a hundred people may leave by it.
    pub leave_share: i64,
    /// When it was sent.
    pub created_at: Instant,
    /// When that last changed.
    pub updated_at: Instant,
}

impl Import {
    /// What came of it.
    pub fn shown(&self) -> Shown {
        serde_json::from_str(&self.report).unwrap_or_default()
    }
}

#[derive(Serialize, Deserialize)]
struct Which {
    import: RosterImportId,
}

/// This domain's jobs.
pub fn jobs() -> Vec<Kind> {
    vec![
        Kind {
            name: LOOK,
            title: "job-rostering-look",
            daily: false,
            run: |app, payload| Box::pin(run(app, payload, State::Waiting)),
        },
        Kind {
            name: TAKE,
            title: "job-rostering-take",
            daily: false,
            run: |app, payload| Box::pin(run(app, payload, State::Taking)),
        },
        Kind {
            name: "rostering-forget",
            title: "job-rostering-forget",
            daily: true,
            run: |app, _| Box::pin(forget_old(app)),
        },
    ]
}

const LOOK: &str = "rostering-look";
const TAKE: &str = "rostering-take";

/// How long a set that nobody takes is kept, in days.
const KEPT: i64 = 2;
/// How long what came of sets is kept, in days.
const REMEMBERED: i64 = 90;

/// Keeps a set that came, and wants it looked at.
pub async fn begin(app: &App, person: PersonId, received: &Received) -> anyhow::Result<Import> {
    let id: FileId = app.new_id()?;
    let stored = app.files.put(id, received.spool.pieces().await?).await?;
    let now = app.now();
    let import = Import {
        id: app.new_id()?,
        person_id: person,
        file_id: Some(id),
        name: received.name.clone(),
        state: State::Waiting,
        report: String::new(),
        leave_share: i64::try_from(app.config.leave_share).unwrap_or(0),
        created_at: now,
        updated_at: now,
    };
    let mut db = app.write().await?;
    files::insert(&mut db, &File::new(id, "application/zip", &stored, now)).await?;
    store::imports::insert(&mut db, &import).await?;
    jobs::enqueue(&mut db, app, LOOK, &Which { import: import.id }, now, None).await?;
    db.commit().await?;
    Ok(import)
}

/// Wants a set taken over that was looked at; says whether it still could be.
pub async fn take(app: &App, import: &Import, leave_share: i64) -> anyhow::Result<bool> {
    let mut db = app.write().await?;
    let now = app.now();
    let moved = store::imports::take(&mut db, import.id, leave_share, now).await? == 1;
    if moved {
        jobs::enqueue(&mut db, app, TAKE, &Which { import: import.id }, now, None).await?;
        db.commit().await?;
    }
    Ok(moved)
}

/// Drops a set that was looked at.
pub async fn discard(app: &App, import: &Import) -> anyhow::Result<bool> {
    if import.state.is_busy() {
        return Ok(false);
    }
    let state = if import.state == State::Looked { State::Dropped } else { import.state };
    end(app, import, state, &import.shown().nameless()).await?;
    Ok(true)
}

/// Looks at a set or takes it over, unless that was done.
async fn run(app: App, payload: String, state: State) -> anyhow::Result<()> {
    let which: Which = serde_json::from_str(&payload)?;
    let import = store::imports::one(&mut *app.read().await?, which.import).await?;
    let Some(import) = import.filter(|import| import.state == state) else { return Ok(()) };
    let Some(file) = import.file_id else { return Ok(()) };
    let set = read(&app, file, &import.name).await?;
    let dry_run = state == State::Waiting;
    // How many leave is judged by whoever sees them, when it is taken.
    let leave_share = if dry_run { 100 } else { u64::try_from(import.leave_share).unwrap_or(0) };
    let report = import::import(&app, set, Wish { dry_run, leave_share }).await?;
    let right = report.is_right();
    let shown = Shown::from(report);
    if right && dry_run {
        let mut db = app.write().await?;
        store::imports::set(&mut db, (import.id, State::Looked, import.file_id), &shown.json()?, app.now()).await?;
        db.commit().await?;
        return Ok(());
    }
    end(&app, &import, if right { State::Done } else { State::Refused }, &shown.nameless()).await
}

/// The set in a file of the house, read on a thread where reading disturbs nobody.
async fn read(app: &App, file: FileId, name: &str) -> anyhow::Result<oneroster::Set> {
    use futures_util::StreamExt;
    let mut spool = Spool::begin(&app.config.data, &app.new_id::<uuid::Uuid>()?.simple().to_string()).await?;
    let mut content = app.files.get(file).await?;
    while let Some(piece) = content.pieces.next().await {
        spool.write(&piece?).await?;
    }
    spool.end().await?;
    let (from, name) = (spool.reader()?, name.to_owned());
    let set = tokio::task::spawn_blocking(move || oneroster::read_zip(Box::new(from), &name)).await?;
    drop(spool);
    Ok(set)
}

/// Ends an import: what came of it stays without names, the set goes.
async fn end(app: &App, import: &Import, state: State, shown: &Shown) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    store::imports::set(&mut db, (import.id, state, None), &shown.json()?, app.now()).await?;
    if let Some(file) = import.file_id {
        files::forget(&mut db, file).await?;
    }
    db.commit().await?;
    if let Some(file) = import.file_id {
        // Should the store not answer now, the daily sweep takes it.
        let _ = app.files.delete(file).await;
    }
    Ok(())
}

/// Forgets sets that nobody took, and what came of those of last term.
async fn forget_old(app: App) -> anyhow::Result<()> {
    let old = store::imports::kept_before(&mut *app.read().await?, app.now().plus_days(-KEPT)).await?;
    for import in old {
        end(&app, &import, State::Dropped, &import.shown().nameless()).await?;
    }
    let mut db = app.write().await?;
    store::imports::delete_before(&mut db, app.now().plus_days(-REMEMBERED)).await?;
    db.commit().await?;
    Ok(())
}
