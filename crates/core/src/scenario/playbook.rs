//! The documented response plan: steps, their criteria, and the evidence for each criterion.
//!
//! Playbooks are data. This module defines the vocabulary in which they describe evidence: when something happened
//! ([`Moment`]), what share was done ([`Share`]), how often something happened ([`Countable`]), what a statement
//! says and in what tone ([`TextFinding`]), and what the players write in their own review ([`ReviewPart`]).
//! [`Evidence`] combines these into a credit between 0 and 1. *Milestones* connect playbooks to scenarios: a
//! playbook declares them, and actions reach them. `docs/scoring.md` has an example of each term.

use serde::{Deserialize, Serialize};

use super::audience::StakeholderKind;
use super::capability::{Capability, Element, RollUp};
use super::fact::{Detail, FactKind};
use super::metric::Metric;
use crate::id::{CriterionId, MilestoneId, PlaybookId, StepId};
use crate::time::SimDuration;

/// A documented response plan.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// Unique id.
    pub id: PlaybookId,
    /// Display name.
    pub title: String,
    /// Publication or document it is based on.
    pub source: String,
    /// Milestones it declares.
    pub milestones: Vec<Milestone>,
    /// Core capabilities demonstrated by the criteria, in report order. Empty if the playbook defines none.
    pub capabilities: Vec<Capability>,
    /// How the rating of a capability is computed from its critical tasks.
    pub roll_up: RollUp,
    /// Steps, in order.
    pub steps: Vec<Step>,
}

impl Playbook {
    /// Returns the criterion with this id, and its step.
    pub fn criterion(&self, id: &CriterionId) -> Option<(&Step, &Criterion)> {
        self.criteria().find(|(_, criterion)| criterion.id == *id)
    }

    /// Iterates over all criteria with their steps, in order.
    pub fn criteria(&self) -> impl Iterator<Item = (&Step, &Criterion)> {
        self.steps.iter().flat_map(|step| step.criteria.iter().map(move |criterion| (step, criterion)))
    }
}

/// A point in the response that actions can reach.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Unique id.
    pub id: MilestoneId,
    /// Description of what has been achieved.
    pub title: String,
}

/// A step of the playbook.
#[derive(Clone, Debug)]
pub struct Step {
    /// Unique id.
    pub id: StepId,
    /// Display name.
    pub title: String,
    /// Weight in the total score, 0.01 to 1,000.
    pub weight: f64,
    /// Quotation from the source.
    pub quote: String,
    /// Criteria by which the step is scored.
    pub criteria: Vec<Criterion>,
}

/// A single checkable requirement of the playbook.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Unique id.
    pub id: CriterionId,
    /// Statement of the requirement.
    pub title: String,
    /// Advice for the next exercise if the criterion was not met.
    pub advice: String,
    /// Plan, law or guidance that requires it. Empty if the reference of its capability is sufficient.
    pub reference: String,
    /// POETE element of a corrective action for this criterion, if it can be determined in advance.
    pub element: Option<Element>,
    /// Weight within the step, 0.01 to 1,000.
    pub weight: f64,
    /// Evidence on which the criterion is scored.
    pub evidence: Evidence,
}

/// Evidence by which a criterion is scored from the session record. Each variant yields a credit between 0 and 1.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// How long after `from` did `what` happen? Credit is full up to `full` and falls to zero at `none`.
    Within {
        /// Moment that should be reached.
        what: Moment,
        /// Moment from which time is measured.
        from: Moment,
        /// Maximum time for full credit.
        full: SimDuration,
        /// Time at or after which no credit is earned. If absent, reaching the moment late earns half the credit.
        none: Option<SimDuration>,
    },
    /// Like `Within`, but measured in multiples of the scenario's par, which is the duration of the shortest chain
    /// of actions that leads to `what` ([`super::par`]). This allows the same playbook to be used for a one-hour
    /// drill and a five-day exercise.
    InPar {
        /// Moment that should be reached.
        what: Moment,
        /// Moment from which time is measured.
        from: Moment,
        /// Maximum multiple of par for full credit, 0.1 to 100.
        full: f64,
        /// Multiple of par at or above which no credit is earned, 0.1 to 1,000.
        none: f64,
    },
    /// Was `first` reached before `then`, or was `then` never reached?
    Before {
        /// Moment that should come first.
        first: Moment,
        /// Moment that should come second.
        then: Moment,
        /// Credit if `first` comes after `then`, 0 to 1.
        otherwise: f64,
    },
    /// Was the moment reached at all?
    Reached(Moment),
    /// Was the moment not reached, or not before another one?
    Never {
        /// Moment that should not be reached.
        what: Moment,
        /// If given, only moments before this one matter.
        before: Option<Moment>,
    },
    /// What share of something was done? Credit is zero at or below `none` and full at or above `full`.
    Share {
        /// Share to evaluate.
        of: Share,
        /// Minimum share for full credit, 0 to 1.
        full: f64,
        /// Share at or below which no credit is earned, 0 to 0.999.
        none: f64,
    },
    /// What share of the public claims about a detail was made after all facts of a kind were known? Credit is full
    /// if the facts were found and no claim was made before.
    KnownBefore {
        /// Kind of fact that should be known first.
        facts: FactKind,
        /// Detail to which the claims refer.
        claims: Detail,
    },
    /// How often did something happen? Credit is full at `full` and zero at `none`. If less is better, `full` is
    /// the smaller number.
    Count {
        /// Event or item to count.
        of: Countable,
        /// Number that earns full credit, 0 to 1,000.
        full: u32,
        /// Number that earns no credit, 0 to 1,000.
        none: u32,
    },
    /// For what share of a period did a metric stay within a bound?
    World {
        /// Metric to evaluate.
        metric: Metric,
        /// Bound it must stay within.
        is: Bound,
        /// Start of the period.
        from: Moment,
        /// Length of the period. Defaults to the time until EndEx.
        lasting: Option<SimDuration>,
        /// Minimum share of the period for full credit, 0 to 1.
        full: f64,
        /// Share of the period at or below which no credit is earned, 0 to 0.999.
        none: f64,
    },
    /// What share of the public statements has a property?
    Says {
        /// Property to look for.
        what: TextFinding,
        /// Minimum share for full credit, 0 to 1.
        full: f64,
        /// Share at or below which no credit is earned, 0 to 0.999.
        none: f64,
    },
    /// What share of the public statements is free of a property?
    Avoids {
        /// Property that should be absent.
        what: TextFinding,
        /// Minimum share for full credit, 0 to 1.
        full: f64,
        /// Share at or below which no credit is earned, 0 to 0.999.
        none: f64,
    },
    /// What share of the clocks for a kind of stakeholder was met, among those that fell due? A clock met late
    /// earns `late`.
    Clocks {
        /// Kind of recipient.
        of: StakeholderKind,
        /// Credit for a clock met late, 0 to 1.
        late: f64,
    },
    /// How well does the players' own review agree with the session record?
    Review(ReviewPart),
    /// Weighted mean of several pieces of evidence.
    Parts(Vec<(f64, Evidence)>),
    /// Lowest credit of several pieces of evidence.
    AllOf(Vec<Evidence>),
    /// Highest credit of several pieces of evidence.
    AnyOf(Vec<Evidence>),
    /// Full credit if at least this many pieces of evidence have full credit. Otherwise the credit is the number of
    /// those that have full credit, divided by the required number.
    AtLeast(u32, Vec<Evidence>),
    /// One minus the credit of the evidence.
    Not(Box<Evidence>),
    /// Cannot be scored yet. The text gives the reason.
    NotJudgedYet(String),
}

/// A moment that can be reached during a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    /// The start of play.
    StartEx,
    /// The first inject is released.
    FirstAlert,
    /// Work on the first statement begins.
    FirstDraft,
    /// The organization makes its first public statement, whatever its content.
    FirstPublicWord,
    /// The organization makes its first substantive public statement: what is known, what is not known, what is
    /// being done, and when the next update follows.
    FirstWordOfSubstance,
    /// A third party reports on the breach for the first time.
    FirstOutsideReport,
    /// A milestone is reached.
    Milestone(MilestoneId),
    /// A milestone is reached by a decision with a recorded rationale.
    Reasoned(MilestoneId),
    /// All six functions are on duty.
    TeamComplete,
    /// The last fact of a kind is confirmed.
    Confirmed(FactKind),
    /// The first fact is confirmed. If none is ever confirmed, this is EndEx, so that not investigating brings no
    /// advantage.
    FirstConfirmed,
    /// The first public claim about a detail is made.
    Spoke(Detail),
    /// The affected customers are notified directly, with a substantive message.
    CustomersTold,
    /// Employees are informed, with a substantive message.
    StaffTold,
    /// The first stakeholder of a kind is notified.
    Told(StakeholderKind),
    /// The last data stream is stopped.
    DataStopped,
    /// The next wave of data leaves, or would have left had its stream not been stopped.
    NextWave,
    /// Social media monitoring is switched on.
    Listening,
    /// A negative narrative crosses the alarm threshold.
    NarrativeAlarm,
    /// The first personal reply to negative posts is sent. If the alarm was raised, only replies after it count.
    FirstReply,
    /// Information is leaked from inside the organization.
    InsideLeak,
    /// The last action that prevents a second breach is completed.
    LastHardening,
}

/// A measurable share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Share {
    /// Share of the six functions that were on duty.
    RolesActive,
    /// Share of decisions led by the role responsible for them.
    DutiesKept,
    /// Share of inquiries answered in time, among those with a deadline before EndEx.
    InquiriesAnswered,
    /// Share of the nine details addressed truthfully in public statements.
    DetailsGiven,
    /// Share of what was said that the public could notice among statements with no new information.
    Heard,
    /// Share of factual claims that were true and known to be true when made.
    ClaimsSound,
    /// Share of promises kept, among those that fell due.
    PromisesKept,
    /// Share of reassurances that were never reversed. If none was given, the share is 0.
    ReassurancesHeld,
    /// Share of the two contacts (media and customers) that were given.
    ContactsGiven,
    /// Share of public statements that announce the time of the next update.
    UpdatesAnnounced,
    /// Share of public statements that openly say what is not yet known, among those made while something was
    /// unknown.
    UnknownsNamed,
    /// Share of public statements that put customers before the company.
    CustomersFirst,
    /// Share of the second-breach hazard that was removed.
    Hardening,
    /// Share of the reach of negative posts that was answered.
    NegativeAnswered,
    /// Share of clocks met, among those that fell due.
    ClocksMet,
    /// Share of the team's time that was used well. This is the lower of two shares: the share of time in which no
    /// role was at its limit for hours while another role on duty was idle, and the share of working time not spent
    /// on statements without new information, template replies or harmful actions.
    LoadBalanced,
    /// Share of actions that neither increase blame nor destroy evidence.
    ActsSound,
    /// Share of public statements that follow the outline: drafted after it, without speculation, blame or
    /// minimization, and not empty.
    WithinOutline,
    /// Share of claims about ongoing actions that refer to actions already taken.
    ActionsTold,
}

/// An event or item that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Countable {
    /// Substantive public statements.
    Statements,
    /// Public statements with no content or no new information.
    EmptyStatements,
    /// Claims that were exposed as false.
    Reversals,
    /// Broken promises.
    PromisesBroken,
    /// Inquiries that were not answered in time.
    InquiriesExpired,
    /// Internal leaks.
    Leaks,
    /// Posts answered with a template.
    TemplateReplies,
    /// Actions that increase blame or destroy evidence.
    HarmfulActs,
    /// Actions that destroy evidence.
    EvidenceDestroyed,
}

/// Bound on a metric.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Bound {
    /// At or below this value.
    Below(f64),
    /// At or above this value.
    Above(f64),
}

/// A property of a published text, concerning its content or tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TextFinding {
    /// Addresses this detail.
    Detail(Detail),
    /// Announces the time of the next update.
    NextUpdateTime,
    /// Says openly what is not yet known.
    UnknownsNamed,
    /// Expresses empathy for those affected.
    Empathy,
    /// Apologizes and accepts responsibility.
    ApologyWithResponsibility,
    /// Apologizes without accepting responsibility.
    ApologyWithoutResponsibility,
    /// Shifts the blame to another party.
    BlameShift,
    /// Plays down the incident.
    Minimizing,
    /// Contains advertising.
    MarketingCopy,
    /// Contains the cliché that the organization takes security seriously.
    TakenSeriouslyCliche,
    /// Uses legal jargon.
    Legalese,
    /// Makes absolute promises that cannot be guaranteed.
    Absolutes,
    /// States something that the team could not know.
    Speculation,
    /// Conceals the organization's own fault behind the passive voice.
    PassiveOwnFault,
    /// Is easy to read for a general audience.
    Readable,
}

/// Part of the players' own review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReviewPart {
    /// What went well, what failed and what to improve.
    Strategy,
    /// Performance of each role.
    Team,
    /// Planned changes, with owners and dates.
    Precautions,
}

impl Evidence {
    /// Returns the direct parts of composite evidence.
    pub fn parts(&self) -> Vec<&Evidence> {
        match self {
            Evidence::Parts(parts) => parts.iter().map(|(_, part)| part).collect(),
            Evidence::AllOf(parts) | Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) => parts.iter().collect(),
            Evidence::Not(part) => vec![part],
            _ => Vec::new(),
        }
    }

    /// Calls `visit` on this evidence and on all evidence nested in it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Evidence)) {
        visit(self);
        for part in self.parts() {
            part.walk(visit);
        }
    }

    /// Collects values from this evidence and all evidence nested in it, in order.
    fn collect<'a, T>(&'a self, each: impl Fn(&'a Evidence) -> Vec<T>) -> Vec<T> {
        let mut found = Vec::new();
        self.walk(&mut |part| found.extend(each(part)));
        found
    }

    /// Returns all moments mentioned in this evidence, in order.
    pub fn moments(&self) -> Vec<&Moment> {
        self.collect(|part| match part {
            Evidence::Within { what, from, .. } | Evidence::InPar { what, from, .. } => vec![what, from],
            Evidence::Before { first, then, .. } => vec![first, then],
            Evidence::Reached(what) => vec![what],
            Evidence::Never { what, before } => std::iter::once(what).chain(before).collect(),
            Evidence::World { from, .. } => vec![from],
            _ => Vec::new(),
        })
    }

    /// Returns the moments that should be reached, excluding those used only as a reference.
    pub fn wanted(&self) -> Vec<Moment> {
        match self {
            // Negated evidence describes something to avoid, so it contains no moments to aim for.
            Evidence::Not(_) => Vec::new(),
            Evidence::Within { what, .. } | Evidence::InPar { what, .. } | Evidence::Reached(what) => {
                vec![what.clone()]
            }
            Evidence::Before { first, .. } => vec![first.clone()],
            Evidence::KnownBefore { facts, .. } => vec![Moment::Confirmed(*facts)],
            _ => self.parts().into_iter().flat_map(Evidence::wanted).collect(),
        }
    }

    /// Returns the shares measured by this evidence.
    pub fn shares(&self) -> Vec<Share> {
        self.collect(|part| match part {
            Evidence::Share { of, .. } => vec![*of],
            Evidence::Clocks { .. } => vec![Share::ClocksMet],
            _ => Vec::new(),
        })
    }

    /// Returns whether the evidence requires a preparation that must happen before the organization speaks.
    pub fn prepares_speech(&self) -> bool {
        let speech = |moment: &Moment| {
            matches!(moment, Moment::FirstDraft | Moment::FirstPublicWord | Moment::FirstWordOfSubstance)
        };
        let own = matches!(self, Evidence::Before { then, .. } if speech(then));
        own || self.parts().into_iter().any(Evidence::prepares_speech)
    }

    /// Returns whether the result also depends on reactions of the simulated world: third-party reports, leaks,
    /// customer posts, inquiries and clocks. Any decision can change the result of such a criterion, even if the
    /// decision is not part of its evidence.
    pub fn reacts(&self) -> bool {
        let reaction = |moment: &&Moment| {
            matches!(
                moment,
                Moment::FirstOutsideReport | Moment::NarrativeAlarm | Moment::InsideLeak | Moment::FirstReply
            )
        };
        let counted = |share: &Share| {
            matches!(
                share,
                Share::NegativeAnswered
                    | Share::InquiriesAnswered
                    | Share::ClocksMet
                    | Share::LoadBalanced
                    | Share::Hardening
                    | Share::PromisesKept
                    | Share::ReassurancesHeld
            )
        };
        let mut found = self.shares().iter().any(counted) || self.moments().iter().any(reaction);
        self.walk(&mut |part| {
            found |= matches!(part, Evidence::World { .. } | Evidence::Count { .. } | Evidence::Review(_));
        });
        found
    }

    /// Returns whether the evidence includes the players' own review.
    pub fn asks_for_review(&self) -> bool {
        matches!(self, Evidence::Review(_)) || self.parts().into_iter().any(Evidence::asks_for_review)
    }

    /// Returns the milestones mentioned in this evidence.
    pub fn milestones(&self) -> impl Iterator<Item = &MilestoneId> {
        self.moments().into_iter().filter_map(|moment| match moment {
            Moment::Milestone(id) | Moment::Reasoned(id) => Some(id),
            _ => None,
        })
    }
}
