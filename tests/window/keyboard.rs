//! A complete exercise by keyboard alone, without the pointer.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use goldenhour::app::exercise::state::Tab;
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::sheet::Sheet;
use goldenhour_core::decision::{Rejection, WantedContent};
use goldenhour_core::simulation::InquiryView;

use crate::Window;

impl Window {
    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Opens the command palette, types a query, and runs the first match.
    pub(crate) fn command(&mut self, typed: &str) {
        self.key(Modifiers::COMMAND, Key::K);
        assert!(
            matches!(self.harness.state().state().sheet, Some(Sheet::Palette { .. })),
            "the palette did not open for {typed}"
        );
        self.harness.event(egui::Event::Text(typed.to_owned()));
        self.settle();
        self.key(Modifiers::NONE, Key::Enter);
        assert!(self.harness.state().state().sheet.is_none(), "the palette stays open after {typed}");
    }

    fn decide_by_keys(&mut self, title: &str) {
        let before = self.drill().session.decisions().count();
        self.command(&format!("Decision: {title}"));
        self.command("Confidence 4");
        self.key(Modifiers::COMMAND, Key::Enter);
        assert_eq!(self.drill().session.decisions().count(), before + 1, "{title}");
    }

    /// Returns the title of a decision that is available at once and needs no input.
    pub(crate) fn some_decision(&self) -> String {
        let drill = self.drill();
        let is_plain = |action: &goldenhour_core::id::ActionId| {
            let action = drill.session.scenario().action(action).unwrap();
            matches!(action.asks, goldenhour_core::scenario::Ask::Nothing)
        };
        let free = |option: &&goldenhour_core::simulation::OptionView| {
            option.blocked.is_none() && option.role_blocked.is_none() && !option.done && is_plain(&option.action)
        };
        drill.situation.options.iter().find(free).expect("a decision is available").title.clone()
    }

    fn publish_by_keys(&mut self) {
        let topic = self.drill().situation.topics[0].title.clone();
        self.command(&format!("Say: {topic} not known yet"));
        self.key(Modifiers::COMMAND, Key::D);
        assert!(!self.drill().ui.composer.text.is_empty());
        let before = self.drill().session.decisions().count();
        self.key(Modifiers::COMMAND, Key::Enter);
        assert_eq!(self.drill().session.decisions().count(), before + 1, "{:?}", self.drill().ui.composer.refusal);
    }
}

#[test]
fn a_drill_can_be_played_by_keyboard_alone() {
    let mut window = Window::open([1440.0, 900.0]);
    window.command("Open briefing: Black Friday");
    assert!(matches!(window.harness.state().state().route, Route::Briefing(_)));
    window.key(Modifiers::COMMAND, Key::Enter);
    window.decide_by_keys("Preserve the evidence");
    window.decide_by_keys("Call the response team together");
    for _ in 0..60 {
        window.key(Modifiers::NONE, Key::Period);
    }
    for _ in 0..3 {
        let title = window.some_decision();
        window.decide_by_keys(&title);
        for _ in 0..20 {
            window.key(Modifiers::NONE, Key::Period);
        }
    }

    window.key(Modifiers::COMMAND, Key::Num5);
    assert_eq!(window.drill().ui.tab, Tab::Statement);
    let carrier = window.drill().situation.options.iter().find(|option| {
        let free = option.blocked.is_none() && option.role_blocked.is_none();
        free && crate::is_statement(&window, option.action.as_str())
    });
    let carrier = carrier.expect("a statement action is available").title.clone();
    window.command(&format!("Send as: {carrier}"));
    window.publish_by_keys();

    answer_by_keys(&mut window);

    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(matches!(window.harness.state().state().route, Route::Debrief(_)));
    window.command("Debrief: criteria");
    window.key(Modifiers::COMMAND, Key::L);
    assert!(matches!(window.harness.state().state().route, Route::Library));
}

/// Advances time until an inquiry can be answered, and answers it.
fn answer_by_keys(window: &mut Window) {
    for _ in 0..400 {
        window.key(Modifiers::NONE, Key::N);
        window.harness.run_steps(20);
        let asks = |item: &&goldenhour_core::simulation::InboxItem| matches!(item.inquiry, Some(InquiryView::Open(_)));
        let Some(open) = window.drill().situation.inbox.iter().find(asks).map(|item| item.title.clone()) else {
            assert!(!window.drill().session.has_ended(), "the session ended without an inquiry");
            continue;
        };
        window.command(&format!("Message: {open}"));
        window.key(Modifiers::NONE, Key::A);
        assert_eq!(window.drill().ui.tab, Tab::Statement);
        let about_text = |why: &Rejection| {
            let wanted = WantedContent::Statement;
            matches!(why, Rejection::BadStatement { .. }) || *why == Rejection::WrongContent { wanted }
        };
        if window.drill().ui.composer.refusal.as_ref().is_none_or(about_text) {
            window.publish_by_keys();
            return;
        }
    }
    panic!("no inquiry could be answered");
}

#[test]
fn single_key_shortcuts_pause_while_typing() {
    let mut window = Window::start([1440.0, 900.0]);
    window.press("Decision: Preserve the evidence");
    window.harness.get_by_label("Rationale").focus();
    window.settle();
    let before = window.drill().session.now();
    window.key(Modifiers::NONE, Key::Period);
    assert_eq!(window.drill().session.now(), before);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Period);
    assert_eq!(window.drill().session.now().minutes(), before.minutes() + 1, "shortcuts must work again after typing");
}

#[test]
fn the_palette_reports_no_match_and_closes_with_escape() {
    let mut window = Window::open([1440.0, 900.0]);
    window.key(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("xyzzy".to_owned()));
    window.settle();
    window.harness.get_by_label("No matching commands.");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.harness.state().state().sheet.is_none());
}

#[test]
fn a_setting_takes_effect_at_once_and_is_saved() {
    let home = tempfile::tempdir().unwrap();
    let harness = crate::window(home.path(), goldenhour::app::Start::Library, [1440.0, 900.0]);
    let mut first = Window { harness, _home: tempfile::tempdir().unwrap() };
    first.settle();
    first.key(Modifiers::COMMAND, Key::Comma);
    first.click("Deutsch");
    first.harness.get_by_label("Dunkel, für Bildschirme");
    first.click("130 %");
    assert!((first.harness.ctx.zoom_factor() - 1.3).abs() < 0.01);
    drop(first);
    let harness = crate::window(home.path(), goldenhour::app::Start::Library, [1440.0, 900.0]);
    let mut second = Window { harness, _home: home };
    second.settle();
    second.harness.get_by_label("Helles Design");
}
