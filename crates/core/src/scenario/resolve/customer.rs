//! Resolves customers and their segments.

use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::v1;
use crate::scenario::{Customers, Segment, audience};

impl Resolver<'_> {
    pub(super) fn customers(&mut self, file: &v1::Customers) -> Customers {
        let population = self.number("the population", &file.population, 100..=audience::LARGEST_POPULATION);
        let segments: Vec<Segment> = file.segments.iter().map(|segment| self.segment(segment)).collect();
        let total: f64 = segments.iter().map(|segment| segment.share).sum();
        if (total - 1.0).abs() > 1e-6 {
            let message = format!("the shares of the segments add up to {total:.3} instead of 1");
            self.report(Diagnostic::error("bad-shares", message), file.population.mark);
        }
        if segments.len() > audience::MOST_SEGMENTS {
            let message = format!("there are more than {} segments", audience::MOST_SEGMENTS);
            self.report(Diagnostic::error("out-of-range", message), file.population.mark);
        }
        Customers {
            population: u32::try_from(population).unwrap_or(100),
            represents: self.number("the number of customers", &file.represents, population..=1_000_000_000),
            segments,
        }
    }

    fn segment(&mut self, file: &v1::Segment) -> Segment {
        Segment {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            share: self.share("the share", &file.share),
            affected: self.share("the affected share", &file.affected),
            trust: self.share("the trust", &file.trust),
            patronage: self.share("the patronage", &file.patronage),
            switch_cost: self.share("the switch cost", &file.switch_cost),
            spend: self.number("the spending", &file.spend, 0.0..=100.0),
            news: self.share("the news reach", &file.news),
            social: self.share("the social reach", &file.social),
        }
    }
}
