//! What happened in a run: events in order, what was published and reported, and metrics over time.
//!
//! The simulation writes the timeline and never reads it; scoring, debrief and screens read it and nothing
//! else of the simulation. It holds everything that a score may need as evidence, so that an old session can
//! be judged again by a new playbook.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ClockId, FactId, InjectId, MilestoneId, OutletId, RoleId, StakeholderId, StreamId, TopicId};
use crate::scenario::{AudienceKind, Channel, Metric, Scenario, ShopState};
use crate::statement::reading::Reading;
use crate::statement::{JudgedClaim, Statement};
use crate::time::SimTime;

/// The position of an entry in a session's log; the first has 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct EntryNumber(pub u32);

/// A fact of the run worth showing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineEvent {
    /// When.
    pub at: SimTime,
    /// What.
    pub what: EventKind,
    /// The entry of the log that brought it about, if one did.
    pub cause: Option<EntryNumber>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum EventKind {
    /// An inject reached the players.
    InjectReleased(InjectId),
    /// A decision was taken and its work begun.
    WorkBegun {
        /// The action.
        action: ActionId,
        /// Who leads it.
        by: RoleId,
        /// When it will be finished.
        until: SimTime,
    },
    /// A statement was drafted and goes to a role for approval.
    Drafted {
        /// The action.
        action: ActionId,
        /// Who is to approve it.
        to: RoleId,
    },
    /// A statement was approved by a role; by its leader where nobody whose job it is could be had.
    Approved {
        /// The action.
        action: ActionId,
        /// Who approved it.
        by: RoleId,
    },
    /// A tired role made an error, and the work has to be done again in part.
    WorkRedone {
        /// The action.
        action: ActionId,
        /// Who leads it.
        by: RoleId,
        /// When it will be finished.
        until: SimTime,
    },
    /// A tired role let a statement go out with a slip.
    Slip {
        /// The action.
        action: ActionId,
        /// Who led it.
        by: RoleId,
    },
    /// A work was finished.
    WorkFinished(ActionId),
    /// A role came to work.
    RoleArrived(RoleId),
    /// A milestone was reached.
    MilestoneReached(MilestoneId),
    /// A fact came to be suspected.
    FactSuspected(FactId),
    /// A fact was confirmed.
    FactConfirmed(FactId),
    /// Something was published; its place in [`Timeline::publications`].
    Published(usize),
    /// A claim that was false turned out to be.
    ClaimReversed {
        /// The publication that made it.
        publication: usize,
        /// What it was about.
        topic: TopicId,
    },
    /// A number had to be corrected upward.
    NumberRevised {
        /// The publication that gave the new number.
        publication: usize,
        /// What it was about.
        topic: TopicId,
    },
    /// A promise was kept.
    PromiseKept {
        /// The publication that made it.
        publication: usize,
        /// What it was about; none for the next update.
        topic: Option<TopicId>,
    },
    /// A promise was broken.
    PromiseBroken {
        /// The publication that made it.
        publication: usize,
        /// What it was about; none for the next update.
        topic: Option<TopicId>,
    },
    /// Somebody else made the breach public.
    Exposed(OutletId),
    /// It came from inside.
    InsideLeak,
    /// A story appeared; its place in [`Timeline::stories`].
    StoryRun(usize),
    /// A question was asked that has a deadline.
    InquiryOpened {
        /// The inject that asks, or the id of the [`Question`].
        inject: InjectId,
        /// Until when an answer helps.
        due: SimTime,
    },
    /// A question was answered in time.
    InquiryAnswered(InjectId),
    /// A question was not answered in time.
    InquiryExpired(InjectId),
    /// A stakeholder was told.
    StakeholderTold(StakeholderId),
    /// The affected customers were told directly.
    CustomersTold,
    /// The staff were told.
    StaffTold,
    /// A clock began to run.
    ClockStarted {
        /// The clock.
        clock: ClockId,
        /// When it falls due.
        due: SimTime,
    },
    /// An order not to disclose holds a clock.
    ClockHeld {
        /// The clock.
        clock: ClockId,
        /// Until when.
        until: SimTime,
        /// When it falls due after that.
        due: SimTime,
    },
    /// A clock that was held runs on.
    ClockResumed {
        /// The clock.
        clock: ClockId,
        /// When it falls due.
        due: SimTime,
    },
    /// A duty was fulfilled in time.
    ClockMet(ClockId),
    /// A clock fell due with its duty not fulfilled.
    ClockOverdue(ClockId),
    /// A duty was fulfilled late.
    ClockLate(ClockId),
    /// A stream of data was stopped.
    StreamStopped(StreamId),
    /// A burst of data left.
    WaveLeft {
        /// Its stream.
        stream: StreamId,
        /// How many records.
        records: u64,
    },
    /// A burst of data found its stream stopped.
    WaveAverted(StreamId),
    /// The attackers came back.
    SecondBreach {
        /// How many records they took.
        records: u64,
    },
    /// The shop changed its state.
    ShopChanged(ShopState),
    /// Listening was switched on.
    ListeningOn,
    /// A negative narrative crossed the alarm.
    NarrativeAlarm,
    /// Foreign media took the story up.
    WentAbroad,
    /// A rumor grew big.
    RumorSpread,
    /// A narrative formed on social networks.
    NarrativeFormed(NarrativeKind),
    /// A narrative on social networks faded.
    NarrativeFaded(NarrativeKind),
    /// Negative posts were answered; how well, 0 to 1.
    PostsAnswered(f64),
    /// Help was offered to customers.
    RemedyOffered {
        /// Functional help, as a share of what is expected.
        functional: f64,
        /// Money, as a share of what is expected.
        money: f64,
    },
    /// An inject was dropped because an alternative to it was sent.
    InjectDropped(InjectId),
    /// The attackers demanded money.
    Extorted {
        /// How much, in the scenario's currency.
        demand: f64,
        /// When their countdown ends.
        until: SimTime,
    },
    /// What the attackers demanded was paid.
    RansomPaid,
    /// What the attackers demanded was refused.
    RansomRefused,
    /// The attackers posted proof.
    ProofPosted {
        /// How many records it shows.
        records: u64,
    },
    /// The attackers published data.
    Dumped {
        /// How many records.
        records: u64,
    },
    /// It became public how many records are affected.
    ScopePublic {
        /// How many.
        records: u64,
    },
    /// An authority contradicted the organization in public.
    Contradicted {
        /// Who.
        by: StakeholderId,
        /// About what, if about one topic.
        topic: Option<TopicId>,
    },
    /// An outlet published something that the scenario wrote down.
    Reported(OutletId),
    /// An executive said or did something unfortunate.
    Gaffe,
    /// People affected went to court.
    LawsuitFiled,
    /// An authority asked to say nothing in public until a moment.
    Restrained {
        /// Who.
        by: StakeholderId,
        /// Until when.
        until: SimTime,
    },
    /// The organization spoke although an authority had asked it not to.
    Defied,
    /// A belief turned out wrong: a number was confirmed that differs from the early one.
    BeliefRevised {
        /// The fact.
        fact: FactId,
        /// What was believed.
        believed: u64,
        /// What is so.
        true_number: u64,
    },
    /// The team began to work in shifts.
    ShiftsSet,
    /// An authority asked questions because it was told late or by others.
    AuthorityAsked(StakeholderId),
    /// A card brand or acquirer demanded a forensic investigator, because it learned of it from the press.
    InvestigatorDemanded(StakeholderId),
    /// A card brand or acquirer asked for money, because it learned of it late.
    Assessed {
        /// Who.
        by: StakeholderId,
        /// How much, in the scenario's currency.
        amount: f64,
    },
    /// An insurer that learned of it late leaves a part of the costs to the firm.
    CoverLost {
        /// Who.
        by: StakeholderId,
        /// The share of the costs.
        share: f64,
    },
    /// A partner that learned of it from the press keeps its distance in public.
    Distanced(StakeholderId),
    /// The exercise ended.
    Ended,
}

/// Something that was said to an audience.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Publication {
    /// When it went out.
    pub at: SimTime,
    /// When its drafting began.
    pub drafted: SimTime,
    /// The decision behind it.
    pub entry: EntryNumber,
    /// The action.
    pub action: ActionId,
    /// Who led it.
    pub by: RoleId,
    /// For whom.
    pub audience: AudienceKind,
    /// For which stakeholder, if for one.
    pub to: Option<StakeholderId>,
    /// Over which channels.
    pub channels: Vec<Channel>,
    /// The question it answers, if it answers one.
    pub in_reply_to: Option<InjectId>,
    /// What was said.
    pub statement: Statement,
    /// What each claim amounted to when it went out.
    pub claims: Vec<JudgedClaim>,
    /// What its words say and how they sound, where they can be read. It follows from the statement alone.
    #[serde(skip)]
    pub words: Option<Arc<Reading>>,
    /// Whether some topic of the scenario could not yet be known when it went out.
    pub unknowns_left: bool,
}

/// What a story is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StoryKind {
    /// The organization told first.
    Disclosure,
    /// Somebody else told.
    Leak,
    /// The organization gave news.
    Update,
    /// A number grew.
    Revision,
    /// An assurance turned out false.
    Reversal,
    /// A question was not answered.
    NoComment,
    /// A duty was missed.
    ClockMissed,
    /// It was handled well.
    Praise,
    /// The attackers came back.
    SecondBreach,
    /// Something else happened.
    External,
    /// Customers are angry.
    Reaction,
    /// An authority contradicted the organization.
    Contradiction,
    /// The attackers showed proof.
    Proof,
    /// Stolen data was published.
    Dump,
    /// An executive made it worse.
    Gaffe,
    /// Somebody went to court.
    Lawsuit,
    /// The disclosure is said to have been buried.
    Buried,
    /// Foreign media took the story up.
    Abroad,
    /// A word of the organization went out with a wrong link or the like.
    Slip,
}

impl StoryKind {
    /// Returns its key in the phrases.
    pub fn key(self) -> &'static str {
        match self {
            StoryKind::Disclosure => "disclosure",
            StoryKind::Leak => "leak",
            StoryKind::Update => "update",
            StoryKind::Revision => "revision",
            StoryKind::Reversal => "reversal",
            StoryKind::NoComment => "no_comment",
            StoryKind::ClockMissed => "clock_missed",
            StoryKind::Praise => "praise",
            StoryKind::SecondBreach => "second_breach",
            StoryKind::External => "external",
            StoryKind::Reaction => "reaction",
            StoryKind::Contradiction => "contradiction",
            StoryKind::Proof => "proof",
            StoryKind::Dump => "dump",
            StoryKind::Gaffe => "gaffe",
            StoryKind::Lawsuit => "lawsuit",
            StoryKind::Buried => "buried",
            StoryKind::Abroad => "abroad",
            StoryKind::Slip => "slip",
        }
    }
}

/// What an outlet reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Story {
    /// When it appeared.
    pub at: SimTime,
    /// Where.
    pub outlet: OutletId,
    /// What it is about.
    pub kind: StoryKind,
    /// The headline.
    pub headline: String,
    /// The first sentence.
    pub lead: String,
    /// Who is quoted in it, if anybody is.
    pub quote: Option<Quote>,
    /// Its tone from -1 to 1.
    pub tone: f64,
}

/// A question that an outlet thought of itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Its id; it stands beside those of the injects and is no slug, so that no inject can have it.
    pub id: InjectId,
    /// When it was asked.
    pub at: SimTime,
    /// Until when an answer helps.
    pub due: SimTime,
    /// Who asks.
    pub outlet: OutletId,
    /// The outlet's name, as the sender.
    pub from: String,
    /// The role it is for.
    pub to: RoleId,
    /// Its subject line.
    pub title: String,
    /// What it says.
    pub body: String,
}

/// Words of somebody in a story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// Whose they are.
    pub by: String,
}

/// What many posts have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NarrativeKind {
    /// They hide something.
    CoverUp,
    /// They did not take care.
    Negligence,
    /// Money is going to be stolen.
    Fraud,
    /// Nobody answers the telephone.
    Waiting,
    /// They handle it well.
    Praise,
}

impl NarrativeKind {
    /// All of them.
    pub const ALL: [NarrativeKind; 5] = [
        NarrativeKind::CoverUp,
        NarrativeKind::Negligence,
        NarrativeKind::Fraud,
        NarrativeKind::Waiting,
        NarrativeKind::Praise,
    ];

    /// Returns its key in the phrases.
    pub fn key(self) -> &'static str {
        match self {
            NarrativeKind::CoverUp => "cover_up",
            NarrativeKind::Negligence => "negligence",
            NarrativeKind::Fraud => "fraud",
            NarrativeKind::Waiting => "waiting",
            NarrativeKind::Praise => "praise",
        }
    }

    /// Returns what people say, in a phrase.
    pub fn title(self) -> &'static str {
        match self {
            NarrativeKind::CoverUp => "they are hiding something",
            NarrativeKind::Negligence => "they did not take care",
            NarrativeKind::Fraud => "my money is next",
            NarrativeKind::Waiting => "nobody answers",
            NarrativeKind::Praise => "they handle it well",
        }
    }

    /// Returns whether it is good for the organization.
    pub fn is_good(self) -> bool {
        self == NarrativeKind::Praise
    }
}

/// The mood of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mood {
    /// Angry at the organization.
    Angry,
    /// Afraid for the own money or data.
    Afraid,
    /// Asking.
    Asking,
    /// Unimpressed.
    Calm,
    /// Thankful.
    Grateful,
}

impl Mood {
    /// Returns its key in the phrases.
    pub fn key(self) -> &'static str {
        match self {
            Mood::Angry => "angry",
            Mood::Afraid => "afraid",
            Mood::Asking => "asking",
            Mood::Calm => "calm",
            Mood::Grateful => "grateful",
        }
    }

    /// Returns whether it counts as negative.
    pub fn is_negative(self) -> bool {
        matches!(self, Mood::Angry | Mood::Afraid)
    }
}

/// What a simulated customer wrote.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Post {
    /// Its number in the drill, from 0.
    pub id: u32,
    /// The post that it answers, if it answers one.
    pub in_reply_to: Option<u32>,
    /// The narrative that it echoes, if it echoes one.
    pub narrative: Option<NarrativeKind>,
    /// When.
    pub at: SimTime,
    /// The name of the account.
    pub handle: String,
    /// The words.
    pub text: String,
    /// The mood.
    pub mood: Mood,
    /// How many people see it.
    pub reach: u32,
}

/// Metrics over time: one row at StartEx and one after each minute.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Series {
    rows: Vec<[f64; Metric::ALL.len()]>,
}

impl Series {
    /// Adds the row of the next minute.
    pub fn push(&mut self, row: [f64; Metric::ALL.len()]) {
        self.rows.push(row);
    }

    /// Returns the number of rows; row `n` stands for minute `n`.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns a metric at a moment, or at the last one before it.
    pub fn at(&self, metric: Metric, moment: SimTime) -> f64 {
        let last = self.rows.len().saturating_sub(1);
        self.rows.get(last.min(moment.minutes() as usize)).map_or(0.0, |row| row[metric.index()])
    }

    /// Returns the last value of a metric.
    pub fn last(&self, metric: Metric) -> f64 {
        self.rows.last().map_or(0.0, |row| row[metric.index()])
    }

    /// Goes through the values of a metric, one a minute.
    pub fn values(&self, metric: Metric) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator + '_ {
        self.rows.iter().map(move |row| row[metric.index()])
    }

    /// Returns the smallest value of a metric.
    pub fn min(&self, metric: Metric) -> f64 {
        self.values(metric).fold(f64::INFINITY, f64::min)
    }

    /// Returns the largest value of a metric.
    pub fn max(&self, metric: Metric) -> f64 {
        self.values(metric).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// The record of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Timeline {
    /// What happened, in order.
    pub events: Vec<TimelineEvent>,
    /// What was said, in order.
    pub publications: Vec<Publication>,
    /// What was reported, in order.
    pub stories: Vec<Story>,
    /// What outlets asked on their own, in order.
    pub questions: Vec<Question>,
    /// What customers wrote: a sample.
    pub posts: Vec<Arc<Post>>,
    /// Metrics over time.
    pub series: Series,
    /// Reach of negative posts so far, and how much of it was answered, both in attention-hours.
    pub negative_reach: (f64, f64),
    /// The share of the hazard of a second breach that hardening took away.
    pub hardening: f64,
}

impl Timeline {
    /// Returns the first event of a kind.
    pub fn first(&self, wanted: impl Fn(&EventKind) -> bool) -> Option<&TimelineEvent> {
        self.events.iter().find(|event| wanted(&event.what))
    }

    /// Returns the question with this id that an outlet thought of itself.
    pub fn question(&self, id: &InjectId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Returns subject line and sender of an inquiry, whether the scenario or an outlet asked it.
    pub fn inquiry<'a>(&'a self, id: &InjectId, scenario: &'a Scenario) -> Option<(&'a str, &'a str)> {
        let injected = scenario.inject(id).map(|inject| (inject.title.as_str(), inject.from.as_str()));
        injected.or_else(|| self.question(id).map(|question| (question.title.as_str(), question.from.as_str())))
    }

    /// Goes through what was said in public.
    pub fn public(&self) -> impl Iterator<Item = (usize, &Publication)> {
        self.publications.iter().enumerate().filter(|(_, publication)| publication.audience == AudienceKind::Public)
    }
}
