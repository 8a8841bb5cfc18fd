//! The full reading of history: scenario and decisions as recorded.

use goldenhour_core::decision::Decision;
use goldenhour_core::scenario::file::dialect;
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::source::Folder;

use crate::score::Play;
use crate::{Case, folder};

/// Returns a case with its recorded scenario and decisions.
pub fn play(case: &Case) -> Play {
    let folder = folder().with_file_name("cases").join(&case.id);
    let scenario = load(&Folder::new(&folder)).unwrap_or_else(|errors| panic!("{}: {errors:?}", case.id)).output;
    let text = std::fs::read_to_string(folder.join("decisions.ron")).expect("each case has a decisions file");
    let mut decisions: Vec<Decision> = dialect().from_str(&text).expect("the decisions are valid");
    decisions.sort_by_key(|decision| decision.at);
    Play { scenario: scenario.into(), decisions }
}
