//! Tests of the command line, in one binary.

#![expect(clippy::unwrap_used, reason = "a panic in a test reports the failing line")]

mod answer;
mod bad_input;
mod cli;
mod cli_reference;
mod compare;
mod diagnostic;
mod whatif;

#[expect(dead_code, reason = "each test binary uses only part of the module")]
#[path = "../support/mod.rs"]
mod support;
