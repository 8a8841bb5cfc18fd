//! A notice to the user, and the notices for errors.

use crate::app::language::Texts;
use crate::app::theme::Tone;
use crate::app::wording;
use goldenhour_core::writer::WriteError;

/// A notice to the user.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its severity.
    pub tone: Tone,
    /// What happened, as a short sentence.
    pub title: String,
    /// Details.
    pub text: String,
}

/// Returns a notice about a file that cannot be written, and what to do about it; its title is named by key.
pub fn unwritten(texts: &Texts, title: &str, error: &WriteError) -> Notice {
    Notice { tone: Tone::Harm, title: texts.say(title), text: wording::unwritten(texts, error) }
}

/// Returns a notice about an error with its causes.
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
