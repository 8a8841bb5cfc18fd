//! The statement that is being composed.

use std::collections::{BTreeMap, BTreeSet};

use super::draft_check::DraftCheck;
use goldenhour_core::decision::Rejection;
use goldenhour_core::id::{ActionId, InjectId, RoleId, TopicId};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::simulation::Passage;
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::{SimDuration, SimTime};

/// An unpublished statement.
#[derive(Clone, Default)]
pub struct Composer {
    /// The action that carries it.
    pub action: Option<ActionId>,
    /// Who leads it.
    pub by: Option<RoleId>,
    /// The inquiry it answers.
    pub reply_to: Option<InjectId>,
    /// The claims by topic.
    pub says: BTreeMap<TopicId, Says>,
    /// Topics that were left out on purpose.
    pub left_out: BTreeSet<TopicId>,
    /// The open topic.
    pub unfolded: Unfolded,
    /// The texts of the number fields.
    pub numbers: BTreeMap<TopicId, String>,
    /// The text.
    pub text: String,
    /// The check of the text.
    pub check: DraftCheck,
    /// The previewed form; that of its first channel if absent.
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

/// The form in which a statement is published.
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
    /// The claims by topic.
    Outline,
    /// The text.
    #[default]
    Words,
    /// The preview.
    Preview,
    /// Approval and release.
    Outlet,
}

/// Which topic of the outline is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unfolded {
    /// The first undecided one.
    #[default]
    Next,
    /// This one.
    Topic(TopicId),
    /// None.
    Nothing,
}
