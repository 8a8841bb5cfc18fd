//! Everything that happened, in order.

use egui::Ui;

use super::DebriefContext;

/// Shows the log.
pub fn log_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    ui.label(theme.heading("Everything that happened"));
    ui.label(theme.small(format!("Proof of the world: {}", context.debrief.fingerprint)));
    ui.spacing_mut().item_spacing.y = 3.0;
    for line in &context.debrief.log {
        ui.horizontal_top(|ui| {
            let when = format!("{}  {}", line.at, context.calendar.say(line.at));
            ui.add_sized([140.0, 16.0], egui::Label::new(theme.small(when)).halign(egui::Align::Min));
            ui.add(egui::Label::new(theme.body(line.text.as_str())).wrap());
        });
    }
}
