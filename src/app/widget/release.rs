//! A press release: a letterhead, a headline and running text in the news face, on paper.

use egui::{Margin, Ui};

use super::front_page::{paper, rule_ui};
use crate::app::theme::{Face, GRID, Theme};

/// What stands on a press release.
pub struct Release<'a> {
    /// Whose letterhead.
    pub sender: &'a str,
    /// What it is, as it stands below the letterhead.
    pub kind: &'a str,
    /// When it goes out.
    pub date: &'a str,
    /// The headline; none where it is empty.
    pub headline: &'a str,
    /// The text; an empty line begins a paragraph.
    pub text: &'a str,
    /// The last line.
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
