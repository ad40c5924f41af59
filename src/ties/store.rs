//! SQL of ties.

mod pairs;
pub mod personal;
mod pictures;
mod wishes;

pub use pairs::*;
pub use pictures::*;
pub use wishes::*;
