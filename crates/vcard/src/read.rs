//! Reading a file of cards.

mod making;

use std::collections::BTreeMap;

use crate::card::{Card, Version};
use crate::fault::{Fault, Reason};
use crate::lines::{self, Line};
use crate::property::{Property, short};
use crate::value::line;
use crate::{LARGEST, MOST_CARDS, MOST_FAULTS};
use making::Making;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    /// Its cards, in its order, each with the line on which it begins.
    pub cards: Vec<(usize, Card)>,
    /// What no card has room for: how often each property was left out, by its name.
    pub left_out: BTreeMap<String, usize>,
}

/// Reads a file.
///
/// # Errors
/// Everything that is wrong, in the order of the lines; at most [`MOST_FAULTS`].
pub fn read(file: &[u8]) -> Result<File, Vec<Fault>> {
    if file.len() > LARGEST {
        return Err(vec![Fault { line: 1, reason: Reason::TooLarge }]);
    }
    let bytes = lines::bytes(file).map_err(|fault| vec![fault])?;
    let mut reading = Reading::default();
    for line in lines::logical(&bytes) {
        reading.line(&line);
        if reading.faults.len() >= MOST_FAULTS || reading.file.cards.len() > MOST_CARDS {
            break;
        }
    }
    if let Some(open) = reading.open.take() {
        reading.fault(open.begun, Reason::NotEnded);
    }
    if reading.faults.is_empty() && reading.file.cards.is_empty() {
        reading.fault(1, Reason::NoCard);
    }
    reading.faults.truncate(MOST_FAULTS);
    if reading.faults.is_empty() { Ok(reading.file) } else { Err(reading.faults) }
}

#[derive(Default)]
struct Reading {
    file: File,
    faults: Vec<Fault>,
    open: Option<Open>,
    /// Whether something between two cards was told of already.
    between: bool,
}

/// A card that has not ended.
struct Open {
    begun: usize,
    version: Option<Version>,
    /// Whether its version is one that is not read: then nothing else of it is told.
    foreign: bool,
    making: Making,
}

/// What is read of a card; other properties are counted.
fn wanted(name: &str) -> bool {
    name.starts_with("X-KLATSCH-")
        || matches!(
            name,
            "BEGIN"
                | "END"
                | "VERSION"
                | "KIND"
                | "X-ABSHOWAS"
                | "X-ADDRESSBOOKSERVER-KIND"
                | "UID"
                | "FN"
                | "N"
                | "ORG"
                | "TITLE"
                | "ROLE"
                | "EMAIL"
                | "TEL"
                | "URL"
                | "IMPP"
                | "SOCIALPROFILE"
                | "X-SOCIALPROFILE"
                | "CATEGORIES"
                | "NOTE"
        )
}

/// What says nothing about anybody.
fn silent(name: &str) -> bool {
    matches!(
        name,
        "PRODID"
            | "REV"
            | "SOURCE"
            | "NAME"
            | "PROFILE"
            | "CLASS"
            | "MAILER"
            | "SORT-STRING"
            | "CLIENTPIDMAP"
            | "X-ABLABEL"
            | "X-ABUID"
            | "X-ABADR"
            | "X-IMAGEHASH"
            | "X-IMAGETYPE"
            | "CREATED"
            | "LANGUAGE"
    )
}

impl Reading {
    fn fault(&mut self, line: usize, reason: Reason) {
        self.faults.push(Fault { line, reason });
    }

    fn line(&mut self, at: &Line) {
        let property = match Property::read(&at.bytes, wanted) {
            Ok(property) => property,
            Err(reason) => return self.unread(at, reason),
        };
        let card = property.value.trim().eq_ignore_ascii_case("VCARD");
        match (property.name.as_str(), &mut self.open) {
            ("BEGIN", None) if card => {
                self.between = false;
                self.open = Some(Open { begun: at.number, version: None, foreign: false, making: Making::default() });
                if self.file.cards.len() >= MOST_CARDS {
                    self.fault(at.number, Reason::TooMany);
                }
            }
            ("BEGIN", Some(open)) if card => {
                // Only 2.1 has cards within cards.
                if !open.foreign {
                    let begun = open.begun;
                    self.fault(at.number, Reason::Nested);
                    self.open = Some(Open { begun, version: None, foreign: true, making: Making::default() });
                }
            }
            ("END", None) if card => self.fault(at.number, Reason::EndWithoutBegin),
            ("END", Some(_)) if card => self.end(),
            (_, None) => self.unread(at, Reason::BetweenCards),
            ("VERSION", Some(open)) => {
                let said = line(&property.value);
                open.version = match said.as_str() {
                    "3.0" => Some(Version::Three),
                    "4.0" => Some(Version::Four),
                    _ => None,
                };
                if open.version.is_none() && !open.foreign {
                    open.foreign = true;
                    let old = matches!(said.as_str(), "2.1" | "2.0" | "1.0");
                    let reason = if old { Reason::OldVersion } else { Reason::UnknownVersion(short(&said)) };
                    self.fault(at.number, reason);
                }
            }
            (_, Some(open)) if open.foreign => {}
            (name, Some(open)) => {
                if wanted(name) {
                    if let Err(reason) = open.making.take(property) {
                        self.fault(at.number, reason);
                    }
                } else if !silent(name) {
                    *self.file.left_out.entry(property.name).or_default() += 1;
                }
            }
        }
    }

    /// A line that is no property. Between two cards one is told of, not each; in a card of a version that is
    /// not read none.
    fn unread(&mut self, at: &Line, reason: Reason) {
        match &self.open {
            Some(open) if open.foreign => {}
            Some(_) => self.fault(at.number, reason),
            None if self.between => {}
            None => {
                self.between = true;
                // A file that does not begin as a card is no file of cards.
                let none = self.file.cards.is_empty() && self.faults.is_empty();
                self.fault(at.number, if none { Reason::NoCard } else { Reason::BetweenCards });
            }
        }
    }

    fn end(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.foreign {
            return;
        }
        if open.version.is_none() {
            return self.fault(open.begun, Reason::NoVersion);
        }
        match open.making.done() {
            Some(card) => self.file.cards.push((open.begun, card)),
            None => self.fault(open.begun, Reason::NoName),
        }
    }
}
