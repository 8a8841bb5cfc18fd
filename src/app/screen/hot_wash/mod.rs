//! The hot wash: what people say right after the exercise, before anybody has seen a score.
//!
//! Four parts: questions to talk about, the team's own review of what it did, how each role did, and lessons without
//! names. Everything can be left out; what is written stands in the session and counts in the debrief.

mod lessons;
mod own_review;
mod questions;
mod remarks;
mod reopen;
mod roles;
mod subjects;

pub use own_review::own_review_ui;
pub use reopen::reopen_ui;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::{masthead_ui, page_ui};
use crate::app::command::{HotWashCommand, HotWashPage};
use crate::app::hot_wash::HotWash;
use crate::app::icon;
use crate::app::language::Filling;
use crate::app::theme::Theme;
use crate::app::view::ViewContext;
use crate::app::widget::{Button, ButtonKind};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::review::About;

/// The widest that a part is shown, in points.
const WIDEST: f32 = 900.0;

/// The widest that remarks are shown, in points.
const WIDEST_REMARK: f32 = 720.0;

/// What the parts of the hot wash are given. It is over, so the playbook lies open, but no score does.
#[derive(Clone, Copy)]
struct HotWashContext<'a> {
    view: ViewContext<'a>,
    wash: &'a HotWash,
}

impl<'a> HotWashContext<'a> {
    fn theme(&self) -> &'a Theme {
        self.view.theme
    }

    fn scenario(&self) -> &'a Scenario {
        self.wash.session.scenario()
    }

    fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    fn send(&self, command: HotWashCommand) {
        self.view.send(command);
    }

    /// Returns the name of what a remark is about.
    fn about(&self, about: &About) -> String {
        match about {
            About::Criterion(id) => {
                let known = self.scenario().playbook.criteria().find(|(_, criterion)| criterion.id == *id);
                known.map_or_else(|| id.to_string(), |(_, criterion)| format!("{id}  {}", criterion.title))
            }
            About::Decision(action, at) => {
                let title = self.scenario().action(action).map_or(action.as_str(), |action| action.title.as_str());
                format!("{at}  {title}")
            }
        }
    }
}

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
    let review_count = draft.remarks.len() + draft.actions.len();
    let role_count = draft.roles.values().filter(|judged| judged.mark.is_some()).count();
    let pages = [
        (HotWashPage::Questions, icon::QUESTION, "hot_wash-page-questions", context.wash.questions.len()),
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
