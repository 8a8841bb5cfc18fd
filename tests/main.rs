//! All tests at the boundaries of the core, in one binary. The table in CONTRIBUTING says which is for what.

mod autopilot;
mod cli;
mod law;
mod scenario_file;
mod scoring;
mod session;
mod support;
mod tidy;
