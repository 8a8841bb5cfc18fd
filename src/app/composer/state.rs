//! The statement that is being composed.

use std::collections::{BTreeMap, BTreeSet};

use super::draft_check::DraftCheck;
use goldenhour_core::decision::Rejection;
use goldenhour_core::id::{ActionId, InjectId, RoleId, TopicId};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::simulation::Passage;
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::{SimDuration, SimTime};

/// A statement in the making.
#[derive(Clone, Default)]
pub struct Composer {
    /// The action that carries it.
    pub action: Option<ActionId>,
    /// Who leads it.
    pub by: Option<RoleId>,
    /// The inquiry it answers.
    pub reply_to: Option<InjectId>,
    /// What is said by topic.
    pub says: BTreeMap<TopicId, Says>,
    /// Topics that were left out on purpose.
    pub left_out: BTreeSet<TopicId>,
    /// The topic that lies open.
    pub unfolded: Unfolded,
    /// What stands in the number fields.
    pub numbers: BTreeMap<TopicId, String>,
    /// The words.
    pub text: String,
    /// What is known about the words.
    pub check: DraftCheck,
    /// The form in which it is looked at; the one of its first channel where absent.
    pub form: Option<Form>,
    /// The part that a small window shows.
    pub pane: Pane,
    /// The way from draft to publication, once an action is chosen.
    pub passage: Option<Passage>,
    /// How soon the next update follows.
    pub next_update: Option<SimDuration>,
    /// Why it would be refused now, if it would.
    pub refusal: Option<Rejection>,
}

impl Composer {
    /// Returns the statement, its claims in the scenario's order.
    pub fn statement(&self, scenario: &Scenario, now: SimTime) -> Statement {
        let claim = |topic: &TopicId| Some(Claim { topic: topic.clone(), says: self.says.get(topic)?.clone() });
        Statement {
            claims: scenario.topics.iter().filter_map(|topic| claim(&topic.id)).collect(),
            text: self.text.trim().to_owned(),
            next_update: self.next_update.map(|length| now + length),
        }
    }
}

/// What a statement looks like where it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A press release on paper.
    Release,
    /// An e-mail.
    Mail,
    /// A post on the shop's own account.
    Post,
    /// A banner in the shop.
    Banner,
}

/// The parts of the composer, of which a small window shows one or two at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// What is said by topic.
    Outline,
    /// The words.
    #[default]
    Words,
    /// What it looks like.
    Preview,
    /// The way out.
    Outlet,
}

/// Which topic of the outline lies open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unfolded {
    /// The first that is not decided.
    #[default]
    Next,
    /// This one.
    Topic(TopicId),
    /// None.
    Nothing,
}
