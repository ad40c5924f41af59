#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

fn numbers_of(text: &str) -> Vec<u64> {
    let table = Table::open(text.as_bytes()).unwrap();
    table.rows().map(|row| row.number).collect()
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let text = "name,city\r\nA,x\r\n\"B\nand more\",x\r\n\r\nC,x\r\n,\r\nD,\"x\"\"y\"";
    assert_eq!(numbers_of(text), [2, 3, 5, 7]);
    assert_eq!(numbers_of("\nname\nA\n"), [3]);
}

#[test]
fn the_separator_is_found() {
    for text in ["name,city\nA;B,c", "name;city\n\"A;B\";c,d", "\"na,,me\"\tcity\nA,B\tc"] {
        let table = Table::open(text.as_bytes()).unwrap();
        assert_eq!(table.headers.len(), 2, "{text}");
        assert!(table.rows().all(|row| table.fits(&row).is_ok()), "{text}");
    }
}

#[test]
fn an_unclosed_quote_is_named_where_it_opens() {
    let text = "name,city\nA,x\n\nB,\"Kelowna\nC,x\n";
    assert_eq!(Table::open(text.as_bytes()).err(), Some(Unreadable::UnclosedQuote { row: 4 }));
    // Inches inside an unquoted field open nothing.
    assert_eq!(numbers_of("name,city\nThe 5\" Club,x\nB,y"), [2, 3]);
}

#[test]
fn an_empty_file_says_so() {
    for text in ["", "\n\n", "\u{feff}", ",,\nA,B,C", "   \n"] {
        assert_eq!(Table::open(text.as_bytes()).err(), Some(Unreadable::Empty), "{text:?}");
    }
}

#[test]
fn headers_are_found_in_order_of_trust() {
    let table = Table::open(" École ,Low Grade*,E-MAIL,Facility_Name,Facility_Name\n".as_bytes()).unwrap();
    assert_eq!(table.column(&["name", "ecole"]), Ok(Some(0)));
    assert_eq!(table.column(&["low grade"]), Ok(Some(1)));
    assert_eq!(table.column(&["e mail"]), Ok(Some(2)));
    assert_eq!(table.column(&["city"]), Ok(None));
    assert_eq!(
        table.column(&["facility name"]),
        Err(Unreadable::SameColumnTwice { header: "Facility_Name".to_owned() })
    );
}

#[test]
fn cells_are_cleaned_and_marks_for_nothing_are_nothing() {
    let table = Table::open("a,b,c,d,e\n†,–,#NAME?,\" Two\r\nlines \",\u{13}x\u{13}\n".as_bytes()).unwrap();
    let row = table.rows().next().unwrap();
    let cells: Vec<Option<String>> = (0..5).map(|column| row.cell(Some(column))).collect();
    assert_eq!(cells, [None, None, None, Some("Two lines".to_owned()), Some("x".to_owned())]);
}

proptest! {
    /// The row numbers come from a scanner of our own beside the `csv` crate; were the two
    /// to disagree on where a record ends, every message would name the wrong row.
    #[test]
    fn the_scanner_sees_the_records_that_are_read(text in "[ab\",;\t\r\n é]{0,80}") {
        if let Ok(numbers) = scan::numbers(&text, b',') {
            let records = reader(&text, b',').into_records().count();
            prop_assert_eq!(numbers.len(), records);
            prop_assert!(numbers.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn written_cells_are_read_back(rows in prop::collection::vec(prop::collection::vec("[a-z\",\n\r]{0,6}", 3), 1..8)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["one", "two", "three"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let table = Table::open(&bytes).unwrap();
        let mut read = table.rows();
        for (number, row) in (2..).zip(&rows) {
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let found = read.next().unwrap();
            prop_assert_eq!(found.number, number);
            prop_assert!(found.record.iter().eq(row.iter().map(String::as_str)));
        }
    }
}
