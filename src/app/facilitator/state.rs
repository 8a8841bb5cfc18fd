//! State of the facilitator's window.
//!
//! Like the players' situation, the ground truth is recomputed once per revision of the world. The score is
//! calculated on request and once per simulated hour. It covers only the playbook, because the outcome would
//! require two more runs of the whole scenario, which is too slow during an exercise.

use super::read_statement::ReadStatement;
use crate::app::theme::Tone;
use goldenhour_core::id::{InjectId, ObjectiveId};
use goldenhour_core::scoring::{PlaybookScore, Record, score_playbook};
use goldenhour_core::session::Session;
use goldenhour_core::simulation::GroundTruth;
use goldenhour_core::time::SimTime;

/// State of the facilitator's window.
pub struct Facilitator {
    /// Ground truth as of the latest revision.
    pub truth: GroundTruth,
    /// The page shown next to the MSEL.
    pub page: FacilitatorPage,
    /// Filter of the MSEL.
    pub filter: MselFilter,
    /// The expanded inject.
    pub open_inject: Option<InjectId>,
    /// Objective selected for rating, initially the first one of the scenario.
    pub objective: Option<ObjectiveId>,
    /// The note being written.
    pub note: Option<NoteDraft>,
    /// Statements as they are read, with all rulings applied.
    pub statements: Vec<ReadStatement>,
    /// Number of log entries that [`statements`](Self::statements) covers.
    entry_count: usize,
    /// Playbook score so far.
    pub points: Points,
    /// Result of the latest action, shown at the bottom.
    pub said: Option<(Tone, String)>,
}

/// A note or rating being written.
pub struct NoteDraft {
    /// When the note was started, which is the moment it refers to.
    pub at: SimTime,
    /// Whether it is a note or a rating.
    pub what: NoteKind,
    /// Text of the note.
    pub text: String,
}

/// The playbook score at some moment.
pub struct Points {
    /// When the score was calculated.
    pub at: SimTime,
    /// The score.
    pub score: PlaybookScore,
}

impl Facilitator {
    /// Opens the window for a session.
    pub fn open(session: &Session) -> Self {
        Facilitator {
            truth: session.ground_truth(),
            page: FacilitatorPage::default(),
            filter: MselFilter::default(),
            open_inject: None,
            objective: session.scenario().objectives.first().map(|objective| objective.id.clone()),
            note: None,
            statements: ReadStatement::all(session),
            entry_count: session.entries().len(),
            points: Points::of(session),
            said: None,
        }
    }

    /// Updates the ground truth after the world has changed, and the score if a new simulated hour has begun.
    pub fn look(&mut self, session: &Session) {
        self.truth = session.ground_truth();
        // Statements and rulings are entries of the log, so nothing changes between two entries.
        if session.entries().len() != self.entry_count {
            self.entry_count = session.entries().len();
            self.statements = ReadStatement::all(session);
        }
        let hour = |at: SimTime| at.minutes() / 60;
        if hour(session.now()) != hour(self.points.at) {
            self.points = Points::of(session);
        }
    }
}

impl Points {
    /// Calculates the playbook score of a session so far.
    pub fn of(session: &Session) -> Self {
        let scenario: &goldenhour_core::scenario::Scenario = session.scenario();
        let record = Record { scenario, timeline: session.timeline(), entries: session.entries() };
        Points { at: session.now(), score: score_playbook(&record) }
    }
}

/// What a facilitator's note records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// An observation.
    Note,
    /// A rating of an objective, from 1 (performed without challenges) to 4 (unable to be performed), with a
    /// reason.
    Rating(ObjectiveId, u8),
}

/// Pages of the facilitator's window, shown next to the MSEL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacilitatorPage {
    /// The ground truth compared with the players' knowledge, and the deadlines.
    #[default]
    Truth,
    /// The contingency deck.
    Deck,
    /// What the program understood of each statement, and rulings on it.
    Statements,
    /// Playbook score so far, and objectives with their ratings.
    Scores,
    /// Notes, ratings and controls.
    Log,
}

/// Filter of the MSEL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MselFilter {
    /// Injects waiting for their trigger.
    #[default]
    Due,
    /// Released injects.
    Released,
    /// Injects on hold or postponed.
    Held,
    /// Injects that are not going to be released.
    Skipped,
    /// All injects.
    All,
}
