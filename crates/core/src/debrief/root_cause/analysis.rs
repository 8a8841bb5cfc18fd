//! The analysis of one criterion: causes found in the record, and gaps in the record.

use serde::Serialize;

use super::cause::{CauseKind, RootCause};
use crate::scoring::EvidenceItem;

/// Root cause analysis of one criterion.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Analysis {
    /// Causes that the record shows.
    pub causes: Vec<RootCause>,
    /// Information that the record does not contain.
    pub missing: Vec<String>,
}

impl Analysis {
    /// Returns the whole analysis as prose.
    pub fn text(&self) -> String {
        let causes = self.causes.iter().map(|cause| format!("{}: {}", cause.kind.title(), cause.text));
        let missing = (!self.missing.is_empty()).then(|| format!("Not on record: {}.", self.missing.join("; ")));
        causes.chain(missing).collect::<Vec<String>>().join(" ")
    }

    /// Adds a cause, unless its text is empty or a duplicate.
    pub(super) fn add(&mut self, kind: CauseKind, text: String, evidence: Vec<EvidenceItem>) {
        let known = self.causes.iter().any(|cause| cause.text == text);
        if !known && !text.is_empty() {
            self.causes.push(RootCause { kind, text, evidence });
        }
    }
}
