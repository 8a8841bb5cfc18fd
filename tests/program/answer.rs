//! The output of `score`, `compare` and `check` for known input.

use crate::cli::{code, goldenhour, text};
use crate::support::Copy;

/// The shortest scenario.
const SLUG: &str = "first_hour";

#[test]
fn score_and_compare_output_matches_snapshots() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let output = goldenhour(folder.path(), args);
        assert_eq!(code(&output), 0, "{}", text(&output.stderr));
        text(&output.stdout)
    };
    for player in ["playbook", "hasty"] {
        run(&["run", SLUG, "--autopilot", player, "--seed", "1", "--out", &format!("{player}.drill")]);
    }
    insta::assert_snapshot!("score", run(&["score", "playbook.drill"]));
    let compared = run(&["compare", "--as-named", "hasty.drill", "playbook.drill"]);
    insta::assert_snapshot!("compare", without_dates(&compared));
}

#[test]
fn check_lists_every_scenario_with_its_counts() {
    let clean = Copy::of(SLUG);
    let warned = Copy::of(SLUG);
    warned.replace("msel.ron", r#"At("T+00:06")"#, r#"At("T+80:00")"#);
    let folder = tempfile::tempdir().unwrap();
    let (clean, warned) = (clean.path().to_str().unwrap(), warned.path().to_str().unwrap());
    let checked = goldenhour(folder.path(), &["check", clean, warned, "--deny-warnings"]);
    assert_eq!(code(&checked), 1);
    let printed = format!("{}\n---- standard error\n{}", text(&checked.stdout), text(&checked.stderr));
    insta::assert_snapshot!("check", printed.replace(clean, "[CLEAN]").replace(warned, "[WARNED]"));
}

/// Replaces every date (the day on which a session file was written) by a placeholder of the same width.
fn without_dates(text: &str) -> String {
    let is_date = |word: &str| {
        let parts = word.split('-').map(|part| (part.len(), part.bytes().all(|byte| byte.is_ascii_digit())));
        parts.eq([(4, true), (2, true), (2, true)])
    };
    text.split(' ').map(|word| if is_date(word) { "YYYY-MM-DD" } else { word }).collect::<Vec<_>>().join(" ")
}
