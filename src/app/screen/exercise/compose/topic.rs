//! One topic: the claims to choose from.

use egui::Ui;

use crate::app::command::ComposeCommand;
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::view::ExerciseContext;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, count, row_ui};
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
    openly_ui(ui, context, topic, said);
    ui.add_space(8.0);
}

/// Shows the two ways not to claim anything: saying so, and silence.
fn openly_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, said: Option<&Says>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let ways =
            [("Not known yet", icon::CIRCLE_DASHED, Some(Says::NotKnownYet)), ("Leave out", icon::MINUS_CIRCLE, None)];
        for (word, icon, says) in ways {
            let name = format!("{}: {word}", topic.title);
            let button = Button::quiet(word).icon(icon).small().name(&name).selected(said == says.as_ref());
            if button.show(ui, context.theme()).clicked() {
                context.send(ComposeCommand::Say(topic.id.clone(), says));
            }
        }
    });
}

/// Something that can be said.
struct Choice<'a> {
    says: Says,
    text: &'a str,
    tone: Tone,
    word: &'a str,
}

fn claim_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, claim: &ClaimView, said: Option<&Says>) {
    let known =
        if claim.known { format!("{} known", icon::SEAL_CHECK) } else { format!("{} not known", icon::QUESTION) };
    let word = match nature(claim.nature) {
        "" => known,
        nature => format!("{known} · {nature}"),
    };
    let tone = if claim.known { Tone::Calm } else { Tone::Caution };
    let says = Says::Option(claim.id.clone());
    choice_ui(ui, context, topic, said, &Choice { says, text: &claim.text, tone, word: &word });
}

fn choice_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, said: Option<&Says>, choice: &Choice<'_>) {
    let theme = context.theme();
    let selected = said == Some(&choice.says);
    let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
    let name = format!("{}: {}", topic.title, choice.text);
    let response = row_ui(ui, theme, &name, selected, |ui| {
        ui.horizontal_top(|ui| {
            ui.label(theme.text(Face::Body, mark, if selected { theme.accent } else { theme.muted }));
            ui.vertical(|ui| {
                ui.label(theme.body(choice.text));
                ui.label(theme.toned(choice.tone, choice.word));
            });
        });
    });
    if response.clicked() {
        context.send(ComposeCommand::Say(topic.id.clone(), Some(choice.says.clone())));
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
