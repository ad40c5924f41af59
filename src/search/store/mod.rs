//! SQL of what can be found, and of the words it is found by.

mod asking;
mod documents;
mod looking;
mod picking;
mod wishes;
mod words;

pub use asking::Wanted;
pub use documents::*;
pub use looking::*;
pub use picking::*;
pub use words::*;
