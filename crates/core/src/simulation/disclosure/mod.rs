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
//!   is half the news of the one before. Who was blamed wrongly answers instead: `C *= credibility_gaffe`.
//! - *Numbers.* A later number more than a tenth above an earlier one is an upward revision: `C *=
//!   credibility_revision`, and it is a story. A number that was given in good faith and is found out by others
//!   counts as one, too; one that the firm knew to be wrong is a false claim like any other.
//! - *Promises.* A broken one is `C *= credibility_broken_promise`; a kept one counts as a detail given.
//! - *Tone.* Apology and regret raise E, blaming lowers it and raises R; an apology that fits the cluster
//!   lowers R once by `responsibility_apology` times 1, 0.6 or 0.3 for preventable, accidental, victim.
//! - *Match* (`model.md` 3.2, 3.5). `Q = .25 remorse + .30 responsibility + .25 correction + .20 E - .5
//!   scapegoat` is the quality of the apology; `M = f Q + (1 - f) S` is how well the response fits,
//!   with f 1, 0.6 or 0.3 by cluster: where the firm is guilty people want amends, where it is a victim they
//!   want information.
//! - *Remedy.* `J(c) = min(c, 1) - missing (1 - c)+ - excess (c - 1)+`, c in units of what customers expect: it
//!   rises to the expectation and falls beyond it, and nothing is less than too little (`model.md` 3.5). Help
//!   and money count half each.
//! - *Two stories.* A false claim is found out `two_stories` times as fast while another audience has been
//!   told the truth. If the firm knew better when it said so, that is deception and adds responsibility.
//! - *History* (`model.md` 8): `R0 = prior (1 + kh sum e^(-age / tau))` over earlier breaches.
//! - *Being told on.* While nobody has spoken, somebody else tells first with the hazards
//!   `leak_per_person_hour * people who know * discretion` (from inside) and `leak_visible_hour *
//!   visibility * (1 - e^(-h/12))` (from outside).
//! - *Delay.* h hours between the first suspicion and the first word cost `delay_ceiling_loss * (1 -
//!   e^(-h/delay_hours))` of the ceiling of trust (`model.md` 3.4); being told on costs `exposed_ceiling_loss`
//!   of it besides, at once.
//! - *Words* ([`tone`]). What only the words of a statement show (an apology, blame, belittling, advertising) has
//!   the same effect as a claim that does so. What is true is decided by the claims.
//!
//! Ignored: facts that stand in the free text and in no claim.

mod exposure;
mod external;
mod openness;
mod slip;
mod tone;
mod truth;

pub(super) use openness::has_substance;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::inject::{Injects, UNANSWERED};
use super::ledger::{Consequence, Outgoing, Shared, Stage, enter};
use super::media::{NewsItem, Newsdesk};
use super::team::Team;
use crate::decision::Content;
use crate::id::{OutletId, TopicId};
use crate::scenario::{Ask, AudienceKind, Channel, ClaimNature, Cluster, Detail, Effect, Metric, Model, Scenario};
use crate::statement::reading::ReadingCache;
use crate::statement::{self, JudgedClaim, Says, Soundness};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Publication, StoryKind};

/// Statements that were read before. What is read follows from the words, so that this is no state.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Readings(pub(super) ReadingCache);

/// Who told the public first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
enum First {
    Organization,
    Others,
}

/// What the organization's word is worth, and what hangs on it.
#[derive(Resource, Clone, Debug, Serialize)]
pub(super) struct Disclosure {
    pub(super) credibility: f64,
    pub(super) responsibility: f64,
    pub(super) specificity: f64,
    pub(super) empathy: f64,
    cluster: Cluster,
    /// Who told first, once somebody has.
    first: Option<First>,
    details: Vec<Detail>,
    remorse: f64,
    accepts: f64,
    scapegoat: f64,
    apologized: bool,
    /// Audiences that were told something true about a topic.
    truths: Vec<(AudienceKind, TopicId)>,
    reversal_count: i32,
    numbers: Vec<(TopicId, u64)>,
    open_claims: Vec<truth::OpenClaim>,
    promises: Vec<truth::OpenPromise>,
    last_public: Option<SimTime>,
    /// Customers are being told directly.
    pub(super) notice: bool,
    /// Help offered: functional and in money, as shares of what is expected.
    pub(super) remedy: (f64, f64),
    pub(super) remedy_cost: f64,
    /// What the hours of silence have taken from the ceiling of trust, 0 to 1.
    pub(super) delay_loss: f64,
}

impl Disclosure {
    pub(super) fn new(scenario: &Scenario) -> Self {
        Disclosure {
            credibility: 0.4 + 0.4 * scenario.organization.goodwill,
            responsibility: (scenario.model.responsibility_prior.value * history(scenario)).min(1.0),
            cluster: scenario.threat.cluster,
            first: None,
            specificity: 0.0,
            empathy: 0.0,
            details: Vec::new(),
            remorse: 0.0,
            accepts: 0.0,
            scapegoat: 0.0,
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
            delay_loss: 0.0,
        }
    }

    /// Returns how well the response fits the crisis, -1 to 1.
    pub(super) fn fit(&self) -> f64 {
        let corrects = [Detail::OngoingActions, Detail::Restoration].iter().any(|detail| self.details.contains(detail));
        let corrects = f64::from(u8::from(corrects));
        let apology =
            0.25 * self.remorse + 0.30 * self.accepts + 0.25 * corrects + 0.20 * self.empathy - 0.5 * self.scapegoat;
        let guilt = guilt(self.cluster);
        (guilt * apology + (1.0 - guilt) * self.specificity).clamp(-1.0, 1.0)
    }

    /// Returns the utility of what is offered, `-remedy_missing` for nothing to 1 for all that is expected, less
    /// beyond.
    pub(super) fn remedy_utility(&self, model: &Model) -> f64 {
        let utility = |offered: f64| fits(offered, model) - model.remedy_missing.value * (1.0 - offered).max(0.0);
        0.5 * (utility(self.remedy.0) + utility(self.remedy.1))
    }

    /// Returns how far the remedy takes anger away: money does, help less so.
    pub(super) fn remedy_for_anger(&self, model: &Model) -> f64 {
        fits(self.remedy.1, model) + model.remedy_help_on_anger.value * fits(self.remedy.0, model)
    }

    /// Returns how far the remedy takes fear away: help does, money hardly.
    pub(super) fn remedy_for_fear(&self, model: &Model) -> f64 {
        fits(self.remedy.0, model) + model.remedy_money_on_fear.value * fits(self.remedy.1, model)
    }

    /// Returns the share of its prior trust that people can come back to, 0 to 1: silence costs some of it, being
    /// found out costs some more.
    pub(super) fn ceiling(&self, model: &Model) -> f64 {
        let found_out = if self.first == Some(First::Others) { model.exposed_ceiling_loss.value } else { 0.0 };
        (1.0 - self.delay_loss - found_out).max(0.0)
    }

    /// Returns how far the organization is felt to care: who told first is taken to care without saying so, and
    /// an apology adds little to it (`model.md` 3.3).
    pub(super) fn felt_empathy(&self, model: &Model) -> f64 {
        if self.first == Some(First::Organization) { self.empathy.max(model.empathy_first.value) } else { self.empathy }
    }

    /// Returns how the news about the organization sounds on the whole, -1 to 1.
    pub(super) fn valence(&self, vacuum: f64, model: &Model) -> f64 {
        let bad = model.tone_base.value
            + model.tone_responsibility.value * self.responsibility
            + model.tone_vacuum.value * vacuum;
        let word = model.tone_official.value * self.specificity
            + model.tone_empathy.value * self.felt_empathy(model)
            + model.tone_match.value * self.fit();
        let good = self.credibility * word + model.tone_remedy.value * self.remedy_utility(model);
        (good - bad).clamp(-1.0, 1.0)
    }

    fn believe(&mut self, share_of_gap: f64) {
        self.credibility += (1.0 - self.credibility) * share_of_gap.clamp(0.0, 1.0);
    }

    /// Takes what it costs that somebody else told first, at once and for good.
    fn find_out(&mut self, model: &Model) {
        self.first = Some(First::Others);
        self.doubt(model.credibility_exposed.value);
        self.hold_responsible(model.responsibility_exposed.value);
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

/// Works out for whom a statement is, and judges its claims.
fn address(outgoing: Outgoing, entry: EntryNumber, stage: &Stage, readings: &ReadingCache) -> Option<Publication> {
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
        words: readings.read(&scenario.language, &statement.text),
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
    stage.record(EventKind::Published(index), cause);
    if let Some(inquiry) = &publication.in_reply_to
        && injects.answer(inquiry)
    {
        enter(&mut stage.ledger.answered, inquiry, now);
        stage.record(EventKind::InquiryAnswered(inquiry.clone()), cause);
    }
    truth::enter_claims(&publication, index, stage, disclosure);
    match publication.audience {
        AudienceKind::Public => go_public(&publication, index, stage, disclosure, newsdesk),
        AudienceKind::Customers => {
            disclosure.notice = true;
            if stage.ledger.customers_told.is_none() {
                stage.ledger.customers_told = Some(now);
                stage.record(EventKind::CustomersTold, cause);
            }
            go_public(&publication, index, stage, disclosure, newsdesk);
        }
        AudienceKind::Staff => {
            if stage.ledger.staff_told.is_none() {
                stage.ledger.staff_told = Some(now);
                stage.record(EventKind::StaffTold, cause);
            }
        }
        AudienceKind::Stakeholder => {
            if let Some(party) = &publication.to
                && enter(&mut stage.ledger.told, party, now)
            {
                stage.record(EventKind::StakeholderTold(party.clone()), cause);
            }
        }
    }
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

/// Lets false claims be found out, promises fall due, and the incident be told by others.
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

/// Takes the effects that concern the organization's standing: blame, remedies, unanswered questions.
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

/// Moves perceived responsibility toward the truth while the public looks: a share
/// `responsibility_revelation` of the gap for each day of full attention.
fn reveal_preventability(stage: &Stage, disclosure: &mut Disclosure) {
    let news = stage.ledger.metrics[Metric::News.index()].min(1.0);
    let rate = stage.setting.model().responsibility_revelation.value * news / (24.0 * 60.0);
    let truth = (stage.setting.0.threat.preventability * history(&stage.setting.0)).min(1.0);
    let gap = truth - disclosure.responsibility;
    disclosure.responsibility += gap * rate;
}
