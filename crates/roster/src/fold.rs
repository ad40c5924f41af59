//! One way to compare what people type: no case, no accents, no punctuation.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `text` in lower case without accents; apostrophes vanish, anything else that is neither
/// letter nor digit becomes a single space. “École  St. Mary's” is “ecole st marys”.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|c| push(&mut folded, c));
    } else {
        text.nfd().filter(|c| !is_combining_mark(*c)).for_each(|c| push(&mut folded, c));
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

fn push(folded: &mut String, c: char) {
    match c {
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
        // Letters that do not decompose, as French and its neighbours use them.
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        _ if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

/// The candidate most like `wanted` (both folded), if any is like it at all.
pub(crate) fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(wanted, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.6)
        // The first of equals, so that the answer does not depend on the order of a map.
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, candidate)| candidate)
}
