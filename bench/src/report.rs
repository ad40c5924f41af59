//! What was measured, as `bench/RESULTS.md` tells it.

use std::fmt::Write as _;

/// An aim, and where Klatsch stands.
#[derive(Debug)]
pub struct Aim {
    /// Of what.
    pub of: String,
    /// The aim in words.
    pub aim: String,
    /// What was measured.
    pub measured: String,
    /// Whether it is met.
    pub met: bool,
}

/// The whole report.
#[derive(Debug, Default)]
pub struct Report {
    /// The aims, in the order they were measured.
    pub aims: Vec<Aim>,
    sections: String,
}

impl Report {
    /// Begins a section.
    pub fn section(&mut self, title: &str, about: &str) {
        let _ = write!(self.sections, "\n## {title}\n\n{about}\n");
        println!("\n== {title}");
    }

    /// Adds a table: its header and its rows.
    pub fn table(&mut self, header: &[&str], rows: &[Vec<String>]) {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let header: Vec<String> = header.iter().map(|&cell| cell.to_owned()).collect();
        let mut text = line(&header);
        text.push_str(&format!("|{}\n", "---|".repeat(header.len())));
        for row in rows {
            text.push_str(&line(row));
        }
        print!("{text}");
        let _ = write!(self.sections, "\n{text}");
    }

    /// Adds a paragraph.
    pub fn say(&mut self, words: &str) {
        println!("{words}");
        let _ = write!(self.sections, "\n{words}\n");
    }

    /// Notes an aim.
    pub fn aim(&mut self, of: &str, aim: &str, measured: String, met: bool) {
        self.aims.push(Aim { of: of.to_owned(), aim: aim.to_owned(), measured, met });
    }

    /// The whole text; `why` are the reasons for aims that are missed, kept from an older report.
    pub fn text(&self, head: &str, why: &str) -> String {
        let mut text = format!("{head}\n## Aims\n\n| of | aim | measured | |\n|---|---|---|---|\n");
        for aim in &self.aims {
            let mark = if aim.met { "met" } else { "**missed**" };
            let _ = writeln!(text, "| {} | {} | {} | {mark} |", aim.of, aim.aim, aim.measured);
        }
        let _ = write!(text, "\n{why}\n{}", self.sections);
        text
    }
}

/// A number with as many places as it needs.
pub fn number(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}
