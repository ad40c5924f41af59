//! A reader who sees the figures of a series, and those of a year in which it is one of several.

use jiff::civil::date;

use super::made::lively;
use crate::*;

/// The lively season, and a small gathering in it to which a few came who come to nothing else.
fn with_a_small_gathering(people: std::ops::Range<usize>) -> Season {
    let mut season = lively();
    season.gatherings.push(Gathering { id: "small".to_owned(), date: date(2026, 2, 12), held: true, cancelled: false });
    for number in people {
        season.attendances.push(Attendance {
            gathering: "small".to_owned(),
            person: format!("person {number:02}"),
            state: State::Came,
            walk_in: false,
            by: "host".to_owned(),
        });
    }
    season
}

fn told(answer: Use) -> Figures {
    match answer {
        Use::Told(figures) => *figures,
        few @ Use::TooFewToTell { .. } => panic!("{few:?}"),
    }
}

fn february(figures: &Figures) -> Option<u32> {
    figures.by_month.iter().find(|row| row.month == "2026-02").and_then(|row| row.attendances.value)
}

#[test]
fn a_small_gathering_is_not_what_a_year_has_more_than_its_series() {
    let series = use_of(&lively());
    let (alone, year) = (told(series.clone()), told(use_of(&with_a_small_gathering(24..27))));
    // By itself the year hides the small gathering, and tells of it all the same to who knows the series.
    assert!(year.by_gathering.iter().any(|row| row.gathering == "small" && row.came.hidden));
    assert_eq!((year.reach.numerator, alone.reach.numerator), (Some(27), Some(24)));
    assert_eq!(february(&year).zip(february(&alone)).map(|(more, less)| more - less), Some(3));
    let read = told(beside(Use::Told(Box::new(year)), &[series]));
    assert!(read.reach.hidden && read.attendances.hidden && february(&read).is_none(), "{read:?}");
    assert!(read.by_role.iter().all(|row| row.reach.hidden) && read.by_week.iter().all(|row| row.attendances.hidden));
    assert_eq!((read.held, read.topics.shared), (9, 6), "what counts nobody stays");
}

#[test]
fn what_several_series_add_up_to_is_taken_away_too() {
    let season = with_a_small_gathering(24..28);
    let of = |keeps: fn(&str) -> bool| {
        let mut part = season.clone();
        part.gatherings.retain(|gathering| keeps(&gathering.id));
        part.attendances.retain(|mark| keeps(&mark.gathering));
        use_of(&part)
    };
    let parts = [of(|id| id == "week 1" || id == "week 2" || id == "week 3"), of(|id| id > "week 4")];
    let year = told(use_of(&season));
    let added: Option<u32> = parts.iter().map(|part| told(part.clone()).attendances.value).sum();
    assert_eq!(year.attendances.value.zip(added).map(|(all, added)| all - added), Some(4));
    assert!(told(beside(Use::Told(Box::new(year)), &parts)).attendances.hidden);
}

#[test]
fn nothing_more_is_hidden_where_the_rest_is_large_or_there_is_none() {
    let series = use_of(&lively());
    assert_eq!(beside(series.clone(), std::slice::from_ref(&series)), series);
    let year = use_of(&with_a_small_gathering(24..34));
    assert_eq!(beside(year.clone(), &[series]), year);
    assert_eq!(beside(year.clone(), &[]), year);
}
