//! The documented response plan: steps, their criteria, and the evidence each criterion asks for.
//!
//! The playbook is data. What Rust provides is the vocabulary of evidence: when something came about
//! ([`Moment`]), how much of something was done ([`Tally`]), and how the two become credit between 0 and 1
//! ([`Evidence`]). Scenarios and playbooks meet in *milestones*: a playbook declares them, actions reach them.

use serde::{Deserialize, Serialize};

use super::audience::StakeholderKind;
use super::fact::{Detail, FactKind};
use crate::id::{CriterionId, MilestoneId, PlaybookId, StepId};
use crate::time::SimDuration;

/// A documented response plan.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// Its id.
    pub id: PlaybookId,
    /// Its name.
    pub title: String,
    /// What it is taken from.
    pub source: String,
    /// The milestones it knows.
    pub milestones: Vec<Milestone>,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

impl Playbook {
    /// Goes through all criteria with their steps, in order.
    pub fn criteria(&self) -> impl Iterator<Item = (&Step, &Criterion)> {
        self.steps.iter().flat_map(|step| step.criteria.iter().map(move |criterion| (step, criterion)))
    }
}

/// A moment of the response that actions can reach.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// What has come about.
    pub title: String,
}

/// A step of the playbook.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Its name.
    pub title: String,
    /// Its weight in the total, above 0.
    pub weight: f64,
    /// What the source says.
    pub quote: String,
    /// What can be checked.
    pub criteria: Vec<Criterion>,
}

/// One checkable thing that the playbook asks for.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its id.
    pub id: CriterionId,
    /// What it asks for.
    pub title: String,
    /// What to do better next time where it was not met.
    pub advice: String,
    /// Its weight within the step, above 0.
    pub weight: f64,
    /// How it is judged.
    pub evidence: Evidence,
}

/// What a criterion asks the record of a run. Each variant gives credit between 0 and 1.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// How long after `from` did `what` come about? Full credit until `full`, falling to none at `none`.
    Within {
        /// What should come about.
        what: Moment,
        /// From when on.
        from: Moment,
        /// Full credit until this long after.
        full: SimDuration,
        /// No credit from this long after; where absent, coming about at all earns half.
        none: Option<SimDuration>,
    },
    /// Did `first` come before `then`, or `then` never?
    Before {
        /// What should come first.
        first: Moment,
        /// Before what.
        then: Moment,
        /// The credit for coming later than `then`.
        otherwise: f64,
    },
    /// Did it come about at all?
    Reached(Moment),
    /// Did it not come about, or not before something else?
    Never {
        /// What should not come about.
        what: Moment,
        /// Only before this matters, where given.
        before: Option<Moment>,
    },
    /// How large a share of something was done? No credit at `none` and below, full at `full` and above.
    Share {
        /// Of what.
        of: Tally,
        /// Full credit from this share on.
        full: f64,
        /// No credit up to this share.
        none: f64,
    },
    /// Several parts with weights.
    Parts(Vec<(f64, Evidence)>),
    /// The best of several.
    AnyOf(Vec<Evidence>),
    /// Full credit where this many of several have full credit; else their share.
    AtLeast(u32, Vec<Evidence>),
    /// Cannot be judged yet, and why.
    NotJudgedYet(String),
}

/// A moment that a run may reach.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    /// The start of play.
    StartEx,
    /// The first inject.
    FirstAlert,
    /// The first statement begun.
    FirstDraft,
    /// The first public word of the organization.
    FirstPublicWord,
    /// The first report by somebody else.
    FirstOutsideReport,
    /// A milestone.
    Milestone(MilestoneId),
    /// All six functions at work.
    TeamComplete,
    /// The last fact of a kind confirmed.
    Confirmed(FactKind),
    /// The first public claim about a detail.
    Spoke(Detail),
    /// The affected customers told directly.
    CustomersTold,
    /// The staff told.
    StaffTold,
    /// The first stakeholder of a kind told.
    Told(StakeholderKind),
    /// The last stream of data stopped.
    DataStopped,
    /// The next wave of data to leave, or the moment at which it would have left.
    NextWave,
    /// Listening switched on.
    Listening,
    /// A negative narrative crosses the alarm.
    NarrativeAlarm,
    /// The first reply to negative posts.
    FirstReply,
    /// A leak from inside.
    InsideLeak,
}

/// A share that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tally {
    /// Of the six functions, those that were at work.
    RolesActive,
    /// Of the decisions, those led by the role whose duty it is.
    DutiesKept,
    /// Of the inquiries whose deadline fell within play, those answered in time.
    InquiriesAnswered,
    /// Of the nine details, those that public statements addressed truthfully.
    DetailsGiven,
    /// Of the claims about facts, those that were true and known when made.
    ClaimsSound,
    /// Of the promises that fell due, those kept.
    PromisesKept,
    /// Of the reassurances, those never reversed; none made counts as none kept.
    ReassurancesHeld,
    /// Of the two contacts, those given.
    ContactsGiven,
    /// Of the public statements, those that name the time of the next update.
    UpdatesAnnounced,
    /// Of the public statements, those that say openly what is not known yet, while something is not.
    UnknownsNamed,
    /// Of the public statements, those that put the customer before the company.
    CustomersFirst,
    /// Of the hazard of a second breach, the share taken away.
    Hardening,
    /// Of the reach of negative posts, the share answered.
    NegativeAnswered,
    /// Of the clocks that fell due, those met.
    ClocksMet,
}

impl Evidence {
    /// Returns the moments this evidence asks about, in order.
    pub fn moments(&self) -> Vec<&Moment> {
        match self {
            Evidence::Within { what, from, .. } => vec![what, from],
            Evidence::Before { first, then, .. } => vec![first, then],
            Evidence::Reached(what) => vec![what],
            Evidence::Never { what, before } => std::iter::once(what).chain(before).collect(),
            Evidence::Parts(parts) => parts.iter().flat_map(|(_, part)| part.moments()).collect(),
            Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) => parts.iter().flat_map(Evidence::moments).collect(),
            Evidence::Share { .. } | Evidence::NotJudgedYet(_) => Vec::new(),
        }
    }

    /// Returns the moments that should come about, without those they are only measured against.
    pub fn wanted(&self) -> Vec<&Moment> {
        match self {
            Evidence::Within { what, .. } | Evidence::Reached(what) => vec![what],
            Evidence::Before { first, .. } => vec![first],
            Evidence::Parts(parts) => parts.iter().flat_map(|(_, part)| part.wanted()).collect(),
            Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) => parts.iter().flat_map(Evidence::wanted).collect(),
            Evidence::Never { .. } | Evidence::Share { .. } | Evidence::NotJudgedYet(_) => Vec::new(),
        }
    }

    /// Returns the shares this evidence counts.
    pub fn tallies(&self) -> Vec<Tally> {
        match self {
            Evidence::Share { of, .. } => vec![*of],
            Evidence::Parts(parts) => parts.iter().flat_map(|(_, part)| part.tallies()).collect(),
            Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) => parts.iter().flat_map(Evidence::tallies).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns whether something should come about before the organization speaks.
    pub fn prepares_speech(&self) -> bool {
        match self {
            Evidence::Before { then, .. } => matches!(then, Moment::FirstDraft | Moment::FirstPublicWord),
            Evidence::Parts(parts) => parts.iter().any(|(_, part)| part.prepares_speech()),
            Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) => parts.iter().any(Evidence::prepares_speech),
            _ => false,
        }
    }

    /// Returns the milestones this evidence asks about.
    pub fn milestones(&self) -> impl Iterator<Item = &MilestoneId> {
        self.moments().into_iter().filter_map(|moment| match moment {
            Moment::Milestone(id) => Some(id),
            _ => None,
        })
    }
}
