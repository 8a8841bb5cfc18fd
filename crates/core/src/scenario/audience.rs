//! Audiences outside the response team: customers, news outlets and stakeholders.

use serde::{Deserialize, Serialize};

use crate::id::{OutletId, SegmentId, StakeholderId};
use crate::time::{Calendar, SimDuration, SimTime};

/// Maximum number of individually simulated customers.
pub const LARGEST_POPULATION: u64 = 5_000_000;

/// Maximum number of customer segments in a scenario.
pub const MOST_SEGMENTS: usize = 16;

/// Default maximum number of questions that outlets generate on their own.
pub const QUESTIONS: u32 = 5;

/// The customer population.
#[derive(Clone, Debug)]
pub struct Customers {
    /// Number of customers that are simulated individually, 100 to 5,000,000.
    pub population: u32,
    /// Number of real customers that the simulated ones represent, at least `population`.
    pub represents: u64,
    /// Segments in file order. Their shares add up to 1.
    pub segments: Vec<Segment>,
}

impl Customers {
    /// Returns the number of real customers that one simulated customer represents.
    pub fn weight(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "populations are far below 2^52")]
        let represents = self.represents as f64;
        represents / f64::from(self.population)
    }
}

/// A group of customers with similar attitudes and reading habits.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Unique id.
    pub id: SegmentId,
    /// Display name.
    pub title: String,
    /// Share of all customers, 0 to 1.
    pub share: f64,
    /// Fraction of the segment whose data was taken, 0 to 1.
    pub affected: f64,
    /// Trust at StartEx, 0 to 1. Over time, trust returns to this value.
    pub trust: f64,
    /// How regularly the segment buys, 0 to 1. Regular customers are less likely to leave.
    pub patronage: f64,
    /// How hard it is to switch to a competitor, 0 to 1.
    pub switch_cost: f64,
    /// Spending relative to the average customer, 0 to 100.
    pub spend: f64,
    /// How much of the news coverage reaches the segment, 0 to 1.
    pub news: f64,
    /// How much of social media reaches the segment, 0 to 1.
    pub social: f64,
}

/// Kind of news outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OutletKind {
    /// A specialist blog or trade publication, with small reach but early knowledge.
    Trade,
    /// A national newspaper.
    National,
    /// A radio or television station.
    Broadcast,
    /// A regional newspaper.
    Regional,
    /// A consumer affairs column or program.
    Consumer,
}

/// A news outlet that covers the incident.
#[derive(Clone, Debug)]
pub struct Outlet {
    /// Unique id.
    pub id: OutletId,
    /// Display name.
    pub title: String,
    /// Kind of outlet.
    pub kind: OutletKind,
    /// Subjects the outlet covers.
    pub beat: String,
    /// Share of the combined attention of all outlets, 0 to 1.
    pub reach: f64,
    /// Attitude toward the organization, from -1 (hostile) to 1 (friendly).
    pub stance: f64,
    /// Time from learning of an event to having a story ready.
    pub pickup: SimDuration,
    /// Times of day at which the outlet can publish, in minutes since midnight, sorted. If empty, it can publish at
    /// any time.
    pub editions: Vec<u32>,
    /// How strongly earlier treatment by the organization colors later stories, 0 to 1. The default is 0.5.
    pub memory: f64,
}

impl Outlet {
    /// Returns the earliest moment at or after `now` at which the outlet can publish.
    pub fn next_edition(&self, now: SimTime, calendar: &Calendar) -> SimTime {
        let time = calendar.at(now).time();
        let minute = u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs());
        let Some(first) = self.editions.first() else { return now };
        let today = self.editions.iter().find(|edition| **edition >= minute);
        let wait = today.map_or(first + MINUTES_PER_DAY - minute, |edition| edition - minute);
        now + SimDuration::from_minutes(wait)
    }
}

/// Number of minutes in a day.
const MINUTES_PER_DAY: u32 = 24 * 60;

/// Kind of stakeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StakeholderKind {
    /// A data protection authority.
    Regulator,
    /// A payment card brand.
    CardBrand,
    /// The bank that processes the retailer's card payments.
    Acquirer,
    /// Law enforcement.
    Police,
    /// The cyber insurer.
    Insurer,
    /// Shareholders and the stock exchange.
    Investors,
    /// A supplier or business partner.
    Partner,
}

/// A party outside the organization that can be notified, and that may have a right to it.
#[derive(Clone, Debug)]
pub struct Stakeholder {
    /// Unique id.
    pub id: StakeholderId,
    /// Kind of party.
    pub kind: StakeholderKind,
    /// Display name.
    pub title: String,
}
