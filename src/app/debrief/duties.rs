//! Tables of deadlines, inquiries and the team's workload.

use egui::{Align, Layout, Ui, vec2};

use super::context::DebriefContext;
use crate::app::theme::Tone;
use crate::app::widget::hairline_ui;
use crate::app::{icon, wording};
use goldenhour_core::debrief::ClockStatus;
use goldenhour_core::time::{SimDuration, SimTime};

/// Fluent ids of the column headers of the deadline table.
const CLOCK_HEADS: [&str; 7] = [
    "debrief-head-clock",
    "debrief-head-recipient",
    "debrief-head-started",
    "debrief-head-due",
    "debrief-head-told",
    "debrief-head-result",
    "debrief-head-source",
];

/// Fluent ids of the column headers of the inquiry table.
const QUESTION_HEADS: [&str; 5] =
    ["debrief-head-question", "debrief-head-from", "debrief-head-asked", "debrief-head-due", "debrief-head-answer"];

/// Fluent ids of the column headers of the team table.
const TEAM_HEADS: [&str; 5] =
    ["debrief-head-seat", "debrief-head-holder", "debrief-head-since", "debrief-head-led", "debrief-head-length"];

/// Shows the three tables.
pub fn duties_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    clocks_ui(ui, context);
    ui.add_space(20.0);
    responses_ui(ui, context);
    ui.add_space(20.0);
    team_ui(ui, context);
}

/// A table cell: an optional tone and the text.
type Cell = (Option<Tone>, String);

fn plain(text: impl Into<String>) -> Cell {
    (None, text.into())
}

fn moment(at: Option<SimTime>) -> Cell {
    plain(at.map_or_else(|| "–".to_owned(), |at| at.to_string()))
}

/// Shows a table row. `shares` contains the relative column widths, which add up to 1.
fn row_ui(ui: &mut Ui, context: DebriefContext<'_>, shares: &[f32], cells: &[Cell], is_head: bool) {
    let theme = context.view.theme;
    let whole = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (share, (tone, text)) in shares.iter().zip(cells) {
            ui.allocate_ui_with_layout(vec2(whole * share, 18.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width((whole * share - 12.0).max(0.0));
                let text = match (is_head, tone) {
                    (true, _) => theme.overline(text),
                    (false, Some(tone)) => theme.toned(*tone, text.as_str()),
                    (false, None) => theme.body(text.as_str()),
                };
                ui.label(text);
            });
            ui.add_space(12.0);
        }
    });
    hairline_ui(ui, theme);
}

fn clocks_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    ui.label(context.view.theme.heading(context.say("debrief-clocks")));
    let shares = [0.26, 0.18, 0.1, 0.1, 0.1, 0.13, 0.13];
    let heads = CLOCK_HEADS.map(|key| plain(context.say(key)));
    row_ui(ui, context, &shares, &heads, true);
    for clock in &context.debrief.clocks {
        let (tone, icon) = match clock.status {
            ClockStatus::NotTriggered => (Tone::Plain, icon::MINUS_CIRCLE),
            ClockStatus::Met => (Tone::Calm, icon::CHECK_CIRCLE),
            ClockStatus::Late => (Tone::Caution, icon::CLOCK),
            ClockStatus::Missed => (Tone::Harm, icon::X_CIRCLE),
            ClockStatus::Open => (Tone::Legal, icon::HOURGLASS_MEDIUM),
        };
        let result = (Some(tone), format!("{icon} {}", wording::clock_status(context.view.texts, clock.status)));
        let cells = [
            plain(&clock.title),
            plain(&clock.recipient),
            moment(clock.started),
            moment(clock.due),
            moment(clock.told),
            result,
            plain(&clock.source),
        ];
        row_ui(ui, context, &shares, &cells, false);
    }
}

fn responses_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    ui.label(context.view.theme.heading(context.say("debrief-questions")));
    let shares = [0.36, 0.24, 0.12, 0.12, 0.16];
    row_ui(ui, context, &shares, &QUESTION_HEADS.map(|key| plain(context.say(key))), true);
    for response in &context.debrief.responses {
        let answer = match response.answered {
            Some(at) => {
                let took = context.view.length(at.since(response.asked));
                let text = context.fill("debrief-answered-after", [("length", took.into())]);
                (Some(Tone::Calm), format!("{} {text}", icon::CHECK_CIRCLE))
            }
            None => (Some(Tone::Harm), format!("{} {}", icon::X_CIRCLE, context.say("debrief-unanswered"))),
        };
        let cells = [
            plain(&response.title),
            plain(&response.from),
            moment(Some(response.asked)),
            moment(Some(response.due)),
            answer,
        ];
        row_ui(ui, context, &shares, &cells, false);
    }
}

fn team_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    ui.label(context.view.theme.heading(context.say("debrief-team")));
    let shares = [0.3, 0.3, 0.14, 0.1, 0.16];
    row_ui(ui, context, &shares, &TEAM_HEADS.map(|key| plain(context.say(key))), true);
    for seat in &context.debrief.team {
        let cells = [
            plain(&seat.title),
            plain(&seat.holder),
            moment(seat.since),
            plain(seat.works.to_string()),
            plain(context.view.length(SimDuration::from_minutes(seat.minutes))),
        ];
        row_ui(ui, context, &shares, &cells, false);
    }
}
