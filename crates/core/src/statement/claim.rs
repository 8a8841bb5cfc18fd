//! Claims: what a statement says about a topic, and whether it is true.

use serde::{Deserialize, Serialize};

use super::place::Place;
use crate::id::{ClaimId, TopicId};
use crate::scenario::{ActionTaken, CauseClass, ClaimNature, DataClass, Detail};

/// What a statement says on one topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Topic of the claim.
    pub topic: TopicId,
    /// Content of the claim.
    pub says: Says,
}

/// Content of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Says {
    /// One of the claims defined by the scenario.
    Option(ClaimId),
    /// A number.
    Number(u64),
    /// The answer is not known yet.
    NotKnownYet,
    /// A kind of data was taken, or was not.
    Data {
        /// Kind of data.
        class: DataClass,
        /// Whether it was taken.
        taken: bool,
    },
    /// The organization has done something, or has not.
    Done {
        /// What was done.
        deed: ActionTaken,
        /// Whether it was done.
        done: bool,
    },
    /// The breach had this cause.
    Cause(CauseClass),
    /// The breach began, or was noticed, on a day that appears nowhere in the scenario.
    WrongDay,
    /// Something that could not be checked and that the facilitator has judged: true or false.
    Ruled(bool),
}

/// Whether a claim was true and known to the team when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Soundness {
    /// True and known to the team.
    TrueAndKnown,
    /// True, but the team could not have known it.
    TrueButUnknown,
    /// False.
    False,
    /// Acknowledges that the answer is not known yet.
    NamedUnknown,
}

/// A claim with its assessment at the time it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedClaim {
    /// Topic of the claim.
    pub topic: TopicId,
    /// Detail of the playbook that the topic covers.
    pub detail: Detail,
    /// Content of the claim.
    pub says: Says,
    /// Whether the claim was true and known.
    pub soundness: Soundness,
    /// Rhetorical nature of the claim.
    pub nature: ClaimNature,
    /// Passage of the text that makes the claim, if the text was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}
