//! The help of the program and its commands: as printed, and as the reference `docs/cli.md`.

use std::fmt::Write;

use clap::{Command, CommandFactory};
use goldenhour::cli::Args;

use crate::cli::{goldenhour, text};
use crate::support::document::assert_document;

/// Head of the document.
const HEAD: &str = "\
# Command line

Without a command the program opens its window; every command runs without a display.
Results go to standard output, messages and progress to standard error.
With `--json` the result is exactly one JSON document.

| exit code | meaning |
|---|---|
| 0 | success |
| 1 | negative result: warnings with `--deny-warnings`, a replay that diverges, no display for the window |
| 2 | invalid input or usage |

This page is generated from the definitions in `src/cli/`; do not edit it.
";

/// Returns the command definitions with everything that clap adds, at the width of the reference.
fn definitions() -> Command {
    let mut command = Args::command().term_width(100);
    command.build();
    command
}

#[test]
fn command_line_reference_matches_the_definitions() {
    let mut command = definitions();
    let mut page = HEAD.to_owned();
    section(&mut page, &mut command, "goldenhour");
    for command in command.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        let title = format!("goldenhour {}", command.get_name());
        section(&mut page, command, &title);
    }
    assert_document("cli.md", &page, "cargo test --test program cli_reference");
}

fn section(page: &mut String, command: &mut Command, title: &str) {
    let help = command.render_long_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    write!(page, "\n## {title}\n\n```text\n{}\n```\n", lines.join("\n").trim_end()).unwrap();
}

#[test]
fn help_output_matches_snapshots() {
    let folder = tempfile::tempdir().unwrap();
    let printed = |args: &[&str]| text(&goldenhour(folder.path(), args).stdout);
    insta::assert_snapshot!("help", printed(&["--help"]));
    for command in definitions().get_subcommands().filter(|command| command.get_name() != "help") {
        let name = command.get_name();
        insta::assert_snapshot!(format!("help_{name}"), printed(&[name, "--help"]));
    }
}
