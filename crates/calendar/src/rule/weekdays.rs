use std::{fmt, str::FromStr};

use jiff::civil::Weekday;

/// The week in its order, with the code of each day.
const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];

/// A set of weekdays. Its text is `tue,thu`: English codes, Monday first, the
/// empty text for no day. Reading takes the codes in any order and case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// No day.
    pub const NONE: Weekdays = Weekdays(0);
    /// Monday to Friday.
    pub const MONDAY_TO_FRIDAY: Weekdays = Weekdays(0b001_1111);
    /// Monday to Sunday.
    pub const ALL: Weekdays = Weekdays(0b111_1111);

    /// This set with one more day.
    #[must_use]
    pub fn with(self, weekday: Weekday) -> Weekdays {
        Weekdays(self.0 | bit(weekday))
    }

    /// Whether the day is in the set.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & bit(weekday) != 0
    }

    /// Whether no day is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many days are in the set.
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// The days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().map(|(weekday, _)| weekday).filter(move |weekday| self.contains(*weekday))
    }

    /// The code of a day: `mon` to `sun`.
    pub fn code(weekday: Weekday) -> &'static str {
        WEEK.into_iter().find(|(known, _)| *known == weekday).map_or("", |(_, code)| code)
    }
}

fn bit(weekday: Weekday) -> u8 {
    1 << weekday.to_monday_zero_offset()
}

impl From<Weekday> for Weekdays {
    fn from(weekday: Weekday) -> Weekdays {
        Weekdays::NONE.with(weekday)
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(weekdays: I) -> Weekdays {
        weekdays.into_iter().fold(Weekdays::NONE, Weekdays::with)
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for weekday in self.iter() {
            write!(f, "{separator}{}", Weekdays::code(weekday))?;
            separator = ",";
        }
        Ok(())
    }
}

/// A text that is no code of a weekday.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a weekday (mon, tue, wed, thu, fri, sat, sun)")]
pub struct UnknownWeekday(pub String);

impl FromStr for Weekdays {
    type Err = UnknownWeekday;

    fn from_str(text: &str) -> Result<Weekdays, UnknownWeekday> {
        if text.trim().is_empty() {
            return Ok(Weekdays::NONE);
        }
        text.split(',')
            .map(str::trim)
            .map(|code| {
                WEEK.into_iter()
                    .find(|(_, known)| known.eq_ignore_ascii_case(code))
                    .map(|(weekday, _)| weekday)
                    .ok_or_else(|| UnknownWeekday(code.to_owned()))
            })
            .collect()
    }
}
