#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

#[test]
fn roles_are_read_in_english_and_french() {
    use Role::*;
    for (cell, expected) in [
        ("Teacher-Librarian", vec![TeacherLibrarian]),
        ("TTOC", vec![TeacherOnCall]),
        ("Teacher on call / teacher", vec![TeacherOnCall, Teacher]),
        ("Vice-Principal; Teacher", vec![Administrator, Teacher]),
        ("Grade 4 teacher", vec![Teacher]),
        ("Library Technician", vec![SupportStaff]),
        ("siteAdministrator", vec![Administrator]),
        ("enseignant·e suppléant·e", vec![TeacherOnCall]),
        ("bibliothécaire|directrice adjointe", vec![TeacherLibrarian, Administrator]),
        ("directeur/directrice", vec![Administrator]),
        ("Enseignante de musique", vec![Teacher]),
        ("Conseillère pédagogique", vec![DistrictStaff]),
        ("autre", vec![Other]),
        (" ; , ", vec![]),
    ] {
        assert_eq!(roles(cell), Ok(expected), "{cell}");
    }
}

#[test]
fn unknown_roles_are_named_with_the_nearest() {
    for (cell, words) in [
        ("teacher, Libarian", "“Libarian” is not known; the nearest is “librarian”"),
        ("Principle", "nearest is “principal”"),
        ("ensegnante", "nearest is “enseignante”"),
        ("Élève", "Students have no account"),
        ("校長", "“other” is allowed"),
    ] {
        let reason = roles(cell).unwrap_err();
        assert!(reason.contains(words), "{reason}");
    }
}

#[test]
fn the_dictionary_is_sound() {
    let mut seen = std::collections::HashSet::new();
    for (_, words) in WORDS {
        for word in *words {
            assert_eq!(plain(word), **word, "is not folded, so it is never found");
            assert!(seen.insert(*word), "{word} has two meanings");
        }
    }
    for role in Role::ALL {
        assert_eq!(roles(role.word()), Ok(vec![role]));
    }
}
