//! Applies a facilitator's rulings to statements.
//!
//! A ruling on a statement that has not been published yet is applied when it is published. In a published statement,
//! claims that the ruling does not concern keep the judgment of the time at which they were made.

use bevy_ecs::world::{Mut, World as EcsWorld};

use super::state::Disclosure;
use super::truth;
use crate::scenario::Scenario;
use crate::simulation::ledger::{Shared, Stage};
use crate::statement::{self, JudgedClaim, Ruling, Says, Soundness, Statement};
use crate::timeline::{EntryNumber, Publication};

/// Applies a ruling on the statement of an entry.
pub(in crate::simulation) fn rule(world: &mut EcsWorld, entry: EntryNumber, ruling: &Ruling) {
    world.resource_scope(|world, mut disclosure: Mut<Disclosure>| {
        let mut shared = world.resource_mut::<Shared>();
        let mut stage = shared.stage();
        stage.ledger.rulings.push((entry, ruling.clone()));
        let place = stage.timeline().publications.iter().position(|said| said.entry == entry);
        if let Some(index) = place {
            judge_again(index, ruling, &mut stage, &mut disclosure);
        }
    });
}

/// Applies the rulings made on the statement of an entry so far.
pub(super) fn apply_earlier(statement: &mut Statement, entry: EntryNumber, stage: &Stage) {
    if let Some(reading) = &mut statement.reading {
        let own = stage.ledger.rulings.iter().filter(|(of, _)| *of == entry);
        own.for_each(|(_, ruling)| ruling.apply(reading));
    }
}

fn judge_again(index: usize, ruling: &Ruling, stage: &mut Stage, disclosure: &mut Disclosure) {
    let scenario = stage.scenario();
    let mut publication = stage.timeline().publications[index].clone();
    let Some(reading) = &mut publication.statement.reading else { return };
    ruling.apply(reading);
    let before = std::mem::take(&mut publication.claims);
    publication.claims = judged_again(&before, &publication.statement, &scenario, stage);
    let is_new = |claim: &&JudgedClaim| !before.iter().any(|old| is_same(old, claim));
    let still_false =
        |topic| publication.claims.iter().any(|claim| claim.topic == topic && claim.soundness == Soundness::False);
    disclosure.open_claims.retain(|open| open.publication != index || still_false(open.topic.clone()));
    for claim in publication.claims.iter().filter(is_new) {
        truth::enter_claim(claim, &publication, index, stage, disclosure);
        if let Says::Option(id) = &claim.says {
            stage.ledger.claim(&claim.topic, id);
        }
    }
    replace(index, publication, stage);
}

/// Judges the claims of a statement; those that were judged before keep their judgment.
fn judged_again(before: &[JudgedClaim], statement: &Statement, scenario: &Scenario, stage: &Stage) -> Vec<JudgedClaim> {
    let now = statement::judge(statement, scenario, &*stage.ledger);
    let kept = |claim: JudgedClaim| before.iter().find(|old| is_same(old, &claim)).cloned().unwrap_or(claim);
    now.into_iter().map(kept).collect()
}

fn is_same(one: &JudgedClaim, other: &JudgedClaim) -> bool {
    one.topic == other.topic && one.says == other.says && one.at == other.at
}

fn replace(index: usize, publication: Publication, stage: &mut Stage) {
    if let Some(place) = stage.timeline_mut().publications.get_mut(index) {
        *place = publication;
    }
}
