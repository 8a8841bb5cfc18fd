//! State of a running exercise: its session, the players' view of it, and their unsubmitted input.
//!
//! The [`Situation`] is recomputed once per revision of the world instead of once per frame. The same applies to
//! the reasons why the prepared decision or statement would be rejected.

use std::path::PathBuf;

use super::pacing::Pacing;
use crate::app::composer::state::Composer;
use crate::app::facilitator::state::Facilitator;
use crate::app::theme::Tone;
use goldenhour_core::decision::{Confidence, Content, Decision, Rejection};
use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, InjectId, RoleId};
use goldenhour_core::scenario::Ask;
use goldenhour_core::session::Session;
use goldenhour_core::simulation::Situation;

/// A running exercise.
pub struct Drill {
    /// The session. All changes to the world go through it.
    pub session: Session,
    /// Path of the session's file.
    pub path: PathBuf,
    /// How time advances.
    pub pacing: Pacing,
    /// The players' view of the world, as of the latest revision.
    pub situation: Situation,
    /// The players' selections and unsubmitted input.
    pub ui: ExerciseUi,
    /// State of the facilitator's window, while it is open.
    pub facilitator: Option<Facilitator>,
}

impl Drill {
    /// Creates the state for a session and opens its latest message.
    pub fn open(session: Session, path: PathBuf) -> Self {
        let situation = session.situation();
        let first_inject = situation.inbox.last().map(|item| item.inject.clone());
        let ui = ExerciseUi::fresh(first_inject);
        let pacing = Pacing::of(session.header().mode, 60, true);
        Drill { session, path, pacing, situation, ui, facilitator: None }
    }

    /// Recomputes the views of the world after it has changed.
    pub fn refresh(&mut self) {
        self.situation = self.session.situation();
        if let Some(facilitator) = &mut self.facilitator {
            facilitator.look(&self.session);
        }
        self.recheck();
    }

    /// Recomputes whether the prepared decision and statement would be rejected, and the statement's approval path.
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

    /// Returns the prepared decision.
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

    /// Returns the prepared statement as a decision.
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

/// The players' selections and unsubmitted input. None of it has affected the world yet.
pub struct ExerciseUi {
    /// The open tab.
    pub tab: Tab,
    /// The open message.
    pub open_inject: Option<InjectId>,
    /// Messages that have been opened.
    pub read: Vec<InjectId>,
    /// The open document.
    pub document: Option<DocumentId>,
    /// The decision being prepared.
    pub plan: Option<Plan>,
    /// The statement being prepared.
    pub composer: Composer,
    /// Result of the latest decision, shown in the decisions column.
    pub said: Option<(Tone, String)>,
    /// Whether the dialog that confirms the end of the exercise is open.
    pub end_asked: bool,
}

impl ExerciseUi {
    /// Creates the initial state with one open message.
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

/// A decision being prepared.
#[derive(Clone)]
pub struct Plan {
    /// The action.
    pub action: ActionId,
    /// Role that leads the work.
    pub by: RoleId,
    /// Rationale.
    pub rationale: String,
    /// The team's confidence, from 1 to 5.
    pub confidence: Option<u8>,
    /// The selected choice.
    pub choice: Option<ChoiceId>,
    /// Reason why the decision would be rejected now, if any.
    pub refusal: Option<Rejection>,
}

/// Tabs in the center of the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The fact board.
    Situation,
    /// Stories published by outlets.
    Newsroom,
    /// Posts by customers.
    Social,
    /// Trust and the share of negative posts.
    Sentiment,
    /// The composer.
    Statement,
    /// Documents of the scenario.
    Documents,
}
