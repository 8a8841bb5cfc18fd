//! A lint rule: its check and the text of its entry in the reference.

use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::Scenario;
use crate::scenario::resolve::Kind;

/// A lint rule for scenarios.
///
/// `docs/checks.md` is generated from these fields, so that the reference cannot drift from the rule.
pub struct Rule {
    /// Stable code of the rule and of all its diagnostics.
    pub code: &'static str,
    /// Severity of a violation. An error keeps the scenario from loading.
    pub severity: Severity,
    /// Description of what the rule reports, in full sentences.
    pub what: &'static str,
    /// Consequence of a violation, in full sentences.
    pub why: &'static str,
    /// Short example of a violation.
    pub example: &'static str,
    /// The check.
    pub check: Check,
}

/// Examines a scenario and reports each violation with the kind and id of the declaration that causes it.
pub type Check = fn(&Scenario, &mut dyn FnMut(Diagnostic, Kind, &str));

impl Rule {
    /// Returns a diagnostic with the code and severity of the rule.
    pub fn diagnostic(&self, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Error => Diagnostic::error(self.code, message),
            Severity::Warning => Diagnostic::warning(self.code, message),
        }
    }
}
