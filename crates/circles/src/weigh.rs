//! How well one circle suits.

use std::collections::BTreeSet;

use finding::Field;

use crate::answers::{Answers, Hope};
use crate::circle::{Circle, Host, Kind, Meeting};
use crate::reason::{Lack, Reason, code};

/// Up to how many people make a small circle.
const SMALL: u32 = 15;

/// What a circle must count to be suggested.
const LEAST: i32 = 2;

/// Words that stand in every text of a school and say nothing of it; folded, sorted.
const COMMON: [&str; 49] = [
    "anything",
    "apprendre",
    "apprentissage",
    "class",
    "classe",
    "classes",
    "classroom",
    "classrooms",
    "colleague",
    "colleagues",
    "collegue",
    "collegues",
    "ecole",
    "ecoles",
    "education",
    "eleve",
    "eleves",
    "enseignant",
    "enseignante",
    "enseigner",
    "everything",
    "grade",
    "grades",
    "help",
    "ideas",
    "kids",
    "learn",
    "learning",
    "lesson",
    "lessons",
    "like",
    "more",
    "new",
    "people",
    "practice",
    "rien",
    "school",
    "schools",
    "share",
    "sharing",
    "student",
    "students",
    "teach",
    "teacher",
    "teachers",
    "teaching",
    "things",
    "tout",
    "use",
];

/// A circle that suits, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The circle.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// Why, the heaviest first.
    pub reasons: Vec<Reason>,
    /// The next date that fits; none where there is none yet.
    pub next: Option<Meeting>,
    /// Who greets.
    pub host: Option<String>,
    /// What the reasons count together.
    pub points: i32,
}

/// Looks at one circle.
///
/// # Errors
/// What speaks against it.
pub fn weigh(answers: &Answers, circle: &Circle) -> Result<Suggestion, Lack> {
    let mut reasons = Vec::new();
    let next = next(answers, circle, &mut reasons)?;
    subject(answers, circle, &mut reasons);
    place(answers, circle, &mut reasons);
    hopes(answers, circle, &mut reasons);
    let host = host(answers, &circle.hosts, &mut reasons);
    let another_day = reasons.iter().any(|reason| matches!(reason, Reason::OtherDay { .. }));
    let theirs = reasons.iter().any(|reason| matches!(reason, Reason::Interest { .. } | Reason::Teaches { .. }));
    // One's own school on a day on which one works elsewhere is of no use; what one cares about may be worth a change.
    if another_day && !theirs {
        return Err(Lack::NoDay);
    }
    let points = reasons.iter().map(Reason::weight).sum();
    let possible = reasons.iter().any(|reason| reason.draws() || matches!(reason, Reason::FreeDay { .. }))
        || reasons.iter().any(|reason| matches!(reason, Reason::Hands | Reason::FromAfar));
    if points < LEAST || !possible {
        return Err(if another_day { Lack::NoDay } else { Lack::NothingOfTheirs });
    }
    // Stable: reasons of one weight stay in the order in which they were found.
    reasons.sort_by_key(|reason| -reason.weight());
    Ok(Suggestion { key: circle.key.clone(), kind: circle.kind, reasons, next, host, points })
}

/// The next date that fits.
fn next(answers: &Answers, circle: &Circle, reasons: &mut Vec<Reason>) -> Result<Option<Meeting>, Lack> {
    if circle.meetings.is_empty() {
        // A series without a date is over; a network is more than its dates.
        if circle.kind == Kind::Series {
            return Err(Lack::NoCircles);
        }
        reasons.push(Reason::NoDate);
        return Ok(None);
    }
    let open = || circle.meetings.iter().filter(|meeting| !meeting.full);
    let first = open().next().ok_or(Lack::AllFull)?;
    if answers.days.is_empty() {
        return Ok(Some(first.clone()));
    }
    if let Some(free) = open().find(|meeting| answers.days.contains(meeting.date.weekday())) {
        reasons.push(Reason::FreeDay { day: code(free.date.weekday()) });
        return Ok(Some(free.clone()));
    }
    reasons.push(Reason::OtherDay { day: code(first.date.weekday()) });
    Ok(Some(first.clone()))
}

/// What it is about.
fn subject(answers: &Answers, circle: &Circle, reasons: &mut Vec<Reason>) {
    let mut fields = vec![Field::Title(&circle.title), Field::Body(&circle.about)];
    fields.extend(circle.topics.iter().map(|topic| Field::Body(topic)));
    let marks = finding::marks(&fields);
    let interests = common(&answers.interests, &marks);
    let teaches: Vec<String> =
        common(&answers.teaches, &marks).into_iter().filter(|word| !has(&interests, word)).collect();
    if !interests.is_empty() {
        reasons.push(Reason::Interest { words: interests });
    }
    if !teaches.is_empty() {
        reasons.push(Reason::Teaches { words: teaches });
    }
    // For all levels is for nobody's in particular.
    let of_some = !circle.levels.is_empty() && circle.levels.len() < crate::Level::ALL.len();
    if let Some(level) = answers.levels.iter().find(|level| of_some && circle.levels.contains(level)) {
        reasons.push(Reason::Level { level: *level });
    }
}

/// Words of a text that say something and that the marks have too, each stem once.
fn common(text: &str, marks: &BTreeSet<String>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in finding::shared(text, marks) {
        if COMMON.binary_search(&roster::fold(&word).as_str()).is_err() && !has(&words, &word) {
            words.push(word);
        }
    }
    words
}

/// Whether a word, or another form of it, is among these.
fn has(words: &[String], word: &str) -> bool {
    let marks = finding::marks(&[Field::Body(&words.join(" "))]);
    !finding::shared(word, &marks).is_empty()
}

/// Where it is.
fn place(answers: &Answers, circle: &Circle, reasons: &mut Vec<Reason>) {
    if let Some(at) = &circle.school {
        if answers.schools.iter().any(|school| school.key == at.key) {
            reasons.push(Reason::School);
            return;
        }
        let place = roster::fold(&at.place);
        let area = roster::fold(&answers.area);
        let near = answers.schools.iter().any(|school| roster::fold(&school.place) == place) || is_in(&area, &place);
        if near && !place.is_empty() {
            reasons.push(Reason::Nearby { place: at.place.clone() });
        }
    }
    let here = reasons.iter().any(|reason| matches!(reason, Reason::Nearby { .. }));
    if circle.from_afar && (answers.changes || (answers.is_somewhere() && !here)) {
        reasons.push(Reason::FromAfar);
    }
}

/// Whether what somebody typed names a place: its words stand in what they typed, one after the other.
fn is_in(area: &str, place: &str) -> bool {
    let spaced = |text: &str| {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        format!(" {} ", words.join(" "))
    };
    spaced(area).contains(&spaced(place))
}

/// What they hope for.
fn hopes(answers: &Answers, circle: &Circle, reasons: &mut Vec<Reason>) {
    if answers.hopes_to(Hope::Share) && !circle.topics.is_empty() {
        reasons.push(Reason::RoomToShare);
    }
    if let Some(usual) = circle.usual.filter(|usual| answers.hopes_to(Hope::Meet) && (1..=SMALL).contains(usual)) {
        // To the next five: how many exactly is nobody's business where few are counted.
        reasons.push(Reason::Small { people: usual.div_ceil(5) * 5 });
    }
    if answers.hopes_to(Hope::Help) && circle.wants_hands {
        reasons.push(Reason::Hands);
    }
}

/// Who greets: whoever knows what the newcomer cares about, then whoever is at their school, then whoever has
/// greeted fewest.
fn host(answers: &Answers, hosts: &[Host], reasons: &mut Vec<Reason>) -> Option<String> {
    let asked = format!("{}\n{}", answers.interests, answers.teaches);
    let known = |host: &Host| common(&asked, &finding::marks(&[Field::Body(&host.knows)]));
    let here = |host: &Host| {
        host.school.as_ref().is_some_and(|school| answers.schools.iter().any(|named| named.key == *school))
    };
    let best = hosts
        .iter()
        .map(|host| (known(host), host))
        .min_by_key(|(known, host)| (known.is_empty(), !here(host), host.greeting, host.key.clone()))?;
    if !best.0.is_empty() {
        reasons.push(Reason::HostKnows { words: best.0 });
    }
    Some(best.1.key.clone())
}

#[cfg(test)]
mod order {
    #[test]
    fn common_words_are_sorted_so_that_each_is_found() {
        assert!(super::COMMON.is_sorted());
    }
}
