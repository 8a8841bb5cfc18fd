//! Labels and underline styles of remarks about the text.

use egui::{Sense, Ui, pos2, vec2};

use super::draft_check::{Remark, Weight};
use crate::app::exercise::context::ExerciseContext;
use crate::app::theme::Tone;
use crate::app::widget::marked::{UnderlineStyle, strokes};
use goldenhour_core::statement::reading::{Hollow, Subject};

/// Returns the tone and underline style for an effect.
pub fn look(weight: Weight) -> (Tone, UnderlineStyle) {
    match weight {
        Weight::Harms => (Tone::Harm, UnderlineStyle::Wave),
        Weight::Weakens => (Tone::Caution, UnderlineStyle::Dashes),
        Weight::Helps => (Tone::Calm, UnderlineStyle::Line),
    }
}

/// Returns the Fluent ids of a remark's name and explanation.
pub fn keys(remark: Remark) -> (&'static str, &'static str) {
    match remark {
        Remark::Contradicts => ("compose-contradicts", "compose-contradicts-why"),
        Remark::Sounds(subject) => match subject {
            Subject::MediaContact => ("compose-media-contact", "compose-media-contact-why"),
            Subject::CustomerContact => ("compose-customer-contact", "compose-customer-contact-why"),
            Subject::NextUpdate => ("compose-next-update", "compose-next-update-why"),
            Subject::UnknownsNamed => ("compose-unknowns", "compose-unknowns-why"),
            Subject::Empathy => ("compose-empathy", "compose-empathy-why"),
            Subject::ApologyWithResponsibility => ("compose-apology", "compose-apology-why"),
            Subject::ApologyWithoutResponsibility => ("compose-regret", "compose-regret-why"),
            Subject::BlameShift => ("compose-blame", "compose-blame-why"),
            Subject::Minimizing => ("compose-minimizing", "compose-minimizing-why"),
            Subject::MarketingCopy => ("compose-marketing", "compose-marketing-why"),
            Subject::TakenSeriously => ("compose-cliche", "compose-cliche-why"),
            Subject::Legalese => ("compose-legalese", "compose-legalese-why"),
            Subject::Absolutes => ("compose-absolutes", "compose-absolutes-why"),
            Subject::Speculation => ("compose-speculation", "compose-speculation-why"),
            // Only `PassiveOwnFault` is left: details of the playbook appear in the outline and are never
            // underlined.
            _ => ("compose-passive", "compose-passive-why"),
        },
    }
}

/// Returns the Fluent id of the reason why a text lacks substance.
pub fn hollow_key(hollow: Hollow) -> &'static str {
    match hollow {
        Hollow::Short => "compose-hollow-short",
        Hollow::OffTopic => "compose-hollow-off-topic",
        Hollow::Unanswered => "compose-hollow-unanswered",
        Hollow::Blanks => "compose-hollow-blanks",
        Hollow::Outline => "compose-hollow-outline",
        Hollow::Keywords => "compose-hollow-keywords",
        Hollow::Repetition => "compose-hollow-repetition",
    }
}

/// Shows a sample of the underline for an effect.
pub fn sample_ui(ui: &mut Ui, context: ExerciseContext<'_>, weight: Weight) {
    let theme = context.theme();
    let (tone, underline) = look(weight);
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 16.0), Sense::hover());
    ui.painter().extend(strokes(pos2(rect.left(), rect.center().y), rect.width(), underline, theme.tone(tone)));
}
