//! Cutting a text into words, with where they stand.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Longer words are cut: nobody types them, and an index has its limits.
const LONGEST: usize = 40;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it stands, with apostrophes and hyphens inside.
    pub text: &'a str,
    /// Where, in bytes.
    pub at: Range<usize>,
}

/// The words of a text in their order. A word is letters and digits of any script, with apostrophes
/// and hyphens between them: “l'école”, “co-teaching”, “O’Brien”, “Gr7”.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut begun: Option<usize> = None;
    // Where the word would end if what comes next is no part of it.
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let whole = letter.is_alphanumeric() || (begun.is_some() && is_combining_mark(letter));
        if whole {
            begun.get_or_insert(at);
            end = at + letter.len_utf8();
        } else if begun.is_some_and(|_| at == end && (is_apostrophe(letter) || is_hyphen(letter))) {
            // A part of it only if a letter follows; until then the word ends before.
        } else if let Some(from) = begun.take() {
            found.extend(text.get(from..end).map(|word| Word { text: word, at: from..end }));
        }
    }
    if let Some(from) = begun {
        found.extend(text.get(from..end).map(|word| Word { text: word, at: from..end }));
    }
    found
}

/// Whether it stands where letters were left out.
pub fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Whether it joins words.
pub fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// A word without case and accents: “École” is “ecole”, “cœur” is “coeur”.
pub fn fold(word: &str) -> String {
    let folded = roster::fold(word);
    let short: String = folded.chars().filter(|letter| letter.is_alphanumeric()).take(LONGEST).collect();
    short
}

/// What French leaves the last letter of before a vowel.
const ELIDED: [&str; 15] =
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"];

/// The word itself, where it stands behind an apostrophe or has one behind it: “l'école” is “école”,
/// “teacher's” is “teacher”. An apostrophe may be the word's own, as in “O'Brien”.
pub fn bare(word: &str) -> &str {
    let mut word = word;
    while let Some(less) = less(word) {
        word = less;
    }
    word
}

fn less(word: &str) -> Option<&str> {
    let (before, after) = word.split_once(is_apostrophe)?;
    if after.eq_ignore_ascii_case("s") {
        return Some(before);
    }
    ELIDED.contains(&fold(before).as_str()).then_some(after)
}
