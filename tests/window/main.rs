//! The window, driven by the labels that a screen reader reads, by keys alone, and by a monkey; and pictures of every
//! screen. No display, no GPU.
#![cfg(feature = "app")]
#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

mod keyboard;
mod monkey;
mod picture;
mod raster;

use std::path::{Path, PathBuf};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use goldenhour::app::command::{DebriefPage, LookCommand, SettingCommand, Tab};
use goldenhour::app::folder::Folders;
use goldenhour::app::language::Language;
use goldenhour::app::state::{Drill, Route};
use goldenhour::app::{App, Start};

/// The steps that are run after each click, enough for its command and what follows from it.
const SETTLE: usize = 4;

struct Window {
    harness: Harness<'static, App>,
    _home: tempfile::TempDir,
}

impl Window {
    fn open(size: [f32; 2]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let harness = window(home.path(), Start::Library, size);
        let mut window = Window { harness, _home: home };
        window.settle();
        window
    }

    fn settle(&mut self) {
        self.harness.run_steps(SETTLE);
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Brings a thing into view and clicks it as a screen reader would.
    fn press(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.settle();
        self.harness.get_by_label(label).click_accesskit();
        self.settle();
    }

    fn drill(&self) -> &Drill {
        match &self.harness.state().state().route {
            Route::Exercise(drill) => drill,
            _ => panic!("no exercise is shown"),
        }
    }

    fn start(size: [f32; 2]) -> Self {
        let mut window = Window::open(size);
        window.click("Open Black Friday skimmer");
        window.click("Start the exercise");
        window
    }

    fn show(&mut self, command: impl Into<goldenhour::app::command::AppCommand>) {
        self.harness.state_mut().run_command(command);
        self.settle();
    }

    fn pass_minutes(&mut self, minutes: usize) {
        for _ in 0..minutes {
            self.click("Step one minute");
        }
    }
}

fn window(home: &Path, start: Start, size: [f32; 2]) -> Harness<'static, App> {
    let mut app = Some(App::new(start, Folders::within(home)).unwrap().alone(|_, _| None));
    let builder = Harness::builder().with_size(size).renderer(raster::Raster::default());
    builder.build_eframe(move |_| app.take().unwrap())
}

fn sessions(home: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(home.join("sessions")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_drill_can_be_played_from_library_to_debrief_by_label_alone() {
    let mut window = Window::start([1440.0, 900.0]);
    assert_eq!(window.drill().situation.works.len(), 0);
    for title in ["Preserve the evidence", "Call the response team together"] {
        window.press(&format!("Decision: {title}"));
        window.press("Confidence 4");
        window.press("Decide");
    }
    assert_eq!(window.drill().situation.works.len(), 2);
    window.pass_minutes(12);
    assert!(
        window
            .drill()
            .situation
            .history
            .iter()
            .any(|line| line.deed.to_string().contains("Finished: Call the response"))
    );

    window.click("Statement");
    let topic = window.drill().situation.topics[0].title.clone();
    window.press(&format!("{topic}: Not known yet"));
    window.press("Draft from claims");
    assert!(!window.drill().desk.composer.text.is_empty());
    let carrier = window.drill().situation.options.iter().find(|option| {
        option.blocked.is_none() && option.role_blocked.is_none() && is_statement(&window, option.action.as_str())
    });
    let carrier = carrier.expect("some statement can be made at once").title.clone();
    window.press(&format!("Send as: {carrier}"));
    window.press("Publish");
    assert!(window.drill().situation.works.iter().any(|work| work.title == carrier));

    window.click("End exercise…");
    window.click("End and debrief");
    window.harness.get_by_label("Overview");
    for page in ["Criteria", "Statements", "Clocks and team", "Improvement", "Log"] {
        window.click(page);
    }
    window.click("Export JSON…");
    window.click("Library");
    assert!(matches!(window.harness.state().state().route, Route::Library));
}

fn is_statement(window: &Window, action: &str) -> bool {
    let scenario = window.drill().session.scenario();
    let action = scenario.action(&action.into()).unwrap();
    matches!(action.asks, goldenhour::scenario::Ask::Statement { .. })
}

#[test]
fn an_open_question_can_be_answered_from_the_inbox() {
    let mut window = Window::start([1440.0, 900.0]);
    let mut open = None;
    for _ in 0..60 {
        window.click("Next inject");
        window.harness.run_steps(40);
        let found = window
            .drill()
            .situation
            .inbox
            .iter()
            .find(|item| matches!(item.inquiry, Some(goldenhour::simulation::InquiryView::Open(_))));
        open = found.map(|item| (item.inject.clone(), item.title.clone()));
        if open.is_some() || window.drill().session.has_ended() {
            break;
        }
    }
    let (inject, title) = open.expect("somebody asks something");
    window.show(LookCommand::Inject(inject.clone()));
    window.click("Answer");
    assert_eq!(window.drill().desk.tab, Tab::Statement);
    assert_eq!(window.drill().desk.composer.reply_to, Some(inject), "{title}");
    let topic = window.drill().situation.topics[0].title.clone();
    window.press(&format!("{topic}: Not known yet"));
    if window.drill().desk.composer.refusal.is_none() {
        window.press("Publish");
        assert_eq!(window.drill().situation.works.len(), 1);
    }
}

#[test]
fn a_session_left_open_can_be_continued() {
    let home = tempfile::tempdir().unwrap();
    {
        let harness = window(home.path(), Start::Library, [1440.0, 900.0]);
        let mut first = Window { harness, _home: tempfile::tempdir().unwrap() };
        first.settle();
        first.click("Open Black Friday skimmer");
        first.click("Start the exercise");
        first.press("Decision: Preserve the evidence");
        first.press("Decide");
    }
    let path = sessions(home.path()).remove(0);
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let harness = window(home.path(), Start::Library, [1440.0, 900.0]);
    let mut second = Window { harness, _home: home };
    second.settle();
    second.press(&format!("Continue {name}"));
    assert_eq!(second.drill().situation.works.len(), 1);
}

#[test]
fn a_damaged_session_is_shown_and_stops_nothing() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("sessions")).unwrap();
    std::fs::write(home.path().join("sessions/broken.drill"), "nonsense\n").unwrap();
    let harness = window(home.path(), Start::Session(home.path().join("sessions/broken.drill")), [1440.0, 900.0]);
    let mut shown = Window { harness, _home: home };
    shown.settle();
    shown.harness.get_by_label("This session cannot be continued");
    shown.click("Dismiss");
    shown.click("Open Black Friday skimmer");
}

#[test]
fn every_screen_is_drawn_at_both_sizes_and_in_both_themes() {
    for size in [[1100.0, 700.0], [1440.0, 900.0]] {
        let mut window = Window::open(size);
        window.click("Light theme");
        window.click("Open Black Friday skimmer");
        window.click("Surprise me");
        window.click("Start the exercise");
        for tab in ["Newsroom", "Social", "Sentiment", "Statement", "Documents", "Situation"] {
            window.click(tab);
        }
        window.click("Dark theme");
        window.click("End exercise…");
        window.click("Keep playing");
        window.click("End exercise…");
        window.click("End and debrief");
        window.show(DebriefPage::Criteria);
        window.click("Light theme");
    }
}

#[test]
fn time_stands_still_until_it_is_let_run() {
    let mut window = Window::start([1440.0, 900.0]);
    let before = window.drill().session.now();
    window.harness.run_steps(30);
    assert_eq!(window.drill().session.now(), before);
    window.click("Step one minute");
    assert_eq!(window.drill().session.now().minutes(), before.minutes() + 1);
}

#[test]
fn exercise_and_debrief_speak_the_language_that_is_set() {
    let mut window = Window::start([1440.0, 900.0]);
    window.show(SettingCommand::Language(Language::German));
    for label in ["Lage", "Presse", "Netz", "Stellungnahme", "Dokumente", "Start", "Nächste Einspielung", "Tempo 60"] {
        window.harness.get_by_label(label);
    }
    window.press("Entscheidung: Preserve the evidence");
    window.press("Sicherheit 4");
    window.press("Entscheiden");
    assert_eq!(window.drill().desk.said.as_ref().unwrap().1, "Entschieden: Preserve the evidence");
    window.click("Eine Minute weiter");
    window.click("Übung beenden…");
    window.click("Weiterspielen");
    window.click("Übung beenden…");
    window.click("Beenden und auswerten");
    for page in ["Überblick", "Kriterien", "Stellungnahmen", "Fristen und Team", "Verbesserung", "Protokoll"] {
        window.click(page);
    }
    window.click("Export als JSON…");
    window.harness.get_by_label("Geschrieben");
}

#[test]
fn a_seed_that_is_no_number_cannot_start() {
    let mut window = Window::open([1440.0, 900.0]);
    window.click("Open Black Friday skimmer");
    window.harness.get_by_label("Seed").focus();
    window.settle();
    window.harness.get_by_label("Seed").type_text("x");
    window.settle();
    window.click("Start the exercise");
    assert!(matches!(window.harness.state().state().route, Route::Briefing(_)));
}

/// Opens the facilitator's window of an exercise that has just begun.
fn facilitated() -> Window {
    let mut window = Window::start([1440.0, 900.0]);
    window.click("Facilitator");
    assert!(window.drill().facilitator.is_some());
    window
}

fn standing(window: &Window, inject: &str) -> goldenhour::simulation::InjectStanding {
    let truth = window.drill().session.ground_truth();
    truth.msel.into_iter().find(|line| line.inject == inject.into()).unwrap().standing
}

#[test]
fn the_facilitator_holds_postpones_and_releases_injects() {
    use goldenhour::simulation::InjectStanding;

    let mut window = facilitated();
    let title = window.drill().session.scenario().inject(&"unknown-host".into()).unwrap().title.clone();
    window.press(&format!("Inject: {title}"));
    window.press("Hold");
    assert_eq!(standing(&window, "unknown-host"), InjectStanding::Held);
    window.press("Held · 1");
    window.press("Give back to its trigger");
    assert_eq!(standing(&window, "unknown-host"), InjectStanding::Waiting);
    window.show(goldenhour::app::command::FacilitateCommand::Filter(goldenhour::app::command::MselFilter::Due));
    window.press("Postpone by 30 minutes");
    assert!(matches!(standing(&window, "unknown-host"), InjectStanding::Postponed(at) if at.minutes() == 42));
    window.press("Held · 1");
    window.press("Release");
    window.press("One minute on");
    assert!(matches!(standing(&window, "unknown-host"), InjectStanding::Released(_)));
    assert!(window.drill().situation.inbox.iter().any(|item| item.inject == "unknown-host".into()));
}

#[test]
fn a_surprise_is_one_of_the_cards_that_fit() {
    let mut window = facilitated();
    window.press("Deck");
    window.press("Surprise");
    window.press("One minute on");
    let released = window.drill().session.entries().iter().find_map(|entry| match entry {
        goldenhour::session::Entry::Control { control: goldenhour::decision::Control::Release(id), .. } => Some(id),
        _ => None,
    });
    let id = released.expect("a card was released").clone();
    assert!(window.drill().situation.inbox.iter().any(|item| item.inject == id));
    assert!(window.drill().session.ground_truth().deck.iter().all(|card| card.inject != id));
}

#[test]
fn the_facilitator_notes_and_rates_by_keyboard() {
    use goldenhour::session::mark::{Mark, Subject};
    use goldenhour::session::{Author, Entry};

    let mut window = facilitated();
    window.pass_minutes(2);
    let objective = window.drill().session.scenario().objectives[0].id.clone();
    let begun = window.drill().session.now();
    window.harness.key_press(egui::Key::M);
    window.settle();
    window.show(goldenhour::app::command::PaceCommand::Step);
    window.harness.get_by_label("Note text").type_text("nobody writes the log");
    window.settle();
    window.harness.key_press(egui::Key::Enter);
    window.settle();
    window.harness.key_press(egui::Key::Num2);
    window.settle();
    window.harness.get_by_label("Reason for the mark").type_text("the team met late");
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
    assert_eq!(*marks[1], rating, "the second of four, P being the first and the highest grade");
    assert_eq!(marks.len(), 2);
    window.press("Notes");
    window.harness.get_by_label("nobody writes the log");
}

#[test]
fn a_fork_goes_on_in_a_copy_and_leaves_the_first_as_it_was() {
    let mut window = facilitated();
    window.press("Decision: Preserve the evidence");
    window.press("Decide");
    let first = window.drill().path.clone();
    let before = std::fs::read(&first).unwrap();
    window.press("Fork");
    let copy = window.drill().path.clone();
    assert_ne!(copy, first);
    window.press("One minute on");
    window.harness.key_press(egui::Key::M);
    window.settle();
    window.harness.get_by_label("Note text").type_text("only in the copy");
    window.settle();
    window.harness.key_press(egui::Key::Enter);
    window.settle();
    assert_eq!(std::fs::read(&first).unwrap(), before);
    let replayed = |path: &Path| {
        let recorded = goldenhour::session::Recorded::read(path).unwrap();
        goldenhour::session::replay(&recorded).unwrap().session
    };
    assert_eq!(replayed(&first).entries().len() + 2, replayed(&copy).entries().len());
    let going_on = goldenhour::app::command::Destination::Session(first.clone());
    window.show(going_on);
    assert_eq!(window.drill().path, first);
    assert_eq!(window.drill().situation.works.len(), 1);
}

#[test]
fn one_player_alone_has_no_facilitator() {
    let mut window = Window::open([1440.0, 900.0]);
    window.click("Open Black Friday skimmer");
    window.show(goldenhour::app::command::BriefingCommand::Mode(goldenhour::session::Mode::Solo));
    window.click("Start the exercise");
    assert!(window.harness.query_by_label("Facilitator").is_none());
    window.show(goldenhour::app::command::FacilitateCommand::Open);
    assert!(window.drill().facilitator.is_none());
    assert_eq!(window.drill().session.header().mode, goldenhour::session::Mode::Solo);
}

#[test]
fn in_a_discussion_time_moves_by_steps_and_jumps_only() {
    let mut window = Window::open([1440.0, 900.0]);
    window.click("Open Black Friday skimmer");
    window.show(goldenhour::app::command::BriefingCommand::Mode(goldenhour::session::Mode::Discussion));
    window.click("Start the exercise");
    assert!(window.harness.query_by_label("Run").is_none());
    let begun = window.drill().session.now();
    window.show(goldenhour::app::command::PaceCommand::Run);
    window.harness.run_steps(10);
    assert_eq!(window.drill().session.now(), begun);
    window.click("Pause at injects");
    window.click("Jump an hour");
    window.harness.run_steps(10);
    assert_eq!(window.drill().session.now().minutes(), begun.minutes() + 60);
    window.harness.get_by_label("Facilitator");
}

#[test]
fn no_exercise_begins_as_a_review() {
    let mut window = Window::open([1440.0, 900.0]);
    window.click("Open Black Friday skimmer");
    window.show(goldenhour::app::command::BriefingCommand::Mode(goldenhour::session::Mode::Review));
    window.click("Start the exercise");
    assert!(matches!(window.harness.state().state().route, Route::Briefing(_)));
    assert!(window.harness.state().state().notice.is_some());
}

fn review(window: &Window) -> &goldenhour::app::state::Review {
    match &window.harness.state().state().route {
        Route::Debrief(review) => review,
        _ => panic!("no debrief is shown"),
    }
}

#[test]
fn the_hot_wash_is_filled_in_by_label_and_comes_back_in_the_debrief() {
    let mut window = Window::start([1440.0, 900.0]);
    window.press("Decision: Preserve the evidence");
    window.press("Decide");
    window.pass_minutes(3);
    window.click("End exercise…");
    window.click("Hot wash");
    window.harness.get_by_label("Answer to question 1").focus();
    window.settle();
    window.harness.get_by_label("Answer to question 1").type_text("Nobody felt responsible");
    window.settle();
    window.click("Review");
    let scenario = match &window.harness.state().state().route {
        Route::HotWash(wash) => wash.session.scenario().clone(),
        _ => panic!("no hot wash is shown"),
    };
    let criterion = &scenario.playbook.steps[0].criteria[0];
    let title = format!("{}  {}", criterion.id, criterion.title);
    window.press(&format!("About: {title}"));
    window.press("Failure");
    window.press("Corrective action");
    write(&mut window, &format!("Failure: {title}"), "The team was not called when the bank telephoned");
    write(&mut window, &format!("Corrective action: {title}"), "The duty phone rings with three people");
    window.click("Roles");
    let role = &scenario.roles[0].title;
    window.press(&format!("{role}: 2, with great trouble"));
    write(&mut window, &format!("Reason: {role}"), "was alone for an hour");
    window.click("Lessons");
    write(&mut window, "Lesson", "I did not dare to wake anybody");
    window.press("Keep this lesson");
    window.click("Keep and open the debrief");
    let own = review(&window).debrief.own_review.as_ref().expect("the review is in the debrief");
    assert_eq!(own.lines.iter().map(|line| line.kind).collect::<Vec<_>>(), ["failure", "role", "corrective action"]);
    let log: Vec<&str> = review(&window).debrief.log.iter().map(|line| line.text.as_str()).collect();
    assert!(log.iter().any(|text| text.contains("I did not dare to wake anybody")));
    assert!(log.iter().any(|text| text.contains("Nobody felt responsible")));
    window.click("Improvement");
    window.harness.get_by_label("The duty phone rings with three people");
    let recorded = goldenhour::session::Recorded::read(&review(&window).path).unwrap();
    assert_eq!(goldenhour::session::replay(&recorded).unwrap().unproven_count, 0);
}

fn write(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_label(field).scroll_to_me();
    window.settle();
    window.harness.get_by_label(field).focus();
    window.settle();
    window.harness.get_by_label(field).type_text(text);
    window.settle();
}

#[test]
fn the_hot_wash_can_be_skipped_and_held_later() {
    let mut window = Window::start([1100.0, 700.0]);
    window.click("End exercise…");
    window.click("Hot wash");
    window.click("Skip");
    assert!(review(&window).debrief.own_review.is_none());
    let before = review(&window).session.entries().len();
    window.click("Hold the hot wash");
    window.click("Lessons");
    write(&mut window, "Lesson", "One phone is not enough");
    window.click("Keep and open the debrief");
    let path = review(&window).path.clone();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("Anonymous") && text.contains("One phone is not enough"));
    assert!(review(&window).session.entries().len() > before);
}

#[test]
fn the_facilitators_window_and_the_hot_wash_are_drawn_at_both_sizes_in_both_languages() {
    use goldenhour::app::command::{FacilitateCommand, WashCommand};
    use goldenhour::app::command::{FacilitatorPage, MselFilter, SettingCommand, WashPage};

    for size in [[1100.0, 700.0], [1440.0, 900.0]] {
        let mut window = Window::start(size);
        window.show(FacilitateCommand::Open);
        window.show(SettingCommand::Language(goldenhour::app::language::Language::German));
        window.show(FacilitateCommand::Select("unknown-host".into()));
        window.harness.get_by_label("Um 15 Minuten verschieben");
        for page in [FacilitatorPage::Deck, FacilitatorPage::Scores, FacilitatorPage::Log, FacilitatorPage::Truth] {
            window.show(FacilitateCommand::Page(page));
        }
        for filter in [MselFilter::Released, MselFilter::Held, MselFilter::Skipped, MselFilter::All] {
            window.show(FacilitateCommand::Filter(filter));
        }
        window.show(FacilitateCommand::Close);
        window.show(goldenhour::app::command::EndCommand::HotWash);
        for page in [WashPage::Review, WashPage::Roles, WashPage::Lessons, WashPage::Questions] {
            window.show(WashCommand::Page(page));
        }
        window.harness.get_by_label("Behalten und Auswertung öffnen");
    }
}
