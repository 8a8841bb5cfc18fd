//! Removes borrowed entries that do not fit the scenario.
//!
//! A borrowed action may refer to entries of a list that the scenario declares itself. Roles, stakeholders and
//! facts are matched by kind. If a reference still cannot be resolved, every borrowed entry that depends on it is
//! removed. No diagnostic is reported, since the author did not write these entries.

use std::collections::BTreeSet;

use super::kind::Kind;
use super::parts::Parts;
use super::resolver::{Resolver, claim_key};
use crate::diagnostic::Diagnostics;

impl Resolver<'_> {
    /// Removes borrowed entries with unresolved references until none is left.
    pub(super) fn prune(&mut self, parts: &mut Parts) {
        while self.prune_once(parts) {}
    }

    /// Checks the borrowed lists once and returns whether any entry was removed.
    fn prune_once(&mut self, parts: &mut Parts) -> bool {
        let lent = &parts.borrowed;
        let mut gone: Vec<(Kind, String)> = Vec::new();
        let mut drop_if = |bad: bool, kind: Kind, key: String| {
            if bad {
                gone.push((kind, key));
            }
            !bad
        };
        if lent.lists.contains(&Kind::Topic) {
            for topic in &mut parts.scenario.topics {
                let owner = topic.id.value.clone();
                topic.claims.retain(|claim| {
                    let bad = self.objects(|resolver| drop(resolver.claim_option(claim)));
                    drop_if(bad, Kind::Claim, claim_key(&owner, &claim.id.value))
                });
            }
            parts.scenario.topics.retain(|topic| {
                let bad = topic.claims.is_empty() || self.objects(|resolver| drop(resolver.topic(topic)));
                drop_if(bad, Kind::Topic, topic.id.value.clone())
            });
        }
        if lent.lists.contains(&Kind::Objective) {
            parts.scenario.objectives.retain(|objective| {
                let bad = self.objects(|resolver| drop(resolver.objective(objective)));
                drop_if(bad, Kind::Objective, objective.id.value.clone())
            });
        }
        if lent.lists.contains(&Kind::Action) {
            parts.actions.actions.retain(|action| {
                let bad = self.objects(|resolver| drop(resolver.action(action)));
                drop_if(bad, Kind::Action, action.id.value.clone())
            });
        }
        if lent.lists.contains(&Kind::Inject) {
            parts.msel.injects.retain(|inject| {
                let bad = self.objects(|resolver| drop(resolver.inject(inject)));
                drop_if(bad, Kind::Inject, inject.id.value.clone())
            });
        }
        self.known.retain(|key, _| !gone.contains(key));
        !gone.is_empty()
    }

    /// Returns whether building an entry would produce a diagnostic. The diagnostic is discarded.
    fn objects(&mut self, build: impl FnOnce(&mut Resolver)) -> bool {
        let mut noted = Diagnostics::default();
        let mut trial = Resolver {
            sources: self.sources,
            diagnostics: &mut noted,
            known: std::mem::take(&mut self.known),
            aliases: std::mem::take(&mut self.aliases),
            streams: std::mem::take(&mut self.streams),
            outside: BTreeSet::new(),
        };
        build(&mut trial);
        (self.known, self.aliases, self.streams) = (trial.known, trial.aliases, trial.streams);
        !noted.is_empty()
    }
}
