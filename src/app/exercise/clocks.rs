//! Statutory and contractual deadlines, shown as chips. Those that do not fit are listed in the tooltip of the last
//! chip.

use egui::{Role, Ui, WidgetInfo};

use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::{chip_ui, chip_width};
use goldenhour_core::simulation::{ClockState, ClockView};
use goldenhour_core::time::SimDuration;

/// Remaining time at or below which a clock is shown as urgent.
const PRESSING: SimDuration = SimDuration::from_minutes(6 * 60);

/// Width kept for the chip that stands for the clocks that do not fit, in points.
const MORE: f32 = 56.0;

/// Content of a chip.
struct ClockChip {
    tone: Tone,
    icon: &'static str,
    text: String,
    hint: String,
}

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
    let mut chips: Vec<ClockChip> = open.into_iter().map(|clock| clock_chip(context, clock)).collect();
    chips.extend(met_chip(context, &met));
    for (place, chip) in chips.iter().enumerate() {
        let rest = &chips[place..];
        let kept = if rest.len() > 1 { MORE } else { 0.0 };
        if chip_width(ui, chip.icon, &chip.text) + kept > ui.available_width() {
            more_ui(ui, context, rest);
            break;
        }
        chip_ui(ui, theme, chip.tone, chip.icon, &chip.text).on_hover_text(chip.hint.as_str());
    }
}

/// Shows the number of chips that do not fit, with their texts in the tooltip.
fn more_ui(ui: &mut Ui, context: ExerciseContext<'_>, rest: &[ClockChip]) {
    let tone = rest.first().map_or(Tone::Plain, |chip| chip.tone);
    let list = rest.iter().map(|chip| chip.text.as_str()).collect::<Vec<_>>().join("\n");
    let more = chip_ui(ui, context.theme(), tone, icon::GAVEL, &format!("+{}", rest.len()));
    more.widget_info(|| WidgetInfo::labeled(Role::Label, true, &list));
    more.on_hover_text(list.as_str());
}

/// Returns a single chip for all clocks that were met, with the list in its tooltip.
fn met_chip(context: ExerciseContext<'_>, met: &[&ClockView]) -> Option<ClockChip> {
    if met.is_empty() {
        return None;
    }
    let text = context.fill("clocks-met-count", [("count", met.len().into())]);
    let lines: Vec<String> =
        met.iter().map(|clock| format!("{}: {}", clock.title, look(context, clock.state).2)).collect();
    Some(ClockChip { tone: Tone::Calm, icon: icon::CHECK_CIRCLE, text, hint: lines.join("\n") })
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

fn clock_chip(context: ExerciseContext<'_>, clock: &ClockView) -> ClockChip {
    let (tone, icon, text) = look(context, clock.state);
    let due = match clock.state {
        ClockState::Running(due) | ClockState::Overdue(due) | ClockState::Held { due, .. } => {
            format!("{}\n", context.fill("clocks-due", [("due", context.moment(due).into())]))
        }
        ClockState::Met(_) | ClockState::Late(_) => String::new(),
    };
    let hint = format!("{}\n{due}{}", clock.title, clock.source);
    ClockChip { tone, icon, text: format!("{}: {text}", short(&clock.title)), hint }
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
