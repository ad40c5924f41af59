//! What words a text is found by, in English and French alike, and what somebody asks for.
//!
//! A text becomes a bag of marks ([`marks`]): what an index stores. What somebody types becomes an
//! [`Asked`], which says what marks a text must have ([`Wish`]), and shows where in a text they stand
//! ([`Asked::snippet`]). Nothing here knows an index: whichever stores bags and intersects them will do.

mod asked;
mod marks;
mod shared;
mod snippet;
mod stems;
mod stop;
#[cfg(test)]
mod tests;
mod words;

pub use asked::{Asked, Mark, Wish};
pub use marks::{Field, marks, plain};
pub use shared::shared;
pub use snippet::Piece;
