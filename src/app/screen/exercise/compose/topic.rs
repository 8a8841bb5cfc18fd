//! One topic: the claims to choose from.

use egui::Ui;

use crate::app::command::ComposeCommand;
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::view::ExerciseContext;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{count, row_ui};
use crate::scenario::ClaimNature;
use crate::simulation::{ClaimView, TopicView};
use crate::statement::Says;

/// Shows a topic.
pub fn topic_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let theme = context.theme();
    let said = context.desk.composer.says.get(&topic.id);
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(theme.strong(topic.title.as_str()));
    for claim in &topic.claims {
        claim_ui(ui, context, topic, claim, said);
    }
    if topic.takes_number {
        number_ui(ui, context, topic);
    }
    let unknown = Choice { says: Some(Says::NotKnownYet), text: "Not known yet", tone: Tone::Plain, word: "said openly" };
    choice_ui(ui, context, topic, said, &unknown);
    let out = Choice { says: None, text: "Leave out", tone: Tone::Plain, word: "" };
    choice_ui(ui, context, topic, said, &out);
    ui.add_space(6.0);
}

/// Something that can be said.
struct Choice<'a> {
    says: Option<Says>,
    text: &'a str,
    tone: Tone,
    word: &'a str,
}

fn claim_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, claim: &ClaimView, said: Option<&Says>) {
    let known = if claim.known { format!("{} known", icon::SEAL_CHECK) } else { format!("{} not known", icon::QUESTION) };
    let word = match nature(claim.nature) {
        "" => known,
        nature => format!("{known} · {nature}"),
    };
    let tone = if claim.known { Tone::Calm } else { Tone::Caution };
    let says = Some(Says::Option(claim.id.clone()));
    choice_ui(ui, context, topic, said, &Choice { says, text: &claim.text, tone, word: &word });
}

fn choice_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, said: Option<&Says>, choice: &Choice<'_>) {
    let theme = context.theme();
    let selected = said == choice.says.as_ref();
    let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
    let name = format!("{}: {}", topic.title, choice.text);
    let response = row_ui(ui, theme, &name, selected, |ui| {
        ui.horizontal_top(|ui| {
            ui.label(theme.text(Face::Body, mark, if selected { theme.accent } else { theme.muted }));
            ui.vertical(|ui| {
                let ink = if choice.says.is_none() { theme.muted } else { theme.body };
                ui.label(theme.text(Face::Body, choice.text, ink));
                if !choice.word.is_empty() {
                    ui.label(theme.toned(choice.tone, choice.word));
                }
            });
        });
    });
    if response.clicked() {
        context.send(ComposeCommand::Say(topic.id.clone(), choice.says.clone()));
    }
}

fn number_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let theme = context.theme();
    let text = context.desk.composer.numbers.get(&topic.id).map_or("", String::as_str);
    ui.horizontal(|ui| {
        let name = format!("{}: number", topic.title);
        let field = Field { name: &name, hint: "a number", rows: 1, width: Some(110.0) };
        if let Some(text) = field_ui(ui, theme, &field, text) {
            context.send(ComposeCommand::Number(topic.id.clone(), text));
        }
        let (tone, word) = number_words(topic);
        ui.label(theme.toned(tone, word));
    });
}

#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
fn number_words(topic: &TopicView) -> (Tone, String) {
    match (topic.number, topic.believed_number) {
        (Some(number), _) => (Tone::Calm, format!("{} known: {}", icon::SEAL_CHECK, count(number as f64))),
        (None, Some(number)) => (Tone::Caution, format!("{} believed: {}", icon::CIRCLE_HALF, count(number as f64))),
        (None, None) => (Tone::Caution, format!("{} not known", icon::QUESTION)),
    }
}

/// Says what a claim does besides informing.
fn nature(nature: ClaimNature) -> &'static str {
    match nature {
        ClaimNature::Informs => "",
        ClaimNature::Reassures => "reassures",
        ClaimNature::Minimizes => "plays it down",
        ClaimNature::Apologizes => "apologizes",
        ClaimNature::Regrets => "regrets",
        ClaimNature::Blames => "blames somebody",
    }
}
