//! A rule: the code that examines a scenario, together with the text of its entry in the reference.

use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::Scenario;
use crate::scenario::resolve::Kind;

/// A rule about scenarios, with the text of its entry in the reference.
///
/// `docs/checks.md` is generated from these fields, so that the reference cannot drift from the rule.
pub struct Rule {
    /// The stable code, which every diagnostic of the rule carries.
    pub code: &'static str,
    /// How bad a violation is; an error keeps the scenario from loading.
    pub severity: Severity,
    /// What the rule reports, in full sentences.
    pub what: &'static str,
    /// Why a violation is bad, in full sentences.
    pub why: &'static str,
    /// A short example of a violation.
    pub example: &'static str,
    pub(super) check: Check,
}

/// Examines a scenario and reports each violation together with the declaration that causes it.
pub(super) type Check = fn(&Scenario, &mut dyn FnMut(Diagnostic, Kind, &str));

impl Rule {
    /// Returns a diagnostic with the code and severity of the rule.
    pub(super) fn diagnostic(&self, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Error => Diagnostic::error(self.code, message),
            Severity::Warning => Diagnostic::warning(self.code, message),
        }
    }
}
