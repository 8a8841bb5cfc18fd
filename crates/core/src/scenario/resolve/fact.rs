//! Resolves facts, topics and claims.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::id::TopicId;
use crate::scenario::file::{Located, v1};
use crate::scenario::{ClaimOption, Early, Fact, Promise, Topic};

impl Resolver<'_> {
    pub(super) fn fact(&mut self, file: &v1::Fact) -> Fact {
        let number = |resolver: &mut Self, number: &Option<Located<u64>>| {
            number.as_ref().map(|number| resolver.number("the number", number, 0..=1_000_000_000_000))
        };
        Fact {
            id: file.id.value.as_str().into(),
            kind: file.kind,
            title: file.title.clone(),
            unknown: file.unknown.clone(),
            truth: file.truth.clone(),
            number: number(self, &file.number),
            early: file
                .early
                .as_ref()
                .map(|early| Early { text: early.text.clone(), number: number(self, &early.number) }),
            taken: file.taken.clone(),
            spared: file.spared.clone(),
            causes: file.causes.clone(),
        }
    }

    pub(super) fn topic(&mut self, file: &v1::Topic) -> Topic {
        Topic {
            id: file.id.value.as_str().into(),
            detail: file.detail,
            title: file.title.clone(),
            number: file.number.as_ref().map(|fact| self.refer(Kind::Fact, fact)),
            claims: file.claims.iter().map(|claim| self.claim_option(claim)).collect(),
        }
    }

    /// Adds the wordings of a separate file to the claims of the topics.
    pub(super) fn add_wordings(&mut self, wordings: &[v1::Wording], topics: &mut [Topic]) {
        for wording in wordings {
            let id: TopicId = self.refer(Kind::Topic, &wording.topic);
            let Some(topic) = topics.iter_mut().find(|topic| topic.id == id) else { continue };
            let claim = topic.claims.iter_mut().find(|claim| claim.id.as_str() == wording.claim.value);
            let Some(claim) = claim else {
                let message = format!("the topic `{id}` has no claim `{}`", wording.claim.value);
                self.report(Diagnostic::error("dangling-reference", message), wording.claim.mark);
                continue;
            };
            claim.also.extend(wording.also.iter().cloned());
            claim.unlike.extend(wording.unlike.iter().cloned());
        }
    }

    pub(super) fn claim_option(&mut self, file: &v1::ClaimOption) -> ClaimOption {
        ClaimOption {
            id: file.id.value.as_str().into(),
            text: file.text.clone(),
            also: file.also.clone(),
            unlike: file.unlike.clone(),
            nature: file.nature,
            true_when: self.condition(&file.true_when),
            known_when: self.condition(&file.known_when),
            promise: file
                .promise
                .as_ref()
                .map(|promise| Promise { what: self.condition(&promise.what), within: self.duration(&promise.within) }),
        }
    }
}
