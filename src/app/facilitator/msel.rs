//! The MSEL: every inject with its time, state and expected action. One inject at a time can be expanded to show
//! its controls.

use egui::{Label, ScrollArea, Ui};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use super::state::MselFilter;
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, ButtonKind, NARROW_PANEL, row_ui, sides_ui};
use goldenhour_core::scenario::{Inject, InjectKind, Trigger};
use goldenhour_core::simulation::{Expected, InjectState, MselLine};
use goldenhour_core::time::{SimDuration, SimTime};

/// Filters with the Fluent ids of their names.
const FILTERS: [(MselFilter, &str); 5] = [
    (MselFilter::Due, "facilitator-filter-due"),
    (MselFilter::Released, "facilitator-filter-released"),
    (MselFilter::Held, "facilitator-filter-held"),
    (MselFilter::Skipped, "facilitator-filter-skipped"),
    (MselFilter::All, "facilitator-filter-all"),
];

/// Available postponements, in minutes.
const POSTPONEMENTS: [u32; 3] = [15, 30, 60];

/// Remaining time at or below which an inject is shown as due soon.
const SOON: SimDuration = SimDuration::from_minutes(30);

/// Shows the list.
pub fn msel_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    ui.label(context.theme().overline(&context.say("facilitator-msel")));
    filters_ui(ui, context);
    ui.add_space(4.0);
    let shown = shown(context);
    ScrollArea::vertical().id_salt("msel").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if shown.is_empty() {
            ui.label(context.theme().muted(context.say("facilitator-none-here")));
        }
        for (line, inject) in shown {
            inject_ui(ui, context, line, inject);
        }
        ui.add_space(8.0);
    });
}

fn filters_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    ui.horizontal_wrapped(|ui| {
        let is_narrow = ui.available_width() < NARROW_PANEL;
        ui.spacing_mut().item_spacing.x = 2.0;
        for (filter, key) in FILTERS {
            let count = context.facilitator.truth.msel.iter().filter(|line| passes(filter, line.standing)).count();
            let label = context.fill(key, [("count", count.into())]);
            let button = Button::quiet(&label).selected(context.facilitator.filter == filter);
            let button = if is_narrow { button.tight() } else { button.small() };
            if button.show(ui, context.theme()).clicked() {
                context.send(FacilitatorCommand::Filter(filter));
            }
        }
    });
}

fn passes(filter: MselFilter, state: InjectState) -> bool {
    match filter {
        MselFilter::All => true,
        MselFilter::Due => state == InjectState::Waiting,
        MselFilter::Released => matches!(state, InjectState::Released(_)),
        MselFilter::Held => matches!(state, InjectState::Held | InjectState::Postponed(_)),
        MselFilter::Skipped => state == InjectState::Skipped,
    }
}

/// Returns the filtered injects in chronological order. Injects without a known time come last.
fn shown(context: FacilitatorContext<'_>) -> Vec<(&MselLine, &Inject)> {
    let lines = context.facilitator.truth.msel.iter().zip(&context.scenario().injects);
    let mut shown: Vec<_> = lines.filter(|(line, _)| passes(context.facilitator.filter, line.standing)).collect();
    shown.sort_by_key(|(line, _)| time(line).map_or((true, SimTime::START), |at| (false, at)));
    if context.facilitator.filter == MselFilter::Released {
        shown.reverse();
    }
    shown
}

/// Returns when an inject was released or will be released, if known.
fn time(line: &MselLine) -> Option<SimTime> {
    match line.standing {
        InjectState::Released(at) => Some(at),
        InjectState::Postponed(until) => Some(line.due.unwrap_or(until)),
        _ => line.due,
    }
}

fn inject_ui(ui: &mut Ui, context: FacilitatorContext<'_>, line: &MselLine, inject: &Inject) {
    let is_open = context.facilitator.open_inject.as_ref() == Some(&inject.id);
    let name = context.fill("facilitator-inject", [("title", inject.title.as_str().into())]);
    let row = row_ui(ui, context.theme(), &name, is_open, |ui| summary_ui(ui, context, line, inject));
    if row.clicked() {
        context.send(FacilitatorCommand::Select(inject.id.clone()));
    }
    if is_open {
        open_ui(ui, context, line, inject);
    }
}

fn summary_ui(ui: &mut Ui, context: FacilitatorContext<'_>, line: &MselLine, inject: &Inject) {
    let theme = context.theme();
    let left = |ui: &mut Ui| {
        let when = time(line).map_or_else(|| "–".to_owned(), |at| at.to_string());
        ui.label(theme.text(Face::SmallStrong, when, theme.strong));
        if inject.kind == InjectKind::Contingency {
            ui.label(theme.toned(Tone::Accent, context.say("facilitator-contingency")));
        }
        ui.add(Label::new(theme.small(trigger_words(context, &inject.trigger))).truncate());
    };
    let right = |ui: &mut Ui| {
        let (tone, icon, word) = standing_words(context, line);
        ui.label(theme.toned(tone, format!("{icon} {word}")));
    };
    sides_ui(ui, left, right);
    ui.add(Label::new(theme.strong(inject.title.as_str())).wrap());
    if let (Some(expected), Some(expects)) = (line.expected, &inject.expects) {
        let (tone, icon, word) = expected_words(context, expected);
        ui.add(Label::new(theme.small(format!("{}  {}", icon::TARGET, expects.text))).wrap());
        if expected != Expected::Ahead {
            ui.label(theme.toned(tone, format!("{icon} {word}")));
        }
    }
}

/// Shows the expanded inject: its text and its controls.
fn open_ui(ui: &mut Ui, context: FacilitatorContext<'_>, line: &MselLine, inject: &Inject) {
    let theme = context.theme();
    theme.card().fill(theme.panel).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let to = context.scenario().role(&inject.to).map_or("", |role| role.title.as_str());
        let from = context.fill("facilitator-from-to", [("from", inject.from.as_str().into()), ("to", to.into())]);
        ui.label(theme.small(from));
        ui.label(theme.text(Face::Story, inject.body.as_str(), theme.body));
        let is_over = matches!(line.standing, InjectState::Released(_)) || context.drill.session.has_ended();
        if !is_over {
            ui.add_space(4.0);
            actions_ui(ui, context, line, inject);
        }
    });
}

fn actions_ui(ui: &mut Ui, context: FacilitatorContext<'_>, line: &MselLine, inject: &Inject) {
    let theme = context.theme();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let word = context.say("facilitator-release");
        if Button::primary(&word).icon(icon::PAPER_PLANE_TILT).small().show(ui, theme).clicked() {
            context.send(FacilitatorCommand::Release(inject.id.clone()));
        }
        // An inject that is not going to be released automatically can only be released manually.
        if line.standing == InjectState::Skipped {
            return;
        }
        let is_back = matches!(line.standing, InjectState::Held | InjectState::Postponed(_));
        let (key, icon) = match is_back {
            true => ("facilitator-resume", icon::PLAY),
            false => ("facilitator-hold", icon::PAUSE),
        };
        let word = context.say(key);
        if Button::new(&word).icon(icon).small().show(ui, theme).clicked() {
            context.send(match is_back {
                true => FacilitatorCommand::Resume(inject.id.clone()),
                false => FacilitatorCommand::Hold(inject.id.clone()),
            });
        }
        for minutes in POSTPONEMENTS {
            postpone_ui(ui, context, inject, minutes);
        }
    });
}

fn postpone_ui(ui: &mut Ui, context: FacilitatorContext<'_>, inject: &Inject, minutes: u32) {
    let label = context.fill("facilitator-later", [("minutes", minutes.into())]);
    let name = context.fill("facilitator-postpone", [("minutes", minutes.into())]);
    let button = Button::new(&label).small().kind(ButtonKind::Quiet).icon(icon::CLOCK).name(&name).hint(&name);
    if button.show(ui, context.theme()).clicked() {
        let length = SimDuration::from_minutes(minutes);
        context.send(FacilitatorCommand::Postpone(inject.id.clone(), length));
    }
}

/// Describes the trigger of an inject. Returns an empty string for fixed times, because the time itself is already
/// shown.
fn trigger_words(context: FacilitatorContext<'_>, trigger: &Trigger) -> String {
    match trigger {
        Trigger::At(_) => String::new(),
        Trigger::NotBy { by, .. } => context.fill("facilitator-if-not-by", [("time", by.to_string().into())]),
        Trigger::When(_) => context.say("facilitator-when"),
        Trigger::After { delay, .. } => {
            context.fill("facilitator-after", [("length", context.view.length(*delay).into())])
        }
        Trigger::Chance { until, .. } => context.fill("facilitator-by-chance", [("time", until.to_string().into())]),
        Trigger::ByHand => context.say("facilitator-by-hand"),
    }
}

/// Returns the tone, icon and text for the state of an inject.
pub fn standing_words(context: FacilitatorContext<'_>, line: &MselLine) -> (Tone, &'static str, String) {
    let now = context.drill.session.now();
    match line.standing {
        InjectState::Released(_) => (Tone::Calm, icon::CHECK_CIRCLE, context.say("facilitator-is-released")),
        InjectState::Held => (Tone::Caution, icon::PAUSE, context.say("facilitator-is-held")),
        InjectState::Postponed(until) => {
            let words = context.fill("facilitator-is-postponed", [("time", until.to_string().into())]);
            (Tone::Caution, icon::CLOCK, words)
        }
        InjectState::Skipped => (Tone::Plain, icon::PROHIBIT, context.say("facilitator-is-skipped")),
        InjectState::Waiting => match line.due {
            Some(due) if due <= now + SOON => (Tone::Accent, icon::BELL_RINGING, context.say("facilitator-is-due")),
            Some(_) => (Tone::Plain, icon::HOURGLASS_MEDIUM, context.say("facilitator-is-ahead")),
            None => (Tone::Plain, icon::HOURGLASS_MEDIUM, context.say("facilitator-is-waiting")),
        },
    }
}

/// Returns the tone, icon and text for the state of an expected action.
fn expected_words(context: FacilitatorContext<'_>, expected: Expected) -> (Tone, &'static str, String) {
    match expected {
        Expected::Ahead => (Tone::Plain, icon::CIRCLE_DASHED, String::new()),
        Expected::Met => (Tone::Calm, icon::CHECK_CIRCLE, context.say("facilitator-expected-met")),
        Expected::Open(until) => {
            let left = until.since(context.drill.session.now());
            let words = context.fill("facilitator-expected-open", [("left", context.view.length(left).into())]);
            (Tone::Legal, icon::HOURGLASS_MEDIUM, words)
        }
        Expected::Overdue(since) => {
            let words = context.fill("facilitator-expected-overdue", [("time", since.to_string().into())]);
            (Tone::Harm, icon::WARNING_CIRCLE, words)
        }
    }
}
