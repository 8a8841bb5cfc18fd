//! A turning point: what happened, its effect, and, when expanded, how the run would have gone otherwise.

use egui::Ui;

use super::curve::{Compared, curve_ui};
use super::effect::{beside_ui, effects_ui};
use super::state::Opened;
use crate::app::debrief::command::DebriefCommand;
use crate::app::debrief::context::DebriefContext;
use crate::app::debrief::state::DebriefUi;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, chip_ui, columns_ui, row_ui};
use crate::app::{icon, measure, wording};
use goldenhour_core::debrief::TurningPoint;
use goldenhour_core::debrief::alternative::AlternativeKind;
use goldenhour_core::debrief::turning_point::InThisRun;

/// Maximum number of criteria listed for a turning point.
const MOST_CRITERIA: usize = 6;

/// A turning point with the data needed to show it.
pub struct Shown<'a> {
    /// State of the debrief screen.
    pub screen: &'a DebriefUi,
    /// The turning point.
    pub point: &'a TurningPoint,
    /// Rank, starting at 1.
    pub rank: usize,
    /// Common scale of all whiskers.
    pub scale: f64,
    /// Whether the turning point is expanded.
    pub is_open: bool,
}

/// Shows a turning point. A click expands or collapses it.
pub fn point_ui(ui: &mut Ui, context: DebriefContext<'_>, shown: &Shown<'_>) {
    let theme = context.view.theme;
    let point = shown.point;
    let name = context.fill("turning-point", [("title", point.title.as_str().into())]);
    let response = row_ui(ui, theme, &name, shown.is_open, |ui| {
        let words = |ui: &mut Ui| {
            ui.horizontal(|ui| {
                ui.label(theme.text(Face::Headline, shown.rank.to_string(), theme.muted));
                kind_ui(ui, context, point);
            });
            ui.add(egui::Label::new(theme.title(point.title.as_str())).wrap());
            ui.add(egui::Label::new(theme.body(point.sentence.as_str())).wrap());
        };
        beside_ui(ui, words, |ui| {
            ui.add_space(8.0);
            effects_ui(ui, context, &point.effect.outcome, &point.effect.playbook, shown.scale);
        });
    });
    if response.clicked() {
        let opened = if shown.is_open { Opened::Nothing } else { key(point) };
        context.view.send(DebriefCommand::Open(opened));
    }
    if shown.is_open {
        theme.card().inner_margin(egui::Margin::symmetric(20, 16)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            details_ui(ui, context, shown);
        });
    }
    ui.add_space(4.0);
}

/// Shows the kind of turning point and when it happened.
pub fn kind_ui(ui: &mut Ui, context: DebriefContext<'_>, point: &TurningPoint) {
    let theme = context.view.theme;
    let (tone, icon) = look(point.kind);
    ui.horizontal(|ui| {
        chip_ui(ui, theme, tone, icon, &wording::alternative(context.view.texts, point.kind));
        ui.label(theme.small(format!("{} · {}", point.at, context.moment(point.at))));
    });
}

fn look(kind: AlternativeKind) -> (Tone, &'static str) {
    match kind {
        AlternativeKind::Decision => (Tone::Accent, icon::TARGET),
        AlternativeKind::Lateness => (Tone::Caution, icon::CLOCK),
        AlternativeKind::Choice => (Tone::Legal, icon::SHUFFLE),
        AlternativeKind::Falsehood => (Tone::Harm, icon::X_CIRCLE),
        AlternativeKind::Omission => (Tone::Plain, icon::CIRCLE_DASHED),
        AlternativeKind::Asked => (Tone::Legal, icon::QUESTION),
    }
}

fn details_ui(ui: &mut Ui, context: DebriefContext<'_>, shown: &Shown<'_>) {
    let Some(run) = &shown.point.in_this_run else { return };
    let screen = shown.screen;
    let kind = screen.turning.curve;
    let compared = run.ghosts.get(kind).map(|ghost| Compared {
        was: &ghost.run,
        would_be: &ghost.points,
        apart: &ghost.apart,
        seeds: shown.point.effect.outcome.pairs,
        at: Some(shown.point.at),
    });
    if let Some(compared) = compared {
        curve_ui(ui, context, ("point", shown.rank, shown.point.effect.is_cost()), kind, &compared);
    }
    ui.add_space(8.0);
    let mut this_run = |ui: &mut Ui| this_run_ui(ui, context, shown, run);
    let mut criteria = |ui: &mut Ui| criteria_ui(ui, context, run);
    columns_ui(ui, 24.0, &mut [&mut criteria, &mut this_run]);
}

/// Shows the effect in the actual run, with its own random draws, and a button that opens the replay at that
/// moment.
fn this_run_ui(ui: &mut Ui, context: DebriefContext<'_>, shown: &Shown<'_>, run: &InThisRun) {
    let theme = context.view.theme;
    ui.label(theme.overline(&context.say("turning-this-run")));
    let signed = |number| measure::signed(context.view.texts, number);
    let filling = [("outcome", signed(run.outcome).into()), ("playbook", signed(run.playbook).into())];
    ui.add(egui::Label::new(theme.body(context.fill("turning-this-run-text", filling))).wrap());
    let word = context.fill("turning-watch", [("at", shown.point.at.to_string().into())]);
    if Button::new(&word).icon(icon::PLAY).small().show(ui, theme).clicked() {
        context.view.send(DebriefCommand::Watch(shown.point.at));
    }
}

/// Shows the criteria whose points were affected.
fn criteria_ui(ui: &mut Ui, context: DebriefContext<'_>, run: &InThisRun) {
    let theme = context.view.theme;
    ui.label(theme.overline(&context.say("turning-criteria")));
    if run.criteria.is_empty() {
        ui.label(theme.muted(context.say("turning-no-criteria")));
    }
    for criterion in run.criteria.iter().take(MOST_CRITERIA) {
        let tone = if criterion.points < 0.0 { Tone::Harm } else { Tone::Calm };
        ui.horizontal_top(|ui| {
            let points = theme.toned(tone, measure::signed(context.view.texts, criterion.points));
            ui.add_sized([44.0, 16.0], egui::Label::new(points).halign(egui::Align::Max));
            ui.add(egui::Label::new(theme.body(criterion.title.as_str())).wrap());
        });
    }
}

/// Returns the value of [`Opened`] that expands a turning point.
pub fn key(point: &TurningPoint) -> Opened {
    Opened::This(point.at, point.title.clone())
}
