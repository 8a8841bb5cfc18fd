//! The selected decision: who leads it, which way, why, how sure, and the button that takes it.

use egui::Ui;

use crate::app::command::PlanCommand;
use crate::app::icon;
use crate::app::state::Plan;
use crate::app::theme::Tone;
use crate::app::view::{ExerciseContext, Wanted};
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, sides_ui};
use crate::id::RoleId;
use crate::simulation::{Presence, SeatView};

/// Shows the decision in the making.
pub fn plan_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan) {
    let theme = context.theme();
    let Some(option) = context.situation.options.iter().find(|option| option.action == plan.action) else { return };
    ui.spacing_mut().item_spacing.y = 6.0;
    let close = |ui: &mut Ui| {
        if Button::quiet("").icon(icon::X).small().name("Close decision").show(ui, theme).clicked() {
            context.send(PlanCommand::Close);
        }
    };
    sides_ui(ui, |ui| drop(ui.add(egui::Label::new(theme.title(option.title.as_str())).wrap())), close);
    ui.label(theme.muted(option.text.as_str()));
    choices_ui(ui, context, plan);
    led_by_ui(ui, context, &plan.by, &option.role, |role| context.send(PlanCommand::LedBy(role)));
    let field = Field { name: "Rationale", hint: "Why now? One sentence for the record", rows: 2, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &plan.rationale) {
        context.send(PlanCommand::Rationale(text));
    }
    confidence_ui(ui, context, plan);
    if let Some(refusal) = &plan.refusal {
        ui.label(theme.toned(Tone::Caution, format!("{} {refusal}", icon::PROHIBIT)));
    }
    let width = ui.available_width();
    let button = Button::primary("Decide").icon(icon::CHECK).enabled(plan.refusal.is_none()).width(width);
    if button.show(ui, theme).clicked() {
        context.send(PlanCommand::Decide);
    }
}

fn choices_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan) {
    let Wanted::Choice(choices) = context.scenario.wanted(&plan.action) else { return };
    for (id, title) in choices {
        let selected = plan.choice.as_ref() == Some(id);
        let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
        let name = format!("Choice: {title}");
        let response = crate::app::widget::row_ui(ui, context.theme(), &name, selected, |ui| {
            ui.label(context.theme().body(format!("{mark}  {title}")));
        });
        if response.clicked() {
            context.send(PlanCommand::Choice(id.clone()));
        }
    }
}

/// Shows who leads something, to choose another.
pub fn led_by_ui(ui: &mut Ui, context: ExerciseContext<'_>, chosen: &RoleId, duty: &RoleId, choose: impl Fn(RoleId)) {
    let theme = context.theme();
    ui.horizontal(|ui| {
        ui.label(theme.small("Led by"));
        let title = context.scenario.role_title(chosen);
        let combo = egui::ComboBox::from_id_salt("led by").width(ui.available_width() - 8.0);
        let combo = combo.selected_text(theme.body(title)).truncate();
        let response = combo.show_ui(ui, |ui| {
            for seat in &context.situation.roster {
                let text = format!("{}, {}", seat.title, seat_words(seat, &seat.role == duty));
                if ui.selectable_label(seat.role == *chosen, theme.body(text)).clicked() {
                    choose(seat.role.clone());
                }
            }
        });
        response.response.accessible_name("Led by");
    });
}

/// Says whether somebody is there, and what another lead means.
fn seat_words(seat: &SeatView, is_duty: bool) -> String {
    let there = match seat.presence {
        Presence::Away => "not called".to_owned(),
        Presence::Arriving(at) => format!("arrives {at}"),
        Presence::Here(_) => format!("{} of {} busy", seat.load, seat.capacity),
    };
    if is_duty { format!("{there}, whose duty it is") } else { there }
}

fn confidence_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan) {
    let theme = context.theme();
    ui.horizontal(|ui| {
        ui.label(theme.small("How sure?"));
        for level in 1..=5_u8 {
            let label = level.to_string();
            let name = format!("Confidence {level}");
            let hint = ["guessing", "doubtful", "fair", "sure", "certain"][usize::from(level - 1)];
            let button = Button::quiet(&label).small().name(&name).hint(hint).selected(plan.confidence == Some(level));
            if button.show(ui, theme).clicked() {
                context.send(PlanCommand::Confidence(level));
            }
        }
        ui.label(theme.small("1 guessing, 5 certain"));
    });
}
