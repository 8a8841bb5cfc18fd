//! The tests of the command line, in one binary.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a test that fails says where, and worlds are equal to the bit"
)]

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
