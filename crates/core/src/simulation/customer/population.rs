//! Whether customers are simulated one by one or as a cohort.

/// How the customers of a scenario are simulated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Population {
    /// Every simulated customer by itself: one entity for each from the minute in which it hears of it.
    #[default]
    Full,
    /// About this many rows that stand for all customers; for ensembles.
    Cohort {
        /// How many rows, shared out among segments; small strata get a dozen at least.
        rows: u32,
    },
}

impl Population {
    pub(super) fn is_cohort(self) -> bool {
        self != Population::Full
    }
}
