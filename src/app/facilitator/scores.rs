//! The scores page: playbook score so far, key figures, and objectives with their ratings.

use egui::{CornerRadius, Label, Rect, Sense, Ui, vec2};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use super::state::NoteKind;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, columns_ui, hairline_ui, row_ui, sides_ui};
use crate::app::{icon, measure};
use goldenhour_core::id::ObjectiveId;
use goldenhour_core::scenario::{Metric, Objective};
use goldenhour_core::scoring::{Rating, StepScore};
use goldenhour_core::session::mark::{Mark, Subject};
use goldenhour_core::session::{Author, Entry};
use goldenhour_core::time::SimTime;

/// Ratings in the order of their shortcut keys.
pub const RATINGS: [Rating; 4] = [Rating::P, Rating::S, Rating::M, Rating::U];

/// Minimum width of a column of figures, in points.
const FIGURE: f32 = 110.0;

/// Gap between columns of figures, in points.
const FIGURE_GAP: f32 = 16.0;

/// Shows the page.
pub fn scores_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    points_ui(ui, context);
    ui.add_space(16.0);
    figures_ui(ui, context);
    ui.add_space(16.0);
    objectives_ui(ui, context);
}

fn points_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    let points = &context.facilitator.points;
    let title = |ui: &mut Ui| {
        ui.label(theme.text(Face::Display, format!("{:.0}", points.score.total), theme.strong));
        let filling = [("time", points.at.to_string().into())];
        ui.add(Label::new(theme.muted(context.fill("facilitator-points", filling))).wrap());
    };
    let again = |ui: &mut Ui| {
        let word = context.say("facilitator-score");
        if Button::new(&word).icon(icon::GAUGE).small().show(ui, theme).clicked() {
            context.send(FacilitatorCommand::Score);
        }
    };
    egui::containers::Sides::new().height(40.0).shrink_left().show(ui, title, again);
    for step in &points.score.steps {
        step_ui(ui, context, step);
    }
    ui.label(theme.small(context.say("facilitator-points-note")));
}

fn step_ui(ui: &mut Ui, context: FacilitatorContext<'_>, step: &StepScore) {
    let theme = context.theme();
    let tone = step.rating.map_or(Tone::Plain, rating_tone);
    let left = |ui: &mut Ui| {
        let letter = step.rating.map_or("–", Rating::letter);
        ui.label(theme.text(Face::Title, letter, theme.tone(tone)));
        ui.add(Label::new(theme.body(step.title.as_str())).truncate());
    };
    sides_ui(ui, left, |ui| drop(ui.label(theme.text(Face::Strong, format!("{:.0}", step.score), theme.strong))));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(2), theme.lifted);
    #[expect(clippy::cast_possible_truncation, reason = "a fraction between 0 and 1")]
    let share = (step.score / 100.0).clamp(0.0, 1.0) as f32;
    let earned = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(earned, CornerRadius::same(2), theme.tone(tone));
    ui.add_space(4.0);
}

/// Returns the tone of a rating.
pub fn rating_tone(rating: Rating) -> Tone {
    match rating {
        Rating::P => Tone::Calm,
        Rating::S => Tone::Legal,
        Rating::M => Tone::Caution,
        Rating::U => Tone::Harm,
    }
}

/// Returns the Fluent id of a rating's meaning.
pub fn rating_key(rating: Rating) -> &'static str {
    match rating {
        Rating::P => "facilitator-rating-p",
        Rating::S => "facilitator-rating-s",
        Rating::M => "facilitator-rating-m",
        Rating::U => "facilitator-rating-u",
    }
}

fn figures_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    let metric = |metric: Metric| context.facilitator.truth.metrics[metric.index()].1;
    let share = |of: Metric| format!("{:.0}", metric(of) * 100.0);
    let count = |of: Metric| measure::count(context.view.texts, metric(of));
    let currency = &context.scenario().currency;
    let figures = [
        ("facilitator-figure-trust", share(Metric::Trust)),
        ("facilitator-figure-awareness", share(Metric::Awareness)),
        ("facilitator-figure-negative", share(Metric::Negative)),
        ("facilitator-figure-lost", count(Metric::CustomersLost)),
        ("facilitator-figure-records", count(Metric::Records)),
        ("facilitator-figure-revenue", measure::money(context.view.texts, metric(Metric::RevenueLost), currency)),
    ];
    ui.label(theme.overline(&context.say("facilitator-world")));
    hairline_ui(ui, theme);
    let is_narrow = ui.available_width() < 6.0 * FIGURE + 5.0 * FIGURE_GAP;
    for row in figures.chunks(if is_narrow { 3 } else { 6 }) {
        let mut views: Vec<_> =
            row.iter().map(|(key, value)| move |ui: &mut Ui| figure_ui(ui, context, key, value)).collect();
        let mut views: Vec<&mut dyn FnMut(&mut Ui)> = views.iter_mut().map(|view| view as _).collect();
        columns_ui(ui, FIGURE_GAP, &mut views);
    }
}

fn figure_ui(ui: &mut Ui, context: FacilitatorContext<'_>, key: &str, value: &str) {
    let theme = context.theme();
    ui.spacing_mut().item_spacing.y = 0.0;
    // Numbers must not wrap.
    ui.add(Label::new(theme.text(Face::Heading, value, theme.strong)).extend());
    ui.add(Label::new(theme.small(context.say(key))).wrap());
}

fn objectives_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    ui.label(theme.overline(&context.say("facilitator-objectives")));
    ui.add(Label::new(theme.small(context.say("facilitator-objectives-note"))).wrap());
    ui.spacing_mut().item_spacing.y = 4.0;
    for objective in &context.scenario().objectives {
        objective_ui(ui, context, objective);
    }
}

fn objective_ui(ui: &mut Ui, context: FacilitatorContext<'_>, objective: &Objective) {
    let theme = context.theme();
    let is_marked = context.facilitator.objective.as_ref() == Some(&objective.id);
    let name = context.fill("facilitator-objective", [("title", objective.title.as_str().into())]);
    let given = given(context, &objective.id);
    let row = row_ui(ui, theme, &name, is_marked, |ui| {
        ui.add(Label::new(theme.strong(objective.title.as_str())).wrap());
        match given {
            None => drop(ui.label(theme.small(context.say("facilitator-unrated")))),
            Some((at, rating, reason)) => {
                let text = format!("{} · {at} · {reason}", rating.letter());
                ui.add(Label::new(theme.toned(rating_tone(rating), text)).wrap());
            }
        }
    });
    if row.clicked() {
        context.send(FacilitatorCommand::Objective(objective.id.clone()));
    }
    if is_marked {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ratings_ui(ui, context, &objective.id);
        });
        ui.add_space(4.0);
    }
}

/// Shows the four ratings as buttons, labeled with their shortcut keys.
fn ratings_ui(ui: &mut Ui, context: FacilitatorContext<'_>, objective: &ObjectiveId) {
    for (rating, rank) in RATINGS.into_iter().zip(1_u8..) {
        let meaning = context.say(rating_key(rating));
        let label = format!("{}  {rank}", rating.letter());
        let name = context.fill("facilitator-rate", [("letter", rating.letter().into()), ("meaning", meaning.into())]);
        if Button::new(&label).small().name(&name).hint(&name).show(ui, context.theme()).clicked() {
            context.send(FacilitatorCommand::BeginNote(NoteKind::Rating(objective.clone(), rank)));
        }
    }
}

/// Returns the facilitator's latest rating of an objective.
fn given<'a>(context: FacilitatorContext<'a>, objective: &ObjectiveId) -> Option<(SimTime, Rating, &'a str)> {
    context.drill.session.entries().iter().rev().find_map(|entry| match entry {
        Entry::Mark {
            at,
            author: Author::Facilitator,
            mark: Mark::Rating { of: Subject::Objective(of), mark, reason },
        } if of == objective => Some((*at, Rating::of_grade(u8::from(*mark)), reason.as_str())),
        _ => None,
    })
}
