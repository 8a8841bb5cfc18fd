//! Resolves the evidence of criteria.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::scenario::file::v1;
use crate::scenario::{Evidence, Moment};

impl Resolver<'_> {
    pub(super) fn evidence(&mut self, file: &v1::Evidence) -> Evidence {
        let all =
            |resolver: &mut Self, parts: &[v1::Evidence]| parts.iter().map(|part| resolver.evidence(part)).collect();
        match file {
            v1::Evidence::Within { what, from, full, none } => Evidence::Within {
                what: self.reached(what),
                from: self.reached(from),
                full: self.duration(full),
                none: none.as_ref().map(|none| self.duration(none)),
            },
            v1::Evidence::InPar { what, from, full, none } => Evidence::InPar {
                what: self.reached(what),
                from: self.reached(from),
                full: self.number("the number of pars", full, 0.1..=100.0),
                none: self.number("the number of pars", none, 0.1..=1000.0),
            },
            v1::Evidence::Before { first, then, otherwise } => Evidence::Before {
                first: self.reached(first),
                then: self.reached(then),
                otherwise: self.share("the credit", otherwise),
            },
            v1::Evidence::Reached(what) => Evidence::Reached(self.reached(what)),
            v1::Evidence::Never { what, before } => {
                Evidence::Never { what: self.reached(what), before: before.as_ref().map(|before| self.reached(before)) }
            }
            v1::Evidence::Share { of, full, none } => Evidence::Share {
                of: *of,
                full: self.share("the share", full),
                none: self.number("the share", none, 0.0..=0.999),
            },
            v1::Evidence::Parts(parts) => Evidence::Parts(
                parts
                    .iter()
                    .map(|(weight, part)| (self.number("the weight", weight, 0.01..=1000.0), self.evidence(part)))
                    .collect(),
            ),
            v1::Evidence::KnownBefore { facts, claims } => Evidence::KnownBefore { facts: *facts, claims: *claims },
            v1::Evidence::Count { of, full, none } => Evidence::Count {
                of: *of,
                full: self.number("the count", full, 0..=1000),
                none: self.number("the count", none, 0..=1000),
            },
            v1::Evidence::World { metric, is, from, lasting, full, none } => Evidence::World {
                metric: *metric,
                is: *is,
                from: self.reached(from),
                lasting: lasting.as_ref().map(|lasting| self.duration(lasting)),
                full: self.share("the share", full),
                none: self.number("the share", none, 0.0..=0.999),
            },
            v1::Evidence::Says { what, full, none } => Evidence::Says {
                what: *what,
                full: self.share("the share", full),
                none: self.number("the share", none, 0.0..=0.999),
            },
            v1::Evidence::Avoids { what, full, none } => Evidence::Avoids {
                what: *what,
                full: self.share("the share", full),
                none: self.number("the share", none, 0.0..=0.999),
            },
            v1::Evidence::Clocks { of, late } => Evidence::Clocks { of: *of, late: self.share("the credit", late) },
            v1::Evidence::Review(part) => Evidence::Review(*part),
            v1::Evidence::AllOf(parts) => Evidence::AllOf(all(self, parts)),
            v1::Evidence::AnyOf(parts) => Evidence::AnyOf(all(self, parts)),
            v1::Evidence::Not(part) => Evidence::Not(Box::new(self.evidence(part))),
            v1::Evidence::AtLeast(count, parts) => {
                let most = u32::try_from(parts.len()).unwrap_or(u32::MAX).max(1);
                Evidence::AtLeast(self.number("the count", count, 1..=most), all(self, parts))
            }
            v1::Evidence::NotJudgedYet(why) => Evidence::NotJudgedYet(why.clone()),
        }
    }

    fn reached(&mut self, file: &v1::Moment) -> Moment {
        match file {
            v1::Moment::StartEx => Moment::StartEx,
            v1::Moment::FirstAlert => Moment::FirstAlert,
            v1::Moment::FirstDraft => Moment::FirstDraft,
            v1::Moment::FirstPublicWord => Moment::FirstPublicWord,
            v1::Moment::FirstWordOfSubstance => Moment::FirstWordOfSubstance,
            v1::Moment::FirstOutsideReport => Moment::FirstOutsideReport,
            v1::Moment::Milestone(id) => Moment::Milestone(self.refer(Kind::Milestone, id)),
            v1::Moment::Reasoned(id) => Moment::Reasoned(self.refer(Kind::Milestone, id)),
            v1::Moment::TeamComplete => Moment::TeamComplete,
            v1::Moment::Confirmed(kind) => Moment::Confirmed(*kind),
            v1::Moment::FirstConfirmed => Moment::FirstConfirmed,
            v1::Moment::Spoke(detail) => Moment::Spoke(*detail),
            v1::Moment::CustomersTold => Moment::CustomersTold,
            v1::Moment::StaffTold => Moment::StaffTold,
            v1::Moment::Told(kind) => Moment::Told(*kind),
            v1::Moment::DataStopped => Moment::DataStopped,
            v1::Moment::NextWave => Moment::NextWave,
            v1::Moment::Listening => Moment::Listening,
            v1::Moment::NarrativeAlarm => Moment::NarrativeAlarm,
            v1::Moment::FirstReply => Moment::FirstReply,
            v1::Moment::InsideLeak => Moment::InsideLeak,
            v1::Moment::LastHardening => Moment::LastHardening,
        }
    }
}
