//! The top bar: scenario, clock, pace controls and golden hour, with deadlines and shop below.

use egui::containers::Sides;
use egui::{Align, Label, Layout, Ui, vec2};

use super::clocks;
use super::column::NARROW;
use super::command::{EndCommand, PaceCommand};
use super::context::ExerciseContext;
use super::pacing::{Pace, SPEEDS};
use crate::app::facilitator::open::open_ui;
use crate::app::shell::masthead::tools_ui;
use crate::app::theme::{Face, Tone};
use crate::app::widget::ring::ring_ui;
use crate::app::widget::{Button, ButtonKind, chip_ui, sides_ui};
use crate::app::{icon, wording};
use goldenhour_core::scenario::ShopState;
use goldenhour_core::time::{SimDuration, SimTime};

/// Length of the golden hour.
const HOUR: SimDuration = SimDuration::from_minutes(60);

/// Diameter of the ring of the golden hour, in points.
const RING: f32 = 40.0;

/// Width of the text next to the ring, in points.
const HOUR_TEXT: f32 = 176.0;

/// Shows the top bar.
pub fn topbar_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let is_narrow = ui.available_width() < NARROW;
    Sides::new().height(44.0).shrink_right().show(
        ui,
        |ui| {
            clock_ui(ui, context);
            ui.add_space(if is_narrow { 0.0 } else { 12.0 });
            match context.pacing.mode().runs() {
                true => pace_ui(ui, context, is_narrow),
                false => super::steps::steps_ui(ui, context),
            }
        },
        |ui| {
            let (label, name) = (context.say("topbar-end"), context.say("topbar-end-name"));
            if Button::new(&label).name(&name).kind(ButtonKind::Quiet).show(ui, context.theme()).clicked() {
                context.send(EndCommand::Ask);
            }
            tools_ui(ui, context.view);
            open_ui(ui, context, is_narrow);
            // In a discussion, time does not run, so there is no countdown.
            if context.pacing.mode().runs() {
                ui.add_space(8.0);
                golden_hour_ui(ui, context);
            }
        },
    );
    sides_ui(ui, |ui| clocks::clocks_ui(ui, context), |ui| shop_ui(ui, context));
}

/// Shows the current time and the name of the exercise.
pub fn clock_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let now = context.situation.now;
    ui.allocate_ui_with_layout(vec2(196.0, 44.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(196.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.label(theme.text(Face::Display, now.to_string(), theme.strong).size(26.0));
            ui.label(theme.text(Face::Title, context.moment(now), theme.muted));
        });
        let name = format!("{} · {}", context.scenario.organization(), context.scenario.title());
        ui.add(Label::new(theme.small(name)).truncate());
    });
}

fn pace_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_narrow: bool) {
    let theme = context.theme();
    let pace = context.pacing.pace();
    let (label, icon, command) = match pace {
        Pace::Paused => (context.say("topbar-run"), icon::PLAY, PaceCommand::Run),
        Pace::Running | Pace::Seeking => (context.say("topbar-pause"), icon::PAUSE, PaceCommand::Pause),
    };
    let ended = context.situation.ended;
    let kind = if pace == Pace::Paused { ButtonKind::Primary } else { ButtonKind::Plain };
    let button = Button::new(&label).icon(icon).kind(kind).enabled(!ended).width(92.0);
    if button.show(ui, theme).clicked() {
        context.send(command);
    }
    let name = context.say("topbar-step");
    let step = Button::new("").icon(icon::SKIP_FORWARD).name(&name).hint(&name).enabled(!ended);
    if step.show(ui, theme).clicked() {
        context.send(PaceCommand::Step);
    }
    let (name, hint) = (context.say("topbar-next"), context.say("topbar-next-hint"));
    let label = if is_narrow { "" } else { &name };
    let next = Button::new(label).name(&name).icon(icon::FAST_FORWARD).enabled(!ended && pace != Pace::Seeking);
    if next.hint(&hint).show(ui, theme).clicked() {
        context.send(PaceCommand::NextInject);
    }
    ui.spacing_mut().item_spacing.x = 2.0;
    match is_narrow {
        true => speed_steps_ui(ui, context),
        false => speeds_ui(ui, context),
    }
    stops_ui(ui, context);
}

/// Shows the current speed between buttons for the next lower and the next higher one.
fn speed_steps_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let now = context.pacing.speed();
    let slower = SPEEDS.iter().rev().find(|speed| **speed < now);
    let faster = SPEEDS.iter().find(|speed| **speed > now);
    let step = |ui: &mut Ui, icon: &str, name: &str, to: Option<&u32>| {
        let button = Button::quiet("").icon(icon).small().name(name).hint(name).enabled(to.is_some());
        if button.show(ui, theme).clicked()
            && let Some(speed) = to
        {
            context.send(PaceCommand::Speed(*speed));
        }
    };
    step(ui, icon::CARET_LEFT, &context.say("topbar-slower"), slower);
    ui.label(theme.text(Face::Strong, format!("{now}×"), theme.accent));
    step(ui, icon::CARET_RIGHT, &context.say("topbar-faster"), faster);
}

fn speeds_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    for speed in SPEEDS {
        let label = format!("{speed}×");
        let name = context.fill("topbar-speed", [("speed", speed.into())]);
        let hint = context.fill("topbar-speed-hint", [("speed", speed.into())]);
        let button = Button::quiet(&label).small().name(&name).hint(&hint).selected(context.pacing.speed() == speed);
        if button.show(ui, theme).clicked() {
            context.send(PaceCommand::Speed(speed));
        }
    }
}

fn stops_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let stops = context.pacing.pause_at_injects;
    let hint = if stops { context.say("topbar-stops") } else { context.say("topbar-runs-on") };
    let name = context.say("topbar-pause-at-injects");
    let button = Button::quiet("").icon(icon::BELL_RINGING).small().name(&name).hint(&hint).selected(stops);
    if button.show(ui, theme).clicked() {
        context.send(PaceCommand::PauseAtInjects(!stops));
    }
}

/// Display of the golden hour: fraction left on the ring, tone and texts.
struct GoldenHour {
    left: f32,
    tone: Tone,
    title: String,
    text: String,
}

fn golden_hour(context: ExerciseContext<'_>) -> GoldenHour {
    let situation = context.situation;
    let first = situation.inbox.first().map(|item| item.at);
    let (left, tone, title, text) = match (situation.spoken, first) {
        (Some(spoken), first) => {
            let after = spoken.since(first.unwrap_or(SimTime::START));
            let tone = if after <= HOUR { Tone::Calm } else { Tone::Caution };
            let title = context.fill("topbar-spoke", [("at", spoken.to_string().into())]);
            (1.0, tone, title, context.fill("topbar-spoke-after", [("length", context.length(after).into())]))
        }
        (None, None) => (1.0, Tone::Plain, context.say("topbar-golden-hour"), context.say("topbar-golden-hour-begins")),
        (None, Some(first)) => running(context, situation.now.since(first), situation.exposed),
    };
    GoldenHour { left, tone, title, text }
}

fn running(context: ExerciseContext<'_>, gone: SimDuration, exposed: Option<SimTime>) -> (f32, Tone, String, String) {
    let minutes = gone.minutes();
    let left = 60_u32.saturating_sub(minutes);
    let text = match exposed {
        Some(at) => context.fill("topbar-exposed", [("at", at.to_string().into())]),
        None => context.say("topbar-unspoken"),
    };
    if left == 0 {
        let over = context.length(SimDuration::from_minutes(minutes - 60));
        return (0.0, Tone::Harm, context.fill("topbar-silent", [("over", over.into())]), text);
    }
    let share = f32::from(u8::try_from(left).unwrap_or(60)) / 60.0;
    (share, Tone::Accent, context.fill("topbar-golden-hour-left", [("minutes", left.into())]), text)
}

/// Shows the golden hour. If space is tight, only the ring is shown, with the text in its tooltip.
fn golden_hour_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let is_tight = ui.available_width() < RING + HOUR_TEXT + ui.spacing().item_spacing.x;
    let hour = golden_hour(context);
    let words = format!("{}, {}", hour.title, hour.text);
    if !is_tight {
        ui.allocate_ui_with_layout(vec2(HOUR_TEXT, RING), Layout::top_down(Align::Min), |ui| {
            ui.set_width(HOUR_TEXT);
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add_space(3.0);
            ui.add(Label::new(theme.text(Face::Strong, hour.title, theme.tone(hour.tone))).truncate());
            ui.add(Label::new(theme.small(hour.text)).truncate());
        });
    }
    let ring = ring_ui(ui, theme, RING, hour.left, hour.tone);
    ring.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    if is_tight {
        ring.on_hover_text(&words);
    }
}

/// Shows the number of waiting calls, the costs so far, and the state of the shop.
pub fn shop_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let situation = context.situation;
    if situation.backlog >= 1.0 {
        let calls = context.fill("topbar-calls", [("count", situation.backlog.round().into())]);
        chip_ui(ui, theme, Tone::Caution, icon::HEADSET, &calls);
    }
    let spent = context.fill("topbar-spent", [("money", context.money(situation.costs).into())]);
    chip_ui(ui, theme, Tone::Plain, icon::COINS, &spent);
    let tone = match situation.shop {
        ShopState::Online => Tone::Calm,
        ShopState::Degraded => Tone::Caution,
        ShopState::Down => Tone::Harm,
    };
    let shop = wording::shop(context.view.texts, situation.shop);
    let filling = [("shop", shop.into()), ("money", context.money(situation.revenue).into())];
    let revenue = context.fill("topbar-shop", filling);
    chip_ui(ui, theme, tone, icon::STOREFRONT, &revenue);
}
