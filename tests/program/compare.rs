//! Comparison of sessions: order, teams, mastery over time and the next exercise, as data, text and document.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use goldenhour_core::compare::mastery::{MasteryLevel, Trend};
use goldenhour_core::compare::{Compare, Comparison, Remark, Run, proposal};
use goldenhour_core::ensemble::autopilot;
use goldenhour_core::scenario::library::Origin;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Author, DrillFile, Log, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::time::SimTime;
use goldenhour_report::Language;
use goldenhour_report::comparison::document;
use serde_json::Value;

use crate::cli::{code, goldenhour, text};
use crate::support::{at, scenario};

/// Scenario of most of these sessions, which is the shortest one.
const SLUG: &str = "first_hour";

/// Plays a session with an autopilot and records who plays which role.
fn play(slug: &str, player: &str, people: &[&str], until: SimTime, log: Box<dyn Log>) -> Session {
    let scenario = scenario(slug);
    let mut session = Session::begin(scenario.clone(), Seed(7), Mode::Paced, log).unwrap();
    for (role, person) in scenario.roles.iter().zip(people) {
        let seat = format!("{} ({}) wird gespielt von {person}.", role.title, role.holder);
        session.note(Author::Facilitator, seat).unwrap();
    }
    let mut player = autopilot::named(player, &scenario, Seed(7)).unwrap();
    autopilot::play(&mut session, player.as_mut(), until.min(scenario.end()), &mut |_| {}).unwrap();
    session.checkpoint().unwrap();
    session
}

/// Returns a day, counted from an arbitrary day in 2026.
#[expect(clippy::unnecessary_wraps, reason = "a run's time is optional")]
fn day(number: u64) -> Option<SystemTime> {
    Some(SystemTime::UNIX_EPOCH + Duration::from_secs((20_500 + number) * 86_400))
}

fn run(player: &str, people: &[&str], held: Option<SystemTime>) -> Run {
    let session = play(SLUG, player, people, at("T+24:00"), Box::new(Unkept));
    Run::of(session, &PathBuf::from(format!("{player}.drill")), held)
}

fn recorded(folder: &Path, name: &str, slug: &str, player: &str, until: &str) {
    let file = DrillFile::create(&folder.join(name)).unwrap();
    play(slug, player, &[], at(until), Box::new(file));
}

#[test]
fn sessions_are_listed_in_chronological_order() {
    let runs = || vec![run("playbook", &[], day(3)), run("silent", &[], day(1)), run("hasty", &[], day(2))];
    let files = |compare: &Compare| compare.runs.iter().map(Run::file).collect::<Vec<_>>();
    let compare = Compare::of(runs());
    assert_eq!(files(&compare), ["silent.drill", "hasty.drill", "playbook.drill"]);
    assert!(compare.is_series() && compare.remarks().is_empty());
    let given = Compare::in_order(runs());
    assert_eq!(files(&given), ["playbook.drill", "silent.drill", "hasty.drill"]);
    assert!(given.remarks().is_empty());
    let unknown = Compare::of(vec![run("playbook", &[], day(1)), run("silent", &[], None)]);
    assert_eq!(unknown.remarks(), [Remark::UnknownOrder]);
}

#[test]
fn mastery_shows_progress_and_mastered_and_failing_items() {
    let runs = vec![run("silent", &[], day(1)), run("playbook", &[], day(2)), run("playbook", &[], day(3))];
    let comparison = Comparison::of(&Compare::of(runs), None);
    let [team] = comparison.mastery.as_slice() else { panic!("expected one team") };
    assert_eq!(team.sessions, ["A", "B", "C"]);
    for progress in team.steps.iter().chain(&team.criteria) {
        let points: Vec<f64> = progress.points.iter().flatten().map(|point| point.score).collect();
        assert!(!points.is_empty(), "{} was never scored", progress.item.title);
        assert_eq!(progress.first.map(|point| point.score), points.first().copied());
        let change = (points.len() > 1).then(|| points[points.len() - 1] - points[0]);
        assert_eq!(progress.change, change, "{}", progress.item.title);
    }
    assert!(team.steps.iter().all(|step| step.trend != Some(Trend::Falling)));
    assert!(team.steps.iter().any(|step| step.trend == Some(Trend::Rising)));
    let standing = |standing| team.criteria.iter().filter(move |criterion| criterion.standing == standing);
    assert!(standing(MasteryLevel::Mastered).count() > 5);
    for mastered in standing(MasteryLevel::Mastered) {
        let judged: Vec<_> = mastered.points.iter().flatten().collect();
        assert!(judged[judged.len() - 2..].iter().all(|point| point.verdict.unwrap().word() == "met"));
    }
    let fails_first =
        Comparison::of(&Compare::of(vec![run("playbook", &[], day(1)), run("silent", &[], day(2))]), None);
    let [falling] = fails_first.mastery.as_slice() else { panic!("expected one team") };
    let failing: Vec<_> =
        falling.criteria.iter().filter(|criterion| criterion.standing == MasteryLevel::Failing).collect();
    assert!(failing.len() > 5, "a silent last session must fail many items");
    for failing in failing.into_iter().chain(standing(MasteryLevel::Failing)) {
        assert_eq!(failing.points.iter().flatten().next_back().unwrap().verdict.unwrap().word(), "missed");
    }
}

#[test]
fn teams_are_distinguished_by_their_members() {
    let compare = Compare::of(vec![
        run("silent", &["Ada", "Bo"], day(1)),
        run("playbook", &["Cy", "Di"], day(2)),
        run("playbook", &["Ada", "Bo"], day(3)),
    ]);
    let comparison = Comparison::of(&compare, None);
    let sessions: Vec<_> =
        comparison.mastery.iter().map(|team| (team.players.clone(), team.sessions.clone())).collect();
    let team = |players: [&str; 2], sessions: &[&'static str]| (players.map(str::to_owned).to_vec(), sessions.to_vec());
    assert_eq!(sessions, [team(["Ada", "Bo"], &["A", "C"]), team(["Cy", "Di"], &["B"])]);
    assert!(comparison.mastery[1].steps.iter().all(|step| step.last.is_none() && step.trend.is_none()));
}

#[test]
fn the_next_exercise_covers_what_most_sessions_missed() {
    let compare = Compare::of(vec![run("silent", &[], day(1)), run("silent", &[], day(2))]);
    let scenarios = [SLUG, "black_friday_skimmer"].map(|slug| (Origin::BuiltIn(slug.to_owned()), scenario(slug)));
    let found: Vec<_> = scenarios.iter().map(|(origin, scenario)| (origin, &**scenario)).collect();
    let proposal = proposal::propose(&compare, &found).unwrap();
    assert!(proposal.missed.iter().all(|missed| missed.count == 2));
    assert!(proposal.missed.iter().any(|missed| missed.is_exercised));
    assert!(!proposal.scenario.unwrap().objectives.is_empty());
    assert!(proposal::propose(&compare, &[]).unwrap().scenario.is_none());
}

#[test]
fn the_document_has_aligned_tables_in_both_languages() {
    let compare = Compare::of(vec![run("silent", &["A | B", "Bo"], day(1)), run("hasty", &["A | B", "Bo"], day(2))]);
    let comparison = Comparison::of(&compare, proposal::propose(&compare, &[]));
    for (language, words) in [
        (Language::English, ["sessions side by side", "## Mastery across sessions", "## Next exercise"]),
        (Language::German, ["Durchläufe im Vergleich", "## Lernfortschritt über die Durchläufe", "## Nächste Übung"]),
    ] {
        let text = document(&comparison, language);
        for word in words {
            assert!(text.contains(word), "`{word}` is missing in\n{text}");
        }
        assert!(text.contains("A \\| B"), "{text}");
        assert!(!text.contains("\n\n\n") && !text.contains("undefined") && !text.contains("none"), "{text}");
        let (mut width, mut compared) = (None, 0);
        for line in text.lines() {
            let own =
                line.starts_with('|').then(|| (line.chars().count(), line.replace("\\|", "").matches('|').count()));
            if let (Some(expected), Some(own)) = (width, own) {
                assert_eq!(own, expected, "{line}\n{text}");
                compared += 1;
            }
            width = own;
        }
        assert!(compared > 20, "only {compared} table rows in\n{text}");
    }
}

#[test]
fn compare_prints_text_json_and_a_document() {
    let folder = tempfile::tempdir().unwrap();
    recorded(folder.path(), "one.drill", SLUG, "silent", "T+24:00");
    recorded(folder.path(), "two.drill", SLUG, "playbook", "T+24:00");
    let shown = goldenhour(folder.path(), &["compare", "two.drill", "one.drill"]);
    assert_eq!(code(&shown), 0, "{}", text(&shown.stderr));
    let said = text(&shown.stdout);
    for words in ["2 sessions side by side", "  A  one.drill", "  B  two.drill", "Mastery, A → B", "Next drill"] {
        assert!(said.contains(words), "`{words}` is missing in\n{said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 120 && line.trim_end() == line), "{said}");

    let as_named = ["compare", "two.drill", "one.drill", "--as-named", "--json", "--out", "both.md"];
    let output = goldenhour(folder.path(), &as_named);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let files: Vec<&Value> = document["sessions"].as_array().unwrap().iter().map(|session| &session["file"]).collect();
    assert_eq!(files, ["two.drill", "one.drill"]);
    assert_eq!(document["remarks"], Value::Array(Vec::new()));
    for part in ["numbers", "steps", "figures", "criteria", "mastery"] {
        assert!(!document[part].as_array().unwrap().is_empty(), "{part}");
    }
    assert!(std::fs::read_to_string(folder.path().join("both.md")).unwrap().starts_with("# First hour: 2 sessions"));
}

#[test]
fn sessions_of_different_scenarios_are_compared_where_possible() {
    let folder = tempfile::tempdir().unwrap();
    recorded(folder.path(), "one.drill", SLUG, "hasty", "T+03:00");
    recorded(folder.path(), "two.drill", "credential_storm", "hasty", "T+03:00");
    let output = goldenhour(folder.path(), &["compare", "one.drill", "two.drill", "--json"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["title"], Value::Null);
    assert_eq!(document["remarks"][0], "different_scenarios");
    assert!(document["figures"].as_array().unwrap().is_empty() && !document["steps"].as_array().unwrap().is_empty());
    let said = text(&goldenhour(folder.path(), &["compare", "one.drill", "two.drill"]).stdout);
    assert!(said.contains("from different scenarios") && said.contains("Credential storm"), "{said}");
}
