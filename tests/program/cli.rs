//! The boundary of the command line: output, exit codes and messages follow the documented contract.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

use crate::support::{Copy, SKIMMER};

/// Runs the program in a folder, without a display.
pub fn goldenhour(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("goldenhour").expect("cargo builds the binary with the tests");
    command.current_dir(folder).env("GOLDENHOUR_HOME", folder.join("home"));
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    // Fixed width and no color, so that snapshots do not depend on the terminal.
    command.env("COLUMNS", "100").env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command.args(args).output().expect("the program can be started")
}

/// Returns the exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().expect("the program exits with a code")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stdout)))
}

/// Decodes printed output.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn list_names_the_built_in_scenarios() {
    let folder = tempfile::tempdir().unwrap();
    let listed = json(&goldenhour(folder.path(), &["list", "--json"]));
    assert!(listed.as_array().unwrap().iter().any(|row| row["slug"] == SKIMMER && row["usable"] == true));
    assert!(text(&goldenhour(folder.path(), &["list"]).stdout).contains(SKIMMER));
}

#[test]
fn list_finds_scenarios_in_the_current_and_the_user_folder() {
    let folder = tempfile::tempdir().unwrap();
    for place in ["scenarios/mine", "home/scenarios/ours"] {
        let target = folder.path().join(place);
        std::fs::create_dir_all(&target).unwrap();
        std::fs::write(target.join("scenario.ron"), "(").unwrap();
    }
    let listed = json(&goldenhour(folder.path(), &["list", "--json"]));
    let usable =
        |slug: &str| listed.as_array().unwrap().iter().find(|row| row["slug"] == slug).unwrap()["usable"].clone();
    assert_eq!((usable("mine"), usable("ours")), (Value::Bool(false), Value::Bool(false)));
}

#[test]
fn check_exit_code_distinguishes_clean_warnings_and_errors() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&goldenhour(folder.path(), &["check", SKIMMER])), 0);
    let copy = Copy::of(SKIMMER);
    let path = copy.path().to_str().unwrap();
    copy.replace("msel.ron", r#"At("T+00:00")"#, r#"At("T+99:00")"#);
    assert_eq!(code(&goldenhour(folder.path(), &["check", path])), 0);
    assert_eq!(code(&goldenhour(folder.path(), &["check", path, "--deny-warnings"])), 1);
    copy.replace("scenario.ron", "difficulty:", "dificulty:");
    let wrong = goldenhour(folder.path(), &["check", path, "--json"]);
    assert_eq!(code(&wrong), 2);
    let report = &json(&wrong)[0];
    let diagnostic = &report["diagnostics"][0];
    assert_eq!((&diagnostic["code"], &diagnostic["place"]["file"]), (&"unknown-field".into(), &"scenario.ron".into()));
    assert!(diagnostic["place"]["line"].as_u64().unwrap() > 1);
    let shown = text(&goldenhour(folder.path(), &["check", path]).stderr);
    assert!(
        shown.contains("unknown-field") && shown.contains("dificulty:") && shown.contains("did you mean"),
        "{shown}"
    );
}

#[test]
fn run_record_replay_score_and_debrief() {
    let folder = tempfile::tempdir().unwrap();
    let run = goldenhour(
        folder.path(),
        &["run", SKIMMER, "--autopilot", "playbook", "--seed", "1", "--out", "a.drill", "--series", "a.csv", "--json"],
    );
    assert_eq!(code(&run), 0, "{}", text(&run.stderr));
    assert!(run.stderr.is_empty(), "{}", text(&run.stderr));
    let card = json(&run);
    assert_eq!((&card["scenario"], &card["seed"]), (&SKIMMER.into(), &1.into()));
    assert_eq!(card["fingerprint"].as_str().unwrap().len(), 16);
    for field in ["total", "coverage", "steps"] {
        assert!(!card["playbook"][field].is_null(), "{field}");
    }
    for field in ["id", "title", "score", "weight", "rating", "criteria"] {
        assert!(!card["playbook"]["steps"][0][field].is_null(), "{field}");
    }
    for field in ["id", "score", "max", "verdict", "evidence"] {
        assert!(!card["playbook"]["steps"][0]["criteria"][0][field].is_null(), "{field}");
    }
    let metrics = [
        "trust_final",
        "trust_min",
        "awareness_final",
        "customers_lost",
        "revenue_lost",
        "coverage_area",
        "negative_share_peak",
        "records_exposed",
    ];
    for field in metrics {
        assert!(card["outcome"]["metrics"][field].is_number(), "{field}");
    }
    for field in ["met", "late", "missed"] {
        assert!(card["outcome"]["metrics"]["clocks"][field].is_u64(), "{field}");
    }
    let rows = std::fs::read_to_string(folder.path().join("a.csv")).unwrap();
    assert_eq!(rows.lines().count(), 1 + 1 + 72 * 60);
    assert_eq!(rows.lines().next().unwrap().split(',').count(), 1 + goldenhour_core::scenario::Metric::ALL.len());

    let replay = goldenhour(folder.path(), &["replay", "a.drill", "--verify"]);
    assert_eq!(code(&replay), 0, "{}", text(&replay.stderr));
    assert!(text(&replay.stdout).contains(card["fingerprint"].as_str().unwrap()));
    let score = json(&goldenhour(folder.path(), &["score", "a.drill", "--json"]));
    assert_eq!(score, card);
    for ending in ["html", "pdf", "md", "json"] {
        let name = format!("a.{ending}");
        assert_eq!(
            code(&goldenhour(folder.path(), &["debrief", "a.drill", "--seeds", "2", "--out", &name])),
            0,
            "{name}"
        );
        assert!(std::fs::metadata(folder.path().join(&name)).unwrap().len() > 10_000, "{name}");
    }

    let path = folder.path().join("a.drill");
    let altered = std::fs::read_to_string(&path).unwrap().replacen("Playbook 2.1", "Playbook 2.9", 1);
    std::fs::write(&path, altered).unwrap();
    let replay = goldenhour(folder.path(), &["replay", "a.drill", "--verify"]);
    assert_eq!(code(&replay), 1);
    assert!(text(&replay.stderr).contains("T+01:00"), "{}", text(&replay.stderr));
}

#[test]
fn a_session_can_be_converted_to_a_decisions_file_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let args =
        ["run", SKIMMER, "--autopilot", "hasty", "--seed", "7", "--until", "T+10:00", "--out", "a.drill", "--json"];
    let original = json(&goldenhour(folder.path(), &args));
    let text = std::fs::read_to_string(folder.path().join("a.drill")).unwrap();
    let decisions = text.lines().filter_map(|line| line.strip_prefix("Decision"));
    let file = format!("[{}]", decisions.collect::<Vec<_>>().join(",\n"));
    std::fs::write(folder.path().join("d.ron"), file).unwrap();
    let args = ["run", SKIMMER, "--decisions", "d.ron", "--seed", "7", "--until", "T+10:00", "--json"];
    let again = json(&goldenhour(folder.path(), &args));
    assert!(original["fingerprint"].is_string());
    assert_eq!(again["fingerprint"], original["fingerprint"]);
}

#[test]
fn a_decisions_file_can_be_written_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let by_hand = r#"[
        (at: "T+00:05", by: "comms", action: "call-team", rationale: "All hands", confidence: 4),
        (at: "T+00:20", by: "comms", action: "holding-statement", content: Statement(claims: [], text: "We are looking into it.")),
        (at: "T+00:30", by: "press", action: "no-such-action"),
    ]"#;
    std::fs::write(folder.path().join("d.ron"), by_hand).unwrap();
    let run = goldenhour(folder.path(), &["run", SKIMMER, "--decisions", "d.ron", "--until", "T+02:00", "--json"]);
    assert_eq!(code(&run), 0, "{}", text(&run.stderr));
    assert!(text(&run.stderr).contains("no-such-action"), "{}", text(&run.stderr));
    json(&run);
}

#[test]
fn invalid_input_is_rejected_with_a_message_and_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.ron"), "[(at: \"soon\", by: \"comms\", action: \"call-team\")]").unwrap();
    std::fs::write(folder.path().join("bad.drill"), "nonsense\n").unwrap();
    let cases: [&[&str]; 14] = [
        &["run", "no_such_scenario", "--autopilot", "silent"],
        &["run", SKIMMER],
        &["run", SKIMMER, "--autopilot", "nobody"],
        &["run", SKIMMER, "--autopilot", "silent", "--decisions", "bad.ron"],
        &["run", SKIMMER, "--autopilot", "silent", "--until", "later"],
        &["run", SKIMMER, "--autopilot", "silent", "--seed", "-1"],
        &["run", SKIMMER, "--decisions", "bad.ron"],
        &["run", SKIMMER, "--decisions", "missing.ron"],
        &["run", SKIMMER, "--autopilot", "silent", "--until", "T+01:00", "--out", "no/such/folder/a.drill"],
        &["replay", "missing.drill", "--verify"],
        &["replay", "bad.drill", "--verify"],
        &["debrief", "bad.drill", "--out", "a.pdf"],
        &["check", "nowhere"],
        &["conquer"],
    ];
    for args in cases {
        let output = goldenhour(folder.path(), args);
        assert_eq!(code(&output), 2, "{args:?}: {}", text(&output.stderr));
        assert!(!output.stderr.is_empty(), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
    let hint = text(&goldenhour(folder.path(), &["run", "black_friday_skimer", "--autopilot", "silent"]).stderr);
    assert!(hint.contains("did you mean `black_friday_skimmer`"), "{hint}");
}

#[test]
fn hostile_files_are_rejected_in_bounded_time() {
    let folder = tempfile::tempdir().unwrap();
    let copy = Copy::of(SKIMMER);
    copy.write("scenario.ron", &"(".repeat(100_000));
    let output = goldenhour(folder.path(), &["check", copy.path().to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("too-deep"));
}

#[test]
fn demo_without_a_display_writes_a_debrief() {
    let folder = tempfile::tempdir().unwrap();
    let output = goldenhour(folder.path(), &["demo"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("playbook"));
    for name in ["first_hour-demo.html", "first_hour-demo.drill"] {
        assert!(folder.path().join(name).is_file(), "{name}");
    }
}

#[test]
fn opening_the_window_without_a_display_explains_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let output = goldenhour(folder.path(), &[]);
    assert_eq!(code(&output), 1);
    let said = text(&output.stderr);
    assert!(said.contains("goldenhour demo"), "{said}");
    if cfg!(feature = "app") {
        assert!(said.contains("libgl1"), "{said}");
    }
}

#[test]
fn read_prints_the_documented_json() {
    let folder = tempfile::tempdir().unwrap();
    let draft = "We are sorry. On 3 May we found that names of 1,200 customers were stolen. Call 0800 555 0144.\n";
    std::fs::write(folder.path().join("draft.txt"), draft).unwrap();
    let document = json(&goldenhour(folder.path(), &["read", "draft.txt", "--json"]));
    let count = |group: &str| document[group].as_object().unwrap().len();
    assert_eq!((count("details"), count("contacts"), count("tone")), (9, 4, 11));
    let who = &document["details"]["a_stakeholders"];
    assert_eq!((&who["label"], &who["spans"][0]["text"]), (&"yes".into(), &"1,200 customers".into()));
    let (start, end) = (who["spans"][0]["start"].as_u64().unwrap(), who["spans"][0]["end"].as_u64().unwrap());
    assert_eq!(&draft[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()], "1,200 customers");
    assert!(document["readability"]["grade"].is_number() && document["readability"]["sentence_length"].is_number());
    assert!((1.0..=5.0).contains(&document["quality"].as_f64().unwrap()));
    let shown = text(&goldenhour(folder.path(), &["read", "draft.txt"]).stdout);
    assert!(shown.contains("who is affected") && shown.contains("“1,200 customers”"), "{shown}");
}

#[test]
fn read_rejects_files_without_text() {
    let folder = tempfile::tempdir().unwrap();
    let files: [(&str, Vec<u8>, &str); 5] = [
        ("empty.txt", Vec::new(), "contains no words"),
        ("blank.txt", b" \n.\n".to_vec(), "contains no words"),
        ("latin.txt", b"We are sorry, caf\xe9 guests.".to_vec(), "not valid UTF-8"),
        ("binary.txt", b"PK\x03\x04\x00\x00".to_vec(), "not a text file"),
        ("huge.txt", b"sorry ".repeat(200_000), "larger than 1 MiB"),
    ];
    for (name, bytes, said) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let refused = goldenhour(folder.path(), &["read", name]);
        assert_eq!(code(&refused), 2, "{name}");
        assert!(text(&refused.stderr).contains(said), "{name}: {}", text(&refused.stderr));
    }
    for missing in ["nowhere.txt", "."] {
        assert_eq!(code(&goldenhour(folder.path(), &["read", missing])), 2, "{missing}");
    }
    let lexicon = goldenhour(folder.path(), &["read", "latin.txt", "--lexicon", "."]);
    assert_eq!(code(&lexicon), 2);
}

#[test]
fn a_review_and_an_override_are_recorded_with_the_score() {
    let folder = tempfile::tempdir().unwrap();
    let run = ["run", SKIMMER, "--autopilot", "hasty", "--out", "a.drill", "--json"];
    let before = json(&goldenhour(folder.path(), &run));
    let review =
        r#"(strengths: [(about: Criterion("1.5"), text: "We had stopped the streams before the next wave left.")])"#;
    std::fs::write(folder.path().join("review.ron"), review).unwrap();
    let scored =
        ["score", "a.drill", "--review", "review.ron", "--override", "3.4=0.5", "--reason", "told by hand", "--json"];
    let output = goldenhour(folder.path(), &scored);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let after = json(&output);
    assert_eq!(json(&goldenhour(folder.path(), &["score", "a.drill", "--json"])), after, "the review must be recorded");
    let points = |card: &Value, which: &str| card["playbook"][which].as_f64().expect("the score is a number");
    assert!(points(&after, "total") > points(&before, "total"), "the review must earn points");
    assert!(points(&after, "total_overridden") > points(&after, "total"));
    assert_eq!(code(&goldenhour(folder.path(), &["replay", "a.drill", "--verify"])), 0);
    let unreasoned = goldenhour(folder.path(), &["score", "a.drill", "--override", "3.4=0.5"]);
    assert_eq!(code(&unreasoned), 2);
    let unknown = goldenhour(folder.path(), &["score", "a.drill", "--override", "9.9=0.5", "--reason", "why not"]);
    assert_eq!(code(&unknown), 2);
    assert!(text(&unknown.stderr).contains("9.9"), "{}", text(&unknown.stderr));
    std::fs::write(folder.path().join("review.ron"), "(\n    strength: [])").unwrap();
    let broken = goldenhour(folder.path(), &["score", "a.drill", "--review", "review.ron"]);
    assert_eq!(code(&broken), 2);
    assert!(text(&broken.stderr).contains("review.ron:2:"), "{}", text(&broken.stderr));
}

#[test]
fn edits_are_recorded_and_appear_in_every_debrief_format() {
    let folder = tempfile::tempdir().unwrap();
    let run = ["run", SKIMMER, "--autopilot", "hasty", "--until", "T+10:00", "--out", "a.drill", "--json"];
    let before = json(&goldenhour(folder.path(), &run));
    let edits = r#"[
        Overview(row: Sponsor, text: "The board"),
        Held(from: "2026-12-03"),
        Finding(of: Criterion("3.4"), part: Analysis, text: "Nobody owned the staff note."),
        Action(of: Criterion("3.4"), part: Organization, text: "Human resources"),
        Term(of: Criterion("3.4"), completion: "2027-02-26"),
        AddImprovement(id: "phone", capability: "media", observation: "One telephone for three people.", evidence: [Moment("T+02:00")]),
        Strike(what: Finding(Criterion("5.2")), reason: "nobody was to answer posts"),
    ]"#;
    std::fs::write(folder.path().join("edits.ron"), edits).unwrap();
    let written = ["debrief", "a.drill", "--seeds", "2", "--out", "a.md", "--edits", "edits.ron", "--by", "Ada"];
    let output = goldenhour(folder.path(), &written);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    for name in ["a.md", "b.html", "b.json"] {
        assert_eq!(
            code(&goldenhour(folder.path(), &["debrief", "a.drill", "--seeds", "2", "--out", name])),
            0,
            "{name}"
        );
        let document = std::fs::read_to_string(folder.path().join(name)).unwrap();
        for words in ["The board", "2026-12-03", "Nobody owned the staff note.", "Human resources", "One telephone"] {
            assert!(document.contains(words), "{name}: {words}");
        }
        assert!(document.contains("Ada") && document.contains("nobody was to answer posts"), "{name}");
    }
    assert_eq!(code(&goldenhour(folder.path(), &["replay", "a.drill", "--verify"])), 0);
    assert_eq!(
        json(&goldenhour(folder.path(), &["score", "a.drill", "--json"])),
        before,
        "edits must not change the score"
    );

    let length = || std::fs::metadata(folder.path().join("a.drill")).unwrap().len();
    let whole = length();
    let half_wrong =
        r#"[Summary("It went well."), Term(of: Criterion("3.4"), start: "2027-03-01", completion: "2027-02-01")]"#;
    std::fs::write(folder.path().join("edits.ron"), half_wrong).unwrap();
    let refused = goldenhour(folder.path(), &written);
    assert_eq!(code(&refused), 2);
    assert!(text(&refused.stderr).contains("is before the start date"), "{}", text(&refused.stderr));
    assert_eq!(length(), whole, "a rejected list of edits must not be written");
    std::fs::write(folder.path().join("edits.ron"), "[\n    Sumary(\"x\")]").unwrap();
    let misspelled = goldenhour(folder.path(), &written);
    assert_eq!(code(&misspelled), 2);
    assert!(text(&misspelled.stderr).contains("edits.ron:2:"), "{}", text(&misspelled.stderr));
    let unwritable = goldenhour(folder.path(), &["debrief", "a.drill", "--out", "a.docx", "--edits", "edits.ron"]);
    assert_eq!(code(&unwritable), 2);
    assert_eq!(length(), whole);
}

#[test]
fn an_invalid_playbook_is_rejected_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let run = ["run", SKIMMER, "--autopilot", "silent", "--until", "T+02:00", "--out", "a.drill", "--json"];
    assert_eq!(code(&goldenhour(folder.path(), &run)), 0);
    let playbook = include_str!("../../assets/playbooks/retail_breach.ron");
    std::fs::write(folder.path().join("p.ron"), playbook).unwrap();
    let scored = ["score", "a.drill", "--playbook", "p.ron", "--json"];
    assert_eq!(code(&goldenhour(folder.path(), &scored)), 0);
    let heavier = playbook.replacen("weight: 20", "weight: 0", 1);
    std::fs::write(folder.path().join("p.ron"), &heavier).unwrap();
    let refused = goldenhour(folder.path(), &scored);
    let line = 1 + heavier[..heavier.find("weight: 0").unwrap()].matches('\n').count();
    assert_eq!(code(&refused), 2);
    assert!(text(&refused.stderr).contains(&format!("playbook.ron:{line}:")), "{}", text(&refused.stderr));
}
