//! Disclosure: how statements change credibility and responsibility, and what later happens to the claims and
//! promises in them.
//!
//! The state variables, all 0 to 1, are *credibility* C (how far the organization is believed), *responsibility* R
//! (how far the public holds it responsible), *specificity* S (how much detail it has disclosed) and *empathy* E
//! (how much it is seen to care about its customers). Sections refer to `docs/model.md`.
//!
//! - *First disclosure.* If the organization discloses the breach first,
//!   `C += credibility_first * spec * (1 - spin)` (stealing thunder, section 3.3, which works only with detail and
//!   without spin). If a third party disclosed it first, C is multiplied by `credibility_exposed` and R grows by
//!   `responsibility_exposed` at the time of that disclosure.
//! - *Later statements.* Each detail disclosed for the first time closes `credibility_update / 9 * (1 - spin)` of
//!   the gap between C and 1. Repeating a detail has no effect.
//! - *Responsibility* changes by a share k of the remaining range: up `R += k (1 - R)`, down `R -= k R`.
//! - *False claims.* A false claim remains open until it is exposed, or until the organization contradicts it. The
//!   hazard of exposure per hour is `reversal_quiet_hour + reversal_news_hour * news attention`. On exposure,
//!   `C *= credibility_reversal`, R grows by `responsibility_reversal`, and the media report the reversal. Each
//!   further reversal is half as newsworthy as the previous one. If the claim blamed a third party, that party
//!   responds, and `C *= credibility_gaffe` replaces both effects.
//! - *Numbers.* A number more than a tenth above the previous one is an upward revision:
//!   `C *= credibility_revision`, and the media report it. After a downward revision of the same size,
//!   `C *= credibility_downward`, without media coverage. A number stated in good faith that others find to be
//!   wrong also counts as a revision. A number that the organization knew to be wrong is a false claim like any
//!   other.
//! - *Promises.* After a broken promise, `C *= credibility_broken_promise`. A kept promise counts as one new
//!   detail.
//! - *Tone.* Apology and regret raise E; blaming lowers E and raises R. The first apology lowers R once, by
//!   `responsibility_apology` times 1, 0.6 or 0.3 for the preventable, accidental and victim cluster.
//! - *Match* (sections 3.2 and 3.5). `Q = .25 remorse + .30 responsibility + .25 correction + .20 E - .5
//!   scapegoat` is the quality of the apology. `M = f Q + (1 - f) S` is how well the response fits the crisis, with
//!   f = 1, 0.6 or 0.3 by cluster: after a preventable breach the public expects amends, while an organization that
//!   is itself a victim is expected to inform.
//! - *Remedy.* `J(c) = min(c, 1) - missing (1 - c)+ - excess (c - 1)+`, with c in units of what customers expect.
//!   The utility rises up to the expectation and falls beyond it, and offering nothing is worse than offering too
//!   little (section 3.5). Functional help and money are weighted equally.
//! - *Two stories.* A false claim is exposed `two_stories` times as fast while another audience has been told the
//!   truth. If the organization knew better when it made the claim, that is deception and adds responsibility.
//! - *History* (section 8). `R0 = prior (1 + kh sum e^(-age / tau))` over earlier breaches.
//! - *Leaks.* Before any disclosure, a third party discloses the breach with the hazards
//!   `leak_per_person_hour * people who know * discretion` (from inside) and
//!   `leak_visible_hour * visibility * (1 - e^(-h/12))` (from outside).
//! - *Delay.* h hours between the first suspicion and the first public statement cost
//!   `delay_ceiling_loss * (1 - e^(-h/delay_hours))` of the trust ceiling (section 3.4). Disclosure by a third
//!   party immediately costs a further `exposed_ceiling_loss`.
//! - *Wording* ([`tone`]). An apology, blame, minimizing or advertising found only in the text of a statement has
//!   the same effect as a claim of that nature.
//!
//! - *Rulings* ([`ruling`]). A facilitator's correction of a reading changes what counts as said from then on.
//! - *Empty statements.* A text that says nothing about the incident fulfills no duty and answers no inquiry. In
//!   public, a text that says nothing at all is received like a refusal to comment.

mod claim;
mod detail;
mod exposure;
mod external;
pub(super) mod openness;
mod promise;
pub(super) mod ruling;
mod slip;
pub(super) mod state;
mod tone;
mod truth;

use std::sync::Arc;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};

use self::detail::{content, fresh_details, specificity};
use self::state::{Disclosure, First, history};
use super::inject::{Injects, UNANSWERED};
use super::ledger::{Consequence, Outgoing, Shared, Stage, enter};
use super::media::newsdesk::{NewsItem, Newsdesk};
use super::team::state::Team;
use crate::decision::Content;
use crate::id::OutletId;
use crate::scenario::{Ask, AudienceKind, Channel, Effect, Metric, Scenario};
use crate::statement::reading::{Reading, ReadingCache};
use crate::statement::{self, Says, Statement};
use crate::timeline::{EntryNumber, EventKind, Publication, StoryKind};

/// Cache of statements read earlier. A reading depends only on the text, so the cache is not part of the state.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Readings(pub(super) ReadingCache);

/// Publishes finished statements.
pub(super) fn publish(
    mut shared: ResMut<Shared>,
    mut disclosure: ResMut<Disclosure>,
    mut injects: ResMut<Injects>,
    mut newsdesk: ResMut<Newsdesk>,
    readings: Res<Readings>,
) {
    let mut stage = shared.stage();
    let outgoing: Vec<(Outgoing, Option<EntryNumber>)> = stage
        .enacted
        .0
        .iter()
        .filter_map(|(consequence, cause)| match consequence {
            Consequence::Publish(outgoing) => Some((Outgoing::clone(outgoing), *cause)),
            _ => None,
        })
        .collect();
    for (outgoing, cause) in outgoing {
        let entry = cause.unwrap_or(EntryNumber(0));
        let slipped = outgoing.slip;
        if let Some(publication) = address(outgoing, entry, &stage, &readings.0) {
            if slipped && matches!(publication.audience, AudienceKind::Public | AudienceKind::Customers) {
                slip::notice(&mut disclosure, &mut newsdesk, stage.setting.model());
            }
            send_out(publication, &mut stage, &mut disclosure, &mut injects, &mut newsdesk);
        }
    }
}

/// Determines the audience of a statement and judges its claims.
fn address(outgoing: Outgoing, entry: EntryNumber, stage: &Stage, readings: &ReadingCache) -> Option<Publication> {
    let scenario = stage.scenario();
    let action = scenario.action(&outgoing.action)?;
    let (audience, channels, to) = match &action.asks {
        Ask::Statement { audience, channels, to } => (*audience, channels.clone(), to.clone()),
        _ => (AudienceKind::Public, vec![Channel::Press], None),
    };
    let (mut statement, in_reply_to) = match outgoing.content {
        Content::Statement(statement) => (statement, None),
        Content::Reply { inquiry, statement } => (statement, Some(inquiry)),
        Content::Nothing | Content::Choice(_) => return None,
    };
    ruling::apply_earlier(&mut statement, entry, stage);
    Some(Publication {
        at: stage.now(),
        drafted: outgoing.drafted,
        entry,
        action: outgoing.action,
        by: outgoing.by,
        audience,
        to,
        channels,
        in_reply_to,
        claims: statement::judge(&statement, &scenario, &*stage.ledger),
        words: words(&statement, &scenario, readings),
        unknowns_left: unknowns_left(&scenario, stage),
        statement,
    })
}

/// Returns the recorded content and tone of a statement. A statement without a record, from a session before format
/// 5, is read now.
fn words(statement: &Statement, scenario: &Scenario, readings: &ReadingCache) -> Option<Arc<Reading>> {
    match &statement.reading {
        Some(record) => record.tone.as_ref().map(|tone| Arc::new(tone.reading(&statement.text))),
        None => readings.read(&scenario.language, &statement.text),
    }
}

/// Returns whether any fact is still unconfirmed.
fn unknowns_left(scenario: &Scenario, stage: &Stage) -> bool {
    scenario.facts.iter().any(|fact| !stage.ledger.confirmed.contains_key(&fact.id))
}

fn send_out(
    publication: Publication,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    injects: &mut Injects,
    newsdesk: &mut Newsdesk,
) {
    let now = stage.now();
    let cause = Some(publication.entry);
    let index = stage.timeline().publications.len();
    stage.timeline_mut().publications.push(publication.clone());
    stage.record(EventKind::Published(index), cause);
    if !publication.says_anything() {
        hear_nothing(&publication, stage, disclosure, newsdesk);
        return;
    }
    let informs = publication.informs();
    if let Some(inquiry) = &publication.in_reply_to
        && informs
        && injects.answer(inquiry)
    {
        enter(&mut stage.ledger.answered, inquiry, now);
        stage.record(EventKind::InquiryAnswered(inquiry.clone()), cause);
    }
    truth::enter_claims(&publication, index, stage, disclosure);
    match publication.audience {
        AudienceKind::Public => go_public(&publication, index, stage, disclosure, newsdesk),
        AudienceKind::Customers => {
            disclosure.notice |= informs;
            if informs && stage.ledger.customers_told.is_none() {
                stage.ledger.customers_told = Some(now);
                stage.record(EventKind::CustomersTold, cause);
            }
            go_public(&publication, index, stage, disclosure, newsdesk);
        }
        AudienceKind::Staff => {
            if informs && stage.ledger.staff_told.is_none() {
                stage.ledger.staff_told = Some(now);
                stage.record(EventKind::StaffTold, cause);
            }
        }
        AudienceKind::Stakeholder => {
            if let Some(party) = &publication.to
                && informs
                && enter(&mut stage.ledger.told, party, now)
            {
                stage.record(EventKind::StakeholderTold(party.clone()), cause);
            }
        }
    }
}

/// Applies the effects of a statement that says nothing. It fulfills no duty and answers no inquiry, and in public it is
/// received like a refusal to comment.
fn hear_nothing(publication: &Publication, stage: &Stage, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    if matches!(publication.audience, AudienceKind::Public | AudienceKind::Customers) {
        let model = stage.setting.model();
        disclosure.doubt(model.credibility_no_comment.value);
        if stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some() {
            let item = NewsItem::new(StoryKind::NoComment, model.shot_no_comment.value);
            newsdesk.bring(item.quoting(&publication.statement.quote()));
        }
    }
}

/// Applies the effects of a statement that reaches the public: credibility, tone, revisions, promises and news.
fn go_public(
    publication: &Publication,
    index: usize,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    let spin = tone::spin(publication, model);
    let fresh = fresh_details(&publication.claims, disclosure);
    let first = stage.ledger.spoken.is_none();
    if first {
        stage.ledger.spoken = Some(publication.at);
        let exposed = stage.ledger.exposed.is_some();
        if !exposed {
            disclosure.first = Some(First::Organization);
            let specificity = content(&publication.claims);
            disclosure.credibility += model.credibility_first.value * specificity * (1.0 - spin);
            disclosure.credibility = disclosure.credibility.min(1.0);
        }
        let (kind, size) = if exposed {
            (StoryKind::Update, model.shot_update.value)
        } else {
            (StoryKind::Disclosure, model.shot_disclosure.value)
        };
        newsdesk.bring(NewsItem::new(kind, size * scenario.threat.severity).quoting(&publication.statement.quote()));
    } else {
        disclosure.believe(model.credibility_update.value * fresh * (1.0 - spin));
        let quiet = disclosure.last_public.is_none_or(|last| publication.at.since(last).minutes() >= 120);
        if quiet {
            let item = NewsItem::new(StoryKind::Update, model.shot_update.value * fresh.max(0.2));
            newsdesk.bring(item.quoting(&publication.statement.quote()));
        }
    }
    disclosure.last_public = Some(publication.at);
    disclosure.specificity = specificity(disclosure);
    tone::hear(publication, disclosure, &scenario);
    truth::correct_earlier(publication, index, stage, disclosure, newsdesk);
    truth::commit(publication, index, &scenario, disclosure);
    for claim in &publication.claims {
        if let Says::Option(id) = &claim.says {
            stage.ledger.claim(&claim.topic, id);
        }
    }
}

/// Exposes false claims, settles promises and lets third parties disclose the breach.
pub(super) fn face_the_truth(
    mut shared: ResMut<Shared>,
    team: Res<Team>,
    mut disclosure: ResMut<Disclosure>,
    mut newsdesk: ResMut<Newsdesk>,
) {
    let mut stage = shared.stage();
    truth::find_out(&mut stage, &mut disclosure, &mut newsdesk);
    truth::settle_promises(&mut stage, &mut disclosure);
    exposure::leak(&mut stage, &team, &mut disclosure, &mut newsdesk);
    external::face_the_world(&mut stage, &mut disclosure, &mut newsdesk);
    exposure::count_delay(&stage, &mut disclosure);
    stage.ledger.set(Metric::Credibility, disclosure.credibility);
    stage.ledger.set(Metric::Responsibility, disclosure.responsibility);
    stage.ledger.set(Metric::Match, disclosure.fit());
}

/// Applies effects on the reputation of the organization: blame, remedies, unanswered questions.
pub(super) fn take_standing(
    mut shared: ResMut<Shared>,
    mut disclosure: ResMut<Disclosure>,
    mut newsdesk: ResMut<Newsdesk>,
) {
    let mut stage = shared.stage();
    let scenario = stage.scenario();
    let model = &scenario.model;
    let records = stage.ledger.metrics[Metric::Records.index()];
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Blame(more) => disclosure.hold_responsible(more),
            Effect::Remedy { functional, money, cost_per_record } => {
                disclosure.remedy.0 = disclosure.remedy.0.max(functional);
                disclosure.remedy.1 = disclosure.remedy.1.max(money);
                disclosure.remedy_cost = disclosure.remedy_cost.max(cost_per_record * records);
                stage.record(EventKind::RemedyOffered { functional, money }, cause);
            }
            _ => {}
        }
    }
    for (consequence, _) in &stage.enacted.0 {
        if let Consequence::Effect(Effect::Attention(size), title) = consequence {
            let kind = if **title == *UNANSWERED { StoryKind::NoComment } else { StoryKind::External };
            newsdesk.bring(NewsItem::new(kind, *size).about(title));
        }
    }
    let silent: Vec<(Option<OutletId>, String)> = stage
        .enacted
        .0
        .iter()
        .filter_map(|(consequence, _)| match consequence {
            Consequence::Unanswered { outlet, about } => Some((outlet.clone(), about.clone())),
            _ => None,
        })
        .collect();
    for (outlet, about) in silent {
        disclosure.doubt(model.credibility_no_comment.value);
        let public = stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some();
        if let Some(outlet) = outlet.filter(|_| public) {
            let item = NewsItem::new(StoryKind::NoComment, model.shot_no_comment.value).about(&about);
            newsdesk.bring(item.broken_by(&outlet));
        }
    }
    reveal_preventability(&stage, &mut disclosure);
}

/// Moves perceived responsibility toward true responsibility while the media pay attention: by a share
/// `responsibility_revelation` of the gap for each day of full attention.
fn reveal_preventability(stage: &Stage, disclosure: &mut Disclosure) {
    let news = stage.ledger.metrics[Metric::News.index()].min(1.0);
    let rate = stage.setting.model().responsibility_revelation.value * news / (24.0 * 60.0);
    let truth = (stage.setting.0.threat.preventability * history(&stage.setting.0)).min(1.0);
    let gap = truth - disclosure.responsibility;
    disclosure.responsibility += gap * rate;
}
