//! The setup column: mode, players, seed and the start button.

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::command::BriefingCommand;
use super::state::Briefing;
use crate::app::icon;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, chip_ui, sides_ui};
use goldenhour_core::scenario::Role;
use goldenhour_core::session::Mode;

/// Available modes, each with the Fluent ids of its name and description.
const MODES: [(Mode, &str, &str); 3] = [
    (Mode::Solo, "briefing-solo", "briefing-solo-text"),
    (Mode::Paced, "briefing-paced", "briefing-paced-text"),
    (Mode::Discussion, "briefing-discussion", "briefing-discussion-text"),
];

/// Shows the setup column, with the start button fixed at the bottom and the rest scrolling above it.
pub fn setup_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let frame = Frame::new().inner_margin(Margin { top: 12, ..Margin::ZERO });
    Panel::bottom("start").frame(frame).resizable(false).show(ui, |ui| start_ui(ui, view, briefing));
    ScrollArea::vertical().id_salt("team").auto_shrink(false).show(ui, |ui| {
        modes_ui(ui, view, briefing);
        team_ui(ui, view, briefing);
    });
}

fn modes_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let theme = view.theme;
    ui.label(theme.overline(&view.say("briefing-mode")));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (mode, word, _) in MODES {
            let word = view.say(word);
            if Button::new(&word).small().selected(briefing.mode == mode).show(ui, theme).clicked() {
                view.send(BriefingCommand::Mode(mode));
            }
        }
    });
    if let Some((_, _, text)) = MODES.iter().find(|(mode, ..)| *mode == briefing.mode) {
        ui.add(egui::Label::new(theme.small(view.say(text))).wrap());
    }
    ui.add_space(12.0);
}

fn team_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    ui.label(view.theme.overline(&view.say("briefing-team")));
    for role in &briefing.scenario.roles {
        role_ui(ui, view, briefing, role);
        ui.add_space(8.0);
    }
}

fn role_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing, role: &Role) {
    let theme = view.theme;
    let (tone, icon, text) = if role.at_start {
        (Tone::Calm, icon::USER_CHECK, view.say("briefing-at-work"))
    } else {
        let length = view.length(role.arrives_after);
        (Tone::Plain, icon::PHONE, view.fill("briefing-after-call", [("length", length.into())]))
    };
    let presence = |ui: &mut Ui| drop(chip_ui(ui, theme, tone, icon, &text));
    sides_ui(ui, |ui| drop(ui.label(theme.strong(role.holder.as_str()))), presence);
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.label(theme.text(Face::Small, role.title.as_str(), theme.accent));
    ui.label(theme.muted(role.duty.as_str()));
    if briefing.mode != Mode::Solo {
        let name = view.fill("briefing-played-by", [("holder", role.holder.as_str().into())]);
        let hint = view.say("briefing-played-by-hint");
        let field = Field { name: &name, hint: &hint, rows: 1, width: None };
        let player = briefing.players.get(&role.id).map_or("", String::as_str);
        if let Some(text) = field_ui(ui, theme, &field, player) {
            view.send(BriefingCommand::Player(role.id.clone(), text));
        }
    }
}

fn start_ui(ui: &mut Ui, view: ViewContext<'_>, briefing: &Briefing) {
    let theme = view.theme;
    let seed = seed(briefing);
    ui.label(theme.overline(&view.say("briefing-chance")));
    ui.label(theme.small(view.say("briefing-seed-text")));
    ui.horizontal(|ui| {
        let (name, hint) = (view.say("briefing-seed"), view.say("briefing-seed-hint"));
        let field = Field { name: &name, hint: &hint, rows: 1, width: Some(120.0) };
        if let Some(text) = field_ui(ui, theme, &field, &briefing.seed) {
            view.send(BriefingCommand::Seed(text));
        }
        let surprise = view.say("briefing-surprise");
        if Button::new(&surprise).icon(icon::DICE_FIVE).show(ui, theme).clicked() {
            view.send(BriefingCommand::Surprise);
        }
    });
    if seed.is_none() {
        let reason = view.say("briefing-bad-seed");
        ui.label(theme.toned(Tone::Harm, format!("{}  {reason}", icon::WARNING_CIRCLE)));
    }
    ui.label(theme.small(view.say("briefing-start-text")));
    let width = ui.available_width();
    let start = view.say("briefing-start");
    let button = Button::primary(&start).icon(icon::PLAY).enabled(seed.is_some()).width(width);
    if button.show(ui, theme).clicked() {
        view.send(BriefingCommand::Start);
    }
}

/// Parses the seed field. Returns `None` if it is not a number.
fn seed(briefing: &Briefing) -> Option<u64> {
    briefing.seed.trim().parse().ok()
}
