//! Resolves parsed files to a scenario. All conversion of text to ids, times and numbers happens here.
//!
//! The [`reader`] reads and parses the files. [`resolve`] then processes them in two passes. The first declares all
//! ids ([`declaration`]), so that entries can refer to ones declared later. The second builds the scenario and
//! looks up every reference ([`resolver`]). Each part of a scenario has its own file in this folder. An invalid
//! value does not stop the pass. It is reported as a diagnostic with its position and replaced by a placeholder, so
//! that all errors are found at once. The caller discards a scenario with errors.
//!
//! Lists that a scenario omits can be borrowed from a cast ([`cast`]) before the first pass. Borrowed entries that
//! do not fit the scenario are removed ([`prune`]).

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

/// Builds the scenario. Invalid values are reported and replaced by placeholders.
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
