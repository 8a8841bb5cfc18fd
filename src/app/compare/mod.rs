//! The comparison: several sessions side by side, as plain data for the screen and the document.
//!
//! A [`Compare`] holds a [`Run`] for each session, oldest file first, so that a team's exercises stand in the order
//! in which they were held. Each run is called by a letter, which a chart and a narrow column have room for. What
//! can be laid beside each other depends on what the sessions are of: marks of the steps and the two numbers always,
//! criteria where the playbook is the same, figures of the outcome and lines over time only within one scenario.
//!
//! - [`run`]: what is kept of a session.
//! - [`row`]: what is compared, with the best of each row.
//! - [`proposal`]: what to drill next.
//! - [`document`]: the comparison as Markdown.

pub mod document;
pub mod proposal;
pub mod row;
pub mod run;

pub use proposal::Proposal;
pub use run::Run;

/// The most sessions that are compared.
pub const MOST: usize = 6;

/// The letters by which runs are called.
pub const LETTERS: [&str; MOST] = ["A", "B", "C", "D", "E", "F"];

/// Several sessions side by side.
pub struct Compare {
    /// The runs, the oldest file first.
    pub runs: Vec<Run>,
    /// What to drill next, where something was missed in most of them.
    pub proposal: Option<Proposal>,
    /// Whether only criteria are shown in which the runs differ.
    pub only_different: bool,
}

impl Compare {
    /// Returns a comparison of runs.
    pub fn of(mut runs: Vec<Run>) -> Self {
        runs.sort_by(|one, other| (one.written, &one.path).cmp(&(other.written, &other.path)));
        Compare { runs, proposal: None, only_different: false }
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

    /// Returns whether the runs are a series: of one scenario, each at a time of its own.
    pub fn is_series(&self) -> bool {
        let are_apart = self.runs.windows(2).all(|pair| pair[0].written.is_some() && pair[0].written < pair[1].written);
        self.runs.len() > 1 && are_apart && self.is_of_one_scenario()
    }

    fn all_share<T: PartialEq>(&self, part: impl Fn(&Run) -> &T) -> bool {
        self.runs.windows(2).all(|pair| part(&pair[0]) == part(&pair[1]))
    }
}
