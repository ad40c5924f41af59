//! Languages: every word a person reads comes from `locales/en` or `locales/fr` (Fluent).

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        // Isolation marks (U+2068) around arguments would show up in titles and mail subjects.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const ENGLISH: LanguageIdentifier = langid!("en");
const FRENCH: LanguageIdentifier = langid!("fr");

/// A language Klatsch speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::French];

    /// The language tag (BCP 47), as in `<html lang>` and in the database.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
        }
    }

    /// The language of a tag as `fr`, `fr-CA` or `FR_ca`.
    pub fn of_tag(tag: &str) -> Option<Language> {
        match tag.trim().get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Language::English),
            "fr" => Some(Language::French),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that Klatsch speaks. Browsers send the
    /// header in order of preference, so weights need not be read.
    pub fn accepted(header: &str) -> Option<Language> {
        header.split(',').find_map(Language::of_tag)
    }

    /// Dates and times as people of this language say them.
    pub fn words(self) -> calendar::words::Words {
        calendar::words::Words::new(match self {
            Language::English => calendar::words::Language::English,
            Language::French => calendar::words::Language::French,
        })
    }

    /// The text of a key; add arguments with [`Say::with`].
    pub fn say(self, key: impl Into<Cow<'static, str>>) -> Say {
        Say { language: self, key: key.into(), arguments: HashMap::new() }
    }

    /// The text of a message.
    pub fn tell(self, message: &Message) -> String {
        let mut say = self.say(message.key);
        for (name, value) in &message.arguments {
            say = say.with(name, value.clone());
        }
        say.to_string()
    }
}

/// A text on its way to the page.
#[derive(Debug, Clone)]
pub struct Say {
    language: Language,
    key: Cow<'static, str>,
    arguments: HashMap<Cow<'static, str>, FluentValue<'static>>,
}

impl Say {
    /// Adds an argument of the text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Argument) -> Say {
        self.arguments.insert(Cow::Borrowed(name), value.fluent());
        self
    }
}

impl fmt::Display for Say {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = match self.language {
            Language::English => ENGLISH,
            Language::French => FRENCH,
        };
        let text = if self.arguments.is_empty() {
            LOCALES.try_lookup(&language, &self.key)
        } else {
            LOCALES.try_lookup_with_args(&language, &self.key, &self.arguments)
        };
        match text {
            Some(text) => out.write_str(&text),
            // A missing key fails a test; should one reach a person, the key is better than a hole.
            None => out.write_str(&self.key),
        }
    }
}

/// What may stand in a text.
pub trait Argument {
    /// As Fluent takes it: numbers choose plural forms.
    fn fluent(self) -> FluentValue<'static>;
}

macro_rules! number_arguments {
    ($($number:ty),+) => {$(
        impl Argument for $number {
            fn fluent(self) -> FluentValue<'static> { FluentValue::from(self) }
        }
    )+};
}
number_arguments!(i32, i64, u32, u64, usize, f64);

impl Argument for String {
    fn fluent(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

/// Templates hand fields over behind one or more references.
impl<T: Argument + Clone> Argument for &T {
    fn fluent(self) -> FluentValue<'static> {
        self.clone().fluent()
    }
}

impl Argument for &str {
    fn fluent(self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Argument for Say {
    fn fluent(self) -> FluentValue<'static> {
        FluentValue::from(self.to_string())
    }
}

impl Argument for Value {
    fn fluent(self) -> FluentValue<'static> {
        match self {
            Value::Text(text) => FluentValue::from(text),
            Value::Number(number) => FluentValue::from(number),
        }
    }
}

/// An argument kept until the language is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text as it is.
    Text(String),
    /// A number, which may choose a plural form.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

/// Something to tell a person, before the language is known: a key of `locales/` and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The key.
    pub key: &'static str,
    arguments: Vec<(&'static str, Value)>,
}

impl Message {
    /// The message of a key.
    pub fn new(key: &'static str) -> Message {
        Message { key, arguments: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Message {
        self.arguments.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Message::new(key)
    }
}

/// Whether a key has a text of its own in a language, given what it takes; the test of the locales asks.
#[cfg(test)]
pub fn knows(language: Language, key: &str, arguments: &[&'static str]) -> bool {
    let language = if language == Language::English { ENGLISH } else { FRENCH };
    let arguments: HashMap<Cow<'static, str>, FluentValue<'static>> =
        arguments.iter().map(|name| (Cow::Borrowed(*name), FluentValue::from(2))).collect();
    LOCALES.lookup_single_language(&language, key, Some(&arguments)).is_ok()
}
