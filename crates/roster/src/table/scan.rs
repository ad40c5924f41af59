//! What must be known about a CSV text before it is read: its separator and its rows.

use crate::Unreadable;

/// The separator that row 1 has most of, outside quotation marks. Excel writes semicolons
/// where the comma is the decimal mark, as in French.
pub(super) fn delimiter(text: &str) -> u8 {
    let (mut commas, mut semicolons, mut tabs, mut quoted) = (0, 0, 0, false);
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\r' | b'\n' => break,
            b',' => commas += 1,
            b';' => semicolons += 1,
            b'\t' => tabs += 1,
            _ => {}
        }
    }
    if semicolons > commas && semicolons >= tabs {
        b';'
    } else if tabs > commas {
        b'\t'
    } else {
        b','
    }
}

/// The spreadsheet row of each record, by the grammar that the `csv` crate reads
/// (RFC 4180, and a quotation mark inside an unquoted field is a letter like any other).
///
/// The crate alone does not do: it passes over empty lines, which a spreadsheet counts,
/// counts the line breaks inside quotation marks, which a spreadsheet does not, and takes
/// a quotation mark that is never closed for a field up to the end of the file.
pub(super) fn numbers(text: &str, delimiter: u8) -> Result<Vec<u64>, Unreadable> {
    enum At {
        Record,
        Field,
        Plain,
        Quoted,
        Closing,
    }
    let mut numbers = Vec::new();
    let (mut number, mut at, mut opened) = (1, At::Record, 1);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let end = matches!(byte, b'\r' | b'\n');
        if end && byte == b'\r' && !matches!(at, At::Quoted) {
            bytes.next_if_eq(&b'\n');
        }
        if matches!(at, At::Record) && !end {
            numbers.push(number);
            at = At::Field;
        }
        at = match at {
            At::Quoted if byte == b'"' => At::Closing,
            At::Quoted => At::Quoted,
            _ if end => {
                number += 1;
                At::Record
            }
            At::Field if byte == b'"' => {
                opened = number;
                At::Quoted
            }
            At::Closing if byte == b'"' => At::Quoted,
            _ if byte == delimiter => At::Field,
            _ => At::Plain,
        };
    }
    if matches!(at, At::Quoted) {
        return Err(Unreadable::UnclosedQuote { row: opened });
    }
    Ok(numbers)
}
