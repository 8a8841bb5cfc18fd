//! `NegativeAnswered`: the share of the reach of negative posts that was answered well and in time.

use super::counted::Counted;
use crate::scenario::Metric;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::moment::PERSONAL;
use crate::scoring::record::Record;
use crate::timeline::EventKind;

/// Maximum age in minutes of posts for which an answer earns full credit.
const SOON_MINUTES: usize = 120;

/// Age in minutes of posts at which an answer earns no credit.
const LATE_MINUTES: usize = 240;

/// Minimum value of a round of template answers relative to a round of personal answers.
const TEMPLATE_WORTH: f64 = 0.25;

/// Counts the reach of negative posts that was answered promptly. Of several answers to a post, the best counts. A
/// template earns half of its quality.
#[expect(clippy::cast_precision_loss, reason = "there are at most a few hundred rounds of answers")]
pub(super) fn count(record: &Record<'_>) -> Counted {
    let series = &record.timeline.series;
    let written: Vec<f64> = series
        .values(Metric::Negative)
        .zip(series.values(Metric::Social))
        .map(|(negative, social)| negative * social / 60.0)
        .collect();
    let total: f64 = written.iter().sum();
    if total < 0.01 {
        return Counted::Nothing("there were no negative posts to speak of".to_owned());
    }
    let mut best = vec![0.0_f64; written.len()];
    let mut items = Vec::new();
    let mut personal_rounds = 0;
    for event in &record.timeline.events {
        let EventKind::PostsAnswered(quality) = event.what else { continue };
        personal_rounds += usize::from(quality >= PERSONAL);
        let worth = if quality >= PERSONAL { quality } else { 0.5 * quality };
        let now = event.at.minutes() as usize;
        let window = now.saturating_sub(LATE_MINUTES)..now.min(written.len());
        for (minute, best) in best.iter_mut().enumerate().take(window.end).skip(window.start) {
            *best = best.max(worth * promptness(now - minute));
        }
        let kind = if quality >= PERSONAL { "personally" } else { "with a template" };
        let text = format!("posts answered {kind}, quality {quality:.1} of 1");
        items.push(EvidenceItem::at(event.at, event.cause, text));
    }
    let answered: f64 = written.iter().zip(&best).map(|(written, best)| written * best).sum();
    // Repeated templates become a story of their own, so each round of them cancels a round of personal answers.
    let (personal, all) = (personal_rounds as f64, items.len().max(1) as f64);
    let kept = (2.0 * personal - all).max(all * TEMPLATE_WORTH) / all;
    let share = answered / total * kept;
    let text = format!("{:.0} % of the reach of negative posts was answered well and in time", 100.0 * share);
    let evidence = std::iter::once(EvidenceItem::general(text)).chain(items).collect();
    Counted::Share { share, evidence }
}

/// Returns the credit of an answer published this many minutes after a post.
fn promptness(minutes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the window is a few hours long")]
    let late = minutes.saturating_sub(SOON_MINUTES) as f64 / (LATE_MINUTES - SOON_MINUTES) as f64;
    (1.0 - late).clamp(0.0, 1.0)
}
