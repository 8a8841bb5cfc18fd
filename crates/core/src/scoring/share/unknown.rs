//! `UnknownsNamed`: the share of public statements made while something was unknown that say so.

use super::counted::{Counted, Items};
use super::repeat::said_again;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::statement::Soundness;

/// Counts the statements that say openly what is not known yet.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    for (says_something, said) in record.words().filter(|(_, said)| said.unknowns_left) {
        let named = says_something && said.claims.iter().any(|claim| claim.soundness == Soundness::NamedUnknown);
        let text = if named { "said openly what was not known yet" } else { "did not say what was not known yet" };
        items.add(f64::from(u8::from(named)), EvidenceItem::at(said.at, Some(said.entry), text));
    }
    let spoke = record.words().next().is_some();
    let counted = items.mean_or(if spoke {
        Counted::Nothing("everything was known when it was said".to_owned())
    } else {
        Counted::undone("nothing was said")
    });
    counted.with_more(said_again(record))
}
