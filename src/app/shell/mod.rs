//! The shell: everything around the features.
//!
//! [`state`] contains what all screens share, [`route`] the current screen, and [`command`] one variant per
//! feature. A view receives a [`ViewContext`](view::ViewContext) and sends commands, which [`update`] dispatches to
//! the features. [`frame`] opens the window and runs the main loop. [`screen`] draws the current route, its notice
//! and its [`sheet`]s.
//!
//! The updates and views of a feature may import the shell's state, commands and drawing helpers. The state and
//! commands of a feature may not. Only [`update`], [`navigation`], [`screen`] and [`frame`] depend on the updates
//! and views of all features, and no feature imports these four.

pub(super) mod catalog;
pub(super) mod chooser;
pub mod command;
pub(super) mod file;
pub mod frame;
pub mod guide;
pub(super) mod masthead;
pub(super) mod navigation;
pub mod notice;
pub(super) mod page;
pub(super) mod palette;
pub mod route;
pub(super) mod screen;
pub mod settings;
pub mod sheet;
pub(super) mod shortcut;
pub mod state;
pub(super) mod toast;
pub(super) mod update;
pub(super) mod view;
