//! Golden Hour: crisis exercises for data breaches at online retailers.
//!
//! This package adds a command line and a window to [`goldenhour_core`] and [`goldenhour_report`]. No other
//! package uses a terminal, a display, environment variables or the wall clock. The invariants are listed in
//! ARCHITECTURE.md.

#[cfg(feature = "app")]
pub mod app;
pub mod cli;
pub mod dirs;
