//! The inbox: injects, and the questions of outlets.

use super::view::View;
use crate::id::{DocumentId, InjectId, RoleId};
use crate::scenario::Medium;
use crate::time::{SimDuration, SimTime};
use crate::timeline::Question;

/// An outlet that gives less time than this for its answer telephones.
const HURRY: SimDuration = SimDuration::from_minutes(120);

/// An inject, or what an outlet asks of itself, as the players see it.
#[derive(Clone, Debug)]
pub struct InboxItem {
    /// Its id; an answer names it.
    pub inject: InjectId,
    /// When it arrived.
    pub at: SimTime,
    /// How.
    pub medium: Medium,
    /// From whom.
    pub from: String,
    /// The role it is for.
    pub to: RoleId,
    /// Its subject line.
    pub title: String,
    /// What it says.
    pub body: String,
    /// The document that came with it.
    pub document: Option<DocumentId>,
    /// The question it asks.
    pub inquiry: Option<InquiryView>,
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InquiryView {
    /// It waits for an answer until this time.
    Open(SimTime),
    /// It was answered at this time.
    Answered(SimTime),
    /// Nobody answered in time.
    Expired,
}

impl View<'_> {
    pub(super) fn inbox(&self) -> Vec<InboxItem> {
        let sent = self.ledger().sent.iter().filter_map(|(id, at)| self.inbox_item(id, *at));
        let mut inbox: Vec<InboxItem> =
            sent.chain(self.chronicle.0.questions.iter().map(|q| self.question(q))).collect();
        inbox.sort_by_key(|item| item.at);
        inbox
    }

    /// What an outlet asks of itself, as a message like any other.
    fn question(&self, question: &Question) -> InboxItem {
        let hurried = question.due.since(question.at) <= HURRY;
        InboxItem {
            inject: question.id.clone(),
            at: question.at,
            medium: if hurried { Medium::Call } else { Medium::Email },
            from: question.from.clone(),
            to: question.to.clone(),
            title: question.title.clone(),
            body: question.body.clone(),
            document: None,
            inquiry: Some(self.inquiry(&question.id)),
        }
    }

    fn inquiry(&self, id: &InjectId) -> InquiryView {
        match (self.ledger().answered.get(id), self.context.injects.open_until(id)) {
            (Some(at), _) => InquiryView::Answered(*at),
            (None, Some(due)) => InquiryView::Open(due),
            (None, None) => InquiryView::Expired,
        }
    }

    fn inbox_item(&self, id: &InjectId, at: SimTime) -> Option<InboxItem> {
        let inject = self.scenario().inject(id)?;
        let inquiry = inject.inquiry.as_ref().map(|_| self.inquiry(id));
        Some(InboxItem {
            inject: id.clone(),
            at,
            medium: inject.medium,
            from: inject.from.clone(),
            to: inject.to.clone(),
            title: inject.title.clone(),
            body: inject.body.clone(),
            document: inject.document.clone(),
            inquiry,
        })
    }
}
