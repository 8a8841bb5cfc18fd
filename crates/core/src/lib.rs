//! The core of Golden Hour: everything that needs no terminal, no window and no document.
//!
//! A team lives through a breach, decides and speaks; a simulated world reacts; a playbook scores it; a debrief
//! says with evidence what cost or saved what. Data goes one way, each stage a function or a small type with
//! plain data for a result:
//!
//! 1. [`scenario::load()`] turns the files of a folder into an immutable, valid [`Scenario`](scenario::Scenario),
//!    or says everything that is wrong with them, each with its place ([`diagnostic`]).
//! 2. A [`Session`](session::Session) records what people put in, [`decision`]s with their [`statement`]s, before
//!    it applies them.
//! 3. The [`Simulation`](simulation::Simulation) lets the world react, minute by minute of simulated
//!    [`time`], and writes the [`Timeline`](timeline::Timeline).
//! 4. [`scoring::score`] judges the timeline by the scenario's playbook.
//! 5. [`debrief::debrief`] explains it; [`compare`] lays several beside each other.
//!
//! [`ensemble`] plays many sessions. ARCHITECTURE.md has the invariants.
//!
//! The feature `native` (default) adds what needs an operating system: folders of scenarios, session files, exports
//! and threads. Without it the crate compiles for `wasm32-unknown-unknown`.

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
