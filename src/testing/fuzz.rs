//! What reads hostile text is given a second of made-up text each time the tests run, and as long as one
//! likes when asked (CONTRIBUTING.md). Nothing may panic, and what is read must hold together.

use std::time::Duration;

use bolero::check;

use crate::web::{Input, Problems};

/// Made-up text: each byte is a piece that means something to the reader, or stands for itself.
fn text(bytes: &[u8], pieces: &[&str]) -> Vec<u8> {
    let mut text = Vec::new();
    for byte in bytes {
        match pieces.get(usize::from(*byte) / 2) {
            Some(piece) if byte % 2 == 0 => text.extend_from_slice(piece.as_bytes()),
            _ => text.push(*byte),
        }
    }
    text
}

/// Reads made-up text for a second, or for as long as `BOLERO_RANDOM_TEST_TIME_MS` says.
pub fn read(pieces: &'static [&'static str], reader: impl Fn(&[u8]) + std::panic::RefUnwindSafe) {
    check!()
        .with_test_time(Duration::from_secs(1))
        .with_iterations(200_000)
        .with_max_len(400)
        .for_each(|bytes| reader(&text(bytes, pieces)));
}

#[test]
fn lists_of_schools_and_people() {
    let pieces = &[
        ",",
        ";",
        "\t",
        "\"",
        "\"\"",
        "\r\n",
        "\n",
        "name",
        "e-mail",
        "email",
        "school",
        "roles",
        "role",
        "level",
        "city",
        "givenName",
        "familyName",
        "sourcedId",
        "orgSourcedIds",
        "nom",
        "courriel",
        "école",
        "prénom",
        "\u{feff}",
        "sep=;\r\n",
        "a@sample.example",
        "teacher",
        "=cmd|'/c calc'!A0",
        "elementary",
        "48.1",
        "-119,5",
        "É",
        "\u{202e}",
        "\0",
        "\u{ff}\u{fe}",
        "Ash Sample",
        "K-7",
        "postal code",
        "latitude",
    ];
    read(pieces, |text| {
        if let Ok(schools) = roster::schools::read(text) {
            assert!(schools.rows.iter().all(|school| !school.name.trim().is_empty()));
        }
        if let Ok(people) = roster::people::read(text) {
            assert!(people.rows.iter().all(|person| roster::people::email_fault(&person.email).is_none()));
        }
    });
}

#[test]
fn cards_of_address_books() {
    let pieces = &[
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\n",
        "BEGIN:VCARD\nVERSION:4.0\n",
        "END:VCARD\r\n",
        "END:VCARD",
        "VERSION:2.1\n",
        "\r\n",
        "\n",
        "\r\n ",
        "\n\t",
        "FN:",
        "N:a;b;c;d;e;f",
        "ORG:a;b",
        "EMAIL;TYPE=work,pref:",
        "TEL;VALUE=uri:tel:",
        "URL:https\\://",
        "item1.",
        "X-KLATSCH-MET:",
        "CATEGORIES:a\\,b,c",
        "NOTE;ALTID=1:",
        "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\n=A9",
        ";CHARSET=ISO-8859-1",
        ";ENCODING=b",
        ";TYPE=\"a,b:c\"",
        "PHOTO;ENCODING=b:",
        "KIND:group\n",
        "\\n",
        "\\;",
        "\\",
        ":",
        ";",
        ",",
        "=",
        "\"",
        "^n",
        "\u{feff}",
        "\u{ff}\u{fe}",
        "\0",
        "é",
        "a@b.example",
    ];
    read(pieces, |text| {
        let Ok(file) = vcard::read(text) else { return };
        let cards: Vec<vcard::Card> = file.cards.into_iter().map(|(_, card)| card).collect();
        assert!(!cards.is_empty() && cards.iter().all(|card| !card.name.trim().is_empty()));
        for version in [vcard::Version::Three, vcard::Version::Four] {
            // What was read is written so that it is read again: at the latest the second time as it was.
            let again = vcard::read(vcard::write(&cards, version).as_bytes()).unwrap();
            assert_eq!(again.cards.len(), cards.len());
        }
    });
}

#[test]
fn dates_and_times_as_typed() {
    let pieces = &[
        "2026", "-", "/", ".", ":", " ", "h", "H", "am", "pm", "a.m.", "12", "05", "00", "31", "30", "29", "02", "13",
        "24", "25", "60", "99999", "١٢", "−", "midi", "noon", "T", "Z", "+00:00", "0000", "février", "January",
    ];
    read(pieces, |text| {
        let text = String::from_utf8_lossy(text);
        if let Ok(date) = calendar::times::parse_date(&text) {
            assert_eq!(calendar::times::parse_date(&date.to_string()), Ok(date));
        }
        if let Ok(time) = calendar::times::parse_time(&text) {
            let said = calendar::times::time_text(time);
            assert_eq!(calendar::times::parse_time(&said), Ok(time), "{said}");
        }
        let _ = text.parse::<calendar::rule::Weekdays>();
    });
}

#[test]
fn agendas_as_json() {
    let pieces = &[
        "{\"minutes\":40,\"topics\":[",
        "]}",
        "{\"id\":\"a\",",
        "{\"id\":\"b\",",
        "\"minutes\":",
        "\"hear\":",
        "\"share\":",
        "\"carried\":",
        "\"by\":\"p\",",
        "\"pin\":\"in\"",
        "\"pin\":\"out\"",
        "\"pin\":null",
        "}",
        ",",
        "10,",
        "20,",
        "1",
        "-1",
        "1e9",
        "4294967295",
        "18446744073709551616",
        "null",
        "true",
        "{",
        "[",
        "\"",
        "\\u0000",
        "\"welcome\":3,",
    ];
    read(pieces, |text| {
        if let Ok(answer) = planner::agenda::answer(&String::from_utf8_lossy(text)) {
            assert!(serde_json::from_str::<serde_json::Value>(&answer).unwrap().is_object());
        }
    });
}

#[test]
fn forms_queries_and_json_bodies() {
    let pieces = &[
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"title\"",
        "\"minutes\"",
        "\"date\"",
        "\"audience\"",
        "\"hosts\"",
        "null",
        "true",
        "1e999",
        "-0",
        "9223372036854775808",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"a\\r\\nb\"",
        "title=",
        "minutes=",
        "date=",
        "audience=",
        "&",
        "%00",
        "%FF",
        "%",
        "+",
        "2026-02-30",
        "25:00",
        "public",
        "{\"title\":",
        "\"x\"}",
        "[[[[[[[[",
        "hosts=",
    ];
    read(pieces, |text| {
        for input in [Some(Input::of_form(text)), Input::of_json(text).ok()].into_iter().flatten() {
            let mut problems = Problems::new();
            let title = input.line("title", 1..=80, &mut problems);
            let about = input.text("about", 0..=80, &mut problems);
            let minutes = input.number("minutes", 1..=90, &mut problems);
            let needed = input.needed_number("minutes", 1..=90, &mut problems);
            input.date("date", &mut problems);
            input.needed_time("date", &mut problems);
            input.ticked("title", &mut problems);
            input.choice::<crate::gatherings::Audience>("audience", &mut problems);
            input.choices::<crate::ids::PersonId>("hosts", &mut problems);
            input.only(&["title", "minutes"], &mut problems);
            assert!(!title.contains('\0') && !about.contains('\0'), "PostgreSQL takes no NUL");
            assert!(minutes.is_none_or(|minutes| (1..=90).contains(&minutes)) && (0..=90).contains(&needed));
            assert!(
                !problems.is_empty() || (!title.is_empty() && title.chars().count() <= 80 && !title.contains('\n'))
            );
        }
    });
}

#[test]
fn markdown() {
    let pieces = &[
        "# ",
        "* ",
        "1. ",
        "> ",
        "    ",
        "```",
        "`",
        "**",
        "~~",
        "[a](",
        ")",
        "![b](",
        "<",
        ">",
        "</",
        "<script>",
        "<img src=x onerror=a>",
        "javascript:",
        "data:text/html,",
        "https://a.example",
        "//b.example",
        "&lt;",
        "&#x6a;",
        "&colon;",
        "\n",
        "\\",
        "\"",
        "'",
        "<a href=",
        "<!--",
        "-->",
        "<![CDATA[",
        "[c]: ",
        "|",
        "---",
        "\t",
        "\u{202e}",
        "\0",
        " onclick=a ",
        "<svg>",
        "[x]",
    ];
    read(pieces, |text| {
        let made = crate::text::markdown(&String::from_utf8_lossy(text)).to_string();
        let page = scraper::Html::parse_fragment(&made);
        for element in page.root_element().descendent_elements() {
            let tag = element.value();
            let plain = [
                "html",
                "p",
                "h4",
                "h5",
                "h6",
                "em",
                "strong",
                "del",
                "a",
                "ul",
                "ol",
                "li",
                "blockquote",
                "code",
                "pre",
                "hr",
                "br",
            ];
            assert!(plain.contains(&tag.name()), "{made}");
            for (name, value) in tag.attrs() {
                assert!(matches!(name, "href" | "rel" | "start") || (name, value) == ("class", "bare"), "{made}");
                let scheme = value.trim_start().to_lowercase();
                let acts = ["javascript:", "data:", "vbscript:"].iter().any(|bad| scheme.starts_with(bad));
                assert!(name != "href" || !acts, "{made}");
            }
        }
    });
}

#[test]
fn what_browsers_say_of_themselves_and_of_their_language() {
    let pieces =
        &["fr", "en", "-CA", ";q=", "0.5", "1", "*", ",", " ", ";", "q", "=", "nan", "-1", "Firefox/", "Chrom", "9e9"];
    read(pieces, |text| {
        let text = String::from_utf8_lossy(text);
        let _ = crate::web::Language::accepted(&text);
        let _ = crate::web::Flash::of_cookie(&text);
        let _ = crate::web::here(&text);
    });
}
