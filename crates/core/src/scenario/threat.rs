//! Ground truth about the breach: its cause, and which data leaves and when.

use serde::{Deserialize, Serialize};

use crate::id::StreamId;
use crate::time::{SimDuration, SimTime};

/// Crisis cluster, which determines how the public attributes responsibility (Coombs 2007).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cluster {
    /// The organization is itself a victim.
    Victim,
    /// The organization acted without intent or gross negligence.
    Accidental,
    /// The organization could and should have prevented the breach.
    Preventable,
}

/// Ground truth about the breach, initially hidden from players.
#[derive(Clone, Debug)]
pub struct Threat {
    /// Crisis cluster.
    pub cluster: Cluster,
    /// Actual preventability, 0 to 1.
    pub preventability: f64,
    /// Sensitivity of the stolen data, 0 to 1.
    pub sensitivity: f64,
    /// Severity as perceived by the public once the breach is known, 0 to 1.
    pub severity: f64,
    /// Age of each earlier breach of the organization, 1 to 20,000 days before StartEx. At most 20 breaches.
    pub history: Vec<u32>,
    /// Number of days the attackers had access before StartEx, 0 to 3,650. The default is 0.
    pub dwell_days: u32,
    /// Visibility of the resulting fraud to outsiders, 0 to 1. Raises the hazard that a third party discloses the
    /// breach first.
    pub visible: f64,
    /// Whether payment cards are affected, so that card brands and acquirers react.
    pub cards: bool,
    /// Ongoing outflows of data.
    pub streams: Vec<Stream>,
    /// One-time outflows at fixed times, which do not happen if their stream has been stopped.
    pub waves: Vec<Wave>,
    /// Possible return of the attackers.
    pub second_breach: SecondBreach,
    /// Ransom demand, if any.
    pub extortion: Option<Extortion>,
}

/// A ransom demand with a countdown.
#[derive(Clone, Debug)]
pub struct Extortion {
    /// Amount, in the scenario's currency.
    pub demand: f64,
    /// Time of first contact.
    pub from: SimTime,
    /// Time allowed for payment.
    pub countdown: SimDuration,
    /// Number of records posted as proof.
    pub proof_records: u64,
    /// Number of records published when the countdown ends.
    pub dump_records: u64,
}

/// A continuous outflow of data, which lasts until it is stopped.
#[derive(Clone, Debug)]
pub struct Stream {
    /// Unique id.
    pub id: StreamId,
    /// Description of the outflow.
    pub title: String,
    /// Number of records that left before StartEx.
    pub records_before: u64,
    /// Number of records per hour at average shop traffic.
    pub records_per_hour: f64,
}

/// A one-time outflow of records.
#[derive(Clone, Debug)]
pub struct Wave {
    /// Time at which the records leave.
    pub at: SimTime,
    /// Description of the wave.
    pub title: String,
    /// Stream the wave depends on.
    pub stream: StreamId,
    /// Number of records.
    pub records: u64,
}

/// A possible second breach by the same attackers.
#[derive(Clone, Debug)]
pub struct SecondBreach {
    /// Earliest time at which it can happen.
    pub from: SimTime,
    /// Hazard per day without hardening, 0 to 1. Each hardening action reduces it by a fraction.
    pub per_day: f64,
    /// Number of records the attackers would take.
    pub records: u64,
}

impl SecondBreach {
    /// Returns a second breach that never happens.
    pub fn never() -> Self {
        SecondBreach { from: SimTime::START, per_day: 0.0, records: 0 }
    }
}
