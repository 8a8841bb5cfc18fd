//! The state of a running exercise: its session, what the players see, and what they prepare.
//!
//! The [`Situation`] is computed once per revision of the world, not once per frame; so is the reason why the
//! prepared decision or statement would be refused.

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

/// The tabs in the middle of the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The board of facts.
    Situation,
    /// What outlets report.
    Newsroom,
    /// What customers write.
    Social,
    /// How people feel.
    Sentiment,
    /// The composer.
    Statement,
    /// Documents of the story.
    Documents,
}
