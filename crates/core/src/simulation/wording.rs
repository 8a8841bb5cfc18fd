//! Text generation: sentences assembled from parts, never the same one twice in an exercise.
//!
//! A *pattern* contains slots (`{organization}`), which are filled from the state of the simulation, and parts
//! (`{*opener}`), which are drawn from lists and may contain further slots and parts. A frame adds an opener or a
//! coda to a pattern. A pattern is not used again until all others of its list have been used.
//!
//! If a text was used before, another is drawn. If that one was also used, the two are joined, and as a last resort
//! a number is appended. Uniqueness is therefore guaranteed and not just likely.

use std::collections::BTreeSet;

use serde::Serialize;

use super::random::{Luck, Purpose, key_of};
use crate::scenario::Phrases;
use crate::scenario::phrases::{fill, has_slot};
use crate::time::SimTime;

/// Number of draws before the fallback to numbering.
const TRIES: u64 = 12;

/// Maximum nesting depth of parts.
const DEEPEST: usize = 3;

/// Values of the slots of a pattern, by slot. A pattern whose slot has an empty value is not used.
pub(super) type Slots = Vec<(&'static str, String)>;

/// Random draws for one text.
#[derive(Clone, Copy)]
pub(super) struct Dice<'a> {
    pub(super) luck: &'a Luck,
    pub(super) pattern: Purpose,
    pub(super) part: Purpose,
    pub(super) key: u64,
    pub(super) at: SimTime,
}

impl Dice<'_> {
    /// Draws the n-th choice. The keys of one text are spaced far apart from those of the next.
    fn choose(&self, n: u64, count: usize) -> usize {
        self.luck.pick(self.part, self.key.wrapping_mul(0x1_0000).wrapping_add(n), self.at, count)
    }
}

/// Texts used in an exercise, and patterns that are not available again yet.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Said {
    texts: BTreeSet<u64>,
    resting: BTreeSet<u64>,
}

impl Said {
    /// Records a text. Returns whether it is new.
    pub(super) fn enter(&mut self, text: &str) -> bool {
        self.texts.insert(key_of(text))
    }

    /// Returns a text that was not used before, in one of the frames with the given name.
    pub(super) fn word(
        &mut self,
        patterns: &[String],
        frame: &str,
        phrases: &Phrases,
        slots: &Slots,
        dice: Dice,
    ) -> String {
        let awake = self.awake(patterns, slots);
        let frames = phrases.frames.get(frame).map_or(&[][..], Vec::as_slice);
        let mut last = String::new();
        for n in 0..TRIES {
            let Some(pattern) = awake.get(first_choice(n, &dice, awake.len())) else { break };
            let frame = frames.get(dice.choose(n * 64 + 62, frames.len())).map_or("{core}", String::as_str);
            let framed = frame.replace("{core}", pattern);
            let Some(text) = write(&framed, phrases, slots, &dice, n * 64) else { continue };
            if self.enter(&text) {
                self.resting.insert(key_of(pattern));
                return text;
            }
            if !last.is_empty() && self.enter(&format!("{last} {text}")) {
                return format!("{last} {text}");
            }
            last = text;
        }
        self.numbered(if last.is_empty() { plain(slots) } else { last })
    }

    /// Returns the patterns that can be filled and are available. If all have been used, makes all available again.
    fn awake<'p>(&mut self, patterns: &'p [String], slots: &Slots) -> Vec<&'p String> {
        let fillable = patterns.iter().filter(|pattern| can_fill(pattern, slots));
        let fillable: Vec<(&String, bool)> =
            fillable.map(|pattern| (pattern, self.resting.contains(&key_of(pattern)))).collect();
        let all_rest = fillable.iter().all(|(_, rests)| *rests);
        if all_rest {
            for (pattern, _) in &fillable {
                self.resting.remove(&key_of(pattern));
            }
        }
        fillable.into_iter().filter(|(_, rests)| all_rest || !rests).map(|(pattern, _)| pattern).collect()
    }

    fn numbered(&mut self, text: String) -> String {
        let numbered = (2..).map(|n: u32| format!("{text} ({n})"));
        std::iter::once(text.clone()).chain(numbered).find(|text| self.enter(text)).unwrap_or_default()
    }
}

fn first_choice(n: u64, dice: &Dice, count: usize) -> usize {
    if n == 0 { dice.luck.pick(dice.pattern, dice.key, dice.at, count) } else { dice.choose(n * 64 + 63, count) }
}

/// Returns the text used if no pattern fits: the name of the organization.
fn plain(slots: &Slots) -> String {
    slots.iter().find(|(slot, _)| *slot == "organization").map_or_else(String::new, |(_, name)| name.clone())
}

/// Returns whether every slot of a pattern has a value.
fn can_fill(pattern: &str, slots: &Slots) -> bool {
    let mut empty = slots.iter().filter(|(_, value)| value.is_empty());
    !empty.any(|(slot, _)| has_slot(pattern, slot))
}

/// Fills a pattern; `None` if a part requires a missing value.
fn write(pattern: &str, phrases: &Phrases, slots: &Slots, dice: &Dice, base: u64) -> Option<String> {
    let mut text = pattern.to_owned();
    let mut n = base;
    for _ in 0..DEEPEST {
        while let Some((before, name, after)) = next_part(&text) {
            let list = phrases.parts.get(name).map_or(&[][..], Vec::as_slice);
            let fillable: Vec<&String> = list.iter().filter(|part| can_fill(part, slots)).collect();
            let part = fillable.get(dice.choose(n, fillable.len()))?;
            n += 1;
            text = format!("{before}{part}{after}");
            if n > base + 16 {
                return None;
            }
        }
    }
    let pairs: Vec<(&str, &str)> = slots.iter().map(|(slot, value)| (*slot, value.as_str())).collect();
    can_fill(&text, slots).then(|| fill(&text, &pairs))
}

/// Splits a text at its first part: the text before, the name of the part, the text after.
fn next_part(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{*")?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::random::Seed;

    fn dice(luck: &Luck, key: u64) -> Dice<'_> {
        let [pattern, part] = [Purpose::StoryHeadline, Purpose::StoryPart];
        Dice { luck, pattern, part, key, at: SimTime::START }
    }

    fn phrases() -> Phrases {
        let mut phrases = Phrases::default();
        phrases.parts.insert("verb".to_owned(), vec!["speaks".to_owned(), "{*calm} waits".to_owned()]);
        phrases.parts.insert("calm".to_owned(), vec!["calmly".to_owned(), "{hours} hours".to_owned()]);
        phrases
    }

    #[test]
    fn texts_never_repeat_even_with_a_single_pattern() {
        let luck = Luck::new(Seed(3));
        for patterns in [vec!["{organization} {*verb}".to_owned()], vec!["One.".to_owned()], vec![]] {
            let mut said = Said::default();
            let mut texts = BTreeSet::new();
            for key in 0..500 {
                let slots = vec![("organization", "Shop".to_owned()), ("hours", "4".to_owned())];
                assert!(texts.insert(said.word(&patterns, "", &phrases(), &slots, dice(&luck, key))));
            }
        }
    }

    #[test]
    fn patterns_with_empty_slots_are_not_used() {
        let luck = Luck::new(Seed(3));
        let patterns = vec!["{organization} {*verb}".to_owned(), "{hours} hours of {organization}".to_owned()];
        let slots = vec![("organization", "Shop".to_owned()), ("hours", String::new())];
        let mut said = Said::default();
        for key in 0..50 {
            let text = said.word(&patterns, "", &phrases(), &slots, dice(&luck, key));
            assert!(!text.contains('{') && !text.contains("hours"), "{text}");
        }
    }
    /// Returns all built-in phrases, each with the slots it may contain.
    fn everything() -> (Phrases, Vec<(String, &'static [&'static str])>) {
        const STORY: &[&str] = &[
            "organization",
            "business",
            "outlet",
            "quote",
            "voice",
            "speaker",
            "subject",
            "count",
            "hours",
            "day",
            "core",
            "deadline",
        ];
        const QUESTION: &[&str] = &["organization", "business", "outlet", "quote", "subject", "count", "hours", "day"];
        const POST: &[&str] = &["organization", "other", "waiting", "outlet", "core"];
        let text = include_str!("../../../../assets/text/phrases.ron");
        let phrases: Phrases = crate::scenario::file::dialect().from_str(text).unwrap();
        let story = [&phrases.headlines, &phrases.leads, &phrases.quotes, &phrases.parts, &phrases.frames];
        let post = [&phrases.posts, &phrases.narratives, &phrases.replies];
        let lines = |lists: &[&std::collections::BTreeMap<String, Vec<String>>], slots| {
            lists
                .iter()
                .flat_map(|lists| lists.values().flatten())
                .map(|line| (line.clone(), slots))
                .collect::<Vec<_>>()
        };
        let all = [lines(&story, STORY), lines(&post, POST), lines(&[&phrases.questions], QUESTION)].concat();
        (phrases, all)
    }

    #[test]
    fn every_slot_and_part_in_the_phrases_exists() {
        let (phrases, all) = everything();
        assert!(all.len() > 1000, "{}", all.len());
        for (line, slots) in all {
            for name in line.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
                match name.strip_prefix('*') {
                    Some(part) => assert!(phrases.parts.contains_key(part), "{{*{part}}} in {line}"),
                    None => assert!(slots.contains(&name), "{{{name}}} in {line}"),
                }
            }
        }
    }

    #[test]
    fn every_story_post_and_narrative_kind_has_phrases() {
        use crate::timeline::{Mood, NarrativeKind, StoryKind as S};
        let (phrases, _) = everything();
        for kind in [
            S::Disclosure,
            S::Leak,
            S::Update,
            S::Revision,
            S::Reversal,
            S::NoComment,
            S::ClockMissed,
            S::Praise,
            S::SecondBreach,
            S::External,
            S::Reaction,
            S::Contradiction,
            S::Proof,
            S::Dump,
            S::Gaffe,
            S::Lawsuit,
            S::Buried,
            S::Abroad,
            S::Slip,
        ] {
            assert!(phrases.headlines[kind.key()].len() >= 10 && phrases.leads[kind.key()].len() >= 8, "{kind:?}");
        }
        for mood in [Mood::Angry, Mood::Afraid, Mood::Asking, Mood::Calm, Mood::Grateful] {
            assert!(phrases.posts[mood.key()].len() >= 30 && phrases.replies[mood.key()].len() >= 10, "{mood:?}");
        }
        for kind in NarrativeKind::ALL {
            assert!(phrases.narratives[kind.key()].len() >= 10, "{kind:?}");
        }
    }

    /// Ten thousand texts of one kind correspond to years of exercises.
    #[test]
    fn ten_thousand_texts_are_distinct_and_rarely_numbered() {
        let (phrases, _) = everything();
        for seed in 0..3 {
            let luck = Luck::new(Seed(seed));
            let mut said = Said::default();
            let mut texts = BTreeSet::new();
            for key in 0..10_000 {
                let slots = vec![
                    ("organization", "Shop".to_owned()),
                    ("other", "@somebody".to_owned()),
                    ("waiting", "300".to_owned()),
                    ("outlet", "The Gazette".to_owned()),
                ];
                let text = said.word(&phrases.posts["angry"], "angry", &phrases, &slots, dice(&luck, key));
                assert!(!text.contains('{'), "{text}");
                assert!(texts.insert(text), "duplicate text with seed {seed}");
            }
            assert!(texts.iter().filter(|text| text.ends_with(')')).count() < 100);
        }
    }
}
