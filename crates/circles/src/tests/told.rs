//! Reads the tables of cases: answers and circles as `key=value` words, a value with spaces between quotation
//! marks.

use std::collections::BTreeMap;

use crate::*;

pub struct Case {
    pub name: String,
    pub answers: Answers,
    pub circles: Vec<Circle>,
    pub gives: Vec<String>,
}

pub struct Table {
    pub cases: Vec<Case>,
}

impl Table {
    pub fn read(text: &str) -> Table {
        let mut known: BTreeMap<String, Circle> = BTreeMap::new();
        let mut cases: Vec<Case> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
            let last = cases.last_mut();
            match what {
                "circle" => {
                    let circle = circle(rest);
                    known.insert(circle.key.clone(), circle);
                }
                "case" => cases.push(Case {
                    name: rest.to_owned(),
                    answers: Answers::default(),
                    circles: known.values().cloned().collect(),
                    gives: Vec::new(),
                }),
                "answers" => last.unwrap().answers = answers(rest),
                "among" => {
                    let named = rest.split_whitespace().map(|key| known.get(key).unwrap_or_else(|| panic!("{key}?")));
                    last.unwrap().circles = named.cloned().collect();
                }
                "gives" => last.unwrap().gives.push(rest.split_whitespace().collect::<Vec<_>>().join(" ")),
                _ => panic!("{line}"),
            }
        }
        Table { cases }
    }
}

/// `word`, `key=value`, `key="several words"`.
fn pairs(text: &str) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let end = after.find('"').expect("a closing quotation mark");
            value = after[..end].to_owned();
            rest = &after[end + 1..];
        } else if let Some(after) = rest.strip_prefix('=') {
            let end = after.find(' ').unwrap_or(after.len());
            value = after[..end].to_owned();
            rest = &after[end..];
        }
        pairs.insert(key, value);
        rest = rest.trim_start();
    }
    pairs
}

fn list<'a>(pairs: &'a BTreeMap<String, String>, key: &str, between: char) -> Vec<&'a str> {
    let text = pairs.get(key).map_or("", String::as_str);
    text.split(between).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// `alder@Maple Bay`
fn school(text: &str) -> School {
    let (key, place) = text.split_once('@').unwrap_or((text, ""));
    School { key: key.to_owned(), place: place.to_owned() }
}

pub fn answers(text: &str) -> Answers {
    let pairs = pairs(text);
    let one = |key: &str| pairs.get(key).cloned().unwrap_or_default();
    Answers {
        schools: list(&pairs, "schools", ',').into_iter().map(school).collect(),
        area: one("area"),
        changes: pairs.contains_key("changes"),
        days: one("days").parse().unwrap(),
        teaches: one("teaches"),
        levels: list(&pairs, "levels", ',').into_iter().map(|level| level.parse().unwrap()).collect(),
        interests: one("interests"),
        hopes: list(&pairs, "hopes", ',').into_iter().map(|hope| hope.parse().unwrap()).collect(),
    }
}

/// `KEY kind=series title=… about=… topics=a;b dates=2026-01-14,2026-01-21! school=alder@Maple hosts=hana;ian`, where
/// `!` is full and a host is `key/school/what they know/how many they greeted`.
pub fn circle(text: &str) -> Circle {
    let (key, rest) = text.trim().split_once(' ').unwrap();
    let pairs = pairs(rest);
    let one = |key: &str| pairs.get(key).cloned().unwrap_or_default();
    let meeting = |text: &str| {
        let date = text.trim_end_matches('!');
        Meeting { key: date.to_owned(), date: date.parse().unwrap(), full: text.ends_with('!') }
    };
    let host = |text: &str| {
        let mut parts = text.split('/');
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let (key, school, knows) = (part(), part(), part());
        let greeting = part().parse().unwrap_or(0);
        Host { key, school: Some(school).filter(|school| !school.is_empty()), knows, greeting }
    };
    Circle {
        key: key.to_owned(),
        kind: if one("kind") == "network" { Kind::Network } else { Kind::Series },
        title: one("title"),
        about: one("about"),
        topics: list(&pairs, "topics", ';').into_iter().map(str::to_owned).collect(),
        meetings: list(&pairs, "dates", ',').into_iter().map(meeting).collect(),
        school: pairs.get("school").map(|text| school(text)),
        levels: list(&pairs, "levels", ',').into_iter().map(|level| level.parse().unwrap()).collect(),
        from_afar: pairs.contains_key("afar"),
        hosts: list(&pairs, "hosts", ';').into_iter().map(host).collect(),
        usual: pairs.get("usual").and_then(|usual| usual.parse().ok()).filter(|usual| *usual > 0),
        wants_hands: pairs.contains_key("hands"),
    }
}

/// An advice as the tables write it: `coffee 2026-01-14 hana interest(portfolios) free_day(wed)`.
pub fn said(advice: &Advice) -> Vec<String> {
    let nothing = advice.lacks.iter().map(|lack| format!("nothing {}", lack.word()));
    let circles = advice.circles.iter().map(|suggestion| {
        let date = suggestion.next.as_ref().map_or_else(|| "-".to_owned(), |next| next.date.to_string());
        let mut words = vec![suggestion.key.clone(), date, suggestion.host.clone().unwrap_or_else(|| "-".to_owned())];
        words.extend(suggestion.reasons.iter().map(|reason| {
            let with = match reason {
                Reason::Interest { words } | Reason::Teaches { words } | Reason::HostKnows { words } => words.join(","),
                Reason::Nearby { place } => place.replace(' ', "_"),
                Reason::FreeDay { day } | Reason::OtherDay { day } => day.clone(),
                Reason::Level { level } => level.word().to_owned(),
                Reason::Small { people } => people.to_string(),
                Reason::School | Reason::FromAfar | Reason::RoomToShare | Reason::Hands | Reason::NoDate => {
                    return reason.word().to_owned();
                }
            };
            format!("{}({with})", reason.word())
        }));
        words.join(" ")
    });
    nothing.chain(circles).collect()
}
