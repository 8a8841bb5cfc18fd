//! Random input: two monkeys perform 10,000 steps in total with seeded clicks, keys, text, window sizes and scales.
//! The window must not panic, and every screen must leave a way back to the library.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, pos2};
use egui_kittest::kittest::NodeT;
use goldenhour::app::exercise::command::EndCommand;
use goldenhour::app::shell::command::{AppCommand, Destination};
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::settings::SettingCommand;

use crate::Window;

/// Steps per monkey.
const STEPS: usize = 5_000;

/// A small random generator, which gives the same values everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

const KEYS: [Key; 24] = [
    Key::Tab,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::Period,
    Key::N,
    Key::J,
    Key::A,
    Key::B,
    Key::Plus,
    Key::Minus,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num5,
    Key::Num6,
    Key::D,
    Key::K,
    Key::L,
    Key::E,
    Key::F1,
    Key::Comma,
];

const MODIFIERS: [Modifiers; 4] =
    [Modifiers::NONE, Modifiers::NONE, Modifiers::COMMAND, Modifiers::COMMAND.plus(Modifiers::SHIFT)];

const TEXTS: [&str; 6] = ["a", "We are sorry. ", "12,000 ", "Ü—✓ ", "no", "4"];

/// Clicks a labeled clickable element or a random point.
fn click(window: &mut Window, dice: &mut Dice) {
    let size = window.harness.ctx.content_rect().size();
    let at = match dice.below(4) {
        0 => random_place(size, dice),
        _ => labeled_place(window, dice).unwrap_or_else(|| random_place(size, dice)),
    };
    let button = if dice.below(12) == 0 { PointerButton::Secondary } else { PointerButton::Primary };
    window.harness.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        window.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
}

#[expect(clippy::cast_precision_loss, reason = "screen coordinates are small")]
fn random_place(size: Vec2, dice: &mut Dice) -> Pos2 {
    let share = |dice: &mut Dice| dice.below(1000) as f32 / 1000.0;
    pos2(size.x * share(dice), size.y * share(dice))
}

fn labeled_place(window: &Window, dice: &mut Dice) -> Option<Pos2> {
    let root = window.harness.root();
    let named: Vec<Pos2> = root
        .children_recursive()
        .filter(|node| {
            matches!(node.accesskit_node().role(), egui::accesskit::Role::Button | egui::accesskit::Role::CheckBox)
        })
        .map(|node| node.rect().center())
        .collect();
    (!named.is_empty()).then(|| named[dice.below(named.len())])
}

fn step(window: &mut Window, dice: &mut Dice) {
    match dice.below(100) {
        0..=54 => click(window, dice),
        55..=79 => window.harness.key_press_modifiers(dice.pick(&MODIFIERS), dice.pick(&KEYS)),
        80..=87 => window.harness.event(Event::Text(dice.pick(&TEXTS).to_owned())),
        88..=92 => {
            let delta = Vec2::new(0.0, if dice.below(2) == 0 { -120.0 } else { 120.0 });
            let unit = egui::MouseWheelUnit::Point;
            let phase = egui::TouchPhase::Move;
            window.harness.event(Event::MouseWheel {
                unit,
                delta,
                phase,
                modifiers: Modifiers::NONE,
                source: egui::MouseWheelSource::Wheel,
            });
        }
        93..=96 => {
            let size =
                dice.pick(&[[1100.0, 700.0], [1440.0, 900.0], [1000.0, 640.0], [2200.0, 1200.0], [640.0, 400.0]]);
            window.harness.set_size(Vec2::from(size));
        }
        _ => {
            let scale = dice.pick(&[80, 100, 150, 200]);
            window.harness.state_mut().run_command(SettingCommand::Scale(scale));
        }
    }
    window.harness.run_steps(1);
}

/// Returns whether user commands lead from the current screen to the library.
fn can_leave(window: &mut Window) -> bool {
    for _ in 0..6 {
        if matches!(window.harness.state().state().route, Route::Library) {
            return true;
        }
        let app = window.harness.state_mut();
        app.run_command(AppCommand::Sheet(None));
        match &app.state().route {
            Route::Exercise(_) => app.run_command(EndCommand::Confirm),
            _ => app.run_command(Destination::Library),
        }
        window.harness.run_steps(2);
    }
    false
}

#[test]
fn random_input_neither_panics_nor_gets_stuck() {
    play(20_261_126);
}

#[test]
fn other_random_input_neither_panics_nor_gets_stuck() {
    play(7_919);
}

/// Runs one monkey; the two tests run in parallel.
fn play(seed: u64) {
    let mut window = Window::open([1440.0, 900.0]);
    let mut dice = Dice(seed);
    let mut seen = std::collections::BTreeSet::new();
    for count in 1..=STEPS {
        step(&mut window, &mut dice);
        seen.insert(route_name(&window));
        if count % 1_250 == 0 {
            assert!(can_leave(&mut window), "stuck in {} after {count} steps", route_name(&window));
        }
    }
    for name in ["library", "briefing", "exercise", "debrief"] {
        assert!(seen.contains(name), "the monkey never saw the {name}: {seen:?}");
    }
}

fn route_name(window: &Window) -> &'static str {
    match window.harness.state().state().route {
        Route::Library => "library",
        Route::Briefing(_) => "briefing",
        Route::Exercise(_) => "exercise",
        Route::Gallery => "gallery",
        Route::HotWash(_) => "hot wash",
        Route::Debrief(_) => "debrief",
        Route::Compare(_) => "compare",
        Route::Replay(_) => "replay",
    }
}
