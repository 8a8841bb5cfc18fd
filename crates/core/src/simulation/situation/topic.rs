//! Topics, with the claims that a statement can make about them.

use super::fact::Knowledge;
use super::view::View;
use crate::id::{ClaimId, TopicId};
use crate::scenario::{ClaimNature, Detail, Topic};

/// A topic, and what the team knows about it.
#[derive(Clone, Debug)]
pub struct TopicView {
    /// ID of the topic.
    pub id: TopicId,
    /// Playbook detail that the topic covers.
    pub detail: Detail,
    /// Question that the topic answers.
    pub title: String,
    /// Claims that a statement can make.
    pub claims: Vec<ClaimView>,
    /// Confirmed number, if the topic has one.
    pub number: Option<u64>,
    /// Number that the team believes but has not confirmed.
    pub believed_number: Option<u64>,
    /// Whether a statement can give a number for this topic.
    pub takes_number: bool,
}

/// A claim that a statement can make.
#[derive(Clone, Debug)]
pub struct ClaimView {
    /// ID of the claim.
    pub id: ClaimId,
    /// Sentence that makes the claim.
    pub text: String,
    /// Effect of the claim besides informing.
    pub nature: ClaimNature,
    /// Whether the claim is true and the team can know it.
    pub known: bool,
}

impl View<'_> {
    pub(super) fn topic(&self, topic: &Topic) -> TopicView {
        let ledger = self.ledger();
        let fact = topic.number.as_ref().and_then(|fact| self.scenario().fact(fact));
        let knowledge = fact.map_or(Knowledge::Unknown, |fact| self.knowledge(&fact.id));
        let early = fact.and_then(|fact| fact.early.as_ref()).and_then(|early| early.number);
        TopicView {
            id: topic.id.clone(),
            detail: topic.detail,
            title: topic.title.clone(),
            claims: topic
                .claims
                .iter()
                .map(|claim| ClaimView {
                    id: claim.id.clone(),
                    text: claim.text.clone(),
                    nature: claim.nature,
                    known: claim.known_when.holds(ledger) && claim.true_when.holds(ledger),
                })
                .collect(),
            number: fact.filter(|_| knowledge == Knowledge::Confirmed).and_then(|fact| ledger.number(fact)),
            believed_number: early.filter(|_| knowledge == Knowledge::Suspected),
            takes_number: fact.is_some(),
        }
    }
}
