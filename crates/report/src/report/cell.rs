//! An editable text as shown on a page: the current text, its editor and the generated version.

use serde::Serialize;

use goldenhour_core::debrief::Edited;
use goldenhour_core::debrief::after_action::Stamp;

/// A text that reviewers may edit.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// Current text, possibly with several lines; empty if a reviewer has to fill it in.
    pub text: String,
    /// Who edited it; empty if it was not edited.
    pub edited: String,
    /// Generated text that an edit replaced; empty if there is no edit or the generated text was blank.
    pub automatic: String,
}

impl Cell {
    /// Formats an editable text.
    pub(super) fn of(text: &Edited) -> Self {
        let change = text.edit.as_ref();
        Cell {
            text: text.text().to_owned(),
            edited: change.map(|change| format!("edited by {}", by(&change.stamp))).unwrap_or_default(),
            automatic: change.map(|_| text.automatic.clone()).unwrap_or_default(),
        }
    }
}

/// Returns the author of a change with the log entry that contains it.
pub(super) fn by(stamp: &Stamp) -> String {
    format!("{}, entry {}", stamp.by, stamp.entry)
}
