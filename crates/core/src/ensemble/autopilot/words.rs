//! Builds the statements of autopilots from what they see.

use std::collections::BTreeMap;

use crate::id::{ClaimId, TopicId};
use crate::scenario::{ClaimNature, Detail, FactKind};
use crate::simulation::{ClaimView, Knowledge, Situation, TopicView};
use crate::statement::{Claim, Says, Statement, in_a_row, number_sentence};
use crate::time::SimTime;

/// Order of the details in a careful statement: people first, the company last.
const CAREFUL_ORDER: [Detail; 13] = [
    Detail::Compassion,
    Detail::Stakeholders,
    Detail::PersonalData,
    Detail::Precautions,
    Detail::Services,
    Detail::Compensation,
    Detail::Discovery,
    Detail::OngoingActions,
    Detail::Restoration,
    Detail::EffectOnOrganization,
    Detail::Responsibility,
    Detail::CustomerContact,
    Detail::MediaContact,
];

/// States what is known, names what is not, and announces the next update.
pub(super) fn careful(situation: &Situation, next_update: Option<SimTime>) -> Statement {
    preferring(situation, next_update, &BTreeMap::new())
}

/// Like [`careful`], but uses the preferred claim about a topic once it is known to be true.
pub(super) fn preferring(
    situation: &Situation,
    next_update: Option<SimTime>,
    preferred: &BTreeMap<TopicId, ClaimId>,
) -> Statement {
    let place = |topic: &&TopicView| CAREFUL_ORDER.iter().position(|detail| *detail == topic.detail);
    let mut topics: Vec<&TopicView> = situation.topics.iter().collect();
    topics.sort_by_key(place);
    let data_is_known = situation
        .facts
        .iter()
        .filter(|fact| fact.kind == FactKind::DataClass)
        .all(|fact| fact.knowledge == Knowledge::Confirmed);
    let claim = |topic: &TopicView| careful_claim(topic, data_is_known, preferred.get(&topic.id));
    let claims: Vec<Claim> = topics.into_iter().filter_map(claim).collect();
    with_words(situation, claims, next_update)
}

/// Makes no claim about personal data until every class of data has been confirmed.
fn careful_claim(topic: &TopicView, data_is_known: bool, preferred: Option<&ClaimId>) -> Option<Claim> {
    if topic.detail == Detail::PersonalData && !data_is_known {
        return Some(Claim { topic: topic.id.clone(), says: Says::NotKnownYet });
    }
    let honest = |nature: ClaimNature| !matches!(nature, ClaimNature::Minimizes | ClaimNature::Blames);
    let known = |claim: &&ClaimView| claim.known && honest(claim.nature);
    let preferred = topic.claims.iter().filter(known).find(|claim| Some(&claim.id) == preferred);
    let known = preferred.or_else(|| topic.claims.iter().find(known));
    let says = match (topic.number, known) {
        (Some(number), _) => Says::Number(number),
        (None, Some(claim)) => Says::Option(claim.id.clone()),
        (None, None) if Detail::NINE.contains(&topic.detail) => Says::NotKnownYet,
        (None, None) => return None,
    };
    Some(Claim { topic: topic.id.clone(), says })
}

/// Makes the claims that sound best, known or not.
pub(super) fn rash(situation: &Situation) -> Statement {
    let claims = situation.topics.iter().filter_map(rash_claim).collect();
    with_words(situation, claims, None)
}

fn rash_claim(topic: &TopicView) -> Option<Claim> {
    const SPOKEN_OF: [Detail; 5] =
        [Detail::Stakeholders, Detail::PersonalData, Detail::OngoingActions, Detail::Restoration, Detail::Discovery];
    if !SPOKEN_OF.contains(&topic.detail) {
        return None;
    }
    let soothing = |nature: ClaimNature| matches!(nature, ClaimNature::Reassures | ClaimNature::Minimizes);
    let claim = topic.claims.iter().find(|claim| soothing(claim.nature)).or_else(|| topic.claims.first());
    let says = match (topic.number.or(topic.believed_number), claim) {
        (Some(number), _) => Says::Number(number),
        (None, Some(claim)) => Says::Option(claim.id.clone()),
        (None, None) => return None,
    };
    Some(Claim { topic: topic.id.clone(), says })
}

/// Minimizes, blames and reassures, using the most extreme claim about each topic.
pub(super) fn denying(situation: &Situation) -> Statement {
    let rank = |nature: ClaimNature| {
        [ClaimNature::Minimizes, ClaimNature::Blames, ClaimNature::Reassures].iter().position(|other| *other == nature)
    };
    let worst = |topic: &TopicView| {
        let claims = topic.claims.iter().filter_map(|claim| Some((rank(claim.nature)?, claim)));
        let (_, claim) = claims.min_by_key(|(rank, _)| *rank)?;
        Some(Claim { topic: topic.id.clone(), says: Says::Option(claim.id.clone()) })
    };
    with_words(situation, situation.topics.iter().filter_map(worst).collect(), None)
}

/// The same text for every occasion, with the first claim about every topic, whether true or not.
pub(super) fn template(situation: &Situation) -> Statement {
    const TEXT: &str = "We take the security of your data very seriously. We are aware of an incident and are \
                        looking into it. Your trust is our top priority. We will provide updates as appropriate.";
    let first = |topic: &TopicView| {
        let claim = topic.claims.first()?;
        Some(Claim { topic: topic.id.clone(), says: Says::Option(claim.id.clone()) })
    };
    let claims = situation.topics.iter().filter_map(first).collect();
    Statement { claims, text: TEXT.to_owned(), ..Statement::default() }
}

/// Adds the text of the claims, as far as the situation contains it.
fn with_words(situation: &Situation, claims: Vec<Claim>, next_update: Option<SimTime>) -> Statement {
    let mut unknown: Vec<&str> = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    for claim in &claims {
        let Some(topic) = situation.topics.iter().find(|topic| topic.id == claim.topic) else { continue };
        match &claim.says {
            Says::Option(id) => {
                sentences.extend(topic.claims.iter().find(|option| option.id == *id).map(|option| option.text.clone()));
            }
            Says::Number(number) => sentences.push(number_sentence(&topic.title, *number)),
            Says::NotKnownYet if unknown.contains(&topic.detail.title()) => {}
            Says::NotKnownYet => unknown.push(topic.detail.title()),
            // Autopilots make no other claims.
            Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => {}
        }
    }
    if !unknown.is_empty() {
        sentences.push(format!("We cannot yet say {}. We will say so when we can.", in_a_row(&unknown)));
    }
    if let Some(update) = next_update {
        sentences.push(format!("Our next update follows by {}.", situation.calendar.say(update)));
    }
    Statement { claims, text: sentences.join(" "), next_update, reading: None }
}
