//! From a logical line to a property: group, name, parameters, value.

use base64::Engine;

use crate::fault::Reason;

/// A property.
#[derive(Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name, upper case.
    pub name: String,
    /// Its parameters: names in upper case, values as they stand.
    pub parameters: Vec<(String, String)>,
    /// Its value, escapes and all; empty for properties that are left out.
    pub value: String,
}

impl Property {
    /// The values of a parameter; those with commas in them are several.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let of = self.parameters.iter().filter(move |(known, _)| known == name);
        of.flat_map(|(_, value)| value.split(',')).map(str::trim).filter(|value| !value.is_empty())
    }

    /// The first value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Reads a line. The value of a property that is not `wanted` is not looked at: a picture is long.
    pub fn read(line: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Property, Reason> {
        let (head, value) = split(line)?;
        let head = std::str::from_utf8(head).map_err(|_| Reason::NotUtf8)?;
        let mut words = pieces(head, ';').into_iter();
        let name = words.next().unwrap_or_default();
        let name = name.rsplit_once('.').map_or(name, |(_, name)| name).trim().to_ascii_uppercase();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(Reason::BadName(short(&name)));
        }
        let mut property = Property { name, parameters: Vec::new(), value: String::new() };
        for word in words.filter(|word| !word.trim().is_empty()) {
            property.parameters.push(parameter(word)?);
        }
        if wanted(&property.name) {
            property.value = property.decoded(value)?;
        }
        Ok(property)
    }

    /// The value as text.
    fn decoded(&self, value: &[u8]) -> Result<String, Reason> {
        let encoding = self.parameter("ENCODING").unwrap_or_default().to_ascii_uppercase();
        let bytes = match encoding.as_str() {
            "QUOTED-PRINTABLE" => quoted_printable(value)?,
            "B" | "BASE64" => {
                let packed: Vec<u8> = value.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
                base64::prelude::BASE64_STANDARD.decode(packed).map_err(|_| Reason::BadBase64)?
            }
            _ => value.to_vec(),
        };
        let charset = self.parameter("CHARSET").unwrap_or("UTF-8").to_ascii_uppercase();
        match charset.as_str() {
            "UTF-8" | "UTF8" | "US-ASCII" | "ASCII" => String::from_utf8(bytes).map_err(|_| Reason::NotUtf8),
            // Some programs say an old encoding and write UTF-8 all the same.
            "ISO-8859-1" | "LATIN1" | "WINDOWS-1252" => Ok(String::from_utf8(bytes)
                .unwrap_or_else(|error| error.as_bytes().iter().map(|byte| western(*byte)).collect())),
            _ => Err(Reason::UnknownCharset(short(&charset))),
        }
    }
}

/// The part before the first colon that is in no quotation marks, and the part after it.
fn split(line: &[u8]) -> Result<(&[u8], &[u8]), Reason> {
    let mut quoted = false;
    for (place, byte) in line.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => {
                let (head, rest) = line.split_at(place);
                return Ok((head, rest.get(1..).unwrap_or_default()));
            }
            _ => {}
        }
    }
    Err(if quoted { Reason::UnclosedQuote } else { Reason::NoColon })
}

/// The pieces of a head between marks that are in no quotation marks.
fn pieces(head: &str, mark: char) -> Vec<&str> {
    let mut quoted = false;
    head.split(move |letter: char| {
        if letter == '"' {
            quoted = !quoted;
        }
        letter == mark && !quoted
    })
    .collect()
}

/// `NAME=value,"value"`; a value alone is a type, as programs go on to write it that learned 2.1 first.
fn parameter(word: &str) -> Result<(String, String), Reason> {
    let Some((name, value)) = word.split_once('=') else {
        let word = word.trim().to_ascii_uppercase();
        let name = match word.as_str() {
            "QUOTED-PRINTABLE" | "BASE64" | "B" | "7BIT" | "8BIT" => "ENCODING",
            _ if plain(&word) => "TYPE",
            _ => return Err(Reason::BadParameter(short(&word))),
        };
        return Ok((name.to_owned(), word));
    };
    let name = name.trim().to_ascii_uppercase();
    if !plain(&name) {
        return Err(Reason::BadParameter(short(&name)));
    }
    let values = pieces(value, ',').into_iter().map(|value| value.trim().trim_matches('"').trim());
    let value = values.collect::<Vec<_>>().join(",");
    Ok((name, uncircumflexed(&value)))
}

/// RFC 6868, section 3.1, in one pass: `^^n` is a circumflex and an n. A line break is a blank here; a circumflex before
/// anything else stands for itself.
fn uncircumflexed(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(letter) = rest.next() {
        if letter != '^' {
            text.push(letter);
            continue;
        }
        match rest.next() {
            Some('n') => text.push(' '),
            Some('\'') => text.push('"'),
            Some('^') => text.push('^'),
            Some(other) => text.extend(['^', other]),
            None => text.push('^'),
        }
    }
    text
}

fn plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// A word of a file, cut to what a message can hold.
pub fn short(word: &str) -> String {
    word.chars().filter(|letter| !letter.is_control()).take(40).collect()
}

/// RFC 2045, 6.7.
fn quoted_printable(value: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.iter().copied();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    while let Some(byte) = rest.next() {
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        match (rest.next(), rest.next()) {
            (Some(b'\r'), Some(b'\n')) => {}
            // A soft break at the very end of a value.
            (None, _) => {}
            (Some(high), Some(low)) => match (digit(high), digit(low)) {
                (Some(high), Some(low)) => bytes.push(high * 16 + low),
                _ => return Err(Reason::BadQuotedPrintable),
            },
            _ => return Err(Reason::BadQuotedPrintable),
        }
    }
    Ok(bytes)
}

/// A letter of Windows-1252.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(' '),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::uncircumflexed;

    #[test]
    fn a_circumflex_that_stands_for_itself_makes_nothing_of_what_follows() {
        for (written, meant) in [
            ("a^nb", "a b"),
            ("^^n", "^n"),
            ("^^'", "^'"),
            ("^'x^'", "\"x\""),
            ("^^^n", "^ "),
            ("^x", "^x"),
            ("x^", "x^"),
        ] {
            assert_eq!(uncircumflexed(written), meant, "{written}");
        }
    }
}
