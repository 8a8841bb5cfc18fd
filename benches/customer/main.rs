//! Compares the product's customers and world with other implementations: `cargo bench --no-default-features`, and
//! with `--features rivals` also with krABMaga. All ratios come from one run, round by round; `docs/performance.md`
//! explains the targets. `GOLDENHOUR_BENCH_LARGEST` limits the number of customers (5,000,000). `cargo bench ... --
//! drill 7` plays only complete drills, for use with a profiler.

#![expect(clippy::print_stdout, reason = "a benchmark prints its results")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and the environment")]

mod drill;
#[cfg(feature = "rivals")]
mod krabmaga_rival;
mod model;
mod rival;
mod round;
mod size;

use std::hint::black_box;
use std::time::Instant;

use drill::Drill;
use rival::{Columns, Product, Rival, Rows, Traffic};
use round::{Competitor, Rounds, Spread, Targets};

/// Number of rounds per comparison.
const ROUNDS: usize = 25;

/// Number of customers in the large comparison.
const MILLION: u32 = 1_000_000;

/// Number of systems in a real minute, and minutes in a drill.
const SYSTEMS: usize = 26;
const DRILL: u32 = 72 * 60;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == size::CHILD) {
        size::child(arguments[at + 1].parse().expect("the number of customers follows"));
        return;
    }
    // `cargo test --benches` also runs this binary, only to check that it starts.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "drill") {
        drills(arguments.get(at + 1).and_then(|rounds| rounds.parse().ok()).unwrap_or(7));
        return;
    }
    let largest = std::env::var("GOLDENHOUR_BENCH_LARGEST").ok().and_then(|text| text.parse().ok());
    let largest = largest.unwrap_or(5_000_000);
    let mut targets = Targets::default();
    sweep(&mut targets, MILLION.min(u32::try_from(largest).unwrap_or(MILLION)));
    for count in [drill::ROWS, 10_000, 100_000] {
        field(count);
    }
    for count in [drill::ROWS, 8000] {
        small(count, &mut targets);
    }
    overhead(&mut targets);
    threads(&mut targets);
    drills(7);
    ensembles(&mut targets);
    sizes(&mut targets, largest);
    let missed = targets.print();
    println!("\n{missed} missed");
}

fn stepping(name: &'static str, often: u32, mut rival: impl Rival + Send + 'static) -> Competitor<'static> {
    Competitor::new(name, move || (0..often).map(|_| rival.minute()).last().unwrap_or(0))
}

/// Runs work on one thread.
fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    on_threads(1, work)
}

fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    pool.install(work)
}

/// T1 to T3: one minute of many customers on one thread.
fn sweep(targets: &mut Targets, count: u32) {
    let rounds = alone(|| Rounds::play(ROUNDS, competitors(count)));
    rounds.print(&format!("One minute of {count} customers, one thread"), u64::from(count), "customer");
    targets.at_most("T1 the product / hand-written columns", rounds.ratio(PRODUCT, COLUMNS), 1.10);
    let (most, set) = if pulp_is_wide() { (1.8, "AVX-512") } else { (3.2, "AVX2 or less") };
    targets.at_most(&format!("T2 the product / memory limit ({set})"), rounds.ratio(PRODUCT, MEMORY), most);
    targets.at_least("T3 entities by row / the product", rounds.ratio(ROWS, PRODUCT), 4.0);
    targets.check("T8 the product and columns by hand come to one sum", rounds.agree(PRODUCT, COLUMNS));
    targets.check("T8 entities by row come to the same sum", rounds.agree(ROWS, COLUMNS));
    #[cfg(feature = "rivals")]
    targets.check("T8 krABMaga comes to the same sum", rounds.agree(KRABMAGA, COLUMNS));
}

/// Repeats the comparison at other sizes, for the table.
fn field(count: u32) {
    let rounds = alone(|| Rounds::play(ROUNDS, competitors(count)));
    rounds.print(&format!("One minute of {count} customers, one thread"), u64::from(count), "customer");
}

const PRODUCT: &str = "the product";
const COLUMNS: &str = "hand-written columns";
const ROWS: &str = "entities by row";
const MEMORY: &str = "memory limit (another sum)";
#[cfg(feature = "rivals")]
const KRABMAGA: &str = "krABMaga";

/// Returns all competitors at a size. Small populations are stepped many times per round, to be long enough to
/// time.
fn competitors(count: u32) -> Vec<Competitor<'static>> {
    let often = (200_000 / count).max(1);
    let mut competitors = vec![
        stepping(COLUMNS, often, Columns::new(count)),
        stepping(PRODUCT, often, Product::new(count, 0)),
        stepping(ROWS, often, Rows::new(count)),
        stepping(MEMORY, often, Traffic::new(count)),
    ];
    #[cfg(feature = "rivals")]
    competitors.push(stepping(KRABMAGA, often, krabmaga_rival::Agents::new(count)));
    for competitor in &mut competitors {
        competitor.often = often;
    }
    competitors
}

/// Returns whether the kernel runs on AVX-512.
fn pulp_is_wide() -> bool {
    format!("{:?}", pulp::Arch::new()).starts_with("V4")
}

/// T4: the customers of a whole drill with a schedule as long as the real one, rebuilt each time, compared with the
/// same customers and number of calls without an ECS.
fn small(count: u32, targets: &mut Targets) {
    let without = || {
        let mut columns = Columns::new(count);
        let minute = |_| {
            (0..SYSTEMS).for_each(|call| {
                black_box(call);
            });
            columns.minute()
        };
        (0..DRILL).map(minute).fold(0i64, i64::wrapping_add)
    };
    let with = || {
        let mut product = Product::new(count, SYSTEMS - 1);
        (0..DRILL).map(|_| product.minute()).fold(0i64, i64::wrapping_add)
    };
    let competitors = vec![Competitor::new(COLUMNS, without), Competitor::new(PRODUCT, with)];
    let rounds = alone(|| Rounds::play(ROUNDS, competitors));
    rounds.print(&format!("{DRILL} minutes of {count} customers and {SYSTEMS} systems, build included"), 1, "drill");
    let most = if count < 8000 { 1.6 } else { 1.05 };
    targets.at_most(&format!("T4 drill of {count} with an ECS / without"), rounds.ratio(PRODUCT, COLUMNS), most);
    targets.check(&format!("T4 drill of {count}: one sum"), rounds.agree(PRODUCT, COLUMNS));
}

/// T5: the overhead of calling a system.
fn overhead(targets: &mut Targets) {
    const TICKS: u32 = 2000;
    let ticks = |mut product: Product| (0..TICKS).map(|_| product.minute()).fold(0i64, i64::wrapping_add);
    let rounds = Rounds::play(
        ROUNDS,
        vec![
            Competitor::new("few systems", || ticks(Product::new(1, 10))),
            Competitor::new("many systems", || ticks(Product::new(1, 110))),
        ],
    );
    rounds.print("Calling systems", u64::from(TICKS), "tick");
    let difference = rounds.seconds("many systems") - rounds.seconds("few systems");
    let nanoseconds = difference * 1e9 / f64::from(TICKS) / 100.0;
    targets.at_most("T5 nanoseconds for each system and tick", Spread::of(vec![nanoseconds]), 40.0);
}

/// T8: the number of threads does not change results.
fn threads(targets: &mut Targets) {
    let sum = |threads: usize| {
        on_threads(threads, || {
            let mut product = Product::new(100_003, 0);
            (0..60).fold(0i64, |sum, _| sum.wrapping_mul(31).wrapping_add(product.minute()))
        })
    };
    let sums = [1, 2, 3, 7].map(sum);
    println!("\nThe sum over 60 minutes of 100003 customers is {} (the same in every build)", sums[0]);
    targets.check("T8 one sum for 1, 2, 3 and 7 threads", sums.iter().all(|other| *other == sums[0]));
}

/// Number of times a drill is played per round. The kernel counts processor time in steps of a few milliseconds.
const OFTEN: u32 = 10;

/// Returns a competitor that plays a drill with a new seed in each round.
fn playing<'a>(name: &'static str, drill: &'a Drill) -> Competitor<'a> {
    let mut seed = 0;
    let play = move || {
        seed += 1;
        (0..OFTEN).fold(0, |_, _| drill.play(seed))
    };
    Competitor { often: OFTEN, ..Competitor::new(name, play) }
}

/// Times complete drills of the whole world, one after another.
fn drills(rounds: usize) {
    let drills = ["silent", "playbook"].map(Drill::played_by);
    let [silent, playbook] = &drills;
    let competitors = vec![playing("nobody decides", silent), playing("by the book", playbook)];
    let rounds = alone(|| Rounds::play(rounds, competitors));
    rounds.print("A complete drill of the whole world as a cohort", 1, "drill");
    for name in ["nobody decides", "by the book"] {
        let per_second = 1.0 / rounds.seconds(name);
        let microseconds = rounds.seconds(name) * 1e6 / f64::from(silent.minutes());
        println!("  {name:<34} {per_second:>10.1} drills per second and core, {microseconds:.2} us a minute");
    }
}

/// T9: the speed-up of drills on two cores, relative to that of arithmetic in the same rounds.
fn ensembles(targets: &mut Targets) {
    let drill = Drill::played_by("playbook");
    let drill = || drill.play(1);
    let arithmetic =
        || (0..10_000_000u64).fold(black_box(1u64), |sum, n| (sum ^ n).rotate_left(7).wrapping_mul(0x9E37_79B9));
    let ratios = (0..ROUNDS).map(|_| speedup(&drill) / speedup(&arithmetic));
    let ratios = Spread::of(ratios.collect());
    targets.at_least("T9 speed-up of drills on 2 cores / of arithmetic", ratios, 0.9);
}

/// Returns the speed-up of eight units of work on two threads.
fn speedup<T>(work: &(impl Fn() -> T + Sync)) -> f64 {
    let time = |threads: usize| {
        let started = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(move || (0..8 / threads).for_each(|_| drop(black_box(work()))));
            }
        });
        started.elapsed().as_secs_f64()
    };
    let one = time(1);
    one / time(2)
}

/// T10: memory and time of the whole simulation by size.
#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
fn sizes(targets: &mut Targets, largest: u64) {
    println!("\nThe whole world by size (each in a process of its own, on all cores)");
    let empty = size::measure(100);
    let sizes: Vec<size::Size> = [10_000, 100_000, 1_000_000, 5_000_000]
        .into_iter()
        .filter(|size| *size <= largest)
        .map(size::measure)
        .collect();
    for size in &sizes {
        let bytes = |memory: f64| (memory - empty.begun) / size.customers as f64;
        println!(
            "  {:>9} customers: built in {:>7.1} ms, {:>6.1} bytes each; {:>5.1} % awake, {:>6.1} bytes each, {:>6.1} ms an hour",
            size.customers,
            size.build * 1e3,
            bytes(size.begun),
            size.aware * 1e2,
            bytes(size.memory),
            size.hours[0] * 1e3,
        );
        let name = format!("T10 bytes for each of {} customers", size.customers);
        if size.customers >= 1_000_000 {
            targets.at_most(&name, Spread::of(vec![bytes(size.memory)]), 140.0);
        }
    }
    let awake: Vec<(f64, f64)> = sizes
        .iter()
        .filter(|size| size.customers >= 100_000)
        .map(|size| (size.customers as f64 * size.aware, size.hours[0]))
        .collect();
    if awake.len() > 1 {
        let exponent = Spread::of(vec![size::exponent(&awake)]);
        targets.at_most("T10 time grows with this power of awake customers", exponent, 1.1);
    }
    if let Some(size) = sizes.iter().find(|size| size.customers == 100_000) {
        let mut total = 0.0;
        let points: Vec<(f64, f64)> = (1u32..)
            .zip(&size.hours)
            .map(|(hours, seconds)| {
                total += seconds;
                (f64::from(hours), total)
            })
            .collect();
        let exponent = Spread::of(vec![size::exponent(&points)]);
        targets.at_most("T10 time grows with this power of simulated time", exponent, 1.1);
    }
}
