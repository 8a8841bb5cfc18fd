//! What to drill next: criteria that most of the sessions missed, and a scenario that exercises them.

use egui::{Label, Ui};

use crate::app::icon;
use crate::app::shell::command::Destination;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, bullet_ui, columns_ui};
use goldenhour_core::compare::Compare;
use goldenhour_core::compare::proposal::{Missed, Proposal, Proposed};

/// Shows the proposal.
pub fn next_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare, proposal: &Proposal) {
    let theme = view.theme;
    ui.label(theme.heading(view.say("compare-next")));
    ui.add_space(4.0);
    let mut left = |ui: &mut Ui| {
        ui.label(theme.overline(&view.say("compare-next-text")));
        ui.add_space(4.0);
        for missed in &proposal.missed {
            missed_ui(ui, view, compare, missed);
        }
    };
    let mut right = |ui: &mut Ui| match &proposal.scenario {
        Some(proposed) => proposed_ui(ui, view, proposed),
        None => drop(ui.label(theme.muted(view.say("compare-no-scenario")))),
    };
    columns_ui(ui, 32.0, &mut [&mut left, &mut right]);
}

fn missed_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare, missed: &Missed) {
    let theme = view.theme;
    let filling = [("count", missed.count.into()), ("all", compare.runs.len().into())];
    let count = view.fill("compare-missed-in", filling);
    ui.horizontal_top(|ui| {
        ui.label(theme.text(Face::Title, icon::X_CIRCLE, theme.tone(Tone::Harm)));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::new(theme.strong(missed.title.as_str())).wrap());
            let mut text = count;
            if missed.is_exercised {
                text = format!("{text} · {} {}", icon::TARGET, view.say("compare-exercised"));
            }
            ui.label(theme.toned(if missed.is_exercised { Tone::Accent } else { Tone::Plain }, text));
            ui.add(Label::new(theme.small(missed.advice.as_str())).wrap());
            ui.add_space(4.0);
        });
    });
}

fn proposed_ui(ui: &mut Ui, view: ViewContext<'_>, proposed: &Proposed) {
    let theme = view.theme;
    theme.tinted(Tone::Accent).inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = || [("title", proposed.title.as_str().into())];
        ui.add(Label::new(theme.text(Face::Headline, view.fill("compare-proposed", title()), theme.strong)).wrap());
        ui.add(Label::new(theme.body(view.say("compare-proposed-text"))).wrap());
        for objective in &proposed.objectives {
            bullet_ui(ui, theme, icon::TARGET, objective);
        }
        ui.add_space(8.0);
        let name = view.fill("compare-open", title());
        let word = view.say("library-open");
        if Button::primary(&word).icon(icon::ARROW_RIGHT).name(&name).show(ui, theme).clicked() {
            view.send(Destination::Briefing(proposed.origin.clone()));
        }
    });
}
