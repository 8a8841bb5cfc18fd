//! The top bar: scenario, clock, pace, golden hour; below it the statutory clocks and the shop.

use egui::containers::Sides;
use egui::{Align, Label, Layout, Ui, vec2};

use super::{NARROW, clocks};
use crate::app::command::{EndCommand, PaceCommand};
use crate::app::icon;
use crate::app::pacing::{Pace, SPEEDS};
use crate::app::screen::tools_ui;
use crate::app::theme::{Face, Tone};
use crate::app::view::ExerciseContext;
use crate::app::widget::ring::ring_ui;
use crate::app::widget::{Button, ButtonKind, chip_ui, sides_ui};
use crate::scenario::ShopState;
use crate::time::{SimDuration, SimTime};

/// The golden hour.
const HOUR: SimDuration = SimDuration::from_minutes(60);

/// Shows the top bar.
pub fn topbar_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let is_narrow = ui.available_width() < NARROW;
    Sides::new().height(44.0).shrink_left().show(
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
            let name = "End exercise…";
            if Button::new("End…").name(name).kind(ButtonKind::Quiet).show(ui, context.theme()).clicked() {
                context.send(EndCommand::Ask);
            }
            tools_ui(ui, context.view);
            crate::app::screen::facilitator::open_ui(ui, context, is_narrow);
            // Where people talk while time stands still, nothing runs down.
            if context.pacing.mode().runs() {
                ui.add_space(8.0);
                golden_hour_ui(ui, context);
            }
        },
    );
    sides_ui(ui, |ui| clocks::clocks_ui(ui, context), |ui| shop_ui(ui, context));
}

fn clock_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let now = context.situation.now;
    ui.allocate_ui_with_layout(vec2(196.0, 44.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(196.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.label(theme.text(Face::Display, now.to_string(), theme.strong).size(26.0));
            ui.label(theme.text(Face::Title, context.scenario.say(now), theme.muted));
        });
        let name = format!("{} · {}", context.scenario.organization(), context.scenario.title());
        ui.add(Label::new(theme.small(name)).truncate());
    });
}

fn pace_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_narrow: bool) {
    let theme = context.theme();
    let pace = context.pacing.pace();
    let (label, icon, command) = match pace {
        Pace::Paused => ("Run", icon::PLAY, PaceCommand::Run),
        Pace::Running | Pace::Seeking => ("Pause", icon::PAUSE, PaceCommand::Pause),
    };
    let ended = context.situation.ended;
    let kind = if pace == Pace::Paused { ButtonKind::Primary } else { ButtonKind::Plain };
    let button = Button::new(label).icon(icon).kind(kind).enabled(!ended).width(92.0);
    if button.show(ui, theme).clicked() {
        context.send(command);
    }
    let step = Button::new("").icon(icon::SKIP_FORWARD).name("Step one minute").hint("Step one minute").enabled(!ended);
    if step.show(ui, theme).clicked() {
        context.send(PaceCommand::Step);
    }
    let label = if is_narrow { "" } else { "Next inject" };
    let next = Button::new(label).name("Next inject").icon(icon::FAST_FORWARD).enabled(!ended && pace != Pace::Seeking);
    if next.hint("Next inject: lets time pass until something arrives").show(ui, theme).clicked() {
        context.send(PaceCommand::NextInject);
    }
    speeds_ui(ui, context);
}

fn speeds_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    ui.spacing_mut().item_spacing.x = 2.0;
    for speed in SPEEDS {
        let label = format!("{speed}×");
        let name = format!("Speed {speed}");
        let hint = format!("{speed} simulated seconds a second");
        let button = Button::quiet(&label).small().name(&name).hint(&hint).selected(context.pacing.speed() == speed);
        if button.show(ui, theme).clicked() {
            context.send(PaceCommand::Speed(speed));
        }
    }
    let stops = context.pacing.pause_at_injects;
    let hint = if stops { "Time stops when something arrives" } else { "Time runs on when something arrives" };
    let button = Button::quiet("").icon(icon::BELL_RINGING).small().name("Pause at injects").hint(hint).selected(stops);
    if button.show(ui, theme).clicked() {
        context.send(PaceCommand::PauseAtInjects(!stops));
    }
}

/// What the golden hour looks like now.
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
            (1.0, tone, format!("Spoke at {spoken}"), format!("{after} after the first alert"))
        }
        (None, None) => (1.0, Tone::Plain, "Golden hour".to_owned(), "begins with the first alert".to_owned()),
        (None, Some(first)) => running(situation.now.since(first), situation.exposed),
    };
    GoldenHour { left, tone, title, text }
}

fn running(gone: SimDuration, exposed: Option<SimTime>) -> (f32, Tone, String, String) {
    let minutes = gone.minutes();
    let left = 60_u32.saturating_sub(minutes);
    let text = match exposed {
        Some(at) => format!("others told first, at {at}"),
        None => "until the first public word".to_owned(),
    };
    if left == 0 {
        let over = SimDuration::from_minutes(minutes - 60);
        return (0.0, Tone::Harm, format!("Silent, {over} over the hour"), text);
    }
    let share = f32::from(u8::try_from(left).unwrap_or(60)) / 60.0;
    (share, Tone::Accent, format!("{left} min of golden hour"), text)
}

fn golden_hour_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let hour = golden_hour(context);
    ui.allocate_ui_with_layout(vec2(176.0, 40.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(176.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(3.0);
        ui.add(Label::new(theme.text(Face::Strong, hour.title, theme.tone(hour.tone))).truncate());
        ui.add(Label::new(theme.small(hour.text)).truncate());
    });
    ring_ui(ui, theme, 40.0, hour.left, hour.tone);
}

fn shop_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let situation = context.situation;
    let money = |amount| context.scenario.money(amount);
    if situation.backlog >= 1.0 {
        chip_ui(ui, theme, Tone::Caution, icon::HEADSET, &format!("{:.0} calls waiting", situation.backlog));
    }
    chip_ui(ui, theme, Tone::Plain, icon::COINS, &format!("{} spent", money(situation.costs)));
    let (tone, word) = match situation.shop {
        ShopState::Online => (Tone::Calm, "Shop online"),
        ShopState::Degraded => (Tone::Caution, "Shop degraded"),
        ShopState::Down => (Tone::Harm, "Shop closed"),
    };
    let revenue = format!("{word}, {} a minute", money(situation.revenue));
    chip_ui(ui, theme, tone, icon::STOREFRONT, &revenue);
}
