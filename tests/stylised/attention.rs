//! S1 to S6: how attention rises, falls and spreads.

use goldenhour_core::scenario::Metric;
use goldenhour_core::simulation::Simulation;
use goldenhour_core::timeline::EventKind;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::statistics::{regime_break, slope};
use crate::suite::Size;
use crate::world::{Act, Setup, facts, play, play_in, scenario};
use crate::{Fact, Sample};

/// Number of stories for the share of stories that cross the border.
const STORIES: u64 = 600;

/// Number of stories in the reduced size.
const FEW_STORIES: u64 = 300;

pub fn measure(size: Size) -> Vec<Fact> {
    let (mut facts, border) = rayon::join(single_story, || border(size));
    facts.extend(border);
    facts
}

/// A news event of size 1, without a daily cycle, competing news, or consequences.
fn single_story() -> Vec<Fact> {
    let setup = Setup {
        length_hours: 24 * 90,
        externals: vec![(0.0, "Attention(1.0)".to_owned())],
        // Without heat, to measure the ordinary regime.
        constants: vec![
            ("leak_per_person_hour", 0.0),
            ("heat_anger", 0.0),
            ("heat_novelty", 0.0),
            ("heat_cover_up", 0.0),
        ],
        ..Setup::default()
    };
    let world = play(&setup, &[], 1);
    // Attention advances in steps of 15 minutes.
    let steps = |metric| -> Vec<f64> { world.timeline().series.values(metric).step_by(15).collect() };
    let (news, social) = (steps(Metric::News), steps(Metric::Social));
    let both: Vec<f64> = news.iter().zip(&social).map(|(news, social)| news + social).collect();
    let peak = |list: &[f64]| (0..list.len()).max_by(|a, b| list[*a].total_cmp(&list[*b])).unwrap_or(0) as f64 * 0.25;
    let whole: f64 = news.iter().sum();
    let mut sum = 0.0;
    let half = news
        .iter()
        .take_while(|value| {
            sum += **value;
            sum < 0.5 * whole
        })
        .count() as f64
        * 0.25;
    let most = both.iter().fold(0.0f64, |most, value| most.max(*value));
    let last = both.iter().rposition(|value| *value > 0.1 * most).unwrap_or(0) as f64 / 96.0;
    let daily: Vec<f64> = (1..=60).map(|day| both[day * 96]).collect();
    let tail: Vec<(f64, f64)> =
        (12 * 96..=60 * 96).map(|step| (libm::log(step as f64 / 96.0), libm::log(both[step]))).collect();
    vec![
        Fact {
            id: "S1",
            title: "social peak behind the mainstream peak",
            unit: "h",
            value: peak(&social) - peak(&news),
            band: (1.0, 4.0),
            source: "Leskovec et al. 2009",
            sample: Sample::Whole,
        },
        Fact {
            id: "S2",
            title: "time of half of a story's reads",
            unit: "h",
            value: half,
            band: (24.0, 48.0),
            source: "Dezso et al. 2006",
            sample: Sample::Whole,
        },
        Fact {
            id: "S3",
            title: "time above a tenth of the peak",
            unit: "d",
            value: last,
            band: (5.0, 10.0),
            source: "Schema / Axios 2019",
            sample: Sample::Whole,
        },
        Fact {
            id: "S4",
            title: "log-log slope of attention, days 12 to 60",
            unit: "",
            value: slope(&tail),
            band: (-1.8, -1.0),
            source: "Igarashi et al. 2022; Crane & Sornette 2008",
            sample: Sample::Whole,
        },
        Fact {
            id: "S5",
            title: "break between exponential and power law",
            unit: "d",
            value: regime_break(&daily),
            band: (9.0, 13.0),
            source: "Igarashi et al. 2022",
            sample: Sample::Whole,
        },
    ]
}

/// Returns when a story crossed the border, in hours after the first public statement.
fn crossing(world: &Simulation) -> Option<f64> {
    let events = &world.timeline().events;
    let when =
        |what: &dyn Fn(&EventKind) -> bool| events.iter().find(|event| what(&event.what)).map(|event| event.at.hours());
    let said = when(&|what| matches!(what, EventKind::Published(_)))?;
    Some(when(&|what| matches!(what, EventKind::WentAbroad))? - said)
}

fn border(size: Size) -> Vec<Fact> {
    let scenario = scenario(&Setup { length_hours: 30, ..Setup::default() });
    let stories = size.pick(FEW_STORIES, STORIES);
    let crossings: Vec<Option<f64>> = (0..stories)
        .into_par_iter()
        .map(|seed| crossing(&play_in(&scenario, &[(1.0, Act::Say(facts(3)))], seed)))
        .collect();
    let share = |hours: f64| crossings.iter().flatten().filter(|at| **at <= hours).count() as f64 / stories as f64;
    let sample = size.pick(Sample::Share(stories), Sample::Whole);
    vec![
        Fact {
            id: "S6",
            title: "share abroad within an hour",
            unit: "",
            value: share(1.0),
            band: (0.20, 0.36),
            source: "Freshfields 2013",
            sample,
        },
        Fact {
            id: "S6",
            title: "share abroad within a day",
            unit: "",
            value: share(24.0),
            band: (0.60, 0.78),
            source: "Freshfields 2013",
            sample,
        },
    ]
}
