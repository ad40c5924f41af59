#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use jiff::civil::date;

use super::*;

fn sheet(kind: SheetKind) -> Sheet {
    let columns = ["Name", "How many", "Since", "Last"].map(ToOwned::to_owned);
    let mut sheet = Sheet::begin(kind, "Réseau: a/b", &columns).unwrap();
    sheet
        .row([
            Cell::from("Élan, Mina"),
            Cell::from(3_i64),
            Cell::from(date(2026, 1, 14)),
            date(2026, 1, 14).at(12, 5, 0, 0).into(),
        ])
        .unwrap();
    for active in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'quoted"] {
        sheet.row([Cell::from(active), Cell::from(-2.5), Cell::from(None::<Date>), Cell::Empty]).unwrap();
    }
    sheet
}

#[test]
fn csv_is_for_spreadsheets_and_runs_nothing() {
    let sheet = sheet(SheetKind::Csv);
    assert_eq!(sheet.name, "Réseau a b.csv");
    let text = String::from_utf8(sheet.bytes().unwrap()).unwrap();
    let mut lines = text.split("\r\n");
    assert_eq!(lines.next(), Some("\u{feff}Name,How many,Since,Last"));
    assert_eq!(lines.next(), Some("\"Élan, Mina\",3,2026-01-14,2026-01-14 12:05"));
    assert_eq!(lines.next(), Some("'=1+1,-2.5,,"));
    let mut read = csv::Reader::from_reader(text.as_bytes());
    let firsts: Vec<String> = read.records().skip(1).map(|record| record.unwrap()[0].to_owned()).collect();
    assert_eq!(firsts, ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'\r=1", "''quoted"]);
}

/// The text of a part of a workbook, which is a zip.
fn part(bytes: &[u8], name: &str) -> String {
    use std::io::Read;
    // A workbook is read with the same crate that packs it.
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_has_texts_numbers_and_days_and_no_formula() {
    let bytes = sheet(SheetKind::Xlsx).bytes().unwrap();
    let text = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(text.contains("<t>=1+1</t>") && !text.contains("<f>"), "{text}");
    assert!(text.contains("<v>-2.5</v>"), "{text}");
    // The days since the end of 1899 (ECMA-376 part 1, section 18.17.4.1): 46,036 is 14 January 2026.
    assert!(text.contains("<v>46036</v>") && text.contains("<v>46036.5034722"), "{text}");
    assert!(text.contains("state=\"frozen\"") && text.contains("ySplit=\"1\""), "{text}");
    assert!(part(&bytes, "xl/styles.xml").contains("yyyy-mm-dd hh:mm"));
}

#[test]
fn a_text_that_no_cell_holds_is_cut_where_one_sees_it() {
    let mut sheet = Sheet::begin(SheetKind::Xlsx, "long", &["Text".to_owned()]).unwrap();
    sheet.row([Cell::from("é".repeat(40_000))]).unwrap();
    sheet.row([Cell::Day(date(1850, 1, 1))]).unwrap();
    let text = part(&sheet.bytes().unwrap(), "xl/worksheets/sheet1.xml");
    assert!(text.contains("é…</t>") && text.contains("<t>1850-01-01</t>"));
}

#[tokio::test]
async fn a_file_says_what_it_is_called_and_is_kept_by_nobody() {
    let answer = sheet(SheetKind::Xlsx).give().await.unwrap();
    let head = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(head("content-type"), SheetKind::Xlsx.media());
    assert_eq!(
        head("content-disposition"),
        "attachment; filename=\"R_seau a b.xlsx\"; filename*=UTF-8''R%C3%A9seau%20a%20b.xlsx"
    );
    assert_eq!(head("cache-control"), "private, no-cache");
    assert_eq!(("csv".parse(), "ods".parse::<SheetKind>()), (Ok(SheetKind::Csv), Err(())));
}
