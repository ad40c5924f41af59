//! Seasons to try things on.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::*;

/// A random number from a seed, for seasons that proptest chooses by their seed alone: what makes a
/// season interesting here is its shape, and that is in the parameters.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, sides: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }
}

/// The shape of a season.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub seed: u64,
    pub people: u64,
    pub gatherings: u64,
    pub schools: u64,
    pub comes: u64,
    pub uninvited: u64,
}

pub fn shapes() -> impl Strategy<Value = Shape> {
    (any::<u64>(), 0_u64..70, 0_u64..12, 1_u64..6, 5_u64..95, 0_u64..9).prop_map(
        |(seed, people, gatherings, schools, comes, uninvited)| Shape {
            seed,
            people,
            gatherings,
            schools,
            comes,
            uninvited,
        },
    )
}

pub fn season(shape: Shape) -> Season {
    let mut dice = Dice(shape.seed);
    let mut season = Season::default();
    let start: Date = date(2026, 1, 7);
    let pace = [3, 7, 7, 14][dice.below(4) as usize];
    for number in 0..shape.gatherings {
        let cancelled = dice.percent(10);
        season.gatherings.push(Gathering {
            id: format!("g{number}"),
            date: start.saturating_add(jiff::Span::new().days(pace * number as i64)),
            cancelled,
            held: !cancelled && dice.percent(90),
        });
    }
    let few_roles = 1 + dice.below(4);
    for number in 0..shape.people {
        let school = dice.below(shape.schools);
        let mut roles = vec![format!("role {}", dice.below(few_roles))];
        if dice.percent(15) {
            roles.push("lead; chair".to_owned());
        }
        if dice.percent(40) {
            roles = vec![format!("of level {}", school % 2)];
        }
        season.people.push(Person {
            id: format!("p{number}"),
            school: (school > 0).then(|| format!("School {school}")),
            level: (school > 0).then(|| format!("level {}", school % 2)),
            roles,
        });
    }
    let ids: Vec<String> = (0..shape.people)
        .map(|number| format!("p{number}"))
        .chain((0..shape.uninvited).map(|number| format!("visitor{number}")))
        .collect();
    season.earlier = ids.iter().filter(|_| dice.percent(20)).cloned().collect();
    for gathering in season.gatherings.clone() {
        let comes = (shape.comes + dice.below(30)).saturating_sub(15);
        for person in &ids {
            let gathering = gathering.id.clone();
            if dice.percent(40) {
                let answer = [Answer::Yes, Answer::No, Answer::Maybe, Answer::Waiting];
                let answer = answer[dice.below(4) as usize];
                season.answers.push(Answered { gathering: gathering.clone(), person: person.clone(), answer });
            }
            if dice.percent(comes) || dice.percent(10) {
                let state = if dice.percent(85) {
                    State::Came
                } else {
                    [State::Excused, State::Absent][dice.below(2) as usize]
                };
                let walk_in = dice.percent(20);
                let by = "host".to_owned();
                season.attendances.push(Attendance { gathering, person: person.clone(), state, walk_in, by });
            }
        }
        for _ in 0..dice.below(3) {
            let count = dice.below(4) as u32;
            season.guests.push(Guests { gathering: gathering.id.clone(), count });
        }
    }
    for number in 0..dice.below(20) {
        let states = [
            TopicState::Proposed,
            TopicState::Shared,
            TopicState::Shared,
            TopicState::Left,
            TopicState::Declined,
            TopicState::Withdrawn,
        ];
        let gathering = dice.below(shape.gatherings + 1);
        season.topics.push(Topic {
            id: format!("t{number}"),
            proposer: format!("p{}", dice.below(shape.people.max(1))),
            state: states[dice.below(6) as usize],
            gathering: (gathering < shape.gatherings).then(|| format!("g{gathering}")),
            carried: dice.below(3) as u32,
        });
    }
    season
}

/// A season in which much may be shown: forty people of two levels and four schools, nine weekly
/// gatherings of which one was cancelled, to which all come in turns.
pub fn lively() -> Season {
    let mut season = Season::default();
    for week in 0..9_i64 {
        season.gatherings.push(Gathering {
            id: format!("week {}", week + 1),
            date: date(2026, 1, 7).saturating_add(jiff::Span::new().days(7 * week)),
            held: week != 3,
            cancelled: week == 3,
        });
    }
    for number in 0..48_usize {
        let school = number % 4;
        season.people.push(Person {
            id: format!("person {number:02}"),
            school: Some(format!("School {}", ["A", "B", "C", "D"][school])),
            level: Some(["elementary", "secondary"][school % 2].to_owned()),
            roles: vec![["teacher", "teacher-librarian"][usize::from(number < 20)].to_owned()],
        });
    }
    // The first 24 people are those who come; each gathering misses a quarter of them.
    for (week, gathering) in season.gatherings.iter().enumerate() {
        for number in (0..24).filter(|number| number / 6 % 4 != week % 4 || number % 24 >= 24) {
            let person = format!("person {number:02}");
            let gathering = gathering.id.clone();
            season.answers.push(Answered {
                gathering: gathering.clone(),
                person: person.clone(),
                answer: if number % 3 == 0 { Answer::Yes } else { Answer::Maybe },
            });
            season.attendances.push(Attendance {
                gathering,
                person,
                state: State::Came,
                walk_in: number % 3 == 1,
                by: "self".to_owned(),
            });
        }
    }
    for number in 0..7 {
        season.topics.push(Topic {
            id: format!("topic {number}"),
            proposer: format!("person {number:02}"),
            state: if number == 6 { TopicState::Left } else { TopicState::Shared },
            gathering: Some("week 2".to_owned()),
            carried: u32::from(number == 5),
        });
    }
    season.guests.push(Guests { gathering: "week 1".to_owned(), count: 6 });
    season
}
