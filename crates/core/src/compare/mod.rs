//! Comparison of several sessions, as plain data for the window, the command line and documents.
//!
//! A [`Compare`] contains one [`Run`] per session, in the order in which the sessions were held, so that a team's
//! exercises appear as a progression. Each run is labeled with a letter, which fits in charts and narrow columns.
//!
//! Which data can be compared depends on the sessions. Step ratings and the two total scores are always compared,
//! criteria only under the same playbook, and outcome figures and curves only within one scenario. A [`Remark`]
//! states each such limitation.
//!
//! - [`run`]: the data kept for each session.
//! - [`row`]: the compared values, with the best value of each row.
//! - [`team`]: groups sessions by team, so that the progress of different teams is not mixed.
//! - [`mastery`]: results for each step and criterion over time.
//! - [`proposal`]: what to exercise next.
//! - [`comparison`]: the complete comparison as one value.

pub mod comparison;
pub mod mastery;
pub mod proposal;
pub mod row;
pub mod run;
pub mod team;

use serde::Serialize;

pub use comparison::Comparison;
pub use mastery::Mastery;
pub use proposal::Proposal;
pub use run::Run;
pub use team::Team;

/// Labels of the runs. Their number limits how many sessions are compared.
pub const LETTERS: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W",
    "X", "Y", "Z",
];

/// Several sessions to compare.
pub struct Compare {
    /// Runs in the order in which they were held.
    pub runs: Vec<Run>,
    is_order_given: bool,
}

/// Limitation to keep in mind when reading a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// The sessions use different scenarios. Only the two total scores, the steps and the criteria of a shared
    /// playbook can be compared.
    DifferentScenarios,
    /// The scenario's files changed between the sessions.
    DifferentEditions,
    /// The sessions are scored by different playbooks, so criteria cannot be compared.
    DifferentPlaybooks,
    /// The sessions were played for different lengths of simulated time.
    DifferentLengths,
    /// At least one automatic result was overridden by an evaluator.
    Overridden,
    /// The order in which the sessions were held is unknown.
    UnknownOrder,
}

impl Compare {
    /// Creates a comparison, sorted by the time at which each session was held. If any of these times is unknown,
    /// the runs keep the given order.
    pub fn of(mut runs: Vec<Run>) -> Self {
        if runs.iter().all(|run| run.held.is_some()) {
            runs.sort_by_key(|run| run.held);
        }
        Compare { runs, is_order_given: false }
    }

    /// Creates a comparison that keeps the given order.
    pub fn in_order(runs: Vec<Run>) -> Self {
        Compare { runs, is_order_given: true }
    }

    /// Returns the runs with their letters.
    pub fn lettered(&self) -> impl Iterator<Item = (&'static str, &Run)> {
        LETTERS.into_iter().zip(&self.runs)
    }

    /// Returns whether all runs use the same scenario.
    pub fn is_of_one_scenario(&self) -> bool {
        self.all_share(|run| &run.scorecard.scenario)
    }

    /// Returns whether all runs use identical scenario files.
    pub fn is_of_one_edition(&self) -> bool {
        self.all_share(|run| &run.digest)
    }

    /// Returns whether all runs are scored by the same playbook.
    pub fn is_by_one_playbook(&self) -> bool {
        self.all_share(|run| &run.scorecard.playbook.id)
    }

    /// Returns whether all runs ended at the same simulated time.
    pub fn is_equally_long(&self) -> bool {
        self.all_share(|run| &run.until)
    }

    /// Returns whether at least one automatic result was overridden by an evaluator.
    pub fn is_overridden(&self) -> bool {
        self.runs.iter().any(|run| run.scorecard.playbook.total_overridden.is_some())
    }

    /// Returns whether the order is known: either the caller specified it, or each session has a distinct start
    /// time.
    pub fn is_in_order(&self) -> bool {
        let are_apart = |pair: &[Run]| pair[0].held.is_some() && pair[0].held < pair[1].held;
        self.is_order_given || self.runs.windows(2).all(are_apart)
    }

    /// Returns whether the runs form a series: several sessions of one scenario in a known order.
    pub fn is_series(&self) -> bool {
        self.runs.len() > 1 && self.is_in_order() && self.is_of_one_scenario()
    }

    /// Returns the limitations that apply to the comparison.
    pub fn remarks(&self) -> Vec<Remark> {
        let is_one = self.is_of_one_scenario();
        let all = [
            (Remark::DifferentScenarios, !is_one),
            (Remark::DifferentEditions, is_one && !self.is_of_one_edition()),
            (Remark::DifferentPlaybooks, !self.is_by_one_playbook()),
            (Remark::DifferentLengths, is_one && !self.is_equally_long()),
            (Remark::Overridden, self.is_overridden()),
            (Remark::UnknownOrder, !self.is_in_order()),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(remark, _)| remark).collect()
    }

    fn all_share<T: PartialEq>(&self, part: impl Fn(&Run) -> &T) -> bool {
        self.runs.windows(2).all(|pair| part(&pair[0]) == part(&pair[1]))
    }
}
