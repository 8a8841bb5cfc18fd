//! What is so about the breach, whoever knows it: how it came about, what leaves and when.

use serde::{Deserialize, Serialize};

use crate::id::StreamId;
use crate::time::{SimDuration, SimTime};

/// How the public attributes a crisis (Coombs 2007).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cluster {
    /// The firm is a victim as well.
    Victim,
    /// It happened without intent or gross neglect.
    Accidental,
    /// It could and should have been prevented.
    Preventable,
}

/// The latent truth of the breach.
#[derive(Clone, Debug)]
pub struct Threat {
    /// The cluster it belongs to.
    pub cluster: Cluster,
    /// How preventable it truly was, 0 to 1.
    pub preventability: f64,
    /// How sensitive the data is, 0 to 1.
    pub sensitivity: f64,
    /// How severe the public takes it to be once it is known, 0 to 1.
    pub severity: f64,
    /// Earlier breaches of the same firm: for each, how many days before StartEx.
    pub history: Vec<u32>,
    /// How many days the attackers had been at it before StartEx.
    pub dwell_days: u32,
    /// How visible the fraud already is outside, 0 to 1; raises the hazard that somebody else tells first.
    pub visible: f64,
    /// Whether it is about payment cards, so that card brands and acquirers are concerned.
    pub cards: bool,
    /// The ways in which data leaves.
    pub streams: Vec<Stream>,
    /// Bursts that leave at a fixed time unless their stream is stopped.
    pub waves: Vec<Wave>,
    /// The chance that the attackers come back.
    pub second_breach: SecondBreach,
    /// What they demand, if they demand something.
    pub extortion: Option<Extortion>,
}

/// A demand for money with a countdown.
#[derive(Clone, Debug)]
pub struct Extortion {
    /// How much, in the scenario's currency.
    pub demand: f64,
    /// When they make contact.
    pub from: SimTime,
    /// How long they give.
    pub countdown: SimDuration,
    /// How many records they post as proof.
    pub proof_records: u64,
    /// How many records they publish at the end.
    pub dump_records: u64,
}

/// A way in which data leaves until it is stopped.
#[derive(Clone, Debug)]
pub struct Stream {
    /// Its id.
    pub id: StreamId,
    /// What it is.
    pub title: String,
    /// Records that left before StartEx.
    pub records_before: u64,
    /// Records per hour at mean traffic of the shop.
    pub records_per_hour: f64,
}

/// A burst of records.
#[derive(Clone, Debug)]
pub struct Wave {
    /// When it leaves.
    pub at: SimTime,
    /// What it is.
    pub title: String,
    /// The stream it needs.
    pub stream: StreamId,
    /// How many records.
    pub records: u64,
}

/// A return of the attackers.
#[derive(Clone, Debug)]
pub struct SecondBreach {
    /// The earliest moment.
    pub from: SimTime,
    /// Hazard per day with no hardening, 0 to 1; each hardening work takes a share of it away.
    pub per_day: f64,
    /// Records it would take.
    pub records: u64,
}

impl SecondBreach {
    /// Returns one that never comes.
    pub fn never() -> Self {
        SecondBreach { from: SimTime::START, per_day: 0.0, records: 0 }
    }
}
