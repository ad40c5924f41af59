//! The dates and times of gatherings: rules that make dates, local times in a
//! zone, what people type and what they read, and the calendars they keep.
//!
//! Everything is computed on local dates and times and resolved to an instant
//! only at the end, by the time zone data inside the program. No clock is read
//! here: today and now are parameters.

pub mod days;
pub mod ics;
pub mod month;
pub mod rule;
pub mod school;
pub mod times;
pub mod words;
pub mod zone;
