//! The languages people speak: a fixed list, by the codes of ISO 639, with their names in the house's languages.
//! Those of this continent's first peoples are as many as a list can hold that people still read.

use std::str::FromStr;

use super::Tag;
use crate::web::Language;

/// Code, and the key of the name.
pub const TONGUES: &[(&str, &str)] = &[
    ("en", "tongue-en"),
    ("fr", "tongue-fr"),
    ("ase", "tongue-ase"),
    ("fcs", "tongue-fcs"),
    ("pa", "tongue-pa"),
    ("zh", "tongue-zh"),
    ("yue", "tongue-yue"),
    ("ko", "tongue-ko"),
    ("ja", "tongue-ja"),
    ("tl", "tongue-tl"),
    ("vi", "tongue-vi"),
    ("hi", "tongue-hi"),
    ("ur", "tongue-ur"),
    ("ta", "tongue-ta"),
    ("te", "tongue-te"),
    ("ml", "tongue-ml"),
    ("gu", "tongue-gu"),
    ("bn", "tongue-bn"),
    ("ne", "tongue-ne"),
    ("fa", "tongue-fa"),
    ("ar", "tongue-ar"),
    ("he", "tongue-he"),
    ("tr", "tongue-tr"),
    ("ku", "tongue-ku"),
    ("am", "tongue-am"),
    ("ti", "tongue-ti"),
    ("so", "tongue-so"),
    ("sw", "tongue-sw"),
    ("yo", "tongue-yo"),
    ("es", "tongue-es"),
    ("pt", "tongue-pt"),
    ("it", "tongue-it"),
    ("de", "tongue-de"),
    ("nl", "tongue-nl"),
    ("da", "tongue-da"),
    ("sv", "tongue-sv"),
    ("no", "tongue-no"),
    ("fi", "tongue-fi"),
    ("pl", "tongue-pl"),
    ("uk", "tongue-uk"),
    ("ru", "tongue-ru"),
    ("cs", "tongue-cs"),
    ("hu", "tongue-hu"),
    ("ro", "tongue-ro"),
    ("hr", "tongue-hr"),
    ("sr", "tongue-sr"),
    ("el", "tongue-el"),
    ("cr", "tongue-cr"),
    ("oj", "tongue-oj"),
    ("crg", "tongue-crg"),
    ("iu", "tongue-iu"),
    ("mic", "tongue-mic"),
    ("moh", "tongue-moh"),
    ("bla", "tongue-bla"),
    ("oka", "tongue-oka"),
    ("shs", "tongue-shs"),
    ("hur", "tongue-hur"),
    ("squ", "tongue-squ"),
    ("crx", "tongue-crx"),
    ("nuk", "tongue-nuk"),
    ("hai", "tongue-hai"),
    ("tsi", "tongue-tsi"),
    ("ncg", "tongue-ncg"),
    ("git", "tongue-git"),
    ("chn", "tongue-chn"),
    ("la", "tongue-la"),
];

/// A code of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tongue(&'static str);

impl Tongue {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.0
    }
}

impl FromStr for Tongue {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        TONGUES.iter().find(|(known, _)| *known == code).map(|(known, _)| Tongue(known)).ok_or(())
    }
}

/// A language in words.
pub fn in_words(language: Language, code: &str) -> String {
    let key = TONGUES.iter().find(|(known, _)| *known == code).map(|(_, key)| *key);
    key.map_or_else(|| code.to_owned(), |key| language.say(key).to_string())
}

/// All of them to choose from: those of the house first, then by name.
pub fn choices(language: Language) -> Vec<(String, String)> {
    let mut all: Vec<_> = TONGUES.iter().map(|(code, key)| (*code, language.say(*key).to_string())).collect();
    all.sort_by_cached_key(|(code, name)| (!matches!(*code, "en" | "fr"), roster::fold(name)));
    all.into_iter().map(|(code, name)| (code.to_owned(), name)).collect()
}

/// Languages in words, in the order in which they were ticked.
pub fn together(language: Language, tags: &[Tag]) -> Vec<String> {
    tags.iter().map(|tag| in_words(language, &tag.key)).collect()
}
