//! The settings sheet: theme, zoom, language, initial pacing, motion, and file locations.

use egui::Ui;

use super::command::SettingCommand;
use super::state::SCALES;
use crate::app::exercise::pacing::SPEEDS;
use crate::app::icon;
use crate::app::language::Language;
use crate::app::shell::sheet::title::title_ui;
use crate::app::shell::state::State;
use crate::app::shell::view::ViewContext;
use crate::app::theme::ThemeKind;
use crate::app::widget::{Button, switch_ui};

/// Shows the settings sheet. Changes are applied and saved immediately.
pub fn settings_ui(ui: &mut Ui, view: ViewContext<'_>, state: &State) {
    let settings = &state.settings;
    title_ui(ui, view, &view.say("settings-title"));
    line_ui(ui, view, &view.say("settings-theme"), |ui| {
        let looks = [
            (ThemeKind::Dark, icon::MOON, view.say("settings-dark")),
            (ThemeKind::Light, icon::SUN, view.say("settings-light")),
        ];
        for (kind, icon, word) in looks {
            choice_ui(ui, view, Some(icon), &word, settings.theme == kind, SettingCommand::Theme(kind));
        }
    });
    line_ui(ui, view, &view.say("settings-scale"), |ui| {
        for scale in SCALES {
            let word = view.fill("settings-percent", [("percent", scale.into())]);
            choice_ui(ui, view, None, &word, settings.scale == scale, SettingCommand::Scale(scale));
        }
    });
    line_ui(ui, view, &view.say("settings-language"), |ui| {
        for language in Language::ALL {
            let is_chosen = settings.language == language;
            choice_ui(ui, view, None, language.own_name(), is_chosen, SettingCommand::Language(language));
        }
    });
    line_ui(ui, view, &view.say("settings-speed"), |ui| {
        for speed in SPEEDS {
            choice_ui(ui, view, None, &format!("{speed}×"), settings.speed == speed, SettingCommand::Speed(speed));
        }
    });
    ui.add_space(4.0);
    let pause = view.say("settings-pause-at-injects");
    if switch_ui(ui, view.theme, &pause, settings.pause_at_injects).clicked() {
        view.send(SettingCommand::PauseAtInjects(!settings.pause_at_injects));
    }
    let motion = view.say("settings-reduced-motion");
    if switch_ui(ui, view.theme, &motion, settings.reduced_motion).clicked() {
        view.send(SettingCommand::ReducedMotion(!settings.reduced_motion));
    }
    folders_ui(ui, view, state);
}

/// Shows a setting as a label with a row of choices underneath.
fn line_ui(ui: &mut Ui, view: ViewContext<'_>, name: &str, choices: impl FnOnce(&mut Ui)) {
    ui.label(view.theme.overline(name));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        choices(ui);
    });
    ui.add_space(8.0);
}

fn choice_ui(ui: &mut Ui, view: ViewContext<'_>, icon: Option<&str>, word: &str, chosen: bool, set: SettingCommand) {
    let button = Button::new(word).small().selected(chosen);
    let button = match icon {
        Some(icon) => button.icon(icon),
        None => button,
    };
    if button.show(ui, view.theme).clicked() {
        view.send(set);
    }
}

fn folders_ui(ui: &mut Ui, view: ViewContext<'_>, state: &State) {
    let theme = view.theme;
    ui.add_space(12.0);
    ui.label(theme.overline(&view.say("settings-folders")));
    let own = state.folders.scenarios.last();
    let places = [
        (view.say("settings-sessions-folder"), Some(&state.folders.sessions)),
        (view.say("settings-scenarios-folder"), own),
    ];
    for (word, place) in places {
        let Some(place) = place else { continue };
        ui.label(theme.body(word));
        ui.add(egui::Label::new(theme.small(place.display().to_string())).wrap());
    }
}
