//! Who is tied to whom: a graph, its measures, whom somebody might like to meet, and a picture of it.
//!
//! A pure leaf: no names, no database, no clock. The caller numbers people from 0 and hands in pairs.
//! Every answer depends on those numbers alone: nothing is hashed, nothing is drawn by lot but from the seed.
//!
//! # Definitions
//!
//! A tie is undirected and has a strength above nought. *n* people, *m* pairs that are tied.
//!
//! | measure | definition | source |
//! |---|---|---|
//! | density | *m* / (*n*(*n*−1)/2) | Wasserman & Faust 1994, 4.1 |
//! | degree | with how many others somebody is tied | the same, 4.1 |
//! | components | the parts in which everybody can be reached from everybody | the same, 4.3 |
//! | on the edge | degree of 0 or 1; the isolates (degree 0) are among them | periphery, Borgatti & Everett 2000, made plain |
//! | reach | the share of the *n*−1 others within two steps, as a mean over people | Borgatti 2006, *k*-step reach |
//! | E-I index | (ties between groups − ties within groups) / all ties of people who have a group | Krackhardt & Stern 1988 |
//! | change | pairs tied in both of two times, only in the later, only in the earlier | Woodland & Mazur 2018 |
//!
//! Strength counts in the picture and in suggestions; the measures count pairs. PyPI `networkx` comes to the
//! same numbers (`tests/python/ties.py`).

mod change;
mod graph;
mod layout;
mod measures;
mod suggest;

pub use change::{Change, change};
pub use graph::Graph;
pub use layout::{Layout, Point, layout};
pub use measures::{Components, Mixing, components, density, mixing, on_the_edge, reach};
pub use suggest::{Suggestion, suggest};

#[cfg(test)]
mod tests;
