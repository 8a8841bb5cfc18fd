//! The ground truth compared with the players' knowledge, and all deadlines, including those hidden from the
//! players.

use egui::{Label, Ui};

use super::context::FacilitatorContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{columns_ui, hairline_ui, sides_ui};
use crate::app::{icon, wording};
use goldenhour_core::simulation::{ClockState, ClockView, FactView, Knowledge};

/// Gap between the two columns, in points.
const GAP: f32 = 20.0;

/// Shows the facts and the clocks.
pub fn truth_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    let mut is_so = |ui: &mut Ui| drop(ui.label(theme.overline(&context.say("facilitator-is-so"))));
    let mut is_known = |ui: &mut Ui| drop(ui.label(theme.overline(&context.say("facilitator-players-know"))));
    columns_ui(ui, GAP, &mut [&mut is_so, &mut is_known]);
    hairline_ui(ui, theme);
    for (fact, (_, truth, _)) in context.drill.situation.facts.iter().zip(&context.facilitator.truth.facts) {
        fact_ui(ui, context, fact, truth);
    }
    clocks_ui(ui, context);
}

fn fact_ui(ui: &mut Ui, context: FacilitatorContext<'_>, fact: &FactView, truth: &str) {
    let theme = context.theme();
    let (tone, icon) = match fact.knowledge {
        Knowledge::Unknown => (Tone::Plain, icon::QUESTION),
        Knowledge::Suspected => (Tone::Caution, icon::CIRCLE_HALF),
        Knowledge::Confirmed => (Tone::Calm, icon::SEAL_CHECK),
    };
    let mut left = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(theme.strong(fact.title.as_str())).wrap());
        ui.add(Label::new(theme.body(truth)).wrap());
    };
    let mut right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let since = fact.since.map(|since| format!(" · {since}")).unwrap_or_default();
        let word = wording::knowledge(context.view.texts, fact.knowledge);
        ui.label(theme.toned(tone, format!("{icon} {word}{since}")));
        let color = if fact.knowledge == Knowledge::Unknown { theme.muted } else { theme.body };
        ui.add(Label::new(theme.text(Face::Body, fact.text.as_str(), color)).wrap());
    };
    ui.add_space(4.0);
    columns_ui(ui, GAP, &mut [&mut left, &mut right]);
    ui.add_space(4.0);
    hairline_ui(ui, theme);
}

fn clocks_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    ui.add_space(16.0);
    let title = |ui: &mut Ui| drop(ui.label(theme.overline(&context.say("facilitator-clocks"))));
    let seen = |ui: &mut Ui| {
        if context.drill.situation.clocks.is_none() {
            let text = format!("{}  {}", icon::EYE_SLASH, context.say("facilitator-clocks-unseen"));
            ui.label(theme.toned(Tone::Caution, text));
        }
    };
    sides_ui(ui, title, seen);
    hairline_ui(ui, theme);
    if context.facilitator.truth.clocks.is_empty() {
        ui.label(theme.muted(context.say("facilitator-no-clock")));
    }
    for clock in &context.facilitator.truth.clocks {
        clock_ui(ui, context, clock);
    }
}

fn clock_ui(ui: &mut Ui, context: FacilitatorContext<'_>, clock: &ClockView) {
    let theme = context.theme();
    let (tone, icon, text) = clock_words(context, clock.state);
    sides_ui(
        ui,
        |ui| drop(ui.add(Label::new(theme.body(clock.title.as_str())).truncate())),
        |ui| drop(ui.label(theme.toned(tone, format!("{icon} {text}")))),
    );
    ui.add(Label::new(theme.small(clock.source.as_str())).truncate());
}

fn clock_words(context: FacilitatorContext<'_>, state: ClockState) -> (Tone, &'static str, String) {
    let moment = |key: &str, at: goldenhour_core::time::SimTime| context.fill(key, [("time", at.to_string().into())]);
    match state {
        ClockState::Running(due) => {
            let left = context.view.length(due.since(context.drill.session.now()));
            let filling = [("left", left.into()), ("time", due.to_string().into())];
            (Tone::Legal, icon::HOURGLASS_MEDIUM, context.fill("facilitator-clock-running", filling))
        }
        ClockState::Held { until, .. } => {
            (Tone::Legal, icon::HOURGLASS_MEDIUM, moment("facilitator-clock-held", until))
        }
        ClockState::Met(at) => (Tone::Calm, icon::CHECK_CIRCLE, moment("facilitator-clock-met", at)),
        ClockState::Overdue(due) => (Tone::Harm, icon::WARNING, moment("facilitator-clock-overdue", due)),
        ClockState::Late(at) => (Tone::Caution, icon::WARNING_CIRCLE, moment("facilitator-clock-late", at)),
    }
}
