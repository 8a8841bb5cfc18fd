//! Fingerprints of the simulation state: one hash per domain, and one over all of them.
//!
//! Every resource of every domain is serialized into a hash field by field, so new fields are included
//! automatically. The hashes of individual customers are added up, which makes the result independent of the order
//! of rows. Worlds with equal fingerprints have the same state. If two fingerprints differ, the domain hashes show
//! where.

use std::fmt;
use std::io::{self, Write};

use bevy_ecs::world::World as EcsWorld;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use super::customer;
use super::customer::mood::Mood;
use super::customer::sleeper::Sleepers;
use super::disclosure::state::Disclosure;
use super::inject::Injects;
use super::ledger::Shared;
use super::market::Market;
use super::media::newsdesk::Newsdesk;
use super::media::state::Media;
use super::operation::state::Operation;
use super::social::Social;
use super::stakeholder::Clocks;
use super::stakeholder::reaction::Reactions;
use super::team::state::Team;
use super::threat::Threat;

/// Hash of a world, with one hash for each domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// Hash over all domains, as 16 hexadecimal digits.
    pub whole: String,
    /// Hash of each domain by name, in phase order.
    pub domains: Vec<(String, String)>,
}

impl Fingerprint {
    /// Returns the first domain in which two worlds differ.
    pub fn first_difference(&self, other: &Fingerprint) -> Option<&str> {
        let differs = |((_, a), (_, b)): &(&(String, String), &(String, String))| a != b;
        let found = self.domains.iter().zip(&other.domains).find(differs);
        found.map(|((domain, _), _)| domain.as_str()).or((self.whole != other.whole).then_some("unknown"))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.whole)
    }
}

/// Writer that feeds its input into a hash.
struct Hasher(Xxh3);

impl Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn hash(state: &impl Serialize) -> u64 {
    let mut hasher = Hasher(Xxh3::new());
    serde_json::to_writer(&mut hasher, state).expect("the state contains only serializable values");
    hasher.0.digest()
}

/// Computes the fingerprint of a world.
pub(super) fn take(world: &mut EcsWorld) -> Fingerprint {
    let customers = customer::hash_customers(world);
    let shared = world.resource::<Shared>();
    let domains = [
        ("luck", hash(&shared.luck)),
        ("ledger", hash(&shared.ledger)),
        ("inject", hash(world.resource::<Injects>())),
        ("team", hash(world.resource::<Team>())),
        ("threat", hash(world.resource::<Threat>())),
        ("operation", hash(world.resource::<Operation>())),
        ("stakeholder", hash(&(world.resource::<Clocks>(), world.resource::<Reactions>()))),
        ("disclosure", hash(world.resource::<Disclosure>())),
        ("media", hash(&(world.resource::<Newsdesk>(), world.resource::<Media>()))),
        ("customer", hash(&(customers, world.resource::<Sleepers>(), world.resource::<Mood>()))),
        ("social", hash(world.resource::<Social>())),
        ("market", hash(world.resource::<Market>())),
        ("timeline", hash(&(&shared.chronicle.0.events, &shared.chronicle.0.questions))),
    ];
    let whole = hash(&domains);
    let text = |hash: u64| format!("{hash:016x}");
    let domains = domains.into_iter().map(|(domain, hash)| (domain.to_owned(), text(hash))).collect();
    Fingerprint { whole: text(whole), domains }
}
