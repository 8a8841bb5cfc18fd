//! A notice published as a website banner, above a placeholder for the rest of the page.

use egui::{CornerRadius, Label, Margin, Rect, Sense, Ui, pos2, vec2};

use crate::app::icon;
use crate::app::theme::{Face, GRID, RADIUS, Theme};

/// Content of a website banner.
pub struct Banner<'a> {
    /// Name of the shop.
    pub shop: &'a str,
    /// Text of the banner.
    pub text: &'a str,
    /// Label of the link to the full statement.
    pub more: &'a str,
}

/// Shows a website with a banner at the top.
pub fn banner_ui(ui: &mut Ui, theme: &Theme, banner: &Banner<'_>) {
    theme.card().inner_margin(0).fill(theme.panel).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        bar_ui(ui, theme);
        egui::Frame::new().fill(theme.accent).inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.label(theme.text(Face::Strong, icon::WARNING_CIRCLE, theme.on_accent));
                ui.vertical(|ui| {
                    ui.add(Label::new(theme.text(Face::Strong, banner.text, theme.on_accent)).wrap());
                    ui.label(theme.text(Face::Small, banner.more, theme.on_accent).underline());
                });
            });
        });
        page_ui(ui, theme, banner.shop);
    });
}

/// Shows a browser toolbar with an empty address bar.
fn bar_ui(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0 * GRID), Sense::hover());
    for place in [4.0, 8.0, 12.0] {
        ui.painter().circle_filled(pos2(rect.left() + place * GRID - GRID, rect.center().y), GRID, theme.lifted);
    }
    let address = rect.with_min_x(rect.left() + 16.0 * GRID).shrink2(vec2(2.0 * GRID, 1.5 * GRID));
    ui.painter().rect_filled(address, CornerRadius::same(RADIUS), theme.lifted);
}

/// Shows a placeholder shop page: the shop's name and three products drawn as blocks.
fn page_ui(ui: &mut Ui, theme: &Theme, shop: &str) {
    egui::Frame::new().inner_margin(16).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme.text(Face::Headline, shop, theme.strong));
        ui.add_space(3.0 * GRID);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0 * GRID), Sense::hover());
        let width = (rect.width() - 4.0 * GRID) / 3.0;
        for column in [0.0, 1.0, 2.0] {
            let left = rect.left() + column * (width + 2.0 * GRID);
            let block = |top: f32, share: f32, height: f32| {
                Rect::from_min_size(pos2(left, rect.top() + top), vec2(width * share, height))
            };
            for part in [block(0.0, 1.0, 80.0), block(88.0, 0.8, 8.0), block(100.0, 0.4, 8.0)] {
                ui.painter().rect_filled(part, CornerRadius::same(2), theme.lifted);
            }
        }
    });
}
