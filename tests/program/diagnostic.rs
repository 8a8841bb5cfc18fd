//! A rendered diagnostic for each check rule and each load error, as shown in the terminal.
//!
//! Each case breaks a copy of the shortest scenario in one place. Snapshots are named after the diagnostic's code.

use std::path::Path;

use goldenhour_core::scenario::check::RULES;
use goldenhour_core::statement::wording_check;

use crate::cli::{code, goldenhour, text};
use crate::support::{Copy, scenario};

/// The shortest scenario.
const SLUG: &str = "first_hour";

/// The sentence of the claim `few`, as an element of a list.
const FEW: &str = "\"A small number of customers may have received a misleading message.\",";

/// A diagnostic code and a change that provokes it.
type Case = (&'static str, fn(&Copy));

const RULE_CASES: [Case; 10] = [
    ("ambiguous-claim", |copy| {
        let opening = "topic: \"who\", claim: \"register-parents\",\n            also: [";
        copy.replace("wordings.ron", opening, &format!("{opening}{}", FEW.repeat(4)));
    }),
    ("clock-without-means", |copy| copy.replace("actions.ron", r#"Tell("ico")"#, r#"Tell("police")"#)),
    ("crowded-injects", |copy| {
        let injects: String = (0..5).map(|number| inject(&format!("more-{number}"), r#"At("T+03:00")"#)).collect();
        copy.replace("msel.ron", "injects: [", &format!("injects: [{injects}"));
    }),
    ("cyclic-trigger", |copy| {
        let injects = inject("a", r#"When(Sent("b"))"#) + &inject("b", r#"When(Sent("a"))"#);
        copy.replace("msel.ron", "injects: [", &format!("injects: [{injects}"));
    }),
    ("impossible-criterion", |copy| {
        with_playbook(copy);
        copy.replace("playbook.ron", r#"full: "30m", none: "4h""#, r#"full: "4h", none: "30m""#);
    }),
    ("missing-function", |copy| copy.replace("scenario.ron", "kind: Lawyer", "kind: HumanResources")),
    ("past-the-end", |copy| copy.replace("msel.ron", r#"At("T+00:06")"#, r#"At("T+80:00")"#)),
    ("unmet-criterion", |copy| copy.replace("actions.ron", r#"Milestone("shop-monitored"), "#, "")),
    ("unread-claim", |copy| copy.replace("wordings.ron", "unlike: [", &format!("unlike: [{}", FEW.repeat(20)))),
    ("unshown-criterion", |copy| {
        with_playbook(copy);
        copy.replace("playbook.ron", r#"criteria: ["5.2", "5.3"]"#, r#"criteria: ["5.2"]"#);
    }),
];

const LOAD_CASES: [Case; 24] = [
    ("bad-currency", |copy| copy.replace("scenario.ron", r#"currency: "GBP""#, r#"currency: "pounds""#)),
    ("bad-id", |copy| copy.replace("scenario.ron", r#"id: "ico-72h""#, r#"id: "ICO 72h""#)),
    ("bad-shares", |copy| copy.replace("scenario.ron", "share: 0.45", "share: 0.4")),
    ("bad-time", |copy| copy.replace("msel.ron", r#"At("T+00:06")"#, r#"At("six past")"#)),
    ("bad-zone", |copy| copy.replace("scenario.ron", "length: ", r#"zone: "Europe/Glasgow", length: "#)),
    ("clock-without-source", |copy| {
        copy.replace("scenario.ron", r#"checked_on: "2026-11-23""#, r#"checked_on: """#);
    }),
    ("criterion-shown-twice", |copy| {
        with_playbook(copy);
        copy.replace("playbook.ron", r#"criteria: ["5.2", "5.3"]"#, r#"criteria: ["5.2", "5.3", "5.2"]"#);
    }),
    ("dangling-reference", |copy| copy.replace("actions.ron", r#"Tell("police")"#, r#"Tell("polce")"#)),
    ("duplicate-id", |copy| copy.replace("scenario.ron", r#"id: "acquirer-2h""#, r#"id: "ico-72h""#)),
    ("empty-list", |copy| {
        let action =
            r#"(id: "empty", title: "x", text: "x", step: "team", role: "comms", takes: "5m", asks: Choice([])),"#;
        copy.replace("actions.ron", "actions: [", &format!("actions: [{action}"));
    }),
    ("file-too-large", |copy| copy.write("msel.ron", &" ".repeat(5 << 20))),
    ("missing-field", |copy| copy.replace("scenario.ron", "difficulty: 1,", "")),
    ("missing-file", |copy| remove(copy, "msel.ron")),
    ("out-of-range", |copy| copy.replace("scenario.ron", "goodwill: 0.7", "goodwill: 7")),
    ("path-outside", |copy| copy.replace("scenario.ron", r#""documents/dossier.md""#, r#""../dossier.md""#)),
    ("said-twice", |copy| {
        copy.replace("scenario.ron", "dwell_days: 2", "earlier_breaches: 1, history: [200], dwell_days: 2");
    }),
    ("syntax", |copy| copy.replace("scenario.ron", "difficulty: 1,", "difficulty: one,")),
    ("too-deep", |copy| copy.write("msel.ron", &"[".repeat(1_000))),
    ("truncated", |copy| copy.write("msel.ron", "(\n    format: 1,\n    injects: [\n")),
    ("unknown-field", |copy| copy.replace("scenario.ron", "difficulty:", "dificulty:")),
    ("unknown-format", |copy| copy.replace("scenario.ron", "format: 1", "format: 7")),
    ("unknown-variant", |copy| copy.replace("scenario.ron", "kind: Lawyer", "kind: Layer")),
    ("unreadable-file", |copy| {
        std::fs::write(copy.path().join("msel.ron"), [0xFF, 0xFE]).expect("the temporary folder is writable");
    }),
    ("wrong-playbook", |copy| {
        with_playbook(copy);
        copy.replace("playbook.ron", r#"id: "retail_breach""#, r#"id: "bank_breach""#);
    }),
];

/// Returns an inject without effects.
fn inject(id: &str, trigger: &str) -> String {
    format!(
        "(id: \"{id}\", kind: Contextual, trigger: {trigger}, medium: Chat, from: \"x\", to: \"comms\", title: \"x\", body: \"x\"),\n"
    )
}

/// Copies the playbook into the folder, so that a case can break it.
fn with_playbook(copy: &Copy) {
    let scenario = scenario(SLUG);
    let mut files = scenario.bundle().iter();
    let (_, playbook) = files.find(|(path, _)| *path == "playbook.ron").expect("every scenario comes with a playbook");
    copy.write("playbook.ron", playbook);
}

fn remove(copy: &Copy, file: &str) {
    std::fs::remove_file(copy.path().join(file)).expect("the file exists");
}

/// Returns what `goldenhour check` prints to standard error for the current folder.
fn checked(folder: &Path) -> String {
    let output = goldenhour(folder, &["check", "."]);
    assert!([0, 2].contains(&code(&output)), "{}", text(&output.stderr));
    text(&output.stderr)
}

fn assert_snapshots(cases: &[Case]) {
    for (code, spoil) in cases {
        let copy = Copy::of(SLUG);
        spoil(&copy);
        let shown = checked(copy.path());
        assert!(shown.contains(&format!("[{code}]")), "{code}: {shown}");
        insta::assert_snapshot!(*code, shown);
    }
}

#[test]
fn every_rule_has_a_rendered_example() {
    let mut codes: Vec<&str> = RULES.iter().chain(&wording_check::RULES).map(|rule| rule.code).collect();
    codes.sort_unstable();
    assert_eq!(RULE_CASES.map(|(code, _)| code).as_slice(), codes);
    assert_snapshots(&RULE_CASES);
}

#[test]
fn every_load_error_has_a_rendered_example() {
    assert_snapshots(&LOAD_CASES);
}

#[test]
fn every_lexicon_error_has_a_rendered_example() {
    let cases = [
        (
            "bad-pattern",
            r#"(format: 1, subjects: [(subject: "media_contact", rules: [(label: Yes, any: ["@peple"])])])"#,
        ),
        ("unknown-subject", r#"(format: 1, subjects: [(subject: "media_contakt", rules: [])])"#),
    ];
    for (code, lexicon) in cases {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("contacts.ron"), lexicon).unwrap();
        std::fs::write(folder.path().join("statement.txt"), "We are sorry.").unwrap();
        let output = goldenhour(folder.path(), &["read", "statement.txt", "--lexicon", "."]);
        let shown = text(&output.stderr);
        assert!(shown.contains(&format!("[{code}]")), "{code}: {shown}");
        insta::assert_snapshot!(code, shown);
    }
}
