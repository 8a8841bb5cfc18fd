//! Applies and saves changed settings.

use super::command::SettingCommand;
use crate::app::language::Texts;
use crate::app::shell::notice::{trouble, unwritten};
use crate::app::shell::state::State;
use crate::app::theme::Theme;

/// Changes and saves a setting. If it cannot be applied, the old value is kept and a notice gives the reason.
pub fn update(state: &mut State, command: SettingCommand) {
    let before = state.settings.clone();
    match command {
        SettingCommand::Theme(kind) => state.settings.theme = kind,
        SettingCommand::Language(language) => state.settings.language = language,
        SettingCommand::Scale(scale) => state.settings.scale = scale,
        SettingCommand::ReducedMotion(reduced) => state.settings.reduced_motion = reduced,
        SettingCommand::Speed(speed) => state.settings.speed = speed,
        SettingCommand::PauseAtInjects(pause) => state.settings.pause_at_injects = pause,
        SettingCommand::Guided(guided) => state.settings.guided = guided,
    }
    if let Err(error) = take_effect(state) {
        state.notice = Some(trouble(&state.texts.say("settings-refused"), &*error));
        state.settings = before;
    } else if let Err(error) = state.settings.write(&state.folders.settings) {
        state.notice = Some(unwritten(&state.texts, "settings-not-kept", &error));
    }
}

fn take_effect(state: &mut State) -> Result<(), Box<dyn std::error::Error>> {
    if state.theme.kind != state.settings.theme {
        state.theme = Theme::load(state.settings.theme)?;
    }
    if state.texts.language() != state.settings.language {
        state.texts = Texts::load(state.settings.language)?;
    }
    Ok(())
}
