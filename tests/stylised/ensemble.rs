//! S7 and S8: over random incidents and responses, reputation follows responsibility more than statements.

use goldenhour_core::scenario::Metric;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::statistics::{Dice, partial_correlation};
use crate::suite::Size;
use crate::world::{Act, Setup, Word, facts, last, play};
use crate::{Fact, Sample};

/// Runs in the ensemble.
const RUNS: u64 = 600;

/// Runs in the reduced size: the smallest multiple of 100 that can distinguish the lower end of S8 from no
/// correlation.
const FEW_RUNS: u64 = 300;

pub fn measure(size: Size) -> Vec<Fact> {
    let runs = size.pick(FEW_RUNS, RUNS);
    let run = |seed: u64| {
        let (setup, acts) = incident(seed);
        let world = play(&setup, &acts, seed);
        [Metric::Reputation, Metric::Responsibility, Metric::Match].map(|metric| last(&world, metric))
    };
    let rows: Vec<[f64; 3]> = (0..runs).into_par_iter().map(run).collect();
    let column = |index: usize| -> Vec<f64> { rows.iter().map(|row| row[index]).collect() };
    let sample = size.pick(Sample::PartialCorrelation(runs), Sample::Whole);
    let (reputation, responsibility, fit) = (column(0), column(1), column(2));
    let source = "Ma & Zhan 2016";
    vec![
        Fact {
            id: "S7",
            title: "reputation and perceived responsibility, match held fixed",
            unit: "r",
            value: partial_correlation(&reputation, &responsibility, &fit),
            band: (-0.62, -0.45),
            source,
            sample,
        },
        Fact {
            id: "S8",
            title: "reputation and match, responsibility held fixed",
            unit: "r",
            value: partial_correlation(&reputation, &fit, &responsibility),
            band: (0.15, 0.30),
            source,
            sample,
        },
    ]
}

/// Returns a random incident with a random response.
fn incident(seed: u64) -> (Setup, Vec<(f64, Act)>) {
    let mut dice = Dice::new(seed);
    let preventability = dice.unit();
    let cluster = if preventability < 0.33 {
        "Victim"
    } else if preventability < 0.67 {
        "Accidental"
    } else {
        "Preventable"
    };
    let setup = Setup {
        length_hours: 24 * 10,
        cluster,
        preventability,
        sensitivity: dice.between(0.2, 0.9),
        severity: dice.between(0.3, 0.9),
        goodwill: dice.between(0.2, 0.9),
        visible: dice.unit(),
        affected: dice.between(0.05, 0.8),
        history: if dice.chance(0.25) { vec![dice.between(60.0, 900.0) as u32] } else { Vec::new() },
        externals: if dice.chance(0.2) {
            vec![(dice.between(10.0, 120.0), "Scope(2000000)".to_owned())]
        } else {
            Vec::new()
        },
        cycles: true,
        ..Setup::default()
    };
    (setup, answer(&mut dice))
}

fn answer(dice: &mut Dice) -> Vec<(f64, Act)> {
    let mut acts = Vec::new();
    // Hours to the first statement: a day on average, as firms report in surveys; some firms never speak.
    let first = if dice.chance(0.82) {
        -10.0 * libm::log(1.0 - dice.unit())
    } else {
        48.0 - 22.0 * libm::log(1.0 - dice.unit())
    } + 0.2;
    if dice.chance(0.08) {
        return acts;
    }
    let mut words = facts((dice.unit() * 8.0) as usize + 1);
    match (dice.unit() * 5.0) as u32 {
        0 | 1 => words.push(("compassion", Word::Claim("apology"))),
        2 => words.push(("compassion", Word::Claim("regret"))),
        _ => {}
    }
    if dice.chance(0.2) {
        words.push(("guilt", Word::Claim("others")));
    }
    if dice.chance(0.3) {
        words[0].1 = Word::Claim(if dice.chance(0.5) { "small" } else { "not-so" });
    }
    acts.push((first.min(200.0), Act::Say(words)));
    if dice.chance(0.6) {
        let later = (first + dice.between(6.0, 72.0)).min(220.0);
        acts.push((later, Act::Say(facts((dice.unit() * 9.0) as usize + 1))));
    }
    if dice.chance(0.6) {
        let (help, money) = ((dice.unit() * 6.0) as u32, (dice.unit() * 6.0) as u32);
        acts.push(((first + dice.between(2.0, 60.0)).min(225.0), Act::Offer(help, money)));
    }
    acts
}
