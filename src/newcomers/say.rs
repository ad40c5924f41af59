//! Answers, circles and reasons in words.

use calendar::rule::Weekdays;
use circles::Reason;
use jiff::civil::Weekday;

use super::five::{Five, Tell, hope_key, level_key};
use super::named::{Kind, Named};
use crate::app::App;
use crate::database::{Connection, Result};
use crate::gatherings::{self, Audience, Gathering};
use crate::ids::{NetworkId, SchoolId, SeriesId};
use crate::networks;
use crate::people::{self, Card};
use crate::schools;
use crate::web::{Language, Say, Visit};

fn weekday(code: &str) -> Option<Weekday> {
    code.parse::<Weekdays>().ok()?.iter().next()
}

/// A reason in words.
pub fn reason(language: Language, reason: &Reason) -> String {
    let words = language.words();
    let quoted = |typed: &[String]| {
        let typed: Vec<String> =
            typed.iter().map(|word| language.say("reason-quoted").with("word", word).to_string()).collect();
        words.list(&typed)
    };
    let day = |code: &str| weekday(code).map(|day| words.weekday(day)).unwrap_or_default();
    let say: Say = match reason {
        Reason::Interest { words } => language.say("reason-interest").with("words", quoted(words)),
        Reason::Teaches { words } => language.say("reason-teaches").with("words", quoted(words)),
        Reason::School => language.say("reason-school"),
        Reason::Nearby { place } => language.say("reason-nearby").with("place", place),
        Reason::FreeDay { day: code } => language.say("reason-free-day").with("day", day(code)),
        Reason::FromAfar => language.say("reason-from-afar"),
        Reason::Level { level } => language.say("reason-level").with("level", level.word()),
        Reason::HostKnows { words } => language.say("reason-host-knows").with("words", quoted(words)),
        Reason::Small { people } => language.say("reason-small").with("people", *people),
        Reason::RoomToShare => language.say("reason-room-to-share"),
        Reason::Hands => language.say("reason-hands"),
        Reason::OtherDay { day: code } => language.say("reason-other-day").with("day", day(code)),
        Reason::NoDate => language.say("reason-no-date"),
    };
    say.to_string()
}

/// A circle as a newcomer and its host read it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Where its page is.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Whether it is a network.
    pub network: bool,
    /// The next date that fits, if it still is to come.
    pub gathering: Option<Gathering>,
    /// That date in words.
    pub when: String,
    /// Where it is.
    pub place: String,
    /// Who greets.
    pub host: Option<Card>,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// Whether the host greeted.
    pub greeted: bool,
}

impl Shown {
    /// The circle and its date on one line.
    pub fn line(&self) -> String {
        if self.when.is_empty() { self.title.clone() } else { format!("{}, {}", self.title, self.when) }
    }
}

/// A circle in words; none when it is gone.
pub async fn circle(db: &mut Connection, app: &App, language: Language, named: &Named) -> Result<Option<Shown>> {
    if named.kind == Kind::Network {
        return network(db, app, language, named).await;
    }
    let Some(series) = gatherings::series(db, SeriesId(named.circle_id)).await? else { return Ok(None) };
    let gathering = date(db, app, named).await?;
    let school = gathering.as_ref().map_or(series.school_id, |gathering| gathering.school_id);
    let room = gathering.as_ref().map_or(&series.place, |gathering| &gathering.place);
    let place = room_at(db, room, school).await?;
    Ok(Some(Shown {
        href: format!("/series/{}", series.id),
        title: series.title,
        network: false,
        when: gathering.as_ref().map(|gathering| when(app, language, gathering)).unwrap_or_default(),
        gathering,
        place,
        host: host(db, named).await?,
        reasons: named.why().iter().map(|why| reason(language, why)).collect(),
        greeted: named.greeted_at.is_some(),
    }))
}

/// The date that was named, while it is to come.
async fn date(db: &mut Connection, app: &App, named: &Named) -> Result<Option<Gathering>> {
    let Some(id) = named.gathering_id else { return Ok(None) };
    let gathering = gatherings::gathering(db, id).await?;
    Ok(gathering.filter(|gathering| !gathering.is_over(app.now()) && !gathering.is_cancelled()))
}

fn when(app: &App, language: Language, gathering: &Gathering) -> String {
    let today = gathering.zone.today(app.now().timestamp());
    let words = language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today);
    calendar::words::capitalised(&words)
}

async fn room_at(db: &mut Connection, room: &str, school: Option<SchoolId>) -> Result<String> {
    let school = match school {
        Some(school) => schools::names_of(db, &[school]).await?.into_iter().next(),
        None => None,
    };
    let parts = [Some(room.to_owned()), school.map(|school| school.name)];
    Ok(parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

async fn host(db: &mut Connection, named: &Named) -> Result<Option<Card>> {
    let Some(host) = named.host_id else { return Ok(None) };
    Ok(people::cards_of(db, &[host]).await?.into_iter().next())
}

async fn network(db: &mut Connection, app: &App, language: Language, named: &Named) -> Result<Option<Shown>> {
    let network = networks::network(db, NetworkId(named.circle_id)).await?;
    let Some(network) = network.filter(|network| network.closed_at.is_none()) else { return Ok(None) };
    // Since it was named it may have become one for members alone.
    let gathering = date(db, app, named).await?.filter(|gathering| gathering.audience != Audience::Invited);
    let place = match &gathering {
        Some(gathering) => room_at(db, &gathering.place, gathering.school_id).await?,
        None => String::new(),
    };
    Ok(Some(Shown {
        href: format!("/networks/{}", network.id),
        title: network.name,
        network: true,
        when: gathering.as_ref().map(|gathering| when(app, language, gathering)).unwrap_or_default(),
        gathering,
        place,
        host: host(db, named).await?,
        reasons: named.why().iter().map(|why| reason(language, why)).collect(),
        greeted: named.greeted_at.is_some(),
    }))
}

/// A circle in words, to whoever may see it: it may have been closed to them since it was named.
pub async fn seen(db: &mut Connection, app: &App, visit: &Visit, named: &Named) -> Result<Option<Shown>> {
    let me = visit.me.as_ref();
    let open = match named.kind {
        Kind::Network => networks::seen(db, me, NetworkId(named.circle_id)).await.is_ok(),
        Kind::Series => match gatherings::series(db, SeriesId(named.circle_id)).await? {
            Some(series) => gatherings::series_rights(db, &series, me).await?.may_see().is_ok(),
            None => false,
        },
    };
    if open { circle(db, app, visit.language, named).await } else { Ok(None) }
}

/// What of their answers a newcomer lets others know: what it is, and what they said.
pub async fn told(db: &mut Connection, language: Language, five: &Five) -> Result<Vec<(String, String)>> {
    let names = schools::names_of(db, &five.schools).await?;
    Ok(told_with(&names, language, five))
}

/// The same with names that have theirs among them.
pub fn told_with(names: &[schools::Name], language: Language, five: &Five) -> Vec<(String, String)> {
    let mut told = Vec::new();
    for tell in Tell::ALL.into_iter().filter(|tell| five.tells.contains(tell)) {
        let said = match tell {
            Tell::Schools => place_with(names, language, five),
            Tell::Teaches => teaches(language, five),
            Tell::Interests => five.interests.clone(),
            Tell::Hopes => {
                let hopes: Vec<String> =
                    five.hopes.iter().map(|hope| language.say(hope_key(*hope)).to_string()).collect();
                language.words().list(&hopes)
            }
        };
        if !said.is_empty() {
            told.push((language.say(tell.told_key()).to_string(), said));
        }
    }
    told
}

/// Where they are, in words.
pub async fn place(db: &mut Connection, language: Language, five: &Five) -> Result<String> {
    Ok(place_with(&schools::names_of(db, &five.schools).await?, language, five))
}

fn place_with(names: &[schools::Name], language: Language, five: &Five) -> String {
    let theirs = names.iter().filter(|school| five.schools.contains(&school.id));
    let mut places: Vec<String> = theirs.map(|school| school.name.clone()).collect();
    places.sort_unstable();
    if !five.area.is_empty() {
        places.push(five.area.clone());
    }
    if five.changes {
        places.push(language.say("welcome-changes-short").to_string());
    }
    language.words().list(&places)
}

fn teaches(language: Language, five: &Five) -> String {
    let mut parts = vec![five.teaches.clone()];
    parts.extend(five.levels.iter().map(|level| language.say(level_key(*level)).to_string()));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
