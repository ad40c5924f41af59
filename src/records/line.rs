//! Values: a line of a record.

use jiff::civil::Date;

use super::contest::Contest;
use crate::answers::{Answer, Mine};
use crate::attendance::{self, Mark, State};
use crate::gatherings::Gathering;

/// What a line comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RecordKind)]
pub enum Kind {
    /// They came.
    Came,
    /// They were excused, or had excused themselves.
    Excused,
    /// They had said yes, did not excuse themselves, and were marked absent.
    NoShow,
    /// Marked absent, having promised nothing.
    Absent,
    /// They had said yes, and nothing was noted.
    Nothing,
}

/// A gathering that was, and what stands of one person there.
#[derive(Debug, Clone)]
pub struct Line {
    /// Which gathering.
    pub gathering: Gathering,
    /// What was noted.
    pub mark: Option<Mark>,
    /// What it comes to.
    pub kind: Kind,
    /// Whether it has faded: nobody but the person sees it.
    pub faded: bool,
    /// What they said to it, the latest first.
    pub contests: Vec<Contest>,
}

impl Line {
    /// The line of a gathering; none when they had nothing to do with it.
    pub fn new(
        gathering: Gathering,
        said: Option<&Mine>,
        mark: Option<Mark>,
        contests: Vec<Contest>,
        today: Date,
    ) -> Option<Line> {
        let answer = said.map(|said| said.answer);
        let excused = said.is_some_and(|said| said.answer == Answer::No && said.own);
        let kind = match mark.as_ref().map(|mark| mark.state) {
            Some(State::Came) => Kind::Came,
            Some(State::Excused) => Kind::Excused,
            Some(State::Absent) if answer == Some(Answer::Yes) => Kind::NoShow,
            Some(State::Absent) if excused => Kind::Excused,
            Some(State::Absent) => Kind::Absent,
            None if excused => Kind::Excused,
            None if answer == Some(Answer::Yes) => Kind::Nothing,
            None => return None,
        };
        let faded = matches!(kind, Kind::NoShow | Kind::Absent) && attendance::is_faded(*gathering.date, today);
        Some(Line { gathering, mark, kind, faded, contests })
    }

    /// The claims that would change it.
    pub fn claims(&self) -> &'static [super::Claim] {
        match self.kind {
            Kind::Came => &[],
            Kind::Excused => &[super::Claim::Came],
            _ => &[super::Claim::Came, super::Claim::Excused],
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_absence_fades_the_day_after_its_term() {
        assert!(!attendance::is_faded(date(2026, 1, 14), date(2026, 5, 14)), "120 days");
        assert!(attendance::is_faded(date(2026, 1, 14), date(2026, 5, 15)));
        assert!(!attendance::is_faded(Date::MAX, Date::MAX));
    }
}
