//! The customer kernel against its competitors: `cargo bench --no-default-features --bench customer`, and with
//! `--features rivals` against krABMaga as well. All ratios come from one run, round by round; the targets are
//! those of the performance notes. `GOLDENHOUR_BENCH_LARGEST` bounds the number of customers (5,000,000).

#![expect(clippy::print_stdout, reason = "a bench prints what it found")]
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock and its environment")]

#[cfg(feature = "rivals")]
mod krabmaga_rival;
mod rival;
mod round;
mod size;
mod stand_in;

use std::hint::black_box;
use std::time::Instant;

use rival::{Columns, Entities, Rival, Traffic};
use round::{Competitor, Rounds, Spread, Targets};

/// Rounds of each comparison.
const ROUNDS: usize = 11;

/// Customers of the large comparison.
const MILLION: u32 = 1_000_000;

/// Customers of a cohort world, its systems and the minutes of its drill.
const COHORT: u32 = 500;
const SYSTEMS: usize = 20;
const DRILL: u32 = 72 * 60;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == size::CHILD) {
        size::child(arguments[at + 1].parse().expect("a number of customers"));
        return;
    }
    // `cargo test --benches` runs this as well, and only wants to know whether it runs.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let largest = std::env::var("GOLDENHOUR_BENCH_LARGEST").ok().and_then(|text| text.parse().ok());
    let largest = largest.unwrap_or(5_000_000);
    let mut targets = Targets::default();
    sweep(&mut targets, MILLION.min(u32::try_from(largest).unwrap_or(MILLION)));
    small(COHORT, &mut targets);
    small(8000, &mut targets);
    overhead(&mut targets);
    threads(&mut targets);
    ensembles(&mut targets);
    sizes(&mut targets, largest);
    let missed = targets.print();
    println!("\n{missed} missed");
}

fn stepping(name: &'static str, mut rival: impl Rival + 'static) -> Competitor<'static> {
    Competitor::new(name, move || rival.minute())
}

/// T1 to T3: a sweep of many customers.
fn sweep(targets: &mut Targets, count: u32) {
    let competitors = vec![
        stepping("hand-written columns", Columns::new(count)),
        stepping("entities by column", Entities::by_column(count)),
        stepping("entities by row", Entities::by_row(count)),
        stepping("memory limit", Traffic::new(count)),
    ];
    #[cfg(feature = "rivals")]
    let competitors = {
        let mut competitors = competitors;
        competitors.push(stepping("krABMaga", krabmaga_rival::Agents::new(count)));
        competitors
    };
    let rounds = Rounds::play(ROUNDS, competitors);
    rounds.print(&format!("One minute of {count} customers"), u64::from(count), "customer");
    targets.at_most("T1 by column / hand-written", rounds.ratio("entities by column", "hand-written columns"), 1.10);
    targets.at_most("T2 by column / memory limit", rounds.ratio("entities by column", "memory limit"), 3.2);
    targets.at_least("T3 by row / by column", rounds.ratio("entities by row", "entities by column"), 4.0);
    targets.so("T8 same sum by column and by hand", rounds.agree("entities by column", "hand-written columns"));
    #[cfg(feature = "rivals")]
    {
        let ratio = rounds.ratio("krABMaga", "entities by column");
        println!("  krABMaga takes {:.1} times as long as entities by column", ratio.median);
        targets.so("T8 same sum by krABMaga", rounds.agree("krABMaga", "hand-written columns"));
    }
}

/// T4: a whole drill, its world and schedule built anew each time.
fn small(count: u32, targets: &mut Targets) {
    let drill = |mut rival: Box<dyn Rival>, calls: usize| {
        let mut sum = 0;
        for _ in 0..DRILL {
            sum += rival.minute();
            for call in 0..calls {
                black_box(call);
            }
        }
        sum
    };
    let rounds = Rounds::play(
        ROUNDS.min(5),
        vec![
            Competitor::new("without an ECS", || drill(Box::new(Columns::new(count)), SYSTEMS)),
            Competitor::new("with an ECS", || drill(Box::new(Entities::by_column(count).with_idle(SYSTEMS)), 0)),
        ],
    );
    rounds.print(&format!("A drill of {DRILL} minutes with {count} customers"), 1, "drill");
    let most = if count < 8000 { 1.6 } else { 1.05 };
    let target = format!("T4 drill of {count} with an ECS / without");
    targets.at_most(&target, rounds.ratio("with an ECS", "without an ECS"), most);
}

/// T5: what it costs to call a system.
fn overhead(targets: &mut Targets) {
    const TICKS: u32 = 2000;
    let ticks = |mut entities: Entities| (0..TICKS).map(|_| entities.minute()).sum::<i64>();
    let rounds = Rounds::play(
        ROUNDS,
        vec![
            Competitor::new("few systems", || ticks(Entities::by_column(1).with_idle(10))),
            Competitor::new("many systems", || ticks(Entities::by_column(1).with_idle(110))),
        ],
    );
    rounds.print("Calling systems", u64::from(TICKS), "tick");
    let difference = rounds.seconds("many systems").median - rounds.seconds("few systems").median;
    let nanoseconds = difference * 1e9 / f64::from(TICKS) / 100.0;
    targets.at_most("T5 nanoseconds for each system and tick", Spread::of(vec![nanoseconds]), 40.0);
}

/// T8: threads change nothing.
fn threads(targets: &mut Targets) {
    let sum = |threads: usize| {
        let mut columns = Columns::new(100_003);
        (0..60).fold(0i64, |sum, _| sum.wrapping_mul(31).wrapping_add(columns.minute_on(threads)))
    };
    let sums = [1, 2, 3, 7].map(sum);
    println!("\nThe sum over 60 minutes of 100003 customers is {} (the same in every build)", sums[0]);
    targets.so("T8 one sum for 1, 2, 3 and 7 threads", sums.iter().all(|other| *other == sums[0]));
}

/// T9: worlds side by side, against arithmetic side by side in the same rounds.
fn ensembles(targets: &mut Targets) {
    let drill = || {
        let mut world = Entities::by_column(COHORT).with_idle(SYSTEMS);
        (0..DRILL).map(|_| world.minute()).sum::<i64>()
    };
    let arithmetic =
        || (0..40_000_000u64).fold(black_box(1u64), |sum, n| (sum ^ n).rotate_left(7).wrapping_mul(0x9E37_79B9));
    let ratios = (0..ROUNDS).map(|_| speedup(&drill) / speedup(&arithmetic));
    let ratios = Spread::of(ratios.collect());
    targets.at_least("T9 speed-up of drills on 2 cores / of arithmetic", ratios, 0.9);
}

/// How much faster eight works are done by two threads than by one.
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

/// T10: memory and time of the real simulation by size.
#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
fn sizes(targets: &mut Targets, largest: u64) {
    println!("\nThe simulation by size (each in a process of its own)");
    let empty = size::measure(100);
    let sizes: Vec<size::Size> = [10_000, 100_000, 1_000_000, 5_000_000]
        .into_iter()
        .filter(|size| *size <= largest)
        .map(size::measure)
        .collect();
    for size in &sizes {
        let each = (size.memory - empty.memory) / size.customers as f64;
        println!(
            "  {:>9} customers  {each:>7.1} bytes each  {:>9.1} ms an hour asleep  {:>9.1} ms an hour awake",
            size.customers,
            size.asleep * 1e3,
            size.awake * 1e3
        );
    }
    let Some(last) = sizes.last() else { return };
    let bytes = (last.memory - empty.memory) / last.customers as f64;
    targets.at_most("T10 bytes for each customer", Spread::of(vec![bytes]), 140.0);
    let large: Vec<size::Size> = sizes.iter().copied().filter(|size| size.customers >= 100_000).collect();
    if large.len() > 1 {
        let exponent = size::exponent(&large, |size| size.awake);
        targets.at_most("T10 time grows with this power of awake customers", Spread::of(vec![exponent]), 1.1);
    }
}
