use jiff::civil::{Date, Time, Weekday};

use super::{Language, Words};
use crate::rule::{Rule, Weekdays};

impl Words {
    /// A rule in one line: `every Wednesday from 7 January to 11 March, 12:05 to
    /// 12:45`, `tous les mercredis du 7 janvier au 11 mars, de 12 h 05 à
    /// 12 h 45`. The first and the last date are said, not the ends of the
    /// period in which they lie. Days off are left to [`Words::except`].
    pub fn rule(self, rule: &Rule, start: Time, end: Time, today: Date) -> String {
        let dates = rule.dates();
        let (first, last) = match dates.as_slice() {
            [only] => {
                let on = self.pick("on", "le");
                return format!("{on} {}", self.date_and_range(*only, start, end, today));
            }
            [first, .., last] => (*first, *last),
            [] => (rule.from, rule.to),
        };
        let pause = if self.ends_apart(rule) { "," } else { "" };
        format!("{}{pause} {}, {}", self.every(rule), self.period(first, last, today), self.range(start, end))
    }

    /// The weekdays of a rule and their spacing: `every Wednesday`, `every
    /// second Tuesday and Thursday`, `every three weeks on Tuesday`; `tous les
    /// mercredis`, `un mardi et un jeudi sur deux`, `toutes les trois semaines,
    /// le mardi`.
    pub fn every(self, rule: &Rule) -> String {
        match self.language {
            Language::English => self.every_in_english(rule),
            Language::French => self.every_in_french(rule),
        }
    }

    /// `from 7 January to 11 March`, `du 7 janvier au 1er mars`; the years where
    /// they are not this one, and both where the period crosses into another.
    pub fn period(self, from: Date, to: Date, today: Date) -> String {
        let one_year = from.year() == to.year();
        // Said once, at the end, a year of its own holds for both dates.
        let first = if one_year { self.day(from, from) } else { self.day_and_year(from) };
        let last = if one_year { self.day(to, today) } else { self.day_and_year(to) };
        match self.language {
            Language::English => format!("from {first} to {last}"),
            Language::French => format!("du {first} au {last}"),
        }
    }

    /// Dates on which a series does not meet: `except 18 February and 4 March`,
    /// `sauf le 18 février et le 4 mars`; empty for none.
    pub fn except(self, dates: &[Date], today: Date) -> String {
        if dates.is_empty() {
            return String::new();
        }
        let days: Vec<String> =
            dates.iter().map(|date| format!("{}{}", self.pick("", "le "), self.day(*date, today))).collect();
        format!("{} {}", self.pick("except", "sauf"), self.list(&days))
    }

    /// Whether the words of [`Words::every`] end in a part set off by a comma,
    /// which then needs another one after it.
    fn ends_apart(self, rule: &Rule) -> bool {
        let run = self.run_of_days(rule.weekdays).is_some();
        rule.every_weeks >= self.pick(u32::MAX, 3) || (rule.every_weeks >= 2 && run)
    }

    fn day_and_year(self, date: Date) -> String {
        format!("{} {}", self.day(date, date), date.year())
    }

    fn every_in_english(self, rule: &Rule) -> String {
        let days = self.list_of(rule.weekdays, |name| name.to_owned());
        let run = self.run_of_days(rule.weekdays);
        match (rule.every_weeks, run) {
            (0 | 1, _) if rule.weekdays == Weekdays::ALL => "every day".to_owned(),
            (0 | 1, Some(_)) => "every weekday".to_owned(),
            (0 | 1, None) => format!("every {days}"),
            (2, Some(run)) => format!("every second week, {run}"),
            (2, None) => format!("every second {days}"),
            // "Every third Tuesday" would be heard as the third of the month.
            (weeks, Some(run)) => format!("every {} weeks, {run}", self.count(weeks)),
            (weeks, None) => format!("every {} weeks on {days}", self.count(weeks)),
        }
    }

    fn every_in_french(self, rule: &Rule) -> String {
        let with_article = |article: &str| self.list_of(rule.weekdays, |name| format!("{article} {name}"));
        let run = self.run_of_days(rule.weekdays);
        match (rule.every_weeks, run) {
            (0 | 1, _) if rule.weekdays == Weekdays::ALL => "tous les jours".to_owned(),
            (0 | 1, Some(_)) => "tous les jours de semaine".to_owned(),
            (0 | 1, None) => {
                let plural = self.list_of(rule.weekdays, |name| format!("{name}s"));
                format!("tous les {plural}")
            }
            (2, Some(run)) => format!("une semaine sur deux, {run}"),
            (2, None) => format!("{} sur deux", with_article("un")),
            (weeks, Some(run)) => format!("toutes les {} semaines, {run}", self.count(weeks)),
            (weeks, None) => format!("toutes les {} semaines, {}", self.count(weeks), with_article("le")),
        }
    }

    fn list_of(self, weekdays: Weekdays, say: impl Fn(&str) -> String) -> String {
        let names: Vec<String> = weekdays.iter().map(|weekday| say(self.weekday(weekday))).collect();
        self.list(&names)
    }

    /// Five or seven days in a row are said by their ends.
    fn run_of_days(self, weekdays: Weekdays) -> Option<String> {
        let last = match weekdays {
            Weekdays::MONDAY_TO_FRIDAY => Weekday::Friday,
            Weekdays::ALL => Weekday::Sunday,
            _ => return None,
        };
        let (first, last) = (self.weekday(Weekday::Monday), self.weekday(last));
        Some(match self.language {
            Language::English => format!("{first} to {last}"),
            Language::French => format!("du {first} au {last}"),
        })
    }

    fn count(self, weeks: u32) -> String {
        let word = match weeks {
            3 => self.pick("three", "trois"),
            4 => self.pick("four", "quatre"),
            5 => self.pick("five", "cinq"),
            6 => self.pick("six", "six"),
            7 => self.pick("seven", "sept"),
            8 => self.pick("eight", "huit"),
            _ => return weeks.to_string(),
        };
        word.to_owned()
    }
}
