//! What pages and programs do: show a code, try one, say that somebody is here, take it back.

use super::code::{self, Code};
use super::store::{self, Key};
use crate::app::App;
use crate::attendance::{self, SaidBy, State};
use crate::clock::Instant;
use crate::database::{Connection, Writing};
use crate::gatherings::{self, Gathering};
use crate::identity;
use crate::ids::{GatheringId, PersonId};
use crate::web::{Failure, Message, Visit};

/// How long before its start one may check in, and how long after its end, in seconds.
const AROUND: i64 = 15 * 60;

/// How long a name that was chosen may be taken back on the spot, in seconds.
const REGRET: i64 = 10 * 60;

/// Wrong codes allowed from one origin, which may be a whole school behind one address, within a quarter
/// of an hour; two of a million codes are good for a gathering.
const MOST_WRONG: i64 = 60;

/// Whether one may check in now, or why not.
pub fn is_open(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("check-in-cancelled"))
    } else if now < gathering.starts_at.plus_seconds(-AROUND) {
        Err(Message::new("check-in-early"))
    } else if now > gathering.ends_at.plus_seconds(AROUND) {
        Err(Message::new("check-in-late"))
    } else {
        Ok(())
    }
}

/// The code to show now; none while nobody may check in. Opens connections of its own.
pub async fn code(app: &App, gathering: &Gathering) -> Result<Option<Code>, Failure> {
    let now = app.now();
    if is_open(gathering, now).is_err() {
        return Ok(None);
    }
    let kept = store::key(&mut *app.read().await?, gathering.id).await?;
    if let Some(key) = kept.filter(|key| key.shown_at > now.plus_seconds(-3600)) {
        return Ok(Some(code::of(&key.secret, now)));
    }
    let fresh: [u8; 32] = app.chance.bytes()?;
    let mut db = app.write().await?;
    store::show(&mut db, gathering.id, &fresh, now).await?;
    let key = store::key(&mut db, gathering.id).await?;
    db.commit().await?;
    Ok(key.map(|key| code::of(&key.secret, now)))
}

fn subject(visit: &Visit) -> String {
    format!("check-in {}", visit.origin)
}

/// Tries a code. Where it is good, the gathering and its key; `gathering` narrows the search.
pub async fn try_code(
    app: &App,
    visit: &Visit,
    typed: &str,
    gathering: Option<GatheringId>,
) -> Result<Option<(Gathering, Key)>, Failure> {
    let mut db = app.read().await?;
    identity::may_try(&mut db, &subject(visit), MOST_WRONG, visit.now).await?;
    let keys = match gathering {
        Some(gathering) => store::key(&mut db, gathering).await?.into_iter().collect(),
        None => store::shown_since(&mut db, visit.now.plus_days(-1)).await?,
    };
    let Some(key) = keys.into_iter().find(|key| code::is_good(&key.secret, typed, visit.now)) else {
        drop(db);
        identity::failed(app, &subject(visit)).await?;
        return Ok(None);
    };
    let gathering = gatherings::gathering(&mut db, key.gathering_id).await?;
    Ok(gathering.map(|gathering| (gathering, key)))
}

/// What a page hands out once the code was good, so that choosing a name may take longer than a minute,
/// and be sent when the network is back. Good while the gathering lets people check in.
pub fn pass(key: &Key) -> String {
    code::seal(&key.secret, "pass", "")
}

/// The gathering and its key, for someone who brings its pass.
pub async fn with_pass(db: &mut Connection, id: GatheringId, pass: &str) -> Result<Option<(Gathering, Key)>, Failure> {
    let Some(key) = store::key(db, id).await?.filter(|key| code::is_sealed(&key.secret, "pass", "", pass)) else {
        return Ok(None);
    };
    Ok(gatherings::gathering(db, id).await?.map(|gathering| (gathering, key)))
}

/// Says that a person is here, by themselves; `entered` is when they tapped, which on a bad network is a
/// while before it arrives. Who is here already stays so, whoever said it. Gives what
/// was recorded before, and since when they are here.
pub async fn come(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    person: PersonId,
    entered: Instant,
) -> Result<(Option<State>, Instant), Failure> {
    // A device whose clock ran wild: not before one could check in.
    let entered = entered.max(gathering.starts_at.plus_seconds(-AROUND)).min(app.now());
    is_open(gathering, entered)?;
    let before = attendance::mark(db, gathering.id, person).await?;
    if let Some(mark) = before.filter(|mark| mark.state == State::Came) {
        return Ok((Some(State::Came), mark.recorded_at));
    }
    let came = (person, Some(State::Came));
    let before = attendance::record_entered(db, app, gathering, came, person, entered).await?;
    let mark = attendance::mark(db, gathering.id, person).await?;
    Ok((before, mark.map_or(app.now(), |mark| mark.recorded_at)))
}

/// A way back for one who chose a name: good for ten minutes, for this mark only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regret {
    /// Whose mark.
    pub person: PersonId,
    /// When it was recorded.
    pub at: Instant,
    /// What was recorded before; nothing is `none`.
    pub before: Option<State>,
}

impl Regret {
    fn text(&self) -> String {
        format!("{} {} {}", self.person, self.at.0, self.before.map_or("none", State::word))
    }

    /// Its seal.
    pub fn seal(&self, key: &Key) -> String {
        code::seal(&key.secret, "undo", &self.text())
    }

    /// Takes the mark back, if it is still the one that was made there.
    pub async fn take_back(
        &self,
        db: &mut Writing,
        app: &App,
        gathering: &Gathering,
        key: &Key,
        seal: &str,
    ) -> Result<(), Failure> {
        let late = || Failure::refused("check-in-undo-late");
        // A mark of a time to come was made while the clock was ahead: nobody knows how long ago.
        let ago = (self.at.plus_seconds(-REGRET), self.at.plus_seconds(REGRET));
        let in_time = ago.0 <= app.now() && app.now() <= ago.1;
        if !in_time || !code::is_sealed(&key.secret, "undo", &self.text(), seal) {
            return Err(late());
        }
        let mark = attendance::mark(db, gathering.id, self.person).await?;
        let same = mark.is_some_and(|mark| mark.said_by == SaidBy::Oneself && mark.recorded_at == self.at);
        if !same {
            return Err(late());
        }
        attendance::record(db, app, gathering, self.person, self.before, self.person).await?;
        Ok(())
    }
}

/// Adds guests who count themselves, once for each form. The headcount names who keeps it, and guests have
/// no account: it is the one who made the gathering.
pub async fn come_as_guests(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    once: uuid::Uuid,
    guests: i64,
) -> Result<(), Failure> {
    is_open(gathering, app.now())?;
    if store::add_guests(db, gathering.id, once, guests, app.now()).await? > 0 {
        attendance::count_guests(db, app, gathering, guests, gathering.created_by).await?;
    }
    Ok(())
}

/// Takes guests back who counted themselves by mistake.
pub async fn not_guests(db: &mut Writing, app: &App, gathering: &Gathering, once: uuid::Uuid) -> Result<(), Failure> {
    let since = app.now().plus_seconds(-REGRET);
    let Some(guests) = store::remove_guests(db, gathering.id, once, since).await? else {
        return Err(Failure::refused("check-in-undo-late"));
    };
    attendance::count_guests(db, app, gathering, -guests, gathering.created_by).await?;
    Ok(())
}
