//! The roster and the work in progress.

use egui::{CornerRadius, Ui, vec2};

use super::context::ExerciseContext;
use crate::app::theme::Tone;
use crate::app::widget::sides_ui;
use crate::app::{icon, wording};
use goldenhour_core::id::RoleId;
use goldenhour_core::simulation::{Presence, SeatView, WorkStage, WorkView};

/// Shows the work in progress.
pub fn works_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let works = &context.situation.works;
    ui.label(theme.overline(&context.fill("team-works", [("count", works.len().into())])));
    if works.is_empty() {
        ui.label(theme.muted(context.say("team-no-works")));
    }
    for work in works {
        work_ui(ui, context, work);
    }
    ui.add_space(8.0);
}

fn work_ui(ui: &mut Ui, context: ExerciseContext<'_>, work: &WorkView) {
    let theme = context.theme();
    let now = context.situation.now;
    let left = context.length(work.until.since(now));
    let left = context.fill("team-left", [("left", left.into())]);
    let title = format!("{}{}", work.title, stage_words(context, &work.stage));
    sides_ui(
        ui,
        |ui| drop(ui.add(egui::Label::new(theme.body(title.as_str())).truncate())),
        |ui| drop(ui.label(theme.toned(Tone::Accent, left))),
    );
    let whole = work.until.since(work.begun).hours().max(1.0 / 60.0);
    let minute = context.pacing.minute_share() / 60.0;
    #[expect(clippy::cast_possible_truncation, reason = "a fraction between 0 and 1")]
    let share = ((now.since(work.begun).hours() + minute) / whole).clamp(0.0, 1.0) as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(2), theme.lifted);
    let done = egui::Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, CornerRadius::same(2), theme.accent);
    ui.add_space(2.0);
}

/// Returns the stage of a statement on its way to publication, or an empty string for other work.
fn stage_words(context: ExerciseContext<'_>, stage: &WorkStage) -> String {
    let seats = &context.situation.roster;
    let title = |role: &RoleId| seats.iter().find(|seat| seat.role == *role).map_or("", |seat| seat.title.as_str());
    wording::stage(context.view.texts, stage, title).map_or_else(String::new, |words| format!(" · {words}"))
}

/// Shows the holder and the availability of each role.
pub fn roster_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    for seat in &context.situation.roster {
        seat_ui(ui, context, seat);
    }
}

fn seat_ui(ui: &mut Ui, context: ExerciseContext<'_>, seat: &SeatView) {
    let theme = context.theme();
    let load = [("load", seat.load.into()), ("capacity", seat.capacity.into())];
    let (tone, icon, text) = match seat.presence {
        Presence::Away => (Tone::Plain, icon::USER_MINUS, context.say("team-not-called")),
        Presence::Arriving(at) => {
            let text = context.fill("team-arrives", [("at", at.to_string().into())]);
            (Tone::Caution, icon::HOURGLASS_MEDIUM, text)
        }
        Presence::Here(_) if seat.load >= seat.capacity => (Tone::Accent, icon::USER, context.fill("team-busy", load)),
        Presence::Here(_) => (Tone::Calm, icon::USER_CHECK, context.fill("team-load", load)),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        sides_ui(
            ui,
            |ui| drop(ui.add(egui::Label::new(theme.body(seat.holder.as_str())).truncate())),
            |ui| drop(ui.label(theme.toned(tone, format!("{icon} {text}")))),
        );
        ui.add(egui::Label::new(theme.small(seat.title.as_str())).truncate());
    });
}
