//! The record of a run: events in order, publications and news coverage, and metrics over time.
//!
//! Only the simulation writes the timeline, and scoring, debrief and screens read nothing else from the simulation.
//! It contains all evidence that scoring may need, so an old session can be scored again with a new playbook.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ClockId, FactId, InjectId, MilestoneId, OutletId, RoleId, StakeholderId, StreamId, TopicId};
use crate::scenario::{AudienceKind, Channel, Detail, Metric, Scenario, ShopState};
use crate::statement::reading::Reading;
use crate::statement::{JudgedClaim, Statement};
use crate::time::SimTime;

/// Position of an entry in a session's log, starting at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct EntryNumber(pub u32);

/// A noteworthy event of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineEvent {
    /// Time of the event.
    pub at: SimTime,
    /// Type of the event, with its data.
    pub what: EventKind,
    /// Log entry that caused the event, if any.
    pub cause: Option<EntryNumber>,
}

/// Type of a timeline event, with its data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum EventKind {
    /// An inject reached the players.
    InjectReleased(InjectId),
    /// A decision was made and its action started.
    WorkBegun {
        /// ID of the action.
        action: ActionId,
        /// Role that leads it.
        by: RoleId,
        /// Expected completion.
        until: SimTime,
    },
    /// A statement was drafted and went to a role for approval.
    Drafted {
        /// ID of the action.
        action: ActionId,
        /// Role asked to approve it.
        to: RoleId,
    },
    /// A statement was approved, by its leader if the approving role was not available.
    Approved {
        /// ID of the action.
        action: ActionId,
        /// Role that approved it.
        by: RoleId,
    },
    /// A tired role made an error, and part of the action had to be redone.
    WorkRedone {
        /// ID of the action.
        action: ActionId,
        /// Role that leads it.
        by: RoleId,
        /// Expected completion.
        until: SimTime,
    },
    /// A tired role published a statement with a slip.
    Slip {
        /// ID of the action.
        action: ActionId,
        /// Role that led it.
        by: RoleId,
    },
    /// An action was completed.
    WorkFinished(ActionId),
    /// A role arrived at work.
    RoleArrived(RoleId),
    /// A milestone was reached.
    MilestoneReached(MilestoneId),
    /// The team began to suspect a fact.
    FactSuspected(FactId),
    /// A fact was confirmed.
    FactConfirmed(FactId),
    /// A statement was published. The value is its index in [`Timeline::publications`].
    Published(usize),
    /// A false claim was exposed.
    ClaimReversed {
        /// Index of the publication that made the claim.
        publication: usize,
        /// Topic of the claim.
        topic: TopicId,
    },
    /// A published number had to be corrected upward.
    NumberRevised {
        /// Index of the publication that gave the new number.
        publication: usize,
        /// Topic of the number.
        topic: TopicId,
    },
    /// A promise was kept.
    PromiseKept {
        /// Index of the publication that made the promise.
        publication: usize,
        /// Topic of the promise; `None` for the promise of an update.
        topic: Option<TopicId>,
    },
    /// A promise was broken.
    PromiseBroken {
        /// Index of the publication that made the promise.
        publication: usize,
        /// Topic of the promise; `None` for the promise of an update.
        topic: Option<TopicId>,
    },
    /// An outlet made the breach public before the organization did.
    Exposed(OutletId),
    /// The leak came from inside the organization.
    InsideLeak,
    /// A story appeared. The value is its index in [`Timeline::stories`].
    StoryRun(usize),
    /// An inquiry with a deadline was received.
    InquiryOpened {
        /// ID of the inject that contains the inquiry, or of the [`Question`].
        inject: InjectId,
        /// Deadline for an answer.
        due: SimTime,
    },
    /// An inquiry was answered in time.
    InquiryAnswered(InjectId),
    /// An inquiry was not answered in time.
    InquiryExpired(InjectId),
    /// A stakeholder was notified.
    StakeholderTold(StakeholderId),
    /// The affected customers were notified directly.
    CustomersTold,
    /// The staff were informed.
    StaffTold,
    /// A clock started.
    ClockStarted {
        /// ID of the clock.
        clock: ClockId,
        /// Due time.
        due: SimTime,
    },
    /// An order not to disclose put a clock on hold.
    ClockHeld {
        /// ID of the clock.
        clock: ClockId,
        /// End of the hold.
        until: SimTime,
        /// Due time after the hold.
        due: SimTime,
    },
    /// A clock resumed after a hold.
    ClockResumed {
        /// ID of the clock.
        clock: ClockId,
        /// Due time.
        due: SimTime,
    },
    /// A notification duty was met in time.
    ClockMet(ClockId),
    /// A clock's deadline passed without notification.
    ClockOverdue(ClockId),
    /// A notification duty was met late.
    ClockLate(ClockId),
    /// A stream of data loss was stopped.
    StreamStopped(StreamId),
    /// A wave of data was exfiltrated.
    WaveLeft {
        /// Stream that the wave belongs to.
        stream: StreamId,
        /// Number of records.
        records: u64,
    },
    /// A wave was averted because its stream had been stopped.
    WaveAverted(StreamId),
    /// The attackers struck a second time.
    SecondBreach {
        /// Number of records taken.
        records: u64,
    },
    /// The shop changed its state.
    ShopChanged(ShopState),
    /// Social listening was switched on.
    ListeningOn,
    /// The share of negative posts exceeded the alarm threshold.
    NarrativeAlarm,
    /// Foreign media picked up the story.
    WentAbroad,
    /// A rumor became widespread.
    RumorSpread,
    /// A narrative formed on social networks.
    NarrativeFormed(NarrativeKind),
    /// A narrative on social networks faded.
    NarrativeFaded(NarrativeKind),
    /// Negative posts were answered, with this quality (0 to 1).
    PostsAnswered(f64),
    /// A remedy was offered to customers.
    RemedyOffered {
        /// Functional help, as a share of what customers expect.
        functional: f64,
        /// Money, as a share of what customers expect.
        money: f64,
    },
    /// An inject was dropped because an alternative to it was sent.
    InjectDropped(InjectId),
    /// The attackers demanded a ransom.
    Extorted {
        /// Amount in the scenario's currency.
        demand: f64,
        /// End of the attackers' countdown.
        until: SimTime,
    },
    /// The ransom was paid.
    RansomPaid,
    /// Payment of the ransom was refused.
    RansomRefused,
    /// The attackers posted proof of the theft.
    ProofPosted {
        /// Number of records shown.
        records: u64,
    },
    /// The attackers published stolen data.
    Dumped {
        /// Number of records.
        records: u64,
    },
    /// The number of affected records became public.
    ScopePublic {
        /// Number of records.
        records: u64,
    },
    /// An authority publicly contradicted the organization.
    Contradicted {
        /// The authority.
        by: StakeholderId,
        /// Topic of the contradiction, if it concerns a single one.
        topic: Option<TopicId>,
    },
    /// An outlet published a story written in the scenario.
    Reported(OutletId),
    /// An executive made a public blunder.
    Gaffe,
    /// Affected people filed a lawsuit.
    LawsuitFiled,
    /// An authority asked the organization not to make public statements for a period.
    Restrained {
        /// The authority.
        by: StakeholderId,
        /// End of the period.
        until: SimTime,
    },
    /// The organization made a public statement although an authority had asked for silence.
    Defied,
    /// A belief proved wrong: the confirmed number differs from the early one.
    BeliefRevised {
        /// ID of the fact.
        fact: FactId,
        /// Number that the team believed.
        believed: u64,
        /// Confirmed number.
        true_number: u64,
    },
    /// The team started working in shifts.
    ShiftsSet,
    /// An authority publicly asked why it had not been notified.
    AuthorityAsked(StakeholderId),
    /// A card brand or acquirer that learned of the breach from the press demanded a forensic investigator.
    InvestigatorDemanded(StakeholderId),
    /// A card brand or acquirer that was notified late, or learned of the breach from the press, demanded money.
    Assessed {
        /// The card brand or acquirer.
        by: StakeholderId,
        /// Amount in the scenario's currency.
        amount: f64,
    },
    /// An insurer that was notified late, or learned of the breach from the press, reduced its cover.
    CoverLost {
        /// The insurer.
        by: StakeholderId,
        /// Share of the response costs that is no longer covered.
        share: f64,
    },
    /// A partner that learned of the breach from the press distanced itself publicly.
    Distanced(StakeholderId),
    /// The exercise ended.
    Ended,
}

/// A statement published to an audience.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Publication {
    /// Time of publication.
    pub at: SimTime,
    /// Time at which drafting started.
    pub drafted: SimTime,
    /// Log entry of the decision.
    pub entry: EntryNumber,
    /// ID of the action.
    pub action: ActionId,
    /// Role that led it.
    pub by: RoleId,
    /// Audience of the statement.
    pub audience: AudienceKind,
    /// Stakeholder addressed, if it is a single one.
    pub to: Option<StakeholderId>,
    /// Channels used.
    pub channels: Vec<Channel>,
    /// Inquiry that the statement answers, if any.
    pub in_reply_to: Option<InjectId>,
    /// The statement itself.
    pub statement: Statement,
    /// Each claim, with its soundness at the time of publication.
    pub claims: Vec<JudgedClaim>,
    /// What the program understands of the text, if it can be read. It follows from the statement alone and is
    /// therefore not serialized.
    #[serde(skip)]
    pub words: Option<Arc<Reading>>,
    /// Whether a topic of the scenario could not be known yet at the time of publication.
    pub unknowns_left: bool,
}

impl Publication {
    /// Returns whether the statement says anything. A text in which nothing was recognized and that has no
    /// substance has no effect. A statement without a reading says what its outline says.
    pub fn says_anything(&self) -> bool {
        self.statement.reading.is_none() || !self.claims.is_empty() || self.has_substance()
    }

    /// Returns whether the statement says anything about the incident. Sympathy and apologies alone do not.
    pub fn informs(&self) -> bool {
        self.statement.reading.is_none()
            || self.claims.iter().any(|claim| claim.detail != Detail::Compassion)
            || self.has_substance()
    }

    fn has_substance(&self) -> bool {
        self.words.as_ref().is_some_and(|words| words.substance.substantive)
    }
}

/// Kind of a news story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StoryKind {
    /// The organization disclosed the breach first.
    Disclosure,
    /// The breach became public through someone other than the organization.
    Leak,
    /// The organization gave new information.
    Update,
    /// A number had to be corrected upward.
    Revision,
    /// An assurance proved false.
    Reversal,
    /// An inquiry was not answered.
    NoComment,
    /// A notification deadline was missed.
    ClockMissed,
    /// The response was handled well.
    Praise,
    /// The attackers struck a second time.
    SecondBreach,
    /// An event outside the organization.
    External,
    /// Customers are angry.
    Reaction,
    /// An authority contradicted the organization.
    Contradiction,
    /// The attackers posted proof of the theft.
    Proof,
    /// Stolen data was published.
    Dump,
    /// An executive made a public blunder.
    Gaffe,
    /// A lawsuit was filed.
    Lawsuit,
    /// The organization is accused of burying its disclosure.
    Buried,
    /// Foreign media picked up the story.
    Abroad,
    /// A statement was published with a slip, such as a wrong link.
    Slip,
}

impl StoryKind {
    /// Returns the key in the scenario's phrases.
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

/// A story published by an outlet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Story {
    /// Time of publication.
    pub at: SimTime,
    /// Outlet that published it.
    pub outlet: OutletId,
    /// Kind of the story.
    pub kind: StoryKind,
    /// Headline.
    pub headline: String,
    /// First sentence.
    pub lead: String,
    /// Quote, if there is one.
    pub quote: Option<Quote>,
    /// Tone, -1 to 1.
    pub tone: f64,
}

/// A question that an outlet asks on its own initiative.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// ID, in the same namespace as those of injects. It is not a slug, so it cannot collide with the ID of an
    /// inject.
    pub id: InjectId,
    /// Time at which it was asked.
    pub at: SimTime,
    /// Deadline for an answer.
    pub due: SimTime,
    /// Outlet that asks.
    pub outlet: OutletId,
    /// Name of the outlet, shown as the sender.
    pub from: String,
    /// Role that receives it.
    pub to: RoleId,
    /// Subject line.
    pub title: String,
    /// Text of the question.
    pub body: String,
}

/// A quote in a story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// Quoted words.
    pub words: String,
    /// Name of the person or organization quoted.
    pub by: String,
}

/// A message that recurs in many posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NarrativeKind {
    /// The organization is hiding something.
    CoverUp,
    /// The organization was careless.
    Negligence,
    /// Customers' money is going to be stolen.
    Fraud,
    /// Calls go unanswered.
    Waiting,
    /// The organization is handling it well.
    Praise,
}

impl NarrativeKind {
    /// All kinds of narratives.
    pub const ALL: [NarrativeKind; 5] = [
        NarrativeKind::CoverUp,
        NarrativeKind::Negligence,
        NarrativeKind::Fraud,
        NarrativeKind::Waiting,
        NarrativeKind::Praise,
    ];

    /// Returns the key in the scenario's phrases.
    pub fn key(self) -> &'static str {
        match self {
            NarrativeKind::CoverUp => "cover_up",
            NarrativeKind::Negligence => "negligence",
            NarrativeKind::Fraud => "fraud",
            NarrativeKind::Waiting => "waiting",
            NarrativeKind::Praise => "praise",
        }
    }

    /// Returns the narrative as a phrase, as people would put it.
    pub fn title(self) -> &'static str {
        match self {
            NarrativeKind::CoverUp => "they are hiding something",
            NarrativeKind::Negligence => "they did not take care",
            NarrativeKind::Fraud => "my money is next",
            NarrativeKind::Waiting => "they are not answering",
            NarrativeKind::Praise => "they handle it well",
        }
    }

    /// Returns whether the narrative is favorable to the organization.
    pub fn is_good(self) -> bool {
        self == NarrativeKind::Praise
    }
}

/// Mood of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mood {
    /// Angry at the organization.
    Angry,
    /// Worried about their own money or data.
    Afraid,
    /// Asking a question.
    Asking,
    /// Unconcerned.
    Calm,
    /// Grateful for how the organization responds.
    Grateful,
}

impl Mood {
    /// Returns the key in the scenario's phrases.
    pub fn key(self) -> &'static str {
        match self {
            Mood::Angry => "angry",
            Mood::Afraid => "afraid",
            Mood::Asking => "asking",
            Mood::Calm => "calm",
            Mood::Grateful => "grateful",
        }
    }

    /// Returns whether the mood counts as negative.
    pub fn is_negative(self) -> bool {
        matches!(self, Mood::Angry | Mood::Afraid)
    }
}

/// A post by a simulated customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Post {
    /// Number of the post in the session, starting at 0.
    pub id: u32,
    /// Post that it replies to, if any.
    pub in_reply_to: Option<u32>,
    /// Narrative that it repeats, if any.
    pub narrative: Option<NarrativeKind>,
    /// Time of the post.
    pub at: SimTime,
    /// Name of the account.
    pub handle: String,
    /// Text of the post.
    pub text: String,
    /// Mood of the writer.
    pub mood: Mood,
    /// Number of people who see it.
    pub reach: u32,
}

/// Metrics over time, with one row at StartEx and one after each minute.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Series {
    rows: Vec<[f64; Metric::ALL.len()]>,
}

impl Series {
    /// Adds the row of the next minute.
    pub fn push(&mut self, row: [f64; Metric::ALL.len()]) {
        self.rows.push(row);
    }

    /// Returns the number of rows. Row `n` contains the values at minute `n`.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the value of a metric at a moment, or its last value if the series ends earlier.
    pub fn at(&self, metric: Metric, moment: SimTime) -> f64 {
        let last = self.rows.len().saturating_sub(1);
        self.rows.get(last.min(moment.minutes() as usize)).map_or(0.0, |row| row[metric.index()])
    }

    /// Returns the last value of a metric.
    pub fn last(&self, metric: Metric) -> f64 {
        self.rows.last().map_or(0.0, |row| row[metric.index()])
    }

    /// Iterates over the values of a metric, one per minute.
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
    /// Events, in order.
    pub events: Vec<TimelineEvent>,
    /// Published statements, in order.
    pub publications: Vec<Publication>,
    /// News stories, in order.
    pub stories: Vec<Story>,
    /// Questions that outlets asked on their own initiative, in order.
    pub questions: Vec<Question>,
    /// A sample of customers' posts.
    pub posts: Vec<Arc<Post>>,
    /// Metrics over time.
    pub series: Series,
    /// Reach of negative posts so far, and the part of it that was answered, in attention-hours.
    pub negative_reach: (f64, f64),
    /// Share of the hazard of a second breach that hardening has removed.
    pub hardening: f64,
}

impl Timeline {
    /// Returns the first event that matches.
    pub fn first(&self, wanted: impl Fn(&EventKind) -> bool) -> Option<&TimelineEvent> {
        self.events.iter().find(|event| wanted(&event.what))
    }

    /// Returns the outlet's question with this ID.
    pub fn question(&self, id: &InjectId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Returns the subject line and sender of an inquiry, from either an inject or an outlet.
    pub fn inquiry<'a>(&'a self, id: &InjectId, scenario: &'a Scenario) -> Option<(&'a str, &'a str)> {
        let injected = scenario.inject(id).map(|inject| (inject.title.as_str(), inject.from.as_str()));
        injected.or_else(|| self.question(id).map(|question| (question.title.as_str(), question.from.as_str())))
    }

    /// Iterates over public statements with their indices.
    pub fn public(&self) -> impl Iterator<Item = (usize, &Publication)> {
        self.publications.iter().enumerate().filter(|(_, publication)| publication.audience == AudienceKind::Public)
    }
}
