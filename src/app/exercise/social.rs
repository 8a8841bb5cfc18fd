//! The social tab: customers' posts.

use egui::Ui;

use super::context::ExerciseContext;
use crate::app::theme::Tone;
use crate::app::widget::post::PostCard;
use crate::app::widget::{NARROW_PANEL, columns_ui, empty_ui, post, sides_ui};
use crate::app::{icon, measure, wording};
use goldenhour_core::timeline::{Mood, Post};

/// Maximum number of posts shown.
const SHOWN: usize = 60;

/// Shows customers' posts, newest first.
pub fn social_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    if context.situation.listening_since.is_none() {
        empty_ui(ui, theme, icon::EYE_SLASH, &context.say("social-blind"), &context.say("social-blind-text"));
        return;
    }
    let posts: Vec<&Post> = context.situation.posts.iter().rev().take(SHOWN).map(AsRef::as_ref).collect();
    if posts.is_empty() {
        empty_ui(ui, theme, icon::CHAT_CIRCLE_TEXT, &context.say("social-quiet"), &context.say("social-quiet-text"));
        return;
    }
    if ui.available_width() < NARROW_PANEL {
        for post in posts {
            post_ui(ui, context, post);
        }
        return;
    }
    let mut left = |ui: &mut Ui| posts.iter().step_by(2).for_each(|post| post_ui(ui, context, post));
    let mut right = |ui: &mut Ui| posts.iter().skip(1).step_by(2).for_each(|post| post_ui(ui, context, post));
    columns_ui(ui, 12.0, &mut [&mut left, &mut right]);
}

fn post_ui(ui: &mut Ui, context: ExerciseContext<'_>, post: &Post) {
    let theme = context.theme();
    let (tone, icon) = mood_look(post.mood);
    let word = wording::mood(context.view.texts, post.mood);
    let handle = format!("@{}", post.handle.trim_start_matches('@'));
    let parent = post.in_reply_to.and_then(|id| context.situation.posts.iter().find(|other| other.id == id));
    let parent = parent.map(|parent| {
        let handle = parent.handle.trim_start_matches('@');
        context.fill("social-answers", [("handle", handle.into())])
    });
    let card = PostCard {
        name: &handle,
        handle: None,
        is_own: false,
        at: &post.at.to_string(),
        context: parent.as_deref(),
        text: &post.text,
        longest: usize::MAX,
    };
    let reach = measure::count(context.view.texts, f64::from(post.reach));
    let reach = context.fill("social-reach", [("reach", reach.into())]);
    post::post_ui(ui, theme, &card, |ui| {
        sides_ui(
            ui,
            |ui| drop(ui.label(theme.toned(tone, format!("{icon} {word}")))),
            |ui| drop(ui.label(theme.small(reach))),
        );
    });
}

/// Returns the tone and icon of a mood.
fn mood_look(mood: Mood) -> (Tone, &'static str) {
    match mood {
        Mood::Angry => (Tone::Harm, icon::SMILEY_ANGRY),
        Mood::Afraid => (Tone::Caution, icon::SMILEY_NERVOUS),
        Mood::Asking => (Tone::Legal, icon::QUESTION),
        Mood::Calm => (Tone::Plain, icon::SMILEY_MEH),
        Mood::Grateful => (Tone::Calm, icon::HEART),
    }
}
