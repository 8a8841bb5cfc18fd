//! The same customers as agents of krABMaga 0.6 with its own scheduler, on one thread.

use std::any::Any;

use krabmaga::engine::agent::Agent;
use krabmaga::engine::schedule::Schedule;
use krabmaga::engine::state::State;

use goldenhour_core::simulation::crowd::Minute;

use super::model::{Sums, checksum, customer, rates, step};
use super::rival::Rival;

/// A customer as an agent.
#[derive(Clone)]
struct Customer {
    key: u32,
    stratum: usize,
    trust: f32,
    anger: f32,
    fear: f32,
    held: f32,
    patience: f32,
}

impl Agent for Customer {
    fn step(&mut self, state: &mut dyn State) {
        let shop = state.as_any_mut().downcast_mut::<Shop>().expect("the state is a `Shop`");
        let Customer { key, stratum, trust, anger, fear, held, patience } = self;
        let row = step(&shop.rates[*stratum], *key, trust, anger, fear, held, patience);
        for (sum, part) in shop.sums.iter_mut().zip(row) {
            *sum += i64::from(part);
        }
    }
}

/// State shared by all customers.
struct Shop {
    count: u32,
    rates: Vec<Minute>,
    sums: Sums,
}

impl State for Shop {
    fn init(&mut self, schedule: &mut Schedule) {
        for from in (0..self.count).map(customer) {
            let customer = Customer {
                key: from.key,
                stratum: from.stratum,
                trust: from.trust,
                anger: from.anger,
                fear: from.fear,
                held: from.held,
                patience: from.patience,
            };
            assert!(schedule.schedule_repeating(Box::new(customer), 0.0, 0), "krABMaga accepts every customer");
        }
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }

    fn as_state(&self) -> &dyn State {
        self
    }

    fn reset(&mut self) {}

    fn update(&mut self, _step: u64) {}

    fn before_step(&mut self, _schedule: &mut Schedule) {
        self.sums = [0; 6];
    }
}

/// The agents and their scheduler.
pub struct Agents {
    shop: Shop,
    schedule: Schedule,
}

impl Agents {
    /// Creates `count` customers.
    pub fn new(count: u32) -> Self {
        let mut shop = Shop { count, rates: rates(), sums: [0; 6] };
        let mut schedule = Schedule::new();
        shop.init(&mut schedule);
        Agents { shop, schedule }
    }
}

impl Rival for Agents {
    fn minute(&mut self) -> i64 {
        self.schedule.step(&mut self.shop);
        checksum(self.shop.sums)
    }
}
