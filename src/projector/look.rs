//! What the screen and the host's phone show of a gathering under way.

use super::plan::{Plan, Spoken};
use super::qr::Qr;
use super::run::{On, Run};
use super::store;
use crate::app::App;
use crate::check_in::{self, Code};
use crate::clock::Instant;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::web::{Failure, Language, Visit};
use crate::{attendance, people, topics};

/// A text that is another one whenever a screen has something else to show: after a move, a changed
/// agenda or gathering, somebody who checked in, and each minute, in which the code changes and what runs
/// over takes its minute from the rest.
pub async fn tide(app: &App, id: GatheringId) -> Result<String, Failure> {
    let mut db = app.read().await?;
    let gathering = gatherings::gathering(&mut db, id).await?.map_or(0, |gathering| gathering.version);
    let run = store::run(&mut db, id).await?.map_or(0, |run| run.version);
    let agenda = topics::agenda(&mut db, id).await?.map_or(0, |agenda| agenda.version);
    let here = attendance::here(&mut db, id).await?;
    Ok(format!("{gathering}.{run}.{agenda}.{here}.{}", app.now().0.div_euclid(60_000_000)))
}

/// A person, as the screen shows them.
#[derive(Debug, Clone)]
pub struct Face {
    /// Their name.
    pub name: String,
    /// The letters of it.
    pub initials: String,
    /// Their tone, 1 to 6.
    pub hue: u8,
}

/// A topic to come.
#[derive(Debug, Clone)]
pub struct Line {
    /// The topic.
    pub id: TopicId,
    /// What it is called.
    pub title: String,
    /// Who proposed it.
    pub who: String,
    /// `12:18`; empty where it may carry over.
    pub time: String,
    /// `7 min`, or what it asked for where it may carry over.
    pub minutes: String,
    /// `instead of 10 min`, where it has to give way.
    pub instead: Option<String>,
    /// Whether there is no time for it.
    pub out: bool,
    /// The minutes it has when it is called up.
    pub has: i64,
    /// What the clock says then: `left of 7 min`, and `over its 7 min`.
    pub clock: (String, String),
}

/// The big clock.
#[derive(Debug, Clone)]
pub struct Ticker {
    /// When the time is up, in milliseconds since 1970.
    pub until: i64,
    /// When this was made, likewise: the clock of the screen's computer may be wrong.
    pub now: i64,
    /// Seconds left; negative when it has run over.
    pub left: i64,
    /// `7 min`: without scripts the seconds would stand still.
    pub number: String,
    /// `left of 10 min`.
    pub words: String,
    /// `over its 10 min`.
    pub over: String,
    /// Whether it counts on below nought.
    pub runs_over: bool,
}

impl Ticker {
    /// Whether the time is up.
    pub fn is_over(&self) -> bool {
        self.runs_over && self.left < 0
    }

    /// The words for now.
    pub fn words(&self) -> &str {
        if self.is_over() { &self.over } else { &self.words }
    }
}

/// How to check in.
#[derive(Debug, Clone)]
pub struct Door {
    /// `482 913`
    pub code: String,
    /// `klatsch.example`, of which `/check-in` is the page to type the code on.
    pub host: String,
    /// The code to scan.
    pub qr: Option<Qr>,
}

/// A stretch of the time strip, in seconds from its beginning.
#[derive(Debug, Clone)]
pub struct Piece {
    /// `spoken`, `on`, `over`, `coming`, `close`.
    pub kind: &'static str,
    /// Where it begins.
    pub x: i64,
    /// How long it is.
    pub width: i64,
}

/// What is shown.
#[derive(Debug, Clone)]
pub struct Look {
    /// The gathering.
    pub gathering: Gathering,
    /// Where it stands.
    pub plan: Plan,
    /// The version that a move must name; 0 before it began.
    pub version: i64,
    /// What is on, in the word that a move must name; empty before it began.
    pub on: String,
    /// See [`tide`].
    pub tide: String,
    /// `Wednesday 14 January, 12:05 to 12:45`
    pub when: String,
    /// `12:31`
    pub time: String,
    /// When this was made, in milliseconds since 1970.
    pub now: i64,
    /// The minutes of the welcome and of the close, and what the clock says then.
    pub welcome: (i64, (String, String)),
    /// See `welcome`.
    pub close: (i64, (String, String)),
    /// `12:45`
    pub ends: String,
    /// What stands above the title: `Now`.
    pub kicker: String,
    /// What is on.
    pub title: String,
    /// Who shares.
    pub sharers: Vec<Face>,
    /// The big clock.
    pub ticker: Option<Ticker>,
    /// What is to come.
    pub coming: Vec<Line>,
    /// Topics that were spoken of, with the minutes they took.
    pub spoken: Vec<(String, String)>,
    /// How many are here.
    pub here: i64,
    /// How to check in.
    pub door: Option<Door>,
    /// The time strip.
    pub strip: Vec<Piece>,
    /// How long the strip is.
    pub length: i64,
}

impl Look {
    /// Looks at a gathering now. Opens connections of its own.
    pub async fn at(app: &App, visit: &Visit, gathering: Gathering) -> Result<Look, Failure> {
        let tide = tide(app, gathering.id).await?;
        let code = check_in::code(app, &gathering).await?;
        let mut db = app.read().await?;
        let run = store::run(&mut db, gathering.id).await?;
        let steps = store::steps(&mut db, gathering.id).await?;
        let agenda = topics::published(&mut db, &gathering).await?.unwrap_or_default();
        let plan = Plan::new(&gathering, &agenda, run.as_ref(), &steps, visit.now);
        let mut sharing: Vec<PersonId> = plan.topic.iter().map(|on| on.proposer).collect();
        if let Some(on) = &plan.topic {
            sharing.extend(topics::sharers(&mut db, on.topic).await?.into_iter().filter(|who| *who != on.proposer));
        }
        let known: Vec<PersonId> =
            sharing.iter().copied().chain(plan.coming.iter().map(|coming| coming.proposer)).collect();
        let cards = people::cards_of(&mut db, &known).await?;
        let here = attendance::here(&mut db, gathering.id).await?;
        drop(db);
        let language = visit.language;
        let words = language.words();
        let clock = |at: Instant| words.time(gathering.zone.local(at.timestamp()).time());
        let short = |minutes: i64| words.duration_short(u32::try_from(minutes).unwrap_or(0));
        let face = |id: &PersonId| {
            let card = cards.iter().find(|card| card.id == *id)?;
            Some(Face { name: card.name.clone(), initials: card.initials(), hue: card.hue() })
        };
        let clock_of = |minutes: i64| {
            let told = |key: &'static str| language.say(key).with("minutes", short(minutes)).to_string();
            (told("projector-left-of"), told("projector-over-its"))
        };
        let coming = plan.coming.iter().map(|coming| Line {
            has: plan.minutes_of(coming.topic).unwrap_or(coming.wanted),
            clock: clock_of(plan.minutes_of(coming.topic).unwrap_or(coming.wanted)),
            id: coming.topic,
            title: coming.title.clone(),
            who: face(&coming.proposer).map(|face| face.name).unwrap_or_default(),
            time: coming.turn.map(|(_, at)| clock(at)).unwrap_or_default(),
            minutes: short(coming.turn.map_or(coming.wanted, |(minutes, _)| minutes)),
            instead: coming
                .turn
                .filter(|(minutes, _)| *minutes < coming.wanted)
                .map(|_| language.say("projector-instead").with("minutes", short(coming.wanted)).to_string()),
            out: coming.turn.is_none(),
        });
        let began = steps.first().map(|step| step.began_at).or(run.as_ref().map(|run| run.since));
        let (strip, length) = strip(&gathering, &plan, run.as_ref(), began, visit.now);
        let (kicker, title) = headline(language, &gathering, &plan, &clock(gathering.starts_at));
        Ok(Look {
            when: words.date_and_range(*gathering.date, *gathering.starts, *gathering.ends, visit.today),
            time: clock(visit.now),
            ends: clock(gathering.ends_at),
            ticker: ticker(language, &plan, &short, visit.now),
            version: run.as_ref().map_or(0, |run| run.version),
            on: run.as_ref().map(Run::word).unwrap_or_default(),
            now: visit.now.0 / 1000,
            welcome: (gathering.welcome_minutes, clock_of(gathering.welcome_minutes)),
            close: (gathering.close_minutes, clock_of(gathering.close_minutes)),
            sharers: sharing.iter().filter_map(face).collect(),
            coming: coming.collect(),
            spoken: plan.spoken.iter().map(|spoken| (spoken.title.clone(), short(spoken.took()))).collect(),
            door: code.map(|code| door(app, gathering.id, &code)),
            kicker,
            title,
            tide,
            here,
            strip,
            length,
            plan,
            gathering,
        })
    }

    /// What comes next, as the screen shows it: the first that has time.
    pub fn next(&self) -> Option<&Line> {
        self.coming.iter().find(|line| !line.out)
    }

    /// The others that have time.
    pub fn later(&self) -> impl Iterator<Item = &Line> {
        self.coming.iter().filter(|line| !line.out).skip(1)
    }

    /// Those that have none.
    pub fn out(&self) -> impl Iterator<Item = &Line> {
        self.coming.iter().filter(|line| line.out)
    }

    /// Whether it was begun and is not over.
    pub fn is_under_way(&self) -> bool {
        self.plan.on.is_some()
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.plan.ended_at.is_some()
    }
}

fn door(app: &App, id: GatheringId, code: &Code) -> Door {
    let url = app.url();
    let bare = url.split_once("://").map_or(url.as_str(), |(_, bare)| bare);
    Door { code: code.grouped(), host: bare.to_owned(), qr: Qr::of(&format!("{url}/check-in/{id}/{}", code.digits)) }
}

fn headline(language: Language, gathering: &Gathering, plan: &Plan, starts: &str) -> (String, String) {
    let say = |key: &'static str| language.say(key).to_string();
    match (plan.on, &plan.topic) {
        _ if gathering.is_cancelled() => (say("projector-off"), gathering.title.clone()),
        _ if plan.ended_at.is_some() => (say("projector-over"), say("projector-thanks")),
        (Some(On::Welcome), _) => (say("projector-now"), say("projector-welcome")),
        (Some(On::Topic), Some(topic)) => (say("projector-now"), topic.title.clone()),
        (Some(On::Topic), None) => (say("projector-now"), say("projector-between")),
        (Some(On::Close), _) => (say("projector-now"), say("projector-close")),
        (None, _) => (language.say("projector-starts").with("time", starts).to_string(), gathering.title.clone()),
    }
}

fn ticker(language: Language, plan: &Plan, short: &impl Fn(i64) -> String, now: Instant) -> Option<Ticker> {
    let left = plan.left(now);
    if plan.ended_at.is_some() || (plan.on.is_none() && left <= 0) {
        return None;
    }
    // A started minute is a minute: at the start of ten there are ten, not nine.
    let number = if left >= 0 { (left + 59) / 60 } else { (59 - left) / 60 };
    let told = |key: &'static str| language.say(key).with("minutes", short(plan.minutes)).to_string();
    Some(Ticker {
        until: plan.until.0 / 1000,
        now: now.0 / 1000,
        left,
        number: short(number),
        words: if plan.on.is_some() { told("projector-left-of") } else { told("projector-until-start") },
        over: told("projector-over-its"),
        runs_over: plan.on.is_some(),
    })
}

/// The gathering as a strip: what was, what is on and has run over, what is to come.
fn strip(
    gathering: &Gathering,
    plan: &Plan,
    run: Option<&Run>,
    began: Option<Instant>,
    now: Instant,
) -> (Vec<Piece>, i64) {
    let from = began.unwrap_or(gathering.starts_at);
    let to = gathering.ends_at.max(plan.ended_at.unwrap_or(now));
    let seconds = |at: Instant| ((at.0 - from.0) / 1_000_000).max(0);
    let piece = |kind, begin: Instant, end: Instant| Piece {
        kind,
        x: seconds(begin),
        width: (seconds(end.min(to)) - seconds(begin)).max(0),
    };
    let mut pieces: Vec<Piece> =
        plan.spoken.iter().map(|Spoken { began_at, ended_at, .. }| piece("spoken", *began_at, *ended_at)).collect();
    if let (Some(run), Some(_)) = (run, plan.on) {
        pieces.push(piece("rest", run.since, run.until()));
        pieces.push(piece("on", run.since, now.min(run.until())));
        if now > run.until() {
            pieces.push(piece("over", run.until(), now));
        }
    }
    for (minutes, at) in plan.coming.iter().filter_map(|coming| coming.turn) {
        pieces.push(piece("coming", at, at.plus_seconds(minutes * 60)));
    }
    if plan.on != Some(On::Close) && plan.ended_at.is_none() && plan.closes_at > now {
        pieces.push(piece("close", plan.closes_at, gathering.ends_at));
    }
    (pieces, seconds(to).max(1))
}
