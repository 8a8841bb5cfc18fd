//! The avatar of an account: a circle with the first letter of its name.

use egui::{Align2, Sense, Ui, vec2};

use crate::app::theme::{Face, Theme};

/// Shows the avatar of an account. The organization's own account uses the accent color.
pub fn avatar_ui(ui: &mut Ui, theme: &Theme, name: &str, is_own: bool, diameter: f32) {
    let (fill, ink) = if is_own { (theme.accent, theme.on_accent) } else { (theme.lifted, theme.body) };
    let (rect, _) = ui.allocate_exact_size(vec2(diameter, diameter), Sense::hover());
    let letter: String = name.chars().find(|c| c.is_alphanumeric()).into_iter().flat_map(char::to_uppercase).collect();
    ui.painter().circle_filled(rect.center(), diameter / 2.0, fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letter, Face::Title.font(), ink);
}
