//! Worked examples, and the JSON they become.

use jiff::civil::date;
use serde_json::json;

use super::made::lively;
use crate::*;

fn told(season: &Season) -> Figures {
    match use_of(season) {
        Use::Told(figures) => *figures,
        few @ Use::TooFewToTell { .. } => panic!("{few:?}"),
    }
}

#[test]
fn a_lively_season_as_json() {
    let answer = serde_json::to_value(use_of(&lively())).unwrap();
    assert_eq!(answer["answer"], "told");
    assert_eq!(answer["from"], "2026-01-01");
    assert_eq!(answer["to"], "2026-03-31");
    assert_eq!(answer["held"], 8);
    assert_eq!(answer["cancelled"], 1);
    assert_eq!(answer["invited"], json!({"value": 48, "hidden": false}));
    assert_eq!(answer["reach"], json!({"numerator": 24, "denominator": 48, "value": 0.5, "hidden": false}));
    assert_eq!(answer["attendances"]["value"], 8 * 18);
    assert_eq!(answer["median"], json!({"value": 18.0, "hidden": false}));
    assert_eq!(answer["returners"]["numerator"], 24);
    assert_eq!(answer["first_timers"]["numerator"], 24);
    assert_eq!(answer["first_timers"]["denominator"], 8);
    assert_eq!(answer["by_week"][0]["week"], "2026-W02");
    assert_eq!(answer["by_week"][0]["attendances"]["value"], 18);
    assert_eq!(answer["by_gathering"][1]["first_timers"]["value"], 6);
    assert_eq!(answer["by_level"][0]["reach"]["numerator"], 12);
    assert_eq!(answer["topics"]["shared"], 6);
    assert_eq!(answer["topics"]["sharers"]["value"], 6);
}

#[test]
fn hidden_is_null_and_says_so() {
    let mut season = lively();
    season.guests = vec![Guests { gathering: "week 1".to_owned(), count: 4 }];
    season.people.truncate(27); // three who did not come
    let answer = serde_json::to_value(use_of(&season)).unwrap();
    assert_eq!(answer["guests"], json!({"value": null, "hidden": true}));
    assert_eq!(answer["reach"], json!({"numerator": null, "denominator": null, "value": null, "hidden": true}));
    assert_eq!(answer["by_school"][0]["reach"]["hidden"], true);
}

#[test]
fn two_gatherings_are_too_few_to_tell() {
    let mut season = lively();
    season.gatherings.truncate(2);
    season.gatherings.push(Gathering { id: "off".to_owned(), date: date(2026, 2, 2), held: false, cancelled: true });
    assert_eq!(
        serde_json::to_value(use_of(&season)).unwrap(),
        json!({"answer": "too_few_to_tell", "from": "2026-01-01", "to": "2026-02-28", "held": 2, "cancelled": 1})
    );
    assert_eq!(use_of(&Season::default()), Use::TooFewToTell { from: None, to: None, held: 0, cancelled: 0 });
}

#[test]
fn somebody_not_invited_counts_as_an_attendance_only() {
    let mut season = lively();
    for week in [1, 2] {
        season.attendances.push(Attendance {
            gathering: format!("week {week}"),
            person: "passer-by".to_owned(),
            state: State::Came,
            walk_in: true,
            by: "host".to_owned(),
        });
    }
    let figures = told(&season);
    assert_eq!(figures.attendances.value, Some(8 * 18 + 2));
    assert_eq!(figures.reach.numerator, Some(24));
    assert_eq!(figures.returners.numerator, Some(24));
}

#[test]
fn who_came_in_an_earlier_year_is_no_first_timer() {
    let mut season = lively();
    season.earlier = (0..6).map(|number| format!("person {number:02}")).collect();
    assert_eq!(told(&season).first_timers.numerator, Some(18));
    season.earlier.truncate(4);
    assert!(told(&season).first_timers.hidden, "four who came are known by subtraction");
}

#[test]
fn a_part_of_the_series_is_widened_to_months_and_shows_the_same_rows() {
    let whole = told(&lively());
    let part = told(&Season { from: Some(date(2026, 2, 9)), to: Some(date(2026, 2, 9)), ..lively() });
    assert_eq!((part.from, part.to), (date(2026, 2, 1), date(2026, 2, 28)));
    assert!(!part.whole && part.returners.hidden && part.walk_ins.hidden);
    assert_eq!(part.held, 4);
    let weeks: Vec<WeekRow> = whole.by_week.iter().filter(|row| row.month == "2026-02").cloned().collect();
    assert_eq!(part.by_week, weeks);
    assert_eq!(part.attendances.value, Some(4 * 18));
    assert!(part.reach.hidden, "all 24 came in January too: a difference of nobody");
}

#[test]
fn a_period_around_all_that_was_held_is_the_whole() {
    let wide = Season { from: Some(date(2020, 1, 1)), to: Some(date(2030, 1, 1)), ..lively() };
    assert_eq!(use_of(&wide), use_of(&lively()));
    let backwards = Season { from: wide.to, to: wide.from, ..lively() };
    assert!(matches!(use_of(&backwards), Use::TooFewToTell { held: 0, .. }));
}

#[test]
fn a_role_that_subtracts_from_a_level_to_a_few_is_hidden() {
    let mut season = lively();
    for (number, person) in season.people.iter_mut().enumerate() {
        let elementary = number % 2 == 0;
        person.school = None;
        // All of the level but four have the role, and nobody else does.
        let with_role = elementary && number >= 8;
        person.roles = vec![if with_role { "early reader" } else { "other" }.to_owned()];
    }
    let figures = told(&season);
    assert!(figures.by_level.iter().all(|row| !row.reach.hidden));
    assert!(figures.by_role.iter().all(|row| row.reach.hidden));
}

#[test]
fn a_few_new_people_at_the_last_gathering_hide_only_who_could_return() {
    let mut season = lively();
    let mut came = |week: u32, number: u32| {
        season.attendances.push(Attendance {
            gathering: format!("week {week}"),
            person: format!("person {number}"),
            state: State::Came,
            walk_in: false,
            by: "host".to_owned(),
        });
    };
    (40..43).for_each(|number| came(9, number));
    (30..33).for_each(|number| came(1, number));
    let figures = told(&season);
    assert_eq!(figures.reach.numerator, Some(30));
    assert_eq!(figures.came_twice.value, Some(24), "six came once");
    assert!(figures.returners.hidden, "24 of 27 would say that three were new at the last");
}
