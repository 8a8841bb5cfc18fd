//! A scenario's card: what it is about, or what is wrong with it.

use egui::Ui;

use crate::app::command::Destination;
use crate::app::icon;
use crate::app::state::Shelved;
use crate::app::theme::{Face, Tone};
use crate::app::view::ViewContext;
use crate::app::widget::{Button, bullet_ui, chip_ui, columns_ui, sides_ui};
use crate::diagnostic::Diagnostics;
use crate::scenario::Scenario;

/// The most diagnostics that are shown on a card.
const SHOWN: usize = 6;

/// Shows the card of a scenario.
pub fn scenario_ui(ui: &mut Ui, view: ViewContext<'_>, shelved: &Shelved) {
    match &shelved.scenario {
        Ok(scenario) => playable_ui(ui, view, shelved, scenario),
        Err(diagnostics) => broken_ui(ui, view, shelved, diagnostics),
    }
}

fn playable_ui(ui: &mut Ui, view: ViewContext<'_>, shelved: &Shelved, scenario: &Scenario) {
    let theme = view.theme;
    theme.card().inner_margin(24).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let heading = |ui: &mut Ui| {
            ui.vertical(|ui| {
                ui.label(theme.overline(&scenario.organization.name));
                ui.label(theme.display(scenario.title.as_str()));
            });
        };
        let open = |ui: &mut Ui| {
            let name = format!("Open {}", scenario.title);
            let button = Button::primary("Open briefing").icon(icon::ARROW_RIGHT).name(&name);
            if button.show(ui, theme).clicked() {
                view.send(Destination::Briefing(shelved.origin.clone()));
            }
        };
        sides_ui(ui, heading, open);
        ui.horizontal_wrapped(|ui| {
            chip_ui(ui, theme, Tone::Accent, icon::TIMER, &format!("{} of story", scenario.length));
            chip_ui(ui, theme, Tone::Plain, icon::GAUGE, &difficulty(scenario.difficulty));
            chip_ui(ui, theme, Tone::Plain, icon::SIREN, &scenario.kind);
        });
        ui.add_space(4.0);
        let mut story = |ui: &mut Ui| {
            ui.label(theme.text(Face::Story, scenario.summary.as_str(), theme.body));
        };
        let mut objectives = |ui: &mut Ui| {
            ui.label(theme.overline("Objectives"));
            for objective in &scenario.objectives {
                bullet_ui(ui, theme, icon::TARGET, &objective.title);
            }
        };
        columns_ui(ui, 32.0, &mut [&mut story, &mut objectives]);
    });
}

/// Says how hard a scenario is, in dots and words.
pub fn difficulty(level: u32) -> String {
    let word = match level {
        0 | 1 => "first drill",
        2 => "easy",
        3 => "demanding",
        4 => "hard",
        _ => "for practiced teams",
    };
    format!("{level} of 5, {word}")
}

fn broken_ui(ui: &mut Ui, view: ViewContext<'_>, shelved: &Shelved, diagnostics: &Diagnostics) {
    let theme = view.theme;
    theme.tinted(Tone::Harm).inner_margin(24).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme.title(format!("{}  {} cannot be played", icon::WARNING_CIRCLE, shelved.origin.slug())));
        ui.label(theme.small(shelved.origin.place()));
        for diagnostic in diagnostics.iter().take(SHOWN) {
            let place = diagnostic.place.as_ref().map(|place| format!("{place}  ")).unwrap_or_default();
            ui.label(theme.text(
                Face::Mono,
                format!("{place}{} [{}]", diagnostic.message, diagnostic.code),
                theme.body,
            ));
            for hint in &diagnostic.hints {
                ui.label(theme.small(format!("{}  {hint}", icon::LIGHTBULB)));
            }
        }
        let more = diagnostics.iter().count().saturating_sub(SHOWN);
        if more > 0 {
            ui.label(theme.small(format!("and {more} more; the check on the command line shows all")));
        }
    });
}
