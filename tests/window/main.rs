//! The window, operated by the labels that screen readers use, by keyboard alone, and by random input; also
//! pictures of every screen. Needs neither a display nor a GPU.
#![cfg(feature = "app")]
#![expect(clippy::unwrap_used, reason = "a panic in a test reports the failing line")]

mod compare;
mod composer;
mod facilitator;
mod hot_wash;
mod keyboard;
mod monkey;
mod picture;
mod raster;
mod review;
mod snapshot;

use std::path::{Path, PathBuf};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use goldenhour::app::debrief::state::DebriefPage;
use goldenhour::app::exercise::command::LookCommand;
use goldenhour::app::exercise::state::{Drill, Tab};
use goldenhour::app::folder::Folders;
use goldenhour::app::language::Language;
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::settings::{SettingCommand, Settings};
use goldenhour::app::{App, Start};

/// Frames run after each click, enough for the command and its consequences.
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

    /// Scrolls an element into view and activates it as a screen reader would.
    fn press(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.settle();
        self.harness.get_by_label(label).click_accesskit();
        self.settle();
    }

    fn drill(&self) -> &Drill {
        match &self.harness.state().state().route {
            Route::Exercise(drill) => drill,
            _ => panic!("the window does not show an exercise"),
        }
    }

    fn start(size: [f32; 2]) -> Self {
        let mut window = Window::open(size);
        window.press("Open Black Friday skimmer");
        window.click("Start exercise");
        window
    }

    fn show(&mut self, command: impl Into<goldenhour::app::shell::command::AppCommand>) {
        self.harness.state_mut().run_command(command);
        self.settle();
    }

    /// Makes the decision with the given title.
    fn decide(&mut self, title: &str) {
        self.press(&format!("Decision: {title}"));
        self.press("Confidence 4");
        self.press("Decide");
    }

    /// Advances minute by minute until a condition holds.
    fn pass_until(&mut self, what: &str, is_met: impl Fn(&Drill) -> bool) {
        for _ in 0..600 {
            if is_met(self.drill()) {
                return;
            }
            self.pass_minutes(1);
        }
        panic!("after ten hours it is still not true that {what}");
    }

    /// Advances time until an inquiry can be answered, and answers it from the inbox.
    fn answer_an_inquiry(&mut self) {
        use goldenhour_core::simulation::InquiryView;
        for _ in 0..200 {
            let asks =
                |item: &&goldenhour_core::simulation::InboxItem| matches!(item.inquiry, Some(InquiryView::Open(_)));
            let open =
                self.drill().situation.inbox.iter().find(asks).map(|item| (item.inject.clone(), item.title.clone()));
            if let Some((inject, title)) = open {
                self.press(&format!("Message: {title}"));
                self.press("Answer");
                // The outline still contains the claims of earlier statements.
                self.press("Draft from claims");
                if self.drill().ui.composer.refusal.is_none() {
                    self.press("Publish");
                    let answered = |drill: &Drill| {
                        let asked = drill.situation.inbox.iter().find(|item| item.inject == inject);
                        asked.is_some_and(|item| matches!(item.inquiry, Some(InquiryView::Answered(_))))
                    };
                    return self.pass_until("the question is answered", answered);
                }
            }
            self.press("Next inject");
            self.harness.run_steps(20);
        }
        panic!("no inquiry could be answered");
    }

    fn pass_minutes(&mut self, minutes: usize) {
        for _ in 0..minutes {
            self.click("Step one minute");
        }
    }
}

/// Opens the window as for a returning user, who has completed the guided tour, unless the home folder says
/// otherwise.
fn window(home: &Path, start: Start, size: [f32; 2]) -> Harness<'static, App> {
    let folders = Folders::within(home);
    if !folders.settings.exists() {
        Settings { guided: true, ..Settings::default() }.write(&folders.settings).unwrap();
    }
    let mut app = Some(App::alone(start, folders, |_, _| None).unwrap());
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
        window.decide(title);
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

    for _ in 0..3 {
        let title = window.some_decision();
        window.decide(&title);
        window.pass_minutes(15);
    }
    assert_eq!(window.drill().session.decisions().count(), 5);

    window.click("Statement");
    let topic = window.drill().situation.topics[0].title.clone();
    window.press(&format!("{topic}: Not known yet"));
    window.press("Draft from claims");
    assert!(!window.drill().ui.composer.text.is_empty());
    let carrier = window.drill().situation.options.iter().find(|option| {
        option.blocked.is_none() && option.role_blocked.is_none() && is_statement(&window, option.action.as_str())
    });
    let carrier = carrier.expect("a statement action is available at once").title.clone();
    window.press(&format!("Send as: {carrier}"));
    window.press("Publish");
    assert!(window.drill().situation.works.iter().any(|work| work.title == carrier));
    window.pass_until("the statement is approved and out", |drill| !drill.situation.statements.is_empty());
    window.answer_an_inquiry();

    window.click("End exercise…");
    window.click("End and debrief");
    window.harness.get_by_label("Overview");
    for page in ["Criteria", "Statements", "Clocks and team", "Improvement", "Log"] {
        window.click(page);
    }
    for (format, ending) in [("PDF", "pdf"), ("HTML", "html"), ("Markdown", "md"), ("JSON", "json")] {
        window.click(&format!("Export {format}…"));
        window.harness.get_by_label("Exported");
        let Route::Debrief(review) = &window.harness.state().state().route else {
            panic!("the window does not show a debrief")
        };
        assert!(review.path.with_extension(ending).is_file(), "{format}");
    }
    window.click("Library");
    assert!(matches!(window.harness.state().state().route, Route::Library));
}

fn is_statement(window: &Window, action: &str) -> bool {
    let scenario = window.drill().session.scenario();
    let action = scenario.action(&action.into()).unwrap();
    matches!(action.asks, goldenhour_core::scenario::Ask::Statement { .. })
}

#[test]
fn an_open_question_can_be_answered_from_the_inbox() {
    let mut window = Window::start([1440.0, 900.0]);
    // Replies need the team.
    window.decide("Call the response team together");
    let mut open = None;
    for _ in 0..60 {
        window.click("Next inject");
        window.harness.run_steps(40);
        let found = window
            .drill()
            .situation
            .inbox
            .iter()
            .find(|item| matches!(item.inquiry, Some(goldenhour_core::simulation::InquiryView::Open(_))));
        open = found.map(|item| (item.inject.clone(), item.title.clone()));
        if open.is_some() || window.drill().session.has_ended() {
            break;
        }
    }
    let (inject, title) = open.expect("an inquiry is open");
    window.show(LookCommand::Inject(inject.clone()));
    window.click("Answer");
    assert_eq!(window.drill().ui.tab, Tab::Statement);
    let asked = inject.clone();
    assert_eq!(window.drill().ui.composer.reply_to, Some(inject), "{title}");
    let topic = window.drill().situation.topics[0].title.clone();
    window.press(&format!("{topic}: Not known yet"));
    window.press("Draft from claims");
    let refusal = &window.drill().ui.composer.refusal;
    assert!(refusal.is_none(), "{refusal:?}");
    window.press("Publish");
    let last = window.drill().session.decisions().last().expect("the answer is recorded").1;
    assert!(
        matches!(&last.content, goldenhour_core::decision::Content::Reply { inquiry, .. } if *inquiry == asked),
        "{last:?}"
    );
    assert!(
        window.drill().situation.works.iter().any(|work| work.action == last.action),
        "work on the answer has started"
    );
}

#[test]
fn a_session_left_open_can_be_continued() {
    let home = tempfile::tempdir().unwrap();
    {
        let harness = window(home.path(), Start::Library, [1440.0, 900.0]);
        let mut first = Window { harness, _home: tempfile::tempdir().unwrap() };
        first.settle();
        first.press("Open Black Friday skimmer");
        first.click("Start exercise");
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
fn a_damaged_session_is_shown_and_blocks_nothing() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("sessions")).unwrap();
    std::fs::write(home.path().join("sessions/broken.drill"), "nonsense\n").unwrap();
    let harness = window(home.path(), Start::Session(home.path().join("sessions/broken.drill")), [1440.0, 900.0]);
    let mut shown = Window { harness, _home: home };
    shown.settle();
    shown.harness.get_by_label("Cannot continue this session");
    shown.click("Dismiss");
    shown.press("Open Black Friday skimmer");
}

#[test]
fn every_screen_is_drawn_in_both_sizes_and_themes() {
    for size in [[1100.0, 700.0], [1440.0, 900.0]] {
        let mut window = Window::open(size);
        window.click("Light theme");
        window.press("Open Black Friday skimmer");
        window.click("Randomize");
        window.click("Start exercise");
        for tab in ["Newsroom", "Social", "Sentiment", "Statement", "Documents", "Situation"] {
            window.click(tab);
        }
        window.click("Dark theme");
        window.click("End exercise…");
        window.click("Continue exercise");
        window.click("End exercise…");
        window.click("End and debrief");
        window.show(DebriefPage::Criteria);
        window.click("Light theme");
    }
}

#[test]
fn time_is_paused_until_started() {
    let mut window = Window::start([1440.0, 900.0]);
    let before = window.drill().session.now();
    window.harness.run_steps(30);
    assert_eq!(window.drill().session.now(), before);
    window.click("Step one minute");
    assert_eq!(window.drill().session.now().minutes(), before.minutes() + 1);
}

#[test]
fn exercise_and_debrief_use_the_selected_language() {
    let mut window = Window::start([1440.0, 900.0]);
    // spelling: off
    window.show(SettingCommand::Language(Language::German));
    for label in ["Lage", "Presse", "Social", "Stellungnahme", "Dokumente", "Start", "Nächste Einspielung", "Tempo 60"]
    {
        window.harness.get_by_label(label);
    }
    window.press("Entscheidung: Preserve the evidence");
    window.press("Sicherheit 4");
    window.press("Entscheiden");
    assert_eq!(window.drill().ui.said.as_ref().unwrap().1, "Entschieden: Preserve the evidence");
    window.click("Eine Minute weiter");
    window.click("Übung beenden …");
    window.click("Übung fortsetzen");
    window.click("Übung beenden …");
    window.click("Beenden und auswerten");
    for page in ["Überblick", "Kriterien", "Stellungnahmen", "Fristen und Team", "Maßnahmen", "Protokoll"] {
        window.click(page);
    }
    window.click("Als JSON exportieren …");
    window.harness.get_by_label("Exportiert");
    // spelling: on
}

#[test]
fn an_invalid_seed_prevents_the_start() {
    let mut window = Window::open([1440.0, 900.0]);
    window.press("Open Black Friday skimmer");
    window.harness.get_by_label("Seed").focus();
    window.settle();
    window.harness.get_by_label("Seed").type_text("x");
    window.settle();
    window.click("Start exercise");
    assert!(matches!(window.harness.state().state().route, Route::Briefing(_)));
}

#[test]
fn the_guided_first_run_leads_from_library_to_score() {
    let home = tempfile::tempdir().unwrap();
    Settings::default().write(&Folders::within(home.path()).settings).unwrap();
    let harness = window(home.path(), Start::Library, [1440.0, 900.0]);
    let mut window = Window { harness, _home: home };
    window.settle();
    let mut seen = Vec::new();
    let mut look = |window: &Window| {
        seen.push(goldenhour::app::shell::guide::hint(window.harness.state().state()).unwrap().number);
    };
    look(&window);
    window.press("Open First hour");
    look(&window);
    window.click("Start exercise");
    look(&window);
    let title = window.drill().situation.options.iter().find(|option| option.blocked.is_none()).unwrap().title.clone();
    window.press(&format!("Decision: {title}"));
    window.press("Decide");
    look(&window);
    window.pass_minutes(6);
    look(&window);
    window.click("Statement");
    window.show(goldenhour::app::composer::command::ComposerCommand::Text("We are sorry.".to_owned()));
    look(&window);
    window.click("End exercise…");
    window.click("End and debrief");
    look(&window);
    assert!(seen.is_sorted() && seen.first() == Some(&1) && seen.last() == Some(&9), "{seen:?}");
    window.click("Done");
    assert!(window.harness.state().state().settings.guided);
}
