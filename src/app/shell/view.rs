//! What every view is given: theme, texts, and a way to send commands.

use super::command::{AppCommand, CommandSender};
use crate::app::language::{Filling, Texts};
use crate::app::measure;
use crate::app::theme::Theme;
use goldenhour_core::time::SimDuration;

/// What every view is given.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// The look.
    pub theme: &'a Theme,
    /// The words.
    pub texts: &'a Texts,
    /// Takes commands.
    pub commands: &'a CommandSender,
}

impl ViewContext<'_> {
    /// Returns a message of the program by its key.
    pub fn say(&self, key: &str) -> String {
        self.texts.say(key)
    }

    /// Returns a message of the program with its places filled.
    pub fn fill<'a, const N: usize>(&self, key: &str, filling: [(&'a str, Filling<'a>); N]) -> String {
        self.texts.fill(key, filling)
    }

    /// Returns a length of time.
    pub fn length(&self, length: SimDuration) -> String {
        measure::length(self.texts, length)
    }

    /// Sends a command.
    pub fn send(&self, command: impl Into<AppCommand>) {
        self.commands.send(command.into());
    }
}
