//! The story as a chart: decisions, statements and setbacks above trust, negative posts and news attention.

use super::chart::{Chart, Extreme, Lane, Panel, Shape, round_up};
use super::number::ENGLISH;
use goldenhour_core::debrief::{Debrief, MarkerKind};
use goldenhour_core::scenario::Metric;

/// Returns the chart of trust, negative posts and news attention, with lanes of markers above.
pub fn chart(debrief: &Debrief) -> Chart {
    let lane = |name: &str, key: &str, shape, leads_down, kind| Lane {
        name: name.to_owned(),
        key: key.to_owned(),
        shape,
        leads_down,
        marks: marks(debrief, kind),
    };
    let news = points(debrief, Metric::News, 1.0);
    let peak = news.iter().map(|(_, value)| *value).fold(1.0, f64::max);
    let panel = |name: &str, key: &str, max, unit, extreme, points| Panel {
        name: name.to_owned(),
        key: key.to_owned(),
        max,
        unit,
        extreme,
        points,
    };
    Chart {
        id: "story".to_owned(),
        title: "Trust, negative posts and news attention over time".to_owned(),
        description: describe(debrief),
        until: debrief.until.minutes(),
        lanes: vec![
            lane("Decisions", "decision", Shape::Triangle, false, MarkerKind::Decision),
            lane("Statements", "statement", Shape::Circle, true, MarkerKind::Statement),
            lane("Setbacks", "setback", Shape::Cross, true, MarkerKind::Setback),
        ],
        panels: vec![
            panel("Trust (of 100)", "trust", 100.0, "", Extreme::Lowest, points(debrief, Metric::Trust, 100.0)),
            panel(
                "Negative posts (% of all posts)",
                "negative",
                100.0,
                "%",
                Extreme::Highest,
                points(debrief, Metric::Negative, 100.0),
            ),
            panel("News attention (1 = peak of a first report)", "news", round_up(peak), "", Extreme::Highest, news),
        ],
    }
}

fn marks(debrief: &Debrief, kind: MarkerKind) -> Vec<(u32, String)> {
    let markers = debrief.story.markers.iter().filter(|marker| marker.kind == kind);
    markers.map(|marker| (marker.at.minutes(), marker.text.clone())).collect()
}

fn points(debrief: &Debrief, metric: Metric, scale: f64) -> Vec<(u32, f64)> {
    let line = debrief.story.lines.iter().find(|line| line.metric == metric);
    line.map(|line| line.points.iter().map(|(minute, value)| (*minute, scale * value)).collect()).unwrap_or_default()
}

/// Describes the chart in words.
fn describe(debrief: &Debrief) -> String {
    let ends = |metric, scale| {
        let points = points(debrief, metric, scale);
        let value = |point: Option<&(u32, f64)>| point.map_or(0.0, |(_, value)| *value);
        let peak = points.iter().map(|(_, value)| *value).fold(0.0, f64::max);
        (value(points.first()), value(points.last()), peak)
    };
    let (from, to, _) = ends(Metric::Trust, 100.0);
    let (_, negative, negative_peak) = ends(Metric::Negative, 100.0);
    let (_, news, news_peak) = ends(Metric::News, 1.0);
    let kinds = [MarkerKind::Decision, MarkerKind::Statement, MarkerKind::Setback];
    let [decisions, statements, setbacks] = kinds.map(|kind| marks(debrief, kind).len());
    let decisions = ENGLISH.count(decisions, "decision", "decisions");
    let statements = ENGLISH.count(statements, "statement", "statements");
    let setbacks = ENGLISH.count(setbacks, "setback", "setbacks");
    format!(
        "Three curves on one time axis. Trust goes from {from:.0} to {to:.0} of 100. The share of negative posts \
         peaks at {negative_peak:.0} % and ends at {negative:.0} %. News attention peaks at {news_peak:.1} and ends \
         at {news:.1}. \
         Markers above the curves show {decisions}, {statements} and {setbacks}. \
         The tables below contain the same data."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_description_summarizes_the_chart() {
        let chart = chart(&sample::debrief());
        assert!(chart.description.contains("Trust goes from 64 to 48 of 100"), "{}", chart.description);
        assert!(chart.description.contains("1 decision, 1 statement and 1 setback"), "{}", chart.description);
    }

    #[test]
    fn a_story_without_data_gives_an_empty_chart() {
        let mut debrief = sample::debrief();
        debrief.story.lines.clear();
        assert!(!chart(&debrief).panels.is_empty());
        assert!(chart(&debrief).panels.iter().all(|panel| panel.points.is_empty()));
    }
}
