//! A report edit in the making: a reviewer replaces text that the program wrote.
//!
//! A [`Slot`] names the edited part of the report. A saved edit is recorded in the session at once, under the name of
//! the reviewer; the program's text is kept as well.

use goldenhour_core::debrief::AfterAction;
use goldenhour_core::id::{AdditionId, CapabilityId};
use goldenhour_core::session::Edit;
use goldenhour_core::session::edit::{ActionPart, AddedAction, AddedFinding, FindingPart, Line, Named, OverviewRow};

/// Something in the report that can be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// A row of the overview.
    Overview(OverviewRow),
    /// The summary.
    Summary,
    /// Words of a finding.
    Finding(Named, FindingPart),
    /// Words of a corrective action.
    Action(Named, ActionPart),
    /// The first day of a corrective action.
    Start(Named),
    /// The day by which a corrective action is done.
    Completion(Named),
    /// Why a line is struck.
    Strike(Line),
    /// A new strength of a capability.
    AddStrength(CapabilityId),
    /// A new area for improvement of a capability.
    AddImprovement(CapabilityId),
    /// A new corrective action for a capability: the issue, and what will be done.
    AddAction(CapabilityId),
}

/// An edit in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// What is written.
    pub slot: Slot,
    /// The words.
    pub text: String,
    /// The words of the second field, where there is one.
    pub second: String,
}

impl Slot {
    /// Returns whether it has a second field.
    pub fn is_double(&self) -> bool {
        matches!(self, Slot::AddAction(_))
    }

    /// Returns whether an empty text reverts to the program's text.
    fn can_be_empty(&self) -> bool {
        !matches!(self, Slot::Strike(_) | Slot::AddStrength(_) | Slot::AddImprovement(_) | Slot::AddAction(_))
    }
}

impl Editing {
    /// Returns whether the edit is complete, given the reviewer's name.
    pub fn is_complete(&self, reviewer: &str) -> bool {
        let is_written = |text: &str| self.slot.can_be_empty() || !text.trim().is_empty();
        let has_second = !self.slot.is_double() || is_written(&self.second);
        !reviewer.trim().is_empty() && is_written(&self.text) && has_second
    }

    /// Returns the edit, with an id for what is added that no other addition of the session has.
    pub fn edit(&self, report: &AfterAction, entry_count: usize) -> Edit {
        let text = self.text.trim().to_owned();
        let id = || AdditionId::from(format!("added-{entry_count}").as_str());
        let finding = |capability: &CapabilityId| AddedFinding {
            id: id(),
            capability: capability.clone(),
            observation: text.clone(),
            reference: String::new(),
            analysis: String::new(),
            evidence: Vec::new(),
        };
        match &self.slot {
            Slot::Overview(row) => Edit::Overview { row: *row, text },
            Slot::Summary => Edit::Summary(text),
            Slot::Finding(of, part) => Edit::Finding { of: of.clone(), part: *part, text },
            Slot::Action(of, part) => Edit::Action { of: of.clone(), part: *part, text },
            Slot::Start(of) => Edit::Term { of: of.clone(), start: text, completion: term(report, of).1 },
            Slot::Completion(of) => Edit::Term { of: of.clone(), start: term(report, of).0, completion: text },
            Slot::Strike(line) => Edit::Strike { what: line.clone(), reason: text },
            Slot::AddStrength(capability) => Edit::AddStrength(finding(capability)),
            Slot::AddImprovement(capability) => Edit::AddImprovement(finding(capability)),
            Slot::AddAction(capability) => Edit::AddAction(AddedAction {
                id: id(),
                capability: capability.clone(),
                issue: text.clone(),
                action: self.second.trim().to_owned(),
            }),
        }
    }
}

/// The current dates of a corrective action.
fn term(report: &AfterAction, of: &Named) -> (String, String) {
    let line = report.improvement_plan.iter().find(|line| line.named == *of);
    line.map_or_else(Default::default, |line| (line.start.text().to_owned(), line.completion.text().to_owned()))
}
