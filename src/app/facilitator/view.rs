//! The facilitator's window: the MSEL on the left, the ground truth, contingency deck, statements, scores and log on
//! the right, and notes at the bottom.
//!
//! It is a separate native window, so that it can be moved to a different screen than the players' window. On
//! platforms that support only one window, it is embedded in the main window. No other view may show the whole
//! scenario. Single-key shortcuts are active unless a note is being written: `M` starts a note, `1` to `4` rate the
//! selected objective, and `O` selects the next one. None of them conflicts with a shortcut of the exercise, which
//! handles keys first when this window is embedded.

use egui::{CentralPanel, Frame, Key, Margin, Modifiers, Panel, ScrollArea, Ui, ViewportBuilder, ViewportClass};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use super::state::{FacilitatorPage, NoteKind};
use super::{deck, journal, msel, note_draft, scores, statements, topbar, truth};
use crate::app::exercise::state::Drill;
use crate::app::icon;
use crate::app::shell::view::ViewContext;
use crate::app::widget::Button;

/// Pages next to the MSEL, with their icons and the Fluent ids of their names.
const PAGES: [(FacilitatorPage, &str, &str); 5] = [
    (FacilitatorPage::Truth, icon::EYE, "facilitator-page-truth"),
    (FacilitatorPage::Deck, icon::SHUFFLE, "facilitator-page-deck"),
    (FacilitatorPage::Statements, icon::MEGAPHONE, "facilitator-page-statements"),
    (FacilitatorPage::Scores, icon::GAUGE, "facilitator-page-scores"),
    (FacilitatorPage::Log, icon::NOTE, "facilitator-page-log"),
];

/// Shortcut keys for ratings, in the order of the ratings.
const RATING_KEYS: [(Key, u8); 4] = [(Key::Num1, 1), (Key::Num2, 2), (Key::Num3, 3), (Key::Num4, 4)];

/// Shows the facilitator's window, if it is open.
pub fn window_ui(ui: &mut Ui, view: ViewContext<'_>, drill: &Drill) {
    let Some(facilitator) = &drill.facilitator else { return };
    let context = FacilitatorContext { view, drill, facilitator };
    let title = view.fill("facilitator-window", [("title", context.scenario().title.as_str().into())]);
    let builder = ViewportBuilder::default()
        .with_title(title)
        .with_app_id("goldenhour")
        .with_inner_size([1180.0, 820.0])
        .with_min_inner_size([960.0, 620.0]);
    let id = egui::ViewportId::from_hash_of("facilitator");
    ui.ctx().clone().show_viewport_immediate(id, builder, |ui, class| {
        keys(ui, context);
        facilitator_ui(ui, context, class == ViewportClass::EmbeddedWindow);
        if ui.input(|input| input.viewport().close_requested()) && class != ViewportClass::EmbeddedWindow {
            context.send(FacilitatorCommand::Close);
        }
    });
}

fn facilitator_ui(ui: &mut Ui, context: FacilitatorContext<'_>, is_embedded: bool) {
    let theme = context.theme();
    let top = Panel::top("leader_top").frame(theme.panel_frame(20, 12)).resizable(false);
    top.show(ui, |ui| topbar::topbar_ui(ui, context, is_embedded));
    let bottom = Panel::bottom("leader_jot").frame(theme.panel_frame(20, 12)).resizable(false);
    bottom.show(ui, |ui| note_draft::note_draft_ui(ui, context));
    let width = (ui.available_width() * 0.47).clamp(380.0, 560.0);
    let left = Panel::left("facilitator-msel").frame(theme.panel_frame(16, 12)).exact_size(width).resizable(false);
    left.show(ui, |ui| msel::msel_ui(ui, context));
    let frame = Frame::new().fill(theme.base).inner_margin(Margin::symmetric(20, 12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        pages_ui(ui, context);
        ui.add_space(8.0);
        let place = PAGES.iter().position(|page| page.0 == context.facilitator.page);
        ScrollArea::vertical().id_salt(("facilitator", place)).auto_shrink(false).show(ui, |ui| {
            match context.facilitator.page {
                FacilitatorPage::Truth => truth::truth_ui(ui, context),
                FacilitatorPage::Deck => deck::deck_ui(ui, context),
                FacilitatorPage::Statements => statements::statements_ui(ui, context),
                FacilitatorPage::Scores => scores::scores_ui(ui, context),
                FacilitatorPage::Log => journal::journal_ui(ui, context),
            }
            ui.add_space(16.0);
        });
    });
}

fn pages_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (page, icon, key) in PAGES {
            let word = context.say(key);
            let button = Button::quiet(&word).icon(icon).small().selected(context.facilitator.page == page);
            if button.show(ui, context.theme()).clicked() {
                context.send(FacilitatorCommand::Page(page));
            }
        }
    });
}

/// Handles single-key shortcuts while no text is being edited.
fn keys(ui: &Ui, context: FacilitatorContext<'_>) {
    if context.facilitator.note.is_some() || ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::M) {
        context.send(FacilitatorCommand::BeginNote(NoteKind::Note));
    }
    let Some(objective) = &context.facilitator.objective else { return };
    for (key, rank) in RATING_KEYS {
        if pressed(key) {
            context.send(FacilitatorCommand::BeginNote(NoteKind::Rating(objective.clone(), rank)));
        }
    }
    if pressed(Key::O) {
        note_draft::next_objective(context);
    }
}
