//! The overview: the story, the figures, strengths and areas for improvement.

use egui::Ui;

use super::{DebriefContext, evidence_ui, story};
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{bullet_ui, columns_ui, count, money, section_ui};
use crate::debrief::{Finding, FindingKind};

/// The most findings that are shown for each side.
const SHOWN: usize = 6;

/// Shows the overview.
pub fn overview_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    ui.label(theme.heading("The story"));
    story::story_ui(ui, context);
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
    let currency = &context.debrief.currency;
    let figures = [
        ("trust at the end", format!("{:.0}", metrics.trust_final * 100.0)),
        ("lowest trust", format!("{:.0}", metrics.trust_min * 100.0)),
        ("customers lost", count(metrics.customers_lost)),
        ("revenue lost", money(metrics.revenue_lost, currency)),
        ("costs and fines", money(metrics.costs, currency)),
        ("records exposed", count(metrics.records_exposed)),
    ];
    ui.label(theme.heading("What it came to"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 40.0;
        for (word, value) in figures {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(theme.display(value));
                ui.label(theme.small(word));
            });
        }
    });
}

fn findings_ui(ui: &mut Ui, context: DebriefContext<'_>, kind: FindingKind) {
    let theme = context.view.theme;
    let title = match kind {
        FindingKind::Strength => "Strengths",
        FindingKind::Improvement => "Areas for improvement",
    };
    section_ui(ui, theme, title);
    let findings: Vec<&Finding> = context.debrief.findings.iter().filter(|finding| finding.kind == kind).collect();
    if findings.is_empty() {
        ui.label(theme.muted("None stands out."));
    }
    for finding in findings.into_iter().take(SHOWN) {
        finding_ui(ui, context, finding);
    }
}

fn finding_ui(ui: &mut Ui, context: DebriefContext<'_>, finding: &Finding) {
    let theme = context.view.theme;
    let (tone, icon, word) = match finding.kind {
        FindingKind::Strength => (Tone::Calm, icon::TREND_UP, "earned"),
        FindingKind::Improvement => (Tone::Harm, icon::TREND_DOWN, "lost"),
    };
    theme.card().inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme.toned(tone, format!("{icon} {:.1} points {word} · {}", finding.points, finding.step_title)));
        ui.label(theme.text(Face::Strong, finding.text.as_str(), theme.strong));
        for item in finding.proof.iter().take(3) {
            evidence_ui(ui, context, item);
        }
        if finding.kind == FindingKind::Improvement && !finding.advice.is_empty() {
            bullet_ui(ui, theme, icon::LIGHTBULB, &finding.advice);
        }
    });
}
