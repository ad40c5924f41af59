#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod attack;
mod beside;
mod file;
mod made;
mod recount;
mod told;
