//! The briefing screen: organization, objectives, ground rules and dossier, with the setup panel on the right.

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::state::Briefing;
use super::{ground_rules, setup};
use crate::app::icon;
use crate::app::shell::masthead::masthead_ui;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Face;
use crate::app::widget::markdown::markdown_ui;
use crate::app::widget::{bullet_ui, hairline_ui, section_ui};

/// Shows the briefing.
pub fn briefing_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let theme = view.theme;
    masthead_ui(ui, view, &view.say("briefing-title"), true);
    Panel::right("setup").frame(theme.panel_frame(24, 24)).exact_size(380.0).resizable(false).show(ui, |ui| {
        setup::setup_ui(ui, view, briefing);
    });
    let frame = Frame::new().fill(theme.base).inner_margin(Margin::symmetric(32, 0));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("briefing").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(860.0));
            ui.add_space(24.0);
            stakes_ui(ui, view, briefing);
            ui.add_space(16.0);
            ground_rules::ground_rules_ui(ui, view);
            ui.add_space(16.0);
            dossier_ui(ui, view, briefing);
            ui.add_space(32.0);
        });
    });
}

fn stakes_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let theme = view.theme;
    let scenario = &briefing.scenario;
    ui.label(theme.overline(&scenario.organization.name));
    ui.label(theme.text(Face::Giant, scenario.title.as_str(), theme.strong));
    ui.label(theme.text(Face::Story, scenario.summary.as_str(), theme.body).size(17.0));
    section_ui(ui, theme, &view.say("briefing-objectives"));
    for objective in &scenario.objectives {
        bullet_ui(ui, theme, icon::TARGET, &objective.title);
    }
}

fn dossier_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let Some(document) = briefing.scenario.document(&briefing.document) else { return };
    hairline_ui(ui, view.theme);
    ui.add_space(8.0);
    section_ui(ui, view.theme, &view.say("briefing-dossier"));
    markdown_ui(ui, view.theme, &document.text);
}
