//! Public sentiment, sampled while social listening is on.

use super::view::View;
use crate::scenario::Metric;
use crate::simulation::operation::state::Operation;
use crate::simulation::social::sample::Sample;
use crate::time::SimTime;
use crate::timeline::{EventKind, NarrativeKind};

/// Sentiment at one minute, taken from the latest sample.
#[derive(Clone, Copy, Debug)]
pub struct SentimentRow {
    /// Time of the row.
    pub at: SimTime,
    /// Mean trust among the people surveyed.
    pub trust: f64,
    /// Half the width of the 95% confidence interval of `trust`.
    pub trust_margin: f64,
    /// Share of negative posts among those read.
    pub negative: f64,
    /// Half the width of the 95% confidence interval of `negative`.
    pub negative_margin: f64,
    /// Number of posts read for the sample.
    pub post_count: u32,
    /// Total attention in news and social networks.
    pub attention: f64,
}

impl View<'_> {
    pub(super) fn sentiment(&self) -> (Option<Vec<SentimentRow>>, Option<SimTime>) {
        let timeline = &self.chronicle.0;
        let Some(on) = timeline.first(|what| matches!(what, EventKind::ListeningOn)) else { return (None, None) };
        let operation: &Operation = self.context.operation;
        debug_assert!(operation.listening);
        let samples = &self.social.samples;
        let row = |at: SimTime| {
            let last = samples.partition_point(|sample| sample.at <= at).checked_sub(1)?;
            let sample: &Sample = samples.get(last)?;
            Some(SentimentRow {
                at,
                trust: sample.trust,
                trust_margin: sample.trust_margin,
                negative: sample.negative,
                negative_margin: sample.negative_margin,
                post_count: sample.post_count,
                attention: timeline.series.at(Metric::News, at) + timeline.series.at(Metric::Social, at),
            })
        };
        let rows = (on.at.minutes()..self.ledger().now.minutes()).map(SimTime::from_minutes).filter_map(row);
        (Some(rows.collect()), Some(on.at))
    }

    pub(super) fn narratives(&self) -> Vec<(NarrativeKind, SimTime)> {
        let mut standing: Vec<(NarrativeKind, SimTime)> = Vec::new();
        for event in &self.chronicle.0.events {
            match event.what {
                EventKind::NarrativeFormed(kind) => standing.push((kind, event.at)),
                EventKind::NarrativeFaded(kind) => standing.retain(|(other, _)| *other != kind),
                _ => {}
            }
        }
        standing
    }
}
