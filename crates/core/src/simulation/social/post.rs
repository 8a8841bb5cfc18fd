//! Posts: what simulated customers write, drawn from their mood and from current narratives.
//!
//! With probability `post_echo` times the strength of the strongest narrative, a post repeats a narrative.
//! Otherwise it expresses the writer's own mood, drawn from the feelings of aware customers. With probability
//! `post_reply`, it answers one of the latest posts, preferring posts with greater reach, which produces threads.
//! Handles are assembled from syllables and do not refer to real accounts. Reach is heavy-tailed, from 20 to 10,000
//! with a median near 40.
//!
//! Posts are a sample for display and quotation and do not feed back into customers' feelings. In cohort runs,
//! which are used in bulk and not displayed, posts have no text.
//!
//! Not modeled: accounts that post more than once.

use std::sync::Arc;

use super::narrative::Narratives;
use crate::scenario::{Metric, Scenario};
use crate::simulation::ledger::Stage;
use crate::simulation::random::{Luck, Purpose};
use crate::simulation::wording::{Dice, Said, Slots};
use crate::time::SimTime;
use crate::timeline::{Mood, NarrativeKind, Post};

/// Number of recent posts that can be answered.
const THREADS_OPEN: usize = 12;

/// Draws this minute's post. Its text is generated only if `is_read` is set.
pub(super) fn write(
    stage: &Stage,
    narratives: &Narratives,
    said: &mut Said,
    feelings: (f64, f64),
    is_read: bool,
) -> Option<Arc<Post>> {
    let scenario = stage.scenario();
    let now = stage.now();
    let parent = parent(stage, &scenario);
    let narrative = if parent.is_some() { None } else { echoed(stage, narratives, &scenario) };
    let mood = narrative.map_or_else(|| draw_mood(stage, feelings), |kind| mood_of(kind, stage, feelings));
    let phrases = &scenario.phrases;
    let patterns = match (narrative, &parent) {
        (Some(kind), _) => phrases.narratives.get(kind.key()),
        (None, Some(_)) => phrases.replies.get(mood.key()),
        (None, None) => None,
    };
    let patterns = patterns.filter(|list| !list.is_empty()).or_else(|| phrases.posts.get(mood.key()))?;
    // A reply pattern already opens with the name of the account it answers.
    let frame = if parent.is_some() { "" } else { mood.key() };
    let dice = Dice { luck: stage.luck, pattern: Purpose::PostText, part: Purpose::PostPart, key: 0, at: now };
    let words =
        |said: &mut Said| said.word(patterns, frame, phrases, &slots(stage, &scenario, parent.as_deref()), dice);
    let text = if is_read { words(said) } else { String::new() };
    let id = u32::try_from(stage.timeline().posts.len()).unwrap_or(u32::MAX);
    let in_reply_to = parent.map(|parent| parent.id);
    let handle = handle(&scenario, stage.luck, now);
    Some(Arc::new(Post { id, in_reply_to, narrative, at: now, handle, text, mood, reach: reach(stage.luck, now) }))
}

/// Returns the post to reply to, if this post is a reply: of two recent posts, the one with greater reach.
fn parent(stage: &Stage, scenario: &Scenario) -> Option<Arc<Post>> {
    let now = stage.now();
    let posts = &stage.timeline().posts;
    let open = &posts[posts.len().saturating_sub(THREADS_OPEN)..];
    if stage.luck.draw(Purpose::PostReply, 0, now) >= scenario.model.post_reply.value {
        return None;
    }
    let two = [1, 2].map(|key| open.get(stage.luck.pick(Purpose::PostReply, key, now, open.len())));
    two.into_iter().flatten().max_by_key(|post| (post.reach, post.id)).cloned()
}

/// Returns the narrative that the post repeats, if any.
fn echoed(stage: &Stage, narratives: &Narratives, scenario: &Scenario) -> Option<NarrativeKind> {
    let draw = stage.luck.draw(Purpose::PostEcho, 0, stage.now());
    let strengths = NarrativeKind::ALL.map(|kind| narratives.strength(kind));
    let total: f64 = strengths.iter().sum();
    let strongest = strengths.iter().copied().fold(0.0, f64::max);
    let chance = scenario.model.post_echo.value * strongest;
    if draw >= chance || total <= 0.0 {
        return None;
    }
    let mut left = draw / chance * total;
    NarrativeKind::ALL.into_iter().zip(strengths).find_map(|(kind, strength)| {
        left -= strength;
        (left < 0.0).then_some(kind)
    })
}

/// Returns the mood of a post that repeats a narrative.
fn mood_of(kind: NarrativeKind, stage: &Stage, (anger, fear): (f64, f64)) -> Mood {
    let afraid = stage.luck.draw(Purpose::PostMood, 1, stage.now()) * (anger + fear) < fear;
    match kind {
        NarrativeKind::Praise => Mood::Grateful,
        NarrativeKind::Fraud => Mood::Afraid,
        NarrativeKind::Waiting if afraid => Mood::Afraid,
        NarrativeKind::Waiting | NarrativeKind::CoverUp | NarrativeKind::Negligence => Mood::Angry,
    }
}

/// Draws a mood from the feelings of aware customers.
fn draw_mood(stage: &Stage, (anger, fear): (f64, f64)) -> Mood {
    let draw = stage.luck.draw(Purpose::PostMood, 0, stage.now());
    let trust = stage.ledger.metrics[Metric::Credibility.index()];
    let weights = [
        (Mood::Angry, 0.1 + 2.0 * anger),
        (Mood::Afraid, 0.1 + 1.5 * fear),
        (Mood::Asking, 0.25),
        (Mood::Calm, 0.3),
        (Mood::Grateful, 0.25 * (trust - 0.5).max(0.0)),
    ];
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let mut left = draw * total;
    for (mood, weight) in weights {
        left -= weight;
        if left < 0.0 {
            return mood;
        }
    }
    Mood::Calm
}

fn slots(stage: &Stage, scenario: &Scenario, parent: Option<&Post>) -> Slots {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a non-negative count")]
    let waiting = stage.ledger.metrics[Metric::Backlog.index()].max(0.0) as u64;
    let outlet = stage.timeline().stories.last().and_then(|story| scenario.outlet(&story.outlet));
    vec![
        ("organization", scenario.organization.name.clone()),
        ("other", parent.map_or_else(String::new, |post| post.handle.clone())),
        ("waiting", if waiting < 20 { String::new() } else { crate::statement::thousands(waiting) }),
        ("outlet", outlet.map_or_else(String::new, |outlet| outlet.title.clone())),
    ]
}

/// Returns a handle made of syllables, or one from the phrases' list if they define no syllables.
fn handle(scenario: &Scenario, luck: &Luck, at: SimTime) -> String {
    let parts = &scenario.phrases.parts;
    let draw = |list: &[String], key| list.get(luck.pick(Purpose::PostHandle, key, at, list.len())).cloned();
    let syllables =
        ["handle_first", "handle_middle", "handle_last"].map(|name| parts.get(name).map_or(&[][..], Vec::as_slice));
    if syllables.iter().any(|list| list.is_empty()) {
        return draw(&scenario.phrases.handles, 0).unwrap_or_else(|| "@somebody".to_owned());
    }
    let [first, middle, last] = [0, 1, 2].map(|at| draw(syllables[at], at as u64 + 1).unwrap_or_default());
    let number = luck.pick(Purpose::PostHandle, 4, at, 180);
    let tail = if number < 90 { (number + 7).to_string() } else { String::new() };
    match number % 3 {
        0 => format!("@{first}{middle}{tail}"),
        1 => format!("@{first}{middle}_{last}{tail}"),
        _ => format!("@{first}{last}{tail}"),
    }
}

fn reach(luck: &Luck, at: SimTime) -> u32 {
    let reach = libm::pow(10.0, 1.3 + 2.7 * libm::pow(luck.draw(Purpose::PostReach, 0, at), 3.0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 20 and 10,000")]
    let reach = reach as u32;
    reach
}
