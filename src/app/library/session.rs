//! The card for a recorded session.

use egui::Ui;

use super::state::{Library, SessionCard, SessionFacts};
use crate::app::compare::command::CompareCommand;
use crate::app::compare::state::MOST;
use crate::app::icon;
use crate::app::shell::command::Destination;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, chip_ui, sides_ui, tick_ui};

/// Shows the card for a recorded session.
pub fn session_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library, card: &SessionCard) {
    let theme = view.theme;
    let file = card.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    theme.card().inner_margin(egui::Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        match &card.known {
            Ok(facts) => known_ui(ui, view, library, card, facts, &file),
            Err(error) => {
                let title = view.fill("library-unreadable", [("file", file.as_str().into())]);
                ui.label(theme.strong(format!("{}  {title}", icon::WARNING_CIRCLE)));
                ui.label(theme.body(error.to_string()));
            }
        }
    });
}

fn known_ui(
    ui: &mut Ui,
    view: ViewContext<'_>,
    library: &Library,
    card: &SessionCard,
    facts: &SessionFacts,
    file: &str,
) {
    let theme = view.theme;
    let title = |ui: &mut Ui| drop(ui.add(egui::Label::new(theme.strong(facts.title.as_str())).truncate()));
    let progress = |ui: &mut Ui| {
        pick_ui(ui, view, library, card, file);
        let (tone, icon, word) = match facts.ended {
            true => (Tone::Calm, icon::FLAG_CHECKERED, view.say("library-ended")),
            false => (Tone::Accent, icon::HOURGLASS_MEDIUM, view.say("library-unfinished")),
        };
        chip_ui(ui, theme, tone, icon, &word);
    };
    egui::containers::Sides::new().height(24.0).shrink_left().show(ui, title, progress);
    let filling = [
        ("count", facts.decision_count.into()),
        ("until", facts.until.to_string().into()),
        ("seed", facts.seed.to_string().into()),
    ];
    ui.label(theme.body(view.fill("library-facts", filling)));
    if let Some(result) = library.results.of(&card.path) {
        let filling = [
            ("playbook", format!("{:.0}", result.playbook).into()),
            ("outcome", format!("{:.0}", result.outcome).into()),
        ];
        ui.label(theme.toned(Tone::Accent, view.fill("library-result", filling)));
    }
    let name = |ui: &mut Ui| drop(ui.add(egui::Label::new(theme.text(Face::Small, file, theme.muted)).truncate()));
    sides_ui(ui, name, |ui| ways_ui(ui, view, card, facts, file));
}

/// Shows the checkbox that selects a session for comparison.
fn pick_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library, card: &SessionCard, file: &str) {
    let is_picked = library.picked.contains(&card.path);
    let name = view.fill("compare-pick", [("file", file.into())]);
    let can_pick = library.can_pick(&card.path);
    let hint = match can_pick {
        true => name.clone(),
        false => view.fill("compare-most", [("count", MOST.into())]),
    };
    if tick_ui(ui, view.theme, &name, is_picked, can_pick).on_hover_text(hint).clicked() {
        view.send(CompareCommand::Pick(card.path.clone()));
    }
}

fn ways_ui(ui: &mut Ui, view: ViewContext<'_>, card: &SessionCard, facts: &SessionFacts, file: &str) {
    let theme = view.theme;
    let file = || [("file", file.into())];
    let (word, name) = (view.say("library-debrief"), view.fill("library-debrief-name", file()));
    if Button::new(&word).name(&name).small().show(ui, theme).clicked() {
        view.send(Destination::Debrief(card.path.clone()));
    }
    let (word, name) = (view.say("library-replay"), view.fill("library-replay-name", file()));
    if Button::new(&word).name(&name).icon(icon::PLAY).small().show(ui, theme).clicked() {
        view.send(Destination::Replay(card.path.clone()));
    }
    let (word, name) = (view.say("library-continue"), view.fill("library-continue-name", file()));
    if !facts.ended && Button::new(&word).name(&name).small().show(ui, theme).clicked() {
        view.send(Destination::Session(card.path.clone()));
    }
}
