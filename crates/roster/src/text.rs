//! From bytes to text: UTF-8, or else Windows-1252, which is what spreadsheets of the
//! Americas and western Europe write when they say “CSV”.

use crate::Unreadable;

/// How the bytes of a file spelled its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, also called ANSI or CP1252; ISO 8859-1 reads the same.
    Windows1252,
}

/// The text in `bytes` without a byte order mark, and how it was spelled.
///
/// A few control characters are let through: the Open Database of Educational Facilities
/// has dashes spoilt into byte 0x13 inside names, and is a good file otherwise.
///
/// # Errors
/// [`Unreadable::NotText`] for UTF-16, workbooks and other binary files;
/// [`Unreadable::Damaged`] for text that is mostly UTF-8 but not wholly, which would be
/// spoilt by reading it as Windows-1252.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    if let Some(what) = binary(bytes) {
        return Err(Unreadable::NotText { what });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8)),
        Err(_) => windows_1252(bytes),
    }
}

fn windows_1252(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    let mut line = 1;
    let mut damaged_line = None;
    let (mut accented, mut invalid) = (0_u64, 0_u64);
    for chunk in bytes.utf8_chunks() {
        accented += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
        line += chunk.valid().matches('\n').count() as u64;
        if !chunk.invalid().is_empty() {
            invalid += 1;
            damaged_line.get_or_insert(line);
        }
    }
    // In Windows-1252 two accented letters in a row that happen to be UTF-8 are rare
    // (“Ã©” is nobody's name), so more of them than of the others means damaged UTF-8.
    if accented > invalid {
        return Err(Unreadable::Damaged { line: damaged_line.unwrap_or(1) });
    }
    // Five bytes mean nothing in Windows-1252 and are not in any text written with it.
    if bytes.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)) {
        return Err(Unreadable::NotText { what: "neither UTF-8 nor Windows-1252" });
    }
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text.into_owned(), Encoding::Windows1252))
}

/// What a file that is not text seems to be.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 7] = [
        (b"\xff\xfe", "text in UTF-16"),
        (b"\xfe\xff", "text in UTF-16"),
        (b"PK\x03\x04", "an Excel workbook or another ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
        (b"%PDF-", "a PDF document"),
        (b"\x1f\x8b", "a compressed file"),
        (b"SQLite format 3", "a database"),
    ];
    if let Some((_, what)) = KNOWN.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(what);
    }
    if bytes.contains(&0) {
        // Without a byte order mark, every second byte of UTF-16 in a Latin script is zero.
        let zeros = bytes.iter().filter(|byte| **byte == 0).count();
        return Some(if zeros * 5 >= bytes.len() * 2 { "text in UTF-16" } else { "a binary file" });
    }
    let controls = bytes.iter().filter(|byte| matches!(byte, 0x01..=0x08 | 0x0e..=0x1f | 0x7f)).count();
    (controls * 20 > bytes.len()).then_some("a binary file")
}

#[cfg(test)]
mod tests;
