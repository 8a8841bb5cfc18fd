//! The column at the right: the team, the seed, and the start.

use egui::{Align, Layout, Ui};

use crate::app::command::BriefingCommand;
use crate::app::icon;
use crate::app::state::Briefing;
use crate::app::theme::Tone;
use crate::app::view::ViewContext;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, chip_ui, section_ui};
use crate::scenario::Role;

/// Shows the column.
pub fn setup_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        start_ui(ui, view, briefing);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            egui::ScrollArea::vertical().id_salt("team").auto_shrink(false).show(ui, |ui| {
                team_ui(ui, view, briefing);
            });
        });
    });
}

fn team_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let theme = view.theme;
    ui.label(theme.overline("The response team"));
    for role in &briefing.scenario.roles {
        role_ui(ui, view, role);
        ui.add_space(6.0);
    }
}

fn role_ui(ui: &mut Ui, view: ViewContext<'_>, role: &Role) {
    let theme = view.theme;
    ui.horizontal(|ui| {
        ui.label(theme.strong(role.holder.as_str()));
        match role.at_start {
            true => chip_ui(ui, theme, Tone::Calm, icon::USER_CHECK, "at work"),
            false => chip_ui(ui, theme, Tone::Plain, icon::PHONE, &format!("{} after a call", role.arrives_after)),
        };
    });
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.label(theme.text(crate::app::theme::Face::Small, role.title.as_str(), theme.accent));
    ui.label(theme.muted(role.duty.as_str()));
}

fn start_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let theme = view.theme;
    let seed = super::seed(briefing);
    let width = ui.available_width();
    let button = Button::primary("Start the exercise").icon(icon::PLAY).enabled(seed.is_ok()).width(width);
    if button.show(ui, theme).clicked() {
        super::start(view);
    }
    ui.label(theme.small("Time stands still until you let it run."));
    if let Err(reason) = seed {
        ui.label(theme.toned(Tone::Harm, format!("{}  {reason}", icon::WARNING_CIRCLE)));
    }
    ui.horizontal(|ui| {
        let field = Field { name: "Seed", hint: "a number", rows: 1, width: Some(120.0) };
        if let Some(text) = field_ui(ui, theme, &field, &briefing.seed) {
            view.send(BriefingCommand::Seed(text));
        }
        if Button::new("Surprise me").icon(icon::DICE_FIVE).show(ui, theme).clicked() {
            view.send(BriefingCommand::Surprise);
        }
    });
    ui.label(theme.small("The same seed deals the same luck, so that two teams can be compared."));
    section_ui(ui, theme, "Seed of chance");
}
