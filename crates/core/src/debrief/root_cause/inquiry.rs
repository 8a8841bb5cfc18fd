//! Inquiries that were answered poorly or not at all.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::phrase::listed;
use super::share::falls_short;
use crate::scoring::EvidenceItem;

/// Adds one cause for all unanswered inquiries and one for all poor answers.
pub fn explain(items: Vec<EvidenceItem>, found: &mut Analysis) {
    let short = items.into_iter().filter(falls_short);
    // Answers are recorded with the log entry of the decision. Unanswered inquiries have no entry.
    let (poor, unanswered): (Vec<EvidenceItem>, Vec<EvidenceItem>) = short.partition(|item| item.entry.is_some());
    if !unanswered.is_empty() {
        let count = unanswered.len();
        let text = format!("{count} questions got no answer in time: {}.", listed(&unanswered));
        found.add(CauseKind::NotDone, text.replacen("1 questions", "1 question", usize::from(count == 1)), unanswered);
    }
    if !poor.is_empty() {
        found.add(CauseKind::DoneInPart, format!("{}.", listed(&poor)), poor);
    }
}
