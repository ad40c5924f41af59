//! A whole thing's values: filling a form with them, and laying a change over them.

use serde_json::{Map, Value};

use super::{Input, Problems};

/// What each field of a thing holds: texts, numbers, lists of texts; null where it holds nothing.
pub type Values = Map<String, Value>;

impl Input {
    /// A form filled with values. A list is several values of its field where `several` names it
    /// (boxes), else one text of several lines.
    pub fn of_values(values: &Values, several: &[&str]) -> Input {
        let mut input = Input::default();
        for (name, value) in values {
            match value {
                Value::Array(list) if several.contains(&name.as_str()) => {
                    list.iter().for_each(|value| input.add(name, plain(value)));
                }
                Value::Array(list) => input.add(name, list.iter().map(plain).collect::<Vec<_>>().join("\n")),
                value => input.add(name, plain(value)),
            }
        }
        input
    }

    /// A change of a thing (RFC 7396): fields that were not sent hold what they hold now.
    #[must_use]
    pub fn over(mut self, now: &Values) -> Input {
        for (name, value) in now {
            if self.sent(name) {
                continue;
            }
            let values = match value {
                Value::Null => Vec::new(),
                Value::Array(list) => list.clone(),
                Value::Number(number) if !self.json => vec![Value::String(number.to_string())],
                value => vec![value.clone()],
            };
            self.fields.insert(name.clone(), values);
        }
        self
    }

    /// Every line of every value of a field with its number from 1, trimmed, without the empty ones:
    /// what a form sends as one text of several lines and JSON as a list.
    pub fn lines(&self, name: &str, problems: &mut Problems) -> Vec<(i64, &str)> {
        let values = self.fields.get(name).map(Vec::as_slice).unwrap_or_default();
        if values.iter().any(|value| !value.is_string()) {
            problems.add(name, "problem-type");
        }
        let lines = values.iter().filter_map(Value::as_str).flat_map(str::lines);
        (1..).zip(lines.map(str::trim)).filter(|(_, line)| !line.is_empty()).collect()
    }

    /// Every field with each text it holds, for a page that asks something first and sends them again.
    pub fn pairs(&self) -> Vec<(&str, &str)> {
        let each = self.fields.iter().flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value)));
        each.filter_map(|(name, value)| Some((name, value.as_str()?))).collect()
    }

    /// Puts one text in the place of whatever a field held.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.remove(name);
        self.add(name, value);
    }

    /// Puts what `other` has of a field in the place of whatever this held.
    pub fn take(&mut self, name: &str, other: &Input) {
        match other.fields.get(name) {
            Some(values) => self.fields.insert(name.to_owned(), values.clone()),
            None => self.fields.remove(name),
        };
    }

    /// Whether a field says the same in both; how a browser ends lines does not count.
    pub fn same(&self, name: &str, other: &Input) -> bool {
        let said = |input: &Input| -> Vec<String> {
            input.list(name).into_iter().map(|text| text.replace("\r\n", "\n")).collect()
        };
        said(self) == said(other)
    }
}

fn plain(value: &Value) -> String {
    match value {
        // As a box says it: ticked, or not.
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn values() -> Values {
        serde_json::from_str(r#"{"title":"A","minutes":10,"days":["wed","fri"],"off":["1","2"],"room":null}"#).unwrap()
    }

    #[test]
    fn a_form_is_filled_as_a_browser_would_send_it() {
        let input = Input::of_values(&values(), &["days"]);
        assert_eq!(input.list("days"), ["wed", "fri"]);
        assert_eq!((input.typed("off"), input.typed("minutes"), input.typed("room")), ("1\n2", "10", ""));
        assert!(input.same("off", &Input::of_form(b"off=1%0D%0A2")));
        assert!(!input.same("title", &Input::of_form(b"title=B")));
    }

    #[test]
    fn a_change_keeps_what_it_does_not_name_and_null_empties() {
        let mut problems = Problems::new();
        let input = Input::of_json(br#"{"minutes":null,"title":"B"}"#).unwrap().over(&values());
        assert_eq!(input.number("minutes", 1..=60, &mut problems), None);
        assert_eq!(input.typed("title"), "B");
        assert_eq!(input.lines("off", &mut problems), [(1, "1"), (2, "2")]);
        let input = Input::of_json(br#"{"title":"B"}"#).unwrap().over(&values());
        assert_eq!(input.number("minutes", 1..=60, &mut problems), Some(10));
        assert!(problems.is_empty());
    }
}
