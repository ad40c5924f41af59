//! SQL of what can be found, and of the words it is found by.

mod documents;
mod looking;
mod wishes;
mod words;

pub use documents::*;
pub use looking::*;
pub use words::*;
