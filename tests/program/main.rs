//! The tests of the command line, in one binary.

#![expect(clippy::unwrap_used, reason = "a panic in a test names the line that failed")]

mod answer;
mod bad_input;
mod cli;
mod cli_reference;
mod compare;
mod diagnostic;
mod whatif;

#[expect(dead_code, reason = "each test binary uses a part of it")]
#[path = "../support/mod.rs"]
mod support;
