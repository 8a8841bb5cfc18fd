//! The window, driven by the labels that a screen reader reads: no display, no GPU, no pixels.
#![cfg(feature = "app")]
#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::{Path, PathBuf};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use goldenhour::app::command::{ComposeCommand, DebriefPage, LookCommand, Tab};
use goldenhour::app::folder::Folders;
use goldenhour::app::proof::Weight;
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
    let mut app = Some(App::new(start, Folders::within(home)).unwrap());
    Harness::builder().with_size(size).build_eframe(move |_| app.take().unwrap())
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
    assert!(window.drill().situation.history.iter().any(|line| line.text.contains("Finished: Call the response")));

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

/// A text with faults and merits of several kinds.
const FLAWED: &str = "Our supplier is to blame for this breach. We take the security of your data very seriously. \
                      We do not know yet how many people are affected. Write to help@shop.example.";

/// A window with the composer open and these words in it.
fn composing(size: [f32; 2], text: &str) -> Window {
    let mut window = Window::start(size);
    window.show(LookCommand::Tab(Tab::Statement));
    window.show(ComposeCommand::Text(text.to_owned()));
    window
}

#[test]
fn underlines_follow_the_words_and_the_reason_is_told_where_the_cursor_stands() {
    let mut window = composing([1440.0, 900.0], FLAWED);
    let marked: Vec<Weight> =
        window.drill().desk.composer.proof.marks.iter().map(|mark| mark.remark.weight()).collect();
    for weight in [Weight::Harms, Weight::Weakens, Weight::Helps] {
        assert!(marked.contains(&weight), "{weight:?} in {marked:?}");
    }
    window.harness.get_by_label("Blame on somebody else");
    window.harness.get_by_label("Statement text").focus();
    window.settle();
    let told = |window: &Window| window.harness.get_all_by_label("Blame on somebody else").count();
    let keys = [egui::Key::ArrowUp; 12].into_iter().chain([egui::Key::Home]).chain([egui::Key::ArrowRight; 8]);
    for key in keys {
        window.harness.key_press(key);
        window.settle();
    }
    assert_eq!(told(&window), 2, "the list and the line below the text");

    window.show(ComposeCommand::Text("We are looking into it.".to_owned()));
    assert!(window.harness.query_by_label("Blame on somebody else").is_none());
}

#[test]
fn a_claim_that_is_ticked_and_not_written_can_be_added_to_the_words() {
    let mut window = composing([1440.0, 900.0], "We will say more.");
    let topic = window.drill().situation.topics[0].clone();
    window.press(&format!("{}: {}", topic.title, topic.claims[0].text));
    assert_eq!(window.drill().desk.composer.proof.unwritten, [topic.id]);
    window.press(&format!("Add to the words: {}", topic.title));
    assert!(window.drill().desk.composer.text.ends_with(&topic.claims[0].text));
    assert!(window.drill().desk.composer.proof.unwritten.is_empty());
}

#[test]
fn preview_shows_each_form_and_begins_with_that_of_the_channel() {
    let mut window = composing([1440.0, 900.0], &FLAWED.repeat(2));
    for (form, sign) in [
        ("Preview: press release", "PRESS RELEASE"),
        ("Preview: e-mail", "to everybody on the list"),
        ("Preview: banner", "Read the whole statement"),
        ("Preview: post", "of 280"),
    ] {
        window.press(form);
        window.harness.get_by_label_contains(sign);
    }
    let staff = window.drill().situation.options.iter().find(|option| {
        matches!(option.asks, goldenhour::simulation::AskView::Statement(goldenhour::scenario::AudienceKind::Staff))
    });
    let staff = staff.expect("the staff can be told").title.clone();
    window.press(&format!("Send as: {staff}"));
    window.harness.get_by_label("to all staff");
}

#[test]
fn the_way_out_names_who_approves_and_when_it_is_out() {
    let mut window = composing([1440.0, 900.0], FLAWED);
    let option = window.drill().situation.options.iter().find(|option| is_statement(&window, option.action.as_str()));
    let option = option.expect("some statement").clone();
    window.press(&format!("Send as: {}", option.title));
    let passage = window.drill().desk.composer.passage.clone().expect("a way out");
    assert_eq!(passage.length(), option.takes);
    assert!(!passage.approvals.is_empty());
    for (role, _) in &passage.approvals {
        let title = window.drill().session.scenario().role(role).unwrap().title.clone();
        window.harness.get_by_label(&format!("{title} approves"));
    }
    let out = window.drill().session.now() + passage.length();
    window.harness.get_by_label_contains(&format!(", {out}"));
    window.press("Send it another way");
    assert_eq!(window.drill().desk.composer.action, None);
}

#[test]
fn a_small_window_reaches_every_part_of_the_composer() {
    // The last two are 1440×900 and 1100×700 at a scale of 1.5.
    for size in [[1100.0, 700.0], [960.0, 600.0], [733.0, 467.0]] {
        let mut window = composing(size, FLAWED);
        let parts = [("words", "Statement text"), ("preview", "Preview: banner"), ("way out", "Next update: in 4h")];
        for (part, sign) in parts {
            window.press(&format!("Composer: {part}"));
            window.harness.get_by_label(sign);
        }
        if size[0] < 800.0 {
            window.press("Composer: outline");
        }
        window.press("Who is affected?: Leave out");
        assert_eq!(window.drill().desk.composer.left_out.len(), 1);
    }
}
