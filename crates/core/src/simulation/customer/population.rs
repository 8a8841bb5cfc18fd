//! The choice between simulating customers individually and as a cohort.

/// How the customers of a scenario are simulated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Population {
    /// Each simulated customer individually, as an entity from the minute in which it hears of the breach.
    #[default]
    Full,
    /// Approximately this many rows that represent all customers; for ensembles.
    Cohort {
        /// Number of rows, distributed over segments. Every stratum that is not empty gets at least a dozen.
        rows: u32,
    },
}

impl Population {
    pub(super) fn is_cohort(self) -> bool {
        self != Population::Full
    }
}
