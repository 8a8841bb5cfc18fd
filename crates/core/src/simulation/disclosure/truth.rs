//! Consequences of earlier statements: exposure of false claims, revisions of numbers, promises that fall due.

use super::claim::OpenClaim;
use super::detail::NINE;
use super::promise::OpenPromise;
use super::state::Disclosure;
use crate::id::TopicId;
use crate::scenario::{AudienceKind, ClaimNature, Metric, Scenario};
use crate::simulation::ledger::Stage;
use crate::simulation::media::newsdesk::{NewsItem, Newsdesk};
use crate::simulation::random::{Purpose, key_of};
use crate::statement::{JudgedClaim, Says, Soundness};
use crate::time::SimDuration;
use crate::timeline::{EntryNumber, EventKind, Publication, StoryKind};

/// Grace period for a promised update.
const GRACE: SimDuration = SimDuration::from_minutes(15);

/// Minimum ratio of two numbers at which the later one counts as a revision.
pub(super) const REVISION: f64 = 1.1;

/// Records false claims, and which audiences were told the truth about which topics.
pub(super) fn enter_claims(publication: &Publication, index: usize, stage: &Stage, disclosure: &mut Disclosure) {
    for claim in &publication.claims {
        enter_claim(claim, publication, index, stage, disclosure);
    }
}

/// Records a claim if it is false, or which audience was told the truth about its topic.
pub(super) fn enter_claim(
    claim: &JudgedClaim,
    publication: &Publication,
    index: usize,
    stage: &Stage,
    disclosure: &mut Disclosure,
) {
    match claim.soundness {
        Soundness::False => disclosure.open_claims.push(OpenClaim {
            publication: index,
            topic: claim.topic.clone(),
            audience: publication.audience,
            knew: knows_better(&claim.topic, stage),
            number: matches!(claim.says, Says::Number(_)),
            blames: claim.nature == ClaimNature::Blames,
        }),
        Soundness::TrueAndKnown | Soundness::TrueButUnknown => {
            let truth = (publication.audience, claim.topic.clone());
            if !disclosure.truths.contains(&truth) {
                disclosure.truths.push(truth);
            }
        }
        Soundness::NamedUnknown => {}
    }
}

/// Returns whether the team could make a true claim about a topic.
fn knows_better(topic: &TopicId, stage: &Stage) -> bool {
    let scenario = stage.scenario();
    let ledger = &*stage.ledger;
    scenario.topic(topic).is_some_and(|topic| {
        topic.claims.iter().any(|option| option.true_when.holds(ledger) && option.known_when.holds(ledger))
    })
}

/// Detects revisions of earlier numbers and earlier false claims that the organization now contradicts.
pub(super) fn correct_earlier(
    publication: &Publication,
    index: usize,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    for claim in &publication.claims {
        if let Says::Number(number) = claim.says {
            let before = disclosure.numbers.iter().rev().find(|(topic, _)| *topic == claim.topic).map(|(_, n)| *n);
            #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
            if before.is_some_and(|before| number as f64 > before as f64 * REVISION) {
                disclosure.doubt(model.credibility_revision.value);
                let what = EventKind::NumberRevised { publication: index, topic: claim.topic.clone() };
                stage.record(what, Some(publication.entry));
                newsdesk.bring(NewsItem::new(StoryKind::Revision, model.shot_revision.value).counting(number));
            }
            #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
            if before.is_some_and(|before| (number as f64) * REVISION < before as f64) {
                disclosure.doubt(model.credibility_downward.value);
                let what = EventKind::NumberRevised { publication: index, topic: claim.topic.clone() };
                stage.record(what, Some(publication.entry));
            }
            disclosure.numbers.push((claim.topic.clone(), number));
        }
        let sound = matches!(claim.soundness, Soundness::TrueAndKnown | Soundness::TrueButUnknown);
        let contradicted =
            disclosure.open_claims.iter().filter(|open| sound && open.publication < index && open.topic == claim.topic);
        let contradicted: Vec<OpenClaim> = contradicted.cloned().collect();
        // Wrong estimates were handled as revisions above.
        disclosure.open_claims.retain(|open| !(sound && open.topic == claim.topic && open.is_estimate()));
        for open in contradicted.into_iter().filter(|open| !open.is_estimate()) {
            reverse(&open, Some(publication.entry), stage, disclosure, newsdesk);
        }
    }
}

pub(super) fn reverse(
    open: &OpenClaim,
    cause: Option<EntryNumber>,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    disclosure.open_claims.retain(|other| other.topic != open.topic);
    if open.blames {
        // The party that was blamed responds, which is a gaffe and not a reversal (X15 in section 10 of
        // `docs/model.md`).
        disclosure.doubt(model.credibility_gaffe.value);
    } else {
        disclosure.doubt(model.credibility_reversal.value);
        disclosure.hold_responsible(model.responsibility_reversal.value);
    }
    if open.knew {
        disclosure.hold_responsible(model.responsibility_deception.value);
    }
    let now = stage.now();
    stage.ledger.reversed.get_or_insert(now);
    let what = EventKind::ClaimReversed { publication: open.publication, topic: open.topic.clone() };
    stage.record(what, cause);
    let subject = scenario.topic(&open.topic).map_or("", |topic| topic.detail.subject());
    let size = model.shot_reversal.value * libm::pow(0.5, f64::from(disclosure.reversal_count));
    disclosure.reversal_count += 1;
    newsdesk.bring(NewsItem::new(StoryKind::Reversal, size).about(subject));
}

/// Records the promises made in a statement.
pub(super) fn commit(publication: &Publication, index: usize, scenario: &Scenario, disclosure: &mut Disclosure) {
    let made = publication.at;
    if let Some(due) = publication.statement.promised_update() {
        disclosure.promises.push(OpenPromise { publication: index, topic: None, made, due: due + GRACE, what: None });
    }
    for claim in &publication.claims {
        let Says::Option(id) = &claim.says else { continue };
        let option = scenario.topic(&claim.topic).and_then(|topic| topic.claims.iter().find(|option| option.id == *id));
        let Some(promise) = option.and_then(|option| option.promise.as_ref()) else { continue };
        if disclosure.promises.iter().any(|open| open.topic.as_ref() == Some(&claim.topic)) {
            continue;
        }
        disclosure.promises.push(OpenPromise {
            publication: index,
            topic: Some(claim.topic.clone()),
            made,
            due: made + promise.within,
            what: Some(promise.what.clone()),
        });
    }
}

pub(super) fn find_out(stage: &mut Stage, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    if disclosure.open_claims.is_empty() {
        return;
    }
    let scenario = stage.scenario();
    let model = &scenario.model;
    let news = stage.ledger.metrics[Metric::News.index()].min(1.0);
    let hazard = model.reversal_quiet_hour.value + model.reversal_news_hour.value * news;
    let found: Vec<OpenClaim> = disclosure
        .open_claims
        .iter()
        .filter(|open| {
            let key = key_of(open.topic.as_str()).wrapping_add(open.publication as u64);
            let other =
                |(audience, topic): &(AudienceKind, TopicId)| *audience != open.audience && *topic == open.topic;
            let two_stories = if disclosure.truths.iter().any(other) { model.two_stories.value } else { 1.0 };
            let hazard = hazard * two_stories;
            stage.luck.happens(Purpose::ClaimReversal, key, stage.now(), hazard)
        })
        .cloned()
        .collect();
    for open in found {
        if open.is_estimate() {
            outgrow(&open, stage, disclosure, newsdesk);
        } else {
            reverse(&open, None, stage, disclosure, newsdesk);
        }
    }
}

/// Applies the cost when others find that a number stated in good faith is wrong. It counts as an upward revision.
fn outgrow(open: &OpenClaim, stage: &mut Stage, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    disclosure.open_claims.retain(|other| other.topic != open.topic);
    disclosure.doubt(model.credibility_revision.value);
    let now = stage.now();
    stage.ledger.reversed.get_or_insert(now);
    let what = EventKind::ClaimReversed { publication: open.publication, topic: open.topic.clone() };
    stage.record(what, None);
    let subject = scenario.topic(&open.topic).map_or("", |topic| topic.detail.subject());
    newsdesk.bring(NewsItem::new(StoryKind::Reversal, model.shot_revision.value).about(subject));
}

pub(super) fn settle_promises(stage: &mut Stage, disclosure: &mut Disclosure) {
    let now = stage.now();
    let mut open = Vec::new();
    for promise in std::mem::take(&mut disclosure.promises) {
        let kept = match &promise.what {
            Some(what) => what.holds(&*stage.ledger),
            None => disclosure.last_public.is_some_and(|last| last > promise.made),
        };
        let (publication, topic) = (promise.publication, promise.topic.clone());
        if kept {
            disclosure.believe(stage.setting.model().credibility_update.value / NINE);
            stage.record(EventKind::PromiseKept { publication, topic }, None);
        } else if now > promise.due {
            disclosure.doubt(stage.setting.model().credibility_broken_promise.value);
            stage.record(EventKind::PromiseBroken { publication, topic }, None);
        } else {
            open.push(promise);
        }
    }
    disclosure.promises = open;
}
