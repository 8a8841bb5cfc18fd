//! The complete log of the session, in chronological order.

use egui::Ui;

use super::context::DebriefContext;

/// Shows the log.
pub fn log_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    ui.label(theme.heading(context.say("debrief-everything")));
    let proof = [("fingerprint", context.debrief.fingerprint.as_str().into())];
    ui.label(theme.small(context.fill("debrief-proof", proof)));
    ui.spacing_mut().item_spacing.y = 3.0;
    for line in &context.debrief.log {
        ui.horizontal_top(|ui| {
            let when = format!("{}  {}", line.at, context.moment(line.at));
            ui.add_sized([140.0, 16.0], egui::Label::new(theme.small(when)).halign(egui::Align::Min));
            ui.add(egui::Label::new(theme.body(line.text.as_str())).wrap());
        });
    }
}
