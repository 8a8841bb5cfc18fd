//! What the players can see, and what is actually so.
//!
//! A [`Situation`] is everything that a role may know now, as plain data: the board of facts, the inbox, who
//! is at work, what can be done and why not, the newsroom, and, once listening is switched on, how people
//! feel. Screens and autopilots get nothing else. A [`GroundTruth`] is for the facilitator.

use std::fmt;
use std::sync::Arc;

use bevy_ecs::world::World as EcsWorld;
use serde::Serialize;

use super::ledger::{Chronicle, Ledger, Shared};
use super::msel::MselLine;
use super::operation::state::Operation;
use super::social::Social;
use super::social::sample::Sample;
use super::stakeholder::{ClockState, Clocks};
use super::team::check_context::CheckContext;
use super::team::state::Team;
use super::team::work::WorkStage;
use super::threat::Threat;
use crate::decision::Rejection;
use crate::id::{
    ActionId, ChoiceId, ClaimId, ClockId, CriterionId, DocumentId, FactId, InjectId, RoleId, StepId, TopicId,
};
use crate::scenario::{
    Action, Ask, AudienceKind, ClaimNature, Detail, Effect, FactKind, Inject, InjectKind, Medium, Metric, RoleKind,
    Scenario, ShopState, Topic, Trigger, World, service,
};
use crate::statement::thousands;
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EventKind, NarrativeKind, Post, Publication, Question, Story};

/// An outlet that gives less time than this for its answer telephones.
const HURRY: SimDuration = SimDuration::from_minutes(120);

/// Everything that the players can see at a moment.
#[derive(Clone, Debug)]
pub struct Situation {
    /// Now.
    pub now: SimTime,
    /// Whether the exercise is over.
    pub ended: bool,
    /// The board of facts, in the scenario's order.
    pub facts: Vec<FactView>,
    /// What has arrived, oldest first.
    pub inbox: Vec<InboxItem>,
    /// Who is at work.
    pub roster: Vec<SeatView>,
    /// What is being done, soonest finished first.
    pub works: Vec<WorkView>,
    /// What can be done, in the scenario's order.
    pub options: Vec<OptionView>,
    /// What can be spoken about, in the scenario's order.
    pub topics: Vec<TopicView>,
    /// The clocks that run or ran; nobody sees them while no lawyer is at work.
    pub clocks: Option<Vec<ClockView>>,
    /// What has been reported, oldest first.
    pub stories: Vec<Story>,
    /// What customers write, oldest first; empty until listening is switched on.
    pub posts: Vec<Arc<Post>>,
    /// What the team has said.
    pub statements: Vec<StatementView>,
    /// Trust and the negative share as sampled, one row a minute from the moment listening was switched on.
    pub sentiment: Option<Vec<SentimentRow>>,
    /// What many posts say, while listening is on: narratives that have formed and not faded, oldest first.
    pub narratives: Vec<(NarrativeKind, SimTime)>,
    /// Since when listening is on.
    pub listening_since: Option<SimTime>,
    /// Contacts waiting in the call center.
    pub backlog: f64,
    /// The state of the shop.
    pub shop: ShopState,
    /// Revenue per minute.
    pub revenue: f64,
    /// Money spent on the response so far.
    pub costs: f64,
    /// When the organization first spoke in public.
    pub spoken: Option<SimTime>,
    /// When somebody else made the breach public.
    pub exposed: Option<SimTime>,
    /// What the team did, oldest first.
    pub history: Vec<HistoryLine>,
}

/// How far a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Knowledge {
    /// Nobody knows.
    Unknown,
    /// It is believed, and may be wrong.
    Suspected,
    /// It is so.
    Confirmed,
}

/// A fact as the players see it.
#[derive(Clone, Debug)]
pub struct FactView {
    /// Its id.
    pub id: FactId,
    /// What it is about.
    pub kind: FactKind,
    /// The question it answers.
    pub title: String,
    /// How far it is known.
    pub knowledge: Knowledge,
    /// What is believed or known.
    pub text: String,
    /// Since when.
    pub since: Option<SimTime>,
    /// Who knows of it, and since when.
    pub known_by: Vec<(RoleId, SimTime)>,
}

/// An inject, or what an outlet asks of itself, as the players see it.
#[derive(Clone, Debug)]
pub struct InboxItem {
    /// Its id; an answer names it.
    pub inject: InjectId,
    /// When it arrived.
    pub at: SimTime,
    /// How.
    pub medium: Medium,
    /// From whom.
    pub from: String,
    /// The role it is for.
    pub to: RoleId,
    /// Its subject line.
    pub title: String,
    /// What it says.
    pub body: String,
    /// The document that came with it.
    pub document: Option<DocumentId>,
    /// The question it asks.
    pub inquiry: Option<InquiryView>,
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InquiryView {
    /// It waits for an answer until this time.
    Open(SimTime),
    /// It was answered at this time.
    Answered(SimTime),
    /// Nobody answered in time.
    Expired,
}

/// A seat of the response team.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// The role.
    pub role: RoleId,
    /// Its function.
    pub kind: RoleKind,
    /// Its name on the door.
    pub title: String,
    /// Who sits there.
    pub holder: String,
    /// Whether it is there.
    pub presence: Presence,
    /// How many works it has in hand, those that it approves included.
    pub load: usize,
    /// How many it can lead.
    pub capacity: usize,
    /// How spent it is, 0 to 1.
    pub fatigue: f64,
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Not called.
    Away,
    /// Called, and here at this time.
    Arriving(SimTime),
    /// At work since this time.
    Here(SimTime),
}

/// A work under way.
#[derive(Clone, Debug)]
pub struct WorkView {
    /// The action.
    pub action: ActionId,
    /// Its name.
    pub title: String,
    /// Who leads it.
    pub by: RoleId,
    /// When it began.
    pub begun: SimTime,
    /// When it will be finished, as far as can be foreseen.
    pub until: SimTime,
    /// Where it stands: being done, or a statement on its way to approval.
    pub stage: WorkStage,
}

/// An action, and whether it can be taken now by the role whose duty it is.
#[derive(Clone, Debug)]
pub struct OptionView {
    /// The action.
    pub action: ActionId,
    /// Its name.
    pub title: String,
    /// What it means.
    pub text: String,
    /// The step of the playbook it belongs to.
    pub step: StepId,
    /// The role whose duty it is.
    pub role: RoleId,
    /// How long it would take that role.
    pub takes: SimDuration,
    /// What it costs.
    pub cost: f64,
    /// Why nobody can take it now, if so.
    pub blocked: Option<Rejection>,
    /// Why that role cannot lead it now, if so.
    pub role_blocked: Option<Rejection>,
    /// Whether it has been done at least once.
    pub done: bool,
    /// What it asks for.
    pub asks: AskView,
    /// The criteria of the playbook that it serves.
    pub serves: Vec<CriterionId>,
    /// Whether it would still bring about something that is neither done nor under way.
    pub is_fresh: bool,
    /// Whether the playbook wants it before the organization speaks.
    pub prepares_speech: bool,
}

/// What an action asks the player for.
#[derive(Clone, Debug, PartialEq)]
pub enum AskView {
    /// Nothing more.
    Nothing,
    /// A statement for this audience.
    Statement(AudienceKind),
    /// An answer to an open inquiry.
    Reply,
    /// One of these.
    Choice(Vec<ChoiceView>),
}

/// One of several ways to take an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// Its id.
    pub id: ChoiceId,
    /// Its name.
    pub title: String,
    /// The criteria of the playbook that it serves by itself.
    pub serves: Vec<CriterionId>,
}

/// A topic, and what the team can know about it.
#[derive(Clone, Debug)]
pub struct TopicView {
    /// The topic.
    pub id: TopicId,
    /// The detail of the playbook it answers.
    pub detail: Detail,
    /// The question it answers.
    pub title: String,
    /// What could be said.
    pub claims: Vec<ClaimView>,
    /// The number that is confirmed, where the topic has one.
    pub number: Option<u64>,
    /// The number that is believed, where it is not confirmed.
    pub believed_number: Option<u64>,
    /// Whether a number can be stated.
    pub takes_number: bool,
}

/// Something that could be said.
#[derive(Clone, Debug)]
pub struct ClaimView {
    /// Its id.
    pub id: ClaimId,
    /// The sentence.
    pub text: String,
    /// What it does besides informing.
    pub nature: ClaimNature,
    /// Whether the team can know that it is so.
    pub known: bool,
}

/// A clock as the players see it once a lawyer is at work.
#[derive(Clone, Debug, Serialize)]
pub struct ClockView {
    /// The clock.
    pub id: ClockId,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: ClockState,
    /// The law or contract.
    pub source: String,
}

/// Something the team has said.
#[derive(Clone, Debug)]
pub struct StatementView {
    /// Its place in the timeline's publications.
    pub index: usize,
    /// When.
    pub at: SimTime,
    /// The action.
    pub action: ActionId,
    /// Its name.
    pub title: String,
    /// Its words.
    pub text: String,
    /// The next update it promises.
    pub next_update: Option<SimTime>,
}

/// How people feel at one minute, by the last sample before it.
#[derive(Clone, Copy, Debug)]
pub struct SentimentRow {
    /// When.
    pub at: SimTime,
    /// Mean trust of those asked.
    pub trust: f64,
    /// Half the width of its 95 % interval.
    pub trust_margin: f64,
    /// The share of the posts read that is negative.
    pub negative: f64,
    /// Half the width of its 95 % interval.
    pub negative_margin: f64,
    /// How many posts were read for it.
    pub post_count: u32,
    /// Attention of news and social networks together.
    pub attention: f64,
}

/// Something the team did.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When.
    pub at: SimTime,
    /// What.
    pub deed: Deed,
}

/// What the team did or let happen; names are those of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It began a work.
    Begun {
        /// The action.
        title: String,
        /// When it will be finished.
        until: SimTime,
    },
    /// An error was made; a work has to be done again in part.
    Redone {
        /// The action.
        title: String,
        /// When it will be finished.
        until: SimTime,
    },
    /// A statement went out with a slip.
    Slipped(String),
    /// A role approved a statement.
    Approved {
        /// The action.
        title: String,
        /// The role.
        role: String,
    },
    /// It finished a work.
    Finished(String),
    /// A role came to work.
    Arrived(String),
    /// It found something out.
    Confirmed(String),
    /// It left a question without an answer.
    Unanswered(String),
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Deed::Begun { title, until } => write!(f, "Begun: {title} (until {until})"),
            Deed::Redone { title, until } => {
                write!(f, "An error: {title} has to be done again in part (until {until})")
            }
            Deed::Slipped(title) => write!(f, "Went out with a slip: {title}"),
            Deed::Approved { title, role } => write!(f, "Approved by the {role}: {title}"),
            Deed::Finished(title) => write!(f, "Finished: {title}"),
            Deed::Arrived(role) => write!(f, "At work: {role}"),
            Deed::Confirmed(fact) => write!(f, "Confirmed: {fact}"),
            Deed::Unanswered(question) => write!(f, "Not answered in time: {question}"),
        }
    }
}

/// What is actually so; for the facilitator only.
#[derive(Clone, Debug, Serialize)]
pub struct GroundTruth {
    /// Every fact: what is so, and how far the team knows it.
    pub facts: Vec<(FactId, String, Knowledge)>,
    /// Every metric.
    pub metrics: Vec<(Metric, f64)>,
    /// The contingency deck: what may still be sent by hand.
    pub deck: Vec<DeckCard>,
    /// The largest number of records that is public, if one is.
    pub public_records: Option<u64>,
    /// Every inject and where it stands, in the scenario's order.
    pub msel: Vec<MselLine>,
    /// The clocks that run or ran, whether or not a lawyer sees them.
    pub clocks: Vec<ClockView>,
}

/// An inject that the facilitator may still send.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckCard {
    /// Its id.
    pub inject: InjectId,
    /// Its subject line.
    pub title: String,
    /// The role it is for.
    pub to: RoleId,
    /// Whether it is held back.
    pub held: bool,
}

/// Looks at the world as a player does.
pub(super) fn observe(world: &EcsWorld) -> Situation {
    let view = View::of(world);
    let (sentiment, listening_since) = view.sentiment();
    let timeline = &view.chronicle.0;
    let ledger = view.context.ledger;
    Situation {
        now: ledger.now,
        ended: ledger.ended,
        facts: view.facts(),
        inbox: view.inbox(),
        roster: view.roster(),
        works: view.works(),
        options: view.context.scenario.actions.iter().map(|action| view.option(action)).collect(),
        topics: view.context.scenario.topics.iter().map(|topic| view.topic(topic)).collect(),
        clocks: view.clocks(),
        stories: timeline.stories.clone(),
        posts: listening_since.map_or_else(Vec::new, |_| timeline.posts.clone()),
        statements: timeline.publications.iter().enumerate().map(|(index, said)| view.statement(index, said)).collect(),
        sentiment,
        narratives: listening_since.map_or_else(Vec::new, |_| view.narratives()),
        listening_since,
        backlog: ledger.metrics[Metric::Backlog.index()],
        shop: view.context.operation.shop,
        revenue: ledger.metrics[Metric::Revenue.index()],
        costs: ledger.metrics[Metric::Costs.index()],
        spoken: ledger.spoken,
        exposed: ledger.exposed,
        history: view.history(),
    }
}

/// Looks at the world as a facilitator does.
pub(super) fn ground_truth(world: &EcsWorld) -> GroundTruth {
    let view = View::of(world);
    let ledger = view.context.ledger;
    let facts =
        view.context.scenario.facts.iter().map(|fact| (fact.id.clone(), fact.truth.clone(), view.knowledge(&fact.id)));
    GroundTruth {
        facts: facts.collect(),
        deck: view.deck(),
        msel: super::msel::lines(view.context.scenario, ledger, view.context.injects),
        clocks: view.all_clocks(),
        public_records: world.resource::<Threat>().public_records(),
        metrics: Metric::ALL.into_iter().map(|metric| (metric, ledger.metrics[metric.index()])).collect(),
    }
}

struct View<'a> {
    context: CheckContext<'a>,
    clocks: &'a Clocks,
    chronicle: &'a Chronicle,
    social: &'a Social,
}

impl<'a> View<'a> {
    fn of(world: &'a EcsWorld) -> Self {
        View {
            context: CheckContext::of(world),
            clocks: world.resource(),
            chronicle: &world.resource::<Shared>().chronicle,
            social: world.resource(),
        }
    }
}

impl View<'_> {
    fn scenario(&self) -> &Scenario {
        self.context.scenario
    }

    fn ledger(&self) -> &Ledger {
        self.context.ledger
    }

    fn knowledge(&self, fact: &FactId) -> Knowledge {
        match (self.ledger().suspected.contains_key(fact), self.ledger().confirmed.contains_key(fact)) {
            (_, true) => Knowledge::Confirmed,
            (true, false) => Knowledge::Suspected,
            (false, false) => Knowledge::Unknown,
        }
    }

    fn known_by(&self, fact: &FactId) -> Vec<(RoleId, SimTime)> {
        let knowers = self.ledger().knows.get(fact);
        knowers.into_iter().flatten().map(|(role, since)| (role.clone(), *since)).collect()
    }

    /// Returns what the facilitator may still send: contingency injects and those released by hand only.
    fn deck(&self) -> Vec<DeckCard> {
        let in_deck =
            |inject: &&Inject| inject.kind == InjectKind::Contingency || matches!(inject.trigger, Trigger::ByHand);
        let card = |inject: &Inject| {
            let held = self.context.injects.waits(&inject.id)?;
            Some(DeckCard { inject: inject.id.clone(), title: inject.title.clone(), to: inject.to.clone(), held })
        };
        self.scenario().injects.iter().filter(in_deck).filter_map(card).collect()
    }

    fn facts(&self) -> Vec<FactView> {
        let ledger = self.ledger();
        let view = |fact: &crate::scenario::Fact| {
            let knowledge = self.knowledge(&fact.id);
            let (text, since) = match knowledge {
                Knowledge::Unknown => (&fact.unknown, None),
                Knowledge::Suspected => {
                    (fact.early.as_ref().map_or(&fact.unknown, |early| &early.text), ledger.suspected.get(&fact.id))
                }
                Knowledge::Confirmed => (&fact.truth, ledger.confirmed.get(&fact.id)),
            };
            FactView {
                id: fact.id.clone(),
                kind: fact.kind,
                title: fact.title.clone(),
                knowledge,
                text: match ledger.grown.get(&fact.id) {
                    Some(number) => format!("{text} By now it is public that it is {}.", thousands(*number)),
                    None => text.clone(),
                },
                since: since.copied(),
                known_by: self.known_by(&fact.id),
            }
        };
        self.scenario().facts.iter().map(view).collect()
    }

    fn inbox(&self) -> Vec<InboxItem> {
        let sent = self.ledger().sent.iter().filter_map(|(id, at)| self.inbox_item(id, *at));
        let mut inbox: Vec<InboxItem> =
            sent.chain(self.chronicle.0.questions.iter().map(|q| self.question(q))).collect();
        inbox.sort_by_key(|item| item.at);
        inbox
    }

    /// What an outlet asks of itself, as a message like any other.
    fn question(&self, question: &Question) -> InboxItem {
        let hurried = question.due.since(question.at) <= HURRY;
        InboxItem {
            inject: question.id.clone(),
            at: question.at,
            medium: if hurried { Medium::Call } else { Medium::Email },
            from: question.from.clone(),
            to: question.to.clone(),
            title: question.title.clone(),
            body: question.body.clone(),
            document: None,
            inquiry: Some(self.inquiry(&question.id)),
        }
    }

    fn inquiry(&self, id: &InjectId) -> InquiryView {
        match (self.ledger().answered.get(id), self.context.injects.open_until(id)) {
            (Some(at), _) => InquiryView::Answered(*at),
            (None, Some(due)) => InquiryView::Open(due),
            (None, None) => InquiryView::Expired,
        }
    }

    fn inbox_item(&self, id: &InjectId, at: SimTime) -> Option<InboxItem> {
        let inject = self.scenario().inject(id)?;
        let inquiry = inject.inquiry.as_ref().map(|_| self.inquiry(id));
        Some(InboxItem {
            inject: id.clone(),
            at,
            medium: inject.medium,
            from: inject.from.clone(),
            to: inject.to.clone(),
            title: inject.title.clone(),
            body: inject.body.clone(),
            document: inject.document.clone(),
            inquiry,
        })
    }

    fn roster(&self) -> Vec<SeatView> {
        let team: &Team = self.context.team;
        let view = |role: &crate::scenario::Role| SeatView {
            role: role.id.clone(),
            kind: role.kind,
            title: role.title.clone(),
            holder: role.holder.clone(),
            presence: match (self.ledger().active.get(&role.id), team.arrival(&role.id)) {
                (Some(since), _) => Presence::Here(*since),
                (None, Some(time)) => Presence::Arriving(time),
                (None, None) => Presence::Away,
            },
            load: team.load(&role.id),
            capacity: role.capacity as usize,
            fatigue: team.fatigue(&role.id),
        };
        self.scenario().roles.iter().map(view).collect()
    }

    fn works(&self) -> Vec<WorkView> {
        let mut works: Vec<WorkView> = self
            .context
            .team
            .works()
            .iter()
            .map(|work| WorkView {
                action: work.action.clone(),
                title: self.scenario().action(&work.action).map_or_else(String::new, |action| action.title.clone()),
                by: work.by.clone(),
                begun: work.begun,
                until: work.until,
                stage: work.stage.clone(),
            })
            .collect();
        works.sort_by_key(|work| work.until);
        works
    }

    fn option(&self, action: &Action) -> OptionView {
        let role = self.scenario().role(&action.role);
        let serves = service::served_by(action, self.scenario());
        OptionView {
            action: action.id.clone(),
            title: action.title.clone(),
            text: action.text.clone(),
            step: action.step.clone(),
            role: action.role.clone(),
            takes: self.context.duration(action, &action.role),
            cost: action.cost,
            blocked: self.context.check_action(action).err(),
            role_blocked: role.and_then(|role| self.context.check_role(role).err()),
            done: self.ledger().done.contains_key(&action.id),
            asks: self.ask(&action.asks),
            prepares_speech: self.prepares_speech(&serves),
            is_fresh: self.is_fresh(action),
            serves,
        }
    }

    /// Whether an action would bring about something new. What cannot be done twice counts; what can is always new.
    fn is_fresh(&self, action: &Action) -> bool {
        let ledger = self.ledger();
        let under_way: Vec<&Effect> = self
            .context
            .team
            .works()
            .iter()
            .filter_map(|work| self.scenario().action(&work.action))
            .flat_map(Action::all_effects)
            .collect();
        let coming = |wanted: &dyn Fn(&Effect) -> bool| under_way.iter().any(|effect| wanted(effect));
        let new = |effect: &Effect| match effect {
            Effect::Milestone(id) => {
                !ledger.milestones.contains_key(id)
                    && !coming(&|other| matches!(other, Effect::Milestone(o) if o == id))
            }
            Effect::Confirm(id) => {
                !ledger.confirmed.contains_key(id) && !coming(&|other| matches!(other, Effect::Confirm(o) if o == id))
            }
            Effect::Suspect(id) => !ledger.suspected.contains_key(id),
            Effect::Tell(id) => {
                !ledger.told.contains_key(id) && !coming(&|other| matches!(other, Effect::Tell(o) if o == id))
            }
            Effect::Stop(id) => {
                !ledger.stopped.contains_key(id) && !coming(&|other| matches!(other, Effect::Stop(o) if o == id))
            }
            Effect::Listen => !self.context.operation.listening,
            _ => true,
        };
        let mut effects = action.all_effects().peekable();
        effects.peek().is_none() || effects.any(new)
    }

    fn prepares_speech(&self, serves: &[CriterionId]) -> bool {
        let mut criteria = self.scenario().playbook.criteria();
        criteria.any(|(_, criterion)| serves.contains(&criterion.id) && criterion.evidence.prepares_speech())
    }

    fn ask(&self, asks: &Ask) -> AskView {
        let choice = |choice: &crate::scenario::Choice| ChoiceView {
            id: choice.id.clone(),
            title: choice.title.clone(),
            serves: service::served_by_effects(&choice.effects, self.scenario()),
        };
        match asks {
            Ask::Nothing => AskView::Nothing,
            Ask::Statement { audience, .. } => AskView::Statement(*audience),
            Ask::Reply => AskView::Reply,
            Ask::Choice(choices) => AskView::Choice(choices.iter().map(choice).collect()),
        }
    }

    fn topic(&self, topic: &Topic) -> TopicView {
        let ledger = self.ledger();
        let fact = topic.number.as_ref().and_then(|fact| self.scenario().fact(fact));
        let knowledge = fact.map_or(Knowledge::Unknown, |fact| self.knowledge(&fact.id));
        let early = fact.and_then(|fact| fact.early.as_ref()).and_then(|early| early.number);
        TopicView {
            id: topic.id.clone(),
            detail: topic.detail,
            title: topic.title.clone(),
            claims: topic
                .claims
                .iter()
                .map(|claim| ClaimView {
                    id: claim.id.clone(),
                    text: claim.text.clone(),
                    nature: claim.nature,
                    known: claim.known_when.holds(ledger) && claim.true_when.holds(ledger),
                })
                .collect(),
            number: fact.filter(|_| knowledge == Knowledge::Confirmed).and_then(|fact| ledger.number(fact)),
            believed_number: early.filter(|_| knowledge == Knowledge::Suspected),
            takes_number: fact.is_some(),
        }
    }

    fn clocks(&self) -> Option<Vec<ClockView>> {
        let lawyer = self.scenario().role_of(RoleKind::Lawyer)?;
        if !self.ledger().active(&lawyer.id) {
            return None;
        }
        Some(self.all_clocks())
    }

    fn all_clocks(&self) -> Vec<ClockView> {
        let view = |clock: &crate::scenario::Clock| {
            Some(ClockView {
                id: clock.id.clone(),
                title: clock.title.clone(),
                state: self.clocks.state(&clock.id)?,
                source: clock.source.clone(),
            })
        };
        self.scenario().clocks.iter().filter_map(view).collect()
    }

    fn statement(&self, index: usize, said: &Publication) -> StatementView {
        StatementView {
            index,
            at: said.at,
            action: said.action.clone(),
            title: self.scenario().action(&said.action).map_or_else(String::new, |action| action.title.clone()),
            text: said.statement.text.clone(),
            next_update: said.statement.next_update,
        }
    }

    fn sentiment(&self) -> (Option<Vec<SentimentRow>>, Option<SimTime>) {
        let timeline = &self.chronicle.0;
        let Some(on) = timeline.first(|what| matches!(what, EventKind::ListeningOn)) else { return (None, None) };
        let operation: &Operation = self.context.operation;
        debug_assert!(operation.listening);
        let samples = &self.social.samples;
        let row = |at: SimTime| {
            let last = samples.partition_point(|sample| sample.at <= at).checked_sub(1)?;
            let sample: &Sample = samples.get(last)?;
            Some(SentimentRow {
                at,
                trust: sample.trust,
                trust_margin: sample.trust_margin,
                negative: sample.negative,
                negative_margin: sample.negative_margin,
                post_count: sample.post_count,
                attention: timeline.series.at(Metric::News, at) + timeline.series.at(Metric::Social, at),
            })
        };
        let rows = (on.at.minutes()..self.ledger().now.minutes()).map(SimTime::from_minutes).filter_map(row);
        (Some(rows.collect()), Some(on.at))
    }

    fn narratives(&self) -> Vec<(NarrativeKind, SimTime)> {
        let mut standing: Vec<(NarrativeKind, SimTime)> = Vec::new();
        for event in &self.chronicle.0.events {
            match event.what {
                EventKind::NarrativeFormed(kind) => standing.push((kind, event.at)),
                EventKind::NarrativeFaded(kind) => standing.retain(|(other, _)| *other != kind),
                _ => {}
            }
        }
        standing
    }

    fn history(&self) -> Vec<HistoryLine> {
        let title = |action: &ActionId| {
            self.scenario().action(action).map_or_else(|| action.to_string(), |action| action.title.clone())
        };
        let deed = |what: &EventKind| match what {
            EventKind::WorkBegun { action, until, .. } => Some(Deed::Begun { title: title(action), until: *until }),
            EventKind::WorkRedone { action, until, .. } => Some(Deed::Redone { title: title(action), until: *until }),
            EventKind::Slip { action, .. } => Some(Deed::Slipped(title(action))),
            EventKind::Approved { action, by } => {
                Some(Deed::Approved { title: title(action), role: self.scenario().role(by)?.title.clone() })
            }
            EventKind::WorkFinished(action) => Some(Deed::Finished(title(action))),
            EventKind::RoleArrived(role) => Some(Deed::Arrived(self.scenario().role(role)?.title.clone())),
            EventKind::FactConfirmed(fact) => Some(Deed::Confirmed(self.scenario().fact(fact)?.title.clone())),
            EventKind::InquiryExpired(inject) => {
                Some(Deed::Unanswered(self.chronicle.0.inquiry(inject, self.scenario())?.0.to_owned()))
            }
            _ => None,
        };
        let events = self.chronicle.0.events.iter();
        events.filter_map(|event| deed(&event.what).map(|deed| HistoryLine { at: event.at, deed })).collect()
    }
}
