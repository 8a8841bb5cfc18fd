//! The improvement plan: corrective actions with owners and dates.
//!
//! Corrective actions are proposed for the costliest areas for improvement, each with the capability element
//! (POETE) to which it belongs. Reviewers assign owners and dates. Striking an area for improvement also strikes
//! its corrective action.

use serde::Serialize;

use super::capability::CapabilityAnalysis;
use super::edited::{Changes, Edited, Stamp};
use super::finding::{self, ReportedFinding, Struck};
use crate::debrief::improvement::MOST;
use crate::id::{CapabilityId, CriterionId};
use crate::scenario::Element;
use crate::scoring::Record;
use crate::session::Edit;
use crate::session::edit::{ActionPart, Line, Named};

/// A row of the improvement plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanLine {
    /// Criterion behind the action, or its id if a reviewer added it. Edits refer to the action by this value.
    pub named: Named,
    /// Number of the area for improvement that it addresses; empty if a reviewer added it.
    pub area: String,
    /// Core capability.
    pub capability: String,
    /// Issue to be corrected.
    pub issue: Edited,
    /// Corrective action.
    pub action: Edited,
    /// Capability element (POETE).
    pub element: Edited,
    /// Organization responsible for it.
    pub organization: Edited,
    /// Point of contact.
    pub contact: Edited,
    /// Start date, as `2027-01-15`.
    pub start: Edited,
    /// Date by which it is to be completed.
    pub completion: Edited,
    /// Points that the issue cost, of 100; 0 if a reviewer added it.
    pub points: f64,
    /// Reviewer who added it, if any.
    pub added: Option<Stamp>,
    /// Reviewer who struck it, and the reason. A struck action remains in the plan.
    pub struck: Option<Struck>,
}

impl PlanLine {
    /// Returns the criterion behind the action, or `None` if a reviewer added it.
    pub fn criterion(&self) -> Option<&CriterionId> {
        match &self.named {
            Named::Criterion(criterion) => Some(criterion),
            Named::Added(_) => None,
        }
    }
}

/// Returns the plan: costliest areas for improvement first, actions added by reviewers last.
pub(super) fn lines(capabilities: &[CapabilityAnalysis], record: &Record<'_>, changes: &Changes<'_>) -> Vec<PlanLine> {
    let areas = capabilities.iter().flat_map(|row| row.areas.iter().map(move |area| (row, area)));
    let mut areas: Vec<(&CapabilityAnalysis, &ReportedFinding)> =
        areas.filter(|(_, area)| area.added.is_none()).collect();
    areas.sort_by(|(_, a), (_, b)| b.points.total_cmp(&a.points));
    let proposed = areas.iter().zip(0..).filter(|((_, area), place)| *place < MOST || is_edited(&area.named, changes));
    let proposed = proposed.filter_map(|((row, area), _)| of_area(row, area, record, changes));
    let added = changes.iter().filter_map(|(stamp, edit)| match edit {
        Edit::AddAction(added) => {
            let named = Named::Added(added.id.clone());
            let origin = Origin { area: String::new(), points: 0.0, element: None, added: Some(stamp.clone()) };
            let capability = title(&added.capability, capabilities, record);
            Some(line(named, capability, &added.issue, &added.action, origin, changes))
        }
        _ => None,
    });
    proposed.chain(added).collect()
}

/// Source of a corrective action.
struct Origin {
    area: String,
    points: f64,
    element: Option<Element>,
    added: Option<Stamp>,
}

fn of_area(
    row: &CapabilityAnalysis,
    area: &ReportedFinding,
    record: &Record<'_>,
    changes: &Changes<'_>,
) -> Option<PlanLine> {
    let (_, criterion) = record.scenario.playbook.criterion(area.criterion()?)?;
    let origin = Origin { area: area.number.clone(), points: area.points, element: criterion.element, added: None };
    let (issue, action) = (&criterion.title, &criterion.advice);
    let mut line = line(area.named.clone(), row.title.clone(), issue, action, origin, changes);
    line.struck = line.struck.or_else(|| {
        let struck = area.struck.clone()?;
        Some(Struck { reason: format!("{} was struck: {}", area.number, struck.reason), stamp: struck.stamp })
    });
    Some(line)
}

fn line(
    named: Named,
    capability: String,
    issue: &str,
    action: &str,
    origin: Origin,
    changes: &Changes<'_>,
) -> PlanLine {
    let part = |wanted: ActionPart, automatic: &str| {
        changes.text(automatic, |edit| match edit {
            Edit::Action { of, part, text } if *of == named && *part == wanted => Some(text.clone()),
            _ => None,
        })
    };
    let element = changes.text(origin.element.map(Element::name).unwrap_or_default(), |edit| match edit {
        Edit::Element { of, element } if *of == named => {
            Some(element.map(Element::name).unwrap_or_default().to_owned())
        }
        _ => None,
    });
    let term = |ends: bool| {
        changes.text("", |edit| match edit {
            Edit::Term { of, start, completion } if *of == named => Some(if ends { completion } else { start }.clone()),
            _ => None,
        })
    };
    PlanLine {
        area: origin.area,
        capability,
        issue: part(ActionPart::Issue, issue),
        action: part(ActionPart::Action, action),
        element,
        organization: part(ActionPart::Organization, ""),
        contact: part(ActionPart::Contact, ""),
        start: term(false),
        completion: term(true),
        points: origin.points,
        added: origin.added,
        struck: finding::struck(&Line::Action(named.clone()), changes),
        named,
    }
}

/// Returns whether a reviewer has edited the corrective action.
fn is_edited(named: &Named, changes: &Changes<'_>) -> bool {
    changes.iter().any(|(_, edit)| match edit {
        Edit::Action { of, .. }
        | Edit::Element { of, .. }
        | Edit::Term { of, .. }
        | Edit::Strike { what: Line::Action(of), .. } => of == named,
        _ => false,
    })
}

fn title(id: &CapabilityId, capabilities: &[CapabilityAnalysis], record: &Record<'_>) -> String {
    let shown = capabilities.iter().find(|row| row.id == *id).map(|row| row.title.clone());
    shown.unwrap_or_else(|| {
        let all = record.scenario.capabilities();
        all.into_iter().find(|capability| capability.id == *id).map_or_else(|| id.to_string(), |found| found.title)
    })
}
