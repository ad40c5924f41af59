//! Klatsch runs the professional learning network of a school district. ARCHITECTURE.md has the map.

mod database;
mod demo;

mod answers;
mod app;
mod attendance;
mod backup;
mod check_in;
mod clock;
pub mod commands;
mod config;
mod contacts;
mod district_calendar;
mod files;
mod gatherings;
mod identity;
mod ids;
mod insights;
mod jobs;
mod mail;
mod networks;
mod newcomers;
mod noticeboard;
mod once;
mod people;
mod personal;
mod privacy;
mod projector;
mod records;
mod reports;
mod resources;
mod rostering;
mod sample;
mod schools;
mod search;
mod speakers;
mod teams;
mod text;
mod ties;
mod topics;
mod treats;
mod web;
mod years;

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "tests may stop where they stand"
)]
mod testing;
