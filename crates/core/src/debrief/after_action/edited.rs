//! A text that people may change: what the program wrote and, beside it, what somebody wrote instead.

use serde::Serialize;

use crate::session::{Edit, Entry};
use crate::time::SimTime;

/// A text, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// What the program wrote; empty where only people can know.
    pub automatic: String,
    /// What somebody wrote instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<Change>,
}

/// What somebody wrote instead.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The words.
    pub text: String,
    /// Who and when.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// Who changed something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stamp {
    /// Who.
    pub by: String,
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// The entry of the log.
    pub entry: u32,
}

impl Edited {
    /// Returns a text that nobody has changed.
    pub fn automatic(text: impl Into<String>) -> Self {
        Edited { automatic: text.into(), edit: None }
    }

    /// Returns the text that stands: the last edit, or else what the program wrote.
    pub fn text(&self) -> &str {
        self.edit.as_ref().map_or(&self.automatic, |change| &change.text)
    }

    /// Returns whether there is anything to read; where not, somebody has to fill it in.
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }
}

/// Everything that reviewers changed, in the order of the log.
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

    /// Goes through all of them, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &(Stamp, &'a Edit)> {
        self.0.iter()
    }

    /// Returns what the last edit of something says, with who said it.
    pub fn last<T>(&self, pick: impl Fn(&'a Edit) -> Option<T>) -> Option<(Stamp, T)> {
        self.0.iter().rev().find_map(|(stamp, edit)| Some((stamp.clone(), pick(edit)?)))
    }

    /// Returns a text with its last edit; an empty edit takes the others back.
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
    fn the_last_edit_of_anybody_counts_and_the_automatic_text_stays() {
        let text = edited(&[("Ada", "one"), ("Ben", "two")]);
        assert_eq!((text.text(), text.automatic.as_str()), ("two", "what the program wrote"));
        let change = text.edit.unwrap();
        assert_eq!((change.stamp.by.as_str(), change.stamp.entry), ("Ben", 1));
    }

    #[test]
    fn an_empty_edit_takes_the_others_back() {
        let text = edited(&[("Ada", "one"), ("Ben", " ")]);
        assert_eq!(text, Edited::automatic("what the program wrote"));
    }
}
