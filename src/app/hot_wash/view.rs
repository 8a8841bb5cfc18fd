//! The hot wash screen: the discussion right after the exercise, before anyone has seen a score.
//!
//! It has four pages: questions for discussion, the team's own review, a rating of each role, and anonymous
//! lessons. All of them are optional. All input is recorded in the session and contributes to the debrief.

use egui::{CentralPanel, Frame, Panel, Ui};

use super::command::HotWashCommand;
use super::context::HotWashContext;
use super::state::{HotWash, HotWashPage};
use super::{lessons, questions, remarks, roles, subjects};
use crate::app::icon;
use crate::app::shell::masthead::masthead_ui;
use crate::app::shell::page::page_ui;
use crate::app::shell::view::ViewContext;
use crate::app::widget::{Button, ButtonKind};

/// Maximum width of a page, in points.
const WIDEST: f32 = 900.0;

/// Maximum width of the remarks, in points.
const WIDEST_REMARK: f32 = 720.0;

/// Shows the hot wash.
pub fn hot_wash_ui(ui: &mut Ui, view: ViewContext<'_>, wash: &HotWash) {
    let context = HotWashContext { view, wash };
    let theme = view.theme;
    masthead_ui(ui, view, &view.say("hot_wash-title"), false);
    let bottom = Panel::bottom("hot-wash-end").frame(theme.panel_frame(32, 12)).resizable(false);
    bottom.show(ui, |ui| end_ui(ui, context));
    let top =
        Panel::top("hot-wash-pages").frame(Frame::new().fill(theme.base).inner_margin(egui::Margin::symmetric(32, 12)));
    top.resizable(false).show_separator_line(false).show(ui, |ui| pages_ui(ui, context));
    match wash.page {
        HotWashPage::Questions => page_ui(ui, theme, "questions", WIDEST, |ui| questions::questions_ui(ui, context)),
        HotWashPage::Roles => page_ui(ui, theme, "roles", WIDEST, |ui| roles::roles_ui(ui, context)),
        HotWashPage::Lessons => page_ui(ui, theme, "lessons", WIDEST, |ui| lessons::lessons_ui(ui, context)),
        HotWashPage::Review => review_ui(ui, context),
    }
}

fn review_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let theme = context.theme();
    let width = (ui.available_width() * 0.42).clamp(360.0, 520.0);
    let left = Panel::left("hot-wash-subjects").frame(theme.panel_frame(20, 12)).exact_size(width).resizable(false);
    left.show(ui, |ui| subjects::subjects_ui(ui, context));
    let frame = Frame::new().fill(theme.base).inner_margin(egui::Margin::symmetric(24, 12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt("remarks").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(WIDEST_REMARK));
            remarks::remarks_ui(ui, context);
            ui.add_space(24.0);
        });
    });
}

fn pages_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let draft = &context.wash.draft;
    let answer_count = draft.answers.values().filter(|answer| !answer.trim().is_empty()).count();
    let review_count = draft.remarks.len() + draft.actions.len();
    let role_count = draft.roles.values().filter(|judged| judged.mark.is_some()).count();
    let pages = [
        (HotWashPage::Questions, icon::QUESTION, "hot_wash-page-questions", answer_count),
        (HotWashPage::Review, icon::LIST_CHECKS, "hot_wash-page-review", review_count),
        (HotWashPage::Roles, icon::USERS_THREE, "hot_wash-page-roles", role_count),
        (HotWashPage::Lessons, icon::LIGHTBULB, "hot_wash-page-lessons", context.wash.lessons().count()),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (page, icon, key, count) in pages {
            let name = context.say(key);
            let label = format!("{name} · {count}");
            let button = Button::quiet(&label).icon(icon).name(&name).selected(context.wash.page == page);
            if button.show(ui, context.theme()).clicked() {
                context.send(HotWashCommand::Page(page));
            }
        }
    });
}

fn end_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let theme = context.theme();
    let left = |ui: &mut Ui| drop(ui.add(egui::Label::new(theme.small(context.say("hot_wash-end-note"))).wrap()));
    let right = |ui: &mut Ui| {
        let word = context.say("hot_wash-keep");
        if Button::primary(&word).icon(icon::FLAG_CHECKERED).show(ui, theme).clicked() {
            context.send(HotWashCommand::Keep);
        }
        let word = context.say("hot_wash-skip");
        if Button::new(&word).kind(ButtonKind::Quiet).show(ui, theme).clicked() {
            context.send(HotWashCommand::Skip);
        }
    };
    egui::containers::Sides::new().height(36.0).shrink_left().show(ui, left, right);
}
