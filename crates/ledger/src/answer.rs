//! The answer: figures counted, then hidden where few people stand behind them.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::{Count, Figures, GatheringRow, Median, MonthRow, Share, Topics, Use, WeekRow};
use crate::groups::{Groups, groups};
use crate::hiding::both_sides;
use crate::period::{Period, part_is_safe};
use crate::tally::{Crowd, Meeting, Tally, size};
use crate::times::{Stretch, stretches};
use crate::{FEWEST, FEWEST_GATHERINGS, Season, TopicState};

/// Does it get used? The figures of a season as anybody who may see the series may see them; see
/// the crate's own words for what is hidden and why.
pub fn use_of(season: &Season) -> Use {
    let period = Period::of(season);
    let tally = Tally::of(season);
    let inside = |meeting: &&Meeting| period.holds(meeting.gathering.date);
    let held = size(tally.meetings.iter().filter(inside).count());
    let cancelled = season.gatherings.iter().filter(|gathering| gathering.cancelled);
    let cancelled = size(cancelled.filter(|gathering| period.holds(gathering.date)).count());
    let (Some(from), Some(to), true) = (period.from, period.to, held >= FEWEST_GATHERINGS) else {
        return Use::TooFewToTell { from: period.from, to: period.to, held, cancelled };
    };
    let invited = size(tally.invited.len());
    let tree = stretches(&tally);
    let mut figures = Figures {
        from,
        to,
        whole: period.whole,
        held,
        cancelled,
        invited: Count::when(invited >= FEWEST, invited),
        reach: Share::hidden(),
        attendances: Count::hidden(),
        median: Median { value: None, hidden: true },
        first_timers: Share::hidden(),
        came_twice: Count::hidden(),
        returners: Share::hidden(),
        said_yes_and_came: Share::hidden(),
        walk_ins: Count::hidden(),
        guests: Count::hidden(),
        by_gathering: Vec::new(),
        by_week: Vec::new(),
        by_month: Vec::new(),
        by_school: Vec::new(),
        by_level: Vec::new(),
        by_role: Vec::new(),
        topics: topics(season, &period),
    };
    by_time(&mut figures, &tree, &period);
    if period.whole {
        let reached = tally.reached(&tally.meetings);
        let shown = both_sides(size(reached.len()), invited);
        figures.reach = Share::when(shown, size(reached.len()), invited);
        let Groups { levels, schools, roles } = groups(&tally, &reached, shown);
        (figures.by_level, figures.by_school, figures.by_role) = (levels, schools, roles);
        people(&mut figures, &tally, &reached);
        times(&mut figures, &tally);
        each_first_time(&mut figures, &tally);
    } else if part_is_safe(&tally, &period) {
        let reached = tally.reached(tally.meetings.iter().filter(inside));
        figures.reach = Share::shown(size(reached.len()), invited);
    }
    Use::Told(Box::new(figures))
}

/// The rows by month, week and gathering, and what follows from those that are shown.
fn by_time(figures: &mut Figures, tree: &Stretch<'_>, period: &Period) {
    let months: Vec<&Stretch> = tree
        .parts
        .iter()
        .filter(|month| month.meetings.iter().any(|meeting| period.holds(meeting.gathering.date)))
        .collect();
    for month in &months {
        figures.by_month.push(MonthRow {
            month: month.label.clone(),
            held: month.held(),
            attendances: Count::when(month.shown, month.attendances()),
        });
        for week in &month.parts {
            figures.by_week.push(WeekRow {
                week: week.label.clone(),
                month: month.label.clone(),
                held: week.held(),
                attendances: Count::when(week.shown, week.attendances()),
            });
            let days = week.parts.iter().flat_map(|day| {
                day.meetings.iter().map(|meeting| GatheringRow {
                    gathering: meeting.gathering.id.clone(),
                    date: meeting.gathering.date,
                    came: Count::when(day.shown, day.attendances()),
                    first_timers: Count::hidden(),
                })
            });
            figures.by_gathering.extend(days);
        }
    }
    let shown = if period.whole { tree.shown } else { months.iter().all(|month| month.shown) };
    let attendances = months.iter().map(|month| month.attendances()).sum();
    figures.attendances = Count::when(shown, attendances);
    let sizes: Option<Vec<u32>> = figures.by_gathering.iter().map(|row| row.came.value).collect();
    figures.median = Median { value: sizes.as_deref().and_then(median), hidden: sizes.is_none() };
}

fn median(sizes: &[u32]) -> Option<f64> {
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable();
    let high = f64::from(*sizes.get(sizes.len() / 2)?);
    let low = f64::from(*sizes.get(sizes.len().checked_sub(1)? / 2)?);
    Some(f64::midpoint(low, high))
}

/// First-timers and returners. They and those who came are sets of people: every part that the
/// shown ones cut out must be empty or large.
fn people(figures: &mut Figures, tally: &Tally<'_>, reached: &Crowd) {
    if figures.reach.hidden {
        return;
    }
    let (mut seen, mut returners, mut eligible, mut first_timers) =
        (Crowd::new(), Crowd::new(), Crowd::new(), Crowd::new());
    for (place, meeting) in tally.meetings.iter().enumerate() {
        let came = &meeting.came & &tally.everybody;
        returners |= &seen & &came;
        if place + 1 < tally.meetings.len() {
            eligible |= &came;
        }
        seen |= came;
        first_timers |= &meeting.first_timers & &tally.everybody;
    }
    let safe = |sets: &[&Crowd]| cut(tally.everybody.clone(), sets).iter().all(is_none_or_large);
    let mut sets = vec![reached];
    if safe(&[reached, &first_timers]) {
        figures.first_timers = Share::shown(size(first_timers.len()), size(tally.meetings.len()));
        sets.push(&first_timers);
    }
    sets.push(&returners);
    if !safe(&sets) {
        return;
    }
    figures.came_twice = Count::shown(size(returners.len()));
    sets.push(&eligible);
    // Who came and was not eligible came first to the last gathering; taken from all who came to
    // that one, they leave those who had been before.
    let last = tally.meetings.last().map(|meeting| &meeting.came);
    if eligible != *reached {
        sets.extend(last);
    }
    if safe(&sets) {
        figures.returners = Share::shown(size(returners.len()), size(eligible.len()));
    }
}

/// Said yes and came, walk-ins, guests. Here the sets are of times a person could have come; a part
/// is large if five people or more are behind it.
fn times(figures: &mut Figures, tally: &Tally<'_>) {
    // By which of the sets they are in: the people behind, over all gatherings.
    let safe = |sets: &dyn for<'m> Fn(&'m Meeting<'_>) -> Vec<&'m Crowd>| {
        let mut behind: Vec<Crowd> = Vec::new();
        for meeting in &tally.meetings {
            let could = &tally.everybody | &meeting.came | &meeting.yes;
            let parts = cut(could, &sets(meeting));
            behind.resize(parts.len(), Crowd::new());
            behind.iter_mut().zip(parts).for_each(|(behind, part)| *behind |= part);
        }
        behind.iter().all(is_none_or_large)
    };
    let total = |of: fn(&Meeting) -> u64| tally.meetings.iter().map(of).map(size).sum::<u32>();
    let mut with_yes = false;
    if safe(&|meeting| vec![&meeting.came, &meeting.yes]) {
        with_yes = true;
        let both = total(|meeting| meeting.yes.intersection_len(&meeting.came));
        figures.said_yes_and_came = Share::shown(both, total(|meeting| meeting.yes.len()));
    }
    let walked = safe(&|meeting| {
        let mut sets = vec![&meeting.came, &meeting.walk_ins];
        sets.extend(with_yes.then_some(&meeting.yes));
        sets
    });
    figures.walk_ins = Count::when(walked, total(|meeting| meeting.walk_ins.len()));
    let guests = tally.meetings.iter().map(|meeting| meeting.guests).fold(0, u32::saturating_add);
    figures.guests = Count::when(guests == 0 || guests >= FEWEST, guests);
}

/// First-timers by gathering: all rows or none, for they are nearly always few after the first,
/// and then one hidden row would need another.
fn each_first_time(figures: &mut Figures, tally: &Tally<'_>) {
    let large = |people: u64| people == 0 || size(people) >= FEWEST;
    let invited_first = |meeting: &Meeting| meeting.first_timers.intersection_len(&tally.everybody);
    let safe = tally.meetings.iter().all(|meeting| {
        let first = invited_first(meeting);
        large(first) && large(meeting.came.len() - first)
    });
    if safe && !figures.first_timers.hidden && !figures.median.hidden {
        for (row, meeting) in figures.by_gathering.iter_mut().zip(&tally.meetings) {
            row.first_timers = Count::shown(size(invited_first(meeting)));
        }
    }
}

/// The parts that sets cut a whole into, also the empty ones: two to the power of their number, in a fixed order.
fn cut(whole: Crowd, sets: &[&Crowd]) -> Vec<Crowd> {
    sets.iter().fold(vec![whole], |parts, set| parts.iter().flat_map(|part| [part & *set, part - *set]).collect())
}

fn is_none_or_large(people: &Crowd) -> bool {
    people.is_empty() || size(people.len()) >= FEWEST
}

fn topics(season: &Season, period: &Period) -> Topics {
    let dates: BTreeMap<&str, jiff::civil::Date> =
        season.gatherings.iter().map(|gathering| (gathering.id.as_str(), gathering.date)).collect();
    let topics: Vec<_> = season
        .topics
        .iter()
        .filter(|topic| {
            let date = topic.gathering.as_deref().and_then(|gathering| dates.get(gathering));
            period.whole || date.is_some_and(|date| period.holds(*date))
        })
        .collect();
    let count = |state| size(topics.iter().filter(|topic| topic.state == state).count());
    let shared = topics.iter().filter(|topic| topic.state == TopicState::Shared);
    let sharers = size(shared.map(|topic| &topic.proposer).collect::<BTreeSet<_>>().len());
    // A part of the series subtracted from the whole would tell how many shared only outside it.
    let show = period.whole && (sharers == 0 || sharers >= FEWEST);
    Topics {
        proposed: size(topics.len()),
        shared: count(TopicState::Shared),
        carried: size(topics.iter().filter(|topic| topic.carried > 0).count()),
        left: count(TopicState::Left),
        sharers: Count::when(show, sharers),
    }
}
