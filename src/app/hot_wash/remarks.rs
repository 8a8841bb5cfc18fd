//! The team's own review: strengths, failures, improvements and corrective actions.

use egui::containers::Sides;
use egui::{Label, Ui};

use super::command::HotWashCommand;
use super::context::HotWashContext;
use super::state::{DraftAction, DraftRemark, RemarkKind};
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, hairline_ui};
use goldenhour_core::session::review::About;

/// Lists with the Fluent ids of their titles, their icons and tones.
const LISTS: [(RemarkKind, &str, &str, Tone); 3] = [
    (RemarkKind::Strength, "hot_wash-strengths", icon::TREND_UP, Tone::Calm),
    (RemarkKind::Failure, "hot_wash-failures", icon::TREND_DOWN, Tone::Harm),
    (RemarkKind::Improvement, "hot_wash-improvements", icon::LIGHTBULB, Tone::Accent),
];

/// Shows the lists.
pub fn remarks_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    for (kind, key, icon, tone) in LISTS {
        heading_ui(ui, context, &context.say(key), icon, tone);
        let remarks = context.wash.draft.remarks.iter().enumerate();
        let mut is_empty = true;
        for (place, remark) in remarks.filter(|(_, remark)| remark.kind == kind) {
            is_empty = false;
            remark_ui(ui, context, place, remark);
        }
        if is_empty {
            ui.label(context.theme().muted(context.say("hot_wash-none")));
        }
        ui.add_space(16.0);
    }
    actions_ui(ui, context);
}

fn heading_ui(ui: &mut Ui, context: HotWashContext<'_>, title: &str, icon: &str, tone: Tone) {
    let theme = context.theme();
    ui.label(theme.text(crate::app::theme::Face::Title, format!("{icon}  {title}"), theme.tone(tone)));
    hairline_ui(ui, theme);
}

/// Shows the title of an entry, with a button that removes the entry.
fn title_ui(ui: &mut Ui, context: HotWashContext<'_>, title: &str, remove: HotWashCommand) {
    let theme = context.theme();
    let left = |ui: &mut Ui| drop(ui.add(Label::new(theme.strong(title)).truncate()));
    let right = |ui: &mut Ui| {
        let name = context.fill("hot_wash-remove", [("title", title.into())]);
        if Button::quiet("").icon(icon::TRASH).small().name(&name).hint(&name).show(ui, theme).clicked() {
            context.send(remove);
        }
    };
    Sides::new().height(24.0).shrink_left().show(ui, left, right);
}

fn remark_ui(ui: &mut Ui, context: HotWashContext<'_>, place: usize, remark: &DraftRemark) {
    let key = match remark.kind {
        RemarkKind::Strength => "hot_wash-strength-field",
        RemarkKind::Failure => "hot_wash-failure-field",
        RemarkKind::Improvement => "hot_wash-improvement-field",
    };
    let title = context.about(&remark.about);
    ui.push_id(place, |ui| {
        title_ui(ui, context, &title, HotWashCommand::RemarkDrop(place));
        let (name, hint) = (context.fill(key, [("title", title.as_str().into())]), context.say("hot_wash-remark-hint"));
        let field = Field { name: &name, hint: &hint, rows: 2, width: None };
        if let Some(text) = field_ui(ui, context.theme(), &field, &remark.text) {
            context.send(HotWashCommand::RemarkText(place, text));
        }
        ui.add_space(4.0);
    });
}

fn actions_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    heading_ui(ui, context, &context.say("hot_wash-actions"), icon::CALENDAR_BLANK, Tone::Legal);
    if context.wash.draft.actions.is_empty() {
        ui.label(context.theme().muted(context.say("hot_wash-no-actions")));
    }
    for (place, action) in context.wash.draft.actions.iter().enumerate() {
        ui.push_id(("action", place), |ui| action_ui(ui, context, place, action));
    }
}

fn action_ui(ui: &mut Ui, context: HotWashContext<'_>, place: usize, action: &DraftAction) {
    let theme = context.theme();
    let title = context.about(&About::Criterion(action.criterion.clone()));
    title_ui(ui, context, &title, HotWashCommand::ActionDrop(place));
    let name = context.fill("hot_wash-action-field", [("title", title.as_str().into())]);
    let hint = context.say("hot_wash-action-hint");
    let field = Field { name: &name, hint: &hint, rows: 2, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &action.text) {
        context.send(HotWashCommand::ActionText(place, text));
    }
    ui.label(theme.small(context.say("hot_wash-owner")));
    owners_ui(ui, context, place, action);
    due_ui(ui, context, place, action, &title);
    ui.add_space(8.0);
}

fn owners_ui(ui: &mut Ui, context: HotWashContext<'_>, place: usize, action: &DraftAction) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for role in &context.scenario().roles {
            let button = Button::quiet(&role.title).small().selected(action.owner == role.id);
            if button.show(ui, context.theme()).clicked() {
                context.send(HotWashCommand::ActionOwner(place, role.id.clone()));
            }
        }
    });
}

fn due_ui(ui: &mut Ui, context: HotWashContext<'_>, place: usize, action: &DraftAction, title: &str) {
    let theme = context.theme();
    ui.horizontal_wrapped(|ui| {
        ui.label(theme.small(context.say("hot_wash-due")));
        let name = context.fill("hot_wash-due-field", [("title", title.into())]);
        let field = Field { name: &name, hint: "2027-01-15", rows: 1, width: Some(128.0) };
        if let Some(text) = field_ui(ui, theme, &field, &action.due) {
            context.send(HotWashCommand::ActionDue(place, text));
        }
        if context.scenario().calendar.day(action.due.trim()).is_none() {
            let text = format!("{}  {}", icon::WARNING_CIRCLE, context.say("hot_wash-no-day"));
            ui.label(theme.toned(Tone::Harm, text));
        }
    });
}
