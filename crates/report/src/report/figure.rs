//! Outcome figures, and each loss compared with doing nothing.

use serde::Serialize;

use super::sentence::sentence_case;
use crate::number::ENGLISH;
use goldenhour_core::scoring::OutcomeMetrics;
use goldenhour_core::scoring::outcome::Loss;

/// A named figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Name.
    pub name: &'static str,
    /// Formatted value.
    pub value: String,
    /// Explanation.
    pub note: String,
}

/// One category of loss.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LossRow {
    /// Category.
    pub title: String,
    /// Weight in the outcome.
    pub weight: String,
    /// Loss in this session.
    pub run: String,
    /// Loss when doing nothing.
    pub nothing: String,
    /// Loss in this session relative to doing nothing.
    pub compared: String,
}

pub(super) fn figures(metrics: &OutcomeMetrics, currency: &str) -> Vec<Figure> {
    let clocks = metrics.clocks;
    let due = clocks.met + clocks.late + clocks.missed;
    let figure = |name, value, note: String| Figure { name, value, note };
    vec![
        figure(
            "Trust at the end",
            ENGLISH.whole(100.0 * metrics.trust_final),
            format!("of 100; lowest {}", ENGLISH.whole(100.0 * metrics.trust_min)),
        ),
        figure(
            "Customers lost",
            ENGLISH.whole(metrics.customers_lost),
            format!("{} of customers aware of the breach", ENGLISH.percent(metrics.awareness_final)),
        ),
        figure(
            "Revenue lost",
            ENGLISH.money(metrics.revenue_lost, currency),
            "compared with the same days without a breach".to_owned(),
        ),
        figure("Costs", ENGLISH.money(metrics.costs, currency), "response, fines and compensation".to_owned()),
        figure("Records exposed", ENGLISH.whole(metrics.records_exposed), "total, including before StartEx".to_owned()),
        figure("Peak share of negative posts", ENGLISH.percent(metrics.negative_share_peak), "of all posts".to_owned()),
        figure(
            "News attention",
            ENGLISH.whole(metrics.coverage_area),
            "attention-hours; 1 equals one hour at the peak of a first report".to_owned(),
        ),
        figure(
            "Notification clocks met",
            format!("{} of {due}", clocks.met),
            format!("of those due; {} late, {} missed, {} open", clocks.late, clocks.missed, clocks.open),
        ),
    ]
}

pub(super) fn loss_row(loss: &Loss, currency: &str) -> LossRow {
    let say = |amount: f64| match loss.title {
        "trust" | "anger and fear" => format!("{} points", ENGLISH.decimal(100.0 * amount)),
        "revenue and costs" => ENGLISH.money(amount, currency),
        "customers" | "records since StartEx" => ENGLISH.whole(amount),
        _ => ENGLISH.plain(amount),
    };
    let compared = if loss.nothing > 1e-9 {
        format!("{} of the loss from doing nothing", ENGLISH.percent(loss.run / loss.nothing))
    } else if loss.run > 1e-9 {
        "no loss from doing nothing".to_owned()
    } else {
        "no loss in either case".to_owned()
    };
    LossRow {
        title: sentence_case(loss.title),
        weight: ENGLISH.percent(loss.weight),
        run: say(loss.run),
        nothing: say(loss.nothing),
        compared,
    }
}
