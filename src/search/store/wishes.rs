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

/// A wish as conditions that PostgreSQL's inverted index intersects: the marks that are wanted in any case together with
/// what is not wanted, and each choice by itself. It tries a choice inside one condition for every document that has
/// any of its marks, which took five times as long.
pub fn tsqueries(has: &Wish, not: Option<&Wish>) -> Vec<String> {
    let (mut marks, mut choices) = (Vec::new(), Vec::new());
    part(has, &mut marks, &mut choices);
    if !marks.is_empty() {
        choices.insert(0, marks.join(" & "));
    }
    if let (Some(not), Some(first)) = (not, choices.first_mut()) {
        *first = format!("({first}) & !({})", tsquery(not));
    }
    choices
}

fn part(wish: &Wish, marks: &mut Vec<String>, choices: &mut Vec<String>) {
    match wish {
        Wish::All(wishes) => wishes.iter().for_each(|wish| part(wish, marks, choices)),
        Wish::Has(Mark::Whole(_)) => marks.push(tsquery(wish)),
        Wish::Has(Mark::Begins(_)) | Wish::Any(_) => choices.push(tsquery(wish)),
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
