//! `docs/checks.md`, the reference of the checks, is generated from the rules.

use std::fmt::Write;

use goldenhour_core::diagnostic::Severity;
use goldenhour_core::scenario::check::{RULES, Rule};
use goldenhour_core::statement::wording_check;

use crate::support::document::assert_document;

/// Head of the document.
const HEAD: &str = "\
# Checks

`goldenhour check` loads a scenario, reports all errors in its files, and then applies the rules below.
The last two are about its wordings for the reader of statements and are applied by this command only.
An error keeps the scenario from loading. A warning does not, but the command fails on it with `--deny-warnings`.
Each diagnostic shows the code of its rule in brackets.

This page is generated from `crates/core/src/scenario/check/`; do not edit it.
";

#[test]
fn check_reference_matches_the_rules() {
    let mut page = HEAD.to_owned();
    for rule in RULES.iter().chain(&wording_check::RULES) {
        page.push_str(&entry(rule));
    }
    assert_document("checks.md", &page, "cargo test -p goldenhour-core --test core check_reference");
}

#[test]
fn rules_are_sorted_by_code() {
    assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
    assert!(wording_check::RULES.is_sorted_by(|a, b| a.code < b.code));
}

fn entry(rule: &Rule) -> String {
    let severity = match rule.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    let mut entry = String::new();
    writeln!(entry, "\n## {}\n\n*{severity}.*", rule.code).unwrap();
    for (title, text) in [("What it does", rule.what), ("Why it is bad", rule.why), ("Example", rule.example)] {
        writeln!(entry, "\n**{title}.** {text}").unwrap();
    }
    entry
}
