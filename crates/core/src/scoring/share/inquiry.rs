//! `InquiriesAnswered`: the share of due inquiries that were answered in time, weighted by the quality of the
//! answer.

use super::claim::soundness_credit;
use super::counted::{Counted, Items};
use crate::id::InjectId;
use crate::scenario::ClaimNature;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::{Record, says_the_same};
use crate::statement::{JudgedClaim, Soundness};
use crate::timeline::EventKind;

/// Credit of an answer that contains only what is not known yet.
const HOLLOW_ANSWER: f64 = 0.4;

/// Credit of an answer that says the same as an earlier publication.
const REPEATED_ANSWER: f64 = 0.5;

/// Credit of an answer that repeats an earlier publication although more has been confirmed since.
const STALE_ANSWER: f64 = 0.2;

/// Counts the inquiries that were answered.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut compared = Vec::new();
    let title = |id: &InjectId| {
        record.timeline.inquiry(id, record.scenario).map_or_else(|| id.to_string(), |(title, _)| title.to_owned())
    };
    let now = record.now();
    for event in &record.timeline.events {
        let EventKind::InquiryOpened { inject, due } = &event.what else { continue };
        let answered = record.timeline.first(|what| matches!(what, EventKind::InquiryAnswered(id) if id == inject));
        match answered {
            Some(answer) => {
                let (worth, how, beside) = answer_worth(inject, record);
                compared.extend(beside);
                let text = format!("answered after {}{how}: {}", answer.at.since(event.at), title(inject));
                let mut item = EvidenceItem::at(answer.at, answer.cause, text);
                item.latency = Some(answer.at.since(event.at));
                items.add(worth, item);
            }
            None if *due < now => {
                items.add(0.0, EvidenceItem::at(*due, None, format!("not answered in time: {}", title(inject))));
            }
            None => {}
        }
    }
    items.mean_or(Counted::Nothing("no inquiry fell due".to_owned())).with_more(compared)
}

/// Returns the credit of an answer, a description of its quality, and the evidence it was compared with.
fn answer_worth(inject: &InjectId, record: &Record<'_>) -> (f64, &'static str, Vec<EvidenceItem>) {
    let publications = &record.timeline.publications;
    let mut answers = publications.iter().enumerate().rev();
    let Some((index, said)) = answers.find(|(_, said)| said.in_reply_to.as_ref() == Some(inject)) else {
        return (1.0, "", Vec::new());
    };
    let known = |claim: &&JudgedClaim| claim.soundness != Soundness::NamedUnknown;
    let alike = publications[..index].iter().rev().find(|other| says_the_same(other, said));
    let learned = alike.and_then(|other| record.learned_between(other.at, said.drafted));
    let stale = learned.is_some();
    let same = alike.map(|other| EvidenceItem::at(other.at, Some(other.entry), "the same was said before"));
    let since = learned.map(|event| EvidenceItem::at(event.at, event.cause, "since when more was known"));
    let beside = same.into_iter().chain(since).collect();
    #[expect(clippy::cast_precision_loss, reason = "an answer has only a handful of claims")]
    let truth = if said.claims.iter().any(|claim| known(&claim)) {
        let worth = said.claims.iter().filter(known).map(|claim| match claim.nature {
            ClaimNature::Minimizes | ClaimNature::Blames => 0.0,
            _ => soundness_credit(claim.soundness),
        });
        worth.sum::<f64>() / said.claims.iter().filter(known).count() as f64
    } else {
        1.0
    };
    let only_unknown = !said.claims.is_empty() && !said.claims.iter().any(|claim| known(&claim));
    let (worth, how) = match () {
        () if stale => (STALE_ANSWER * truth, " with a text that no longer says what is known"),
        () if only_unknown || record.substance(said) == 0 => (HOLLOW_ANSWER, " without saying anything"),
        () if alike.is_some() => (REPEATED_ANSWER * truth, " with what somebody else was told"),
        () if truth < 0.95 => (truth, " with claims that were not known or not true"),
        () => (1.0, ""),
    };
    (worth, how, beside)
}
