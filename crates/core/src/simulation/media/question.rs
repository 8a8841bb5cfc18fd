//! Questions that outlets ask on their own initiative.
//!
//! Once the breach is public, an outlet that takes up a story may ask the press office about an open point. The
//! probability is `question_base + question_reach * reach + question_grievance * grievance`, with one keyed draw
//! per story. The answer is due `question_print_hours` before the outlet's edition, but no later than
//! `question_longest_hours` after the question. Outlets ask only if this leaves at least `question_least_hours` to
//! answer.
//!
//! *Choice of subject.* A point raised by the news itself comes first: an unconfirmed leak, posted data, a
//! corrected number, a claim exposed as false, a missed deadline. Otherwise the subject is drawn from the false
//! claims that have not been exposed yet and the details of the outlet's own beat that the public has not been
//! given. If both are exhausted, it is drawn from all nine details. Each subject is asked about once per session.
//! An outlet has at most one open question, and the scenario limits the total. No questions are asked if the
//! scenario has no action that can reply.
//!
//! *Outcome.* An answer in time is treated like the answer to any other inquiry; a substantive one also reduces the
//! outlet's grievance by the share `question_relief`. Publishing the requested detail before the deadline counts as
//! an answer. A question left unanswered becomes a story (`disclosure`).
//!
//! Not modeled: follow-up calls by the outlet.

use super::agenda::{Open, Questions};
use super::draft::Draft;
use super::newsdesk::NewsItem;
use super::state::Media;
use super::story;
use super::subject::Subject;
use crate::id::RoleId;
use crate::scenario::{Ask, Detail, Model, Outlet, OutletKind, RoleKind, Scenario};
use crate::simulation::disclosure::openness::has_substance;
use crate::simulation::disclosure::state::Disclosure;
use crate::simulation::inject::Injects;
use crate::simulation::ledger::{Stage, enter};
use crate::simulation::random::{Purpose, key_of};
use crate::simulation::wording::Dice;
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, EventKind, Question, StoryKind};

/// Lets outlets ask about open points of an item they took up. `from` is the index of the item's first draft.
pub(super) fn ask(
    item: &NewsItem,
    from: usize,
    media: &mut Media,
    stage: &mut Stage,
    disclosure: &Disclosure,
    injects: &mut Injects,
) {
    let public = stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some();
    // After a "no comment", the outlet prints that and does not ask again about the same story.
    if !public || item.kind == StoryKind::NoComment {
        return;
    }
    let scenario = stage.scenario();
    for index in from..media.drafts.len() {
        let most = scenario.questions as usize;
        let Some(to) = addressee(&scenario).filter(|_| media.questions.asked.len() < most) else { return };
        let draft = media.drafts[index].clone();
        let Some(outlet) = scenario.outlet(&draft.outlet) else { continue };
        let asks = chance(outlet, media.grievances.of(&outlet.id), &scenario.model);
        let waits = media.questions.open.iter().any(|open| open.outlet == outlet.id);
        if waits || stage.luck.draw(Purpose::QuestionAsked, draft.key, stage.now()) >= asks {
            continue;
        }
        let Some(due) = deadline(&draft, stage.now(), &scenario.model) else { continue };
        let Some(subject) = media.questions.subject(item.kind, outlet, draft.key, stage, disclosure) else { continue };
        let question = media.word(&subject, outlet, &to, &draft, due, stage);
        injects.ask(&question, subject.noun(&scenario));
        stage.record(EventKind::InquiryOpened { inject: question.id.clone(), due }, None);
        let open = Open { id: question.id.clone(), due, outlet: outlet.id.clone(), subject: subject.clone() };
        media.questions.asked.insert(subject);
        media.questions.open.push(open);
        stage.timeline_mut().questions.push(question);
    }
}

/// Closes questions that were answered, directly or by a public statement, and drops expired ones.
pub(super) fn settle(media: &mut Media, stage: &mut Stage, disclosure: &Disclosure, injects: &mut Injects) {
    if media.questions.open.is_empty() {
        return;
    }
    let now = stage.now();
    for open in std::mem::take(&mut media.questions.open) {
        let told = |subject: &Subject| matches!(subject, Subject::Detail(detail) if disclosure.has_told(*detail));
        let answered = stage.ledger.answered.contains_key(&open.id);
        if !answered && told(&open.subject) && injects.answer(&open.id) {
            enter(&mut stage.ledger.answered, &open.id, now);
            let entry = last_word(stage);
            stage.record(EventKind::InquiryAnswered(open.id.clone()), entry);
        } else if answered {
            let said = stage.timeline().publications.iter().rev();
            let mut answers = said.filter(|said| said.in_reply_to.as_ref() == Some(&open.id));
            if answers.any(has_substance) {
                media.grievances.ease(&open.outlet, stage.setting.model().question_relief.value);
            }
        } else if now <= open.due {
            media.questions.open.push(open);
        }
    }
}

/// Returns the log entry of the latest public statement.
fn last_word(stage: &Stage) -> Option<EntryNumber> {
    stage.timeline().public().last().map(|(_, said)| said.entry)
}

/// Returns the role that answers press questions, if any action can reply.
fn addressee(scenario: &Scenario) -> Option<RoleId> {
    let mut able =
        scenario.actions.iter().filter(|action| matches!(action.asks, Ask::Reply)).map(|action| &action.role);
    let press = scenario.role_of(RoleKind::PublicRelations).map(|role| &role.id);
    let first = able.clone().next();
    able.find(|role| Some(*role) == press).or(first).cloned()
}

/// Returns the probability that an outlet writing a story asks a question.
fn chance(outlet: &Outlet, grievance: f64, model: &Model) -> f64 {
    let chance = model.question_base.value
        + model.question_reach.value * outlet.reach
        + model.question_grievance.value * grievance;
    chance.clamp(0.0, 0.95)
}

/// Returns the deadline for an answer, or `None` if too little time is left before the outlet prints.
fn deadline(draft: &Draft, now: SimTime, model: &Model) -> Option<SimTime> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hours")]
    let length = |hours: f64| SimDuration::from_minutes((hours * 60.0) as u32);
    let print = draft.due - length(model.question_print_hours.value);
    let due = print.min(now + length(model.question_longest_hours.value));
    (due >= now + length(model.question_least_hours.value)).then_some(due)
}

/// Returns the details that a type of outlet asks about first.
fn beat(kind: OutletKind) -> &'static [Detail] {
    match kind {
        OutletKind::Trade => &[Detail::Discovery, Detail::OngoingActions, Detail::PersonalData],
        OutletKind::National => &[Detail::Stakeholders, Detail::PersonalData, Detail::Discovery],
        OutletKind::Broadcast => &[Detail::Stakeholders, Detail::Precautions, Detail::Restoration],
        OutletKind::Regional => &[Detail::EffectOnOrganization, Detail::Restoration, Detail::Services],
        OutletKind::Consumer => &[Detail::Compensation, Detail::Services, Detail::Precautions],
    }
}

impl Questions {
    /// Chooses the subject of a question: a point raised by the news itself, or a random open point.
    fn subject(
        &self,
        news: StoryKind,
        outlet: &Outlet,
        key: u64,
        stage: &Stage,
        disclosure: &Disclosure,
    ) -> Option<Subject> {
        let fresh = |subject: &Subject| !self.asked.contains(subject);
        if let Some(subject) = of_the_news(news, stage).filter(fresh) {
            return Some(subject);
        }
        let scenario = stage.scenario();
        let open = |detail: &Detail| {
            !disclosure.has_told(*detail) && scenario.topics.iter().any(|topic| topic.detail == *detail)
        };
        let details = |list: &[Detail]| -> Vec<Subject> {
            list.iter().filter(|detail| open(detail)).map(|detail| Subject::Detail(*detail)).filter(fresh).collect()
        };
        let mut found: Vec<Subject> = disclosure.falsehoods().cloned().map(Subject::Doubt).filter(fresh).collect();
        found.extend(details(beat(outlet.kind)));
        if found.is_empty() {
            found = details(&Detail::NINE);
        }
        let pick = stage.luck.pick(Purpose::QuestionSubject, key, stage.now(), found.len());
        found.into_iter().nth(pick)
    }
}

/// Returns the open point raised by the news itself.
fn of_the_news(news: StoryKind, stage: &Stage) -> Option<Subject> {
    let events = || stage.timeline().events.iter().rev().map(|event| &event.what);
    match news {
        StoryKind::Leak => stage.ledger.spoken.is_none().then_some(Subject::Leak),
        StoryKind::Proof | StoryKind::Dump => Some(Subject::Proof),
        StoryKind::Revision => events().find_map(|what| match what {
            EventKind::NumberRevised { topic, .. } => Some(Subject::Number(topic.clone())),
            _ => None,
        }),
        StoryKind::Reversal => events().find_map(|what| match what {
            EventKind::ClaimReversed { topic, .. } => Some(Subject::Reversal(topic.clone())),
            _ => None,
        }),
        StoryKind::ClockMissed => events().find_map(|what| match what {
            EventKind::ClockOverdue(clock) => Some(Subject::Clock(clock.clone())),
            _ => None,
        }),
        _ => None,
    }
}

impl Media {
    /// Writes the text of a question.
    fn word(
        &mut self,
        subject: &Subject,
        outlet: &Outlet,
        to: &RoleId,
        draft: &Draft,
        due: SimTime,
        stage: &Stage,
    ) -> Question {
        let scenario = stage.scenario();
        let phrases = &scenario.phrases;
        let item = NewsItem { subject: subject.noun(&scenario).to_owned(), ..draft.item.clone() };
        let mut slots = story::slots(&item, outlet, stage, None);
        slots.push(("deadline", scenario.calendar.say(due)));
        let id = subject.id(outlet);
        let key = key_of(id.as_str());
        let dice = |key: u64| Dice {
            luck: stage.luck,
            pattern: Purpose::QuestionText,
            part: Purpose::StoryPart,
            key,
            at: stage.now(),
        };
        let list = |key: &str| phrases.questions.get(key).map_or(&[][..], Vec::as_slice);
        let body = self.said.word(list(subject.key()), "question", phrases, &slots, dice(key));
        let title = self.said.word(list("title"), "", phrases, &slots, dice(key.wrapping_add(1)));
        let (at, from) = (stage.now(), outlet.title.clone());
        Question { id, at, due, outlet: outlet.id.clone(), from, to: to.clone(), title, body }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;

    fn outlet(kind: OutletKind, reach: f64) -> Outlet {
        Outlet {
            id: "o".into(),
            title: "The Gazette".to_owned(),
            kind,
            beat: String::new(),
            reach,
            stance: 0.0,
            pickup: SimDuration::ZERO,
            editions: Vec::new(),
            memory: 0.5,
        }
    }

    #[test]
    fn large_reach_and_grievance_make_questions_more_likely() {
        let model = model();
        let small = chance(&outlet(OutletKind::Trade, 0.05), 0.0, &model);
        assert!(small < chance(&outlet(OutletKind::Trade, 0.4), 0.0, &model));
        assert!(small < chance(&outlet(OutletKind::Trade, 0.05), 0.6, &model));
        assert!(chance(&outlet(OutletKind::National, 1.0), 1.0, &model) <= 0.95);
    }

    #[test]
    fn answers_are_due_before_the_edition_with_time_to_respond() {
        let model = model();
        let draft = |due: u32| Draft {
            due: SimTime::from_minutes(due),
            outlet: "o".into(),
            item: NewsItem::new(StoryKind::Update, 0.1),
            key: 1,
        };
        let now = SimTime::from_minutes(1000);
        let due = |minutes: u32| deadline(&draft(minutes), now, &model).map(|due| due.minutes() - 1000);
        assert_eq!(due(1000), None, "a scoop leaves no time for a question");
        assert_eq!(due(1000 + 3 * 60), Some(3 * 60 - 15));
        assert_eq!(due(1000 + 48 * 60), Some(8 * 60));
    }

    #[test]
    fn question_ids_cannot_collide_with_inject_ids() {
        let outlet = outlet(OutletKind::Trade, 0.1);
        for subject in [Subject::Leak, Subject::Doubt("who".into()), Subject::Detail(Detail::Services)] {
            assert!(!crate::id::is_slug(subject.id(&outlet).as_str()), "{subject:?}");
        }
    }
}
