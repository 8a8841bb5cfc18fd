//! Window settings: [`state`], [`command`]s, their [`update`], and the settings sheet ([`view`]).

pub mod command;
pub mod state;
pub(super) mod update;
pub(super) mod view;

pub use command::SettingCommand;
pub use state::Settings;
