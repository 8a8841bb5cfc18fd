//! Root causes of a shortfall, as far as the record shows them, and what the record leaves open.
//!
//! The analysis splits a criterion into the parts that cost credit and classifies each part: not done, too late,
//! not approved in time, said before it was known, contradicted later, role absent, role overloaded, poorly worded,
//! done in part, or an event that should not have happened. Every cause is derived from the record and cites its
//! entries. The analysis never speculates about people. Where the record does not show why something happened, the
//! analysis lists the gap so that the debrief can ask about it.
//!
//! Rules for each kind:
//!
//! - *Not approved in time*: the draft was finished before credit began to fall, but the approval was not.
//! - *Role absent*: the role leading the action became active only after credit began to fall, or never.
//! - *Role overloaded*: the role was at its capacity for at least half of the available time.
//! - *Said before it was known*: the claim was true, but the team could not know that when it made the claim.
//! - *Contradicted later*: the claim was false, whether or not it was exposed.
//!
//! Modules:
//!
//! - [`cause`], [`analysis`]: the result types.
//! - [`shortfall`]: splits a criterion into parts and delegates each one.
//! - [`omission`]: actions not done; [`lateness`]: actions done too late; [`delay`]: reasons for a late action.
//! - [`share`], [`clock`], [`inquiry`]: shares that fell short, overdue clocks, unanswered inquiries.
//! - [`claim`]: unsound claims; [`wording`]: properties of statement texts.
//! - [`course`]: the course of one action, from the decision to its completion.
//! - [`phrase`]: formatting of evidence within sentences.

mod analysis;
mod cause;
mod claim;
mod clock;
mod course;
mod delay;
mod inquiry;
mod lateness;
mod omission;
mod phrase;
mod share;
mod shortfall;
mod wording;

pub use analysis::Analysis;
pub use cause::{CauseKind, RootCause};

use crate::scenario::Criterion;
use crate::scoring::{CriterionScore, Record};
use shortfall::Shortfall;

/// Maximum number of causes listed per analysis; further ones are only counted.
const MOST: usize = 5;

/// Analyzes a criterion that fell short.
pub fn analyze(criterion: &Criterion, score: &CriterionScore, record: &Record<'_>) -> Analysis {
    let mut shortfall = Shortfall::new(score, *record);
    shortfall.take_apart(&criterion.evidence);
    let mut found = shortfall.conclude();
    let others = found.causes.len().saturating_sub(MOST);
    found.causes.truncate(MOST);
    if let Some(last) = found.causes.last_mut().filter(|_| others > 0) {
        last.text = format!("{} {others} more such causes are in the evidence.", last.text);
    }
    found
}
