//! `CustomersFirst`: the share of public statements that put the customer before the company.

use super::counted::{Counted, Items};
use super::repeat::said_again;
use crate::scenario::{ClaimNature, Detail};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::statement::JudgedClaim;

/// Counts the statements that express compassion before they mention the company and that do not shift blame.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    for (says_something, said) in record.words() {
        let position = |wanted: &dyn Fn(&JudgedClaim) -> bool| said.claims.iter().position(wanted);
        let kind = position(&|claim| matches!(claim.nature, ClaimNature::Apologizes | ClaimNature::Regrets));
        let company = position(&|claim| claim.detail == Detail::EffectOnOrganization);
        let blames = said.claims.iter().any(|claim| claim.nature == ClaimNature::Blames);
        let (credit, text) = match (kind, company) {
            _ if blames => (0.0, "put the blame on somebody else"),
            (None, _) => (0.0, "no word of compassion"),
            _ if !says_something => (0.0, "kind words and hardly anything else"),
            (Some(kind), Some(company)) if company < kind => (0.5, "the company came before its customers"),
            _ => (1.0, "the customers came first"),
        };
        items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
    }
    items.mean_or(Counted::undone("nothing was said that says something")).with_more(said_again(record))
}
