//! Escapes, lists and components of values (RFC 6350, 3.4 and 4).

/// What a value is cut at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// At nothing.
    Whole,
    /// At `;`.
    Components,
    /// At `,`.
    List,
}

/// The text of a value, or its parts, without their escapes. Control characters other than line breaks and
/// tabs are taken out: no name has any, and PostgreSQL keeps no NUL.
pub fn cut(value: &str, at: Cut) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, at) {
            ('\\', _) => match letters.next() {
                Some('n' | 'N') => part.push('\n'),
                Some(escaped @ ('\\' | ',' | ';' | ':')) => part.push(escaped),
                // No escape: what stands there is meant.
                Some(other) => part.extend(['\\', other]),
                None => part.push('\\'),
            },
            (';', Cut::Components) | (',', Cut::List) => parts.push(std::mem::take(&mut part)),
            ('\r', _) => {}
            (letter, _) if letter.is_control() && letter != '\n' && letter != '\t' => {}
            (letter, _) => part.push(letter),
        }
    }
    parts.push(part);
    for part in &mut parts {
        part.retain(|letter| !letter.is_control() || letter == '\n' || letter == '\t');
        *part = part.trim().to_owned();
    }
    parts
}

/// How many characters a value has without its escapes: what was written may always be read again.
pub fn length(value: &str) -> usize {
    let mut letters = value.chars();
    let mut length = 0;
    while let Some(letter) = letters.next() {
        length += 1;
        if letter == '\\' {
            letters.next();
        }
    }
    length
}

/// A text that may have several lines.
pub fn text(value: &str) -> String {
    cut(value, Cut::Whole).concat()
}

/// A text as one line.
pub fn line(value: &str) -> String {
    one_line(&text(value))
}

/// White space as single spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with the escapes it needs.
pub fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            '\r' => {}
            letter => value.push(letter),
        }
    }
    value
}
