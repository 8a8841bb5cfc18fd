//! What a published text says and how it sounds, as findings that a playbook can ask for.
//!
//! This is the one place where scoring looks at words. Today a finding follows from the structured claims of a
//! statement; what only the words can show (advertising, legal prose, how easily it is read) is not found, and
//! a criterion that asks for it leaves that part out. A reading of free text plugs in at [`find`].

use crate::scenario::{ClaimNature, Detail, Scenario, TextFinding};
use crate::statement::{JudgedClaim, Says, Soundness};
use crate::timeline::Publication;

use super::evidence::Span;

/// What was found in a text: how far it has a property, and the words that show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// From 0, not at all, to 1, fully.
    pub degree: f64,
    /// The words, as far as they can be pointed at.
    pub words: Vec<Span>,
}

/// Looks for a property in a publication; nothing where it cannot be told.
pub fn find(what: TextFinding, said: &Publication, scenario: &Scenario) -> Option<Found> {
    if what == TextFinding::NextUpdateTime {
        return Some(Found { degree: degree(said.statement.next_update.is_some()), words: Vec::new() });
    }
    if said.claims.is_empty() {
        return None;
    }
    let by_claims = |wanted: &dyn Fn(&JudgedClaim) -> bool| {
        let showing: Vec<&JudgedClaim> = said.claims.iter().filter(|claim| wanted(claim)).collect();
        let words = showing.iter().filter_map(|claim| words_of(claim, said, scenario)).collect();
        Some(Found { degree: degree(!showing.is_empty()), words })
    };
    let apologizes = |claim: &JudgedClaim| claim.nature == ClaimNature::Apologizes;
    match what {
        TextFinding::Detail(detail) => by_claims(&|claim| claim.detail == detail),
        TextFinding::UnknownsNamed => by_claims(&|claim| claim.soundness == Soundness::NamedUnknown),
        TextFinding::Empathy => by_claims(&|claim| {
            claim.detail == Detail::Compassion && matches!(claim.nature, ClaimNature::Apologizes | ClaimNature::Regrets)
        }),
        TextFinding::ApologyWithResponsibility => by_claims(&apologizes),
        TextFinding::ApologyWithoutResponsibility => {
            let found = by_claims(&|claim| claim.nature == ClaimNature::Regrets)?;
            let taken = said.claims.iter().any(apologizes);
            Some(if taken { Found { degree: 0.0, words: Vec::new() } } else { found })
        }
        TextFinding::BlameShift => by_claims(&|claim| claim.nature == ClaimNature::Blames),
        TextFinding::Minimizing => by_claims(&|claim| claim.nature == ClaimNature::Minimizes),
        TextFinding::Speculation => {
            by_claims(&|claim| matches!(claim.soundness, Soundness::TrueButUnknown | Soundness::False))
        }
        TextFinding::NextUpdateTime
        | TextFinding::MarketingCopy
        | TextFinding::TakenSeriouslyCliche
        | TextFinding::Legalese
        | TextFinding::Absolutes
        | TextFinding::PassiveOwnFault
        | TextFinding::Readable => None,
    }
}

fn degree(found: bool) -> f64 {
    f64::from(u8::from(found))
}

/// The words of a claim within its statement, where they stand there as the scenario has them.
pub fn words_of(claim: &JudgedClaim, said: &Publication, scenario: &Scenario) -> Option<Span> {
    let Says::Option(id) = &claim.says else { return None };
    let option = scenario.topic(&claim.topic)?.claims.iter().find(|option| option.id == *id)?;
    let start = said.statement.text.find(&option.text)?;
    Some(Span { start, end: start + option.text.len(), text: option.text.clone() })
}

/// What a property is called in a sentence.
pub fn in_words(what: TextFinding) -> String {
    let words = match what {
        TextFinding::Detail(detail) => return format!("speaks about {}", detail.title()),
        TextFinding::NextUpdateTime => "names the next update",
        TextFinding::UnknownsNamed => "says what is not known yet",
        TextFinding::Empathy => "feels with those affected",
        TextFinding::ApologyWithResponsibility => "says sorry and takes responsibility",
        TextFinding::ApologyWithoutResponsibility => "says sorry without taking responsibility",
        TextFinding::BlameShift => "puts the blame on somebody else",
        TextFinding::Minimizing => "makes it smaller than it is",
        TextFinding::MarketingCopy => "advertises",
        TextFinding::TakenSeriouslyCliche => "says that security is taken seriously",
        TextFinding::Legalese => "speaks as lawyers do",
        TextFinding::Absolutes => "promises what nobody can",
        TextFinding::Speculation => "says what was not known",
        TextFinding::PassiveOwnFault => "hides who did it",
        TextFinding::Readable => "can be read by anybody",
    };
    words.to_owned()
}
