//! A scenario card: summary and best result, or the diagnostics if the scenario failed to load.

use egui::Ui;

use super::command::LibraryCommand;
use super::state::{Library, LibraryScenario};
use crate::app::icon;
use crate::app::shell::command::Destination;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, bullet_ui, chip_ui, sides_ui};
use goldenhour_core::diagnostic::Diagnostics;
use goldenhour_core::scenario::Scenario;

/// Maximum number of diagnostics shown on a card.
const SHOWN: usize = 6;

/// Minimum height of a card's content above the footer, in points. Keeps the footers of neighboring cards aligned.
const HEIGHT: f32 = 408.0;

/// Shows the card for a scenario.
pub fn scenario_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library, listed: &LibraryScenario) {
    match &listed.scenario {
        Ok(scenario) => playable_ui(ui, view, library, listed, scenario),
        Err(diagnostics) => broken_ui(ui, view, listed, diagnostics),
    }
}

fn playable_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library, listed: &LibraryScenario, scenario: &Scenario) {
    let theme = view.theme;
    theme.card().inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let top = ui.next_widget_position().y;
        ui.label(theme.overline(&scenario.organization.name));
        ui.label(theme.display(scenario.title.as_str()).size(26.0));
        chips_ui(ui, view, scenario);
        ui.add_space(4.0);
        ui.label(theme.text(Face::Story, scenario.summary.as_str(), theme.body));
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        for objective in &scenario.objectives {
            bullet_ui(ui, theme, icon::TARGET, &objective.title);
        }
        let used = ui.next_widget_position().y - top;
        ui.add_space((HEIGHT - used).max(8.0));
        foot_ui(ui, view, library, listed, scenario);
    });
}

fn chips_ui(ui: &mut Ui, view: ViewContext<'_>, scenario: &Scenario) {
    let theme = view.theme;
    ui.horizontal_wrapped(|ui| {
        let length = view.fill("library-length", [("length", view.length(scenario.length).into())]);
        chip_ui(ui, theme, Tone::Accent, icon::TIMER, &length);
        chip_ui(ui, theme, Tone::Plain, icon::GAUGE, &difficulty(view, scenario.difficulty));
    });
    ui.add(egui::Label::new(theme.text(Face::SmallStrong, scenario.kind.as_str(), theme.accent)).wrap());
}

/// Shows the footer: the best result so far and the buttons.
fn foot_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library, listed: &LibraryScenario, scenario: &Scenario) {
    let theme = view.theme;
    let results = |ui: &mut Ui| match library.results.best(&scenario.id) {
        None => drop(ui.label(theme.small(view.say("library-never")))),
        Some((count, best)) => {
            let filling = [
                ("count", count.into()),
                ("playbook", format!("{:.0}", best.playbook).into()),
                ("outcome", format!("{:.0}", best.outcome).into()),
            ];
            ui.add(egui::Label::new(theme.small(view.fill("library-best", filling))).wrap());
        }
    };
    let ways = |ui: &mut Ui| {
        let (word, name) = (view.say("library-open"), open_name(view, scenario));
        let button = Button::primary(&word).icon(icon::ARROW_RIGHT).name(&name);
        if button.show(ui, theme).clicked() {
            view.send(Destination::Briefing(listed.origin.clone()));
        }
        let title = [("title", scenario.title.as_str().into())];
        let (name, hint) = (view.fill("library-copy", title), view.say("library-copy-hint"));
        if Button::quiet("").icon(icon::FILES).name(&name).hint(&hint).show(ui, theme).clicked() {
            view.send(LibraryCommand::Copy(listed.origin.clone()));
        }
    };
    sides_ui(ui, results, ways);
}

fn open_name(view: ViewContext<'_>, scenario: &Scenario) -> String {
    view.fill("library-open-name", [("title", scenario.title.as_str().into())])
}

/// Returns the difficulty level as text.
fn difficulty(view: ViewContext<'_>, level: u32) -> String {
    view.fill("library-difficulty", [("level", level.into())])
}

fn broken_ui(ui: &mut Ui, view: ViewContext<'_>, listed: &LibraryScenario, diagnostics: &Diagnostics) {
    let theme = view.theme;
    theme.tinted(Tone::Harm).inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = view.fill("library-broken", [("name", listed.origin.slug().into())]);
        ui.label(theme.title(format!("{}  {title}", icon::WARNING_CIRCLE)));
        ui.label(theme.small(listed.origin.place()));
        for diagnostic in diagnostics.iter().take(SHOWN) {
            let place = diagnostic.place.as_ref().map(|place| format!("{place}  ")).unwrap_or_default();
            let text = format!("{place}{} [{}]", diagnostic.message, diagnostic.code);
            ui.label(theme.text(Face::Mono, text, theme.body));
            for hint in &diagnostic.hints {
                ui.label(theme.small(format!("{}  {hint}", icon::LIGHTBULB)));
            }
        }
        let more = diagnostics.iter().count().saturating_sub(SHOWN);
        if more > 0 {
            ui.label(theme.small(view.fill("library-more", [("count", more.into())])));
        }
    });
}
