//! Commands that change a setting.

use crate::app::language::Language;
use crate::app::theme::ThemeKind;

/// A setting and its new value.
#[derive(Clone, Copy, Debug)]
pub enum SettingCommand {
    /// Dark or light theme.
    Theme(ThemeKind),
    /// Language of the user interface.
    Language(Language),
    /// Zoom, in percent.
    Scale(u16),
    /// Whether animations are disabled.
    ReducedMotion(bool),
    /// Speed at which a new exercise starts.
    Speed(u32),
    /// Whether a new exercise pauses at injects.
    PauseAtInjects(bool),
    /// Whether the guided first run is finished or dismissed.
    Guided(bool),
}
