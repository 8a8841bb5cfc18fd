//! The screens: library, briefing, exercise, facilitator, hot wash, debrief, replay, compare.
//!
//! Each is a folder with a `mod.rs` that divides the window and one file for each part. All of them only read.

pub mod briefing;
pub mod compare;
pub mod debrief;
pub mod exercise;
pub mod facilitator;
mod gallery;
mod guide;
pub mod hot_wash;
pub mod library;
pub mod replay;
pub mod sheet;
mod toast;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::command::{AppCommand, Destination};
use super::icon;
use super::state::{Notice, Route, Sheet, State};
use super::theme::{Theme, ThemeKind, Tone};
use super::view::{ExerciseContext, PublicScenario, ViewContext};
use super::widget::{Button, sides_ui};

/// Shows the screen that the route names.
pub fn screen_ui(ui: &mut Ui, state: &State, view: ViewContext<'_>) {
    match &state.notice {
        Some(notice) if notice.tone == Tone::Calm => toast::toast_ui(ui, view, notice),
        Some(notice) => notice_ui(ui, view, notice),
        None => {}
    }
    guide::guide_ui(ui, state, view);
    match &state.route {
        Route::Library => library::library_ui(ui, view, &state.library),
        Route::Gallery => gallery::gallery_ui(ui, view),
        Route::Briefing(briefing) => briefing::briefing_ui(ui, view, briefing),
        Route::HotWash(wash) => hot_wash::hot_wash_ui(ui, view, wash),
        Route::Debrief(screen) => debrief::debrief_ui(ui, view, screen, &state.settings.reviewer),
        Route::Compare(compare) => compare::compare_ui(ui, view, compare),
        Route::Replay(replay) => replay::replay_ui(ui, view, replay),
        Route::Exercise(drill) => {
            let context = ExerciseContext {
                view,
                scenario: PublicScenario::of(drill.session.scenario()),
                situation: &drill.situation,
                ui: &drill.ui,
                pacing: &drill.pacing,
            };
            exercise::exercise_ui(ui, context);
            facilitator::window_ui(ui, view, drill);
        }
    }
    sheet::sheet_ui(ui, state, view);
    sheet::task_ui(ui, state, view);
}

fn notice_ui(ui: &mut Ui, view: ViewContext<'_>, notice: &Notice) {
    let theme = view.theme;
    let frame = theme.tinted(notice.tone).corner_radius(0).inner_margin(egui::Margin::symmetric(20, 10));
    Panel::top("notice").frame(frame).resizable(false).show_separator_line(false).show(ui, |ui| {
        let left = |ui: &mut Ui| {
            ui.label(theme.text(super::theme::Face::Title, icon::WARNING_CIRCLE, theme.tone(notice.tone)));
            ui.label(theme.strong(notice.title.as_str()));
            ui.add(egui::Label::new(theme.body(notice.text.as_str())).wrap());
        };
        let right = |ui: &mut Ui| {
            if Button::quiet(&view.say("notice-dismiss")).small().show(ui, theme).clicked() {
                view.send(AppCommand::DismissNotice);
            }
        };
        sides_ui(ui, left, right);
    });
}

/// Shows the bar at the top of the screens outside the exercise.
fn masthead_ui(ui: &mut Ui, view: ViewContext<'_>, title: &str, has_way_back: bool) {
    let theme = view.theme;
    Panel::top("masthead").frame(theme.panel_frame(32, 14)).resizable(false).show(ui, |ui| {
        let left = |ui: &mut Ui| {
            if has_way_back
                && Button::quiet(&view.say("masthead-library")).icon(icon::ARROW_LEFT).show(ui, theme).clicked()
            {
                view.send(Destination::Library);
            }
            ui.label(theme.text(super::theme::Face::Headline, title, theme.strong));
        };
        egui::containers::Sides::new().height(36.0).shrink_left().show(ui, left, |ui| tools_ui(ui, view));
    });
}

/// Shows what is at hand on every screen: all commands, help, settings, and the switch between the two looks.
fn tools_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let (icon, name) = match view.theme.kind {
        ThemeKind::Dark => (icon::SUN, view.say("tools-light")),
        ThemeKind::Light => (icon::MOON, view.say("tools-dark")),
    };
    let sheet = |sheet| AppCommand::Sheet(Some(sheet));
    let tools = [
        (icon, name, AppCommand::SwitchTheme),
        (icon::GEAR_SIX, view.say("tools-settings"), sheet(Sheet::Settings)),
        (icon::KEYBOARD, view.say("tools-shortcuts"), sheet(Sheet::Shortcuts)),
        (icon::COMMAND, view.say("tools-palette"), super::catalog::palette(String::new(), 0)),
    ];
    ui.spacing_mut().item_spacing.x = 2.0;
    for (icon, name, command) in tools {
        if Button::quiet("").icon(icon).name(&name).hint(&name).show(ui, view.theme).clicked() {
            view.send(command);
        }
    }
}

/// Shows a centered page that scrolls, no wider than is good to read.
fn page_ui(ui: &mut Ui, theme: &Theme, name: &str, widest: f32, content: impl FnOnce(&mut Ui)) {
    CentralPanel::default().frame(Frame::new().fill(theme.base)).show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
            let width = (ui.available_width() - 64.0).min(widest);
            let side = (ui.available_width() - width) / 2.0;
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width.max(0.0));
                    ui.add_space(28.0);
                    content(ui);
                    ui.add_space(40.0);
                });
            });
        });
    });
}
