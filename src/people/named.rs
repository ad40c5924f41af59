//! People as others name them in a field of a form.

use std::collections::{BTreeSet, HashMap};

use roster::matching::{Match, SchoolNames};

use super::Person;
use crate::ids::PersonId;
use crate::schools::School;
use crate::web::{Input, Message, Problems};

/// From which likeness on (Jaro and Winkler, 0 to 1) another name is worth asking about.
const LIKE: f64 = 0.85;

/// Reads people from a field: on each line an address, a name, `Name <address>`, an identifier, or
/// a school for everyone in it. A list pasted from a mail program (commas, semicolons) is taken too.
/// Only `people` and `schools` are known.
pub fn named(
    (people, schools): (&[Person], &[School]),
    input: &Input,
    field: &str,
    problems: &mut Problems,
) -> Vec<PersonId> {
    let register = Register::of(people, schools);
    let mut found = Vec::new();
    let before = problems.len();
    for (line, text) in input.lines(field, problems) {
        for piece in pieces(text) {
            match register.find(piece) {
                Ok(people) => found.extend(people),
                Err(message) => problems.add(field, message.with("line", line).with("given", short(piece))),
            }
        }
    }
    if found.len() > MOST_NAMED {
        problems.add(field, Message::new("plan-problem-people-many").with("most", MOST_NAMED.to_string()));
    }
    if problems.len() > before {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    found.retain(|person| seen.insert(*person));
    found
}

/// The most people one field may name; a larger district says "everyone in the district".
const MOST_NAMED: usize = 2_000;

fn pieces(line: &str) -> Vec<&str> {
    let comma = line.matches('@').count() > 1;
    line.split(|letter| letter == ';' || (comma && letter == ','))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// People and schools by what they may be called.
struct Register<'a> {
    people: &'a [Person],
    known: &'a [School],
    addresses: HashMap<&'a str, PersonId>,
    names: HashMap<String, Vec<PersonId>>,
    schools: SchoolNames,
}

impl<'a> Register<'a> {
    fn of(people: &'a [Person], known: &'a [School]) -> Register<'a> {
        let mut names: HashMap<String, Vec<PersonId>> = HashMap::new();
        for person in people {
            names.entry(roster::fold(&person.name)).or_default().push(person.id);
        }
        let schools: Vec<&str> = known.iter().map(|school| school.name.as_str()).collect();
        Register {
            people,
            known,
            addresses: people.iter().map(|person| (person.email.as_str(), person.id)).collect(),
            names,
            schools: SchoolNames::new(&schools),
        }
    }

    fn find(&self, piece: &str) -> Result<Vec<PersonId>, Message> {
        if let Ok(id) = piece.parse::<PersonId>() {
            return if self.people.iter().any(|known| known.id == id) {
                Ok(vec![id])
            } else {
                Err(Message::new("plan-problem-person"))
            };
        }
        let inner = piece.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(piece);
        let wanted = inner.trim().to_lowercase();
        if let Some(person) = self.addresses.get(wanted.as_str()) {
            return Ok(vec![*person]);
        }
        if wanted.contains('@') {
            return Err(nearest(&wanted, self.addresses.keys().copied()));
        }
        match self.names.get(&roster::fold(&wanted)).map(Vec::as_slice) {
            Some([one]) => return Ok(vec![*one]),
            Some(_) => return Err(Message::new("plan-problem-person-several")),
            None => {}
        }
        if let Match::Exact(place) = self.schools.find(inner)
            && let Some(school) = self.known.get(place)
        {
            return self.all_of(school);
        }
        let known = self.people.iter().map(|person| person.name.as_str());
        Err(nearest(inner.trim(), known.chain(self.known.iter().map(|school| school.name.as_str()))))
    }

    fn all_of(&self, school: &School) -> Result<Vec<PersonId>, Message> {
        let people = self.people.iter().filter(|person| person.school_id == Some(school.id));
        let people: Vec<_> = people.map(|person| person.id).collect();
        if people.is_empty() { Err(Message::new("plan-problem-school-empty")) } else { Ok(people) }
    }
}

fn nearest<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Message {
    let wanted: String = roster::fold(wanted).chars().take(120).collect();
    let likeness = |known: &str| strsim::jaro_winkler(&wanted, &roster::fold(known));
    let best = known.map(|known| (likeness(known), known)).max_by(|a, b| a.0.total_cmp(&b.0));
    match best.filter(|(likeness, _)| *likeness >= LIKE) {
        Some((_, name)) => Message::new("plan-problem-person-nearest").with("nearest", name),
        None => Message::new("plan-problem-person"),
    }
}
