//! A text that somebody may have changed, as a page shows it: what stands, who changed it, what the program wrote.

use serde::Serialize;

use goldenhour_core::debrief::Edited;
use goldenhour_core::debrief::after_action::Stamp;

/// A text that somebody may have changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// The text that stands; empty where somebody has to fill it in. It may have several lines.
    pub text: String,
    /// Who changed it; empty where nobody did.
    pub edited: String,
    /// What the program wrote, where somebody changed it; empty where it had left it blank.
    pub automatic: String,
}

impl Cell {
    /// Puts a text that people may change into words.
    pub(super) fn of(text: &Edited) -> Self {
        let change = text.edit.as_ref();
        Cell {
            text: text.text().to_owned(),
            edited: change.map(|change| format!("edited by {}", by(&change.stamp))).unwrap_or_default(),
            automatic: change.map(|_| text.automatic.clone()).unwrap_or_default(),
        }
    }
}

/// Returns who did something, and by which entry of the log.
pub(super) fn by(stamp: &Stamp) -> String {
    format!("{}, entry {}", stamp.by, stamp.entry)
}
