//! The header of the debrief: the two scores, the summary and the five steps. All pages except the overview show a
//! single line instead.

use egui::Ui;

use super::context::DebriefContext;
use super::look::{rating_look, score_tone};
use crate::app::theme::Face;
use crate::app::widget::ring::ring_ui;
use crate::app::widget::{bullet_ui, columns_ui, sides_ui};
use crate::app::{measure, wording};
use goldenhour_core::scoring::StepScore;
use goldenhour_core::time::SimTime;

/// Shows the title and the two scores on a single line, so that the content of the page starts near the top.
pub fn line_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let card = &context.debrief.scorecard;
    let numbers = [("debrief-outcome", card.outcome.total), ("debrief-playbook", card.playbook.total)];
    let left = |ui: &mut Ui| drop(ui.label(theme.text(Face::Display, context.debrief.title.as_str(), theme.strong)));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (place, (name, value)) in numbers.into_iter().enumerate() {
            if place > 0 {
                ui.add_space(20.0);
            }
            ui.label(theme.text(Face::Display, format!("{value:.0}"), theme.tone(score_tone(value))));
            ui.label(theme.muted(context.say(name)));
        }
    };
    sides_ui(ui, left, right);
    ui.add_space(4.0);
}

/// Shows the full header.
pub fn header_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let debrief = context.debrief;
    let starts = measure::date(context.view.texts, context.calendar, SimTime::START);
    let seed = context.fill("debrief-seed", [("seed", debrief.seed.0.to_string().into())]);
    ui.label(theme.overline(&format!("{} · {starts} · {seed}", debrief.organization)));
    ui.label(theme.text(Face::Giant, debrief.title.as_str(), theme.strong));
    ui.label(theme.text(Face::Story, debrief.summary.as_str(), theme.body).size(17.0));
    ui.add_space(16.0);
    let playbook = &debrief.scorecard.playbook;
    let coverage = format!("{:.0}", playbook.coverage * 100.0);
    let coverage = context.fill("debrief-playbook-text", [("coverage", coverage.into())]);
    let mut left = |ui: &mut Ui| number_ui(ui, context, &context.say("debrief-playbook"), playbook.total, &coverage);
    let outcome = debrief.scorecard.outcome.total;
    let text = context.say("debrief-outcome-text");
    let mut right = |ui: &mut Ui| number_ui(ui, context, &context.say("debrief-outcome"), outcome, &text);
    columns_ui(ui, 16.0, &mut [&mut left, &mut right]);
    ui.add_space(8.0);
    steps_ui(ui, context, &playbook.steps);
}

fn number_ui(ui: &mut Ui, context: DebriefContext<'_>, title: &str, value: f64, text: &str) {
    let theme = context.view.theme;
    theme.card().inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            #[expect(clippy::cast_possible_truncation, reason = "a fraction between 0 and 1")]
            ring_ui(ui, theme, 64.0, (value / 100.0) as f32, score_tone(value));
            ui.add_space(8.0);
            ui.label(theme.text(Face::Giant, format!("{value:.0}"), theme.strong));
            ui.add_space(6.0);
            ui.vertical(|ui| {
                ui.add_space(8.0);
                ui.label(theme.title(title));
                ui.add(egui::Label::new(theme.small(text)).wrap());
            });
        });
    });
}

fn steps_ui(ui: &mut Ui, context: DebriefContext<'_>, steps: &[StepScore]) {
    let mut views: Vec<_> = steps.iter().map(|step| move |ui: &mut Ui| step_ui(ui, context, step)).collect();
    let mut views: Vec<&mut dyn FnMut(&mut Ui)> = views.iter_mut().map(|view| view as _).collect();
    columns_ui(ui, 12.0, &mut views);
    for step in steps {
        for cap in &step.caps {
            bullet_ui(ui, context.view.theme, crate::app::icon::SCALES, &format!("{}: {}", step.title, cap.text));
        }
    }
}

fn step_ui(ui: &mut Ui, context: DebriefContext<'_>, step: &StepScore) {
    let theme = context.view.theme;
    let (tone, letter) = rating_look(step.rating);
    let meaning = match step.rating {
        Some(rating) => wording::rating(context.view.texts, rating),
        None => context.say("debrief-not-judged"),
    };
    theme.card().inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(112.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.label(theme.text(Face::Display, letter, theme.tone(tone)));
            ui.label(theme.text(Face::Strong, format!("{:.0}", step.score), theme.strong));
            ui.label(theme.small(context.say("debrief-of-hundred")));
        });
        ui.label(theme.strong(step.title.as_str()));
        ui.label(theme.text(Face::Small, meaning, theme.tone(tone)));
    });
}
