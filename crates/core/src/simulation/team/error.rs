//! Errors caused by fatigue.
//!
//! Above a fatigue of `error_fatigue`, a role makes errors with a probability that rises to `error_most` at full
//! fatigue, with one keyed draw per action:
//!
//! ```text
//! p = error_most (fatigue - error_fatigue) / (1 - error_fatigue)
//! ```
//!
//! After an error, part of the work has to be redone, which adds `error_rework` of its duration. This happens at
//! most once per action. In a statement, the error is a slip that is published with the text: a wrong link, a wrong
//! date, an outdated draft (section 10 of `docs/model.md`, X6). An approver whose own fatigue is below the
//! threshold catches the share `error_caught` of slips.
//!
//! Not modeled: undetected errors.

use super::state::Team;
use super::work::{Work, scaled};
use crate::scenario::{Model, Scenario};
use crate::simulation::ledger::Stage;
use crate::simulation::random::{Purpose, key_of};
use crate::timeline::EventKind;

/// Returns the probability of an error at a level of fatigue.
fn chance(fatigue: f64, model: &Model) -> f64 {
    let from = model.error_fatigue.value;
    let beyond = (fatigue - from).max(0.0) / (1.0 - from).max(1e-6);
    model.error_most.value * beyond.min(1.0)
}

impl Work {
    /// Draws whether an action has to be redone in part, and extends it if so.
    pub(super) fn fails(&mut self, stage: &mut Stage, fatigue: f64, scenario: &Scenario) -> bool {
        let key = key_of(self.action.as_str());
        let errs = stage.luck.draw(Purpose::WorkError, key, self.begun) < chance(fatigue, &scenario.model);
        // Statements are not redone. Their slips are drawn on publication.
        if !errs || self.redone || self.content.statement().is_some() {
            return false;
        }
        self.redone = true;
        let more = scaled(self.until.since(self.begun), scenario.model.error_rework.value);
        self.until = stage.now() + more;
        self.ready = self.until;
        let what = EventKind::WorkRedone { action: self.action.clone(), by: self.by.clone(), until: self.until };
        stage.record(what, Some(self.entry));
        true
    }

    /// Draws whether a statement is published with a slip.
    pub(super) fn slips(&self, stage: &mut Stage, team: &Team) -> bool {
        let model = stage.setting.model();
        let awake = |role| team.fatigue(role) < model.error_fatigue.value;
        let looked = self.approved_by.iter().any(|role| *role != self.by && awake(role));
        let caught = if looked { model.error_caught.value } else { 0.0 };
        let chance = (1.0 - caught) * chance(team.fatigue(&self.by), model);
        let key = key_of(self.action.as_str()).wrapping_add(1);
        let slips = stage.luck.draw(Purpose::WorkError, key, self.begun) < chance;
        if slips {
            let what = EventKind::Slip { action: self.action.clone(), by: self.by.clone() };
            stage.record(what, Some(self.entry));
        }
        slips
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;

    #[test]
    fn errors_increase_with_fatigue_from_zero() {
        let model = model();
        let at = |fatigue: f64| chance(fatigue, &model);
        assert!(at(0.0) <= 0.0 && at(model.error_fatigue.value) <= 0.0);
        assert!(at(0.8) < at(0.9) && (at(1.0) - model.error_most.value).abs() < 1e-12);
    }
}
