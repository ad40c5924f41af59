//! An invented district of any size, to measure with: how Klatsch will run on a machine, and which queries
//! grow with the data.
//!
//! Size 1 is a lunch: a season of 40 gatherings of which 30 were, 60 people and 1,500 attendances. Size
//! 1,000 is a province: 1,600 schools, 60,000 people, 40,000 gatherings and 1.5 million attendances.
//! Every season has a network of its people, with a year and school teams. Every size has besides them one long series of 200 gatherings. Everything is made of the size and the
//! moment alone, but for the secrets of sessions; the rows go in by the hundred, past the domains' verbs,
//! which would take hours over a province.

mod chance;
mod network;
mod rows;
mod season;
mod store;

use anyhow::ensure;

use self::chance::Dice;
use self::network::Network;
use self::rows::{Agenda, Gathering, Keen, Mark, Said, Series, Tied, Topic};
use crate::app::App;
use crate::clock::Instant;
use crate::ids::{GatheringId, NetworkId, PersonId, SchoolId, SeriesId, TopicId, YearId};
use crate::people::{self, Person, Role, TagRow};
use crate::schools::{self, Level, School};

/// How many people a season has.
pub const PEOPLE: usize = 60;

/// The largest size.
pub const LARGEST: u32 = 2_000;

/// How many seasons are written in one transaction.
const TOGETHER: u32 = 20;

/// What to look at in the district that was made.
#[derive(Debug, Clone)]
pub struct Sample {
    /// A public series of 40 gatherings.
    pub series: SeriesId,
    /// A public series of 200 gatherings.
    pub long: SeriesId,
    /// A gathering of the first that is over, with topics, answers and attendance.
    pub past: GatheringId,
    /// Its next gathering.
    pub next: GatheringId,
    /// A topic of that.
    pub topic: TopicId,
    /// The school where both are.
    pub school: SchoolId,
    /// The network of the first series.
    pub network: NetworkId,
    /// Its year.
    pub year: YearId,
    /// Who hosts both series, and leads the network.
    pub host: PersonId,
    /// Who looks after Klatsch.
    pub steward: PersonId,
    /// All gatherings of the first series that are to come and were not called off, in time.
    pub coming: Vec<GatheringId>,
    /// Everyone but the hosts, those of the first series first.
    pub members: Vec<PersonId>,
}

/// What one transaction brings.
#[derive(Debug, Default)]
struct Batch {
    people: Vec<Person>,
    roles: Vec<(PersonId, Role)>,
    said: Vec<TagRow>,
    series: Vec<Series>,
    hosts: Vec<Tied>,
    invited: Vec<Tied>,
    gatherings: Vec<Gathering>,
    wishes: Vec<Tied>,
    answers: Vec<Said>,
    marks: Vec<Mark>,
    topics: Vec<Topic>,
    keen: Vec<Keen>,
    agendas: Vec<Agenda>,
    networks: Vec<Network>,
}

/// Fills a database in which there is nobody yet.
///
/// # Errors
/// When somebody is there, or the database refuses.
pub async fn fill(app: &App, size: u32) -> anyhow::Result<Sample> {
    ensure!((1..=LARGEST).contains(&size), "the size must be 1 to {LARGEST}");
    let now = app.now();
    let mut dice = Dice::new(now);
    let mut db = app.write().await?;
    ensure!(people::all(&mut db).await?.is_empty(), "there are people in this database; a sample needs an empty one");
    if schools::district(&mut db).await?.is_none() {
        schools::found(&mut db, "Sample Province", "en", "America/Vancouver", now).await?;
    }
    let schools: Vec<School> =
        (0..(size as usize * 8).div_ceil(5)).map(|number| school(&mut dice, number, now)).collect();
    schools::insert_all(&mut db, &schools).await?;
    db.commit().await?;
    let mut sample: Option<Sample> = None;
    for first in (0..size).step_by(TOGETHER as usize) {
        let mut batch = Batch::default();
        for number in first..size.min(first + TOGETHER) {
            let made = season::make(&mut batch, &mut dice, &schools, number as usize, now)?;
            match &mut sample {
                None => sample = Some(made),
                Some(sample) => sample.members.extend(made.members),
            }
        }
        let mut db = app.write().await?;
        batch.write(&mut db, now).await?;
        db.commit().await?;
    }
    sample.ok_or_else(|| anyhow::anyhow!("a sample of nothing"))
}

fn school(dice: &mut Dice, number: usize, now: Instant) -> School {
    let (level, word) = match number % 10 {
        0..6 => (Level::Elementary, "Elementary"),
        6 | 7 => (Level::Middle, "Middle School"),
        _ => (Level::Secondary, "Secondary"),
    };
    let (first, last) = chance::name(number * 7);
    School {
        id: dice.id(now),
        source_key: Some(format!("S{number:05}")),
        name: format!("{first} {last} {word} {}", number + 1),
        level: Some(level),
        district: Some(format!("District {}", number / 40 + 1)),
        address: Some(format!("{} Sample Street", number + 100)),
        city: Some(format!("Sampleton {}", number / 20 + 1)),
        postal_code: None,
        latitude: None,
        longitude: None,
        created_at: now,
        updated_at: now,
    }
}

impl Batch {
    async fn write(&self, db: &mut crate::database::Writing, now: Instant) -> crate::database::Result<()> {
        people::insert_with(db, &self.people, &self.roles, &self.said).await?;
        store::series(db, &self.series).await?;
        store::hosts(db, &self.hosts).await?;
        store::invited(db, &self.invited, now).await?;
        store::gatherings(db, &self.gatherings).await?;
        store::wishes(db, &self.wishes, now).await?;
        store::answers(db, &self.answers).await?;
        store::marks(db, &self.marks).await?;
        store::topics(db, &self.topics).await?;
        store::keen(db, &self.keen, now).await?;
        store::agendas(db, &self.agendas, now).await?;
        store::networks(db, &self.networks).await?;
        Ok(())
    }
}
