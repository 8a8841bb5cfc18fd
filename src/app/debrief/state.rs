//! The state of the debrief screen.

use std::path::PathBuf;

use crate::app::debrief::marking::state::Marking;
use crate::app::debrief::report::state::Editing;
use crate::app::debrief::turning::state::Turning;
use crate::app::debrief::whatif::state::Whatif;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::scenario::Metric;
use goldenhour_core::scoring::Reference;
use goldenhour_core::session::{SeekableReplay, Session};

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
    /// The metric that is compared with doing nothing and the best known play in the story.
    pub beside: Metric,
    /// Turning points and luck.
    pub turning: Turning,
    /// The reviewer's own changes.
    pub whatif: Whatif,
    /// The session at any moment, once it was replayed.
    pub seekable: Option<SeekableReplay>,
    /// The override in the making.
    pub marking: Option<Marking>,
    /// The edit in the making.
    pub editing: Option<Editing>,
    /// The losses at both ends of the outcome scale, for scoring again.
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

/// The parts of the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DebriefPage {
    /// Steps, story, findings.
    #[default]
    Overview,
    /// What moved most, luck, and what would have been.
    Turning,
    /// All criteria with their evidence.
    Criteria,
    /// What was said and what became of it.
    Statements,
    /// Clocks, inquiries, team.
    Duties,
    /// The report, to be edited and signed.
    Report,
    /// Improvement plan and questions.
    Improvement,
    /// Everything that happened.
    Log,
}
