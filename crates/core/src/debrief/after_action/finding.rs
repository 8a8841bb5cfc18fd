//! Strengths and areas for improvement as a report states them: observation, reference, analysis, evidence.
//!
//! What the program writes follows from a criterion: its verdict is the observation, what the playbook cites is the
//! reference, and the analysis is what the record shows of the root cause ([`crate::debrief::root_cause`]). What a
//! reviewer adds has their own word as evidence, that is the entry of their edit, besides what they point at.

use serde::Serialize;

use super::edited::{Changes, Edited, Stamp};
use crate::debrief::finding::{FindingKind, Proof, WORTH_SAYING};
use crate::debrief::root_cause::{self, RootCause};
use crate::id::{CapabilityId, CriterionId};
use crate::scenario::{Capability, Criterion, Share, Step};
use crate::scoring::{CriterionScore, EvidenceItem, Rating, Record, Verdict, rating};
use crate::session::edit::{AddedFinding, FindingPart, Line, Named, Place};
use crate::session::{Edit, Entry};
use crate::timeline::{EntryNumber, EventKind};

/// A strength or an area for improvement in a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedFinding {
    /// Its number in the report: `S1` for a strength, `A1` for an area.
    pub number: String,
    /// Which of the two.
    pub kind: FindingKind,
    /// What it follows from; edits name it so.
    pub named: Named,
    /// Points won or lost, of 100; 0 for what a reviewer added.
    pub points: f64,
    /// What was observed.
    pub observation: Edited,
    /// The plan, policy, procedure or law it is held against.
    pub reference: Edited,
    /// Why it came to that.
    pub analysis: Edited,
    /// What the record shows of it, kind by kind; empty for strengths.
    pub causes: Vec<RootCause>,
    /// What the record does not say and somebody would have to.
    pub missing: Vec<String>,
    /// What would have come of doing it otherwise, in a sentence, where a counterfactual says so.
    pub what_if: Option<String>,
    /// The evidence.
    pub proof: Proof,
    /// Who added it, where a reviewer did.
    pub added: Option<Stamp>,
    /// Who struck it and why, where somebody did; it stays in the report.
    pub struck: Option<Struck>,
}

/// Who struck something, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Struck {
    /// Why.
    pub reason: String,
    /// Who and when.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// Returns the finding of a criterion; none where it neither won nor lost enough and nobody has edited it.
pub(super) fn of_criterion(
    score: &CriterionScore,
    capability: &Capability,
    record: &Record<'_>,
    changes: &Changes<'_>,
) -> Option<ReportedFinding> {
    let (step, criterion) = record.scenario.playbook.criterion(&score.id)?;
    let named = Named::Criterion(score.id.clone());
    // A duty that was breached is an area however little credit it cost.
    let breaches = if score.verdict == Verdict::NotApplicable { Vec::new() } else { breaches(criterion, record) };
    let (kind, points) = match score.verdict {
        Verdict::Met if breaches.is_empty() => (FindingKind::Strength, score.score),
        _ => (FindingKind::Improvement, score.max - score.score),
    };
    let is_edited = changes.iter().any(|(_, edit)| matches!(edit, Edit::Finding { of, .. } if *of == named));
    let is_worth_saying = !breaches.is_empty() || points >= WORTH_SAYING;
    if (score.verdict == Verdict::NotApplicable || !is_worth_saying) && !is_edited {
        return None;
    }
    let found = match kind {
        FindingKind::Strength => root_cause::Analysis::default(),
        FindingKind::Improvement => root_cause::analyze(criterion, score, record),
    };
    Some(ReportedFinding {
        number: String::new(),
        kind,
        points,
        observation: part(&named, FindingPart::Observation, observation(score, &breaches), changes),
        reference: part(&named, FindingPart::Reference, reference(step, criterion, capability, record), changes),
        analysis: part(&named, FindingPart::Analysis, found.text(), changes),
        causes: found.causes,
        missing: found.missing,
        what_if: None,
        proof: Proof::new(breaches.into_iter().chain(score.evidence.clone()).collect())?,
        added: None,
        struck: struck(&Line::Finding(named.clone()), changes),
        named,
    })
}

/// Returns what reviewers added, each with its capability.
pub(super) fn added(record: &Record<'_>, changes: &Changes<'_>) -> Vec<(CapabilityId, ReportedFinding)> {
    let additions = changes.iter().filter_map(|(stamp, edit)| match edit {
        Edit::AddStrength(added) => Some((stamp, FindingKind::Strength, added)),
        Edit::AddImprovement(added) => Some((stamp, FindingKind::Improvement, added)),
        _ => None,
    });
    additions
        .filter_map(|(stamp, kind, added)| {
            Some((added.capability.clone(), of_reviewer(kind, added, stamp, record, changes)?))
        })
        .collect()
}

fn of_reviewer(
    kind: FindingKind,
    added: &AddedFinding,
    stamp: &Stamp,
    record: &Record<'_>,
    changes: &Changes<'_>,
) -> Option<ReportedFinding> {
    let named = Named::Added(added.id.clone());
    let own = EvidenceItem::at(stamp.at, Some(EntryNumber(stamp.entry)), format!("added by {}", stamp.by));
    let seen = added.evidence.iter().map(|place| evidence_at(*place, record));
    Some(ReportedFinding {
        number: String::new(),
        kind,
        points: 0.0,
        observation: part(&named, FindingPart::Observation, added.observation.clone(), changes),
        reference: part(&named, FindingPart::Reference, added.reference.clone(), changes),
        analysis: part(&named, FindingPart::Analysis, added.analysis.clone(), changes),
        causes: Vec::new(),
        missing: Vec::new(),
        what_if: None,
        proof: Proof::new(seen.chain(std::iter::once(own)).collect())?,
        added: Some(stamp.clone()),
        struck: struck(&Line::Finding(named.clone()), changes),
        named,
    })
}

/// Returns who struck a line and why, unless it was restored after that.
pub(super) fn struck(line: &Line, changes: &Changes<'_>) -> Option<Struck> {
    let last = changes.last(|edit| match edit {
        Edit::Strike { what, reason } if what == line => Some(Some(reason.clone())),
        Edit::Restore(what) if what == line => Some(None),
        _ => None,
    });
    last.and_then(|(stamp, reason)| Some(Struck { reason: reason?, stamp }))
}

fn part(named: &Named, wanted: FindingPart, automatic: String, changes: &Changes<'_>) -> Edited {
    changes.text(automatic, |edit| match edit {
        Edit::Finding { of, part, text } if of == named && *part == wanted => Some(text.clone()),
        _ => None,
    })
}

/// What caps the mark of whatever the criterion is a task of: a binding duty met late or never, a false statement.
fn breaches(criterion: &Criterion, record: &Record<'_>) -> Vec<EvidenceItem> {
    rating::cap(Rating::P, &[criterion], record).1
}

/// What was found, as a statement.
fn observation(score: &CriterionScore, breaches: &[EvidenceItem]) -> String {
    let title = score.title.trim_end_matches('.');
    let what =
        |breach: &EvidenceItem| breach.text.split_once(": ").map_or(breach.text.clone(), |(_, what)| what.to_owned());
    match (score.verdict, score.credit()) {
        (Verdict::Met, Some(credit)) if !breaches.is_empty() => {
            let breaches: Vec<String> = breaches.iter().map(what).collect();
            format!("{title}: met for {:.0} % of its credit, but {}.", 100.0 * credit, breaches.join("; "))
        }
        (Verdict::Met, _) => format!("{title}: met."),
        (Verdict::NotApplicable, _) | (_, None) => format!("{title}: this run could not put it to the test."),
        (Verdict::Missed, _) => format!("{title}: missed."),
        (Verdict::Late, Some(credit)) => format!("{title}: met late, for {:.0} % of its credit.", 100.0 * credit),
        (Verdict::Partial, Some(credit)) => format!("{title}: met in part, for {:.0} % of its credit.", 100.0 * credit),
    }
}

/// The plan and the law that a finding is held against; for clocks, the law of each that fell due unmet.
fn reference(step: &Step, criterion: &Criterion, capability: &Capability, record: &Record<'_>) -> String {
    let plan = format!("Playbook, “{}”, criterion {}", step.title, criterion.id);
    let cited = if criterion.reference.is_empty() { &capability.reference } else { &criterion.reference };
    let mut parts = vec![plan, cited.clone()];
    if criterion.evidence.shares().contains(&Share::ClocksMet) {
        let overdue = record.timeline.events.iter().filter_map(|event| match &event.what {
            EventKind::ClockOverdue(id) => record.scenario.clock(id),
            _ => None,
        });
        parts.extend(overdue.map(|clock| format!("{}: {}", clock.title, clock.source)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

/// What stands at a place of the record, as evidence.
fn evidence_at(place: Place, record: &Record<'_>) -> EvidenceItem {
    match place {
        Place::Moment(at) => EvidenceItem::at(at, None, "seen at this moment"),
        Place::Entry(number, at) => {
            let text = match record.entries.get(number as usize) {
                Some(Entry::Decision(decision)) => record
                    .scenario
                    .action(&decision.action)
                    .map_or_else(|| decision.action.to_string(), |action| action.title.clone()),
                Some(Entry::Note { text, .. }) => format!("note: {text}"),
                _ => "an entry of the log".to_owned(),
            };
            EvidenceItem::at(at, Some(EntryNumber(number)), text)
        }
    }
}

impl ReportedFinding {
    /// Returns the criterion that it follows from, unless a reviewer added it.
    pub fn criterion(&self) -> Option<&CriterionId> {
        match &self.named {
            Named::Criterion(criterion) => Some(criterion),
            Named::Added(_) => None,
        }
    }
}
