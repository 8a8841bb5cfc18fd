//! The text with its underlined findings, the explanation of the finding at the cursor, and the list of all
//! findings.

use egui::{Frame, Label, Margin, Panel, ScrollArea, Ui, vec2};

use super::command::ComposerCommand;
use super::draft_check::{Underline, Weight};
use super::remark::sample_ui;
use super::{finding, outlet, remark};
use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::{Face, GRID};
use crate::app::widget::marked::{Marked, MarkedField, MarkedWords, marked_field_ui};
use crate::app::widget::{Button, sides_ui};

/// Height reserved for the two lines of explanation below the text, in points.
const REASON: f32 = 44.0;

/// Available height below which the whole part scrolls as one, in points.
const LOW: f32 = 300.0;

/// Shows the text, with the controls for the next update if they are not shown elsewhere.
pub fn words_ui(ui: &mut Ui, context: ExerciseContext<'_>, has_update: bool) {
    if ui.available_height() < LOW {
        ScrollArea::vertical().id_salt("words").auto_shrink(false).show(ui, |ui| {
            head_ui(ui, context);
            field_ui(ui, context, 104.0);
            finding::findings_ui(ui, context);
            if has_update {
                outlet::update_ui(ui, context);
            }
        });
        return;
    }
    head_ui(ui, context);
    if has_update {
        let foot = Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO });
        let update = Panel::bottom("update").frame(foot).resizable(false);
        update.show(ui, |ui| outlet::update_ui(ui, context));
    }
    let height = ui.available_height() - REASON;
    field_ui(ui, context, (height * 0.48).clamp(104.0, 400.0));
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| finding::findings_ui(ui, context));
}

fn head_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let draft = |ui: &mut Ui| {
        let (label, hint) = (context.say("compose-draft"), context.say("compose-draft-hint"));
        let button = Button::quiet(&label).icon(icon::PENCIL_LINE).small().hint(&hint);
        if button.enabled(!context.ui.composer.says.is_empty()).show(ui, theme).clicked() {
            context.send(ComposerCommand::Draft);
        }
    };
    sides_ui(ui, |ui| drop(ui.label(theme.overline(&context.say("compose-words")))), draft);
}

/// Shows the text field and the explanation of the underline at the text cursor.
fn field_ui(ui: &mut Ui, context: ExerciseContext<'_>, height: f32) {
    let marked = text_ui(ui, context, height);
    let mark = marked.at_cursor.and_then(|place| context.ui.composer.check.underlines.get(place));
    reason_ui(ui, context, mark);
}

fn text_ui(ui: &mut Ui, context: ExerciseContext<'_>, height: f32) -> Marked {
    let composer = &context.ui.composer;
    let marks = |text: &str| composer.check.underlines_in(text).iter().map(marked).collect::<Vec<MarkedWords>>();
    let (name, hint) = (context.say("compose-text"), context.say("compose-text-hint"));
    let field = MarkedField { name: &name, hint: &hint, height, marks };
    let shown = marked_field_ui(ui, context.theme(), &field, &composer.text);
    if let Some(text) = &shown.changed {
        context.send(ComposerCommand::Text(text.clone()));
    }
    if let Some(mark) = shown.pointed.and_then(|place| composer.check.underlines.get(place)) {
        shown.response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(320.0);
            ui.spacing_mut().interact_size.y = 0.0;
            told_ui(ui, context, mark);
        });
    }
    shown
}

fn marked(mark: &Underline) -> MarkedWords {
    let (tone, underline) = remark::look(mark.remark.weight());
    MarkedWords { range: mark.range.clone(), tone, underline }
}

/// Shows the explanation of an underline, or the legend if there is none at the cursor.
fn reason_ui(ui: &mut Ui, context: ExerciseContext<'_>, mark: Option<&Underline>) {
    let size = vec2(ui.available_width(), REASON);
    ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 0.0;
        match mark {
            Some(mark) => told_ui(ui, context, mark),
            None => legend_ui(ui, context),
        }
    });
}

/// Shows the name of a remark and why it matters.
fn told_ui(ui: &mut Ui, context: ExerciseContext<'_>, mark: &Underline) {
    let theme = context.theme();
    let (name, why) = remark::keys(mark.remark);
    let (tone, _) = remark::look(mark.remark.weight());
    ui.horizontal(|ui| {
        sample_ui(ui, context, mark.remark.weight());
        ui.label(theme.toned(tone, context.say(name)));
    });
    ui.add(Label::new(theme.text(Face::Small, context.say(why), theme.body)).wrap());
}

fn legend_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let kinds = [
        (Weight::Harms, "compose-legend-harms"),
        (Weight::Weakens, "compose-legend-weakens"),
        (Weight::Helps, "compose-legend-helps"),
    ];
    ui.horizontal_wrapped(|ui| {
        for (weight, key) in kinds {
            sample_ui(ui, context, weight);
            ui.label(theme.small(context.say(key)));
            ui.add_space(GRID);
        }
    });
    if let Some(reading) = &context.ui.composer.check.reading {
        ui.add_space(GRID);
        ui.add(Label::new(theme.small(finding::readable_words(context, reading))).truncate());
    }
}
