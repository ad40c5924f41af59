//! What a page lays beside its gatherings, loaded once for all of them: names of schools, my answers,
//! how many are coming, what is on the table.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use super::notice::{Face, Notice};
use crate::answers::{self, Counts, Mine};
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, SchoolId, SeriesId};
use crate::web::{Language, Visit};
use crate::{attendance, people, schools, topics};

/// What stands beside every list.
#[derive(Debug)]
pub struct Beside {
    /// The language of the page.
    pub language: Language,
    /// The day it is in the district.
    pub today: Date,
    /// When.
    pub now: Instant,
    /// Whether someone is signed in.
    pub signed_in: bool,
    /// Who.
    pub person: Option<PersonId>,
    /// Whether they host what is shown, so that nobody asks them whether they come.
    pub hosting: bool,
    schools: HashMap<SchoolId, String>,
    mine: HashMap<GatheringId, Mine>,
    counts: HashMap<GatheringId, Counts>,
    topics: HashMap<GatheringId, usize>,
    marks: HashMap<GatheringId, attendance::State>,
    came: HashMap<GatheringId, usize>,
}

impl Beside {
    /// Loads, of who is signed in, all their answers.
    pub async fn load(db: &mut Connection, visit: &Visit) -> Result<Beside> {
        let mine = match visit.person() {
            Some(person) => answers::mine_all(db, person).await?,
            None => HashMap::new(),
        };
        Ok(Beside {
            language: visit.language,
            today: visit.today,
            now: visit.now,
            signed_in: visit.me.is_some(),
            person: visit.person(),
            hosting: false,
            schools: HashMap::new(),
            mine,
            counts: HashMap::new(),
            topics: HashMap::new(),
            marks: HashMap::new(),
            came: HashMap::new(),
        })
    }

    /// Loads also the names of schools: those of what is shown, and no others.
    pub async fn at(
        mut self,
        db: &mut Connection,
        schools: impl IntoIterator<Item = Option<SchoolId>>,
    ) -> Result<Beside> {
        let ids: BTreeSet<SchoolId> =
            schools.into_iter().flatten().filter(|id| !self.schools.contains_key(id)).collect();
        let names = schools::names_of(db, &ids.into_iter().collect::<Vec<_>>()).await?;
        self.schools.extend(names.into_iter().map(|school| (school.id, school.name)));
        Ok(self)
    }

    /// Loads also how many said what of each gathering of a series, how many topics are on the table of
    /// each or were shared, for hosts how many came, and whether I did.
    pub async fn with_series(mut self, db: &mut Connection, series: SeriesId) -> Result<Beside> {
        self.counts = answers::counts_in_series(db, series).await?;
        let topics = topics::counts_in_series(db, series).await?;
        self.topics = topics.into_iter().map(|(id, topics)| (id, usize::try_from(topics).unwrap_or(0))).collect();
        if self.hosting {
            let taken = attendance::taken_in_series(db, series).await?;
            self.came = taken.into_iter().map(|(id, came)| (id, usize::try_from(came).unwrap_or(0))).collect();
        }
        if let Some(person) = self.person {
            let marks = attendance::marks_of_person(db, series, person).await?;
            self.marks = marks.into_iter().map(|mark| (mark.gathering_id, mark.state)).collect();
        }
        Ok(self)
    }

    /// What was recorded of me at a gathering, where that was loaded.
    pub fn mark(&self, gathering: GatheringId) -> Option<attendance::State> {
        self.marks.get(&gathering).copied()
    }

    /// How many came, where attendance was taken and loaded. For hosts alone: others see the season as
    /// a whole, where small numbers are hidden.
    pub fn came(&self, gathering: GatheringId) -> Option<usize> {
        self.came.get(&gathering).copied().filter(|_| self.hosting)
    }

    /// My answer to a gathering.
    pub fn mine(&self, gathering: GatheringId) -> Option<&Mine> {
        self.mine.get(&gathering)
    }

    /// The gatherings I come to, may come to or wait for.
    pub fn wanted(&self) -> impl Iterator<Item = GatheringId> {
        self.mine.values().filter(|mine| mine.answer != answers::Answer::No).map(|mine| mine.gathering_id)
    }

    /// How many said what, where that was loaded.
    pub fn counts(&self, gathering: GatheringId) -> Option<Counts> {
        self.counts.get(&gathering).copied()
    }

    /// How many topics wait on the table of a gathering, where that was loaded.
    pub fn topics(&self, gathering: GatheringId) -> usize {
        self.topics.get(&gathering).copied().unwrap_or(0)
    }

    /// The name of a school.
    pub fn school(&self, id: Option<SchoolId>) -> Option<&str> {
        self.schools.get(&id?).map(String::as_str)
    }

    /// Room and school in one line.
    pub fn place(&self, room: &str, school: Option<SchoolId>) -> String {
        match (room, self.school(school)) {
            ("", Some(school)) => school.to_owned(),
            (room, Some(school)) => format!("{room}, {school}"),
            (room, None) => room.to_owned(),
        }
    }

    /// The notice of a gathering.
    pub fn notice(&self, gathering: &Gathering) -> Notice {
        Notice::new(self, gathering)
    }

    /// The notices of gatherings.
    pub fn notices<'a>(&self, gatherings: impl IntoIterator<Item = &'a Gathering>) -> Vec<Notice> {
        gatherings.into_iter().map(|gathering| self.notice(gathering)).collect()
    }
}

/// The faces of people by their id.
pub async fn faces(db: &mut Connection, people: &[PersonId]) -> Result<HashMap<PersonId, Face>> {
    let cards = people::cards_of(db, people).await?;
    Ok(cards.iter().map(|card| (card.id, Face::from(card))).collect())
}

/// Some of them, in the order given.
pub fn chosen(faces: &HashMap<PersonId, Face>, people: &[PersonId]) -> Vec<Face> {
    people.iter().filter_map(|id| faces.get(id).cloned()).collect()
}
