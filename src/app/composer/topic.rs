//! A topic of the outline: a single row with the chosen claim, or the list of claims to choose from.

use egui::{Label, Margin, Ui};

use super::command::ComposerCommand;
use super::state::Unfolded;
use super::topic_state::{TopicState, detail_key};
use crate::app::exercise::context::ExerciseContext;
use crate::app::theme::{Face, GRID, Tone};
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, compact_row_ui};
use crate::app::{icon, measure};
use goldenhour_core::id::TopicId;
use goldenhour_core::scenario::ClaimNature;
use goldenhour_core::simulation::{ClaimView, TopicView};
use goldenhour_core::statement::Says;

/// Shows a topic, collapsed to one row or expanded with all of its claims.
pub fn topic_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, is_unfolded: bool) {
    if !is_unfolded {
        line_ui(ui, context, topic);
        return;
    }
    let shown = context.theme().card().inner_margin(Margin::symmetric(4, 4)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        head_ui(ui, context, topic);
        choices_ui(ui, context, topic);
    });
    // Which topic was scrolled to last is pure view state, like a scroll offset, so it is kept in egui's memory.
    let id = egui::Id::unique("unfolded topic");
    let last = ui.data_mut(|kept| kept.get_temp::<TopicId>(id));
    if last.as_ref() != Some(&topic.id) {
        ui.data_mut(|kept| kept.insert_temp(id, topic.id.clone()));
        // The first expanded topic is not scrolled to, so that the outline opens at the top.
        if last.is_some() {
            shown.response.scroll_to_me(None);
        }
    }
}

/// Shows a collapsed topic: its state and the chosen claim.
fn line_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let theme = context.theme();
    let state = TopicState::of(context, topic);
    let (tone, icon, word) = state.signs();
    let word = context.say(word);
    let is_missing = context.ui.composer.check.unwritten.contains(&topic.id);
    let name = context
        .fill("compose-topic-name", [("topic", topic.title.as_str().into()), ("standing", word.as_str().into())]);
    let said = said_words(context, topic, state);
    let response = compact_row_ui(ui, theme, &name, false, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 1.5 * GRID;
            ui.label(theme.text(Face::Body, icon, theme.tone(tone)));
            if is_missing {
                ui.label(theme.text(Face::Body, icon::PENCIL_LINE, theme.caution));
            }
            if let Some(said) = &said {
                ui.label(theme.text(Face::SmallStrong, context.say(detail_key(topic.detail)), theme.muted));
                ui.add(Label::new(theme.body(said.as_str())).truncate());
            } else {
                ui.add(Label::new(theme.text(Face::Body, topic.title.as_str(), theme.strong)).wrap());
            }
        });
    });
    let missing = if is_missing { format!("\n{}", context.say("compose-not-in-words")) } else { String::new() };
    let hint = format!("{}\n{}\n{word}{missing}", topic.title, said.unwrap_or_default());
    if response.on_hover_text(hint.replace("\n\n", "\n")).clicked() {
        context.send(ComposerCommand::Unfold(Unfolded::Topic(topic.id.clone())));
    }
}

/// Returns the text of the choice, or `None` if nothing has been chosen.
fn said_words(context: ExerciseContext<'_>, topic: &TopicView, state: TopicState) -> Option<String> {
    match context.ui.composer.says.get(&topic.id) {
        Some(Says::Option(id)) => topic.claims.iter().find(|claim| claim.id == *id).map(|claim| claim.text.clone()),
        Some(Says::Number(number)) => Some(count(context, *number)),
        Some(Says::NotKnownYet) => Some(context.say(state.signs().2)),
        None if state == TopicState::LeftOut => Some(context.say("compose-standing-left-out")),
        // An outline contains neither of the others.
        None | Some(Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_)) => None,
    }
}

fn head_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let theme = context.theme();
    let name = context.fill("compose-fold", [("topic", topic.title.as_str().into())]);
    let response = compact_row_ui(ui, theme, &name, false, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 1.5 * GRID;
            ui.label(theme.text(Face::Body, icon::CARET_DOWN, theme.accent));
            ui.add(Label::new(theme.strong(topic.title.as_str())).wrap());
        });
    });
    if response.clicked() {
        context.send(ComposerCommand::Unfold(Unfolded::Nothing));
    }
}

fn choices_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let said = context.ui.composer.says.get(&topic.id);
    ui.spacing_mut().item_spacing.y = 2.0;
    for claim in &topic.claims {
        claim_ui(ui, context, topic, claim, said);
    }
    ui.spacing_mut().item_spacing.y = 2.0 * GRID;
    let foot = egui::Frame::new().inner_margin(Margin { left: 8, right: 8, top: 2, bottom: 4 });
    foot.show(ui, |ui| {
        if topic.takes_number {
            number_ui(ui, context, topic);
        }
        openly_ui(ui, context, topic, said);
    });
}

/// Shows the two alternatives to a claim: stating that the answer is not known yet, and leaving the topic out.
fn openly_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, said: Option<&Says>) {
    let is_left_out = context.ui.composer.left_out.contains(&topic.id);
    let ways = [
        (
            context.say("compose-not-known"),
            icon::CIRCLE_DASHED,
            Some(Says::NotKnownYet),
            said == Some(&Says::NotKnownYet),
        ),
        (context.say("compose-leave-out"), icon::MINUS_CIRCLE, None, said.is_none() && is_left_out),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(GRID, GRID);
        for (word, icon, says, selected) in ways {
            let name = format!("{}: {word}", topic.title);
            let button = Button::new(&word).icon(icon).small().name(&name).selected(selected);
            if button.show(ui, context.theme()).clicked() {
                context.send(ComposerCommand::Say(topic.id.clone(), says));
            }
        }
    });
}

fn claim_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView, claim: &ClaimView, said: Option<&Says>) {
    let theme = context.theme();
    let says = Says::Option(claim.id.clone());
    let selected = said == Some(&says);
    let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
    let (tone, word) = known_words(context, claim);
    let name = format!("{}: {}", topic.title, claim.text);
    let response = compact_row_ui(ui, theme, &name, selected, |ui| {
        ui.horizontal_top(|ui| {
            ui.label(theme.text(Face::Body, mark, if selected { theme.accent } else { theme.muted }));
            ui.vertical(|ui| {
                ui.label(theme.body(claim.text.as_str()));
                ui.label(theme.toned(tone, word));
            });
        });
    });
    if response.clicked() {
        context.send(ComposerCommand::Say(topic.id.clone(), Some(says)));
    }
}

/// Returns whether the team knows a claim to be true, and the claim's effect if it does more than inform.
fn known_words(context: ExerciseContext<'_>, claim: &ClaimView) -> (Tone, String) {
    let (tone, known) = match claim.known {
        true => (Tone::Calm, format!("{} {}", icon::SEAL_CHECK, context.say("compose-known"))),
        false => (Tone::Caution, format!("{} {}", icon::QUESTION, context.say("compose-unknown"))),
    };
    match nature_key(claim.nature) {
        None => (tone, known),
        Some(key) => (tone, format!("{known} · {}", context.say(key))),
    }
}

fn number_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let theme = context.theme();
    let text = context.ui.composer.numbers.get(&topic.id).map_or("", String::as_str);
    ui.horizontal(|ui| {
        let name = context.fill("compose-number-name", [("topic", topic.title.as_str().into())]);
        let hint = context.say("compose-number-hint");
        let field = Field { name: &name, hint: &hint, rows: 1, width: Some(104.0) };
        if let Some(text) = field_ui(ui, theme, &field, text) {
            context.send(ComposerCommand::Number(topic.id.clone(), text));
        }
        let (tone, word) = number_words(context, topic);
        ui.add(Label::new(theme.toned(tone, word)).wrap());
    });
}

fn number_words(context: ExerciseContext<'_>, topic: &TopicView) -> (Tone, String) {
    match (topic.number, topic.believed_number) {
        (Some(number), _) => {
            let word = context.fill("compose-number-known", [("number", count(context, number).into())]);
            (Tone::Calm, format!("{} {word}", icon::SEAL_CHECK))
        }
        (None, Some(number)) => {
            let word = context.fill("compose-number-believed", [("number", count(context, number).into())]);
            (Tone::Caution, format!("{} {word}", icon::CIRCLE_HALF))
        }
        (None, None) => (Tone::Caution, format!("{} {}", icon::QUESTION, context.say("compose-unknown"))),
    }
}

#[expect(clippy::cast_precision_loss, reason = "record counts are far below 2^52")]
fn count(context: ExerciseContext<'_>, number: u64) -> String {
    measure::count(context.view.texts, number as f64)
}

/// Returns the Fluent id for a claim's effect, or `None` if it only informs.
fn nature_key(nature: ClaimNature) -> Option<&'static str> {
    Some(match nature {
        ClaimNature::Informs => return None,
        ClaimNature::Reassures => "compose-reassures",
        ClaimNature::Minimizes => "compose-minimizes",
        ClaimNature::Apologizes => "compose-apologizes",
        ClaimNature::Regrets => "compose-regrets",
        ClaimNature::Blames => "compose-blames",
    })
}
