//! Identifiers of scenario elements, with one type per kind of element.
//!
//! An ID is a slug such as `notify-acquirer` or `lead_investigator`; see [`is_slug`] for the syntax. IDs are
//! stable: session logs, decisions files, playbooks and keyed draws refer to them, and elements are sorted by ID
//! wherever an order is needed. Separate types prevent passing the ID of a fact where an action is expected.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Returns whether a text is a valid ID: 1 to 64 characters from `a-z`, `0-9`, `-`, `_` and `.`, starting with a
/// letter or digit.
pub fn is_slug(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let first = text.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    first && text.len() <= 64 && text.chars().all(allowed)
}

/// Defines the ID types.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Creates an ID from its text.
            pub fn new(text: &str) -> Self {
                $name(text.into())
            }

            /// Returns the text of the ID.
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
    /// Identifies a scenario.
    ScenarioId,
    /// Identifies a role in the response team.
    RoleId,
    /// Identifies a customer segment.
    SegmentId,
    /// Identifies an outlet.
    OutletId,
    /// Identifies a stakeholder that can be notified, such as a regulator, a card brand or the police.
    StakeholderId,
    /// Identifies a statutory or contractual clock.
    ClockId,
    /// Identifies a stream of data loss.
    StreamId,
    /// Identifies a fact about the incident.
    FactId,
    /// Identifies a topic of statements.
    TopicId,
    /// Identifies a claim about a topic.
    ClaimId,
    /// Identifies an action that players can take.
    ActionId,
    /// Identifies a choice within an action.
    ChoiceId,
    /// Identifies an inject.
    InjectId,
    /// Identifies a document of the scenario.
    DocumentId,
    /// Identifies an objective of the exercise.
    ObjectiveId,
    /// Identifies a milestone of the playbook.
    MilestoneId,
    /// Identifies a playbook.
    PlaybookId,
    /// Identifies a step of the playbook.
    StepId,
    /// Identifies a criterion of the playbook.
    CriterionId,
    /// Identifies a core capability.
    CapabilityId,
    /// Identifies a finding, corrective action or participant that a reviewer added to a debrief.
    AdditionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slugs_are_valid_ids() {
        for good in ["a", "notify-acquirer", "lead_investigator", "1.1", "x2"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "A", "two words", "-x", "ünder", "a/b", &"x".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
