use jiff::civil::Date;

use super::{Language, Words};

impl Words {
    /// A day as seen from today: `today`, `tomorrow`, `in 3 days`, `in a week`,
    /// `in 3 weeks`, `yesterday`, `2 days ago`, `last Wednesday`, `a week ago`;
    /// French also has `après-demain`, `avant-hier` and `mercredi dernier`. Days
    /// too far to count on fingers are said as [`Words::date`].
    pub fn relative(self, date: Date, today: Date) -> String {
        let days = date.duration_since(today).as_hours() / 24;
        let weekday = self.weekday(date.weekday());
        let far = days.abs() > 8 * 7 || (days.abs() > 13 && days % 7 != 0);
        if far {
            return self.date(date, today);
        }
        let (count, weeks) = (days.abs(), days.abs() / 7);
        match self.language {
            Language::English => match days {
                0 => "today".to_owned(),
                1 => "tomorrow".to_owned(),
                7 => "in a week".to_owned(),
                2..=13 => format!("in {count} days"),
                14.. => format!("in {weeks} weeks"),
                -1 => "yesterday".to_owned(),
                -2 | -13..=-8 => format!("{count} days ago"),
                -6..=-3 => format!("last {weekday}"),
                -7 => "a week ago".to_owned(),
                _ => format!("{weeks} weeks ago"),
            },
            Language::French => match days {
                0 => "aujourd’hui".to_owned(),
                1 => "demain".to_owned(),
                2 => "après-demain".to_owned(),
                7 => "dans une semaine".to_owned(),
                3..=13 => format!("dans {count} jours"),
                14.. => format!("dans {weeks} semaines"),
                -1 => "hier".to_owned(),
                -2 => "avant-hier".to_owned(),
                -6..=-3 => format!("{weekday} dernier"),
                -7 => "il y a une semaine".to_owned(),
                -13..=-8 => format!("il y a {count} jours"),
                _ => format!("il y a {weeks} semaines"),
            },
        }
    }

    /// A length of time in full: `40 minutes`, `1 hour 30 minutes`; `1 heure et
    /// 30 minutes`.
    pub fn duration(self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let in_hours = format!("{hours} {}", self.plural(hours, "hour", "heure"));
        let in_minutes = format!("{rest} {}", self.plural(rest, "minute", "minute"));
        match (hours, rest) {
            (0, _) => in_minutes,
            (_, 0) => in_hours,
            _ => format!("{in_hours}{}{in_minutes}", self.pick(" ", " et ")),
        }
    }

    /// A length of time in signs, in one piece: `40 min`, `1 h`, `1 h 30 min`;
    /// French says `1 h 30`.
    pub fn duration_short(self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, _) => format!("{rest}\u{a0}min"),
            (_, 0) => format!("{hours}\u{a0}h"),
            _ => match self.language {
                Language::English => format!("{hours}\u{a0}h\u{a0}{rest}\u{a0}min"),
                Language::French => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
            },
        }
    }

    /// In French nought is singular, in English it is not.
    fn plural(self, count: u32, english: &str, french: &str) -> String {
        match (self.language, count) {
            (Language::English, 1) => english.to_owned(),
            (Language::English, _) => format!("{english}s"),
            (Language::French, 0 | 1) => french.to_owned(),
            (Language::French, _) => format!("{french}s"),
        }
    }
}
