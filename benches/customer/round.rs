//! Rounds: competitors are timed one after another, round by round, so that whatever slows the machine down slows
//! all of them. A ratio is that of the quickest rounds, which nothing else disturbed; beside it stands how the ratios
//! within single rounds spread.

use std::fmt;
use std::time::Instant;

/// Somebody who does the same work in another way.
pub struct Competitor<'a> {
    /// The name in the table.
    pub name: &'static str,
    /// Does the work and returns its checksum.
    pub work: Box<dyn FnMut() -> i64 + Send + 'a>,
    /// How often it does it in a round.
    pub often: u32,
}

impl<'a> Competitor<'a> {
    /// Returns a competitor who does its work once in a round.
    pub fn new(name: &'static str, work: impl FnMut() -> i64 + Send + 'a) -> Self {
        Competitor { name, work: Box::new(work), often: 1 }
    }
}

/// Work that takes so many seconds will hardly find a core for itself on a machine that others use.
const LONG: f64 = 0.2;

/// Measures work of this thread: short work by the clock, long work by the processor time that the kernel says it
/// had, where it says so.
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

/// The processor time that this thread has had, in seconds; Linux tells.
fn processor() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// How long each competitor took in each round, in seconds, and the checksums it came to.
pub struct Rounds {
    names: Vec<&'static str>,
    seconds: Vec<Vec<f64>>,
    checksums: Vec<Vec<i64>>,
}

impl Rounds {
    /// Plays rounds after one that warms up; each round begins with another competitor. Seconds are for the work
    /// done once.
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

    /// Returns how much longer one took than another.
    pub fn ratio(&self, of: &str, to: &str) -> Spread {
        let (of, to) = (&self.seconds[self.index(of)], &self.seconds[self.index(to)]);
        let spread = Spread::of(of.iter().zip(to).map(|(one, other)| one / other).collect());
        Spread { value: quickest(of) / quickest(to), ..spread }
    }

    /// Returns the seconds of the quickest round.
    pub fn seconds(&self, of: &str) -> f64 {
        quickest(&self.seconds[self.index(of)])
    }

    /// Prints how long each took for one of `each` things and whether it came to the same sum as the first.
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

    /// Returns whether two came to the same sums in every round.
    pub fn agree(&self, one: &str, other: &str) -> bool {
        self.checksums[self.index(one)] == self.checksums[self.index(other)]
    }

    fn index(&self, name: &str) -> usize {
        self.names.iter().position(|other| *other == name).unwrap_or_else(|| panic!("nobody is called `{name}`"))
    }
}

fn quickest(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// A number, and the quartiles of those it was found among.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// What is held against a target.
    pub value: f64,
    /// A quarter lies below.
    pub low: f64,
    /// Half lies below.
    pub median: f64,
    /// A quarter lies above.
    pub high: f64,
}

impl Spread {
    /// Returns the median of some numbers and their quartiles; there must be one at least.
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

/// The targets that were held against a run, in order.
#[derive(Default)]
pub struct Targets(Vec<(String, bool)>);

impl Targets {
    /// Holds a measured spread against the most it may be.
    pub fn at_most(&mut self, target: &str, found: Spread, most: f64) {
        self.enter(target, found.to_string(), format!("at most {most}"), found.value <= most);
    }

    /// Holds a measured spread against the least it must be.
    pub fn at_least(&mut self, target: &str, found: Spread, least: f64) {
        self.enter(target, found.to_string(), format!("at least {least}"), found.value >= least);
    }

    /// Holds a yes or no against a target.
    pub fn so(&mut self, target: &str, holds: bool) {
        self.enter(target, holds.to_string(), "true".to_owned(), holds);
    }

    fn enter(&mut self, target: &str, found: String, wanted: String, holds: bool) {
        let verdict = if holds { "ok" } else { "MISSED" };
        self.0.push((format!("  {target:<56} {found:<34} {wanted:<14} {verdict}"), holds));
    }

    /// Prints all targets; returns how many were missed.
    pub fn print(&self) -> usize {
        println!("\nTargets");
        self.0.iter().for_each(|(line, _)| println!("{line}"));
        self.0.iter().filter(|(_, holds)| !holds).count()
    }
}
