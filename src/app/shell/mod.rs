//! The shell: everything around the features.
//!
//! [`state`] holds what all screens share, [`route`] the current screen, [`command`] one variant per feature. A view
//! gets a [`ViewContext`](view::ViewContext) and sends commands; [`update`] passes each command to its feature.
//! [`frame`] opens the window and runs the loop, [`screen`] draws the current route with its notices and [`sheet`]s.
//!
//! Features may import the shell's state, commands and drawing blocks in their updates and views, but not in their
//! own state and commands. Only [`update`], [`navigation`], [`screen`] and [`frame`] know all features' updates and
//! views; no feature imports them.

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
pub mod state;
pub(super) mod toast;
pub(super) mod update;
pub(super) mod view;
