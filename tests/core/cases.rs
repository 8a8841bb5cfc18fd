//! Historical responses as scenarios with decisions (`docs/validation.md`): each folder loads, and each act
//! that was written down is one that can be taken at its time.

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

use crate::support::at;

/// So few customers that a day takes no time; whether an act is possible does not depend on their number.
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
fn each_case_is_called_like_its_folder() {
    let names: BTreeSet<String> = folders().iter().map(|folder| case(folder).0.id.to_string()).collect();
    let folders = folders().iter().map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, folders);
}

#[test]
fn no_act_of_the_first_three_days_is_refused() {
    for folder in folders() {
        let (mut scenario, decisions) = case(&folder);
        scenario.customers.population = FEW;
        let mut session = Session::begin(Arc::new(scenario), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
        let early = decisions.into_iter().filter(|decision| decision.at <= at("T+72:00"));
        for decision in early {
            session.advance_to(decision.at).unwrap();
            let said = format!("{}: {} at {}", folder.display(), decision.action, decision.at);
            session.decide(decision).unwrap_or_else(|refused| panic!("{said}: {refused}"));
        }
        session.advance_to(at("T+72:00")).unwrap();
    }
}

/// Acts after the third day are not played here; what they name must exist all the same.
#[test]
fn every_act_names_what_its_case_has_and_ends_within_it() {
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
                (_, other) => panic!("{said}: does not go with {other:?}"),
            }
        }
    }
}
