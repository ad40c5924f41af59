//! Klatsch.
