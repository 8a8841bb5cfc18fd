//! Messages and progress bars on standard error.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use goldenhour_core::diagnostic::Diagnostics;

fn say(label: &str, style: &str, text: &str) {
    // If standard error is closed as well, there is nowhere left to report it.
    let _ = writeln!(anstream::stderr(), "{style}{label}\u{1b}[0m: {text}");
}

/// Prints an error.
pub(super) fn error(text: &str) {
    say("error", "\u{1b}[1;31m", text);
}

/// Prints a warning.
pub(super) fn warn(text: &str) {
    say("warning", "\u{1b}[1;33m", text);
}

/// Prints a hint about the preceding error.
pub(super) fn hint(text: &str) {
    say(" hint", "\u{1b}[1;36m", text);
}

/// Prints an informational message.
pub(super) fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// Prints diagnostics the way a compiler does.
pub(super) fn show_diagnostics(diagnostics: &Diagnostics) {
    for diagnostic in diagnostics.iter() {
        let _ = writeln!(anstream::stderr(), "{}\n", diagnostic.render(true));
    }
}

/// Returns a progress bar with this many steps. It is drawn only if standard error is a terminal.
pub(super) fn progress(minutes: u32, what: &str) -> ProgressBar {
    let target = if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(u64::from(minutes)), target);
    let style = ProgressStyle::with_template("{msg} {bar:40.yellow/dim} {percent:>3} %");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(what.to_owned());
    bar
}
