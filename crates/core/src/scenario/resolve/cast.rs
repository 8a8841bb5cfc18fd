//! Casts: reusable sets of neutral roles, outlets, actions and other lists that a scenario can borrow.
//!
//! A cast ([`CastFile`]) contains roles, outlets, stakeholders, facts, topics, objectives, segments, actions and
//! injects. If a scenario declares a list itself, that list replaces the cast's list entirely. Lists it omits are
//! borrowed. The texts of a cast contain slots (`{organization}`, `{business}`, `{summary}`, `{records}`,
//! `{early_records}`, `{dwell_days}`). They are filled before the file is parsed, so that a session stores the cast
//! exactly as it was used.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::kind::Kind;
use crate::scenario::file::v1::{self, ActionsFile, CastFile, MselFile, ScenarioFile};

/// Maps ids of the cast to the scenario's own ids.
pub(super) type Aliases = BTreeMap<(Kind, String), String>;

/// Which lists were borrowed from the cast, and how its ids map to those of the scenario.
#[derive(Debug, Default)]
pub(super) struct Borrowed {
    pub(super) aliases: Aliases,
    pub(super) lists: BTreeSet<Kind>,
}

/// A file that can be omitted.
pub(super) trait Empty {
    /// Returns a file with an empty list.
    fn empty() -> Self;
}

impl Empty for ActionsFile {
    fn empty() -> Self {
        ActionsFile { format: v1::FORMAT, actions: Vec::new() }
    }
}

impl Empty for MselFile {
    fn empty() -> Self {
        MselFile { format: v1::FORMAT, injects: Vec::new() }
    }
}

/// Maximum number of characters inserted into a slot, which limits the size of the resulting text.
const LONGEST_SLOT: usize = 200;

/// Number of records in the first count, in tenths of the true number.
const EARLY_TENTHS: u64 = 3;

/// Returns the text of a cast with its slots filled from the scenario.
pub(super) fn filled(text: &str, scenario: &ScenarioFile) -> String {
    let records =
        scenario.threat.streams.iter().fold(0u64, |sum, stream| sum.saturating_add(stream.records_before.value));
    let records = records.min(1_000_000_000_000);
    let dwell = scenario.threat.dwell_days.as_ref().map_or(0, |days| days.value);
    let slots = [
        ("{organization}", escaped(&scenario.organization.name)),
        ("{business}", escaped(&scenario.organization.business)),
        ("{summary}", escaped_whole(&scenario.summary, 4_000)),
        ("{records}", records.to_string()),
        ("{early_records}", (records.max(1) * EARLY_TENTHS / 10).to_string()),
        ("{dwell_days}", dwell.to_string()),
    ];
    slots.iter().fold(text.to_owned(), |text, (slot, value)| text.replace(slot, value))
}

fn escaped(text: &str) -> String {
    escaped_whole(text, LONGEST_SLOT)
}

/// Escapes a text for use in a quoted string. Braces are replaced with spaces so that the text cannot introduce a
/// slot.
fn escaped_whole(text: &str, most: usize) -> String {
    let mut safe = String::new();
    for letter in text.chars().take(most) {
        match letter {
            '"' | '\\' => safe.extend(['\\', letter]),
            '{' | '}' => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

impl CastFile {
    /// Fills every list that the scenario omits. Returns which lists were borrowed, and the dossier if the scenario
    /// has none of its own.
    pub(super) fn lend(
        self,
        scenario: &mut ScenarioFile,
        actions: &mut ActionsFile,
        msel: &mut MselFile,
    ) -> (Borrowed, Option<Arc<str>>) {
        let mut lent = Borrowed { aliases: aliases(&self, scenario), lists: BTreeSet::new() };
        let lists = [
            (Kind::Topic, lend(&mut scenario.topics, self.topics)),
            (Kind::Objective, lend(&mut scenario.objectives, self.objectives)),
            (Kind::Action, lend(&mut actions.actions, self.actions)),
            (Kind::Inject, lend(&mut msel.injects, self.injects)),
            (Kind::Fact, lend(&mut scenario.facts, self.facts)),
            (Kind::Role, lend(&mut scenario.roles, self.roles)),
            (Kind::Segment, lend(&mut scenario.customers.segments, self.segments)),
            (Kind::Outlet, lend(&mut scenario.outlets, self.outlets)),
            (Kind::Stakeholder, lend(&mut scenario.stakeholders, self.stakeholders)),
        ];
        lent.lists.extend(lists.into_iter().filter(|(_, wanted)| *wanted).map(|(kind, _)| kind));
        let wants_dossier = scenario.organization.dossier.is_none();
        (lent, wants_dossier.then(|| self.dossier.into()))
    }
}

/// Fills an empty list from the cast and returns whether it was empty.
fn lend<T>(own: &mut Vec<T>, stock: Vec<T>) -> bool {
    let wanted = own.is_empty();
    if wanted {
        *own = stock;
    }
    wanted
}

/// Maps each role, stakeholder and fact of the cast to the scenario's own entry of the same kind.
fn aliases(cast: &CastFile, scenario: &ScenarioFile) -> Aliases {
    let mut aliases = Aliases::new();
    for role in &cast.roles {
        let own = scenario.roles.iter().find(|own| own.kind == role.kind).or(scenario.roles.first());
        aliases.extend(own.map(|own| ((Kind::Role, role.id.value.clone()), own.id.value.clone())));
    }
    for party in &cast.stakeholders {
        let own = scenario.stakeholders.iter().find(|own| own.kind == party.kind);
        aliases.extend(own.map(|own| ((Kind::Stakeholder, party.id.value.clone()), own.id.value.clone())));
    }
    for fact in &cast.facts {
        let own = scenario.facts.iter().find(|own| own.kind == fact.kind);
        aliases.extend(own.map(|own| ((Kind::Fact, fact.id.value.clone()), own.id.value.clone())));
    }
    aliases
}
