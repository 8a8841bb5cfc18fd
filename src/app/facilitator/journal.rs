//! The facilitator's log: notes, ratings and controls, newest first.

use egui::{Label, Ui};

use super::context::FacilitatorContext;
use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::widget::empty_ui;
use goldenhour_core::decision::Control;
use goldenhour_core::id::InjectId;
use goldenhour_core::scoring::Rating;
use goldenhour_core::session::mark::{Mark, Subject};
use goldenhour_core::session::{Author, Entry};
use goldenhour_core::statement::{Ruling, Verdict};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

/// A line of the log.
struct Line {
    at: SimTime,
    tone: Tone,
    icon: &'static str,
    word: String,
    text: String,
}

/// Shows the log.
pub fn journal_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let lines: Vec<Line> = context.drill.session.entries().iter().rev().filter_map(|e| line(context, e)).collect();
    if lines.is_empty() {
        let (title, text) = (context.say("facilitator-log-empty"), context.say("facilitator-log-empty-text"));
        empty_ui(ui, context.theme(), icon::NOTE, &title, &text);
    }
    for line in lines {
        line_ui(ui, context, &line);
    }
}

fn line_ui(ui: &mut Ui, context: FacilitatorContext<'_>, line: &Line) {
    let theme = context.theme();
    ui.horizontal_top(|ui| {
        let at = Label::new(theme.text(Face::SmallStrong, line.at.to_string(), theme.muted));
        ui.add_sized([64.0, 16.0], at.halign(egui::Align::Min));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(theme.toned(line.tone, format!("{} {}", line.icon, line.word)));
            ui.add(Label::new(theme.body(line.text.as_str())).wrap());
        });
    });
    ui.add_space(4.0);
}

fn line(context: FacilitatorContext<'_>, entry: &Entry) -> Option<Line> {
    match entry {
        Entry::Control { at, control } => Some(control_line(context, *at, control)),
        Entry::Note { at, author, text } => {
            let word = context.fill("facilitator-log-note", [("name", name(context, author).into())]);
            Some(Line { at: *at, tone: Tone::Accent, icon: icon::NOTE, word, text: text.clone() })
        }
        Entry::Mark { at, author, mark } => Some(mark_line(context, *at, author, mark)),
        Entry::Decision(_) | Entry::Review { .. } | Entry::Edit { .. } | Entry::Checkpoint(_) => None,
    }
}

fn name(context: FacilitatorContext<'_>, author: &Author) -> String {
    match author {
        Author::Facilitator => context.say("facilitator-open"),
        Author::Anonymous => context.say("facilitator-nobody"),
        Author::Player(role) => context.scenario().role(role).map(|role| role.title.clone()).unwrap_or_default(),
        Author::Evaluator(name) => name.clone(),
    }
}

fn mark_line(context: FacilitatorContext<'_>, at: SimTime, author: &Author, mark: &Mark) -> Line {
    match mark {
        Mark::Seen { at, text } => {
            let word = context.fill("facilitator-log-note", [("name", name(context, author).into())]);
            Line { at: *at, tone: Tone::Accent, icon: icon::NOTE, word, text: text.clone() }
        }
        Mark::Rating { of, mark, reason } => {
            let rating = Rating::of_grade(u8::from(*mark));
            let tone = super::scores::rating_tone(rating);
            let word = format!("{} · {}", rating.letter(), subject(context, of));
            Line { at, tone, icon: icon::STAR, word, text: reason.clone() }
        }
        Mark::Override { criterion, credit, reason } => {
            let share = format!("{:.0}", credit * 100.0);
            let filling = [("criterion", criterion.as_str().into()), ("share", share.into())];
            let word = context.fill("facilitator-log-override", filling);
            Line { at, tone: Tone::Caution, icon: icon::SCALES, word, text: reason.clone() }
        }
    }
}

fn subject(context: FacilitatorContext<'_>, of: &Subject) -> String {
    match of {
        Subject::Criterion(id) => id.to_string(),
        Subject::Objective(id) => {
            context.scenario().objective(id).map_or_else(|| id.to_string(), |objective| objective.title.clone())
        }
    }
}

fn control_line(context: FacilitatorContext<'_>, at: SimTime, control: &Control) -> Line {
    let title = |id: &InjectId| context.scenario().inject(id).map(|inject| inject.title.clone()).unwrap_or_default();
    let (icon, word, text) = match control {
        Control::Release(id) => (icon::PAPER_PLANE_TILT, context.say("facilitator-log-release"), title(id)),
        Control::Hold(id) => (icon::PAUSE, context.say("facilitator-log-hold"), title(id)),
        Control::Postpone { inject, until } if *until <= at => {
            (icon::PLAY, context.say("facilitator-log-resume"), title(inject))
        }
        Control::Postpone { inject, until } => {
            let word = context.fill("facilitator-log-postpone", [("time", until.to_string().into())]);
            (icon::CLOCK, word, title(inject))
        }
        Control::Rule { statement, ruling } => {
            let text = match ruling_on(context, *statement) {
                Some(text) => format!("“{}”", ruling.at().of(text)),
                None => String::new(),
            };
            (icon::SEAL_CHECK, context.say(ruling_key(ruling)), text)
        }
        Control::End => (icon::FLAG_CHECKERED, context.say("facilitator-log-end"), String::new()),
    };
    Line { at, tone: Tone::Legal, icon, word, text }
}

/// Returns the text of the statement of an entry.
fn ruling_on(context: FacilitatorContext<'_>, entry: EntryNumber) -> Option<&str> {
    match context.drill.session.entries().get(usize::try_from(entry.0).ok()?)? {
        Entry::Decision(decision) => decision.content.statement().map(|statement| statement.text.as_str()),
        _ => None,
    }
}

/// Returns the Fluent id for the kind of a ruling.
fn ruling_key(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Judged { verdict: Verdict::True, .. } => "facilitator-log-true",
        Ruling::Judged { verdict: Verdict::False, .. } => "facilitator-log-false",
        Ruling::Judged { verdict: Verdict::Harmless, .. } => "facilitator-log-harmless",
        Ruling::NotSaid { .. } => "facilitator-log-not-said",
        Ruling::Said { .. } => "facilitator-log-said",
    }
}
