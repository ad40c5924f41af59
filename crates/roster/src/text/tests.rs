#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

#[test]
fn reads_utf_8_with_and_without_a_mark() {
    let plain = ("École".to_owned(), Encoding::Utf8);
    assert_eq!(decode("École".as_bytes()), Ok(plain.clone()));
    assert_eq!(decode("\u{feff}École".as_bytes()), Ok(plain));
}

#[test]
fn reads_windows_1252() {
    let text = b"\xc9cole d'Am\xe9lie \x96 St. Mary\x92s";
    assert_eq!(decode(text), Ok(("École d'Amélie – St. Mary’s".to_owned(), Encoding::Windows1252)));
}

#[test]
fn a_stray_control_character_is_no_binary_file() {
    let text = [b"name\n".repeat(60), b"Blyth \x13 Lower\n\xc9cole".to_vec()].concat();
    assert_eq!(decode(&text).unwrap().1, Encoding::Windows1252);
}

#[test]
fn names_what_is_not_csv() {
    let utf_16: Vec<u8> = "name,city".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, what) in [
        (&b"PK\x03\x04rest"[..], "an Excel workbook or another ZIP archive"),
        (b"\xff\xfen\0a\0", "text in UTF-16"),
        (&utf_16, "text in UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture with many more bytes", "a binary file"),
        (b"\x01\x02\x03", "a binary file"),
        (b"caf\x81", "neither UTF-8 nor Windows-1252"),
    ] {
        assert_eq!(decode(bytes), Err(Unreadable::NotText { what }));
    }
}

#[test]
fn damaged_utf_8_is_not_read_as_something_else() {
    let mut text = "name\nÉcole Élisabeth-Bruyère\nÉcole Père-Edgar".as_bytes().to_vec();
    text.push(0xc3);
    assert_eq!(decode(&text), Err(Unreadable::Damaged { line: 3 }));
}

proptest! {
    #[test]
    fn any_text_written_in_either_encoding_comes_back(text in "[ -~éèàçÉœ–’€\n]{0,60}") {
        let (read, _) = decode(text.as_bytes()).unwrap();
        prop_assert_eq!(&read, &text);
        let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(&text);
        prop_assert!(!unmappable);
        // Two accented letters can be UTF-8 by chance; then the file is refused or read so.
        if std::str::from_utf8(&bytes).is_err()
            && let Ok((read, encoding)) = decode(&bytes)
        {
            prop_assert_eq!(read, text);
            prop_assert_eq!(encoding, Encoding::Windows1252);
        }
    }
}
