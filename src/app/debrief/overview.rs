//! The overview: figures, story, strengths and areas for improvement.

use egui::Ui;

use super::context::DebriefContext;
use super::evidence::evidence_ui;
use super::story;
use crate::app::icon;
use crate::app::measure::{count, money};
use crate::app::theme::{Face, Tone};
use crate::app::widget::{bullet_ui, columns_ui, section_ui};
use goldenhour_core::debrief::{Finding, FindingKind};
use goldenhour_core::scenario::Metric;

/// Maximum number of findings shown per column.
const SHOWN: usize = 6;

/// Shows the overview.
pub fn overview_ui(ui: &mut Ui, context: DebriefContext<'_>, beside: Metric) {
    let theme = context.view.theme;
    ui.label(theme.heading(context.say("debrief-story")));
    story::story_ui(ui, context, beside);
    ui.add_space(16.0);
    figures_ui(ui, context);
    ui.add_space(16.0);
    let mut strengths = |ui: &mut Ui| findings_ui(ui, context, FindingKind::Strength);
    let mut areas = |ui: &mut Ui| findings_ui(ui, context, FindingKind::Improvement);
    columns_ui(ui, 24.0, &mut [&mut strengths, &mut areas]);
}

fn figures_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let metrics = &context.debrief.scorecard.outcome.metrics;
    let (texts, currency) = (context.view.texts, &context.debrief.currency);
    let figures = [
        ("debrief-trust-final", format!("{:.0}", metrics.trust_final * 100.0)),
        ("debrief-trust-lowest", format!("{:.0}", metrics.trust_min * 100.0)),
        ("debrief-customers-lost", count(texts, metrics.customers_lost)),
        ("debrief-revenue-lost", money(texts, metrics.revenue_lost, currency)),
        ("debrief-costs", money(texts, metrics.costs, currency)),
        ("debrief-records", count(texts, metrics.records_exposed)),
    ];
    ui.label(theme.heading(context.say("debrief-figures")));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 40.0;
        for (key, value) in figures {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(theme.display(value));
                ui.label(theme.small(context.say(key)));
            });
        }
    });
}

fn findings_ui(ui: &mut Ui, context: DebriefContext<'_>, kind: FindingKind) {
    let theme = context.view.theme;
    let title = match kind {
        FindingKind::Strength => context.say("debrief-strengths"),
        FindingKind::Improvement => context.say("debrief-areas"),
    };
    section_ui(ui, theme, &title);
    let findings: Vec<&Finding> = context.debrief.findings.iter().filter(|finding| finding.kind == kind).collect();
    if findings.is_empty() {
        ui.label(theme.muted(context.say("debrief-no-findings")));
    }
    for finding in findings.into_iter().take(SHOWN) {
        finding_ui(ui, context, finding);
    }
}

fn finding_ui(ui: &mut Ui, context: DebriefContext<'_>, finding: &Finding) {
    let theme = context.view.theme;
    let points = [("points", context.decimal(finding.points).into())];
    let (tone, icon, points) = match finding.kind {
        FindingKind::Strength => (Tone::Calm, icon::TREND_UP, context.fill("debrief-earned", points)),
        FindingKind::Improvement => (Tone::Harm, icon::TREND_DOWN, context.fill("debrief-lost", points)),
    };
    theme.card().inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme.toned(tone, format!("{icon} {points} · {}", finding.step_title)));
        ui.label(theme.text(Face::Strong, finding.text.as_str(), theme.strong));
        for item in finding.proof.iter().take(3) {
            evidence_ui(ui, context, item);
        }
        if finding.kind == FindingKind::Improvement && !finding.advice.is_empty() {
            bullet_ui(ui, theme, icon::LIGHTBULB, &finding.advice);
        }
    });
}
