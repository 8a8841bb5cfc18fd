//! Release of the statement: the action that publishes it, the role that drafts it, the next update, and the
//! publish button.

use egui::{Label, Ui, vec2};

use super::approval;
use super::command::ComposerCommand;
use super::topic_state::TopicState;
use crate::app::exercise::context::ExerciseContext;
use crate::app::exercise::plan::led_by_ui;
use crate::app::exercise::public_scenario::Wanted;
use crate::app::exercise::team;
use crate::app::theme::{Face, GRID, Tone};
use crate::app::widget::{Button, row_ui, sides_ui};
use crate::app::{icon, wording};
use goldenhour_core::decision::Rejection;
use goldenhour_core::scenario::{AudienceKind, Channel};
use goldenhour_core::simulation::{InquiryView, OptionView, Passage};
use goldenhour_core::time::SimDuration;

/// Choices for the time until the next update, in hours.
const UPDATES: [u32; 5] = [2, 4, 8, 12, 24];

/// Shows the actions that can publish the statement, or only the selected one.
pub fn outlet_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    ui.spacing_mut().item_spacing.y = GRID;
    if let Some(option) = chosen(context) {
        chosen_ui(ui, context, option);
        inquiry_ui(ui, context);
        return;
    }
    for option in &context.situation.options {
        carrier_ui(ui, context, option);
    }
}

/// Shows the approval path of the selected action, or the work in progress if none is selected.
pub fn passage_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let composer = &context.ui.composer;
    let (Some(option), Some(passage)) = (chosen(context), &composer.passage) else {
        if !context.situation.works.is_empty() {
            team::works_ui(ui, context);
        }
        return;
    };
    let by = composer.by.clone().unwrap_or_else(|| option.role.clone());
    approval::approval_ui(ui, context, passage, &by);
    ui.add_space(GRID);
    led_by_ui(ui, context, &by, &option.role, |role| context.send(ComposerCommand::LedBy(role)));
}

/// Shows the publish button, with the reason if it is disabled. With `is_low`, the row also contains the action's
/// title, because the selected action is not visible above it.
pub fn publish_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_low: bool) {
    let theme = context.theme();
    let Some(option) = chosen(context) else {
        match &context.ui.said {
            Some((tone, text)) => ui.add(Label::new(theme.toned(*tone, text.as_str())).wrap()),
            None if is_low => ui.add(Label::new(theme.muted(context.say("compose-choose-in-way-out"))).wrap()),
            None => ui.add(Label::new(theme.muted(context.say("compose-choose-carrier"))).wrap()),
        };
        return;
    };
    if let Some(refusal) = &context.ui.composer.refusal {
        refusal_ui(ui, context, refusal);
    }
    if is_low {
        let title = theme.strong(option.title.as_str());
        sides_ui(ui, |ui| drop(ui.add(Label::new(title).truncate())), |ui| button_ui(ui, context, option, None));
    } else {
        let width = ui.available_width();
        button_ui(ui, context, option, Some(width));
    }
}

fn button_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView, width: Option<f32>) {
    let composer = &context.ui.composer;
    let takes = composer.passage.as_ref().map_or(option.takes, Passage::length);
    let label = context.fill("compose-publish", [("length", context.length(takes).into())]);
    let name = context.say("compose-publish-name");
    let mut button = Button::primary(&label).name(&name).icon(icon::PAPER_PLANE_TILT);
    if let Some(width) = width {
        button = button.width(width);
    }
    if button.enabled(composer.refusal.is_none()).show(ui, context.theme()).clicked() {
        context.send(ComposerCommand::Publish);
    }
}

/// Shows the choices for the time until the next update.
pub fn update_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let chosen = context.ui.composer.next_update;
    let topics = &context.situation.topics;
    let is_wanted = topics.iter().any(|topic| TopicState::of(context, topic) == TopicState::Unpromised);
    let right = |ui: &mut Ui| match chosen {
        Some(length) => {
            let when = context.moment(context.situation.now + length);
            ui.label(theme.toned(Tone::Calm, context.fill("compose-update-by", [("when", when.into())])));
        }
        None if is_wanted => {
            ui.label(theme.toned(Tone::Caution, context.say("compose-update-wanted")));
        }
        None => {}
    };
    sides_ui(ui, |ui| drop(ui.label(theme.overline(&context.say("compose-update")))), right);
    let none = (context.say("compose-update-none"), context.say("compose-update-none-name"), None);
    let lengths = UPDATES.into_iter().map(|hours| {
        let length = SimDuration::from_minutes(hours * 60);
        let filling = || [("length", context.length(length).into())];
        (context.fill("compose-update-in", filling()), context.fill("compose-update-in-name", filling()), Some(length))
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID);
        for (label, name, length) in std::iter::once(none).chain(lengths) {
            let button = Button::quiet(&label).small().name(&name).selected(chosen == length);
            if button.show(ui, theme).clicked() {
                context.send(ComposerCommand::NextUpdate(length));
            }
        }
    });
}

fn chosen(context: ExerciseContext<'_>) -> Option<&OptionView> {
    let id = context.ui.composer.action.as_ref()?;
    context.situation.options.iter().find(|option| option.action == *id)
}

/// Shows the selected action, with a button to select another one.
fn chosen_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView) {
    let theme = context.theme();
    let again = |ui: &mut Ui| {
        let (label, name) = (context.say("compose-again"), context.say("compose-again-name"));
        if Button::new(&label).small().name(&name).show(ui, theme).clicked() {
            context.send(ComposerCommand::ChooseAgain);
        }
    };
    let left = |ui: &mut Ui| {
        ui.label(theme.text(Face::Title, icon::MEGAPHONE, theme.accent));
        ui.add(Label::new(theme.strong(option.title.as_str())).truncate());
    };
    sides_ui(ui, left, again);
    if let Some(words) = carrier_words(context, option) {
        ui.add(Label::new(theme.small(words)).wrap());
    }
}

fn carrier_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView) {
    let theme = context.theme();
    let Some(words) = carrier_words(context, option) else { return };
    let name = context.fill("compose-send-as", [("title", option.title.as_str().into())]);
    let response = row_ui(ui, theme, &name, false, |ui| {
        let ink = if option.blocked.is_some() { theme.muted } else { theme.strong };
        sides_ui(
            ui,
            |ui| drop(ui.add(Label::new(theme.text(Face::Strong, option.title.as_str(), ink)).truncate())),
            |ui| drop(ui.label(theme.small(context.length(option.takes)))),
        );
        match &option.blocked {
            Some(refusal) => refusal_ui(ui, context, refusal),
            None => drop(ui.add(Label::new(theme.small(words)).wrap())),
        }
    });
    if response.clicked() {
        context.send(ComposerCommand::Carry(option.action.clone()));
    }
}

/// Shows why a statement cannot be published.
fn refusal_ui(ui: &mut Ui, context: ExerciseContext<'_>, refusal: &Rejection) {
    let reason = wording::rejection(context.view.texts, refusal);
    ui.add(Label::new(context.theme().toned(Tone::Caution, format!("{} {reason}", icon::PROHIBIT))).wrap());
}

/// Returns the audience and channels of an action, or `None` if the action publishes no statement.
fn carrier_words(context: ExerciseContext<'_>, option: &OptionView) -> Option<String> {
    let (audience, channels) = match context.scenario.wanted(&option.action) {
        Wanted::Statement(audience, channels) => (audience, channels),
        Wanted::Reply => return Some(context.say("compose-to-asker")),
        Wanted::Nothing | Wanted::Choice(_) => return None,
    };
    let audience = match audience {
        AudienceKind::Public => "compose-to-public",
        AudienceKind::Customers => "compose-to-customers",
        AudienceKind::Staff => "compose-to-staff",
        AudienceKind::Stakeholder => "compose-to-party",
    };
    let channels: Vec<String> = channels.iter().map(|channel| context.say(channel_key(*channel))).collect();
    Some(format!("{}: {}", context.say(audience), channels.join(", ")))
}

fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Press => "compose-by-press",
        Channel::Web => "compose-by-web",
        Channel::Banner => "compose-by-banner",
        Channel::Email => "compose-by-mail",
        Channel::Social => "compose-by-social",
        Channel::Phone => "compose-by-phone",
        Channel::Letter => "compose-by-letter",
    }
}

/// Shows the open inquiries to choose from, if the selected action is a reply.
fn inquiry_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let composer = &context.ui.composer;
    if composer.action.as_ref().is_none_or(|id| !matches!(context.scenario.wanted(id), Wanted::Reply)) {
        return;
    }
    ui.label(theme.overline(&context.say("compose-in-answer")));
    let open = context.situation.inbox.iter().filter(|item| matches!(item.inquiry, Some(InquiryView::Open(_))));
    let mut any = false;
    for item in open {
        any = true;
        let selected = composer.reply_to.as_ref() == Some(&item.inject);
        let name = context.fill("compose-answer-to", [("title", item.title.as_str().into())]);
        let response = row_ui(ui, theme, &name, selected, |ui| {
            let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
            ui.label(theme.body(format!("{mark}  {}", item.title)));
        });
        if response.clicked() {
            context.send(ComposerCommand::ReplyTo(item.inject.clone()));
        }
    }
    if !any {
        ui.label(theme.muted(context.say("compose-nobody-waits")));
    }
}
