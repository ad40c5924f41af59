//! Attendances by month, week and gathering: a tree, hidden from the top down.

use jiff::civil::Date;

use crate::FEWEST;
use crate::hiding::{Row, shown};
use crate::tally::{Crowd, Meeting, Tally, size};

/// Some gatherings in a row: all, a month, a week of a month, or one.
pub(crate) struct Stretch<'t> {
    /// As in `2026-01`, `2026-W05`, or the identifier of a gathering.
    pub label: String,
    pub meetings: Vec<&'t Meeting<'t>>,
    /// Whether its attendances are shown.
    pub shown: bool,
    /// Months of all, weeks of a month, gatherings of a week.
    pub parts: Vec<Stretch<'t>>,
}

impl Stretch<'_> {
    pub fn attendances(&self) -> u32 {
        self.meetings.iter().map(|meeting| size(meeting.came.len())).sum()
    }

    pub fn held(&self) -> u32 {
        size(self.meetings.len())
    }
}

/// As in `2026-01`.
pub(crate) fn month_of(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// As in `2026-W05` (ISO 8601: the week belongs to the year of its Thursday).
pub(crate) fn week_of(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The tree, with what is hidden decided.
pub(crate) fn stretches<'t>(tally: &'t Tally<'t>) -> Stretch<'t> {
    let meetings: Vec<&Meeting> = tally.meetings.iter().collect();
    let mut all = Stretch { label: String::new(), meetings, shown: false, parts: Vec::new() };
    divide(
        &mut all,
        &[
            |meeting| month_of(meeting.gathering.date),
            |meeting| week_of(meeting.gathering.date),
            |meeting| meeting.gathering.id.clone(),
        ],
    );
    let ever = tally.meetings.iter().fold(Crowd::new(), |ever, meeting| ever | &meeting.came);
    all.shown = !row(&all, tally, &ever).sensitive;
    hide(&mut all, tally, &ever);
    all
}

type Label = fn(&Meeting) -> String;

fn divide<'t>(stretch: &mut Stretch<'t>, labels: &[Label]) {
    let Some((label, deeper)) = labels.split_first() else { return };
    for meeting in &stretch.meetings {
        let label = label(meeting);
        match stretch.parts.last_mut() {
            Some(part) if part.label == label => part.meetings.push(meeting),
            _ => stretch.parts.push(Stretch { label, meetings: vec![meeting], shown: false, parts: Vec::new() }),
        }
    }
    for part in &mut stretch.parts {
        divide(part, deeper);
    }
}

fn hide(stretch: &mut Stretch<'_>, tally: &Tally<'_>, ever: &Crowd) {
    let rows: Vec<Row> = stretch.parts.iter().map(|part| row(part, tally, ever)).collect();
    let decided = if stretch.shown { shown(&rows) } else { vec![false; rows.len()] };
    for (part, shown) in stretch.parts.iter_mut().zip(decided) {
        part.shown = shown;
        hide(part, tally, ever);
    }
}

/// A stretch counts times a person came, out of the times the invited (and whoever came without
/// being invited) could have; but what must not be few is the people behind them, for eight
/// attendances may be two people coming four times.
fn row(stretch: &Stretch<'_>, tally: &Tally<'_>, ever: &Crowd) -> Row {
    let mut inside = Crowd::new();
    let mut outside = Crowd::new();
    let mut whole = 0;
    for meeting in &stretch.meetings {
        inside |= &meeting.came;
        outside |= &tally.everybody - &meeting.came;
        whole += size(tally.everybody.union_len(&meeting.came));
    }
    let mut sensitive = size(inside.len()) < FEWEST || size(outside.len()) < FEWEST;
    let mut ceiling = None;
    if let [only] = stretch.meetings.as_slice() {
        ceiling = Some(size(ever.len()));
        let invited_elsewhere = (ever - &only.came) & &tally.everybody;
        sensitive |= size(invited_elsewhere.len()) < FEWEST;
    }
    let small = (FEWEST - 1) * stretch.held();
    Row { count: stretch.attendances(), whole, small, ceiling, sensitive }
}
