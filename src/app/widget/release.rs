//! A press release on paper: letterhead, headline and body text in the serif face.

use egui::{Margin, Ui};

use super::front_page::{paper, rule_ui};
use crate::app::theme::{Face, GRID, Theme};

/// Content of a press release.
pub struct Release<'a> {
    /// Sender named in the letterhead.
    pub sender: &'a str,
    /// Type of document, shown below the letterhead.
    pub kind: &'a str,
    /// Release date.
    pub date: &'a str,
    /// Headline. Omitted if empty.
    pub headline: &'a str,
    /// Body text. Each line that is not blank becomes a paragraph.
    pub text: &'a str,
    /// Closing line, if any.
    pub foot: Option<&'a str>,
}

/// Shows a press release.
pub fn release_ui(ui: &mut Ui, theme: &Theme, release: &Release<'_>) {
    paper(theme).inner_margin(Margin::symmetric(24, 20)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0 * GRID;
        ui.label(theme.text(Face::Headline, release.sender, theme.ink));
        rule_ui(ui, theme, 1.5);
        let kind = theme.text(Face::SmallStrong, release.kind.to_uppercase(), theme.ink).extra_letter_spacing(1.0);
        super::sides_ui(
            ui,
            |ui| drop(ui.label(kind)),
            |ui| drop(ui.label(theme.text(Face::Small, release.date, theme.faded_ink))),
        );
        ui.add_space(GRID);
        if !release.headline.is_empty() {
            ui.label(theme.text(Face::Headline, release.headline, theme.ink).size(20.0).line_height(Some(24.0)));
        }
        for paragraph in release.text.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            ui.label(theme.text(Face::Story, paragraph, theme.ink));
        }
        if let Some(foot) = release.foot {
            rule_ui(ui, theme, 0.5);
            ui.label(theme.text(Face::Story, foot, theme.ink));
        }
    });
}
