//! What the window knows: the screen that is shown with everything it needs, and what all screens share.
//!
//! A [`Route`] carries the state of its screen, so that an exercise without a session or a debrief without a
//! score cannot exist. Inside an exercise the [`Situation`] is computed once for each revision of the world,
//! not once a frame; so is the reason why a decision or statement in the making would be refused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::apply::file::Chooser;
use super::background::task::{self, TaskProgress};
use super::command::{DebriefPage, Form, Pane, Tab, Unfolded};
use super::compare::{self, Shown};
use super::draft_check::DraftCheck;
use super::editing::Editing;
use super::facilitator::Facilitator;
use super::folder::Folders;
use super::hot_wash::HotWash;
use super::language::Texts;
use super::marking::Marking;
use super::pacing::Pacing;
use super::replay::Replay;
use super::result::Results;
use super::settings::Settings;
use super::theme::{Theme, Tone};
use super::turning::Turning;
use super::whatif::Whatif;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::decision::{Confidence, Content, Decision, Rejection};
use goldenhour_core::diagnostic::Diagnostics;
use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, InjectId, RoleId, ScenarioId, TopicId};
use goldenhour_core::scenario::library::{self, Origin};
use goldenhour_core::scenario::{Ask, Metric, Scenario};
use goldenhour_core::scoring::Reference;
use goldenhour_core::session::{Entry, Mode, ReadError, Recorded, SeekableReplay, Session};
use goldenhour_core::simulation::{Passage, Situation};
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::{SimDuration, SimTime};

/// The most sessions that the library lists.
const MOST_SESSIONS: usize = 12;

/// What is done with the window's state when a background task is done.
pub type After = task::After<State>;

/// The background tasks of the window.
pub type Tasks = task::Tasks<State>;

/// Everything the window knows.
pub struct State {
    /// Where things are kept.
    pub folders: Folders,
    /// What the user chose about the window itself.
    pub settings: Settings,
    /// The look.
    pub theme: Theme,
    /// The words.
    pub texts: Texts,
    /// What the library shows.
    pub library: Library,
    /// The screen that is shown.
    pub route: Route,
    /// What lies over the screen.
    pub sheet: Option<Sheet>,
    /// Something the user should know.
    pub notice: Option<Notice>,
    /// Long work beside the window.
    pub tasks: Tasks,
    /// How a file is asked for.
    pub chooser: Chooser,
}

impl State {
    /// Starts a background task; where tasks run in place, its result takes effect at once.
    pub fn start_task(&mut self, title: String, job: impl FnOnce(&TaskProgress) -> After + Send + 'static) {
        if let Some(after) = self.tasks.start(title, job) {
            after(self);
        }
    }
}

/// The screen that is shown, with what it needs.
pub enum Route {
    /// All scenarios and recent sessions.
    Library,
    /// All building blocks, to be looked at.
    Gallery,
    /// Before an exercise.
    Briefing(Box<Briefing>),
    /// An exercise.
    Exercise(Box<Drill>),
    /// Right after an exercise.
    HotWash(Box<HotWash>),
    /// After an exercise.
    Debrief(Box<DebriefUi>),
    /// A recorded session that is looked at again.
    Replay(Box<Replay>),
    /// Several sessions side by side.
    Compare(Box<Shown>),
}

/// What lies over any screen until it is put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Theme, size, language, pacing.
    Settings,
    /// All shortcuts.
    Shortcuts,
    /// Every command by name; with what has been typed and which one is marked.
    Palette {
        /// What was typed.
        typed: String,
        /// The position of the marked command in the list of those that match.
        marked: usize,
    },
}

/// Something the user should know, with nothing hidden in color.
#[derive(Clone, Debug)]
pub struct Notice {
    /// How bad it is.
    pub tone: Tone,
    /// What happened, as a short sentence.
    pub title: String,
    /// More about it.
    pub text: String,
}

/// What the library shows.
#[derive(Default)]
pub struct Library {
    /// Scenarios, loaded or broken.
    pub scenarios: Vec<LibraryScenario>,
    /// Recent sessions, newest first.
    pub sessions: Vec<SessionCard>,
    /// What debriefed sessions came to.
    pub results: Results,
    /// What is searched for.
    pub typed: String,
    /// The files of sessions that are picked to be compared.
    pub picked: BTreeSet<PathBuf>,
}

/// A scenario of the library.
pub struct LibraryScenario {
    /// Where it was found.
    pub origin: Origin,
    /// The scenario, or what is wrong with it.
    pub scenario: Result<Arc<Scenario>, Diagnostics>,
}

/// A recorded session in the list.
pub struct SessionCard {
    /// Its file.
    pub path: PathBuf,
    /// What is known about it without playing it again.
    pub known: Result<SessionFacts, ReadError>,
}

/// What is known about a recorded session without playing it again.
pub struct SessionFacts {
    /// The scenario's name, or its id where the scenario is not in the library.
    pub title: String,
    /// The seed.
    pub seed: u64,
    /// How far it went.
    pub until: SimTime,
    /// How many decisions were taken.
    pub decision_count: usize,
    /// Whether it is over.
    pub ended: bool,
}

impl Library {
    /// Looks for scenarios and sessions.
    pub fn look(folders: &Folders) -> Self {
        let listed = |found: library::Found| LibraryScenario {
            origin: found.origin,
            scenario: found.scenario.map(|loaded| Arc::new(loaded.output)),
        };
        let mut library = Library {
            scenarios: library::list(&folders.scenarios).into_iter().map(listed).collect(),
            sessions: Vec::new(),
            results: Results::read(&folders.sessions),
            typed: String::new(),
            picked: BTreeSet::new(),
        };
        // The easiest first, so that whoever has never drilled finds the first drill at the top; broken ones last.
        library
            .scenarios
            .sort_by_key(|listed| listed.scenario.as_ref().map_or(u32::MAX, |scenario| scenario.difficulty));
        library.sessions = folders.recent_sessions(MOST_SESSIONS).iter().map(|path| library.session(path)).collect();
        library
    }

    /// Returns whether a scenario has every word that is searched for; a broken one is found by its folder's name.
    pub fn shows_scenario(&self, listed: &LibraryScenario) -> bool {
        let slug = listed.origin.slug();
        match &listed.scenario {
            Err(_) => self.finds(&[&slug]),
            Ok(scenario) => {
                let mut texts = vec![&*slug, &scenario.title, &scenario.kind, &scenario.organization.name];
                texts.push(&scenario.summary);
                texts.extend(scenario.objectives.iter().map(|objective| objective.title.as_str()));
                self.finds(&texts)
            }
        }
    }

    /// Returns whether a session has every word that is searched for.
    pub fn shows_session(&self, card: &SessionCard) -> bool {
        let file = card.path.to_string_lossy();
        let title = card.known.as_ref().map_or("", |facts| &facts.title);
        self.finds(&[&file, title])
    }

    /// Returns whether picking a session, or no longer picking it, is possible; only so many can be compared.
    pub fn can_pick(&self, path: &Path) -> bool {
        self.picked.contains(path) || self.picked.len() < compare::MOST
    }

    fn finds(&self, texts: &[&str]) -> bool {
        let all = texts.join(" ").to_lowercase();
        self.typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }

    fn scenario(&self, id: &ScenarioId) -> Option<&Arc<Scenario>> {
        self.scenarios.iter().filter_map(|listed| listed.scenario.as_ref().ok()).find(|scenario| scenario.id == *id)
    }

    fn session(&self, path: &Path) -> SessionCard {
        let facts = |recorded: Recorded| {
            let scenario = self.scenario(&recorded.header.scenario);
            let until = recorded.entries.last().map_or(SimTime::START, |(_, entry)| entry.at());
            let stopped = recorded.entries.iter().any(|(_, entry)| is_end(entry));
            SessionFacts {
                title: scenario.map_or_else(|| recorded.header.scenario.to_string(), |found| found.title.clone()),
                seed: recorded.header.seed.0,
                until,
                decision_count: recorded.entries.iter().filter(|(_, e)| matches!(e, Entry::Decision(_))).count(),
                ended: stopped || scenario.is_some_and(|scenario| until >= scenario.end()),
            }
        };
        SessionCard { path: path.to_owned(), known: Recorded::read(path).map(facts) }
    }
}

fn is_end(entry: &Entry) -> bool {
    matches!(entry, Entry::Control { control: goldenhour_core::decision::Control::End, .. })
}

/// An exercise that has not begun.
pub struct Briefing {
    /// What will be played.
    pub scenario: Arc<Scenario>,
    /// The folder's name, for the name of the session's file.
    pub slug: String,
    /// What stands in the seed field.
    pub seed: String,
    /// The document that is open.
    pub document: DocumentId,
    /// Who plays which role, where somebody said so.
    pub players: BTreeMap<RoleId, String>,
    /// How the session will be paced.
    pub mode: Mode,
}

/// An exercise that is under way.
pub struct Drill {
    /// The session; the only way to change the world.
    pub session: Session,
    /// The session's file.
    pub path: PathBuf,
    /// How time runs.
    pub pacing: Pacing,
    /// What the players can see, as of the last revision.
    pub situation: Situation,
    /// What the players have selected and prepared.
    pub ui: ExerciseUi,
    /// The facilitator's window, while it is open.
    pub facilitator: Option<Facilitator>,
}

/// What the players have selected and prepared; none of it is in the world yet.
pub struct ExerciseUi {
    /// The tab in the middle.
    pub tab: Tab,
    /// The open message.
    pub open_inject: Option<InjectId>,
    /// Messages that have been opened.
    pub read: Vec<InjectId>,
    /// The open document.
    pub document: Option<DocumentId>,
    /// The decision in the making.
    pub plan: Option<Plan>,
    /// The statement in the making.
    pub composer: Composer,
    /// What was decided last, to say so.
    pub said: Option<(Tone, String)>,
    /// Whether it is being asked if the exercise should end.
    pub end_asked: bool,
}

/// A decision in the making.
#[derive(Clone)]
pub struct Plan {
    /// The action.
    pub action: ActionId,
    /// Who leads it.
    pub by: RoleId,
    /// Why.
    pub rationale: String,
    /// How sure the team is.
    pub confidence: Option<u8>,
    /// Which way it is done.
    pub choice: Option<ChoiceId>,
    /// Why it would be refused now, if it would.
    pub refusal: Option<Rejection>,
}

/// A statement in the making.
#[derive(Clone, Default)]
pub struct Composer {
    /// The action that carries it.
    pub action: Option<ActionId>,
    /// Who leads it.
    pub by: Option<RoleId>,
    /// The inquiry it answers.
    pub reply_to: Option<InjectId>,
    /// What is said by topic.
    pub says: BTreeMap<TopicId, Says>,
    /// Topics that were left out on purpose.
    pub left_out: BTreeSet<TopicId>,
    /// The topic that lies open.
    pub unfolded: Unfolded,
    /// What stands in the number fields.
    pub numbers: BTreeMap<TopicId, String>,
    /// The words.
    pub text: String,
    /// What is known about the words.
    pub check: DraftCheck,
    /// The form in which it is looked at; the one of its first channel where absent.
    pub form: Option<Form>,
    /// The part that a small window shows.
    pub pane: Pane,
    /// The way from draft to publication, once an action is chosen.
    pub passage: Option<Passage>,
    /// How soon the next update follows.
    pub next_update: Option<SimDuration>,
    /// Why it would be refused now, if it would.
    pub refusal: Option<Rejection>,
}

/// An exercise that is over, or as far as it went.
pub struct DebriefUi {
    /// The session.
    pub session: Session,
    /// Its file.
    pub path: PathBuf,
    /// The analysis.
    pub debrief: Debrief,
    /// The part that is shown.
    pub page: DebriefPage,
    /// What doing nothing and the best known play are drawn of beside the story.
    pub beside: Metric,
    /// Turning points and luck.
    pub turning: Turning,
    /// The reviewer's own changes.
    pub whatif: Whatif,
    /// The session at any moment, once it was looked at.
    pub seekable: Option<SeekableReplay>,
    /// The mark in the making.
    pub marking: Option<Marking>,
    /// The edit in the making.
    pub editing: Option<Editing>,
    /// What was lost at both ends of the outcome's scale, to score again.
    pub reference: Reference,
}

impl DebriefUi {
    /// Opens the debrief of a session.
    pub fn open(session: Session, path: PathBuf, debrief: Debrief, reference: Reference) -> Self {
        DebriefUi {
            session,
            path,
            debrief,
            page: DebriefPage::default(),
            beside: Metric::Trust,
            turning: Turning::default(),
            whatif: Whatif::default(),
            seekable: None,
            marking: None,
            editing: None,
            reference,
        }
    }
}

impl ExerciseUi {
    /// Returns the initial state with one open message.
    pub fn fresh(open_inject: Option<InjectId>) -> Self {
        ExerciseUi {
            tab: Tab::Situation,
            open_inject,
            read: Vec::new(),
            document: None,
            plan: None,
            composer: Composer::default(),
            said: None,
            end_asked: false,
        }
    }
}

impl Drill {
    /// Opens the window on a session.
    pub fn open(session: Session, path: PathBuf) -> Self {
        let situation = session.situation();
        let first_inject = situation.inbox.last().map(|item| item.inject.clone());
        let ui = ExerciseUi::fresh(first_inject);
        let pacing = Pacing::of(session.header().mode, 60, true);
        Drill { session, path, pacing, situation, ui, facilitator: None }
    }

    /// Looks at the world again after it has changed.
    pub fn refresh(&mut self) {
        self.situation = self.session.situation();
        if let Some(facilitator) = &mut self.facilitator {
            facilitator.look(&self.session);
        }
        self.recheck();
    }

    /// Asks again why the decision and the statement in the making would be refused.
    pub fn recheck(&mut self) {
        let plan_refusal = self.planned().and_then(|decision| self.session.check(&decision).err());
        let composer_refusal = self.composed().and_then(|decision| self.session.check(&decision).err());
        if let Some(plan) = &mut self.ui.plan {
            plan.refusal = plan_refusal;
        }
        self.ui.composer.refusal = composer_refusal;
        let composed = self.composed();
        self.ui.composer.passage = composed.and_then(|decision| self.session.passage(&decision.action, &decision.by));
    }

    /// Returns the decision that is in the making.
    pub fn planned(&self) -> Option<Decision> {
        let plan = self.ui.plan.as_ref()?;
        let content = plan.choice.clone().map_or(Content::Nothing, Content::Choice);
        Some(Decision {
            at: self.session.now(),
            by: plan.by.clone(),
            action: plan.action.clone(),
            content,
            rationale: plan.rationale.trim().to_owned(),
            confidence: plan.confidence.and_then(|level| Confidence::try_from(level).ok()),
        })
    }

    /// Returns the statement that is in the making, as a decision.
    pub fn composed(&self) -> Option<Decision> {
        let composer = &self.ui.composer;
        let scenario = self.session.scenario();
        let action = scenario.action(composer.action.as_ref()?)?;
        let statement = composer.statement(scenario, self.session.now());
        let content = match (&action.asks, &composer.reply_to) {
            (Ask::Reply, Some(inquiry)) => Content::Reply { inquiry: inquiry.clone(), statement },
            _ => Content::Statement(statement),
        };
        Some(Decision {
            at: self.session.now(),
            by: composer.by.clone().unwrap_or_else(|| action.role.clone()),
            action: action.id.clone(),
            content,
            rationale: String::new(),
            confidence: None,
        })
    }
}

impl Composer {
    /// Returns the statement, its claims in the scenario's order.
    pub fn statement(&self, scenario: &Scenario, now: SimTime) -> Statement {
        let claim = |topic: &TopicId| Some(Claim { topic: topic.clone(), says: self.says.get(topic)?.clone() });
        Statement {
            claims: scenario.topics.iter().filter_map(|topic| claim(&topic.id)).collect(),
            text: self.text.trim().to_owned(),
            next_update: self.next_update.map(|length| now + length),
        }
    }
}
