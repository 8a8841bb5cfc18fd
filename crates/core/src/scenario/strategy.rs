//! Strategies for the autopilot that follows the playbook, including the best known one.
//!
//! The playbook leaves some decisions open: when to speak, which of several alternatives to choose, which actions
//! to omit. A [`Strategy`] stores these decisions as plain data. A scenario can include the best strategy found by
//! a search, together with the parameters of that search so that it can be repeated ([`BestKnown`], stored in
//! `best_known.ron`). Its result marks the top of the outcome scale.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ChoiceId, ClaimId, TopicId};
use crate::time::{SimDuration, SimTime};

/// Decisions that the playbook leaves open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Strategy {
    /// Latest time of the first public statement. Until then, the team can prepare.
    pub prepare_until: SimTime,
    /// Time after a statement for which the next update is announced.
    pub next_update: SimDuration,
    /// Interval between two rounds of replies to posts.
    pub answer_posts_every: SimDuration,
    /// Whether to delay the direct customer notice until it is known which data was taken.
    pub customers_wait_for_data: bool,
    /// Choice to make for actions with alternatives. By default, the one that serves the most criteria.
    pub choices: BTreeMap<ActionId, ChoiceId>,
    /// Claim to make on a topic as soon as it is known to be true. By default, the first claim known to be true.
    pub claims: BTreeMap<TopicId, ClaimId>,
    /// Actions that are never taken.
    pub left_alone: BTreeSet<ActionId>,
    /// Actions that take precedence over all others.
    pub first: BTreeSet<ActionId>,
}

impl Default for Strategy {
    /// Returns the strategy that follows the playbook most closely.
    fn default() -> Self {
        Strategy {
            prepare_until: SimTime::from_minutes(45),
            next_update: SimDuration::from_minutes(8 * 60),
            answer_posts_every: SimDuration::from_minutes(2 * 60),
            customers_wait_for_data: true,
            choices: BTreeMap::new(),
            claims: BTreeMap::new(),
            left_alone: BTreeSet::new(),
            first: BTreeSet::new(),
        }
    }
}

/// Best known strategy for a scenario, with the parameters of the search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BestKnown {
    /// Version of the file format.
    pub format: u32,
    /// The strategy.
    pub strategy: Strategy,
    /// Number of seeds, starting at 1, with which each candidate was run.
    pub seeds: u64,
    /// Number of candidates tested.
    pub tried: u32,
    /// Mean harm over those seeds, where doing nothing is 1.
    pub harm: f64,
    /// Mean playbook score over those seeds, 0 to 100.
    pub playbook: f64,
}
