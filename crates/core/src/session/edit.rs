//! Edits that a reviewer makes to a debrief before it is released: wording, owners, dates and added findings.
//!
//! An edit does not change the world, the score or the generated text. It is recorded in the log with its
//! author and time, and the report shows both versions. If a field is edited more than once, the last edit applies,
//! regardless of its author; earlier ones remain in the log. An edit with an empty text reverts the field to the
//! generated text. Nothing is deleted: a struck finding remains visible, with the reason.
//!
//! A finding or corrective action is identified by the criterion that it follows from, or by the id under which a
//! reviewer added it. A log entry is identified by its number *and* its time. If an edit is copied to another log
//! with different entry numbers, it is rejected instead of being applied to the wrong entry.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::review::check_criterion;
use crate::id::{AdditionId, CapabilityId, CriterionId, RoleId, is_slug};
use crate::scenario::{Element, Scenario};
use crate::time::SimTime;

/// Maximum length of a text, in bytes.
const LONGEST: usize = 8000;

/// Maximum number of places that an added finding can cite.
const MOST_PLACES: usize = 20;

/// Markings of the Traffic Light Protocol, version 2.0.
const TRAFFIC_LIGHTS: [&str; 5] = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];

/// A change that a reviewer makes to a debrief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Edit {
    /// Changes a row of the exercise overview.
    Overview {
        /// Item to change.
        row: OverviewRow,
        /// New text; empty to revert the edits.
        text: String,
    },
    /// Sets the dates on which the exercise was held.
    Held {
        /// First day, as `2027-01-15`; empty to revert.
        from: String,
        /// Last day; empty if the exercise lasted one day.
        #[serde(default)]
        until: String,
    },
    /// Sets the name, organization and function of a participant.
    Participant {
        /// Seat of the participant.
        who: Attendee,
        /// Name; empty to revert.
        name: String,
        /// Organization or department.
        #[serde(default)]
        organization: String,
        /// Function in the exercise, for example `Evaluator`.
        #[serde(default)]
        function: String,
    },
    /// Replaces the summary.
    Summary(String),
    /// Edits a part of a finding.
    Finding {
        /// Item to change.
        of: Named,
        /// Part to change.
        part: FindingPart,
        /// New text; empty to revert the edits.
        text: String,
    },
    /// Edits a part of a corrective action.
    Action {
        /// Item to change.
        of: Named,
        /// Part to change.
        part: ActionPart,
        /// New text; empty to revert the edits.
        text: String,
    },
    /// Sets the capability element of a corrective action.
    Element {
        /// Corrective action to change.
        of: Named,
        /// Element; `None` to revert the edits.
        element: Option<Element>,
    },
    /// Sets the start and completion dates of a corrective action.
    Term {
        /// Corrective action to change.
        of: Named,
        /// Start date, as `2027-01-15`; empty if open.
        #[serde(default)]
        start: String,
        /// Completion date; empty if open.
        #[serde(default)]
        completion: String,
    },
    /// Adds a strength.
    AddStrength(AddedFinding),
    /// Adds an area for improvement.
    AddImprovement(AddedFinding),
    /// Adds a corrective action.
    AddAction(AddedAction),
    /// Strikes a finding or a corrective action that is not valid; it remains visible as struck.
    Strike {
        /// Item to change.
        what: Line,
        /// Reason for striking it.
        reason: String,
    },
    /// Restores a struck finding or corrective action.
    Restore(Line),
    /// Annotates an entry of the log or a moment.
    Annotate {
        /// Place to annotate.
        on: Place,
        /// Text of the annotation; empty to remove it.
        text: String,
    },
    /// Marks the report as final.
    Final,
    /// Marks the report as a draft again.
    Draft,
}

/// Row of the exercise overview, including the protective marking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OverviewRow {
    /// Name of the exercise.
    Name,
    /// Protective marking, for example `TLP:AMBER`.
    Marking,
    /// Type of exercise.
    Type,
    /// Duration.
    Duration,
    /// Location.
    Location,
    /// Scope limits: what was excluded from play.
    Limits,
    /// Mission areas.
    MissionAreas,
    /// Core capabilities.
    CoreCapabilities,
    /// Objectives.
    Objectives,
    /// Threat or hazard.
    Threat,
    /// Scenario in two or three sentences, with its impacts.
    Scenario,
    /// Sponsor.
    Sponsor,
    /// Participating organizations, with their number and level.
    Organizations,
    /// Point of contact.
    Contact,
}

/// Person who took part in the exercise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Attendee {
    /// The person in a seat of the response team.
    Seat(RoleId),
    /// Another person, under an id that the reviewer assigns.
    Other(AdditionId),
}

/// Identifies a finding or a corrective action by its origin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Named {
    /// The one that follows from a criterion.
    Criterion(CriterionId),
    /// The one that a reviewer added under this id.
    Added(AdditionId),
}

/// Line of the report that can be struck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    /// A strength or an area for improvement.
    Finding(Named),
    /// A corrective action.
    Action(Named),
}

/// Part of a finding that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FindingPart {
    /// Observation.
    Observation,
    /// Plan, policy, procedure or law that the observation is compared with.
    Reference,
    /// Analysis of the causes.
    Analysis,
}

/// Part of a corrective action that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActionPart {
    /// Issue that the action addresses.
    Issue,
    /// Action to be taken.
    Action,
    /// Responsible organization.
    Organization,
    /// Point of contact.
    Contact,
}

/// Finding added by a reviewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedFinding {
    /// Id that later edits refer to.
    pub id: AdditionId,
    /// Core capability that it belongs to.
    pub capability: CapabilityId,
    /// Observation.
    pub observation: String,
    /// Plan, policy, procedure or law that the observation is compared with.
    #[serde(default)]
    pub reference: String,
    /// Analysis of the causes.
    #[serde(default)]
    pub analysis: String,
    /// Places in the record that support the finding.
    #[serde(default)]
    pub evidence: Vec<Place>,
}

/// Corrective action added by a reviewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedAction {
    /// Id that later edits refer to.
    pub id: AdditionId,
    /// Core capability that it belongs to.
    pub capability: CapabilityId,
    /// Issue that the action addresses.
    pub issue: String,
    /// Action to be taken.
    pub action: String,
}

/// Place in the session record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// An entry of the log, by its number and its time.
    Entry(u32, SimTime),
    /// A moment in simulated time.
    Moment(SimTime),
}

impl Edit {
    /// Checks the edit without the log; `edit_check` compares it with the log.
    ///
    /// # Errors
    /// Returns a description of the problem.
    pub fn check(&self, scenario: &Scenario) -> Result<(), String> {
        if self.texts().any(|text| text.len() > LONGEST) {
            return Err(format!("the text of an edit must not exceed {LONGEST} bytes"));
        }
        if let Some(Named::Criterion(criterion)) = self.named() {
            check_criterion(criterion, scenario)?;
        }
        match self {
            Edit::Overview { row: OverviewRow::Marking, text } => check_marking(text),
            Edit::Held { from, until } => check_days(("first day", from), ("last day", until), true),
            Edit::Term { start, completion, .. } => {
                check_days(("start date", start), ("completion date", completion), false)
            }
            Edit::Participant { who: Attendee::Seat(role), .. } if scenario.role(role).is_none() => {
                Err(format!("unknown role `{role}`"))
            }
            Edit::Participant { who: Attendee::Other(id), .. } => check_id(id),
            Edit::AddStrength(added) | Edit::AddImprovement(added) => added.check(scenario),
            Edit::AddAction(added) => added.check(scenario),
            Edit::Strike { reason, .. } if reason.trim().is_empty() => Err("a deletion needs a reason".to_owned()),
            _ => Ok(()),
        }
    }

    /// Returns the finding or corrective action that the edit changes.
    pub(super) fn named(&self) -> Option<&Named> {
        match self {
            Edit::Finding { of, .. } | Edit::Action { of, .. } | Edit::Element { of, .. } | Edit::Term { of, .. } => {
                Some(of)
            }
            Edit::Strike { what: Line::Finding(of) | Line::Action(of), .. }
            | Edit::Restore(Line::Finding(of) | Line::Action(of)) => Some(of),
            _ => None,
        }
    }

    /// Returns whether the edit concerns a corrective action rather than a finding.
    pub(super) fn is_about_an_action(&self) -> bool {
        matches!(
            self,
            Edit::Action { .. }
                | Edit::Element { .. }
                | Edit::Term { .. }
                | Edit::Strike { what: Line::Action(_), .. }
                | Edit::Restore(Line::Action(_))
        )
    }

    /// Returns the id of the line that the edit adds, and whether it is a corrective action.
    pub(super) fn adds(&self) -> Option<(&AdditionId, bool)> {
        match self {
            Edit::AddStrength(added) | Edit::AddImprovement(added) => Some((&added.id, false)),
            Edit::AddAction(added) => Some((&added.id, true)),
            _ => None,
        }
    }

    /// Returns the places in the record that the edit refers to.
    pub(super) fn places(&self) -> &[Place] {
        match self {
            Edit::AddStrength(added) | Edit::AddImprovement(added) => &added.evidence,
            Edit::Annotate { on, .. } => std::slice::from_ref(on),
            _ => &[],
        }
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        let texts: Vec<&String> = match self {
            Edit::Overview { text, .. }
            | Edit::Summary(text)
            | Edit::Finding { text, .. }
            | Edit::Action { text, .. }
            | Edit::Annotate { text, .. }
            | Edit::Strike { reason: text, .. } => vec![text],
            Edit::Participant { name, organization, function, .. } => vec![name, organization, function],
            Edit::AddStrength(added) | Edit::AddImprovement(added) => {
                vec![&added.observation, &added.reference, &added.analysis]
            }
            Edit::AddAction(added) => vec![&added.issue, &added.action],
            Edit::Held { from: one, until: other } | Edit::Term { start: one, completion: other, .. } => {
                vec![one, other]
            }
            Edit::Element { .. } | Edit::Restore(_) | Edit::Final | Edit::Draft => Vec::new(),
        };
        texts.into_iter()
    }
}

impl AddedFinding {
    fn check(&self, scenario: &Scenario) -> Result<(), String> {
        check_id(&self.id)?;
        check_capability(&self.capability, scenario)?;
        if self.evidence.len() > MOST_PLACES {
            return Err(format!("a finding must not refer to more than {MOST_PLACES} places"));
        }
        said(&self.observation, "a finding must state the observation")
    }
}

impl AddedAction {
    fn check(&self, scenario: &Scenario) -> Result<(), String> {
        check_id(&self.id)?;
        check_capability(&self.capability, scenario)?;
        said(&self.issue, "a corrective action must state the issue that it addresses")?;
        said(&self.action, "a corrective action must state what will be done")
    }
}

fn said(text: &str, demand: &str) -> Result<(), String> {
    if text.trim().is_empty() { Err(demand.to_owned()) } else { Ok(()) }
}

fn check_id(id: &AdditionId) -> Result<(), String> {
    let hint = "use 1 to 64 lowercase letters, digits, `-`, `_` and `.`";
    if is_slug(id.as_str()) { Ok(()) } else { Err(format!("invalid id `{id}`; {hint}")) }
}

fn check_capability(id: &CapabilityId, scenario: &Scenario) -> Result<(), String> {
    let known = scenario.capabilities();
    if known.iter().any(|capability| capability.id == *id) {
        return Ok(());
    }
    let known: Vec<&str> = known.iter().map(|capability| capability.id.as_str()).collect();
    Err(format!("unknown core capability `{id}`; use one of: {}", known.join(", ")))
}

/// Checks a protective marking. Any text is allowed, but a marking that begins with `TLP` must be a valid one.
fn check_marking(text: &str) -> Result<(), String> {
    let text = text.trim();
    let claims = text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("tlp"));
    if claims && !TRAFFIC_LIGHTS.contains(&text) {
        return Err(format!(
            "`{text}` is not a Traffic Light Protocol marking; use one of: {}",
            TRAFFIC_LIGHTS.join(", ")
        ));
    }
    Ok(())
}

fn check_days(first: (&str, &str), last: (&str, &str), needs_first: bool) -> Result<(), String> {
    let (from, until) = (day(first.1)?, day(last.1)?);
    match (from, until) {
        (Some(from), Some(until)) if until < from => {
            Err(format!("the {} {until} is before the {} {from}", last.0, first.0))
        }
        (None, Some(_)) if needs_first => Err(format!("a {} needs a {}", last.0, first.0)),
        _ => Ok(()),
    }
}

/// Parses a date; `None` if the text is empty.
fn day(text: &str) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    // The parser also accepts other forms, for example a date with a time.
    let read: Option<Date> = text.parse().ok().filter(|day: &Date| day.to_string() == text);
    read.map(Some).ok_or_else(|| format!("`{text}` is not a date; use the form `2027-01-15`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_iso_dates_are_accepted() {
        assert_eq!(day(""), Ok(None));
        assert!(day("2028-02-29").unwrap().is_some());
        for wrong in ["2027-02-29", "2027-1-5", "15.01.2027", "2027-01-15T10:00", "soon", " 2027-01-15", "20270115"] {
            let error = day(wrong).unwrap_err();
            assert!(error.contains("not a date"), "{error}");
        }
    }

    #[test]
    fn an_end_date_before_the_start_date_is_rejected() {
        let check = |from: &str, until: &str| check_days(("start date", from), ("completion date", until), false);
        assert!(check("2027-01-15", "2027-01-15").is_ok());
        assert!(check("", "2027-01-15").is_ok());
        assert!(check("2027-01-15", "").is_ok());
        let error = check("2027-01-15", "2027-01-14").unwrap_err();
        assert_eq!(error, "the completion date 2027-01-14 is before the start date 2027-01-15");
        assert!(check_days(("first day", ""), ("last day", "2027-01-15"), true).is_err());
    }

    #[test]
    fn tlp_markings_must_be_valid() {
        for good in ["", "TLP:AMBER+STRICT", "Company confidential", "TL"] {
            assert!(check_marking(good).is_ok(), "{good}");
        }
        for bad in ["TLP:WHITE", "tlp:red", "TLP AMBER", "TLP"] {
            assert!(check_marking(bad).is_err(), "{bad}");
        }
    }
}
