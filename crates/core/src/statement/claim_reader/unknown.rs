//! Finds what a text calls not known yet.

use super::phrase::any;
use super::stance;
use super::unit::Unit;
use super::vocabulary::Vocabulary;
use crate::scenario::{Detail, Scenario};
use crate::statement::claim::Says;
use crate::statement::place::Place;
use crate::statement::reading_record::{ReadClaim, Stance};

/// Confidence in an unknown found by its words, in percent.
const SURE: u8 = 85;

/// Returns the topics about which a text says that the answer is not known yet. A topic about which it asserts
/// something is not open.
pub fn find(
    text: &str,
    units: &[Unit],
    said: &[ReadClaim],
    scenario: &Scenario,
    vocabulary: &Vocabulary,
) -> Vec<ReadClaim> {
    let mut found: Vec<ReadClaim> = Vec::new();
    let is_open =
        |unit: &&Unit| !unit.is_question && any(&vocabulary.unknown, &unit.words) && stance::asserts(unit, vocabulary);
    for unit in units.iter().filter(is_open) {
        let sentence = text[unit.range.clone()].to_lowercase();
        let named = |detail: Detail| {
            sentence.contains(detail.title())
                || vocabulary.asked.get(&detail).is_some_and(|asked| any(asked, &unit.words))
        };
        for topic in &scenario.topics {
            let is_answered =
                said.iter().chain(&found).any(|claim| claim.topic == topic.id && claim.stance.is_asserted());
            if is_answered || !named(topic.detail) {
                continue;
            }
            let at = Place::from(unit.range.clone());
            let stance = Stance::Asserted;
            found.push(ReadClaim { topic: topic.id.clone(), says: Says::NotKnownYet, stance, at, sure: SURE });
        }
    }
    found
}
