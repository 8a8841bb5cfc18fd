//! How somebody who goes by the book uses what freedom the book leaves, and the best use of it that is known.
//!
//! A [`Strategy`] is plain data: when to speak, which of several ways to take, what to leave alone. A scenario may
//! carry the best strategy that a search has found ([`BestKnown`], the file `best_known.ron`), with how it was
//! found, so that anybody can search again. It is the upper end of the outcome's scale.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ChoiceId, ClaimId, TopicId};
use crate::time::{SimDuration, SimTime};

/// What is free for somebody who goes by the book.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Strategy {
    /// How long to prepare, at most, before the first public word.
    pub prepare_until: SimTime,
    /// How long after a statement the next word is promised.
    pub next_update: SimDuration,
    /// How long between two rounds of answering posts.
    pub answer_posts_every: SimDuration,
    /// Whether customers are told directly only when it is known which data was taken.
    pub customers_wait_for_data: bool,
    /// The way to take an action that can be taken in several; the one that serves most criteria where none is named.
    pub choices: BTreeMap<ActionId, ChoiceId>,
    /// What to say about a topic as soon as it is known to be so; the first that is known where none is named.
    pub claims: BTreeMap<TopicId, ClaimId>,
    /// Actions that are left alone.
    pub left_alone: BTreeSet<ActionId>,
    /// Actions that come before all others.
    pub first: BTreeSet<ActionId>,
}

impl Default for Strategy {
    /// What the book itself suggests.
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

/// The best strategy that is known for a scenario, and how it was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BestKnown {
    /// The version of the file's shape.
    pub format: u32,
    /// The strategy.
    pub strategy: Strategy,
    /// How many seeds, from 1 on, each candidate was played with.
    pub seeds: u64,
    /// How many candidates were tried.
    pub tried: u32,
    /// The mean harm of the strategy over those seeds, where doing nothing is 1.
    pub harm: f64,
    /// The mean playbook score over those seeds, 0 to 100.
    pub playbook: f64,
}
