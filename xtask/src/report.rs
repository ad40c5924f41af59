//! What the test runners said, added up.

use std::time::Duration;

/// Tests that ran, and those that did not.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many passed.
    pub passed: usize,
    /// How many failed; at least as many as are named.
    pub failed: usize,
    /// The names of those that failed, as far as the runner told.
    pub failures: Vec<String>,
    /// The names of those that were not run.
    pub skipped: Vec<String>,
}

impl Tally {
    /// Takes one line of what `cargo test` prints.
    pub fn read_cargo(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.passed += count(counts, "passed");
            self.failed += count(counts, "failed");
        } else if let Some((name, outcome)) = line.strip_prefix("test ").and_then(|test| test.rsplit_once(" ... ")) {
            if outcome.starts_with("ignored") {
                self.skipped.push(name.to_owned());
            } else if outcome == "FAILED" {
                self.failures.push(name.to_owned());
            }
        }
    }

    /// Reads the TAP report that Node's test runner wrote.
    pub fn of_node(report: &str) -> Tally {
        let mut tally = Tally::default();
        for line in report.lines().map(str::trim_start) {
            if let Some(total) = line.strip_prefix("# pass ") {
                tally.passed += number(total);
            } else if let Some(total) = line.strip_prefix("# fail ").or_else(|| line.strip_prefix("# cancelled ")) {
                tally.failed += number(total);
            } else if let Some((name, _)) = point(line, "ok ").and_then(|name| name.split_once(" # SKIP")) {
                tally.skipped.push(name.to_owned());
            } else if let Some(name) = point(line, "not ok ") {
                tally.failures.push(name.to_owned());
            }
        }
        tally
    }

    /// Adds the other's tests to these.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend(other.failures);
        self.skipped.extend(other.skipped);
    }

    /// The closing line, in the form that continuous integration reads.
    pub fn summary(&self) -> String {
        let mut line = format!("{} passed, {} failed", self.passed, self.failed);
        if !self.skipped.is_empty() {
            line.push_str(&format!(", {} skipped", self.skipped.len()));
        }
        line
    }
}

/// The number before a word: 12 in `ok. 12 passed; 0 failed`.
fn count(counts: &str, word: &str) -> usize {
    let mut words = counts.split([' ', ';']).filter(|part| !part.is_empty());
    let mut before = "";
    words
        .find_map(|part| {
            let found = (part == word).then(|| number(before));
            before = part;
            found
        })
        .unwrap_or(0)
}

fn number(digits: &str) -> usize {
    digits.trim().parse().unwrap_or(0)
}

/// The name in a TAP test point such as `ok 3 - the name`.
fn point<'line>(line: &'line str, start: &str) -> Option<&'line str> {
    line.strip_prefix(start)?.split_once(" - ").map(|(_, name)| name)
}

/// A duration as one says it: `4 s`, `3 min 07 s`.
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs_f64().round() as u64;
    match seconds {
        0..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn cargo_results_of_several_programs_add_up() {
        let mut tally = Tally::default();
        for line in [
            "running 4 tests",
            "test agenda::a_pin_is_obeyed ... ok",
            "test agenda::it_fits ... FAILED",
            "test slow::all_of_it ... ignored, takes an hour",
            "test crates/planner/src/lib.rs - fit (line 12) ... ignored",
            "test result: FAILED. 1 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: ok. 41 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.10s",
        ] {
            tally.read_cargo(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 42,
                failed: 1,
                failures: vec!["agenda::it_fits".into()],
                skipped: vec!["slow::all_of_it".into(), "crates/planner/src/lib.rs - fit (line 12)".into()],
            }
        );
        assert_eq!(tally.summary(), "42 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn a_page_that_prints_like_a_result_is_not_one() {
        let mut tally = Tally::default();
        tally.read_cargo("the test result: ok. 5 passed; 0 failed");
        tally.read_cargo("test");
        assert_eq!(tally, Tally::default());
        assert_eq!(tally.summary(), "0 passed, 0 failed");
    }

    #[test]
    fn a_node_report_is_read_with_its_skips_and_nested_failures() {
        let report = "TAP version 13\n\
            # Subtest: the front page\n\
            ok 1 - the front page\n  ---\n  duration_ms: 812.1\n  ...\n\
            # Subtest: in French\n    not ok 1 - l'accueil\nnot ok 2 - in French\n\
            ok 3 - the projector # SKIP no screen\n\
            1..3\n# tests 4\n# suites 0\n# pass 1\n# fail 2\n# cancelled 0\n# skipped 1\n# todo 0\n";
        assert_eq!(
            Tally::of_node(report),
            Tally {
                passed: 1,
                failed: 2,
                failures: vec!["l'accueil".into(), "in French".into()],
                skipped: vec!["the projector".into()],
            }
        );
    }

    #[test]
    fn durations_are_rounded_to_seconds() {
        assert_eq!(spoken(Duration::from_millis(3_600)), "4 s");
        assert_eq!(spoken(Duration::from_secs(187)), "3 min 07 s");
    }
}
