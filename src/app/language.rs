//! The words of the program, in the language the user reads.
//!
//! Messages stand in `assets/language/<language>/*.ftl`, one file for each screen, in the
//! [Fluent](https://projectfluent.org) format: a key, and a text with places and plurals. A view asks for a key
//! through its context and never holds words of its own, so that a language is two folders of data. Where a
//! language lacks a message, the English one is shown; where English lacks it, the key, so that a mistake is seen
//! and stops nobody. What scenarios, playbooks and debriefs say stays in the language they are written in.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

#[derive(RustEmbed)]
#[folder = "assets/language"]
struct Messages;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English; complete by definition.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// Returns its own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::German => "Deutsch",
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }
}

/// What is put into the places of a message, by name.
pub type Filling<'a> = FluentValue<'a>;

/// All messages of a language, with the English ones behind them.
pub struct Texts {
    language: Language,
    chain: Vec<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

/// Why the words of the program cannot be loaded.
#[derive(Debug, thiserror::Error)]
#[error("the messages in `{file}` cannot be read: {reason}")]
pub struct LanguageError {
    file: String,
    reason: String,
}

impl Texts {
    /// Loads a language from the program's assets.
    ///
    /// # Errors
    /// Where a file is not in the message format or defines a message twice.
    pub fn load(language: Language) -> Result<Self, LanguageError> {
        let mut chain = vec![bundle(language)?];
        if language != Language::English {
            chain.push(bundle(Language::English)?);
        }
        Ok(Texts { language, chain })
    }

    /// Returns which language it is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns a message without places.
    pub fn say(&self, key: &str) -> String {
        self.fill(key, [])
    }

    /// Returns a message with its places filled.
    pub fn fill<'a, const N: usize>(&self, key: &str, filling: [(&'a str, Filling<'a>); N]) -> String {
        let args: FluentArgs<'_> = filling.into_iter().collect();
        self.chain.iter().find_map(|bundle| format(bundle, key, &args)).unwrap_or_else(|| key.to_owned())
    }
}

fn format(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    // A place without a filling shows its name; nothing is gained by stopping.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, LanguageError> {
    let refused =
        |file: &str, reason: &dyn fmt::Debug| LanguageError { file: file.to_owned(), reason: format!("{reason:?}") };
    let tag = language.tag().parse().map_err(|error| refused(language.tag(), &error))?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that isolate directions are not in the fonts; both languages run left to right.
    bundle.set_use_isolating(false);
    for (file, text) in files(language) {
        let resource = FluentResource::try_new(text).map_err(|(_, errors)| refused(&file, &errors))?;
        bundle.add_resource(resource).map_err(|errors| refused(&file, &errors))?;
    }
    Ok(bundle)
}

/// Returns the message files of a language with their texts, in the order of their names.
fn files(language: Language) -> Vec<(String, String)> {
    let mut names: Vec<String> = Messages::iter().map(std::borrow::Cow::into_owned).collect();
    names.sort_unstable();
    let own = format!("{}/", language.tag());
    let read = |name: String| {
        let data = Messages::get(&name)?.data;
        Some((name, String::from_utf8_lossy(&data).into_owned()))
    };
    names.into_iter().filter(|name| name.starts_with(&own)).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::{Path, PathBuf};

    use super::*;

    /// The keys of a language with the names of their places.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (_, text) in files(language) {
            let mut key = String::new();
            for line in text.lines() {
                if let Some((name, _)) =
                    line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
                {
                    name.clone_into(&mut key);
                    found.entry(key.clone()).or_default();
                }
                let places = line
                    .split('$')
                    .skip(1)
                    .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect());
                found.entry(key.clone()).or_default().extend::<Vec<String>>(places.collect());
            }
        }
        found.remove("");
        found
    }

    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => sources(&path, found),
                false => found.push(path),
            }
        }
    }

    /// Everything in quotes in the window's code.
    fn quoted() -> BTreeSet<String> {
        let mut paths = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), &mut paths);
        let texts = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
        texts.flat_map(|text| text.split('"').skip(1).map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn every_language_loads_and_has_the_same_messages_with_the_same_places() {
        let english = messages(Language::English);
        assert!(!english.is_empty());
        for language in Language::ALL {
            Texts::load(language).unwrap();
            let own = messages(language);
            let lacking: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
            let extra: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(lacking.is_empty() && extra.is_empty(), "{language:?} lacks {lacking:?}, has in excess {extra:?}");
            for (key, places) in &english {
                assert_eq!(places, &own[key], "{language:?}: the places of `{key}`");
            }
        }
    }

    #[test]
    fn no_message_is_kept_that_the_window_does_not_use() {
        let quoted = quoted();
        let unused: Vec<_> = messages(Language::English).into_keys().filter(|key| !quoted.contains(key)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    #[test]
    fn every_key_that_the_window_asks_for_exists() {
        let known = messages(Language::English);
        let mut paths = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), &mut paths);
        for path in paths {
            let text = std::fs::read_to_string(&path).unwrap();
            for call in [".say(\"", ".fill(\""] {
                for rest in text.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap_or_default();
                    assert!(key == "no-such-message" || known.contains_key(key), "{}: `{key}`", path.display());
                }
            }
        }
    }

    #[test]
    fn plurals_and_places_are_filled_in_both_languages() {
        let said = |language, count: u32| Texts::load(language).unwrap().fill("inbox-title", [("count", count.into())]);
        assert_eq!(said(Language::English, 1), "Inbox · 1 unread");
        assert_eq!(said(Language::German, 3), "Posteingang · 3 ungelesen");
        assert_eq!(Texts::load(Language::German).unwrap().say("no-such-message"), "no-such-message");
    }
}
