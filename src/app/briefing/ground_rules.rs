//! The ground rules: assumptions that apply to every exercise, and how the clock runs.

use egui::Ui;

use crate::app::icon;
use crate::app::shell::view::ViewContext;
use crate::app::widget::{bullet_ui, columns_ui, section_ui};

/// Fluent ids of the assumptions that apply to every exercise.
const ASSUMPTIONS: [&str; 4] = ["briefing-no-fault", "briefing-no-tricks", "briefing-as-today", "briefing-nothing-is"];

/// Fluent ids of the rules for exercise time.
const CLOCK: [&str; 4] =
    ["briefing-clock-speed", "briefing-clock-decisions", "briefing-clock-messages", "briefing-clock-hour"];

/// Shows both lists in two columns.
pub fn ground_rules_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let list = |ui: &mut Ui, title: &str, icon: &str, lines: &[&str]| {
        section_ui(ui, view.theme, title);
        for line in lines {
            bullet_ui(ui, view.theme, icon, &view.say(line));
        }
    };
    let (assumptions, clock) = (view.say("briefing-assumptions"), view.say("briefing-clock"));
    let mut left = |ui: &mut Ui| list(ui, &assumptions, icon::CHECK, &ASSUMPTIONS);
    let mut right = |ui: &mut Ui| list(ui, &clock, icon::CLOCK, &CLOCK);
    columns_ui(ui, 32.0, &mut [&mut left, &mut right]);
}
