//! Statutory and contractual clocks as chips.

use egui::Ui;

use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::view::ExerciseContext;
use crate::app::widget::chip_ui;
use crate::simulation::{ClockState, ClockView};
use crate::time::{SimDuration, SimTime};

/// The hours below which a clock is pressing.
const PRESSING: SimDuration = SimDuration::from_minutes(6 * 60);

/// Shows the clocks that the team can see.
pub fn clocks_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let Some(clocks) = &context.situation.clocks else {
        let text = "Clocks may be running: nobody can tell without a lawyer at work";
        chip_ui(ui, theme, Tone::Legal, icon::GAVEL, text);
        return;
    };
    if clocks.is_empty() {
        chip_ui(ui, theme, Tone::Legal, icon::GAVEL, "No statutory or contractual clock runs yet");
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

/// Shows all clocks that were met as one chip.
fn met_ui(ui: &mut Ui, context: ExerciseContext<'_>, met: &[&ClockView]) {
    if met.is_empty() {
        return;
    }
    let word = if met.len() == 1 { "1 clock met".to_owned() } else { format!("{} clocks met", met.len()) };
    let lines: Vec<String> = met
        .iter()
        .map(|clock| format!("{}: {}", clock.title, standing(clock.state, context.situation.now).2))
        .collect();
    chip_ui(ui, context.theme(), Tone::Calm, icon::CHECK_CIRCLE, &word).on_hover_text(lines.join("\n"));
}

/// Returns a title of at most so many characters.
fn short(title: &str) -> String {
    const LONGEST: usize = 34;
    match title.char_indices().nth(LONGEST) {
        None => title.to_owned(),
        Some((cut, _)) => format!("{}…", title[..cut].trim_end()),
    }
}

/// Puts the clocks first that need something done.
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
    let (tone, icon, text) = standing(clock.state, context.situation.now);
    let response = chip_ui(ui, context.theme(), tone, icon, &format!("{}: {text}", short(&clock.title)));
    let due = match clock.state {
        ClockState::Running(due) | ClockState::Overdue(due) | ClockState::Held { due, .. } => {
            format!("due {}\n", context.scenario.say(due))
        }
        ClockState::Met(_) | ClockState::Late(_) => String::new(),
    };
    response.on_hover_text(format!("{}\n{due}{}", clock.title, clock.source));
}

/// Returns how a clock stands, in tone, icon and words.
fn standing(state: ClockState, now: SimTime) -> (Tone, &'static str, String) {
    match state {
        ClockState::Running(due) if due.since(now) <= PRESSING => {
            (Tone::Caution, icon::HOURGLASS_MEDIUM, format!("{} left", due.since(now)))
        }
        ClockState::Running(due) => (Tone::Legal, icon::HOURGLASS_MEDIUM, format!("{} left", due.since(now))),
        ClockState::Held { until, .. } => (Tone::Legal, icon::HOURGLASS_MEDIUM, format!("held until {until}")),
        ClockState::Met(at) => (Tone::Calm, icon::CHECK_CIRCLE, format!("met {at}")),
        ClockState::Overdue(due) => (Tone::Harm, icon::WARNING, format!("overdue since {due}")),
        ClockState::Late(at) => (Tone::Caution, icon::WARNING_CIRCLE, format!("late, {at}")),
    }
}
