//! Autopilot that never does anything.

use super::player::Autopilot;
use crate::decision::Decision;
use crate::simulation::Situation;

/// Autopilot that does nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Autopilot for Silent {
    fn decide(&mut self, _situation: &Situation) -> Vec<Decision> {
        Vec::new()
    }
}
