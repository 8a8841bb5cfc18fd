//! The state of the facilitator's window while it is open.
//!
//! The ground truth is looked at once for each revision of the world, as the situation of the players is. Points
//! are counted when asked and once a simulated hour, by the playbook alone: the outcome needs two more runs of the
//! whole scenario to stand between, which is too much for a room that waits.

use super::command::{FacilitatorPage, MselFilter, NoteKind};
use super::theme::Tone;
use goldenhour_core::id::{InjectId, ObjectiveId};
use goldenhour_core::scoring::{PlaybookScore, Record, score_playbook};
use goldenhour_core::session::Session;
use goldenhour_core::simulation::GroundTruth;
use goldenhour_core::time::SimTime;

/// The state of the facilitator's window.
pub struct Facilitator {
    /// What is so, as of the last revision.
    pub truth: GroundTruth,
    /// The part that is shown beside the MSEL.
    pub page: FacilitatorPage,
    /// The injects that are shown.
    pub filter: MselFilter,
    /// The inject that is open.
    pub open_inject: Option<InjectId>,
    /// What marks are about; the scenario's first objective to begin with.
    pub objective: Option<ObjectiveId>,
    /// The note that is being written.
    pub note: Option<NoteDraft>,
    /// The points so far.
    pub points: Points,
    /// What was done last, to say so.
    pub said: Option<(Tone, String)>,
}

/// A note or a mark in the making.
pub struct NoteDraft {
    /// When it was begun; that is the moment it speaks of.
    pub at: SimTime,
    /// What it is.
    pub what: NoteKind,
    /// Its words.
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
