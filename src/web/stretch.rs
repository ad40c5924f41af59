//! A stretch of a long list, by the number of its page, and the words it is searched by.

use super::{Input, Problems};

/// One page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Which page, from 1.
    pub number: i64,
    /// How many things stand on a page.
    pub size: i64,
}

impl Stretch {
    /// Reads `page` (from 1; the first when nothing is said).
    pub fn read(input: &Input, size: i64, problems: &mut Problems) -> Stretch {
        let number = input.number("page", 1..=1_000_000, problems).unwrap_or(1);
        Stretch { number, size }
    }

    /// How many things stand on the pages before.
    pub fn offset(self) -> i64 {
        (self.number - 1) * self.size
    }

    /// The number of the first thing, of a page that shows `shown`; 0 when it shows none.
    pub fn first(self, shown: usize) -> i64 {
        if shown == 0 { 0 } else { self.offset() + 1 }
    }

    /// The number of the last thing, of a page that shows `shown`.
    pub fn last(self, shown: usize) -> i64 {
        self.offset() + i64::try_from(shown).unwrap_or_default()
    }

    /// The number of the page after, if there are things left of `total`.
    pub fn after(self, total: i64) -> Option<i64> {
        (self.offset() + self.size < total).then_some(self.number + 1)
    }

    /// The number of the page before, if this is not the first.
    pub fn before(self) -> Option<i64> {
        (self.number > 1).then_some(self.number - 1)
    }
}

/// An address with a query of the fields that are not empty.
pub fn address(path: &str, fields: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields.iter().filter(|(_, value)| !value.is_empty()));
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Three patterns of `like` that find what somebody typed, without case and accents: every word must
/// be found, from the third on in their order. A word more costs nothing, so three are enough.
pub fn patterns(typed: &str) -> [String; 3] {
    let folded = roster::fold(typed);
    let mut words = folded.splitn(3, ' ');
    let mut pattern = || format!("%{}%", words.next().unwrap_or_default().replace(' ', "%"));
    [pattern(), pattern(), pattern()]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_stretch_knows_where_it_is() {
        let stretch = Stretch { number: 2, size: 50 };
        assert_eq!((stretch.first(20), stretch.last(20)), (51, 70));
        assert_eq!((stretch.before(), stretch.after(70)), (Some(1), None));
        assert_eq!(stretch.after(101), Some(3));
        assert_eq!((stretch.first(0), stretch.last(0)), (0, 50));
        let mut problems = Problems::new();
        let input = Input::of_form(b"page=0");
        assert_eq!(Stretch::read(&input, 50, &mut problems).number, 1);
        assert!(problems.about("page").is_some());
    }

    #[test]
    fn an_address_leaves_out_what_is_empty() {
        assert_eq!(address("/people", &[("q", ""), ("role", "")]), "/people");
        assert_eq!(
            address("/people", &[("q", "Zoé & co"), ("role", ""), ("page", "2")]),
            "/people?q=Zo%C3%A9+%26+co&page=2"
        );
    }

    #[test]
    fn what_is_typed_is_found_without_case_accents_and_signs() {
        assert_eq!(patterns(""), ["%%", "%%", "%%"]);
        assert_eq!(patterns(" Élo_ise 100% "), ["%elo%", "%ise%", "%100%"]);
        assert_eq!(patterns("a b c d"), ["%a%", "%b%", "%c%d%"]);
    }
}
