//! A centered, scrolling page.

use egui::{CentralPanel, Frame, Ui};

use crate::app::theme::Theme;

/// Shows a centered, scrolling page. `widest` limits the width to a readable line length.
pub fn page_ui(ui: &mut Ui, theme: &Theme, name: &str, widest: f32, content: impl FnOnce(&mut Ui)) {
    CentralPanel::default().frame(Frame::new().fill(theme.base)).show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
            let width = (ui.available_width() - 64.0).min(widest);
            let side = (ui.available_width() - width) / 2.0;
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width.max(0.0));
                    ui.add_space(28.0);
                    content(ui);
                    ui.add_space(40.0);
                });
            });
        });
    });
}
