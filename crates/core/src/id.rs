//! Names of things in a scenario, one type per kind of thing.
//!
//! An id is a slug (`notify-acquirer`, `lead_investigator`): lower-case letters, digits, `-` and `_`. Ids
//! are stable: they stand in logs, decisions files, playbooks and keyed draws, and they order things
//! wherever an order is needed. Giving each kind its own type keeps a fact from being taken for an action.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Returns whether a text can be an id: 1 to 64 characters of `a-z`, `0-9`, `-`, `_`, `.`, beginning with a letter or digit.
pub fn is_slug(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let first = text.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    first && text.len() <= 64 && text.chars().all(allowed)
}

/// Makes one id type per kind of thing.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Returns the id with this spelling.
            pub fn new(text: &str) -> Self {
                $name(text.into())
            }

            /// Returns the spelling.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name::new(text)
            }
        }
    )*};
}

ids! {
    /// Names a scenario.
    ScenarioId,
    /// Names a seat in the response team.
    RoleId,
    /// Names a segment of customers.
    SegmentId,
    /// Names an outlet.
    OutletId,
    /// Names a stakeholder who can be told: a regulator, a card brand, the police.
    StakeholderId,
    /// Names a statutory or contractual clock.
    ClockId,
    /// Names a way in which data leaves.
    StreamId,
    /// Names a fact about the incident.
    FactId,
    /// Names a topic of statements.
    TopicId,
    /// Names one thing that can be claimed about a topic.
    ClaimId,
    /// Names an action that players may take.
    ActionId,
    /// Names one of the alternatives within an action.
    ChoiceId,
    /// Names an inject.
    InjectId,
    /// Names a document of the scenario.
    DocumentId,
    /// Names an objective of the exercise.
    ObjectiveId,
    /// Names a milestone of the playbook.
    MilestoneId,
    /// Names a playbook.
    PlaybookId,
    /// Names a step of the playbook.
    StepId,
    /// Names a criterion of the playbook.
    CriterionId,
    /// Names a core capability.
    CapabilityId,
    /// Names a finding, a corrective action or a participant that a reviewer added to a debrief.
    AdditionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slugs_are_ids() {
        for good in ["a", "notify-acquirer", "lead_investigator", "1.1", "x2"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "A", "two words", "-x", "ünder", "a/b", &"x".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
