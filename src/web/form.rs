//! What is wrong with an input, and the form that shows it beside what was typed.

use super::{Input, Language, Message};

/// What is wrong, by field, in the order it was found. An empty field name is about the whole form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<(String, Message)>);

impl Problems {
    /// No problem yet.
    pub fn new() -> Problems {
        Problems::default()
    }

    /// One problem.
    pub fn one(field: &str, message: impl Into<Message>) -> Problems {
        let mut problems = Problems::new();
        problems.add(field, message);
        problems
    }

    /// Adds one; of several about a field the first is shown.
    pub fn add(&mut self, field: &str, message: impl Into<Message>) {
        self.0.push((field.to_owned(), message.into()));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first about a field.
    pub fn about(&self, field: &str) -> Option<&Message> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, message)| message)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.0.iter().map(|(name, message)| (name.as_str(), message))
    }

    /// The value if there is no problem.
    ///
    /// # Errors
    /// The problems.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// A form as a template shows it: what was typed, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Form {
    language: Language,
    input: Input,
    problems: Problems,
}

impl Form {
    /// A form to fill.
    pub fn new(language: Language, input: Input) -> Form {
        Form { language, input, problems: Problems::new() }
    }

    /// A form to mend.
    pub fn wrong(language: Language, input: Input, problems: Problems) -> Form {
        Form { language, input, problems }
    }

    /// What was typed into a field.
    pub fn value(&self, name: &str) -> &str {
        self.input.typed(name)
    }

    /// Whether a field has this value among its values (boxes, choices). A field that holds nothing has
    /// the empty value: the choice of none is a choice that shows.
    pub fn has(&self, name: &str, value: &str) -> bool {
        let values = self.input.list(name);
        if value.is_empty() { values.is_empty() } else { values.contains(&value) }
    }

    /// What is wrong with a field.
    pub fn problem(&self, name: &str) -> Option<String> {
        self.problems.about(name).map(|message| self.language.tell(message))
    }

    /// Whether anything is wrong.
    pub fn is_wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Everything that is wrong: field and sentence, once per field.
    pub fn problems(&self) -> Vec<(String, String)> {
        let mut shown: Vec<(String, String)> = Vec::new();
        for (field, message) in self.problems.iter() {
            if !shown.iter().any(|(name, _)| name == field) {
                shown.push((field.to_owned(), self.language.tell(message)));
            }
        }
        shown
    }
}
