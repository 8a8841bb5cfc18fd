//! The newsroom tab: front pages, newest first.

use egui::Ui;

use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::widget::front_page::{FrontPage, front_page_ui};
use crate::app::widget::{columns_ui, empty_ui};
use goldenhour_core::timeline::Story;

/// Shows the stories published by outlets.
pub fn newsroom_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let stories = &context.situation.stories;
    if stories.is_empty() {
        let (title, text) = (context.say("newsroom-empty"), context.say("newsroom-empty-text"));
        empty_ui(ui, context.theme(), icon::NEWSPAPER, &title, &text);
        return;
    }
    let mut newest = stories.iter().rev();
    if let Some(story) = newest.next() {
        story_ui(ui, context, story, 28.0);
    }
    let rest: Vec<&Story> = newest.collect();
    for pair in rest.chunks(2) {
        ui.add_space(6.0);
        let mut left = |ui: &mut Ui| pair.first().map_or((), |story| story_ui(ui, context, story, 19.0));
        let mut right = |ui: &mut Ui| pair.get(1).map_or((), |story| story_ui(ui, context, story, 19.0));
        columns_ui(ui, 12.0, &mut [&mut left, &mut right]);
    }
}

fn story_ui(ui: &mut Ui, context: ExerciseContext<'_>, story: &Story, size: f32) {
    let outlet = context.scenario.outlet(&story.outlet);
    let page = FrontPage {
        outlet: outlet.map_or("", |outlet| outlet.title.as_str()),
        date: &context.moment(story.at),
        headline: &story.headline,
        lead: &story.lead,
        quote: story.quote.as_ref().map(|quote| (quote.words.as_str(), quote.by.as_str())),
        line: &format!("{} · {}", story.at, context.say(tone_key(story.tone))),
        size,
    };
    front_page_ui(ui, context.theme(), &page);
}

/// Returns the Fluent id for a story's attitude toward the organization.
fn tone_key(tone: f64) -> &'static str {
    match tone {
        t if t < -0.5 => "newsroom-hostile",
        t if t < -0.15 => "newsroom-critical",
        t if t <= 0.15 => "newsroom-neutral",
        _ => "newsroom-friendly",
    }
}
