use crate::words::month_of;

/// What a piece of a line may mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `2026-09-07`, also with dots or slashes.
    Whole(i16, i8, i8),
    /// Digits: a day or a year. `1st` and `1er` are 1.
    Number(u32),
    /// The name of a month, or its beginning: 1 to 12.
    Month(i8),
    /// The name of a weekday; it says nothing that the date does not.
    Weekday,
    /// `-`, `–`, `/`, `..`
    Dash,
    /// `to`, `au`, `until`
    To,
    /// `from`, `du`, `le`: it belongs to the date after it.
    From,
    /// `,`
    Comma,
    /// Anything else.
    Other,
}

/// A piece of a line, and where it stands.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) begin: usize,
    pub(super) end: usize,
}

const WEEKDAYS: [&str; 30] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lun",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
];

/// The pieces of a line, without the white space.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut begin = 0;
    while let Some(first) = line.get(begin..).and_then(|rest| rest.chars().next()) {
        let rest = line.get(begin..).unwrap_or_default();
        let (length, kind) = if first.is_whitespace() {
            begin += first.len_utf8();
            continue;
        } else if first.is_ascii_digit() {
            number(rest)
        } else if first.is_alphabetic() {
            word(rest)
        } else {
            let kind = match first {
                '-' | '–' | '—' | '/' | '→' => Kind::Dash,
                ',' => Kind::Comma,
                _ => Kind::Other,
            };
            (first.len_utf8(), kind)
        };
        let end = begin + length;
        found.push(Token { kind, begin, end });
        begin = end;
    }
    found
}

/// Digits, a whole date, or an ordinal.
fn number(rest: &str) -> (usize, Kind) {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = digits(rest);
    if let Some(whole) = whole(rest) {
        return whole;
    }
    let after = rest.get(length..).unwrap_or_default();
    let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let ending = after.get(..letters).unwrap_or_default().to_ascii_lowercase();
    let taken =
        if matches!(ending.as_str(), "st" | "nd" | "rd" | "th" | "er" | "e") { length + letters } else { length };
    let number = rest.get(..length).and_then(|digits| digits.parse().ok());
    (taken, number.map_or(Kind::Other, Kind::Number))
}

/// Year, month and day, parted by the same sign twice.
fn whole(rest: &str) -> Option<(usize, Kind)> {
    let sign = rest.chars().nth(4).filter(|sign| "-/.".contains(*sign))?;
    let mut parts = rest.splitn(3, sign);
    let (year, month, tail) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let day = tail.get(..digits)?;
    let fits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !fits(year, 4) || !fits(month, 2) || !fits(day, 2) {
        return None;
    }
    let kind = Kind::Whole(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some((year.len() + month.len() + day.len() + 2, kind))
}

fn word(rest: &str) -> (usize, Kind) {
    let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
    let word = rest.get(..length).unwrap_or_default().to_lowercase();
    // A shortened name keeps its point.
    let with_point = length + usize::from(rest.get(length..).is_some_and(|after| after.starts_with('.')));
    if let Some(month) = month_of(&word) {
        return (with_point, Kind::Month(month));
    }
    match word.as_str() {
        "to" | "au" | "until" | "till" | "through" | "thru" | "à" => (length, Kind::To),
        "from" | "du" | "le" | "on" => (length, Kind::From),
        word if WEEKDAYS.contains(&word) => (with_point, Kind::Weekday),
        _ => (length, Kind::Other),
    }
}
