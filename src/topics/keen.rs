//! Reading *keen to hear* and *I can share too* from a form or from JSON.

use std::str::FromStr;

use crate::web::{Input, Problems};

/// What a person says of a topic; what is not said stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keen {
    /// Whether they are keen to hear it.
    pub hear: Option<bool>,
    /// Whether they can share too.
    pub share: Option<bool>,
}

struct Word(bool);

impl FromStr for Word {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "yes" => Ok(Word(true)),
            "no" => Ok(Word(false)),
            _ => Err(()),
        }
    }
}

impl Keen {
    /// Reads it: `hear` and `share`, `yes` or `no` in a form, `true` or `false` in JSON.
    ///
    /// # Errors
    /// What is wrong, by field; nothing at all is a problem of `hear`.
    pub fn read(input: &Input) -> Result<Keen, Problems> {
        let mut problems = Problems::new();
        input.only(&["hear", "share"], &mut problems);
        let said = |name: &str, problems: &mut Problems| match input.is_json() {
            true => input.sent(name).then(|| input.ticked(name, problems)),
            false => input.choice::<Word>(name, problems).map(|word| word.0),
        };
        let keen = Keen { hear: said("hear", &mut problems), share: said("share", &mut problems) };
        if problems.is_empty() && keen.hear.is_none() && keen.share.is_none() {
            problems.add("hear", "problem-required");
        }
        problems.or(keen)
    }

    /// The key of what it did.
    pub fn done(self) -> &'static str {
        match (self.hear, self.share) {
            (_, Some(true)) => "keen-share-yes",
            (Some(true), _) => "keen-hear-yes",
            (_, Some(false)) => "keen-share-no",
            _ => "keen-hear-no",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, Keen};

    #[test]
    fn a_program_says_true_or_false_and_nothing_else() {
        let read = |json: &[u8]| Input::of_json(json).map(|input| Keen::read(&input));
        assert_eq!(
            read(br#"{"hear":true,"share":false}"#).ok(),
            Some(Ok(Keen { hear: Some(true), share: Some(false) }))
        );
        for wrong in [r#"{"hear":"yes"}"#, r#"{"hear":null}"#, r#"{"hear":[]}"#, r#"{"hear":true,"her":1}"#, "{}"] {
            assert!(read(wrong.as_bytes()).is_ok_and(|keen| keen.is_err()), "{wrong}");
        }
    }
}
