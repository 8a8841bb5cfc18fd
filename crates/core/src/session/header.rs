//! The header: the first line of a session file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::format::FORMAT;
use super::log::Mode;
use super::read_error::ReadError;
use crate::id::ScenarioId;
use crate::scenario::file::dialect;
use crate::scenario::source::Bundle;
use crate::scenario::{Scenario, load};
use crate::simulation::Seed;

/// Contents of the first line of a session file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the file format.
    pub format: u32,
    /// Version of the program that wrote the file.
    pub program: String,
    /// Identifier of the scenario.
    pub scenario: ScenarioId,
    /// Hash of the scenario's files.
    pub digest: String,
    /// Random seed.
    pub seed: Seed,
    /// How the session is paced and who leads it.
    pub mode: Mode,
    /// Scenario files.
    pub files: Bundle,
}

impl Header {
    /// Returns the header of a new session.
    pub fn new(scenario: &Scenario, seed: Seed, mode: Mode) -> Self {
        Header {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: scenario.id.clone(),
            digest: scenario.digest(),
            seed,
            mode,
            files: scenario.bundle().clone(),
        }
    }

    /// Returns the header as one line, without a line end.
    ///
    /// # Panics
    /// Does not panic: headers are plain data that can always be serialized.
    pub fn to_line(&self) -> String {
        dialect().to_string(self).expect("headers are plain data that can be serialized")
    }

    /// Loads the scenario from the embedded files.
    ///
    /// # Errors
    /// Returns an error if the files differ from those recorded, or if they are no longer a valid scenario.
    pub fn scenario(&self) -> Result<Arc<Scenario>, ReadError> {
        if self.files.digest() != self.digest {
            return Err(ReadError::Altered);
        }
        load(&self.files).map(|loaded| Arc::new(loaded.output)).map_err(ReadError::Scenario)
    }
}
