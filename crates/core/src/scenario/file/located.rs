//! A value of a file with the place it was read from, for diagnostics with line and column.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, de};

use crate::diagnostic::SourceMark;

/// A value with the place it was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub mark: SourceMark,
}

/// A text with its place: an id, a time, a duration, a sentence.
pub type Text = Located<String>;

impl<'de, T: DeserializeOwned> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de ron::value::RawValue>::deserialize(deserializer)?.trim();
        let value = raw.into_rust().map_err(|error| de::Error::custom(error.code))?;
        Ok(Located { value, mark: SourceMark::of(raw.get_ron()) })
    }
}
