//! The story: metrics at regular intervals, and statements and setbacks in chronological order.

use serde::Serialize;

use super::state::State;
use crate::number::ENGLISH;
use goldenhour_core::debrief::{Debrief, Marker, MarkerKind};
use goldenhour_core::scenario::Metric;
use goldenhour_core::time::SimTime;

/// Maximum number of rows in the table.
const STORY_ROWS: u32 = 24;

/// The metrics at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoryRow {
    /// Time.
    pub at: String,
    /// Mean trust, of 100.
    pub trust: String,
    /// Share of negative posts.
    pub negative: String,
    /// News attention.
    pub news: String,
}

/// A statement or a setback.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// Time.
    pub at: String,
    /// Kind of event.
    pub kind: State,
    /// Description.
    pub text: String,
}

/// Returns the metrics at regular intervals, in a readable number of rows.
pub(super) fn story(debrief: &Debrief) -> Vec<StoryRow> {
    let line = |metric| debrief.story.lines.iter().find(|line| line.metric == metric);
    let (Some(trust), Some(negative), Some(news)) = (line(Metric::Trust), line(Metric::Negative), line(Metric::News))
    else {
        return Vec::new();
    };
    let every = spacing(debrief.until.minutes());
    let rows = trust.points.iter().zip(&negative.points).zip(&news.points);
    rows.filter(|((trust, _), _)| trust.0 % every == 0 || trust.0 == debrief.until.minutes())
        .map(|((trust, negative), news)| StoryRow {
            at: SimTime::from_minutes(trust.0).to_string(),
            trust: ENGLISH.whole(100.0 * trust.1),
            negative: ENGLISH.percent(negative.1),
            news: ENGLISH.decimal(news.1),
        })
        .collect()
}

/// Returns the number of minutes between two rows.
fn spacing(until: u32) -> u32 {
    let hours = [15, 30, 60, 120, 180, 360, 720, 1440];
    hours.into_iter().find(|every| until / every <= STORY_ROWS).unwrap_or(2880)
}

pub(super) fn moment(marker: &Marker) -> Option<Moment> {
    let shown = matches!(marker.kind, MarkerKind::Statement | MarkerKind::Setback);
    shown.then(|| Moment { at: marker.at.to_string(), kind: marker_kind(marker.kind), text: marker.text.clone() })
}

/// Returns the word and symbol for a kind of marker, identical in charts and tables.
fn marker_kind(kind: MarkerKind) -> State {
    let (word, sign, key) = match kind {
        MarkerKind::Inject => ("inject", "▽", "inject"),
        MarkerKind::Decision => ("decision", "▲", "decision"),
        MarkerKind::Statement => ("statement", "●", "statement"),
        MarkerKind::Setback => ("setback", "✕", "setback"),
    };
    State { word, sign, key }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_has_a_readable_number_of_rows() {
        for until in [30, 90, 300, 1440, 4320, 14 * 1440] {
            assert!(until / spacing(until) <= STORY_ROWS, "{until}");
        }
    }
}
