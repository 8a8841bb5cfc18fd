//! The outline: progress, the details required by the playbook, and one row per topic.

use egui::{CornerRadius, Label, ScrollArea, Sense, Ui, vec2};

use super::command::ComposerCommand;
use super::state::Unfolded;
use super::topic;
use super::topic_state::{TopicState, detail_key};
use crate::app::exercise::context::ExerciseContext;
use crate::app::theme::{Face, GRID, Theme};
use crate::app::widget::{COMPACT_MARGIN, columns_ui, compact_row_ui, sides_ui, text_width};
use goldenhour_core::id::TopicId;
use goldenhour_core::scenario::Detail;
use goldenhour_core::simulation::TopicView;

/// Shows the outline.
pub fn outline_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let topics = &context.situation.topics;
    let decided = topics.iter().filter(|topic| TopicState::of(context, topic) != TopicState::Open).count();
    let progress = context.fill("compose-progress", [("decided", decided.into()), ("count", topics.len().into())]);
    sides_ui(
        ui,
        |ui| drop(ui.label(theme.overline(&context.say("compose-outline")))),
        |ui| drop(ui.label(theme.small(progress))),
    );
    progress_ui(ui, theme, decided, topics.len());
    ScrollArea::vertical().id_salt("topics").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID);
        details_ui(ui, context);
        ui.add_space(GRID);
        let unfolded = unfolded(context);
        for topic in topics {
            topic::topic_ui(ui, context, topic, unfolded == Some(&topic.id));
        }
        ui.add_space(4.0 * GRID);
    });
}

/// Returns the expanded topic.
fn unfolded(context: ExerciseContext<'_>) -> Option<&TopicId> {
    let is_open = |topic: &&TopicView| TopicState::of(context, topic) == TopicState::Open;
    match &context.ui.composer.unfolded {
        Unfolded::Nothing => None,
        Unfolded::Topic(topic) => Some(topic),
        Unfolded::Next => context.situation.topics.iter().find(is_open).map(|topic| &topic.id),
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most a few dozen topics")]
fn progress_ui(ui: &mut Ui, theme: &Theme, decided: usize, count: usize) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), GRID), Sense::hover());
    let share = decided as f32 / count.max(1) as f32;
    let done = egui::Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(rect, CornerRadius::same(2), theme.hairline);
    ui.painter().rect_filled(done, CornerRadius::same(2), theme.accent);
}

/// Shows the nine details in rows. Clicking a detail opens its first topic.
fn details_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let in_a_row = details_in_a_row(ui, context);
    for row in Detail::NINE.chunks(in_a_row) {
        let cell = |detail: Option<&Detail>, ui: &mut Ui| {
            if let Some(detail) = detail {
                detail_ui(ui, context, *detail);
            }
        };
        let mut first = |ui: &mut Ui| cell(row.first(), ui);
        let mut second = |ui: &mut Ui| cell(row.get(1), ui);
        let mut third = |ui: &mut Ui| cell(row.get(2), ui);
        let mut cells: [&mut dyn FnMut(&mut Ui); 3] = [&mut first, &mut second, &mut third];
        columns_ui(ui, GRID, &mut cells[..in_a_row]);
    }
}

/// Returns how many details are in a row: three, or two if the longest name would be abbreviated.
fn details_in_a_row(ui: &Ui, context: ExerciseContext<'_>) -> usize {
    let width = |text: &str| text_width(ui, Face::SmallStrong, text);
    let names = Detail::NINE.iter().map(|detail| width(&context.say(detail_key(*detail))));
    let icon = width(TopicState::Open.signs().1);
    let needed = names.fold(0.0, f32::max) + icon + GRID + 2.0 * f32::from(COMPACT_MARGIN);
    if (ui.available_width() - 2.0 * GRID) / 3.0 < needed { 2 } else { 3 }
}

fn detail_ui(ui: &mut Ui, context: ExerciseContext<'_>, detail: Detail) {
    let theme = context.theme();
    let topic = context.situation.topics.iter().find(|topic| topic.detail == detail);
    let state = TopicState::of_detail(context, detail);
    let (tone, icon, word) = state.signs();
    let title = context.say(detail_key(detail));
    let word = context.say(word);
    let name =
        context.fill("compose-detail-name", [("detail", title.as_str().into()), ("standing", word.as_str().into())]);
    let response = compact_row_ui(ui, theme, &name, false, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID;
            ui.label(theme.text(Face::SmallStrong, icon, theme.tone(tone)));
            let ink = if state < TopicState::Open { theme.strong } else { theme.muted };
            ui.add(Label::new(theme.text(Face::SmallStrong, title.as_str(), ink)).truncate());
        });
    });
    let hint = topic.map_or_else(|| word.clone(), |topic| format!("{}\n{word}", topic.title));
    if response.on_hover_text(hint).clicked()
        && let Some(topic) = topic
    {
        context.send(ComposerCommand::Unfold(Unfolded::Topic(topic.id.clone())));
    }
}
