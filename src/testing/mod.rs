//! The test room: an app in process, on either engine, with a clock that stands still, a mailbox and
//! typed visitors. A story reads like what a person does: visit, fill in, press, read.

mod app;
mod page;
mod picture;
mod program;
mod samples;
mod season;
mod visitor;
mod world;

pub use app::{Engine, TestApp, at, postgres, tell};
pub use page::Page;
pub use picture::{photo, picture};
pub use program::{Json, Program};
pub use samples::{fill, run_text, sample};
pub use visitor::Visitor;
pub use world::World;

mod access;
mod architecture;
mod at_once;
mod attacks;
mod cross_site;
mod document;
mod fuzz;
mod fuzz_more;
mod fuzz_sets;
mod headers;
mod locales;
mod nonsense;
mod once;
mod pages;
mod personal;
mod plans;
mod promises;
mod raw_nonsense;
mod security;
mod trouble;
mod written;
