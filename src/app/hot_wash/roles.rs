//! The page for rating each role.

use egui::{Label, Ui};

use super::command::HotWashCommand;
use super::context::HotWashContext;
use super::state::DraftJudgement;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, hairline_ui};
use goldenhour_core::scenario::Role;
use goldenhour_core::scoring::Rating;

/// Grades with the Fluent ids of their meanings, best first.
const MARKS: [(u8, &str); 4] =
    [(4, "hot_wash-mark-4"), (3, "hot_wash-mark-3"), (2, "hot_wash-mark-2"), (1, "hot_wash-mark-1")];

/// Shows all roles.
pub fn roles_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let theme = context.theme();
    ui.label(theme.display(context.say("hot_wash-roles")));
    ui.add(Label::new(theme.muted(context.say("hot_wash-roles-note"))).wrap());
    ui.add_space(12.0);
    for role in &context.scenario().roles {
        role_ui(ui, context, role);
        ui.add_space(8.0);
        hairline_ui(ui, theme);
        ui.add_space(8.0);
    }
}

fn role_ui(ui: &mut Ui, context: HotWashContext<'_>, role: &Role) {
    let theme = context.theme();
    let nothing = DraftJudgement::default();
    let judged = context.wash.draft.roles.get(&role.id).unwrap_or(&nothing);
    ui.label(theme.title(role.title.as_str()));
    ui.label(theme.small(role.holder.as_str()));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for (mark, key) in MARKS {
            let word = context.say(key);
            let letter = Rating::of_grade(mark).letter();
            let label = format!("{letter}  {word}");
            let name = format!("{}: {letter}, {word}", role.title);
            let button = Button::new(&label).small().name(&name).selected(judged.mark == Some(mark));
            if button.show(ui, theme).clicked() {
                context.send(HotWashCommand::Mark(role.id.clone(), mark));
            }
        }
    });
    let name = context.fill("hot_wash-because", [("title", role.title.as_str().into())]);
    let hint = context.say("hot_wash-because-hint");
    let field = Field { name: &name, hint: &hint, rows: 1, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &judged.because) {
        context.send(HotWashCommand::Because(role.id.clone(), text));
    }
}
