//! Commands that change a setting.

use crate::app::language::Language;
use crate::app::theme::ThemeKind;

/// A setting of the window with its new value.
#[derive(Clone, Copy, Debug)]
pub enum SettingCommand {
    /// The theme.
    Theme(ThemeKind),
    /// The language of the program.
    Language(Language),
    /// The size of everything, in percent.
    Scale(u16),
    /// Whether motion is reduced.
    ReducedMotion(bool),
    /// The initial speed of an exercise.
    Speed(u32),
    /// Whether an exercise initially pauses at injects.
    PauseAtInjects(bool),
    /// Whether the guided first run is finished or turned off.
    Guided(bool),
}
