//! More readers of hostile text (see `fuzz.rs`): what is imported, typed into a search, or uploaded.

use std::io::Cursor;

use axum::extract::FromRequest;
use axum::http::{Request, header};
use calendar::ics::{self, DayEvent, reading};
use finding::{Asked, Field};

use super::fuzz::read;
use crate::files::kind;
use crate::web::{self, Input, Problems};

#[test]
fn calendars_to_import() {
    let pieces = &[
        "BEGIN:VCALENDAR\r\n",
        "END:VCALENDAR\r\n",
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VTIMEZONE\n",
        "BEGIN:VALARM\n",
        "END:VALARM\n",
        "DTSTART;VALUE=DATE:",
        "DTEND;VALUE=DATE:",
        "DTSTART:",
        "DTSTART;TZID=America/Vancouver:",
        "DURATION:",
        "P1D",
        "P3W",
        "-P1D",
        "P99999999999999999999D",
        "SUMMARY:",
        "SUMMARY;LANGUAGE=fr:",
        "RRULE:FREQ=YEARLY",
        "STATUS:CANCELLED",
        "20260216",
        "20260217",
        "20260230",
        "99991231",
        "00000101",
        "20260216T120500Z",
        "\r\n",
        "\n",
        "\r\n ",
        "\n\t",
        "\\n",
        "\\,",
        "\\",
        ";",
        ":",
        "\"",
        "\u{feff}",
        "Labour Day",
        "É",
        "\0",
        "\u{202e}",
    ];
    read(pieces, |text| {
        let text = format!("BEGIN:VCALENDAR\r\n{}", String::from_utf8_lossy(text));
        let Ok(contents) = reading::read(&text) else { return };
        assert!(contents.days.len() <= reading::MOST_DAYS);
        assert!(contents.days.iter().all(|day| day.first <= day.last && !day.name.trim().is_empty()));
        // What was read comes back as it was, once it is written as a file of one's own.
        let events: Vec<DayEvent> = (0_u32..)
            .zip(&contents.days)
            .map(|(sequence, day)| DayEvent {
                uid: format!("{sequence}@klatsch.example"),
                sequence,
                stamp: jiff::Timestamp::UNIX_EPOCH,
                first: day.first,
                last: day.last,
                name: day.name.clone(),
            })
            .collect();
        let again = reading::read(&ics::days_calendar("Days", &events)).expect("our own file");
        let days = |contents: &reading::Contents| {
            contents.days.iter().map(|day| (day.first, day.last, day.name.clone())).collect::<Vec<_>>()
        };
        assert_eq!(days(&again), days(&contents));
    });
}

#[test]
fn days_off_as_pasted() {
    let pieces = &[
        "2026-09-07",
        "Dec 21",
        " – ",
        "-",
        "Jan 1",
        ", 2027",
        ": ",
        "Winter break",
        "du ",
        " au ",
        "1er",
        "janvier",
        "décembre",
        "lundi ",
        "Monday, ",
        "31",
        "30",
        "29 Feb",
        "février",
        "99",
        "99999999999",
        "/",
        ".",
        "(",
        ")",
        "\"",
        " to ",
        "until",
        "sept.",
        "3rd",
        "PA day",
        "١٢",
        "\u{a0}",
        "É",
        "\t",
    ];
    read(pieces, |text| {
        for line in String::from_utf8_lossy(text).lines() {
            if let Ok(days) = calendar::days::read_line(line, 2026) {
                assert!(days.first <= days.last && !days.name.trim().is_empty(), "{line}");
                // Its name alone is no second date of the same line: what is shown can be pasted again.
                let again = calendar::days::read_line(&format!("{} – {}: x", days.first, days.last), 2026);
                assert_eq!(again.map(|again| (again.first, again.last)), Ok((days.first, days.last)), "{line}");
            }
        }
    });
}

#[test]
fn what_is_typed_into_a_search() {
    let pieces = &[
        "portfolio",
        "portfolios",
        "Montréal",
        "montreal",
        "l’école",
        "micro:bit",
        "\"",
        "“",
        "»",
        "-",
        " -",
        " ",
        "*",
        "%",
        "_",
        "'",
        "''",
        ";",
        "(",
        ")",
        ":",
        "&",
        "|",
        "!",
        "<->",
        "OR",
        "AND",
        "NEAR",
        "é",
        "e\u{301}",
        "ﬁ",
        "ß",
        "İ",
        "\0",
        "\u{ad}",
        "😀",
        "漢字",
        "K-7",
        "3D",
    ];
    read(pieces, |text| {
        let typed = String::from_utf8_lossy(text);
        let asked = Asked::read(&typed);
        assert_eq!(asked.is_empty(), asked.wishes().is_empty());
        let _ = (asked.without(), asked.phrases(), asked.without_phrases());
        // A snippet of a text says what the text says.
        let shown: String = asked.snippet(&typed, 4_000).into_iter().map(|piece| piece.text).collect();
        let spaced = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(spaced.len() > 4_000 || shown == spaced, "{shown:?} of {spaced:?}");
        let short: String = asked.snippet(&typed, 40).into_iter().map(|piece| piece.text).collect();
        assert!(short.chars().count() <= spaced.chars().count().max(44 + 4), "{short:?}");
        let marks = finding::marks(&[Field::Title(&typed), Field::Body(&typed)]);
        assert!(marks.iter().all(|mark| !mark.is_empty() && !mark.contains('\0')), "{marks:?}");
    });
}

#[test]
fn forms_with_files() {
    let pieces = &[
        "--edge\r\n",
        "--edge--\r\n",
        "--edge",
        "content-disposition: form-data; name=\"title\"\r\n",
        "content-disposition: form-data; name=\"file\"; filename=\"",
        "content-disposition: form-data; name=\"file\"; filename*=UTF-8''",
        "content-disposition: attachment\r\n",
        "content-type: text/calendar\r\n",
        "content-type: image/png\r\n",
        "content-transfer-encoding: base64\r\n",
        "\"",
        "\\\"",
        "\"\r\n",
        "\r\n\r\n",
        "\r\n",
        "\n",
        "../../.profile",
        "C:\\fakepath\\",
        "%2e%2e%2f",
        "a.ics",
        "\0",
        "é",
        "\u{202e}gpj.exe",
        ";",
        "=",
        ":",
        " ",
        "name=",
        "BEGIN:VCALENDAR",
        "\u{ff}",
    ];
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let runtime = std::panic::AssertUnwindSafe(runtime);
    read(pieces, move |text| {
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(axum::body::Body::from(text.to_vec()))
            .unwrap();
        if let Ok(input) = runtime.block_on(Input::from_request(request, &())) {
            let mut problems = Problems::new();
            let title = input.text("title", 0..=2_000, &mut problems);
            assert!(!title.contains('\0'), "PostgreSQL takes no NUL");
        }
    });
}

#[test]
fn names_and_beginnings_of_files() {
    let pieces = &[
        "../",
        "..\\",
        "/",
        "\\",
        ".",
        "..",
        "con",
        "a.b.c",
        ".jpg",
        ".JPG",
        "\r\n",
        "\"",
        ";",
        "filename=",
        "%",
        "é",
        "漢",
        "\u{202e}",
        "\0",
        " ",
        "\u{a0}",
        "%PDF-1.7",
        "PK\u{3}\u{4}",
        "PK\u{1}\u{2}",
        "PK\u{5}\u{6}",
        "GIF89a",
        "mimetype",
        "[Content_Types].xml",
        "<?xml",
        "<svg",
        "<script>",
        "RIFF",
        "WEBP",
    ];
    read(pieces, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        for name in [web::bare(&text), web::file_name(&text)] {
            assert!(name.chars().count() <= 120 && !name.starts_with('.'), "{name:?}");
            assert!(!name.contains(['/', '\\', '"', '\r', '\n', '\0']), "{name:?}");
            // What stands in a header is one line of plain letters.
            let way = web::disposition(false, &name);
            assert!(way.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{way:?}");
            assert_eq!(way.matches('"').count(), 2, "{way:?}");
            let _ = kind::ending(&name);
        }
        // Whatever the bytes are, they are sorted out without a fault, and never taken for a page.
        if let Ok(Some(kind)) = kind::of(&mut Cursor::new(bytes)) {
            assert!(!kind.media.contains("html") && !kind.media.contains("svg"), "{kind:?}");
        }
    });
}
