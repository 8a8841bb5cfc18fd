//! State of the hot wash: the team's own review as a draft, and anonymous lessons.
//!
//! The hot wash takes place between the end of an exercise and its debrief, before anyone has seen a score. Its
//! input is kept in a draft, and a [`Review`] is recorded in the session when the draft is saved. Lessons are
//! recorded as soon as they are submitted, so that the draft does not reveal their authors.

use std::collections::BTreeMap;
use std::path::PathBuf;

use goldenhour_core::debrief::hot_wash::questions;
use goldenhour_core::id::{CriterionId, RoleId};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::scoring::{Record, review, score_playbook};
use goldenhour_core::session::review::{About, Grade, Precaution, Remark, Review, RoleJudgement};
use goldenhour_core::session::{Author, Entry, Session};
use goldenhour_core::time::SimDuration;

/// Default time from the end of the exercise until corrective actions are due.
const DUE: SimDuration = SimDuration::from_minutes(30 * 24 * 60);

/// The hot wash of a session.
pub struct HotWash {
    /// The session.
    pub session: Session,
    /// Path of the session's file.
    pub path: PathBuf,
    /// Questions for discussion.
    pub questions: Vec<String>,
    /// The open page.
    pub page: HotWashPage,
    /// Subject selected for the next remark.
    pub picked: Option<About>,
    /// Text of the lesson that has not been recorded yet.
    pub lesson: String,
    /// Input that has not been recorded yet.
    pub draft: ReviewDraft,
    /// The review recorded in the session so far.
    pub recorded: Review,
}

/// The team's review while it is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewDraft {
    /// Answers by the index of their question.
    pub answers: BTreeMap<usize, String>,
    /// Strengths, failures and improvements, in the order in which they were added.
    pub remarks: Vec<DraftRemark>,
    /// Ratings of the roles.
    pub roles: BTreeMap<RoleId, DraftJudgement>,
    /// Corrective actions.
    pub actions: Vec<DraftAction>,
}

/// A remark being written.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRemark {
    /// Kind of remark.
    pub kind: RemarkKind,
    /// Subject of the remark.
    pub about: About,
    /// Text of the remark.
    pub text: String,
}

/// The rating of a role.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftJudgement {
    /// Grade from 1 to 4, once one is selected.
    pub mark: Option<u8>,
    /// Reason for the grade.
    pub because: String,
}

/// A corrective action being written.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftAction {
    /// Criterion that the action addresses.
    pub criterion: CriterionId,
    /// Text of the action.
    pub text: String,
    /// Role responsible for the action.
    pub owner: RoleId,
    /// Due date, in the form `2027-01-15`.
    pub due: String,
}

impl HotWash {
    /// Opens the hot wash of a session. The draft starts with the latest recorded review.
    pub fn open(session: Session, path: PathBuf) -> Self {
        let scenario: &Scenario = session.scenario();
        let record = Record { scenario, timeline: session.timeline(), entries: session.entries() };
        let questions = questions(scenario, session.timeline(), &score_playbook(&record));
        let recorded = review::last(&record).map(|(_, _, review)| review.clone()).unwrap_or_default();
        HotWash {
            questions,
            page: HotWashPage::default(),
            picked: None,
            lesson: String::new(),
            draft: ReviewDraft::of(&recorded),
            recorded,
            session,
            path,
        }
    }

    /// Returns the recorded lessons, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &str> {
        self.session.entries().iter().filter_map(|entry| match entry {
            Entry::Note { author: Author::Anonymous, text, .. } => Some(text.as_str()),
            _ => None,
        })
    }

    /// Creates an empty corrective action for a criterion. The owner is the role whose duty the criterion was, and
    /// the due date is in 30 days.
    pub fn action(&self, criterion: CriterionId) -> Option<DraftAction> {
        let scenario = self.session.scenario();
        let serves = |action: &&goldenhour_core::scenario::Action| {
            goldenhour_core::scenario::service::served_by(action, scenario).contains(&criterion)
        };
        let by_duty = scenario.actions.iter().find(serves).map(|action| action.role.clone());
        let owner = by_duty.or_else(|| scenario.roles.first().map(|role| role.id.clone()))?;
        let due = scenario.calendar.date(self.session.now() + DUE);
        Some(DraftAction { criterion, text: String::new(), owner, due })
    }
}

impl ReviewDraft {
    /// Converts a review to a draft for further editing.
    pub fn of(review: &Review) -> Self {
        let lists = [
            (RemarkKind::Strength, &review.strengths),
            (RemarkKind::Failure, &review.failures),
            (RemarkKind::Improvement, &review.improvements),
        ];
        let draft =
            |kind, remark: &Remark| DraftRemark { kind, about: remark.about.clone(), text: remark.text.clone() };
        let judgement = |role: &RoleJudgement| {
            let judged = DraftJudgement { mark: Some(role.mark.into()), because: role.because.clone() };
            (role.role.clone(), judged)
        };
        let action = |action: &Precaution| DraftAction {
            criterion: action.criterion.clone(),
            text: action.text.clone(),
            owner: action.owner.clone(),
            due: action.due.clone(),
        };
        ReviewDraft {
            answers: BTreeMap::new(),
            remarks: lists.into_iter().flat_map(|(kind, list)| list.iter().map(move |r| draft(kind, r))).collect(),
            roles: review.roles.iter().map(judgement).collect(),
            actions: review.actions.iter().map(action).collect(),
        }
    }

    /// Converts the draft to a review. Entries without text or grade are left out.
    pub fn review(&self) -> Review {
        let of = |kind| {
            let own = self.remarks.iter().filter(move |remark| remark.kind == kind && !remark.text.trim().is_empty());
            own.map(|remark| Remark { about: remark.about.clone(), text: remark.text.trim().to_owned() }).collect()
        };
        let judgement = |(role, judged): (&RoleId, &DraftJudgement)| {
            let mark = Grade::try_from(judged.mark?).ok()?;
            Some(RoleJudgement { role: role.clone(), mark, because: judged.because.trim().to_owned() })
        };
        let worded = |action: &&DraftAction| !action.text.trim().is_empty();
        let action = |action: &DraftAction| Precaution {
            criterion: action.criterion.clone(),
            text: action.text.trim().to_owned(),
            owner: action.owner.clone(),
            due: action.due.trim().to_owned(),
        };
        Review {
            strengths: of(RemarkKind::Strength),
            failures: of(RemarkKind::Failure),
            improvements: of(RemarkKind::Improvement),
            roles: self.roles.iter().filter_map(judgement).collect(),
            actions: self.actions.iter().filter(worded).map(action).collect(),
        }
    }
}

/// Pages of the hot wash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HotWashPage {
    /// Questions for discussion.
    #[default]
    Questions,
    /// Strengths, failures, improvements and corrective actions.
    Review,
    /// Ratings of the roles.
    Roles,
    /// Anonymous lessons.
    Lessons,
}

/// Kind of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Something that went well.
    Strength,
    /// Something that failed.
    Failure,
    /// Something to improve.
    Improvement,
}
