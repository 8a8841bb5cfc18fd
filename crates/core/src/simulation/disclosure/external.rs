//! External events: public statements and actions of third parties, as scripted in the scenario.
//!
//! - A report by an outlet counts as a leak while the breach is not public and as an ordinary story afterward.
//! - An authority that contradicts the organization reverses the false claims on its topic, lowers credibility and
//!   raises responsibility.
//! - Attackers who publish proof or data reverse all false claims. If the organization has been silent, they are
//!   the first to disclose the breach.
//! - A scope that grows in public is an upward revision of the last smaller number that was stated.
//! - A gaffe lowers credibility and empathy.
//! - A lawsuit only makes news.

use super::claim::OpenClaim;
use super::state::Disclosure;
use super::{exposure, truth};
use crate::id::TopicId;
use crate::scenario::{Effect, Metric};
use crate::simulation::ledger::Stage;
use crate::simulation::media::newsdesk::{NewsItem, Newsdesk};
use crate::timeline::{EntryNumber, EventKind, StoryKind};

/// Applies the public actions of third parties in this minute.
pub(super) fn face_the_world(stage: &mut Stage, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Report { outlet, size } => {
                let first = stage.ledger.spoken.is_none() && stage.ledger.exposed.is_none();
                if first {
                    exposure::expose(&outlet, cause, stage, disclosure, newsdesk);
                } else {
                    newsdesk.bring(NewsItem::new(StoryKind::External, size).broken_by(&outlet));
                }
            }
            Effect::Contradict { by, topic } => {
                turn_over(topic.as_ref(), cause, stage, disclosure, newsdesk);
                disclosure.doubt(model.credibility_contradicted.value);
                disclosure.hold_responsible(model.responsibility_contradicted.value);
                let who = scenario.stakeholder(&by).map_or("", |party| &party.title);
                newsdesk.bring(NewsItem::new(StoryKind::Contradiction, model.shot_contradiction.value).about(who));
            }
            Effect::Proof(size) => {
                exposure::expose_by_attackers(cause, stage, disclosure);
                turn_over(None, cause, stage, disclosure, newsdesk);
                newsdesk.bring(NewsItem::new(StoryKind::Proof, size));
            }
            Effect::Dump(records) => {
                exposure::expose_by_attackers(cause, stage, disclosure);
                turn_over(None, cause, stage, disclosure, newsdesk);
                newsdesk.bring(NewsItem::new(StoryKind::Dump, model.shot_dump.value).counting(records));
            }
            Effect::Scope(records) => grow(records, cause, stage, disclosure, newsdesk),
            Effect::Gaffe(size) => {
                disclosure.doubt(model.credibility_gaffe.value);
                disclosure.empathy *= model.empathy_gaffe.value;
                newsdesk.bring(NewsItem::new(StoryKind::Gaffe, size));
            }
            Effect::Lawsuit(size) => newsdesk.bring(NewsItem::new(StoryKind::Lawsuit, size)),
            _ => {}
        }
    }
}

/// Reverses the false claims on a topic, or all false claims.
fn turn_over(
    topic: Option<&TopicId>,
    cause: Option<EntryNumber>,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let concerned = |open: &&OpenClaim| topic.is_none_or(|topic| open.topic == *topic);
    let mut open: Vec<OpenClaim> = disclosure.open_claims.iter().filter(concerned).cloned().collect();
    open.dedup_by(|one, other| one.topic == other.topic);
    for open in open {
        truth::reverse(&open, cause, stage, disclosure, newsdesk);
    }
}

/// Applies a publicly known scope that exceeds what the organization has stated.
fn grow(
    records: u64,
    cause: Option<EntryNumber>,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
    let too_small = |number: u64| number as f64 * truth::REVISION < records as f64;
    let said = disclosure.numbers.iter().rev().find(|(_, number)| too_small(*number)).cloned();
    let public = stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some();
    if let Some((topic, number)) = said {
        disclosure.doubt(model.credibility_revision.value);
        let publication = stage.timeline().publications.iter().rposition(|said| {
            said.claims.iter().any(|claim| claim.topic == topic && claim.says == crate::statement::Says::Number(number))
        });
        disclosure.numbers.push((topic.clone(), records));
        if let Some(publication) = publication {
            stage.record(EventKind::NumberRevised { publication, topic }, cause);
        }
    }
    if public {
        let news = stage.ledger.metrics[Metric::News.index()].max(0.0);
        let size = model.shot_revision.value * if news > 0.0 { 1.0 } else { 0.5 };
        newsdesk.bring(NewsItem::new(StoryKind::Revision, size).counting(records));
    }
}
