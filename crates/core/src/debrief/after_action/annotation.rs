//! Remarks of reviewers on entries of the log and on moments.
//!
//! Several people may have something to say of the same place, so of one author the last remark on a place counts,
//! and the remarks of others stay beside it.

use serde::Serialize;

use super::edited::{Changes, Stamp};
use crate::session::Edit;
use crate::session::edit::Place;
use crate::time::SimTime;

/// A remark on a place of the record.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Annotation {
    /// The moment, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// The entry of the log; none where it is on a moment.
    pub on: Option<u32>,
    /// What it says.
    pub text: String,
    /// Who made it, and in which entry.
    pub stamp: Stamp,
}

/// Returns the remarks that stand, in the order of the moments they are on.
pub(super) fn annotations(changes: &Changes<'_>) -> Vec<Annotation> {
    let mut standing: Vec<Annotation> = Vec::new();
    for (stamp, edit) in changes.iter() {
        let Edit::Annotate { on, text } = edit else { continue };
        let (on, at) = match on {
            Place::Entry(number, at) => (Some(*number), *at),
            Place::Moment(at) => (None, *at),
        };
        standing.retain(|other| (other.on, other.at, &other.stamp.by) != (on, at, &stamp.by));
        if !text.trim().is_empty() {
            standing.push(Annotation { at, on, text: text.clone(), stamp: stamp.clone() });
        }
    }
    standing.sort_by_key(|annotation| annotation.at);
    standing
}
