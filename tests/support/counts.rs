//! Labeled lines of a fixture, and counts of a detector over them.

use std::path::Path;

/// Number of hits, false alarms and misses of a detector.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub hit: u32,
    pub false_alarm: u32,
    pub miss: u32,
}

impl Counts {
    /// Adds a case.
    pub fn add(&mut self, expected: bool, found: bool) {
        self.hit += u32::from(expected && found);
        self.false_alarm += u32::from(!expected && found);
        self.miss += u32::from(expected && !found);
    }

    /// Returns the sum of two counts.
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            hit: self.hit + other.hit,
            false_alarm: self.false_alarm + other.false_alarm,
            miss: self.miss + other.miss,
        }
    }

    /// Returns the share of findings that are right, 0 to 1.
    pub fn precision(self) -> f64 {
        f64::from(self.hit) / f64::from((self.hit + self.false_alarm).max(1))
    }

    /// Returns the share of cases that are found, 0 to 1.
    pub fn recall(self) -> f64 {
        f64::from(self.hit) / f64::from((self.hit + self.miss).max(1))
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        f64::from(2 * self.hit) / f64::from((2 * self.hit + self.false_alarm + self.miss).max(1))
    }
}

/// Returns the columns of each line of a file.
pub fn rows<const N: usize>(path: &Path) -> Vec<[String; N]> {
    let text = std::fs::read_to_string(path).expect("the fixture exists");
    let row = |line: &str| {
        let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
        <[String; N]>::try_from(columns).unwrap_or_else(|_| panic!("{}: `{line}` needs {N} columns", path.display()))
    };
    text.lines().map(row).collect()
}
