//! Pictures of every screen, for people to review: both themes, two window sizes, two scales, both languages.
//!
//! `cargo test --test window pictures` writes them to `target/screens/`. The tests only check what a machine can
//! check: a picture was drawn, it is not a single flat color, and every control has an accessible name.
//!
//! The pictures of the documentation come from here too:
//! `GOLDENHOUR_IMAGES=docs/images cargo test --test window documentation_images` redraws them.

use std::path::{Path, PathBuf};

use egui_kittest::kittest::NodeT;
use goldenhour::app::Start;
use goldenhour::app::composer::command::ComposerCommand;
use goldenhour::app::debrief::state::DebriefPage;
use goldenhour::app::exercise::command::{LookCommand, PlanCommand};
use goldenhour::app::exercise::state::Tab;
use goldenhour::app::facilitator::command::FacilitatorCommand;
use goldenhour::app::facilitator::state::FacilitatorPage;
use goldenhour::app::hot_wash::command::HotWashCommand;
use goldenhour::app::hot_wash::state::{HotWashPage, RemarkKind};
use goldenhour::app::language::Language;
use goldenhour::app::shell::command::{AppCommand, Destination};
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::settings::Settings;
use goldenhour::app::shell::sheet::Sheet;
use goldenhour::app::theme::ThemeKind;
use goldenhour_core::decision::Control;
use goldenhour_core::ensemble::autopilot;
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::origin::Origin;
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::session::review::About;
use goldenhour_core::session::{DrillFile, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::Says;

use crate::Window;

/// The scenario shown in the pictures.
const SLUG: &str = "black_friday_skimmer";

pub(crate) fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screens");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Records a session that an autopilot has played for a while, and that is over where wanted.
pub(crate) fn recorded(home: &Path, name: &str, player: &str, hours: u32, ends: bool) -> PathBuf {
    recorded_minutes(home, name, player, hours * 60, ends)
}

/// The same to the minute.
pub(crate) fn recorded_minutes(home: &Path, name: &str, player: &str, minutes: u32, ends: bool) -> PathBuf {
    let scenario = std::sync::Arc::new(load(&BuiltIn::Scenario(SLUG.to_owned())).unwrap().output);
    let folder = home.join("sessions");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.drill"));
    let log = Box::new(DrillFile::create(&path).unwrap());
    let mut session = Session::begin(scenario.clone(), Seed(7), Mode::Paced, log).unwrap();
    let mut player = autopilot::named(player, &scenario, Seed(7)).unwrap();
    let until = goldenhour_core::time::SimTime::from_minutes(minutes).min(scenario.end());
    autopilot::play(&mut session, player.as_mut(), until, &mut |_| {}).unwrap();
    if ends {
        session.control(Control::End).unwrap();
    }
    session.checkpoint().unwrap();
    path
}

/// Returns the folder of the documentation's pictures, or a folder below `target` where none is named.
#[expect(clippy::disallowed_methods, reason = "the command that redraws them names the folder")]
fn documentation_folder() -> PathBuf {
    let folder = std::env::var_os("GOLDENHOUR_IMAGES")
        .map_or_else(|| folder().join("documentation"), |named| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(named));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Returns the program's messages, each as the literal parts between its placeables.
fn messages(language: Language) -> Vec<Vec<String>> {
    let folder = match language {
        Language::English => "assets/language/en",
        Language::German => "assets/language/de",
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let values = files.flat_map(|file| {
        // The gallery abbreviates its sample text to show how that looks.
        let parts = |value: &str| value.split('{').map(|part| part.rsplit('}').next().unwrap().to_owned()).collect();
        let messages = file.lines().filter_map(|line| line.split_once(" = ")).filter(|(id, _)| *id != "gallery-sample");
        messages.map(|(_, value)| parts(value)).collect::<Vec<Vec<String>>>()
    });
    let has_words = |parts: &Vec<String>| parts.concat().chars().filter(|c| c.is_alphabetic()).count() >= 3;
    values.filter(has_words).collect()
}

/// Returns whether a text is a message with its placeables filled in.
fn is_message(text: &str, parts: &[String]) -> bool {
    let [first, rest @ ..] = parts else { return false };
    let Some((last, middle)) = rest.split_last() else { return text == first };
    let Some(mut text) = text.strip_prefix(first.as_str()).and_then(|text| text.strip_suffix(last.as_str())) else {
        return false;
    };
    middle.iter().all(|part| {
        let found = text.find(part.as_str());
        text = found.map_or("", |at| &text[at + part.len()..]);
        found.is_some()
    })
}

/// By how many points a text may extend beyond its area before it counts as cut; letters have side bearings.
const OVERHANG: f32 = 1.5;

struct Studio {
    window: Window,
    /// Messages of the program in the language of the window, see [`messages`].
    messages: Vec<Vec<String>>,
    suffix: String,
    taken: Vec<String>,
    /// Texts that are cut or abbreviated, with their pictures.
    cut: Vec<String>,
}

impl Studio {
    fn open(home: &Path, settings: &Settings, pixels: [f32; 2]) -> Self {
        settings.write(&home.join("settings.ron")).unwrap();
        // At a larger scale the same pixels hold fewer points.
        let points = pixels.map(|side| side * 100.0 / f32::from(settings.scale));
        let window =
            Window { harness: crate::window(home, Start::Library, points), _home: tempfile::tempdir().unwrap() };
        let look = if settings.theme == ThemeKind::Dark { "dark" } else { "light" };
        let language = match settings.language {
            Language::German => "-de",
            Language::English => "",
        };
        let suffix = format!("{look}-{}x{}-{}{language}", pixels[0], pixels[1], settings.scale);
        Self { window, messages: messages(settings.language), suffix, taken: Vec::new(), cut: Vec::new() }
    }

    fn take(&mut self, name: &str) {
        self.window.settle();
        self.everything_that_acts_has_a_name(name);
        let cut = self.cut_texts(name);
        self.cut.extend(cut);
        let picture = self.window.harness.render().unwrap();
        let first = *picture.get_pixel(0, 0);
        assert!(picture.pixels().any(|pixel| *pixel != first), "{name} is empty");
        let name = format!("{name}-{}.png", self.suffix);
        picture.save(folder().join(&name)).unwrap();
        self.taken.push(name);
    }

    /// Returns the texts that extend beyond the area they are drawn in, to the left or to the right, and the messages
    /// of the program that are abbreviated. Titles and names from a scenario may be abbreviated; their tooltips contain the rest.
    ///
    /// Text below or above the visible part of a scroll area is fine, so only the sides are checked.
    fn cut_texts(&self, screen: &str) -> Vec<String> {
        fn texts<'a>(shape: &'a egui::Shape, found: &mut Vec<&'a egui::epaint::TextShape>) {
            if let egui::Shape::Vec(shapes) = shape {
                for shape in shapes {
                    texts(shape, found);
                }
            } else if let egui::Shape::Text(text) = shape {
                found.push(text);
            }
        }
        let mut cut = Vec::new();
        for clipped in &self.window.harness.output().shapes {
            let mut found = Vec::new();
            texts(&clipped.shape, &mut found);
            for text in found {
                let area = text.visual_bounding_rect();
                let is_visible = area.is_positive() && clipped.clip_rect.intersects(area);
                let overhang = (clipped.clip_rect.left() - area.left()).max(area.right() - clipped.clip_rect.right());
                let words = text.galley.text();
                let abbreviates = text.galley.elided && self.messages.iter().any(|parts| is_message(words, parts));
                if is_visible && (overhang > OVERHANG || abbreviates) {
                    cut.push(format!("{screen}-{}: {words:?}, {overhang:.0} points outside", self.suffix));
                }
            }
        }
        cut
    }

    /// A screen reader must be able to announce every control.
    fn everything_that_acts_has_a_name(&self, screen: &str) {
        use egui::accesskit::Role;
        let acts = [Role::Button, Role::CheckBox, Role::TextInput, Role::MultilineTextInput, Role::Link];
        for node in self.window.harness.root().children_recursive() {
            let node = node.accesskit_node();
            if acts.contains(&node.role()) {
                let name = node.label().unwrap_or_default();
                assert!(name.chars().any(char::is_alphanumeric), "{screen}: a {:?} is called {name:?}", node.role());
            }
        }
    }

    fn show(&mut self, command: impl Into<AppCommand>) {
        self.window.show(command);
    }

    fn sheet(&mut self, name: &str, sheet: Sheet) {
        self.show(AppCommand::Sheet(Some(sheet)));
        self.take(name);
        self.show(AppCommand::Sheet(None));
    }

    fn library_and_briefing(&mut self) {
        self.take("library");
        self.sheet("settings", Sheet::Settings);
        self.sheet("shortcuts", Sheet::Shortcuts);
        self.sheet("palette", Sheet::Palette { typed: String::new(), marked: 1 });
        self.show(Destination::Gallery);
        self.take("gallery");
        self.show(Destination::Briefing(Origin::BuiltIn(SLUG.to_owned())));
        self.take("briefing");
        self.show(Destination::Library);
    }

    fn exercise(&mut self, session: PathBuf) {
        self.show(Destination::Session(session));
        for (tab, name) in [
            (Tab::Situation, "situation"),
            (Tab::Newsroom, "newsroom"),
            (Tab::Social, "social"),
            (Tab::Sentiment, "sentiment"),
            (Tab::Statement, "statement"),
            (Tab::Documents, "documents"),
        ] {
            self.show(LookCommand::Tab(tab));
            self.take(&format!("exercise-{name}"));
        }
        self.draft();
        self.show(LookCommand::Tab(Tab::Situation));
        let free = self.window.drill().situation.options.iter().find(|option| option.blocked.is_none());
        let action = free.unwrap().action.clone();
        self.show(PlanCommand::Select(action));
        self.take("exercise-plan");
        self.window.show(goldenhour::app::exercise::command::EndCommand::Ask);
        self.take("exercise-end");
        self.window.show(goldenhour::app::exercise::command::EndCommand::Cancel);
    }

    /// A statement in the making, with words to be underlined and a way out.
    fn draft(&mut self) {
        self.show(LookCommand::Tab(Tab::Statement));
        let topics = self.window.drill().situation.topics.clone();
        for topic in topics.iter().take(6) {
            let says = topic.claims.first().map_or(Says::NotKnownYet, |claim| Says::Option(claim.id.clone()));
            self.show(ComposerCommand::Say(topic.id.clone(), Some(says)));
        }
        self.show(ComposerCommand::Draft);
        let text = self.window.drill().ui.composer.text.clone();
        self.show(ComposerCommand::Text(format!("{text} We are deeply sorry. We take your security very seriously.")));
        let carrier = self
            .window
            .drill()
            .situation
            .options
            .iter()
            .find(|option| option.blocked.is_none() && crate::is_statement(&self.window, option.action.as_str()));
        let carrier = carrier.unwrap().action.clone();
        self.show(ComposerCommand::Carry(carrier));
        self.take("exercise-draft");
    }

    fn facilitator(&mut self) {
        self.show(FacilitatorCommand::Open);
        for (page, name) in [
            (FacilitatorPage::Truth, "truth"),
            (FacilitatorPage::Deck, "deck"),
            (FacilitatorPage::Statements, "statements"),
            (FacilitatorPage::Scores, "scores"),
            (FacilitatorPage::Log, "log"),
        ] {
            self.show(FacilitatorCommand::Page(page));
            self.take(&format!("facilitator-{name}"));
        }
        self.show(FacilitatorCommand::Close);
    }

    fn hot_wash(&mut self, session: PathBuf) {
        self.show(Destination::Debrief(session));
        self.show(HotWashCommand::Open);
        let scenario = match &self.window.harness.state().state().route {
            Route::HotWash(wash) => wash.session.scenario().clone(),
            _ => panic!("no hot wash is shown"),
        };
        let criterion = scenario.playbook.steps[0].criteria[0].id.clone();
        self.show(HotWashCommand::Pick(About::Criterion(criterion)));
        self.show(HotWashCommand::Remark(RemarkKind::Strength));
        self.show(HotWashCommand::Action);
        for (page, name) in [
            (HotWashPage::Questions, "questions"),
            (HotWashPage::Review, "review"),
            (HotWashPage::Roles, "roles"),
            (HotWashPage::Lessons, "lessons"),
        ] {
            self.show(HotWashCommand::Page(page));
            self.take(&format!("hot-wash-{name}"));
        }
        self.show(Destination::Library);
    }

    fn debrief(&mut self, session: PathBuf) {
        self.show(Destination::Debrief(session));
        assert!(matches!(self.window.harness.state().state().route, Route::Debrief(_)));
        for (page, name) in [
            (DebriefPage::Overview, "overview"),
            (DebriefPage::Turning, "turning"),
            (DebriefPage::Criteria, "criteria"),
            (DebriefPage::Statements, "statements"),
            (DebriefPage::Duties, "duties"),
            (DebriefPage::Report, "report"),
            (DebriefPage::Improvement, "improvement"),
            (DebriefPage::Log, "log"),
        ] {
            self.show(page);
            self.take(&format!("debrief-{name}"));
        }
    }
}

#[test]
fn pictures_of_every_screen_are_written_in_both_themes_sizes_and_languages() {
    let home = tempfile::tempdir().unwrap();
    let playing = recorded(home.path(), "playing", "playbook", 14, false);
    let over = recorded(home.path(), "over", "hasty", 16, false);
    let ended = recorded(home.path(), "ended", "hasty", 2, true);
    let mut cut = Vec::new();
    for (theme, language, pixels, scale) in [
        (ThemeKind::Dark, Language::English, [1440.0, 900.0], 100),
        (ThemeKind::Dark, Language::English, [1100.0, 700.0], 100),
        (ThemeKind::Dark, Language::English, [1440.0, 900.0], 150),
        (ThemeKind::Light, Language::English, [1440.0, 900.0], 100),
        (ThemeKind::Light, Language::English, [1100.0, 700.0], 100),
        (ThemeKind::Light, Language::English, [1440.0, 900.0], 150),
        (ThemeKind::Light, Language::German, [1100.0, 700.0], 100),
        (ThemeKind::Light, Language::German, [1440.0, 900.0], 150),
    ] {
        let settings = Settings { theme, language, scale, guided: true, ..Settings::default() };
        let mut studio = Studio::open(home.path(), &settings, pixels);
        studio.library_and_briefing();
        studio.exercise(playing.clone());
        studio.facilitator();
        studio.hot_wash(ended.clone());
        studio.debrief(over.clone());
        assert!(studio.taken.len() >= 27, "{:?}", studio.taken);
        cut.append(&mut studio.cut);
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

#[test]
fn documentation_images_show_the_main_screens() {
    let home = tempfile::tempdir().unwrap();
    let playing = recorded(home.path(), "black_friday_skimmer", "playbook", 14, false);
    let over = recorded(home.path(), "black_friday_skimmer-over", "hasty", 16, true);
    let settings = Settings { theme: ThemeKind::Light, guided: true, ..Settings::default() };
    let mut studio = Studio::open(home.path(), &settings, [1440.0, 900.0]);
    studio.take("library");
    studio.exercise(playing);
    studio.debrief(over);
    for (taken, name) in [
        ("library", "library"),
        ("exercise-newsroom", "exercise"),
        ("exercise-draft", "composer"),
        ("debrief-overview", "debrief"),
    ] {
        let picture = folder().join(format!("{taken}-{}.png", studio.suffix));
        std::fs::copy(picture, documentation_folder().join(format!("{name}.png"))).unwrap();
    }
}
