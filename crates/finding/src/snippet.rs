//! A few words of a text around what was asked for.

use crate::asked::Asked;
use crate::words::words;

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text, not escaped.
    pub text: String,
    /// Whether it was asked for.
    pub marked: bool,
}

/// How many letters stand before the first word that was asked for.
const BEFORE: usize = 40;

impl Asked {
    /// A text of one line with what was asked for marked; of a long text about `most` letters around the
    /// place that has most of it, with “…” where something was left out.
    pub fn snippet(&self, text: &str, most: usize) -> Vec<Piece> {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = self.shown();
        let found: Vec<_> = words(&text).into_iter().filter(|word| shown.has(word.text)).map(|word| word.at).collect();
        let (from, to) = if text.len() <= most {
            (0, text.len())
        } else {
            let begins = |at: usize| found.iter().filter(|place| place.start >= at && place.end <= at + most).count();
            // The first of those places from which most is seen.
            let best = found
                .iter()
                .map(|place| place.start)
                .reduce(|best, at| if begins(at) > begins(best) { at } else { best });
            window(&text, best.unwrap_or(0), most)
        };
        let mut pieces = Vec::new();
        let mut push = |text: &str, marked: bool| {
            if !text.is_empty() {
                pieces.push(Piece { text: text.to_owned(), marked });
            }
        };
        push(if from > 0 { "… " } else { "" }, false);
        let mut at = from;
        for place in found.into_iter().filter(|place| place.start >= from && place.end <= to) {
            push(text.get(at..place.start).unwrap_or_default(), false);
            push(text.get(place.clone()).unwrap_or_default(), true);
            at = place.end;
        }
        push(text.get(at..to).unwrap_or_default(), false);
        push(if to < text.len() { " …" } else { "" }, false);
        pieces
    }
}

/// From a space some letters before `at` to one about `most` further.
fn window(text: &str, at: usize, most: usize) -> (usize, usize) {
    let floor = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let early = floor(at.saturating_sub(BEFORE));
    let from = if early == 0 {
        0
    } else {
        text.get(early..at).and_then(|before| before.find(' ')).map_or(at, |space| early + space + 1)
    };
    let late = floor((from + most).min(text.len()));
    let to = if late == text.len() {
        late
    } else {
        text.get(from..late).and_then(|inside| inside.rfind(' ')).map_or(late, |space| from + space)
    };
    (from, to)
}
