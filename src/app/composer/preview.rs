//! The preview: the text as it will look in each channel.

use egui::{ScrollArea, Ui, vec2};

use super::command::ComposerCommand;
use super::state::Form;
use crate::app::exercise::context::ExerciseContext;
use crate::app::exercise::public_scenario::Wanted;
use crate::app::icon;
use crate::app::theme::{GRID, Tone};
use crate::app::widget::banner::{Banner, banner_ui};
use crate::app::widget::mail::{Mail, mail_ui};
use crate::app::widget::post::{PostCard, post_ui};
use crate::app::widget::release::{Release, release_ui};
use crate::app::widget::{Button, empty_ui, sides_ui};
use goldenhour_core::scenario::{AudienceKind, Channel};
use goldenhour_core::simulation::Passage;
use goldenhour_core::statement::Statement;
use goldenhour_core::time::SimDuration;

/// Forms with their icons and the Fluent ids of their labels and accessible names.
const FORMS: [(Form, &str, &str, &str); 4] = [
    (Form::Release, icon::NEWSPAPER, "compose-form-release", "compose-form-release-name"),
    (Form::Mail, icon::ENVELOPE_SIMPLE, "compose-form-mail", "compose-form-mail-name"),
    (Form::Post, icon::CHAT_CIRCLE_TEXT, "compose-form-post", "compose-form-post-name"),
    (Form::Banner, icon::STOREFRONT, "compose-form-banner", "compose-form-banner-name"),
];

/// Usual maximum length of a post, in characters.
const LONGEST_POST: usize = 280;

/// Shows the preview in the available space, with its own scroll area.
pub fn preview_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    tabs_ui(ui, context);
    ui.add_space(GRID);
    ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| sheet_ui(ui, context));
}

/// Shows the preview at its full height, for callers that scroll it themselves.
pub fn form_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    tabs_ui(ui, context);
    ui.add_space(GRID);
    sheet_ui(ui, context);
}

/// Returns the form to preview: the one selected, or the first one used by the selected action.
fn shown(context: ExerciseContext<'_>) -> Form {
    let first = used(context).first().copied();
    context.ui.composer.form.or(first).unwrap_or(Form::Release)
}

/// Returns the forms used by the selected action.
fn used(context: ExerciseContext<'_>) -> Vec<Form> {
    let action = context.ui.composer.action.as_ref();
    match action.map(|action| context.scenario.wanted(action)) {
        Some(Wanted::Statement(_, channels)) => channels.iter().filter_map(form).collect(),
        Some(Wanted::Reply) => vec![Form::Mail],
        _ => Vec::new(),
    }
}

fn form(channel: &Channel) -> Option<Form> {
    match channel {
        Channel::Press | Channel::Letter => Some(Form::Release),
        Channel::Web | Channel::Banner => Some(Form::Banner),
        Channel::Email => Some(Form::Mail),
        Channel::Social => Some(Form::Post),
        Channel::Phone => None,
    }
}

fn tabs_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let (used, shown) = (used(context), shown(context));
    let hint = context.say("compose-form-used");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID);
        for (form, icon, label, name) in FORMS {
            let is_used = used.contains(&form);
            let (label, name) = (context.say(label), context.say(name));
            let mark = if is_used { icon::CHECK } else { icon };
            let mut button = Button::quiet(&label).icon(mark).small().name(&name).selected(form == shown);
            if is_used {
                button = button.hint(&hint);
            }
            if button.show(ui, context.theme()).clicked() {
                context.send(ComposerCommand::Show(form));
            }
        }
    });
}

/// Texts used by all forms.
struct Words {
    text: String,
    first: String,
    rest: String,
    date: String,
    foot: Option<String>,
}

impl Words {
    fn of(context: ExerciseContext<'_>) -> Self {
        let composer = &context.ui.composer;
        let text = composer.text.trim().to_owned();
        let first = Statement { text: text.clone(), ..Statement::default() }.quote();
        let rest =
            text.strip_prefix(first.as_str()).map_or(text.as_str(), |rest| rest.trim_start_matches(['.', ' ', '\n']));
        let takes = composer.passage.as_ref().map_or(SimDuration::from_minutes(0), Passage::length);
        let update = composer.next_update.map(|length| context.moment(context.situation.now + length));
        Words {
            rest: rest.to_owned(),
            date: context.moment(context.situation.now + takes),
            foot: update.map(|when| context.fill("compose-preview-update", [("when", when.into())])),
            first,
            text,
        }
    }
}

fn sheet_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let words = Words::of(context);
    if words.text.is_empty() {
        let (title, text) = (context.say("compose-preview-empty"), context.say("compose-preview-empty-text"));
        empty_ui(ui, theme, icon::FILE_TEXT, &title, &text);
        return;
    }
    let organization = context.scenario.organization();
    let foot = words.foot.as_deref();
    match shown(context) {
        Form::Release => {
            let kind = context.say("compose-release-kind");
            let (date, headline) = (words.date.as_str(), words.first.as_str());
            let release = Release { sender: organization, kind: &kind, date, headline, text: &words.rest, foot };
            release_ui(ui, theme, &release);
        }
        Form::Mail => {
            let to = context.fill("compose-mail-to", [("whom", context.say(audience_key(context)).into())]);
            let answer = |title: &str| context.fill("compose-mail-answer", [("title", title.into())]);
            let subject = asked(context).map_or(words.first.clone(), answer);
            let (date, subject) = (words.date.as_str(), subject.as_str());
            mail_ui(ui, theme, &Mail { from: organization, to: &to, date, subject, text: &words.text, foot });
        }
        Form::Post => own_post_ui(ui, context, &words),
        Form::Banner => {
            let more = context.say("compose-banner-more");
            banner_ui(ui, theme, &Banner { shop: organization, text: &words.first, more: &more });
        }
    }
}

fn own_post_ui(ui: &mut Ui, context: ExerciseContext<'_>, words: &Words) {
    let theme = context.theme();
    let name = context.scenario.organization();
    let handle: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let post = PostCard {
        name,
        handle: Some(&handle),
        is_own: true,
        at: &words.date,
        context: None,
        text: &words.text,
        longest: LONGEST_POST,
    };
    let length = words.text.chars().count();
    let tone = if length > LONGEST_POST { Tone::Harm } else { Tone::Plain };
    let counter = context.fill("compose-post-length", [("length", length.into()), ("longest", LONGEST_POST.into())]);
    post_ui(ui, theme, &post, |ui| {
        ui.add_space(GRID);
        let signs = format!("{}      {}      {}", icon::CHAT_CIRCLE_TEXT, icon::SHUFFLE, icon::HEART);
        sides_ui(ui, |ui| drop(ui.label(theme.muted(signs))), |ui| drop(ui.label(theme.toned(tone, counter))));
    });
    if length > LONGEST_POST {
        ui.add_space(GRID);
        let text = format!("{} {}", icon::WARNING_CIRCLE, context.say("compose-post-cut"));
        ui.add(egui::Label::new(theme.toned(Tone::Harm, text)).wrap());
    }
}

/// Returns the title of the inquiry that is being answered.
fn asked(context: ExerciseContext<'_>) -> Option<&str> {
    let inject = context.ui.composer.reply_to.as_ref()?;
    let item = context.situation.inbox.iter().find(|item| item.inject == *inject)?;
    Some(&item.title)
}

/// Returns the Fluent id for the statement's audience.
fn audience_key(context: ExerciseContext<'_>) -> &'static str {
    let action = context.ui.composer.action.as_ref();
    match action.map(|action| context.scenario.wanted(action)) {
        Some(Wanted::Statement(AudienceKind::Customers, _)) => "compose-whom-customers",
        Some(Wanted::Statement(AudienceKind::Staff, _)) => "compose-whom-staff",
        Some(Wanted::Statement(AudienceKind::Stakeholder, _)) => "compose-whom-party",
        Some(Wanted::Reply) => "compose-whom-asker",
        _ => "compose-whom-public",
    }
}
