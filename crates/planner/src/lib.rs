//! Plans that are proven best and can say why.
//!
//! A pure leaf: no database, no HTTP, no clock, no randomness. The same request always gives the
//! same plan, to the byte.
//!
//! - [`agenda`]: which topics fit the time box of a gathering, and in which order they are spoken.

pub mod agenda;
