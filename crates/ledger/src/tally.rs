//! The rows of a season, in order and by number, so that everything else is sets.

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringBitmap;

use crate::{Answer, Gathering, Person, Season, State};

/// A set of people, by their place in [`Tally::invited`]; whoever was not invited comes after. Compressed bits: of the
/// 60,000 people of a province most do the same, which is to stay away.
pub(crate) type Crowd = RoaringBitmap;

/// One gathering that was held, with who did what.
pub(crate) struct Meeting<'a> {
    pub gathering: &'a Gathering,
    pub came: Crowd,
    pub yes: Crowd,
    pub walk_ins: Crowd,
    /// Those for whom it was the first time ever.
    pub first_timers: Crowd,
    pub guests: u32,
}

/// A season in order.
pub(crate) struct Tally<'a> {
    /// People invited, each once.
    pub invited: Vec<&'a Person>,
    /// Their places.
    pub everybody: Crowd,
    /// Gatherings held, by date and then identifier.
    pub meetings: Vec<Meeting<'a>>,
}

impl<'a> Tally<'a> {
    pub fn of(season: &'a Season) -> Self {
        let mut number: HashMap<&str, u32> = HashMap::new();
        let mut invited = Vec::new();
        for person in &season.people {
            let next = size(invited.len());
            number.entry(&person.id).or_insert_with(|| {
                invited.push(person);
                next
            });
        }
        let others = season.attendances.iter().map(|mark| &mark.person);
        for id in others.chain(season.answers.iter().map(|answer| &answer.person)) {
            let next = size(number.len());
            number.entry(id).or_insert(next);
        }
        let mut held: Vec<&Gathering> = season.gatherings.iter().filter(|gathering| gathering.held).collect();
        held.sort_by_key(|gathering| (gathering.date, &gathering.id));
        held.dedup_by_key(|gathering| &gathering.id);

        // The later row about one gathering and person wins.
        let mut marks = BTreeMap::new();
        for mark in &season.attendances {
            marks.insert((mark.gathering.as_str(), mark.person.as_str()), mark);
        }
        let mut answers = BTreeMap::new();
        for answered in &season.answers {
            answers.insert((answered.gathering.as_str(), answered.person.as_str()), answered);
        }
        let mut before: Crowd = season.earlier.iter().filter_map(|id| number.get(id.as_str()).copied()).collect();
        let mut meetings = Vec::new();
        for gathering in held {
            let id = gathering.id.as_str();
            let crowd = |wanted: &dyn Fn(&crate::Attendance) -> bool| -> Crowd {
                marks
                    .range((id, "")..)
                    .take_while(|((of, _), _)| *of == id)
                    .filter(|(_, mark)| mark.state == State::Came && wanted(mark))
                    .filter_map(|((_, person), _)| number.get(person).copied())
                    .collect()
            };
            let came = crowd(&|_| true);
            let walk_ins = crowd(&|mark| mark.walk_in);
            let yes = answers
                .range((id, "")..)
                .take_while(|((of, _), _)| *of == id)
                .filter(|(_, answered)| answered.answer == Answer::Yes)
                // Who was excused is not expected any more: an excused absence is not a no-show.
                .filter(|(key, _)| marks.get(*key).is_none_or(|mark| mark.state != State::Excused))
                .filter_map(|((_, person), _)| number.get(person).copied())
                .collect();
            let first_timers = &came - &before;
            before |= &came;
            let guests = season.guests.iter().filter(|guests| guests.gathering == id);
            let guests = guests.map(|guests| guests.count).fold(0, u32::saturating_add);
            meetings.push(Meeting { gathering, came, yes, walk_ins, first_timers, guests });
        }
        let everybody = (0..size(invited.len())).collect();
        Self { invited, everybody, meetings }
    }

    /// The invited people who came to any of these.
    pub fn reached<'m>(&self, meetings: impl IntoIterator<Item = &'m Meeting<'m>>) -> Crowd {
        let came = meetings.into_iter().fold(Crowd::new(), |came, meeting| came | &meeting.came);
        came & &self.everybody
    }
}

/// A size as the answers carry it.
pub(crate) fn size(of: impl TryInto<u32>) -> u32 {
    of.try_into().unwrap_or(u32::MAX)
}
