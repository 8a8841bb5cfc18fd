//! Autopilot that follows the playbook.
//!
//! It takes every action that serves a criterion, in playbook order but with the response team first, each led by
//! the responsible role. It prepares before speaking for as long as the golden hour allows, states what is known
//! and names what is not, announces the next update and delivers it, answers every inquiry, and notifies customers
//! as soon as it is known which data was taken. A [`Strategy`] defines what the playbook leaves open: the default,
//! or the best known one for a scenario (`expert`).

use super::turn::{Turn, is_for};
use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::id::{ChoiceId, InjectId};
use crate::scenario::{AudienceKind, FactKind, Strategy};
use crate::scoring::HotWash;
use crate::session::Review;
use crate::simulation::{AskView, ChoiceView, Knowledge, OptionView, Situation, TopicView};
use crate::time::{SimDuration, SimTime};

/// Lead time before a promised update at which work on it begins, in addition to its own duration.
const HEADROOM: SimDuration = SimDuration::from_minutes(30);

/// Autopilot that follows the playbook.
#[derive(Clone, Debug, Default)]
pub struct ByTheBook {
    strategy: Strategy,
    posts_answered: Option<SimTime>,
    told_at_last_word: usize,
}

impl ByTheBook {
    /// Returns an autopilot that follows the playbook with this strategy.
    pub fn with(strategy: Strategy) -> Self {
        ByTheBook { strategy, ..ByTheBook::default() }
    }
}

/// Returns the content that this autopilot would give an action now; `None` for a reply without an `inquiry`, or
/// for a choice without options.
pub fn content_by_the_book(situation: &Situation, option: &OptionView, inquiry: Option<&InjectId>) -> Option<Content> {
    let book = ByTheBook::default();
    Some(match &option.asks {
        AskView::Nothing => Content::Nothing,
        AskView::Choice(choices) => Content::Choice(book.choice(option, choices)?),
        AskView::Statement(AudienceKind::Public) => {
            let next = situation.now + option.takes + book.strategy.next_update;
            Content::Statement(book.words(situation, Some(next)))
        }
        AskView::Statement(_) => Content::Statement(book.words(situation, None)),
        AskView::Reply => Content::Reply { inquiry: inquiry?.clone(), statement: book.words(situation, None) },
    })
}

impl Autopilot for ByTheBook {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut turn = Turn::new(situation, 4);
        self.speak(&mut turn);
        self.answer(&mut turn);
        self.inform(&mut turn);
        self.answer_posts(&mut turn);
        self.work(&mut turn);
        turn.decisions
    }

    fn review(&mut self, hot_wash: &HotWash<'_>) -> Option<Review> {
        Some(hot_wash.honest_review())
    }
}

/// Returns the number of topics about which the team can say something.
fn known_topics(situation: &Situation) -> usize {
    situation.topics.iter().filter(|topic| can_say(topic)).count()
}

fn can_say(topic: &TopicView) -> bool {
    topic.number.is_some() || topic.claims.iter().any(|claim| claim.known)
}

impl ByTheBook {
    /// Makes public statements: the first after preparing, later ones when there is news or a promised update is
    /// due.
    fn speak(&mut self, turn: &mut Turn) {
        let situation = turn.situation;
        if turn.is_running(is_for(AudienceKind::Public)) {
            return;
        }
        let fresh = turn.find(|option| is_for(AudienceKind::Public)(option) && !option.done);
        let Some(option) = fresh.or_else(|| turn.find(is_for(AudienceKind::Public))) else { return };
        let promised = situation.statements.iter().filter_map(|said| said.next_update).max();
        let (due, why) = match (situation.spoken, promised) {
            (None, _) => (self.is_prepared(turn), "The first word belongs to us"),
            (Some(_), Some(promised)) if promised > situation.now => {
                (situation.now + option.takes + HEADROOM >= promised, "We promised an update")
            }
            (Some(_), _) => (known_topics(situation) > self.told_at_last_word, "There is news to tell"),
        };
        if due {
            self.told_at_last_word = known_topics(situation);
            let next = situation.now + option.takes + self.strategy.next_update;
            turn.take(option, Content::Statement(self.words(situation, Some(next))), why);
        }
    }

    fn answer_posts(&mut self, turn: &mut Turn) {
        let every = self.strategy.answer_posts_every;
        let rested = self.posts_answered.is_none_or(|at| turn.situation.now.since(at) >= every);
        let negative = turn.situation.posts.iter().any(|post| post.mood.is_negative());
        if !rested || !negative {
            return;
        }
        let again = |option: &OptionView| option.done && option.asks == AskView::Nothing && !option.serves.is_empty();
        if let Some(option) = turn.find(again) {
            self.posts_answered = Some(turn.situation.now);
            turn.take(option, Content::Nothing, "People who write to us get an answer");
        }
    }

    /// States what is known, using the preferred claims of the strategy.
    fn words(&self, situation: &Situation, next_update: Option<SimTime>) -> crate::statement::Statement {
        words::preferring(situation, next_update, &self.strategy.claims)
    }

    /// Returns whether all preparation for the first statement is done, or no time is left for it.
    fn is_prepared(&self, turn: &Turn) -> bool {
        let waiting = |option: &OptionView| {
            option.prepares_speech
                && !option.done
                && !self.strategy.left_alone.contains(&option.action)
                && !matches!(option.asks, AskView::Statement(AudienceKind::Public))
        };
        let could = turn.situation.options.iter().any(|option| waiting(option) && option.blocked.is_none());
        let under_way = turn.is_running(waiting);
        turn.situation.now >= self.strategy.prepare_until || !(could || under_way)
    }

    /// Answers open inquiries, earliest deadline first.
    fn answer(&self, turn: &mut Turn) {
        for (_, inquiry) in turn.open_inquiries() {
            let Some(option) = turn.find(|option| option.asks == AskView::Reply) else { return };
            let content = Content::Reply { inquiry, statement: self.words(turn.situation, None) };
            turn.take(option, content, "A question deserves an answer before its deadline");
        }
    }

    /// Informs staff immediately, stakeholders when possible, and customers as soon as it is known which data was
    /// taken.
    fn inform(&self, turn: &mut Turn) {
        let mut facts = turn.situation.facts.iter().filter(|fact| fact.kind == FactKind::DataClass);
        let know_data = facts.all(|fact| fact.knowledge == Knowledge::Confirmed);
        let wait = self.strategy.customers_wait_for_data && !know_data;
        for audience in [AudienceKind::Staff, AudienceKind::Stakeholder, AudienceKind::Customers] {
            if audience == AudienceKind::Customers && wait {
                continue;
            }
            while let Some(option) = turn.find(|option| is_for(audience)(option) && !option.done) {
                if turn.taken.iter().any(|taken| taken.action == option.action) {
                    break;
                }
                let content = Content::Statement(self.words(turn.situation, None));
                turn.take(option, content, "They should hear it from us");
            }
        }
    }

    /// Takes all other actions that serve the playbook, with the response team first.
    fn work(&self, turn: &mut Turn) {
        let rank = |option: &OptionView| {
            let later = !self.strategy.first.contains(&option.action);
            if option.prepares_speech {
                (later, 0, option.takes.minutes(), None)
            } else {
                (later, 1, 0, option.serves.first().cloned())
            }
        };
        let mut options: Vec<&OptionView> =
            turn.situation.options.iter().filter(|option| self.is_useful(option)).collect();
        options.sort_by_key(|option| rank(option));
        for option in options {
            // Two alternatives that serve the same criteria are not both started in one turn.
            let same = turn.taken.iter().any(|taken| taken.serves == option.serves && taken.role == option.role);
            if turn.is_open(option) && !same {
                let content = match &option.asks {
                    AskView::Choice(choices) => self.choice(option, choices).map_or(Content::Nothing, Content::Choice),
                    _ => Content::Nothing,
                };
                let serves: Vec<String> = option.serves.iter().map(ToString::to_string).collect();
                turn.take(option, content, &format!("Playbook {}", serves.join(", ")));
            }
        }
    }

    fn is_useful(&self, option: &OptionView) -> bool {
        !option.done
            && option.is_fresh
            && !option.serves.is_empty()
            && !self.strategy.left_alone.contains(&option.action)
            && matches!(option.asks, AskView::Nothing | AskView::Choice(_))
    }

    /// Returns the preferred choice, or else the first of those that serve the most criteria.
    fn choice(&self, option: &OptionView, choices: &[ChoiceView]) -> Option<ChoiceId> {
        let preferred = self.strategy.choices.get(&option.action);
        if let Some(choice) = choices.iter().find(|choice| Some(&choice.id) == preferred) {
            return Some(choice.id.clone());
        }
        let most = choices.iter().map(|choice| choice.serves.len()).max()?;
        choices.iter().find(|choice| choice.serves.len() == most).map(|choice| choice.id.clone())
    }
}
