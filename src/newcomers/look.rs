//! Looking for two circles: what there is, laid before `circles::suggest`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use circles::{Advice, Answers, Circle, Host, Kind as CircleKind, Meeting, suggest};

use super::five::Five;
use super::{dates, store};
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::gatherings::{self, Gathering, Viewer, timeline};
use crate::ids::{PersonId, SchoolId, SeriesId};
use crate::schools::{self, Level, School};
use crate::{answers, attendance, networks, people, topics};

/// How far ahead a date may be, in days.
pub const AHEAD_DAYS: i64 = 120;
/// How many gatherings are looked at, of the whole district and of each school named.
const GATHERINGS: i64 = 600;
const AT_A_SCHOOL: i64 = 60;
/// How many series are weighed.
const SERIES: usize = 120;
/// How many dates of each.
pub const DATES: usize = 12;
/// For how many days a host who was named is named less.
const GREETING_DAYS: i64 = 60;
/// How often a date may turn out to be full.
const ROUNDS: usize = 6;

/// Two circles for somebody who may see what `person` sees; nobody sees what is public.
pub async fn look(db: &mut Connection, person: Option<PersonId>, five: &Five, now: Instant) -> Result<Advice> {
    // Not as a steward, who sees what they are not invited to.
    let viewer =
        Viewer { person: person.unwrap_or(PersonId(uuid::Uuid::nil())), signed_in: person.is_some(), steward: false };
    let ahead = ahead(db, viewer, five, now).await?;
    let asked = of_five(db, five).await?;
    let offered = networks::offered(db, person).await?;
    let dates = dates::of_networks(db, viewer, (&offered, &ahead), now).await?;
    let mut capacities: HashMap<String, &Gathering> = HashMap::new();
    let all = ahead.values().chain(dates.values()).flatten();
    for gathering in all.filter(|gathering| gathering.capacity.is_some()) {
        capacities.insert(gathering.id.to_string(), gathering);
    }
    let mut circles = of_all(db, person, (&ahead, &offered), now).await?;
    // The networks are first, in their order.
    for (circle, offered) in circles.iter_mut().zip(&offered) {
        circle.meetings = dates.get(&offered.network.id).into_iter().flatten().map(meeting).collect();
    }
    // Places are counted only where it matters: at what would be suggested.
    for _ in 0..ROUNDS {
        let advice = suggest(&asked, &circles);
        let mut full = BTreeSet::new();
        for next in advice.circles.iter().filter_map(|suggestion| suggestion.next.as_ref()) {
            if let Some(gathering) = capacities.get(&next.key)
                && Some(answers::counts(db, gathering.id).await?.yes) >= gathering.capacity
            {
                full.insert(next.key.clone());
            }
        }
        if full.is_empty() {
            return Ok(advice);
        }
        for circle in &mut circles {
            // A network has room for more people than one of its gatherings.
            if circle.kind == CircleKind::Network {
                circle.meetings.retain(|meeting| !full.contains(&meeting.key));
            }
            for meeting in &mut circle.meetings {
                meeting.full |= full.contains(&meeting.key);
            }
        }
    }
    Ok(suggest(&asked, &circles))
}

/// The gatherings of each series that are to come: in the district, and at the schools that were named.
async fn ahead(
    db: &mut Connection,
    viewer: Viewer,
    five: &Five,
    now: Instant,
) -> Result<BTreeMap<SeriesId, Vec<Gathering>>> {
    let until = now.plus_days(AHEAD_DAYS);
    // First what they are invited to, then what is at their schools: of very many these are not left out.
    let mut all = gatherings::ahead_of_invited(db, viewer.person, now, until, GATHERINGS).await?;
    for school in &five.schools {
        let window = timeline::Window { ends_after: now, ends_by: until, school: Some(*school) };
        all.extend(timeline::after(db, viewer, window, timeline::At::BEGINNING, AT_A_SCHOOL).await?);
    }
    all.extend(gatherings::between(db, viewer, now, until, GATHERINGS).await?);
    let mut ahead: BTreeMap<SeriesId, Vec<Gathering>> = BTreeMap::new();
    for gathering in all {
        let Some(series) = gathering.series_id.filter(|_| gathering.starts_at > now && !gathering.is_cancelled())
        else {
            continue;
        };
        if ahead.len() >= SERIES && !ahead.contains_key(&series) {
            continue;
        }
        let dates = ahead.entry(series).or_default();
        if dates.len() < DATES && dates.iter().all(|known| known.id != gathering.id) {
            dates.push(gathering);
        }
    }
    for dates in ahead.values_mut() {
        dates.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
    }
    Ok(ahead)
}

/// The series and networks as circles: who hosts them, what is spoken of, how many come.
async fn of_all(
    db: &mut Connection,
    person: Option<PersonId>,
    (ahead, offered): (&BTreeMap<SeriesId, Vec<Gathering>>, &[networks::Offered]),
    now: Instant,
) -> Result<Vec<Circle>> {
    let ids: Vec<SeriesId> = ahead.keys().copied().collect();
    let hosting = gatherings::hosts_of_several(db, &ids).await?;
    let people: Vec<PersonId> = hosting
        .iter()
        .map(|(_, host)| *host)
        .chain(offered.iter().flat_map(|offered| offered.leads.iter().copied()))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let people: HashMap<PersonId, people::Person> =
        people::some(db, &people).await?.into_iter().map(|person| (person.id, person)).collect();
    let spoken = topics::spoken_in(db, &ids).await?;
    let usual: HashMap<SeriesId, i64> = attendance::usual_in(db, &ids).await?.into_iter().collect();
    let greeting: HashMap<PersonId, i64> =
        store::greeting(db, now.plus_days(-GREETING_DAYS)).await?.into_iter().collect();
    let at: BTreeSet<SchoolId> = ahead.values().flatten().filter_map(|gathering| gathering.school_id).collect();
    let at: HashMap<SchoolId, School> = schools::some(db, &at.into_iter().collect::<Vec<_>>())
        .await?
        .into_iter()
        .map(|school| (school.id, school))
        .collect();
    let host = |id: &PersonId| {
        let host = people.get(id)?;
        Some(Host {
            key: host.id.to_string(),
            school: host.school_id.map(|school| school.to_string()),
            // Colleagues say to colleagues what they may be asked about.
            knows: if person.is_some() { host.ask_me_about.clone() } else { String::new() },
            greeting: greeting.get(id).and_then(|many| usize::try_from(*many).ok()).unwrap_or(0),
        })
    };
    let mut circles: Vec<Circle> = offered
        .iter()
        .map(|offered| Circle {
            key: offered.network.id.to_string(),
            kind: CircleKind::Network,
            title: offered.network.name.clone(),
            about: offered.network.about.clone(),
            topics: Vec::new(),
            meetings: Vec::new(),
            school: None,
            levels: Vec::new(),
            from_afar: false,
            hosts: offered.leads.iter().filter_map(host).collect(),
            usual: None,
            wants_hands: false,
        })
        .collect();
    for (series, dates) in ahead {
        let hosts: Vec<PersonId> = hosting.iter().filter(|(of, _)| of == series).map(|(_, host)| *host).collect();
        let Some(first) = dates.first().filter(|_| person.is_none_or(|person| !hosts.contains(&person))) else {
            continue;
        };
        let school = first.school_id.and_then(|school| at.get(&school));
        let hosts: Vec<Host> = hosts.iter().filter_map(host).collect();
        circles.push(Circle {
            key: series.to_string(),
            kind: CircleKind::Series,
            title: first.title.clone(),
            about: first.about.clone(),
            topics: spoken.iter().filter(|(of, _)| of == series).map(|(_, words)| words.clone()).collect(),
            meetings: dates.iter().map(meeting).collect(),
            school: school.map(place),
            levels: school.and_then(|school| school.level).map(level).unwrap_or_default(),
            from_afar: first.link.is_some(),
            wants_hands: hosts.len() == 1,
            hosts,
            usual: usual.get(series).and_then(|usual| u32::try_from(*usual).ok()).filter(|usual| *usual > 0),
        });
    }
    Ok(circles)
}

fn meeting(gathering: &Gathering) -> Meeting {
    Meeting { key: gathering.id.to_string(), date: *gathering.date, full: false }
}

fn place(school: &School) -> circles::School {
    circles::School { key: school.id.to_string(), place: school.city.clone().unwrap_or_default() }
}

/// A school with all levels is for all.
fn level(level: Level) -> Vec<circles::Level> {
    match level {
        Level::Elementary => vec![circles::Level::Elementary],
        Level::Middle => vec![circles::Level::Middle],
        Level::Secondary => vec![circles::Level::Secondary],
        Level::Combined => Vec::new(),
    }
}

/// The answers, with where their schools are.
async fn of_five(db: &mut Connection, five: &Five) -> Result<Answers> {
    let schools = schools::some(db, &five.schools).await?;
    Ok(Answers {
        schools: schools.iter().map(place).collect(),
        area: five.area.clone(),
        changes: five.changes,
        days: five.days,
        teaches: five.teaches.clone(),
        levels: five.levels.clone(),
        interests: five.interests.clone(),
        hopes: five.hopes.clone(),
    })
}
