//! Historical responses as scenarios with decisions (`docs/validation.md`): each folder loads, and each recorded
//! decision is possible at its time.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::scenario::file::dialect;
use goldenhour_core::scenario::source::Folder;
use goldenhour_core::scenario::{Ask, Scenario, load};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::Says;

use crate::support::{at, worded};

/// A small population keeps the test fast; whether an action is possible does not depend on it.
const FEW: u32 = 100;

fn folders() -> Vec<PathBuf> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/cases");
    let mut found: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

fn case(folder: &Path) -> (Scenario, Vec<Decision>) {
    let loaded = load(&Folder::new(folder)).unwrap_or_else(|errors| panic!("{}: {errors:?}", folder.display()));
    let text = std::fs::read_to_string(folder.join("decisions.ron")).unwrap();
    let mut decisions: Vec<Decision> = dialect().from_str(&text).unwrap();
    decisions.sort_by_key(|decision| decision.at);
    (loaded.output, decisions)
}

#[test]
fn each_case_is_named_after_its_folder() {
    let names: BTreeSet<String> = folders().iter().map(|folder| case(folder).0.id.to_string()).collect();
    let folders = folders().iter().map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, folders);
}

#[test]
fn every_decision_of_the_first_three_days_is_accepted() {
    for folder in folders() {
        let (mut scenario, decisions) = case(&folder);
        scenario.customers.population = FEW;
        let mut session = Session::begin(Arc::new(scenario), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
        let early = decisions.into_iter().filter(|decision| decision.at <= at("T+72:00"));
        for decision in early {
            session.advance_to(decision.at).unwrap();
            let said = format!("{}: {} at {}", folder.display(), decision.action, decision.at);
            let content = worded_anew(decision.content.clone(), session.scenario());
            session.decide(Decision { content, ..decision }).unwrap_or_else(|refused| panic!("{said}: {refused}"));
        }
        session.advance_to(at("T+72:00")).unwrap();
    }
}

/// Covers decisions after the third day as well, which are not played: their references must still exist.
#[test]
fn every_decision_uses_declared_names_and_finishes_by_endex() {
    for folder in folders() {
        let (scenario, decisions) = case(&folder);
        for decision in decisions {
            let said = format!("{}: {} at {}", folder.display(), decision.action, decision.at);
            let action = scenario.action(&decision.action).unwrap_or_else(|| panic!("{said}: no such action"));
            assert!(scenario.role(&decision.by).is_some(), "{said}: no such role");
            assert!(decision.at + action.takes <= scenario.end(), "{said}: not finished by EndEx");
            match (&action.asks, &decision.content) {
                (Ask::Nothing, Content::Nothing) => {}
                (Ask::Choice(choices), Content::Choice(choice)) => {
                    assert!(choices.iter().any(|option| option.id == *choice), "{said}: no such choice");
                }
                (Ask::Statement { .. }, Content::Statement(statement)) => {
                    for claim in &statement.claims {
                        let topic = scenario.topic(&claim.topic).unwrap_or_else(|| panic!("{said}: {claim:?}"));
                        let Says::Option(id) = &claim.says else { continue };
                        assert!(topic.claims.iter().any(|option| option.id == *id), "{said}: {claim:?}");
                    }
                }
                (_, other) => panic!("{said}: the action does not take {other:?}"),
            }
        }
    }
}

/// Puts what a historical statement said into words. Its text in the file only says what it was.
fn worded_anew(mut content: Content, scenario: &Scenario) -> Content {
    if let Content::Statement(statement) | Content::Reply { statement, .. } = &mut content {
        statement.text.clear();
    }
    worded(content, scenario)
}
