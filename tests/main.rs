//! All tests at the boundaries of the core, in one binary. The table in CONTRIBUTING says which is for what.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a test that fails says where, and worlds are equal to the bit"
)]

mod autopilot;
mod bad_input;
mod cases;
mod cli;
mod compare;
mod counterfactual;
mod debrief;
mod evaluation;
mod film;
mod gaming;
mod incident;
mod law;
mod monkey;
mod removal;
mod scenario_file;
mod scoring;
mod session;
mod statement_reading;
mod support;
mod tidy;
mod whatif;

use support::generated;
