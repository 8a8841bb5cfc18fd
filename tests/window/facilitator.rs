//! The facilitator's window: holding and releasing injects, notes, marks, forks, and exercise modes.

use std::path::Path;

use egui_kittest::kittest::Queryable;
use goldenhour::app::shell::route::Route;

use crate::Window;

/// Opens the facilitator's window at the start of an exercise.
fn facilitated() -> Window {
    let mut window = Window::start([1440.0, 900.0]);
    window.click("Facilitator");
    assert!(window.drill().facilitator.is_some());
    window
}

/// Advances one minute with the button of each of the two windows.
fn step_in_both_windows(window: &mut Window) {
    let now = |window: &Window| window.drill().session.now().minutes();
    for place in 0..2 {
        let before = now(window);
        let buttons: Vec<_> = window.harness.get_all_by_label("Step one minute").collect();
        assert_eq!(buttons.len(), 2, "the players' window and the facilitator's window");
        buttons[place].click_accesskit();
        drop(buttons);
        window.settle();
        assert_eq!(now(window), before + 1);
    }
}

fn inject_state(window: &Window, inject: &str) -> goldenhour_core::simulation::InjectState {
    let truth = window.drill().session.ground_truth();
    truth.msel.into_iter().find(|line| line.inject == inject.into()).unwrap().standing
}

#[test]
fn the_facilitator_holds_postpones_and_releases_injects() {
    use goldenhour_core::simulation::InjectState;

    let mut window = facilitated();
    let title = window.drill().session.scenario().inject(&"unknown-host".into()).unwrap().title.clone();
    window.press(&format!("Inject: {title}"));
    window.press("Hold");
    assert_eq!(inject_state(&window, "unknown-host"), InjectState::Held);
    window.press("Held · 1");
    window.press("Resume automatic release");
    assert_eq!(inject_state(&window, "unknown-host"), InjectState::Waiting);
    window.show(goldenhour::app::facilitator::command::FacilitatorCommand::Filter(
        goldenhour::app::facilitator::state::MselFilter::Due,
    ));
    window.press("Postpone by 30 minutes");
    assert!(matches!(inject_state(&window, "unknown-host"), InjectState::Postponed(at) if at.minutes() == 42));
    window.press("Held · 1");
    window.press("Release");
    step_in_both_windows(&mut window);
    assert!(matches!(inject_state(&window, "unknown-host"), InjectState::Released(_)));
    assert!(window.drill().situation.inbox.iter().any(|item| item.inject == "unknown-host".into()));
}

#[test]
fn the_facilitator_rules_on_what_a_statement_says() {
    use goldenhour::app::composer::command::ComposerCommand;
    use goldenhour::app::exercise::command::LookCommand;
    use goldenhour::app::exercise::state::Tab;
    use goldenhour_core::decision::Control;
    use goldenhour_core::session::Entry;
    use goldenhour_core::statement::{Ruling, Verdict};

    let mut window = Window::start([1440.0, 900.0]);
    window.show(LookCommand::Tab(Tab::Statement));
    window.show(ComposerCommand::Text(
        "The intruder was arrested in Leeds on his way to work. Passwords were taken as well.".into(),
    ));
    let is_free = |action: &goldenhour_core::id::ActionId| crate::is_statement(&window, action.as_str());
    let options = window.drill().situation.options.iter().map(|option| option.action.clone());
    let carriers: Vec<_> = options.filter(is_free).collect();
    // Some are led by roles that have not arrived yet.
    for carrier in carriers {
        if window.drill().session.decisions().count() == 0 {
            window.show(ComposerCommand::Carry(carrier));
            window.show(ComposerCommand::Publish);
        }
    }
    window.click("Facilitator");
    window.press("Statements");
    let facilitator = window.drill().facilitator.as_ref().unwrap();
    assert!(!facilitator.statements[0].unchecked.is_empty(), "{:?}", facilitator.statements[0].said);
    window.press("Rule that this is false");
    window.harness.get_all_by_label("Not said").next().unwrap().click_accesskit();
    window.settle();
    let rulings: Vec<&Ruling> = window
        .drill()
        .session
        .entries()
        .iter()
        .filter_map(|entry| match entry {
            Entry::Control { control: Control::Rule { ruling, .. }, .. } => Some(ruling),
            _ => None,
        })
        .collect();
    assert!(
        matches!(rulings[..], [Ruling::Judged { verdict: Verdict::False, .. }, Ruling::NotSaid { .. }]),
        "{rulings:?}"
    );
    window.press("Notes");
    assert!(window.harness.query_by_label_contains("Ruled false").is_some());
}

#[test]
fn a_surprise_is_one_of_the_suitable_injects() {
    let mut window = facilitated();
    window.press("Deck");
    window.press("Surprise inject");
    step_in_both_windows(&mut window);
    let released = window.drill().session.entries().iter().find_map(|entry| match entry {
        goldenhour_core::session::Entry::Control {
            control: goldenhour_core::decision::Control::Release(id), ..
        } => Some(id),
        _ => None,
    });
    let id = released.expect("an inject was released").clone();
    assert!(window.drill().situation.inbox.iter().any(|item| item.inject == id));
    assert!(window.drill().session.ground_truth().deck.iter().all(|card| card.inject != id));
}

#[test]
fn the_facilitator_adds_notes_and_marks_by_keyboard() {
    use goldenhour_core::session::mark::{Mark, Subject};
    use goldenhour_core::session::{Author, Entry};

    let mut window = facilitated();
    step_in_both_windows(&mut window);
    let objective = window.drill().session.scenario().objectives[0].id.clone();
    let begun = window.drill().session.now();
    window.harness.key_press(egui::Key::M);
    window.settle();
    window.show(goldenhour::app::exercise::command::PaceCommand::Step);
    window.harness.get_by_label("Note text").type_text("nobody writes the log");
    window.settle();
    window.harness.key_press(egui::Key::Enter);
    window.settle();
    window.harness.key_press(egui::Key::Num2);
    window.settle();
    window.harness.get_by_label("Reason for rating").type_text("the team met late");
    window.settle();
    window.harness.key_press(egui::Key::Enter);
    window.settle();
    let marks: Vec<&Mark> = window
        .drill()
        .session
        .entries()
        .iter()
        .filter_map(|entry| match entry {
            Entry::Mark { author: Author::Facilitator, mark, .. } => Some(mark),
            _ => None,
        })
        .collect();
    assert_eq!(*marks[0], Mark::Seen { at: begun, text: "nobody writes the log".to_owned() });
    let rating = Mark::Rating {
        of: Subject::Objective(objective),
        mark: 3.try_into().unwrap(),
        reason: "the team met late".to_owned(),
    };
    assert_eq!(*marks[1], rating, "the second of four grades, where P is the first and highest");
    assert_eq!(marks.len(), 2);
    window.press("Notes");
    window.harness.get_by_label("nobody writes the log");
}

#[test]
fn a_fork_continues_in_a_copy_and_leaves_the_original_unchanged() {
    let mut window = facilitated();
    window.press("Decision: Preserve the evidence");
    window.press("Decide");
    let first = window.drill().path.clone();
    let before = std::fs::read(&first).unwrap();
    window.press("Fork");
    let copy = window.drill().path.clone();
    assert_ne!(copy, first);
    step_in_both_windows(&mut window);
    window.harness.key_press(egui::Key::M);
    window.settle();
    window.harness.get_by_label("Note text").type_text("only in the copy");
    window.settle();
    window.harness.key_press(egui::Key::Enter);
    window.settle();
    assert_eq!(std::fs::read(&first).unwrap(), before);
    let replayed = |path: &Path| {
        let recorded = goldenhour_core::session::Recorded::read(path).unwrap();
        goldenhour_core::session::replay(&recorded).unwrap().session
    };
    assert_eq!(replayed(&first).entries().len() + 2, replayed(&copy).entries().len());
    let going_on = goldenhour::app::shell::command::Destination::Session(first.clone());
    window.show(going_on);
    assert_eq!(window.drill().path, first);
    assert_eq!(window.drill().situation.works.len(), 1);
}

#[test]
fn solo_mode_has_no_facilitator() {
    let mut window = Window::open([1440.0, 900.0]);
    window.press("Open Black Friday skimmer");
    window.show(goldenhour::app::briefing::command::BriefingCommand::Mode(goldenhour_core::session::Mode::Solo));
    window.click("Start exercise");
    assert!(window.harness.query_by_label("Facilitator").is_none());
    window.show(goldenhour::app::facilitator::command::FacilitatorCommand::Open);
    assert!(window.drill().facilitator.is_none());
    assert_eq!(window.drill().session.header().mode, goldenhour_core::session::Mode::Solo);
}

#[test]
fn discussion_mode_advances_only_by_steps_and_jumps() {
    let mut window = Window::open([1440.0, 900.0]);
    window.press("Open Black Friday skimmer");
    window.show(goldenhour::app::briefing::command::BriefingCommand::Mode(goldenhour_core::session::Mode::Discussion));
    window.click("Start exercise");
    assert!(window.harness.query_by_label("Run").is_none());
    let begun = window.drill().session.now();
    window.show(goldenhour::app::exercise::command::PaceCommand::Run);
    window.harness.run_steps(10);
    assert_eq!(window.drill().session.now(), begun);
    window.click("Pause at injects");
    window.click("Jump one hour");
    window.harness.run_steps(10);
    assert_eq!(window.drill().session.now().minutes(), begun.minutes() + 60);
    window.harness.get_by_label("Facilitator");
}

#[test]
fn an_exercise_cannot_begin_in_review_mode() {
    let mut window = Window::open([1440.0, 900.0]);
    window.press("Open Black Friday skimmer");
    window.show(goldenhour::app::briefing::command::BriefingCommand::Mode(goldenhour_core::session::Mode::Review));
    window.click("Start exercise");
    assert!(matches!(window.harness.state().state().route, Route::Briefing(_)));
    assert!(window.harness.state().state().notice.is_some());
}
