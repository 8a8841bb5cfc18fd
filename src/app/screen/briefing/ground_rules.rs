//! The standing assumptions of an exercise, and how the clock works.

use egui::Ui;

use crate::app::icon;
use crate::app::theme::Theme;
use crate::app::widget::{bullet_ui, columns_ui, section_ui};

/// What holds in every exercise.
const ASSUMPTIONS: [&str; 4] = [
    "This is a no-fault setting: plans and systems are tested, not individuals.",
    "What you are told is so in the story; nobody tries to trick you.",
    "Answer as you would with today’s means, staff and authority.",
    "Doing nothing is a decision too, and the world goes on meanwhile.",
];

/// How time works.
const CLOCK: [&str; 4] = [
    "Simulated time runs at the speed you choose, and stands still while you pause.",
    "A decision takes its time, occupies the one who leads it, and only then takes effect.",
    "Messages arrive by the clock, by what you did, and by what you did not do.",
    "The golden hour runs from the first alert to your first public word.",
];

/// Shows both side by side.
pub fn ground_rules_ui(ui: &mut Ui, theme: &Theme) {
    let list = |ui: &mut Ui, title: &str, icon: &str, lines: &[&str]| {
        section_ui(ui, theme, title);
        for line in lines {
            bullet_ui(ui, theme, icon, line);
        }
    };
    let mut left = |ui: &mut Ui| list(ui, "Standing assumptions", icon::CHECK, &ASSUMPTIONS);
    let mut right = |ui: &mut Ui| list(ui, "How the clock works", icon::CLOCK, &CLOCK);
    columns_ui(ui, 32.0, &mut [&mut left, &mut right]);
}
