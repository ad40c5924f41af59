//! Whether every query was executed by a test, on both engines.
//!
//! While `KLATSCH_QUERY_LOG` names a file, the tests append to it one line per query:
//! `all<TAB>file:line` for each that the program holds, `sqlite<TAB>file:line` and
//! `postgres<TAB>file:line` for each that an engine executed. Lines may come often and in any
//! order, for several test programs write at once.

use std::collections::BTreeSet;

/// The variable that names the log.
pub const VARIABLE: &str = "KLATSCH_QUERY_LOG";

/// How many queries there are, if each ran on both engines; else what is wrong, a line each.
pub fn check_queries(log: &str) -> Result<usize, Vec<String>> {
    let of = |kind: &str| -> BTreeSet<&str> {
        log.lines()
            .filter_map(|line| line.split_once('\t'))
            .filter(|(name, _)| *name == kind)
            .map(|(_, location)| location)
            .collect()
    };
    let all = of("all");
    if all.is_empty() {
        return Err(vec!["no test wrote the list of queries".to_owned()]);
    }
    let mut problems = Vec::new();
    for (engine, name) in [("sqlite", "SQLite"), ("postgres", "PostgreSQL")] {
        let ran = of(engine);
        problems
            .extend(all.difference(&ran).map(|location| format!("{location}: no test executes this query on {name}")));
    }
    if problems.is_empty() { Ok(all.len()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::check_queries;

    #[test]
    fn queries_that_ran_on_both_engines_are_counted_once() {
        let log = "sqlite\tsrc/people/store.rs:12\nall\tsrc/people/store.rs:12\n\
            postgres\tsrc/people/store.rs:12\nall\tsrc/people/store.rs:12\nall\tsrc/goals/store.rs:9\n\
            postgres\tsrc/goals/store.rs:9\nsqlite\tsrc/goals/store.rs:9\nsqlite\tsrc/goals/store.rs:9\n";
        assert_eq!(check_queries(log), Ok(2));
    }

    #[test]
    fn a_query_that_missed_an_engine_is_named_with_it() {
        let log = "all\tsrc/a/store.rs:1\nall\tsrc/b/store.rs:2\nsqlite\tsrc/a/store.rs:1\n\
            postgres\tsrc/a/store.rs:1\nsqlite\tsrc/b/store.rs:2\n";
        assert_eq!(
            check_queries(log),
            Err(vec!["src/b/store.rs:2: no test executes this query on PostgreSQL".to_owned()])
        );
    }

    #[test]
    fn an_empty_log_is_not_a_pass() {
        assert!(check_queries("").is_err());
        assert!(check_queries("sqlite\tsrc/a/store.rs:1\n").is_err());
    }
}
