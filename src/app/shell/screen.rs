//! Draws the current screen together with notices and sheets.

use egui::Ui;

use super::route::Route;
use super::state::State;
use super::toast::{notice_ui, toast_ui};
use super::view::ViewContext;
use super::{guide, sheet};
use crate::app::exercise::context::ExerciseContext;
use crate::app::exercise::public_scenario::PublicScenario;
use crate::app::theme::Tone;
use crate::app::{briefing, compare, debrief, exercise, facilitator, gallery, hot_wash, library, replay};

/// Shows the screen for the current route.
pub fn screen_ui(ui: &mut Ui, state: &State, view: ViewContext<'_>) {
    match &state.notice {
        Some(notice) if notice.tone == Tone::Calm => toast_ui(ui, view, notice),
        Some(notice) => notice_ui(ui, view, notice),
        None => {}
    }
    guide::view::guide_ui(ui, state, view);
    match &state.route {
        Route::Library => library::view::library_ui(ui, view, &state.library),
        Route::Gallery => gallery::gallery_ui(ui, view),
        Route::Briefing(briefing) => briefing::view::briefing_ui(ui, view, briefing),
        Route::HotWash(wash) => hot_wash::view::hot_wash_ui(ui, view, wash),
        Route::Debrief(screen) => debrief::view::debrief_ui(ui, view, screen, &state.settings.reviewer),
        Route::Compare(compare) => compare::view::compare_ui(ui, view, compare),
        Route::Replay(replay) => replay::view::replay_ui(ui, view, replay),
        Route::Exercise(drill) => {
            let context = ExerciseContext {
                view,
                scenario: PublicScenario::of(drill.session.scenario()),
                situation: &drill.situation,
                ui: &drill.ui,
                pacing: &drill.pacing,
            };
            exercise::view::exercise_ui(ui, context);
            facilitator::view::window_ui(ui, view, drill);
        }
    }
    sheet::view::sheet_ui(ui, state, view);
    sheet::view::task_ui(ui, state, view);
}
