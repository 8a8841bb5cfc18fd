//! Borrowing from a cast: what a scenario leaves out, it may take from a stock of neutral people and words.
//!
//! A cast ([`CastFile`]) has roles, outlets, stakeholders, facts, topics, objectives, segments, actions and
//! injects. Each list that the scenario has itself wins whole; each list it leaves out is lent. Texts of the
//! cast have slots (`{organization}`, `{business}`, `{records}`, `{early_records}`, `{dwell_days}`), which are filled
//! before the file is read, so that a session carries the cast as it was used.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::kind::Kind;
use crate::scenario::file::v1::{self, ActionsFile, CastFile, MselFile, ScenarioFile};

/// For what the cast calls so: what the scenario calls it.
pub(super) type Aliases = BTreeMap<(Kind, String), String>;

/// Which lists came from the cast, and what its names mean.
#[derive(Debug, Default)]
pub(super) struct Borrowed {
    pub(super) aliases: Aliases,
    pub(super) lists: BTreeSet<Kind>,
}

/// A file that may be left out.
pub(super) trait Empty {
    /// Returns the file with an empty list.
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

/// The most characters of a name that go into a slot, so that no file can blow a text up.
const LONGEST_SLOT: usize = 200;

/// What a first count is taken to find, as a share of the truth in tenths.
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

/// Returns a text as it stands between quotation marks, without braces that could be taken for a slot.
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
    /// Gives each list that is missing; returns which, and a dossier where the scenario has no document.
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

/// Fills a list that is empty; returns whether it was.
fn lend<T>(own: &mut Vec<T>, stock: Vec<T>) -> bool {
    let wanted = own.is_empty();
    if wanted {
        *own = stock;
    }
    wanted
}

/// Finds for each thing of the cast the scenario's own of the same kind.
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
