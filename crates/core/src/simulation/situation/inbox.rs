//! The inbox: injects and questions from outlets.

use super::view::View;
use crate::id::{DocumentId, InjectId, RoleId};
use crate::scenario::Medium;
use crate::time::{SimDuration, SimTime};
use crate::timeline::Question;

/// Outlets whose deadline is at most this far away call instead of sending an email.
const HURRY: SimDuration = SimDuration::from_minutes(120);

/// An inject or a question from an outlet, as the players see it.
#[derive(Clone, Debug)]
pub struct InboxItem {
    /// ID of the inject or question. Replies refer to it.
    pub inject: InjectId,
    /// Time of arrival.
    pub at: SimTime,
    /// Medium by which it arrived.
    pub medium: Medium,
    /// Name of the sender.
    pub from: String,
    /// Role that receives it.
    pub to: RoleId,
    /// Subject line.
    pub title: String,
    /// Text of the message.
    pub body: String,
    /// Attached document.
    pub document: Option<DocumentId>,
    /// Status of the question it asks, if it asks one.
    pub inquiry: Option<InquiryView>,
}

/// Status of an inquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InquiryView {
    /// Waiting for an answer until this time.
    Open(SimTime),
    /// Answered at this time.
    Answered(SimTime),
    /// Not answered by the deadline.
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

    /// Presents a question from an outlet as an ordinary message.
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
