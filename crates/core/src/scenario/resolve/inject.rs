//! Resolves injects and their triggers.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::id::is_slug;
use crate::scenario::file::{Text, v1};
use crate::scenario::{Expectation, Inject, Inquiry, Trigger};

impl Resolver<'_> {
    pub(super) fn inject(&mut self, file: &v1::Inject) -> Inject {
        Inject {
            id: file.id.value.as_str().into(),
            kind: file.kind,
            trigger: self.trigger(&file.trigger),
            medium: file.medium,
            from: file.from.clone(),
            to: self.refer(Kind::Role, &file.to),
            title: file.title.clone(),
            body: file.body.clone(),
            document: file.document.as_ref().map(|document| self.refer(Kind::Document, document)),
            inquiry: file.inquiry.as_ref().map(|inquiry| Inquiry {
                within: self.duration(&inquiry.within),
                outlet: inquiry.outlet.as_ref().map(|outlet| self.refer(Kind::Outlet, outlet)),
                if_unanswered: self.effects(&inquiry.if_unanswered),
            }),
            expects: file.expects.as_ref().map(|expects| Expectation {
                text: expects.text.clone(),
                what: self.condition(&expects.what),
                within: self.duration(&expects.within),
                objective: self.refer(Kind::Objective, &expects.objective),
            }),
            effects: self.effects(&file.effects),
            alternative: file.alternative.as_ref().map(|group| self.group(group)),
        }
    }

    fn group(&mut self, text: &Text) -> String {
        if !is_slug(&text.value) {
            let message = format!("invalid name `{}` for a group of alternatives", text.value);
            let hint = "use 1 to 64 lowercase letters, digits, `-`, `_` and `.`";
            self.report(Diagnostic::error("bad-id", message).hint(hint), text.mark);
        }
        text.value.clone()
    }

    fn trigger(&mut self, file: &v1::Trigger) -> Trigger {
        match file {
            v1::Trigger::At(time) => Trigger::At(self.moment(time)),
            v1::Trigger::When(what) => Trigger::When(self.condition(what)),
            v1::Trigger::After { what, delay } => {
                Trigger::After { what: self.condition(what), delay: self.duration(delay) }
            }
            v1::Trigger::NotBy { what, by } => Trigger::NotBy { what: self.condition(what), by: self.moment(by) },
            v1::Trigger::Chance { from, until, per_hour, when } => Trigger::Chance {
                from: self.moment(from),
                until: self.moment(until),
                per_hour: self.number("the hourly rate", per_hour, 0.0..=60.0),
                when: self.condition(when),
            },
            v1::Trigger::ByHand => Trigger::ByHand,
        }
    }
}
