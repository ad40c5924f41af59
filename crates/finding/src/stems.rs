//! What words have in common: “portfolios” and “portfolio”, “enseignantes” and “enseignante”.
//!
//! Nobody says in which language they write, and a text of a district mixes both. So a word is cut as
//! either language would, and is found by either. A stem on which the two agree is marked plainly,
//! another says whose it is: what the English rules make of one word must not meet what the French rules
//! make of another.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::words::fold;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
static FRENCH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::French));

/// The stems of a word in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stems {
    english: String,
    /// French rules read accents, and people leave them out: both ways, folded afterwards.
    french: [String; 2],
}

impl Stems {
    /// Of a word as it stands.
    pub fn of(word: &str) -> Stems {
        let folded = fold(word);
        if folded.chars().count() < 4 || folded.chars().any(|letter| letter.is_ascii_digit()) {
            return Stems { english: folded.clone(), french: [folded.clone(), folded] };
        }
        let cut = |stemmer: &Stemmer, word: &str| {
            let stem = fold(&stemmer.stem(word));
            // A stem of two letters says nothing any more.
            if stem.chars().count() < 3 { folded.clone() } else { stem }
        };
        let accented: String = word.to_lowercase().nfc().collect();
        Stems {
            english: cut(&ENGLISH, &folded),
            french: [cut(&FRENCH, &folded), if accented == folded { String::new() } else { cut(&FRENCH, &accented) }],
        }
    }

    /// The marks a text with this word is given.
    pub fn kept(&self) -> Vec<String> {
        let mut kept = Vec::with_capacity(3);
        let french = self.french.iter().filter(|stem| !stem.is_empty());
        for stem in french.clone() {
            kept.push(if *stem == self.english { stem.clone() } else { format!("f_{stem}") });
        }
        if french.clone().all(|stem| *stem != self.english) {
            kept.push(format!("e_{}", self.english));
        }
        kept.sort_unstable();
        kept.dedup();
        kept
    }

    /// The marks of which a text must have one to be found by this word.
    pub fn sought(&self) -> Vec<String> {
        let mut sought = vec![self.english.clone(), format!("e_{}", self.english)];
        for stem in self.french.iter().filter(|stem| !stem.is_empty()) {
            sought.extend([stem.clone(), format!("f_{stem}")]);
        }
        sought.sort_unstable();
        sought.dedup();
        sought
    }
}
