//! Why something fell short, as far as the record shows it, and what the record does not say.
//!
//! The analysis takes a criterion apart into the parts that cost credit and classifies each: not done, too late, not
//! approved in time, said before it was known, contradicted later, no one present to do it, no capacity to do it, a
//! fault in the wording, done in part only, or something that should not have happened. Every answer is read from the
//! record and cites its entries; none is a guess about people. Where the record does not say why, the analysis states
//! the gap, so that the debrief can ask.
//!
//! The rules, by kind:
//!
//! - *Not approved in time*: the draft was finished before credit began to fall, the approval was not.
//! - *Role absent*: the role that led it came to work only after credit began to fall, or never.
//! - *Role overloaded*: the role was at its limit for at least half of the available time.
//! - *Said before it was known*: a claim that was true, but that the team could not know when it made it.
//! - *Contradicted later*: a false claim, exposed or not.
//!
//! The modules:
//!
//! - [`cause`], [`analysis`]: the result.
//! - [`shortfall`]: takes a criterion apart and passes each part on.
//! - [`omission`]: what was not done; [`lateness`]: what was done too late; [`delay`]: what held a late work up.
//! - [`share`], [`clock`], [`inquiry`]: shares that fell short, missed clocks, unanswered questions.
//! - [`claim`]: claims that did not hold; [`wording`]: properties of the text.
//! - [`course`]: how a work went, from the decision to its result.
//! - [`phrase`]: evidence in a sentence.

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

/// The most causes that an analysis names; those that cost most come first.
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
