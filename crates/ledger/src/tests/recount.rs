//! The figures counted again, from the file alone and in the most naive way.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::made::{lively, season, shapes};
use crate::times::week_of;
use crate::*;

type Line = BTreeMap<String, String>;

/// A file as one map for each line, with the cells made bare again.
pub fn lines(file: &[u8]) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(file);
    let headers = reader.headers().unwrap().clone();
    let line = |record: csv::StringRecord| {
        let cells = record.iter().map(|cell| bare(cell).to_owned());
        headers.iter().map(str::to_owned).zip(cells).collect()
    };
    reader.records().map(|record| line(record.unwrap())).collect()
}

/// Numbers by name, as flat as can be.
pub type Numbers = BTreeMap<String, (u32, Option<u32>)>;

fn distinct<'l>(lines: impl Iterator<Item = &'l Line>, of: &str) -> usize {
    lines.map(|line| line[of].clone()).collect::<BTreeSet<_>>().len()
}

fn recount(file: &[u8]) -> Numbers {
    let lines = lines(file);
    let of_kind = |kind: &'static str| lines.iter().filter(move |line| line["kind"] == kind);
    let number = |count: usize| u32::try_from(count).unwrap();
    let mut numbers = Numbers::new();
    let mut count = |name: &str, value: usize| {
        numbers.insert(name.to_owned(), (number(value), None));
    };

    let mut held: Vec<&Line> = of_kind("gathering").filter(|line| line["status"] == "held").collect();
    held.sort_by_key(|line| (&line["date"], &line["gathering"]));
    count("held", held.len());
    count("cancelled", of_kind("gathering").filter(|line| line["status"] == "cancelled").count());
    count("guests", held.iter().map(|line| line["guests"].parse::<usize>().unwrap()).sum());

    let invited: Vec<&Line> = of_kind("person").filter(|line| line["invited"] == "yes").collect();
    count("invited", invited.len());
    let came: Vec<&Line> =
        of_kind("attendance").filter(|line| line["status"] == "held" && line["state"] == "came").collect();
    count("attendances", came.len());
    count("walk_ins", came.iter().filter(|line| line["walk_in"] == "yes").count());
    let topics = || of_kind("topic");
    count("proposed", topics().count());
    count("shared", topics().filter(|line| line["topic_state"] == "shared").count());
    count("left", topics().filter(|line| line["topic_state"] == "left").count());
    count("carried", topics().filter(|line| line["carried"] != "0").count());
    count("sharers", distinct(topics().filter(|line| line["topic_state"] == "shared"), "person"));
    for gathering in &held {
        let here = came.iter().filter(|line| line["gathering"] == gathering["gathering"]);
        let first = here.clone().filter(|line| {
            line["invited"] == "yes"
                && line["earlier"] == "no"
                && !came.iter().any(|other| {
                    other["person"] == line["person"]
                        && (&other["date"], &other["gathering"]) < (&line["date"], &line["gathering"])
                })
        });
        count(&format!("gathering {}", gathering["gathering"]), here.count());
        count(&format!("first at {}", gathering["gathering"]), first.count());
    }
    let week = |line: &Line| format!("week {} of {}", week_of(line["date"].parse().unwrap()), &line["date"][..7]);
    for gathering in &held {
        let month = &gathering["date"][..7];
        count(&format!("month {month}"), came.iter().filter(|line| line["date"].starts_with(month)).count());
        let name = week(gathering);
        count(&name, came.iter().filter(|line| week(line) == name).count());
    }

    let times = |person: &Line| came.iter().filter(|line| line["person"] == person["person"]).count();
    count("came_twice", invited.iter().filter(|person| times(person) > 1).count());

    let mut share = |name: &str, numerator: usize, denominator: usize| {
        numbers.insert(name.to_owned(), (number(numerator), Some(number(denominator))));
    };
    let who_came: Vec<&Line> = invited.iter().copied().filter(|one| times(one) > 0).collect();
    share("reach", who_came.len(), invited.len());
    let could_return = who_came.iter().filter(|person| {
        came.iter().any(|line| {
            line["person"] == person["person"] && held.last().is_some_and(|last| last["gathering"] != line["gathering"])
        })
    });
    let returners = who_came.iter().filter(|one| times(one) > 1).count();
    share("returners", returners, could_return.count());
    share("first_timers", who_came.iter().filter(|one| one["earlier"] == "no").count(), held.len());
    let yes = || {
        of_kind("attendance")
            .filter(|line| line["status"] == "held" && line["answer"] == "yes" && line["state"] != "excused")
    };
    share("said_yes", yes().filter(|line| line["state"] == "came").count(), yes().count());
    let roles = |person: &Line| -> Vec<String> {
        // `;` parts, `\` spares the next character.
        let mut roles = vec![String::new()];
        let mut letters = person["roles"].chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => roles.push(String::new()),
                '\\' => roles.last_mut().unwrap().extend(letters.next()),
                other => roles.last_mut().unwrap().push(other),
            }
        }
        roles
    };
    let mut groups: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for person in &invited {
        let school = format!("school {} of {}", person["school"], person["level"]);
        let level = format!("level {}", person["level"]);
        let roles = roles(person).into_iter().map(|role| format!("role {role}"));
        for group in roles.chain([school, level]) {
            let group = groups.entry(group).or_default();
            group[0] += usize::from(times(person) > 0);
            group[1] += 1;
        }
    }
    for (group, [came, invited]) in groups {
        share(&group, came, invited);
    }
    numbers
}

/// The same names with what is shown of them; None where hidden.
pub fn shown(figures: &Figures) -> BTreeMap<String, Option<(u32, Option<u32>)>> {
    let mut numbers = BTreeMap::new();
    let mut put = |name: String, value: Option<(u32, Option<u32>)>| {
        assert!(numbers.insert(name.clone(), value).is_none(), "{name} twice");
    };
    let count = |count: Count| {
        assert_eq!(count.hidden, count.value.is_none());
        count.value.map(|value| (value, None))
    };
    let share = |share: Share| {
        assert_eq!(share.hidden, share.denominator.is_none());
        assert_eq!(share.hidden, share.numerator.is_none());
        share.numerator.map(|numerator| (numerator, share.denominator))
    };
    let plain = |value: u32| Some((value, None));
    put("held".to_owned(), plain(figures.held));
    put("cancelled".to_owned(), plain(figures.cancelled));
    put("guests".to_owned(), count(figures.guests));
    put("invited".to_owned(), count(figures.invited));
    put("attendances".to_owned(), count(figures.attendances));
    put("walk_ins".to_owned(), count(figures.walk_ins));
    put("proposed".to_owned(), plain(figures.topics.proposed));
    put("shared".to_owned(), plain(figures.topics.shared));
    put("left".to_owned(), plain(figures.topics.left));
    put("carried".to_owned(), plain(figures.topics.carried));
    put("sharers".to_owned(), count(figures.topics.sharers));
    put("reach".to_owned(), share(figures.reach));
    put("came_twice".to_owned(), count(figures.came_twice));
    put("returners".to_owned(), share(figures.returners));
    put("first_timers".to_owned(), share(figures.first_timers));
    put("said_yes".to_owned(), share(figures.said_yes_and_came));
    for row in &figures.by_gathering {
        put(format!("gathering {}", row.gathering), count(row.came));
        put(format!("first at {}", row.gathering), count(row.first_timers));
    }
    for row in &figures.by_week {
        put(format!("week {} of {}", row.week, row.month), count(row.attendances));
    }
    for row in &figures.by_month {
        put(format!("month {}", row.month), count(row.attendances));
    }
    for row in &figures.by_school {
        let (school, level) = (row.school.as_deref(), row.level.as_deref());
        let name = format!("school {} of {}", school.unwrap_or(""), level.unwrap_or(""));
        put(name, share(row.reach));
    }
    for row in &figures.by_level {
        put(format!("level {}", row.level.as_deref().unwrap_or("")), share(row.reach));
    }
    for row in &figures.by_role {
        put(format!("role {}", row.role), share(row.reach));
    }
    numbers
}

fn agrees(season: &Season) -> usize {
    let file = export(season, &BTreeMap::new()).unwrap();
    let counted = recount(&file);
    match use_of(season) {
        Use::TooFewToTell { held, cancelled, .. } => {
            assert_eq!((held, None), counted["held"]);
            assert_eq!((cancelled, None), counted["cancelled"]);
            assert!(held < 3);
            0
        }
        Use::Told(figures) => {
            let shown = shown(&figures);
            let names = |of: Vec<&String>| of.into_iter().cloned().collect::<BTreeSet<_>>();
            assert_eq!(names(shown.keys().collect()), names(counted.keys().collect()));
            for (name, value) in &shown {
                assert!(value.is_none_or(|value| value == counted[name]), "{name}: {value:?}");
            }
            let mut sizes: Vec<f64> = counted
                .iter()
                .filter(|(name, _)| name.starts_with("gathering "))
                .map(|(_, (value, _))| f64::from(*value))
                .collect();
            sizes.sort_by(f64::total_cmp);
            let (low, high) = (sizes[(sizes.len() - 1) / 2], sizes[sizes.len() / 2]);
            assert!(figures.median.value.is_none_or(|median| median == (low + high) / 2.0));
            shown.values().flatten().count()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn every_number_shown_is_recounted_from_the_file(shape in shapes()) {
        agrees(&season(shape));
    }
}

#[test]
fn a_lively_season_is_shown_and_recounted_nearly_whole() {
    let numbers = agrees(&lively());
    assert!(numbers >= 40, "only {numbers} numbers are shown");
}
