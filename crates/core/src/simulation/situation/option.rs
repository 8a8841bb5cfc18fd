//! Options: actions, and whether they can be taken now.

use super::view::View;
use crate::decision::Rejection;
use crate::id::{ActionId, ChoiceId, CriterionId, RoleId, StepId};
use crate::scenario::{Action, Ask, AudienceKind, Choice, Effect, service};
use crate::time::SimDuration;

/// An action, and whether it can be taken now by the role whose duty it is.
#[derive(Clone, Debug)]
pub struct OptionView {
    /// The action.
    pub action: ActionId,
    /// Its name.
    pub title: String,
    /// What it means.
    pub text: String,
    /// The step of the playbook it belongs to.
    pub step: StepId,
    /// The role whose duty it is.
    pub role: RoleId,
    /// How long it would take that role.
    pub takes: SimDuration,
    /// What it costs.
    pub cost: f64,
    /// Why nobody can take it now, if so.
    pub blocked: Option<Rejection>,
    /// Why that role cannot lead it now, if so.
    pub role_blocked: Option<Rejection>,
    /// Whether it has been done at least once.
    pub done: bool,
    /// What it asks for.
    pub asks: AskView,
    /// The criteria of the playbook that it serves.
    pub serves: Vec<CriterionId>,
    /// Whether it would still bring about something that is neither done nor under way.
    pub is_fresh: bool,
    /// Whether the playbook wants it before the organization speaks.
    pub prepares_speech: bool,
}

/// What an action asks the player for.
#[derive(Clone, Debug, PartialEq)]
pub enum AskView {
    /// Nothing more.
    Nothing,
    /// A statement for this audience.
    Statement(AudienceKind),
    /// An answer to an open inquiry.
    Reply,
    /// One of these.
    Choice(Vec<ChoiceView>),
}

/// One of several ways to take an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// Its id.
    pub id: ChoiceId,
    /// Its name.
    pub title: String,
    /// The criteria of the playbook that it serves by itself.
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

    /// Whether an action would bring about something new. What cannot be done twice counts; what can is always new.
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
