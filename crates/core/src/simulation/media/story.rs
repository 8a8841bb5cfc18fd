//! Stories: headline, lead and quote, generated from recorded events.
//!
//! Quotes come from the session where possible: the organization's own words or a post by a customer. Stories that
//! center on another party quote an authority, the attackers, a lawyer or an expert from the scenario's phrases.
//! Each post is quoted at most once.
//!
//! The tone, -1 to 1, is the valence that the incident deserves (`Disclosure::valence`), plus an offset for the
//! kind of story, plus 0.2 times the outlet's stance including its grievance ([`super::outlet`]). `wording.rs`
//! produces the sentences and guarantees that no text repeats.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::newsdesk::NewsItem;
use super::state::Media;
use crate::scenario::{Metric, Model, Outlet};
use crate::simulation::disclosure::state::Disclosure;
use crate::simulation::ledger::Stage;
use crate::simulation::random::{Luck, Purpose};
use crate::simulation::wording::{Dice, Slots};
use crate::statement::thousands;
use crate::time::SimTime;
use crate::timeline::{Post, Quote, Story, StoryKind};

/// Number of recent posts that an outlet searches for a quote.
const POSTS_READ: usize = 40;

/// Writes the text of a story that is due.
pub(super) fn write(draft: &Draft, outlet: &Outlet, stage: &Stage, media: &mut Media, tone: f64) -> Story {
    let scenario = stage.scenario();
    let phrases = &scenario.phrases;
    let kind = draft.item.kind.key();
    let quote = quote(draft, outlet, stage, media);
    let slots = slots(&draft.item, outlet, stage, quote.as_ref());
    let dice = |pattern| {
        let key = draft.key.wrapping_add(pattern as u64);
        Dice { luck: stage.luck, pattern, part: Purpose::StoryPart, key, at: draft.due }
    };
    let headline =
        media.said.word(list_of(&phrases.headlines, kind), "headline", phrases, &slots, dice(Purpose::StoryHeadline));
    let lead = media.said.word(list_of(&phrases.leads, kind), "lead", phrases, &slots, dice(Purpose::StoryLead));
    Story { at: stage.now(), outlet: draft.outlet.clone(), kind: draft.item.kind, headline, lead, quote, tone }
}

/// Returns the patterns for a kind of story.
fn list_of<'a>(lists: &'a BTreeMap<String, Vec<String>>, kind: &str) -> &'a [String] {
    lists.get(kind).map_or(&[], Vec::as_slice)
}

/// Who is quoted in a kind of story.
enum Voice {
    Organization,
    Customer,
    /// A list of quotes in the phrases, and whether they are attributed to the subject of the item.
    Other(&'static str, bool),
}

fn voice(kind: StoryKind) -> Voice {
    match kind {
        StoryKind::Disclosure | StoryKind::Update | StoryKind::Praise | StoryKind::Revision | StoryKind::Reversal => {
            Voice::Organization
        }
        StoryKind::Leak
        | StoryKind::NoComment
        | StoryKind::Reaction
        | StoryKind::Buried
        | StoryKind::Gaffe
        | StoryKind::Slip
        | StoryKind::Dump
        | StoryKind::External => Voice::Customer,
        StoryKind::ClockMissed | StoryKind::Contradiction => Voice::Other("authority", true),
        StoryKind::Proof => Voice::Other("attackers", false),
        StoryKind::Lawsuit => Voice::Other("lawyer", false),
        StoryKind::SecondBreach | StoryKind::Abroad => Voice::Other("expert", false),
    }
}

fn quote(draft: &Draft, outlet: &Outlet, stage: &Stage, media: &mut Media) -> Option<Quote> {
    let scenario = stage.scenario();
    let own = || {
        let words = if draft.item.quote.is_empty() { last_word(stage) } else { draft.item.quote.clone() };
        (!words.is_empty()).then(|| Quote { words, by: scenario.organization.name.clone() })
    };
    let (voice, by_subject) = match voice(draft.item.kind) {
        Voice::Organization => match own() {
            Some(quote) => return Some(quote),
            None => ("expert", false),
        },
        Voice::Customer => match post(stage, media) {
            Some(quote) => return Some(quote),
            None => ("expert", false),
        },
        Voice::Other(list, by_subject) => (list, by_subject && !draft.item.subject.is_empty()),
    };
    let phrases = &scenario.phrases;
    let words = phrases.quotes.get(voice).filter(|list| !list.is_empty())?;
    let slots = slots(&draft.item, outlet, stage, None);
    let dice = Dice {
        luck: stage.luck,
        pattern: Purpose::StoryQuote,
        part: Purpose::StoryPart,
        key: draft.key.wrapping_add(Purpose::StoryQuote as u64),
        at: draft.due,
    };
    let by = if by_subject {
        draft.item.subject.clone()
    } else {
        let speakers = phrases.parts.get(&format!("speaker_{voice}")).map_or(&[][..], Vec::as_slice);
        speakers.get(stage.luck.pick(Purpose::StoryQuote, draft.key, draft.due, speakers.len()))?.clone()
    };
    Some(Quote { words: media.said.word(words, "quote", phrases, &slots, dice), by })
}

/// Returns a quote from the organization's latest public statement.
fn last_word(stage: &Stage) -> String {
    let said = stage.timeline().public().map(|(_, said)| said.statement.quote());
    said.filter(|quote| !quote.is_empty()).last().unwrap_or_default()
}

/// Quotes the recent negative post with the greatest reach that has not been quoted yet.
fn post(stage: &Stage, media: &mut Media) -> Option<Quote> {
    let posts = stage.timeline().posts.iter().rev().take(POSTS_READ);
    let fresh = posts.filter(|post| post.mood.is_negative() && !media.quoted.contains(&post.id));
    let post: Post = fresh.max_by_key(|post| (post.reach, post.id)).map(|post| Post::clone(post))?;
    media.quoted.insert(post.id);
    Some(Quote { words: post.text, by: post.handle })
}

pub(super) fn slots(item: &NewsItem, outlet: &Outlet, stage: &Stage, quote: Option<&Quote>) -> Slots {
    let scenario = stage.scenario();
    let records = stage.ledger.metrics[Metric::Records.index()];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are non-negative counts")]
    let (thousand_records, hours) = ((records / 1000.0).round() as u64 * 1000, stage.now().hours().round() as u64);
    let said = if item.quote.is_empty() { last_word(stage) } else { item.quote.clone() };
    let weekday = scenario.calendar.say(stage.now());
    vec![
        ("organization", scenario.organization.name.clone()),
        ("business", scenario.organization.business.clone()),
        ("outlet", outlet.title.clone()),
        ("quote", said),
        ("voice", quote.map_or_else(String::new, |quote| quote.words.clone())),
        ("speaker", quote.map_or_else(String::new, |quote| quote.by.clone())),
        ("subject", item.subject.clone()),
        ("count", thousands(item.count.unwrap_or(thousand_records))),
        ("hours", if hours < 2 { String::new() } else { hours.to_string() }),
        ("day", day_name(&weekday).to_owned()),
    ]
}

/// Expands an abbreviated weekday name.
fn day_name(short: &str) -> &'static str {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    DAYS.into_iter().find(|day| short.starts_with(&day[..3])).unwrap_or("")
}

/// Returns the tone of a story, -1 to 1: valence of the incident, kind of story and stance of the outlet.
pub(super) fn tone(stance: f64, kind: StoryKind, disclosure: &Disclosure, vacuum: f64, model: &Model) -> f64 {
    let kind = match kind {
        StoryKind::Praise => 0.9,
        StoryKind::Update | StoryKind::External | StoryKind::Abroad => 0.1,
        StoryKind::Disclosure => 0.0,
        StoryKind::Slip => -0.1,
        StoryKind::Leak | StoryKind::NoComment | StoryKind::ClockMissed | StoryKind::Lawsuit | StoryKind::Proof => -0.2,
        StoryKind::Revision
        | StoryKind::Reversal
        | StoryKind::SecondBreach
        | StoryKind::Reaction
        | StoryKind::Contradiction
        | StoryKind::Dump
        | StoryKind::Gaffe
        | StoryKind::Buried => -0.3,
    };
    (disclosure.valence(vacuum, model) + kind + 0.2 * stance).clamp(-1.0, 1.0)
}

/// Returns how long an outlet takes to write a story: no time for its own scoop, otherwise its pickup time plus or
/// minus up to 50%.
pub(super) fn writing_time(
    outlet: &Outlet,
    source: bool,
    key: u64,
    now: SimTime,
    luck: &Luck,
) -> crate::time::SimDuration {
    use crate::time::SimDuration;
    if source {
        return SimDuration::ZERO;
    }
    let factor = 0.5 + luck.draw(Purpose::StoryDelay, key, now);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "durations are small and positive")]
    SimDuration::from_minutes((f64::from(outlet.pickup.minutes()) * factor) as u32)
}
