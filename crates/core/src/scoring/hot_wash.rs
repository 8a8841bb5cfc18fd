//! The information available to players in the hot wash, and the review that an honest team would write from it.
//!
//! Players do not have the scorecard during the hot wash. They know what they decided and when, which injects
//! arrived, what was published and reported, the results of inquiries, promises and clocks, and what the playbook
//! requires. They do not know facts that were never discovered, or that one of their claims was false if it was
//! never reversed. A [`HotWash`] is the session limited to this information. Judged by the same playbook, it yields
//! the results as an honest team would assess them.

use super::evidence;
use super::evidence_item::EvidenceItem;
use super::record::Record;
use super::review::{BAD, Earlier, GOOD, PERFECT, Result, performance};
use crate::id::RoleId;
use crate::scenario::{Playbook, Scenario, service};
use crate::session::review::{About, Grade, Precaution, Remark, Review, RoleJudgement};
use crate::session::{Entry, Session};
use crate::statement::Soundness;
use crate::time::SimDuration;
use crate::timeline::{EventKind, Timeline};

/// Maximum number of remarks per category in an honest review.
const REMARKS: usize = 5;

/// Maximum number of corrective actions in an honest review.
const ACTIONS: usize = 8;

/// Time after EndEx at which corrective actions are due.
const DUE: SimDuration = SimDuration::from_minutes(30 * 24 * 60);

/// A session limited to what its players can know.
pub struct HotWash<'a> {
    scenario: &'a Scenario,
    seen: Timeline,
    entries: &'a [Entry],
}

impl<'a> HotWash<'a> {
    /// Returns the session as its players know it.
    pub fn of(session: &'a Session) -> Self {
        HotWash { scenario: session.scenario(), seen: seen(session.timeline()), entries: session.entries() }
    }

    /// Returns the playbook, which is known to the players.
    pub fn playbook(&self) -> &Playbook {
        &self.scenario.playbook
    }

    /// Returns the log entries, which contain the players' decisions and their times.
    pub fn entries(&self) -> &[Entry] {
        self.entries
    }

    /// Returns the timeline of the events known to the players.
    pub fn seen(&self) -> &Timeline {
        &self.seen
    }

    fn record(&self) -> Record<'_> {
        Record { scenario: self.scenario, timeline: &self.seen, entries: self.entries }
    }

    /// Returns the results as an honest team would assess them, for the criteria that do not evaluate a review.
    pub fn believed(&self) -> Earlier {
        Earlier::gather(&self.record(), &|criterion, record| evidence::judge(criterion, record, &Earlier::default()))
    }

    /// Returns the review that a team would write if it honestly reported what it can see.
    pub fn honest_review(&self) -> Review {
        let believed = self.believed();
        let good = believed.from(GOOD);
        let failed = believed.up_to(BAD);
        let short = believed.up_to(PERFECT - 1e-9);
        let failures = if failed.is_empty() { &short } else { &failed };
        let list = |results: &[&Result], words: &str| -> Vec<Remark> {
            results.iter().take(REMARKS).map(|result| remark(result, words)).collect()
        };
        Review {
            strengths: list(&good, "This held"),
            failures: list(failures, "Here we fell short"),
            improvements: list(&short, "Next time we look at this earlier"),
            roles: self.scenario.roles.iter().map(|role| self.role(role, &believed)).collect(),
            actions: short.iter().take(ACTIONS).map(|result| self.action(result)).collect(),
        }
    }

    fn role(&self, role: &crate::scenario::Role, believed: &Earlier) -> RoleJudgement {
        let did = performance(role, &self.record(), believed);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=4")]
        let mark = Grade::try_from(did.mark.round().clamp(1.0, 4.0) as u8).expect("clamped to the valid grades");
        RoleJudgement {
            role: role.id.clone(),
            mark,
            because: format!("{} ({}): {}", role.title, role.holder, did.text),
        }
    }

    fn action(&self, result: &Result) -> Precaution {
        let serves = |action: &&crate::scenario::Action| service::served_by(action, self.scenario).contains(&result.id);
        let by_duty = self.scenario.actions.iter().find(serves).map(|action| action.role.clone());
        let owner: RoleId = by_duty.unwrap_or_else(|| self.scenario.roles[0].id.clone());
        Precaution {
            criterion: result.id.clone(),
            text: format!("Rehearse and write into the plan, because in this run: {}", shown(result)),
            owner,
            due: self.scenario.calendar.date(self.scenario.end() + DUE),
        }
    }
}

fn remark(result: &Result, words: &str) -> Remark {
    let text = format!("{words}: {}", shown(result));
    Remark { about: About::Criterion(result.id.clone()), text }
}

/// Returns the title of the criterion and its two most important reasons.
fn shown(result: &Result) -> String {
    let line = |item: &EvidenceItem| match item.at {
        Some(at) => format!("{} ({at})", item.text),
        None => item.text.clone(),
    };
    let reasons: Vec<String> = result.evidence.iter().take(2).map(line).collect();
    format!("“{}”, {}", result.title, reasons.join("; "))
}

/// Removes what players cannot know from a timeline.
fn seen(timeline: &Timeline) -> Timeline {
    let mut seen = timeline.clone();
    let reversed: Vec<(usize, crate::id::TopicId)> = timeline
        .events
        .iter()
        .filter_map(|event| match &event.what {
            EventKind::ClaimReversed { publication, topic } => Some((*publication, topic.clone())),
            _ => None,
        })
        .collect();
    for (index, said) in seen.publications.iter_mut().enumerate() {
        for claim in &mut said.claims {
            let found_out = reversed.iter().any(|(publication, topic)| *publication == index && *topic == claim.topic);
            // The team knows which of its claims were guesses, but it learns that a guess was wrong only when the
            // claim is reversed.
            if claim.soundness == Soundness::False && !found_out {
                claim.soundness = Soundness::TrueButUnknown;
            }
        }
    }
    seen.hardening = 0.0;
    seen
}
