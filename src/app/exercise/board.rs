//! The fact board, with columns for unknown, suspected and confirmed facts, followed by the team's actions so far.

use egui::Ui;

use super::context::ExerciseContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{NARROW_PANEL, columns_ui, hairline_ui};
use crate::app::{icon, wording};
use goldenhour_core::simulation::{FactView, Knowledge};

/// Shows the fact board and the team's actions so far.
pub fn board_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let mut unknown = |ui: &mut Ui| column_ui(ui, context, Knowledge::Unknown);
    let mut suspected = |ui: &mut Ui| column_ui(ui, context, Knowledge::Suspected);
    let mut confirmed = |ui: &mut Ui| column_ui(ui, context, Knowledge::Confirmed);
    if ui.available_width() < NARROW_PANEL {
        // Stacked vertically, confirmed facts first.
        for column in [&mut confirmed as &mut dyn FnMut(&mut Ui), &mut suspected, &mut unknown] {
            column(ui);
            ui.add_space(12.0);
        }
    } else {
        columns_ui(ui, 16.0, &mut [&mut unknown, &mut suspected, &mut confirmed]);
    }
    ui.add_space(16.0);
    history_ui(ui, context);
}

fn column_ui(ui: &mut Ui, context: ExerciseContext<'_>, knowledge: Knowledge) {
    let theme = context.theme();
    let (tone, icon) = match knowledge {
        Knowledge::Unknown => (Tone::Plain, icon::QUESTION),
        Knowledge::Suspected => (Tone::Caution, icon::CIRCLE_HALF),
        Knowledge::Confirmed => (Tone::Calm, icon::SEAL_CHECK),
    };
    let word = wording::knowledge(context.view.texts, knowledge);
    let facts: Vec<&FactView> = context.situation.facts.iter().filter(|fact| fact.knowledge == knowledge).collect();
    ui.label(theme.text(Face::Strong, format!("{icon}  {word} · {}", facts.len()), theme.tone(tone)));
    hairline_ui(ui, theme);
    if facts.is_empty() {
        ui.label(theme.muted(context.say("board-empty")));
    }
    for fact in facts {
        fact_ui(ui, context, fact, tone);
    }
}

fn fact_ui(ui: &mut Ui, context: ExerciseContext<'_>, fact: &FactView, tone: Tone) {
    let theme = context.theme();
    theme.card().inner_margin(egui::Margin::symmetric(12, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let is_known = fact.knowledge != Knowledge::Unknown;
        ui.label(if is_known { theme.strong(fact.title.as_str()) } else { theme.body(fact.title.as_str()) });
        ui.label(if is_known { theme.body(fact.text.as_str()) } else { theme.small(fact.text.as_str()) });
        if let Some(since) = fact.since {
            let text = context.fill("board-since", [("since", since.to_string().into())]);
            ui.label(theme.toned(tone, text));
        }
    });
}

fn history_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    const SHOWN: usize = 12;
    let theme = context.theme();
    ui.label(theme.overline(&context.say("board-history")));
    for line in context.situation.history.iter().rev().take(SHOWN) {
        ui.horizontal_top(|ui| {
            ui.label(theme.small(line.at.to_string()));
            ui.add(egui::Label::new(theme.body(wording::deed(context.view.texts, &line.deed))).wrap());
        });
    }
}
