//! The bag of marks of a text.

use std::collections::BTreeSet;

use crate::stems::Stems;
use crate::stop::is_stop;
use crate::words::{bare, fold, is_apostrophe, is_hyphen, words};

/// What a text has before its words count as many as these is enough to find it by.
const MOST_WORDS: usize = 20_000;

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field<'a> {
    /// What it is called: its words are marked a second time, so that they can weigh more.
    Title(&'a str),
    /// What it says.
    Body(&'a str),
}

/// The marks of a document, each once, sorted. A mark is letters and digits without case and accents,
/// behind a prefix that says what it is:
///
/// ```text
/// portfolio     a stem on which English and French agree
/// e_ f_         a stem of English, of French
/// w_            a whole word, for what is typed only in part, or between quotation marks
/// t_…           the same three, of the title: t_portfolio t_e_… t_f_… t_w_…
/// ```
///
/// Other prefixes are free for whoever keeps the bag.
pub fn marks(fields: &[Field<'_>]) -> BTreeSet<String> {
    let mut marks = BTreeSet::new();
    for field in fields {
        let (text, title) = match field {
            Field::Title(text) => (*text, true),
            Field::Body(text) => (*text, false),
        };
        for word in words(text).into_iter().take(MOST_WORDS) {
            for form in forms(word.text) {
                for mark in form.marks() {
                    if title {
                        marks.insert(format!("t_{mark}"));
                    }
                    marks.insert(mark);
                }
            }
        }
    }
    marks
}

/// A text as its folded words with a space around each, to look for a phrase in.
pub fn plain(fields: &[Field<'_>]) -> String {
    let mut plain = String::from(" ");
    for field in fields {
        let (Field::Title(text) | Field::Body(text)) = field;
        for word in phrase(text) {
            plain.push_str(&word);
            plain.push(' ');
        }
        // A phrase does not go on from the title into the text.
        plain.push_str("| ");
    }
    plain
}

/// The folded words of a phrase: hyphens part them, what French elides is left out.
pub fn phrase(text: &str) -> Vec<String> {
    let mut folded = Vec::new();
    for word in words(text).into_iter().take(MOST_WORDS) {
        for part in word.text.split(is_hyphen) {
            folded.push(fold(bare(part)));
        }
    }
    folded.retain(|word| !word.is_empty());
    folded
}

/// A way in which a word may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Folded.
    pub whole: String,
    /// Its stems; none for words that say nothing.
    pub stems: Stems,
}

impl Form {
    /// Of a word as it stands.
    pub fn of(word: &str) -> Option<Form> {
        let whole = fold(word);
        let letters: String = word.chars().filter(|letter| !is_apostrophe(*letter) && !is_hyphen(*letter)).collect();
        (!whole.is_empty()).then(|| Form { stems: Stems::of(&letters), whole })
    }

    fn marks(&self) -> Vec<String> {
        let mut marks = if is_stop(&self.whole) { vec![self.whole.clone()] } else { self.stems.kept() };
        marks.push(format!("w_{}", self.whole));
        marks
    }
}

/// Every way in which a word of a text may be looked for: “l'école” as “école” and “lécole”,
/// “co-teaching” as “co”, “teaching” and “coteaching”, “7th” as “7” too, “Gr7” as “grade” and “7” too.
pub fn forms(word: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    forms.extend(Form::of(word));
    if word.contains(is_hyphen) {
        for part in word.split(is_hyphen) {
            forms.extend(own_forms(part));
        }
    } else {
        forms.extend(own_forms(word));
    }
    forms.dedup();
    forms
}

fn own_forms(part: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    let whole = part;
    let part = bare(whole);
    if part.len() < whole.len() {
        forms.extend(Form::of(whole));
    } else if let Some((_, after)) = part.split_once(is_apostrophe) {
        // “O'Brien” is found by “Brien” too.
        forms.extend(Form::of(after).filter(|form| form.whole.chars().count() >= 3));
    }
    forms.extend(Form::of(part));
    for other in meant(&fold(part)) {
        forms.extend(Form::of(&other));
    }
    forms
}

/// What else a folded word means: “gr” is grade, “7th” and “7e” are 7, “gr7” is both.
pub fn meant(folded: &str) -> Vec<String> {
    if folded == "gr" {
        return vec!["grade".to_owned()];
    }
    let digits = folded.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = folded.strip_suffix(digits).unwrap_or_default();
    if !number.is_empty() && ["st", "nd", "rd", "th", "e", "er", "re", "eme", "ieme", "ere"].contains(&digits) {
        return vec![number.to_owned()];
    }
    let number = folded.strip_prefix("grade").or_else(|| folded.strip_prefix("gr"));
    match number {
        Some(number) if !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit()) => {
            vec!["grade".to_owned(), number.to_owned()]
        }
        _ => Vec::new(),
    }
}
