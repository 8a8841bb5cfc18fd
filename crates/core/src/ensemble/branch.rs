//! A branch: a log with something changed, as data.
//!
//! A what-if names what is different and nothing else; playing it is another matter ([`super::rerun`]). The changes of
//! a branch refer to the entries of the log they were made for, by number. What is changed can be the log (a decision
//! left out, moved, added or replaced) or the world it is played in (another constant of the model, another seed).
//!
//! [`Script`] is what is played: the inputs of a log in the order in which they are put in. Two scripts that are the
//! same up to a moment lead to the same world up to that moment, so that a branch may leave a run there.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::decision::{Control, Decision};
use crate::scenario::{Scenario, ValueOutOfRange};
use crate::session::Entry;
use crate::simulation::Seed;
use crate::time::SimTime;
use crate::timeline::EntryNumber;

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A decision or a control is left out.
    Remove(EntryNumber),
    /// A decision or a control comes at another time.
    Move {
        /// The entry.
        entry: EntryNumber,
        /// When it comes instead.
        to: SimTime,
    },
    /// A decision is taken that was not.
    Insert(Decision),
    /// A decision is taken in the place of another.
    Replace {
        /// The entry.
        entry: EntryNumber,
        /// What is decided instead.
        with: Decision,
    },
    /// A constant of the model has another value.
    Constant {
        /// Its name.
        name: String,
        /// The value.
        value: f64,
    },
    /// Chance is another: the seed this far from the seed of the run. What luck does is then no longer taken out of
    /// the difference.
    Seed(i64),
}

/// Why a branch makes no sense.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// The log has no such entry.
    #[error("the log has no entry {0}")]
    NoEntry(u32),
    /// The entry is something that cannot be changed.
    #[error("entry {0} is neither a decision nor a control")]
    NotAnInput(u32),
    /// The entry is not a decision.
    #[error("entry {0} is not a decision")]
    NotADecision(u32),
    /// Two changes concern one entry.
    #[error("entry {0} is changed more than once")]
    Twice(u32),
    /// A constant cannot have this value.
    #[error(transparent)]
    Constant(#[from] ValueOutOfRange),
}

/// Something put into a world at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    /// A decision of a player.
    Decision(Decision),
    /// A facilitator's intervention.
    Control(Control),
}

/// One input of a script.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// When it is put in.
    pub at: SimTime,
    /// The entry of the log it comes from; none for what was added.
    pub from: Option<EntryNumber>,
    /// What.
    pub put: Put,
}

/// The inputs of a log in the order in which they are put in, and the reviews that people wrote of the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    /// The inputs, by time; those of one minute in the order of the log, added ones last.
    pub lines: Vec<Line>,
    /// Reviews of the players; they count in the score and change nothing in the world.
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

    /// Returns the first moment at which two scripts differ; none where they do not.
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

    /// Adds a line behind those of its minute.
    fn add(&mut self, line: Line) {
        let place = self.lines.partition_point(|other| other.at <= line.at);
        self.lines.insert(place, line);
    }
}

/// A log with something changed, ready to be played.
#[derive(Clone, Debug)]
pub struct Branch {
    /// What is different.
    pub changes: Vec<Change>,
    /// What is played.
    pub script: Script,
    /// The world it is played in, where that is another.
    pub scenario: Option<Arc<Scenario>>,
    /// How far the seed is from that of the run.
    pub seed_shift: i64,
}

impl Branch {
    /// Returns the branch of a log in which these things are different.
    ///
    /// # Errors
    /// Where a change names what is not there, or two changes concern one entry.
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

    /// Returns the seed that stands beside a seed of the run.
    pub fn seed(&self, seed: Seed) -> Seed {
        Seed(seed.0.wrapping_add_signed(self.seed_shift))
    }

    /// Returns whether only the log is different, so that the branch shares its luck with the run.
    pub fn shares_luck(&self) -> bool {
        self.scenario.is_none() && self.seed_shift == 0
    }
}
