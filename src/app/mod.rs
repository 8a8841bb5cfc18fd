//! The window: draws a session and sends commands.
//!
//! ```text
//!             ┌──────────── frame ─────────────┐
//! pacing ─▶ advance ─▶ views (read only) ─▶ commands ─▶ update ─▶ State
//! ```
//!
//! Each feature is a folder with its `state`, `command`s, `update` and views: [`library`], [`briefing`],
//! [`exercise`], [`composer`], [`facilitator`], [`hot_wash`], [`debrief`], [`replay`], [`compare`]. The [`shell`]
//! connects them. Features build on [`theme`], [`icon`] and [`widget`] for appearance, [`language`], [`wording`]
//! and [`measure`] for text, [`search`], [`folder`] for file locations, and [`background`] for jobs on other
//! threads.
//!
//! Imports form layers without cycles. From the bottom up: base modules, state and commands of the features, state
//! and commands of the shell, updates and views of the features, dispatch and main loop of the shell.

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
