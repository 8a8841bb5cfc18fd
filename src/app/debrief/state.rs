//! State of the debrief screen.

use std::path::PathBuf;

use crate::app::debrief::marking::state::Marking;
use crate::app::debrief::report::state::Editing;
use crate::app::debrief::turning::state::Turning;
use crate::app::debrief::whatif::state::Whatif;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::scenario::Metric;
use goldenhour_core::scoring::Reference;
use goldenhour_core::session::{SeekableReplay, Session};

/// The debrief of a session that has ended or was stopped early.
pub struct DebriefUi {
    /// The session.
    pub session: Session,
    /// Path of the session's file.
    pub path: PathBuf,
    /// The analysis.
    pub debrief: Debrief,
    /// The open page.
    pub page: DebriefPage,
    /// Metric for which the story chart also shows doing nothing and the best known play.
    pub beside: Metric,
    /// Turning points and luck.
    pub turning: Turning,
    /// The what-if: the reviewer's changes to the run.
    pub whatif: Whatif,
    /// Seekable replay of the session, once it has been opened.
    pub seekable: Option<SeekableReplay>,
    /// The override being entered, if any.
    pub marking: Option<Marking>,
    /// The report edit being entered, if any.
    pub editing: Option<Editing>,
    /// Losses at both ends of the outcome scale, kept for rescoring.
    pub reference: Reference,
}

impl DebriefUi {
    /// Opens the debrief of a session on the overview page.
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

/// Pages of the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DebriefPage {
    /// Steps, story and findings.
    #[default]
    Overview,
    /// Turning points, luck and what-ifs.
    Turning,
    /// All criteria with their evidence.
    Criteria,
    /// Published statements, with the truth of each claim.
    Statements,
    /// Clocks, inquiries and team.
    Duties,
    /// The report, for editing and sign-off.
    Report,
    /// Improvement plan and questions.
    Improvement,
    /// The complete log.
    Log,
}
