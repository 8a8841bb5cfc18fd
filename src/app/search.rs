//! Search: decides whether a query matches some texts, and how well.
//!
//! Names are short and match fuzzily, so `blfr` finds "Black Friday". A long text contains the letters of almost
//! any query in order, so descriptions match only by substring. Matching ignores case. `u` in a query also matches
//! `ü`, but `ü` does not match `u`.

use nucleo_matcher::chars::normalize;
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Maximum query length for fuzzy matching, in characters. The matcher's 16-bit scores would overflow at about
/// 2,000.
const LONGEST: usize = 256;

/// Score the matcher gives for each matched letter. The start of a word adds a bonus, and gaps are penalized.
const LETTER: usize = 16;

/// Maximum bonus of the matcher for a match at the start of the text.
const BEGINNING: usize = 8;

/// A parsed query.
pub struct Search {
    words: Vec<Needle>,
    phrase: Option<Needle>,
    matcher: Matcher,
}

/// A word or phrase to search for.
struct Needle {
    lowercase: String,
    is_normal: bool,
    length: usize,
    atom: Atom,
}

impl Search {
    /// Parses a query.
    pub fn new(typed: &str) -> Self {
        let words: Vec<Needle> = typed.split_whitespace().map(Needle::new).collect();
        let phrase = (words.len() > 1).then(|| Needle::new(typed.trim()));
        // Among otherwise equal matches, names that start with the query come first.
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        Search { words, phrase, matcher: Matcher::new(config) }
    }

    /// Returns a score if every word of the query matches at least one text, and `None` otherwise.
    ///
    /// A higher score is better. Descriptions only determine whether a word matches and do not affect the score. An
    /// empty query matches everything.
    pub fn score(&mut self, names: &[&str], descriptions: &[&str]) -> Option<u32> {
        let mut sum = 0;
        for word in &self.words {
            let fuzzy = names.iter().filter_map(|name| word.fuzzy(name, &mut self.matcher)).max();
            let is_found = || names.iter().chain(descriptions).any(|text| word.is_in(text));
            sum += fuzzy.or_else(|| is_found().then_some(0))?;
        }
        // Adjacent words in the typed order score higher than the same words apart.
        let phrase = self.phrase.as_ref();
        let together =
            phrase.and_then(|phrase| names.iter().filter_map(|name| phrase.fuzzy(name, &mut self.matcher)).max());
        Some(sum + together.unwrap_or(0))
    }

    /// Returns whether every word of the query matches at least one text.
    pub fn finds(&mut self, names: &[&str], descriptions: &[&str]) -> bool {
        self.score(names, descriptions).is_some()
    }
}

impl Needle {
    fn new(text: &str) -> Self {
        Needle {
            lowercase: text.to_lowercase(),
            is_normal: text.chars().all(|letter| normalize(letter) == letter),
            length: text.chars().count(),
            atom: Atom::new(text, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false),
        }
    }

    /// Returns the score of a fuzzy match, or `None` if the penalties for gaps outweigh the bonuses for word
    /// starts.
    fn fuzzy(&self, name: &str, matcher: &mut Matcher) -> Option<u32> {
        if self.length > LONGEST {
            return None;
        }
        let mut letters = Vec::new();
        let score = self.atom.score(Utf32Str::new(name, &mut letters), matcher)?;
        (usize::from(score) >= self.length * LETTER + BEGINNING).then_some(u32::from(score))
    }

    /// Returns whether a text contains the needle.
    ///
    /// [`AtomKind::Substring`] is not used because it does not find `72h` at the end of a text.
    fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let is_folded = || text.chars().map(normalize).collect::<String>().contains(&self.lowercase);
        text.contains(&self.lowercase) || (self.is_normal && is_folded())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUMMARY: &str = "A skimmer copies payment cards in the shop of a retailer. Visa gives the team 72h to report; \
                           the regulator expects a notification too. Die Behörde wartet, die Kundendaten sind weg.";

    fn ranked<'a>(typed: &str, names: &[&'a str]) -> Vec<&'a str> {
        let mut search = Search::new(typed);
        let score = |name: &&'a str| Some((search.score(&[name], &[])?, *name));
        let mut found: Vec<(u32, &str)> = names.iter().filter_map(score).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, name)| name).collect()
    }

    fn is_described(typed: &str) -> bool {
        Search::new(typed).finds(&[], &[SUMMARY])
    }

    #[test]
    fn an_empty_query_finds_everything_with_the_same_score() {
        for typed in ["", "  \t"] {
            assert_eq!(Search::new(typed).score(&["a"], &[]), Some(0));
            assert_eq!(Search::new(typed).score(&[], &[]), Some(0));
        }
    }

    #[test]
    fn the_best_name_comes_first() {
        let names = ["Show the closed criteria", "Decision: Close all log-ins", "Close", "Decision: Call the bank"];
        assert_eq!(ranked("close", &names), ["Close", "Show the closed criteria", "Decision: Close all log-ins"]);
        let names = ["Decision: Call all of the banks", "Decision: Call the team", "Call the team"];
        assert_eq!(ranked("call the", &names), ["Call the team", "Decision: Call the team", names[0]]);
        assert_eq!(ranked("the CALL", &names).len(), 3);
        assert_eq!(ranked("l", &["Call", "all", "a list"]), ["a list", "Call", "all"]);
    }

    #[test]
    fn abbreviations_find_names_but_scattered_letters_do_not() {
        let names = ["Open Black Friday skimmer", "Open Credential storm", "Open The researcher"];
        assert_eq!(ranked("blfr", &names), ["Open Black Friday skimmer"]);
        assert_eq!(ranked("bf", &names), ["Open Black Friday skimmer"]);
        assert_eq!(ranked("skmr", &names), ["Open Black Friday skimmer"]);
        // "Open Credential" contains these letters in this order, but too far apart.
        assert_eq!(ranked("end", &names), [""; 0]);
        assert_eq!(ranked("rnl", &names), [""; 0]);
    }

    #[test]
    fn descriptions_match_by_substrings_only() {
        for typed in ["skimmer", "PAYMENT cards", "daten", "72h", "72H", "behorde", "Behörde", "too."] {
            assert!(is_described(typed), "{typed}");
        }
        // A fuzzy matcher that only checks the order of the letters would find all of these.
        for typed in ["acme", "airport", "police", "rent", "skmr", "strike"] {
            assert!(!is_described(typed), "{typed}");
        }
        assert!(!is_described("bëhorde"), "an accent in the query must match");
    }

    #[test]
    fn every_query_word_must_match_in_some_text() {
        let (names, descriptions) = (["Black Friday skimmer", "Halewick"], [SUMMARY]);
        let search = |typed: &str| Search::new(typed).score(&names, &descriptions);
        assert!(search("halewick skim regulator").is_some());
        assert!(search("regulator friday halewick").is_some());
        assert!(search("halewick ransom").is_none());
        assert_eq!(search("regulator"), Some(0));
        assert!(search("skimmer") > Some(0));
    }

    #[test]
    fn every_substring_of_a_name_is_found() {
        for name in [
            "Open Credential storm",
            "session-2026-11-28T09-15.drill",
            "Überprüfung der Höhe, 72h",
            "ȺȾ u\u{308}ber 👩‍💻",
        ] {
            let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).chain([name.len()]).collect();
            for (index, start) in ends.iter().enumerate() {
                for end in &ends[index + 1..] {
                    for typed in [name[*start..*end].to_owned(), name[*start..*end].to_uppercase()] {
                        assert!(Search::new(&typed).finds(&[name], &[]), "{typed:?} in {name:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn very_long_input_is_compared_without_overflow() {
        let long = "close".repeat(20_000);
        assert!(Search::new(&long).finds(&[&long], &[]));
        assert!(Search::new(&long).finds(&[], &[&long]));
        assert!(!Search::new(&long).finds(&["close"], &[]));
        assert!(Search::new("close").finds(&[&long], &[]));
        let words = "a ".repeat(5_000);
        assert!(Search::new(&words).finds(&["a"], &[]));
    }
}
