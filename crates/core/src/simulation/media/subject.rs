//! Subjects of outlets' questions.

use serde::Serialize;

use crate::id::{ClockId, InjectId, TopicId};
use crate::scenario::{Detail, Outlet, Scenario};

/// Subject of a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) enum Subject {
    /// Whether a leak is true.
    Leak,
    /// Data posted by the attackers.
    Proof,
    /// A number that had to be corrected.
    Number(TopicId),
    /// A claim that was exposed as false.
    Reversal(TopicId),
    /// A missed notification deadline.
    Clock(ClockId),
    /// A false claim that has not been exposed yet.
    Doubt(TopicId),
    /// A detail that the public has not been given.
    Detail(Detail),
}

impl Subject {
    /// Returns the key of the subject's list in the phrases.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Subject::Leak => "leak",
            Subject::Proof => "proof",
            Subject::Number(_) => "number",
            Subject::Reversal(_) => "reversal",
            Subject::Clock(_) => "clock",
            Subject::Doubt(_) => "doubt",
            Subject::Detail(Detail::Stakeholders) => "stakeholders",
            Subject::Detail(Detail::Discovery) => "discovery",
            Subject::Detail(Detail::PersonalData) => "personal_data",
            Subject::Detail(Detail::EffectOnOrganization) => "effect",
            Subject::Detail(Detail::Services) => "services",
            Subject::Detail(Detail::Precautions) => "precautions",
            Subject::Detail(Detail::Compensation) => "compensation",
            Subject::Detail(Detail::OngoingActions) => "actions",
            Subject::Detail(_) => "restoration",
        }
    }

    /// Returns a noun phrase for the subject, as used in a story.
    pub(super) fn noun<'a>(&self, scenario: &'a Scenario) -> &'a str {
        let topic = |id| scenario.topic(id).map_or("the breach", |topic| topic.detail.subject());
        match self {
            Subject::Leak => "the reports",
            Subject::Proof => "the posted data",
            Subject::Clock(id) => {
                let recipient = scenario.clock(id).and_then(|clock| scenario.stakeholder(&clock.recipient));
                recipient.map_or("a missed deadline", |party| party.title.as_str())
            }
            Subject::Number(id) | Subject::Reversal(id) | Subject::Doubt(id) => topic(id),
            Subject::Detail(detail) => detail.subject(),
        }
    }

    /// Returns an ID that is identical in every branch and cannot collide with the ID of an inject.
    pub(super) fn id(&self, outlet: &Outlet) -> InjectId {
        let about = match self {
            Subject::Number(topic) | Subject::Reversal(topic) | Subject::Doubt(topic) => topic.as_str(),
            Subject::Clock(clock) => clock.as_str(),
            Subject::Leak | Subject::Proof | Subject::Detail(_) => "",
        };
        InjectId::new(format!("ask:{}:{}:{about}", outlet.id, self.key()).trim_end_matches(':'))
    }
}
