//! Scenario format 1, as written by authors.
//!
//! A scenario is a folder. `scenario.ron` ([`ScenarioFile`]) describes the world, `actions.ron` ([`ActionsFile`])
//! the available actions and `msel.ron` ([`MselFile`]) the injects. `documents/*.md` contains the documents that
//! players can read. An optional `playbook.ron` ([`PlaybookFile`]) replaces the built-in playbook. A scenario that
//! names a `cast` ([`CastFile`]) can omit every list that the cast provides. Each field is documented at the
//! corresponding domain type.

#![expect(missing_docs, reason = "each field is documented at the corresponding domain type")]

use serde::Deserialize;

use super::super::playbook;
use super::{Located, Text};

/// Version number of this format.
pub const FORMAT: u32 = 1;

/// `scenario.ron`: the world at StartEx.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    pub format: u32,
    pub id: Text,
    pub title: String,
    pub summary: String,
    pub kind: String,
    pub language: String,
    pub difficulty: Located<u32>,
    pub starts: Text,
    pub zone: Option<Text>,
    pub length: Text,
    pub currency: Text,
    pub playbook: Text,
    pub cast: Option<Text>,
    #[serde(default)]
    pub holidays: Vec<Text>,
    pub organization: Organization,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub roles: Vec<Role>,
    #[serde(default)]
    pub approvers: Vec<Text>,
    pub customers: Customers,
    #[serde(default)]
    pub outlets: Vec<Outlet>,
    pub questions: Option<Located<u32>>,
    #[serde(default)]
    pub stakeholders: Vec<Stakeholder>,
    #[serde(default)]
    pub clocks: Vec<Clock>,
    pub threat: Threat,
    #[serde(default)]
    pub pressure: Vec<Pressure>,
    #[serde(default)]
    pub facts: Vec<Fact>,
    #[serde(default)]
    pub topics: Vec<Topic>,
    #[serde(default)]
    pub documents: Vec<Document>,
}

/// `cast.ron`: lists that a scenario can borrow instead of declaring them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CastFile {
    pub format: u32,
    pub id: Text,
    pub dossier: String,
    pub objectives: Vec<Objective>,
    pub roles: Vec<Role>,
    pub segments: Vec<Segment>,
    pub outlets: Vec<Outlet>,
    pub stakeholders: Vec<Stakeholder>,
    pub facts: Vec<Fact>,
    pub topics: Vec<Topic>,
    pub actions: Vec<Action>,
    pub injects: Vec<Inject>,
}

/// A period with more or less competing news than usual.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pressure {
    pub from: Text,
    pub until: Text,
    pub sd: Located<f64>,
}

/// The retailer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    pub name: String,
    pub business: String,
    pub dossier: Option<Text>,
    pub staff: Located<u32>,
    pub listed: bool,
    pub revenue_per_day: Located<f64>,
    pub call_center_agents: Located<u32>,
    pub calls_per_agent_hour: Located<f64>,
    pub goodwill: Located<f64>,
}

/// An exercise objective.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    pub id: Text,
    pub title: String,
    pub capability: String,
    pub steps: Vec<Text>,
}

/// A role of the response team.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: Text,
    pub kind: super::super::RoleKind,
    pub title: String,
    pub holder: String,
    pub duty: String,
    pub at_start: bool,
    pub arrives_after: Text,
    pub capacity: Located<u32>,
}

/// The customer population.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customers {
    pub population: Located<u64>,
    pub represents: Located<u64>,
    #[serde(default)]
    pub segments: Vec<Segment>,
}

/// A customer segment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    pub id: Text,
    pub title: String,
    pub share: Located<f64>,
    pub affected: Located<f64>,
    pub trust: Located<f64>,
    pub patronage: Located<f64>,
    pub switch_cost: Located<f64>,
    pub spend: Located<f64>,
    pub news: Located<f64>,
    pub social: Located<f64>,
}

/// A news outlet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    pub id: Text,
    pub title: String,
    pub kind: super::super::OutletKind,
    pub beat: String,
    pub reach: Located<f64>,
    pub stance: Located<f64>,
    pub pickup: Text,
    #[serde(default)]
    pub editions: Vec<Text>,
    pub memory: Option<Located<f64>>,
}

/// A stakeholder that can be notified.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    pub id: Text,
    pub kind: super::super::StakeholderKind,
    pub title: String,
}

/// A statutory or contractual clock.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    pub id: Text,
    pub title: String,
    pub recipient: Text,
    pub kind: super::super::ClockKind,
    pub starts: Condition,
    pub deadline: Deadline,
    pub binding: bool,
    pub fine: Located<f64>,
    pub source: Text,
    pub grade: Text,
    pub checked_on: Text,
    pub holidays: Option<Vec<Text>>,
    pub closes: Option<Text>,
    #[serde(default)]
    pub rounds: bool,
    pub zone: Option<Text>,
    #[serde(default)]
    pub holds_for_police: bool,
}

/// Time limit of a clock.
#[derive(Debug, Deserialize)]
pub enum Deadline {
    Within(Text),
    CalendarDays(Located<u32>),
    BusinessDays(Located<u32>),
    Months(Located<u32>),
}

/// Ground truth about the breach.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threat {
    pub cluster: super::super::Cluster,
    pub preventability: Located<f64>,
    pub sensitivity: Located<f64>,
    pub severity: Located<f64>,
    pub earlier_breaches: Option<Located<u32>>,
    #[serde(default)]
    pub history: Vec<Located<u32>>,
    pub dwell_days: Option<Located<u32>>,
    pub visible: Located<f64>,
    pub cards: Option<bool>,
    #[serde(default)]
    pub streams: Vec<Stream>,
    #[serde(default)]
    pub waves: Vec<Wave>,
    pub second_breach: Option<SecondBreach>,
    pub extortion: Option<Extortion>,
}

/// A ransom demand with a countdown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extortion {
    pub demand: Located<f64>,
    pub from: Text,
    pub countdown: Text,
    pub proof_records: Located<u64>,
    pub dump_records: Located<u64>,
}

/// A continuous outflow of data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    pub id: Text,
    pub title: String,
    pub records_before: Located<u64>,
    pub records_per_hour: Located<f64>,
}

/// A one-time outflow of data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wave {
    pub at: Text,
    pub title: String,
    pub stream: Text,
    pub records: Located<u64>,
}

/// A possible second breach by the same attackers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondBreach {
    pub from: Text,
    pub per_day: Located<f64>,
    pub records: Located<u64>,
}

/// A fact that the team can discover.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: Text,
    pub kind: super::super::FactKind,
    pub title: String,
    pub unknown: String,
    pub truth: String,
    pub number: Option<Located<u64>>,
    pub early: Option<Early>,
    #[serde(default)]
    pub taken: Vec<super::super::DataClass>,
    #[serde(default)]
    pub spared: Vec<super::super::DataClass>,
    #[serde(default)]
    pub causes: Vec<super::super::CauseClass>,
}

/// Preliminary information shown while a fact is only suspected.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Early {
    pub text: String,
    pub number: Option<Located<u64>>,
}

/// A question that a statement can address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: Text,
    pub detail: super::super::Detail,
    pub title: String,
    pub number: Option<Text>,
    pub claims: Vec<ClaimOption>,
}

/// A claim that a statement can make on a topic.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimOption {
    pub id: Text,
    pub text: String,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub unlike: Vec<String>,
    #[serde(default)]
    pub nature: super::super::ClaimNature,
    pub true_when: Condition,
    pub known_when: Condition,
    pub promise: Option<Promise>,
}

/// `wordings.ron`: how the claims of the topics can be worded, for the reader of statements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingsFile {
    pub format: u32,
    pub wordings: Vec<Wording>,
}

/// Wordings of one claim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub topic: Text,
    pub claim: Text,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub unlike: Vec<String>,
}

/// A commitment made by a claim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    pub what: Condition,
    pub within: Text,
}

/// A document that players can read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub id: Text,
    pub title: String,
    pub path: Text,
}

/// `actions.ron`: the available actions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionsFile {
    pub format: u32,
    pub actions: Vec<Action>,
}

/// An action that players can take.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: Text,
    pub title: String,
    pub text: String,
    pub step: Text,
    pub role: Text,
    pub takes: Text,
    #[serde(default)]
    pub cost: Option<Located<f64>>,
    #[serde(default)]
    pub repeats: bool,
    #[serde(default)]
    pub needs: Vec<Need>,
    #[serde(default)]
    pub asks: Ask,
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// Precondition of an action.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub when: Condition,
    pub because: String,
}

/// Input that an action requires from the player.
#[derive(Debug, Default, Deserialize)]
pub enum Ask {
    #[default]
    Nothing,
    Statement {
        audience: super::super::AudienceKind,
        channels: Vec<super::super::Channel>,
        to: Option<Text>,
    },
    Reply,
    Choice(Vec<Choice>),
}

/// One of several alternatives for carrying out an action.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: Text,
    pub title: String,
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// A change to the simulated world.
#[derive(Debug, Deserialize)]
pub enum Effect {
    Milestone(Text),
    Activate(Vec<Text>),
    Suspect(Text),
    Confirm(Text),
    Stop(Text),
    Harden(Located<f64>),
    Listen,
    FastUpdate,
    Monitor,
    Tell(Text),
    Discretion(Located<f64>),
    Agents(Located<u32>),
    Remedy { functional: Located<f64>, money: Located<f64>, cost_per_record: Located<f64> },
    Shop(super::super::ShopState),
    Reply(Located<f64>),
    Attention(Located<f64>),
    Blame(Located<f64>),
    Reveal(Text),
    Cost(Located<f64>),
    Forensics(Located<f64>),
    Approvals(Located<f64>),
    StopAll,
    Rest,
    PayRansom,
    RefuseRansom,
    Restrain { by: Text, until: Text },
    Report { outlet: Text, size: Located<f64> },
    Contradict { by: Text, topic: Option<Text> },
    Scope(Located<u64>),
    Proof(Located<f64>),
    Dump(Located<u64>),
    Gaffe(Located<f64>),
    Lawsuit(Located<f64>),
}

/// A boolean condition on the state of the world.
#[derive(Debug, Deserialize)]
pub enum Condition {
    Always,
    Never,
    At(Text),
    Milestone(Text),
    Done(Text),
    Active(Text),
    Suspected(Text),
    Confirmed(Text),
    Told(Text),
    Stopped(Text),
    Sent(Text),
    Answered(Text),
    Claimed(Text, Text),
    Spoken,
    CustomersTold,
    StaffTold,
    Exposed,
    Reversed,
    SecondBreach,
    Chose(Text, Text),
    Shop(super::super::ShopState),
    StoppedAll,
    Contradicted,
    Extorted,
    Paid,
    Dumped,
    Listening,
    Restrained,
    Defied,
    Above(super::super::Metric, Located<f64>),
    Below(super::super::Metric, Located<f64>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    AtLeast(Located<u32>, Vec<Condition>),
}

/// `msel.ron`: the injects.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MselFile {
    pub format: u32,
    pub injects: Vec<Inject>,
}

/// An inject.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inject {
    pub id: Text,
    pub kind: super::super::InjectKind,
    pub trigger: Trigger,
    pub medium: super::super::Medium,
    pub from: String,
    pub to: Text,
    pub title: String,
    pub body: String,
    pub document: Option<Text>,
    pub inquiry: Option<Inquiry>,
    #[serde(default)]
    pub expects: Option<Expectation>,
    #[serde(default)]
    pub effects: Vec<Effect>,
    pub alternative: Option<Text>,
}

/// A question with a deadline.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    pub within: Text,
    pub outlet: Option<Text>,
    #[serde(default)]
    pub if_unanswered: Vec<Effect>,
}

/// Player action that an inject is meant to elicit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    pub text: String,
    pub what: Condition,
    pub within: Text,
    pub objective: Text,
}

/// When an inject is released.
#[derive(Debug, Deserialize)]
pub enum Trigger {
    At(Text),
    When(Condition),
    After { what: Condition, delay: Text },
    NotBy { what: Condition, by: Text },
    Chance { from: Text, until: Text, per_hour: Located<f64>, when: Condition },
    ByHand,
}

/// A playbook with its steps and criteria.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaybookFile {
    pub format: u32,
    pub id: Text,
    pub title: String,
    pub source: String,
    pub milestones: Vec<Milestone>,
    #[serde(default)]
    pub roll_up: super::super::RollUp,
    #[serde(default)]
    pub capabilities: Vec<Capability>,
    pub steps: Vec<Step>,
}

/// A core capability with the criteria that demonstrate it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capability {
    pub id: Text,
    pub title: String,
    #[serde(default)]
    pub mission_area: String,
    #[serde(default)]
    pub target: String,
    #[serde(default)]
    pub reference: String,
    pub criteria: Vec<Text>,
}

/// A milestone that actions can reach and criteria can require.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    pub id: Text,
    pub title: String,
}

/// A step of a playbook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: Text,
    pub title: String,
    pub weight: Located<f64>,
    pub quote: String,
    pub criteria: Vec<Criterion>,
}

/// A single checkable requirement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: Text,
    pub title: String,
    pub advice: String,
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub element: Option<super::super::Element>,
    pub weight: Located<f64>,
    pub evidence: Evidence,
}

/// Evidence by which a criterion is scored from the session record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Evidence {
    Within {
        what: Moment,
        from: Moment,
        full: Text,
        none: Option<Text>,
    },
    InPar {
        what: Moment,
        from: Moment,
        full: Located<f64>,
        none: Located<f64>,
    },
    Before {
        first: Moment,
        then: Moment,
        otherwise: Located<f64>,
    },
    Reached(Moment),
    Never {
        what: Moment,
        before: Option<Moment>,
    },
    Share {
        of: super::super::Share,
        full: Located<f64>,
        none: Located<f64>,
    },
    KnownBefore {
        facts: super::super::FactKind,
        claims: super::super::Detail,
    },
    Count {
        of: playbook::Countable,
        full: Located<u32>,
        none: Located<u32>,
    },
    World {
        metric: super::super::Metric,
        is: playbook::Bound,
        from: Moment,
        lasting: Option<Text>,
        full: Located<f64>,
        none: Located<f64>,
    },
    Says {
        what: playbook::TextFinding,
        full: Located<f64>,
        none: Located<f64>,
    },
    Avoids {
        what: playbook::TextFinding,
        full: Located<f64>,
        none: Located<f64>,
    },
    Clocks {
        of: super::super::StakeholderKind,
        late: Located<f64>,
    },
    Review(playbook::ReviewPart),
    Parts(Vec<(Located<f64>, Evidence)>),
    AllOf(Vec<Evidence>),
    AnyOf(Vec<Evidence>),
    AtLeast(Located<u32>, Vec<Evidence>),
    Not(Box<Evidence>),
    NotJudgedYet(String),
}

/// A moment that can be reached during a session.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Moment {
    StartEx,
    FirstAlert,
    FirstDraft,
    FirstPublicWord,
    FirstWordOfSubstance,
    FirstOutsideReport,
    Milestone(Text),
    Reasoned(Text),
    TeamComplete,
    Confirmed(super::super::FactKind),
    FirstConfirmed,
    Spoke(super::super::Detail),
    CustomersTold,
    StaffTold,
    Told(super::super::StakeholderKind),
    DataStopped,
    NextWave,
    Listening,
    NarrativeAlarm,
    FirstReply,
    InsideLeak,
    LastHardening,
}
