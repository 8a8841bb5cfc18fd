//! Everybody outside the response team: customers, media, and those who must be told.

use serde::{Deserialize, Serialize};

use crate::id::{OutletId, SegmentId, StakeholderId};
use crate::time::{Calendar, SimDuration, SimTime};

/// The largest number of customers that is simulated one by one.
pub const LARGEST_POPULATION: u64 = 5_000_000;

/// The most segments a scenario may have.
pub const MOST_SEGMENTS: usize = 16;

/// How many questions outlets think of themselves at most, where the scenario says nothing.
pub const QUESTIONS: u32 = 5;

/// All customers.
#[derive(Clone, Debug)]
pub struct Customers {
    /// How many are simulated, each by itself.
    pub population: u32,
    /// How many real customers they stand for.
    pub represents: u64,
    /// Their groups, in the order of the file; shares add up to 1.
    pub segments: Vec<Segment>,
}

impl Customers {
    /// Returns how many real customers one simulated customer stands for.
    pub fn weight(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "populations are far below 2^52")]
        let represents = self.represents as f64;
        represents / f64::from(self.population)
    }
}

/// A group of customers who think and read alike.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its id.
    pub id: SegmentId,
    /// Its name.
    pub title: String,
    /// Its share of all customers, 0 to 1.
    pub share: f64,
    /// The share of it whose data was taken, 0 to 1.
    pub affected: f64,
    /// Trust at StartEx, 0 to 1; also the anchor to which trust returns.
    pub trust: f64,
    /// How much of a regular it is, 0 to 1; regulars leave less readily.
    pub patronage: f64,
    /// How hard it is for it to buy elsewhere, 0 to 1.
    pub switch_cost: f64,
    /// Spending relative to the mean customer.
    pub spend: f64,
    /// How much of the news reaches it, 0 to 1.
    pub news: f64,
    /// How much of the social networks reaches it, 0 to 1.
    pub social: f64,
}

/// What kind of medium an outlet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OutletKind {
    /// A specialist blog or trade paper: small reach, first to know.
    Trade,
    /// A national newspaper.
    National,
    /// Radio or television.
    Broadcast,
    /// A regional paper.
    Regional,
    /// A consumer rights column or program.
    Consumer,
}

/// A medium that writes about the incident.
#[derive(Clone, Debug)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// Its name.
    pub title: String,
    /// What kind of medium it is.
    pub kind: OutletKind,
    /// What it writes about.
    pub beat: String,
    /// Its share of the attention that all outlets get together, 0 to 1.
    pub reach: f64,
    /// From -1 (hostile) to 1 (friendly).
    pub stance: f64,
    /// How long it takes from hearing of something to a story.
    pub pickup: SimDuration,
    /// The times of day at which it can publish, in minutes since midnight, in order; at any time where there are none.
    pub editions: Vec<u32>,
    /// How far it colors later stories by how it was treated earlier, 0 to 1.
    pub memory: f64,
}

impl Outlet {
    /// Returns the first moment, now or later, at which it can publish.
    pub fn next_edition(&self, now: SimTime, calendar: &Calendar) -> SimTime {
        let time = calendar.at(now).time();
        let minute = u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs());
        let Some(first) = self.editions.first() else { return now };
        let today = self.editions.iter().find(|edition| **edition >= minute);
        let wait = today.map_or(first + MINUTES_PER_DAY - minute, |edition| edition - minute);
        now + SimDuration::from_minutes(wait)
    }
}

/// Minutes of a day.
const MINUTES_PER_DAY: u32 = 24 * 60;

/// What kind of party a stakeholder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StakeholderKind {
    /// A data protection authority.
    Regulator,
    /// A card scheme.
    CardBrand,
    /// The bank that takes the retailer's card payments.
    Acquirer,
    /// Law enforcement.
    Police,
    /// The cyber insurer.
    Insurer,
    /// Owners and the stock exchange.
    Investors,
    /// A supplier or partner.
    Partner,
}

/// Somebody who can be told, and who may be owed it.
#[derive(Clone, Debug)]
pub struct Stakeholder {
    /// Its id.
    pub id: StakeholderId,
    /// What kind of party it is.
    pub kind: StakeholderKind,
    /// Its name.
    pub title: String,
}
