//! Golden Hour: crisis exercises for a data breach at an online retailer.
//!
//! The program around [`goldenhour_core`] and [`goldenhour_report`]: a command line and a window, the only modules
//! that use a terminal, a display, the environment or the wall clock. ARCHITECTURE.md has the invariants.

#[cfg(feature = "app")]
pub mod app;
pub mod cli;
pub mod dirs;
