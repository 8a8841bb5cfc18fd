//! The window: draws a session and sends commands.
//!
//! ```text
//!             ┌──────────── frame ─────────────┐
//! pacing ─▶ advance ─▶ views (read only) ─▶ commands ─▶ update ─▶ State
//! ```
//!
//! Each feature is a folder with its `state`, `command`s, `update` and views: [`library`], [`briefing`], [`exercise`],
//! [`composer`], [`facilitator`], [`hot_wash`], [`debrief`], [`replay`], [`compare`]. The [`shell`] holds them
//! together. Below the features are [`theme`], [`icon`] and [`widget`] (appearance), [`language`], [`wording`] and
//! [`measure`] (texts), [`search`], [`folder`] (locations of files) and [`background`] (jobs on other threads).
//!
//! Imports point in one direction and form no cycle: base, then state and commands of the features, then state and
//! commands of the shell, then updates and views of the features, then the shell's dispatch and frame.

pub mod background;
pub mod briefing;
pub mod compare;
pub mod composer;
pub mod debrief;
pub mod exercise;
pub mod facilitator;
pub mod folder;
mod gallery;
pub mod hot_wash;
pub mod icon;
pub mod language;
pub mod library;
pub mod measure;
pub mod replay;
pub mod search;
pub mod shell;
pub mod theme;
pub mod widget;
pub mod wording;

pub use shell::frame::{App, PACKAGES, Start, WindowError, run};
