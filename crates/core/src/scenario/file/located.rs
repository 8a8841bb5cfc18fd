//! Values with their source position, for diagnostics with line and column.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, de};

use crate::diagnostic::SourceMark;

/// A value with the position it was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Located<T> {
    /// The parsed value.
    pub value: T,
    /// Position in the source file.
    pub mark: SourceMark,
}

/// A string with its position, used for ids, times, durations and sentences.
pub type Text = Located<String>;

impl<'de, T: DeserializeOwned> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de ron::value::RawValue>::deserialize(deserializer)?.trim();
        let value = raw.into_rust().map_err(|error| de::Error::custom(error.code))?;
        Ok(Located { value, mark: SourceMark::of(raw.get_ron()) })
    }
}
