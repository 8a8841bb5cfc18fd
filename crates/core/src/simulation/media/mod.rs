//! The media: attention that bursts and decays, the stories that are written, and the rumors that spread where
//! information is missing.
//!
//! News items enter the mainstream channel of [`attention`] as shots ([`shot`]). The sum of all shots and the
//! background is multiplied by `M * day * week`:
//!
//! ```text
//! M    = exp(-c z)                                 z: pressure of other news, in standard deviations
//! day  = 1 + amplitude cos(2 pi (h - peak) / 24)   h: hour of the day
//! week = 0.6 on Saturday and Sunday, else 1
//! ```
//!
//! Three quantities between 0 and 1 make a topic hot, and each adds at most 0.15 to the spectral radius of
//! [`attention`]: the mean *anger* of customers; *novelty*, which a new item raises to `1 / (1 + n)`, where n
//! counts earlier items of the same kind, and which halves every 69 minutes; and *suspicion* of a cover-up, which
//! rises with every sign of concealment and decays over time.
//!
//! A first disclosure on a weekend or holiday, or while the pressure of other news is at or above
//! `buried_pressure`, is followed once by an accusation of burying bad news (section 10 of `docs/model.md`, X16).
//! The size of its shot is `shot_buried` times the severity. Without this rule, timing a disclosure for a busy news
//! day would carry no cost. Organizations that disclose within `buried_after_hours` of the first suspicion did not
//! choose the day and are not accused.
//!
//! After the breach becomes public, the story may spread abroad ([`border`]). The information [`vacuum`] grows
//! while people have questions, and is filled by a [`rumor`] or by official information.
//!
//! *Stories.* Each outlet takes up an item with some probability, needs its own time to write it, and prints it in
//! its next edition ([`outlet`]). [`story`] produces the text. Before it prints, the outlet may ask the press
//! office a question ([`question`]).
//!
//! Not modeled: outlets correcting their own stories.

mod agenda;
pub(super) mod attention;
mod border;
mod draft;
pub(super) mod newsdesk;
mod outlet;
mod question;
mod rumor;
mod shot;
pub(super) mod state;
mod story;
mod subject;
mod vacuum;

use bevy_ecs::system::{Res, ResMut};

use self::attention::{Recipe, STEP_HOURS};
use self::draft::Draft;
use self::newsdesk::{NewsItem, Newsdesk};
use self::rumor::Climate;
use self::shot::Forcing;
use self::state::Media;
use super::disclosure::state::Disclosure;
use super::inject::Injects;
use super::ledger::{Shared, Stage};
use super::random::{Purpose, key_of};
use crate::scenario::{Metric, Scenario};
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EventKind, StoryKind};

/// Minutes per step of attention.
const STEP_MINUTES: u32 = 15;

/// Turns this minute's news items into shots and drafts.
pub(super) fn take_up(
    mut shared: ResMut<Shared>,
    disclosure: Res<Disclosure>,
    mut injects: ResMut<Injects>,
    mut newsdesk: ResMut<Newsdesk>,
    mut media: ResMut<Media>,
) {
    let mut stage = shared.stage();
    let now = stage.now();
    let scenario = stage.scenario();
    media.fresh.clear();
    if media.buried == Some(now) {
        let size = scenario.model.shot_buried.value * scenario.threat.severity;
        newsdesk.bring(NewsItem::new(StoryKind::Buried, size));
    }
    if media.border.cross(now) {
        stage.record(EventKind::WentAbroad, None);
        newsdesk.bring(NewsItem::new(StoryKind::Abroad, 0.0));
    }
    question::settle(&mut media, &mut stage, &disclosure, &mut injects);
    for item in std::mem::take(&mut newsdesk.incoming) {
        newsdesk.item_count += 1;
        media.notice(&item, &stage, &scenario);
        media.resent(&item, &stage, &scenario);
        let from = media.drafts.len();
        media.draft(&item, newsdesk.item_count, &stage, &scenario);
        question::ask(&item, from, &mut media, &mut stage, &disclosure, &mut injects);
    }
    if stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some() {
        media.border.open(&scenario.model, stage.luck, now);
    }
}

impl Media {
    /// Applies an item to attention: its shot, novelty and suspicion, and possibly a later accusation of burying
    /// the news.
    fn notice(&mut self, item: &NewsItem, stage: &Stage, scenario: &Scenario) {
        let model = &scenario.model;
        let now = stage.now();
        let had_a_choice =
            stage.ledger.aware().is_some_and(|aware| now.since(aware).hours() >= model.buried_after_hours.value);
        self.fresh.push((item.kind, item.size));
        self.shots.strike(now, item.size);
        let count = self.kinds.entry(item.kind).or_default();
        if item.size > 0.0 {
            self.novelty = self.novelty.max(1.0 / (1.0 + f64::from(*count)));
        }
        *count += 1;
        if is_sign_of_hiding(item.kind) {
            self.suspicion += model.suspicion_step.value * (1.0 - self.suspicion);
        }
        let holiday = scenario.holidays.contains(&scenario.calendar.at(now).date());
        let chosen =
            holiday || scenario.calendar.is_weekend(now) || scenario.pressure_at(now) >= model.buried_pressure.value;
        if item.kind == StoryKind::Disclosure && chosen && had_a_choice && self.buried.is_none() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hours")]
            let delay = SimDuration::from_minutes((model.buried_delay_hours.value * 60.0) as u32);
            self.buried = Some(now + delay);
        }
    }

    /// Records a grievance for outlets that were refused an answer or printed an assurance that is now withdrawn.
    fn resent(&mut self, item: &NewsItem, stage: &Stage, scenario: &Scenario) {
        for outlet in &scenario.outlets {
            let refused = item.kind == StoryKind::NoComment && item.source.as_ref() == Some(&outlet.id);
            let printed = || {
                let stories = &stage.timeline().stories;
                let own = |kind| matches!(kind, StoryKind::Disclosure | StoryKind::Update | StoryKind::Praise);
                stories.iter().any(|story| story.outlet == outlet.id && own(story.kind))
            };
            if refused || (item.kind == StoryKind::Reversal && printed()) {
                self.grievances.add(&outlet.id, outlet.memory, &scenario.model);
            }
        }
    }

    fn draft(&mut self, item: &NewsItem, number: u64, stage: &Stage, scenario: &Scenario) {
        let now = stage.now();
        for outlet in &scenario.outlets {
            let key = key_of(outlet.id.as_str()).wrapping_add(number);
            let source = item.source.as_ref() == Some(&outlet.id);
            let chance = outlet::pickup_chance(outlet, item.kind, item.size, self.attention.trade, &scenario.model);
            if source || stage.luck.draw(Purpose::StoryPickup, key, now) < chance {
                let finished = now + story::writing_time(outlet, source, key, now, stage.luck);
                let due = match source {
                    true => finished,
                    false => outlet.next_edition(finished, &scenario.calendar),
                };
                self.drafts.push(Draft { due, outlet: outlet.id.clone(), item: item.clone(), key });
            }
        }
    }
}

/// Returns whether a kind of story suggests a cover-up.
fn is_sign_of_hiding(kind: StoryKind) -> bool {
    matches!(kind, StoryKind::Leak | StoryKind::Reversal | StoryKind::NoComment | StoryKind::Buried)
}

/// Advances attention and the rumor every 15 minutes, and the vacuum every minute.
pub(super) fn spread_attention(mut shared: ResMut<Shared>, disclosure: Res<Disclosure>, mut media: ResMut<Media>) {
    let mut stage = shared.stage();
    let now = stage.now();
    let scenario = stage.scenario();
    let model = &scenario.model;
    if now.minutes().is_multiple_of(STEP_MINUTES) {
        media.step(&stage, &scenario, disclosure.specificity);
    }
    media.coverage += media.news / 60.0;
    let believing = media.rumor();
    media.vacuum = vacuum::after_a_minute(media.vacuum, media.news, believing, disclosure.specificity, model);
    if !media.rumor_is_big && believing > model.rumor_alarm.value {
        media.rumor_is_big = true;
        stage.record(EventKind::RumorSpread, None);
    }
    stage.ledger.set(Metric::News, media.news);
    stage.ledger.set(Metric::Social, media.social);
    stage.ledger.set(Metric::Coverage, media.coverage);
    stage.ledger.set(Metric::Vacuum, media.vacuum);
    stage.ledger.set(Metric::Search, media.attention.search);
    stage.ledger.set(Metric::Rumor, believing);
}

impl Media {
    fn step(&mut self, stage: &Stage, scenario: &Scenario, specificity: f64) {
        let model = &scenario.model;
        let now = stage.now();
        let shots = self.shots.force(&Forcing::of(model), now);
        let forcing = loudness(scenario, now) * (model.news_background.value + shots);
        let anger = stage.ledger.metrics[Metric::Anger.index()];
        let heat = model.heat_anger.value * anger
            + model.heat_novelty.value * self.novelty
            + model.heat_cover_up.value * self.suspicion;
        self.attention.step(&Recipe::of(model).heated(heat), forcing);
        self.news = self.attention.news;
        self.social = self.attention.social;
        self.novelty *= libm::exp2(-STEP_HOURS / model.novelty_half_life_hours.value);
        self.suspicion *= libm::exp2(-STEP_HOURS / model.suspicion_half_life_hours.value);
        self.grievances.fade(STEP_HOURS, model);
        let aware = stage.ledger.metrics[Metric::Awareness.index()];
        let attention = self.news + self.social;
        self.rumor.step(Climate { attention, vacuum: self.vacuum, specificity, aware }, model);
    }
}

/// Returns the factor on the forcing for other news, the hour of the day and the weekend.
fn loudness(scenario: &Scenario, now: SimTime) -> f64 {
    let model = &scenario.model;
    let turn = (scenario.calendar.hour_of_day(now) - model.news_day_peak_hour.value) / 24.0;
    let day = 1.0 + model.news_day_amplitude.value * libm::cos(std::f64::consts::TAU * turn);
    let week = if scenario.calendar.is_weekend(now) { model.news_weekend.value } else { 1.0 };
    day * week * libm::exp(-model.news_congestion.value * scenario.pressure_at(now))
}

/// Publishes the stories that are due.
pub(super) fn run_stories(mut shared: ResMut<Shared>, disclosure: Res<Disclosure>, mut media: ResMut<Media>) {
    let mut stage = shared.stage();
    let now = stage.now();
    let scenario = stage.scenario();
    if media.drafts.iter().all(|draft| draft.due > now) {
        return;
    }
    let (ready, writing): (Vec<Draft>, Vec<Draft>) =
        std::mem::take(&mut media.drafts).into_iter().partition(|draft| draft.due <= now);
    media.drafts = writing;
    for draft in ready {
        let Some(outlet) = scenario.outlet(&draft.outlet) else { continue };
        let stance = media.grievances.stance(outlet, &scenario.model);
        let tone = story::tone(stance, draft.item.kind, &disclosure, media.vacuum, &scenario.model);
        let story = story::write(&draft, outlet, &stage, &mut media, tone);
        let index = stage.timeline().stories.len();
        stage.timeline_mut().stories.push(story);
        stage.record(EventKind::StoryRun(index), None);
    }
}
