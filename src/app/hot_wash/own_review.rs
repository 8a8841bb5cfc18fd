//! The team's own review in the debrief, compared with the record line by line.

use egui::{Label, Ui};

use crate::app::icon;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Tone;
use crate::app::widget::hairline_ui;
use goldenhour_core::debrief::{Debrief, ReviewLine};

/// Shows the team's own review, if there is one.
pub fn own_review_ui(ui: &mut Ui, view: ViewContext<'_>, debrief: &Debrief) {
    let Some(review) = &debrief.own_review else { return };
    let theme = view.theme;
    ui.label(theme.heading(view.say("hot_wash-own-review")));
    ui.label(theme.muted(view.say("hot_wash-own-review-note")));
    for line in &review.lines {
        line_ui(ui, view, line);
    }
    ui.add_space(16.0);
}

fn line_ui(ui: &mut Ui, view: ViewContext<'_>, line: &ReviewLine) {
    let theme = view.theme;
    let (tone, icon, key) = look(line.kind);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(4.0);
    ui.label(theme.toned(tone, format!("{icon} {} · {}", view.say(key), line.about)));
    ui.add(Label::new(theme.strong(line.text.as_str())).wrap());
    if !line.record.is_empty() {
        let words = view.fill("hot_wash-by-the-record", [("text", line.record.as_str().into())]);
        ui.add(Label::new(theme.muted(words)).wrap());
    }
    ui.add_space(4.0);
    hairline_ui(ui, theme);
}

/// Returns the tone, the icon and the Fluent id of the name of a line's kind.
fn look(kind: &str) -> (Tone, &'static str, &'static str) {
    match kind {
        "strength" => (Tone::Calm, icon::TREND_UP, "hot_wash-kind-strength"),
        "failure" => (Tone::Harm, icon::TREND_DOWN, "hot_wash-kind-failure"),
        "improvement" => (Tone::Accent, icon::LIGHTBULB, "hot_wash-kind-improvement"),
        "role" => (Tone::Plain, icon::USER, "hot_wash-kind-role"),
        _ => (Tone::Legal, icon::CALENDAR_BLANK, "hot_wash-kind-action"),
    }
}
