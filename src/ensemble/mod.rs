//! Many runs: scripted players today, distributions and what-ifs to come.

pub mod autopilot;
