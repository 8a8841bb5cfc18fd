//! The same customers as agents of krABMaga 0.6 with its own scheduler, on one thread.

use std::any::Any;

use krabmaga::engine::agent::Agent;
use krabmaga::engine::schedule::Schedule;
use krabmaga::engine::state::State;

use super::rival::Rival;
use super::stand_in::{Anger, Fear, Key, Marks, Minute, Trust, customer, step};

/// A customer as an agent.
#[derive(Clone)]
struct Customer {
    key: Key,
    trust: Trust,
    anger: Anger,
    fear: Fear,
    marks: Marks,
}

impl Agent for Customer {
    fn step(&mut self, state: &mut dyn State) {
        let shop = state.as_any_mut().downcast_mut::<Shop>().expect("there is one state");
        let minute = shop.minute;
        shop.sum +=
            i64::from(step(&minute, self.key, &mut self.trust, &mut self.anger, &mut self.fear, &mut self.marks));
    }
}

/// What all customers share.
struct Shop {
    count: u32,
    minute: Minute,
    now: u32,
    sum: i64,
}

impl State for Shop {
    fn init(&mut self, schedule: &mut Schedule) {
        for (key, trust, anger, fear, marks) in (0..self.count).map(customer) {
            let customer = Customer { key, trust, anger, fear, marks };
            assert!(schedule.schedule_repeating(Box::new(customer), 0.0, 0), "every customer is scheduled");
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
        self.minute = Minute::new(self.now);
        self.now += 1;
        self.sum = 0;
    }
}

/// Agents and their scheduler.
pub struct Agents {
    shop: Shop,
    schedule: Schedule,
}

impl Agents {
    /// Returns so many customers.
    pub fn new(count: u32) -> Self {
        let mut shop = Shop { count, minute: Minute::new(0), now: 0, sum: 0 };
        let mut schedule = Schedule::new();
        shop.init(&mut schedule);
        Agents { shop, schedule }
    }
}

impl Rival for Agents {
    fn minute(&mut self) -> i64 {
        self.schedule.step(&mut self.shop);
        self.shop.sum
    }
}
