//! An evidence item: time and text on one line.

use egui::Ui;

use super::context::DebriefContext;

/// Shows an evidence item.
pub fn evidence_ui(ui: &mut Ui, context: DebriefContext<'_>, item: &goldenhour_core::scoring::EvidenceItem) {
    let theme = context.view.theme;
    ui.horizontal_top(|ui| {
        let at = item.at.map_or_else(String::new, |at| at.to_string());
        ui.add_sized([64.0, 16.0], egui::Label::new(theme.small(at)).halign(egui::Align::Min));
        ui.add(egui::Label::new(theme.body(item.text.as_str())).wrap());
    });
}
