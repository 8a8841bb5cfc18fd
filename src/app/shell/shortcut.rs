//! Names of keyboard shortcuts, as shown on key caps.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::language::Texts;

/// Returns the name of a shortcut in the user's language: `Ctrl+Shift+E`, `Strg+Umschalt+E`.
pub fn shortcut_name(texts: &Texts, context: &egui::Context, keys: KeyboardShortcut) -> String {
    // On a Mac, egui shows the symbols that are printed on the keys, such as ⌘.
    match context.os().is_mac() {
        true => context.format_shortcut(&keys),
        false => named(texts, keys),
    }
}

fn named(texts: &Texts, keys: KeyboardShortcut) -> String {
    let Modifiers { alt, ctrl, shift, command, .. } = keys.modifiers;
    let modifiers = [(ctrl || command, "key-ctrl"), (alt, "key-alt"), (shift, "key-shift")];
    let held = modifiers.into_iter().filter(|(is_held, _)| *is_held).map(|(_, id)| texts.say(id));
    held.chain([key_name(texts, keys.logical_key)]).collect::<Vec<_>>().join("+")
}

/// Returns the name of a key: its character if it has one, and a message otherwise.
fn key_name(texts: &Texts, key: Key) -> String {
    texts.say(match key {
        Key::Space => "key-space",
        Key::Enter => "key-enter",
        Key::Escape => "key-escape",
        Key::Home => "key-home",
        Key::End => "key-end",
        other => return other.symbol_or_name().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::language::Language;
    use crate::app::shell::catalog::TABLE;

    #[test]
    fn shortcuts_are_named_in_both_languages() {
        let [english, german] = Language::ALL.map(|language| Texts::load(language).unwrap());
        let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
        for (modifiers, key, in_english, in_german) in [
            (Modifiers::NONE, Key::Space, "Space", "Leertaste"),
            (Modifiers::NONE, Key::Home, "Home", "Pos1"),
            (Modifiers::NONE, Key::OpenBracket, "[", "["),
            (Modifiers::NONE, Key::F1, "F1", "F1"),
            (Modifiers::COMMAND, Key::Comma, "Ctrl+,", "Strg+,"),
            (ctrl_shift, Key::E, "Ctrl+Shift+E", "Strg+Umschalt+E"),
        ] {
            let keys = KeyboardShortcut::new(modifiers, key);
            assert_eq!((named(&english, keys), named(&german, keys)), (in_english.into(), in_german.into()));
        }
    }

    #[test]
    fn no_shortcut_of_the_catalog_shows_an_english_key_name_in_german() {
        let german = Texts::load(Language::German).unwrap();
        for key in TABLE.iter().filter_map(|entry| Some(entry.keys?.logical_key)) {
            let name = key_name(&german, key);
            assert!(name.chars().count() <= 2 || name != key.symbol_or_name(), "{key:?}");
        }
    }
}
