//! Statutory and contractual deadlines, shown as chips.

use egui::Ui;

use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::chip_ui;
use goldenhour_core::simulation::{ClockState, ClockView};
use goldenhour_core::time::SimDuration;

/// Remaining time at or below which a clock is shown as urgent.
const PRESSING: SimDuration = SimDuration::from_minutes(6 * 60);

/// Shows the clocks visible to the team.
pub fn clocks_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let Some(clocks) = &context.situation.clocks else {
        chip_ui(ui, theme, Tone::Legal, icon::GAVEL, &context.say("clocks-unseen"));
        return;
    };
    if clocks.is_empty() {
        chip_ui(ui, theme, Tone::Legal, icon::GAVEL, &context.say("clocks-none"));
        return;
    }
    let (met, open): (Vec<&ClockView>, Vec<&ClockView>) =
        ordered(clocks).into_iter().partition(|clock| matches!(clock.state, ClockState::Met(_)));
    let bar = egui::scroll_area::ScrollBarVisibility::AlwaysHidden;
    egui::ScrollArea::horizontal().id_salt("clocks").scroll_bar_visibility(bar).show(ui, |ui| {
        ui.horizontal(|ui| {
            for clock in open {
                clock_ui(ui, context, clock);
            }
            met_ui(ui, context, &met);
        });
    });
}

/// Shows all clocks that were met as a single chip, with the list in its tooltip.
fn met_ui(ui: &mut Ui, context: ExerciseContext<'_>, met: &[&ClockView]) {
    if met.is_empty() {
        return;
    }
    let word = context.fill("clocks-met-count", [("count", met.len().into())]);
    let lines: Vec<String> =
        met.iter().map(|clock| format!("{}: {}", clock.title, look(context, clock.state).2)).collect();
    chip_ui(ui, context.theme(), Tone::Calm, icon::CHECK_CIRCLE, &word).on_hover_text(lines.join("\n"));
}

/// Truncates a title to at most `LONGEST` characters.
fn short(title: &str) -> String {
    const LONGEST: usize = 34;
    match title.char_indices().nth(LONGEST) {
        None => title.to_owned(),
        Some((cut, _)) => format!("{}…", title[..cut].trim_end()),
    }
}

/// Sorts the clocks so that those requiring action come first.
fn ordered(clocks: &[ClockView]) -> Vec<&ClockView> {
    let mut all: Vec<&ClockView> = clocks.iter().collect();
    all.sort_by_key(|clock| match clock.state {
        ClockState::Running(due) => (0, due),
        ClockState::Overdue(due) => (1, due),
        ClockState::Held { due, .. } => (2, due),
        ClockState::Late(at) => (3, at),
        ClockState::Met(at) => (4, at),
    });
    all
}

fn clock_ui(ui: &mut Ui, context: ExerciseContext<'_>, clock: &ClockView) {
    let (tone, icon, text) = look(context, clock.state);
    let response = chip_ui(ui, context.theme(), tone, icon, &format!("{}: {text}", short(&clock.title)));
    let due = match clock.state {
        ClockState::Running(due) | ClockState::Overdue(due) | ClockState::Held { due, .. } => {
            format!("{}\n", context.fill("clocks-due", [("due", context.moment(due).into())]))
        }
        ClockState::Met(_) | ClockState::Late(_) => String::new(),
    };
    response.on_hover_text(format!("{}\n{due}{}", clock.title, clock.source));
}

/// Returns the tone, icon and text for the state of a clock.
fn look(context: ExerciseContext<'_>, state: ClockState) -> (Tone, &'static str, String) {
    match state {
        ClockState::Running(due) => {
            let left = due.since(context.situation.now);
            let tone = if left <= PRESSING { Tone::Caution } else { Tone::Legal };
            let text = context.fill("clocks-left", [("left", context.length(left).into())]);
            (tone, icon::HOURGLASS_MEDIUM, text)
        }
        ClockState::Held { until, .. } => {
            (Tone::Legal, icon::HOURGLASS_MEDIUM, context.fill("clocks-held", [("until", until.to_string().into())]))
        }
        ClockState::Met(at) => {
            (Tone::Calm, icon::CHECK_CIRCLE, context.fill("clocks-met", [("at", at.to_string().into())]))
        }
        ClockState::Overdue(due) => {
            (Tone::Harm, icon::WARNING, context.fill("clocks-overdue", [("due", due.to_string().into())]))
        }
        ClockState::Late(at) => {
            (Tone::Caution, icon::WARNING_CIRCLE, context.fill("clocks-late", [("at", at.to_string().into())]))
        }
    }
}
