//! Turning points, the reviewer's what-ifs, marks and edits, and replaying a session: by label, by keyboard, and
//! drawn.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use goldenhour::app::Start;
use goldenhour::app::debrief::command::{DebriefCommand, EditCommand, WhatifCommand};
use goldenhour::app::debrief::report::state::Slot;
use goldenhour::app::debrief::state::DebriefPage;
use goldenhour::app::debrief::state::DebriefUi;
use goldenhour::app::debrief::turning::state::Opened;
use goldenhour::app::debrief::whatif::state::Altered;
use goldenhour::app::exercise::command::{LookCommand, PaceCommand};
use goldenhour::app::exercise::pacing::Pace;
use goldenhour::app::exercise::state::Tab;
use goldenhour::app::icon;
use goldenhour::app::language::Language;
use goldenhour::app::replay::command::ReplayCommand;
use goldenhour::app::replay::state::Replay;
use goldenhour::app::shell::command::{AppCommand, Destination};
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::settings::SettingCommand;
use goldenhour::app::shell::settings::Settings;
use goldenhour::app::theme::ThemeKind;
use goldenhour_core::session::edit::{ActionPart, Line};
use goldenhour_core::time::SimTime;

use crate::Window;
use crate::picture::{folder, recorded};

/// The themes with their names in the file names of pictures.
const LOOKS: [(ThemeKind, &str); 2] = [(ThemeKind::Dark, "dark"), (ThemeKind::Light, "light")];

impl Window {
    /// Opens the window with a theme on recorded sessions.
    fn on(home: &std::path::Path, theme: ThemeKind, size: [f32; 2]) -> Self {
        let settings = Settings { theme, guided: true, ..Settings::default() };
        settings.write(&home.join("settings.ron")).unwrap();
        let harness = crate::window(home, Start::Library, size);
        let mut window = Window { harness, _home: tempfile::tempdir().unwrap() };
        window.settle();
        window
    }

    fn review(&self) -> &DebriefUi {
        match &self.harness.state().state().route {
            Route::Debrief(review) => review,
            _ => panic!("the window does not show a debrief"),
        }
    }

    fn replay(&self) -> &Replay {
        match &self.harness.state().state().route {
            Route::Replay(replay) => replay,
            _ => panic!("the window does not show a recording"),
        }
    }

    fn picture(&mut self, name: &str) {
        self.settle();
        let picture = self.harness.render().unwrap();
        let first = *picture.get_pixel(0, 0);
        assert!(picture.pixels().any(|pixel| *pixel != first), "{name} has only one color");
        picture.save(folder().join(format!("{name}.png"))).unwrap();
    }

    fn turning_titles(&self) -> Vec<String> {
        let found = self.review().debrief.counterfactual.as_ref().expect("the turning points are computed");
        found.costs.iter().chain(&found.gains).map(|point| point.title.clone()).collect()
    }
}

#[test]
fn turning_points_luck_and_what_ifs_work_by_label() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 8, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.show(Destination::Debrief(path));
    assert!(window.review().debrief.counterfactual.is_none(), "in tests, turning points are computed only on request");
    window.press("Reference curves: negative posts");
    window.click("Turning points");
    let titles = window.turning_titles();
    assert!(!titles.is_empty());
    let found =
        format!("{}  Turning points from 4 seeds; differences with 95% confidence intervals", icon::CHECK_CIRCLE);
    window.harness.get_by_label(&found);
    let first = format!("Turning point: {}", titles[0]);
    window.harness.get_by_label("CRITERIA AFFECTED");
    window.press(&first);
    assert!(window.harness.query_by_label("CRITERIA AFFECTED").is_none(), "a second click must collapse the details");
    window.press(&first);
    window.press("News attention");
    assert_eq!(window.review().turning.curve, 2);
    let tried = window.review().debrief.counterfactual.as_ref().unwrap().tried.len();
    window.press(&format!("All alternatives tested ({tried})"));

    let (entry, at, title) = a_decision(&window);
    window.press(&format!("Decision at {at}: {title}"));
    window.press("One hour later");
    let later = at + goldenhour_core::time::SimDuration::from_minutes(60);
    let moved = Altered::Taken { at: later, choice: None };
    assert_eq!(window.review().whatif.altered.get(&entry), Some(&moved));
    let answer = window.review().whatif.probe.as_ref().unwrap().latest.as_ref().unwrap();
    assert!(answer.seeds > 0 && answer.effect.is_some());
    assert_eq!(answer.was.each_ref().map(Vec::len), answer.ghost.each_ref().map(Vec::len));
    window.press("Leave out");
    assert_eq!(window.review().whatif.altered.get(&entry), Some(&Altered::Gone));
    window.harness.get_by_label(&format!("Decision at {at}, left out: {title}"));
    window.press("Undo all changes");
    assert!(window.review().whatif.altered.is_empty() && window.review().whatif.probe.is_none());
}

/// Returns a decision far from the end of the run: entry, time and title.
fn a_decision(window: &Window) -> (goldenhour_core::timeline::EntryNumber, SimTime, String) {
    let session = &window.review().session;
    let (entry, decision) = session.decisions().nth(2).expect("the run has at least three decisions");
    let title = session.scenario().action(&decision.action).unwrap().title.clone();
    (entry, decision.at, title)
}

#[test]
fn a_decision_is_moved_and_removed_by_keyboard_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 6, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.show(Destination::Debrief(path));
    window.command("Debrief: turning points");
    let (entry, at, title) = a_decision(&window);
    window.harness.get_by_label(&format!("Decision at {at}: {title}")).focus();
    window.settle();
    window.key(Modifiers::NONE, Key::ArrowRight);
    let moved = |minutes| Altered::Taken { at: SimTime::from_minutes(at.minutes() + minutes), choice: None };
    assert_eq!(window.review().whatif.altered.get(&entry), Some(&moved(15)));
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.review().whatif.altered.get(&entry), Some(&moved(75)));
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.review().whatif.altered.get(&entry), Some(&Altered::Gone));
    window.command("Undo all changes");
    assert!(window.review().whatif.altered.is_empty());
}

#[test]
fn a_decision_is_dragged_to_another_time() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 6, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.show(Destination::Debrief(path));
    window.show(DebriefPage::Turning);
    let (entry, at, title) = a_decision(&window);
    let label = format!("Decision at {at}: {title}");
    window.harness.get_by_label(&label).scroll_to_me();
    window.settle();
    let from = window.harness.get_by_label(&label).rect().center();
    window.harness.drag_at(from);
    for step in [20.0, 60.0, 120.0] {
        window.harness.event(egui::Event::PointerMoved(from + egui::vec2(step, 0.0)));
        window.harness.run_steps(1);
    }
    window.harness.drop_at(from + egui::vec2(120.0, 0.0));
    window.settle();
    match window.review().whatif.altered.get(&entry) {
        Some(Altered::Taken { at: to, choice: None }) => assert!(*to > at && to.minutes() % 5 == 0, "{at} to {to}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_override_is_saved_at_once_and_shown_with_the_score() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 6, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.show(Destination::Debrief(path.clone()));
    window.click("Criteria");
    let steps = &window.review().debrief.scorecard.playbook.steps;
    let judged = steps.iter().flat_map(|step| &step.criteria);
    let mut judged = judged.filter(|criterion| criterion.verdict != goldenhour_core::scoring::Verdict::NotApplicable);
    let (id, title) = judged.next().map(|criterion| (criterion.id.clone(), criterion.title.clone())).unwrap();
    window.press(&format!("Override score: {title}"));
    window.press("Save override");
    assert!(window.review().marking.is_some(), "an override needs a credit, a reason and a name");
    let credit = window.harness.get_all_by_role(egui::accesskit::Role::Button);
    let credit =
        credit.filter_map(|node| node.accesskit_node().label()).find(|label| label.starts_with("Credit 50%")).unwrap();
    window.press(&credit);
    for (field, text) in [("Reason for override", "It was said on the phone"), ("Reviewer", "Ada")] {
        window.harness.get_by_label(field).focus();
        window.settle();
        window.harness.get_by_label(field).type_text(text);
        window.settle();
    }
    window.press("Save override");
    assert!(window.review().marking.is_none());
    let steps = &window.review().debrief.scorecard.playbook.steps;
    let marked = steps.iter().flat_map(|step| &step.criteria).find(|criterion| criterion.id == id).unwrap();
    let overridden = marked.overridden.as_ref().expect("the override is shown with the score");
    assert_eq!((overridden.by.as_str(), overridden.reason.as_str()), ("Ada", "It was said on the phone"));
    assert!(!window.review().debrief.story.ghosts.is_empty());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("It was said on the phone"), "the override must be saved at once");
}

#[test]
fn report_edits_are_signed_and_keep_the_generated_text() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 6, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.show(Destination::Debrief(path.clone()));
    window.click("Report");
    window.press("Edit: Summary");
    assert!(window.review().editing.is_none(), "editing needs a name");
    window.harness.get_by_label("Reviewer").focus();
    window.settle();
    window.harness.get_by_label("Reviewer").type_text("Ada");
    window.settle();
    window.press("Edit: Summary");
    let slot = window.review().editing.clone().expect("the summary is open for editing").slot;
    window.show(EditCommand::Begin(slot, String::new()));
    window.harness.get_by_label("New text: Summary").focus();
    window.settle();
    window.harness.get_by_label("New text: Summary").type_text("We spoke too early");
    window.settle();
    window.press("Save");
    let summary = &window.review().debrief.after_action.summary;
    let change = summary.edit.as_ref().expect("the summary is edited");
    assert_eq!((change.text.as_str(), change.stamp.by.as_str()), ("We spoke too early", "Ada"));
    assert!(summary.automatic.starts_with("Playbook score: "));
    let line = window.review().debrief.after_action.improvement_plan[0].clone();
    for (slot, text) in [
        (Slot::Action(line.named.clone(), ActionPart::Contact), "Ben"),
        (Slot::Completion(line.named.clone()), "2027-03-31"),
        (Slot::Start(line.named.clone()), "2027-01-15"),
        (Slot::Strike(Line::Action(line.named.clone())), "done already"),
    ] {
        window.show(EditCommand::Begin(slot, text.to_owned()));
        window.show(EditCommand::Keep);
    }
    let line = &window.review().debrief.after_action.improvement_plan[0];
    assert_eq!([line.contact.text(), line.start.text(), line.completion.text()], ["Ben", "2027-01-15", "2027-03-31"]);
    assert_eq!(line.struck.as_ref().unwrap().reason, "done already");
    window.press("Revert edit: Summary");
    assert!(window.review().debrief.after_action.summary.edit.is_none());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("We spoke too early") && text.contains("2027-03-31"));
    let recorded = goldenhour_core::session::Recorded::read(&path).unwrap();
    assert!(goldenhour_core::session::replay(&recorded).is_ok());
    window.show(EditCommand::Begin(
        Slot::Completion(window.review().debrief.after_action.improvement_plan[0].named.clone()),
        "soon".to_owned(),
    ));
    window.show(EditCommand::Keep);
    window.harness.get_by_label("Cannot save the change");
}

#[test]
fn a_replay_can_seek_anywhere_and_accepts_no_decisions() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 10, true);
    let bytes = std::fs::read(&path).unwrap();
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.press("Replay hasty.drill");
    assert_eq!(window.replay().seekable.now(), SimTime::START);
    window.harness.get_by_label_contains("Read-only replay");
    window.press("Next event");
    let first = window.replay().seekable.now();
    window.click("Play");
    assert_eq!(window.replay().pacing.pace(), Pace::Running);
    window.click("Pause");
    window.show(ReplayCommand::Seek(SimTime::from_minutes(300)));
    assert_eq!(window.replay().situation.now.minutes(), 300);
    assert!(window.replay().situation.inbox.iter().all(|item| item.at.minutes() <= 300));
    for tab in ["Newsroom", "Social", "Sentiment", "Statement", "Documents", "Situation"] {
        window.click(tab);
    }
    window.click("Ground truth");
    window.harness.get_by_label("WHAT THE PLAYERS KNEW");
    window.show(ReplayCommand::Seek(SimTime::START));
    window.show(ReplayCommand::Pace(PaceCommand::NextInject));
    assert_eq!(window.replay().seekable.now(), first);
    assert!(window.harness.query_by_label("Answer").is_none() && window.harness.query_by_label("Decide").is_none());
    window.click("Library");
    assert!(matches!(window.harness.state().state().route, Route::Library));
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "replaying must not change the file");
}

#[test]
fn a_replay_works_by_keyboard_alone_and_returns_to_the_debrief() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 6, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
    window.show(Destination::Debrief(path));
    window.show(DebriefPage::Turning);
    let titles = window.turning_titles();
    window.key(Modifiers::COMMAND, Key::R);
    let now = |window: &Window| window.replay().seekable.now().minutes();
    assert_eq!(now(&window), 0);
    for (key, expect) in [(Key::CloseBracket, 15), (Key::Period, 16), (Key::Comma, 15), (Key::OpenBracket, 0)] {
        window.key(Modifiers::NONE, key);
        assert_eq!(now(&window), expect, "{key:?}");
    }
    window.key(Modifiers::NONE, Key::End);
    assert_eq!(now(&window), 360);
    window.key(Modifiers::NONE, Key::P);
    let last = now(&window);
    window.key(Modifiers::NONE, Key::P);
    assert!(now(&window) < last && last < 360);
    window.key(Modifiers::NONE, Key::N);
    assert_eq!(now(&window), last);
    window.key(Modifiers::NONE, Key::Home);
    window.harness.get_by_label("Replay position: T+00:00").focus();
    window.settle();
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(now(&window), 5);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(now(&window), 65);
    window.key(Modifiers::COMMAND, Key::Num2);
    assert_eq!(window.replay().ui.tab, Tab::Newsroom);
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.turning_titles(), titles, "the turning points must be kept");
    assert!(window.review().seekable.is_some(), "the seekable replay must be built only once");
}

#[test]
fn empty_and_very_short_runs_can_be_debriefed_and_replayed() {
    let home = tempfile::tempdir().unwrap();
    for (name, player, minutes) in [("empty", "silent", 0), ("minute", "silent", 1), ("silent", "silent", 400)] {
        let path = crate::picture::recorded_minutes(home.path(), name, player, minutes, true);
        let mut window = Window::on(home.path(), ThemeKind::Dark, [1440.0, 900.0]);
        window.show(Destination::Debrief(path));
        for page in [DebriefPage::Overview, DebriefPage::Turning, DebriefPage::Log] {
            window.show(page);
        }
        window.show(DebriefPage::Turning);
        window.harness.get_by_label("No decisions were made, so there is nothing to change.");
        window.show(DebriefCommand::Watch(SimTime::from_minutes(9_999)));
        assert_eq!(window.replay().seekable.now().minutes(), minutes, "{name}");
        window.show(ReplayCommand::Pace(PaceCommand::Run));
        window.show(ReplayCommand::Next);
        window.show(ReplayCommand::Truth(true));
        window.show(ReplayCommand::Back);
        assert!(matches!(window.harness.state().state().route, Route::Debrief(_)));
    }
}

#[test]
fn turning_points_and_replay_use_the_selected_language() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "hasty", "hasty", 4, true);
    let mut window = Window::on(home.path(), ThemeKind::Dark, [1100.0, 700.0]);
    window.show(SettingCommand::Language(Language::German));
    window.show(Destination::Debrief(path));
    window.click("Wendepunkte");
    for label in ["Größte Verluste", "Was wäre, wenn …?", "Glück und Können"] {
        window.harness.get_by_label(label);
    }
    window.press("Wiedergabe");
    for label in ["Abspielen", "Voriges Ereignis"] {
        window.harness.get_by_label(label);
    }
    window.harness.get_by_label_contains("Wiedergabe (nur lesen)");
}

#[test]
fn turning_points_what_ifs_and_replays_are_drawn_in_both_themes() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "over", "hasty", 16, true);
    for (theme, look) in LOOKS {
        let mut window = Window::on(home.path(), theme, [1440.0, 3400.0]);
        window.show(Destination::Debrief(path.clone()));
        window.picture(&format!("long-debrief-overview-{look}"));
        window.show(DebriefPage::Turning);
        window.picture(&format!("long-debrief-turning-{look}"));
        let entries: Vec<_> = window.review().session.decisions().map(|(entry, _)| entry).collect();
        window.show(WhatifCommand::Shift(entries[2], 120));
        window.show(WhatifCommand::LeaveOut(entries[4]));
        window.show(AppCommand::Debrief(DebriefCommand::Open(Opened::Nothing)));
        window.picture(&format!("long-debrief-what-if-{look}"));
        window.show(DebriefPage::Report);
        window.picture(&format!("long-debrief-report-{look}"));
        window.show(DebriefPage::Criteria);
        window.picture(&format!("long-debrief-criteria-{look}"));
        for size in [[1440.0, 900.0], [1100.0, 700.0]] {
            window.harness.set_size(egui::Vec2::from(size));
            let suffix = format!("{look}-{}x{}", size[0], size[1]);
            window.show(DebriefCommand::Watch(SimTime::from_minutes(300)));
            window.picture(&format!("replay-{suffix}"));
            window.show(ReplayCommand::Truth(true));
            window.picture(&format!("replay-truth-{suffix}"));
            window.show(ReplayCommand::Look(LookCommand::Tab(Tab::Statement)));
            window.picture(&format!("replay-said-{suffix}"));
            window.show(ReplayCommand::Back);
        }
    }
}
