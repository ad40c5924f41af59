//! Wishes as each engine reads them.

use finding::{Mark, Wish};

pub fn fts5_but_not(has: &Wish, not: Option<&Wish>) -> String {
    match not {
        Some(not) => format!("({}) NOT ({})", fts5(has), fts5(not)),
        None => fts5(has),
    }
}

/// A wish as SQLite's full-text table reads it. A mark has no quotation mark in it.
pub fn fts5(wish: &Wish) -> String {
    match wish {
        Wish::Has(Mark::Whole(mark)) => format!("\"{mark}\""),
        Wish::Has(Mark::Begins(mark)) => format!("\"{mark}\" *"),
        Wish::Any(wishes) => joined(wishes, " OR ", fts5),
        Wish::All(wishes) => joined(wishes, " AND ", fts5),
    }
}

pub fn tsquery_but_not(has: &Wish, not: Option<&Wish>) -> String {
    match not {
        Some(not) => format!("({}) & !({})", tsquery(has), tsquery(not)),
        None => tsquery(has),
    }
}

/// A wish as PostgreSQL reads it. A mark has no apostrophe and no backslash in it.
pub fn tsquery(wish: &Wish) -> String {
    match wish {
        Wish::Has(Mark::Whole(mark)) => format!("'{mark}'"),
        Wish::Has(Mark::Begins(mark)) => format!("'{mark}':*"),
        Wish::Any(wishes) => joined(wishes, " | ", tsquery),
        Wish::All(wishes) => joined(wishes, " & ", tsquery),
    }
}

fn joined(wishes: &[Wish], by: &str, write: fn(&Wish) -> String) -> String {
    format!("({})", wishes.iter().map(write).collect::<Vec<_>>().join(by))
}
