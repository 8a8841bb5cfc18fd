//! What was said, each claim annotated with how it stood to truth and knowledge.

use egui::Ui;

use super::DebriefContext;
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{chip_ui, empty_ui};
use crate::debrief::{ClaimReview, StatementReview};
use crate::scenario::AudienceKind;
use crate::statement::Soundness;

/// Shows all statements.
pub fn statements_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let statements = &context.debrief.statements;
    if statements.is_empty() {
        empty_ui(ui, context.view.theme, icon::MEGAPHONE, "Nothing was said", "The team published no statement.");
    }
    for statement in statements {
        statement_ui(ui, context, statement);
    }
}

fn statement_ui(ui: &mut Ui, context: DebriefContext<'_>, statement: &StatementReview) {
    let theme = context.view.theme;
    let audience = match statement.audience {
        AudienceKind::Public => "to the public",
        AudienceKind::Customers => "to the customers affected",
        AudienceKind::Staff => "to the staff",
        AudienceKind::Stakeholder => "to one party",
    };
    theme.card().inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme.overline(&format!("{} · {} · {audience}", statement.at, context.calendar.say(statement.at))));
        ui.label(theme.title(statement.title.as_str()));
        let words = if statement.text.is_empty() { "(no words, only claims)" } else { &statement.text };
        ui.label(theme.text(Face::Story, words, theme.body));
        if let Some(update) = statement.next_update {
            ui.label(theme.small(format!("{} promises an update by {}", icon::CLOCK, context.calendar.say(update))));
        }
        for claim in &statement.claims {
            claim_ui(ui, context, claim);
        }
    });
}

fn claim_ui(ui: &mut Ui, context: DebriefContext<'_>, claim: &ClaimReview) {
    let theme = context.view.theme;
    let (tone, icon, word) = match claim.soundness {
        Soundness::TrueAndKnown => (Tone::Calm, icon::SEAL_CHECK, "true and known"),
        Soundness::TrueButUnknown => (Tone::Caution, icon::QUESTION, "true, but not known"),
        Soundness::False => (Tone::Harm, icon::X_CIRCLE, "false"),
        Soundness::NamedUnknown => (Tone::Legal, icon::CIRCLE_DASHED, "named as not known"),
    };
    ui.horizontal_top(|ui| {
        chip_ui(ui, theme, tone, icon, word);
        if let Some(at) = claim.reversed {
            chip_ui(ui, theme, Tone::Harm, icon::WARNING, &format!("turned out false at {at}"));
        }
        ui.add(egui::Label::new(theme.body(format!("{}: {}", claim.about, claim.text))).wrap());
    });
}
