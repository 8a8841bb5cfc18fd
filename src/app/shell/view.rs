//! The context passed to every view.

use super::command::{AppCommand, CommandSender};
use crate::app::language::{Filling, Texts};
use crate::app::measure;
use crate::app::theme::Theme;
use goldenhour_core::time::SimDuration;

/// Read access to theme and messages, and a queue for commands.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// Loaded theme.
    pub theme: &'a Theme,
    /// Messages in the selected language.
    pub texts: &'a Texts,
    /// Queue for commands to run after the frame.
    pub commands: &'a CommandSender,
}

impl ViewContext<'_> {
    /// Returns a message without arguments by its Fluent id.
    pub fn say(&self, key: &str) -> String {
        self.texts.say(key)
    }

    /// Returns a message by its Fluent id, formatted with arguments.
    pub fn fill<'a, const N: usize>(&self, key: &str, filling: [(&'a str, Filling<'a>); N]) -> String {
        self.texts.fill(key, filling)
    }

    /// Formats a duration in the selected language.
    pub fn length(&self, length: SimDuration) -> String {
        measure::length(self.texts, length)
    }

    /// Queues a command.
    pub fn send(&self, command: impl Into<AppCommand>) {
        self.commands.send(command.into());
    }
}
