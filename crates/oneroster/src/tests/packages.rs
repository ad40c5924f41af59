//! What a set comes in.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use super::{Files, counts, in_bulk_1_2, places};
use crate::{Set, read, read_zip};

fn of(bytes: &[u8]) -> Set {
    read_zip(Box::new(Cursor::new(bytes.to_vec())), "set.zip")
}

fn says(set: &Set, file: &str, what: &str) {
    let errors = set.notes.errors.all();
    assert!(!errors.is_empty(), "{what}");
    assert_eq!(places(&errors)[0], (file, None, None), "{errors:?}");
    assert!(errors[0].problem.en.contains(what), "{errors:?}");
}

#[test]
fn archives_that_are_none() {
    says(&of(b""), "set.zip", "empty");
    says(&of(b"sourcedId,status\n"), "set.zip", "no ZIP archive");
    says(&of(b"PK\x03\x04and so on"), "set.zip", "cut short");
    let empty = zip::ZipWriter::new(Cursor::new(Vec::new())).finish().unwrap().into_inner();
    says(&of(&empty), "set.zip", "empty");
    let nowhere = read(std::path::Path::new("nowhere/at/all.zip"));
    says(&nowhere, "all.zip", "nothing at this path");
    let folder = tempfile::tempdir().unwrap();
    let set = read(folder.path());
    says(&set, "manifest.csv", "no manifest.csv");
    #[cfg(unix)]
    says(&read(std::path::Path::new("/dev/null")), "null", "neither a file nor a folder");
}

#[test]
fn an_archive_cut_anywhere_or_with_a_changed_byte_never_passes_in_silence() {
    let whole = Files::bulk_1_2().zipped();
    assert_eq!(of(&whole).notes.errors.all(), []);
    for length in 0..whole.len() {
        assert!(!of(&whole[..length]).notes.errors.is_empty(), "cut at {length} of {}", whole.len());
    }
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x55;
        let set = of(&bytes);
        assert!(!set.notes.errors.is_empty() || counts(&set) == in_bulk_1_2(), "changed at {place}");
    }
}

fn named(name: &str) -> Set {
    let mut archive = zip::ZipWriter::new_append(Cursor::new(Files::bulk_1_2().zipped())).unwrap();
    archive.start_file(name, SimpleFileOptions::default()).unwrap();
    archive.write_all(b"x").unwrap();
    of(&archive.finish().unwrap().into_inner())
}

#[test]
fn paths_that_lead_out() {
    for name in ["../users.csv", "a/../../users.csv", "..\\users.csv", "/etc/users.csv", "C:users.csv"] {
        says(&named(name), "set.zip", "leads out");
    }
    for name in ["__MACOSX/._users.csv", ".DS_Store", "readme.txt"] {
        assert_eq!(named(name).notes.errors.all(), [], "{name}");
    }
}

#[test]
fn files_one_folder_down() {
    let nested =
        Files(Files::bulk_1_2().0.into_iter().map(|(name, content)| (format!("set/{name}"), content)).collect());
    says(&of(&nested.zipped()), "manifest.csv", "folder “set”");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("set")).unwrap();
    std::fs::write(folder.path().join("set/manifest.csv"), "x").unwrap();
    says(&read(folder.path()), "manifest.csv", "folder “set”");
}

#[test]
fn encrypted_archives() {
    // Bit 0 of the flags of every entry (APPNOTE 4.4.4), in the local headers and in the central directory.
    let mut bytes = Files::bulk_1_2().zipped();
    for place in 0..bytes.len() - 10 {
        match &bytes[place..place + 4] {
            b"PK\x03\x04" => bytes[place + 6] |= 1,
            b"PK\x01\x02" => bytes[place + 8] |= 1,
            _ => {}
        }
    }
    says(&of(&bytes), "set.zip", "encrypted");
}

#[test]
fn bombs() {
    for byte in [b'a', b',', b'\n', b'"', 0] {
        let begun = Files::bulk_1_2().without("orgs.csv").zipped();
        let mut archive = zip::ZipWriter::new_append(Cursor::new(begun)).unwrap();
        archive.start_file("orgs.csv", SimpleFileOptions::default()).unwrap();
        for _ in 0..8 {
            archive.write_all(&vec![byte; 1 << 20]).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 20);
        let errors = of(&bytes).notes.errors.all();
        assert_eq!(errors[0].file, "orgs.csv", "{errors:?}");
    }
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..1_500 {
        archive.start_file(format!("{number}.csv"), SimpleFileOptions::default()).unwrap();
    }
    says(&of(&archive.finish().unwrap().into_inner()), "set.zip", "1500 entries");
}
