//! Turning points: what cost most, what carried the run, what depends on each other, and what luck did; and the
//! reviewer's own what-ifs.
//!
//! The page stands before everything is known: it says from how many seeds it speaks, and fills while it is read.

mod curve;
mod luck;
mod point;
mod progress;
mod whatif;

use egui::Ui;

use super::DebriefContext;
use crate::app::command::DebriefCommand;
use crate::app::icon;
use crate::app::measure;
use crate::app::state::DebriefUi;
use crate::app::turning::Opened;
use crate::app::widget::{Button, hairline_ui, whisker};
use goldenhour_core::debrief::Counterfactual;
use goldenhour_core::debrief::TurningPoint;
use goldenhour_core::ensemble::counterfactual::Difference;

/// Shows the page.
pub fn turning_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi) {
    progress::progress_ui(ui, context, screen);
    let found = context.debrief.counterfactual.as_ref();
    if let Some(found) = found {
        found_ui(ui, context, screen, found);
    }
    ui.add_space(28.0);
    whatif::whatif_ui(ui, context, screen);
    if let Some(found) = found {
        if let Some(luck) = &found.luck {
            ui.add_space(28.0);
            luck::luck_ui(ui, context, luck);
        }
        ui.add_space(28.0);
        tried_ui(ui, context, screen, found);
    }
}

fn found_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, counterfactual: &Counterfactual) {
    let theme = context.view.theme;
    let points = || counterfactual.costs.iter().chain(&counterfactual.gains);
    let scale = whisker::scale(points().flat_map(|point| [&point.effect.outcome, &point.effect.playbook]));
    let first = points().next().map(|point| Opened::This(point.at, point.title.clone()));
    for (points, key, text) in [
        (&counterfactual.costs, "turning-costs", "turning-costs-text"),
        (&counterfactual.gains, "turning-gains", "turning-gains-text"),
    ] {
        ui.add_space(20.0);
        ui.label(theme.heading(context.say(key)));
        ui.label(theme.muted(context.say(text)));
        ui.add_space(4.0);
        if points.is_empty() {
            ui.label(theme.body(context.say("turning-none")));
        }
        for (rank, point) in points.iter().enumerate() {
            let is_first = first == Some(Opened::This(point.at, point.title.clone()));
            let is_open = screen.turning.opened.shows(point, is_first);
            point::point_ui(ui, context, &point::Shown { screen, point, rank: rank + 1, scale, is_open });
        }
    }
    interactions_ui(ui, context, counterfactual);
}

/// Shows pairs that are worth more or less together than one by one.
fn interactions_ui(ui: &mut Ui, context: DebriefContext<'_>, counterfactual: &Counterfactual) {
    if counterfactual.interactions.is_empty() {
        return;
    }
    let theme = context.view.theme;
    ui.add_space(20.0);
    ui.label(theme.heading(context.say("turning-together")));
    ui.label(theme.muted(context.say("turning-together-text")));
    ui.add_space(4.0);
    let pairs = &counterfactual.interactions;
    let scale = whisker::scale(pairs.iter().flat_map(|pair| [&pair.outcome, &pair.playbook]));
    for pair in pairs {
        theme.card().inner_margin(egui::Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = |ui: &mut Ui| {
                ui.add(egui::Label::new(theme.strong(pair.one.as_str())).wrap());
                ui.add(egui::Label::new(theme.strong(format!("{} {}", icon::PLUS, pair.other))).wrap());
            };
            beside_ui(ui, words, |ui| effects_ui(ui, context, &pair.outcome, &pair.playbook, scale));
        });
    }
}

/// Shows everything that was tried, once it is unfolded.
fn tried_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, counterfactual: &Counterfactual) {
    let theme = context.view.theme;
    let lists_all = screen.turning.lists_all;
    let count = [("count", counterfactual.tried.len().into())];
    let word = context.fill("turning-tried", count);
    let sign = if lists_all { icon::CARET_DOWN } else { icon::CARET_RIGHT };
    if Button::new(&word).icon(sign).selected(lists_all).show(ui, theme).clicked() {
        context.view.send(DebriefCommand::ListAll(!lists_all));
    }
    if !lists_all {
        return;
    }
    ui.add_space(4.0);
    ui.label(theme.muted(context.say("turning-tried-text")));
    let tried = &counterfactual.tried;
    let scale = whisker::scale(tried.iter().flat_map(|point| [&point.effect.outcome, &point.effect.playbook]));
    for point in tried {
        ui.add_space(4.0);
        let words = |ui: &mut Ui| {
            point::kind_ui(ui, context, point);
            ui.add(egui::Label::new(theme.body(point.title.as_str())).wrap());
            ui.add(egui::Label::new(theme.small(point.instead.as_str())).wrap());
        };
        let effect = &point.effect;
        beside_ui(ui, words, |ui| effects_ui(ui, context, &effect.outcome, &effect.playbook, scale));
        hairline_ui(ui, theme);
    }
}

/// The width of the two whiskers with their words and numbers, in points.
const EFFECTS: f32 = 328.0;

/// Shows words at the left and effects at the right, each below the other where there is too little room.
fn beside_ui(ui: &mut Ui, words: impl FnOnce(&mut Ui), effects: impl FnOnce(&mut Ui)) {
    let whole = ui.available_width();
    ui.spacing_mut().item_spacing.y = 4.0;
    if whole < EFFECTS + 260.0 {
        words(ui);
        effects(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.set_width(width.max(0.0));
                content(ui);
            });
        };
        let (mut words, mut effects) = (Some(words), Some(effects));
        column(ui, whole - EFFECTS - 24.0, &mut |ui| words.take().map_or((), |words| words(ui)));
        ui.add_space(24.0);
        column(ui, EFFECTS, &mut |ui| effects.take().map_or((), |effects| effects(ui)));
    });
}

/// Shows two effects on one scale.
fn effects_ui(ui: &mut Ui, context: DebriefContext<'_>, outcome: &Difference, playbook: &Difference, scale: f64) {
    for (difference, key) in [(outcome, "turning-outcome"), (playbook, "turning-playbook")] {
        effect_ui(ui, context, difference, &context.say(key), scale);
    }
}

fn effect_ui(ui: &mut Ui, context: DebriefContext<'_>, difference: &Difference, word: &str, scale: f64) {
    let theme = context.view.theme;
    let number = measure::signed(context.view.texts, difference.mean);
    let half = measure::decimal(context.view.texts, difference.half_width());
    let filling = || [("effect", number.as_str().into()), ("half", half.as_str().into()), ("of", word.into())];
    let name = match difference.is_clear() {
        true => context.fill("turning-effect-name", filling()),
        false if difference.pairs == 1 => context.fill("turning-effect-once", filling()),
        false => context.fill("turning-effect-unclear", filling()),
    };
    let half = if difference.pairs == 1 { String::new() } else { format!("± {half}") };
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let label = |text, align| egui::Label::new(text).halign(align).truncate();
        ui.add_sized([68.0, 16.0], label(theme.small(word), egui::Align::Min));
        whisker::whisker_ui(ui, theme, difference, scale, 148.0, &name).on_hover_text(&name);
        let ink = if difference.is_clear() { theme.strong } else { theme.muted };
        let number = theme.text(crate::app::theme::Face::Strong, number, ink);
        ui.add_sized([44.0, 16.0], label(number, egui::Align::Max));
        ui.add_sized([40.0, 16.0], label(theme.small(half), egui::Align::Min));
    });
}

/// Returns what unfolds a turning point.
fn key(point: &TurningPoint) -> Opened {
    Opened::This(point.at, point.title.clone())
}
