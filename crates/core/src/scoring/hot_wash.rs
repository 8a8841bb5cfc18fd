//! What the players can see in the hot wash, and the review that an honest team would write from it.
//!
//! In the hot wash nobody has the scorecard yet. The team knows what it decided and when, what arrived, what
//! was published and reported, which questions, promises and clocks came out how, and what the playbook asks for.
//! It does not know what was never found out, nor that something it said and nobody contradicted was false. A
//! [`HotWash`] is the run as far as the team can know it; judged by the same playbook it gives what the team can
//! honestly believe of itself.

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

/// How many remarks of a kind an honest review has.
const REMARKS: usize = 5;

/// How many corrective actions an honest review has.
const ACTIONS: usize = 8;

/// How long after EndEx corrective actions are due.
const DUE: SimDuration = SimDuration::from_minutes(30 * 24 * 60);

/// A run as far as its players can know it.
pub struct HotWash<'a> {
    scenario: &'a Scenario,
    seen: Timeline,
    entries: &'a [Entry],
}

impl<'a> HotWash<'a> {
    /// Returns what the players of a session can see of it.
    pub fn of(session: &'a Session) -> Self {
        HotWash { scenario: session.scenario(), seen: seen(session.timeline()), entries: session.entries() }
    }

    /// Returns the playbook, which players know.
    pub fn playbook(&self) -> &Playbook {
        &self.scenario.playbook
    }

    /// Returns what the players decided and when.
    pub fn entries(&self) -> &[Entry] {
        self.entries
    }

    /// Returns what the players know to have happened.
    pub fn seen(&self) -> &Timeline {
        &self.seen
    }

    fn record(&self) -> Record<'_> {
        Record { scenario: self.scenario, timeline: &self.seen, entries: self.entries }
    }

    /// Returns what the team can honestly believe of each criterion that needs no review.
    pub fn believed(&self) -> Earlier {
        Earlier::gather(&self.record(), &|criterion, record| evidence::judge(criterion, record, &Earlier::default()))
    }

    /// Returns the review of a team that looks at what it can see and says so.
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
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mark is 1 to 4")]
        let mark = Grade::try_from(did.mark.round().clamp(1.0, 4.0) as u8).expect("clamped to the marks there are");
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

/// The reasons that tell most, in a row, with what the criterion is about.
fn shown(result: &Result) -> String {
    let line = |item: &EvidenceItem| match item.at {
        Some(at) => format!("{} ({at})", item.text),
        None => item.text.clone(),
    };
    let reasons: Vec<String> = result.evidence.iter().take(2).map(line).collect();
    format!("“{}”, {}", result.title, reasons.join("; "))
}

/// Leaves out of a timeline what players cannot know.
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
            // What was guessed a team knows itself; that a guess was wrong it knows once it is told.
            if claim.soundness == Soundness::False && !found_out {
                claim.soundness = Soundness::TrueButUnknown;
            }
        }
    }
    seen.hardening = 0.0;
    seen
}
