//! The unpublished statement, stored next to its session so that closing the window loses no text.
//!
//! A draft is not part of the session, because nothing in it has been published. It is saved to its own file on
//! every change, read back when the session is resumed, and deleted once it is empty.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state::Composer;
use goldenhour_core::id::{ActionId, InjectId, RoleId, TopicId};
use goldenhour_core::statement::Says;
use goldenhour_core::time::SimDuration;

/// The text and choices of an unpublished statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatementDraft {
    action: Option<ActionId>,
    by: Option<RoleId>,
    reply_to: Option<InjectId>,
    says: BTreeMap<TopicId, Says>,
    left_out: BTreeSet<TopicId>,
    numbers: BTreeMap<TopicId, String>,
    text: String,
    next_update: Option<SimDuration>,
}

/// Returns the path of a session's draft file.
fn place(session: &Path) -> PathBuf {
    session.with_extension("draft.ron")
}

impl StatementDraft {
    /// Creates a draft from the contents of a composer.
    pub fn of(composer: &Composer) -> Self {
        StatementDraft {
            action: composer.action.clone(),
            by: composer.by.clone(),
            reply_to: composer.reply_to.clone(),
            says: composer.says.clone(),
            left_out: composer.left_out.clone(),
            numbers: composer.numbers.clone(),
            text: composer.text.clone(),
            next_update: composer.next_update,
        }
    }

    /// Restores the draft into a composer.
    pub fn take_up(self, composer: &mut Composer) {
        composer.action = self.action;
        composer.by = self.by;
        composer.reply_to = self.reply_to;
        composer.says = self.says;
        composer.left_out = self.left_out;
        composer.numbers = self.numbers;
        composer.text = self.text;
        composer.next_update = self.next_update;
    }

    /// Reads the stored draft of a session, or returns an empty one if there is none or it cannot be read.
    pub fn read(session: &Path) -> Self {
        let text = std::fs::read_to_string(place(session)).unwrap_or_default();
        ron::from_str(&text).unwrap_or_default()
    }

    /// Stores the draft next to its session, or removes the file if the draft is empty.
    ///
    /// # Errors
    /// Returns an error if the file cannot be written or removed.
    pub fn keep(&self, session: &Path) -> io::Result<()> {
        let place = place(session);
        if *self == StatementDraft::default() {
            return if place.exists() { std::fs::remove_file(place) } else { Ok(()) };
        }
        std::fs::write(place, ron::to_string(self).map_err(io::Error::other)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_restored_and_removed_when_empty() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("a.drill");
        let composer = Composer {
            text: "We are sorry.\nTruly.".to_owned(),
            says: [(TopicId::new("what"), Says::NotKnownYet)].into(),
            next_update: Some(SimDuration::from_minutes(120)),
            ..Composer::default()
        };
        StatementDraft::of(&composer).keep(&session).unwrap();
        let mut again = Composer::default();
        StatementDraft::read(&session).take_up(&mut again);
        assert_eq!(StatementDraft::of(&again), StatementDraft::of(&composer));
        StatementDraft::default().keep(&session).unwrap();
        assert_eq!(StatementDraft::read(&session), StatementDraft::default());
        assert!(!place(&session).exists());
    }
}
