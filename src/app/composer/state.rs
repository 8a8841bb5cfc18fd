//! State of the composer.

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
    /// Action that publishes the statement.
    pub action: Option<ActionId>,
    /// Role that drafts the statement.
    pub by: Option<RoleId>,
    /// Inquiry that the statement answers.
    pub reply_to: Option<InjectId>,
    /// Claims by topic.
    pub says: BTreeMap<TopicId, Says>,
    /// Topics that were deliberately left out.
    pub left_out: BTreeSet<TopicId>,
    /// The expanded topic.
    pub unfolded: Unfolded,
    /// Texts in the number fields.
    pub numbers: BTreeMap<TopicId, String>,
    /// Text of the statement.
    pub text: String,
    /// Latest check of the text.
    pub check: DraftCheck,
    /// Form to preview. If `None`, the form of the first channel is used.
    pub form: Option<Form>,
    /// Part of the composer shown in a small window.
    pub pane: Pane,
    /// Path from draft to publication, once an action is selected.
    pub passage: Option<Passage>,
    /// Time until the promised next update.
    pub next_update: Option<SimDuration>,
    /// Reason why publishing would be rejected now, if any.
    pub refusal: Option<Rejection>,
}

impl Composer {
    /// Builds the statement, with its claims in the scenario's order.
    pub fn statement(&self, scenario: &Scenario, now: SimTime) -> Statement {
        let claim = |topic: &TopicId| Some(Claim { topic: topic.clone(), says: self.says.get(topic)?.clone() });
        Statement {
            claims: scenario.topics.iter().filter_map(|topic| claim(&topic.id)).collect(),
            text: self.text.trim().to_owned(),
            next_update: self.next_update.map(|length| now + length),
            reading: None,
        }
    }
}

/// Form in which a statement is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A printed press release.
    Release,
    /// An email.
    Mail,
    /// A post from the shop's own account.
    Post,
    /// A banner in the shop.
    Banner,
}

/// Parts of the composer. A small window shows one or two of them at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Claims by topic.
    Outline,
    /// Text of the statement.
    #[default]
    Words,
    /// Preview.
    Preview,
    /// Approval and release.
    Outlet,
}

/// Which topic of the outline is expanded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unfolded {
    /// The first undecided topic.
    #[default]
    Next,
    /// A specific topic.
    Topic(TopicId),
    /// None.
    Nothing,
}
