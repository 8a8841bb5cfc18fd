//! Topics, and what the team can say about them.

use super::fact::Knowledge;
use super::view::View;
use crate::id::{ClaimId, TopicId};
use crate::scenario::{ClaimNature, Detail, Topic};

/// A topic, and what the team can know about it.
#[derive(Clone, Debug)]
pub struct TopicView {
    /// The topic.
    pub id: TopicId,
    /// The detail of the playbook it answers.
    pub detail: Detail,
    /// The question it answers.
    pub title: String,
    /// What could be said.
    pub claims: Vec<ClaimView>,
    /// The number that is confirmed, where the topic has one.
    pub number: Option<u64>,
    /// The number that is believed, where it is not confirmed.
    pub believed_number: Option<u64>,
    /// Whether a number can be stated.
    pub takes_number: bool,
}

/// Something that could be said.
#[derive(Clone, Debug)]
pub struct ClaimView {
    /// Its id.
    pub id: ClaimId,
    /// The sentence.
    pub text: String,
    /// What it does besides informing.
    pub nature: ClaimNature,
    /// Whether the team can know that it is so.
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
