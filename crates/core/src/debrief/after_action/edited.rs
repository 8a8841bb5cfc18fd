//! A text that reviewers may change, kept together with the generated version.

use serde::Serialize;

use crate::session::{Edit, Entry};
use crate::time::SimTime;

/// A generated text and its last edit.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// Generated text; empty if the session does not contain the information.
    pub automatic: String,
    /// Text that replaces the generated one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<Change>,
}

/// A reviewer's replacement text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Text.
    pub text: String,
    /// Author and time of the edit.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// Author and time of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stamp {
    /// Author.
    pub by: String,
    /// Time, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Log entry that contains the change.
    pub entry: u32,
}

impl Edited {
    /// Returns a text without edits.
    pub fn automatic(text: impl Into<String>) -> Self {
        Edited { automatic: text.into(), edit: None }
    }

    /// Returns the text in effect: the last edit or, without one, the generated text.
    pub fn text(&self) -> &str {
        self.edit.as_ref().map_or(&self.automatic, |change| &change.text)
    }

    /// Returns whether the text is blank and a reviewer has to fill it in.
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }
}

/// All edits by reviewers, in the order of the log.
pub(super) struct Changes<'a>(Vec<(Stamp, &'a Edit)>);

impl<'a> Changes<'a> {
    /// Collects the edits of a log.
    pub fn of(entries: &'a [Entry]) -> Self {
        let edits = entries.iter().zip(0_u32..).filter_map(|(entry, number)| match entry {
            Entry::Edit { at, author, edit } => {
                Some((Stamp { by: author.name().to_owned(), at: *at, entry: number }, edit))
            }
            _ => None,
        });
        Changes(edits.collect())
    }

    /// Iterates over the edits, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &(Stamp, &'a Edit)> {
        self.0.iter()
    }

    /// Returns the content of the last matching edit, with its author and time.
    pub fn last<T>(&self, pick: impl Fn(&'a Edit) -> Option<T>) -> Option<(Stamp, T)> {
        self.0.iter().rev().find_map(|(stamp, edit)| Some((stamp.clone(), pick(edit)?)))
    }

    /// Returns a text with its last edit. An empty edit restores the generated text.
    pub fn text(&self, automatic: impl Into<String>, pick: impl Fn(&'a Edit) -> Option<String>) -> Edited {
        let edit = self.last(pick).filter(|(_, text)| !text.trim().is_empty());
        Edited { automatic: automatic.into(), edit: edit.map(|(stamp, text)| Change { text, stamp }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Author;

    fn edited(words: &[(&str, &str)]) -> Edited {
        let entry = |(by, text): &(&str, &str)| Entry::Edit {
            at: SimTime::from_minutes(60),
            author: Author::Evaluator((*by).to_owned()),
            edit: Edit::Summary((*text).to_owned()),
        };
        let entries: Vec<Entry> = words.iter().map(entry).collect();
        Changes::of(&entries).text("what the program wrote", |edit| match edit {
            Edit::Summary(text) => Some(text.clone()),
            _ => None,
        })
    }

    #[test]
    fn the_last_edit_applies_and_the_generated_text_is_kept() {
        let text = edited(&[("Ada", "one"), ("Ben", "two")]);
        assert_eq!((text.text(), text.automatic.as_str()), ("two", "what the program wrote"));
        let change = text.edit.unwrap();
        assert_eq!((change.stamp.by.as_str(), change.stamp.entry), ("Ben", 1));
    }

    #[test]
    fn an_empty_edit_reverts_earlier_edits() {
        let text = edited(&[("Ada", "one"), ("Ben", " ")]);
        assert_eq!(text, Edited::automatic("what the program wrote"));
    }
}
