//! From files to a scenario: the one place where texts become ids, times and numbers.
//!
//! The [`reader`] takes the files as the shapes of their format. [`resolve`] then goes through them twice: first it
//! declares every id ([`declaration`]), so that the order in a file does not matter; then it builds the scenario,
//! looking up every reference ([`resolver`]). Each noun of a scenario has a file here. A bad value never stops the
//! pass: it leaves a diagnostic with its place and a stand-in value, so that all mistakes show at once. The caller
//! discards a scenario with errors.
//!
//! What a scenario leaves out it may borrow from a cast ([`cast`]) before the passes begin; [`prune`] removes what
//! does not fit.

mod action;
mod calendar;
mod cast;
mod clock;
mod condition;
mod customer;
mod declaration;
mod document;
mod evidence;
mod fact;
mod inject;
mod kind;
mod objective;
mod organization;
mod outlet;
mod parts;
mod playbook;
mod prune;
mod reader;
mod resolver;
mod scenario;
mod stakeholder;
mod threat;
mod value;

use std::collections::BTreeSet;

pub use kind::{Kind, Marks};
pub use parts::Parts;
pub use reader::{BEST_KNOWN_FILE, read};

use super::Scenario;
use crate::diagnostic::{Diagnostics, Sources};
use resolver::Resolver;

/// Builds the scenario; nothing only where a stand-in would make no sense.
pub fn resolve(mut parts: Parts, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<(Scenario, Marks)> {
    let mut resolver = Resolver {
        sources,
        diagnostics,
        known: Marks::new(),
        aliases: std::mem::take(&mut parts.borrowed.aliases),
        streams: parts.scenario.threat.streams.iter().map(|stream| stream.id.value.clone()).collect(),
        outside: BTreeSet::new(),
    };
    resolver.declare_all(&parts);
    resolver.prune(&mut parts);
    let scenario = resolver.scenario(parts);
    Some((scenario, resolver.known))
}
