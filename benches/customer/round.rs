//! Timing in rounds: competitors run one after another in each round, so that a slowdown of the machine affects all
//! of them. A ratio compares the fastest rounds, which are the least disturbed, and is shown with the spread of the
//! ratios within single rounds.

use std::fmt;
use std::time::Instant;

/// One implementation of the measured work.
pub struct Competitor<'a> {
    /// Name in the table.
    pub name: &'static str,
    /// Does the work and returns its checksum.
    pub work: Box<dyn FnMut() -> i64 + Send + 'a>,
    /// Number of times that `work` does its work per round.
    pub often: u32,
}

impl<'a> Competitor<'a> {
    /// Creates a competitor that does its work once per round.
    pub fn new(name: &'static str, work: impl FnMut() -> i64 + Send + 'a) -> Self {
        Competitor { name, work: Box::new(work), often: 1 }
    }
}

/// Seconds above which work on a shared machine will hardly keep a core to itself.
const LONG: f64 = 0.2;

/// Measures work on this thread: short work by the clock, and work longer than [`LONG`] by the processor time that
/// the kernel reports, if available.
struct Watch {
    clock: Instant,
    processor: Option<f64>,
}

impl Watch {
    fn start() -> Self {
        Watch { processor: processor(), clock: Instant::now() }
    }

    fn seconds(&self) -> f64 {
        let seconds = self.clock.elapsed().as_secs_f64();
        let had = self.processor.zip(processor()).map(|(before, after)| after - before);
        had.filter(|_| seconds > LONG).unwrap_or(seconds)
    }
}

/// Returns the processor time of this thread in seconds, which is available on Linux.
fn processor() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Seconds and checksums of each competitor in each round.
pub struct Rounds {
    names: Vec<&'static str>,
    seconds: Vec<Vec<f64>>,
    checksums: Vec<Vec<i64>>,
}

impl Rounds {
    /// Runs a warm-up round and then `count` rounds, each starting with a different competitor. Times are per unit
    /// of work.
    pub fn play(count: usize, mut competitors: Vec<Competitor>) -> Self {
        let names: Vec<&'static str> = competitors.iter().map(|competitor| competitor.name).collect();
        let mut rounds =
            Rounds { seconds: vec![Vec::new(); names.len()], checksums: vec![Vec::new(); names.len()], names };
        for round in 0..=count {
            for turn in 0..competitors.len() {
                let index = (round + turn) % competitors.len();
                let watch = Watch::start();
                let checksum = (competitors[index].work)();
                let seconds = watch.seconds() / f64::from(competitors[index].often);
                rounds.checksums[index].push(checksum);
                if round > 0 {
                    rounds.seconds[index].push(seconds);
                }
            }
        }
        rounds
    }

    /// Returns the ratio of the times of two competitors.
    pub fn ratio(&self, of: &str, to: &str) -> Spread {
        let (of, to) = (&self.seconds[self.index(of)], &self.seconds[self.index(to)]);
        let spread = Spread::of(of.iter().zip(to).map(|(one, other)| one / other).collect());
        Spread { value: quickest(of) / quickest(to), ..spread }
    }

    /// Returns the seconds of the fastest round.
    pub fn seconds(&self, of: &str) -> f64 {
        quickest(&self.seconds[self.index(of)])
    }

    /// Prints the time of each competitor per unit of work, and whether its checksums equal those of the first.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn print(&self, title: &str, each: u64, unit: &str) {
        println!("\n{title}");
        for (index, name) in self.names.iter().enumerate() {
            let nanoseconds = self.seconds(name) * 1e9 / each as f64;
            let times = self.ratio(name, self.names[0]).value;
            let same = if self.checksums[index] == self.checksums[0] { "" } else { "   another sum" };
            println!("  {name:<34} {nanoseconds:>10.2} ns per {unit}   {times:>7.2} x{same}");
        }
    }

    /// Returns whether two competitors have the same checksum in every round.
    pub fn agree(&self, one: &str, other: &str) -> bool {
        self.checksums[self.index(one)] == self.checksums[self.index(other)]
    }

    fn index(&self, name: &str) -> usize {
        self.names.iter().position(|other| *other == name).unwrap_or_else(|| panic!("no competitor is called `{name}`"))
    }
}

fn quickest(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// A number with the quartiles of the values it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// Value compared with a target.
    pub value: f64,
    /// First quartile.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub high: f64,
}

impl Spread {
    /// Returns the median and quartiles of numbers; there must be at least one.
    pub fn of(mut numbers: Vec<f64>) -> Self {
        numbers.sort_by(f64::total_cmp);
        let at = |quarter: usize| numbers[(numbers.len() - 1) * quarter / 4];
        Spread { value: at(2), low: at(1), median: at(2), high: at(3) }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}  (rounds {:.2} {:.2} {:.2})", self.value, self.low, self.median, self.high)
    }
}

/// Checked targets in order.
#[derive(Default)]
pub struct Targets(Vec<(String, bool)>);

impl Targets {
    /// Checks a measured value against a maximum.
    pub fn at_most(&mut self, target: &str, found: Spread, most: f64) {
        self.enter(target, found.to_string(), format!("at most {most}"), found.value <= most);
    }

    /// Checks a measured value against a minimum.
    pub fn at_least(&mut self, target: &str, found: Spread, least: f64) {
        self.enter(target, found.to_string(), format!("at least {least}"), found.value >= least);
    }

    /// Checks a condition.
    pub fn check(&mut self, target: &str, holds: bool) {
        self.enter(target, holds.to_string(), "true".to_owned(), holds);
    }

    fn enter(&mut self, target: &str, found: String, wanted: String, holds: bool) {
        let verdict = if holds { "ok" } else { "MISSED" };
        self.0.push((format!("  {target:<56} {found:<34} {wanted:<14} {verdict}"), holds));
    }

    /// Prints all targets and returns the number of missed ones.
    pub fn print(&self) -> usize {
        println!("\nTargets");
        self.0.iter().for_each(|(line, _)| println!("{line}"));
        self.0.iter().filter(|(_, holds)| !holds).count()
    }
}
