#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

#[test]
fn people_are_read_with_english_headers() {
    let text = "Name,E-mail,School,Role(s)\n\
        Wren Castellane,Wren.Castellane@example.org,Dr. Knox Middle,Teacher-Librarian; Teacher\n\
        Ode Marchetti,ode@example.org,,District staff\n\
        Juno Abara,juno@example.org,Bankhead,\n";
    let people = read(text.as_bytes()).unwrap();
    assert_eq!((people.read, people.left_out.len()), (3, 0));
    let wren = &people.rows[0];
    assert_eq!((wren.row, wren.key.as_str()), (2, "wren.castellane@example.org"));
    assert_eq!(wren.email, "Wren.Castellane@example.org");
    assert_eq!(wren.school.as_deref(), Some("Dr. Knox Middle"));
    assert_eq!(wren.roles, [Role::TeacherLibrarian, Role::Teacher]);
    assert_eq!(people.rows[1].school, None);
    assert_eq!(people.rows[2].roles, []);
}

#[test]
fn people_are_read_with_french_headers_and_bytes() {
    let text = b"Pr\xe9nom;Nom;Courriel;\xc9cole;Fonctions\r\nOph\xe9lie;Vauquelin;ophelie@example.org;Bankhead;enseignante-biblioth\xe9caire, enseignant(e)\r\n";
    let people = read(text).unwrap();
    assert_eq!(people.encoding, Encoding::Windows1252);
    assert_eq!(people.rows[0].name, "Ophélie Vauquelin");
    assert_eq!(people.rows[0].roles, [Role::TeacherLibrarian, Role::Teacher]);
    let whole = read("Nom,Courriel\nOphélie Vauquelin,o@example.org\n".as_bytes()).unwrap();
    assert_eq!(whole.rows[0].name, "Ophélie Vauquelin");
}

#[test]
fn each_row_that_cannot_be_used_says_why() {
    let text = "name,email,roles\n\
        Wren,wren@example.org,teacher\n\
        ,nobody@example.org,teacher\n\
        Ode,,teacher\n\
        Ode,ode@example,teacher\n\
        Wren again,WREN@example.org,teacher\n\
        Juno,juno@example.org,techer\n\
        Pax,pax@example.org,teacher / student\n\
        Lark,lark@example.org\n";
    let people = read(text.as_bytes()).unwrap();
    assert_eq!(people.rows.len(), 1);
    let expected = [
        (3, "no name"),
        (4, "“Ode” has no e-mail address"),
        (5, "“ode@example” is not right after the @"),
        (6, "“Wren again” has the e-mail address of row 2"),
        (7, "“techer” is not known; the nearest is “teacher”"),
        (8, "Students have no account"),
        (9, "2 fields where the header has 3"),
    ];
    assert_eq!(people.left_out.len(), expected.len());
    for (left, (row, words)) in people.left_out.iter().zip(expected) {
        assert_eq!(left.row, row);
        assert!(left.reason.contains(words), "{}", left.reason);
    }
}

#[test]
fn files_that_cannot_be_understood_say_what_to_do() {
    for (text, words) in [
        ("", "The file is empty"),
        ("name,school\nA,B\n", "no column for the e-mail address"),
        ("email,school\na@example.org,B\n", "no column for the name of the person"),
        ("name,email,E-mail,roles,roles\n", "“roles” is there twice"),
    ] {
        let found = read(text.as_bytes()).unwrap_err().to_string();
        assert!(found.contains(words), "{found}");
    }
}

#[test]
fn addresses_are_checked_for_sanity() {
    for good in ["a@example.org", "o'neil+llc@sd23.example.ca", "A_B-c.d@xn--cole-9oa.example", "prof@école.example"] {
        assert_eq!(email_fault(good), None, "{good}");
    }
    let long = format!("a@{}.org", "b.".repeat(125));
    for (bad, words) in [
        ("example.org", "no @"),
        ("a@b@example.org", "more than one @"),
        ("@example.org", "before the @"),
        ("a..b@example.org", "before the @"),
        (".a@example.org", "before the @"),
        ("é@example.org", "before the @"),
        ("a@", "after the @"),
        ("a@localhost", "after the @"),
        ("a@-x.org", "after the @"),
        ("a@x..org", "after the @"),
        ("a@x.org.", "after the @"),
        ("Ann <a@example.org>", "one address"),
        ("a@example.org, b@example.org", "one address"),
        (&long, "longer than 254"),
        (&format!("{}@example.org", "a".repeat(65)), "before the @"),
    ] {
        let fault = email_fault(bad).unwrap_or_else(|| panic!("{bad} is taken"));
        assert!(fault.contains(words), "{bad}: {fault}");
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
        let _ = read(&[b"name,email,school,roles\n", &bytes[..]].concat());
    }

    #[test]
    fn every_row_is_kept_or_left_out(rows in prop::collection::vec("[a-cA-C]{0,2},[a-cA-C]{0,2}@example\\.org,(teacher|principle|;|/)?", 0..12)) {
        let text = format!("name,email,roles\n{}\n", rows.join("\n"));
        let people = read(text.as_bytes()).unwrap();
        prop_assert_eq!(people.read as usize, people.rows.len() + people.left_out.len());
        prop_assert_eq!(&people, &read(text.as_bytes()).unwrap());
        let keys: std::collections::HashSet<&str> = people.rows.iter().map(|person| person.key.as_str()).collect();
        prop_assert_eq!(keys.len(), people.rows.len());
    }
}
