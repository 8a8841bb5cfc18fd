//! The selected decision: choice, lead role, rationale, confidence, and the button that confirms it.

use egui::{ScrollArea, Ui};

use super::command::PlanCommand;
use super::context::ExerciseContext;
use super::public_scenario::Wanted;
use super::state::Plan;
use crate::app::theme::Tone;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{BUTTON_HEIGHT, Button, SMALL_BUTTON_HEIGHT, sides_ui};
use crate::app::{icon, wording};
use goldenhour_core::id::RoleId;
use goldenhour_core::simulation::{OptionView, Presence, SeatView};

/// Fluent ids of the confidence levels, from 1 to 5.
const SURENESS: [&str; 5] = ["plan-guessing", "plan-doubtful", "plan-fair", "plan-sure", "plan-certain"];

/// Vertical space between the parts of the form, in points.
const SPACING: f32 = 4.0;

/// Shows the form for the selected decision and the button that confirms it. If the form does not fit into `height`,
/// it scrolls above the button.
pub fn plan_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan, height: f32) {
    let Some(option) = context.situation.options.iter().find(|option| option.action == plan.action) else { return };
    ui.spacing_mut().item_spacing.y = SPACING;
    let room = height - BUTTON_HEIGHT - SPACING;
    let form = ScrollArea::vertical().id_salt("plan").auto_shrink([false, true]);
    form.max_height(room).min_scrolled_height(room).show(ui, |ui| form_ui(ui, context, plan, option));
    let width = ui.available_width();
    let label = context.say("plan-decide");
    let button = Button::primary(&label).icon(icon::CHECK).enabled(plan.refusal.is_none()).width(width);
    if button.show(ui, context.theme()).clicked() {
        context.send(PlanCommand::Decide);
    }
}

fn form_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan, option: &OptionView) {
    let theme = context.theme();
    let close = |ui: &mut Ui| {
        if Button::quiet("").icon(icon::X).small().name(&context.say("plan-close")).show(ui, theme).clicked() {
            context.send(PlanCommand::Close);
        }
    };
    sides_ui(ui, |ui| drop(ui.add(egui::Label::new(theme.title(option.title.as_str())).wrap())), close);
    ui.label(theme.muted(option.text.as_str()));
    choices_ui(ui, context, plan);
    led_by_ui(ui, context, &plan.by, &option.role, |role| context.send(PlanCommand::LedBy(role)));
    let (name, hint) = (context.say("plan-rationale"), context.say("plan-rationale-hint"));
    let field = Field { name: &name, hint: &hint, rows: 2, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &plan.rationale) {
        context.send(PlanCommand::Rationale(text));
    }
    confidence_ui(ui, context, plan);
    if let Some(refusal) = &plan.refusal {
        let reason = wording::rejection(context.view.texts, refusal);
        ui.label(theme.toned(Tone::Caution, format!("{} {reason}", icon::PROHIBIT)));
    }
}

fn choices_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan) {
    let Wanted::Choice(choices) = context.scenario.wanted(&plan.action) else { return };
    for (id, title) in choices {
        let selected = plan.choice.as_ref() == Some(id);
        let mark = if selected { icon::CHECK_CIRCLE } else { icon::CIRCLE };
        let name = context.fill("plan-choice", [("title", title.into())]);
        let response = crate::app::widget::row_ui(ui, context.theme(), &name, selected, |ui| {
            ui.label(context.theme().body(format!("{mark}  {title}")));
        });
        if response.clicked() {
            context.send(PlanCommand::Choice(id.clone()));
        }
    }
}

/// Shows a combo box for choosing the role that leads the work.
pub fn led_by_ui(ui: &mut Ui, context: ExerciseContext<'_>, chosen: &RoleId, duty: &RoleId, choose: impl Fn(RoleId)) {
    let theme = context.theme();
    ui.horizontal(|ui| {
        ui.label(theme.small(context.say("plan-led-by")));
        let title = context.scenario.role_title(chosen);
        let combo = egui::ComboBox::from_id_salt("led by").width(ui.available_width() - 8.0);
        let combo = combo.selected_text(theme.body(title)).truncate();
        let response = combo.show_ui(ui, |ui| {
            for seat in &context.situation.roster {
                let text = format!("{}, {}", seat.title, seat_words(context, seat, &seat.role == duty));
                if ui.selectable_label(seat.role == *chosen, theme.body(text)).clicked() {
                    choose(seat.role.clone());
                }
            }
        });
        response.response.accessible_name(context.say("plan-led-by"));
    });
}

/// Returns the availability of a role, and whether the work is its duty.
fn seat_words(context: ExerciseContext<'_>, seat: &SeatView, is_duty: bool) -> String {
    let there = match seat.presence {
        Presence::Away => context.say("team-not-called"),
        Presence::Arriving(at) => context.fill("team-arrives", [("at", at.to_string().into())]),
        Presence::Here(_) => {
            context.fill("plan-busy", [("load", seat.load.into()), ("capacity", seat.capacity.into())])
        }
    };
    if is_duty { context.fill("plan-duty", [("there", there.into())]) } else { there }
}

fn confidence_ui(ui: &mut Ui, context: ExerciseContext<'_>, plan: &Plan) {
    let theme = context.theme();
    // If the column is too narrow, the explanation of the scale wraps to the next line.
    ui.spacing_mut().interact_size.y = SMALL_BUTTON_HEIGHT;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(theme.small(context.say("plan-how-sure")));
        for level in 1..=5_u8 {
            let label = level.to_string();
            let name = context.fill("plan-confidence", [("level", level.into())]);
            let hint = context.say(SURENESS[usize::from(level - 1)]);
            let button = Button::quiet(&label).small().name(&name).hint(&hint).selected(plan.confidence == Some(level));
            if button.show(ui, theme).clicked() {
                context.send(PlanCommand::Confidence(level));
            }
        }
        ui.add(egui::Label::new(theme.small(context.say("plan-scale"))).extend());
    });
}
