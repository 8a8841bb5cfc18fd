//! The turning points page: the largest costs and gains, interactions, what-ifs, and luck.
//!
//! The page can be used before the search has finished. It shows how many seeds its results are based on, and
//! updates as more seeds are played.

use egui::Ui;

use super::effect::{beside_ui, effects_ui};
use super::state::Opened;
use super::{luck, point, progress};
use crate::app::debrief::command::DebriefCommand;
use crate::app::debrief::context::DebriefContext;
use crate::app::debrief::state::DebriefUi;
use crate::app::debrief::whatif::view::whatif_ui;
use crate::app::icon;
use crate::app::widget::{Button, hairline_ui, whisker};
use goldenhour_core::debrief::Counterfactual;

/// Shows the page.
pub fn turning_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi) {
    progress::progress_ui(ui, context, screen);
    let found = context.debrief.counterfactual.as_ref();
    if let Some(found) = found {
        found_ui(ui, context, screen, found);
    }
    ui.add_space(28.0);
    whatif_ui(ui, context, screen);
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

/// Shows pairs whose combined effect differs from the sum of their separate effects.
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

/// Shows the toggle for the list of all tested alternatives, and the list if it is expanded.
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
