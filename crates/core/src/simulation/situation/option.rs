//! Options: actions, and whether they can be started now.

use super::view::View;
use crate::decision::Rejection;
use crate::id::{ActionId, ChoiceId, CriterionId, RoleId, StepId};
use crate::scenario::{Action, Ask, AudienceKind, Choice, Effect, service};
use crate::time::SimDuration;

/// An action, and whether its responsible role can start it now.
#[derive(Clone, Debug)]
pub struct OptionView {
    /// ID of the action.
    pub action: ActionId,
    /// Name of the action.
    pub title: String,
    /// Description of the action.
    pub text: String,
    /// Playbook step that the action belongs to.
    pub step: StepId,
    /// Role responsible for the action.
    pub role: RoleId,
    /// Duration if the responsible role leads it.
    pub takes: SimDuration,
    /// Cost of the action.
    pub cost: f64,
    /// Reason why no role can start the action now, if any.
    pub blocked: Option<Rejection>,
    /// Reason why the responsible role cannot lead it now, if any.
    pub role_blocked: Option<Rejection>,
    /// Whether the action has been completed at least once.
    pub done: bool,
    /// Input that the action requires.
    pub asks: AskView,
    /// Playbook criteria that the action contributes to.
    pub serves: Vec<CriterionId>,
    /// Whether the action would have an effect that has not been achieved and is not in progress.
    pub is_fresh: bool,
    /// Whether the playbook requires the action before the first public statement.
    pub prepares_speech: bool,
}

/// Input that an action requires from the player.
#[derive(Clone, Debug, PartialEq)]
pub enum AskView {
    /// No input.
    Nothing,
    /// A statement for this audience.
    Statement(AudienceKind),
    /// An answer to an open inquiry.
    Reply,
    /// One of these choices.
    Choice(Vec<ChoiceView>),
}

/// One of the alternatives of an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// ID of the choice.
    pub id: ChoiceId,
    /// Name of the choice.
    pub title: String,
    /// Playbook criteria that the effects of this choice contribute to.
    pub serves: Vec<CriterionId>,
}

impl View<'_> {
    pub(super) fn option(&self, action: &Action) -> OptionView {
        let role = self.scenario().role(&action.role);
        let serves = service::served_by(action, self.scenario());
        OptionView {
            action: action.id.clone(),
            title: action.title.clone(),
            text: action.text.clone(),
            step: action.step.clone(),
            role: action.role.clone(),
            takes: self.context.duration(action, &action.role),
            cost: action.cost,
            blocked: self.context.check_action(action).err(),
            role_blocked: role.and_then(|role| self.context.check_role(role).err()),
            done: self.ledger().done.contains_key(&action.id),
            asks: self.ask(&action.asks),
            prepares_speech: self.prepares_speech(&serves),
            is_fresh: self.is_fresh(action),
            serves,
        }
    }

    /// Returns whether an action would have a new effect. One-time effects are new until they are achieved or in
    /// progress; repeatable effects are always new.
    fn is_fresh(&self, action: &Action) -> bool {
        let ledger = self.ledger();
        let under_way: Vec<&Effect> = self
            .context
            .team
            .works()
            .iter()
            .filter_map(|work| self.scenario().action(&work.action))
            .flat_map(Action::all_effects)
            .collect();
        let coming = |wanted: &dyn Fn(&Effect) -> bool| under_way.iter().any(|effect| wanted(effect));
        let new = |effect: &Effect| match effect {
            Effect::Milestone(id) => {
                !ledger.milestones.contains_key(id)
                    && !coming(&|other| matches!(other, Effect::Milestone(o) if o == id))
            }
            Effect::Confirm(id) => {
                !ledger.confirmed.contains_key(id) && !coming(&|other| matches!(other, Effect::Confirm(o) if o == id))
            }
            Effect::Suspect(id) => !ledger.suspected.contains_key(id),
            Effect::Tell(id) => {
                !ledger.told.contains_key(id) && !coming(&|other| matches!(other, Effect::Tell(o) if o == id))
            }
            Effect::Stop(id) => {
                !ledger.stopped.contains_key(id) && !coming(&|other| matches!(other, Effect::Stop(o) if o == id))
            }
            Effect::Listen => !self.context.operation.listening,
            _ => true,
        };
        let mut effects = action.all_effects().peekable();
        effects.peek().is_none() || effects.any(new)
    }

    fn prepares_speech(&self, serves: &[CriterionId]) -> bool {
        let mut criteria = self.scenario().playbook.criteria();
        criteria.any(|(_, criterion)| serves.contains(&criterion.id) && criterion.evidence.prepares_speech())
    }

    fn ask(&self, asks: &Ask) -> AskView {
        let choice = |choice: &Choice| ChoiceView {
            id: choice.id.clone(),
            title: choice.title.clone(),
            serves: service::served_by_effects(&choice.effects, self.scenario()),
        };
        match asks {
            Ask::Nothing => AskView::Nothing,
            Ask::Statement { audience, .. } => AskView::Statement(*audience),
            Ask::Reply => AskView::Reply,
            Ask::Choice(choices) => AskView::Choice(choices.iter().map(choice).collect()),
        }
    }
}
