//! Numbers of the world that are followed over time.

use serde::{Deserialize, Serialize};

/// A number followed over time. Shares are 0 to 1, money is in the scenario's currency.
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
    /// Share of the posts of the last hours that are negative.
    Negative,
    /// Attention of the news; the first shot peaks near 1.
    News,
    /// Attention on social networks, on the same scale.
    Social,
    /// Attention integrated over time, in attention-hours.
    Coverage,
    /// How far the organization's word is believed, 0 to 1.
    Credibility,
    /// How far the public holds the organization responsible, 0 to 1.
    Responsibility,
    /// Questions nobody answers, 0 to 1.
    Vacuum,
    /// Contacts waiting in the call center.
    Backlog,
    /// Revenue per minute.
    Revenue,
    /// Revenue lost so far against a day without a breach.
    RevenueLost,
    /// Money spent on the response, fines and compensation so far.
    Costs,
    /// Customers who have left so far.
    CustomersLost,
    /// Records that have left so far.
    Records,
    /// The change of trust among those who have heard of it, in standard deviations of trust.
    Reputation,
    /// The share of normal spending that customers do not spend, those who left included.
    SpendingLost,
    /// How well the response fits the crisis, -1 to 1.
    Match,
    /// Searches for the organization, on the scale of attention.
    Search,
    /// Share of those aware who believe a rumor.
    Rumor,
    /// Price of a share relative to StartEx; 1 throughout where the organization is not listed.
    SharePrice,
}

impl Metric {
    /// All metrics, in the order in which they are written to files.
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

    /// Returns its position in [`Metric::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Returns its name as a column heading.
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
    fn every_metric_stands_at_its_index() {
        for (index, metric) in Metric::ALL.into_iter().enumerate() {
            assert_eq!(metric.index(), index);
        }
    }
}
