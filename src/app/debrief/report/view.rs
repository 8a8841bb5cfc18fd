//! The after-action report and improvement plan, for editing and sign-off.
//!
//! Each editable text shows its current version. An edited text also shows the reviewer and the generated version.
//! Struck lines remain visible, with the reason.

use egui::Ui;

use super::state::{Editing, Slot};
use crate::app::debrief::command::{EditCommand, MarkCommand};
use crate::app::debrief::context::DebriefContext;
use crate::app::debrief::look::rating_look;
use crate::app::theme::{Face, Tone};
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, bullet_ui, chip_ui, columns_ui, hairline_ui, sides_ui};
use crate::app::{icon, wording};
use goldenhour_core::debrief::Edited;
use goldenhour_core::debrief::after_action::{CapabilityAnalysis, PlanLine, ReportedFinding, Struck};
use goldenhour_core::session::edit::{ActionPart, FindingPart, Line};

/// A text that can be edited.
struct Editable<'a> {
    slot: Slot,
    /// Label shown to the user.
    label: String,
    /// Number or title of the containing entry, used in the accessible name. Empty for the report's own texts.
    of: &'a str,
    text: &'a Edited,
    /// Number of text rows in the field.
    rows: usize,
}

/// Shows the report.
pub fn report_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let report = &context.debrief.after_action;
    status_ui(ui, context);
    ui.add_space(12.0);
    let label = context.say("report-summary");
    editable_ui(ui, context, &Editable { slot: Slot::Summary, label, of: "", text: &report.summary, rows: 3 });
    ui.add_space(12.0);
    ui.label(theme.heading(context.say("report-overview")));
    for line in &report.overview {
        let (slot, label) = (Slot::Overview(line.row), wording::overview_row(context.view.texts, line.row));
        editable_ui(ui, context, &Editable { slot, label, of: "", text: &line.text, rows: 2 });
    }
    for capability in &report.capabilities {
        ui.add_space(16.0);
        capability_ui(ui, context, capability);
    }
    ui.add_space(20.0);
    ui.label(theme.heading(context.say("debrief-plan")));
    for line in &report.improvement_plan {
        plan_ui(ui, context, line);
    }
}

/// Shows whether the report is a draft or final, and the field for the reviewer's name.
fn status_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let status = &context.debrief.after_action.status;
    let has_name = !context.reviewer.trim().is_empty();
    ui.horizontal_wrapped(|ui| {
        let (key, command) = if let Some(stamp) = &status.finalized {
            let filling = [("by", stamp.by.as_str().into()), ("count", status.edits_since.into())];
            chip_ui(ui, theme, Tone::Calm, icon::SEAL_CHECK, &context.fill("report-final", filling));
            ("report-make-draft", EditCommand::Draft)
        } else {
            chip_ui(ui, theme, Tone::Caution, icon::PENCIL_LINE, &context.say("report-draft"));
            ("report-make-final", EditCommand::Final)
        };
        if Button::new(&context.say(key)).small().enabled(has_name).show(ui, theme).clicked() {
            context.view.send(command);
        }
    });
    let (name, hint) = (context.say("marking-reviewer"), context.say("report-reviewer-hint"));
    let field = Field { name: &name, hint: &hint, rows: 1, width: Some(320.0) };
    if let Some(text) = field_ui(ui, theme, &field, context.reviewer) {
        context.view.send(MarkCommand::Reviewer(text));
    }
    if !has_name {
        ui.label(theme.small(context.say("report-needs-name")));
    }
}

fn capability_ui(ui: &mut Ui, context: DebriefContext<'_>, capability: &CapabilityAnalysis) {
    let theme = context.view.theme;
    let (tone, letter) = rating_look(capability.rating_overridden.or(capability.rating));
    let title = |ui: &mut Ui| {
        ui.label(theme.text(Face::Display, letter, theme.tone(tone)));
        ui.add(egui::Label::new(theme.heading(capability.title.as_str())).wrap());
    };
    sides_ui(ui, title, |_| {});
    if let Some(objective) = &capability.objective {
        ui.add(egui::Label::new(theme.muted(format!("{}. {}", objective.number, objective.title))).wrap());
    }
    hairline_ui(ui, theme);
    for finding in capability.strengths.iter().chain(&capability.areas) {
        finding_ui(ui, context, finding);
    }
    let additions = [
        (Slot::AddStrength(capability.id.clone()), "report-add-strength"),
        (Slot::AddImprovement(capability.id.clone()), "report-add-area"),
        (Slot::AddAction(capability.id.clone()), "report-add-action"),
    ];
    ui.horizontal_wrapped(|ui| {
        for (slot, key) in &additions {
            let word = context.say(key);
            let name = format!("{word}: {}", capability.title);
            if Button::quiet(&word).name(&name).icon(icon::PLUS).small().show(ui, theme).clicked() {
                context.view.send(EditCommand::Begin(slot.clone(), String::new()));
            }
        }
    });
    for (slot, key) in additions {
        if let Some(editing) = context.editing.filter(|editing| editing.slot == slot) {
            writing_ui(ui, context, editing, &context.say(key), 3);
        }
    }
}

fn finding_ui(ui: &mut Ui, context: DebriefContext<'_>, finding: &ReportedFinding) {
    let theme = context.view.theme;
    theme.card().inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let line = Line::Finding(finding.named.clone());
        head_ui(ui, context, &finding.number, finding.struck.as_ref(), &line);
        for (part, key, text) in [
            (FindingPart::Observation, "report-observation", &finding.observation),
            (FindingPart::Reference, "report-reference", &finding.reference),
            (FindingPart::Analysis, "report-analysis", &finding.analysis),
        ] {
            let slot = Slot::Finding(finding.named.clone(), part);
            let editable = Editable { slot, label: context.say(key), of: &finding.number, text, rows: 3 };
            editable_ui(ui, context, &editable);
        }
        if let Some(whatif) = &finding.what_if {
            bullet_ui(ui, theme, icon::SHUFFLE, whatif);
        }
    });
}

fn plan_ui(ui: &mut Ui, context: DebriefContext<'_>, line: &PlanLine) {
    let theme = context.view.theme;
    let of = if line.area.is_empty() { line.issue.text() } else { line.area.as_str() };
    let editable = |slot: Slot, key: &str, text, rows| Editable { slot, label: context.say(key), of, text, rows };
    let action = |part| Slot::Action(line.named.clone(), part);
    theme.card().inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        head_ui(ui, context, of, line.struck.as_ref(), &Line::Action(line.named.clone()));
        ui.label(theme.small(line.capability.as_str()));
        editable_ui(ui, context, &editable(action(ActionPart::Issue), "report-issue", &line.issue, 2));
        editable_ui(ui, context, &editable(action(ActionPart::Action), "report-action", &line.action, 3));
        let mut who = |ui: &mut Ui| {
            let slot = action(ActionPart::Organization);
            editable_ui(ui, context, &editable(slot, "report-organization", &line.organization, 1));
            editable_ui(ui, context, &editable(action(ActionPart::Contact), "report-contact", &line.contact, 1));
        };
        let mut when = |ui: &mut Ui| {
            editable_ui(ui, context, &editable(Slot::Start(line.named.clone()), "report-start", &line.start, 1));
            let slot = Slot::Completion(line.named.clone());
            editable_ui(ui, context, &editable(slot, "report-completion", &line.completion, 1));
        };
        columns_ui(ui, 24.0, &mut [&mut who, &mut when]);
    });
}

/// Shows the number of an entry, whether it is struck, and the button to strike or restore it.
fn head_ui(ui: &mut Ui, context: DebriefContext<'_>, of: &str, struck: Option<&Struck>, line: &Line) {
    let theme = context.view.theme;
    let has_name = !context.reviewer.trim().is_empty();
    let left = |ui: &mut Ui| {
        ui.label(theme.overline(of));
        if let Some(struck) = struck {
            let filling = [("by", struck.stamp.by.as_str().into()), ("reason", struck.reason.as_str().into())];
            chip_ui(ui, theme, Tone::Caution, icon::PROHIBIT, &context.fill("report-struck", filling));
        }
    };
    let right = |ui: &mut Ui| {
        let (key, command) = match struck {
            Some(_) => ("report-restore", EditCommand::Restore(line.clone())),
            None => ("report-strike", EditCommand::Begin(Slot::Strike(line.clone()), String::new())),
        };
        let word = context.say(key);
        let name = format!("{word}: {of}");
        if Button::quiet(&word).name(&name).small().enabled(has_name).show(ui, theme).clicked() {
            context.view.send(command);
        }
    };
    egui::containers::Sides::new().height(24.0).shrink_left().show(ui, left, right);
    if let Some(editing) = context.editing.filter(|editing| editing.slot == Slot::Strike(line.clone())) {
        writing_ui(ui, context, editing, &context.say("report-strike-reason"), 2);
    }
}

/// Shows a text with its edit history, or its field while it is being edited.
fn editable_ui(ui: &mut Ui, context: DebriefContext<'_>, editable: &Editable<'_>) {
    let theme = context.view.theme;
    if let Some(editing) = context.editing.filter(|editing| editing.slot == editable.slot) {
        writing_ui(ui, context, editing, &editable.label, editable.rows);
        return;
    }
    let has_name = !context.reviewer.trim().is_empty();
    let left = |ui: &mut Ui| {
        ui.label(theme.small(editable.label.as_str()));
        if let Some(change) = &editable.text.edit {
            let by = context.fill("report-edited", [("by", change.stamp.by.as_str().into())]);
            chip_ui(ui, theme, Tone::Accent, icon::PENCIL_LINE, &by);
        }
    };
    let right = |ui: &mut Ui| {
        let name = |word: &str| format!("{word}: {} {}", editable.label, editable.of).trim_end().to_owned();
        let word = context.say("report-edit");
        let button = Button::quiet("").icon(icon::PENCIL_LINE).small().enabled(has_name);
        if button.name(&name(&word)).hint(&word).show(ui, theme).clicked() {
            let text = editable.text.text().to_owned();
            context.view.send(EditCommand::Begin(editable.slot.clone(), text));
        }
        let word = context.say("report-take-back");
        if editable.text.edit.is_some() {
            let button = Button::quiet(&word).small().enabled(has_name);
            if button.name(&name(&word)).show(ui, theme).clicked() {
                context.view.send(EditCommand::TakeBack(editable.slot.clone()));
            }
        }
    };
    egui::containers::Sides::new().height(22.0).shrink_left().show(ui, left, right);
    match editable.text.is_blank() {
        true => drop(ui.label(theme.muted(context.say("report-blank")))),
        false => drop(ui.add(egui::Label::new(theme.body(editable.text.text())).wrap())),
    }
    if editable.text.edit.is_some() && !editable.text.automatic.is_empty() {
        let automatic = context.fill("report-automatic", [("text", editable.text.automatic.as_str().into())]);
        ui.add(egui::Label::new(theme.small(automatic)).wrap());
    }
}

/// Shows the field for an edit.
fn writing_ui(ui: &mut Ui, context: DebriefContext<'_>, editing: &Editing, label: &str, rows: usize) {
    let theme = context.view.theme;
    ui.label(theme.small(label));
    let name = |label: &str| context.fill("report-field", [("label", label.into())]);
    let field = Field { name: &name(label), hint: "", rows, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &editing.text) {
        context.view.send(EditCommand::Text(text));
    }
    if editing.slot.is_double() {
        let label = context.say("report-action");
        ui.label(theme.small(label.as_str()));
        let field = Field { name: &name(&label), hint: "", rows, width: None };
        if let Some(text) = field_ui(ui, theme, &field, &editing.second) {
            context.view.send(EditCommand::Second(text));
        }
    }
    ui.horizontal(|ui| {
        let is_complete = editing.is_complete(context.reviewer);
        let word = context.say("report-keep");
        if Button::primary(&word).icon(icon::CHECK).small().enabled(is_complete).show(ui, theme).clicked() {
            context.view.send(EditCommand::Keep);
        }
        if Button::quiet(&context.say("report-drop")).small().show(ui, theme).clicked() {
            context.view.send(EditCommand::Drop);
        }
    });
}
