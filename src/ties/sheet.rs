//! The figures as rows of a sheet: for CSV and XLSX, in the reader's language.

use super::figures::{Figures, Grouped, Measures, Share};
use super::lead::{level, role};
use crate::web::{Cell, Language, Sheet, SheetKind};

struct Rows {
    language: Language,
    sheet: Sheet,
}

impl Rows {
    fn say(&self, key: &'static str) -> String {
        self.language.say(key).to_string()
    }

    fn row(&mut self, table: &str, line: &str, number: Cell, of: Cell) -> anyhow::Result<()> {
        self.sheet.row([Cell::from(table), Cell::from(line), number, of])
    }

    /// A number; a hidden one is the word for it.
    fn told(&self, number: Option<f64>) -> Cell {
        number.map_or_else(|| Cell::Text(self.say("use-hidden")), Cell::Number)
    }

    fn share(&mut self, table: &str, key: &'static str, share: Share) -> anyhow::Result<()> {
        let (line, number) = (self.say(key), self.told(share.value.map(f64::from)));
        self.row(table, &line, number, Cell::from(share.of))
    }

    fn measures(&mut self, table: &str, told: &Measures) -> anyhow::Result<()> {
        let numbers = [
            ("map-people-count", Some(f64::from(told.people))),
            ("map-pairs-count", Some(pairs(told.pairs))),
            ("map-density", told.density),
            ("map-reach", told.reach),
            ("map-components", told.components.map(f64::from)),
        ];
        for (key, number) in numbers {
            let (line, number) = (self.say(key), self.told(number));
            self.row(table, &line, number, Cell::Empty)?;
        }
        self.share(table, "map-largest", told.largest)?;
        self.share(table, "map-edge", told.edge)
    }

    fn grouped(
        &mut self,
        key: &'static str,
        grouped: &Grouped,
        name: fn(Language, u32) -> String,
    ) -> anyhow::Result<()> {
        let table = self.say(key);
        for cell in &grouped.between {
            let line = format!("{} – {}", name(self.language, cell.one), name(self.language, cell.other));
            let number = self.told(cell.pairs.map(pairs));
            self.row(&table, &line, number, Cell::Empty)?;
        }
        Ok(())
    }
}

#[allow(clippy::cast_precision_loss, reason = "pairs are far fewer than 2^53")]
fn pairs(pairs: u64) -> f64 {
    pairs as f64
}

/// The figures as a file to save.
pub fn sheet(kind: SheetKind, figures: &Figures, language: Language) -> anyhow::Result<Sheet> {
    let header = ["use-table", "use-line", "use-number", "use-of"].map(|key| language.say(key).to_string());
    let mut rows = Rows { language, sheet: Sheet::begin(kind, "klatsch-map", &header)? };
    let (now, before) = (rows.say("map-this-year"), rows.say("map-last-year"));
    if let Some(told) = &figures.now {
        rows.measures(&now, told)?;
    }
    if let Some(told) = &figures.before {
        rows.measures(&before, told)?;
    }
    if let Some(change) = figures.change {
        for (key, number) in [("map-kept", change.kept), ("map-new", change.new), ("map-gone", change.gone)] {
            let (table, line) = (rows.say("map-change-table"), rows.say(key));
            rows.row(&table, &line, Cell::Number(pairs(number)), Cell::Empty)?;
        }
    }
    rows.grouped("map-levels", &figures.levels, level)?;
    rows.grouped("map-roles", &figures.roles, role)?;
    let indexes = [
        ("map-ei-levels", figures.levels.ei),
        ("map-ei-schools", figures.ei_schools),
        ("map-ei-roles", figures.roles.ei),
    ];
    for (key, index) in indexes {
        let (table, line, number) = (rows.say("map-ei"), rows.say(key), rows.told(index));
        rows.row(&table, &line, number, Cell::Empty)?;
    }
    Ok(rows.sheet)
}
