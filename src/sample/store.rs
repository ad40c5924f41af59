//! SQL that fills the tables of other domains by the hundred. The one store that may: going through their
//! verbs, a province would take hours, and a way in past the verbs in each domain would be there for this alone.

use calendar::rule::Weekdays;
use jiff::civil::{Time, time};

use super::network::{Network, SEATS};
use super::rows::{Agenda, Gathering, Keen, Mark, Said, Series, Tied, Topic};
use crate::clock::Instant;
use crate::database::{Result, Text, Writing};
use crate::insert_all;

/// When all gatherings start and end.
pub const STARTS: Time = time(12, 5, 0, 0);
const ENDS: Time = time(12, 45, 0, 0);

/// Their zone.
pub const ZONE: &str = "America/Vancouver";

const PLACE: &str = "Library learning commons";

const ABOUT: &str = "Bring your lunch; the coffee is on. Whoever has tried something shows it in ten minutes.";

const NETWORK_ABOUT: &str = "We read together, show what worked, and meet at the expo.";

pub async fn series(db: &mut Writing, all: &[Series]) -> Result<()> {
    insert_all!(
        db,
        "insert into series (id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id,
                place, audience, welcome_minutes, close_minutes, created_by, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        all,
        |one| one.id,
        one.title,
        ABOUT,
        Text(Weekdays::NONE.with(one.first.weekday())),
        1_i64,
        Text(one.first),
        Text(one.first),
        Text(one.last),
        Text(STARTS),
        Text(ENDS),
        ZONE,
        one.school,
        PLACE,
        one.audience,
        3_i64,
        2_i64,
        one.host,
        one.made,
        one.made,
        1_i64
    )
    .await
}

pub async fn hosts(db: &mut Writing, all: &[Tied]) -> Result<()> {
    insert_all!(
        db,
        "insert into series_hosts (series_id, person_id) values ($1, $2)",
        all,
        |tied| tied.series,
        tied.person
    )
    .await
}

pub async fn invited(db: &mut Writing, all: &[Tied], now: Instant) -> Result<()> {
    insert_all!(
        db,
        "insert into series_invited (series_id, person_id, invited_at) values ($1, $2, $3)",
        all,
        |tied| tied.series,
        tied.person,
        now
    )
    .await
}

pub async fn gatherings(db: &mut Writing, all: &[Gathering]) -> Result<()> {
    insert_all!(
        db,
        "insert into gatherings (id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id,
                place, audience, welcome_minutes, close_minutes, state, moved, created_by, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        all,
        |one| one.id,
        one.series.id,
        Text(one.date),
        one.series.title,
        ABOUT,
        Text(one.date),
        Text(STARTS),
        Text(ENDS),
        ZONE,
        one.starts_at,
        one.ends_at,
        one.series.school,
        PLACE,
        one.series.audience,
        3_i64,
        2_i64,
        if one.cancelled { "cancelled" } else { "planned" },
        false,
        one.series.host,
        one.series.made,
        one.series.made,
        1_i64
    )
    .await
}

pub async fn wishes(db: &mut Writing, all: &[Tied], now: Instant) -> Result<()> {
    insert_all!(
        db,
        "insert into series_answers (series_id, person_id, answer, answered_at) values ($1, $2, $3, $4)",
        all,
        |tied| tied.series,
        tied.person,
        "yes",
        now.plus_days(-240)
    )
    .await
}

pub async fn answers(db: &mut Writing, all: &[Said]) -> Result<()> {
    insert_all!(
        db,
        "insert into answers (gathering_id, series_id, person_id, answer, own, answered_at) values ($1, $2, $3, $4, $5, $6)",
        all,
        |said| said.gathering,
        said.series,
        said.person,
        said.answer,
        said.own,
        said.at
    )
    .await
}

pub async fn marks(db: &mut Writing, all: &[Mark]) -> Result<()> {
    insert_all!(
        db,
        "insert into attendances (gathering_id, series_id, person_id, state, walk_in, said_by, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        all,
        |mark| mark.gathering,
        mark.series,
        mark.person,
        mark.state,
        false,
        "host",
        mark.host,
        mark.at
    )
    .await
}

pub async fn topics(db: &mut Writing, all: &[Topic]) -> Result<()> {
    insert_all!(
        db,
        "insert into topics (id, gathering_id, series_id, person_id, title, about, tags, minutes, state, carried,
                             created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        all,
        |topic| topic.id,
        topic.gathering,
        topic.series,
        topic.person,
        topic.title,
        "What we tried, what came of it, and what we would not do again.",
        "tried",
        10_i64,
        if topic.shared { "shared" } else { "proposed" },
        0_i64,
        topic.at,
        topic.at,
        1_i64
    )
    .await
}

pub async fn keen(db: &mut Writing, all: &[Keen], now: Instant) -> Result<()> {
    insert_all!(
        db,
        "insert into keen (topic_id, person_id, hear, share, said_at) values ($1, $2, $3, $4, $5)",
        all,
        |keen| keen.topic,
        keen.person,
        true,
        false,
        now
    )
    .await
}

/// Agendas that were published and kept, with what was on them, and the guests counted.
pub async fn agendas(db: &mut Writing, all: &[Agenda], now: Instant) -> Result<()> {
    insert_all!(
        db,
        "insert into agendas (gathering_id, published_at, kept, updated_by, since, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7)",
        all,
        |agenda| agenda.gathering,
        now,
        true,
        agenda.host,
        0_i64,
        now,
        1_i64
    )
    .await?;
    let on: Vec<_> = all
        .iter()
        .flat_map(|agenda| (1_i64..).zip(&agenda.topics).map(|(place, topic)| (agenda.gathering, *topic, place)))
        .collect();
    insert_all!(
        db,
        "insert into agenda_topics (gathering_id, topic_id, position, published, told_at) values ($1, $2, $3, $4, $5)",
        on,
        |one| one.0,
        one.1,
        one.2,
        one.2,
        now
    )
    .await?;
    insert_all!(
        db,
        "insert into headcounts (gathering_id, series_id, guests, recorded_by, recorded_at) values ($1, $2, $3, $4, $5)",
        all,
        |agenda| agenda.gathering,
        agenda.series,
        agenda.guests,
        agenda.host,
        now
    )
    .await
}

/// Writes networks with their members, years, news and teams.
pub async fn networks(db: &mut Writing, all: &[Network]) -> Result<()> {
    insert_all!(
        db,
        "insert into networks (id, name, sought, about, joining, audience, led_by, members, created_by, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        all,
        |one| one.id,
        &one.name,
        &one.sought,
        NETWORK_ABOUT,
        "request",
        if one.public { "public" } else { "district" },
        "leads",
        i64::try_from(one.people.len()).unwrap_or_default(),
        one.lead,
        one.made,
        one.made,
        1_i64
    )
    .await?;
    let members: Vec<_> = all.iter().flat_map(|one| one.people.iter().map(move |person| (one, *person))).collect();
    insert_all!(
        db,
        "insert into network_members (network_id, person_id, role, joined_at) values ($1, $2, $3, $4)",
        members,
        |one| one.0.id,
        one.1,
        if one.1 == one.0.lead { "lead" } else { "member" },
        one.0.made
    )
    .await?;
    insert_all!(
        db,
        "insert into network_series (network_id, series_id, added_by, added_at) values ($1, $2, $3, $4)",
        all,
        |one| one.id,
        one.series,
        one.lead,
        one.made
    )
    .await?;
    years(db, all).await?;
    teams(db, all).await
}

async fn years(db: &mut Writing, all: &[Network]) -> Result<()> {
    insert_all!(
        db,
        "insert into network_years (id, network_id, title, first_date, last_date, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        all,
        |one| one.year,
        one.id,
        "This year",
        Text(one.first),
        Text(one.last),
        one.lead,
        one.made,
        one.made
    )
    .await?;
    let milestones: Vec<_> = all
        .iter()
        .flat_map(|one| (1_i64..).zip(&one.milestones).map(move |(place, (id, title))| (one.year, place, *id, *title)))
        .collect();
    insert_all!(
        db,
        "insert into milestones (id, year_id, position, title) values ($1, $2, $3, $4)",
        milestones,
        |one| one.2,
        one.0,
        one.1,
        one.3
    )
    .await?;
    let news: Vec<_> = all
        .iter()
        .flat_map(|one| (1_i64..).zip(&one.news).map(move |(day, (id, title))| (one, day, *id, *title)))
        .collect();
    insert_all!(
        db,
        "insert into announcements (id, network_id, title, text, written_by, written_at) values ($1, $2, $3, $4, $5, $6)",
        news,
        |one| one.2,
        one.0.id,
        one.3,
        NETWORK_ABOUT,
        one.0.lead,
        one.0.made.plus_days(one.1 * 20)
    )
    .await
}

async fn teams(db: &mut Writing, all: &[Network]) -> Result<()> {
    let seats: Vec<_> = all.iter().flat_map(|one| SEATS.map(|role| (one.id, role))).collect();
    insert_all!(db, "insert into team_seats (network_id, role) values ($1, $2)", seats, |one| one.0, one.1).await?;
    let teams: Vec<_> = all.iter().flat_map(|one| one.teams.iter().map(move |team| (one, team))).collect();
    insert_all!(
        db,
        "insert into teams (id, year_id, school_id, confirmed, created_by, created_at, reminded_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        teams,
        |one| one.1.id,
        one.0.year,
        one.1.school,
        true,
        one.0.lead,
        one.0.made,
        // Nobody is still to be reminded of the free seats: a sample is at rest.
        one.0.made.plus_days(14)
    )
    .await?;
    let sitting: Vec<_> = teams
        .iter()
        .flat_map(|(one, team)| {
            SEATS.iter().zip(&team.people).map(move |(role, person)| (*one, team.id, *role, *person))
        })
        .collect();
    insert_all!(
        db,
        "insert into team_members (team_id, role, person_id, state, set_by, set_at) values ($1, $2, $3, $4, $5, $6)",
        sitting,
        |one| one.1,
        one.2,
        one.3,
        "in",
        one.0.lead,
        one.0.made
    )
    .await
}
