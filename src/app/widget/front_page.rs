//! A newspaper front page: nameplate, headline, lead paragraph and quote.

use egui::{Margin, Sense, Stroke, Ui, vec2};

use crate::app::theme::{Face, GRID, Theme};

/// Content of a front page.
pub struct FrontPage<'a> {
    /// Name of the outlet.
    pub outlet: &'a str,
    /// Text at the right of the nameplate, usually the date.
    pub date: &'a str,
    /// Headline.
    pub headline: &'a str,
    /// Lead paragraph.
    pub lead: &'a str,
    /// A quote and its speaker.
    pub quote: Option<(&'a str, &'a str)>,
    /// Small print at the bottom.
    pub line: &'a str,
    /// Font size of the headline, in points.
    pub size: f32,
}

/// Shows a front page.
pub fn front_page_ui(ui: &mut Ui, theme: &Theme, page: &FrontPage<'_>) {
    paper(theme).inner_margin(Margin::symmetric(20, 16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = GRID;
        let name = theme.text(Face::SmallStrong, page.outlet.to_uppercase(), theme.ink).extra_letter_spacing(1.0);
        super::sides_ui(
            ui,
            |ui| drop(ui.label(name)),
            |ui| drop(ui.label(theme.text(Face::Small, page.date, theme.faded_ink))),
        );
        rule_ui(ui, theme, 2.0);
        ui.add_space(GRID);
        let headline = theme.text(Face::Headline, page.headline, theme.ink);
        ui.label(headline.size(page.size).line_height(Some(page.size * 1.15)));
        ui.label(theme.text(Face::Story, page.lead, theme.ink));
        if let Some((words, by)) = page.quote {
            quote_ui(ui, theme, words, by);
        }
        ui.add_space(GRID);
        rule_ui(ui, theme, 0.5);
        ui.label(theme.text(Face::Small, page.line, theme.faded_ink));
    });
}

/// Returns the frame of a sheet of paper.
pub fn paper(theme: &Theme) -> egui::Frame {
    theme.card().fill(theme.paper).stroke(Stroke::new(1.0, theme.hairline)).corner_radius(2)
}

/// Draws a printed rule across the sheet.
pub fn rule_ui(ui: &mut Ui, theme: &Theme, weight: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), weight.max(1.0)), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(weight, theme.ink));
}

/// Shows a quote with a vertical rule on its left.
fn quote_ui(ui: &mut Ui, theme: &Theme, words: &str, by: &str) {
    let frame = egui::Frame::new().inner_margin(Margin { left: 12, ..Margin::ZERO });
    let shown = frame.show(ui, |ui| {
        ui.label(theme.text(Face::Story, format!("“{words}”"), theme.ink).italics());
        ui.label(theme.text(Face::Small, by, theme.faded_ink));
    });
    let rect = shown.response.rect;
    ui.painter().vline(rect.left() + 1.0, rect.y_range(), Stroke::new(2.0, theme.faded_ink));
}
