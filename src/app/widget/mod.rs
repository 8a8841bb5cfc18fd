//! Widgets shared by all screens: buttons, chips, cards, rows, rings and simulated media.
//!
//! A widget takes the theme and plain values, draws itself, and returns a response. Widgets do not depend on any
//! screen. Every interactive widget has an accessible name.

pub mod avatar;
pub mod axis;
pub mod banner;
pub mod button;
pub mod chart;
pub mod chip;
pub mod field;
pub mod front_page;
pub mod histogram;
pub mod keys;
pub mod mail;
pub mod markdown;
pub mod marked;
pub mod meter;
pub mod post;
pub mod release;
pub mod ring;
pub mod row;
pub mod switch;
pub mod tick;
pub mod whisker;
mod width;

pub use button::{BUTTON_HEIGHT, Button, ButtonKind, SMALL_BUTTON_HEIGHT};
pub use chip::{chip_ui, chip_width};
pub use keys::keys_ui;
pub use meter::meter_ui;
pub use row::{COMPACT_MARGIN, compact_row_ui, row_ui};
pub use switch::switch_ui;
pub use tick::tick_ui;
pub use width::{NARROW_PANEL, text_width};

use egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::theme::{GRID, Theme};

/// Shows an empty state: an icon, what is missing, and what to do about it.
pub fn empty_ui(ui: &mut Ui, theme: &Theme, icon: &str, title: &str, text: &str) {
    ui.add_space(ui.available_height().min(360.0) * 0.25);
    ui.vertical_centered(|ui| {
        ui.label(theme.text(super::theme::Face::Display, icon, theme.muted));
        ui.label(theme.title(title));
        ui.set_max_width(ui.available_width().min(420.0));
        ui.label(theme.muted(text));
    });
}

/// Shows a thin horizontal separator.
pub fn hairline_ui(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, theme.hairline);
}

/// Shows a small section heading with space above it.
pub fn section_ui(ui: &mut Ui, theme: &Theme, title: &str) {
    ui.add_space(2.0 * GRID);
    ui.label(theme.overline(title));
}

/// Shows a bulleted line with an icon as its bullet. Wrapped text is indented.
pub fn bullet_ui(ui: &mut Ui, theme: &Theme, icon: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.label(theme.muted(icon));
        ui.add(egui::Label::new(theme.body(text)).wrap());
    });
}

/// Shows one widget at the left and one at the right end of a line.
pub fn sides_ui(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    egui::containers::Sides::new().height(18.0).shrink_left().show(ui, left, right);
}

/// Shows columns of equal width, separated by a gap.
pub fn columns_ui(ui: &mut Ui, gap: f32, views: &mut [&mut dyn FnMut(&mut Ui)]) {
    #[expect(clippy::cast_precision_loss, reason = "column counts are small")]
    let count = views.len() as f32;
    let width = ((ui.available_width() - gap * (count - 1.0)) / count).max(40.0);
    let top = ui.available_rect_before_wrap();
    let mut bottom = top.top();
    let mut left = top.left();
    for view in views {
        let rect = egui::Rect::from_min_size(egui::pos2(left, top.top()), vec2(width, top.height()));
        let mut column = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
        column.set_width(width);
        view(&mut column);
        bottom = bottom.max(column.min_rect().bottom());
        left += width + gap;
    }
    let used = egui::Rect::from_min_max(top.left_top(), egui::pos2(top.right(), bottom));
    ui.allocate_rect(used, egui::Sense::hover());
}
