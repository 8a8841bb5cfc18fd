//! S13 to S17: sentiment, lost and halved accounts, churn, residual effect, repetition.

use std::collections::BTreeMap;

use goldenhour_core::scenario::Metric;
use goldenhour_core::simulation::Simulation;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::suite::Size;
use crate::world::{Act, Setup, Word, begin, facts, hourly, play, scenario};
use crate::{Fact, Sample};

pub fn measure(_: Size) -> Vec<Fact> {
    let parts: [fn() -> Vec<Fact>; 5] =
        [sentiment, accounts, || vec![churn()], || vec![residue()], || vec![repetition()]];
    parts.into_par_iter().flat_map_iter(|part| part()).collect()
}

/// Returns the hourly change of trust since the start in net points, -100 to 100, averaged over two weeks as in polls.
fn buzz(world: &Simulation) -> Vec<f64> {
    let trust = hourly(world, Metric::Trust);
    let mut sum = 0.0;
    let window = 14 * 24;
    (0..trust.len())
        .map(|hour| {
            sum += trust[hour] - trust[0];
            if hour >= window {
                sum -= trust[hour - window] - trust[0];
            }
            200.0 * sum / window as f64
        })
        .collect()
}

/// Events and responses of the Target case (2013), in hours from the first alert.
fn target() -> (Setup, Vec<(f64, Act)>) {
    let setup = Setup {
        length_hours: 24 * 130,
        cluster: "Preventable",
        preventability: 0.8,
        severity: 0.7,
        affected: 0.5,
        externals: vec![
            (144.0, "Gaffe(0.5)".to_owned()),
            (145.0, "Reveal(\"trade\")".to_owned()),
            (700.0, "Scope(2750000)".to_owned()),
        ],
        ..Setup::default()
    };
    let acts = vec![
        (
            162.0,
            Act::Say(vec![
                ("stakeholders", Word::Number(1_000_000)),
                ("precautions", Word::Claim("so")),
                ("ongoingactions", Word::Claim("so")),
            ]),
        ),
        (
            190.0,
            Act::Say(vec![
                ("personaldata", Word::Claim("not-so")),
                ("compassion", Word::Claim("apology")),
                ("compensation", Word::Claim("so")),
            ]),
        ),
        (190.5, Act::Offer(3, 2)),
        (360.0, Act::Say(vec![("personaldata", Word::Claim("so"))])),
    ];
    (setup, acts)
}

/// Events and responses of the Home Depot case (2014).
fn home_depot() -> (Setup, Vec<(f64, Act)>) {
    let setup = Setup {
        length_hours: 24 * 70,
        cluster: "Preventable",
        preventability: 0.8,
        severity: 0.7,
        affected: 0.4,
        externals: vec![(0.1, "Reveal(\"trade\")".to_owned()), (1560.0, "Scope(1950000)".to_owned())],
        ..Setup::default()
    };
    let acts = vec![
        (
            6.0,
            Act::Say(vec![
                ("ongoingactions", Word::Claim("so")),
                ("stakeholders", Word::Unknown),
                ("personaldata", Word::Unknown),
            ]),
        ),
        (
            150.0,
            Act::Say(vec![
                ("personaldata", Word::Claim("so")),
                ("precautions", Word::Claim("so")),
                ("services", Word::Claim("so")),
                ("compassion", Word::Claim("apology")),
            ]),
        ),
        (150.5, Act::Offer(4, 3)),
        (390.0, Act::Say(vec![("stakeholders", Word::Number(1_000_000)), ("restoration", Word::Claim("so"))])),
    ];
    (setup, acts)
}

fn trough(buzz: &[f64]) -> (usize, f64) {
    let hour = (0..buzz.len()).min_by(|a, b| buzz[*a].total_cmp(&buzz[*b])).unwrap_or(0);
    (hour, buzz[hour])
}

fn sentiment() -> Vec<Fact> {
    let buzz_of = |(setup, acts): (Setup, Vec<(f64, Act)>)| buzz(&play(&setup, &acts, 1));
    let (of_target, of_home_depot) = rayon::join(|| buzz_of(target()), || buzz_of(home_depot()));
    let (at, depth) = trough(&of_home_depot);
    let recovered = (at..of_home_depot.len()).find(|hour| of_home_depot[*hour] > 0.5 * depth);
    let source = "YouGov BrandIndex";
    vec![
        Fact {
            id: "S13",
            title: "depth of the trough, Target replay, -55 observed",
            unit: "points",
            value: trough(&of_target).1,
            band: (-71.5, -38.5),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S13",
            title: "depth of the trough, Home Depot replay, -20 observed",
            unit: "points",
            value: depth,
            band: (-26.0, -14.0),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S13",
            title: "half recovery after the leak, Home Depot replay",
            unit: "d",
            value: recovered.unwrap_or(9999) as f64 / 24.0,
            band: (14.0, 56.0),
            source,
            sample: Sample::Whole,
        },
    ]
}

/// Customer accounts of affected people who heard of the breach, over 120 days from the leak.
fn accounts() -> Vec<Fact> {
    let (setup, acts) = target();
    let scenario = scenario(&setup);
    let mut world = begin(&scenario, 1);
    let mut acts = acts.into_iter().peekable();
    // Compares visits over four months with the four months before, by a census every ten days.
    let mut visits: BTreeMap<u32, (f64, f64, f64)> = BTreeMap::new();
    let mut censuses = 0.0;
    let start = 145.0;
    for decade in 1..=12 {
        let until = start + 240.0 * f64::from(decade);
        while let Some((at, act)) = acts.next_if(|(at, _)| *at < until) {
            crate::world::advance_and_submit(&mut world, at, &act);
        }
        crate::world::advance(&mut world, until);
        censuses += 1.0;
        for customer in world.customers().into_iter().filter(|customer| customer.is_affected) {
            let entry = visits.entry(customer.key).or_insert((customer.weight, 0.0, 1.0));
            if let Some(feelings) = customer.feelings {
                entry.1 += feelings.held_back;
                entry.2 = feelings.present;
            } else {
                entry.0 = 0.0;
            }
        }
    }
    let whole: f64 = visits.values().map(|(weight, _, _)| weight).sum();
    let lost: f64 = visits.values().map(|(weight, _, present)| weight * (1.0 - present)).sum();
    // 7.8 trips became 4.4, so at least a third of the visits are lost.
    let halved: f64 =
        visits.values().filter(|(_, held, _)| held / censuses > 0.3).map(|(weight, _, present)| weight * present).sum();
    let source = "Lightspeed FSG 2014";
    vec![
        Fact {
            id: "S14",
            title: "accounts lost in 120 days, Target replay",
            unit: "",
            value: lost / whole,
            band: (0.04, 0.08),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S14",
            title: "accounts halved in 120 days, Target replay",
            unit: "",
            value: halved / whole,
            band: (0.12, 0.24),
            source,
            sample: Sample::Whole,
        },
    ]
}

/// A competent response: first, early and specific, with help and a direct customer notice.
fn competent() -> Vec<(f64, Act)> {
    let mut full = facts(8);
    full.push(("compassion", Word::Claim("apology")));
    vec![(6.0, Act::Say(facts(3))), (24.0, Act::Say(full)), (24.5, Act::Offer(4, 3)), (26.0, Act::Write(facts(8)))]
}

fn churn() -> Fact {
    let world = play(&Setup { length_hours: 24 * 90, ..Setup::default() }, &competent(), 1);
    let value = world.timeline().series.last(Metric::CustomersLost) / 2_000_000.0;
    Fact {
        id: "S15",
        title: "excess churn in 90 days, competent retail case",
        unit: "",
        value,
        band: (0.005, 0.03),
        source: "Ponemon / PGP 2009",
        sample: Sample::Whole,
    }
}

fn residue() -> Fact {
    let world = play(&Setup { length_hours: 24 * 180, ..Setup::default() }, &competent(), 1);
    let trust = hourly(&world, Metric::Trust);
    let lowest = trust.iter().fold(1.0f64, |lowest, value| lowest.min(*value));
    let value = (trust[0] - trust[trust.len() - 1]) / (trust[0] - lowest);
    Fact {
        id: "S16",
        title: "residual effect at 180 days",
        unit: "of the peak",
        value,
        band: (-0.2, 0.2),
        source: "Nikkhah & Grover 2022; MAC 2015",
        sample: Sample::Whole,
    }
}

fn repetition() -> Fact {
    let damage = |history: Vec<u32>| {
        let setup = Setup { length_hours: 24 * 60, history, ..Setup::default() };
        let trust = hourly(&play(&setup, &competent(), 1), Metric::Trust);
        trust.iter().map(|value| (trust[0] - value).max(0.0)).sum::<f64>()
    };
    let (second, first) = rayon::join(|| damage(vec![270]), || damage(Vec::new()));
    let value = second / first;
    Fact {
        id: "S17",
        title: "damage of a second breach within a year",
        unit: "of the first",
        value,
        band: (1.2, 1.6),
        source: "Coombs 2004",
        sample: Sample::Whole,
    }
}
