//! The line at the bottom for writing notes and ratings. Each is dated at the moment it was started.

use egui::{Key, Label, Margin, TextEdit, Ui};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use super::scores::{RATINGS, rating_key, rating_tone};
use super::state::{NoteDraft, NoteKind};
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, ButtonKind, chip_ui};
use goldenhour_core::scenario::Objective;

/// Shows the note being written, or the buttons that start one.
pub fn note_draft_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    // The line is always allocated, even without a message, so that the widgets below do not move under the
    // pointer.
    let (tone, text) =
        context.facilitator.said.as_ref().map_or((Tone::Plain, " "), |(tone, text)| (*tone, text.as_str()));
    ui.add(Label::new(context.theme().toned(tone, text)).truncate());
    match &context.facilitator.note {
        Some(note) => writing_ui(ui, context, note),
        None => resting_ui(ui, context),
    }
}

fn resting_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    ui.horizontal(|ui| {
        let (word, name) = (context.say("facilitator-note"), context.say("facilitator-note-name"));
        if Button::new(&word).icon(icon::NOTE).name(&name).hint(&name).show(ui, theme).clicked() {
            context.send(FacilitatorCommand::BeginNote(NoteKind::Note));
        }
        let Some(objective) = marked(context) else { return };
        ui.add_space(8.0);
        for (rating, rank) in RATINGS.into_iter().zip(1_u8..) {
            let meaning = context.say(rating_key(rating));
            let filling = [("letter", rating.letter().into()), ("rank", rank.into()), ("meaning", meaning.into())];
            let name = context.fill("facilitator-rate-key", filling);
            let label = format!("{rank} {}", rating.letter());
            if Button::quiet(&label).name(&name).hint(&name).show(ui, theme).clicked() {
                context.send(FacilitatorCommand::BeginNote(NoteKind::Rating(objective.id.clone(), rank)));
            }
        }
        let (word, name) = (context.say("facilitator-other-key"), context.say("facilitator-other"));
        if Button::quiet(&word).name(&name).hint(&name).show(ui, theme).clicked() {
            next_objective(context);
        }
        ui.add(Label::new(theme.muted(objective.title.as_str())).truncate());
    });
}

fn marked(context: FacilitatorContext<'_>) -> Option<&Objective> {
    context.scenario().objective(context.facilitator.objective.as_ref()?)
}

/// Selects the next objective.
pub fn next_objective(context: FacilitatorContext<'_>) {
    let objectives = &context.scenario().objectives;
    let place = objectives.iter().position(|objective| Some(&objective.id) == context.facilitator.objective.as_ref());
    let next = place.map_or(0, |place| (place + 1) % objectives.len().max(1));
    if let Some(objective) = objectives.get(next) {
        context.send(FacilitatorCommand::Objective(objective.id.clone()));
    }
}

fn writing_ui(ui: &mut Ui, context: FacilitatorContext<'_>, note: &NoteDraft) {
    let theme = context.theme();
    let right = |ui: &mut Ui| {
        let word = context.say("facilitator-drop");
        if Button::new(&word).kind(ButtonKind::Quiet).show(ui, theme).clicked() {
            context.send(FacilitatorCommand::DropNote);
        }
        let word = context.say("facilitator-keep");
        if Button::primary(&word).icon(icon::CHECK).show(ui, theme).clicked() {
            context.send(FacilitatorCommand::KeepNote);
        }
    };
    let left = |ui: &mut Ui| {
        chip_ui(ui, theme, Tone::Accent, icon::CLOCK, &note.at.to_string());
        if let NoteKind::Rating(_, rank) = &note.what
            && let Some(rating) = RATINGS.get(usize::from(*rank).saturating_sub(1))
        {
            chip_ui(ui, theme, rating_tone(*rating), icon::STAR, rating.letter());
        }
        words_ui(ui, context, note);
    };
    egui::containers::Sides::new().height(36.0).shrink_left().show(ui, left, right);
}

/// Shows the text field, which takes the focus when no other widget has it. Enter records the note, and Escape
/// discards it.
fn words_ui(ui: &mut Ui, context: FacilitatorContext<'_>, note: &NoteDraft) {
    let theme = context.theme();
    let (name, hint) = match &note.what {
        NoteKind::Note => (context.say("facilitator-note-field"), context.say("facilitator-note-hint")),
        NoteKind::Rating(id, _) => {
            let title = context.scenario().objective(id).map_or("", |objective| objective.title.as_str());
            (
                context.say("facilitator-reason-field"),
                context.fill("facilitator-reason-hint", [("title", title.into())]),
            )
        }
    };
    let mut text = note.text.clone();
    let edit = TextEdit::singleline(&mut text)
        .hint_text(theme.text(Face::Body, hint, theme.muted))
        .margin(Margin::symmetric(10, 8))
        .font(Face::Body.font())
        .text_color(theme.strong)
        .desired_width(f32::INFINITY)
        .id_salt("jot field");
    let response = ui.add(edit).accessible_name(&name);
    if response.changed() {
        context.send(FacilitatorCommand::NoteText(text));
    }
    let (enter, escape) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape)));
    if response.lost_focus() && enter {
        context.send(FacilitatorCommand::KeepNote);
    }
    if escape {
        context.send(FacilitatorCommand::DropNote);
    }
    if ui.memory(egui::Memory::focused).is_none() {
        response.request_focus();
    }
}
