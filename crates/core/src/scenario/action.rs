//! Actions that players can take and their effects on the world.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::shop::ShopState;
use crate::id::{ActionId, ChoiceId, FactId, MilestoneId, OutletId, RoleId, StakeholderId, StepId, StreamId, TopicId};
use crate::time::{SimDuration, SimTime};

/// An action that players can take.
#[derive(Clone, Debug)]
pub struct Action {
    /// Unique id.
    pub id: ActionId,
    /// Display name in the imperative, for example `Call the response team together`.
    pub title: String,
    /// Meaning and cost of the action, in one or two sentences.
    pub text: String,
    /// Playbook step the action belongs to.
    pub step: StepId,
    /// Role responsible for the action.
    pub role: RoleId,
    /// Duration.
    pub takes: SimDuration,
    /// Cost in the scenario's currency. The default is 0.
    pub cost: f64,
    /// Whether the action can be taken more than once. The default is `false`.
    pub repeats: bool,
    /// Preconditions, each with the reason shown to players while it is not met.
    pub needs: Vec<Need>,
    /// Input the player must provide.
    pub asks: Ask,
    /// Effects applied when the action is complete.
    pub effects: Vec<Effect>,
}

impl Action {
    /// Iterates over all effects that the action can have, including those of its choices.
    pub fn all_effects(&self) -> impl Iterator<Item = &Effect> {
        let choices: &[Choice] = if let Ask::Choice(choices) = &self.asks { choices } else { &[] };
        self.effects.iter().chain(choices.iter().flat_map(|choice| &choice.effects))
    }
}

/// Precondition of an action.
#[derive(Clone, Debug)]
pub struct Need {
    /// Condition that must hold.
    pub when: Condition,
    /// Reason shown to the player while the condition does not hold.
    pub because: String,
}

/// Audience of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AudienceKind {
    /// The general public.
    Public,
    /// Customers whose data was taken.
    Customers,
    /// Employees of the organization.
    Staff,
    /// A single stakeholder.
    Stakeholder,
}

/// Channel over which a statement is published or delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Channel {
    /// A press release.
    Press,
    /// A page on the shop's website.
    Web,
    /// A banner on the shop's website.
    Banner,
    /// An e-mail to each recipient.
    Email,
    /// A post on the organization's own social media accounts.
    Social,
    /// A phone call.
    Phone,
    /// A letter or an official form.
    Letter,
}

/// Input that an action requires from the player.
#[derive(Clone, Debug)]
pub enum Ask {
    /// No input.
    Nothing,
    /// A statement to an audience.
    Statement {
        /// Audience of the statement.
        audience: AudienceKind,
        /// Channels over which it is sent.
        channels: Vec<Channel>,
        /// Recipient, if the audience is a single stakeholder.
        to: Option<StakeholderId>,
    },
    /// An answer to an open inquiry.
    Reply,
    /// One of several alternatives.
    Choice(Vec<Choice>),
}

/// One of several alternatives for carrying out an action.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Id, unique within the action.
    pub id: ChoiceId,
    /// Display name.
    pub title: String,
    /// Effects in addition to those of the action.
    pub effects: Vec<Effect>,
}

/// A change to the simulated world.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Reaches a milestone of the playbook.
    Milestone(MilestoneId),
    /// Calls in roles. Each arrives after its own delay.
    Activate(Vec<RoleId>),
    /// Marks a fact as suspected.
    Suspect(FactId),
    /// Marks a fact as confirmed.
    Confirm(FactId),
    /// Stops a data stream.
    Stop(StreamId),
    /// Removes this fraction of the hazard of a second breach, 0 to 1.
    Harden(f64),
    /// Starts social media monitoring: mentions and sentiment become visible.
    Listen,
    /// Allows changes to the website within minutes.
    FastUpdate,
    /// Starts monitoring the shop for glitches, which makes outages cost less.
    Monitor,
    /// Notifies a stakeholder.
    Tell(StakeholderId),
    /// Multiplies the hazard of an internal leak by this factor, 0 to 1.
    Discretion(f64),
    /// Adds this many agents to the call center, up to 100,000.
    Agents(u32),
    /// Offers customers a remedy.
    Remedy {
        /// Functional help (monitoring, new cards, a reset) relative to what customers expect, 0 to 2.
        functional: f64,
        /// Compensation in money relative to what customers expect, 0 to 2.
        money: f64,
        /// Cost per exposed record in the scenario's currency, 0 to 10,000.
        cost_per_record: f64,
    },
    /// Changes the state of the shop.
    Shop(ShopState),
    /// Answers negative posts. The value is the quality of the replies, from 0 (template) to 1 (personal).
    Reply(f64),
    /// Draws media attention. The value is the size of the shot, 0 to 2.
    Attention(f64),
    /// Changes perceived responsibility by this amount, -1 to 1.
    Blame(f64),
    /// An outlet discloses the breach.
    Reveal(OutletId),
    /// Spends this amount of money, in the scenario's currency.
    Cost(f64),
    /// Multiplies the remaining and future duration of investigations by this factor, 0.2 to 2.
    Forensics(f64),
    /// Multiplies the duration of approvals by this factor from now on, 0.1 to 1, for example because rules and
    /// templates were agreed in advance.
    Approvals(f64),
    /// Puts the team on shifts from now on, so that the roles on duty are rested.
    Rest,
    /// Pays the attackers' demand.
    PayRansom,
    /// Refuses the attackers' demand and tells them so.
    RefuseRansom,
    /// An authority asks the organization to make no public statement until a given time.
    Restrain {
        /// Authority that asks.
        by: StakeholderId,
        /// End of the requested silence.
        until: SimTime,
    },
    /// An outlet publishes immediately, regardless of its own editorial schedule.
    Report {
        /// Outlet that publishes.
        outlet: OutletId,
        /// Size of the shot, 0 to 2.
        size: f64,
    },
    /// An authority publicly contradicts the organization.
    Contradict {
        /// Authority that contradicts.
        by: StakeholderId,
        /// Topic that is contradicted, if it is a single one.
        topic: Option<TopicId>,
    },
    /// It becomes public that this many records are affected. If fewer records had left, the number of exposed
    /// records rises to this value.
    Scope(u64),
    /// The attackers post proof. The value is the size of the shot, 0 to 2.
    Proof(f64),
    /// The attackers publish this many records.
    Dump(u64),
    /// An executive makes an embarrassing public remark or mistake. The value is the size of the shot, 0 to 2.
    Gaffe(f64),
    /// Affected people file a lawsuit. The value is the size of the shot, 0 to 2.
    Lawsuit(f64),
}
