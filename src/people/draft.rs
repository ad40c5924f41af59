//! What a form says of a person.

use super::{Person, Role};
use crate::ids::SchoolId;
use crate::web::{Input, Language, Problems};

/// How long a name may be, in characters.
const NAME: std::ops::RangeInclusive<usize> = 1..=200;

/// What somebody says of themselves, and a steward of anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Their name.
    pub name: String,
    /// Their school.
    pub school: Option<SchoolId>,
    /// The language they chose; none goes by their browser.
    pub language: Option<Language>,
    /// What only a steward says.
    pub official: Option<Official>,
}

/// What decides how somebody signs in, who invites them and where they are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    /// Their e-mail address, in lower case.
    pub email: String,
    /// What they do, each role once, in the order of [`Role`].
    pub roles: Vec<Role>,
}

impl Draft {
    /// Reads the form of a person, with what only a steward says if `steward`.
    pub fn read(input: &Input, steward: bool, problems: &mut Problems) -> Draft {
        let name = input.line("name", NAME, problems);
        let official = steward.then(|| Official::read(input, problems));
        let school = input.choice("school", problems);
        let language = match input.typed("language") {
            "" => None,
            tag => {
                let language = Language::of_tag(tag);
                if language.is_none() {
                    problems.add("language", "problem-choice");
                }
                language
            }
        };
        Draft { name, school, language, official }
    }

    /// The person with what the form says.
    pub fn of(&self, person: &Person) -> Person {
        Person {
            name: self.name.clone(),
            email: self.official.as_ref().map_or_else(|| person.email.clone(), |official| official.email.clone()),
            school_id: self.school,
            language: self.language.map(|language| language.tag().to_owned()),
            ..person.clone()
        }
    }
}

impl Official {
    fn read(input: &Input, problems: &mut Problems) -> Official {
        let before = problems.len();
        let email = input.line("email", 1..=254, problems).to_lowercase();
        if problems.len() == before && roster::people::email_fault(&email).is_some() {
            problems.add("email", "person-email-odd");
        }
        let mut roles: Vec<Role> = input.choices("roles", problems);
        roles.sort_unstable();
        roles.dedup();
        Official { email, roles }
    }
}

/// The form of a person as they are.
pub fn filled(person: &Person, roles: &[Role]) -> Input {
    let mut input = Input::filled([
        ("name", person.name.clone()),
        ("email", person.email.clone()),
        ("school", person.school_id.map(|id| id.to_string()).unwrap_or_default()),
        ("language", person.language.clone().unwrap_or_default()),
        ("version", person.updated_at.0.to_string()),
    ]);
    for role in roles {
        input.add("roles", role.word());
    }
    input
}
