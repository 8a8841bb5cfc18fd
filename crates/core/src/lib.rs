//! The core of Golden Hour: everything that does not depend on a terminal, a window or a document format.
//!
//! A team works through a data breach, makes decisions and publishes statements. A simulated world reacts, a
//! playbook scores the response, and a debrief explains the score with evidence. Data flows in one direction. Each
//! stage is a function or a small type whose result is plain data:
//!
//! 1. [`scenario::load()`] reads a folder of files into an immutable, valid [`Scenario`](scenario::Scenario), or
//!    reports every error with its location ([`diagnostic`]).
//! 2. A [`Session`](session::Session) records user input, [`decision`]s with their [`statement`]s, before applying
//!    it.
//! 3. The [`Simulation`](simulation::Simulation) advances the world minute by minute of simulated [`time`] and
//!    writes the [`Timeline`](timeline::Timeline).
//! 4. [`scoring::score`] evaluates the timeline against the scenario's playbook.
//! 5. [`debrief::debrief`] explains the score; [`compare`] puts several sessions side by side.
//!
//! [`ensemble`] runs many sessions. ARCHITECTURE.md lists the invariants.
//!
//! The `native` feature (on by default) adds everything that needs an operating system: scenario folders, session
//! files, exports and threads. Without it, the crate compiles for `wasm32-unknown-unknown`.

pub mod compare;
pub mod debrief;
pub mod decision;
pub mod diagnostic;
pub mod ensemble;
pub mod id;
mod parallel;
pub mod scenario;
pub mod scoring;
pub mod session;
pub mod simulation;
pub mod statement;
pub mod time;
pub mod timeline;
#[cfg(feature = "native")]
pub mod writer;
