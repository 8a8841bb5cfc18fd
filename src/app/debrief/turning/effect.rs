//! Effects on the two scores, as whiskers with numbers.

use egui::Ui;

use crate::app::debrief::context::DebriefContext;
use crate::app::measure;
use crate::app::widget::whisker;
use goldenhour_core::ensemble::counterfactual::Difference;

/// Width of the whiskers including their labels and numbers, in points.
const EFFECTS: f32 = 328.0;

/// Shows `words` on the left and `effects` on the right, or one below the other if the available width is too
/// small.
pub fn beside_ui(ui: &mut Ui, words: impl FnOnce(&mut Ui), effects: impl FnOnce(&mut Ui)) {
    let whole = ui.available_width();
    ui.spacing_mut().item_spacing.y = 4.0;
    if whole < EFFECTS + 260.0 {
        words(ui);
        effects(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.set_width(width.max(0.0));
                content(ui);
            });
        };
        let (mut words, mut effects) = (Some(words), Some(effects));
        column(ui, whole - EFFECTS - 24.0, &mut |ui| words.take().map_or((), |words| words(ui)));
        ui.add_space(24.0);
        column(ui, EFFECTS, &mut |ui| effects.take().map_or((), |effects| effects(ui)));
    });
}

/// Shows the effects on both scores with a common scale.
pub fn effects_ui(ui: &mut Ui, context: DebriefContext<'_>, outcome: &Difference, playbook: &Difference, scale: f64) {
    for (difference, key) in [(outcome, "turning-outcome"), (playbook, "turning-playbook")] {
        effect_ui(ui, context, difference, &context.say(key), scale);
    }
}

pub fn effect_ui(ui: &mut Ui, context: DebriefContext<'_>, difference: &Difference, word: &str, scale: f64) {
    let theme = context.view.theme;
    let number = measure::signed(context.view.texts, difference.mean);
    let half = measure::decimal(context.view.texts, difference.half_width());
    let filling = || [("effect", number.as_str().into()), ("half", half.as_str().into()), ("of", word.into())];
    let name = match difference.is_clear() {
        true => context.fill("turning-effect-name", filling()),
        false if difference.pairs == 1 => context.fill("turning-effect-once", filling()),
        false => context.fill("turning-effect-unclear", filling()),
    };
    let half = if difference.pairs == 1 { String::new() } else { format!("± {half}") };
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let label = |text, align| egui::Label::new(text).halign(align).truncate();
        ui.add_sized([68.0, 16.0], label(theme.small(word), egui::Align::Min));
        whisker::whisker_ui(ui, theme, difference, scale, 148.0, &name).on_hover_text(&name);
        let ink = if difference.is_clear() { theme.strong } else { theme.muted };
        let number = theme.text(crate::app::theme::Face::Strong, number, ink);
        ui.add_sized([44.0, 16.0], label(number, egui::Align::Max));
        ui.add_sized([40.0, 16.0], label(theme.small(half), egui::Align::Min));
    });
}
