//! Credibility, responsibility and the other quantities that depend on public statements.

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::claim::OpenClaim;
use super::promise::OpenPromise;
use crate::id::TopicId;
use crate::scenario::{AudienceKind, Cluster, Detail, Model, Scenario};
use crate::time::SimTime;

/// The party that first told the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum First {
    Organization,
    Others,
}

/// State of public disclosure.
#[derive(Resource, Clone, Debug, Serialize)]
pub(in crate::simulation) struct Disclosure {
    pub(in crate::simulation) credibility: f64,
    pub(in crate::simulation) responsibility: f64,
    pub(in crate::simulation) specificity: f64,
    pub(in crate::simulation) empathy: f64,
    pub(super) cluster: Cluster,
    /// The first party to disclose, once any has.
    pub(super) first: Option<First>,
    pub(super) details: Vec<Detail>,
    pub(super) remorse: f64,
    pub(super) accepts: f64,
    pub(super) scapegoat: f64,
    pub(super) apologized: bool,
    /// Pairs of audience and topic for which something true was said.
    pub(super) truths: Vec<(AudienceKind, TopicId)>,
    pub(super) reversal_count: i32,
    pub(super) numbers: Vec<(TopicId, u64)>,
    pub(super) open_claims: Vec<OpenClaim>,
    pub(super) promises: Vec<OpenPromise>,
    pub(super) last_public: Option<SimTime>,
    /// Whether customers are being notified directly.
    pub(in crate::simulation) notice: bool,
    /// Remedies offered, functional and financial, as shares of what customers expect.
    pub(in crate::simulation) remedy: (f64, f64),
    pub(in crate::simulation) remedy_cost: f64,
    /// Fraction of the trust ceiling lost to delay, 0 to 1.
    pub(in crate::simulation) delay_loss: f64,
}

impl Disclosure {
    pub(in crate::simulation) fn new(scenario: &Scenario) -> Self {
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
    pub(in crate::simulation) fn fit(&self) -> f64 {
        let corrects = [Detail::OngoingActions, Detail::Restoration].iter().any(|detail| self.details.contains(detail));
        let corrects = f64::from(u8::from(corrects));
        let apology =
            0.25 * self.remorse + 0.30 * self.accepts + 0.25 * corrects + 0.20 * self.empathy - 0.5 * self.scapegoat;
        let guilt = guilt(self.cluster);
        (guilt * apology + (1.0 - guilt) * self.specificity).clamp(-1.0, 1.0)
    }

    /// Returns the utility of the remedies offered: `-remedy_missing` for no remedy, 1 for exactly what is
    /// expected, and less for more than that.
    pub(in crate::simulation) fn remedy_utility(&self, model: &Model) -> f64 {
        let utility = |offered: f64| fits(offered, model) - model.remedy_missing.value * (1.0 - offered).max(0.0);
        0.5 * (utility(self.remedy.0) + utility(self.remedy.1))
    }

    /// Returns the effect of the remedies on anger. Money is effective, functional help less so.
    pub(in crate::simulation) fn remedy_for_anger(&self, model: &Model) -> f64 {
        fits(self.remedy.1, model) + model.remedy_help_on_anger.value * fits(self.remedy.0, model)
    }

    /// Returns the effect of the remedies on fear. Functional help is effective, money hardly at all.
    pub(in crate::simulation) fn remedy_for_fear(&self, model: &Model) -> f64 {
        fits(self.remedy.0, model) + model.remedy_money_on_fear.value * fits(self.remedy.1, model)
    }

    /// Returns the share of prior trust that can be regained, 0 to 1. Delay reduces it, and disclosure by a third
    /// party reduces it further.
    pub(in crate::simulation) fn ceiling(&self, model: &Model) -> f64 {
        let found_out = if self.first == Some(First::Others) { model.exposed_ceiling_loss.value } else { 0.0 };
        (1.0 - self.delay_loss - found_out).max(0.0)
    }

    /// Returns the empathy that the public perceives. An organization that disclosed first is assumed to care, and
    /// an apology adds little to that (section 3.3 of `docs/model.md`).
    pub(in crate::simulation) fn felt_empathy(&self, model: &Model) -> f64 {
        if self.first == Some(First::Organization) { self.empathy.max(model.empathy_first.value) } else { self.empathy }
    }

    /// Returns the overall valence of the news about the organization, -1 to 1.
    pub(in crate::simulation) fn valence(&self, vacuum: f64, model: &Model) -> f64 {
        let bad = model.tone_base.value
            + model.tone_responsibility.value * self.responsibility
            + model.tone_vacuum.value * vacuum;
        let word = model.tone_official.value * self.specificity
            + model.tone_empathy.value * self.felt_empathy(model)
            + model.tone_match.value * self.fit();
        let good = self.credibility * word + model.tone_remedy.value * self.remedy_utility(model);
        (good - bad).clamp(-1.0, 1.0)
    }

    pub(super) fn believe(&mut self, share_of_gap: f64) {
        self.credibility += (1.0 - self.credibility) * share_of_gap.clamp(0.0, 1.0);
    }

    /// Applies the immediate and permanent cost of disclosure by a third party.
    pub(super) fn find_out(&mut self, model: &Model) {
        self.first = Some(First::Others);
        self.doubt(model.credibility_exposed.value);
        self.hold_responsible(model.responsibility_exposed.value);
    }

    pub(super) fn doubt(&mut self, factor: f64) {
        self.credibility *= factor;
    }

    /// Raises responsibility by a share of the gap to 1, or lowers it by a share of itself if `share` is negative.
    pub(super) fn hold_responsible(&mut self, share: f64) {
        let room = if share > 0.0 { 1.0 - self.responsibility } else { self.responsibility };
        self.responsibility += room * share.clamp(-1.0, 1.0);
    }
}

/// Returns how far a crisis of this cluster calls for amends instead of information, 0 to 1.
pub(super) fn guilt(cluster: Cluster) -> f64 {
    match cluster {
        Cluster::Preventable => 1.0,
        Cluster::Accidental => 0.6,
        Cluster::Victim => 0.3,
    }
}

/// Returns the factor, at least 1, by which earlier breaches increase prior responsibility.
pub(super) fn history(scenario: &Scenario) -> f64 {
    let model = &scenario.model;
    let years = |days: u32| f64::from(days) / 365.0;
    let fading = |days: &u32| libm::exp(-years(*days) / model.history_years.value);
    1.0 + model.responsibility_history.value * scenario.threat.history.iter().map(fading).sum::<f64>()
}

/// Returns the benefit of a remedy in units of what customers expect. It rises to 1 and falls if too much is
/// offered.
fn fits(offered: f64, model: &Model) -> f64 {
    offered.min(1.0) - model.remedy_excess.value * (offered - 1.0).max(0.0)
}
