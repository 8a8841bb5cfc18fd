//! What players may do, and what it does to the world.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::shop::ShopState;
use crate::id::{ActionId, ChoiceId, FactId, MilestoneId, OutletId, RoleId, StakeholderId, StepId, StreamId, TopicId};
use crate::time::{SimDuration, SimTime};

/// Something players may do.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// Its name, as an order: `Call the response team together`.
    pub title: String,
    /// What it means and costs, in a sentence or two.
    pub text: String,
    /// The step of the playbook it belongs to.
    pub step: StepId,
    /// The role whose duty it is.
    pub role: RoleId,
    /// How long it takes.
    pub takes: SimDuration,
    /// What it costs, in the scenario's currency.
    pub cost: f64,
    /// Whether it can be done again.
    pub repeats: bool,
    /// What must be so first, with the reason that is shown where it is not.
    pub needs: Vec<Need>,
    /// What it asks the player for.
    pub asks: Ask,
    /// What it does once it is finished.
    pub effects: Vec<Effect>,
}

impl Action {
    /// Goes through all effects that taking this action can have, those of its choices included.
    pub fn all_effects(&self) -> impl Iterator<Item = &Effect> {
        let choices: &[Choice] = if let Ask::Choice(choices) = &self.asks { choices } else { &[] };
        self.effects.iter().chain(choices.iter().flat_map(|choice| &choice.effects))
    }
}

/// Something that must be so before an action can be taken.
#[derive(Clone, Debug)]
pub struct Need {
    /// What must be so.
    pub when: Condition,
    /// What the player is told where it is not.
    pub because: String,
}

/// Whom a statement is addressed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AudienceKind {
    /// Everybody.
    Public,
    /// The customers whose data was taken.
    Customers,
    /// The staff.
    Staff,
    /// One stakeholder.
    Stakeholder,
}

/// How a statement is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Channel {
    /// A press release.
    Press,
    /// A page in the shop.
    Web,
    /// A banner in the shop.
    Banner,
    /// An e-mail to each.
    Email,
    /// A post on the organization's own accounts.
    Social,
    /// A call.
    Phone,
    /// A letter or a form.
    Letter,
}

/// What an action asks the player for.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Nothing more.
    Nothing,
    /// A statement for this audience over these channels.
    Statement {
        /// For whom.
        audience: AudienceKind,
        /// Over which channels.
        channels: Vec<Channel>,
        /// The stakeholder, where it is for one.
        to: Option<StakeholderId>,
    },
    /// An answer to an open inquiry.
    Reply,
    /// One of several ways.
    Choice(Vec<Choice>),
}

/// One of several ways to take an action.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its id, unique within the action.
    pub id: ChoiceId,
    /// Its name.
    pub title: String,
    /// What it does besides the effects of the action.
    pub effects: Vec<Effect>,
}

/// What happens in the world.
#[derive(Clone, Debug)]
pub enum Effect {
    /// A milestone of the playbook is reached.
    Milestone(MilestoneId),
    /// Roles are called and arrive after their time.
    Activate(Vec<RoleId>),
    /// A fact is suspected.
    Suspect(FactId),
    /// A fact is confirmed.
    Confirm(FactId),
    /// A stream of data ends.
    Stop(StreamId),
    /// This share of the hazard of a second breach goes away, 0 to 1.
    Harden(f64),
    /// Mentions and sentiment become visible.
    Listen,
    /// The site can be changed within minutes.
    FastUpdate,
    /// The shop is watched for glitches; outages cost less.
    Monitor,
    /// A stakeholder is told.
    Tell(StakeholderId),
    /// The hazard of a leak from inside is multiplied by this, 0 to 1.
    Discretion(f64),
    /// Agents join the call center.
    Agents(u32),
    /// Customers get help.
    Remedy {
        /// Functional help (monitoring, new cards, a reset), as a share of what they expect, 0 to 2.
        functional: f64,
        /// Money, as a share of what they expect, 0 to 2.
        money: f64,
        /// Cost per record exposed.
        cost_per_record: f64,
    },
    /// The shop changes its state.
    Shop(ShopState),
    /// Negative posts are answered; the quality of the replies, 0 (template) to 1 (personal).
    Reply(f64),
    /// Something happens that draws attention; the size of the shot, 0 to 2.
    Attention(f64),
    /// Perceived responsibility moves by this, -1 to 1.
    Blame(f64),
    /// An outlet makes the breach public.
    Reveal(OutletId),
    /// Money is spent.
    Cost(f64),
    /// Investigations take this share of their time from now on, 0.2 to 2.
    Forensics(f64),
    /// Approvals take this share of their time from now on, 0.1 to 1: rules agreed beforehand, templates.
    Approvals(f64),
    /// The team works in shifts from now on, and those at work are rested.
    Rest,
    /// What the attackers demand is paid.
    PayRansom,
    /// What the attackers demand is refused, and they are told so.
    RefuseRansom,
    /// An authority asks to say nothing in public until a moment.
    Restrain {
        /// Who asks.
        by: StakeholderId,
        /// Until when.
        until: SimTime,
    },
    /// An outlet publishes now, whatever its own desk would do; the size of the shot, 0 to 2.
    Report {
        /// Which.
        outlet: OutletId,
        /// The size of the shot.
        size: f64,
    },
    /// An authority contradicts in public what the organization has said.
    Contradict {
        /// Who.
        by: StakeholderId,
        /// About what, if about one topic.
        topic: Option<TopicId>,
    },
    /// It becomes public that this many records are affected; if fewer had left, more have left than was thought.
    Scope(u64),
    /// The attackers post proof; the size of the shot, 0 to 2.
    Proof(f64),
    /// The attackers publish this many records.
    Dump(u64),
    /// An executive says or does something unfortunate; the size of the shot, 0 to 2.
    Gaffe(f64),
    /// People affected go to court; the size of the shot, 0 to 2.
    Lawsuit(f64),
}
