//! Localized messages of the user interface.
//!
//! Messages are in the [Fluent](https://projectfluent.org) format in `assets/language/<language>/*.ftl`, one file
//! per screen or part of a screen. Views request a message by its Fluent id and contain no text of their own, so a
//! translation consists of data only. A message missing in a language falls back to English. If English lacks it
//! too, the id itself is shown, which makes the mistake visible without interrupting the user. Texts from
//! scenarios, playbooks and debriefs are not translated.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

pub use goldenhour_report::Language;

#[derive(RustEmbed)]
#[folder = "assets/language"]
struct Messages;

/// Value of a message argument.
pub type Filling<'a> = FluentValue<'a>;

/// All messages of a language, with English as the fallback.
pub struct Texts {
    language: Language,
    chain: Vec<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

/// Reason the messages could not be loaded.
#[derive(Debug, thiserror::Error)]
#[error("cannot read messages in `{file}`: {reason}")]
pub struct LanguageError {
    file: String,
    reason: String,
}

impl Texts {
    /// Loads the bundled messages of a language.
    ///
    /// # Errors
    /// Returns an error if a file is not valid Fluent or defines a message twice.
    pub fn load(language: Language) -> Result<Self, LanguageError> {
        let mut chain = vec![bundle(language)?];
        if language != Language::English {
            chain.push(bundle(Language::English)?);
        }
        Ok(Texts { language, chain })
    }

    /// Returns the language of the messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns a message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.fill(key, [])
    }

    /// Returns a message formatted with arguments.
    pub fn fill<'a, const N: usize>(&self, key: &str, filling: [(&'a str, Filling<'a>); N]) -> String {
        let args: FluentArgs<'_> = filling.into_iter().collect();
        self.chain.iter().find_map(|bundle| format(bundle, key, &args)).unwrap_or_else(|| key.to_owned())
    }
}

fn format(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    // A missing argument is rendered as its name, so the formatting errors can be ignored.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, LanguageError> {
    let refused =
        |file: &str, reason: &dyn fmt::Debug| LanguageError { file: file.to_owned(), reason: format!("{reason:?}") };
    let tag = language.tag().parse().map_err(|error| refused(language.tag(), &error))?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The fonts have no glyphs for bidi isolation marks. They are not needed because both languages are
    // left-to-right.
    bundle.set_use_isolating(false);
    for (file, text) in files(language) {
        let resource = FluentResource::try_new(text).map_err(|(_, errors)| refused(&file, &errors))?;
        bundle.add_resource(resource).map_err(|errors| refused(&file, &errors))?;
    }
    Ok(bundle)
}

/// Returns the names and contents of a language's message files, sorted by name.
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

    /// Returns the message ids of a language with the names of their arguments.
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
                let places =
                    line.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect());
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

    /// Returns the relative path and the content of every source file in `src/app`.
    fn code() -> Vec<(String, String)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
        let mut paths = Vec::new();
        sources(&root, &mut paths);
        paths.sort();
        let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
    }

    /// Returns all text between double quotes in the source files.
    fn quoted() -> BTreeSet<String> {
        let texts = code();
        texts.iter().flat_map(|(_, text)| text.split('"').skip(1).map(str::to_owned)).collect()
    }

    /// A string literal with the code before it, whitespace removed.
    struct Literal {
        before: String,
        text: String,
    }

    /// Returns the string literals in a source file, except those in comments and tests.
    fn literals(code: &str) -> Vec<Literal> {
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let mut found = Vec::new();
        let mut before = String::new();
        let mut rest = code.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '/' if rest.peek() == Some(&'/') => while rest.next_if(|c| *c != '\n').is_some() {},
                '\'' => {
                    // A character literal. No lifetime in this code is followed by a single quote.
                    let ahead: String = rest.clone().take(2).collect();
                    if ahead.starts_with('\\') || ahead.ends_with('\'') {
                        rest.next();
                        rest.next();
                    }
                }
                '"' => {
                    let mut text = String::new();
                    while let Some(c) = rest.next_if(|c| *c != '"') {
                        // Escape sequences are replaced by a space because none of them encodes a letter.
                        let is_escape = c == '\\' && rest.next().is_some();
                        text.push(if is_escape { ' ' } else { c });
                    }
                    rest.next();
                    found.push(Literal { before: before.clone(), text });
                }
                c if c.is_whitespace() => {}
                c => before.push(c),
            }
        }
        found
    }

    /// Removes `format!` placeholders from a literal.
    fn without_places(text: &str) -> String {
        let pieces = text.split('{').enumerate();
        pieces
            .map(|(index, piece)| if index == 0 { piece } else { piece.split_once('}').map_or("", |(_, rest)| rest) })
            .collect()
    }

    /// Returns whether the code ends in a call or tuple whose next element is shown to the user.
    fn shows(before: &str) -> bool {
        let ends = |calls: &[&str]| calls.iter().any(|call| before.ends_with(call));
        let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let after = |start: &str, end: char| {
            let rest = before.rsplit_once(start).and_then(|(_, rest)| rest.strip_suffix(end));
            rest.is_some_and(is_name)
        };
        ends(&[
            "Button::new(",
            "Button::primary(",
            "Button::quiet(",
            ".label(",
            ".name(",
            ".hint(",
            "_text(",
            "format!(",
        ]) || after("theme.", '(')
            || after("icon::", ',')
    }

    /// Returns whether a literal looks like user-facing text. That is the case if it contains a capitalized word or
    /// a phrase with spaces, or if it contains any letter and is passed to something that displays it. Fluent ids,
    /// widget ids and strings that are only compared do not count.
    fn is_for_people(literal: &Literal, keys: &BTreeMap<String, BTreeSet<String>>) -> bool {
        let for_the_program = ["id_salt(", "strip_prefix(", "Id::unique(", "Id::from(format!(", "reason=", "expect("];
        if keys.contains_key(&literal.text) || for_the_program.iter().any(|call| literal.before.ends_with(call)) {
            return false;
        }
        let text = without_places(&literal.text);
        let letters: Vec<char> = text.chars().collect();
        let is_name = letters.windows(2).any(|pair| pair[0].is_uppercase() && pair[1].is_lowercase());
        let is_phrase = text.contains(' ') && letters.windows(2).any(|pair| pair.iter().all(|c| c.is_alphabetic()));
        is_name || is_phrase || (shows(&literal.before) && text.chars().any(char::is_alphabetic))
    }

    #[test]
    fn screens_and_commands_contain_no_hard_coded_text() {
        let keys = messages(Language::English);
        let mut found = Vec::new();
        for (name, text) in code() {
            // Checks features and the shell. Errors in `frame.rs` go to the terminal before the language is known.
            let is_base = !name.contains('/') || name.starts_with("widget/") || name.starts_with("background/");
            let is_shown = !is_base && name != "shell/frame.rs";
            if !is_shown {
                continue;
            }
            let words = literals(&text).into_iter().filter(|literal| is_for_people(literal, &keys));
            found.extend(words.map(|literal| format!("{name}: {:?}", literal.text)));
        }
        assert!(found.is_empty(), "{found:#?}");
    }

    #[test]
    fn hard_coded_text_is_distinguished_from_technical_names() {
        let found = |code: &str| {
            let keys = messages(Language::English);
            literals(code).iter().any(|literal| is_for_people(literal, &keys))
        };
        for words in [
            r#"ui.label(theme.muted("nothing"))"#,
            r#"Button::new("go")"#,
            r#"let title = "Strengths";"#,
            r#"(Tone::Calm, icon::CHECK, "met")"#,
            r#"format!("{count} more")"#,
            r#"let c = '"'; ui.label("late")"#,
            r#"text.push_str(" of the hour")"#,
        ] {
            assert!(found(words), "{words}");
        }
        for code in [
            r#"context.say("inbox-title")"#,
            r#"Panel::top("masthead")"#,
            r#"from_id_salt("led by")"#,
            r#"format!("{icon} {:.0} · {text}", 1.0) // Not "for people"."#,
            r#"context.fill("inbox-title", [("count", 1.into())])"#,
            r#"#[expect(clippy::x, reason = "a place on a screen")]"#,
        ] {
            assert!(!found(code), "{code}");
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_arguments() {
        let english = messages(Language::English);
        assert!(!english.is_empty());
        for language in Language::ALL {
            Texts::load(language).unwrap();
            let own = messages(language);
            let lacking: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
            let extra: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(lacking.is_empty() && extra.is_empty(), "{language:?}: missing {lacking:?}, unexpected {extra:?}");
            for (key, places) in &english {
                assert_eq!(places, &own[key], "{language:?}: arguments of `{key}` differ");
            }
        }
    }

    #[test]
    fn every_message_is_used() {
        let quoted = quoted();
        let unused: Vec<_> = messages(Language::English).into_keys().filter(|key| !quoted.contains(key)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    #[test]
    fn every_requested_message_exists() {
        let known = messages(Language::English);
        for (name, text) in code() {
            for Literal { before, text: key } in literals(&text) {
                // Ids in tables are recognized by their prefix, which is the name of their message file.
                let stands_in_table = key.split_once('-').is_some_and(|(file, what)| {
                    known.keys().any(|key| key.split('-').next() == Some(file)) && !what.contains(' ')
                });
                if stands_in_table || before.ends_with(".say(") || before.ends_with(".fill(") {
                    assert!(known.contains_key(&key), "{name}: `{key}`");
                }
            }
        }
    }

    #[test]
    fn plurals_and_arguments_work_in_both_languages() {
        let said = |language, count: u32| Texts::load(language).unwrap().fill("inbox-title", [("count", count.into())]);
        assert_eq!(said(Language::English, 1), "Inbox · 1 unread");
        assert_eq!(said(Language::German, 3), "Posteingang · 3 ungelesen");
        assert_eq!(Texts::load(Language::German).unwrap().say("no-such-message"), "no-such-message");
    }
}
