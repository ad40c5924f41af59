//! Values: a year of a network, its milestones, an announcement.

use calendar::times::parse_date;
use jiff::civil::Date;

use crate::clock::Instant;
use crate::database::Text;
use crate::ids::{AnnouncementId, GatheringId, MilestoneId, NetworkId, PersonId, YearId};
use crate::web::{Input, Message, Problems, Values};

/// The most milestones of a year.
const MOST: usize = 30;

/// A year of a network.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Year {
    /// Its identifier.
    pub id: YearId,
    /// Of which network.
    pub network_id: NetworkId,
    /// What people call it, as “2025–26”.
    pub title: String,
    /// Its first day.
    pub first_date: Text<Date>,
    /// Its last day.
    pub last_date: Text<Date>,
    /// Who made it.
    pub created_by: PersonId,
    /// When.
    pub created_at: Instant,
    /// When it last changed; a form that knows an older time is stale.
    pub updated_at: Instant,
    /// When it was put away; it stays to be read.
    pub archived_at: Option<Instant>,
}

impl Year {
    /// Whether a day is in it.
    pub fn holds(&self, day: Date) -> bool {
        *self.first_date <= day && day <= *self.last_date
    }

    /// Whether its end is near enough to think of the next: from a month before.
    pub fn is_ending(&self, today: Date) -> bool {
        self.last_date.checked_sub(jiff::Span::new().months(1)).is_ok_and(|day| day <= today)
    }

    /// May it be changed? One that was put away is there to be read.
    pub fn may_change(&self) -> Result<(), Message> {
        if self.archived_at.is_some() { Err(Message::new("years-refused-archived")) } else { Ok(()) }
    }
}

/// Something that a year leads to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Milestone {
    /// Its identifier.
    pub id: MilestoneId,
    /// Of which year.
    pub year_id: YearId,
    /// Its place in the year.
    pub position: i64,
    /// What it is.
    pub title: String,
    /// Its day, if it has one.
    pub date: Option<Text<Date>>,
    /// The gathering it is.
    pub gathering_id: Option<GatheringId>,
}

/// What those who lead a network tell its members.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Announcement {
    /// Its identifier.
    pub id: AnnouncementId,
    /// Of which network.
    pub network_id: NetworkId,
    /// What it is called.
    pub title: String,
    /// What it says, in Markdown.
    pub text: String,
    /// Who wrote it.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
    /// When it was taken down.
    pub removed_at: Option<Instant>,
}

/// A year as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewYear {
    /// What people call it; 1 to 40 characters.
    pub title: String,
    /// Its first day.
    pub first_date: Date,
    /// Its last day.
    pub last_date: Date,
    /// Its milestones in their order: what, and perhaps when.
    pub milestones: Vec<(String, Option<Date>)>,
}

impl NewYear {
    /// Whether a day is in it.
    pub fn holds(&self, day: Date) -> bool {
        self.first_date <= day && day <= self.last_date
    }

    /// Whether it has a day in common with a year.
    pub fn meets(&self, year: &Year) -> bool {
        self.first_date <= *year.last_date && *year.first_date <= self.last_date
    }

    /// Reads one; every problem at once.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(input: &Input) -> Result<NewYear, Problems> {
        let mut problems = Problems::new();
        input.only(&["title", "first_date", "last_date", "milestones", "version"], &mut problems);
        let title = input.line("title", 1..=40, &mut problems);
        let first = input.needed_date("first_date", &mut problems);
        let last = input.needed_date("last_date", &mut problems);
        let milestones = milestones(input, &mut problems);
        let (Some(first_date), Some(last_date)) = (first, last) else { return Err(problems) };
        if last_date < first_date {
            problems.add("last_date", "years-problem-last");
        } else if first_date.checked_add(jiff::Span::new().days(550)).is_ok_and(|most| last_date > most) {
            problems.add("last_date", "years-problem-long");
        }
        for (what, date) in &milestones {
            if date.is_some_and(|date| date < first_date || date > last_date) {
                problems.add("milestones", Message::new("years-problem-outside").with("what", what.as_str()));
            }
        }
        problems.or(NewYear { title, first_date, last_date, milestones })
    }
}

/// What a year and its milestones hold, as a form or a program names it.
pub fn values(year: &Year, milestones: &[Milestone]) -> Values {
    [
        ("title", year.title.clone()),
        ("first_date", year.first_date.to_string()),
        ("last_date", year.last_date.to_string()),
        ("milestones", written(milestones)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.into()))
    .collect()
}

/// One milestone a line: perhaps its day, then what it is.
fn milestones(input: &Input, problems: &mut Problems) -> Vec<(String, Option<Date>)> {
    let mut milestones: Vec<(String, Option<Date>)> = Vec::new();
    for (line, text) in input.lines("milestones", problems) {
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let first = first.trim_end_matches([',', ':']);
        let looks_like_day = first.len() == 10 && first.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
        let (what, date) = match parse_date(first) {
            Ok(date) => (rest.trim(), Some(date)),
            Err(_) if looks_like_day => {
                problems.add("milestones", Message::new("years-problem-day").with("line", line).with("given", first));
                continue;
            }
            Err(_) => (text, None),
        };
        if what.is_empty() {
            problems.add("milestones", Message::new("years-problem-nameless").with("line", line));
        } else if what.chars().count() > 120 {
            problems.add("milestones", Message::new("years-problem-long-line").with("line", line));
        } else {
            milestones.push((what.to_owned(), date));
        }
    }
    if milestones.len() > MOST {
        problems.add("milestones", Message::new("years-problem-many").with("most", i64::try_from(MOST).unwrap_or(0)));
    }
    milestones
}

/// The milestones as a form names them, one a line.
fn written(milestones: &[Milestone]) -> String {
    let line = |one: &Milestone| match one.date {
        Some(date) => format!("{} {}", *date, one.title),
        None => one.title.clone(),
    };
    milestones.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The year after one: the same days a year later, the same milestones without a day. After a year that was longer
/// than twelve months it begins when that has ended.
pub fn next(year: &Year, milestones: &[Milestone]) -> NewYear {
    let later = |date: Date| date.checked_add(jiff::Span::new().years(1)).unwrap_or(date);
    let after = year.last_date.tomorrow().unwrap_or(*year.last_date);
    let (first_date, last_date) = (later(*year.first_date).max(after), later(*year.last_date));
    NewYear {
        title: title_of(first_date, last_date),
        first_date,
        last_date,
        // The days of what comes are for the people of that year to say.
        milestones: milestones.iter().map(|one| (one.title.clone(), None)).collect(),
    }
}

/// “2025–26”, or “2026” where it begins and ends in one.
pub fn title_of(first: Date, last: Date) -> String {
    if first.year() == last.year() {
        first.year().to_string()
    } else {
        format!("{}–{:02}", first.year(), last.year() % 100)
    }
}

/// Which milestone each of those that are typed was before: the one of its title, else the one of its place whose
/// title is gone, which was renamed. Each is found once.
pub fn former<'a>(typed: &[(String, Option<Date>)], before: &'a [Milestone]) -> Vec<Option<&'a Milestone>> {
    let mut left: Vec<Option<&Milestone>> = before.iter().map(Some).collect();
    let mut found: Vec<Option<&Milestone>> = Vec::new();
    for (title, _) in typed {
        let same = left.iter_mut().find(|one| one.is_some_and(|one| one.title == *title));
        found.push(same.and_then(Option::take));
    }
    for (place, found) in found.iter_mut().enumerate() {
        if found.is_none() {
            *found = left.get_mut(place).and_then(Option::take);
        }
    }
    found
}

/// The days of the school year a day is in: from September to June.
pub fn school_year(today: Date) -> (Date, Date) {
    let begins = calendar::school::school_year(today);
    let day = |year: i16, month: i8, day: i8| Date::new(year, month, day).unwrap_or(today);
    (day(begins, 9, 1), day(begins + 1, 6, 30))
}

/// The year to plan on a day: this school year, or the first after it that is neither over nor planned.
pub fn to_plan(today: Date, planned: &[Year]) -> (Date, Date) {
    let (mut first, mut last) = school_year(today);
    let later = |date: Date| date.checked_add(jiff::Span::new().years(1)).unwrap_or(date);
    let taken =
        |first: Date, last: Date| planned.iter().any(|year| first <= *year.last_date && *year.first_date <= last);
    for _ in 0..planned.len() + 2 {
        if last < today || taken(first, last) {
            (first, last) = (later(first), later(last));
        }
    }
    (first, last)
}

/// An announcement as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnnouncement {
    /// 1 to 120 characters.
    pub title: String,
    /// Up to 4,000 characters of Markdown.
    pub text: String,
}

impl NewAnnouncement {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(input: &Input) -> Result<NewAnnouncement, Problems> {
        let mut problems = Problems::new();
        input.only(&["title", "text"], &mut problems);
        let title = input.line("title", 1..=120, &mut problems);
        let text = input.text("text", 1..=4_000, &mut problems);
        problems.or(NewAnnouncement { title, text })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn read(milestones: &str) -> Result<NewYear, Problems> {
        NewYear::read(&Input::filled([
            ("title", "2025–26".to_owned()),
            ("first_date", "2025-09-01".to_owned()),
            ("last_date", "2026-06-30".to_owned()),
            ("milestones", milestones.to_owned()),
        ]))
    }

    #[test]
    fn a_milestone_has_a_day_or_none() {
        let year = read("2025-10-14 First gathering\n\nAn expo, at last").unwrap();
        let expected =
            [("First gathering".to_owned(), Some(date(2025, 10, 14))), ("An expo, at last".to_owned(), None)];
        assert_eq!(year.milestones, expected);
        for (text, key) in [
            ("2025-13-40 Never", "years-problem-day"),
            ("2025-10-14", "years-problem-nameless"),
            ("2027-01-01 Too late", "years-problem-outside"),
        ] {
            assert_eq!(read(text).unwrap_err().about("milestones").unwrap().key, key, "{text}");
        }
    }

    fn named(titles: &[&str]) -> Vec<Milestone> {
        let id = |number: usize| uuid::Uuid::from_u128(u128::try_from(number).unwrap());
        let milestone = |(place, title): (usize, &&str)| Milestone {
            id: MilestoneId(id(place)),
            year_id: YearId(id(99)),
            position: i64::try_from(place).unwrap(),
            title: (*title).to_owned(),
            date: None,
            gathering_id: Some(GatheringId(id(10 + place))),
        };
        titles.iter().enumerate().map(milestone).collect()
    }

    #[test]
    fn a_milestone_is_known_again_by_its_title_or_else_by_its_place() {
        let typed = |titles: &[&str]| titles.iter().map(|title| ((*title).to_owned(), None)).collect::<Vec<_>>();
        let before = named(&["Gathering", "Gathering", "Expo"]);
        let found = |titles: &[&str]| -> Vec<Option<u128>> {
            former(&typed(titles), &before).iter().map(|one| one.map(|one| one.id.0.as_u128())).collect()
        };
        assert_eq!(found(&["Gathering", "Gathering", "Expo"]), [Some(0), Some(1), Some(2)], "two of a title are two");
        assert_eq!(found(&["Gathering", "Gathering", "Expo of Awesome"]), [Some(0), Some(1), Some(2)], "renamed");
        assert_eq!(found(&["Expo", "Gathering", "Gathering"]), [Some(2), Some(0), Some(1)], "moved");
        assert_eq!(found(&["Gathering", "Gathering", "Expo", "Visit"]), [Some(0), Some(1), Some(2), None], "added");
        assert_eq!(
            found(&["Visit", "Gathering", "Gathering", "Expo"]),
            [None, Some(0), Some(1), Some(2)],
            "before all"
        );
    }

    #[test]
    fn a_school_year_begins_in_september() {
        assert_eq!(school_year(date(2026, 1, 14)), (date(2025, 9, 1), date(2026, 6, 30)));
        assert_eq!(school_year(date(2026, 8, 1)), (date(2026, 9, 1), date(2027, 6, 30)));
        // In July the year is still the one that ends; the one to plan is the next.
        assert_eq!(school_year(date(2026, 7, 1)), (date(2025, 9, 1), date(2026, 6, 30)));
        assert_eq!(to_plan(date(2026, 7, 1), &[]), (date(2026, 9, 1), date(2027, 6, 30)));
        assert_eq!(to_plan(date(2026, 1, 14), &[]), (date(2025, 9, 1), date(2026, 6, 30)));
        assert_eq!(title_of(date(2025, 9, 1), date(2026, 6, 30)), "2025–26");
        assert_eq!(title_of(date(2099, 9, 1), date(2100, 6, 30)), "2099–00");
    }
}
