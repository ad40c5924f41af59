//! Tables of cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use super::{Fault, Record, Records};

/// A reader that gives a byte at a time.
struct Drops<'a>(&'a [u8]);

impl std::io::Read for Drops<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        match (self.0.split_first(), to.first_mut()) {
            (Some((byte, rest)), Some(place)) => {
                *place = *byte;
                self.0 = rest;
                Ok(1)
            }
            _ => Ok(0),
        }
    }
}

type Read = (Vec<(u64, Vec<String>)>, Option<(u64, Fault)>);

fn all(from: impl std::io::Read) -> Read {
    let mut records = Records::new(from);
    let mut record = Record::default();
    let mut rows = Vec::new();
    loop {
        match records.next(&mut record) {
            Ok(true) => rows.push((record.row, record.iter().map(str::to_owned).collect())),
            Ok(false) => return (rows, None),
            Err(fault) => return (rows, Some((record.row, fault))),
        }
    }
}

fn read(bytes: &[u8]) -> Read {
    let at_once = all(bytes);
    assert_eq!(at_once, all(Drops(bytes)), "however the bytes arrive: {bytes:?}");
    at_once
}

fn rows(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let (rows, fault) = read(bytes);
    assert_eq!(fault, None, "{bytes:?}");
    rows
}

#[test]
fn what_rfc_4180_allows() {
    let one = |fields: &[&str]| vec![(1, fields.iter().map(|field| (*field).to_owned()).collect::<Vec<_>>())];
    for (bytes, expected) in [
        (&b"a,b\n"[..], one(&["a", "b"])),
        (b"a,b", one(&["a", "b"])),
        (b"a,b\r\n", one(&["a", "b"])),
        (b"\xef\xbb\xbfa,b\r\n", one(&["a", "b"])),
        (b"\xef\xbb\xbf\"a\",b", one(&["a", "b"])),
        (b"a,", one(&["a", ""])),
        (b",", one(&["", ""])),
        (b"\"\"", one(&[""])),
        (b"\"a,b\",\"c\"\"d\"\n", one(&["a,b", "c\"d"])),
        (b"\"a\nb\",\"c\r\nd\"\n", one(&["a\nb", "c\r\nd"])),
        (b"\"\xc3\xa9\",\xc3\xa9\n", one(&["é", "é"])),
    ] {
        assert_eq!(rows(bytes), expected, "{bytes:?}");
    }
    assert_eq!(rows(b""), []);
    assert_eq!(rows(b"\xef\xbb\xbf"), []);
}

#[test]
fn rows_are_records_not_lines() {
    let numbers = |bytes: &[u8]| rows(bytes).into_iter().map(|(row, fields)| (row, fields.len())).collect::<Vec<_>>();
    assert_eq!(numbers(b"a\n\"b\n\n\"\nc\n"), [(1, 1), (2, 1), (3, 1)]);
    assert_eq!(numbers(b"a\r\rb"), [(1, 1), (2, 1), (3, 1)], "a blank line is a row of a spreadsheet too");
    assert_eq!(numbers(b"a\r\n\r\nb"), [(1, 1), (2, 1), (3, 1)]);
}

#[test]
fn faults_and_the_row_they_are_in() {
    for (bytes, row, fault) in [
        (&b"a\n\"b"[..], 2, Fault::Unclosed),
        (b"a\n\"b\nc\nd\n", 2, Fault::Unclosed),
        (b"a\n\"b\"\"\n", 2, Fault::Unclosed),
        (b"a\n\"b\nc\n\"d\",e\n", 2, Fault::AfterQuote),
        (b"a\n\"b\"c\n", 2, Fault::AfterQuote),
        (b"a\n\"b\" ,c\n", 2, Fault::AfterQuote),
        (b"a\nb\n\xff\nc\n", 3, Fault::NotUtf8),
        (b"a\n\"x\ny\",\xe9\n", 2, Fault::NotUtf8),
        (b"a\n\xc3,\xa9\n", 2, Fault::NotUtf8),
        (b"a\n\"b\xff", 2, Fault::NotUtf8),
        (b"\xff\xfea\0", 1, Fault::NotUtf8),
        (b"a\nb\0c\n", 2, Fault::Zero),
    ] {
        assert_eq!(read(bytes).1, Some((row, fault)), "{bytes:?}");
    }
    let mut records = Records::new(&b"a\"b\"\nc"[..]);
    let mut record = Record::default();
    assert_eq!(records.next(&mut record), Ok(true));
    assert_eq!(record.fault, Some(Fault::StrayQuote));
    assert_eq!(records.next(&mut record), Ok(true));
    assert_eq!(record.fault, None, "the record after it can be read");
}

#[test]
fn nothing_is_read_without_end() {
    let long = vec![b'a'; 5 << 20];
    assert_eq!(all(&long[..]).1, Some((1, Fault::TooLong)));
    let many = vec![b','; 5 << 20];
    assert_eq!(all(&many[..]).1, Some((1, Fault::TooLong)));
    let mut quoted = vec![b'\n'; 5 << 20];
    quoted[0] = b'"';
    assert_eq!(all(&quoted[..]).1, Some((1, Fault::TooLong)));
}
