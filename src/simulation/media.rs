//! The media: attention that bursts and decays, and stories that are written about it.
//!
//! *Attention* follows the quarter-hour recipe of `model.md` 2.4. News items are shots into the mainstream
//! channel m; m and social s excite themselves and each other through exponential kernels:
//!
//! ```text
//! f     = day(h) week(d) sum of size (1 - e^(-age/rise)) e^(-age/decay)
//! m     = f + n_mm a_mm + n_ms a_ms
//! s     = (n_ss + anger_to_social anger) a_ss + n_sm a_sm        a_sm three quarters of an hour late
//! a    += (1 - e^(-dt/tau)) (x - a)
//! day   = 1 + 0.5 cos(2 pi (h - 14) / 24),  week = 0.6 on Saturday and Sunday, else 1
//! V    += growth m (1 - V) - fall S V                             per hour: the vacuum
//! ```
//!
//! *Stories*: each item is taken up by an outlet with a chance that grows with the item's size, after the
//! outlet's own time; headline and lead are drawn from the phrases, never the same twice while any is left.
//! Ignored: the power-law tail (it begins after ten days), and other events in the news.

use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::disclosure::Disclosure;
use super::ledger::Stage;
use super::random::{Luck, Purpose, key_of};
use crate::id::OutletId;
use crate::scenario::{Metric, Model, Outlet, Scenario, phrases};
use crate::statement::thousands;
use crate::time::{SimDuration, SimTime};
use crate::timeline::{Happening, Story, StoryKind};

/// Minutes between two steps of attention.
const STEP_MINUTES: u32 = 15;

/// The same in hours.
const STEP_HOURS: f64 = 0.25;

/// Something that outlets may write about.
#[derive(Clone, Debug, Serialize)]
pub(super) struct NewsItem {
    kind: StoryKind,
    size: f64,
    quote: String,
    subject: String,
    count: Option<u64>,
    source: Option<OutletId>,
}

impl NewsItem {
    /// An item with the size of its shot.
    pub(super) fn new(kind: StoryKind, size: f64) -> Self {
        NewsItem { kind, size, quote: String::new(), subject: String::new(), count: None, source: None }
    }

    pub(super) fn quoting(mut self, quote: &str) -> Self {
        quote.clone_into(&mut self.quote);
        self
    }

    pub(super) fn about(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }

    pub(super) fn counting(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    pub(super) fn broken_by(mut self, outlet: &OutletId) -> Self {
        self.source = Some(outlet.clone());
        self
    }
}

/// The news of this minute.
#[derive(Resource, Debug, Default, Serialize)]
pub(super) struct Newsdesk {
    incoming: Vec<NewsItem>,
    item_count: u64,
}

impl Newsdesk {
    pub(super) fn bring(&mut self, item: NewsItem) {
        self.incoming.push(item);
    }
}

/// Attention, stories to come, and the vacuum.
#[derive(Resource, Debug, Default, Serialize)]
pub(super) struct Media {
    shots: Vec<(SimTime, f64)>,
    news_of_news: f64,
    news_of_social: f64,
    social_of_social: f64,
    social_of_news: f64,
    recent_news: Vec<f64>,
    pub(super) news: f64,
    pub(super) social: f64,
    pub(super) vacuum: f64,
    coverage: f64,
    drafts: Vec<Draft>,
    used: BTreeMap<String, Vec<usize>>,
}

/// A story that an outlet is writing.
#[derive(Clone, Debug, Serialize)]
struct Draft {
    due: SimTime,
    outlet: OutletId,
    item: NewsItem,
    key: u64,
}

/// Takes up the news of this minute, as shots and as drafts.
pub(super) fn take_up(stage: Stage, mut newsdesk: ResMut<Newsdesk>, mut media: ResMut<Media>) {
    let now = stage.now();
    let scenario = stage.scenario();
    for item in std::mem::take(&mut newsdesk.incoming) {
        media.shots.push((now, item.size));
        newsdesk.item_count += 1;
        let number = newsdesk.item_count;
        for outlet in &scenario.outlets {
            let key = key_of(outlet.id.as_str()).wrapping_add(number);
            let source = item.source.as_ref() == Some(&outlet.id);
            let chance = (0.25 + 0.8 * item.size).min(0.95);
            if source || stage.luck.draw(Purpose::StoryPickup, key, now) < chance {
                let due = now + delay(outlet, source, key, now, &stage.luck);
                media.drafts.push(Draft { due, outlet: outlet.id.clone(), item: item.clone(), key });
            }
        }
    }
}

/// How long an outlet takes: nothing for its own scoop, else its time, give or take a half.
fn delay(outlet: &Outlet, source: bool, key: u64, now: SimTime, luck: &Luck) -> SimDuration {
    if source {
        return SimDuration::ZERO;
    }
    let factor = 0.5 + luck.draw(Purpose::StoryDelay, key, now);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "durations are small and positive")]
    SimDuration::from_minutes((f64::from(outlet.pickup.minutes()) * factor) as u32)
}

/// Moves attention one step every quarter of an hour.
pub(super) fn spread_attention(mut stage: Stage, disclosure: Res<Disclosure>, mut media: ResMut<Media>) {
    let now = stage.now();
    let scenario = stage.scenario();
    let model = &scenario.model;
    if now.minutes().is_multiple_of(STEP_MINUTES) {
        let anger = stage.ledger.metrics[Metric::Anger.index()];
        let forcing = media.forcing(model, &scenario, now);
        media.step(model, forcing, anger);
    }
    media.coverage += media.news / 60.0;
    let growth = model.vacuum_growth.value * media.news * (1.0 - media.vacuum);
    let fall = model.vacuum_fall.value * disclosure.specificity * media.vacuum;
    media.vacuum = (media.vacuum + (growth - fall) / 60.0).clamp(0.0, 1.0);
    stage.ledger.set(Metric::News, media.news);
    stage.ledger.set(Metric::Social, media.social);
    stage.ledger.set(Metric::Coverage, media.coverage);
    stage.ledger.set(Metric::Vacuum, media.vacuum);
}

impl Media {
    fn forcing(&self, model: &Model, scenario: &Scenario, now: SimTime) -> f64 {
        let hour = scenario.calendar.hour_of_day(now);
        let day = 1.0 + 0.5 * libm::cos(std::f64::consts::TAU * (hour - 14.0) / 24.0);
        let week = if scenario.calendar.is_weekend(now) { 0.6 } else { 1.0 };
        let psi = |age: f64| {
            (1.0 - libm::exp(-age / model.news_rise_hours.value)) * libm::exp(-age / model.news_decay_hours.value)
        };
        day * week * self.shots.iter().map(|(at, size)| size * psi(now.since(*at).hours())).sum::<f64>()
    }

    fn step(&mut self, model: &Model, forcing: f64, anger: f64) {
        let news =
            forcing + model.news_to_news.value * self.news_of_news + model.social_to_news.value * self.news_of_social;
        let heat = model.social_to_social.value + model.anger_to_social.value * anger;
        let social = heat.min(0.9) * self.social_of_social + model.news_to_social.value * self.social_of_news;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few steps")]
        let lag = (model.news_to_social_delay_hours.value / STEP_HOURS) as usize;
        self.recent_news.push(news);
        let delayed = self.recent_news.len().checked_sub(lag).and_then(|at| self.recent_news.get(at)).copied();
        if self.recent_news.len() > lag.max(1) {
            self.recent_news.remove(0);
        }
        let weight = |hours: f64| 1.0 - libm::exp(-STEP_HOURS / hours);
        let (slow, fast) = (weight(model.news_kernel_hours.value), weight(model.social_kernel_hours.value));
        self.news_of_news += slow * (news - self.news_of_news);
        self.news_of_social += slow * (social - self.news_of_social);
        self.social_of_social += fast * (social - self.social_of_social);
        self.social_of_news += fast * (delayed.unwrap_or(0.0) - self.social_of_news);
        self.news = news;
        self.social = social;
    }
}

/// Runs the stories that are ready.
pub(super) fn run_stories(mut stage: Stage, disclosure: Res<Disclosure>, mut media: ResMut<Media>) {
    let now = stage.now();
    let scenario = stage.scenario();
    let (ready, writing): (Vec<Draft>, Vec<Draft>) =
        std::mem::take(&mut media.drafts).into_iter().partition(|draft| draft.due <= now);
    media.drafts = writing;
    for draft in ready {
        let Some(outlet) = scenario.outlet(&draft.outlet) else { continue };
        let slots = Slots::of(&draft.item, outlet, &stage);
        let phrases = &scenario.phrases;
        let kind = draft.item.kind.key();
        let mut write =
            |list, what, purpose| media.word(list, &format!("{what}/{kind}"), purpose, &draft, &slots, &stage.luck);
        let headline = write(phrases.headlines.get(kind), "headline", Purpose::StoryHeadline);
        let lead = write(phrases.leads.get(kind), "lead", Purpose::StoryLead);
        let story = Story {
            at: now,
            outlet: draft.outlet.clone(),
            kind: draft.item.kind,
            headline,
            lead,
            tone: tone(
                outlet,
                draft.item.kind,
                disclosure.valence(scenario.threat.cluster, media.vacuum, &scenario.model),
            ),
        };
        let index = stage.timeline().stories.len();
        stage.timeline_mut().stories.push(story);
        stage.record(Happening::StoryRun(index), None);
    }
}

impl Media {
    /// Draws a sentence that can be filled and has not been used yet, as long as there is one, and fills it.
    fn word(
        &mut self,
        list: Option<&Vec<String>>,
        book: &str,
        purpose: Purpose,
        draft: &Draft,
        slots: &Slots,
        luck: &Luck,
    ) -> String {
        let list = list.map_or(&[][..], Vec::as_slice);
        let used = self.used.entry(book.to_owned()).or_default();
        let possible: Vec<usize> = (0..list.len()).filter(|index| slots.can_fill(&list[*index])).collect();
        if possible.iter().all(|index| used.contains(index)) {
            used.clear();
        }
        let left: Vec<usize> = possible.into_iter().filter(|index| !used.contains(index)).collect();
        match left.get(luck.pick(purpose, draft.key, draft.due, left.len())) {
            Some(index) => {
                used.push(*index);
                slots.fill(&list[*index])
            }
            None => slots.organization.clone(),
        }
    }
}

/// The tone of a story, -1 to 1: what the incident deserves, the kind of story, and the outlet's stance.
fn tone(outlet: &Outlet, kind: StoryKind, valence: f64) -> f64 {
    let kind = match kind {
        StoryKind::Praise => 0.9,
        StoryKind::Update | StoryKind::External => 0.1,
        StoryKind::Disclosure => 0.0,
        StoryKind::Leak | StoryKind::NoComment | StoryKind::ClockMissed => -0.2,
        StoryKind::Revision | StoryKind::Reversal | StoryKind::SecondBreach | StoryKind::Reaction => -0.3,
    };
    (valence + kind + 0.2 * outlet.stance).clamp(-1.0, 1.0)
}

/// What fills the slots of a sentence; an empty value fills nothing.
struct Slots {
    organization: String,
    business: String,
    outlet: String,
    quote: String,
    subject: String,
    count: String,
    hours: String,
}

impl Slots {
    fn of(item: &NewsItem, outlet: &Outlet, stage: &Stage) -> Self {
        let scenario = stage.scenario();
        let last_word = || {
            let said = stage.timeline().public().map(|(_, said)| said.statement.quote());
            said.filter(|quote| !quote.is_empty()).last().unwrap_or_default()
        };
        let records = stage.ledger.metrics[Metric::Records.index()];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "records and hours are counted")]
        let (thousand_records, hours) = ((records / 1000.0).round() as u64 * 1000, stage.now().hours().round() as u64);
        Slots {
            organization: scenario.organization.name.clone(),
            business: scenario.organization.business.clone(),
            outlet: outlet.title.clone(),
            quote: if item.quote.is_empty() { last_word() } else { item.quote.clone() },
            subject: item.subject.clone(),
            count: thousands(item.count.unwrap_or(thousand_records)),
            hours: if hours < 2 { String::new() } else { hours.to_string() },
        }
    }

    fn pairs(&self) -> [(&str, &str); 7] {
        [
            ("organization", &self.organization),
            ("business", &self.business),
            ("outlet", &self.outlet),
            ("quote", &self.quote),
            ("subject", &self.subject),
            ("count", &self.count),
            ("hours", &self.hours),
        ]
    }

    /// Whether every slot of a sentence has a value.
    fn can_fill(&self, sentence: &str) -> bool {
        !self.pairs().iter().any(|(slot, value)| value.is_empty() && sentence.contains(&format!("{{{slot}}}")))
    }

    fn fill(&self, sentence: &str) -> String {
        phrases::fill(sentence, &self.pairs())
    }
}
