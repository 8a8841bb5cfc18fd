//! Notices shown to the user, including those for errors.

use crate::app::language::Texts;
use crate::app::theme::Tone;
use crate::app::wording;
use goldenhour_core::writer::WriteError;

/// A notice to the user.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Severity, which also selects the color.
    pub tone: Tone,
    /// Short sentence that says what happened.
    pub title: String,
    /// Details, or what to do about it.
    pub text: String,
}

/// Returns a notice for a file that could not be written. `title` is a Fluent id.
pub fn unwritten(texts: &Texts, title: &str, error: &WriteError) -> Notice {
    Notice { tone: Tone::Harm, title: texts.say(title), text: wording::unwritten(texts, error) }
}

/// Returns a notice for an error and its chain of causes.
pub fn trouble(title: &str, error: &dyn std::error::Error) -> Notice {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    Notice { tone: Tone::Harm, title: title.to_owned(), text }
}
