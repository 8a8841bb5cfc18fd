//! The inbox: messages and inquiries, newest first, and the open message.

use egui::{Panel, ScrollArea, Ui};

use super::command::LookCommand;
use super::context::ExerciseContext;
use crate::app::composer::command::ComposerCommand;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, row_ui, sides_ui};
use crate::app::{icon, wording};
use goldenhour_core::scenario::Medium;
use goldenhour_core::simulation::{InboxItem, InquiryView};

/// Shows the inbox.
pub fn inbox_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let situation = context.situation;
    let open = context.ui.open_inject.as_ref();
    let open = open.and_then(|id| situation.inbox.iter().find(|item| item.inject == *id));
    if let Some(item) = open {
        let frame = egui::Frame::new().inner_margin(egui::Margin { top: 12, ..egui::Margin::ZERO });
        let height = (ui.available_height() * 0.55).max(200.0);
        let panel = Panel::bottom("message").frame(frame).exact_size(height).resizable(false);
        panel.show(ui, |ui| message_ui(ui, context, item));
    }
    let unread = situation.inbox.iter().filter(|item| !is_read(context, item)).count();
    let title = match (unread, situation.inbox.len()) {
        (0, all @ 1..) => context.fill("inbox-all-read", [("count", all.into())]),
        _ => context.fill("inbox-title", [("count", unread.into())]),
    };
    ui.label(theme.overline(&title));
    ScrollArea::vertical().id_salt("inbox").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if situation.inbox.is_empty() {
            ui.label(theme.muted(context.say("inbox-empty")));
        }
        for item in situation.inbox.iter().rev() {
            item_ui(ui, context, item);
        }
        ui.add_space(8.0);
    });
}

fn is_read(context: ExerciseContext<'_>, item: &InboxItem) -> bool {
    context.ui.read.contains(&item.inject) || context.ui.open_inject.as_ref() == Some(&item.inject)
}

fn item_ui(ui: &mut Ui, context: ExerciseContext<'_>, item: &InboxItem) {
    let theme = context.theme();
    let selected = context.ui.open_inject.as_ref() == Some(&item.inject);
    let read = is_read(context, item);
    let name = context.fill("inbox-message", [("title", item.title.as_str().into())]);
    let response = row_ui(ui, theme, &name, selected, |ui| {
        let (icon, word) = medium(context, item.medium);
        let left = |ui: &mut Ui| {
            ui.label(theme.text(Face::SmallStrong, format!("{icon} {word}"), theme.muted));
            if !read {
                ui.label(theme.toned(Tone::Accent, context.say("inbox-new")));
            }
        };
        sides_ui(ui, left, |ui| drop(ui.label(theme.small(item.at.to_string()))));
        let face = if read { Face::Body } else { Face::Strong };
        ui.label(theme.text(face, item.title.as_str(), theme.strong));
        ui.add(egui::Label::new(theme.small(item.from.as_str())).truncate());
        if let Some(inquiry) = item.inquiry {
            let (tone, icon, text) = inquiry_words(context, inquiry);
            ui.label(theme.toned(tone, format!("{icon} {text}")));
        }
    });
    if response.clicked() {
        context.look(LookCommand::Inject(item.inject.clone()));
    }
}

fn message_ui(ui: &mut Ui, context: ExerciseContext<'_>, item: &InboxItem) {
    let theme = context.theme();
    let (icon, word) = medium(context, item.medium);
    let left = |ui: &mut Ui| drop(ui.label(theme.overline(&format!("{word} · {}", context.moment(item.at)))));
    let right = |ui: &mut Ui| {
        if Button::quiet("").icon(icon::X).small().name(&context.say("inbox-close")).show(ui, theme).clicked() {
            context.look(LookCommand::CloseInject);
        }
    };
    sides_ui(ui, left, right);
    if matches!(item.inquiry, Some(InquiryView::Open(_))) || item.document.is_some() {
        let frame = egui::Frame::new().inner_margin(egui::Margin { top: 8, ..egui::Margin::ZERO });
        let panel = Panel::bottom("answer").frame(frame).resizable(false).show_separator_line(false);
        panel.show(ui, |ui| answer_ui(ui, context, item));
    }
    ScrollArea::vertical().id_salt(("message", item.inject.as_str())).auto_shrink(false).show(ui, |ui| {
        ui.label(theme.title(format!("{icon}  {}", item.title)));
        let to = context.scenario.role_title(&item.to);
        ui.label(theme.small(context.fill("inbox-from-to", [("from", item.from.as_str().into()), ("to", to.into())])));
        ui.label(theme.body(item.body.as_str()));
    });
}

fn answer_ui(ui: &mut Ui, context: ExerciseContext<'_>, item: &InboxItem) {
    let theme = context.theme();
    if let Some(inquiry @ InquiryView::Open(_)) = item.inquiry {
        let (tone, icon, text) = inquiry_words(context, inquiry);
        ui.label(theme.toned(tone, format!("{icon} {text}")));
    }
    ui.horizontal(|ui| {
        if matches!(item.inquiry, Some(InquiryView::Open(_)))
            && !context.is_review()
            && Button::primary(&context.say("inbox-answer")).icon(icon::ARROW_BEND_UP_LEFT).show(ui, theme).clicked()
        {
            context.send(ComposerCommand::ReplyTo(item.inject.clone()));
        }
        if let Some(document) = &item.document
            && Button::new(&context.say("inbox-attachment")).icon(icon::FILE_TEXT).show(ui, theme).clicked()
        {
            context.look(LookCommand::Document(document.clone()));
        }
    });
}

/// Returns the tone, icon and text for the state of an inquiry.
pub fn inquiry_words(context: ExerciseContext<'_>, inquiry: InquiryView) -> (Tone, &'static str, String) {
    match inquiry {
        InquiryView::Open(due) => {
            let left = due.since(context.situation.now);
            let filling = [("due", context.moment(due).into()), ("left", context.length(left).into())];
            (Tone::Caution, icon::HOURGLASS_MEDIUM, context.fill("inbox-answer-by", filling))
        }
        InquiryView::Answered(at) => {
            (Tone::Calm, icon::CHECK_CIRCLE, context.fill("inbox-answered", [("at", at.to_string().into())]))
        }
        InquiryView::Expired => (Tone::Harm, icon::X_CIRCLE, context.say("inbox-expired")),
    }
}

/// Returns the icon and name of a medium.
fn medium(context: ExerciseContext<'_>, medium: Medium) -> (&'static str, String) {
    let icon = match medium {
        Medium::Email => icon::ENVELOPE_SIMPLE,
        Medium::Call => icon::PHONE,
        Medium::Chat => icon::CHAT_CIRCLE_TEXT,
        Medium::Alert => icon::BELL_RINGING,
        Medium::Letter => icon::MAILBOX,
        Medium::Post => icon::GLOBE,
        Medium::News => icon::NEWSPAPER,
        Medium::InPerson => icon::USER,
    };
    (icon, wording::medium(context.view.texts, medium))
}
