//! The published statements, shown in place of the composer in a replay.

use egui::Ui;

use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::widget::empty_ui;
use crate::app::widget::release::{Release, release_ui};

/// Shows the statements published up to the current moment, newest first.
pub fn said_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let statements = &context.situation.statements;
    ui.label(theme.muted(format!("{}  {}", icon::LOCK, context.say("exercise-nothing-written"))));
    if statements.is_empty() {
        empty_ui(ui, theme, icon::MEGAPHONE, &context.say("exercise-unsaid"), &context.say("exercise-unsaid-text"));
    }
    for said in statements.iter().rev() {
        let promise =
            said.next_update.map(|at| context.fill("debrief-next-update", [("at", context.moment(at).into())]));
        let date = format!("{} · {}", said.at, context.moment(said.at));
        let text = if said.text.is_empty() { context.say("debrief-no-words") } else { said.text.clone() };
        let release = Release {
            sender: context.scenario.organization(),
            kind: &said.title,
            date: &date,
            headline: "",
            text: &text,
            foot: promise.as_deref(),
        };
        release_ui(ui, theme, &release);
        ui.add_space(8.0);
    }
}
