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

/// What stands in the first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The format of the file.
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The hash of the scenario's files.
    pub digest: String,
    /// The seed.
    pub seed: Seed,
    /// How the session is paced.
    pub mode: Mode,
    /// The scenario's files.
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

    /// Returns the header as one line without its end.
    ///
    /// # Panics
    /// Never: headers are plain data.
    pub fn to_line(&self) -> String {
        dialect().to_string(self).expect("headers are plain data")
    }

    /// Loads the scenario from the files within.
    ///
    /// # Errors
    /// Where the files are not those that were recorded, or no longer make a scenario.
    pub fn scenario(&self) -> Result<Arc<Scenario>, ReadError> {
        if self.files.digest() != self.digest {
            return Err(ReadError::Altered);
        }
        load(&self.files).map(|loaded| Arc::new(loaded.output)).map_err(ReadError::Scenario)
    }
}
