//! The way out: which action carries the words, who leads it, when the next update follows, and publishing.

use egui::Ui;

use crate::app::command::ComposeCommand;
use crate::app::icon;
use crate::app::screen::exercise::plan::led_by_ui;
use crate::app::theme::Tone;
use crate::app::view::{ExerciseContext, Wanted};
use crate::app::widget::{Button, row_ui};
use crate::scenario::{AudienceKind, Channel};
use crate::simulation::{InquiryView, OptionView};
use crate::time::SimDuration;

/// How soon the next update can be promised, in hours.
const UPDATES: [u32; 5] = [2, 4, 8, 12, 24];

/// Shows when the next update follows and how the statement can be sent.
pub fn outlet_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    update_ui(ui, context);
    ui.label(context.theme().overline("Sent as"));
    ui.spacing_mut().item_spacing.y = 4.0;
    for option in &context.situation.options {
        carrier_ui(ui, context, option);
    }
    ui.add_space(8.0);
}

/// Shows what will be sent by whom, and the button that sends it.
pub fn publish_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let composer = &context.desk.composer;
    let chosen = composer.action.as_ref();
    let chosen = chosen.and_then(|id| context.situation.options.iter().find(|option| option.action == *id));
    let Some(option) = chosen else {
        ui.label(theme.muted("Choose below “Sent as” how it goes out."));
        return;
    };
    ui.label(theme.strong(option.title.as_str()));
    inquiry_ui(ui, context);
    let by = composer.by.clone().unwrap_or_else(|| option.role.clone());
    led_by_ui(ui, context, &by, &option.role, |role| context.send(ComposeCommand::LedBy(role)));
    if let Some(refusal) = &composer.refusal {
        ui.label(theme.toned(Tone::Caution, format!("{} {refusal}", icon::PROHIBIT)));
    }
    let width = ui.available_width();
    let label = format!("Publish, out in {}", option.takes);
    let button = Button::primary(&label).name("Publish").icon(icon::PAPER_PLANE_TILT).width(width);
    if button.enabled(composer.refusal.is_none()).show(ui, theme).clicked() {
        context.send(ComposeCommand::Publish);
    }
}

fn update_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let chosen = context.desk.composer.next_update;
    ui.label(theme.overline("Next update promised"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if Button::quiet("None").small().name("Next update: none").selected(chosen.is_none()).show(ui, theme).clicked()
        {
            context.send(ComposeCommand::NextUpdate(None));
        }
        for hours in UPDATES {
            let length = SimDuration::from_minutes(hours * 60);
            let label = format!("in {length}");
            let name = format!("Next update: in {length}");
            let button = Button::quiet(&label).small().name(&name).selected(chosen == Some(length));
            if button.show(ui, theme).clicked() {
                context.send(ComposeCommand::NextUpdate(Some(length)));
            }
        }
    });
    if let Some(length) = chosen {
        ui.label(theme.small(format!("by {}", context.scenario.say(context.situation.now + length))));
    }
}

fn carrier_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView) {
    let theme = context.theme();
    let words = match context.scenario.wanted(&option.action) {
        Wanted::Statement(audience, channels) => channel_words(audience, channels),
        Wanted::Reply => "to the one who asked".to_owned(),
        Wanted::Nothing | Wanted::Choice(_) => return,
    };
    let selected = context.desk.composer.action.as_ref() == Some(&option.action);
    let name = format!("Send as: {}", option.title);
    let response = row_ui(ui, theme, &name, selected, |ui| {
        let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
        let ink = if option.blocked.is_some() { theme.muted } else { theme.strong };
        ui.label(theme.text(crate::app::theme::Face::Strong, format!("{mark}  {}", option.title), ink));
        ui.label(theme.small(format!("{words} · {}", option.takes)));
        if let Some(refusal) = &option.blocked {
            ui.label(theme.toned(Tone::Caution, format!("{} {refusal}", icon::PROHIBIT)));
        }
    });
    if response.clicked() {
        context.send(ComposeCommand::Carry(option.action.clone()));
    }
}

/// Shows which question is being answered.
fn inquiry_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let composer = &context.desk.composer;
    if composer.action.as_ref().is_none_or(|id| !matches!(context.scenario.wanted(id), Wanted::Reply)) {
        return;
    }
    ui.label(theme.overline("In answer to"));
    let open = context.situation.inbox.iter().filter(|item| matches!(item.inquiry, Some(InquiryView::Open(_))));
    let mut any = false;
    for item in open {
        any = true;
        let selected = composer.reply_to.as_ref() == Some(&item.inject);
        let name = format!("Answer to: {}", item.title);
        let response = row_ui(ui, theme, &name, selected, |ui| {
            let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
            ui.label(theme.body(format!("{mark}  {}", item.title)));
        });
        if response.clicked() {
            context.send(ComposeCommand::ReplyTo(item.inject.clone()));
        }
    }
    if !any {
        ui.label(theme.muted("Nobody is waiting for an answer."));
    }
}

fn channel_words(audience: AudienceKind, channels: &[Channel]) -> String {
    let audience = match audience {
        AudienceKind::Public => "to the public",
        AudienceKind::Customers => "to the customers affected",
        AudienceKind::Staff => "to the staff",
        AudienceKind::Stakeholder => "to one party",
    };
    let word = |channel: &Channel| match channel {
        Channel::Press => "press release",
        Channel::Web => "page in the shop",
        Channel::Banner => "banner",
        Channel::Email => "e-mail",
        Channel::Social => "own accounts",
        Channel::Phone => "telephone",
        Channel::Letter => "letter",
    };
    let channels: Vec<&str> = channels.iter().map(word).collect();
    format!("{audience}, {}", channels.join(", "))
}
