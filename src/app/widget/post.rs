//! A post on a social network: account, words, and a line below.

use egui::text::{LayoutJob, TextFormat};
use egui::{Label, Margin, Stroke, Ui};

use super::avatar::avatar_ui;
use crate::app::icon;
use crate::app::theme::{Face, GRID, Theme};

/// What stands in a post.
pub struct PostCard<'a> {
    /// The account's name.
    pub name: &'a str,
    /// Its handle, without the sign before it; nothing where the name is the handle.
    pub handle: Option<&'a str>,
    /// Whether it is the shop's own account.
    pub is_own: bool,
    /// When.
    pub at: &'a str,
    /// What stands above the words, as whom it answers.
    pub context: Option<&'a str>,
    /// The words.
    pub text: &'a str,
    /// How many characters the platform takes; what goes beyond is struck out.
    pub longest: usize,
}

/// Shows a post with a line below it.
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

/// Lays out the words; those beyond the platform's length are struck out.
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
