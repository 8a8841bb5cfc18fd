//! An e-mail as displayed by a mail client: subject, sender, recipients, body.

use egui::{Label, Margin, Ui};

use super::avatar::avatar_ui;
use crate::app::theme::{Face, GRID, Theme};

/// Content of an e-mail.
pub struct Mail<'a> {
    /// Sender.
    pub from: &'a str,
    /// Recipients, as a single line.
    pub to: &'a str,
    /// Time at which it was sent.
    pub date: &'a str,
    /// Subject line.
    pub subject: &'a str,
    /// Body text.
    pub text: &'a str,
    /// Closing line, if any.
    pub foot: Option<&'a str>,
}

/// Shows an e-mail.
pub fn mail_ui(ui: &mut Ui, theme: &Theme, mail: &Mail<'_>) {
    theme.card().inner_margin(Margin::symmetric(20, 16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme.title(mail.subject));
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            avatar_ui(ui, theme, mail.from, true, 32.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                super::sides_ui(
                    ui,
                    |ui| drop(ui.add(Label::new(theme.strong(mail.from)).truncate())),
                    |ui| drop(ui.label(theme.small(mail.date))),
                );
                ui.add(Label::new(theme.small(mail.to)).truncate());
            });
        });
        ui.add_space(GRID);
        super::hairline_ui(ui, theme);
        ui.add_space(GRID);
        ui.label(theme.text(Face::Body, mail.text, theme.body));
        if let Some(foot) = mail.foot {
            ui.label(theme.text(Face::Body, foot, theme.body));
        }
    });
}
