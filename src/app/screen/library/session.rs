//! A recorded session in the list.

use egui::Ui;

use crate::app::command::Destination;
use crate::app::icon;
use crate::app::state::{SessionCard, SessionFacts};
use crate::app::theme::{Face, Tone};
use crate::app::view::ViewContext;
use crate::app::widget::{Button, chip_ui, sides_ui};

/// Shows a recorded session.
pub fn session_ui(ui: &mut Ui, view: ViewContext<'_>, card: &SessionCard) {
    let theme = view.theme;
    let file = card.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    theme.card().inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        match &card.known {
            Ok(facts) => known_ui(ui, view, card, facts, &file),
            Err(error) => {
                ui.label(theme.strong(format!("{}  {file} cannot be read", icon::WARNING_CIRCLE)));
                ui.label(theme.body(error.to_string()));
            }
        }
    });
}

fn known_ui(ui: &mut Ui, view: ViewContext<'_>, card: &SessionCard, facts: &SessionFacts, file: &str) {
    let theme = view.theme;
    let left = |ui: &mut Ui| {
        ui.allocate_ui(egui::vec2(76.0, 22.0), |ui| {
            ui.set_min_width(76.0);
            match facts.ended {
                true => chip_ui(ui, theme, Tone::Calm, icon::FLAG_CHECKERED, "ended"),
                false => chip_ui(ui, theme, Tone::Accent, icon::HOURGLASS_MEDIUM, "open"),
            };
        });
        ui.label(theme.strong(facts.title.as_str()));
        let decisions = format!("{} decisions, up to {}, seed {}", facts.decision_count, facts.until, facts.seed);
        ui.label(theme.body(decisions));
        ui.label(theme.text(Face::Small, file, theme.muted));
    };
    let right = |ui: &mut Ui| {
        let name = format!("Debrief {file}");
        if Button::new("Debrief").name(&name).small().show(ui, theme).clicked() {
            view.send(Destination::Debrief(card.path.clone()));
        }
        let name = format!("Continue {file}");
        if !facts.ended && Button::new("Continue").name(&name).small().show(ui, theme).clicked() {
            view.send(Destination::Session(card.path.clone()));
        }
    };
    sides_ui(ui, left, right);
}
