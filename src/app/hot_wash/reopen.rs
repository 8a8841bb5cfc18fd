//! The button in the debrief that reopens the hot wash.

use egui::Ui;

use super::command::HotWashCommand;
use crate::app::debrief::state::DebriefUi;
use crate::app::icon;
use crate::app::shell::view::ViewContext;
use crate::app::widget::Button;

/// Shows the button if the exercise has ended.
pub fn reopen_ui(ui: &mut Ui, view: ViewContext<'_>, screen: &DebriefUi) {
    if !screen.session.has_ended() {
        return;
    }
    let key = match screen.debrief.own_review {
        Some(_) => "hot_wash-reopen",
        None => "hot_wash-hold",
    };
    let (word, hint) = (view.say(key), view.say("hot_wash-reopen-hint"));
    if Button::new(&word).icon(icon::USERS_THREE).hint(&hint).show(ui, view.theme).clicked() {
        view.send(HotWashCommand::Open);
    }
}
