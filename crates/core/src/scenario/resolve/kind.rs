//! Kinds of entries that have an id, and the positions at which they were declared.

use std::collections::BTreeMap;

use crate::diagnostic::SourceMark;

/// Kind of entry that can be referred to by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each kind is named after its id type")]
pub enum Kind {
    Scenario,
    Role,
    Segment,
    Outlet,
    Stakeholder,
    Clock,
    Stream,
    Fact,
    Topic,
    Claim,
    Action,
    Choice,
    Inject,
    Document,
    Objective,
    Milestone,
    Playbook,
    Step,
    Criterion,
    Capability,
}

impl Kind {
    /// Returns the noun used in diagnostics.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Scenario => "scenario",
            Kind::Role => "role",
            Kind::Segment => "segment",
            Kind::Outlet => "outlet",
            Kind::Stakeholder => "stakeholder",
            Kind::Clock => "clock",
            Kind::Stream => "stream",
            Kind::Fact => "fact",
            Kind::Topic => "topic",
            Kind::Claim => "claim",
            Kind::Action => "action",
            Kind::Choice => "choice",
            Kind::Inject => "inject",
            Kind::Document => "document",
            Kind::Objective => "objective",
            Kind::Milestone => "milestone",
            Kind::Playbook => "playbook",
            Kind::Step => "step",
            Kind::Criterion => "criterion",
            Kind::Capability => "capability",
        }
    }
}

/// Source positions of all declarations, for use by later checks.
pub type Marks = BTreeMap<(Kind, String), SourceMark>;
