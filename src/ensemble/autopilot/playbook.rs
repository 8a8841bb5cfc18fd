//! Goes by the book.
//!
//! It takes every action that serves a criterion, in the order of the playbook but the team first, each led by
//! the role whose duty it is. It prepares before it speaks, for as long as the golden hour allows; says what is
//! known and names what is not; announces the next word and keeps to it; answers every question; tells the
//! customers as soon as it is known what was taken.

use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::scenario::{AudienceKind, FactKind};
use crate::scoring::HotWash;
use crate::session::Review;
use crate::simulation::{AskView, ChoiceView, InquiryView, Knowledge, OptionView, Situation, TopicView};
use crate::time::{SimDuration, SimTime};

/// How long it prepares before it speaks in any case.
const PREPARE_UNTIL: SimTime = SimTime::from_minutes(45);

/// How long after a statement the next word is promised.
const NEXT_UPDATE: SimDuration = SimDuration::from_minutes(8 * 60);

/// How long before a promised update the work on it begins, besides its own duration.
const HEADROOM: SimDuration = SimDuration::from_minutes(30);

/// Minutes between two rounds of answering posts.
const ANSWER_POSTS_MINUTES: u32 = 120;

/// Goes by the book.
#[derive(Clone, Debug, Default)]
pub struct ByTheBook {
    posts_answered: Option<SimTime>,
    told_at_last_word: usize,
}

impl Autopilot for ByTheBook {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut desk = Desk { situation, taken: Vec::new(), decisions: Vec::new() };
        self.speak(&mut desk);
        answer(&mut desk);
        inform(&mut desk);
        self.answer_posts(&mut desk);
        work(&mut desk);
        desk.decisions
    }

    fn review(&mut self, hot_wash: &HotWash<'_>) -> Option<Review> {
        Some(hot_wash.honest_review())
    }
}

/// What is decided at one look, with the load it puts on each role.
struct Desk<'a> {
    situation: &'a Situation,
    taken: Vec<&'a OptionView>,
    decisions: Vec<Decision>,
}

impl<'a> Desk<'a> {
    /// Whether an action can be taken now by the role whose duty it is, after what was decided at this look.
    fn is_open(&self, option: &OptionView) -> bool {
        let seat = self.situation.roster.iter().find(|seat| seat.role == option.role);
        let taken = self.taken.iter().filter(|other| other.role == option.role).count();
        let place = seat.is_some_and(|seat| seat.load + taken < seat.capacity);
        option.blocked.is_none() && option.role_blocked.is_none() && place
    }

    fn find(&self, wanted: impl Fn(&OptionView) -> bool) -> Option<&'a OptionView> {
        self.situation.options.iter().find(|option| wanted(option) && self.is_open(option))
    }

    fn take(&mut self, option: &'a OptionView, content: Content, why: &str) {
        self.taken.push(option);
        self.decisions.push(Decision {
            at: self.situation.now,
            by: option.role.clone(),
            action: option.action.clone(),
            content,
            rationale: why.to_owned(),
            confidence: 4.try_into().ok(),
        });
    }

    fn is_running(&self, wanted: impl Fn(&OptionView) -> bool) -> bool {
        let running = |option: &OptionView| self.situation.works.iter().any(|work| work.action == option.action);
        self.situation.options.iter().any(|option| running(option) && wanted(option))
    }
}

fn is_for(audience: AudienceKind) -> impl Fn(&OptionView) -> bool {
    move |option| option.asks == AskView::Statement(audience)
}

/// How many topics the team can say something about.
fn known_topics(situation: &Situation) -> usize {
    situation.topics.iter().filter(|topic| can_say(topic)).count()
}

fn can_say(topic: &TopicView) -> bool {
    topic.number.is_some() || topic.claims.iter().any(|claim| claim.known)
}

impl ByTheBook {
    /// Speaks to everybody: first after preparing, later when there is news or the promised time comes.
    fn speak(&mut self, desk: &mut Desk) {
        let situation = desk.situation;
        if desk.is_running(is_for(AudienceKind::Public)) {
            return;
        }
        let fresh = desk.find(|option| is_for(AudienceKind::Public)(option) && !option.done);
        let Some(option) = fresh.or_else(|| desk.find(is_for(AudienceKind::Public))) else { return };
        let promised = situation.statements.iter().filter_map(|said| said.next_update).max();
        let (due, why) = match (situation.spoken, promised) {
            (None, _) => (is_prepared(desk), "The first word belongs to us"),
            (Some(_), Some(promised)) if promised > situation.now => {
                (situation.now + option.takes + HEADROOM >= promised, "We promised an update")
            }
            (Some(_), _) => (known_topics(situation) > self.told_at_last_word, "There is news to tell"),
        };
        if due {
            self.told_at_last_word = known_topics(situation);
            let next = situation.now + option.takes + NEXT_UPDATE;
            desk.take(option, Content::Statement(words::careful(situation, Some(next))), why);
        }
    }

    fn answer_posts(&mut self, desk: &mut Desk) {
        let rested =
            self.posts_answered.is_none_or(|at| desk.situation.now.since(at).minutes() >= ANSWER_POSTS_MINUTES);
        let negative = desk.situation.posts.iter().any(|post| post.mood.is_negative());
        if !rested || !negative {
            return;
        }
        let again = |option: &OptionView| option.done && option.asks == AskView::Nothing && !option.serves.is_empty();
        if let Some(option) = desk.find(again) {
            self.posts_answered = Some(desk.situation.now);
            desk.take(option, Content::Nothing, "People who write to us get an answer");
        }
    }
}

/// Whether everything that should come before the first word is done, or the golden hour leaves no more time.
fn is_prepared(desk: &Desk) -> bool {
    let waiting = |option: &OptionView| {
        option.prepares_speech && !option.done && !matches!(option.asks, AskView::Statement(AudienceKind::Public))
    };
    let could = desk.situation.options.iter().any(|option| waiting(option) && option.blocked.is_none());
    let under_way = desk.is_running(waiting);
    desk.situation.now >= PREPARE_UNTIL || !(could || under_way)
}

/// Answers open questions, those that fall due first.
fn answer(desk: &mut Desk) {
    let mut open: Vec<_> = desk
        .situation
        .inbox
        .iter()
        .filter_map(|item| match item.inquiry {
            Some(InquiryView::Open(due)) => Some((due, item)),
            _ => None,
        })
        .collect();
    open.sort_by_key(|(due, _)| *due);
    for (_, item) in open {
        let Some(option) = desk.find(|option| option.asks == AskView::Reply) else { return };
        let content = Content::Reply { inquiry: item.inject.clone(), statement: words::careful(desk.situation, None) };
        desk.take(option, content, "A question deserves an answer before its deadline");
    }
}

/// Tells staff at once, stakeholders when possible, and customers as soon as it is known what was taken.
fn inform(desk: &mut Desk) {
    let mut facts = desk.situation.facts.iter().filter(|fact| fact.kind == FactKind::DataClass);
    let know_data = facts.all(|fact| fact.knowledge == Knowledge::Confirmed);
    let audiences = [AudienceKind::Staff, AudienceKind::Stakeholder, AudienceKind::Customers];
    for audience in audiences {
        if audience == AudienceKind::Customers && !know_data {
            continue;
        }
        while let Some(option) = desk.find(|option| is_for(audience)(option) && !option.done) {
            if desk.taken.iter().any(|taken| taken.action == option.action) {
                break;
            }
            let content = Content::Statement(words::careful(desk.situation, None));
            desk.take(option, content, "They should hear it from us");
        }
    }
}

/// Takes everything else that serves the playbook, the team first.
fn work(desk: &mut Desk) {
    let rank = |option: &OptionView| {
        if option.prepares_speech { (0, option.takes.minutes(), None) } else { (1, 0, option.serves.first().cloned()) }
    };
    let mut options: Vec<&OptionView> = desk.situation.options.iter().filter(|option| is_useful(option)).collect();
    options.sort_by_key(|option| rank(option));
    for option in options {
        // Two ways to the same end are not both gone at one look.
        let same = desk.taken.iter().any(|taken| taken.serves == option.serves && taken.role == option.role);
        if desk.is_open(option) && !same {
            let content = match &option.asks {
                AskView::Choice(choices) => best(choices).map_or(Content::Nothing, Content::Choice),
                _ => Content::Nothing,
            };
            let why =
                format!("Playbook {}", option.serves.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
            desk.take(option, content, &why);
        }
    }
}

fn is_useful(option: &OptionView) -> bool {
    !option.done
        && option.is_fresh
        && !option.serves.is_empty()
        && matches!(option.asks, AskView::Nothing | AskView::Choice(_))
}

/// The choice that serves most criteria; the first of several.
fn best(choices: &[ChoiceView]) -> Option<crate::id::ChoiceId> {
    let most = choices.iter().map(|choice| choice.serves.len()).max()?;
    choices.iter().find(|choice| choice.serves.len() == most).map(|choice| choice.id.clone())
}
