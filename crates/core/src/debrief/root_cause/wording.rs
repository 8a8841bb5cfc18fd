//! Properties of statement texts that were missing, or present but unwanted.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::share::{falls_short, in_part};
use crate::scenario::TextFinding;
use crate::scoring::{EvidenceItem, text};

/// Properties that cost credit, reported together in one sentence.
#[derive(Default)]
pub struct Wordings(Vec<Wording>);

/// A property of a text, and the number of statements that have it.
struct Wording {
    property: String,
    found: usize,
    counted: usize,
    evidence: Vec<EvidenceItem>,
}

impl Wordings {
    /// Records a property that a criterion requires or forbids, with the statements that were checked for it.
    pub fn note(&mut self, what: TextFinding, wanted: bool, items: &[EvidenceItem], found: &mut Analysis) {
        let counted = items.iter().filter(|item| item.worth.is_some()).count();
        let short: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
        if counted == 0 {
            return in_part(items.to_vec(), found);
        }
        let having = if wanted { counted - short.len() } else { short.len() };
        self.0.push(Wording { property: text::in_words(what), found: having, counted, evidence: short });
    }

    /// Adds one cause for all properties.
    pub fn conclude(self, found: &mut Analysis) {
        if self.0.is_empty() {
            return;
        }
        let line = |wording: &Wording| format!("{} of {} {}", wording.found, wording.counted, wording.property);
        let text = format!("of what was said, {}.", self.0.iter().map(line).collect::<Vec<String>>().join("; "));
        let evidence = self.0.into_iter().flat_map(|wording| wording.evidence).collect();
        found.add(CauseKind::Wording, text, evidence);
    }
}
