//! Tests of the debrief in every output format, in one binary.

#![expect(clippy::unwrap_used, reason = "a panic in a test reports the failing line")]

mod debrief;
mod schema;

#[expect(dead_code, reason = "each test binary uses only part of the module")]
#[path = "../support/mod.rs"]
mod support;
