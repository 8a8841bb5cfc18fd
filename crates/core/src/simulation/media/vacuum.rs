//! The information vacuum: unmet public demand for information.
//!
//! The vacuum V follows `V' = a (A + k A I) (1 - V) - g S V` per hour, where A is news attention, I the share that
//! believes a rumor, and S the specificity of what the organization has disclosed (section 4 of `docs/model.md`,
//! simplified form). The constants are a `vacuum_growth`, k `vacuum_rumor` and g `vacuum_fall`. The factor `1 - V`
//! keeps V below 1.

use crate::scenario::Model;

/// Returns the vacuum one minute later.
pub(super) fn after_a_minute(vacuum: f64, attention: f64, rumor: f64, specificity: f64, model: &Model) -> f64 {
    let asked = attention * (1.0 + model.vacuum_rumor.value * rumor);
    let growth = model.vacuum_growth.value * asked * (1.0 - vacuum);
    let fall = model.vacuum_fall.value * specificity * vacuum;
    (vacuum + (growth - fall) / 60.0).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;

    fn after_hours(hours: u32, attention: f64, rumor: f64, specificity: f64) -> f64 {
        (0..hours * 60).fold(0.3, |vacuum, _| after_a_minute(vacuum, attention, rumor, specificity, &model()))
    }

    #[test]
    fn attention_and_rumor_widen_the_vacuum_and_information_closes_it() {
        assert!((after_hours(5, 0.0, 0.0, 0.0) - 0.3).abs() < 1e-12);
        assert!(after_hours(5, 1.0, 0.0, 0.0) > 0.3);
        assert!(after_hours(5, 1.0, 0.5, 0.0) > after_hours(5, 1.0, 0.0, 0.0));
        assert!(after_hours(5, 0.1, 0.0, 1.0) < 0.3);
        assert!(after_hours(500, 9.0, 1.0, 0.0) <= 1.0);
    }
}
