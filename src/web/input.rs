//! What a person or a program sent: a form, a query or a JSON object, read in one way.
//!
//! A domain reads its values from an [`Input`] and reports [`Problems`] by field; a page shows them
//! beside the fields with what was typed still there ([`Form`]), the API as RFC 9457 problem details
//! with a JSON pointer for each.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::str::FromStr;

use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use http_body_util::LengthLimitError;
use serde_json::Value;
use tower_http::timeout::TimeoutError;

use super::{Failure, Message, Problems};

mod when;
mod whole;

pub use when::date_message;
pub use whole::Values;

/// Fields by name. JSON keeps its types: a number may not come as a text.
#[derive(Debug, Clone, Default)]
pub struct Input {
    json: bool,
    fields: BTreeMap<String, Vec<Value>>,
    /// Fields whose JSON is a list.
    lists: Vec<String>,
    /// Fields whose JSON is neither a value nor a list of values.
    odd: Vec<String>,
}

impl Input {
    /// A form filled with these values, as for editing.
    pub fn filled<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Input {
        let mut input = Input::default();
        for (name, value) in values {
            input.add(name, value);
        }
        input
    }

    /// Adds a value to a field.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.fields.entry(name.to_owned()).or_default().push(Value::String(clean(&value.into())));
    }

    /// Gives a field one value instead of those it has, as the version a stale form is now about.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Input {
        self.fields.remove(name);
        self.add(name, value);
        self
    }

    /// Reads `a=1&b=2` (`application/x-www-form-urlencoded`, WHATWG URL section 5.1).
    pub fn of_form(text: &[u8]) -> Input {
        let mut input = Input::default();
        for (name, value) in url::form_urlencoded::parse(text).take(5_000) {
            input.add(&name, value);
        }
        input
    }

    /// Reads a JSON object.
    ///
    /// # Errors
    /// When it is no JSON, or no object.
    pub fn of_json(text: &[u8]) -> Result<Input, Failure> {
        let value: Value =
            serde_json::from_slice(text).map_err(|error| Failure::Malformed(format!("no JSON: {error}")))?;
        let Value::Object(object) = value else {
            return Err(Failure::Malformed("a JSON object is expected".to_owned()));
        };
        let mut input = Input { json: true, ..Input::default() };
        for (name, value) in object {
            let values = match value {
                // Sent, but empty: a PATCH takes away what the field held (RFC 7396).
                Value::Null => Vec::new(),
                Value::Array(values) => {
                    input.lists.push(name.clone());
                    values
                }
                Value::Object(_) => {
                    input.odd.push(name);
                    continue;
                }
                value => vec![value],
            };
            if values.iter().any(|value| value.is_object() || value.is_array() || value.is_null()) {
                input.odd.push(name);
                continue;
            }
            let cleaned = values.into_iter().map(|value| match value {
                Value::String(text) => Value::String(clean(&text)),
                value => value,
            });
            input.fields.insert(name, cleaned.collect());
        }
        Ok(input)
    }

    /// Whether the field was sent at all (a PATCH changes only these).
    pub fn sent(&self, name: &str) -> bool {
        self.fields.contains_key(name) || self.odd.iter().any(|odd| odd == name)
    }

    /// The values of a field that has one; a JSON list is none, and a problem.
    fn one(&self, name: &str, problems: &mut Problems) -> Option<&[Value]> {
        if self.lists.iter().any(|list| list == name) {
            problems.add(name, "problem-type");
            return None;
        }
        self.fields.get(name).map(Vec::as_slice)
    }

    /// Whether it came as JSON.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// The first value of a field as it was typed; empty when there is none.
    pub fn typed(&self, name: &str) -> &str {
        match self.fields.get(name).and_then(|values| values.first()) {
            Some(Value::String(text)) => text,
            _ => "",
        }
    }

    /// All values of a field that are texts, trimmed, without the empty ones.
    pub fn list(&self, name: &str) -> Vec<&str> {
        let values = self.fields.get(name).map(Vec::as_slice).unwrap_or_default();
        values.iter().filter_map(Value::as_str).map(str::trim).filter(|text| !text.is_empty()).collect()
    }

    /// Reports fields that are not among `known` (JSON only: a form carries its buttons), and values
    /// that are objects where none may be.
    pub fn only(&self, known: &[&str], problems: &mut Problems) {
        for odd in &self.odd {
            problems.add(odd, "problem-type");
        }
        if self.json {
            for name in self.fields.keys().filter(|name| !known.contains(&name.as_str())) {
                problems.add(name, "problem-unknown-field");
            }
        }
    }

    /// A trimmed line of text of a length in characters; empty is a problem when the range begins above 0.
    pub fn line(&self, name: &str, length: RangeInclusive<usize>, problems: &mut Problems) -> String {
        let text = self.text(name, length, problems);
        if text.contains(['\n', '\r']) {
            problems.add(name, "problem-one-line");
        }
        text
    }

    /// A trimmed text, perhaps of several lines (`\r\n` becomes `\n`).
    pub fn text(&self, name: &str, length: RangeInclusive<usize>, problems: &mut Problems) -> String {
        let before = problems.len();
        let text = match self.one(name, problems) {
            None if problems.len() > before => return String::new(),
            None | Some([]) => String::new(),
            Some([Value::String(text)]) => clean(text).trim().replace("\r\n", "\n"),
            Some([_]) if self.json => {
                problems.add(name, "problem-type");
                return String::new();
            }
            Some([Value::String(text), ..]) if !self.json => clean(text).trim().replace("\r\n", "\n"),
            Some(_) => {
                problems.add(name, "problem-type");
                return String::new();
            }
        };
        let characters = text.chars().count();
        if characters == 0 && *length.start() > 0 {
            problems.add(name, "problem-required");
        } else if characters < *length.start() {
            problems.add(name, Message::new("problem-too-short").with("least", count(*length.start())));
        } else if characters > *length.end() {
            problems.add(
                name,
                Message::new("problem-too-long")
                    .with("most", count(*length.end()))
                    .with("over", count(characters - *length.end())),
            );
        }
        text
    }

    /// A whole number within a range, or nothing where nothing was sent.
    pub fn number(&self, name: &str, range: RangeInclusive<i64>, problems: &mut Problems) -> Option<i64> {
        let number = match self.one(name, problems).and_then(<[Value]>::first) {
            None => return None,
            Some(Value::Number(number)) => number.as_i64(),
            Some(Value::String(text)) if !self.json => match text.trim() {
                "" => return None,
                text => i64::from_str(text).ok(),
            },
            Some(_) => None,
        };
        match number {
            Some(number) if range.contains(&number) => Some(number),
            _ => {
                let message = Message::new("problem-number").with("least", *range.start()).with("most", *range.end());
                problems.add(name, message);
                None
            }
        }
    }

    /// As [`Input::number`], but it must be there.
    pub fn needed_number(&self, name: &str, range: RangeInclusive<i64>, problems: &mut Problems) -> i64 {
        let before = problems.len();
        self.number(name, range, problems).unwrap_or_else(|| {
            if problems.len() == before {
                problems.add(name, "problem-required");
            }
            0
        })
    }

    /// Whether a box is ticked (`on`, `true`, `yes`, `1`) or a JSON value is `true`.
    pub fn ticked(&self, name: &str, problems: &mut Problems) -> bool {
        match self.one(name, problems) {
            None => false,
            Some([Value::Bool(yes)]) => *yes,
            Some([Value::String(text), ..]) if !self.json => {
                matches!(text.as_str(), "on" | "true" | "yes" | "1")
            }
            // A box is ticked or not: null is neither.
            Some(_) => {
                problems.add(name, "problem-type");
                false
            }
        }
    }

    /// One of the words a type parses from; `None` where nothing was sent. A wrong word is a problem.
    pub fn choice<T: FromStr>(&self, name: &str, problems: &mut Problems) -> Option<T> {
        match self.one(name, problems).and_then(<[Value]>::first) {
            None => None,
            Some(Value::String(text)) if text.trim().is_empty() => None,
            Some(Value::String(text)) => {
                let choice = text.trim().parse().ok();
                if choice.is_none() {
                    problems.add(name, "problem-choice");
                }
                choice
            }
            Some(_) => {
                problems.add(name, "problem-type");
                None
            }
        }
    }

    /// As [`Input::choice`], but it must be there.
    pub fn needed_choice<T: FromStr>(&self, name: &str, problems: &mut Problems) -> Option<T> {
        let before = problems.len();
        let choice = self.choice(name, problems);
        if choice.is_none() && problems.len() == before {
            problems.add(name, "problem-required");
        }
        choice
    }

    /// Several values of a type, as identifiers of people; a wrong one is a problem.
    pub fn choices<T: FromStr>(&self, name: &str, problems: &mut Problems) -> Vec<T> {
        let mut chosen = Vec::new();
        for value in self.fields.get(name).map(Vec::as_slice).unwrap_or_default() {
            match value.as_str().map(str::trim) {
                Some("") => {}
                Some(text) => match text.parse() {
                    Ok(value) => chosen.push(value),
                    Err(_) => problems.add(name, "problem-choice"),
                },
                None => problems.add(name, "problem-type"),
            }
        }
        chosen
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Without the characters no text needs and PostgreSQL refuses (NUL), or that a reader cannot see
/// (other control characters but line breaks and tabs).
fn clean(text: &str) -> String {
    text.chars().filter(|character| !character.is_control() || matches!(character, '\n' | '\r' | '\t')).collect()
}

/// The largest form or JSON body: the largest form of the house is a few kilobytes.
pub const LARGEST_BODY: usize = 256 * 1024;

/// Why a body could not be read to its end.
pub fn unread(error: &(dyn std::error::Error + 'static)) -> Failure {
    let mut why = Some(error);
    while let Some(error) = why {
        if error.is::<LengthLimitError>() {
            return Failure::TooLarge;
        } else if error.is::<TimeoutError>() {
            return Failure::Slow;
        }
        why = error.source();
    }
    Failure::Malformed("the body broke off".to_owned())
}

impl<S: Send + Sync> FromRequest<S> for Input {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data") {
            return of_parts(request).await;
        }
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let body = axum::body::to_bytes(request.into_body(), LARGEST_BODY).await.map_err(|error| unread(&error))?;
        match kind.as_str() {
            "application/json" => Input::of_json(&body),
            "application/x-www-form-urlencoded" => Ok(Input::of_form(&body)),
            "" if body.is_empty() => Ok(Input::default()),
            _ => Err(Failure::Malformed("a form or JSON is expected".to_owned())),
        }
    }
}

/// A form with a small text file (RFC 7578), as a calendar to import: the file is a field like the others.
/// Larger files, and those that are no text, are for an upload.
async fn of_parts(request: Request) -> Result<Input, Failure> {
    let malformed = |error: axum::extract::multipart::MultipartError| Failure::Malformed(error.to_string());
    let mut form =
        Multipart::from_request(request, &()).await.map_err(|error| Failure::Malformed(error.to_string()))?;
    let mut input = Input::default();
    let mut room = LARGEST_BODY;
    while let Some(mut field) = form.next_field().await.map_err(malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        let mut text = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(malformed)? {
            room = room.checked_sub(piece.len()).ok_or(Failure::TooLarge)?;
            text.extend(piece);
        }
        room = room.checked_sub(name.len() + 64).ok_or(Failure::TooLarge)?;
        input.add(&name, String::from_utf8_lossy(&text));
    }
    Ok(input)
}

/// The query of an address (`?from=2026-01-01`), read like a form.
#[derive(Debug, Clone)]
pub struct Query(pub Input);

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Query(Input::of_form(parts.uri.query().unwrap_or_default().as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_number_may_be_typed_in_a_form_but_not_in_json() {
        let mut problems = Problems::new();
        assert_eq!(Input::of_form(b"minutes=+10+").number("minutes", 1..=60, &mut problems), Some(10));
        assert!(problems.is_empty());
        let json = Input::of_json(br#"{"minutes":"10"}"#).unwrap();
        assert_eq!(json.number("minutes", 1..=60, &mut problems), None);
        assert_eq!(problems.about("minutes").unwrap().key, "problem-number");
    }

    #[test]
    fn control_characters_never_reach_the_database() {
        let mut problems = Problems::new();
        assert_eq!(Input::of_form(b"name=A%00b%07%0Ac").text("name", 0..=10, &mut problems), "Ab\nc");
        let json = Input::of_json(br#"{"name":"A\u0000b"}"#).unwrap();
        assert_eq!(json.text("name", 0..=10, &mut problems), "Ab");
        assert_eq!(json.list("name"), ["Ab"]);
    }

    #[test]
    fn json_of_the_wrong_shape_is_a_problem_of_its_field() {
        let input = Input::of_json(br#"{"title":{"a":1},"colour":"red"}"#).unwrap();
        let mut problems = Problems::new();
        input.only(&["title"], &mut problems);
        assert_eq!(problems.about("title").unwrap().key, "problem-type");
        assert_eq!(problems.about("colour").unwrap().key, "problem-unknown-field");
        let list = Input::of_json(br#"{"title":["a"],"minutes":[1],"hear":[],"as":["x"]}"#).unwrap();
        let mut problems = Problems::new();
        list.line("title", 0..=9, &mut problems);
        assert_eq!(list.number("minutes", 1..=9, &mut problems), None);
        assert!(!list.ticked("hear", &mut problems));
        assert_eq!(list.choice::<String>("as", &mut problems), None);
        assert_eq!(problems.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["title", "minutes", "hear", "as"]);
        assert!(Input::of_json(b"[1]").is_err());
        assert!(Input::of_json(b"{").is_err());
    }
}
