//! What the text says, topic by topic, and how that relates to the plan, to what the team knows and to what it said
//! before.

use egui::{Label, Ui};

use super::draft_check::{Plan, SaidLine};
use super::topic_state::detail_key;
use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::{Face, GRID, Tone};
use crate::app::wording;
use goldenhour_core::statement::judge::Knowing;

/// Maximum number of sentences listed that could not be checked.
const UNCHECKED: usize = 4;

/// Shows what the text says.
pub fn said_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let check = &context.ui.composer.check;
    if !check.said.is_empty() {
        ui.label(context.theme().overline(&context.say("compose-you-say")));
    }
    // What needs attention comes first; within that, the order of the text.
    for wanted in [Knowing::Contradicted, Knowing::NotYet, Knowing::Known, Knowing::NamedUnknown] {
        for line in check.said.iter().filter(|line| line.knowing == wanted) {
            line_ui(ui, context, line);
        }
    }
    for sentence in check.unchecked.iter().take(UNCHECKED) {
        unchecked_ui(ui, context, sentence);
    }
}

fn line_ui(ui: &mut Ui, context: ExerciseContext<'_>, line: &SaidLine) {
    let theme = context.theme();
    let (tone, icon) = match line.knowing {
        Knowing::Known => (Tone::Calm, icon::SEAL_CHECK),
        Knowing::NotYet => (Tone::Caution, icon::QUESTION),
        Knowing::Contradicted => (Tone::Harm, icon::X_CIRCLE),
        Knowing::NamedUnknown => (Tone::Plain, icon::CIRCLE_DASHED),
    };
    let topic = context.situation.topics.iter().find(|topic| topic.id == line.claim.topic);
    let detail = topic.map_or_else(String::new, |topic| context.say(detail_key(topic.detail)));
    let content = wording::says(context.view.texts, topic, &line.claim.says);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        ui.label(theme.text(Face::Body, icon, theme.tone(tone)));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GRID;
                ui.label(theme.text(Face::SmallStrong, detail, theme.muted));
                ui.add(Label::new(theme.body(content)).truncate()).on_hover_text(&line.words);
            });
            let notes = notes(context, line);
            if !notes.is_empty() {
                ui.add(Label::new(theme.small(notes)).wrap());
            }
        });
    });
}

/// Returns the remarks on a claim, in one line.
fn notes(context: ExerciseContext<'_>, line: &SaidLine) -> String {
    let knowing = match line.knowing {
        Knowing::Contradicted => Some(context.say("compose-said-contradicted")),
        Knowing::NotYet => Some(context.say("compose-said-not-known")),
        Knowing::Known | Knowing::NamedUnknown => None,
    };
    let plan = match line.plan {
        Plan::Otherwise => Some(context.say("compose-said-otherwise")),
        Plan::Unplanned if !context.ui.composer.says.is_empty() => Some(context.say("compose-said-unplanned")),
        Plan::Planned | Plan::Unplanned => None,
    };
    let earlier = line.earlier.map(|at| context.fill("compose-said-earlier", [("at", context.moment(at).into())]));
    let notes: Vec<String> = [knowing, earlier, plan].into_iter().flatten().collect();
    notes.join(" · ")
}

fn unchecked_ui(ui: &mut Ui, context: ExerciseContext<'_>, sentence: &str) {
    let theme = context.theme();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        ui.label(theme.text(Face::Body, icon::CIRCLE_HALF, theme.muted));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add(Label::new(theme.small(context.say("compose-said-unchecked"))).wrap());
            let quote = context.fill("compose-quote", [("text", sentence.into())]);
            ui.add(Label::new(theme.body(quote)).truncate());
        });
    });
}
