//! A branch: a log with changes, as data.
//!
//! A what-if contains only the differences from the recorded log; [`super::rerun`] plays it. The changes of a
//! branch refer to entries of that log by number. A change affects either the log (a decision removed, moved,
//! inserted or replaced) or the world in which it is played (a different model constant or seed).
//!
//! A [`Script`] is what is played: the inputs of a log in order. Two scripts that are identical up to a moment
//! produce the same world up to that moment, so a branch can be forked from the base run there.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::decision::{Control, Decision};
use crate::scenario::{Scenario, ValueOutOfRange};
use crate::session::Entry;
use crate::simulation::Seed;
use crate::time::SimTime;
use crate::timeline::EntryNumber;

/// One change in a branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Removes a decision or a control.
    Remove(EntryNumber),
    /// Moves a decision or a control to another time.
    Move {
        /// Entry to change.
        entry: EntryNumber,
        /// New time.
        to: SimTime,
    },
    /// Inserts an additional decision.
    Insert(Decision),
    /// Replaces a decision with another.
    Replace {
        /// Entry to change.
        entry: EntryNumber,
        /// Decision made instead.
        with: Decision,
    },
    /// Sets a model constant to another value.
    Constant {
        /// Name of the constant.
        name: String,
        /// New value.
        value: f64,
    },
    /// Shifts the seed by this amount relative to the base run. The branch then no longer shares its random draws
    /// with the base run, so the difference includes chance.
    Seed(i64),
}

/// Reason why a branch is invalid.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// The log has no such entry.
    #[error("the log has no entry {0}")]
    NoEntry(u32),
    /// The entry is neither a decision nor a control.
    #[error("entry {0} is neither a decision nor a control")]
    NotAnInput(u32),
    /// The entry is not a decision.
    #[error("entry {0} is not a decision")]
    NotADecision(u32),
    /// Two changes refer to the same entry.
    #[error("entry {0} is changed more than once")]
    Twice(u32),
    /// The value is out of range for the constant.
    #[error(transparent)]
    Constant(#[from] ValueOutOfRange),
}

/// Input to the simulation.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    /// Decision by a player.
    Decision(Decision),
    /// Intervention by the facilitator.
    Control(Control),
}

/// One input of a script.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Time at which it is applied.
    pub at: SimTime,
    /// Entry of the log that it comes from; `None` if it was inserted.
    pub from: Option<EntryNumber>,
    /// The input.
    pub put: Put,
}

/// The inputs of a log in the order in which they are applied, and the reviews of the session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    /// Inputs sorted by time. Those of the same minute are in log order, with inserted ones last.
    pub lines: Vec<Line>,
    /// The players' reviews, which affect the score but not the world.
    pub reviews: Vec<Entry>,
}

impl Script {
    /// Returns the script of a log.
    pub fn of(entries: &[Entry]) -> Self {
        let numbered = (0..).map(EntryNumber).zip(entries);
        let lines = numbered.filter_map(|(number, entry)| {
            let put = match entry {
                Entry::Decision(decision) => Put::Decision(decision.clone()),
                Entry::Control { control, .. } => Put::Control(control.clone()),
                _ => return None,
            };
            Some(Line { at: entry.at(), from: Some(number), put })
        });
        let reviews = entries.iter().filter(|entry| matches!(entry, Entry::Review { .. })).cloned().collect();
        Script { lines: lines.collect(), reviews }
    }

    /// Returns the first moment at which two scripts differ; `None` if they are identical.
    pub fn parting(&self, other: &Script) -> Option<SimTime> {
        let same = self.lines.iter().zip(&other.lines).take_while(|(one, another)| one == another).count();
        let next = |script: &Script| script.lines.get(same).map(|line| line.at);
        match (next(self), next(other)) {
            (Some(one), Some(another)) => Some(one.min(another)),
            (one, another) => one.or(another),
        }
    }

    fn change(&mut self, change: &Change, entries: &[Entry]) -> Result<(), BranchError> {
        let decision = |entry: EntryNumber| match entries.get(entry.0 as usize) {
            None => Err(BranchError::NoEntry(entry.0)),
            Some(Entry::Decision(_)) => Ok(()),
            Some(_) => Err(BranchError::NotADecision(entry.0)),
        };
        match change {
            Change::Remove(entry) => {
                self.take(*entry, entries)?;
            }
            Change::Move { entry, to } => {
                let line = self.take(*entry, entries)?;
                self.add(Line { at: *to, ..line });
            }
            Change::Insert(decision) => {
                self.add(Line { at: decision.at, from: None, put: Put::Decision(decision.clone()) });
            }
            Change::Replace { entry, with } => {
                decision(*entry)?;
                let place = self.place(*entry)?;
                let line = Line { at: with.at, from: Some(*entry), put: Put::Decision(with.clone()) };
                if self.lines[place].at == with.at {
                    self.lines[place] = line;
                } else {
                    self.lines.remove(place);
                    self.add(line);
                }
            }
            Change::Constant { .. } | Change::Seed(_) => {}
        }
        Ok(())
    }

    fn place(&self, entry: EntryNumber) -> Result<usize, BranchError> {
        self.lines.iter().position(|line| line.from == Some(entry)).ok_or(BranchError::Twice(entry.0))
    }

    fn take(&mut self, entry: EntryNumber, entries: &[Entry]) -> Result<Line, BranchError> {
        match entries.get(entry.0 as usize) {
            None => Err(BranchError::NoEntry(entry.0)),
            Some(Entry::Decision(_) | Entry::Control { .. }) => Ok(self.lines.remove(self.place(entry)?)),
            Some(_) => Err(BranchError::NotAnInput(entry.0)),
        }
    }

    /// Inserts a line after the other lines of its minute.
    fn add(&mut self, line: Line) {
        let place = self.lines.partition_point(|other| other.at <= line.at);
        self.lines.insert(place, line);
    }
}

/// A log with changes, ready to be played.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Changes relative to the recorded log.
    pub changes: Vec<Change>,
    /// Script with the changes applied.
    pub script: Script,
    /// Scenario to play it in, if it differs from the base run.
    pub scenario: Option<Arc<Scenario>>,
    /// Difference between its seed and that of the base run.
    pub seed_shift: i64,
}

impl Branch {
    /// Returns the branch of a log with these changes.
    ///
    /// # Errors
    /// Returns an error if a change refers to something that does not exist, or if two changes refer to the same
    /// entry.
    pub fn new(scenario: &Arc<Scenario>, entries: &[Entry], changes: Vec<Change>) -> Result<Self, BranchError> {
        let mut script = Script::of(entries);
        let mut other: Option<Arc<Scenario>> = None;
        let mut seed_shift = 0;
        for change in &changes {
            script.change(change, entries)?;
            match change {
                Change::Constant { name, value } => {
                    let changed = other.as_ref().unwrap_or(scenario).with_constant(name, *value)?;
                    other = Some(Arc::new(changed));
                }
                Change::Seed(shift) => seed_shift += shift,
                _ => {}
            }
        }
        Ok(Branch { changes, script, scenario: other, seed_shift })
    }

    /// Returns the branch's seed for a seed of the base run.
    pub fn seed(&self, seed: Seed) -> Seed {
        Seed(seed.0.wrapping_add_signed(self.seed_shift))
    }

    /// Returns whether only the log differs, so that the branch shares its random draws with the base run.
    pub fn shares_luck(&self) -> bool {
        self.scenario.is_none() && self.seed_shift == 0
    }
}
