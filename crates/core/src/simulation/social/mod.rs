//! Social networks: what customers write, and the effect of replying.
//!
//! - *Negative share.* The share of posts that are negative is `n = u / (u + 0.25 (1 - u))`, where u is the
//!   weighted mean of anger (0.7) and fear (0.3) among aware customers. It is 0 while no customer is aware. An
//!   alarm is raised once, when n exceeds `narrative_alarm` while social attention is above 0.05.
//! - *Reach.* The reach of negative posts, and the part of it that was answered, are measured in attention-hours. A
//!   round of replies covers posts of the last four hours in proportion to its quality and weakens negative
//!   narratives.
//! - *Narratives.* [`narrative`] tracks messages that recur across posts.
//! - *Posts.* At most one post per minute is drawn for display ([`post`]).
//! - *Listening.* With social listening on, players see a [`sample`] of sentiment with its margin of error, never
//!   the true values.
//!
//! Not modeled: influential accounts, and who reads whom.

mod narrative;
mod post;
pub(super) mod sample;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use self::narrative::{Narratives, Occasion, Turn};
use self::sample::Sample;
use super::customer::mood::Mood;
use super::customer::sleeper::Sleepers;
use super::disclosure::state::Disclosure;
use super::ledger::{Shared, Stage};
use super::media::state::Media;
use super::operation::state::Operation;
use super::random::Purpose;
use super::wording::Said;
use crate::scenario::{Effect, Metric, Model};
use crate::timeline::EventKind;

/// Social attention at or below which the narrative alarm stays silent.
const QUIET: f64 = 0.05;

/// Minutes of past posts that a round of replies covers.
const REACH_BACK: usize = 240;

/// Minutes between two samples.
const SAMPLE_MINUTES: u32 = 15;

/// State of social networks.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(super) struct Social {
    open: Vec<f64>,
    total: f64,
    answered: f64,
    alarmed: bool,
    narratives: Narratives,
    /// Results of social listening, oldest first.
    pub(super) samples: Vec<Sample>,
    said: Said,
}

/// Counts negative posts, applies replies, updates narratives and draws the posts for display.
pub(super) fn talk(
    mut shared: ResMut<Shared>,
    media: Res<Media>,
    mood: Res<Mood>,
    (disclosure, operation, sleepers): (Res<Disclosure>, Res<Operation>, Res<Sleepers>),
    mut social: ResMut<Social>,
) {
    let mut stage = shared.stage();
    let scenario = stage.scenario();
    let model = &scenario.model;
    let (anger, fear) = mood.aware_feelings();
    let upset = 0.7 * anger + 0.3 * fear;
    let negative = if mood.aware() <= 0.0 { 0.0 } else { upset / (upset + 0.25 * (1.0 - upset)) };
    stage.ledger.set(Metric::Negative, negative);
    social.count(negative * media.social / 60.0);
    social.answer(&mut stage, model);
    if !social.alarmed && negative > model.narrative_alarm.value && media.social > QUIET {
        social.alarmed = true;
        stage.record(EventKind::NarrativeAlarm, None);
    }
    let occasion = Occasion {
        attention: media.social,
        suspicion: media.suspicion(),
        vacuum: media.vacuum,
        credibility: disclosure.credibility,
        specificity: disclosure.specificity,
        empathy: disclosure.empathy,
        responsibility: disclosure.responsibility,
        anger,
        fear,
        rumor: media.rumor(),
        wait: operation.wait_hours(&scenario),
    };
    for turn in social.narratives.turn(&occasion, model) {
        let what = match turn {
            Turn::Formed(kind) => EventKind::NarrativeFormed(kind),
            Turn::Faded(kind) => EventKind::NarrativeFaded(kind),
        };
        stage.record(what, None);
    }
    stage.timeline_mut().negative_reach = (social.total, social.answered);
    social.listen(&stage, operation.listening, (negative, media.social), model);
    let rate = 60.0 * model.posts_per_hour.value * media.social * 10.0;
    if stage.luck.happens(Purpose::PostRate, 0, stage.now(), rate.min(30.0)) {
        let Social { narratives, said, .. } = &mut *social;
        let fear = fear.max(0.5 * media.rumor());
        let post = post::write(&stage, narratives, said, (anger, fear), !sleepers.is_cohort());
        stage.timeline_mut().posts.extend(post);
    }
}

impl Social {
    /// Adds the reach of negative posts written in this minute.
    fn count(&mut self, written: f64) {
        self.total += written;
        self.open.push(written);
        if self.open.len() > REACH_BACK {
            self.open.remove(0);
        }
    }

    fn answer(&mut self, stage: &mut Stage, model: &Model) {
        for (effect, cause) in stage.effects() {
            if let Effect::Reply(quality) = effect {
                for written in &mut self.open {
                    self.answered += *written * quality;
                    *written *= 1.0 - quality;
                }
                self.narratives.answer(quality, model);
                stage.record(EventKind::PostsAnswered(quality), cause);
            }
        }
    }

    /// Takes a sample every 15 minutes, and immediately when social listening is switched on.
    fn listen(&mut self, stage: &Stage, listening: bool, (negative, attention): (f64, f64), model: &Model) {
        let now = stage.now();
        if listening && (self.samples.is_empty() || now.minutes().is_multiple_of(SAMPLE_MINUTES)) {
            let trust = stage.ledger.metrics[Metric::Trust.index()];
            self.samples.push(sample::take(now, (negative, trust), attention, stage.luck, model));
        }
    }
}
