//! Which words two texts have in common, whatever their endings and whichever of the two languages.

use std::collections::BTreeSet;

use crate::marks::forms;
use crate::stop::is_stop;
use crate::words::{bare, fold, words};

/// The words of a text that a document with these [`marks`](crate::marks) has too, as they stand in the text and
/// each once. Words that say nothing, numbers by themselves and single letters are left out: a room 7 and a
/// grade 7 have nothing in common.
pub fn shared(text: &str, marks: &BTreeSet<String>) -> Vec<String> {
    let mut shared: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for word in words(text) {
        let word = bare(word.text);
        let folded = fold(word);
        let says = folded.chars().count() > 1 && folded.chars().any(char::is_alphabetic) && !is_stop(&folded);
        if !says || !forms(word).first().is_some_and(|form| form.stems.sought().iter().any(|mark| marks.contains(mark)))
        {
            continue;
        }
        if seen.insert(folded) {
            shared.push(word.to_owned());
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Field, marks};

    #[test]
    fn endings_accents_and_languages_do_not_matter_and_words_that_say_nothing_do() {
        let marks = marks(&[Field::Title("Digital portfolios in room 7"), Field::Body("L’école et les enseignantes")]);
        let shared = |text: &str| shared(text, &marks);
        assert_eq!(shared("A portfolio, portfolios; PORTFOLIO of the 7"), ["portfolio", "portfolios"]);
        assert_eq!(shared("l'ecole, enseignante"), ["ecole", "enseignante"]);
        assert!(shared("the and 7 a soup").is_empty());
    }
}
