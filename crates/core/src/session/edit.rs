//! What a reviewer changes in a debrief before it leaves the house: words, owners, dates, findings of their own.
//!
//! An edit changes neither the world nor the result, nor what the program wrote: it is kept in the log with its
//! author and its time, and the report shows both. Of one field the last edit counts, whoever made it; earlier
//! ones stay in the log. An empty text takes the edits of a field back, so that what the program wrote stands
//! again. Nothing is deleted: a finding that is struck stays visible, with the reason.
//!
//! A finding or a corrective action is named by the criterion it follows from, or by the id under which a reviewer
//! added it. An entry of the log is named by its number *and* its time, so that an edit that is carried over to
//! another log, where the numbers may differ, is refused instead of landing on something else.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::review::check_criterion;
use crate::id::{AdditionId, CapabilityId, CriterionId, RoleId, is_slug};
use crate::scenario::{Element, Scenario};
use crate::time::SimTime;

/// The most bytes of a text.
const LONGEST: usize = 8000;

/// The most places that an added finding may point at.
const MOST_PLACES: usize = 20;

/// The markings of the Traffic Light Protocol, version 2.0.
const TRAFFIC_LIGHTS: [&str; 5] = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];

/// What a reviewer changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Edit {
    /// A row of the exercise overview.
    Overview {
        /// Which.
        row: OverviewRow,
        /// What it says; empty to take the edits of it back.
        text: String,
    },
    /// The days on which the exercise was held.
    Held {
        /// The first day, as `2027-01-15`; empty to take it back.
        from: String,
        /// The last day; empty where it was one day only.
        #[serde(default)]
        until: String,
    },
    /// Somebody who took part.
    Participant {
        /// In which seat.
        who: Attendee,
        /// The name; empty to take it back.
        name: String,
        /// The organization or department.
        #[serde(default)]
        organization: String,
        /// What they did, for example `Evaluator`.
        #[serde(default)]
        function: String,
    },
    /// The summary.
    Summary(String),
    /// The words of a finding.
    Finding {
        /// Which.
        of: Named,
        /// Which words.
        part: FindingPart,
        /// What they say; empty to take the edits of them back.
        text: String,
    },
    /// The words of a corrective action.
    Action {
        /// Which.
        of: Named,
        /// Which words.
        part: ActionPart,
        /// What they say; empty to take the edits of them back.
        text: String,
    },
    /// The element of the capability that a corrective action belongs to.
    Element {
        /// Which action.
        of: Named,
        /// The element; none to take the edits of it back.
        element: Option<Element>,
    },
    /// When a corrective action is worked on.
    Term {
        /// Which action.
        of: Named,
        /// The first day, as `2027-01-15`; empty where it is open.
        #[serde(default)]
        start: String,
        /// The day by which it is done; empty where it is open.
        #[serde(default)]
        completion: String,
    },
    /// A strength that the reviewer adds.
    AddStrength(AddedFinding),
    /// An area for improvement that the reviewer adds.
    AddImprovement(AddedFinding),
    /// A corrective action that the reviewer adds.
    AddAction(AddedAction),
    /// A finding or a corrective action that does not hold; it stays visible as struck.
    Strike {
        /// Which.
        what: Line,
        /// Why.
        reason: String,
    },
    /// Takes the striking of a finding or a corrective action back.
    Restore(Line),
    /// A remark on an entry of the log or on a moment.
    Annotate {
        /// On what.
        on: Place,
        /// What it says; empty to take it back.
        text: String,
    },
    /// The report is no longer a draft.
    Final,
    /// The report is a draft again.
    Draft,
}

/// A row of the exercise overview, the protective marking included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OverviewRow {
    /// The name of the exercise.
    Name,
    /// The protective marking, for example `TLP:AMBER`.
    Marking,
    /// Which type of exercise it was.
    Type,
    /// How long it lasted.
    Duration,
    /// Where it was held.
    Location,
    /// What was left out of play.
    Limits,
    /// The mission areas.
    MissionAreas,
    /// The core capabilities.
    CoreCapabilities,
    /// The objectives.
    Objectives,
    /// The threat or hazard.
    Threat,
    /// The scenario in two or three sentences, with its impacts.
    Scenario,
    /// Who sponsored it.
    Sponsor,
    /// The participating organizations, their number and level.
    Organizations,
    /// Whom to ask.
    Contact,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Attendee {
    /// Whoever sat in a seat of the response team.
    Seat(RoleId),
    /// Somebody else, under an id that the reviewer gives.
    Other(AdditionId),
}

/// A finding or a corrective action, by what it follows from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Named {
    /// The one that follows from a criterion.
    Criterion(CriterionId),
    /// The one that a reviewer added under this id.
    Added(AdditionId),
}

/// A line of the report that can be struck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    /// A strength or an area for improvement.
    Finding(Named),
    /// A corrective action.
    Action(Named),
}

/// The words of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FindingPart {
    /// What was observed.
    Observation,
    /// The plan, policy, procedure or law it is held against.
    Reference,
    /// Why it came to that.
    Analysis,
}

/// The words of a corrective action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActionPart {
    /// The issue that it answers.
    Issue,
    /// What will be done.
    Action,
    /// The organization that sees to it.
    Organization,
    /// The person to ask.
    Contact,
}

/// A finding of a reviewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedFinding {
    /// Its id, by which later edits name it.
    pub id: AdditionId,
    /// The core capability that it is about.
    pub capability: CapabilityId,
    /// What was observed.
    pub observation: String,
    /// The plan, policy, procedure or law it is held against.
    #[serde(default)]
    pub reference: String,
    /// Why it came to that.
    #[serde(default)]
    pub analysis: String,
    /// What it was seen in.
    #[serde(default)]
    pub evidence: Vec<Place>,
}

/// A corrective action of a reviewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedAction {
    /// Its id, by which later edits name it.
    pub id: AdditionId,
    /// The core capability that it is about.
    pub capability: CapabilityId,
    /// The issue that it answers.
    pub issue: String,
    /// What will be done.
    pub action: String,
}

/// A place in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// An entry of the log: its number and its time.
    Entry(u32, SimTime),
    /// A moment.
    Moment(SimTime),
}

impl Edit {
    /// Says what is wrong with the edit alone, if anything is. `edit_check` compares it with the log.
    ///
    /// # Errors
    /// What is wrong, in words.
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

    /// The finding or the corrective action that it changes.
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

    /// Whether it is about a corrective action and not about a finding.
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

    /// What it adds: the id, and whether it is a corrective action.
    pub(super) fn adds(&self) -> Option<(&AdditionId, bool)> {
        match self {
            Edit::AddStrength(added) | Edit::AddImprovement(added) => Some((&added.id, false)),
            Edit::AddAction(added) => Some((&added.id, true)),
            _ => None,
        }
    }

    /// The places in the record that it points at.
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

/// A marking is free, but one that calls itself a traffic light has to be one.
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

/// Reads a day; none where the text is empty.
fn day(text: &str) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    // The reader takes more than a day, for example a day with an hour.
    let read: Option<Date> = text.parse().ok().filter(|day: &Date| day.to_string() == text);
    read.map(Some).ok_or_else(|| format!("`{text}` is not a date; use the form `2027-01-15`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_day_and_nothing_else() {
        assert_eq!(day(""), Ok(None));
        assert!(day("2028-02-29").unwrap().is_some());
        for wrong in ["2027-02-29", "2027-1-5", "15.01.2027", "2027-01-15T10:00", "soon", " 2027-01-15", "20270115"] {
            let error = day(wrong).unwrap_err();
            assert!(error.contains("not a date"), "{error}");
        }
    }

    #[test]
    fn an_end_does_not_lie_before_its_start() {
        let check = |from: &str, until: &str| check_days(("start date", from), ("completion date", until), false);
        assert!(check("2027-01-15", "2027-01-15").is_ok());
        assert!(check("", "2027-01-15").is_ok());
        assert!(check("2027-01-15", "").is_ok());
        let error = check("2027-01-15", "2027-01-14").unwrap_err();
        assert_eq!(error, "the completion date 2027-01-14 is before the start date 2027-01-15");
        assert!(check_days(("first day", ""), ("last day", "2027-01-15"), true).is_err());
    }

    #[test]
    fn a_marking_that_calls_itself_a_traffic_light_is_one() {
        for good in ["", "TLP:AMBER+STRICT", "Company confidential", "TL"] {
            assert!(check_marking(good).is_ok(), "{good}");
        }
        for bad in ["TLP:WHITE", "tlp:red", "TLP AMBER", "TLP"] {
            assert!(check_marking(bad).is_err(), "{bad}");
        }
    }
}
