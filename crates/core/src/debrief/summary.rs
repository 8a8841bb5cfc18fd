//! Summary of a session in one or two sentences.

use crate::scoring::Scorecard;
use crate::statement::thousands;

/// Returns the summary: the highest and the lowest scoring step, and the main results.
pub(super) fn summarize(scorecard: &Scorecard) -> String {
    let judged = || scorecard.playbook.steps.iter().filter(|step| step.rating.is_some());
    let best = judged().max_by(|a, b| a.score.total_cmp(&b.score));
    let worst = judged().min_by(|a, b| a.score.total_cmp(&b.score));
    let metrics = &scorecard.outcome.metrics;
    let lost = customers_lost(metrics.customers_lost);
    let results = format!(
        "Trust ended at {:.0} of 100, {lost}, and {} of {} clocks that fell due were met.",
        100.0 * metrics.trust_final,
        metrics.clocks.met,
        metrics.clocks.met + metrics.clocks.late + metrics.clocks.missed,
    );
    match (best, worst) {
        (Some(best), Some(worst)) if best.id != worst.id => format!(
            "Playbook score: {:.0} of 100. Strongest step: “{}” ({:.0}). Weakest step: “{}” ({:.0}). {results}",
            scorecard.playbook.total, best.title, best.score, worst.title, worst.score,
        ),
        _ => format!("Playbook score: {:.0} of 100. {results}", scorecard.playbook.total),
    }
}

/// Returns a clause with the number of lost customers.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of customers is small and not negative"
)]
pub(super) fn customers_lost(lost: f64) -> String {
    match lost.round() as u64 {
        0 => "no customers were lost".to_owned(),
        1 => "about one customer was lost".to_owned(),
        many => format!("about {} customers were lost", thousands(many)),
    }
}
