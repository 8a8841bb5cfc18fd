//! Metrics of the simulated world that are recorded over time.

use serde::{Deserialize, Serialize};

/// A quantity recorded over time. Shares are 0 to 1, and money is in the scenario's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Metric {
    /// Mean trust of all customers, 0 to 1.
    Trust,
    /// Share of customers who have heard of the breach.
    Awareness,
    /// Mean anger of all customers, 0 to 1.
    Anger,
    /// Mean fear of all customers, 0 to 1.
    Fear,
    /// Share of posts in the last few hours that are negative.
    Negative,
    /// News attention, scaled so that the first shot peaks near 1.
    News,
    /// Attention on social media, on the same scale as news attention.
    Social,
    /// News attention integrated over time, in attention-hours.
    Coverage,
    /// Credibility of the organization, 0 to 1.
    Credibility,
    /// Responsibility attributed to the organization by the public, 0 to 1.
    Responsibility,
    /// Information vacuum: unmet demand for information, 0 to 1.
    Vacuum,
    /// Number of contacts waiting in the call center.
    Backlog,
    /// Revenue per minute.
    Revenue,
    /// Cumulative revenue lost compared with a day without a breach.
    RevenueLost,
    /// Cumulative cost of the response, fines and compensation.
    Costs,
    /// Cumulative number of customers who have left.
    CustomersLost,
    /// Cumulative number of exposed records.
    Records,
    /// Change in trust among customers who have heard of the breach, in standard deviations of trust.
    Reputation,
    /// Share of normal spending that is lost, including customers who have left.
    SpendingLost,
    /// Fit between the response and the type of crisis, -1 to 1.
    Match,
    /// Volume of web searches for the organization, on the scale of attention.
    Search,
    /// Share of aware customers who believe a rumor.
    Rumor,
    /// Share price relative to StartEx. Always 1 if the organization is not listed.
    SharePrice,
}

impl Metric {
    /// All metrics, in the order used in exported files.
    pub const ALL: [Metric; 23] = [
        Metric::Trust,
        Metric::Awareness,
        Metric::Anger,
        Metric::Fear,
        Metric::Negative,
        Metric::News,
        Metric::Social,
        Metric::Coverage,
        Metric::Credibility,
        Metric::Responsibility,
        Metric::Vacuum,
        Metric::Backlog,
        Metric::Revenue,
        Metric::RevenueLost,
        Metric::Costs,
        Metric::CustomersLost,
        Metric::Records,
        Metric::Reputation,
        Metric::SpendingLost,
        Metric::Match,
        Metric::Search,
        Metric::Rumor,
        Metric::SharePrice,
    ];

    /// Returns the position in [`Metric::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Returns the name used as a column heading.
    pub fn name(self) -> &'static str {
        match self {
            Metric::Trust => "trust",
            Metric::Awareness => "awareness",
            Metric::Anger => "anger",
            Metric::Fear => "fear",
            Metric::Negative => "negative_share",
            Metric::News => "news_attention",
            Metric::Social => "social_attention",
            Metric::Coverage => "coverage_area",
            Metric::Credibility => "credibility",
            Metric::Responsibility => "responsibility",
            Metric::Vacuum => "vacuum",
            Metric::Backlog => "backlog",
            Metric::Revenue => "revenue_per_minute",
            Metric::RevenueLost => "revenue_lost",
            Metric::Costs => "costs",
            Metric::CustomersLost => "customers_lost",
            Metric::Records => "records_exposed",
            Metric::Reputation => "reputation_sd",
            Metric::SpendingLost => "spending_lost",
            Metric::Match => "response_match",
            Metric::Search => "search_attention",
            Metric::Rumor => "rumor_share",
            Metric::SharePrice => "share_price",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_metric_has_its_own_index() {
        for (index, metric) in Metric::ALL.into_iter().enumerate() {
            assert_eq!(metric.index(), index);
        }
    }
}
