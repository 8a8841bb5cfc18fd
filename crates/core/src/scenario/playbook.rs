//! The documented response plan: steps, their criteria, and the evidence each criterion asks for.
//!
//! The playbook is data. What Rust provides is the vocabulary of evidence: when something came about
//! ([`Moment`]), how much of something was done ([`Share`]) or how often ([`Countable`]), what a statement says
//! and how it sounds ([`TextFinding`]), what the players say of themselves afterwards ([`ReviewPart`]), and how
//! these become credit between 0 and 1 ([`Evidence`]). Scenarios and playbooks meet in *milestones*: a playbook
//! declares them, actions reach them. `docs/scoring.md` has an example of each word.

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
    /// Its id.
    pub id: PlaybookId,
    /// Its name.
    pub title: String,
    /// What it is taken from.
    pub source: String,
    /// The milestones it knows.
    pub milestones: Vec<Milestone>,
    /// The core capabilities that its criteria show, in the order of a report; none where it names none.
    pub capabilities: Vec<Capability>,
    /// How the mark of a capability follows from its critical tasks.
    pub roll_up: RollUp,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

impl Playbook {
    /// Returns the criterion with this id, and its step.
    pub fn criterion(&self, id: &CriterionId) -> Option<(&Step, &Criterion)> {
        self.criteria().find(|(_, criterion)| criterion.id == *id)
    }

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
    /// The plan, law or guidance that asks for it; empty where that of its capability says enough.
    pub reference: String,
    /// The element of the capability that a corrective action would belong to, where that can be said beforehand.
    pub element: Option<Element>,
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
    /// As `Within`, but measured in multiples of the scenario's par: the shortest chain of works that leads to
    /// `what` there ([`super::par`]). So one playbook fits a drill of an hour and one of five days.
    InPar {
        /// What should come about.
        what: Moment,
        /// From when on.
        from: Moment,
        /// Full credit until this many pars after.
        full: f64,
        /// No credit from this many pars after.
        none: f64,
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
        of: Share,
        /// Full credit from this share on.
        full: f64,
        /// No credit up to this share.
        none: f64,
    },
    /// Of the public claims about a detail, those made after every fact of a kind was known; full credit where
    /// the facts were found out and nothing was claimed before.
    KnownBefore {
        /// What should be known first.
        facts: FactKind,
        /// What is then spoken of.
        claims: Detail,
    },
    /// How often did something happen? Full credit at `full`, none at `none`; `full` may be the smaller one.
    Count {
        /// What is counted.
        of: Countable,
        /// Full credit at this number.
        full: u32,
        /// No credit at this number.
        none: u32,
    },
    /// For how large a share of some time did a metric keep to a bound?
    World {
        /// The metric.
        metric: Metric,
        /// The bound.
        is: Bound,
        /// From when on.
        from: Moment,
        /// For how long it is looked at; to the end of play where absent.
        lasting: Option<SimDuration>,
        /// Full credit from this share of the time on.
        full: f64,
        /// No credit up to this share.
        none: f64,
    },
    /// Which share of what was said in public has a property?
    Says {
        /// The property.
        what: TextFinding,
        /// Full credit from this share on.
        full: f64,
        /// No credit up to this share.
        none: f64,
    },
    /// Which share of what was said in public is free of a property?
    Avoids {
        /// The property.
        what: TextFinding,
        /// Full credit from this share on.
        full: f64,
        /// No credit up to this share.
        none: f64,
    },
    /// Of the clocks owed to a kind of stakeholder that fell due, those met; one met late earns `late`.
    Clocks {
        /// To whom.
        of: StakeholderKind,
        /// The credit of a clock that was met late.
        late: f64,
    },
    /// How far the players' own review agrees with the record.
    Review(ReviewPart),
    /// Several parts with weights.
    Parts(Vec<(f64, Evidence)>),
    /// The worst of several.
    AllOf(Vec<Evidence>),
    /// The best of several.
    AnyOf(Vec<Evidence>),
    /// Full credit where this many of several have full credit; else their share.
    AtLeast(u32, Vec<Evidence>),
    /// What is missing to full credit.
    Not(Box<Evidence>),
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
    /// The first public word of the organization, whatever it says.
    FirstPublicWord,
    /// The first public word that says something: what is known, what is not, what is done, when more follows.
    FirstWordOfSubstance,
    /// The first report by somebody else.
    FirstOutsideReport,
    /// A milestone.
    Milestone(MilestoneId),
    /// A milestone reached by a decision that has its reasons on record.
    Reasoned(MilestoneId),
    /// All six functions at work.
    TeamComplete,
    /// The last fact of a kind confirmed.
    Confirmed(FactKind),
    /// The first fact confirmed; the end of play where none ever was, so that not looking is no excuse.
    FirstConfirmed,
    /// The first public claim about a detail.
    Spoke(Detail),
    /// The affected customers told directly, with words that say something.
    CustomersTold,
    /// The staff told, with words that say something.
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
    /// The first personal reply to negative posts, after the alarm where it was raised.
    FirstReply,
    /// A leak from inside.
    InsideLeak,
    /// The last work that keeps a breach from coming back.
    LastHardening,
}

/// A share that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Share {
    /// Of the six functions, those that were at work.
    RolesActive,
    /// Of the decisions, those led by the role whose duty it is.
    DutiesKept,
    /// Of the inquiries whose deadline fell within play, those answered in time.
    InquiriesAnswered,
    /// Of the nine details, those that public statements addressed truthfully.
    DetailsGiven,
    /// Of what was said, as much as could be heard among statements that say nothing new.
    Heard,
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
    /// Of the team's time, that in which no role had been at its limit for hours while another at work had nothing
    /// to do, and that which was not spent on saying nothing new, on templates or on harm; the lesser of the two.
    LoadBalanced,
    /// Of the works begun, those that raise no blame and destroy no evidence.
    ActsSound,
    /// Of the public statements, those that keep to the outline: drafted after it, nothing guessed, nobody
    /// blamed, nothing made small, and not empty.
    WithinOutline,
    /// Of the claims about ongoing actions, those about actions that had been taken.
    ActionsTold,
}

/// Something that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Countable {
    /// Public statements that say something.
    Statements,
    /// Public statements that say nothing, or nothing new.
    EmptyStatements,
    /// Claims that turned out false.
    Reversals,
    /// Promises that were broken.
    PromisesBroken,
    /// Inquiries that nobody answered in time.
    InquiriesExpired,
    /// Leaks from inside.
    Leaks,
    /// Posts answered with one text for all.
    TemplateReplies,
    /// Works that raise the blame or destroy evidence.
    HarmfulActs,
    /// Works that destroy evidence.
    EvidenceDestroyed,
}

/// A bound of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Bound {
    /// Not above this.
    Below(f64),
    /// Not below this.
    Above(f64),
}

/// A property of a published text: what it says, and how it sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TextFinding {
    /// It speaks about this.
    Detail(Detail),
    /// It names the time of the next update.
    NextUpdateTime,
    /// It says openly what is not known yet.
    UnknownsNamed,
    /// It feels with those affected.
    Empathy,
    /// It says sorry and takes responsibility.
    ApologyWithResponsibility,
    /// It says sorry without responsibility.
    ApologyWithoutResponsibility,
    /// It puts the blame on somebody else.
    BlameShift,
    /// It makes the matter smaller than it is.
    Minimizing,
    /// It advertises.
    MarketingCopy,
    /// It says that security is taken seriously.
    TakenSeriouslyCliche,
    /// It speaks as lawyers do.
    Legalese,
    /// It promises what nobody can.
    Absolutes,
    /// It says what the team could not know.
    Speculation,
    /// It hides who did it behind the passive voice.
    PassiveOwnFault,
    /// It can be read by anybody.
    Readable,
}

/// A part of the players' own review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReviewPart {
    /// What went right, what failed, what to improve.
    Strategy,
    /// How each role did.
    Team,
    /// What will change, by whom and when.
    Precautions,
}

impl Evidence {
    /// Returns the parts it is made of.
    pub fn parts(&self) -> Vec<&Evidence> {
        match self {
            Evidence::Parts(parts) => parts.iter().map(|(_, part)| part).collect(),
            Evidence::AllOf(parts) | Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) => parts.iter().collect(),
            Evidence::Not(part) => vec![part],
            _ => Vec::new(),
        }
    }

    /// Calls `visit` on this evidence and on everything within it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Evidence)) {
        visit(self);
        for part in self.parts() {
            part.walk(visit);
        }
    }

    /// Collects something from this evidence and everything within it, in order.
    fn collect<'a, T>(&'a self, each: impl Fn(&'a Evidence) -> Vec<T>) -> Vec<T> {
        let mut found = Vec::new();
        self.walk(&mut |part| found.extend(each(part)));
        found
    }

    /// Returns the moments this evidence asks about, in order.
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

    /// Returns the moments that should come about, without those they are only measured against.
    pub fn wanted(&self) -> Vec<Moment> {
        match self {
            // What should not be so is nothing to work for.
            Evidence::Not(_) => Vec::new(),
            Evidence::Within { what, .. } | Evidence::InPar { what, .. } | Evidence::Reached(what) => {
                vec![what.clone()]
            }
            Evidence::Before { first, .. } => vec![first.clone()],
            Evidence::KnownBefore { facts, .. } => vec![Moment::Confirmed(*facts)],
            _ => self.parts().into_iter().flat_map(Evidence::wanted).collect(),
        }
    }

    /// Returns the shares this evidence counts.
    pub fn shares(&self) -> Vec<Share> {
        self.collect(|part| match part {
            Evidence::Share { of, .. } => vec![*of],
            Evidence::Clocks { .. } => vec![Share::ClocksMet],
            _ => Vec::new(),
        })
    }

    /// Returns whether something should come about before the organization speaks.
    pub fn prepares_speech(&self) -> bool {
        let speech = |moment: &Moment| {
            matches!(moment, Moment::FirstDraft | Moment::FirstPublicWord | Moment::FirstWordOfSubstance)
        };
        let own = matches!(self, Evidence::Before { then, .. } if speech(then));
        own || self.parts().into_iter().any(Evidence::prepares_speech)
    }

    /// Returns whether what the world does by itself decides as well: who else reports, what leaks, what customers
    /// write, which questions come and which clocks start. Such a criterion may change with any decision, also
    /// with one that is not its evidence.
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

    /// Returns whether the players' own review is asked for.
    pub fn asks_for_review(&self) -> bool {
        matches!(self, Evidence::Review(_)) || self.parts().into_iter().any(Evidence::asks_for_review)
    }

    /// Returns the milestones this evidence asks about.
    pub fn milestones(&self) -> impl Iterator<Item = &MilestoneId> {
        self.moments().into_iter().filter_map(|moment| match moment {
            Moment::Milestone(id) | Moment::Reasoned(id) => Some(id),
            _ => None,
        })
    }
}
