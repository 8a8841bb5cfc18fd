//! Commands that change a setting.

use crate::app::language::Language;
use crate::app::theme::ThemeKind;

/// What can be set about the window itself.
#[derive(Clone, Copy, Debug)]
pub enum SettingCommand {
    /// The look.
    Theme(ThemeKind),
    /// The language of the program's own words.
    Language(Language),
    /// The size of everything, in hundredths.
    Scale(u16),
    /// Whether nothing moves that need not.
    ReducedMotion(bool),
    /// The speed with which an exercise begins.
    Speed(u32),
    /// Whether an exercise begins by standing still at injects.
    PauseAtInjects(bool),
    /// Whether the guided first run was seen or put away.
    Guided(bool),
}
