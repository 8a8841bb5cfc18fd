//! The state of the facilitator's window.
//!
//! The ground truth is computed once per revision of the world, as the players' situation is. Points are counted on
//! request and once per simulated hour, by the playbook only: the outcome would need two more runs of the whole
//! scenario, which is too slow during an exercise.

use crate::app::theme::Tone;
use goldenhour_core::id::{InjectId, ObjectiveId};
use goldenhour_core::scoring::{PlaybookScore, Record, score_playbook};
use goldenhour_core::session::Session;
use goldenhour_core::simulation::GroundTruth;
use goldenhour_core::time::SimTime;

/// The state of the facilitator's window.
pub struct Facilitator {
    /// The ground truth, as of the last revision.
    pub truth: GroundTruth,
    /// The page next to the MSEL.
    pub page: FacilitatorPage,
    /// The injects that are shown.
    pub filter: MselFilter,
    /// The inject that is open.
    pub open_inject: Option<InjectId>,
    /// The objective that is rated; initially the scenario's first.
    pub objective: Option<ObjectiveId>,
    /// The note that is being written.
    pub note: Option<NoteDraft>,
    /// The points so far.
    pub points: Points,
    /// The last action, to report it.
    pub said: Option<(Tone, String)>,
}

/// A note or rating in the making.
pub struct NoteDraft {
    /// When it was begun, which is the moment it refers to.
    pub at: SimTime,
    /// What it is.
    pub what: NoteKind,
    /// Its text.
    pub text: String,
}

/// The playbook's points at a moment.
pub struct Points {
    /// When they were counted.
    pub at: SimTime,
    /// What was earned.
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
            points: Points::of(session),
            said: None,
        }
    }

    /// Looks at the world again after it has changed; counts the points where an hour has begun.
    pub fn look(&mut self, session: &Session) {
        self.truth = session.ground_truth();
        let hour = |at: SimTime| at.minutes() / 60;
        if hour(session.now()) != hour(self.points.at) {
            self.points = Points::of(session);
        }
    }
}

impl Points {
    /// Counts the points of a session so far.
    pub fn of(session: &Session) -> Self {
        let scenario: &goldenhour_core::scenario::Scenario = session.scenario();
        let record = Record { scenario, timeline: session.timeline(), entries: session.entries() };
        Points { at: session.now(), score: score_playbook(&record) }
    }
}

/// What a note of the facilitator records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Something seen.
    Note,
    /// How well an objective is being met, from 1 (without challenges) to 4 (unable), and why.
    Rating(ObjectiveId, u8),
}

/// The pages of the facilitator's window next to the MSEL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacilitatorPage {
    /// The ground truth compared with what the players know, and the deadlines.
    #[default]
    Truth,
    /// The contingency deck.
    Deck,
    /// Points so far, and objectives with their marks.
    Scores,
    /// Notes, marks and controls.
    Log,
}

/// Which injects of the MSEL are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MselFilter {
    /// Those that wait for their trigger.
    #[default]
    Due,
    /// Those that were released.
    Released,
    /// Those that are held or postponed.
    Held,
    /// Those that will not be released.
    Skipped,
    /// All of them.
    All,
}
