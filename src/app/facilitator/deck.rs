//! The contingency deck: injects for manual release, with those that fit the current situation first.

use egui::{Label, Ui};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::{Button, chip_ui, empty_ui};
use goldenhour_core::simulation::DeckCard;

/// Shows the deck.
pub fn deck_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    let deck = &context.facilitator.truth.deck;
    if deck.is_empty() {
        let (title, text) = (context.say("facilitator-deck-empty"), context.say("facilitator-deck-empty-text"));
        empty_ui(ui, theme, icon::SHUFFLE, &title, &text);
        return;
    }
    let count = deck.iter().filter(|card| fits(context, card) && !card.held).count();
    let left = |ui: &mut Ui| {
        ui.add(Label::new(theme.body(context.fill("facilitator-deck-text", [("count", count.into())]))).wrap());
    };
    let right = |ui: &mut Ui| {
        let (word, hint) = (context.say("facilitator-surprise"), context.say("facilitator-surprise-hint"));
        let can = count > 0 && !context.drill.session.has_ended();
        if Button::primary(&word).icon(icon::DICE_FIVE).hint(&hint).enabled(can).show(ui, theme).clicked() {
            context.send(FacilitatorCommand::Surprise);
        }
    };
    egui::containers::Sides::new().height(36.0).shrink_left().show(ui, left, right);
    ui.add_space(8.0);
    let mut cards: Vec<&DeckCard> = deck.iter().collect();
    cards.sort_by_key(|card| !fits(context, card));
    for card in cards {
        card_ui(ui, context, card);
    }
}

fn fits(context: FacilitatorContext<'_>, card: &DeckCard) -> bool {
    context.line(&card.inject).is_some_and(|line| line.fits)
}

fn card_ui(ui: &mut Ui, context: FacilitatorContext<'_>, card: &DeckCard) {
    let theme = context.theme();
    let inject = context.scenario().inject(&card.inject);
    theme.card().inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let left = |ui: &mut Ui| match (card.held, fits(context, card)) {
            (true, _) => drop(chip_ui(ui, theme, Tone::Caution, icon::PAUSE, &context.say("facilitator-is-held"))),
            (_, true) => drop(chip_ui(ui, theme, Tone::Calm, icon::CHECK, &context.say("facilitator-fits"))),
            (_, false) => drop(chip_ui(ui, theme, Tone::Plain, icon::PROHIBIT, &context.say("facilitator-fits-not"))),
        };
        let right = |ui: &mut Ui| {
            let name = context.fill("facilitator-release-named", [("title", card.title.as_str().into())]);
            let word = context.say("facilitator-release");
            let can = !context.drill.session.has_ended();
            let button = Button::new(&word).icon(icon::PAPER_PLANE_TILT).small().name(&name).enabled(can);
            if button.show(ui, theme).clicked() {
                context.send(FacilitatorCommand::Release(card.inject.clone()));
            }
        };
        egui::containers::Sides::new().height(24.0).shrink_left().show(ui, left, right);
        ui.add(Label::new(theme.strong(card.title.as_str())).wrap());
        if let Some(expects) = inject.and_then(|inject| inject.expects.as_ref()) {
            ui.add(Label::new(theme.small(format!("{}  {}", icon::TARGET, expects.text))).wrap());
        }
    });
}
