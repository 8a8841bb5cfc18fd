//! Shares that fell short, from the items that were counted.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::phrase::listed;
use crate::scoring::EvidenceItem;

/// Credit from which an item or a part counts as done.
pub const FULL: f64 = 0.95;

/// Returns whether a counted item earned less than full credit.
pub fn falls_short(item: &EvidenceItem) -> bool {
    item.worth.is_some_and(|worth| worth < FULL)
}

/// Adds that something was done in part, with the items that fell short.
pub fn in_part(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let counted = items.iter().filter(|item| item.worth.is_some()).count();
    let short: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
    // A single item without a time says that nothing was done.
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

/// Adds the roles that were never at work.
pub fn absent(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let absent: Vec<EvidenceItem> = items.into_iter().filter(falls_short).collect();
    if !absent.is_empty() {
        found.add(CauseKind::RoleAbsent, format!("{}.", listed(&absent)), absent);
    }
}

/// Adds strained roles, whose items have no entry, and wasted works, whose items have the entry of the work.
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

/// Adds the promises that were broken.
pub fn promised(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let broken: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
    match broken.is_empty() {
        true => in_part(items, found),
        false => found.add(CauseKind::NotDone, format!("{}.", listed(&broken)), broken),
    }
}
