//! The state of the hot wash: the team's own review as a draft, and anonymous lessons.
//!
//! The hot wash takes place between the end of an exercise and its debrief, before anyone has seen a score. It works
//! on a draft; the session gets a [`Review`] when the draft is saved. A lesson is recorded as soon as it is written,
//! so that the draft does not reveal its author.

use std::collections::BTreeMap;
use std::path::PathBuf;

use goldenhour_core::debrief::hot_wash::questions;
use goldenhour_core::id::{CriterionId, RoleId};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::scoring::{Record, review, score_playbook};
use goldenhour_core::session::review::{About, Grade, Precaution, Remark, Review, RoleJudgement};
use goldenhour_core::session::{Author, Entry, Session};
use goldenhour_core::time::SimDuration;

/// How long after the end corrective actions are due by default.
const DUE: SimDuration = SimDuration::from_minutes(30 * 24 * 60);

/// The hot wash of a session.
pub struct HotWash {
    /// The session.
    pub session: Session,
    /// Its file.
    pub path: PathBuf,
    /// Questions to talk about.
    pub questions: Vec<String>,
    /// The part that is shown.
    pub page: HotWashPage,
    /// What the next remark will be about.
    pub picked: Option<About>,
    /// The text of the unrecorded lesson.
    pub lesson: String,
    /// What has been written so far.
    pub draft: ReviewDraft,
    /// The review recorded in the session so far.
    pub recorded: Review,
}

/// What has been written so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewDraft {
    /// What was said to each question, by its position.
    pub answers: BTreeMap<usize, String>,
    /// Strengths, failures and improvements in the order in which they were added.
    pub remarks: Vec<DraftRemark>,
    /// How each role did.
    pub roles: BTreeMap<RoleId, DraftJudgement>,
    /// What will change.
    pub actions: Vec<DraftAction>,
}

/// A remark in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRemark {
    /// What kind.
    pub kind: RemarkKind,
    /// About what.
    pub about: About,
    /// Its words.
    pub text: String,
}

/// A judgement of a role in the making.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftJudgement {
    /// From 1 to 4.
    pub mark: Option<u8>,
    /// Why.
    pub because: String,
}

/// A corrective action in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftAction {
    /// The criterion that it answers.
    pub criterion: CriterionId,
    /// What will be done.
    pub text: String,
    /// Who sees to it.
    pub owner: RoleId,
    /// By which day, as `2027-01-15`.
    pub due: String,
}

impl HotWash {
    /// Opens the hot wash of a session, with what its last review says.
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

    /// Returns the lessons that were kept, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &str> {
        self.session.entries().iter().filter_map(|entry| match entry {
            Entry::Note { author: Author::Anonymous, text, .. } => Some(text.as_str()),
            _ => None,
        })
    }

    /// Returns an empty corrective action that answers a criterion: owned by whose duty it was, due in a month.
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
    /// Returns a review as a draft, to work on.
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

    /// Returns the draft as a review; entries without text or mark are left out.
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

/// The parts of the hot wash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HotWashPage {
    /// Questions to talk about.
    #[default]
    Questions,
    /// Strengths, failures, improvements, corrective actions.
    Review,
    /// How each role did.
    Roles,
    /// Lessons without names.
    Lessons,
}

/// What kind of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Something that went right.
    Strength,
    /// Something that failed.
    Failure,
    /// Something to do better.
    Improvement,
}
