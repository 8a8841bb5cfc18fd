//! Tests at the boundaries of the core, in one binary; `tests/README.md` lists what each module covers.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "panics locate failures, and worlds are compared bit by bit"
)]

mod autopilot;
mod cases;
mod check_reference;
mod claim_reading;
mod counterfactual;
mod evaluation;
mod gaming;
mod incident;
mod properties;
mod random_drills;
mod removal;
mod ruling;
mod scenario_file;
mod scoring;
mod seekable_replay;
mod sentence_reading;
mod session;
mod statement_reading;
mod text_counts;

#[path = "../support/counts.rs"]
mod counts;
#[path = "../support/generated.rs"]
mod generated;
#[path = "../support/mod.rs"]
mod support;
