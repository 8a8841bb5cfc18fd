//! The newsroom: front pages, newest first, set like newspapers.

use egui::{Stroke, Ui};

use crate::app::icon;
use crate::app::theme::Face;
use crate::app::view::ExerciseContext;
use crate::app::widget::{columns_ui, empty_ui};
use crate::timeline::Story;

/// Shows what outlets report.
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
    let theme = context.theme();
    let outlet = context.scenario.outlet(&story.outlet);
    let frame = theme.card().fill(theme.paper).stroke(Stroke::NONE).inner_margin(egui::Margin::symmetric(18, 14));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        let name = outlet.map_or("", |outlet| outlet.title.as_str());
        ui.label(theme.text(Face::SmallStrong, name.to_uppercase(), theme.ink).extra_letter_spacing(1.0));
        let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 2.0), egui::Sense::hover());
        ui.painter().rect_filled(rect, 0.0, theme.ink);
        ui.label(
            theme.text(Face::Headline, story.headline.as_str(), theme.ink).size(size).line_height(Some(size * 1.15)),
        );
        ui.label(theme.text(Face::Story, story.lead.as_str(), theme.ink));
        if let Some(quote) = &story.quote {
            let filling = [("words", quote.words.as_str().into()), ("by", quote.by.as_str().into())];
            let words = context.fill("newsroom-quote", filling);
            ui.label(theme.text(Face::Story, words, theme.faded_ink));
        }
        let line = format!("{} · {} · {}", context.moment(story.at), story.at, context.say(tone_key(story.tone)));
        ui.label(theme.text(Face::Small, line, theme.faded_ink));
    });
}

/// Returns the key of how a story treats the organization.
fn tone_key(tone: f64) -> &'static str {
    match tone {
        t if t < -0.5 => "newsroom-hostile",
        t if t < -0.15 => "newsroom-critical",
        t if t <= 0.15 => "newsroom-neutral",
        _ => "newsroom-friendly",
    }
}
