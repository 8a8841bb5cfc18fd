//! Social networks: what customers write, and what comes of answering.
//!
//! Quantities: the share of posts that is negative, `n = u / (u + 0.25 (1 - u))` with u the mean of anger and
//! fear of those aware, weighted 0.7 and 0.3, zero while nobody is aware; the reach of negative posts and the
//! part of it that was answered, both in attention-hours. A *narrative* forms when n passes `narrative_alarm`
//! while social attention is above 0.05. Answering covers what was written in the last four hours, as well as
//! it is done. A sample of posts is drawn for showing, one at most in a minute; it has no effect. Ignored:
//! threads, influence, who reads whom.

use std::sync::Arc;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::customer::Mood;
use super::ledger::Stage;
use super::media::Media;
use super::random::Purpose;
use crate::scenario::{Effect, Metric, Scenario, phrases};
use crate::timeline::{Happening, Mood as PostMood, Post};

/// Attention below which nothing counts as a narrative.
const QUIET: f64 = 0.05;

/// Answering reaches back this many minutes.
const REACH_BACK: usize = 240;

/// What customers write.
#[derive(Resource, Debug, Default, Serialize)]
pub(super) struct Social {
    open: Vec<f64>,
    total: f64,
    answered: f64,
    alarmed: bool,
    used: Vec<(PostMood, usize)>,
}

/// Counts negative posts, answers them, and draws the sample.
pub(super) fn talk(mut stage: Stage, media: Res<Media>, mood: Res<Mood>, mut social: ResMut<Social>) {
    let scenario = stage.scenario();
    let (anger, fear) = mood.aware_feelings();
    let upset = 0.7 * anger + 0.3 * fear;
    let negative = if mood.aware() <= 0.0 { 0.0 } else { upset / (upset + 0.25 * (1.0 - upset)) };
    stage.ledger.set(Metric::Negative, negative);
    let written = negative * media.social / 60.0;
    social.total += written;
    social.open.push(written);
    if social.open.len() > REACH_BACK {
        social.open.remove(0);
    }
    answer(&mut stage, &mut social);
    if !social.alarmed && negative > scenario.model.narrative_alarm.value && media.social > QUIET {
        social.alarmed = true;
        stage.record(Happening::NarrativeAlarm, None);
    }
    stage.timeline_mut().negative_reach = (social.total, social.answered);
    write_post(&mut stage, &media, &mut social, &scenario, (anger, fear));
}

fn answer(stage: &mut Stage, social: &mut Social) {
    for (effect, cause) in stage.effects() {
        if let Effect::Reply(quality) = effect {
            for written in &mut social.open {
                social.answered += *written * quality;
                *written *= 1.0 - quality;
            }
            stage.record(Happening::PostsAnswered(quality), cause);
        }
    }
}

fn write_post(stage: &mut Stage, media: &Media, social: &mut Social, scenario: &Scenario, feelings: (f64, f64)) {
    let now = stage.now();
    let rate = 60.0 * scenario.model.posts_per_hour.value * media.social * 10.0;
    if !stage.luck.happens(Purpose::PostRate, 0, now, rate.min(30.0)) {
        return;
    }
    let mood = draw_mood(stage, feelings);
    let Some(list) = scenario.phrases.posts.get(mood.key()).filter(|list| !list.is_empty()) else { return };
    let unused: Vec<usize> = (0..list.len()).filter(|index| !social.used.contains(&(mood, *index))).collect();
    let index = match unused.as_slice() {
        [] => {
            social.used.retain(|(used, _)| *used != mood);
            stage.luck.pick(Purpose::PostText, 0, now, list.len())
        }
        left => left[stage.luck.pick(Purpose::PostText, 0, now, left.len())],
    };
    social.used.push((mood, index));
    let handles = &scenario.phrases.handles;
    let handle = handles.get(stage.luck.pick(Purpose::PostHandle, 0, now, handles.len()));
    let reach = libm::pow(10.0, 1.3 + 2.7 * libm::pow(stage.luck.draw(Purpose::PostReach, 0, now), 3.0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 20 and 10,000")]
    let reach = reach as u32;
    let text = phrases::fill(&list[index], &[("organization", &scenario.organization.name)]);
    let handle = handle.cloned().unwrap_or_else(|| "somebody".to_owned());
    stage.timeline_mut().posts.push(Arc::new(Post { at: now, handle, text, mood, reach }));
}

/// Draws the mood of a post by how those aware feel.
fn draw_mood(stage: &Stage, (anger, fear): (f64, f64)) -> PostMood {
    let draw = stage.luck.draw(Purpose::PostMood, 0, stage.now());
    let trust = stage.ledger.metrics[Metric::Credibility.index()];
    let weights = [
        (PostMood::Angry, 0.1 + 2.0 * anger),
        (PostMood::Afraid, 0.1 + 1.5 * fear),
        (PostMood::Asking, 0.25),
        (PostMood::Calm, 0.3),
        (PostMood::Grateful, 0.25 * (trust - 0.5).max(0.0)),
    ];
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let mut left = draw * total;
    for (mood, weight) in weights {
        left -= weight;
        if left < 0.0 {
            return mood;
        }
    }
    PostMood::Calm
}
