//! People as others name them in a field of a form.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use roster::matching::{Match, SchoolNames};

use super::Person;
use crate::ids::{PersonId, SchoolId};
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
    let mut found = Vec::new();
    let before = problems.len();
    let lines = input.lines(field, problems);
    let asked = lines.into_iter().flat_map(|(line, text)| pieces(text).into_iter().map(move |piece| (line, piece)));
    // Counted before anybody is looked for: what is not found is compared with every name of the district.
    let asked: Vec<(i64, &str)> = asked.take(MOST_NAMED + 1).collect();
    let many = || Message::new("plan-problem-people-many").with("most", MOST_NAMED.to_string());
    if asked.len() > MOST_NAMED {
        problems.add(field, many());
        return Vec::new();
    }
    let register = Register::of(people, schools);
    for (line, piece) in asked {
        match register.find(piece) {
            Ok(people) => found.extend(people),
            Err(message) => problems.add(field, message.with("line", line).with("given", short(piece))),
        }
        if found.len() > MOST_NAMED {
            problems.add(field, many());
            break;
        }
        if problems.len() >= before + MOST_FAULTS {
            break;
        }
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

/// After how many that are not found the rest is not looked for: whoever mends those comes again.
const MOST_FAULTS: usize = 20;

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

/// What names are like: without case, accents and signs, and as they are written.
type Likes<'a> = Vec<(String, &'a str)>;

/// People and schools by what they may be called.
struct Register<'a> {
    ids: HashSet<PersonId>,
    addresses: HashMap<&'a str, PersonId>,
    /// What addresses are like; only made when one is not found.
    like_addresses: OnceCell<Likes<'a>>,
    names: HashMap<String, (Vec<PersonId>, &'a str)>,
    known: &'a [School],
    schools: SchoolNames,
    like_schools: Likes<'a>,
    at_school: HashMap<SchoolId, Vec<PersonId>>,
}

impl<'a> Register<'a> {
    fn of(people: &'a [Person], known: &'a [School]) -> Register<'a> {
        let mut names: HashMap<String, (Vec<PersonId>, &str)> = HashMap::new();
        let mut at_school: HashMap<SchoolId, Vec<PersonId>> = HashMap::new();
        for person in people {
            names.entry(roster::fold(&person.name)).or_insert((Vec::new(), person.name.as_str())).0.push(person.id);
            if let Some(school) = person.school_id {
                at_school.entry(school).or_default().push(person.id);
            }
        }
        let schools: Vec<&str> = known.iter().map(|school| school.name.as_str()).collect();
        Register {
            ids: people.iter().map(|person| person.id).collect(),
            addresses: people.iter().map(|person| (person.email.as_str(), person.id)).collect(),
            like_addresses: OnceCell::new(),
            names,
            known,
            schools: SchoolNames::new(&schools),
            like_schools: schools.into_iter().map(|name| (roster::fold(name), name)).collect(),
            at_school,
        }
    }

    fn find(&self, piece: &str) -> Result<Vec<PersonId>, Message> {
        if let Ok(id) = piece.parse::<PersonId>() {
            return if self.ids.contains(&id) { Ok(vec![id]) } else { Err(Message::new("plan-problem-person")) };
        }
        let inner = piece.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(piece);
        let wanted = inner.trim().to_lowercase();
        if let Some(person) = self.addresses.get(wanted.as_str()) {
            return Ok(vec![*person]);
        }
        if wanted.contains('@') {
            let like = || self.addresses.keys().map(|address| (roster::fold(address), *address)).collect();
            let like = self.like_addresses.get_or_init(like);
            return Err(nearest(&wanted, like.iter().map(|(like, address)| (like.as_str(), *address))));
        }
        match self.names.get(&roster::fold(&wanted)).map(|(people, _)| people.as_slice()) {
            Some([one]) => return Ok(vec![*one]),
            Some(_) => return Err(Message::new("plan-problem-person-several")),
            None => {}
        }
        if let Match::Exact(place) = self.schools.find(inner)
            && let Some(school) = self.known.get(place)
        {
            let people = self.at_school.get(&school.id).cloned();
            return people.ok_or_else(|| Message::new("plan-problem-school-empty"));
        }
        let people = self.names.iter().map(|(like, (_, name))| (like.as_str(), *name));
        let schools = self.like_schools.iter().map(|(like, name)| (like.as_str(), *name));
        Err(nearest(inner.trim(), people.chain(schools)))
    }
}

/// What is most like what was wanted; `known` are folded already, with what they are called.
fn nearest<'a>(wanted: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Message {
    let wanted: String = roster::fold(wanted).chars().take(120).collect();
    let best = known
        .map(|(like, name)| (strsim::jaro_winkler(&wanted, like), name))
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    match best.filter(|(likeness, _)| *likeness >= LIKE) {
        Some((_, name)) => Message::new("plan-problem-person-nearest").with("nearest", name),
        None => Message::new("plan-problem-person"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Instant;

    fn person(number: u128, name: &str) -> Person {
        Person {
            id: PersonId(uuid::Uuid::from_u128(number)),
            name: name.to_owned(),
            email: format!("{number}@sample.example"),
            school_id: None,
            language: None,
            ask_me_about: String::new(),
            created_at: Instant(1),
            updated_at: Instant(1),
            left_at: None,
        }
    }

    /// How many are found, and what is wrong.
    fn read(text: &str) -> (usize, Vec<&'static str>) {
        let people = [person(1, "Zoé Élan"), person(2, "Ash Linden"), person(3, "Ash Linden")];
        let mut input = Input::default();
        input.add("people", text);
        let mut problems = Problems::new();
        let found = named((&people, &[]), &input, "people", &mut problems);
        (found.len(), problems.iter().map(|(_, message)| message.key).collect())
    }

    #[test]
    fn people_are_named_as_mail_programs_and_people_do() {
        assert_eq!(read("zoe elan\nAsh <2@sample.example>, 3@sample.example; ZOÉ ÉLAN"), (3, vec![]));
        let (several, nobody) = ("plan-problem-person-several", "plan-problem-person");
        let nearest = "plan-problem-person-nearest";
        assert_eq!(
            read("Ash Linden; Zoe Elam; 1@sample.exampel; Nobody"),
            (0, vec![several, nearest, nearest, nobody])
        );
    }

    #[test]
    fn a_wall_of_wrong_names_is_not_looked_through() {
        let wrong: String = (0..100).map(|number| format!("Nobody {number}\n")).collect();
        assert_eq!(read(&wrong).1.len(), MOST_FAULTS);
        assert_eq!(read(&"Zoé Élan;".repeat(MOST_NAMED)), (1, vec![]));
        for name in ["Zoé Élan\n", "x;"] {
            assert_eq!(read(&name.repeat(MOST_NAMED + 1)), (0, vec!["plan-problem-people-many"]), "{name}");
        }
    }
}
