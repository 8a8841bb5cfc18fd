//! Golden Hour: crisis drills for a data breach at an online retailer.

#[cfg(feature = "app")]
pub mod app;
pub mod cli;
pub mod debrief;
pub mod decision;
pub mod diagnostic;
pub mod ensemble;
pub mod export;
pub mod id;
pub mod places;
pub mod scenario;
pub mod scoring;
pub mod session;
pub mod simulation;
pub mod statement;
pub mod time;
pub mod timeline;
