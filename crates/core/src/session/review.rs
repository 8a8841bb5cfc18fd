//! The players' own review after the exercise: strengths, failures, improvements and corrective actions.
//!
//! It is recorded like a decision but does not change the world, so it can be written after EndEx. Each remark
//! refers to a criterion of the playbook or to a decision and can therefore be compared with the record. Each
//! corrective action has an owner and a due date.

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, CriterionId, RoleId};
use crate::scenario::Scenario;
use crate::time::SimTime;

/// Maximum number of remarks, role judgements or corrective actions per category.
const MOST: usize = 100;

/// Maximum length of a text, in bytes.
const LONGEST: usize = 2000;

/// The players' review of their own performance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Strengths.
    #[serde(default)]
    pub strengths: Vec<Remark>,
    /// Failures.
    #[serde(default)]
    pub failures: Vec<Remark>,
    /// Improvements for the next exercise.
    #[serde(default)]
    pub improvements: Vec<Remark>,
    /// Judgement of each role.
    #[serde(default)]
    pub roles: Vec<RoleJudgement>,
    /// Corrective actions.
    #[serde(default)]
    pub actions: Vec<Precaution>,
}

/// A remark about a criterion or a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Subject of the remark.
    pub about: About,
    /// Text, in the players' own words.
    pub text: String,
}

/// Subject of a remark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum About {
    /// A criterion of the playbook.
    Criterion(CriterionId),
    /// A decision: its action and the time at which it was made.
    Decision(ActionId, SimTime),
}

/// Judgement of a role's performance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleJudgement {
    /// Role that is judged.
    pub role: RoleId,
    /// Grade from 1 (unable to perform its part) to 4 (performed it without challenges).
    pub mark: Grade,
    /// Reason for the grade.
    pub because: String,
}

/// A corrective action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precaution {
    /// Criterion whose result the action addresses.
    pub criterion: CriterionId,
    /// Action to be taken.
    pub text: String,
    /// Role responsible for the action.
    pub owner: RoleId,
    /// Due date, as `2027-01-15`.
    pub due: String,
}

/// Grade from 1 (unable to be performed) to 4 (performed without challenges).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Grade(u8);

impl TryFrom<u8> for Grade {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        match value {
            1..=4 => Ok(Grade(value)),
            _ => Err(format!("a mark must be from 1 to 4, not {value}")),
        }
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> u8 {
        grade.0
    }
}

impl Review {
    /// Checks that the review refers only to items in the scenario and respects the size limits.
    ///
    /// # Errors
    /// Returns a description of the first problem.
    pub fn check(&self, scenario: &Scenario) -> Result<(), String> {
        let remarks = || self.strengths.iter().chain(&self.failures).chain(&self.improvements);
        let counts =
            [self.strengths.len(), self.failures.len(), self.improvements.len(), self.roles.len(), self.actions.len()];
        if counts.iter().any(|count| *count > MOST) {
            return Err(format!("a review must not have more than {MOST} lines of one kind"));
        }
        let texts = remarks().map(|remark| &remark.text);
        let reasons = self.roles.iter().map(|judgement| &judgement.because);
        let mut all = texts.chain(reasons).chain(self.actions.iter().map(|action| &action.text));
        if all.any(|text| text.len() > LONGEST) {
            return Err(format!("a line of a review must not exceed {LONGEST} characters"));
        }
        for remark in remarks() {
            match &remark.about {
                About::Criterion(id) => check_criterion(id, scenario)?,
                About::Decision(action, _) if scenario.action(action).is_none() => {
                    return Err(format!("unknown action `{action}`"));
                }
                About::Decision(..) => {}
            }
        }
        for role in self.roles.iter().map(|judgement| &judgement.role).chain(self.actions.iter().map(|a| &a.owner)) {
            if scenario.role(role).is_none() {
                return Err(format!("unknown role `{role}`"));
            }
        }
        for action in &self.actions {
            check_criterion(&action.criterion, scenario)?;
            if scenario.calendar.day(&action.due).is_none() {
                return Err(format!("`{}` is not a date; use the form `2027-01-15`", action.due));
            }
        }
        Ok(())
    }
}

/// Checks that the playbook has a criterion.
///
/// # Errors
/// Returns a message if it does not.
pub(super) fn check_criterion(id: &CriterionId, scenario: &Scenario) -> Result<(), String> {
    let known = scenario.playbook.criteria().any(|(_, criterion)| criterion.id == *id);
    if known { Ok(()) } else { Err(format!("the playbook has no criterion `{id}`")) }
}
