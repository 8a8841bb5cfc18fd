//! `LoadBalanced`: how well the team's time was used, as the lower of two shares.
//!
//! The first is the share of working minutes in which no role had been at its limit for hours while another role at
//! work was idle. The second is the share of total working time that was not spent on statements without new
//! content, on template replies or on harmful actions.

use std::collections::{BTreeMap, BTreeSet};

use super::counted::Counted;
use super::work::{Work, harm, works};
use crate::id::RoleId;
use crate::scenario::{Effect, Role};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::moment::PERSONAL;
use crate::scoring::record::Record;
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind};

/// Number of minutes that a role must be at its limit, with another role idle, before it counts as overloaded.
const SPELL_MINUTES: u32 = 240;

/// Computes both shares and returns the lower one.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let (strain, needless) = (strain(record), needless(record));
    match (strain, needless) {
        (Counted::Share { share: one, evidence }, Counted::Share { share: other, evidence: more }) => {
            Counted::Share { share: one.min(other), evidence }.with_more(more)
        }
        (nothing, _) => nothing,
    }
}

fn needless(record: &Record<'_>) -> Counted {
    let empty: BTreeSet<EntryNumber> = record.words().filter(|(says, _)| !says).map(|(_, said)| said.entry).collect();
    let template = |effect: &Effect| matches!(effect, Effect::Reply(quality) if *quality < PERSONAL);
    let (mut all, mut wasted) = (0, 0);
    let mut evidence = Vec::new();
    for work in works(record) {
        let minutes = work.until.since(work.begun).minutes();
        all += minutes;
        let effects = work.effects(record);
        let why = match work.entry {
            Some(entry) if empty.contains(&entry) => "said nothing new",
            _ if effects.iter().copied().any(template) => "answered everybody with one text",
            _ if effects.iter().copied().any(|effect| harm(effect).is_some()) => "did harm",
            _ => continue,
        };
        wasted += minutes;
        evidence.push(EvidenceItem::at(work.begun, work.entry, format!("{}: {why}", work.action.title)));
    }
    Counted::Share { share: 1.0 - f64::from(wasted) / f64::from(all.max(1)), evidence }
}

fn strain(record: &Record<'_>) -> Counted {
    let works: Vec<Work<'_>> = works(record).collect();
    if works.is_empty() {
        return Counted::undone("no decision was taken");
    }
    let minutes = record.now().minutes();
    let mut busy = 0_u32;
    let mut strained = 0_u32;
    let mut spells: BTreeMap<&RoleId, (SimTime, u32)> = BTreeMap::new();
    let arrivals = arrivals(record);
    let mut seats: Vec<Seat<'_>> =
        record.scenario.roles.iter().map(|role| Seat::of(role, &works, &arrivals, minutes)).collect();
    for minute in 0..minutes {
        let mut working = false;
        for seat in &mut seats {
            working |= seat.pass(minute);
        }
        busy += u32::from(working);
        if seats.iter().any(|seat| seat.idle >= SPELL_MINUTES) && seats.iter().any(Seat::is_at_limit) {
            strained += 1;
            for seat in seats.iter().filter(|seat| seat.is_at_limit()) {
                spells.entry(&seat.role.id).or_insert((SimTime::from_minutes(minute), 0)).1 += 1;
            }
        }
    }
    let evidence = if spells.is_empty() {
        vec![EvidenceItem::general("nobody was at the limit for hours while another had nothing to do")]
    } else {
        let title = |role: &RoleId| record.scenario.role(role).map_or("", |role| role.title.as_str());
        let line = |(role, (since, minutes)): (&&RoleId, &(SimTime, u32))| {
            let text = format!(
                "{} at the limit while another had nothing to do, {:.1} h in all",
                title(role),
                f64::from(*minutes) / 60.0
            );
            EvidenceItem::at(*since, None, text)
        };
        spells.iter().map(line).collect()
    };
    Counted::Share { share: 1.0 - f64::from(strained) / f64::from(busy.max(1)), evidence }
}

fn arrivals<'a>(record: &Record<'a>) -> BTreeMap<&'a RoleId, SimTime> {
    let mut arrivals = BTreeMap::new();
    for event in &record.timeline.events {
        if let EventKind::RoleArrived(role) = &event.what {
            arrivals.entry(role).or_insert(event.at);
        }
    }
    arrivals
}

/// Load of a role, updated minute by minute.
struct Seat<'a> {
    role: &'a Role,
    /// Minute at which the role arrived, if it did.
    here_from: Option<u32>,
    /// Change in the number of active works at each minute.
    changes: Vec<i32>,
    load: i32,
    /// Consecutive minutes at its limit.
    full: u32,
    /// Consecutive minutes at work without a task.
    idle: u32,
}

impl<'a> Seat<'a> {
    fn of(role: &'a Role, works: &[Work<'_>], arrivals: &BTreeMap<&RoleId, SimTime>, minutes: u32) -> Self {
        let mut changes = vec![0; minutes as usize + 1];
        for work in works.iter().filter(|work| *work.by == role.id && work.begun < work.until) {
            for (at, change) in [(work.begun, 1), (work.until, -1)] {
                changes[at.minutes().min(minutes) as usize] += change;
            }
        }
        let here_from = arrivals.get(&role.id).map(|at| at.minutes());
        Seat { role, here_from, changes, load: 0, full: 0, idle: 0 }
    }

    /// Advances by a minute and returns whether the role was working.
    fn pass(&mut self, minute: u32) -> bool {
        self.load += self.changes[minute as usize];
        let is_full = i64::from(self.load) >= i64::from(self.role.capacity);
        let is_idle = self.load == 0 && self.here_from.is_some_and(|from| from <= minute);
        self.full = if is_full { self.full + 1 } else { 0 };
        self.idle = if is_idle { self.idle + 1 } else { 0 };
        self.load > 0
    }

    fn is_at_limit(&self) -> bool {
        self.full >= SPELL_MINUTES
    }
}
