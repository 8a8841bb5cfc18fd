//! Decisions of one turn, with the load they put on each role.

use crate::decision::{Content, Decision};
use crate::scenario::AudienceKind;
use crate::simulation::{AskView, InquiryView, OptionView, Situation};
use crate::time::SimTime;

/// One turn of an autopilot.
pub(super) struct Turn<'a> {
    pub(super) situation: &'a Situation,
    pub(super) taken: Vec<&'a OptionView>,
    pub(super) decisions: Vec<Decision>,
    confidence: u8,
}

impl<'a> Turn<'a> {
    /// Returns an empty turn of a player with this confidence in every decision, 1 to 5.
    pub(super) fn new(situation: &'a Situation, confidence: u8) -> Self {
        Turn { situation, taken: Vec::new(), decisions: Vec::new(), confidence }
    }

    /// Returns whether the responsible role can take an action now, given the decisions made earlier in this turn.
    pub(super) fn is_open(&self, option: &OptionView) -> bool {
        let seat = self.situation.roster.iter().find(|seat| seat.role == option.role);
        let taken = self.taken.iter().filter(|other| other.role == option.role).count();
        let place = seat.is_some_and(|seat| seat.load + taken < seat.capacity);
        option.blocked.is_none() && option.role_blocked.is_none() && place
    }

    /// Returns the first matching action that can be taken now.
    pub(super) fn find(&self, wanted: impl Fn(&OptionView) -> bool) -> Option<&'a OptionView> {
        self.situation.options.iter().find(|option| wanted(option) && self.is_open(option))
    }

    /// Adds a decision to take an action.
    pub(super) fn take(&mut self, option: &'a OptionView, content: Content, why: &str) {
        self.taken.push(option);
        self.decisions.push(Decision {
            at: self.situation.now,
            by: option.role.clone(),
            action: option.action.clone(),
            content,
            rationale: why.to_owned(),
            confidence: self.confidence.try_into().ok(),
        });
    }

    /// Returns whether a matching action is in progress.
    pub(super) fn is_running(&self, wanted: impl Fn(&OptionView) -> bool) -> bool {
        let running = |option: &OptionView| self.situation.works.iter().any(|work| work.action == option.action);
        self.situation.options.iter().any(|option| running(option) && wanted(option))
    }

    /// Returns the open inquiries, earliest deadline first.
    pub(super) fn open_inquiries(&self) -> Vec<(SimTime, crate::id::InjectId)> {
        let open = |item: &crate::simulation::InboxItem| match item.inquiry {
            Some(InquiryView::Open(due)) => Some((due, item.inject.clone())),
            _ => None,
        };
        let mut inquiries: Vec<_> = self.situation.inbox.iter().filter_map(open).collect();
        inquiries.sort();
        inquiries
    }
}

/// Returns a predicate for statements to this audience.
pub(super) fn is_for(audience: AudienceKind) -> impl Fn(&OptionView) -> bool {
    move |option| option.asks == AskView::Statement(audience)
}
