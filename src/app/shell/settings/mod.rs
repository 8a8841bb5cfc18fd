//! Settings of the window: [`state`], [`command`]s, their [`update`], and the sheet that shows them ([`view`]).

pub mod command;
pub mod state;
pub(super) mod update;
pub(super) mod view;

pub use command::SettingCommand;
pub use state::Settings;
