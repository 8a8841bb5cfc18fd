//! Looks up references and reports errors with their position in the file.
//!
//! The parts of a scenario are built in the other files of this folder, each of which adds methods to [`Resolver`].

use std::collections::BTreeSet;

use super::cast::Aliases;
use super::kind::{Kind, Marks};
use crate::diagnostic::{Diagnostic, Diagnostics, SourceMark, Sources};
use crate::id::{ChoiceId, ClaimId, is_slug};
use crate::scenario::file::Text;

/// Context for building a scenario. Collects diagnostics.
pub(super) struct Resolver<'a> {
    pub(super) sources: &'a Sources,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) known: Marks,
    /// Maps ids of the cast to the scenario's own ids.
    pub(super) aliases: Aliases,
    /// Ids of all data streams, for entries that apply to every stream.
    pub(super) streams: Vec<String>,
    /// Unresolved claims reported so far, so that each is reported only once.
    pub(super) outside: BTreeSet<(String, String)>,
}

impl Resolver<'_> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic, mark: SourceMark) {
        let diagnostic = diagnostic.at(self.sources, mark);
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn declare(&mut self, kind: Kind, id: &Text) {
        self.declare_as(kind, &id.value, id);
    }

    pub(super) fn declare_as(&mut self, kind: Kind, key: &str, id: &Text) {
        if !is_slug(&id.value) {
            let message = format!("invalid id `{}`", id.value);
            let hint = "use 1 to 64 lowercase letters, digits, `-`, `_` and `.`";
            self.report(Diagnostic::error("bad-id", message).hint(hint), id.mark);
        }
        if self.known.insert((kind, key.to_owned()), id.mark).is_some() {
            let message = format!("the {} `{}` is declared twice", kind.noun(), id.value);
            self.report(Diagnostic::error("duplicate-id", message), id.mark);
        }
    }

    /// Looks up a reference and reports an error if it does not exist.
    pub(super) fn refer<I: for<'t> From<&'t str>>(&mut self, kind: Kind, text: &Text) -> I {
        if !self.known.contains_key(&(kind, text.value.clone())) {
            if let Some(alias) = self.aliases.get(&(kind, text.value.clone())) {
                return I::from(alias);
            }
            let message = format!("unknown {} `{}`", kind.noun(), text.value);
            let known: Vec<&str> =
                self.known.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str()).collect();
            let diagnostic = Diagnostic::error("dangling-reference", message).suggest(&text.value, known);
            self.report(diagnostic, text.mark);
        }
        I::from(&text.value)
    }

    pub(super) fn refer_all<I: for<'t> From<&'t str>>(&mut self, kind: Kind, texts: &[Text]) -> Vec<I> {
        texts.iter().map(|text| self.refer(kind, text)).collect()
    }

    pub(super) fn claim(&mut self, topic: &Text, claim: &Text) -> ClaimId {
        let key = claim_key(&topic.value, &claim.value);
        let unknown = !self.known.contains_key(&(Kind::Claim, key));
        if unknown && self.outside.insert((topic.value.clone(), claim.value.clone())) {
            let message = format!("the topic `{}` has no claim `{}`", topic.value, claim.value);
            self.report(Diagnostic::error("dangling-reference", message), claim.mark);
        }
        ClaimId::new(&claim.value)
    }

    pub(super) fn choice_of(&mut self, action: &Text, choice: &Text) -> ChoiceId {
        let key = claim_key(&action.value, &choice.value);
        if !self.known.contains_key(&(Kind::Choice, key)) {
            let message = format!("the action `{}` has no choice `{}`", action.value, choice.value);
            self.report(Diagnostic::error("dangling-reference", message), choice.mark);
        }
        ChoiceId::new(&choice.value)
    }

    /// Builds a list and reports an error if it is empty.
    pub(super) fn some<F, T>(
        &mut self,
        what: &str,
        list: &[F],
        mark: SourceMark,
        build: fn(&mut Self, &F) -> T,
    ) -> Vec<T> {
        if list.is_empty() {
            self.report(Diagnostic::error("empty-list", format!("the scenario has no {what}")), mark);
        }
        list.iter().map(|item| build(self, item)).collect()
    }
}

/// Returns the key of an entry whose id is unique only within its owner.
pub(super) fn claim_key(owner: &str, id: &str) -> String {
    format!("{owner}/{id}")
}
