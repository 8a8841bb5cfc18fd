//! S9 to S12: how first statements, delay, apology and compensation affect trust.

use goldenhour_core::scenario::Metric;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::suite::Size;
use crate::world::{Act, Setup, Word, at, facts, last, play};
use crate::{Fact, Sample};

pub fn measure(_: Size) -> Vec<Fact> {
    let parts: [fn() -> Vec<Fact>; 4] = [stealing_thunder, delay, apology_against_compensation, compensation_curve];
    parts.into_par_iter().flat_map_iter(|part| part()).collect()
}

fn with_apology(mut words: Vec<(&'static str, Word)>) -> Vec<(&'static str, Word)> {
    words.push(("compassion", Word::Claim("apology")));
    words
}

/// Compares speaking first or second, with objective information or an apology, by reputation after a week.
fn stealing_thunder() -> Vec<Fact> {
    let first = Setup { length_hours: 24 * 10, cluster: "Preventable", preventability: 0.7, ..Setup::default() };
    let second = Setup { externals: vec![(12.0, "Reveal(\"trade\")".to_owned())], ..first.clone() };
    let reputation = |setup: &Setup, at_hour: f64, apology: bool| {
        let words = if apology { with_apology(facts(6)) } else { facts(6) };
        at(&play(setup, &[(at_hour, Act::Say(words))], 1), Metric::Reputation, at_hour.max(12.0) + 168.0)
    };
    let both = |setup: &Setup, at_hour: f64| {
        rayon::join(|| reputation(setup, at_hour, false), || reputation(setup, at_hour, true))
    };
    let ((first_info, first_apology), (second_info, second_apology)) =
        rayon::join(|| both(&first, 6.0), || both(&second, 18.0));
    let source = "Claeys & Cauberghe 2012";
    vec![
        Fact {
            id: "S9",
            title: "first with information above first with apology less .1",
            unit: "SD",
            value: first_info - first_apology + 0.1,
            band: (0.0, 9.0),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S9",
            title: "first with information above second with apology",
            unit: "SD",
            value: first_info - second_apology,
            band: (0.001, 9.0),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S9",
            title: "first with apology above second with apology",
            unit: "SD",
            value: first_apology - second_apology,
            band: (0.001, 9.0),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S9",
            title: "second with apology above second with information",
            unit: "SD",
            value: second_apology - second_info,
            band: (0.001, 9.0),
            source,
            sample: Sample::Whole,
        },
    ]
}

/// Compares trust thirty days after a first statement with compensation, made at once or sixty days late.
fn delay() -> Vec<Fact> {
    let trust = |late: f64| {
        let setup = Setup { length_hours: late as u32 + 24 * 31, ..Setup::default() };
        let acts = [(late + 1.0, Act::Say(facts(6))), (late + 24.0, Act::Offer(4, 4))];
        at(&play(&setup, &acts, 1), Metric::Trust, late + 24.0 * 30.0)
    };
    let (at_once, late) = rayon::join(|| trust(0.0), || trust(1440.0));
    let value = at_once - late;
    vec![Fact {
        id: "S10",
        title: "trust after compensation, at once less 1,440 h late",
        unit: "",
        value,
        band: (0.05, 1.0),
        source: "Muzatko & Bansal 2023",
        sample: Sample::Whole,
    }]
}

/// Compares final trust after an apology alone and after compensation alone.
fn apology_against_compensation() -> Vec<Fact> {
    let setup = Setup { cluster: "Preventable", preventability: 0.6, ..Setup::default() };
    let apology = last(&play(&setup, &[(6.0, Act::Say(with_apology(facts(5))))], 1), Metric::Reputation);
    let money = last(&play(&setup, &[(6.0, Act::Say(facts(5))), (7.0, Act::Offer(0, 4))], 1), Metric::Reputation);
    vec![Fact {
        id: "S11",
        title: "apology only against compensation only, difference",
        unit: "SD",
        value: (apology - money).abs(),
        band: (0.0, 0.15),
        source: "Coombs & Holladay 2008; Nikkhah & Grover 2022",
        sample: Sample::Whole,
    }]
}

/// Final trust as a function of compensation, from none to twice the expected amount.
fn compensation_curve() -> Vec<Fact> {
    let setup = Setup::default();
    let trust: Vec<f64> = (0..=8u32)
        .into_par_iter()
        .map(|quarters| {
            last(&play(&setup, &[(6.0, Act::Say(facts(5))), (24.0, Act::Offer(0, quarters))], 1), Metric::Trust)
        })
        .collect();
    let best = (0..trust.len()).max_by(|a, b| trust[*a].total_cmp(&trust[*b])).unwrap_or(0);
    let maxima = (1..8).filter(|index| trust[*index] > trust[index - 1] && trust[*index] >= trust[index + 1]).count();
    let source = "Goode et al. 2017; Hoehle et al. 2022";
    vec![
        Fact {
            id: "S12",
            title: "interior maxima of trust over compensation",
            unit: "",
            value: maxima as f64,
            band: (1.0, 1.0),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S12",
            title: "the best compensation, expected is 1",
            unit: "",
            value: best as f64 / 4.0,
            band: (0.5, 1.5),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S12",
            title: "trust at the best above nothing",
            unit: "",
            value: trust[best] - trust[0],
            band: (0.001, 1.0),
            source,
            sample: Sample::Whole,
        },
        Fact {
            id: "S12",
            title: "trust at the best above twice as much",
            unit: "",
            value: trust[best] - trust[8],
            band: (0.0001, 1.0),
            source,
            sample: Sample::Whole,
        },
    ]
}
