//! The statements page: what the program understood of each statement, and the facilitator's rulings on it.

use egui::{Label, Ui};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use super::read_statement::{ReadStatement, Unchecked};
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, chip_ui, empty_ui, hairline_ui};
use crate::app::{icon, wording};
use goldenhour_core::id::TopicId;
use goldenhour_core::statement::{Place, ReadClaim, Ruling, Verdict};

/// Verdicts on a passage that could not be checked, with the Fluent ids of their names and of what they do.
const VERDICTS: [(Verdict, &str, &str); 3] = [
    (Verdict::True, "facilitator-verdict-true", "facilitator-rule-true"),
    (Verdict::False, "facilitator-verdict-false", "facilitator-rule-false"),
    (Verdict::Harmless, "facilitator-verdict-harmless", "facilitator-rule-harmless"),
];

/// Shows the page, latest statement first.
pub fn statements_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let statements = &context.facilitator.statements;
    if statements.is_empty() {
        let (title, text) = (context.say("facilitator-no-statements"), context.say("facilitator-no-statements-text"));
        empty_ui(ui, context.theme(), icon::MEGAPHONE, &title, &text);
        return;
    }
    ui.add(Label::new(context.theme().small(context.say("facilitator-statements-note"))).wrap());
    for statement in statements.iter().rev() {
        ui.add_space(12.0);
        ui.push_id(statement.entry.0, |ui| statement_ui(ui, context, statement));
    }
}

fn statement_ui(ui: &mut Ui, context: FacilitatorContext<'_>, statement: &ReadStatement) {
    let theme = context.theme();
    ui.label(theme.overline(&format!("{} · {}", statement.at, statement.title)));
    hairline_ui(ui, theme);
    if statement.said.is_empty() && statement.unchecked.is_empty() {
        ui.label(theme.muted(context.say("facilitator-nothing-read")));
    }
    for (index, passage) in statement.unchecked.iter().enumerate() {
        ui.push_id(("unchecked", index), |ui| unchecked_ui(ui, context, statement, passage));
    }
    for (index, claim) in statement.said.iter().enumerate() {
        ui.push_id(("said", index), |ui| claim_ui(ui, context, statement, claim));
    }
}

/// Shows a passage that could not be checked, with the verdicts that can be given on it.
fn unchecked_ui(ui: &mut Ui, context: FacilitatorContext<'_>, statement: &ReadStatement, passage: &Unchecked) {
    let theme = context.theme();
    ui.horizontal_wrapped(|ui| {
        chip_ui(ui, theme, Tone::Caution, icon::QUESTION, &context.say("compose-said-unchecked"));
        ui.label(theme.small(title(context, &passage.topic)));
    });
    ui.add(Label::new(theme.text(Face::Story, quote(context, passage.at, statement), theme.body)).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (verdict, key, deed) in VERDICTS {
            let (word, name) = (context.say(key), context.say(deed));
            if Button::new(&word).small().name(&name).hint(&name).show(ui, theme).clicked() {
                let ruling = Ruling::Judged { at: passage.at, topic: passage.topic.clone(), verdict };
                context.send(FacilitatorCommand::Rule(statement.entry, ruling));
            }
        }
    });
    ui.add_space(8.0);
}

/// Shows what the reader understood, with a button to say that the text does not say it.
fn claim_ui(ui: &mut Ui, context: FacilitatorContext<'_>, statement: &ReadStatement, claim: &ReadClaim) {
    let theme = context.theme();
    let topics = &context.drill.situation.topics;
    let topic = topics.iter().find(|topic| topic.id == claim.topic);
    let says = wording::says(context.view.texts, topic, &claim.says);
    ui.horizontal_wrapped(|ui| {
        ui.label(theme.text(Face::SmallStrong, title(context, &claim.topic), theme.muted));
        let (word, hint) = (context.say("facilitator-not-said"), context.say("facilitator-not-said-hint"));
        let button = Button::quiet(&word).icon(icon::X_CIRCLE).small().hint(&hint);
        if button.show(ui, theme).clicked() {
            let (at, topic, says) = (claim.at, claim.topic.clone(), claim.says.clone());
            context.send(FacilitatorCommand::Rule(statement.entry, Ruling::NotSaid { at, topic, says }));
        }
    });
    ui.add(Label::new(theme.body(says.as_str())).wrap());
    if !claim.at.of(&statement.text).contains(&says) {
        ui.add(Label::new(theme.small(quote(context, claim.at, statement))).wrap());
    }
    ui.add_space(6.0);
}

fn title(context: FacilitatorContext<'_>, topic: &TopicId) -> String {
    context.scenario().topic(topic).map_or_else(String::new, |topic| topic.title.clone())
}

fn quote(context: FacilitatorContext<'_>, at: Place, statement: &ReadStatement) -> String {
    context.fill("compose-quote", [("text", at.of(&statement.text).into())])
}
