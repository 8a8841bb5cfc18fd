//! Findings about the text: planned claims that it lacks, what it says, its tone, and its readability.

use egui::{Label, Ui, vec2};

use super::command::ComposerCommand;
use super::draft_check::{Remark, UNWELCOME, WELCOME};
use super::remark;
use super::remark::sample_ui;
use super::said;
use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::{Face, GRID, Tone};
use crate::app::widget::{Button, chip_ui, sides_ui};
use goldenhour_core::simulation::TopicView;
use goldenhour_core::statement::reading::{Finding, Label as Found, Reading};

/// Maximum number of words quoted from a finding.
const QUOTED: usize = 9;

/// Shows all findings.
pub fn findings_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let check = &context.ui.composer.check;
    ui.spacing_mut().item_spacing.y = 2.0 * GRID;
    ui.spacing_mut().interact_size.y = 0.0;
    if !check.is_read {
        let key = if check.text.trim().is_empty() { "compose-nothing-read" } else { "compose-unreadable" };
        ui.add(Label::new(context.theme().muted(context.say(key))).wrap());
        return;
    }
    for topic in context.situation.topics.iter().filter(|topic| check.unwritten.contains(&topic.id)) {
        unwritten_ui(ui, context, topic);
    }
    said::said_ui(ui, context);
    let Some(reading) = &check.reading else {
        ui.add(Label::new(context.theme().muted(context.say("compose-tone-unreadable"))).wrap());
        return;
    };
    hollow_ui(ui, context, reading);
    for subject in UNWELCOME {
        let finding = reading.finding(subject);
        if finding.label != Found::No {
            remark_ui(ui, context, Remark::Sounds(subject), &quote(finding));
        }
    }
    welcome_ui(ui, context, reading);
    ui.add_space(2.0 * GRID);
}

/// Shows a chip for each welcome subject, with whether the text contains it.
fn welcome_ui(ui: &mut Ui, context: ExerciseContext<'_>, reading: &Reading) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID);
        for subject in WELCOME {
            let (name, why) = remark::keys(Remark::Sounds(subject));
            let (tone, icon, key) = match reading.label(subject) {
                Found::Yes => (Tone::Calm, icon::CHECK, "compose-there"),
                Found::Partial => (Tone::Plain, icon::CIRCLE_HALF, "compose-there-in-part"),
                Found::No => (Tone::Plain, icon::CIRCLE_DASHED, "compose-lacking"),
            };
            let text = context.fill(key, [("what", context.say(name).into())]);
            chip_ui(ui, context.theme(), tone, icon, &text).on_hover_text(context.say(why));
        }
    });
}

/// Shows a remark on words that harm or weaken the statement, with a quote.
fn remark_ui(ui: &mut Ui, context: ExerciseContext<'_>, what: Remark, quote: &str) {
    let theme = context.theme();
    let (name, why) = remark::keys(what);
    let (tone, _) = remark::look(what.weight());
    ui.horizontal_top(|ui| {
        sample_ui(ui, context, what.weight());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal_wrapped(|ui| {
                ui.label(theme.toned(tone, context.say(name)));
                ui.label(theme.text(Face::Small, in_quotes(context, quote), theme.body));
            });
            ui.add(Label::new(theme.small(context.say(why))).wrap());
        });
    });
}

/// Shows a claim that is missing from the text, with a button that adds it.
fn unwritten_ui(ui: &mut Ui, context: ExerciseContext<'_>, topic: &TopicView) {
    let theme = context.theme();
    let text = context.fill("compose-unwritten", [("topic", topic.title.as_str().into())]);
    let add = |ui: &mut Ui| {
        let label = context.say("compose-write");
        let name = context.fill("compose-write-name", [("topic", topic.title.as_str().into())]);
        let button = Button::new(&label).icon(icon::PLUS).small().name(&name);
        if button.show(ui, theme).clicked() {
            context.send(ComposerCommand::Write(topic.id.clone()));
        }
    };
    let left = |ui: &mut Ui| {
        ui.label(theme.text(Face::Body, icon::PENCIL_LINE, theme.caution));
        ui.add(Label::new(theme.toned(Tone::Caution, text.as_str())).truncate())
            .on_hover_text(context.say("compose-unwritten-why"));
    };
    sides_ui(ui, left, add);
}

fn hollow_ui(ui: &mut Ui, context: ExerciseContext<'_>, reading: &Reading) {
    let theme = context.theme();
    for reason in &reading.substance.reasons {
        ui.horizontal_top(|ui| {
            ui.label(theme.text(Face::Body, icon::WARNING_CIRCLE, theme.caution));
            let text = context.say(remark::hollow_key(*reason));
            ui.add(Label::new(theme.toned(Tone::Caution, text)).wrap());
        });
    }
}

/// Returns the beginning of the first span behind a finding.
fn quote(finding: &Finding) -> String {
    let Some(span) = finding.spans.first() else { return String::new() };
    let words: Vec<&str> = span.text.split_whitespace().collect();
    match words.len() {
        ..=QUOTED => words.join(" "),
        _ => format!("{} …", words[..QUOTED].join(" ")),
    }
}

/// Puts a quote in quotation marks.
fn in_quotes(context: ExerciseContext<'_>, quote: &str) -> String {
    context.fill("compose-quote", [("text", quote.into())])
}

/// Returns the length of the text and how hard it is to read.
#[expect(clippy::cast_possible_truncation, reason = "average number of words in a sentence")]
pub fn readable_words(context: ExerciseContext<'_>, reading: &Reading) -> String {
    let about = &reading.readability;
    let how = match about.grade {
        grade if grade <= 8.0 => "compose-grade-easy",
        grade if grade <= 11.0 => "compose-grade-plain",
        grade if grade <= 14.0 => "compose-grade-demanding",
        _ => "compose-grade-hard",
    };
    let length = about.sentence_length.round() as i64;
    let facts = context.fill("compose-length", [("words", about.words.into()), ("length", length.into())]);
    format!("{facts} · {}", context.say(how))
}
