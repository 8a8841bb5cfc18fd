//! The composer view: outline by topic, text with underlined findings, preview, and approval and release.
//!
//! Each claim shows whether the team knows it to be true, with an icon and a label, so that players do not present
//! a guess as fact by accident. "Not known yet" can be chosen like any other claim. A wide window shows all parts
//! side by side, with preview and release replacing the decisions. A smaller window shows the outline and one other
//! part, and the smallest shows one part at a time.

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::command::ComposerCommand;
use super::state::Pane;
use super::{outlet, outline, preview, words};
use crate::app::exercise::command::LookCommand;
use crate::app::exercise::context::ExerciseContext;
use crate::app::exercise::state::Tab;
use crate::app::icon;
use crate::app::theme::GRID;
use crate::app::widget::{Button, sides_ui};

/// Minimum width next to the inbox at which all parts are shown side by side, in points.
pub const WIDE: f32 = 1020.0;

/// Minimum width at which the outline is shown next to another part, in points.
const HALF: f32 = 560.0;

/// Parts selectable in a small window, with the Fluent ids of their labels and accessible names.
const PANES: [(Pane, &str, &str); 4] = [
    (Pane::Outline, "compose-pane-outline", "compose-pane-outline-name"),
    (Pane::Words, "compose-pane-words", "compose-pane-words-name"),
    (Pane::Preview, "compose-pane-preview", "compose-pane-preview-name"),
    (Pane::Outlet, "compose-pane-outlet", "compose-pane-outlet-name"),
];

/// Shows the composer. In a wide window, the release column is a separate panel.
pub fn compose_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_wide: bool) {
    if is_wide {
        outline_panel(ui, context);
        words::words_ui(ui, context, true);
        return;
    }
    let foot = Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO });
    let has_outline = ui.available_width() >= HALF;
    if has_outline {
        outline_panel(ui, context);
    }
    Panel::bottom("publish").frame(foot).resizable(false).show(ui, |ui| outlet::publish_ui(ui, context, true));
    panes_ui(ui, context, has_outline);
    ui.add_space(GRID);
    match shown(context.ui.composer.pane, has_outline) {
        Pane::Outline => outline::outline_ui(ui, context),
        Pane::Words => words::words_ui(ui, context, false),
        Pane::Preview => preview::preview_ui(ui, context),
        Pane::Outlet => scrolled_ui(ui, "outlet", |ui| {
            outlet::update_ui(ui, context);
            ui.add_space(GRID);
            ui.label(context.theme().overline(&context.say("compose-carrier")));
            outlet::outlet_ui(ui, context);
            ui.add_space(2.0 * GRID);
            outlet::passage_ui(ui, context);
        }),
    }
}

/// Shows the release column: the action that publishes the statement, the preview and the approval path.
pub fn way_out_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let back = |ui: &mut Ui| {
        let label = context.say("compose-to-decisions");
        if Button::quiet(&label).icon(icon::ARROW_LEFT).small().show(ui, theme).clicked() {
            context.look(LookCommand::Tab(Tab::Situation));
        }
    };
    sides_ui(ui, |ui| drop(ui.label(theme.overline(&context.say("compose-carrier")))), back);
    let is_chosen = context.ui.composer.action.is_some();
    let foot = Frame::new().inner_margin(Margin { top: 12, ..Margin::ZERO });
    Panel::bottom("publish").frame(foot).resizable(false).show(ui, |ui| {
        if is_chosen {
            outlet::passage_ui(ui, context);
        }
        outlet::publish_ui(ui, context, false);
    });
    if !is_chosen {
        scrolled_ui(ui, "outlet", |ui| {
            outlet::outlet_ui(ui, context);
            ui.add_space(2.0 * GRID);
            outlet::passage_ui(ui, context);
            preview::form_ui(ui, context);
        });
        return;
    }
    outlet::outlet_ui(ui, context);
    ui.add_space(GRID);
    preview::preview_ui(ui, context);
}

fn outline_panel(ui: &mut Ui, context: ExerciseContext<'_>) {
    let width = (ui.available_width() * 0.42).clamp(220.0, 292.0);
    let frame = Frame::new().inner_margin(Margin { right: 16, ..Margin::ZERO });
    let panel = Panel::left("outline").frame(frame).exact_size(width).resizable(false).show_separator_line(false);
    panel.show(ui, |ui| outline::outline_ui(ui, context));
}

/// Returns the part to show. If the outline already has its own panel, the text is shown instead.
fn shown(pane: Pane, has_outline: bool) -> Pane {
    if has_outline && pane == Pane::Outline { Pane::Words } else { pane }
}

fn panes_ui(ui: &mut Ui, context: ExerciseContext<'_>, has_outline: bool) {
    let chosen = shown(context.ui.composer.pane, has_outline);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        for (pane, label, name) in PANES {
            if has_outline && pane == Pane::Outline {
                continue;
            }
            let (label, name) = (context.say(label), context.say(name));
            let button = Button::quiet(&label).name(&name).small().selected(pane == chosen);
            if button.show(ui, context.theme()).clicked() {
                context.send(ComposerCommand::Pane(pane));
            }
        }
    });
}

fn scrolled_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, content);
}
