//! From bytes to logical lines: folded ones are put together again.

use crate::fault::{Fault, Reason};

/// A line as the standard means it.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// The line of the file on which it begins, from 1.
    pub number: usize,
    /// What stands there.
    pub bytes: Vec<u8>,
}

/// The file in UTF-8 or what its cards say: UTF-16, which an address book of 2005 wrote, is turned into it.
pub fn bytes(file: &[u8]) -> Result<Vec<u8>, Fault> {
    let wide = |file: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = file.as_chunks::<2>();
        let text: Result<String, _> = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
        match text {
            Ok(text) if rest.is_empty() => Ok(text.into_bytes()),
            _ => Err(Fault { line: 1, reason: Reason::NotText }),
        }
    };
    if let Some(file) = file.strip_prefix(b"\xff\xfe") {
        wide(file, u16::from_le_bytes)
    } else if let Some(file) = file.strip_prefix(b"\xfe\xff") {
        wide(file, u16::from_be_bytes)
    } else if file.contains(&0) {
        Err(Fault { line: 1, reason: Reason::NotText })
    } else {
        Ok(file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file).to_vec())
    }
}

/// The logical lines. A fold may stand within a letter (RFC 6350, 3.2), so lines are joined before they are
/// read as text. A line of quoted-printable that ends with `=` goes on without a space.
pub fn logical(file: &[u8]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut soft = false;
    for (number, physical) in (1..).zip(physical(file)) {
        if soft && let Some(last) = lines.last_mut() {
            last.bytes.extend_from_slice(b"\r\n");
            last.bytes.extend_from_slice(physical);
            soft = physical.ends_with(b"=");
            continue;
        }
        match (physical.first(), lines.last_mut()) {
            // A line of spaces only is one that someone left between cards.
            (Some(b' ' | b'\t'), Some(last)) if !last.bytes.is_empty() => {
                last.bytes.extend_from_slice(physical.get(1..).unwrap_or_default());
            }
            _ => lines.push(Line { number, bytes: physical.to_vec() }),
        }
        soft = lines.last().is_some_and(|line| line.bytes.ends_with(b"=") && says_quoted_printable(&line.bytes));
    }
    lines.retain(|line| !line.bytes.trim_ascii().is_empty());
    lines
}

/// Whether the part before the value says so.
fn says_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.to_ascii_uppercase().windows(16).any(|word| word == b"QUOTED-PRINTABLE")
}

/// Lines that end with CRLF, LF or CR.
fn physical(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    file.split(|byte| *byte == b'\n').flat_map(|line| {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        line.split(|byte| *byte == b'\r')
    })
}
