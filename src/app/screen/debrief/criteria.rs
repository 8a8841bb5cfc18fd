//! All criteria, step by step, with their evidence.

use egui::Ui;

use super::{DebriefContext, evidence_ui, verdict_look};
use crate::app::theme::{Face, Tone};
use crate::app::widget::{hairline_ui, sides_ui};
use crate::scoring::{CriterionScore, Verdict};

/// How many items of evidence stand under a criterion at most; the whole of it is in the score document.
const MOST_EVIDENCE: usize = 12;

/// Shows all criteria.
pub fn criteria_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    for step in &context.debrief.scorecard.playbook.steps {
        ui.add_space(8.0);
        sides_ui(
            ui,
            |ui| drop(ui.label(theme.heading(step.title.as_str()))),
            |ui| drop(ui.label(theme.muted(format!("{:.0} of 100, weight {:.0}", step.score, step.weight)))),
        );
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
    let points = match criterion.verdict {
        Verdict::NotApplicable => criterion.verdict.word().to_owned(),
        verdict => format!("{} · {:.1} of {:.1}", verdict.word(), criterion.score, criterion.max),
    };
    sides_ui(ui, title, |ui| drop(ui.label(theme.toned(tone, points))));
    ui.indent(("criterion", criterion.id.as_str()), |ui| {
        if let Some(overridden) = &criterion.overridden {
            let text =
                format!("{:.1} of {:.1} by {}: {}", overridden.score, criterion.max, overridden.by, overridden.reason);
            ui.label(theme.toned(Tone::Accent, text));
        }
        for item in criterion.evidence.iter().take(MOST_EVIDENCE) {
            evidence_ui(ui, context, item);
        }
        if criterion.evidence.len() > MOST_EVIDENCE {
            ui.label(theme.small(format!("and {} more", criterion.evidence.len() - MOST_EVIDENCE)));
        }
        if matches!(criterion.verdict, Verdict::Missed | Verdict::Late | Verdict::Partial)
            && !criterion.advice.is_empty()
        {
            ui.label(theme.toned(Tone::Accent, format!("{}  {}", crate::app::icon::LIGHTBULB, criterion.advice)));
        }
    });
}
