//! Compares the team's own review with the session record, line by line.

use serde::Serialize;

use crate::scenario::{Evidence, ReviewPart, Scenario};
use crate::scoring::{CriterionScore, Record, Scorecard, review};
use crate::session::Session;
use crate::session::review::About;
use crate::time::SimTime;

/// The team's own review of the exercise.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnReview {
    /// When the review was submitted, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Log entry that contains the review.
    pub entry: u32,
    /// Lines of the review, in order.
    pub lines: Vec<ReviewLine>,
}

/// One line of the review.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewLine {
    /// Kind of line: `strength`, `failure`, `improvement`, `role` or `corrective action`.
    pub kind: &'static str,
    /// Criterion, decision, role or corrective action that the line is about.
    pub about: String,
    /// The team's text.
    pub text: String,
    /// What the session record shows about the same subject.
    pub record: String,
}

/// Returns the last review of a session compared with the record, or `None` if the team submitted no review.
pub fn compare(session: &Session, scorecard: &Scorecard) -> Option<OwnReview> {
    let scenario: &Scenario = session.scenario();
    let record = Record { scenario, timeline: session.timeline(), entries: session.entries() };
    let (entry, at, written) = review::last(&record)?;
    let mut lines = Vec::new();
    let mut remarks = held(ReviewPart::Strategy, entry.0, scenario, scorecard);
    let lists =
        [("strength", &written.strengths), ("failure", &written.failures), ("improvement", &written.improvements)];
    for (kind, list) in lists {
        for remark in list {
            let about = match &remark.about {
                About::Criterion(id) => id.to_string(),
                About::Decision(action, at) => {
                    let title = scenario.action(action).map_or(action.as_str(), |action| action.title.as_str());
                    format!("{title}, {at}")
                }
            };
            lines.push(ReviewLine {
                kind,
                about,
                text: remark.text.clone(),
                record: remarks.next().unwrap_or_default(),
            });
        }
    }
    let of_roles: Vec<String> = held(ReviewPart::Team, entry.0, scenario, scorecard).collect();
    for judgement in &written.roles {
        let place = scenario.roles.iter().position(|role| role.id == judgement.role);
        let about = scenario.role(&judgement.role).map_or("", |role| role.title.as_str());
        lines.push(ReviewLine {
            kind: "role",
            about: format!("{about}, {} of 4", u8::from(judgement.mark)),
            text: judgement.because.clone(),
            record: place.and_then(|place| of_roles.get(place)).cloned().unwrap_or_default(),
        });
    }
    let mut plan = held(ReviewPart::Precautions, entry.0, scenario, scorecard);
    for action in &written.actions {
        let owner = scenario.role(&action.owner).map_or("", |role| role.title.as_str());
        lines.push(ReviewLine {
            kind: "corrective action",
            about: format!("{}, {owner} by {}", action.criterion, action.due),
            text: action.text.clone(),
            record: plan.next().unwrap_or_default(),
        });
    }
    Some(OwnReview { at, entry: entry.0, lines })
}

/// Returns what the record shows for each line of one part of the review, in the order of the lines.
fn held(part: ReviewPart, entry: u32, scenario: &Scenario, scorecard: &Scorecard) -> impl Iterator<Item = String> {
    let asks = |evidence: &Evidence| matches!(evidence, Evidence::Review(asked) if *asked == part);
    let criterion = scenario.playbook.criteria().find(|(_, criterion)| asks(&criterion.evidence));
    let scored = criterion.and_then(|(_, criterion)| {
        let mut scores = scorecard.playbook.steps.iter().flat_map(|step| &step.criteria);
        scores.find(|score| score.id == criterion.id)
    });
    let texts = scored.map_or_else(Vec::new, |score: &CriterionScore| {
        let of_review = score.evidence.iter().filter(|item| item.entry.is_some_and(|number| number.0 == entry));
        of_review.map(|item| after_name(&item.text)).collect()
    });
    texts.into_iter()
}

/// Returns the part of an evidence text after its `name: ` prefix.
fn after_name(text: &str) -> String {
    text.split_once(": ").map_or(text, |(_, after)| after).to_owned()
}
