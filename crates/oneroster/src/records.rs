//! CSV as RFC 4180 has it, record by record, strictly.
//!
//! The `csv` crate reads leniently: a quote that is never closed swallows the rest of the file as one field,
//! and what follows a closing quote is added to the field. Here both are faults, and every record knows its
//! row as a spreadsheet numbers it, which is not its line once there are line breaks inside quotes.

use std::io::Read;

/// The longest record in bytes; a set has rows of a few hundred.
const LONGEST: usize = 1 << 20;
/// The most fields of a record.
const MOST_FIELDS: usize = 2_000;

/// Why a file cannot be read any further, or a record not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A quote that is not closed before the end.
    Unclosed,
    /// Something between a closing quote and the next comma.
    AfterQuote,
    /// A quote in the middle of a field that does not begin with one.
    StrayQuote,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A zero byte.
    Zero,
    /// A record that is too long or has too many fields.
    TooLong,
    /// What is packed cannot be unpacked.
    Broken(String),
}

/// One record, kept and filled again and again.
#[derive(Debug, Default)]
pub struct Record {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// Its row as a spreadsheet numbers it.
    pub row: u64,
    /// A fault that leaves the records after it readable.
    pub fault: Option<Fault>,
    quoted: bool,
}

impl Record {
    /// The number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is nothing on the row.
    pub fn is_blank(&self) -> bool {
        self.ends.len() <= 1 && !self.quoted && self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    /// A field by its place.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        // It was checked when the record was read.
        std::str::from_utf8(self.bytes.get(start..end)?).ok()
    }

    /// The fields.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.get(place).unwrap_or_default())
    }

    fn clear(&mut self, row: u64) {
        self.bytes.clear();
        self.ends.clear();
        self.row = row;
        self.fault = None;
        self.quoted = false;
    }

    fn end_field(&mut self) -> Result<(), Fault> {
        self.ends.push(self.bytes.len());
        if self.ends.len() > MOST_FIELDS { Err(Fault::TooLong) } else { Ok(()) }
    }

    /// Every field is text of its own: what begins in one and is completed by the next is none.
    fn check(&self) -> Result<(), Fault> {
        let text = std::str::from_utf8(&self.bytes).map_err(|_| Fault::NotUtf8)?;
        if !self.ends.iter().all(|end| text.is_char_boundary(*end)) {
            return Err(Fault::NotUtf8);
        }
        if self.bytes.contains(&0) { Err(Fault::Zero) } else { Ok(()) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a field.
    Start,
    /// In a field without quotes.
    Plain,
    /// Inside quotes.
    Quoted,
    /// Behind a quote that closes, or is the first of two.
    Closed,
}

/// The records of a file.
#[derive(Debug)]
pub struct Records<R> {
    from: R,
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
    row: u64,
    ended: bool,
    /// The last byte was a carriage return that ended a record.
    returned: bool,
    /// How many bytes were read so far.
    pub read: u64,
}

impl<R: Read> Records<R> {
    /// The records of what is read from `from`, without a byte order mark.
    pub fn new(from: R) -> Records<R> {
        let buffer = vec![0; 1 << 16];
        Records { from, buffer, at: 0, filled: 0, row: 0, ended: false, returned: false, read: 0 }
    }

    fn fill(&mut self) -> Result<bool, Fault> {
        if self.at < self.filled {
            return Ok(true);
        }
        if self.ended {
            return Ok(false);
        }
        let first = self.read == 0;
        (self.at, self.filled) = (0, 0);
        // The mark is three bytes, and a reader may give them one by one.
        while self.filled < if first { 3 } else { 1 } {
            let Some(free) = self.buffer.get_mut(self.filled..) else { break };
            match self.from.read(free) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(read) => {
                    self.filled += read;
                    self.read += read as u64;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Fault::Broken(error.to_string())),
            }
        }
        if first && self.buffer.get(..self.filled).is_some_and(|bytes| bytes.starts_with(b"\xef\xbb\xbf")) {
            self.at = 3;
        }
        if self.at < self.filled || self.ended { Ok(self.at < self.filled) } else { self.fill() }
    }

    /// Reads the next record; `false` at the end. A fault is of the row in `record.row`, and nothing can be
    /// read after it.
    pub fn next(&mut self, record: &mut Record) -> Result<bool, Fault> {
        record.clear(self.row + 1);
        let mut state = State::Start;
        let mut any = false;
        loop {
            if !self.fill()? {
                break;
            }
            let chunk = self.buffer.get(self.at..self.filled).unwrap_or_default();
            let mut used = 0;
            let mut done = false;
            for byte in chunk {
                used += 1;
                if std::mem::take(&mut self.returned) && *byte == b'\n' {
                    continue;
                }
                any = true;
                state = match (state, *byte) {
                    (State::Quoted, b'"') => State::Closed,
                    (State::Quoted, byte) => {
                        record.bytes.push(byte);
                        State::Quoted
                    }
                    (State::Closed, b'"') => {
                        record.bytes.push(b'"');
                        State::Quoted
                    }
                    (State::Start, b'"') => {
                        record.quoted = true;
                        State::Quoted
                    }
                    (_, b',') => {
                        record.end_field()?;
                        State::Start
                    }
                    (_, byte @ (b'\n' | b'\r')) => {
                        self.returned = byte == b'\r';
                        done = true;
                        break;
                    }
                    (State::Closed, _) => return Err(Fault::AfterQuote),
                    (_, byte) => {
                        if byte == b'"' {
                            record.fault = Some(Fault::StrayQuote);
                        }
                        record.bytes.push(byte);
                        State::Plain
                    }
                };
            }
            self.at += used;
            if record.bytes.len() > LONGEST {
                return Err(Fault::TooLong);
            }
            if done {
                break;
            }
        }
        if state == State::Quoted {
            // A bad byte inside comes first: whoever mends it sees whether the quote is there.
            record.end_field()?;
            record.check()?;
            return Err(Fault::Unclosed);
        }
        if !any {
            return Ok(false);
        }
        self.row += 1;
        record.end_field()?;
        record.check()?;
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
