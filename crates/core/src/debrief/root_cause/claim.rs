//! Unsound claims: claims that were false, or that the team could not know when it made them.

use std::collections::BTreeSet;

use super::cause::{CauseKind, RootCause};
use crate::debrief::knowledge;
use crate::scoring::{EvidenceItem, Record};
use crate::statement::wording::in_words;
use crate::statement::{JudgedClaim, Says, Soundness, thousands};
use crate::timeline::{EntryNumber, EventKind, Publication};

/// Maximum number of claims quoted per kind; the rest are counted.
const QUOTED: usize = 2;

/// Filter for the claims to examine.
pub struct Search<'a> {
    /// Log entries whose publications are searched, or `None` to search all publications.
    pub entries: Option<&'a BTreeSet<EntryNumber>>,
    /// Predicate that selects claims.
    pub concerns: &'a dyn Fn(&JudgedClaim) -> bool,
}

/// Returns one cause for each kind of unsoundness found.
pub fn unsound(search: &Search<'_>, record: &Record<'_>) -> Vec<RootCause> {
    let claims = claims(search, record);
    let of = |wanted: Soundness| -> Vec<&Claim<'_>> {
        claims.iter().filter(|claim| claim.judged.soundness == wanted).collect()
    };
    let kinds = [
        (CauseKind::ContradictedLater, of(Soundness::False), false_text as Describe),
        (CauseKind::SaidBeforeKnown, of(Soundness::TrueButUnknown), early_text as Describe),
    ];
    let kinds = kinds.into_iter().filter(|(_, claims, _)| !claims.is_empty());
    kinds.map(|(kind, claims, describe)| cause(kind, &claims, describe, record)).collect()
}

/// A claim with its publication.
struct Claim<'a> {
    publication: usize,
    said: &'a Publication,
    judged: &'a JudgedClaim,
}

type Describe = fn(&Claim<'_>, &Record<'_>) -> String;

/// Returns each distinct claim once, at its first occurrence.
fn claims<'a>(search: &Search<'_>, record: &Record<'a>) -> Vec<Claim<'a>> {
    let mut found: Vec<Claim<'a>> = Vec::new();
    for (publication, said) in record.spoken() {
        if search.entries.is_some_and(|entries| !entries.contains(&said.entry)) {
            continue;
        }
        for judged in &said.claims {
            let known = found.iter().any(|other| {
                (&other.judged.topic, &other.judged.says) == (&judged.topic, &judged.says)
                    && other.judged.soundness == judged.soundness
            });
            if (search.concerns)(judged) && !known {
                found.push(Claim { publication, said, judged });
            }
        }
    }
    found
}

fn cause(kind: CauseKind, claims: &[&Claim<'_>], describe: Describe, record: &Record<'_>) -> RootCause {
    let mut sentences: Vec<String> = claims.iter().take(QUOTED).map(|claim| describe(claim, record)).collect();
    if claims.len() > QUOTED {
        sentences.push(format!("{} more claims were like it.", claims.len() - QUOTED));
    }
    let item = |claim: &&Claim<'_>| {
        let text = format!("said about {}: {}", claim.judged.detail.title(), quote(claim, record));
        EvidenceItem::at(claim.said.at, Some(claim.said.entry), text)
    };
    RootCause { kind, text: sentences.join(" "), evidence: claims.iter().map(item).collect() }
}

fn false_text(claim: &Claim<'_>, record: &Record<'_>) -> String {
    let reversed = record.timeline.first(|what| {
        matches!(what, EventKind::ClaimReversed { publication, topic }
            if *publication == claim.publication && *topic == claim.judged.topic)
    });
    let after = match reversed {
        Some(event) => format!("it came out at {}", event.at),
        None => format!("it was left standing until {}", record.now()),
    };
    format!("{}, said at {}, was not so; {after}.", quote(claim, record), claim.said.at)
}

fn early_text(claim: &Claim<'_>, record: &Record<'_>) -> String {
    let facts = knowledge::facts_of(&claim.judged.topic, &claim.judged.says, record.scenario);
    let lacking = facts.iter().filter_map(|id| {
        let confirmed = record.timeline.first(|what| matches!(what, EventKind::FactConfirmed(fact) if fact == id));
        let title = record.scenario.fact(id)?.title.as_str();
        match confirmed {
            Some(event) if event.at <= claim.said.at => None,
            Some(event) => Some(format!("“{title}” was confirmed only at {}", event.at)),
            None => Some(format!("“{title}” was never confirmed")),
        }
    });
    let mut lacking: Vec<String> = lacking.collect();
    if lacking.len() > QUOTED {
        let more = lacking.split_off(QUOTED).len();
        let facts = if more == 1 { "fact" } else { "facts" };
        lacking.push(format!("the same goes for {more} more {facts} that it needs"));
    }
    let why =
        if lacking.is_empty() { "nothing that the team knew vouched for it".to_owned() } else { lacking.join("; ") };
    format!("{} was said at {}; {why}.", quote(claim, record), claim.said.at)
}

/// Returns the text of a claim in quotation marks, shortened if necessary.
fn quote(claim: &Claim<'_>, record: &Record<'_>) -> String {
    const LONGEST: usize = 110;
    let passage = claim.judged.at.map(|at| at.of(&claim.said.statement.text).to_owned());
    let text = passage.filter(|passage| !passage.is_empty()).or_else(|| words(claim, record)).unwrap_or_default();
    let text = text.trim_end_matches('.');
    match text.char_indices().nth(LONGEST) {
        None => format!("“{text}”"),
        Some((cut, _)) => {
            let cut = text[..cut].rfind(' ').unwrap_or(cut);
            format!("“{} …”", text[..cut].trim_end_matches([',', ';']))
        }
    }
}

/// Returns the content of a claim whose passage is not known.
fn words(claim: &Claim<'_>, record: &Record<'_>) -> Option<String> {
    let topic = record.scenario.topic(&claim.judged.topic)?;
    match &claim.judged.says {
        Says::NotKnownYet => None,
        Says::Number(number) => Some(format!("{} {}", topic.title, thousands(*number))),
        Says::Option(_) | Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => {
            in_words(&claim.judged.topic, &claim.judged.says, record.scenario)
        }
    }
}
