//! The verdict on one criterion.

use serde::Serialize;

/// Minimum credit at which a criterion counts as met.
const MET: f64 = 0.95;

/// Maximum credit at which a criterion counts as missed.
const MISSED: f64 = 0.05;

/// Verdict on a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Done.
    Met,
    /// Done, but too late for full credit.
    Late,
    /// Done in part.
    Partial,
    /// Not done.
    Missed,
    /// Could not be judged in this session.
    NotApplicable,
}

impl Verdict {
    /// Returns the verdict for a credit, 0 to 1; `late` is true if lateness reduced it.
    pub(super) fn of_credit(credit: Option<f64>, late: bool) -> Self {
        match credit {
            None => Verdict::NotApplicable,
            Some(credit) if credit >= MET => Verdict::Met,
            Some(credit) if credit <= MISSED => Verdict::Missed,
            Some(_) if late => Verdict::Late,
            Some(_) => Verdict::Partial,
        }
    }

    /// Returns the verdict in words.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Late => "late",
            Verdict::Partial => "partial",
            Verdict::Missed => "missed",
            Verdict::NotApplicable => "not applicable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credit_selects_the_verdict_and_lateness_only_tells_late_from_partial() {
        for (credit, on_time, late) in [
            (None, Verdict::NotApplicable, Verdict::NotApplicable),
            (Some(1.0), Verdict::Met, Verdict::Met),
            (Some(0.95), Verdict::Met, Verdict::Met),
            (Some(0.94), Verdict::Partial, Verdict::Late),
            (Some(0.06), Verdict::Partial, Verdict::Late),
            (Some(0.05), Verdict::Missed, Verdict::Missed),
            (Some(0.0), Verdict::Missed, Verdict::Missed),
        ] {
            assert_eq!(Verdict::of_credit(credit, false), on_time, "{credit:?}");
            assert_eq!(Verdict::of_credit(credit, true), late, "{credit:?}, late");
        }
    }
}
