//! The players' view.

use std::sync::Arc;

use bevy_ecs::world::World as EcsWorld;

use super::clock::ClockView;
use super::fact::FactView;
use super::history::HistoryLine;
use super::inbox::InboxItem;
use super::option::OptionView;
use super::seat::SeatView;
use super::sentiment::SentimentRow;
use super::statement::StatementView;
use super::topic::TopicView;
use super::view::View;
use super::work::WorkView;
use crate::scenario::{Metric, ShopState};
use crate::time::SimTime;
use crate::timeline::{NarrativeKind, Post, Story};

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

/// Looks at the world as a player does.
pub(in crate::simulation) fn observe(world: &EcsWorld) -> Situation {
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
