//! The boundary of `goldenhour whatif`.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

fn goldenhour(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("goldenhour").expect("cargo builds the binary with the tests");
    command.current_dir(folder).env("GOLDENHOUR_HOME", folder.join("home"));
    command.args(args).output().expect("the program can be started")
}

/// Returns a folder that contains a recorded session.
fn recorded() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let played = goldenhour(folder.path(), &["run", "first_hour", "--autopilot", "hasty", "--out", "run.drill"]);
    assert!(played.status.success());
    folder
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn turning_points_include_signs_intervals_and_seeds() {
    let folder = recorded();
    let answer = json(&goldenhour(folder.path(), &["whatif", "run.drill", "--seeds", "4", "--json"]));
    assert_eq!(answer["scenario"], "first_hour");
    assert_eq!(answer["played_seeds"].as_array().unwrap().len(), 4);
    let points = answer["turning_points"].as_array().unwrap();
    assert!(!points.is_empty());
    for point in points {
        for measure in ["outcome", "playbook", "trust_final", "customers_lost"] {
            let effect = &point["effect"][measure];
            let [low, mean, high] = ["low", "mean", "high"].map(|end| effect[end].as_f64().unwrap());
            assert!(low <= mean && mean <= high, "{effect}");
        }
        assert!(point["at"].is_u64() && point["entries"].is_array() && point["sentence"].is_string());
    }
    assert!((0.0..=1.0).contains(&answer["luck"]["outcome"]["percentile"].as_f64().unwrap()));
}

#[test]
fn a_requested_branch_is_reported_seed_by_seed() {
    let folder = recorded();
    let listed = goldenhour(folder.path(), &["whatif", "run.drill", "--entries"]);
    let listed = String::from_utf8(listed.stdout).unwrap();
    let first = listed.split_whitespace().next().unwrap();
    std::fs::write(
        folder.path().join("call.ron"),
        r#"(at: "T+00:02", by: "comms", action: "call-team", rationale: "first of all")"#,
    )
    .unwrap();
    let remove = format!("remove={first}");
    let both = format!("remove={first}, seed=+7, insert=call.ron");
    let args = ["whatif", "run.drill", "--seeds", "3", "--json", "--change", &remove, "--change", &both];
    let answer = json(&goldenhour(folder.path(), &args));
    let branches = answer["branches"].as_array().unwrap();
    assert_eq!(branches.len(), 2);
    let mean: f64 = (0..3)
        .map(|seed| answer["base"][seed]["outcome"].as_f64().unwrap() - branches[0][seed]["outcome"].as_f64().unwrap())
        .sum::<f64>()
        / 3.0;
    let told = answer["tried"].as_array().unwrap().iter().find(|point| point["title"] == remove.as_str()).unwrap();
    assert!((told["effect"]["outcome"]["mean"].as_f64().unwrap() - mean).abs() < 1e-9);
}

#[test]
fn an_impossible_change_is_rejected_with_a_message() {
    let folder = recorded();
    std::fs::write(folder.path().join("bad.ron"), "(at: \"T+00:05\", by: \"comms\", act: \"x\")").unwrap();
    for (change, message) in [
        ("remove", "the `=` is missing"),
        ("remove=x", "the entry must be a number"),
        ("remove=9999", "the log has no entry 9999"),
        ("remove=0,move=0@T+01:00", "entry 0 is changed more than once"),
        ("move=0", "the `@` is missing"),
        ("move=0@later", "`later`"),
        ("paint=0", "expected remove, move, replace, insert, constant or seed"),
        ("insert=missing.ron", "missing.ron"),
        ("insert=bad.ron", "invalid decision in bad.ron"),
        ("constant=gravity@1", "the model has no constant `gravity`"),
        ("constant=gravity@1", "assets/model/default.ron"),
        ("constant=trust_los@1", "did you mean `trust_loss`?"),
        ("constant=trust_loss@1e9", "must be between"),
        ("seed=much", "the shift of the seed must be a whole number"),
    ] {
        let refused = goldenhour(folder.path(), &["whatif", "run.drill", "--change", change]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{change}: {said}");
        assert!(said.contains(message), "{change}: {said}");
        assert!(refused.stdout.is_empty(), "{change}");
    }
    let missing = goldenhour(folder.path(), &["whatif", "missing.drill"]);
    assert_eq!(missing.status.code(), Some(2));
}
