use jiff::civil::DateTime;

/// A line is at most this long in octets, without its end (section 3.1).
const LONGEST: usize = 75;

/// Content lines, folded and ended as section 3.1 wants it.
pub(super) struct Lines {
    out: String,
}

impl Lines {
    pub(super) fn new() -> Lines {
        Lines { out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A property whose value is text (section 3.3.11).
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// A property of another type. Control characters are left out, for they
    /// would start a line of their own.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        self.fold(&format!("{name}:{value}"));
    }

    /// The continuation's leading space counts towards its length. The section
    /// would let a letter be torn apart between its octets; many readers do not.
    fn fold(&mut self, line: &str) {
        let mut room = LONGEST;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.out.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.out.push(letter);
            room -= letter.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

/// Backslash, semicolon, comma and the end of a line are escaped; other control
/// characters than the tab may not stand in a text.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => out.push_str("\\n"),
            '\t' => out.push(letter),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Section 3.3.5, form 1; the seconds are whole.
pub(super) fn local(at: DateTime) -> String {
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second())
}
