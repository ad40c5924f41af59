//! Values: what somebody looks for in their book.

use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

use super::category::Category;
use super::contact::folded;
use crate::web::{Input, Problems, address};

/// In what order a book is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Those first with whom there was no contact for longest.
    Longest,
    /// Those first with whom there was contact last.
    Latest,
    /// By the day of the next step.
    Next,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 4] = [Order::Name, Order::Longest, Order::Latest, Order::Next];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Order::Name => "name",
            Order::Longest => "longest",
            Order::Latest => "latest",
            Order::Next => "next",
        }
    }

    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Order::Name => "contacts-order-name",
            Order::Longest => "contacts-order-longest",
            Order::Latest => "contacts-order-latest",
            Order::Next => "contacts-order-next",
        }
    }
}

impl FromStr for Order {
    type Err = ();
    fn from_str(word: &str) -> Result<Order, ()> {
        Order::ALL.into_iter().find(|order| order.word() == word).ok_or(())
    }
}

/// What to find contacts by; an empty search finds everyone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Beginnings of words.
    pub words: String,
    /// A category.
    pub category: Option<Category>,
    /// For how many months there was no contact, as it was chosen.
    pub quiet: Option<i64>,
    /// The day since when: last in touch before it, or never.
    pub before: Option<Date>,
    /// In what order.
    pub order: Order,
}

/// For how many months one may choose to have been out of touch.
pub const QUIET: [i64; 4] = [1, 3, 6, 12];

impl Search {
    /// Reads `q`, `category`, `quiet` and `order` from a query, and `not_since`, a date.
    pub fn read(query: &Input, today: Date, problems: &mut Problems) -> Search {
        let quiet = query.number("quiet", 1..=120, problems);
        let since = query.date("not_since", problems);
        Search {
            words: query.line("q", 0..=200, problems),
            category: query.choice("category", problems),
            quiet,
            before: since.or_else(|| today.checked_sub(quiet?.months()).ok()),
            order: query.choice("order", problems).unwrap_or_default(),
        }
    }

    /// Whether it leaves anybody out.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.category.is_none() && self.before.is_none()
    }

    /// The beginnings of words that must be there.
    pub fn asked(&self) -> Vec<String> {
        let mut words = folded(&self.words);
        words.truncate(super::store::find::WORDS);
        words
    }

    /// The address of a page of what it finds below `path`.
    pub fn address(&self, path: &str, page: i64) -> String {
        let text = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let since =
            if self.quiet.is_some() { String::new() } else { self.before.map_or(String::new(), |d| d.to_string()) };
        address(
            path,
            &[
                ("q", &self.words),
                ("category", self.category.as_ref().map_or("", Category::word)),
                ("quiet", &text(self.quiet)),
                ("not_since", &since),
                ("order", if self.order == Order::Name { "" } else { self.order.word() }),
                ("page", &text((page > 1).then_some(page))),
            ],
        )
    }
}
