//! Plans that are proven best and can say why.
//!
//! A pure leaf: no database, no HTTP, no clock, no randomness. The same request always gives the
//! same plan, to the byte.
//!
//! - [`agenda`]: which topics fit the time box of a gathering, and in which order they are spoken.
//! - [`reflow`]: how the rest of it gives way when a topic runs over.

pub mod agenda;
pub mod reflow;
