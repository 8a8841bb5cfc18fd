//! What-ifs: a timeline on which decisions of the run can be moved, removed or changed, and the effect of the
//! changes.
//!
//! A decision can be dragged, and selecting one shows its possible changes. While a decision has keyboard focus,
//! the arrow keys move it and Delete removes it. All changes are tested together as one what-if.

use std::collections::BTreeMap;

use egui::{EventFilter, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::state::{Altered, Answer};
use crate::app::debrief::command::WhatifCommand;
use crate::app::debrief::context::DebriefContext;
use crate::app::debrief::state::DebriefUi;
use crate::app::debrief::turning::curve::{Compared, curve_ui};
use crate::app::debrief::turning::effect::effect_ui;
use crate::app::theme::{Face, Tone};
use crate::app::widget::axis::{Axis, HOURS, hours_ui};
use crate::app::widget::{Button, sides_ui, whisker};
use crate::app::{icon, measure};
use goldenhour_core::decision::Decision;
use goldenhour_core::ensemble::counterfactual::Difference;
use goldenhour_core::id::ChoiceId;
use goldenhour_core::scenario::Ask;
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

/// Height of a row of decisions, in points.
const ROW: f32 = 18.0;

/// Maximum number of rows of decisions. Any further decisions overlap in the last row.
const ROWS: usize = 6;

/// Available shifts of the selected decision, in minutes, with the Fluent ids of their labels.
const SHIFTS: [(i32, &str); 4] = [
    (-60, "what_if-hour-earlier"),
    (-15, "what_if-quarter-earlier"),
    (15, "what_if-quarter-later"),
    (60, "what_if-hour-later"),
];

/// Step to which a dragged time is rounded, in minutes.
const DRAG_MINUTES: u32 = 5;

/// A decision on the timeline.
struct Placed<'a> {
    entry: EntryNumber,
    decision: &'a Decision,
    title: &'a str,
    /// Time after the changes, or `None` if the decision is removed.
    at: Option<SimTime>,
    row: usize,
}

/// Shows the timeline, the list of changes, and their effect.
pub fn whatif_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi) {
    let theme = context.view.theme;
    ui.label(theme.heading(context.say("what_if-title")));
    let decisions = placed(screen, ui.available_width());
    if decisions.is_empty() {
        ui.label(theme.muted(context.say("what_if-no-decisions")));
        return;
    }
    ui.label(theme.muted(context.say("what_if-text")));
    ui.add_space(4.0);
    strip_ui(ui, context, screen, &decisions);
    let picked = decisions.iter().find(|placed| Some(placed.entry) == screen.whatif.picked);
    if let Some(placed) = picked {
        picked_ui(ui, context, screen, placed);
    }
    changes_ui(ui, context, screen, &decisions);
    if let Some(probe) = &screen.whatif.probe {
        match &probe.latest {
            Some(answer) => answer_ui(ui, context, screen, answer),
            None => drop(ui.label(theme.muted(context.say("what_if-playing")))),
        }
    }
}

/// Assigns the decisions to rows, so that decisions close in time are placed below each other.
fn placed(screen: &DebriefUi, width: f32) -> Vec<Placed<'_>> {
    let scenario = screen.session.scenario();
    let axis = Axis { rect: Rect::from_min_size(egui::Pos2::ZERO, vec2(width, 1.0)), end: screen.session.now() };
    let mut ends = [f32::NEG_INFINITY; ROWS];
    let mut row = |at: SimTime| {
        let x = axis.x(at);
        let row = ends.iter().position(|end| *end + ROW - 4.0 <= x).unwrap_or(ROWS - 1);
        ends[row] = x;
        row
    };
    let decisions = screen.session.decisions();
    decisions
        .map(|(entry, decision)| Placed {
            entry,
            decision,
            title: scenario.action(&decision.action).map_or("", |action| action.title.as_str()),
            at: screen.whatif.moment(entry, decision),
            row: row(decision.at),
        })
        .collect()
}

fn strip_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, decisions: &[Placed<'_>]) {
    let theme = context.view.theme;
    let rows = decisions.iter().map(|placed| placed.row + 1).max().unwrap_or(1);
    let height = ROW * f32::from(u8::try_from(rows).unwrap_or(6)) + HOURS + 20.0;
    theme.card().inner_margin(egui::Margin::symmetric(16, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let axis = Axis { rect, end: screen.session.now() };
        hours_ui(ui, theme, &axis, |at| context.moment(at));
        for placed in decisions {
            decision_ui(ui, context, screen, &axis, placed);
        }
    });
}

/// Shows a decision at its time after the changes. If it was changed, an outline marks its original time.
fn decision_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, axis: &Axis, placed: &Placed<'_>) {
    let theme = context.view.theme;
    let row = f32::from(u8::try_from(placed.row).unwrap_or(0));
    let y = axis.rect.top() + 10.0 + ROW * (row + 0.5);
    let square = |at: SimTime| Rect::from_center_size(pos2(axis.x(at), y), vec2(11.0, 11.0));
    let was = square(placed.decision.at);
    let shown = placed.at.map_or(was, square);
    let id = ui.scope_id().with(("decision", placed.entry.0));
    let response = ui.interact(shown.expand(3.0), id, Sense::click_and_drag());
    let is_altered = screen.whatif.altered.contains_key(&placed.entry);
    let is_picked = screen.whatif.picked == Some(placed.entry);
    let moment = placed.at.unwrap_or(placed.decision.at);
    let name = name(context, placed);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_picked, &name));
    let painter = ui.painter();
    let outline = Stroke::new(1.5, theme.outline);
    if is_altered {
        painter.rect_stroke(was, 2.0, outline, StrokeKind::Inside);
        painter.line_segment([was.center(), shown.center()], Stroke::new(1.0, theme.accent.gamma_multiply(0.6)));
    }
    if placed.at.is_none() {
        cross_ui(ui, context, was);
    } else {
        let fill = if is_altered { theme.accent } else { theme.body };
        ui.painter().rect_filled(shown, 2.0, fill);
    }
    if is_picked || response.has_focus() || response.hovered() {
        let ring = if response.has_focus() || is_picked { theme.accent } else { theme.outline };
        ui.painter().rect_stroke(shown.expand(3.0), 3.0, Stroke::new(2.0, ring), StrokeKind::Outside);
    }
    if response.clicked() {
        context.view.send(WhatifCommand::Pick(placed.entry));
    }
    drag(ui, context, axis, placed, &response, y);
    keys(ui, context, placed, &response);
    if !response.dragged() {
        response.on_hover_text(format!("{moment}  {}", placed.title));
    }
}

fn cross_ui(ui: &Ui, context: DebriefContext<'_>, rect: Rect) {
    let stroke = Stroke::new(2.0, context.view.theme.accent);
    ui.painter().line_segment([rect.left_top(), rect.right_bottom()], stroke);
    ui.painter().line_segment([rect.right_top(), rect.left_bottom()], stroke);
}

fn name(context: DebriefContext<'_>, placed: &Placed<'_>) -> String {
    let filling = |at: SimTime| [("title", placed.title.into()), ("at", at.to_string().into())];
    match placed.at {
        Some(at) => context.fill("what_if-decision", filling(at)),
        None => context.fill("what_if-decision-gone", filling(placed.decision.at)),
    }
}

/// Shows the new position of a decision while it is dragged, and moves it when it is dropped.
fn drag(ui: &Ui, context: DebriefContext<'_>, axis: &Axis, placed: &Placed<'_>, response: &Response, y: f32) {
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let minutes = axis.moment(pointer.x).minutes();
    let to = SimTime::from_minutes((minutes + DRAG_MINUTES / 2) / DRAG_MINUTES * DRAG_MINUTES).min(axis.end);
    if response.drag_stopped() {
        context.view.send(WhatifCommand::Move(placed.entry, to));
    } else if response.dragged() {
        let theme = context.view.theme;
        let at = pos2(axis.x(to), y);
        ui.painter().rect_filled(Rect::from_center_size(at, vec2(13.0, 13.0)), 2.0, theme.accent);
        let text = format!("{to} · {}", context.moment(to));
        let (align, x) = match at.x > axis.rect.center().x {
            true => (egui::Align2::RIGHT_CENTER, at.x - 12.0),
            false => (egui::Align2::LEFT_CENTER, at.x + 12.0),
        };
        ui.painter().text(pos2(x, y), align, text, Face::SmallStrong.font(), theme.accent);
    }
}

/// Handles key presses for the focused decision.
fn keys(ui: &Ui, context: DebriefContext<'_>, placed: &Placed<'_>, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    for (key, direction) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
        for (modifiers, minutes) in [(Modifiers::SHIFT, 60), (Modifiers::NONE, 15)] {
            if pressed(modifiers, key) {
                context.view.send(WhatifCommand::Shift(placed.entry, direction * minutes));
            }
        }
    }
    if pressed(Modifiers::NONE, Key::Delete) {
        context.view.send(WhatifCommand::LeaveOut(placed.entry));
    }
}

/// Shows the possible changes to the selected decision.
fn picked_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, placed: &Placed<'_>) {
    let theme = context.view.theme;
    theme.card().inner_margin(egui::Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = |ui: &mut Ui| {
            ui.label(theme.small(format!("{} · {}", placed.decision.at, context.moment(placed.decision.at))));
            ui.add(egui::Label::new(theme.strong(placed.title)).truncate());
        };
        let away = |ui: &mut Ui| {
            let name = context.say("what_if-put-away");
            if Button::quiet("").icon(icon::X).small().name(&name).show(ui, theme).clicked() {
                context.view.send(WhatifCommand::PutAway);
            }
        };
        sides_ui(ui, title, away);
        ui.horizontal_wrapped(|ui| {
            let word = context.say("what_if-leave-out");
            let button = Button::new(&word).icon(icon::TRASH).small().selected(placed.at.is_none());
            if button.show(ui, theme).clicked() {
                context.view.send(WhatifCommand::LeaveOut(placed.entry));
            }
            for (minutes, key) in SHIFTS {
                if Button::new(&context.say(key)).small().show(ui, theme).clicked() {
                    context.view.send(WhatifCommand::Shift(placed.entry, minutes));
                }
            }
        });
        choices_ui(ui, context, screen, placed);
    });
}

/// Shows the choices available for the selected decision.
fn choices_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, placed: &Placed<'_>) {
    let theme = context.view.theme;
    let choices = choices(screen, placed.decision);
    if choices.is_empty() {
        return;
    }
    let chosen = screen.whatif.choice(placed.entry, placed.decision);
    ui.horizontal_wrapped(|ui| {
        ui.label(theme.small(context.say("what_if-choice")));
        for (choice, title) in choices {
            let name = context.fill("what_if-choose", [("title", title.into())]);
            let button = Button::new(title).name(&name).small().selected(chosen == Some(choice));
            if button.show(ui, theme).clicked() {
                context.view.send(WhatifCommand::Choose(placed.entry, choice.clone()));
            }
        }
    });
}

fn choices<'a>(screen: &'a DebriefUi, decision: &Decision) -> Vec<(&'a ChoiceId, &'a str)> {
    match screen.session.scenario().action(&decision.action).map(|action| &action.asks) {
        Some(Ask::Choice(choices)) => choices.iter().map(|choice| (&choice.id, choice.title.as_str())).collect(),
        _ => Vec::new(),
    }
}

/// Lists the changes, each with a button that reverts it.
fn changes_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, decisions: &[Placed<'_>]) {
    let altered = &screen.whatif.altered;
    if altered.is_empty() {
        return;
    }
    let theme = context.view.theme;
    let by_entry: BTreeMap<EntryNumber, &Placed<'_>> = decisions.iter().map(|placed| (placed.entry, placed)).collect();
    ui.add_space(4.0);
    for (entry, altered) in altered {
        let Some(placed) = by_entry.get(entry) else { continue };
        let words = |ui: &mut Ui| {
            let change = change(context, screen, placed, altered);
            ui.label(theme.toned(Tone::Accent, change));
            ui.add(egui::Label::new(theme.body(placed.title)).truncate());
        };
        let back = |ui: &mut Ui| {
            let (word, name) = (context.say("what_if-restore"), [("title", placed.title.into())]);
            let name = context.fill("what_if-restore-name", name);
            if Button::quiet(&word).name(&name).small().show(ui, theme).clicked() {
                context.view.send(WhatifCommand::Restore(*entry));
            }
        };
        egui::containers::Sides::new().height(24.0).shrink_left().show(ui, words, back);
    }
    if Button::new(&context.say("what_if-reset")).icon(icon::ARROW_BEND_UP_LEFT).small().show(ui, theme).clicked() {
        context.view.send(WhatifCommand::Reset);
    }
}

/// Describes the change to a decision.
fn change(context: DebriefContext<'_>, screen: &DebriefUi, placed: &Placed<'_>, altered: &Altered) -> String {
    let was = placed.decision.at.to_string();
    match altered {
        Altered::Gone => context.fill("what_if-gone", [("was", was.into())]),
        Altered::Taken { at, choice: None } => {
            context.fill("what_if-moved", [("was", was.into()), ("to", at.to_string().into())])
        }
        Altered::Taken { at, choice: Some(choice) } => {
            let choices = choices(screen, placed.decision);
            let title = choices.iter().find(|(id, _)| *id == choice).map_or("", |(_, title)| *title);
            context.fill("what_if-chosen", [("to", at.to_string().into()), ("title", title.into())])
        }
    }
}

/// Shows the effect of the changes.
fn answer_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi, answer: &Answer) {
    let theme = context.view.theme;
    ui.add_space(8.0);
    theme.card().inner_margin(egui::Margin::symmetric(20, 16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let signed = |number| measure::signed(context.view.texts, number);
        let filling = [("outcome", signed(answer.outcome).into()), ("playbook", signed(answer.playbook).into())];
        ui.label(theme.title(context.fill("what_if-this-run", filling)));
        match &answer.effect {
            None => drop(ui.label(theme.muted(context.say("what_if-more-seeds")))),
            Some(effect) => {
                ui.label(theme.muted(context.fill("what_if-over-seeds", [("seeds", answer.seeds.into())])));
                let trust = hundredfold(&effect.trust_final);
                let shown = [
                    (&effect.outcome, "turning-outcome"),
                    (&effect.playbook, "turning-playbook"),
                    (&trust, "debrief-trust"),
                ];
                let scale = whisker::scale(shown.iter().map(|(difference, _)| *difference));
                for (difference, key) in shown {
                    effect_ui(ui, context, difference, &context.say(key), scale);
                }
            }
        }
        ui.add_space(8.0);
        let kind = screen.turning.curve.min(answer.was.len() - 1);
        let compared = Compared {
            was: &answer.was[kind],
            would_be: &answer.ghost[kind],
            apart: answer.apart.get(kind).map_or(&[], Vec::as_slice),
            seeds: answer.seeds,
            at: None,
        };
        curve_ui(ui, context, "what-if", kind, &compared);
    });
}

/// Converts a difference of shares to percentage points.
fn hundredfold(difference: &Difference) -> Difference {
    let Difference { mean, low, high, pairs } = *difference;
    Difference { mean: 100.0 * mean, low: 100.0 * low, high: 100.0 * high, pairs }
}
