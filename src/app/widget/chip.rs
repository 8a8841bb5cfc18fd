//! Chips: a small word with an icon in a tone.

use egui::{CornerRadius, Margin, Response, Ui};

use crate::app::theme::{Face, Theme, Tone};

/// Shows a chip.
pub fn chip_ui(ui: &mut Ui, theme: &Theme, tone: Tone, icon: &str, text: &str) -> Response {
    let frame = egui::Frame::new()
        .fill(if tone == Tone::Plain { theme.lifted } else { theme.soft(tone) })
        .corner_radius(CornerRadius::same(4))
        .inner_margin(Margin::symmetric(8, 3));
    let content = if icon.is_empty() { text.to_owned() } else { format!("{icon} {text}") };
    let ink = if tone == Tone::Plain { theme.body } else { theme.tone(tone) };
    let label = egui::Label::new(theme.text(Face::SmallStrong, content, ink)).extend();
    frame.show(ui, |ui| ui.add(label)).response
}
