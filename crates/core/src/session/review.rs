//! The players' own review after the exercise: what went right, what failed, what will change.
//!
//! It is recorded like a decision but changes nothing in the world, so that it can be written after EndEx. Each
//! remark points at a criterion of the playbook or at a decision, so that it can be held against the record;
//! each corrective action has an owner and a day.

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, CriterionId, RoleId};
use crate::scenario::Scenario;
use crate::time::SimTime;

/// The most remarks, judgements or corrective actions of one kind.
const MOST: usize = 100;

/// The most characters of a text.
const LONGEST: usize = 2000;

/// What the players say of themselves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// What went right.
    #[serde(default)]
    pub strengths: Vec<Remark>,
    /// What failed.
    #[serde(default)]
    pub failures: Vec<Remark>,
    /// What to do better.
    #[serde(default)]
    pub improvements: Vec<Remark>,
    /// How each role did.
    #[serde(default)]
    pub roles: Vec<RoleJudgement>,
    /// What will change.
    #[serde(default)]
    pub actions: Vec<Precaution>,
}

/// A remark about something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// About what.
    pub about: About,
    /// What is said of it, in the players' own words.
    pub text: String,
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum About {
    /// A criterion of the playbook.
    Criterion(CriterionId),
    /// A decision: what was done, and when it was taken.
    Decision(ActionId, SimTime),
}

/// How a role did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleJudgement {
    /// The role.
    pub role: RoleId,
    /// From 1, could not do its part, to 4, did it without trouble.
    pub mark: Grade,
    /// Why.
    pub because: String,
}

/// A corrective action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precaution {
    /// The criterion whose result it answers.
    pub criterion: CriterionId,
    /// What will be done.
    pub text: String,
    /// Who sees to it.
    pub owner: RoleId,
    /// By which day, as `2027-01-15`.
    pub due: String,
}

/// A mark from 1 (could not do it) to 4 (without trouble).
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
    /// Says what is wrong with it, if anything is: it names what the scenario lacks, or is out of all bounds.
    ///
    /// # Errors
    /// The first thing that is wrong, in words.
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

/// Says whether the playbook has a criterion.
///
/// # Errors
/// That it has not, in words.
pub(super) fn check_criterion(id: &CriterionId, scenario: &Scenario) -> Result<(), String> {
    let known = scenario.playbook.criteria().any(|(_, criterion)| criterion.id == *id);
    if known { Ok(()) } else { Err(format!("the playbook has no criterion `{id}`")) }
}
