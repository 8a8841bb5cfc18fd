//! Splits a criterion into the parts that cost credit and delegates each part to the module that explains it.

use std::collections::BTreeSet;

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::claim::{self, Search};
use super::delay::Term;
use super::lateness::Lateness;
use super::omission::Omissions;
use super::phrase::{NAMED, listed};
use super::share::{self, FULL, falls_short, in_part};
use super::wording::Wordings;
use super::{clock, inquiry};
use crate::scenario::{ClaimNature, Detail, Evidence, Moment, Share, par};
use crate::scoring::evidence::judge_part;
use crate::scoring::moment::{self, Reach};
use crate::scoring::{CriterionScore, EvidenceItem, Record};
use crate::statement::JudgedClaim;
use crate::time::{SimDuration, SimTime};
use crate::timeline::EntryNumber;

/// State of the analysis of one criterion.
pub struct Shortfall<'a> {
    score: &'a CriterionScore,
    record: Record<'a>,
    omissions: Omissions,
    lateness: Lateness,
    wordings: Wordings,
    found: Analysis,
}

impl<'a> Shortfall<'a> {
    /// Begins an analysis.
    pub fn new(score: &'a CriterionScore, record: Record<'a>) -> Self {
        Shortfall {
            score,
            record,
            omissions: Omissions::default(),
            lateness: Lateness::default(),
            wordings: Wordings::default(),
            found: Analysis::default(),
        }
    }

    /// Analyzes the evidence of the criterion regardless of its overall credit, because even a breach of law may
    /// cost little credit.
    pub fn take_apart(&mut self, evidence: &Evidence) {
        let judged = judge_part(evidence, &self.record);
        self.find_out(evidence, judged.evidence);
    }

    /// Analyzes a part if it cost credit.
    fn look_at(&mut self, part: &Evidence) {
        let judged = judge_part(part, &self.record);
        if part.asks_for_review() || judged.credit.is_some_and(|credit| credit < FULL) {
            self.find_out(part, judged.evidence);
        }
    }

    /// Analyzes a part, or each of its own parts.
    fn find_out(&mut self, part: &Evidence, items: Vec<EvidenceItem>) {
        match part {
            Evidence::Parts(_) | Evidence::AllOf(_) | Evidence::AtLeast(..) => {
                part.parts().into_iter().for_each(|part| self.look_at(part));
            }
            Evidence::AnyOf(ways) => {
                // The alternative with the most credit is taken to be the one that the team pursued.
                let credit = |way: &Evidence| judge_part(way, &self.record).credit.unwrap_or(-1.0);
                let nearest = ways.iter().rev().max_by(|a, b| credit(a).total_cmp(&credit(b)));
                if let Some(way) = nearest {
                    self.look_at(way);
                }
            }
            Evidence::Within { what, from, full, .. } => self.look_at_time(what, from, *full),
            Evidence::InPar { what, from, full, .. } => match par::of(what, self.record.scenario) {
                Some(par) => self.look_at_time(what, from, times(par, *full)),
                None => self.omissions.look_for(what, &self.record),
            },
            Evidence::Before { first, then, .. } => self.look_at_order(first, then),
            Evidence::Reached(what) => self.omissions.look_for(what, &self.record),
            Evidence::KnownBefore { facts, claims } => {
                self.omissions.look_for(&Moment::Confirmed(*facts), &self.record);
                let about = |claim: &JudgedClaim| claim.detail == *claims;
                let unsound = claim::unsound(&Search { entries: None, concerns: &about }, &self.record);
                self.found.causes.extend(unsound);
                self.early(items);
            }
            Evidence::Share { of, .. } => self.look_at_share(*of, items),
            Evidence::Clocks { .. } => self.look_at_share(Share::ClocksMet, items),
            Evidence::Count { full, none, .. } if full > none => in_part(items, &mut self.found),
            Evidence::Never { .. } | Evidence::Count { .. } | Evidence::World { .. } | Evidence::Not(_) => {
                self.came_about(items);
            }
            Evidence::Says { what, .. } => self.wordings.note(*what, true, &items, &mut self.found),
            Evidence::Avoids { what, .. } => self.wordings.note(*what, false, &items, &mut self.found),
            Evidence::Review(_) => self.look_at_review(),
            Evidence::NotJudgedYet(_) => {}
        }
    }

    /// Returns the finished analysis.
    pub fn conclude(mut self) -> Analysis {
        self.wordings.conclude(&mut self.found);
        self.lateness.conclude(&self.record, &mut self.found);
        self.omissions.conclude(&self.record, &mut self.found);
        if self.found.causes.is_empty() {
            let items: Vec<EvidenceItem> = self.score.evidence.iter().take(NAMED).cloned().collect();
            let text = format!("the record has {}.", listed(&items));
            self.found.add(CauseKind::DoneInPart, text, items);
        }
        self.found.missing.dedup();
        self.found
    }

    fn look_at_time(&mut self, what: &Moment, from: &Moment, full: SimDuration) {
        let (what, from) = match (moment::find(what, &self.record), moment::find(from, &self.record)) {
            (Reach::Never(words), _) => return self.omissions.note(&words, what, &self.record),
            (Reach::At(what), Reach::At(from)) => (what, from),
            _ => return,
        };
        let begin = from[0].at.unwrap_or_default();
        self.lateness.note(&what[0], &from[0], Term { from: begin, limit: begin + full });
    }

    fn look_at_order(&mut self, first: &Moment, then: &Moment) {
        let (first, then) = match (moment::find(first, &self.record), moment::find(then, &self.record)) {
            (Reach::Never(words), _) => return self.omissions.note(&words, first, &self.record),
            (Reach::At(first), Reach::At(then)) => (first, then),
            _ => return,
        };
        let limit = then[0].at.unwrap_or_default();
        self.lateness.note(&first[0], &then[0], Term { from: SimTime::START, limit });
    }

    fn look_at_share(&mut self, of: Share, items: Vec<EvidenceItem>) {
        let found = &mut self.found;
        match of {
            Share::RolesActive => share::absent(items, found),
            Share::LoadBalanced => share::overloaded(items, found),
            Share::ClocksMet => clock::explain(&self.record, found),
            Share::InquiriesAnswered => inquiry::explain(items, found),
            Share::ClaimsSound | Share::DetailsGiven => self.claimed(items, |_| true),
            Share::ReassurancesHeld => {
                let reassuring =
                    |claim: &JudgedClaim| matches!(claim.nature, ClaimNature::Reassures | ClaimNature::Minimizes);
                self.claimed(items, reassuring);
            }
            Share::ActionsTold => self.claimed(items, |claim| claim.detail == Detail::OngoingActions),
            Share::PromisesKept => share::promised(items, found),
            Share::DutiesKept
            | Share::Heard
            | Share::ContactsGiven
            | Share::UpdatesAnnounced
            | Share::UnknownsNamed
            | Share::CustomersFirst
            | Share::Hardening
            | Share::NegativeAnswered
            | Share::ActsSound
            | Share::WithinOutline => in_part(items, found),
        }
    }

    /// Adds causes for unsound claims. If all claims were sound, adds what else fell short.
    fn claimed(&mut self, items: Vec<EvidenceItem>, concerns: fn(&JudgedClaim) -> bool) {
        let short = items.iter().filter(|item| falls_short(item));
        let entries: BTreeSet<EntryNumber> = short.filter_map(|item| item.entry).collect();
        let unsound = claim::unsound(&Search { entries: Some(&entries), concerns: &concerns }, &self.record);
        let explained = !unsound.is_empty();
        for cause in unsound {
            self.found.add(cause.kind, cause.text, cause.evidence);
        }
        // Items about missing statements have no entry.
        let kept = items.into_iter().filter(|item| !explained || item.entry.is_none());
        let kept: Vec<EvidenceItem> = kept.collect();
        if !explained || kept.iter().any(falls_short) {
            in_part(kept, &mut self.found);
        }
    }

    fn early(&mut self, items: Vec<EvidenceItem>) {
        if self.found.causes.is_empty() && self.omissions.is_empty() {
            let said: Vec<EvidenceItem> = items.into_iter().filter(|item| item.entry.is_some()).collect();
            self.found.add(CauseKind::SaidBeforeKnown, format!("{}.", listed(&said)), said);
        }
    }

    /// Adds a cause for events that should not have occurred. Items without a time did not occur.
    fn came_about(&mut self, items: Vec<EvidenceItem>) {
        let happened: Vec<EvidenceItem> = items.into_iter().filter(|item| item.at.is_some()).collect();
        if !happened.is_empty() {
            self.found.add(CauseKind::CameAbout, format!("{}.", listed(&happened)), happened);
        }
    }

    fn look_at_review(&mut self) {
        let items: Vec<EvidenceItem> = self.score.evidence.clone();
        let written = items.iter().any(|item| item.entry.is_some());
        if written {
            self.found.add(CauseKind::DoneInPart, format!("{}.", listed(&items)), items);
        } else {
            let text = "the team put no review of its own on record.".to_owned();
            self.found.add(CauseKind::NotDone, text, items);
        }
    }
}

/// Multiplies a duration by a factor and rounds it to whole minutes, as in scoring.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a par multiplied by a small factor fits easily"
)]
fn times(par: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_minutes((f64::from(par.minutes()) * factor).round() as u32)
}
