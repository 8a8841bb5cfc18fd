//! A social media post: avatar, account, text and footer.

use egui::text::{LayoutJob, TextFormat};
use egui::{Label, Margin, Stroke, Ui};

use super::avatar::avatar_ui;
use crate::app::icon;
use crate::app::theme::{Face, GRID, Theme};

/// Content of a post.
pub struct PostCard<'a> {
    /// Display name of the account.
    pub name: &'a str,
    /// Handle without the leading `@`, or `None` if the name already is the handle.
    pub handle: Option<&'a str>,
    /// Whether this is the organization's own account.
    pub is_own: bool,
    /// Time of the post.
    pub at: &'a str,
    /// Line above the text, such as the account being replied to.
    pub context: Option<&'a str>,
    /// Text of the post.
    pub text: &'a str,
    /// Maximum number of characters on the platform. Text beyond it is struck through.
    pub longest: usize,
}

/// Shows a post. `foot` adds the footer.
pub fn post_ui(ui: &mut Ui, theme: &Theme, post: &PostCard<'_>, foot: impl FnOnce(&mut Ui)) {
    theme.card().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            avatar_ui(ui, theme, post.name, post.is_own, 32.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID;
                account_ui(ui, theme, post);
                if let Some(context) = post.context {
                    ui.label(theme.small(context));
                }
                ui.label(words(ui, theme, post));
                foot(ui);
            });
        });
    });
}

fn account_ui(ui: &mut Ui, theme: &Theme, post: &PostCard<'_>) {
    let left = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        ui.add(Label::new(theme.strong(post.name)).truncate());
        if post.is_own {
            ui.label(theme.text(Face::Body, icon::SEAL_CHECK, theme.accent));
        }
        if let Some(handle) = post.handle {
            ui.add(Label::new(theme.small(format!("@{handle}"))).truncate());
        }
    };
    super::sides_ui(ui, left, |ui| drop(ui.label(theme.small(post.at))));
}

/// Lays out the text, with the part that exceeds the platform's limit struck through.
fn words(ui: &Ui, theme: &Theme, post: &PostCard<'_>) -> LayoutJob {
    let cut = post.text.char_indices().nth(post.longest).map_or(post.text.len(), |(at, _)| at);
    let shown = TextFormat { line_height: Some(18.0), ..TextFormat::simple(Face::Body.font(), theme.body) };
    let lost = TextFormat { color: theme.muted, strikethrough: Stroke::new(1.0, theme.harm), ..shown.clone() };
    let mut job = LayoutJob::default();
    job.append(&post.text[..cut], 0.0, shown);
    job.append(&post.text[cut..], 0.0, lost);
    job.wrap.max_width = ui.available_width();
    job
}
