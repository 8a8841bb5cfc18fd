//! Resolves conditions.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::scenario::Condition;
use crate::scenario::file::v1;

impl Resolver<'_> {
    pub(super) fn condition(&mut self, file: &v1::Condition) -> Condition {
        let all =
            |resolver: &mut Self, parts: &[v1::Condition]| parts.iter().map(|part| resolver.condition(part)).collect();
        match file {
            v1::Condition::Always => Condition::Always,
            v1::Condition::Never => Condition::Never,
            v1::Condition::At(time) => Condition::At(self.moment(time)),
            v1::Condition::Milestone(id) => Condition::Milestone(self.refer(Kind::Milestone, id)),
            v1::Condition::Done(action) => Condition::Done(self.refer(Kind::Action, action)),
            v1::Condition::Active(role) => Condition::Active(self.refer(Kind::Role, role)),
            v1::Condition::Suspected(fact) => Condition::Suspected(self.refer(Kind::Fact, fact)),
            v1::Condition::Confirmed(fact) => Condition::Confirmed(self.refer(Kind::Fact, fact)),
            v1::Condition::Told(party) => Condition::Told(self.refer(Kind::Stakeholder, party)),
            v1::Condition::Stopped(stream) => Condition::Stopped(self.refer(Kind::Stream, stream)),
            v1::Condition::Sent(inject) => Condition::Sent(self.refer(Kind::Inject, inject)),
            v1::Condition::Answered(inject) => Condition::Answered(self.refer(Kind::Inject, inject)),
            v1::Condition::Claimed(topic, claim) => {
                Condition::Claimed(self.refer(Kind::Topic, topic), self.claim(topic, claim))
            }
            v1::Condition::Spoken => Condition::Spoken,
            v1::Condition::CustomersTold => Condition::CustomersTold,
            v1::Condition::StaffTold => Condition::StaffTold,
            v1::Condition::Exposed => Condition::Exposed,
            v1::Condition::Reversed => Condition::Reversed,
            v1::Condition::SecondBreach => Condition::SecondBreach,
            v1::Condition::Chose(action, choice) => {
                Condition::Chose(self.refer(Kind::Action, action), self.choice_of(action, choice))
            }
            v1::Condition::Shop(state) => Condition::Shop(*state),
            v1::Condition::StoppedAll => {
                Condition::All(self.streams.iter().map(|id| Condition::Stopped(id.as_str().into())).collect())
            }
            v1::Condition::Contradicted => Condition::Contradicted,
            v1::Condition::Extorted => Condition::Extorted,
            v1::Condition::Paid => Condition::Paid,
            v1::Condition::Dumped => Condition::Dumped,
            v1::Condition::Listening => Condition::Listening,
            v1::Condition::Restrained => Condition::Restrained,
            v1::Condition::Defied => Condition::Defied,
            v1::Condition::Above(metric, bound) => Condition::Above(*metric, bound.value),
            v1::Condition::Below(metric, bound) => Condition::Below(*metric, bound.value),
            v1::Condition::All(parts) => Condition::All(all(self, parts)),
            v1::Condition::Any(parts) => Condition::Any(all(self, parts)),
            v1::Condition::Not(part) => Condition::Not(Box::new(self.condition(part))),
            v1::Condition::AtLeast(count, parts) => {
                let most = u32::try_from(parts.len()).unwrap_or(u32::MAX);
                Condition::AtLeast(self.number("the count", count, 0..=most), all(self, parts))
            }
        }
    }
}
