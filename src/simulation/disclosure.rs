//! What is said, what it is worth, and what becomes of it.
//!
//! Quantities, all 0 to 1: *credibility* C (how far the organization's word is believed), *responsibility* R
//! (how far the public holds it responsible), *specificity* S (how much it has been told), *empathy* E (how
//! far it feels with its customers). Rules:
//!
//! - *First word.* If nobody told before, `C += credibility_first * spec * (1 - spin)` (stealing thunder,
//!   `model.md` 3.3, which works only with detail and without spin). If somebody did, C was multiplied by
//!   `credibility_exposed` and R grew by `responsibility_exposed` at that moment.
//! - *Later words.* Each detail given for the first time closes `credibility_update / 9` of the gap of C to 1;
//!   saying it again does nothing.
//! - Responsibility moves by a share of what is left: up `R += k (1 - R)`, down `R -= k R`.
//! - *Truth.* A false claim stays until it is found out, with a hazard per hour of `reversal_quiet_hour +
//!   reversal_news_hour * news attention`, or at once when the organization itself says otherwise. Then
//!   `C *= credibility_reversal`, R grows by `responsibility_reversal`, and it is a story; each further one
//!   is half the news of the one before.
//! - *Numbers.* A later number more than a tenth above an earlier one is an upward revision: `C *=
//!   credibility_revision`, and it is a story.
//! - *Promises.* A broken one is `C *= credibility_broken_promise`; a kept one counts as a detail given.
//! - *Tone.* Apology and regret raise E, blaming lowers it and raises R; an apology that fits the cluster
//!   lowers R once by `responsibility_apology` times 1, 0.6 or 0.3 for preventable, accidental, victim.
//! - *Match* (`model.md` 3.2, 3.5). `Q = .25 remorse + .30 responsibility + .25 correction + .20 E - .5
//!   scapegoat` is the quality of the apology; `M = f Q + (1 - f) S - spin` is how well the response fits,
//!   with f 1, 0.6 or 0.3 by cluster: where the firm is guilty people want amends, where it is a victim they
//!   want information.
//! - *Remedy.* `J(c) = min(c, 1) - (c - 1)+ excess`, c in units of what customers expect; no offer is the zero
//!   point, so that the utility rises to the expectation and falls beyond it (`model.md` 3.5).
//! - *Two stories.* A false claim is found out `two_stories` times as fast while another audience has been
//!   told the truth. If the firm knew better when it said so, that is deception and adds responsibility.
//! - *History* (`model.md` 8): `R0 = prior (1 + kh sum e^(-age / tau))` over earlier breaches.
//! - *Being told on.* While nobody has spoken, somebody else tells first with the hazards
//!   `leak_per_person_hour * people who know * discretion` (from inside) and `leak_visible_hour *
//!   visibility * (1 - e^(-h/12))` (from outside).
//! - *Delay.* h hours between the first suspicion and the first word cost `delay_ceiling_loss * (1 -
//!   e^(-h/delay_hours))` of the ceiling of trust (`model.md` 3.4).
//!
//! Ignored: what is written in free text; the claims carry the meaning.

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::inject::{Injects, UNANSWERED};
use super::ledger::{Consequence, Outgoing, Stage, enter};
use super::media::{NewsItem, Newsdesk};
use super::random::{Purpose, key_of};
use super::team::Team;
use crate::decision::Content;
use crate::id::{OutletId, TopicId};
use crate::scenario::{
    Ask, AudienceKind, Channel, ClaimNature, Cluster, Condition, Detail, Effect, Metric, Model, OutletKind, Scenario,
};
use crate::statement::{self, JudgedClaim, Says, Soundness};
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, Happening, Publication, StoryKind};

/// How much later than promised an update still counts.
const GRACE: SimDuration = SimDuration::from_minutes(15);

/// A number this much above an earlier one is a revision.
const REVISION: f64 = 1.1;

/// What the organization's word is worth, and what hangs on it.
#[derive(Resource, Debug, Serialize)]
pub(super) struct Disclosure {
    pub(super) credibility: f64,
    pub(super) responsibility: f64,
    pub(super) specificity: f64,
    pub(super) empathy: f64,
    details: Vec<Detail>,
    remorse: f64,
    accepts: f64,
    scapegoat: f64,
    spin: f64,
    apologized: bool,
    /// Audiences that were told something true about a topic.
    truths: Vec<(AudienceKind, TopicId)>,
    reversal_count: i32,
    numbers: Vec<(TopicId, u64)>,
    open_claims: Vec<OpenClaim>,
    promises: Vec<OpenPromise>,
    last_public: Option<SimTime>,
    /// Customers are being told directly.
    pub(super) notice: bool,
    /// Help offered: functional and in money, as shares of what is expected.
    pub(super) remedy: (f64, f64),
    pub(super) remedy_cost: f64,
    /// The ceiling of trust.
    pub(super) ceiling: f64,
}

/// A false claim that has not been found out.
#[derive(Clone, Debug, Serialize)]
struct OpenClaim {
    publication: usize,
    topic: TopicId,
    audience: AudienceKind,
    /// The firm knew better when it said so.
    knew: bool,
}

/// A promise that has not fallen due.
#[derive(Clone, Debug, Serialize)]
struct OpenPromise {
    publication: usize,
    topic: Option<TopicId>,
    made: SimTime,
    due: SimTime,
    #[serde(skip)]
    what: Option<Condition>,
}

impl Disclosure {
    pub(super) fn new(scenario: &Scenario) -> Self {
        Disclosure {
            credibility: 0.4 + 0.4 * scenario.organization.goodwill,
            responsibility: (scenario.model.responsibility_prior.value * history(scenario)).min(1.0),
            specificity: 0.0,
            empathy: 0.0,
            details: Vec::new(),
            remorse: 0.0,
            accepts: 0.0,
            scapegoat: 0.0,
            spin: 0.0,
            apologized: false,
            truths: Vec::new(),
            reversal_count: 0,
            numbers: Vec::new(),
            open_claims: Vec::new(),
            promises: Vec::new(),
            last_public: None,
            notice: false,
            remedy: (0.0, 0.0),
            remedy_cost: 0.0,
            ceiling: 1.0,
        }
    }

    /// Returns how well the response fits the crisis, -1 to 1.
    pub(super) fn fit(&self, cluster: Cluster) -> f64 {
        let corrects = [Detail::OngoingActions, Detail::Restoration].iter().any(|detail| self.details.contains(detail));
        let corrects = f64::from(u8::from(corrects));
        let apology =
            0.25 * self.remorse + 0.30 * self.accepts + 0.25 * corrects + 0.20 * self.empathy - 0.5 * self.scapegoat;
        let guilt = guilt(cluster);
        (guilt * apology + (1.0 - guilt) * self.specificity - self.spin).clamp(-1.0, 1.0)
    }

    /// Returns the utility of what is offered, 0 for nothing to 1 for all that is expected, less beyond.
    pub(super) fn remedy_utility(&self, model: &Model) -> f64 {
        0.5 * (fits(self.remedy.0, model) + fits(self.remedy.1, model))
    }

    /// Returns how far the remedy takes anger away: money does, help less so.
    pub(super) fn remedy_for_anger(&self, model: &Model) -> f64 {
        fits(self.remedy.1, model) + model.remedy_help_on_anger.value * fits(self.remedy.0, model)
    }

    /// Returns how far the remedy takes fear away: help does, money hardly.
    pub(super) fn remedy_for_fear(&self, model: &Model) -> f64 {
        fits(self.remedy.0, model) + model.remedy_money_on_fear.value * fits(self.remedy.1, model)
    }

    /// Returns how the news about the organization sounds on the whole, -1 to 1.
    pub(super) fn valence(&self, cluster: Cluster, vacuum: f64, model: &Model) -> f64 {
        let bad = model.tone_base.value
            + model.tone_responsibility.value * self.responsibility
            + model.tone_vacuum.value * vacuum;
        let word = model.tone_official.value * self.specificity
            + model.tone_empathy.value * self.empathy
            + model.tone_match.value * self.fit(cluster);
        let good = self.credibility * word + model.tone_remedy.value * self.remedy_utility(model);
        (good - bad).clamp(-1.0, 1.0)
    }

    fn believe(&mut self, share_of_gap: f64) {
        self.credibility += (1.0 - self.credibility) * share_of_gap.clamp(0.0, 1.0);
    }

    fn doubt(&mut self, factor: f64) {
        self.credibility *= factor;
    }

    /// Moves responsibility up by a share of what is missing to 1, or down by a share of itself.
    fn hold_responsible(&mut self, share: f64) {
        let room = if share > 0.0 { 1.0 - self.responsibility } else { self.responsibility };
        self.responsibility += room * share.clamp(-1.0, 1.0);
    }
}

/// How far a crisis of this cluster asks for amends rather than for information.
fn guilt(cluster: Cluster) -> f64 {
    match cluster {
        Cluster::Preventable => 1.0,
        Cluster::Accidental => 0.6,
        Cluster::Victim => 0.3,
    }
}

/// How much heavier a breach weighs for what happened before, from 1.
fn history(scenario: &Scenario) -> f64 {
    let model = &scenario.model;
    let years = |days: u32| f64::from(days) / 365.0;
    let fading = |days: &u32| libm::exp(-years(*days) / model.history_years.value);
    1.0 + model.responsibility_history.value * scenario.threat.history.iter().map(fading).sum::<f64>()
}

/// How well help fits what customers expect: rising to 1, then falling where it is too much.
fn fits(offered: f64, model: &Model) -> f64 {
    offered.min(1.0) - model.remedy_excess.value * (offered - 1.0).max(0.0)
}

/// Publishes the statements that are finished.
pub(super) fn publish(
    mut stage: Stage,
    mut disclosure: ResMut<Disclosure>,
    mut injects: ResMut<Injects>,
    mut newsdesk: ResMut<Newsdesk>,
) {
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
        if let Some(publication) = address(outgoing, entry, &stage) {
            send_out(publication, &mut stage, &mut disclosure, &mut injects, &mut newsdesk);
        }
    }
}

/// Works out for whom a statement is, and judges its claims.
fn address(outgoing: Outgoing, entry: EntryNumber, stage: &Stage) -> Option<Publication> {
    let scenario = stage.scenario();
    let action = scenario.action(&outgoing.action)?;
    let (audience, channels, to) = match &action.asks {
        Ask::Statement { audience, channels, to } => (*audience, channels.clone(), to.clone()),
        _ => (AudienceKind::Public, vec![Channel::Press], None),
    };
    let (statement, in_reply_to) = match outgoing.content {
        Content::Statement(statement) => (statement, None),
        Content::Reply { inquiry, statement } => (statement, Some(inquiry)),
        Content::Nothing | Content::Choice(_) => return None,
    };
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
        unknowns_left: unknowns_left(&scenario, stage),
        statement,
    })
}

/// Whether there is a topic about which nothing can be known yet.
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
    stage.record(Happening::Published(index), cause);
    if let Some(inquiry) = &publication.in_reply_to
        && injects.answer(inquiry)
    {
        enter(&mut stage.ledger.answered, inquiry, now);
        stage.record(Happening::InquiryAnswered(inquiry.clone()), cause);
    }
    enter_claims(&publication, index, stage, disclosure);
    match publication.audience {
        AudienceKind::Public => go_public(&publication, index, stage, disclosure, newsdesk),
        AudienceKind::Customers => {
            disclosure.notice = true;
            if stage.ledger.customers_told.is_none() {
                stage.ledger.customers_told = Some(now);
                stage.record(Happening::CustomersTold, cause);
            }
            go_public(&publication, index, stage, disclosure, newsdesk);
        }
        AudienceKind::Staff => {
            if stage.ledger.staff_told.is_none() {
                stage.ledger.staff_told = Some(now);
                stage.record(Happening::StaffTold, cause);
            }
        }
        AudienceKind::Stakeholder => {
            if let Some(party) = &publication.to
                && enter(&mut stage.ledger.told, party, now)
            {
                stage.record(Happening::StakeholderTold(party.clone()), cause);
            }
        }
    }
}

/// Remembers what is false, and who was told what is true.
fn enter_claims(publication: &Publication, index: usize, stage: &Stage, disclosure: &mut Disclosure) {
    for claim in &publication.claims {
        match claim.soundness {
            Soundness::False => disclosure.open_claims.push(OpenClaim {
                publication: index,
                topic: claim.topic.clone(),
                audience: publication.audience,
                knew: knows_better(&claim.topic, stage),
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
}

/// Whether the team could say something true about a topic.
fn knows_better(topic: &TopicId, stage: &Stage) -> bool {
    let scenario = stage.scenario();
    let ledger = &*stage.ledger;
    scenario.topic(topic).is_some_and(|topic| {
        topic.claims.iter().any(|option| option.true_when.holds(ledger) && option.known_when.holds(ledger))
    })
}

/// The effect of words that reach the public: credibility, tone, revisions, promises, news.
fn go_public(
    publication: &Publication,
    index: usize,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    let spin = spin(&publication.claims);
    disclosure.spin = disclosure.spin.max(spin);
    let fresh = fresh_details(&publication.claims, disclosure);
    let first = stage.ledger.spoken.is_none();
    if first {
        stage.ledger.spoken = Some(publication.at);
        let exposed = stage.ledger.exposed.is_some();
        if !exposed {
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
    hear_tone(&publication.claims, disclosure, &scenario);
    correct_earlier(publication, index, stage, disclosure, newsdesk);
    commit(publication, index, &scenario, disclosure);
    for claim in &publication.claims {
        if let Says::Option(id) = &claim.says {
            stage.ledger.claim(&claim.topic, id);
        }
    }
}

/// How much of a statement is spin, 0 to 1.
fn spin(claims: &[JudgedClaim]) -> f64 {
    let has = |nature: ClaimNature| claims.iter().any(|claim| claim.nature == nature);
    let minimizes = if has(ClaimNature::Minimizes) { 0.6 } else { 0.0 };
    let blames = if has(ClaimNature::Blames) { 0.3 } else { 0.0 };
    f64::min(1.0, minimizes + blames)
}

/// How much a claim tells: a value all of it, an open "not known yet" a third, a minimizing one nothing.
fn told_by(claim: &JudgedClaim) -> f64 {
    match (claim.soundness, claim.nature) {
        (_, ClaimNature::Minimizes | ClaimNature::Blames) => 0.0,
        (Soundness::NamedUnknown, _) => 1.0 / 3.0,
        _ => 1.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are nine")]
const NINE: f64 = Detail::NINE.len() as f64;

/// How much of the nine details a statement tells, 0 to 1.
fn content(claims: &[JudgedClaim]) -> f64 {
    let best = |detail: &Detail| claims.iter().filter(|claim| claim.detail == *detail).map(told_by).fold(0.0, f64::max);
    Detail::NINE.iter().map(best).sum::<f64>() / NINE
}

/// Enters the details that are told for the first time; returns their share of the nine.
#[expect(clippy::cast_precision_loss, reason = "there are nine")]
fn fresh_details(claims: &[JudgedClaim], disclosure: &mut Disclosure) -> f64 {
    let before = disclosure.details.len();
    for claim in claims.iter().filter(|claim| told_by(claim) >= 1.0 && Detail::NINE.contains(&claim.detail)) {
        if !disclosure.details.contains(&claim.detail) {
            disclosure.details.push(claim.detail);
        }
    }
    (disclosure.details.len() - before) as f64 / NINE
}

#[expect(clippy::cast_precision_loss, reason = "there are nine")]
fn specificity(disclosure: &Disclosure) -> f64 {
    disclosure.details.len() as f64 / NINE
}

fn hear_tone(claims: &[JudgedClaim], disclosure: &mut Disclosure, scenario: &Scenario) {
    let model = &scenario.model;
    for claim in claims {
        match claim.nature {
            ClaimNature::Apologizes => {
                disclosure.empathy = disclosure.empathy.max(0.8);
                disclosure.remorse = 1.0;
                disclosure.accepts = 1.0;
                if !disclosure.apologized {
                    disclosure.apologized = true;
                    disclosure.hold_responsible(-model.responsibility_apology.value * guilt(scenario.threat.cluster));
                }
            }
            ClaimNature::Regrets => {
                disclosure.empathy = disclosure.empathy.max(0.4);
                disclosure.remorse = disclosure.remorse.max(0.6);
            }
            ClaimNature::Blames => {
                disclosure.empathy *= 0.3;
                disclosure.scapegoat = 1.0;
                disclosure.hold_responsible(model.responsibility_scapegoat.value);
            }
            ClaimNature::Informs | ClaimNature::Reassures | ClaimNature::Minimizes => {}
        }
    }
}

/// Finds earlier numbers that were too low and earlier claims that are now contradicted by their author.
fn correct_earlier(
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
                let what = Happening::NumberRevised { publication: index, topic: claim.topic.clone() };
                stage.record(what, Some(publication.entry));
                newsdesk.bring(NewsItem::new(StoryKind::Revision, model.shot_revision.value).counting(number));
            }
            #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
            if before.is_some_and(|before| (number as f64) * REVISION < before as f64) {
                disclosure.doubt(model.credibility_downward.value);
                let what = Happening::NumberRevised { publication: index, topic: claim.topic.clone() };
                stage.record(what, Some(publication.entry));
            }
            disclosure.numbers.push((claim.topic.clone(), number));
        }
        let sound = matches!(claim.soundness, Soundness::TrueAndKnown | Soundness::TrueButUnknown);
        let contradicted =
            disclosure.open_claims.iter().filter(|open| sound && open.publication < index && open.topic == claim.topic);
        let contradicted: Vec<OpenClaim> = contradicted.cloned().collect();
        for open in contradicted {
            reverse(&open, Some(publication.entry), stage, disclosure, newsdesk);
        }
    }
}

fn reverse(
    open: &OpenClaim,
    cause: Option<EntryNumber>,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    disclosure.open_claims.retain(|other| other.topic != open.topic);
    disclosure.doubt(model.credibility_reversal.value);
    disclosure.hold_responsible(model.responsibility_reversal.value);
    if open.knew {
        disclosure.hold_responsible(model.responsibility_deception.value);
    }
    let now = stage.now();
    stage.ledger.reversed.get_or_insert(now);
    let what = Happening::ClaimReversed { publication: open.publication, topic: open.topic.clone() };
    stage.record(what, cause);
    let subject = scenario.topic(&open.topic).map_or("", |topic| topic.detail.subject());
    let size = model.shot_reversal.value * libm::pow(0.5, f64::from(disclosure.reversal_count));
    disclosure.reversal_count += 1;
    newsdesk.bring(NewsItem::new(StoryKind::Reversal, size).about(subject));
}

/// Enters what a statement commits to.
fn commit(publication: &Publication, index: usize, scenario: &Scenario, disclosure: &mut Disclosure) {
    let made = publication.at;
    if let Some(due) = publication.statement.next_update {
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

/// Lets false claims be found out, promises fall due, and the incident be told by others.
pub(super) fn face_the_truth(
    mut stage: Stage,
    team: Res<Team>,
    mut disclosure: ResMut<Disclosure>,
    mut newsdesk: ResMut<Newsdesk>,
) {
    find_out(&mut stage, &mut disclosure, &mut newsdesk);
    settle_promises(&mut stage, &mut disclosure);
    leak(&mut stage, &team, &mut disclosure, &mut newsdesk);
    count_delay(&stage, &mut disclosure);
    stage.ledger.set(Metric::Credibility, disclosure.credibility);
    stage.ledger.set(Metric::Responsibility, disclosure.responsibility);
    let cluster = stage.setting.0.threat.cluster;
    stage.ledger.set(Metric::Match, disclosure.fit(cluster));
}

fn find_out(stage: &mut Stage, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    let model = stage.scenario().model.clone();
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
        reverse(&open, None, stage, disclosure, newsdesk);
    }
}

fn settle_promises(stage: &mut Stage, disclosure: &mut Disclosure) {
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
            stage.record(Happening::PromiseKept { publication, topic }, None);
        } else if now > promise.due {
            disclosure.doubt(stage.setting.model().credibility_broken_promise.value);
            stage.record(Happening::PromiseBroken { publication, topic }, None);
        } else {
            open.push(promise);
        }
    }
    disclosure.promises = open;
}

/// Lets somebody else tell first.
#[expect(clippy::cast_precision_loss, reason = "teams are small")]
fn leak(stage: &mut Stage, team: &Team, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    let scenario = stage.scenario();
    let now = stage.now();
    let reveals: Vec<(OutletId, Option<EntryNumber>)> = stage
        .effects()
        .into_iter()
        .filter_map(|(effect, cause)| match effect {
            Effect::Reveal(outlet) => Some((outlet, cause)),
            _ => None,
        })
        .collect();
    for (outlet, cause) in reveals {
        expose(&outlet, cause, stage, disclosure, newsdesk);
    }
    let known_inside = !stage.ledger.suspected.is_empty();
    if stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some() || !known_inside {
        return;
    }
    let model = &scenario.model;
    let briefed = if stage.ledger.staff_told.is_some() { f64::from(scenario.organization.staff) * 0.02 } else { 0.0 };
    let people = 5.0 * stage.ledger.active.len() as f64 + briefed;
    let inside = model.leak_per_person_hour.value * people * team.discretion;
    let outside = model.leak_visible_hour.value * scenario.threat.visible * (1.0 - libm::exp(-now.hours() / 12.0));
    let from_inside = stage.luck.happens(Purpose::LeakInside, 0, now, inside);
    let from_outside = stage.luck.happens(Purpose::LeakOutside, 0, now, outside);
    if from_inside {
        stage.record(Happening::InsideLeak, None);
    }
    if from_inside || from_outside {
        let trade = scenario.outlets.iter().find(|outlet| outlet.kind == OutletKind::Trade);
        let pick = stage.luck.pick(Purpose::LeakOutlet, 0, now, scenario.outlets.len());
        if let Some(outlet) = trade.filter(|_| from_outside).or_else(|| scenario.outlets.get(pick)) {
            expose(&outlet.id, None, stage, disclosure, newsdesk);
        }
    }
}

/// Somebody else makes the breach public; matters only while the organization has not.
fn expose(
    outlet: &OutletId,
    cause: Option<EntryNumber>,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    if stage.ledger.exposed.is_some() {
        return;
    }
    let now = stage.now();
    stage.ledger.exposed = Some(now);
    stage.record(Happening::Exposed(outlet.clone()), cause);
    if stage.ledger.spoken.is_some() {
        return;
    }
    disclosure.doubt(model.credibility_exposed.value);
    disclosure.hold_responsible(model.responsibility_exposed.value);
    let item = NewsItem::new(StoryKind::Leak, model.shot_leak.value * scenario.threat.severity);
    newsdesk.bring(item.broken_by(outlet));
}

/// Lowers the ceiling of trust while nobody has spoken.
fn count_delay(stage: &Stage, disclosure: &mut Disclosure) {
    let Some(aware) = stage.ledger.suspected.values().min() else { return };
    let until = stage.ledger.spoken.unwrap_or(stage.now());
    let model = stage.setting.model();
    let hours = until.since(*aware).hours();
    let loss = model.delay_ceiling_loss.value * (1.0 - libm::exp(-hours / model.delay_hours.value));
    disclosure.ceiling = 1.0 - loss;
}

/// Takes the effects that concern the organization's standing: blame, remedies, unanswered questions.
pub(super) fn take_standing(mut stage: Stage, mut disclosure: ResMut<Disclosure>, mut newsdesk: ResMut<Newsdesk>) {
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
                stage.record(Happening::RemedyOffered { functional, money }, cause);
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
    let silent: Vec<Option<OutletId>> = stage
        .enacted
        .0
        .iter()
        .filter_map(|(consequence, _)| match consequence {
            Consequence::Unanswered(outlet) => Some(outlet.clone()),
            _ => None,
        })
        .collect();
    for outlet in silent {
        disclosure.doubt(model.credibility_no_comment.value);
        let public = stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some();
        if let Some(outlet) = outlet.filter(|_| public) {
            newsdesk.bring(NewsItem::new(StoryKind::NoComment, model.shot_no_comment.value).broken_by(&outlet));
        }
    }
    reveal_preventability(&stage, &mut disclosure);
}

/// Moves perceived responsibility toward the truth while the public looks: a share
/// `responsibility_revelation` of the gap for each day of full attention.
fn reveal_preventability(stage: &Stage, disclosure: &mut Disclosure) {
    let news = stage.ledger.metrics[Metric::News.index()].min(1.0);
    let rate = stage.setting.model().responsibility_revelation.value * news / (24.0 * 60.0);
    let truth = (stage.setting.0.threat.preventability * history(&stage.setting.0)).min(1.0);
    let gap = truth - disclosure.responsibility;
    disclosure.responsibility += gap * rate;
}
