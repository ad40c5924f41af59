//! What a person typed or a program sent, read into a series or a gathering: one way for both.

use calendar::rule::{Except, Rule, RuleField, RuleProblem, Weekdays};
use calendar::times::{check, minutes_between, parse_date};
use calendar::zone::Zone;
use jiff::civil::Time;

use super::around::Around;
use super::whole::{WholeGathering, WholeSeries};
use super::{Audience, NewGathering, NewSeries, Place};
use crate::web::{Input, Message, Problems, date_message};

/// Minutes for the welcome where nothing else is said.
pub const WELCOME: i64 = 3;

/// Minutes for the close where nothing else is said.
pub const CLOSE: i64 = 2;

/// The fields of a series.
pub const SERIES_FIELDS: &[&str] = &[
    "title",
    "about",
    "weekdays",
    "every_weeks",
    "first_date",
    "last_date",
    "starts",
    "ends",
    "zone",
    "days_off",
    "follows_calendar",
    "school",
    "place",
    "link",
    "audience",
    "capacity",
    "welcome_minutes",
    "close_minutes",
    "hosts",
    "invited",
    "version",
];

/// The fields of a gathering that stands alone.
pub const ALONE_FIELDS: &[&str] = &[
    "title",
    "about",
    "date",
    "starts",
    "ends",
    "zone",
    "school",
    "place",
    "link",
    "audience",
    "capacity",
    "welcome_minutes",
    "close_minutes",
    "hosts",
    "invited",
    "note",
    "state",
    "version",
];

/// The fields of a gathering of a series; the rest is said of the series.
pub const ONE_DATE_FIELDS: &[&str] =
    &["about", "date", "starts", "ends", "school", "place", "link", "capacity", "note", "state", "version"];

/// Reads a series; every problem at once.
///
/// # Errors
/// What is wrong, by field.
pub fn series(input: &Input, around: &Around) -> Result<NewSeries, Problems> {
    let mut problems = Problems::new();
    input.only(SERIES_FIELDS, &mut problems);
    let title = input.line("title", 1..=120, &mut problems);
    let about = input.text("about", 0..=4_000, &mut problems);
    let weekdays = weekdays(input, &mut problems);
    let every_weeks = input.number("every_weeks", 1..=8, &mut problems).unwrap_or(1);
    let from = input.needed_date("first_date", &mut problems);
    let to = input.needed_date("last_date", &mut problems);
    let except = days_off(input, &mut problems);
    // A form always says it; a program that does not wants what a new series has.
    let unsaid = input.is_json() && !input.sent("follows_calendar");
    let follows_calendar = unsaid || input.ticked("follows_calendar", &mut problems);
    let common = common(input, around, &mut problems);
    let (Some(from), Some(to), Some(common)) = (from, to, common) else {
        return Err(problems);
    };
    let every_weeks = u32::try_from(every_weeks).unwrap_or(1);
    let rule = Rule { weekdays, every_weeks, from, to, except };
    for problem in rule.problems() {
        let (field, message) = rule_message(&problem);
        problems.add(field, message);
    }
    problems.or(NewSeries {
        title,
        about,
        rule,
        follows_calendar,
        starts: common.starts,
        ends: common.ends,
        zone: common.zone,
        place: common.place,
        audience: common.audience,
        capacity: common.capacity,
        welcome_minutes: common.welcome_minutes,
        close_minutes: common.close_minutes,
        hosts: common.hosts,
        invited: common.invited,
    })
}

/// Reads a series that exists already: somebody has to host it, and who left the district stays among
/// those it was for.
///
/// # Errors
/// What is wrong, by field.
pub fn changed_series(input: &Input, around: &Around, now: &WholeSeries) -> Result<NewSeries, Problems> {
    let mut new = series(input, around)?;
    if new.hosts.is_empty() {
        return Err(Problems::one("hosts", "plan-problem-no-host"));
    }
    new.invited.extend(now.invited.iter().filter(|person| !around.knows(**person)));
    Ok(new)
}

/// Reads a gathering; every problem at once.
///
/// # Errors
/// What is wrong, by field.
pub fn gathering(input: &Input, around: &Around) -> Result<NewGathering, Problems> {
    let mut problems = Problems::new();
    input.only(ALONE_FIELDS, &mut problems);
    let title = input.line("title", 1..=120, &mut problems);
    let about = input.text("about", 0..=4_000, &mut problems);
    let note = input.text("note", 0..=300, &mut problems);
    let date = input.needed_date("date", &mut problems);
    let common = common(input, around, &mut problems);
    let (Some(date), Some(common)) = (date, common) else {
        return Err(problems);
    };
    let gathering = NewGathering {
        title,
        about,
        date,
        starts: common.starts,
        ends: common.ends,
        zone: common.zone,
        place: common.place,
        audience: common.audience,
        capacity: common.capacity,
        welcome_minutes: common.welcome_minutes,
        close_minutes: common.close_minutes,
        hosts: common.hosts,
        invited: common.invited,
        note: (!note.is_empty()).then_some(note),
    };
    if let Err(message) = gathering.span() {
        problems.add("starts", message);
    }
    problems.or(gathering)
}

/// Reads a change of a gathering, form or JSON: fields that were not sent stay. What is said of a
/// series cannot be changed on one of its dates.
///
/// # Errors
/// What is wrong, by field.
pub fn changed_gathering(input: Input, around: &Around, now: &WholeGathering) -> Result<NewGathering, Problems> {
    let alone = now.gathering.series_id.is_none();
    let values = now.values(around);
    let mut problems = Problems::new();
    let mut input = input;
    if !alone {
        input.only(ONE_DATE_FIELDS, &mut problems);
        let said = Input::default();
        let of_series = ALONE_FIELDS.iter().filter(|field| !ONE_DATE_FIELDS.contains(field));
        of_series.for_each(|field| input.take(field, &said));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut new = gathering(&input.over(&values), around)?;
    if alone && new.hosts.is_empty() {
        return Err(Problems::one("hosts", "plan-problem-no-host"));
    }
    new.invited.extend(now.invited.iter().filter(|person| !around.knows(**person)));
    Ok(new)
}

/// What series and gatherings have in common.
struct Common {
    starts: Time,
    ends: Time,
    zone: Zone,
    place: Place,
    audience: Audience,
    capacity: Option<i64>,
    welcome_minutes: i64,
    close_minutes: i64,
    hosts: Vec<crate::ids::PersonId>,
    invited: Vec<crate::ids::PersonId>,
}

/// None when a time is missing or wrong, which is then among the problems.
fn common(input: &Input, around: &Around, problems: &mut Problems) -> Option<Common> {
    let starts = input.needed_time("starts", problems);
    let ends = input.needed_time("ends", problems);
    let zone = input.choice("zone", problems).unwrap_or_else(|| around.zone.clone());
    let place = place(input, around, problems);
    let audience = input.choice("audience", problems).unwrap_or(Audience::District);
    let capacity = input.number("capacity", 1..=10_000, problems);
    let welcome_minutes = input.number("welcome_minutes", 0..=60, problems).unwrap_or(WELCOME);
    let close_minutes = input.number("close_minutes", 0..=60, problems).unwrap_or(CLOSE);
    let hosts = around.read_people(input, "hosts", problems);
    let invited = around.read_people(input, "invited", problems);
    let (starts, ends) = (starts?, ends?);
    if check(starts, ends).is_err() {
        problems.add("ends", "plan-problem-ends");
    } else if i64::from(minutes_between(starts, ends)) <= welcome_minutes + close_minutes {
        problems.add("welcome_minutes", "plan-problem-no-time");
    }
    Some(Common { starts, ends, zone, place, audience, capacity, welcome_minutes, close_minutes, hosts, invited })
}

fn weekdays(input: &Input, problems: &mut Problems) -> Weekdays {
    let before = problems.len();
    let chosen: Vec<Weekdays> = input.choices("weekdays", problems);
    let weekdays: Weekdays = chosen.iter().flat_map(|days| days.iter()).collect();
    if weekdays.is_empty() && problems.len() == before {
        problems.add("weekdays", "plan-problem-weekdays");
    }
    weekdays
}

/// One day off a line: the date, then perhaps why.
fn days_off(input: &Input, problems: &mut Problems) -> Vec<Except> {
    let mut days = Vec::new();
    for (line, text) in input.lines("days_off", problems) {
        let (date, reason) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let reason = reason.trim();
        match parse_date(date.trim_end_matches([',', ':'])) {
            Ok(_) if reason.chars().count() > 120 => {
                problems.add("days_off", Message::new("plan-problem-day-off-long").with("line", line));
            }
            Ok(date) => days.push(Except { date, reason: reason.to_owned() }),
            Err(problem) => {
                let message = match date_message(problem) {
                    message if message.key == "problem-no-such-day" => Message::new("plan-problem-day-off-none"),
                    _ => Message::new("plan-problem-day-off"),
                };
                let given: String = text.chars().take(60).collect();
                problems.add("days_off", message.with("line", line).with("given", given));
            }
        }
    }
    days
}

fn place(input: &Input, around: &Around, problems: &mut Problems) -> Place {
    let school = input.choice("school", problems);
    if school.is_some() && !around.schools.iter().any(|known| Some(known.id) == school) {
        problems.add("school", "problem-choice");
    }
    let room = input.line("place", 0..=120, problems);
    let link = input.line("link", 0..=500, problems);
    let fine = url::Url::parse(&link).is_ok_and(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    if !link.is_empty() && !fine {
        problems.add("link", "plan-problem-link");
    }
    Place { school, room, link: (!link.is_empty()).then_some(link) }
}

fn rule_message(problem: &RuleProblem) -> (&'static str, Message) {
    let field = match problem.field() {
        RuleField::Weekdays => "weekdays",
        RuleField::EveryWeeks => "every_weeks",
        RuleField::From => "first_date",
        RuleField::To => "last_date",
        RuleField::Except => "days_off",
    };
    let message = match problem {
        RuleProblem::NoWeekday => Message::new("plan-problem-weekdays"),
        RuleProblem::EveryWeeks { .. } => Message::new("problem-number").with("least", 1_i64).with("most", 8_i64),
        RuleProblem::ToBeforeFrom { .. } => Message::new("plan-problem-last-date"),
        RuleProblem::TooLong { latest } => Message::new("plan-problem-too-long").with("latest", latest.to_string()),
        RuleProblem::TooManyDates { dates } => Message::new("plan-problem-many-dates").with("dates", dates.to_string()),
        RuleProblem::NoDates => Message::new("plan-problem-no-dates"),
        RuleProblem::AllDaysOff => Message::new("plan-problem-all-off"),
        RuleProblem::DayOffTwice { date } => Message::new("plan-problem-day-off-twice").with("date", date.to_string()),
    };
    (field, message)
}
