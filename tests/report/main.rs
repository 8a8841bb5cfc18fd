//! The tests of the debrief in its forms, in one binary.

#![expect(clippy::unwrap_used, reason = "a panic in a test names the line that failed")]

mod debrief;
mod schema;

#[expect(dead_code, reason = "each test binary uses a part of it")]
#[path = "../support/mod.rs"]
mod support;
