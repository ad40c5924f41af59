//! What is read and written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::{Card, Fault, Kind, MOST_CARDS, Parts, Reason, Version, Way, read, write};

/// A card of version 3.0 around `lines`.
fn three(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{}\r\nEND:VCARD\r\n", lines.trim().replace('\n', "\r\n")).into_bytes()
}

fn only(file: &[u8]) -> Card {
    let mut cards = read(file).unwrap().cards;
    assert_eq!(cards.len(), 1);
    cards.remove(0).1
}

fn faults(file: &[u8]) -> Vec<(usize, Reason)> {
    read(file).unwrap_err().into_iter().map(|Fault { line, reason }| (line, reason)).collect()
}

#[test]
fn a_card_of_a_telephone() {
    let card = only(&three(
        "N:Maybury;Ondine;Fern\\, Lark;Dr.;PhD
FN:Dr. Ondine Maybury
ORG:University of the Fjords;Faculty of Education
TITLE:Professor
item1.EMAIL;type=INTERNET;type=WORK;type=pref:ondine@fjords.example
item1.X-ABLabel:_$!<Work>!$_
TEL;TYPE=cell,voice:+1 250 555 0142
item2.URL;type=pref:https\\://fjords.example/ondine?a=1\\,2
X-SOCIALPROFILE;type=mastodon;x-user=ondine:https://social.example/@ondine
IMPP;X-SERVICE-TYPE=Matrix:matrix:u/ondine:fjords.example
CATEGORIES:Speakers,Design\\, thinking
NOTE:Met at the fair.\\nLikes maps\\; and tea.
PHOTO;ENCODING=b;TYPE=JPEG:AAAA
 BBBB
ADR;TYPE=WORK:;;1 Road;Town;;;
BDAY:1970-01-01
REV:2026-01-01T00:00:00Z",
    ));
    assert_eq!(card.name, "Dr. Ondine Maybury");
    let Parts { family, given, additional, before, after } = &card.parts;
    assert_eq!([family, given, additional, before, after], ["Maybury", "Ondine", "Fern, Lark", "Dr.", "PhD"]);
    assert_eq!(
        (&*card.organisation, &card.units[..]),
        ("University of the Fjords", &["Faculty of Education".to_owned()][..])
    );
    assert_eq!(
        card.emails,
        [Way { value: "ondine@fjords.example".into(), types: vec!["work".into()], preferred: true }]
    );
    assert_eq!(card.phones[0].types, ["cell", "voice"]);
    assert_eq!(card.links[0].value, "https://fjords.example/ondine?a=1,2");
    let handles: Vec<&str> = card.handles.iter().map(|way| way.value.as_str()).collect();
    assert_eq!(handles, ["https://social.example/@ondine", "matrix:u/ondine:fjords.example"]);
    assert_eq!(card.categories, ["Speakers", "Design, thinking"]);
    assert_eq!(card.note, "Met at the fair.\nLikes maps; and tea.");
}

#[test]
fn what_has_no_room_is_counted() {
    let file =
        read(&three("FN:Ash\nPHOTO;VALUE=URI:https://a.example/p.jpg\nPHOTO;ENCODING=b:AAAA\nBDAY:2000-01-01\nREV:x"));
    let left_out: Vec<(String, usize)> = file.unwrap().left_out.into_iter().collect();
    assert_eq!(left_out, [("BDAY".to_owned(), 1), ("PHOTO".to_owned(), 2)]);
}

#[test]
fn a_card_of_version_4() {
    let file = "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN;ALTID=1;LANGUAGE=fr:Association des fjords\n\
        FN;ALTID=1;LANGUAGE=en:Fjord Association\nTEL;VALUE=uri;PREF=1;TYPE=\"work,voice\":tel:+1-250-555-0143\n\
        EMAIL:mailto:hello@fjords.example\nSOCIALPROFILE;SERVICE-TYPE=Mastodon:https://social.example/@fjords\n\
        NOTE;ALTID=1;LANGUAGE=fr:Bonjour\nNOTE;ALTID=1;LANGUAGE=en:Hello\nNOTE:More\nX-KLATSCH-MET:At a fair\n\
        NICKNAME;SORT-AS=\"a:b;c\":Fj\nEND:VCARD\n";
    let card = only(file.as_bytes());
    assert_eq!((card.kind, &*card.name), (Kind::Organisation, "Association des fjords"));
    let phone = Way { value: "+1-250-555-0143".into(), types: vec!["work".into(), "voice".into()], preferred: true };
    assert_eq!(card.phones, [phone]);
    assert_eq!(card.emails[0].value, "hello@fjords.example");
    assert_eq!(card.note, "Bonjour\n\nMore");
    assert_eq!(card.own["MET"], "At a fair");
}

#[test]
fn lines_are_put_together_wherever_they_are_folded() {
    // Within the two bytes of "é", by a tab, and with all three line ends.
    let mut file = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo".to_vec();
    file.extend_from_slice(b"\xc3\r\n \xa9 Si\r\n\tlva\r\nNOTE:one\n  two\nEND:VCARD\r");
    let card = only(&file);
    assert_eq!((&*card.name, &*card.note), ("Zoé Silva", "one two"));
}

#[test]
fn encodings_that_old_programs_write() {
    let quoted =
        three("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=A9 S=\nilva\nNOTE;QUOTED-PRINTABLE:a=3Db=0D=0Ac");
    let card = only(&quoted);
    assert_eq!((&*card.name, &*card.note), ("Zoé Silva", "a=b\nc"));
    let mut latin = b"BEGIN:VCARD\nVERSION:3.0\nFN;CHARSET=ISO-8859-1:Zo\xe9 ".to_vec();
    latin.extend_from_slice(b"\x80\nEND:VCARD\n");
    assert_eq!(only(&latin).name, "Zoé €");
    assert_eq!(only(&three("FN;ENCODING=b:Wm/DqQ==")).name, "Zoé");
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé\r\nEND:VCARD".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(only(&wide).name, "Zoé");
}

#[test]
fn several_cards_and_what_they_are_called_by() {
    let file = "\u{feff}BEGIN:VCARD\nVERSION:3.0\nN:Silva;Zoé;;;\nEND:VCARD\n\nbegin:vcard\nversion:4.0\nORG:Fjords\nend:vcard\n\
        BEGIN:VCARD\nVERSION:3.0\nEMAIL:a@b.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:All\nEND:VCARD";
    let read = read(file.as_bytes()).unwrap();
    let called: Vec<(usize, &str, Kind)> =
        read.cards.iter().map(|(line, card)| (*line, &*card.name, card.kind)).collect();
    let (person, organisation) = (Kind::Person, Kind::Organisation);
    assert_eq!(
        called,
        [(1, "Zoé Silva", person), (6, "Fjords", organisation), (10, "a@b.example", person), (14, "All", Kind::Group)]
    );
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    assert_eq!(faults(b""), [(1, Reason::NoCard)]);
    assert_eq!(faults(b"name,email\nAsh,a@b.example\n"), [(1, Reason::NoCard)]);
    assert_eq!(faults(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"), [(1, Reason::NoCard)]);
    assert_eq!(faults(b"PK\x03\x04\0\0"), [(1, Reason::NotText)]);
    let old = "BEGIN:VCARD\nVERSION:2.1\nN:Silva;Zo\nAGENT:\nBEGIN:VCARD\nEND:VCARD\n";
    assert_eq!(faults(old.as_bytes()), [(2, Reason::OldVersion)]);
    assert_eq!(faults(b"BEGIN:VCARD\nVERSION:5.0\nFN:A\nEND:VCARD"), [(2, Reason::UnknownVersion("5.0".into()))]);
    assert_eq!(faults(b"BEGIN:VCARD\nFN:A\nEND:VCARD"), [(1, Reason::NoVersion)]);
    assert_eq!(faults(b"BEGIN:VCARD\nVERSION:3.0\nFN:A\n"), [(1, Reason::NotEnded)]);
    assert_eq!(faults(b"END:VCARD\n"), [(1, Reason::EndWithoutBegin)]);
    assert_eq!(faults(&three("NOTE:x")), [(1, Reason::NoName)]);
    assert_eq!(faults(&three("FN:A\nNOTE")), [(4, Reason::NoColon)]);
    assert_eq!(faults(&three("FN:A\nNOTE;X=\"a:b")), [(4, Reason::UnclosedQuote)]);
    assert_eq!(faults(&three("FN:A\nNO TE:x")), [(4, Reason::BadName("NO TE".into()))]);
    assert_eq!(faults(&three("FN:A\nNOTE;%=1:x")), [(4, Reason::BadParameter("%".into()))]);
    assert_eq!(
        faults(&three("FN;CHARSET=KOI8-R:A")),
        [(3, Reason::UnknownCharset("KOI8-R".into())), (1, Reason::NoName)]
    );
    assert_eq!(faults(&three("FN:A\nNOTE;ENCODING=QUOTED-PRINTABLE:a=zz")), [(4, Reason::BadQuotedPrintable)]);
    assert_eq!(faults(&three("FN:A\nNOTE;ENCODING=b:a-!")), [(4, Reason::BadBase64)]);
    assert_eq!(faults(b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nNOTE:\xff\nEND:VCARD"), [(4, Reason::NotUtf8)]);
    let mut stray = three("FN:A");
    stray.extend_from_slice(b"hello\nworld\n");
    assert_eq!(faults(&stray), [(5, Reason::BetweenCards)]);
    let nested = b"BEGIN:VCARD\nVERSION:3.0\nBEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n";
    assert_eq!(faults(nested), [(3, Reason::Nested)]);
}

#[test]
fn limits_hold() {
    let long = format!("FN:{}", "a".repeat(2_001));
    assert_eq!(faults(&three(&long))[0], (3, Reason::TooLong { property: "FN".into(), most: 2_000 }));
    let many = format!("FN:A\n{}", "TEL:1\n".repeat(51));
    assert_eq!(faults(&three(&many)), [(54, Reason::TooManyValues("TEL".into()))]);
    let cards = String::from_utf8(three("FN:A")).unwrap().repeat(MOST_CARDS);
    assert_eq!(read(cards.as_bytes()).unwrap().cards.len(), MOST_CARDS);
    let more = cards.clone() + &cards;
    let (line, reason) = faults(more.as_bytes())[0].clone();
    assert_eq!((line, reason), (MOST_CARDS * 4 + 1, Reason::TooMany));
    assert_eq!(faults(&vec![b'a'; super::LARGEST + 1]), [(1, Reason::TooLarge)]);
    let wrong = "x\n".repeat(1_000);
    assert_eq!(faults(&three(&wrong)).len(), super::MOST_FAULTS);
}

#[test]
fn both_versions_are_written_as_their_standard_says() {
    let card = Card {
        name: "Zoé Silva".into(),
        kind: Kind::Organisation,
        organisation: "Fjords".into(),
        emails: vec![Way { value: "a@b.example".into(), types: vec!["work".into()], preferred: true }],
        links: vec![Way::plain("https://a.example/?x=1;y,z")],
        handles: vec![Way::plain("@zoe@social.example")],
        categories: vec!["A, b".into(), "C".into()],
        note: "One\nTwo; three, é".repeat(4),
        ..Card::default()
    };
    let three = write(std::slice::from_ref(&card), Version::Three);
    let four = write(std::slice::from_ref(&card), Version::Four);
    assert!(three.contains("\r\nN:;;;;\r\n") && three.contains("\r\nX-ABSHOWAS:COMPANY\r\n"));
    assert!(three.contains("\r\nEMAIL;TYPE=work,pref:a@b.example\r\n"));
    assert!(three.contains("\r\nX-SOCIALPROFILE:@zoe@social.example\r\n"));
    assert!(four.contains("\r\nKIND:org\r\n") && !four.contains("\r\nN:"));
    assert!(four.contains("\r\nEMAIL;PREF=1;TYPE=work:a@b.example\r\n"));
    assert!(four.contains("\r\nSOCIALPROFILE;VALUE=text:@zoe@social.example\r\n"));
    assert!(four.contains("\r\nURL:https://a.example/?x=1;y,z\r\n"));
    assert!(four.contains("\r\nCATEGORIES:A\\, b,C\r\n"));
    assert!(three.lines().chain(four.lines()).all(|line| line.len() <= 75));
}

fn words() -> impl Strategy<Value = String> {
    let letter =
        prop_oneof![any::<char>(), Just(';'), Just(','), Just('\\'), Just(':'), Just('"'), Just('n'), Just('é')];
    let word = proptest::collection::vec(letter, 1..40);
    word.prop_map(|letters| {
        super::value::one_line(&letters.into_iter().filter(|l| !l.is_control()).collect::<String>())
    })
    .prop_filter("says something", |word| !word.is_empty())
}

fn lines() -> impl Strategy<Value = String> {
    proptest::collection::vec(words(), 0..4).prop_map(|lines| lines.join("\n"))
}

fn ways() -> impl Strategy<Value = Vec<Way>> {
    let types = proptest::sample::subsequence(vec!["work".to_owned(), "home".to_owned(), "x-lab".to_owned()], 0..=3);
    let scheme = |value: &String| ["mailto:", "tel:", "x-apple:"].iter().any(|scheme| value.starts_with(scheme));
    let way = (words().prop_filter("is no address yet", move |value| !scheme(value)), types, any::<bool>());
    proptest::collection::vec(way.prop_map(|(value, types, preferred)| Way { value, types, preferred }), 0..4)
}

fn maybe() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), words()]
}

prop_compose! {
    fn cards()(
        (kind, uid, name, organisation, title) in
            (0_usize..3, maybe(), words(), maybe(), maybe()),
        parts in proptest::collection::vec(maybe(), 5),
        units in proptest::collection::vec(words(), 0..3),
        (emails, phones, handles) in (ways(), ways(), ways()),
        links in proptest::collection::vec("https://[a-z]{1,9}\\.example/[a-z0-9;,=?&:%#-]{0,90}", 0..3),
        categories in proptest::collection::btree_set(words(), 0..4),
        (note, own) in (lines(), proptest::collection::btree_map("[A-Z]{1,9}", words(), 0..3)),
    ) -> Card {
        let kind = [Kind::Person, Kind::Organisation, Kind::Group][kind];
        let [family, given, additional, before, after] = parts.try_into().unwrap();
        let parts = Parts { family, given, additional, before, after };
        let units = if organisation.is_empty() { Vec::new() } else { units };
        let links = links.into_iter().map(Way::plain).collect();
        let categories = categories.into_iter().collect();
        Card { kind, uid, name, parts, organisation, units, title, emails, phones, links, handles, categories, note, own }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_again(written in proptest::collection::vec(cards(), 1..4), four: bool) {
        let version = if four { Version::Four } else { Version::Three };
        let text = write(&written, version);
        prop_assert!(text.lines().all(|line| line.len() <= 75));
        let again: Vec<Card> = read(text.as_bytes()).unwrap().cards.into_iter().map(|(_, card)| card).collect();
        prop_assert_eq!(again, written);
    }

    #[test]
    fn line_ends_and_folds_change_nothing(card in cards(), at in 1usize..60) {
        let text = write(std::slice::from_ref(&card), Version::Four);
        let mut folded = Vec::new();
        for line in text.lines() {
            // Folds that are there stay: only what begins a property may be folded anew.
            let bytes = line.as_bytes();
            let cut = at.min(bytes.len());
            folded.extend_from_slice(&bytes[..cut]);
            if cut < bytes.len() {
                folded.extend_from_slice(b"\n ");
            }
            folded.extend_from_slice(&bytes[cut..]);
            folded.push(b'\n');
        }
        prop_assert_eq!(only(&folded), card);
    }

    #[test]
    fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
        let mut card = b"BEGIN:VCARD\nVERSION:4.0\n".to_vec();
        card.extend_from_slice(&bytes);
        let _ = read(&card);
    }
}
