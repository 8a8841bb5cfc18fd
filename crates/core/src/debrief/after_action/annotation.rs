//! Reviewers' remarks on log entries and on moments.
//!
//! Several reviewers may comment on the same place. Only the last remark of each author on a place is kept; remarks
//! of other authors are not affected.

use serde::Serialize;

use super::edited::{Changes, Stamp};
use crate::session::Edit;
use crate::session::edit::Place;
use crate::time::SimTime;

/// A remark on a log entry or a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Annotation {
    /// Time of the entry or moment, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Log entry; absent if the remark is on a moment.
    pub on: Option<u32>,
    /// Text of the remark.
    pub text: String,
    /// Author of the remark, with the log entry that contains it.
    pub stamp: Stamp,
}

/// Returns the remarks in effect, in chronological order of the places they refer to.
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
