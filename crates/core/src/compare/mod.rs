//! Several sessions side by side, as plain data for the window, the command line and documents.
//!
//! A [`Compare`] holds a [`Run`] for each session in the order in which they were held, so that a team's exercises
//! stand as it went through them. Each run is called by a letter, which a chart and a narrow column have room for.
//! What can be laid beside each other depends on what the sessions are of: marks of the steps and the two numbers
//! always, criteria where the playbook is the same, figures of the outcome and lines over time only within one
//! scenario; a [`Remark`] says so.
//!
//! - [`run`]: what is kept of a session.
//! - [`row`]: what is compared, with the best of each row.
//! - [`team`]: who of the people came back, so that one team's progress is not taken for another's.
//! - [`mastery`]: each step and criterion over time.
//! - [`proposal`]: what to drill next.
//! - [`comparison`]: all of it in one value.

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

/// The letters by which runs are called; more sessions are not compared.
pub const LETTERS: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W",
    "X", "Y", "Z",
];

/// Several sessions side by side.
pub struct Compare {
    /// The runs in the order in which they were held.
    pub runs: Vec<Run>,
    is_order_given: bool,
}

/// What has to be known to read a comparison rightly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// The sessions are of different scenarios: only the two numbers, the steps and the criteria of a shared playbook
    /// can be compared.
    DifferentScenarios,
    /// The files of the scenario have changed between the sessions.
    DifferentEditions,
    /// The sessions are judged by different playbooks: criteria cannot be compared.
    DifferentPlaybooks,
    /// The sessions did not go equally far.
    DifferentLengths,
    /// An evaluator's word stands in place of an automatic result somewhere.
    Overridden,
    /// Nobody knows in which order the sessions were held.
    UnknownOrder,
}

impl Compare {
    /// Returns a comparison of runs, which are put in the order in which they were held; where that is not known of
    /// all, they stay in the order in which they are given.
    pub fn of(mut runs: Vec<Run>) -> Self {
        if runs.iter().all(|run| run.held.is_some()) {
            runs.sort_by_key(|run| run.held);
        }
        Compare { runs, is_order_given: false }
    }

    /// Returns a comparison of runs in the order in which somebody put them.
    pub fn in_order(runs: Vec<Run>) -> Self {
        Compare { runs, is_order_given: true }
    }

    /// Returns the runs with their letters.
    pub fn lettered(&self) -> impl Iterator<Item = (&'static str, &Run)> {
        LETTERS.into_iter().zip(&self.runs)
    }

    /// Returns whether all are of one scenario.
    pub fn is_of_one_scenario(&self) -> bool {
        self.all_share(|run| &run.scorecard.scenario)
    }

    /// Returns whether all are of the same files of it.
    pub fn is_of_one_edition(&self) -> bool {
        self.all_share(|run| &run.digest)
    }

    /// Returns whether all are judged by one playbook.
    pub fn is_by_one_playbook(&self) -> bool {
        self.all_share(|run| &run.scorecard.playbook.id)
    }

    /// Returns whether all went equally far.
    pub fn is_equally_long(&self) -> bool {
        self.all_share(|run| &run.until)
    }

    /// Returns whether an evaluator's word stands in place of an automatic result somewhere.
    pub fn is_overridden(&self) -> bool {
        self.runs.iter().any(|run| run.scorecard.playbook.total_overridden.is_some())
    }

    /// Returns whether the order is known: somebody gave it, or each was held at a time of its own.
    pub fn is_in_order(&self) -> bool {
        let are_apart = |pair: &[Run]| pair[0].held.is_some() && pair[0].held < pair[1].held;
        self.is_order_given || self.runs.windows(2).all(are_apart)
    }

    /// Returns whether the runs are a series: of one scenario, in an order that is known.
    pub fn is_series(&self) -> bool {
        self.runs.len() > 1 && self.is_in_order() && self.is_of_one_scenario()
    }

    /// Returns what has to be known to read the comparison rightly.
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
