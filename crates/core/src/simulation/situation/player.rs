//! The players' view of the world.

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
use crate::time::{Calendar, SimTime};
use crate::timeline::{NarrativeKind, Post, Story};

/// Everything that the players can see at a given moment.
#[derive(Clone, Debug)]
pub struct Situation {
    /// Current time.
    pub now: SimTime,
    /// Civil time of the exercise.
    pub calendar: Calendar,
    /// Whether the exercise has ended.
    pub ended: bool,
    /// Facts, in the scenario's order.
    pub facts: Vec<FactView>,
    /// Messages received, oldest first.
    pub inbox: Vec<InboxItem>,
    /// Seats of the response team, with presence and workload.
    pub roster: Vec<SeatView>,
    /// Actions in progress, earliest completion first.
    pub works: Vec<WorkView>,
    /// Actions of the scenario, in its order.
    pub options: Vec<OptionView>,
    /// Topics that statements can address, in the scenario's order.
    pub topics: Vec<TopicView>,
    /// Clocks that have started; `None` while no lawyer is at work to identify them.
    pub clocks: Option<Vec<ClockView>>,
    /// Published stories, oldest first.
    pub stories: Vec<Story>,
    /// Customers' posts, oldest first; empty until social listening is on.
    pub posts: Vec<Arc<Post>>,
    /// Statements published by the team.
    pub statements: Vec<StatementView>,
    /// Sampled trust and share of negative posts, one row per minute since social listening was switched on.
    pub sentiment: Option<Vec<SentimentRow>>,
    /// Narratives that have formed and not faded, oldest first; empty until social listening is on.
    pub narratives: Vec<(NarrativeKind, SimTime)>,
    /// When social listening was switched on.
    pub listening_since: Option<SimTime>,
    /// Number of contacts waiting in the call center.
    pub backlog: f64,
    /// State of the shop.
    pub shop: ShopState,
    /// Revenue per minute.
    pub revenue: f64,
    /// Money spent on the response so far.
    pub costs: f64,
    /// When the organization made its first public statement.
    pub spoken: Option<SimTime>,
    /// When the breach was made public by someone other than the organization.
    pub exposed: Option<SimTime>,
    /// The team's activity log, oldest first.
    pub history: Vec<HistoryLine>,
}

/// Builds the players' view of the world.
pub(in crate::simulation) fn observe(world: &EcsWorld) -> Situation {
    let view = View::of(world);
    let (sentiment, listening_since) = view.sentiment();
    let timeline = &view.chronicle.0;
    let ledger = view.context.ledger;
    Situation {
        now: ledger.now,
        calendar: view.context.scenario.calendar,
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
