//! The wall of posts.

use egui::Ui;

use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::view::ExerciseContext;
use crate::app::widget::post::{self, PostCard};
use crate::app::widget::{columns_ui, empty_ui, sides_ui};
use crate::timeline::{Mood, Post};

/// The most posts that are shown.
const SHOWN: usize = 60;

/// Shows what customers write, newest first.
pub fn social_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    if context.situation.listening_since.is_none() {
        let text = "People may be talking already. Switch listening on among the decisions to see what they say.";
        empty_ui(ui, theme, icon::EYE_SLASH, "Nobody is listening", text);
        return;
    }
    let posts: Vec<&Post> = context.situation.posts.iter().rev().take(SHOWN).map(AsRef::as_ref).collect();
    if posts.is_empty() {
        empty_ui(ui, theme, icon::CHAT_CIRCLE_TEXT, "It is quiet", "Nobody has written about it yet.");
        return;
    }
    let mut left = |ui: &mut Ui| posts.iter().step_by(2).for_each(|post| post_ui(ui, context, post));
    let mut right = |ui: &mut Ui| posts.iter().skip(1).step_by(2).for_each(|post| post_ui(ui, context, post));
    columns_ui(ui, 12.0, &mut [&mut left, &mut right]);
}

fn post_ui(ui: &mut Ui, context: ExerciseContext<'_>, post: &Post) {
    let theme = context.theme();
    let (tone, icon, word) = mood(post.mood);
    let handle = format!("@{}", post.handle.trim_start_matches('@'));
    let parent = post.in_reply_to.and_then(|id| context.situation.posts.iter().find(|other| other.id == id));
    let parent = parent.map(|parent| format!("answers @{}", parent.handle.trim_start_matches('@')));
    let card = PostCard {
        name: &handle,
        handle: None,
        is_own: false,
        at: &post.at.to_string(),
        context: parent.as_deref(),
        text: &post.text,
        longest: usize::MAX,
    };
    let reach = format!("seen by {}", crate::app::widget::count(f64::from(post.reach)));
    post::post_ui(ui, theme, &card, |ui| {
        sides_ui(
            ui,
            |ui| drop(ui.label(theme.toned(tone, format!("{icon} {word}")))),
            |ui| drop(ui.label(theme.small(reach))),
        );
    });
}

fn mood(mood: Mood) -> (Tone, &'static str, &'static str) {
    match mood {
        Mood::Angry => (Tone::Harm, icon::SMILEY_ANGRY, "angry"),
        Mood::Afraid => (Tone::Caution, icon::SMILEY_NERVOUS, "afraid"),
        Mood::Asking => (Tone::Legal, icon::QUESTION, "asking"),
        Mood::Calm => (Tone::Plain, icon::SMILEY_MEH, "calm"),
        Mood::Grateful => (Tone::Calm, icon::HEART, "thankful"),
    }
}
