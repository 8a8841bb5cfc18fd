//! The approval path of a draft: the role in charge of each stage, and the predicted time of publication.

use egui::{CornerRadius, Label, Rect, Sense, Ui, vec2};

use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::{Face, GRID, Tone};
use crate::app::widget::sides_ui;
use goldenhour_core::id::RoleId;
use goldenhour_core::simulation::{Passage, Presence, SeatView};
use goldenhour_core::time::SimDuration;

/// One stage of the approval path: drafting or an approval.
struct Stage<'a> {
    role: &'a RoleId,
    takes: SimDuration,
    is_draft: bool,
}

/// Shows the approval path of a statement drafted by the role `by`.
pub fn approval_ui(ui: &mut Ui, context: ExerciseContext<'_>, passage: &Passage, by: &RoleId) {
    let theme = context.theme();
    ui.spacing_mut().item_spacing.y = GRID;
    let draft = Stage { role: by, takes: passage.drafting, is_draft: true };
    let approve = |(role, takes): &'_ (RoleId, SimDuration)| (role.clone(), *takes);
    let approvals: Vec<(RoleId, SimDuration)> = passage.approvals.iter().map(approve).collect();
    let approvals = approvals.iter().map(|(role, takes)| Stage { role, takes: *takes, is_draft: false });
    let stages: Vec<Stage<'_>> = std::iter::once(draft).chain(approvals).collect();
    let out = context.situation.now + passage.length();
    let when = [("when", context.moment(out).into()), ("at", out.to_string().into())];
    let out = theme.strong(context.fill("compose-out-at", when));
    sides_ui(ui, |ui| drop(ui.label(theme.overline(&context.say("compose-way-out")))), |ui| drop(ui.label(out)));
    bar_ui(ui, context, &stages);
    for stage in &stages {
        stage_ui(ui, context, stage);
    }
}

/// Shows the stages as segments of one bar, each with a length proportional to its duration.
#[expect(clippy::cast_precision_loss, reason = "approval takes a few hours at most")]
fn bar_ui(ui: &mut Ui, context: ExerciseContext<'_>, stages: &[Stage<'_>]) {
    let theme = context.theme();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * GRID), Sense::hover());
    let whole: u32 = stages.iter().map(|stage| stage.takes.minutes()).sum();
    let mut left = rect.left();
    for stage in stages {
        let width = rect.width() * stage.takes.minutes() as f32 / whole.max(1) as f32;
        let part = Rect::from_min_size(egui::pos2(left, rect.top()), vec2((width - 2.0).max(2.0), rect.height()));
        let fill = if stage.is_draft { theme.accent } else { theme.legal };
        ui.painter().rect_filled(part, CornerRadius::same(2), fill);
        left += width;
    }
}

fn stage_ui(ui: &mut Ui, context: ExerciseContext<'_>, stage: &Stage<'_>) {
    let theme = context.theme();
    let seat = context.situation.roster.iter().find(|seat| seat.role == *stage.role);
    let title = seat.map_or("", |seat| seat.title.as_str());
    let (tone, icon, key) = match stage.is_draft {
        true => (Tone::Accent, icon::PENCIL_LINE, "compose-drafts"),
        false => (Tone::Legal, icon::USER_CHECK, "compose-approves"),
    };
    let text = context.fill(key, [("role", title.into())]);
    let state = seat.filter(|_| !stage.is_draft).map(|seat| seat_words(context, seat));
    let left = |ui: &mut Ui| {
        ui.label(theme.text(Face::Small, icon, theme.tone(tone)));
        ui.add(Label::new(theme.text(Face::Small, text.as_str(), theme.body)).truncate());
    };
    let right = |ui: &mut Ui| {
        ui.label(theme.text(Face::SmallStrong, context.length(stage.takes), theme.strong));
        if let Some((tone, word)) = &state {
            ui.label(theme.toned(*tone, word.as_str()));
        }
    };
    let away = seat.is_some_and(|seat| !stage.is_draft && seat.presence == Presence::Away);
    let shown = ui.scope(|ui| sides_ui(ui, left, right)).response;
    if away {
        shown.on_hover_text(context.say("compose-approver-away-why"));
    }
}

/// Returns the availability of the approving role, with its tone.
fn seat_words(context: ExerciseContext<'_>, seat: &SeatView) -> (Tone, String) {
    match seat.presence {
        Presence::Away => (Tone::Caution, context.say("compose-approver-away")),
        Presence::Arriving(at) => {
            (Tone::Caution, context.fill("compose-approver-arrives", [("at", at.to_string().into())]))
        }
        Presence::Here(_) if seat.load >= seat.capacity => (Tone::Caution, context.say("compose-approver-busy")),
        Presence::Here(_) => (Tone::Calm, context.say("compose-approver-there")),
    }
}
