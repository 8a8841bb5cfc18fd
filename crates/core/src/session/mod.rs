//! A session: one recorded run of a scenario.
//!
//! A session is defined by its scenario, its random seed and its log; everything else is recomputed. Decisions,
//! controls and notes all follow the same sequence: check the input against the simulation without changing it,
//! append it to the log and flush the log, then apply it. As a result, everything that was applied is on disk, and
//! everything on disk can be applied again.
//!
//! Real time does not affect the simulation. Thinking time, pauses and clock speed can be recorded as notes, but
//! the simulation does not read them. Every simulated hour, and at the end, a checkpoint with the fingerprint of
//! the world is written so that a replay can be verified against it.
//!
//! - [`log`]: entries, and the trait through which they are stored.
//! - [`header`], [`recorded`]: the text of a session file; `file`: the `.drill` file itself.
//! - [`script`]: decisions files, and their conversion to and from sessions.
//! - [`review`]: the players' own review.
//! - [`mark`]: evaluators' marks, reported next to the score.
//! - [`ruling_check`]: checks a facilitator's rulings on statements against the log.
//! - [`edit`]: a reviewer's changes to the debrief; [`edit_check`] checks edits against the log.
//! - [`replay`](mod@replay): verified replay of a session; [`seekable_replay`]: a recorded session at any moment.

pub mod edit;
pub mod edit_check;
#[cfg(feature = "native")]
pub mod file;
pub mod format;
pub mod header;
pub mod log;
pub mod mark;
pub mod read_error;
pub mod recorded;
pub mod replay;
pub mod review;
pub mod ruling_check;
pub mod script;
pub mod seekable_replay;

use std::io;
use std::sync::Arc;

pub use edit::Edit;
#[cfg(feature = "native")]
pub use file::DrillFile;
pub use header::Header;
pub use log::{Author, Checkpoint, Entry, Log, Mode};
pub use mark::Mark;
pub use read_error::ReadError;
pub use recorded::Recorded;
pub use replay::{Divergence, replay};
pub use review::Review;
pub use seekable_replay::SeekableReplay;

use crate::decision::{Content, Control, Decision, Rejection, StatementFault};
use crate::id::{ActionId, InjectId, RoleId};
use crate::scenario::Scenario;
use crate::simulation::{Fingerprint, GroundTruth, Input, Passage, Population, Seed, Simulation, Situation};
use crate::statement::claim_reader::ClaimReader;
use crate::statement::judge::Knowing;
use crate::statement::{ReadingRecord, RulingError, Statement};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, Timeline};

/// Minutes between two checkpoints.
const CHECKPOINT_MINUTES: u32 = 60;

/// One recorded run of a scenario.
///
/// ```
/// use std::sync::Arc;
///
/// use goldenhour_core::decision::{Content, Decision};
/// use goldenhour_core::scenario::load;
/// use goldenhour_core::scenario::source::BuiltIn;
/// use goldenhour_core::session::log::Unkept;
/// use goldenhour_core::session::{Mode, Session};
/// use goldenhour_core::simulation::Seed;
///
/// let scenario = Arc::new(load(&BuiltIn::Scenario("first_hour".to_owned()))?.output);
/// // `Unkept` discards the log; `DrillFile` writes it to disk.
/// let mut session = Session::begin(scenario, Seed(1), Mode::Headless, Box::new(Unkept))?;
/// session.advance_to("T+00:05".parse()?)?;
/// session.decide(Decision {
///     at: session.now(),
///     by: "comms".into(),
///     action: "call-team".into(),
///     content: Content::Nothing,
///     rationale: "The sender knew data that only the register holds".to_owned(),
///     confidence: None,
/// })?;
/// session.advance_to("T+00:15".parse()?)?;
///
/// assert_eq!(session.decisions().count(), 1);
/// assert!(session.situation().works.is_empty(), "calling the team takes five minutes");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Session {
    scenario: Arc<Scenario>,
    header: Header,
    entries: Vec<Entry>,
    chain: log::Chain,
    log: Box<dyn Log>,
    simulation: Simulation,
}

/// Reason why an input was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The simulation does not allow it; nothing has changed.
    #[error("{0}")]
    Rejected(Rejection),
    /// A ruling does not fit the statement; nothing has changed.
    #[error("{0}")]
    Ruling(#[from] RulingError),
    /// The scenario has no such inject.
    #[error("unknown inject `{0}`")]
    UnknownInject(InjectId),
    /// A review, a mark or an edit is invalid; nothing has changed.
    #[error("{0}")]
    Unusable(String),
    /// The log cannot be written; nothing has changed.
    #[error("the session file cannot be written")]
    Log(#[from] io::Error),
}

impl Session {
    /// Begins a session and writes its header.
    ///
    /// # Errors
    /// Returns an error if the log cannot be written, or if the mode does not allow decisions.
    pub fn begin(scenario: Arc<Scenario>, seed: Seed, mode: Mode, log: Box<dyn Log>) -> io::Result<Self> {
        Self::begin_with(scenario, seed, mode, Population::Full, log)
    }

    /// Begins a session that simulates its customers individually or as a cohort. The session file does not record
    /// which, so use a cohort only with logs that are not stored.
    ///
    /// # Errors
    /// Returns an error if the log cannot be written, or if the mode does not allow decisions.
    pub fn begin_with(
        scenario: Arc<Scenario>,
        seed: Seed,
        mode: Mode,
        population: Population,
        log: Box<dyn Log>,
    ) -> io::Result<Self> {
        if !mode.can_begin() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a session cannot begin in review mode"));
        }
        let header = Header::new(&scenario, seed, mode);
        let simulation = Simulation::with_population(scenario.clone(), seed, population);
        let mut session =
            Session { scenario, header, entries: Vec::new(), chain: log::Chain::default(), log, simulation };
        let line = session.header.to_line();
        session.write(&line)?;
        Ok(session)
    }

    /// Makes a decision: checks it, writes it to the log and applies it.
    ///
    /// # Errors
    /// Returns an error if the simulation does not allow it or the log cannot be written; in that case nothing has
    /// changed.
    pub fn decide(&mut self, decision: Decision) -> Result<(), RecordError> {
        self.check(&decision).map_err(RecordError::Rejected)?;
        let decision = self.read(decision);
        self.append(Entry::Decision(decision))
    }

    /// Reads the text of a statement and records the reading with the decision. A reading that the decision already
    /// contains is replaced, because the text may have been changed since. Sessions before format 5 have no readings, and
    /// their statements say what their outlines say.
    fn read(&self, mut decision: Decision) -> Decision {
        let reader = self.reads().then(|| ClaimReader::of(&self.scenario)).flatten();
        if let Content::Statement(statement) | Content::Reply { statement, .. } = &mut decision.content {
            let read = |reader: Arc<ClaimReader>| reader.read(&statement.text, self.simulation.now(), &self.scenario);
            statement.reading = reader.map(read).map(Box::new);
        }
        decision
    }

    /// Returns whether statements are read from their texts.
    pub fn reads(&self) -> bool {
        self.header.format >= format::FIRST_READ
    }

    /// Applies a facilitator's intervention.
    ///
    /// # Errors
    /// Returns an error if it names an unknown inject, if a ruling does not fit its statement, or if the log cannot be
    /// written; in that case nothing has changed.
    pub fn control(&mut self, control: Control) -> Result<(), RecordError> {
        if let Some(inject) = control.inject()
            && self.scenario.inject(inject).is_none()
        {
            return Err(RecordError::UnknownInject(inject.clone()));
        }
        if let Control::Rule { statement, ruling } = &control {
            ruling_check::check(*statement, ruling, &self.scenario, &self.entries)?;
        }
        self.append(Entry::Control { at: self.now(), control })
    }

    /// Records a note.
    ///
    /// # Errors
    /// Returns an error if the log cannot be written.
    pub fn note(&mut self, author: Author, text: String) -> Result<(), RecordError> {
        self.append(Entry::Note { at: self.now(), author, text })
    }

    /// Records the players' own review; the last one counts. It can be written after EndEx.
    ///
    /// # Errors
    /// Returns an error if it refers to something the scenario does not contain, or if the log cannot be written;
    /// in that case nothing has changed.
    pub fn review(&mut self, author: Author, review: Review) -> Result<(), RecordError> {
        review.check(&self.scenario).map_err(RecordError::Unusable)?;
        self.append(Entry::Review { at: self.now(), author, review })
    }

    /// Records an evaluator's mark. It can be made after EndEx.
    ///
    /// # Errors
    /// Returns an error if it refers to something the scenario does not contain, or if the log cannot be written;
    /// in that case nothing has changed.
    pub fn mark(&mut self, author: Author, mark: Mark) -> Result<(), RecordError> {
        mark.check(&self.scenario).map_err(RecordError::Unusable)?;
        self.append(Entry::Mark { at: self.now(), author, mark })
    }

    /// Records a reviewer's edit of the debrief. It can be made after EndEx and changes neither the world nor the
    /// score.
    ///
    /// # Errors
    /// Returns an error if it refers to something that the scenario or the log does not contain, or if the log
    /// cannot be written; in that case nothing has changed.
    pub fn edit(&mut self, author: Author, edit: Edit) -> Result<(), RecordError> {
        self.check_edits(std::slice::from_ref(&edit))?;
        self.append(Entry::Edit { at: self.now(), author, edit })
    }

    /// Checks whether a sequence of edits could be recorded, without recording it.
    ///
    /// # Errors
    /// Returns the first problem found.
    pub fn check_edits(&self, edits: &[Edit]) -> Result<(), RecordError> {
        edit_check::check_all(edits, &self.scenario, &self.entries).map_err(RecordError::Unusable)
    }

    fn append(&mut self, entry: Entry) -> Result<(), RecordError> {
        let line = entry.to_line();
        self.write(&line)?;
        self.apply(entry);
        Ok(())
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        self.log.append(line)?;
        self.chain.add(line);
        Ok(())
    }

    /// Applies an entry that is already in the log.
    fn apply(&mut self, entry: Entry) {
        let number = EntryNumber(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        match &entry {
            Entry::Decision(decision) => self.simulation.submit(Input::Decision(number, decision.clone())),
            Entry::Control { control, .. } => self.simulation.submit(Input::Control(number, control.clone())),
            Entry::Note { .. }
            | Entry::Review { .. }
            | Entry::Mark { .. }
            | Entry::Edit { .. }
            | Entry::Checkpoint(_) => {}
        }
        self.entries.push(entry);
    }

    /// Advances to a moment, writing a checkpoint every simulated hour and at the end.
    ///
    /// # Errors
    /// Returns an error if the log cannot be written.
    pub fn advance_to(&mut self, until: SimTime) -> io::Result<()> {
        while self.now() < until && !self.has_ended() {
            let next_hour = SimTime::from_minutes((self.now().minutes() / CHECKPOINT_MINUTES + 1) * CHECKPOINT_MINUTES);
            self.simulation.advance_to(until.min(next_hour));
            if self.now() == next_hour || self.has_ended() {
                self.checkpoint()?;
            }
        }
        Ok(())
    }

    /// Writes a checkpoint, unless the last entry is one for this moment.
    ///
    /// # Errors
    /// Returns an error if the log cannot be written.
    pub fn checkpoint(&mut self) -> io::Result<()> {
        if self.entries.last().is_some_and(|entry| matches!(entry, Entry::Checkpoint(last) if last.at == self.now())) {
            return Ok(());
        }
        let checkpoint =
            Checkpoint { at: self.now(), log: self.chain.value(), fingerprint: self.simulation.fingerprint() };
        let entry = Entry::Checkpoint(checkpoint);
        self.write(&entry.to_line())?;
        self.apply(entry);
        Ok(())
    }

    /// Returns the scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Returns the header, with seed, mode and versions.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Returns the random seed.
    pub fn seed(&self) -> Seed {
        self.header.seed
    }

    /// Returns all entries in order; the position of an entry is its number.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Iterates over the decisions with their entry numbers.
    pub fn decisions(&self) -> impl Iterator<Item = (EntryNumber, &Decision)> {
        self.entries.iter().enumerate().filter_map(|(number, entry)| match entry {
            Entry::Decision(decision) => Some((EntryNumber(u32::try_from(number).unwrap_or(u32::MAX)), decision)),
            _ => None,
        })
    }

    /// Checks whether a decision is possible now.
    ///
    /// # Errors
    /// Returns the reason if it is not possible.
    pub fn check(&self, decision: &Decision) -> Result<(), Rejection> {
        let has_no_text = |statement: &Statement| statement.text.trim().is_empty();
        if self.reads() && decision.content.statement().is_some_and(has_no_text) {
            self.simulation.check(decision)?;
            return Err(Rejection::BadStatement { because: StatementFault::Empty });
        }
        self.simulation.check(decision)
    }

    /// Returns the schedule of an action if a role led it starting now; `None` for an unknown action.
    pub fn passage(&self, action: &ActionId, by: &RoleId) -> Option<Passage> {
        self.simulation.passage(action, by)
    }

    /// Returns the current simulated time.
    pub fn now(&self) -> SimTime {
        self.simulation.now()
    }

    /// Returns whether the exercise is over.
    pub fn has_ended(&self) -> bool {
        self.simulation.has_ended()
    }

    /// Returns the situation as the players see it.
    pub fn situation(&self) -> Situation {
        self.simulation.situation()
    }

    /// Returns what a text would say if it were submitted now, and how each claim relates to what the team knows; `None`
    /// if the language cannot be read.
    pub fn preview(&self, text: &str) -> Option<(ReadingRecord, Vec<Option<Knowing>>)> {
        let reading = ClaimReader::of(&self.scenario)?.read(text, self.now(), &self.scenario);
        let knowing = self.simulation.knowing(&reading.said);
        Some((reading, knowing))
    }

    /// Returns the ground truth.
    pub fn ground_truth(&self) -> GroundTruth {
        self.simulation.ground_truth()
    }

    /// Returns the timeline so far.
    pub fn timeline(&self) -> &Timeline {
        self.simulation.timeline()
    }

    /// Returns the fingerprint of the current state.
    pub fn fingerprint(&mut self) -> Fingerprint {
        self.simulation.fingerprint()
    }
}
