//! Shares that fell short, explained from the items they count.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::phrase::listed;
use crate::scoring::EvidenceItem;

/// Minimum credit at which an item or a part counts as done.
pub const FULL: f64 = 0.95;

/// Returns whether a counted item earned less than full credit.
pub fn falls_short(item: &EvidenceItem) -> bool {
    item.worth.is_some_and(|worth| worth < FULL)
}

/// Adds a cause for partial completion, listing the items that fell short.
pub fn in_part(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let counted = items.iter().filter(|item| item.worth.is_some()).count();
    let short: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
    // A single item with neither a time nor a credit means that nothing was done.
    if let [only] = items.as_slice()
        && (only.at, only.worth) == (None, None)
    {
        return found.add(CauseKind::NotDone, format!("{}.", only.text), items);
    }
    let (shown, count) = match (counted, short.is_empty()) {
        (0, _) => (items, String::new()),
        (_, true) => return,
        (1, false) => (short, String::new()),
        (_, false) => {
            let count = format!("{} of {counted} fell short: ", short.len());
            (short, count)
        }
    };
    let text = format!("{count}{}.", listed(&shown));
    found.add(CauseKind::DoneInPart, text, shown);
}

/// Adds a cause for the roles that were never active.
pub fn absent(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let absent: Vec<EvidenceItem> = items.into_iter().filter(falls_short).collect();
    if !absent.is_empty() {
        found.add(CauseKind::RoleAbsent, format!("{}.", listed(&absent)), absent);
    }
}

/// Adds causes for overloaded roles, whose items have no log entry, and for wasted work, whose items have one.
pub fn overloaded(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let (wasted, strained): (Vec<EvidenceItem>, Vec<EvidenceItem>) =
        items.into_iter().filter(|item| item.at.is_some()).partition(|item| item.entry.is_some());
    if !strained.is_empty() {
        found.add(CauseKind::RoleOverloaded, format!("{}.", listed(&strained)), strained);
    }
    if !wasted.is_empty() {
        let text = format!("time went into works that brought nothing: {}.", listed(&wasted));
        found.add(CauseKind::DoneInPart, text, wasted);
    }
}

/// Adds a cause for broken promises.
pub fn promised(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let broken: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
    match broken.is_empty() {
        true => in_part(items, found),
        false => found.add(CauseKind::NotDone, format!("{}.", listed(&broken)), broken),
    }
}
