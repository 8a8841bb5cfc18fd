//! The statements, each claim annotated with whether it was true and whether the team knew it.

use egui::Ui;

use super::context::DebriefContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{chip_ui, empty_ui};
use crate::app::{icon, wording};
use goldenhour_core::debrief::{ClaimReview, StatementReview};
use goldenhour_core::statement::Soundness;

/// Shows all statements.
pub fn statements_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let statements = &context.debrief.statements;
    if statements.is_empty() {
        let (title, text) = (context.say("debrief-nothing-said"), context.say("debrief-nothing-said-text"));
        empty_ui(ui, context.view.theme, icon::MEGAPHONE, &title, &text);
    }
    for statement in statements {
        statement_ui(ui, context, statement);
    }
}

fn statement_ui(ui: &mut Ui, context: DebriefContext<'_>, statement: &StatementReview) {
    let theme = context.view.theme;
    let audience = wording::audience(context.view.texts, statement.audience);
    theme.card().inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme.overline(&format!("{} · {} · {audience}", statement.at, context.moment(statement.at))));
        ui.label(theme.title(statement.title.as_str()));
        let words = if statement.text.is_empty() { context.say("debrief-no-words") } else { statement.text.clone() };
        ui.label(theme.text(Face::Story, words, theme.body));
        if let Some(update) = statement.next_update {
            let promise = context.fill("debrief-next-update", [("at", context.moment(update).into())]);
            ui.label(theme.small(format!("{} {promise}", icon::CLOCK)));
        }
        for claim in &statement.claims {
            claim_ui(ui, context, claim);
        }
        for sentence in &statement.unchecked {
            unchecked_ui(ui, context, sentence);
        }
    });
}

fn claim_ui(ui: &mut Ui, context: DebriefContext<'_>, claim: &ClaimReview) {
    let theme = context.view.theme;
    let (tone, icon) = match claim.soundness {
        Soundness::TrueAndKnown => (Tone::Calm, icon::SEAL_CHECK),
        Soundness::TrueButUnknown => (Tone::Caution, icon::QUESTION),
        Soundness::False => (Tone::Harm, icon::X_CIRCLE),
        Soundness::NamedUnknown => (Tone::Legal, icon::CIRCLE_DASHED),
    };
    let word = wording::soundness(context.view.texts, claim.soundness);
    ui.horizontal_top(|ui| {
        chip_ui(ui, theme, tone, icon, &word);
        if let Some(at) = claim.reversed {
            let text = context.fill("debrief-reversed", [("at", at.to_string().into())]);
            chip_ui(ui, theme, Tone::Harm, icon::WARNING, &text);
        }
        ui.vertical(|ui| {
            ui.add(egui::Label::new(theme.body(format!("{}: {}", claim.about, claim.text))).wrap());
            if let Some(quote) = claim.quote.as_ref().filter(|quote| !quote.contains(&claim.text)) {
                let quote = context.fill("compose-quote", [("text", quote.as_str().into())]);
                ui.add(egui::Label::new(theme.small(quote)).wrap());
            }
        });
    });
}

/// Shows a sentence that matches no known fact.
fn unchecked_ui(ui: &mut Ui, context: DebriefContext<'_>, sentence: &str) {
    let theme = context.view.theme;
    ui.horizontal_top(|ui| {
        chip_ui(ui, theme, Tone::Plain, icon::CIRCLE_HALF, &context.say("compose-said-unchecked"));
        let quote = context.fill("compose-quote", [("text", sentence.into())]);
        ui.add(egui::Label::new(theme.body(quote)).wrap());
    });
}
