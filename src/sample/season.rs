//! A season of the sample: its people, its gatherings, and what they said and did.

use anyhow::Context;
use jiff::ToSpan;
use jiff::civil::Date;

use super::chance::{self, Dice};
use super::rows::{Agenda, Gathering, Keen, Mark, Said, Series, Tied, Topic};
use super::store::{STARTS, ZONE};
use super::{Batch, PEOPLE, Sample, network};
use crate::answers::Answer;
use crate::attendance::State as Came;
use crate::clock::Instant;
use crate::gatherings::Audience;
use crate::ids::{PersonId, SchoolId, SeriesId};
use crate::people::{Person, Role, TagRow};
use crate::schools::School;

/// How many of its gatherings were, and how many there are.
const PAST: i64 = 30;
const ALL: i64 = 40;

/// How many of its people come to each.
const COME: usize = 50;

/// How many schools have a team in a network.
const TEAMS: usize = 2;

/// How many gatherings the long series has.
const LONG: i64 = 200;

const TITLES: [&str; 5] = [
    "Coffee, Curriculum & Conversation",
    "Design thinking after school",
    "Picture books",
    "Maker lunch",
    "Café lecture",
];

const TOPICS: [&str; 6] = [
    "Digital portfolios in grade 4",
    "A tour of the new makerspace",
    "Questions that last a week",
    "What the speaker said about assessment",
    "Podcasts, with what we have",
    "Graphic novels that were borrowed out",
];

/// Adds the season of a number to a batch; says what is in it to look at.
pub fn make(
    batch: &mut Batch,
    dice: &mut Dice,
    schools: &[School],
    number: usize,
    now: Instant,
) -> anyhow::Result<Sample> {
    let people: Vec<PersonId> = (0..PEOPLE).map(|at| person(batch, dice, schools, number * PEOPLE + at, now)).collect();
    let [host, members @ ..] = people.as_slice() else { anyhow::bail!("a season without people") };
    let school = schools.get(number % schools.len().max(1)).map(|school| school.id);
    let today = now.timestamp().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let first = today.checked_sub((7 * PAST).days())?.checked_add(i64::try_from(number % 5)?.days())?;
    let audience = match number % 4 {
        0 => Audience::Public,
        1 => Audience::Invited,
        _ => Audience::District,
    };
    let series =
        series(dice, number, (school, *host), audience, (first, first.checked_add((7 * ALL - 7).days())?), now);
    let tied = |person: &PersonId| Tied { series: series.id, person: *person };
    batch.hosts.push(tied(host));
    if audience == Audience::Invited {
        batch.invited.extend(members.iter().map(tied));
    }
    batch.wishes.extend(members.iter().take(40).map(tied));
    let mut made = Vec::new();
    for week in 0..ALL {
        let gathering = gathering(dice, &series, first.checked_add((7 * week).days())?, now)?;
        live(batch, dice, &gathering, &people, week);
        made.push(gathering);
    }
    let (next, past) = (made.iter().find(|one| one.ends_at > now), made.iter().rfind(|one| one.ends_at <= now));
    let (Some(past), Some(next), Some(school)) = (past, next, school) else { anyhow::bail!("a season without dates") };
    let topic = batch.topics.iter().rfind(|topic| topic.gathering == next.id).context("a gathering without topics")?;
    // As many teams as the smallest district has schools, so that pages of a network are alike at every size.
    let schools = schools.iter().cycle().skip(number).take(schools.len().min(TEAMS)).map(|school| school.id).collect();
    let of = network::Season { number, people: &people, series: series.id, days: (first, series.last), schools };
    let network = network::make(dice, &of, now).context("a season without a network")?;
    let mut sample = Sample {
        network: network.id,
        year: network.year,
        series: series.id,
        long: series.id,
        past: past.id,
        next: next.id,
        topic: topic.id,
        school,
        coming: made.iter().filter(|one| one.ends_at > now && !one.cancelled).map(|one| one.id).collect(),
        host: *host,
        steward: members.last().copied().unwrap_or(*host),
        members: members.to_vec(),
    };
    batch.networks.push(network);
    batch.series.push(series);
    batch.gatherings.append(&mut made);
    if number == 0 {
        batch.roles.push((sample.steward, Role::Steward));
        sample.long = long(batch, dice, Some(school), *host, today, now)?;
    }
    Ok(sample)
}

fn person(batch: &mut Batch, dice: &mut Dice, schools: &[School], number: usize, now: Instant) -> PersonId {
    let (first, last) = chance::name(number);
    let id = dice.id(now);
    let role = match number % PEOPLE {
        0 => Role::TeacherLibrarian,
        1..5 => Role::Administrator,
        5..9 => Role::TeacherOnCall,
        _ => Role::Teacher,
    };
    batch.roles.push((id, role));
    batch.said.extend(said(id, number));
    batch.people.push(Person {
        id,
        name: format!("{first} {last}"),
        email: format!("person{number}@sample.example"),
        school_id: schools.get(number * 8 / (PEOPLE * 5)).map(|school| school.id),
        language: None,
        ask_me_about: TOPICS.get(number % TOPICS.len()).copied().unwrap_or_default().to_lowercase(),
        created_at: now.plus_days(-300),
        updated_at: now.plus_days(-300),
        left_at: dice.one_in(50).then_some(now.plus_days(-20)).filter(|_| number >= PEOPLE),
    });
    id
}

/// What a person says of themselves: a few things that many say, and some that few do.
fn said(person: PersonId, number: usize) -> Vec<TagRow> {
    let topic = |number: usize| TOPICS.get(number % TOPICS.len()).copied().unwrap_or_default().to_owned();
    let grade = if number.is_multiple_of(13) { "k".to_owned() } else { (number % 13).to_string() };
    let mut all = vec![
        ("skills", topic(number)),
        ("skills", topic(number * 7 + 3)),
        ("tools", format!("Kit {}", number % 500)),
        ("shares", format!("Box {}", number % 300)),
        ("learns", topic(number + 5)),
        ("grades", grade),
        ("languages", "en".to_owned()),
    ];
    all.extend(number.is_multiple_of(9).then(|| ("languages", "fr".to_owned())));
    all.extend((number % 50 == 7).then(|| ("languages", "pa".to_owned())));
    let mut rows: Vec<TagRow> = Vec::new();
    for (field, label) in all {
        let tag = roster::fold(&label);
        if !rows.iter().any(|row| row.field == field && row.tag == tag) {
            let place = i64::try_from(rows.len()).unwrap_or(0);
            rows.push(TagRow { person_id: person, field: field.to_owned(), tag, label, place });
        }
    }
    rows
}

fn series(
    dice: &mut Dice,
    number: usize,
    (school, host): (Option<SchoolId>, PersonId),
    audience: Audience,
    (first, last): (Date, Date),
    now: Instant,
) -> Series {
    let made = now.plus_days(-250);
    let title = TITLES.get(number % TITLES.len()).copied().unwrap_or_default();
    Series { id: dice.id(made), title, first, last, school, audience, host, made }
}

fn gathering(dice: &mut Dice, series: &Series, date: Date, now: Instant) -> anyhow::Result<Gathering> {
    let zone = jiff::tz::TimeZone::get(ZONE)?;
    let starts_at: Instant = date.to_datetime(STARTS).to_zoned_datetime(zone)?.timestamp().into();
    let cancelled = dice.one_in(30) && starts_at > now.plus_days(10);
    let ends_at = starts_at.plus_seconds(40 * 60);
    Ok(Gathering { id: dice.id(series.made), series: *series, date, starts_at, ends_at, cancelled })
}

/// What people said and did about a gathering.
fn live(batch: &mut Batch, dice: &mut Dice, gathering: &Gathering, people: &[PersonId], week: i64) {
    let series = gathering.series.id;
    let was = week < PAST;
    let [host, members @ ..] = people else { return };
    let before = gathering.starts_at.plus_days(-3);
    let mut topics = Vec::new();
    for turn in 0..2 {
        let number = usize::try_from(2 * week + turn).unwrap_or_default();
        let proposer = members.get(number % members.len().max(1)).copied().unwrap_or(*host);
        let topic = Topic {
            id: dice.id(before),
            gathering: gathering.id,
            series,
            person: proposer,
            title: TOPICS.get(number % TOPICS.len()).copied().unwrap_or_default(),
            shared: was,
            at: before,
        };
        batch
            .keen
            .extend(members.iter().skip(number % 20).take(3).map(|person| Keen { topic: topic.id, person: *person }));
        topics.push(topic.id);
        batch.topics.push(topic);
    }
    for person in members.iter().take(40) {
        let own = dice.one_in(8);
        let answer = if own { Answer::No } else { Answer::Yes };
        batch.answers.push(Said { gathering: gathering.id, series, person: *person, answer, own, at: before });
    }
    if was {
        for person in members.iter().take(COME) {
            let state = if dice.one_in(9) { Came::Absent } else { Came::Came };
            let (gathering, at) = (gathering.id, gathering.ends_at);
            batch.marks.push(Mark { gathering, series, person: *person, state, host: *host, at });
        }
        batch.agendas.push(Agenda { gathering: gathering.id, series, host: *host, topics, guests: week % 4 });
    }
}

/// A series on every weekday, of which nobody said anything.
fn long(
    batch: &mut Batch,
    dice: &mut Dice,
    school: Option<SchoolId>,
    host: PersonId,
    today: Date,
    now: Instant,
) -> anyhow::Result<SeriesId> {
    let first = today.checked_sub(100.days())?;
    let last = first.checked_add((LONG - 1).days())?;
    let series = series(dice, 1, (school, host), Audience::Public, (first, last), now);
    batch.hosts.push(Tied { series: series.id, person: host });
    for day in 0..LONG {
        batch.gatherings.push(gathering(dice, &series, first.checked_add(day.days())?, now)?);
    }
    let id = series.id;
    batch.series.push(series);
    Ok(id)
}
