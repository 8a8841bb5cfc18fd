//! The composer: what is said about each topic at the left, the words and their way out at the right.
//!
//! Each claim says whether the team knows it, with an icon and a word, so that nobody asserts by accident what
//! is only hoped. "Not known yet" is a claim like any other.

mod outlet;
mod topic;

use egui::{Panel, ScrollArea, Ui};

use crate::app::command::ComposeCommand;
use crate::app::icon;
use crate::app::view::ExerciseContext;
use crate::app::widget::Button;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::sides_ui;

/// Shows the composer.
pub fn compose_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let width = (ui.available_width() * 0.46).clamp(200.0, 420.0);
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, ..egui::Margin::ZERO });
    Panel::right("words").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
        let foot = egui::Frame::new().inner_margin(egui::Margin { top: 10, ..egui::Margin::ZERO });
        Panel::bottom("publish").frame(foot).resizable(false).show(ui, |ui| outlet::publish_ui(ui, context));
        ScrollArea::vertical().id_salt("words").auto_shrink(false).show(ui, |ui| {
            words_ui(ui, context);
            ui.add_space(8.0);
            outlet::outlet_ui(ui, context);
        });
    });
    ui.label(theme.overline("What is said"));
    ScrollArea::vertical().id_salt("topics").auto_shrink(false).show(ui, |ui| {
        for topic in &context.situation.topics {
            topic::topic_ui(ui, context, topic);
        }
        ui.add_space(16.0);
    });
}

fn words_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let composer = &context.desk.composer;
    let draft = |ui: &mut Ui| {
        let button = Button::quiet("Draft from claims").icon(icon::PENCIL_LINE).small();
        if button.enabled(!composer.says.is_empty()).show(ui, theme).clicked() {
            context.send(ComposeCommand::Draft);
        }
    };
    sides_ui(ui, |ui| drop(ui.label(theme.overline("Words"))), draft);
    let hint = "Write it as your customers will read it. The claims at the left are what is held against the truth.";
    let field =
        Field { name: "Statement text", hint, rows: if ui.available_height() < 420.0 { 5 } else { 9 }, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &composer.text) {
        context.send(ComposeCommand::Text(text));
    }
    let words = composer.text.split_whitespace().count();
    ui.label(theme.small(format!(
        "{words} words, {} of {} topics",
        composer.says.len(),
        context.situation.topics.len()
    )));
}
