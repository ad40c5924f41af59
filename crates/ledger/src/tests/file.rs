//! The file for those who may see names.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::made::lively;
use super::recount::lines;
use crate::*;

#[test]
fn the_first_lines_of_each_kind() {
    let mut season = lively();
    season.people[0].roles = vec!["a;b".to_owned(), "c\\d".to_owned()];
    let names = BTreeMap::from([("person 00".to_owned(), "=HYPERLINK(\"x\")".to_owned())]);
    let file = String::from_utf8(export(&season, &names).unwrap()).unwrap();
    let first = |kind: &str| file.lines().find(|line| line.starts_with(kind)).unwrap().to_owned();
    assert_eq!(file.lines().next().unwrap(), COLUMNS.join(","));
    assert_eq!(first("gathering"), "gathering,week 1,2026-01-07,held,6,,,,,,,,,,,,,,");
    assert_eq!(
        first("person"),
        "person,,,,,person 00,\"'=HYPERLINK(\"\"x\"\")\",School A,elementary,a\\;b;c\\\\d,yes,no,,,,,,,"
    );
    assert_eq!(
        first("attendance,week 1,2026-01-07,held,,person 06"),
        "attendance,week 1,2026-01-07,held,,person 06,,School C,elementary,teacher-librarian,yes,no,yes,came,no,self,,,"
    );
    assert_eq!(
        first("topic,week 2,2026-01-14,held,,person 05"),
        "topic,week 2,2026-01-14,held,,person 05,,School B,secondary,teacher-librarian,yes,no,,,,,topic 5,shared,1"
    );
}

#[test]
fn a_cell_that_would_be_a_formula_is_made_safe() {
    for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "'"] {
        assert_eq!(safe(cell), format!("'{cell}"));
    }
    for cell in ["", "1", "a=b", " plain", "O'Brien"] {
        assert_eq!(safe(cell), cell);
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_again(text in "[-=+@'\t\r\n;,\"a\\\\é]{0,8}") {
        let written = safe(&text);
        prop_assert_eq!(bare(&written), text.as_str());
        let mut season = lively();
        season.people[0].school = Some(text.clone());
        let names = BTreeMap::from([(season.people[0].id.clone(), text.clone())]);
        let lines = lines(&export(&season, &names).unwrap());
        let line = lines.iter().find(|line| line["kind"] == "person").unwrap();
        prop_assert_eq!((&line["school"], &line["name"]), (&text, &text));
    }
}
