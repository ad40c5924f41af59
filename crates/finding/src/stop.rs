//! Words that are in nearly every text, and say nothing about it.

/// Folded, of English and French; sorted.
const WORDS: [&str; 89] = [
    "a", "about", "am", "an", "and", "are", "as", "at", "au", "aux", "avec", "be", "but", "by", "ce", "ces", "cet",
    "cette", "dans", "de", "des", "do", "does", "du", "elle", "elles", "en", "est", "et", "eux", "for", "from", "had",
    "has", "have", "he", "her", "his", "how", "i", "il", "ils", "in", "is", "it", "its", "je", "la", "le", "les",
    "leur", "leurs", "me", "mes", "mon", "my", "ne", "nos", "notre", "nous", "of", "on", "or", "ou", "our", "par",
    "pas", "pour", "que", "qui", "sa", "se", "ses", "she", "son", "sur", "that", "the", "their", "they", "this", "to",
    "un", "une", "vos", "votre", "vous", "we", "with",
];

/// Whether a folded word says nothing about a text.
pub fn is_stop(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_are_sorted_so_that_each_is_found() {
        assert!(super::WORDS.is_sorted());
        assert!(super::WORDS.into_iter().all(super::is_stop));
    }
}
