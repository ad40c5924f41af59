//! What a file is, found by its content; the list of what may be uploaded.

use std::io::{Read, Seek, SeekFrom};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its media type.
    pub media: &'static str,
    /// The endings that say so; the first is given to a file without one.
    pub endings: &'static [&'static str],
    /// Whether it is a picture, which is drawn anew.
    pub picture: bool,
}

const fn kind(media: &'static str, endings: &'static [&'static str]) -> Kind {
    Kind { media, endings, picture: false }
}

const fn picture(media: &'static str, endings: &'static [&'static str]) -> Kind {
    Kind { media, endings, picture: true }
}

/// Text in UTF-8.
pub const TEXT: Kind = kind("text/plain; charset=utf-8", &["txt", "md", "csv", "tsv", "srt", "vtt"]);
const ZIP: Kind = kind("application/zip", &["zip"]);
const SCRATCH: Kind = kind("application/x.scratch.sb3", &["sb3"]);

/// What may be uploaded, but text. Whoever looks for HTML, SVG or programs looks in vain.
const KINDS: &[Kind] = &[
    picture("image/jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
    picture("image/png", &["png"]),
    picture("image/webp", &["webp"]),
    picture("image/gif", &["gif"]),
    kind("application/pdf", &["pdf"]),
    kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    kind("application/vnd.oasis.opendocument.text", &["odt"]),
    kind("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    kind("application/vnd.oasis.opendocument.presentation", &["odp"]),
    kind("application/epub+zip", &["epub"]),
    kind("audio/mpeg", &["mp3"]),
    kind("audio/m4a", &["m4a"]),
    kind("audio/ogg", &["ogg", "oga"]),
    kind("audio/x-wav", &["wav"]),
    kind("video/mp4", &["mp4", "m4v"]),
    kind("video/webm", &["webm"]),
    kind("video/quicktime", &["mov"]),
    SCRATCH,
    ZIP,
];

/// How much of a file's beginning is looked at, in bytes.
pub const HEAD: usize = 8 * 1024;

/// The largest table of contents of an archive that is read, in bytes.
const CONTENTS: u64 = 1024 * 1024;

/// What a file is; nothing where it is none of those that may be uploaded.
///
/// # Errors
/// When it cannot be read.
pub fn of(file: &mut (impl Read + Seek)) -> std::io::Result<Option<Kind>> {
    let mut head = vec![0; HEAD];
    file.seek(SeekFrom::Start(0))?;
    let read = file.by_ref().take(HEAD as u64).read(&mut head)?;
    let mut filled = read;
    while filled < HEAD {
        match file.read(head.get_mut(filled..).unwrap_or_default())? {
            0 => break,
            more => filled += more,
        }
    }
    head.truncate(filled);
    if head.starts_with(b"PK\x03\x04") {
        return archive(&head, file);
    }
    if let Some(found) = infer::get(&head) {
        let media = match found.mime_type() {
            "audio/x-m4a" => "audio/m4a",
            media => media,
        };
        return Ok(KINDS.iter().find(|kind| kind.media == media && kind.media != ZIP.media).copied());
    }
    Ok(text(&head, filled == HEAD).then_some(TEXT))
}

/// Whether the beginning of a file is text that no browser takes for a page.
fn text(head: &[u8], cut: bool) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The last letter may be cut in two.
        Err(error) if cut && error.valid_up_to() + 4 > head.len() => {
            std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let begin: String = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars().take(15).collect();
    let begin = begin.to_ascii_lowercase();
    let page = ["<!", "<html", "<?xml", "<script", "<svg", "<head", "<body", "<iframe", "#!", "mz", "<?php"];
    let acts = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}');
    !text.contains(acts) && !page.iter().any(|page| begin.starts_with(page))
}

/// What a zip archive is. An OpenDocument or EPUB begins with a stored entry `mimetype` (OpenDocument 1.3
/// part 2 section 3.3); an Office document has `[Content_Types].xml` and a folder of its own.
fn archive(head: &[u8], file: &mut (impl Read + Seek)) -> std::io::Result<Option<Kind>> {
    if head.get(30..38) == Some(b"mimetype".as_slice()) {
        let rest = head.get(38..).unwrap_or_default();
        let longest = KINDS.iter().filter(|kind| rest.starts_with(kind.media.as_bytes()));
        return Ok(longest.max_by_key(|kind| kind.media.len()).copied());
    }
    let Some(names) = names(file)? else { return Ok(None) };
    let has = |name: &str| names.iter().any(|entry| entry == name);
    let within = |folder: &str| names.iter().any(|entry| entry.starts_with(folder));
    let office = [("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")];
    if has("[Content_Types].xml")
        && let Some((_, ending)) = office.iter().find(|(folder, _)| within(folder))
    {
        // A document with macros has another ending, and none that may be uploaded.
        if names.iter().any(|entry| entry.ends_with("vbaProject.bin")) {
            return Ok(None);
        }
        return Ok(KINDS.iter().find(|kind| kind.endings.contains(ending)).copied());
    }
    Ok(Some(if has("project.json") { SCRATCH } else { ZIP }))
}

/// The names in an archive, from its central directory (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16);
/// nothing where there is none.
fn names(file: &mut (impl Read + Seek)) -> std::io::Result<Option<Vec<String>>> {
    const END: [u8; 4] = *b"PK\x05\x06";
    const ENTRY: [u8; 4] = *b"PK\x01\x02";
    let length = file.seek(SeekFrom::End(0))?;
    let tail_length = length.min(22 + 65_535);
    file.seek(SeekFrom::Start(length - tail_length))?;
    let mut tail = Vec::new();
    file.by_ref().take(tail_length).read_to_end(&mut tail)?;
    let Some(end) = tail.windows(4).rposition(|window| window == END) else { return Ok(None) };
    let number = |bytes: &[u8], at: usize, many: usize| -> Option<u64> {
        let bytes = bytes.get(at..at.checked_add(many)?)?;
        Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    };
    let (Some(size), Some(offset)) = (number(&tail, end + 12, 4), number(&tail, end + 16, 4)) else { return Ok(None) };
    if size > CONTENTS || offset.saturating_add(size) > length {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(offset))?;
    let mut table = Vec::new();
    file.by_ref().take(size).read_to_end(&mut table)?;
    let mut names = Vec::new();
    let mut at = 0_usize;
    while table.get(at..at + 4) == Some(ENTRY.as_slice()) {
        let lengths =
            [28, 30, 32].map(|field| number(&table, at + field, 2).and_then(|long| usize::try_from(long).ok()));
        let [Some(name), Some(extra), Some(comment)] = lengths else { return Ok(None) };
        let Some(text) = table.get(at + 46..at + 46 + name) else { return Ok(None) };
        names.push(String::from_utf8_lossy(text).into_owned());
        at += 46 + name + extra + comment;
    }
    Ok(Some(names))
}

/// The ending of a file's name, in small letters.
pub fn ending(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty() && !ending.is_empty()).then(|| ending.to_lowercase())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Cursor;

    use super::*;

    fn found(content: &[u8]) -> Option<&'static str> {
        of(&mut Cursor::new(content)).unwrap().map(|kind| *kind.endings.first().unwrap())
    }

    /// An archive with these entries, all empty: local headers, then the central directory.
    pub fn archive_of(names: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut table = Vec::new();
        for name in names {
            let at = u32::try_from(bytes.len()).unwrap();
            let long = u16::try_from(name.len()).unwrap();
            bytes.extend(b"PK\x03\x04");
            bytes.extend([0; 22]);
            bytes.extend(long.to_le_bytes());
            bytes.extend([0; 2]);
            bytes.extend(name.as_bytes());
            table.extend(b"PK\x01\x02");
            table.extend([0; 24]);
            table.extend(long.to_le_bytes());
            table.extend([0; 12]);
            table.extend(at.to_le_bytes());
            table.extend(name.as_bytes());
        }
        let (offset, size) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(table.len()).unwrap());
        bytes.extend(table);
        bytes.extend(b"PK\x05\x06");
        bytes.extend([0; 8]);
        bytes.extend(size.to_le_bytes());
        bytes.extend(offset.to_le_bytes());
        bytes.extend([0; 2]);
        bytes
    }

    #[test]
    fn a_file_is_what_it_holds() {
        assert_eq!(found(b"%PDF-1.7\n"), Some("pdf"));
        assert_eq!(found("a;b\né;2".as_bytes()), Some("txt"));
        assert_eq!(found(&archive_of(&["[Content_Types].xml", "word/document.xml"])), Some("docx"));
        assert_eq!(found(&archive_of(&["xl/workbook.xml", "[Content_Types].xml"])), Some("xlsx"));
        assert_eq!(found(&archive_of(&["project.json"])), Some("sb3"));
        assert_eq!(found(&archive_of(&["a.txt"])), Some("zip"));
        let mut odt = archive_of(&["mimetype"]);
        odt.splice(38..38, *b"application/vnd.oasis.opendocument.text");
        assert_eq!(found(&odt), Some("odt"));
    }

    #[test]
    fn what_runs_or_shows_as_a_page_is_nothing_we_take() {
        for content in [
            &b"<!doctype html><p>"[..],
            b" \n<HTML>",
            b"<svg xmlns='x'>",
            b"<?xml version='1.0'?><svg/>",
            b"#!/bin/sh\n",
            b"MZ\x90\x00\x03",
            b"\x7fELF\x02\x01",
            b"\x00\x01\x02",
            b"\xff\xfe\x00",
            b"<script>x</script>",
        ] {
            assert_eq!(found(content), None, "{content:?}");
        }
        assert_eq!(found(&archive_of(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])), None);
        assert_eq!(found(b"PK\x03\x04 and then nothing"), None);
    }

    #[test]
    fn an_ending_is_what_stands_after_the_last_dot() {
        assert_eq!(ending("a.tar.GZ").as_deref(), Some("gz"));
        assert_eq!((ending("readme"), ending(".profile"), ending("a.")), (None, None, None));
    }
}
