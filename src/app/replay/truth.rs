//! The ground truth at the current time, next to what the players knew.

use egui::{Label, Ui};

use crate::app::exercise::context::ExerciseContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{columns_ui, hairline_ui};
use crate::app::{icon, measure, wording};
use goldenhour_core::scenario::Metric;
use goldenhour_core::simulation::{FactView, GroundTruth, Knowledge};

/// Gap between the two columns, in points.
const GAP: f32 = 20.0;

/// Metrics shown as percentages, with the Fluent ids of their labels.
const SHARES: [(Metric, &str); 4] = [
    (Metric::Trust, "replay-true-trust"),
    (Metric::Awareness, "replay-true-awareness"),
    (Metric::Negative, "replay-true-negative"),
    (Metric::Credibility, "replay-true-credibility"),
];

/// Shows the metrics and the table of facts.
pub fn truth_ui(ui: &mut Ui, context: ExerciseContext<'_>, truth: &GroundTruth) {
    let theme = context.theme();
    figures_ui(ui, context, truth);
    ui.add_space(12.0);
    let mut was_so = |ui: &mut Ui| drop(ui.label(theme.overline(&context.say("replay-was-so"))));
    let mut was_known = |ui: &mut Ui| drop(ui.label(theme.overline(&context.say("replay-was-known"))));
    columns_ui(ui, GAP, &mut [&mut was_so, &mut was_known]);
    hairline_ui(ui, theme);
    for (fact, (_, text, _)) in context.situation.facts.iter().zip(&truth.facts) {
        fact_ui(ui, context, fact, text);
    }
}

fn figures_ui(ui: &mut Ui, context: ExerciseContext<'_>, truth: &GroundTruth) {
    let theme = context.theme();
    let of =
        |wanted: Metric| truth.metrics.iter().find(|(metric, _)| *metric == wanted).map_or(0.0, |(_, value)| *value);
    let mut figures: Vec<(String, String)> =
        SHARES.iter().map(|(metric, key)| (context.say(key), format!("{:.0}", 100.0 * of(*metric)))).collect();
    figures.push((context.say("replay-true-records"), measure::count(context.view.texts, of(Metric::Records))));
    let mut views: Vec<_> = figures
        .iter()
        .map(|(word, value)| {
            move |ui: &mut Ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                // Numbers must not wrap.
                ui.add(Label::new(theme.text(Face::Headline, value.as_str(), theme.strong)).extend());
                ui.add(Label::new(theme.small(word.as_str())).wrap());
            }
        })
        .collect();
    let mut views: Vec<&mut dyn FnMut(&mut Ui)> = views.iter_mut().map(|view| view as _).collect();
    columns_ui(ui, GAP, &mut views);
}

fn fact_ui(ui: &mut Ui, context: ExerciseContext<'_>, fact: &FactView, truth: &str) {
    let theme = context.theme();
    let (tone, sign) = match fact.knowledge {
        Knowledge::Unknown => (Tone::Plain, icon::QUESTION),
        Knowledge::Suspected => (Tone::Caution, icon::CIRCLE_HALF),
        Knowledge::Confirmed => (Tone::Calm, icon::SEAL_CHECK),
    };
    let mut left = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(theme.strong(fact.title.as_str())).wrap());
        ui.add(Label::new(theme.body(truth)).wrap());
    };
    let mut right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let since = fact.since.map(|since| format!(" · {since}")).unwrap_or_default();
        let word = wording::knowledge(context.view.texts, fact.knowledge);
        ui.label(theme.toned(tone, format!("{sign} {word}{since}")));
        let color = if fact.knowledge == Knowledge::Unknown { theme.muted } else { theme.body };
        ui.add(Label::new(theme.text(Face::Body, fact.text.as_str(), color)).wrap());
    };
    ui.add_space(4.0);
    columns_ui(ui, GAP, &mut [&mut left, &mut right]);
    ui.add_space(4.0);
    hairline_ui(ui, theme);
}
