//! All criteria by step, with their evidence and overrides.

use egui::Ui;

use super::context::DebriefContext;
use super::evidence::evidence_ui;
use super::look::verdict_look;
use super::marking::view::marking_ui;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{hairline_ui, sides_ui};
use crate::app::wording;
use goldenhour_core::scoring::{CriterionScore, Verdict};

/// Maximum number of evidence items shown per criterion. The score document contains all of them.
const MOST_EVIDENCE: usize = 12;

/// Shows all criteria.
pub fn criteria_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    for step in &context.debrief.scorecard.playbook.steps {
        let score = [("score", format!("{:.0}", step.score).into()), ("weight", format!("{:.0}", step.weight).into())];
        let score = context.fill("debrief-step-score", score);
        ui.add_space(8.0);
        sides_ui(ui, |ui| drop(ui.label(theme.heading(step.title.as_str()))), |ui| drop(ui.label(theme.muted(score))));
        hairline_ui(ui, theme);
        for criterion in &step.criteria {
            criterion_ui(ui, context, criterion);
        }
    }
}

fn criterion_ui(ui: &mut Ui, context: DebriefContext<'_>, criterion: &CriterionScore) {
    let theme = context.view.theme;
    let (tone, icon) = verdict_look(criterion.verdict);
    ui.add_space(4.0);
    let title = |ui: &mut Ui| {
        ui.label(theme.text(Face::Title, icon, theme.tone(tone)));
        ui.add(egui::Label::new(theme.strong(criterion.title.as_str())).wrap());
    };
    let verdict = wording::verdict(context.view.texts, criterion.verdict);
    let points = if criterion.verdict == Verdict::NotApplicable {
        verdict
    } else {
        let filling =
            [("score", context.decimal(criterion.score).into()), ("max", context.decimal(criterion.max).into())];
        format!("{verdict} · {}", context.fill("debrief-points-of", filling))
    };
    sides_ui(ui, title, |ui| drop(ui.label(theme.toned(tone, points))));
    ui.indent(("criterion", criterion.id.as_str()), |ui| {
        if let Some(overridden) = &criterion.overridden {
            let text = context.fill(
                "debrief-overridden",
                [
                    ("score", context.decimal(overridden.score).into()),
                    ("max", context.decimal(criterion.max).into()),
                    ("by", overridden.by.as_str().into()),
                    ("reason", overridden.reason.as_str().into()),
                ],
            );
            ui.label(theme.toned(Tone::Accent, text));
        }
        for item in criterion.evidence.iter().take(MOST_EVIDENCE) {
            evidence_ui(ui, context, item);
        }
        if criterion.evidence.len() > MOST_EVIDENCE {
            let more = criterion.evidence.len() - MOST_EVIDENCE;
            ui.label(theme.small(context.fill("debrief-more-evidence", [("count", more.into())])));
        }
        if matches!(criterion.verdict, Verdict::Missed | Verdict::Late | Verdict::Partial)
            && !criterion.advice.is_empty()
        {
            ui.label(theme.toned(Tone::Accent, format!("{}  {}", crate::app::icon::LIGHTBULB, criterion.advice)));
        }
        marking_ui(ui, context, criterion);
    });
}
