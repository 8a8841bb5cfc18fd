//! The share of public statements that have a text property, or that are free of it.

use super::counted::{Counted, Items};
use super::repeat::said_again;
use crate::scenario::TextFinding;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::scoring::text;

/// Counts the statements that have a property, or those free of it if it is not `wanted`.
pub(super) fn count(what: TextFinding, wanted: bool, record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut spoke = false;
    for (says_something, said) in record.words() {
        spoke |= says_something;
        let Some(found) = text::find(what, said, record.scenario) else { continue };
        let credit = match (wanted, says_something) {
            (true, true) => found.degree,
            (false, true) => 1.0 - found.degree,
            // A statement without new content earns nothing, not even for avoiding a fault.
            (_, false) => 0.0,
        };
        let not = if found.degree > 0.0 { "" } else { "not so: " };
        let item = EvidenceItem::at(said.at, Some(said.entry), format!("{not}{}", text::in_words(what)));
        items.add(credit, item.with_words(found.words));
    }
    let counted = items.mean_or(if spoke {
        Counted::Nothing(format!("whether a text {} cannot be told from its claims", text::in_words(what)))
    } else {
        Counted::undone("nothing was said that says something")
    });
    counted.with_more(said_again(record))
}
